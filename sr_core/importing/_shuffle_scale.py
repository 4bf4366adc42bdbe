"""Networks that end in one convolution and one pixel shuffle."""

from __future__ import annotations

import math

from ..errors import InputError
from ._weight_layout import Weights


def read_shuffle(weights: Weights, last: str, bands: int) -> int:
    """Return the scale of a network that makes as many bands as it takes.

    Args:
        weights: The network's.
        last: Its last convolution.
        bands: That it takes.

    Raises:
        InputError: it makes another number of bands.
    """
    outputs = weights.outputs(last)
    scale = math.isqrt(outputs // bands)
    if scale**2 * bands != outputs:
        raise InputError(
            "The network takes {bands} bands and produces {outputs} channels, which are not as many bands at a "
            "finer resolution; only one with the same bands as input and output can be imported.",
            bands=bands,
            outputs=outputs,
        )
    return scale
