"""Networks that are asked many times on the way from noise to the result."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field
from torch import nn

from ..errors import BadInput
from . import Backbone
from ._diffusion_net import DiffusionNet


class DiffusionBackbone(Backbone):
    """The config of a network that tells the noise in an image, given the low-resolution one; `net` builds it.

    It is learnt with the objective `denoising`, and works through a sampler.
    """

    scales: ClassVar = (2, 3, 4, 8)

    global_skip: Annotated[Literal["bicubic", "none"], Field(title="Global skip")] = "bicubic"
    """What the result is added to: the input upsampled bicubically, so that only what that lacks is learnt, or nothing
    (as in the paper)."""

    clip: Annotated[float, Field(title="Clip", gt=0)] = 8
    """Estimates of what is sought stay within this many times its spread; 1 in the code of SR3, whose images range from
    −1 to 1."""

    image_size: Annotated[int | None, Field(title="Image size", ge=8, le=4096)] = None
    """Side of the images it learns from, in high-resolution pixels; results are computed in tiles of this size. Blank
    is PATCH_SIZE × scale."""

    def for_patches(self, side: int) -> Self:
        """This config with `side` as its image size, unless it has one: then only that must suit the network, for it
        can be learnt from images of another size than it will work on.

        Raises:
            BadInput: the network cannot take images of this size.
        """
        sized = self.build({**self.model_dump(), "image_size": side})
        return sized if self.image_size is None else self

    def net(self, bands: int, scale: int, mean: Sequence[float], std: Sequence[float]) -> DiffusionNet:
        """The network, freshly initialised; `mean` and `std` are per band, in physical units.

        Raises:
            BadInput: it cannot do this scale, or its options do not go together.
        """
        self.require(scale)
        if self.image_size and self.image_size % scale:
            raise BadInput(
                "image_size={image_size} is not a multiple of the scale, which is {scale}: choose one that is.",
                image_size=self.image_size,
                scale=scale,
            )
        return DiffusionNet(self, bands, scale, mean, std)

    def sized(self) -> int:
        """The image size.

        Raises:
            BadInput: it has none yet.
        """
        if self.image_size is None:
            raise BadInput(
                "{backbone} is laid out for images of one size: set image_size, in high-resolution pixels.",
                backbone=self.id,
            )
        return self.image_size

    def multiple_of(self) -> int:
        """High-resolution pixels of which the sides of an image must be a multiple."""
        raise NotImplementedError

    def floats(self) -> int:
        """Floats held at once for each high-resolution pixel while it predicts: batch sizes follow from it."""
        raise NotImplementedError

    def blocks(self, denoiser: nn.Module) -> Sequence[nn.Module]:
        """The parts of such a denoiser that an image goes through one after another on its way in; FREEZE counts them."""
        raise NotImplementedError

    def denoiser(self, bands: int) -> nn.Module:
        """From (b, 2 × bands, H, W), the condition and then x_t, and the level √ᾱ (b,) to the noise (b, bands, H, W)."""
        raise NotImplementedError
