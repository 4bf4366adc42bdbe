"""From a package's net to what can be run over an image: a network that is asked once is that already."""

from __future__ import annotations

from ..backbones import DiffusionNet
from ..diffusion.sampling import Sampling
from ..package.srpk import ModelPackage
from .consistency import Consistency, Consistent
from .denoiser import Denoise
from .diffusion import Sampled
from .diffusion_tiling import Canvas
from .memory_tiling import Net


def sampled(
    net: DiffusionNet,
    sampling: Sampling,
    *,
    seed: int = 0,
    samples: int = 1,
    consistency: Consistency | None = None,
    tile_size: int | None = None,
    batch_size: int | None = None,
) -> Sampled:
    """A diffusion net ready to work, in tiles of the size that it learnt from unless another is asked for.

    Raises:
        BadInput: the net cannot take tiles of this size, or more steps are asked for than were trained.
    """
    size = tile_size or net.tile_size
    net.backbone.for_patches(size * net.scale)
    denoise = Denoise.of(net, size * net.scale, batch_size)
    return Sampled(Canvas(net, sampling.steps(), size, seed, denoise), samples, consistency)


def usable(
    net: Net | DiffusionNet, sampling: Sampling | None, consistency: Consistency | None = None
) -> Net | Sampled:
    """A net as it is used where nobody says how; a diffusion net has its `sampling`."""
    if isinstance(net, DiffusionNet):
        if sampling is None:
            raise TypeError("a diffusion net without a way to sample it")
        return sampled(net, sampling, consistency=consistency)
    return Consistent(net, consistency) if consistency else net


def ready(package: ModelPackage) -> Net | Sampled:
    """A model as it is used where nobody says how."""
    info = package.info
    consistency = Consistency.of(info.degradation, package.net.scale) if info.consistency else None
    return usable(package.net, package.sampling, consistency)
