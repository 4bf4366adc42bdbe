"""Networks that give the result at once, from the low-resolution image alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field
from torch import nn

from . import Backbone
from ._blocks import ReceptiveField, zeroed
from ._net import SrNet


class RegressionBackbone(Backbone):
    """The config of a network of a deep trunk and an upsampling tail; `net` builds it."""

    global_skip: Annotated[Literal["bicubic", "bilinear", "none"], Field(title="Global skip")] = "bicubic"
    """What the network's output is added to: the input upsampled bicubically or bilinearly, or nothing (as in most
    papers)."""

    def net(self, bands: int, scale: int, mean: Sequence[float], std: Sequence[float]) -> SrNet:
        """The network in physical units, freshly initialised; `mean` and `std` are per band.

        Raises:
            BadInput: its upsampler cannot do this scale.
        """
        return SrNet(self, bands, scale, mean, std)

    def multiple_of(self) -> int:
        """Low-resolution pixels by which the input must shift for the result to shift with it: 1 for a network of
        convolutions; what the deepest features cover for one that pools. Tiles begin at multiples of it."""
        return 1

    def halo(self, scale: int) -> int:
        """Low-resolution pixels around a pixel that can change its result: the receptive field's radius, exact."""
        # The global skip passes by the trunk.
        return self._skip_receptive_field(
            self.trunk_receptive_field(self.tail_receptive_field(ReceptiveField(0, scale - 1), scale)), scale
        ).radius

    def tail_halo(self, scale: int) -> int:
        """The part of `halo` that is due to what follows the trunk, the global skip included."""
        return self._skip_receptive_field(
            self.tail_receptive_field(ReceptiveField(0, scale - 1), scale), scale
        ).radius

    def _skip_receptive_field(self, reach: ReceptiveField, scale: int) -> ReceptiveField:
        """`reach` and what the global skip depends on."""
        whole = ReceptiveField(0, scale - 1)
        match self.global_skip:
            case "bicubic":
                return reach.union(whole.bicubic(scale))
            case "bilinear":
                return reach.union(whole.bilinear(scale))
            case "none":
                return reach

    def trunk(self, bands: int, scale: int) -> nn.Module:
        """The deep part: (b, bands, h, w) in normalised units to features (b, f, h, w). It sees far and needs
        little memory for each pixel; a network whose parts cannot be told apart leaves it empty."""
        raise NotImplementedError

    def blocks(self, trunk: nn.Module) -> Sequence[nn.Module]:
        """The parts of such a trunk that an image goes through one after another; FREEZE counts them."""
        raise NotImplementedError

    def trunk_receptive_field(self, reach: ReceptiveField) -> ReceptiveField:
        """From the trunk's features back to its input, layer by layer."""
        raise NotImplementedError

    def trunk_activation_floats(self) -> int:
        """Floats held at once for each low-resolution pixel while the trunk predicts: tile sizes follow from it."""
        raise NotImplementedError

    def tail(self, bands: int, scale: int) -> nn.Module:
        """The upsampler: features (b, f, h, w) to (b, bands, h × scale, w × scale) in normalised units. It sees
        hardly further than a pixel and needs most of the memory."""
        raise NotImplementedError

    def last(self, layer: nn.Conv2d) -> nn.Conv2d:
        """`layer`, the last of the tail: zero where there is a global skip, so that an untrained net is just that."""
        return layer if self.global_skip == "none" else zeroed(layer)

    def tail_receptive_field(self, whole: ReceptiveField, scale: int) -> ReceptiveField:
        """From the result's pixels back through the tail to the trunk's features."""
        raise NotImplementedError

    def tail_activation_floats(self, bands: int, scale: int) -> int:
        """Floats held at once for each low-resolution pixel while the tail predicts."""
        raise NotImplementedError
