"""The 1 × 1 convolutions with which EDSR-PyTorch takes the mean colour off its input and adds it to its output."""

from __future__ import annotations

import torch

from ..errors import InputError
from ._weight_layout import DIV2K_MEAN, Weights

MEAN_SHIFT = frozenset({"sub_mean", "add_mean"})
"""Names of the two layers that subtract and add the mean colour, in the file."""


def read_mean_shift(
    weights: Weights, first: str = "head.0", layers: frozenset[str] = MEAN_SHIFT
) -> tuple[float, tuple[float, ...]]:
    """Return gain and mean of a `PublishedNetwork`.

    They are read from the layers where these are in the file; else they are as EDSR-PyTorch sets them.

    Args:
        weights: The network's.
        first: Its first layer after the shift.
        layers: The two that shift; by name, that of the output comes first.

    Raises:
        InputError: the layers do more than shift.
    """
    bands = weights.inputs(first)
    if not layers <= weights.layers:  # saved without them, as newer versions do
        known = bands == len(DIV2K_MEAN)
        return 1 / 255, tuple(255 * value for value in DIV2K_MEAN) if known else ()
    identity = torch.eye(bands)
    kernels = (weights.tensors[f"{name}.weight"][..., 0, 0].float() for name in sorted(layers))
    added, taken_off = (weights.tensors[f"{name}.bias"].float() for name in sorted(layers))
    if not all(torch.equal(kernel, identity) for kernel in kernels) or not torch.equal(taken_off, -added):
        raise InputError(
            "Its mean-shift layers do more than shift: export the network to ONNX and import that."
        )
    shift = [float(value) for value in added]
    # Means lie somewhere within the range: whether that is 0–255 or 0–1 shows at once.
    return (1 / 255 if max(shift) > 1 else 1.0), tuple(shift)
