"""The 1 × 1 convolutions with which EDSR-PyTorch takes the mean colour off its input and adds it to its output."""

from __future__ import annotations

import torch

from ..errors import InputError
from ._layout import DIV2K_MEAN, Weights

MEAN_SHIFT = frozenset({"sub_mean", "add_mean"})
"""Their names in the file."""


def read_mean_shift(weights: Weights) -> tuple[float, tuple[float, ...]]:
    """Return gain and mean of a `PublishedNetwork`.

    They are read from the layers where these are in the file; else they are as the repository sets them.

    Raises:
        InputError: the layers do more than shift.
    """
    bands = weights.inputs("head.0")
    if "sub_mean" not in weights.layers:  # saved without them, as newer versions do
        known = bands == len(DIV2K_MEAN)
        return 1 / 255, tuple(255 * value for value in DIV2K_MEAN) if known else ()
    identity = torch.eye(bands)
    kernels = (weights.tensors[f"{name}.weight"][..., 0, 0].float() for name in sorted(MEAN_SHIFT))
    taken_off, added = (weights.tensors[f"{name}.bias"].float() for name in ("sub_mean", "add_mean"))
    if not all(torch.equal(kernel, identity) for kernel in kernels) or not torch.equal(taken_off, -added):
        raise InputError(
            "Its mean-shift layers do more than shift: export the network to ONNX and import that."
        )
    shift = [float(value) for value in added]
    # Means lie somewhere within the range: whether that is 0–255 or 0–1 shows at once.
    return (1 / 255 if max(shift) > 1 else 1.0), tuple(shift)
