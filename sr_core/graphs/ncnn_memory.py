"""The memory that ncnn takes to compute a network, found in advance by the same steps on sizes alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from .ncnn_format import IN_PLACE, is_direct
from .network_graph import Operation

DROP_AT = 10
"""Free blocks from which on ncnn's pool gives one back."""
WINOGRAD = 36 / 16
"""Numbers that ncnn holds for each of input and result of a 3 × 3 convolution: 6 × 6 for every 4 × 4 pixels."""


MARGIN = 1.25
"""What was measured was between 0.7 and 1.25 times what follows from the sizes."""


class _Pool:
    """ncnn's allocator: a block that is not needed any more serves for what is no larger."""

    def __init__(self) -> None:
        self.free: list[float] = []
        self.total = self.most = 0.0

    def take(self, size: float) -> float:
        """Return the size of the block that is given for `size`."""
        for place, block in enumerate(self.free):
            if block >= size:
                return self.free.pop(place)
        if len(self.free) >= DROP_AT:
            dropped = min(self.free) if size > max(self.free) else max(self.free)
            if size > max(self.free) or size < min(self.free):
                self.free.remove(dropped)
                self.total -= dropped
        self.total += size
        self.most = max(self.most, self.total)
        return size

    def give(self, block: float) -> None:
        """Take a block back."""
        self.free.append(block)


def activation_floats(operations: Sequence[Operation], channels: Mapping[str, int]) -> int:
    """Return the floats that ncnn holds for each pixel that it is given, with all that it keeps for later layers.

    Args:
        operations: of a network.
        channels: of what it is given, by name.
    """
    results, work = _Pool(), _Pool()
    depth: dict[str, float] = dict(channels)
    """Floats for each pixel that is given."""
    width = channels_of(operations, channels)
    held: dict[str, float] = {}
    uses = Counter(name for operation in operations for name in operation.inputs)
    given = sum(channels.values())
    for operation in operations:
        first = operation.inputs[0]
        depth[operation.name] = depth[first] / width[first] * _growth(operation) * width[operation.name]
        _work(work, operation, depth[first], depth[operation.name])
        if operation.kind in IN_PLACE and uses[first] == 1 and first in held:
            held[operation.name] = held.pop(first)
        else:
            held[operation.name] = results.take(depth[operation.name])
        for name in operation.inputs:
            uses[name] -= 1
            if not uses[name] and name in held:
                results.give(held.pop(name))
    return round(MARGIN * (results.most + work.most + given))


def channels_of(operations: Sequence[Operation], channels: Mapping[str, int]) -> dict[str, int]:
    """Return how many channels each result has, by name, from those of what the network is given."""
    found = dict(channels)
    for operation in operations:
        found[operation.name] = _channels(operation, found)
    return found


def _channels(operation: Operation, width: Mapping[str, int]) -> int:
    before = width[operation.inputs[0]]
    match operation.kind:
        case "conv":
            return len(operation.weights["weight"])
        case "transposed_conv":
            return int(operation.weights["weight"].shape[1])
        case "shuffle":
            return before // operation.factor**2
        case "space_to_depth":
            return before * operation.factor**2
        case "concat":
            return sum(width[name] for name in operation.inputs)
        case "slice":
            return int(operation.numbers["stop"] - operation.numbers["start"])
        case _:
            return before


def _growth(operation: Operation) -> float:
    """Return how many pixels a result has for each of the input."""
    match operation.kind:
        case "shuffle" | "nearest" | "bilinear" | "bicubic":
            return operation.factor**2
        case "space_to_depth" | "max_pool":
            return 1 / operation.factor**2
        case "transposed_conv":
            return operation.numbers["stride"] ** 2
        case _:
            return 1


def _work(pool: _Pool, operation: Operation, before: float, after: float) -> None:
    """Take and give back what a layer needs beside its input and its result, of so many floats."""
    if operation.kind == "transposed_conv":  # a matrix of what each pixel adds to those around it
        weight = operation.weights["weight"]
        pool.give(pool.take(before / len(weight) * weight[0].size))
    if operation.kind != "conv":
        return
    side = operation.weights["weight"].shape[-1]
    held = [pool.take(before)] if operation.numbers["padding"] else []  # with zeros around it
    if side == 3:
        loose, packed = pool.take(before * WINOGRAD), pool.take(before * WINOGRAD)
        pool.give(loose)
        held += [packed, pool.take(after * WINOGRAD)]
    elif not is_direct(operation):  # a matrix of what each pixel sees
        held.append(pool.take(before * side**2))
    for block in held:
        pool.give(block)
