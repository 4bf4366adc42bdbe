"""The networks, one file each: a file here is a backbone everywhere."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field
from torch import nn

from ..schema import Choice


class Backbone(Choice):
    """The config of a network; `net` builds it."""

    scales: ClassVar[tuple[int, ...]] = (2, 3, 4, 8)
    """The scales this network's upsampler can do."""

    global_skip: Annotated[Literal["bicubic", "none"], Field(title="Global skip")] = "bicubic"
    """What the network's output is added to: the bicubically upsampled input, or nothing (as in the papers)."""

    def halo(self, scale: int) -> int:
        """Low-resolution pixels around a pixel that can change its result: the receptive field's radius."""
        raise NotImplementedError

    def features_per_pixel(self, scale: int) -> int:
        """Floats held at once for each low-resolution pixel while predicting: what tile sizes are chosen by."""
        raise NotImplementedError

    def body(self, bands: int, scale: int) -> nn.Module:
        """The network: (b, bands, h, w) to (b, bands, h × scale, w × scale), in normalised units."""
        raise NotImplementedError


Backbone.discover(__name__, __path__)
