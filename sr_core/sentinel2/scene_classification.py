"""Sen2Cor's scene classification (SCL) of Level-2A: which pixels do not show the land."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

MASK_CLOUDS = Field(
    title="Clouds and their shadows as nodata",
    description="Pixels that the scene classification (SCL) of Level-2A calls cloud, cirrus, cloud shadow or defective become "
    "nodata.",
)

CLASSES = "SCL"
"""What the classification is called, in products and in catalogues."""

HIDDEN = (0, 1, 3, 8, 9, 10)
"""Classes that do not show the land: nodata, saturated or defective, cloud shadow, cloud of medium and of high
probability, thin cirrus. Not snow (11), nor dark areas (2), which are land."""


def shows_land(classes: NDArray[np.generic]) -> NDArray[np.bool_]:
    """Return which pixels show the land, by their classes; of the same shape."""
    return ~np.isin(classes, HIDDEN)
