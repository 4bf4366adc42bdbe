"""Networks that are evaluated many times on the way from noise to the result: their config and the net it builds."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Annotated, ClassVar, Literal, Self, cast

import torch
from jaxtyping import Bool, Float
from pydantic import Field, JsonValue
from torch import Tensor, nn

from ..errors import InputError
from ._backbone import Backbone
from ._blocks import bicubic
from ._trainable_net import TrainableNet


class DiffusionBackbone(Backbone):
    """The config of a network that is shown a noisy image, and the low-resolution one beside it; `net` builds it.

    What it tells of the noisy image is up to the objective, `denoising` or `flow`. It works through a sampler.
    """

    tiny: ClassVar[tuple[dict[str, JsonValue], ...]] = ({"image_size": 16},)

    global_skip: Annotated[Literal["bicubic", "none"], Field(title="Global skip")] = "bicubic"
    """What the result is added to: the input upsampled bicubically, so that only what that lacks is learnt, or nothing
    (as in the paper)."""

    clip: Annotated[float, Field(title="Clip", gt=0)] = 8
    """Limit of the estimated result, as a multiple of its spread; 1 in the code of SR3, whose images range from −1 to
    1."""

    image_size: Annotated[int | None, Field(title="Image size", ge=8, le=4096)] = None
    """Side of the images it learns from, in high-resolution pixels; results are computed in tiles of this size. Blank
    is PATCH_SIZE × scale."""

    def adapt_to_patches(self, side: int) -> Self:
        """Return this config with `side` as its image size, unless it has one.

        Then only that must suit the network, which can learn from images of another size than it will work on.

        Raises:
            InputError: the network cannot take images of this size.
        """
        sized = self.build({**self.model_dump(), "image_size": side})
        return sized if self.image_size is None else self

    def net(
        self, bands: int, scale: int, mean: Sequence[float], std: Sequence[float], guide_ratio: int = 1
    ) -> DiffusionNet:
        self.require(scale)
        if self.image_size and self.image_size % scale:
            raise InputError(
                "image_size={image_size} is not a multiple of the scale, which is {scale}: choose one that is.",
                image_size=self.image_size,
                scale=scale,
            )
        return DiffusionNet(self, bands, scale, mean, std, guide_ratio)

    def require_image_size(self) -> int:
        """Return the image size.

        Raises:
            InputError: it has none yet.
        """
        if self.image_size is None:
            raise InputError(
                "{backbone} is built for images of one size: set image_size, in high-resolution pixels.",
                backbone=self.id,
            )
        return self.image_size

    @abstractmethod
    def multiple_of(self) -> int:
        """Return the high-resolution pixels of which the sides of an image must be a multiple."""

    @abstractmethod
    def activation_floats(self) -> int:
        """Return the floats held at once for each high-resolution pixel while it predicts.

        Batch sizes follow from it.
        """

    @abstractmethod
    def denoiser(self, bands: int, conditions: int) -> nn.Module:
        """Build the network itself.

        It maps (b, conditions + bands, H, W), the condition and then x_t, and the level (b,) of `DiffusionNet` to what
        there is to tell of x_t (b, bands, H, W).
        """


class DiffusionNet(TrainableNet):
    """A net that tells of a noisy image x_t what its objective asks for.

    It never sees physical units. `condition` is what the low-resolution image says, x_0 what is sought:

    condition = bicubic((lr − mean) / std), and the guide, likewise normalised, on the pixels of the result
    hr = x_0 × spread × std + bicubic(lr)    with the bicubic global skip
    hr = x_0 × std + mean                    without
    x_t = √ᾱ x_0 + √(1 − ᾱ) eps              of which `denoising` asks for eps (Ho et al. 2020, equation 4)
    x_t = t x_0 + (1 − t) eps                of which `flow` asks for x_0 − eps (Liu et al. 2023, equation 1)

    `level` is the factor of x_0 in x_t: √ᾱ, or t. Both rise from 0 for noise alone to 1 for the image, so that one embedding
    (`NoiseLevel`) serves both.

    `spread`, how far x_0 spreads, is measured on the first patches and saved with the weights.
    """

    backbone: DiffusionBackbone

    def __init__(
        self,
        backbone: DiffusionBackbone,
        bands: int,
        scale: int,
        mean: Sequence[float],
        std: Sequence[float],
        guide_ratio: int = 1,
    ) -> None:
        super().__init__(backbone, bands, scale, mean, std)
        self.guide_ratio = guide_ratio
        self.conditions = bands + (self.inputs - bands) // guide_ratio**2
        """Channels of `condition`: the bands, and those of the guide."""
        self.body = nn.ModuleDict({"denoiser": backbone.denoiser(bands, self.conditions)})
        if backbone.global_skip == "bicubic":
            self.body["spread"] = _Spread(bands)

    @property
    def _spread(self) -> _Spread | None:
        return cast(_Spread, self.body["spread"]) if "spread" in self.body else None

    @property
    def tile_size(self) -> int:
        """Side of the images that it learnt from, in low-resolution pixels.

        Raises:
            InputError: its backbone does not say.
        """
        return self.backbone.require_image_size() // self.scale

    def condition(self, lr: Float[Tensor, "b c h w"]) -> Float[Tensor, "b n H W"]:
        """Return the low-resolution image, given in physical units, normalised and upsampled.

        A guide comes after it: its own pixels where they are as fine as the result's, else resampled bicubically, and
        averaged where they are finer.
        """
        normalised = (lr - self.mean) / self.std
        upsampled = bicubic(normalised[:, : self.bands], self.scale)
        if self.inputs == self.bands:
            return upsampled
        guide = nn.functional.pixel_shuffle(normalised[:, self.bands :], self.guide_ratio)
        if self.guide_ratio != self.scale:
            guide = nn.functional.interpolate(
                guide, upsampled.shape[-2:], mode="bicubic", antialias=self.guide_ratio > self.scale
            )
        return torch.cat((upsampled, guide), dim=1)

    def calibrate(
        self,
        hr: Float[Tensor, "b c H W"],
        condition: Float[Tensor, "b n H W"],
        valid: Bool[Tensor, "b c H W"],
        total: Callable[[Tensor], Tensor] = lambda value: value,
    ) -> None:
        """Measure `spread` on patches, unless it has been: then x_0 has the spread of the noise.

        Args:
            hr: The patches, in physical units.
            condition: What `condition` makes of their low-resolution side.
            valid: Which of the pixels count.
            total: Sums a tensor over the processes that train together.
        """
        if self._spread and not self._spread.measured:
            self._spread.measure(self.x_0(hr, condition), valid, total)

    def x_0(
        self, hr: Float[Tensor, "b c H W"], condition: Float[Tensor, "b n H W"]
    ) -> Float[Tensor, "b c H W"]:
        """Convert an image in physical units to x_0, what is diffused."""
        normalised = (hr - self.result_mean) / self.result_std
        return (normalised - condition[:, : self.bands]) / self._spread.value if self._spread else normalised

    def physical(
        self, x_0: Float[Tensor, "b c H W"], condition: Float[Tensor, "b n H W"]
    ) -> Float[Tensor, "b c H W"]:
        """Convert x_0 to an image in physical units."""
        if self._spread:
            x_0 = x_0 * self._spread.value + condition[..., : self.bands, :, :]
        return x_0 * self.result_std + self.result_mean

    def forward(
        self, x_t: Float[Tensor, "b c H W"], condition: Float[Tensor, "b n H W"], level: Float[Tensor, " b"]
    ) -> Float[Tensor, "b c H W"]:
        """Tell of x_t what the objective asks for; `level` is how much of x_t is x_0, in [0, 1]."""
        told: Tensor = self.body["denoiser"](torch.cat((condition, x_t), dim=1), level)
        return told


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
        """Set it to the root of the mean square over valid pixels; where there is none, or no residual, 1 remains."""
        axes = (0, 2, 3)
        squares = total((residual * valid).square().sum(axes, keepdim=True))
        found = (squares / total(valid.sum(axes, keepdim=True)).clamp(min=1)).sqrt()
        self.value.copy_(torch.where(found > 0, found, self.value))
        self.measured.fill_(True)
