"""The networks, one file each: a file here is a backbone everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal

from pydantic import Field
from torch import nn

from ..schema import Choice
from ._blocks import Reach
from ._net import SrNet, bicubic

__all__ = ["Backbone", "SrNet", "bicubic"]


class Backbone(Choice):
    """The config of a network; `net` builds it."""

    scales: ClassVar[tuple[int, ...]] = (2, 3, 4, 8)
    """The scales this network's upsampler can do."""

    global_skip: Annotated[Literal["bicubic", "none"], Field(title="Global skip")] = "bicubic"
    """What the network's output is added to: the bicubically upsampled input, or nothing (as in the papers)."""

    def net(self, bands: int, scale: int, mean: Sequence[float], std: Sequence[float]) -> SrNet:
        """The network in physical units, freshly initialised; `mean` and `std` are per band.

        Raises:
            BadInput: its upsampler cannot do this scale.
        """
        return SrNet(self, bands, scale, mean, std)

    def halo(self, scale: int) -> int:
        """Low-resolution pixels around a pixel that can change its result: the receptive field's radius, exact."""
        whole = Reach(0, scale - 1)
        skip = whole.bicubic(scale).radius if self.global_skip == "bicubic" else 0
        return max(self.reach(whole, scale).radius, skip)

    def reach(self, whole: Reach, scale: int) -> Reach:
        """From the result's pixels back through every layer of the body to its input."""
        raise NotImplementedError

    def features_per_pixel(self, scale: int) -> int:
        """Floats held at once for each low-resolution pixel while predicting: what tile sizes are chosen by."""
        raise NotImplementedError

    def body(self, bands: int, scale: int) -> nn.Module:
        """The network: (b, bands, h, w) to (b, bands, h × scale, w × scale), in normalised units."""
        raise NotImplementedError


Backbone.discover(__name__, __path__)
