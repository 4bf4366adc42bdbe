"""A convolutional network of a package where torch is not installed: its graphs, and its weights as arrays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ..backbones import require_known_scale
from ..errors import PackageError
from ..graphs.ncnn_memory import channels_of
from ..graphs.network_graph import FEATURES, LR, Array, Layer, NetworkGraph, Operation, bind, parse_graphs


@dataclass(eq=False)
class ArrayModel:
    """A network to be computed by `inference.backends.ncnn_tiles_numpy.NcnnArrays`."""

    graphs: Mapping[int, NetworkGraph]
    """Graphs of the network, by scale."""
    weights: Mapping[str, Array]
    """Weights of the network, by name, float32."""
    scale: int
    """Pixel size of the input over that of the result."""

    @property
    def graph(self) -> NetworkGraph:
        """Graph of the network at its scale."""
        return self.graphs[self.scale]

    def set_scale(self, scale: int) -> None:
        """Compute another scale from now on.

        Raises:
            InputError: it cannot do this one.
        """
        require_known_scale(scale, tuple(self.graphs))
        self.scale = scale

    def with_halo(self, halo: int | None) -> ArrayModel:
        """Return it with tiles read with no more than `halo` around them; with all that it sees if that is None."""
        if halo is None:
            return self
        near = self.graph.model_copy(update={"halo": max(self.graph.tail_halo, min(self.graph.halo, halo))})
        return replace(self, graphs={**self.graphs, self.scale: near})

    def require_fit(self, inputs: int, bands: int) -> None:
        """Check that weights and graphs are of one network from so many channels to so many bands.

        Raises:
            ValueError: they are not; the message names the first layer that does not fit.
        """
        if self.scale not in self.graphs:
            raise ValueError(f"no graph for scale {self.scale}")
        for scale, graph in self.graphs.items():
            features = self._walk(graph.trunk, {LR: inputs})
            made = self._walk(graph.tail, {FEATURES: features, LR: bands})
            if graph.scale != scale or made != bands:
                raise ValueError(f"a result of {made} bands at scale {graph.scale}")
        wrong = next((name for name, value in self.weights.items() if not np.isfinite(value).all()), None)
        if wrong:
            raise ValueError(f"{wrong} is not finite")

    def _walk(self, layers: tuple[Layer, ...], given: Mapping[str, int]) -> int:
        """Return how many channels the last of these layers gives."""
        try:
            operations = bind(layers, self.weights)
            width = channels_of(operations, given)
        except (KeyError, IndexError) as error:
            raise ValueError(f"{error.args[0]} is missing") from None
        for operation in operations:
            if operation.weights and not _fits(operation, width):
                raise ValueError(operation.name)
        return width[operations[-1].name]


def _fits(operation: Operation, width: Mapping[str, int]) -> bool:
    """Return whether the weights of a layer are as long as what it is given has channels."""
    before, after = width[operation.inputs[0]], width[operation.name]
    weights = dict(operation.weights)
    fits = True
    if operation.kind in ("conv", "transposed_conv"):
        weight = weights.pop("weight")
        inputs = weight.shape[1 if operation.kind == "conv" else 0] * operation.groups
        fits = weight.ndim == 4 and inputs == before
    elif operation.kind == "prelu":
        fits = weights.pop("weight").size in (1, before)
    return fits and all(value.shape == (after,) for value in weights.values())


def load_array_model(
    path: Path, weights: bytes, graphs: bytes, scale: int, inputs: int, bands: int
) -> ArrayModel:
    """Return the network of the package at `path`, from its files.

    Args:
        path: The package, for errors.
        weights: In the format of safetensors.
        graphs: As `pack_graphs` writes them.
        scale: How many times finer the result is to be.
        inputs: Channels that it takes.
        bands: Bands that it gives.

    Raises:
        PackageError: The files are damaged, or not of one network.
    """
    from safetensors import SafetensorError
    from safetensors.numpy import load

    try:
        parsed = {name: value.astype(np.float32) for name, value in load(weights).items()}
    except (SafetensorError, ValueError, KeyError, TypeError, RuntimeError):
        raise PackageError(
            "The weights in {path} cannot be read: copy or download it again.", path=path
        ) from None
    try:
        net = ArrayModel(parse_graphs(graphs), parsed, scale)
        net.require_fit(inputs, bands)
    except ValueError as error:  # pydantic's too
        reason = str(error).partition("\n")[0]
        raise PackageError(
            "The weights in {path} do not fit the network it describes ({reason}).", path=path, reason=reason
        ) from None
    return net
