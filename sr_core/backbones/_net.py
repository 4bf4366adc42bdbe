"""From the body of a regression network, which knows normalised numbers, to a net that knows physical units."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import torch
from jaxtyping import Float
from torch import Tensor, nn

from ..errors import BadInput
from ._blocks import PerScale
from ._freezing import FreezableNet

if TYPE_CHECKING:
    from ._regression import RegressionBackbone


def bicubic(x: Float[Tensor, "b c h w"], scale: int) -> Float[Tensor, "b c H W"]:
    """`x` upsampled bicubically, corner on corner: the global skip, and "bicubic" wherever it is compared with."""
    return nn.functional.interpolate(x, scale_factor=scale, mode="bicubic", align_corners=False)


def bilinear(x: Float[Tensor, "b c h w"], scale: int) -> Float[Tensor, "b c H W"]:
    """`x` upsampled bilinearly, corner on corner: the global skip of BasicSR's MSRResNet."""
    return nn.functional.interpolate(x, scale_factor=scale, mode="bilinear", align_corners=False)


def require_served(scale: int, known: Sequence[int]) -> None:
    """Refuse a scale that is none of those which a model's weights serve.

    Raises:
        BadInput: it is none of them.
    """
    if scale not in known:
        raise BadInput(
            "The model cannot do scale {scale}: it can do {known}.",
            scale=scale,
            known=", ".join(map(str, known)),
        )


def keep_statistics(net: nn.Module, mean: Sequence[float], std: Sequence[float]) -> None:
    """Give `net` the buffers `mean` and `std`, (1, c, 1, 1) each; they are the package's and no part of its weights."""
    # A band that never varies has nothing to learn from; dividing by 1 keeps it finite.
    spread = [value if value > 0 else 1.0 for value in std]
    # An explicit device: a package's net is laid out on the meta device before its weights are trusted.
    for name, values in (("mean", mean), ("std", spread)):
        column = torch.tensor(values, dtype=torch.float32, device="cpu").view(1, -1, 1, 1)
        net.register_buffer(name, column, persistent=False)


class SrNet(FreezableNet):
    """A network in physical units, for one number of bands and one scale at a time.

    sr = tail(trunk((lr − mean) / std)) × std + bicubic(lr)    with the bicubic global skip, likewise the bilinear
    sr = tail(trunk((lr − mean) / std)) × std + mean           without

    Only the body has weights; mean and std are per band and belong to the package, not to its weights.

    Raises:
        BadInput: the backbone's upsampler cannot do this scale.
    """

    mean: Tensor
    std: Tensor

    def __init__(
        self,
        backbone: RegressionBackbone,
        bands: int,
        scale: int,
        mean: Sequence[float],
        std: Sequence[float],
    ) -> None:
        super().__init__()
        backbone.require(scale)
        self.backbone, self.bands, self.scale = backbone, bands, scale
        keep_statistics(self, mean, std)
        self.body = nn.ModuleDict(
            {"trunk": backbone.trunk(bands, scale), "tail": backbone.tail(bands, scale)}
        )

    def serve(self, scale: int) -> None:
        """From now on give results at `scale`, with the weights that are there.

        Raises:
            BadInput: they do not serve this scale.
        """
        require_served(scale, self.backbone.served(self.scale))
        for module in self.body.modules():
            if isinstance(module, PerScale):
                module.scale = scale
        self.scale = scale

    @property
    def device(self) -> torch.device:
        """Where it computes."""
        return self.mean.device

    def blocks(self) -> Sequence[nn.Module]:
        return self.backbone.blocks(self.body["trunk"])

    @property
    def halo(self) -> int:
        """Low-resolution pixels around a pixel that can change its result."""
        return self.backbone.halo(self.scale)

    @property
    def multiple_of(self) -> int:
        """Low-resolution pixels between two places where a tile may begin."""
        return self.backbone.multiple_of()

    @property
    def tail_halo(self) -> int:
        """The part of `halo` that is due to the tail."""
        return self.backbone.tail_halo(self.scale)

    @property
    def trunk_activation_floats(self) -> int:
        """Floats held for each low-resolution pixel while the trunk predicts."""
        return self.backbone.trunk_activation_floats()

    @property
    def tail_activation_floats(self) -> int:
        """Floats held for each low-resolution pixel while the tail predicts."""
        return self.backbone.tail_activation_floats(self.bands, self.scale)

    def trunk(self, lr: Float[Tensor, "b c h w"]) -> Float[Tensor, "b f h w"]:
        """Features of low-resolution pixels given in physical units."""
        features: Tensor = self.body["trunk"]((lr - self.mean) / self.std)
        return features

    def tail(
        self, features: Float[Tensor, "b f h w"], lr: Float[Tensor, "b c h w"]
    ) -> Float[Tensor, "b c H W"]:
        """The result in physical units, from features and the pixels that they are of."""
        detail: Tensor = self.body["tail"](features) * self.std
        match self.backbone.global_skip:
            case "bicubic":
                return detail + bicubic(lr, self.scale)
            case "bilinear":
                return detail + bilinear(lr, self.scale)
            case "none":
                return detail + self.mean

    def forward(self, lr: Float[Tensor, "b c h w"]) -> Float[Tensor, "b c H W"]:
        """Low-resolution pixels to high-resolution ones, both in physical units; every input must be finite."""
        return self.tail(self.trunk(lr), lr)
