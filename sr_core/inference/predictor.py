"""Models ready to run: what all kinds have in common, and how a package or a net becomes one."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window

from ..diffusion.samplers import Sampler
from ..diffusion.sampling import Sampling
from ..diffusion.schedules import NoiseSchedule
from ..errors import IncompleteEngine, InputError
from ..override import UNCHANGED, Override
from ..package.array_model import ArrayModel
from ..package.info import PackageInfo
from ..package.onnx_model import OnnxModel
from ..package.srpk import ModelPackage
from ..progress import Log, Progress
from ..raster.cog import CogWriter
from ..raster.radiometry import Radiometry
from ..raster.source import Source
from ..torch_build import torch_version
from .memory_tiling import TiledNet, takes_arrays

if TYPE_CHECKING:
    import torch

    from ..backbones import DiffusionNet
    from .back_projection import Consistency
    from .backends.choice import BackendName

# What computes is imported where it is chosen: no run needs all of it, and torch takes longer than many a job.


class Predictor(Protocol):
    """A model ready to run: `ConvolutionalPredictor` or `DiffusionPredictor`, and nobody needs to know which."""

    scale: int
    """How many times finer its result is."""
    bands: int
    """How many it gives."""
    inputs: int
    """Channels that it takes: bands, and perhaps a guide, folded onto their pixels, after them."""
    device: torch.device
    """Where it computes."""
    halo: int
    """Low-resolution pixels that it reads around those whose results are kept."""
    consistency: Consistency | None
    """What its results are held to."""
    tags: Mapping[str, str]
    """How its results come about, beside model and device, for the files that hold them."""
    notes: list[Log]
    """What computes has to say of the work; whoever tells it takes it out, as `run` does."""

    @property
    def tile_size(self) -> int:
        """Side of what it computes at once, in low-resolution pixels."""

    @property
    def outputs(self) -> Sequence[int]:
        """Places, among the channels that it takes, of the bands that it gives."""

    def upscale(self, lr: NDArray[np.float32]) -> NDArray[np.float32]:
        """Super-resolve an image (inputs, h, w) in memory to (bands, h × scale, w × scale); physical units, all finite."""

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
        writer: CogWriter,
        uncertainty: CogWriter | None = None,
        *,
        whole: Window | None = None,
    ) -> Generator[Progress | Log, None, None]:
        """Super-resolve a window of a raster of any size; memory use does not grow with it.

        Args:
            source: The raster, with the model's bands, and the guide after them.
            radiometry: What the values of all its channels mean.
            window: What is super-resolved; pixels around it are read as well.
            writer: Takes the result.
            uncertainty: Takes the standard deviation of samples, in units of the raster's pixels.
            whole: The window of which this one is a block, cut at `cuts`; none if it is no block.

        Raises:
            SrError: a result is not finite somewhere, or the memory does not suffice.
        """


@dataclass(frozen=True)
class PredictorOptions:
    """How a model is run, where that is said."""

    tile_size: int | None = None
    """Side of what is computed at once, in low-resolution pixels; none chooses it."""
    batch_size: int | None = None
    """Tiles computed together; none chooses it."""
    seed: int = 0
    """Chooses among the results that a diffusion model can give."""
    samples: int = 1
    """How many of these are averaged."""
    backend: BackendName | None = None
    """What computes a convolutional network; none takes the fastest."""
    vulkan: str | None = None
    """The graphics card that computes it by Vulkan, as a job's DEVICE; none computes it otherwise."""
    exact: bool = False
    """Whether tiles are read with all that a network sees, in place of what shows."""
    fast: bool = False
    """Whether a convolutional network may be computed in half precision, where that is faster."""


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
        options: How it is run.
        sampler: What differs from the package's own sampler, as `Sampling.with_overrides` takes it.
        schedule: Likewise, by which the sampler's steps are spread.
        uncertainty: Whether it is wanted how far samples differ.
        consistency: Whether results are held to the low-resolution image; none leaves that to the package.

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
            "OUTPUT_UNCERTAINTY says how samples differ: set SAMPLES to 2 or more, or leave it blank."
        )
    own = package.sampling and package.sampling.with_overrides(sampler, schedule)
    net, info = package.net, package.info
    halo = None if options.exact else info.effective_halo.get(net.scale)
    if isinstance(net, ArrayModel):
        from .backends.array_choice import choose_array_backend

        array_net = choose_array_backend(
            net.with_halo(halo), info.input_mean, info.input_std, options.vulkan, fast=options.fast
        )
        return build_net_predictor(array_net, own, held_to, options)
    if isinstance(net, OnnxModel):
        from .onnx import build_onnx_net

        _refuse_vulkan(package, options)
        onnx_net = build_onnx_net(net.with_halo(halo), info.input_mean, info.input_std, info.result_places)
        return build_net_predictor(onnx_net, own, held_to, options)
    from ..backbones import SrNet
    from .backends.choice import choose_backend, choose_vulkan

    runnable: TiledNet | DiffusionNet
    if not isinstance(net, SrNet):
        _refuse_vulkan(package, options)
        runnable = net
    elif options.vulkan:
        near, graphs = net.with_halo(halo), package.graphs
        runnable = choose_vulkan(near, package.name, graphs, options.vulkan, fast=options.fast)
    else:
        runnable = choose_backend(net.with_halo(halo), options.backend, package.graphs, fast=options.fast)
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
    from .denoiser import BatchedDenoiser
    from .diffusion import DiffusionPredictor
    from .diffusion_tiling import DiffusionTiling

    size = options.tile_size or net.tile_size
    net.backbone.adapt_to_patches(size * net.scale)
    denoiser = BatchedDenoiser.of(net, size * net.scale, options.batch_size)
    tiling = DiffusionTiling(net, sampling.steps(), size, options.seed, denoiser)
    return DiffusionPredictor(tiling, sampling.sampler, options.samples, consistency)


def is_held_consistent(info: PackageInfo, asked: Literal["on", "off"] | None) -> bool:
    """Return whether a model's results are held to the low-resolution image, which takes torch.

    Args:
        info: What the model says of itself.
        asked: What the user says; none leaves it to the model.
    """
    return asked == "on" or (asked is None and info.consistency)


def _choose_consistency(package: ModelPackage, asked: Literal["on", "off"] | None) -> Consistency | None:
    """Return what results are held to."""
    if not is_held_consistent(package.info, asked):
        return None
    if torch_version() is None:
        raise IncompleteEngine(
            "To hold results to the low-resolution image takes PyTorch, which the light SR engine does not have: set "
            'CONSISTENCY to off, or run "Set up SR engine" with PARTS set to complete.'
        )
    from .back_projection import Consistency

    found = Consistency.of(package.info.degradation, package.net.scale)
    if found is None and asked == "on":
        raise InputError(
            "The model does not say how its low-resolution images came about from high-resolution ones, so "
            "its results cannot be held to them: leave CONSISTENCY blank."
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
    """Refuse what only diffusion models can do if any of it is asked for, by its parameter."""
    for name in parameters:
        if name is not None:
            raise InputError(
                "{model} is no diffusion model and always gives the same result: leave {name} blank.",
                model=package.name,
                name=name,
            )
