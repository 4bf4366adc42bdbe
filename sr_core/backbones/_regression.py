"""Networks that give the result at once, from the low-resolution image alone: their config and the net it builds."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from copy import copy
from typing import Annotated, Literal

from jaxtyping import Float
from pydantic import Field
from torch import Tensor, nn

from ..progress import Log
from ._backbone import Backbone
from ._blocks import bicubic, bilinear, conv, nearest, upsampler, upsampler_receptive_field, zero_init
from ._receptive_field import ReceptiveField
from ._trainable_net import TrainableNet

GLOBAL_SKIPS = {
    "bicubic": (bicubic, ReceptiveField.bicubic),
    "bilinear": (bilinear, ReceptiveField.bilinear),
    "nearest": (nearest, ReceptiveField.shuffle),
}
"""How each upsamples, and what its result depends on."""


class RegressionBackbone(Backbone):
    """The config of a network of a deep trunk and an upsampling tail; `net` builds it."""

    global_skip: Annotated[Literal["bicubic", "bilinear", "nearest", "none"], Field(title="Global skip")] = (
        "bicubic"
    )
    """What the network's output is added to: the input upsampled bicubically, bilinearly or by repetition of its pixels
    (nearest), or nothing (as in most papers)."""

    n_feats: Annotated[int, Field(title="Features", ge=1, le=1024)] = 64
    """Channels of every hidden layer."""

    def net(
        self, bands: int, scale: int, mean: Sequence[float], std: Sequence[float], guide_ratio: int = 1
    ) -> SrNet:
        return SrNet(self, bands, scale, mean, std)

    def multiple_of(self) -> int:
        """Return the low-resolution pixels by which the input must shift for the result to shift with it.

        Tiles begin at multiples of it. It is 1 for a network of convolutions, and what the deepest features cover for
        one that pools.
        """
        return 1

    def multiple_at(self, scale: int) -> int:
        """Return `multiple_of` at a scale, on which it depends where the image is enlarged ahead of the layers."""
        return self.multiple_of()

    @property
    def is_local(self) -> bool:
        """Whether a pixel of the result depends on those around it alone, and not on the mean of a whole image or the like.

        If not, tiles are computed with as much around them as its convolutions see, and faint seams are possible.
        """
        return True

    @abstractmethod
    def trunk(self, bands: int, scale: int) -> nn.Module:
        """Build the deep part, from (b, bands, h, w) in normalised units, a guide's among them, to features (b, f, h, w).

        It sees far and needs little memory for each pixel. A network whose parts cannot be told apart has none.
        """

    def parts(self, inputs: int, bands: int, scale: int) -> dict[str, nn.Module]:
        """Build both parts, by name.

        Args:
            inputs: Channels that the trunk takes: the bands, and those of a guide after them.
            bands: Bands that the tail gives.
            scale: How many times finer the result is.
        """
        return {"trunk": self.trunk(inputs, scale), "tail": self.tail(bands, scale)}

    @abstractmethod
    def trunk_receptive_field(self, field: ReceptiveField) -> ReceptiveField:
        """Walk back from the trunk's features to its input, layer by layer."""

    def receptive_field_at(self, scale: int, field: ReceptiveField) -> ReceptiveField:
        """Return `trunk_receptive_field` at a scale, on which it depends where the image is enlarged ahead of the layers."""
        return self.trunk_receptive_field(field)

    @abstractmethod
    def trunk_activation_floats(self) -> int:
        """Return the floats held at once for each low-resolution pixel while the trunk predicts.

        Tile sizes follow from it.
        """

    def trunk_result_floats(self, bands: int, scale: int) -> int:
        """Return the floats that the trunk holds for each pixel of the result; 0 unless the tail only shuffles pixels."""
        return 0

    def tail(self, bands: int, scale: int) -> nn.Module:
        """Build the upsampler, from features (b, f, h, w) to (b, bands, h × scale, w × scale) in normalised units.

        It sees hardly further than a pixel and needs most of the memory. Its last layer goes through `last`. Unless
        the network has its own, it is sub-pixel convolutions of `n_feats` channels.
        """
        return nn.Sequential(upsampler(self.n_feats, scale), self.last(conv(self.n_feats, bands)))

    def tail_receptive_field(self, field: ReceptiveField, scale: int) -> ReceptiveField:
        """Walk back from the result's pixels through the tail to the trunk's features."""
        return upsampler_receptive_field(field.conv(3), scale)

    def tail_activation_floats(self, bands: int, scale: int) -> int:
        """Return the floats held at once for each low-resolution pixel while the tail predicts."""
        # The last pixel shuffle: its input and its output are both n_feats channels at the result's resolution.
        return 2 * scale**2 * self.n_feats

    def last(self, layer: nn.Conv2d) -> nn.Conv2d:
        """Return `layer`, the last of the tail, zero where there is a global skip: an untrained net is just that."""
        return layer if self.global_skip == "none" else zero_init(layer)


class SrNet(TrainableNet):
    """A net that gives its result at once.

    sr = tail(trunk((lr − mean) / std)) × std + bicubic(lr)    with the bicubic global skip, likewise the bilinear
    sr = tail(trunk((lr − mean) / std)) × std + mean           without

    Only the trunk sees a guide.
    """

    backbone: RegressionBackbone
    _most_halo: int | None = None
    """To which the halo is limited."""

    def __init__(
        self,
        backbone: RegressionBackbone,
        bands: int,
        scale: int,
        mean: Sequence[float],
        std: Sequence[float],
    ) -> None:
        super().__init__(backbone, bands, scale, mean, std)
        self.body = nn.ModuleDict(backbone.parts(self.inputs, bands, scale))

    def with_halo(self, halo: int | None) -> SrNet:
        """Return the same net, with tiles read with no more than `halo` around them; with all it sees if that is None."""
        near = copy(self)
        near._most_halo = halo
        return near

    @property
    def halo(self) -> int:
        """Low-resolution pixels around a pixel that can change its result: the receptive field's radius, exact.

        Of a net that `with_halo` gave it may be less.
        """
        # The global skip passes by the trunk.
        seen = self._skip_receptive_field(
            self.backbone.receptive_field_at(self.scale, self._tail_receptive_field())
        ).radius
        return seen if self._most_halo is None else max(self.tail_halo, min(seen, self._most_halo))

    @property
    def tail_halo(self) -> int:
        """The part of `halo` that is due to what follows the trunk, the global skip included."""
        return self._skip_receptive_field(self._tail_receptive_field()).radius

    def _tail_receptive_field(self) -> ReceptiveField:
        return self.backbone.tail_receptive_field(ReceptiveField(0, self.scale - 1), self.scale)

    def _skip_receptive_field(self, field: ReceptiveField) -> ReceptiveField:
        """Return the union of `field` and what the global skip depends on."""
        if self.backbone.global_skip == "none":
            return field
        _, through = GLOBAL_SKIPS[self.backbone.global_skip]
        return field.union(through(ReceptiveField(0, self.scale - 1), self.scale))

    @property
    def tags(self) -> dict[str, str]:
        """Tags of the files of its results, besides the model's name: none."""
        return {}

    @property
    def notes(self) -> list[Log]:
        """Log lines on how it computes: none."""
        return []

    @property
    def multiple_of(self) -> int:
        """Low-resolution pixels between two places where a tile may begin."""
        return self.backbone.multiple_at(self.scale)

    @property
    def trunk_activation_floats(self) -> int:
        """Floats held for each low-resolution pixel while the trunk predicts."""
        return max(
            self.backbone.trunk_activation_floats(),
            self.backbone.trunk_result_floats(self.bands, self.scale),
        )

    @property
    def tail_activation_floats(self) -> int:
        """Floats held for each low-resolution pixel while the tail predicts."""
        return self.backbone.tail_activation_floats(self.bands, self.scale)

    def trunk(self, lr: Float[Tensor, "b c h w"]) -> Float[Tensor, "b f h w"]:
        """Return the features of low-resolution pixels given in physical units."""
        features: Tensor = self.body["trunk"]((lr - self.mean) / self.std)
        return features

    def tail(
        self, features: Float[Tensor, "b f h w"], lr: Float[Tensor, "b c h w"]
    ) -> Float[Tensor, "b c H W"]:
        """Return the result in physical units, from features and the pixels that they are of."""
        detail: Tensor = self.body["tail"](features) * self.result_std
        if self.backbone.global_skip == "none":
            return detail + self.result_mean
        upsample, _ = GLOBAL_SKIPS[self.backbone.global_skip]
        return detail + upsample(lr[:, : self.bands], self.scale)

    def forward(self, lr: Float[Tensor, "b c h w"]) -> Float[Tensor, "b c H W"]:
        """Super-resolve pixels, both sides in physical units; every input must be finite."""
        return self.tail(self.trunk(lr), lr)
