"""From a denoiser, which knows normalised numbers, to a net that knows physical units."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

import torch
from jaxtyping import Bool, Float
from torch import Tensor, nn

from ._freezing import FreezableNet
from ._net import bicubic, keep_statistics, require_served

if TYPE_CHECKING:
    from ._diffusion import DiffusionBackbone


class DiffusionNet(FreezableNet):
    """A network that tells the noise in a noisy image, for one number of bands and one scale.

    It never sees physical units. `condition` is what the low-resolution image says, x_0 what is sought:

    condition = bicubic((lr − mean) / std)
    hr = x_0 × spread × std + bicubic(lr)    with the bicubic global skip
    hr = x_0 × std + mean                    without
    x_t = √ᾱ x_0 + √(1 − ᾱ) eps              (Ho et al. 2020, equation 4)

    Only the body has weights. `spread` is one of them: how far x_0 spreads, measured on the first patches.

    Raises:
        BadInput: the backbone cannot do this scale.
    """

    mean: Tensor
    std: Tensor

    def __init__(
        self, backbone: DiffusionBackbone, bands: int, scale: int, mean: Sequence[float], std: Sequence[float]
    ) -> None:
        super().__init__()
        backbone.require(scale)
        self.backbone, self.bands, self.scale = backbone, bands, scale
        keep_statistics(self, mean, std)
        self.body = nn.ModuleDict({"denoiser": backbone.denoiser(bands)})
        if backbone.global_skip == "bicubic":
            self.body["spread"] = _Spread(bands)

    @property
    def _spread(self) -> _Spread | None:
        return cast(_Spread, self.body["spread"]) if "spread" in self.body else None

    def serve(self, scale: int) -> None:
        """Refuse any scale but its own.

        Raises:
            BadInput: it is another.
        """
        require_served(scale, (self.scale,))

    @property
    def device(self) -> torch.device:
        """Where it computes."""
        return self.mean.device

    @property
    def tile_size(self) -> int:
        """Side of the images that it learnt from, in low-resolution pixels.

        Raises:
            BadInput: its backbone does not say.
        """
        return self.backbone.sized() // self.scale

    def blocks(self) -> Sequence[nn.Module]:
        return self.backbone.blocks(self.body["denoiser"])

    def condition(self, lr: Float[Tensor, "b c h w"]) -> Float[Tensor, "b c H W"]:
        """What the low-resolution image, in physical units, says of the high-resolution one; normalised."""
        return bicubic((lr - self.mean) / self.std, self.scale)

    def calibrate(
        self,
        hr: Float[Tensor, "b c H W"],
        condition: Float[Tensor, "b c H W"],
        valid: Bool[Tensor, "b c H W"],
        total: Callable[[Tensor], Tensor] = lambda value: value,
    ) -> None:
        """Measure `spread` on patches, unless it has been: then x_0 has the spread of the noise. `total` sums over what
        several processes have of them."""
        if self._spread and not self._spread.measured:
            self._spread.measure(self.x_0(hr, condition), valid, total)

    def x_0(
        self, hr: Float[Tensor, "b c H W"], condition: Float[Tensor, "b c H W"]
    ) -> Float[Tensor, "b c H W"]:
        """From physical units to what is diffused."""
        normalised = (hr - self.mean) / self.std
        return (normalised - condition) / self._spread.value if self._spread else normalised

    def physical(
        self, x_0: Float[Tensor, "b c H W"], condition: Float[Tensor, "b c H W"]
    ) -> Float[Tensor, "b c H W"]:
        """The way back."""
        if self._spread:
            x_0 = x_0 * self._spread.value + condition
        return x_0 * self.std + self.mean

    def forward(
        self, x_t: Float[Tensor, "b c H W"], condition: Float[Tensor, "b c H W"], level: Float[Tensor, " b"]
    ) -> Float[Tensor, "b c H W"]:
        """The noise (eps) in x_t; `level` is √ᾱ, how much of x_t is x_0, in (0, 1]."""
        eps: Tensor = self.body["denoiser"](torch.cat((condition, x_t), dim=1), level)
        return eps


class _Spread(nn.Module):
    """How far a residual spreads in each band, in units of the band's standard deviation; 1 until it is measured."""

    value: Tensor
    measured: Tensor

    def __init__(self, bands: int) -> None:
        super().__init__()
        self.register_buffer("value", torch.ones(1, bands, 1, 1))
        self.register_buffer("measured", torch.tensor(False))

    def measure(
        self,
        residual: Float[Tensor, "b c H W"],
        valid: Bool[Tensor, "b c H W"],
        total: Callable[[Tensor], Tensor],
    ) -> None:
        """Root of the mean square over valid pixels; where there is none, or no residual, 1 remains."""
        axes = (0, 2, 3)
        squares = total((residual * valid).square().sum(axes, keepdim=True))
        found = (squares / total(valid.sum(axes, keepdim=True)).clamp(min=1)).sqrt()
        self.value.copy_(torch.where(found > 0, found, self.value))
        self.measured.fill_(True)
