"""A model as a job asks for it, and how it is loaded: without torch where that need not be imported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..device import resolve
from ..diffusion.samplers import Sampler
from ..diffusion.schedules import NoiseSchedule
from ..override import Override
from ..package.srpk import ModelPackage
from .effective_halo import recall_effective_halo
from .mean_centring import centre_far_model
from .predictor import Predictor, PredictorOptions, build_predictor, is_held_consistent

if TYPE_CHECKING:
    import torch


class LoadedModel(NamedTuple):
    """A model ready to run."""

    package: ModelPackage
    far: tuple[float, ...] | None
    """What its values lie far from zero by, if they do: see `centre_far_model`."""
    predictor: Predictor
    device: torch.device
    """What the job's DEVICE means here; the predictor's own may be another."""


@dataclass(frozen=True)
class ModelRequest:
    """A package, and how it is to be run."""

    path: str
    """The package."""
    scale: int | None
    """How many times finer the result is to be; none is the package's own."""
    device: str
    """As a job's DEVICE."""
    options: PredictorOptions
    sampler: Override[Sampler]
    schedule: Override[NoiseSchedule]
    uncertainty: bool
    """Whether it is wanted how far samples differ."""
    consistency: Literal["on", "off"] | None
    """Whether results are held to the low-resolution image; none leaves that to the package."""

    def load_arrays(self) -> LoadedModel | None:
        """Return the model where it is computed without torch although that is installed: importing it takes longer than many a run."""
        from .backends.array_choice import load_array_package
        from .backends.kept_measurements import fits_memory
        from .convolutional import ConvolutionalPredictor

        package = load_array_package(self.path, self.device, self.scale)
        if package is None or is_held_consistent(package.info, self.consistency):
            return None
        model = self._prepare(package)
        predictor = model.predictor
        fits = isinstance(predictor, ConvolutionalPredictor) and fits_memory(predictor.net)
        return model if fits else None

    def load(self) -> LoadedModel:
        """Return the model in any other case.

        Raises:
            SrError: It cannot be read, or cannot do what is asked.
        """
        device = resolve(self.device)
        return self._prepare(ModelPackage.load(self.path, device, self.scale))._replace(device=device)

    def build(self, package: ModelPackage) -> Predictor:
        """Return a package ready to run.

        Raises:
            InputError: It cannot do what is asked.
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
        """Return a package as it is run, with what is known on this computer of how far pixels matter."""
        package, far = centre_far_model(loaded)
        if not self.options.exact:
            package = recall_effective_halo(package, self.path)
        predictor = self.build(package)
        return LoadedModel(package, far, predictor, predictor.device)
