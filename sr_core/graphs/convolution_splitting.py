"""Splits convolutions into sums of smaller ones, which take less time and memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from .network_graph import Operation

FEW = 16
"""Channels up to which convolutions are little work, so that their ways do not matter."""
TOGETHER = 64
"""Most channels that a convolution of concatenated ones takes at once. In RDN that is a fifth faster than all of them, in
a ninth of the memory."""


def split_wide(operations: Sequence[Operation]) -> list[Operation]:
    """Return operations whose 5 × 5 convolutions are sums of 3 × 3 ones, each of its own part of the kernel.

    For 3 × 3 there is Winograd's way: of 64 channels, four of them take half as long as one of 5 × 5, and a third of the
    memory.
    """
    found: list[Operation] = []
    for operation in operations:
        found += _split(operation) if _is_wide(operation) else [operation]
    return found


def _is_wide(operation: Operation) -> bool:
    if operation.kind != "conv" or operation.numbers != {"padding": 2, "stride": 1}:
        return False
    outputs, inputs, side, _ = operation.weights["weight"].shape
    return bool(side == 5 and min(outputs, inputs) > FEW)


def _split(operation: Operation) -> list[Operation]:
    weight, bias = operation.weights["weight"], operation.weights.get("bias")
    kernel = np.zeros((*weight.shape[:2], 6, 6), weight.dtype)
    kernel[:, :, :5, :5] = weight
    name = operation.name
    found = [
        Operation("pad", f"{name}_pad", operation.inputs, {}, {"top": 2, "bottom": 3, "left": 2, "right": 3})
    ]
    total = ""
    for number, (top, left) in enumerate(((0, 0), (0, 3), (3, 0), (3, 3))):
        ends: dict[str, float] = {"top": top, "bottom": 3 - top, "left": left, "right": 3 - left}
        crop = Operation("crop", f"{name}_crop{number}", (found[0].name,), {}, ends)
        weights = {"weight": np.ascontiguousarray(kernel[:, :, top : top + 3, left : left + 3])}
        if bias is not None and not number:
            weights["bias"] = bias
        part = Operation("conv", f"{name}_part{number}", (crop.name,), weights, {"padding": 0, "stride": 1})
        found += [crop, part]
        if number:
            so_far = name if number == 3 else f"{name}_sum{number}"
            found.append(Operation("add", so_far, (total, part.name), {}, {"factor": 1}))
        total = so_far if number else part.name
    return found


def split_dense(operations: Sequence[Operation], channels: Mapping[str, int]) -> list[Operation]:
    """Return operations whose convolutions of many concatenated channels are sums of convolutions of a few of them.

    Args:
        operations: of a network.
        channels: of each result and of what the network is given, by name.
    """
    parts: dict[str, tuple[str, ...]] = {}
    """What concatenations consist of."""
    found: list[Operation] = []
    together: dict[tuple[str, ...], Operation] = {}
    """Concatenations of parts that there are, by what they consist of."""
    for operation in operations:
        first = operation.inputs[0]
        if operation.kind == "concat":
            parts[operation.name] = tuple(
                part for name in operation.inputs for part in parts.get(name, (name,))
            )
        is_dense = operation.kind == "conv" and operation.groups == 1
        if not is_dense or first not in parts or channels[first] <= TOGETHER:
            found.append(operation)
            continue
        found += _split_dense(operation, _groups(parts[first], channels), channels, together)
    return _drop_unused(found)


def _groups(parts: Sequence[str], channels: Mapping[str, int]) -> list[tuple[str, ...]]:
    """Return parts in groups of no more than `TOGETHER` channels, or of one part."""
    groups: list[tuple[str, ...]] = []
    for part in parts:
        if groups and sum(channels[name] for name in (*groups[-1], part)) <= TOGETHER:
            groups[-1] = (*groups[-1], part)
        else:
            groups.append((part,))
    return groups


def _split_dense(
    operation: Operation,
    groups: Sequence[tuple[str, ...]],
    channels: Mapping[str, int],
    together: dict[tuple[str, ...], Operation],
) -> list[Operation]:
    found: list[Operation] = []
    weight, start, total, last = operation.weights["weight"], 0, "", len(groups) - 1
    for number, group in enumerate(groups):
        source = group[0]
        if len(group) > 1:
            if group not in together:
                together[group] = Operation("concat", "_".join(group), group)
                found.append(together[group])
            source = together[group].name
        stop = start + sum(channels[name] for name in group)
        weights = {"weight": np.ascontiguousarray(weight[:, start:stop])}
        if not number and "bias" in operation.weights:
            weights["bias"] = operation.weights["bias"]
        name = f"{operation.name}_of{number}" if last else operation.name
        found.append(Operation("conv", name, (source,), weights, operation.numbers))
        if number:
            so_far = operation.name if number == last else f"{operation.name}_to{number}"
            found.append(Operation("add", so_far, (total, name), {}, {"factor": 1}))
        total, start = so_far if number else name, stop
    return found


def _drop_unused(operations: Sequence[Operation]) -> list[Operation]:
    """Return operations without those whose results nobody needs; the last is the result."""
    found: list[Operation] = []
    needed = {operations[-1].name}
    for operation in reversed(operations):
        if operation.name in needed:
            needed.update(operation.inputs)
            found.append(operation)
    return found[::-1]
