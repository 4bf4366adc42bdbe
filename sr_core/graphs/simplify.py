"""Folds into convolutions what is linear and stands right behind them, and finds activations that go with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from .network_graph import Operation


def simplify(operations: Sequence[Operation]) -> list[Operation]:
    """Return operations that give the same result, fewer of them.

    Batch normalisation, factors and offsets go into the convolution before them, and a factor into the addition behind
    it. The last operation keeps its name.
    """
    found: list[Operation] = []
    uses = Counter(name for operation in operations for name in operation.inputs)
    for operation in (_known(each) for each in operations):
        place = next((i for i, before in enumerate(found) if before.name == operation.inputs[0]), None)
        before = None if place is None else found[place]
        # What else needs the result before, needs it as it is.
        if before is not None and place is not None and uses[before.name] == 1:
            merged = _merged(before, operation)
            if merged:
                del found[place]
                found.append(merged)
                continue
        found.append(_weighted(operation, found, uses))
    return found


def _known(operation: Operation) -> Operation:
    """Return an operation in the form that the others here know."""
    if operation.kind == "normalize":
        weights = {role: value.astype(np.float64) for role, value in operation.weights.items()}
        scale = weights["weight"] / np.sqrt(weights["var"] + operation.numbers["eps"])
        return replace(
            operation,
            kind="affine",
            weights={"weight": scale, "bias": weights["bias"] - weights["mean"] * scale},
            numbers={},
        )
    if operation.kind == "prelu" and operation.weights["weight"].size == 1:
        slope = float(operation.weights["weight"].reshape(()))
        return replace(operation, kind="leaky_relu", weights={}, numbers={"slope": slope})
    return operation


def _merged(before: Operation, operation: Operation) -> Operation | None:
    """Return what does the work of both, under the name of the second; none if nothing does."""
    if before.kind not in ("conv", "transposed_conv") or operation.kind not in (
        "affine",
        "multiply",
        "offset",
    ):
        return None
    axis = 0 if before.kind == "conv" else 1
    weight = before.weights["weight"].astype(np.float64)
    count = weight.shape[axis]
    bias = before.weights.get("bias", np.zeros(count, np.float32)).astype(np.float64)
    scale, shift = np.ones(count), np.zeros(count)
    if operation.kind == "affine":
        scale, shift = (operation.weights[role].astype(np.float64) for role in ("weight", "bias"))
    elif operation.kind == "multiply":
        scale = scale * operation.numbers["number"]
    else:
        shift = shift + operation.numbers["number"]
    along = [1] * 4
    along[axis] = count
    return replace(
        before,
        name=operation.name,
        weights={"weight": weight * scale.reshape(along), "bias": bias * scale + shift},
    )


def _weighted(operation: Operation, found: list[Operation], uses: Counter[str]) -> Operation:
    """Return an addition with the factor of what it adds, which is then no operation of its own any more."""
    if operation.kind != "add":
        return operation
    first, second = operation.inputs
    for mine, other in ((second, first), (first, second)):
        place = next((i for i, each in enumerate(found) if each.name == mine), None)
        if (
            place is None
            or found[place].kind != "multiply"
            or uses[mine] > 1
            or operation.numbers["factor"] != 1
        ):
            continue
        factor = found.pop(place)
        return replace(
            operation, inputs=(other, *factor.inputs), numbers={"factor": factor.numbers["number"]}
        )
    return operation
