"""Operations of a graph computed by torch in float64: what folding and formats are compared with."""

from __future__ import annotations

import numpy as np
import torch
from torch.nn import functional as F


def compute(operations, **given):
    """Return the last result, an array (c, h, w), of arrays by name."""
    results = {name: torch.from_numpy(np.asarray(value, np.float64))[None] for name, value in given.items()}
    for operation in operations:
        inputs = [results[name] for name in operation.inputs]
        results[operation.name] = _compute(operation, inputs)
    return results[operations[-1].name][0].numpy()


def _compute(operation, inputs):
    x, numbers = inputs[0], operation.numbers
    weights = {role: torch.from_numpy(np.asarray(w, np.float64)) for role, w in operation.weights.items()}
    weight, bias = weights.get("weight"), weights.get("bias")
    places = {"stride": int(numbers.get("stride", 1)), "padding": int(numbers.get("padding", 0))}
    match operation.kind:
        case "conv":
            return F.conv2d(x, weight, bias, **places, groups=operation.groups)
        case "transposed_conv":
            return F.conv_transpose2d(x, weight, bias, **places)
        case "normalize":
            return F.batch_norm(x, weights["mean"], weights["var"], weight, bias, eps=numbers["eps"])
        case "affine":
            return x * weight.view(1, -1, 1, 1) + bias.view(1, -1, 1, 1)
        case "leaky_relu":
            return F.leaky_relu(x, numbers["slope"])
        case "prelu":
            return F.prelu(x, weight)
        case "clamp":
            return x.clamp(numbers["low"], numbers["high"])
        case "tanh":
            return x.tanh()
        case "sigmoid":
            return x.sigmoid()
        case "silu" | "gelu" | "mish":
            return getattr(F, operation.kind)(x)
        case "product":
            return x * inputs[1]
        case "slice":
            return x[:, int(numbers["start"]) : int(numbers["stop"])]
        case "multiply":
            return x * numbers["number"]
        case "offset":
            return x + numbers["number"]
        case "add":
            return x + inputs[1] * numbers["factor"]
        case "concat":
            return torch.cat(inputs, 1)
        case "shuffle":
            return F.pixel_shuffle(x, operation.factor)
        case "space_to_depth":
            return F.pixel_unshuffle(x, operation.factor)
        case "max_pool":
            return F.max_pool2d(x, operation.factor)
        case "pad" | "crop":
            ends = [int(numbers[end]) for end in ("left", "right", "top", "bottom")]
            return F.pad(x, ends if operation.kind == "pad" else [-end for end in ends])
        case "nearest":
            return F.interpolate(x, scale_factor=operation.factor)
        case kind:
            return F.interpolate(x, scale_factor=operation.factor, mode=kind)
