"""Receptive fields of a network's result, walked back through the layers."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple


class ReceptiveField(NamedTuple):
    """The pixels of a layer's input, along one axis, that its output pixels depend on.

    It starts at the pixels of one low-resolution pixel in the result and is walked backwards, from the last layer to
    the first: `ReceptiveField(0, scale - 1).conv(3).shuffle(2).conv(3)`.
    """

    first: int
    last: int

    def conv(self, kernel: int, times: int = 1) -> ReceptiveField:
        """Walk back through `times` convolutions with an odd kernel and stride 1 that keep the size."""
        margin = times * (kernel // 2)
        return ReceptiveField(self.first - margin, self.last + margin)

    def strided(self, kernel: int, stride: int) -> ReceptiveField:
        """Walk back through a convolution or pooling of an odd kernel that is centred on every `stride`-th pixel."""
        return ReceptiveField(self.first * stride - kernel // 2, self.last * stride + kernel // 2)

    def shuffle(self, factor: int) -> ReceptiveField:
        """Walk back through a pixel shuffle or nearest-neighbour upsampling, to pixels `factor` times larger."""
        return ReceptiveField(self.first // factor, self.last // factor)

    def pool(self, factor: int) -> ReceptiveField:
        """Walk back through a pooling of `factor` pixels into one, the inverse of `shuffle`."""
        return ReceptiveField(self.first * factor, self.last * factor + factor - 1)

    def transposed(self, kernel: int, stride: int, padding: int) -> ReceptiveField:
        """Walk back through a transposed convolution: input i reaches outputs i × stride − padding + [0, kernel)."""
        return ReceptiveField(
            -((kernel - 1 - padding - self.first) // stride), (self.last + padding) // stride
        )

    def windows(self, side: int, offset: int = 0) -> ReceptiveField:
        """Walk back through layers that mix all pixels of a window, counted from the first pixel (`union_over_phases`).

        Args:
            side: Of a window, in pixels.
            offset: Where the second window begins; the first is so much shorter.
        """
        first = (self.first - offset) // side * side + offset
        return ReceptiveField(first, (self.last - offset) // side * side + offset + side - 1)

    def bilinear(self, scale: int) -> ReceptiveField:
        """Walk back through bilinear upsampling: the two pixels around each output pixel's centre."""
        if scale == 1:  # centre on centre: the others weigh nothing
            return self
        first, last = (math.floor((pixel + 0.5) / scale - 0.5) for pixel in self)
        return ReceptiveField(first, last + 1)

    def bicubic(self, scale: int) -> ReceptiveField:
        """Walk back through bicubic upsampling: one pixel further on either side than bilinear."""
        return self if scale == 1 else self.bilinear(scale).conv(3)

    def union_over_phases(
        self, step: int, back: Callable[[ReceptiveField], ReceptiveField]
    ) -> ReceptiveField:
        """Walk back through layers that gather pixels in groups of `step`, counted from the first pixel.

        What a pixel depends on differs with its place in its group: this is the union over all places.

        Args:
            step: Pixels of a group, along the axis.
            back: Leads back through the layers.
        """
        found = self
        for place in range(step):
            seen = back(ReceptiveField(self.first + place, self.last + place))
            found = found.union(ReceptiveField(seen.first - place, seen.last - place))
        return found

    def union(self, other: ReceptiveField) -> ReceptiveField:
        """Return what either of two paths to the same output depends on."""
        return ReceptiveField(min(self.first, other.first), max(self.last, other.last))

    @property
    def radius(self) -> int:
        """The farther of the two sides, counted from the low-resolution pixel at 0."""
        return max(-self.first, self.last)
