"""Loads the model that a job asks for, without torch where torch need not be imported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..device import resolve
from ..diffusion.samplers import Sampler
from ..diffusion.schedules import NoiseSchedule
from ..package.srpk import ModelPackage
from ..partial_override import UNCHANGED, Override
from .effective_halo import recall_effective_halo
from .far_value_centring import centre_far_model
from .predictor import Predictor, PredictorOptions, build_predictor, is_held_consistent

if TYPE_CHECKING:
    import torch


class LoadedModel(NamedTuple):
    """A model ready to run."""

    package: ModelPackage
    far: tuple[float, ...] | None
    """Mean by which values are shifted if they lie far from zero, see `centre_far_model`; otherwise None."""
    predictor: Predictor
    device: torch.device
    """Device that the job's DEVICE means here; the predictor may compute on another."""


@dataclass(frozen=True)
class ModelRequest:
    """A model package, with the options by which a job runs it."""

    path: str
    """Path of the package."""
    scale: int | None
    """Scale of the result; None: the package's own."""
    device: str
    """Device, as a job's DEVICE."""
    options: PredictorOptions
    sampler: Override[Sampler] = UNCHANGED
    schedule: Override[NoiseSchedule] = UNCHANGED
    uncertainty: bool = False
    """Whether the standard deviation of samples is asked for."""
    consistency: Literal["on", "off"] | None = None
    """Whether results are made to degrade to the low-resolution image; None: as the package says."""

    def load_arrays(self) -> LoadedModel | None:
        """Return the model if it is computed without torch, as importing torch outlasts many runs; otherwise None."""
        from .backends.choice_without_torch import load_array_package
        from .backends.measurement_cache import fits_memory
        from .convolutional import ConvolutionalPredictor

        package = load_array_package(self.path, self.device, self.scale)
        if package is None or is_held_consistent(package.info, self.consistency):
            return None
        model = self._prepare(package)
        predictor = model.predictor
        fits = isinstance(predictor, ConvolutionalPredictor) and fits_memory(predictor.net)
        return model if fits else None

    def load(self) -> LoadedModel:
        """Return the model where `load_arrays` gives None.

        Raises:
            SrError: The package cannot be read, or its model cannot do what the job asks for.
        """
        device = resolve(self.device)
        return self._prepare(ModelPackage.load(self.path, device, self.scale))._replace(device=device)

    def build(self, package: ModelPackage) -> Predictor:
        """Return a predictor for a package.

        Raises:
            InputError: The model cannot do what the job asks for.
        """
        return build_predictor(
            package,
            self.options,
            sampler=self.sampler,
            schedule=self.schedule,
            uncertainty=self.uncertainty,
            consistency=self.consistency,
        )

    def _prepare(self, loaded: ModelPackage) -> LoadedModel:
        """Return a package ready to run, with the effective halo that was measured on this computer."""
        package, far = centre_far_model(loaded)
        if not self.options.exact:
            package = recall_effective_halo(package, self.path)
        predictor = self.build(package)
        return LoadedModel(package, far, predictor, predictor.device)
