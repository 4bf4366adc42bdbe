"""The eight ways to lay a square patch down: land has no up and no left."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

ORIENTATIONS = 8


def oriented(patch: NDArray[Any], orientation: int) -> NDArray[Any]:
    """`patch` (..., n, n) turned by `orientation` % 4 quarter turns and, from 4 on, mirrored first; a view."""
    if orientation >= 4:
        patch = patch[..., ::-1]
    return np.rot90(patch, orientation % 4, axes=(-2, -1))
