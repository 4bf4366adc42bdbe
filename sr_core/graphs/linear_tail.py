"""Folds a linear end of a network into one convolution and one pixel shuffle, exactly.

EDSR ends in conv3–shuffle–conv3–shuffle–conv3 with nothing between them that is not linear: together they are one
convolution at low resolution, whose channels are the pixels of the result.

Every one of these convolutions pads what it is given with zeros, also where its input lies between low-resolution
pixels, and the one convolution cannot know that. But that, too, is linear: the outermost pixels of an image have kernels
of their own, and the difference between these and the kernel of the others is added to them (`EdgeKernels`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from .network_graph import Array, Operation

GAIN = 0.7
"""A fold must leave at most this share of the multiplications."""

FAR = 10**6
"""A distance in pixels at which no edge matters."""

EVERYWHERE = slice(0, FAR), slice(0, FAR)
"""All rows and columns of an image."""


class _Distances(NamedTuple):
    """The numbers of low-resolution pixels between a pixel and the two ends of the image, along one axis."""

    before: int
    after: int


class _Composed(NamedTuple):
    """A low-resolution pixel of the result as a linear function of the features around it."""

    weight: NDArray[np.float64]
    """(channels × scale², features, k, k); k is odd, and the pixel itself in the middle."""
    bias: NDArray[np.float64]
    """(channels × scale²), in the order of a pixel shuffle."""
    reach: int
    """Pixels at each end of an image for which this is another function."""


@dataclass(frozen=True, eq=False)
class EdgeKernels:
    """Kernels that correct the folded convolution in the outermost pixels of an image."""

    chain: tuple[Operation, ...]
    scale: int
    reach: int
    """Number of pixels at each end of the image that are different."""

    @cached_property
    def _inner(self) -> _Composed:
        return _compose(self.chain, self.scale, _Distances(FAR, FAR), _Distances(FAR, FAR))

    @cached_property
    def _kernels(self) -> dict[tuple[_Distances, _Distances], tuple[Array, Array]]:
        return {}

    def correct_(self, result: Array, features: Array, kept: tuple[slice, slice]) -> None:
        """Add to the outermost pixels of a result of the folded convolution what is missing there.

        Args:
            result: (c, h × scale, w × scale), changed in place.
            features: (f, h, w) that it was computed from; its ends are those of the image.
            kept: rows and columns of the features whose result is used: outermost ones beyond are left as they are.
        """
        height, width = features.shape[1:]
        lies = [
            [run for run in self._runs(length) if run[0] < part.stop and run[1] > part.start]
            for length, part in zip((height, width), kept, strict=True)
        ]
        edges = [(row, col) for row, col in product(*lies) if min(*row[2], *col[2]) < self.reach]
        if not edges:
            return
        margin = self._inner.weight.shape[-1] // 2
        padded = np.pad(features, ((0, 0), (margin, margin), (margin, margin)))
        for (top, bottom, row), (left, right, col) in edges:
            weight, bias = self._missing(row, col)
            around = padded[:, top : bottom + 2 * margin, left : right + 2 * margin]
            windows = sliding_window_view(around, (2 * margin + 1, 2 * margin + 1), axis=(1, 2))
            rows, cols = windows.shape[1:3]
            columns = windows.transpose(0, 3, 4, 1, 2).reshape(-1, rows * cols)
            missing = (weight @ columns + bias[:, None]).reshape(-1, self.scale, self.scale, rows, cols)
            s = self.scale
            result[:, s * top : s * bottom, s * left : s * right] += missing.transpose(0, 3, 1, 4, 2).reshape(
                -1, s * rows, s * cols
            )

    def _runs(self, length: int) -> Iterator[tuple[int, int, _Distances]]:
        """Yield begin and end of pixels that lie alike between the ends of an axis, and how they do."""
        start = 0
        while start < length:
            lie = _Distances(min(start, self.reach), min(length - 1 - start, self.reach))
            stop = start + 1
            while stop < length and (min(stop, self.reach), min(length - 1 - stop, self.reach)) == lie:
                stop += 1
            yield start, stop, lie
            start = stop

    def _missing(self, row: _Distances, col: _Distances) -> tuple[Array, Array]:
        if (row, col) not in self._kernels:
            here = _compose(self.chain, self.scale, row, col, least=self._inner.weight.shape[-1])
            weight, bias = here.weight - self._inner.weight, here.bias - self._inner.bias
            flat = weight.reshape(len(weight), -1).astype(np.float32)
            self._kernels[row, col] = flat, bias.astype(np.float32)
        return self._kernels[row, col]


def fold_linear_end(
    operations: Sequence[Operation], scale: int
) -> tuple[list[Operation], EdgeKernels | None, str]:
    """Return a tail whose linear end is one convolution and one shuffle, if that is less work.

    Args:
        operations: of a tail that ends at `scale` times the resolution that it begins with.
        scale: how many times finer the result is.

    Returns:
        The tail; what is missing at the edges of its result, and the name of the features that this is computed from.
        Without a fold, the tail as it is and no `EdgeKernels`.
    """
    chain = _linear_end(operations)
    kept = list(operations[: len(operations) - len(chain)])
    factor = _factor(kept)
    unfolded = list(operations), None, ""
    if sum(op.kind == "conv" for op in chain) < 2 or scale % factor:
        return unfolded
    composed = _compose(chain, scale // factor, _Distances(FAR, FAR), _Distances(FAR, FAR))
    if composed.weight.size > GAIN * _multiplications(chain):
        return unfolded
    name, (given,) = chain[-1].name, chain[0].inputs
    folded = Operation(
        "conv",
        name + "_folded",
        (given,),
        {"weight": composed.weight.astype(np.float32), "bias": composed.bias.astype(np.float32)},
        {"padding": composed.weight.shape[-1] // 2, "stride": 1},
    )
    shuffle = Operation("shuffle", name, (folded.name,), {}, {"factor": scale // factor})
    edges = EdgeKernels(tuple(chain), scale // factor, composed.reach)
    return [*kept, folded, shuffle], edges, given


def _linear_end(operations: Sequence[Operation]) -> list[Operation]:
    """Return the operations at the end that form a chain and are linear, beginning with a convolution."""
    chain: list[Operation] = []
    for before, operation in zip([None, *operations], operations, strict=False):
        linear = operation.kind in ("shuffle", "nearest", "affine", "multiply", "offset") or (
            operation.kind == "conv"
            and operation.groups == 1
            and operation.numbers["stride"] == 1
            and 2 * operation.numbers["padding"] + 1 == operation.weights["weight"].shape[-1]
        )
        follows = before is None or operation.inputs == (before.name,)
        if not linear:
            chain = []
        elif follows:
            chain.append(operation)
        else:
            chain = [operation]
    while chain and chain[0].kind != "conv":
        del chain[0]
    return chain


def _factor(operations: Sequence[Operation]) -> int:
    """Return by how much a chain of operations raises the resolution."""
    factor = 1
    for operation in operations:
        if operation.kind in ("shuffle", "nearest"):
            factor *= operation.factor
        elif operation.kind == "transposed_conv":
            factor *= int(operation.numbers["stride"])
    return factor


def _multiplications(chain: Sequence[Operation]) -> int:
    """Return how many a chain does for each pixel that it is given."""
    total, factor = 0, 1
    for operation in chain:
        if operation.kind == "conv":
            total += factor**2 * operation.weights["weight"].size
        elif operation.kind in ("shuffle", "nearest"):
            factor *= operation.factor
    return total


def _compose(
    chain: Sequence[Operation], scale: int, row: _Distances, col: _Distances, least: int = 1
) -> _Composed:
    """Return what a chain of linear operations does to a pixel, from the last operation to the first.

    Args:
        chain: Linear operations, the first a convolution.
        scale: Factor by which the operations raise the resolution.
        row: Distances of the pixel from the first and the last row of the image.
        col: Distances of the pixel from the first and the last column.
        least: Least side of the kernel.
    """
    channels = _channels(chain)
    outputs = channels * scale**2
    # Of each output, its weights for pixels (channel, row, col) of the results before; the first lies at `low`.
    weights = np.eye(outputs).reshape(outputs, channels, scale, scale)
    bias, low, factor, reach = np.zeros(outputs), 0, scale, 0
    for number, operation in reversed(list(enumerate(chain))):
        if operation.kind == "conv":
            kernel = operation.weights["weight"].astype(np.float64)
            if "bias" in operation.weights:
                bias += weights.sum((2, 3)) @ operation.weights["bias"].astype(np.float64)
            weights = _back_through_conv(weights, kernel)
            low -= kernel.shape[-1] // 2
            if number:
                high = low + weights.shape[-1] - 1
                reach = max(reach, -(low // factor), -((factor - 1 - high) // factor))
                # There is nothing outside the image: the convolution was given zeros.
                for axis, lies in ((2, row), (3, col)):
                    places = low + np.arange(weights.shape[axis])
                    outside = (places < -factor * lies.before) | (places >= factor * (lies.after + 1))
                    weights[(slice(None),) * axis + (outside,)] = 0
        elif operation.kind == "shuffle":
            weights, low = _back_through_upsampling(weights, low, operation.factor, is_shuffle=True)
            factor //= operation.factor
        elif operation.kind == "nearest":
            weights, low = _back_through_upsampling(weights, low, operation.factor, is_shuffle=False)
            factor //= operation.factor
        else:
            scaling = operation.weights.get("weight", np.full(1, operation.numbers.get("number", 1)))
            shift = operation.weights.get("bias", np.zeros(1))
            if operation.kind == "offset":
                scaling, shift = np.ones(1), np.full(1, operation.numbers["number"])
            bias += (weights.sum((2, 3)) * shift).sum(1)
            weights = weights * scaling[:, None, None]
    if factor != 1:
        raise ValueError("the operations do not raise the resolution by the scale")
    side = max(2 * max(-low, low + weights.shape[-1] - 1) + 1, least)
    before = side // 2 + low
    after = side - before - weights.shape[-1]
    return _Composed(np.pad(weights, ((0, 0), (0, 0), (before, after), (before, after))), bias, reach)


def _channels(chain: Sequence[Operation]) -> int:
    """Return how many channels the result of a chain has."""
    channels = 0
    for operation in chain:
        if operation.kind == "conv":
            channels = len(operation.weights["weight"])
        elif operation.kind == "shuffle":
            channels //= operation.factor**2
    return channels


def _back_through_conv(weights: NDArray[np.float64], kernel: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return weights (o, m, h, w) for a convolution's results as weights (o, i, h + k − 1, w + k − 1) for its input."""
    outputs, channels, height, width = weights.shape
    inputs, side = kernel.shape[1], kernel.shape[-1]
    rows = weights.transpose(0, 2, 3, 1).reshape(-1, channels)
    shares = (rows @ kernel.reshape(channels, -1)).reshape(outputs, height, width, inputs, side, side)
    found = np.zeros((outputs, inputs, height + side - 1, width + side - 1))
    for down, right in np.ndindex(side, side):
        share = shares[..., down, right].transpose(0, 3, 1, 2)
        found[:, :, down : down + height, right : right + width] += share
    return found


def _back_through_upsampling(
    weights: NDArray[np.float64], low: int, factor: int, *, is_shuffle: bool
) -> tuple[NDArray[np.float64], int]:
    """Return weights for the input of a pixel shuffle or of repetition, and where they begin."""
    outputs, channels, side, _ = weights.shape
    first, last = low // factor, (low + side - 1) // factor
    before = low - first * factor
    after = (last - first + 1) * factor - before - side
    count = last - first + 1
    padded = np.pad(weights, ((0, 0), (0, 0), (before, after), (before, after)))
    groups = padded.reshape(outputs, channels, count, factor, count, factor)
    if not is_shuffle:
        return groups.sum((3, 5)), first
    return groups.transpose(0, 1, 3, 5, 2, 4).reshape(outputs, channels * factor**2, count, count), first
