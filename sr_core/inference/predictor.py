"""The interface `Predictor` of models that are ready to run, and how to build one from a package or a net."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from rasterio.windows import Window

from ..diffusion.samplers import Sampler
from ..diffusion.sampling_configs import Sampling
from ..diffusion.schedules import NoiseSchedule
from ..errors import IncompleteEngine, InputError
from ..package.error_table import SAMPLES_TAG
from ..package.info import PackageInfo
from ..package.numpy_model import ArrayModel
from ..package.onnx_model import OnnxModel
from ..package.srpk import ModelPackage
from ..partial_override import UNCHANGED, Override
from ..progress import Log, Progress
from ..raster.cog import PixelWriter
from ..raster.radiometry import Radiometry
from ..raster.source import Source
from ..torch_build import torch_version
from .memory_tiling import TiledNet, TileMemory, takes_arrays
from .tile_upscaler import TileUpscaler

if TYPE_CHECKING:
    import torch

    from ..backbones import DiffusionNet
    from .back_projection import Consistency
    from .backends.choice_with_torch import BackendName

# Backends are imported where they are chosen: no run needs all of them, and importing torch outlasts many jobs.


class Predictor(TileUpscaler, Protocol):
    """A model that is ready to run; `ConvolutionalPredictor` and `DiffusionPredictor` implement it."""

    device: torch.device
    """Device on which the model is computed."""
    halo: int
    """Number of low-resolution pixels that are read on each side of the pixels whose results are kept."""
    consistency: Consistency | None
    """Makes results degrade to the low-resolution image; None: results stay as they are."""
    tags: Mapping[str, str]
    """Tags for result files: how results were computed, beside model and device."""
    notes: list[Log]
    """Log lines about the work that are not yet logged; `run` logs and removes them."""

    @property
    def tile_size(self) -> int:
        """Side, in low-resolution pixels, of the tile or block that is computed at once."""

    @property
    def outputs(self) -> Sequence[int]:
        """Places, among the input channels, of the bands of the result."""

    def cuts(self, window: Window, shape: tuple[int, int]) -> tuple[Sequence[int], Sequence[int]]:
        """Return the rows and columns at which a window of a raster of this shape can be cut into blocks.

        Run on such blocks, with the window as their `whole`, it gives what it gives of the whole: of a convolutional
        network to the bit, since the tiles are the same.
        """

    def run(
        self,
        source: Source,
        radiometry: Radiometry,
        window: Window,
        writer: PixelWriter,
        uncertainty: PixelWriter | None = None,
        *,
        whole: Window | None = None,
    ) -> Generator[Progress | Log, None, None]:
        """Super-resolve a window of a raster of any size; memory use does not grow with it.

        Args:
            source: The raster, with the model's bands, and the guide after them.
            radiometry: From pixel values of all channels of the source to physical units.
            window: Window of the source to super-resolve; pixels around it are read as well.
            writer: Takes the result.
            uncertainty: Takes the standard deviation of samples, in units of the raster's pixels.
            whole: The window of which this one is a block, cut at `cuts`; none if it is no block.

        Raises:
            SrError: a result is not finite somewhere, or the memory does not suffice.
        """


@dataclass(frozen=True, kw_only=True)
class PredictorOptions:
    """Options of running a model."""

    tile_size: int | None = None
    """Side, in low-resolution pixels, of a tile; None: chosen by memory."""
    batch_size: int | None = None
    """Number of tiles that are computed together; None: chosen by device and memory."""
    seed: int = 0
    """Seed of a diffusion model's noise."""
    samples: int = 1
    """Number of a diffusion model's samples that are averaged."""
    backend: BackendName | None = None
    """Backend that computes a convolutional network; None: the fastest."""
    vulkan: str | None = None
    """Graphics card that computes a convolutional network by Vulkan, as a job's DEVICE; None: not by Vulkan."""
    exact: bool = False
    """Whether tiles are read with the whole receptive field as halo, in place of the effective halo."""
    fast: bool = False
    """Whether a convolutional network may be computed in half precision, where that is faster."""
    memory: int = TileMemory.total
    """Most bytes for the trunks of all tiles that are computed at once on the CPU."""


DEFAULT = PredictorOptions()


def build_predictor(
    package: ModelPackage,
    options: PredictorOptions = DEFAULT,
    *,
    sampler: Override[Sampler] = UNCHANGED,
    schedule: Override[NoiseSchedule] = UNCHANGED,
    uncertainty: bool = False,
    consistency: Literal["on", "off"] | None = None,
) -> Predictor:
    """Return the model of a package, ready to run as a user asks.

    Args:
        package: The model.
        options: Options of running the model.
        sampler: Changes to the package's sampler, as `Sampling.with_overrides` takes them.
        schedule: Changes to the schedule by which the sampler's steps are spread.
        uncertainty: Whether the standard deviation of samples is asked for.
        consistency: Whether results are made to degrade to the low-resolution image; None: as the package says.

    Raises:
        InputError: the model cannot do what is asked.
    """
    held_to = _choose_consistency(package, consistency)
    if package.sampling is None:
        _refuse(
            package,
            sampler.parameter,
            schedule.parameter,
            "OUTPUT_UNCERTAINTY" if uncertainty else None,
            "SAMPLES" if options.samples > 1 else None,
        )
    elif uncertainty and options.samples < 2:
        raise InputError(
            "OUTPUT_UNCERTAINTY is the spread of several samples: set SAMPLES to 2 or more, or leave it blank."
        )
    own = package.sampling and package.sampling.with_overrides(sampler, schedule)
    net, info = package.net, package.info
    halo = None if options.exact else info.effective_halo.get(net.scale)
    memory = TileMemory(
        options.memory, options.tile_size, options.batch_size or 1, held_to.halo if held_to else 0
    )
    if isinstance(net, ArrayModel):
        from .backends.choice_without_torch import choose_array_backend

        array_net = choose_array_backend(
            net.with_halo(halo),
            info.input_mean,
            info.input_std,
            options.vulkan,
            fast=options.fast,
            memory=memory,
        )
        return build_net_predictor(array_net, own, held_to, options)
    if isinstance(net, OnnxModel):
        from .onnx_net import build_onnx_net

        _refuse_vulkan(package, options)
        onnx_net = build_onnx_net(net.with_halo(halo), info.input_mean, info.input_std, info.result_places)
        return build_net_predictor(onnx_net, own, held_to, options)
    from ..backbones import SrNet
    from .backends.choice_with_torch import choose_backend, choose_vulkan

    runnable: TiledNet | DiffusionNet
    if not isinstance(net, SrNet):
        _refuse_vulkan(package, options)
        runnable = net
    elif options.vulkan:
        near, graphs = net.with_halo(halo), package.graphs
        runnable = choose_vulkan(near, package.name, graphs, options.vulkan, fast=options.fast)
    else:
        near = net.with_halo(halo)
        runnable = choose_backend(near, options.backend, package.graphs, fast=options.fast, memory=memory)
    return build_net_predictor(runnable, own, held_to, options)


def build_net_predictor(
    net: TiledNet | DiffusionNet,
    sampling: Sampling | None = None,
    consistency: Consistency | None = None,
    options: PredictorOptions = DEFAULT,
) -> Predictor:
    """Return a net ready to run; a diffusion net needs its `sampling`.

    Raises:
        InputError: a diffusion net cannot take tiles of this size, or more steps are asked for than were trained.
    """
    from .convolutional import ConvolutionalPredictor

    if takes_arrays(net):  # none of diffusion, which is torch's
        return ConvolutionalPredictor(net, consistency, options.tile_size, options.batch_size or 1)
    from ..backbones import DiffusionNet

    if not isinstance(net, DiffusionNet):
        return ConvolutionalPredictor(net, consistency, options.tile_size, options.batch_size or 1)
    if sampling is None:
        raise TypeError("a diffusion net without a way to sample it")
    from .batched_denoiser import BatchedDenoiser
    from .diffusion import DiffusionPredictor
    from .diffusion_tiling import DiffusionTiling

    size = options.tile_size or net.tile_size
    net.backbone.adapt_to_patches(size * net.scale)
    denoiser = BatchedDenoiser.of(net, size * net.scale, options.batch_size)
    tiling = DiffusionTiling(net, sampling.steps(), sampling.estimate, size, options.seed, denoiser)
    return DiffusionPredictor(tiling, sampling.sampler, options.samples, consistency)


def sample_count(predictor: Predictor) -> int:
    """Return of how many samples a model's results are the mean; 1 where it is no diffusion model."""
    return int(predictor.tags.get(SAMPLES_TAG, 1))


def is_held_consistent(info: PackageInfo, asked: Literal["on", "off"] | None) -> bool:
    """Return whether a model's results are made to degrade to the low-resolution image, which takes torch.

    Args:
        info: The model's description.
        asked: The user's choice; None: as the model says.
    """
    return asked == "on" or (asked is None and info.consistency)


def _choose_consistency(package: ModelPackage, asked: Literal["on", "off"] | None) -> Consistency | None:
    """Return the `Consistency` that corrects a model's results; None if they are not corrected."""
    if not is_held_consistent(package.info, asked):
        return None
    if torch_version() is None:
        raise IncompleteEngine(
            "Enforcing consistency with the low-resolution image needs PyTorch, which the light SR engine does "
            'not have: set CONSISTENCY to off, or run "Set up SR engine" with PARTS set to complete.'
        )
    from .back_projection import Consistency

    found = Consistency.of(package.info.degradation, package.net.scale)
    if found is None and asked == "on":
        raise InputError(
            "The model does not say how its low-resolution images were made from high-resolution ones, so "
            "consistency cannot be enforced: leave CONSISTENCY blank."
        )
    return found


def _refuse_vulkan(package: ModelPackage, options: PredictorOptions) -> None:
    if options.vulkan:
        raise InputError(
            "Vulkan computes convolutional models only, and {model} is a diffusion model or in ONNX: set DEVICE to "
            '"auto" or "cpu".',
            model=package.name,
        )


def _refuse(package: ModelPackage, *parameters: str | None) -> None:
    """Raise InputError if the user has set any of `parameters`, which only diffusion models have."""
    for name in parameters:
        if name is not None:
            raise InputError(
                "{model} is not a diffusion model and always gives the same result: leave {name} blank.",
                model=package.name,
                name=name,
            )
