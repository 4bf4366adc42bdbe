"""Perceptual losses, which compare the features of a trained network (VGG) in result and truth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, ClassVar, Literal, Self

import torch
from jaxtyping import Bool, Float
from pydantic import Field, model_validator
from torch import Tensor
from torch.nn.functional import l1_loss, mse_loss

from ..backbones import DiffusionNet, SrNet
from ..errors import InputError, OptionError
from ..progress import Progress
from ..raster.display_bands import display_bands
from . import Batch, Learner, Monitor, StepSettings, _vgg_weights
from ._vgg import MEAN, STD, layer_names
from .pixel import Pixel, PixelLearner

CRITERIA = {"l1": l1_loss, "l2": mse_loss}


class Perceptual(Pixel):
    """Pixel and feature loss (VGG).

    Pixel loss, and beside it the difference between the features that VGG, a network trained on photographs, sees
    in result and truth (Johnson et al. 2016), and on request between their Gram matrices, which is texture without
    place (Gatys et al. 2016): sharper pictures at a lower PSNR. VGG looks at three bands; the pixel loss is what
    teaches the others. The defaults are the U-Net recipe of fast.ai; gram_weight=5000 adds its third term. VGG's
    weights are downloaded once (0.5 GB), or read from the file that vgg_weights names.
    """

    monitor: ClassVar[Monitor | None] = "loss"

    pixel_weight: Annotated[float, Field(title="Weight of the pixel loss", ge=0)] = 1.0
    """Factor on the pixel loss."""

    feature_weight: Annotated[float, Field(title="Weight of the feature loss", ge=0)] = 1.0
    """Factor on the feature loss; 0 leaves it out."""

    gram_weight: Annotated[float, Field(title="Weight of the Gram loss", ge=0)] = 0.0
    """Factor on the difference of Gram matrices; 0 leaves it out."""

    vgg: Annotated[Literal["vgg16", "vgg19"], Field(title="VGG")] = "vgg16"
    """Which of the two networks looks at the images."""

    layers: Annotated[tuple[str, ...], Field(title="VGG's layers", min_length=1)] = (
        "relu3_3",
        "relu4_3",
        "relu5_3",
    )
    """Whose features count: conv5_4 is the fourth convolution of the fifth block, relu5_4 the same after its
    activation."""

    layer_weights: Annotated[tuple[float, ...], Field(title="Weights of the layers", min_length=1)] = (
        5,
        15,
        2,
    )
    """Factor on each layer's features, in the order of the layers; Gram matrices get their squares."""

    feature_criterion: Annotated[Literal["l1", "l2"], Field(title="Criterion of features")] = "l1"
    """How features and Gram matrices are compared. l1: absolute difference; l2: squared difference."""

    rgb: Annotated[
        tuple[Annotated[int, Field(ge=1)], Annotated[int, Field(ge=1)], Annotated[int, Field(ge=1)]] | None,
        Field(title="Red, green and blue"),
    ] = None
    """Numbers of the bands that VGG sees as red, green and blue, such as 4,3,2. Blank: by the bands' descriptions,
    else the first three; of fewer than three bands the first, as grey."""

    vgg_weights: Annotated[str | None, Field(title="File of VGG's weights")] = None
    """A file with VGG's weights as torchvision has them (.pth or .safetensors), for computers without internet.
    Blank: the official file, downloaded when first needed."""

    @model_validator(mode="after")
    def _check_layers(self) -> Self:
        known = [name for name in layer_names(self.vgg) if not name.startswith("pool")]
        strange = [name for name in self.layers if name not in known]
        if strange:
            raise OptionError(
                "{vgg} has no layer {layer}: it has {known}.",
                vgg=self.vgg,
                layer=repr(strange[0]),
                known=", ".join(known),
            )
        if len(self.layer_weights) != len(self.layers):
            raise OptionError(
                "There are {layers} layers and {weights} layer_weights: give one weight for each layer.",
                layers=len(self.layers),
                weights=len(self.layer_weights),
            )
        return self

    @property
    def needs_vgg(self) -> bool:
        """Whether one of the losses compares VGG's features."""
        return self.feature_weight > 0 or self.gram_weight > 0

    def fetch(self) -> Iterator[Progress]:
        if self.needs_vgg and not self.vgg_weights:
            yield from _vgg_weights.fetch(self.vgg)

    def build_learner(
        self, net: SrNet | DiffusionNet, settings: StepSettings, bands: Sequence[str]
    ) -> Learner:
        return PerceptualLearner(self, self.require_regression(net), settings, bands)

    def rgb_indices(self, bands: Sequence[str]) -> tuple[int, int, int]:
        """Return the indices of the bands that VGG sees as red, green and blue.

        Args:
            bands: The bands' descriptions, in their order.

        Raises:
            InputError: `rgb` names a band that does not exist.
        """
        if self.rgb is None:
            shown = display_bands(bands)
            return (shown[0], shown[len(shown) // 2], shown[-1])
        if max(self.rgb) > len(bands):
            raise InputError(
                "rgb names band {band}, and the tiles have {count}: correct rgb in OBJECTIVE_OPTIONS.",
                band=max(self.rgb),
                count=len(bands),
            )
        red, green, blue = (number - 1 for number in self.rgb)
        return red, green, blue


class ContentLoss:
    """Pixel, feature and Gram loss between result and truth, without the adversary's."""

    def __init__(self, config: Perceptual, net: SrNet, bands: Sequence[str]) -> None:
        self.config = config
        if config.needs_vgg:
            self.rgb = list(config.rgb_indices(bands or ("",) * net.bands))
            self.vgg = _vgg_weights.load(config.vgg, config.layers, config.vgg_weights)
            self.vgg.to(net.mean.device, memory_format=torch.channels_last)  # type: ignore[call-overload]

    def losses(
        self, sr: Float[Tensor, "b c H W"], hr: Float[Tensor, "b c H W"], valid: Bool[Tensor, "b c H W"]
    ) -> dict[str, Tensor]:
        """Return the losses by name, not yet weighted.

        Args:
            sr: The result, in standard deviations of each band from its mean.
            hr: The truth, in standard deviations of each band from its mean.
            valid: Which pixels count.
        """
        config = self.config
        losses = {"pixel": config.distance(sr, hr, valid)}
        if not config.needs_vgg:
            return losses
        compare = CRITERIA[config.feature_criterion]
        # In a gap both are equal, so that nothing is learnt from how it was filled.
        found = self.vgg(self._photograph(torch.where(valid, sr, hr)))
        with torch.no_grad():
            wanted = self.vgg(self._photograph(hr))
        weighted = list(zip(config.layers, config.layer_weights, strict=True))
        if config.feature_weight:
            each = [weight * compare(found[name], wanted[name]) for name, weight in weighted]
            losses["features"] = torch.stack(each).sum()
        if config.gram_weight:
            each = [
                weight**2 * compare(gram_matrix(found[name]), gram_matrix(wanted[name]))
                for name, weight in weighted
            ]
            losses["gram"] = torch.stack(each).sum()
        return losses

    def total(self, losses: Mapping[str, Tensor]) -> Float[Tensor, ""]:
        """Return the weighted sum of `losses`."""
        config = self.config
        weights = {
            "pixel": config.pixel_weight,
            "features": config.feature_weight,
            "gram": config.gram_weight,
        }
        return torch.stack([weights[name] * loss for name, loss in losses.items()]).sum()

    def _photograph(self, image: Float[Tensor, "b c H W"]) -> Float[Tensor, "b 3 H W"]:
        """Give the red, green and blue bands the mean and contrast of ImageNet's photographs, whatever their unit.

        Reflectance, for one, is far darker than the pictures that VGG was trained on.
        """
        rgb = image[:, self.rgb]
        std, mean = (rgb.new_tensor(values).view(1, 3, 1, 1) for values in (STD, MEAN))
        return rgb * std + mean


class PerceptualLearner(PixelLearner):
    """Trains a regression network by pixel, feature and Gram loss."""

    config: Perceptual

    def __init__(self, config: Perceptual, net: SrNet, settings: StepSettings, bands: Sequence[str]) -> None:
        super().__init__(config, net, settings)
        self.content = ContentLoss(config, net, bands)

    def standardise(self, *images: Float[Tensor, "b c H W"]) -> Iterator[Float[Tensor, "b c H W"]]:
        """Yield `images`, in physical units, in standard deviations of each band from its mean."""
        return ((image - self.net.result_mean) / self.net.result_std for image in images)

    def losses(self, sr: Float[Tensor, "b c H W"], batch: Batch) -> dict[str, Tensor]:
        sr, hr = self.standardise(sr, batch.hr)
        losses = self.content.losses(sr, hr, batch.valid)
        return {"loss": self.content.total(losses), **losses}


def gram_matrix(features: Float[Tensor, "b f h w"]) -> Float[Tensor, "b f f"]:
    """Return the Gram matrices of features: the sum over pixels of the product of each two features, / (f h w)."""
    flat = features.flatten(2)
    return flat @ flat.transpose(1, 2) / flat[0].numel()
