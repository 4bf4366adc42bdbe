"""Computes convolutional networks with ncnn, on numpy arrays: torch need not be installed."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import ncnn
import numpy as np

from ...errors import SrError
from ...graphs.convolution_splitting import split_dense, split_wide
from ...graphs.linear_tail import EVERYWHERE, EdgeKernels, fold_linear_end
from ...graphs.ncnn_format import NcnnFiles, write_ncnn
from ...graphs.ncnn_memory import activation_floats, channels_of
from ...graphs.network_graph import FEATURES, LR, Array, NetworkGraph, Operation, bind
from ...graphs.simplify import simplify
from .half_precision_choice import HalfPrecision

HALF_OPTIONS: dict[HalfPrecision, tuple[str, ...]] = {
    "fp16": ("packed", "storage", "arithmetic"),
    "bf16": ("packed", "storage"),
}
"""Options of ncnn that are switched on in each half precision."""


class NcnnParts(NamedTuple):
    """A network in ncnn's format, cut in two."""

    trunk: NcnnFiles
    tail: NcnnFiles
    features: str
    """Name of the trunk's result."""
    result: str
    """Name of the tail's result."""
    edges: EdgeKernels | None
    """Kernels that correct the outermost pixels, which a folded tail gets wrong; None if the tail is not folded."""
    edge_features: str
    """Name of the array from which that correction is computed: the tail's input, or a result within the tail."""
    bands: int
    """Number of bands of the result."""
    floats: tuple[int, int]
    """Floats that trunk and tail hold for each low-resolution pixel."""
    mean: Array
    """Mean of each input channel, (c, 1, 1) in physical units."""
    std: Array
    """Standard deviation of each input channel, (c, 1, 1) in physical units."""


class NcnnNetwork:
    """A convolutional network in physical units."""

    def __init__(
        self,
        graph: NetworkGraph,
        parts: NcnnParts,
        threads: int,
        gpu: int | None = None,
        half: HalfPrecision | None = None,
    ) -> None:
        """Make a network ready to run.

        Args:
            graph: What it computes.
            parts: The same for ncnn, with weights.
            threads: How many compute.
            gpu: Number of the graphics card that computes, as Vulkan counts them; none computes on the CPU.
            half: Half precision of the trunk; single without, or where a graphics card lacks it.
        """
        self.graph, self.parts, self.bands = graph, parts, parts.bands
        self._trunk = _NcnnProgram(parts.trunk, threads, gpu, half)
        self._tail = _NcnnProgram(parts.tail, threads, gpu)
        self.half = half if self._trunk.is_half else None

    def features(self, lr: Array) -> Array:
        """Return the features (f, h, w) of low-resolution pixels (c, h, w)."""
        numbers = (lr - self.parts.mean) / self.parts.std
        height, width = numbers.shape[1:]
        missing = [(0, -side % self.graph.multiple_of) for side in (height, width)]
        if any(lack for _, lack in missing):
            numbers = np.pad(numbers, ((0, 0), *missing), mode="edge")
        (features,) = self._trunk.run({LR: numbers}, self.parts.features)
        return features[:, :height, :width]

    def result(self, features: Array, lr: Array, kept: tuple[slice, slice] = EVERYWHERE) -> Array:
        """Return the result (c, h × scale, w × scale) of features (f, h, w) and the pixels (c, h, w) that they are of.

        It is right in the `kept` rows and columns of these.
        """
        given = {FEATURES: features}
        if self.graph.global_skip != "none":
            given[LR] = lr[: self.bands]
        if not self.parts.edges:
            (result,) = self._tail.run(given, self.parts.result)
            return result
        before = self.parts.edge_features
        if before == FEATURES:
            (result,) = self._tail.run(given, self.parts.result)
        else:
            features, result = self._tail.run(given, before, self.parts.result)
        factor = features.shape[-1] // lr.shape[-1]
        rows, cols = (slice(factor * part.start, factor * part.stop) for part in kept)
        self.parts.edges.correct_(result, features, (rows, cols))
        return result


def ncnn_parts(
    graph: NetworkGraph, weights: Mapping[str, Array], mean: Sequence[float], std: Sequence[float]
) -> NcnnParts:
    """Return a network for ncnn, with everything folded that can be.

    Args:
        graph: What it computes.
        weights: Its weights by name.
        mean: Mean of each input channel, in physical units.
        std: Standard deviation of each input channel, in physical units.
    """
    spread = [value if value > 0 else 1.0 for value in std]  # as `TrainableNet`
    trunk, tail = simplify(bind(graph.trunk, weights)), bind(graph.tail, weights)
    trunk = split_wide(split_dense(trunk, channels_of(trunk, {LR: len(mean)})))
    features = channels_of(trunk, {LR: len(mean)})[trunk[-1].name]
    bands = channels_of(tail, {FEATURES: features})[tail[-1].name]
    skip = graph.global_skip != "none"
    shift = np.zeros(bands) if skip else np.asarray(mean[:bands])
    numbers = {"weight": np.asarray(spread[:bands], np.float32), "bias": shift.astype(np.float32)}
    tail.append(Operation("affine", "detail", (tail[-1].name,), numbers))
    tail, edges, given = fold_linear_end(simplify(tail), graph.scale)
    tail, inputs = split_wide(tail), [FEATURES]
    if skip:
        upsampled = Operation(graph.global_skip, "skip", (LR,), {}, {"factor": graph.scale})  # type: ignore[arg-type]
        tail += [upsampled, Operation("add", "result", (tail[-1].name, "skip"), {}, {"factor": 1})]
        inputs.append(LR)
    return NcnnParts(
        write_ncnn(trunk, [LR], trunk[-1].name),
        write_ncnn(tail, inputs, tail[-1].name),
        trunk[-1].name,
        tail[-1].name,
        edges,
        given,
        bands,
        (activation_floats(trunk, {LR: len(mean)}), activation_floats(tail, {FEATURES: features, LR: bands})),
        *(np.array(values, np.float32).reshape(-1, 1, 1) for values in (mean, spread)),
    )


class _WeightReader(ncnn.DataReader):  # type: ignore[misc] # without types
    """Gives ncnn the numbers of weights, of which it makes a copy; from a file it could not open every path."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.data, self.place = data, 0

    def read(self, buffer: object, size: int) -> int:
        """Copy the next `size` bytes to where the capsule `buffer` points, and return how many there were."""
        part = self.data[self.place : self.place + size]
        self.place += len(part)
        ctypes.memmove(_address(buffer, None), part, len(part))
        return len(part)


_address = ctypes.pythonapi.PyCapsule_GetPointer
_address.restype, _address.argtypes = ctypes.c_void_p, (ctypes.py_object, ctypes.c_char_p)


class _NcnnProgram:
    """A network that ncnn has loaded."""

    def __init__(
        self, files: NcnnFiles, threads: int, gpu: int | None = None, half: HalfPrecision | None = None
    ) -> None:
        self.net, self.on_gpu, self.overwritten = ncnn.Net(), gpu is not None, files.overwritten
        options = self.net.opt
        options.num_threads = threads
        if gpu is not None:
            options.use_vulkan_compute = True
            self.net.set_vulkan_device(gpu)
        for format, kinds in HALF_OPTIONS.items():
            for kind in kinds:
                setattr(options, f"use_{format}_{kind}", format == half)
        if self.net.load_param_mem(files.param) or self.net.load_model(_WeightReader(files.weights)):
            raise RuntimeError("ncnn cannot read a network that was written for it")
        # By now ncnn has turned off what the graphics card lacks.
        self.is_half = half is not None and bool(getattr(options, f"use_{half}_storage"))

    def run(self, given: Mapping[str, Array], *asked: str) -> list[Array]:
        """Return the results (c, h, w) that are asked for, in the order in which they come about."""
        extractor = self.net.create_extractor()
        # A network's own pools keep their memory for its next run: the trunk's beside the tail's.
        pools = ncnn.PoolAllocator(), ncnn.PoolAllocator()
        extractor.set_blob_allocator(pools[0])
        extractor.set_workspace_allocator(pools[1])
        held = {name: np.ascontiguousarray(image, np.float32) for name, image in given.items()}
        found = []
        try:
            for name, image in held.items():
                # A graphics card takes it that channels begin at multiples of 16 bytes, as in ncnn's own memory.
                own = self.on_gpu or name in self.overwritten
                extractor.input(name, ncnn.Mat(image).clone() if own else ncnn.Mat(image))
            found += [extractor.extract(name) for name in asked]
            if any(status for status, _ in found):
                raise SrError("There is not enough memory: set a smaller TILE_SIZE.")
            return [np.array(result) for _, result in found]
        finally:  # before the pools that it is in
            found.clear()
            extractor.clear()
