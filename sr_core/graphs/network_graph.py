"""A convolutional network as a list of layers: small enough for a package, and all that is needed beside the weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import Field, TypeAdapter

from ..schema import Config

Array = NDArray[np.floating]

LR, FEATURES = "lr", "features"
"""Names of what the two parts are given: low-resolution pixels, and the trunk's features."""

Kind = Literal[
    "conv", "transposed_conv", "normalize", "affine", "leaky_relu", "prelu", "clamp", "tanh", "sigmoid", "silu", "gelu",
    "mish", "multiply", "offset", "add", "product", "concat", "slice", "shuffle", "space_to_depth", "nearest", "bilinear",
    "bicubic", "max_pool", "pad", "crop",
]  # fmt: skip
"""What a layer does.

conv            weight (o, i, k, k), perhaps bias; numbers: padding, stride; perhaps groups, then the weight is
                (o, i / groups, k, k)
transposed_conv weight (i, o, k, k), perhaps bias; numbers: padding, stride
normalize       weight, bias, mean, var (c); numbers: eps
affine          × weight + bias (c)
leaky_relu      numbers: slope of what is below zero; 0 is ReLU
prelu           weight: the slope, for all channels (1) or each (c)
clamp           numbers: low, high
tanh            likewise sigmoid, silu (x × sigmoid(x)), gelu (by the error function) and mish (x × tanh(log(1 + exp x)))
multiply        × number; `offset` adds it
add             two inputs; numbers: factor, of the second
product         of two inputs
concat          inputs, one channel after another
slice           channels from numbers: start, to before numbers: stop
shuffle         pixel shuffle (c f², h, w) -> (c, h f, w f); `space_to_depth` is its inverse; numbers: factor
nearest         upsampling by numbers: factor, likewise bilinear and bicubic, corner on corner
max_pool        numbers: factor, of pixels into one
pad             zeros around; numbers: top, bottom, left, right; `crop` takes as much away
"""


class WeightPart(Config):
    """Numbers of a network, by name in its weights: all of them, or some of their second axis."""

    name: str
    start: Annotated[int, Field(ge=0)] = 0
    stop: Annotated[int | None, Field(ge=1)] = None


class Layer(Config):
    """One step of a network."""

    kind: Kind
    name: str
    """Name of the layer's result."""
    inputs: tuple[str, ...]
    """Names of results before it, or of what the network is given."""
    weights: dict[str, WeightPart] = Field(default_factory=dict)
    """By the role that `Kind` says."""
    numbers: dict[str, float] = Field(default_factory=dict)


class NetworkGraph(Config):
    """The body of an `SrNet`, layer by layer, in normalised units; each part's last layer is its result."""

    trunk: tuple[Layer, ...]
    """From `LR` to the features."""
    tail: tuple[Layer, ...]
    """From `FEATURES` to the detail that the global skip is added to."""
    global_skip: Literal["bicubic", "bilinear", "nearest", "none"]
    """What is added to the result in physical units."""
    scale: int
    """How many times finer the result is."""
    halo: Annotated[int, Field(ge=0)]
    """Low-resolution pixels around a pixel that can change its result."""
    tail_halo: Annotated[int, Field(ge=0)]
    """The part of it that is due to tail and global skip."""
    multiple_of: Annotated[int, Field(ge=1)] = 1
    """Low-resolution pixels that the trunk takes as a group: it wants whole groups, repeats pixels where they lack, and
    gives features for those that were there."""


GRAPHS = "graphs.json"
"""The file of a package with the graphs of its network, by scale."""

_Graphs = TypeAdapter(dict[int, NetworkGraph])


def pack_graphs(graphs: Mapping[int, NetworkGraph]) -> bytes:
    """Return the contents of the file `GRAPHS`, from graphs by scale."""
    return _Graphs.dump_json(dict(graphs), exclude_defaults=True)


def parse_graphs(data: bytes) -> dict[int, NetworkGraph]:
    """Return the graphs, by scale, in the contents of the file `GRAPHS`.

    Raises:
        ValidationError: it holds something else, or what a newer version wrote.
    """
    return _Graphs.validate_json(data)


@dataclass(frozen=True, eq=False)
class Operation:
    """A layer with its weights."""

    kind: Kind
    name: str
    inputs: tuple[str, ...]
    weights: dict[str, Array] = field(default_factory=dict)
    numbers: dict[str, float] = field(default_factory=dict)

    @property
    def factor(self) -> int:
        """Pixels along an axis of its result for one of its input; of layers that change the resolution."""
        return int(self.numbers["factor"])

    @property
    def groups(self) -> int:
        """Number of groups into which a convolution divides the channels, each of which sees only its own."""
        return int(self.numbers.get("groups", 1))


def bind(layers: tuple[Layer, ...], weights: Mapping[str, Array]) -> list[Operation]:
    """Return layers with their weights.

    Args:
        layers: in the order in which they are computed.
        weights: of the network, by name.

    Raises:
        KeyError: the weights lack one.
    """
    return [
        Operation(
            layer.kind,
            layer.name,
            layer.inputs,
            {role: _cut(weights[part.name], part) for role, part in layer.weights.items()},
            layer.numbers,
        )
        for layer in layers
    ]


def _cut(weight: Array, part: WeightPart) -> Array:
    if part.stop is None:
        return weight
    return weight[:, part.start : part.stop]
