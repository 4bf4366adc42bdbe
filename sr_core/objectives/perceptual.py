"""Perceptual losses: what a network that knows pictures makes of result and truth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, ClassVar, Literal, Self

import torch
from jaxtyping import Bool, Float
from pydantic import Field, model_validator
from torch import Tensor
from torch.nn.functional import l1_loss, mse_loss

from ..backbones import DiffusionNet, SrNet
from ..errors import BadInput, OptionError
from ..progress import Progress
from ..raster.display_bands import display_bands
from . import Batch, Learner, Monitor, Part, Plan, _vgg_weights
from ._optimizer import ScheduledOptimizer, answering
from ._vgg import MEAN, STD, layer_names
from .pixel import Pixel

CRITERIA = {"l1": l1_loss, "l2": mse_loss}


class Perceptual(Pixel):
    """Pixel and feature loss (VGG)

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
    def _layers_fit(self) -> Self:
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
    def looks(self) -> bool:
        """Whether VGG is needed."""
        return self.feature_weight > 0 or self.gram_weight > 0

    def fetch(self) -> Iterator[Progress]:
        if self.looks and not self.vgg_weights:
            yield from _vgg_weights.fetch(self.vgg)

    def learner(self, net: SrNet | DiffusionNet, plan: Plan, bands: Sequence[str]) -> Learner:
        return _PerceptualLearner(self, self.require_regression(net), plan, bands)

    def colours(self, bands: Sequence[str]) -> tuple[int, int, int]:
        """Indices of the bands, given by their descriptions, that VGG sees as red, green and blue.

        Raises:
            BadInput: `rgb` names a band that there is not.
        """
        if self.rgb is None:
            shown = display_bands(bands)
            return (shown[0], shown[len(shown) // 2], shown[-1])
        if max(self.rgb) > len(bands):
            raise BadInput(
                "rgb names band {band}, and the tiles have {count}: correct rgb in OBJECTIVE_OPTIONS.",
                band=max(self.rgb),
                count=len(bands),
            )
        red, green, blue = (number - 1 for number in self.rgb)
        return red, green, blue


class Content:
    """How far results are from the truth, all but the adversary's word on it: pixels, features and Gram matrices."""

    def __init__(self, config: Perceptual, net: SrNet, bands: Sequence[str]) -> None:
        self.config = config
        if config.looks:
            self.colours = list(config.colours(bands or ("",) * net.bands))
            self.vgg = _vgg_weights.load(config.vgg, config.layers, config.vgg_weights)
            self.vgg.to(net.mean.device, memory_format=torch.channels_last)  # type: ignore[call-overload]

    def losses(
        self, sr: Float[Tensor, "b c H W"], hr: Float[Tensor, "b c H W"], valid: Bool[Tensor, "b c H W"]
    ) -> dict[str, Tensor]:
        """By name, not yet weighted; images in units of the bands' standard deviations from their means."""
        config = self.config
        losses = {"pixel": config.distance(sr, hr, valid)}
        if not config.looks:
            return losses
        differ = CRITERIA[config.feature_criterion]
        # In a gap both look alike, so that nothing is learnt from how it was filled.
        seen = self.vgg(self._picture(torch.where(valid, sr, hr)))
        with torch.no_grad():
            true = self.vgg(self._picture(hr))
        weighted = list(zip(config.layers, config.layer_weights, strict=True))
        if config.feature_weight:
            each = [weight * differ(seen[name], true[name]) for name, weight in weighted]
            losses["features"] = torch.stack(each).sum()
        if config.gram_weight:
            each = [weight**2 * differ(gram(seen[name]), gram(true[name])) for name, weight in weighted]
            losses["gram"] = torch.stack(each).sum()
        return losses

    def total(self, losses: Mapping[str, Tensor]) -> Float[Tensor, ""]:
        """Their weighted sum."""
        config = self.config
        weights = {
            "pixel": config.pixel_weight,
            "features": config.feature_weight,
            "gram": config.gram_weight,
        }
        return torch.stack([weights[name] * loss for name, loss in losses.items()]).sum()

    def _picture(self, image: Float[Tensor, "b c H W"]) -> Float[Tensor, "b 3 H W"]:
        """As bright and as contrasty as a photograph, whatever the unit of the bands: reflectance is far darker
        than the pictures VGG knows."""
        picture = image[:, self.colours]
        std, mean = (picture.new_tensor(values).view(1, 3, 1, 1) for values in (STD, MEAN))
        return picture * std + mean


class _PerceptualLearner(Learner):
    def __init__(self, config: Perceptual, net: SrNet, plan: Plan, bands: Sequence[str]) -> None:
        self.net, self.content, self.answer = net, Content(config, net, bands), answering(net, plan.fabric)
        self.descent = ScheduledOptimizer(net.parameters(), plan)

    def parts(self) -> Mapping[str, Part]:
        return {"descent": self.descent}

    def step(self, batch: Batch) -> dict[str, Tensor]:
        losses = self._losses(self.answer(batch.lr), batch)
        loss = self.content.total(losses)
        self.descent.step(loss, batch.weight)
        return {name: value.detach() for name, value in {"loss": loss, **losses}.items()}

    def loss(self, batch: Batch, number: int = 0) -> Float[Tensor, ""]:
        return self.content.total(self._losses(self.net(batch.lr), batch))

    def _losses(self, made: Float[Tensor, "b c H W"], batch: Batch) -> dict[str, Tensor]:
        sr, hr = standardised(self.net, made, batch.hr)
        return self.content.losses(sr, hr, batch.valid)


def standardised(net: SrNet, *images: Float[Tensor, "b c H W"]) -> Iterator[Float[Tensor, "b c H W"]]:
    """Images in units of the bands' standard deviations from their means."""
    return ((image - net.mean) / net.std for image in images)


def gram(features: Float[Tensor, "b f h w"]) -> Float[Tensor, "b f f"]:
    """How much each two features go together, wherever in the image: Σ over pixels of their product / (f h w)."""
    flat = features.flatten(2)
    return flat @ flat.transpose(1, 2) / flat[0].numel()
