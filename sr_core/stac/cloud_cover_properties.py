"""The cloud cover of a scene, from its STAC properties."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

WHOLE = ("eo:cloud_cover", "cloud_cover", "cloudCover", "s2:cloudy_pixel_percentage")
"""Properties that give it."""

PARTS = (
    "s2:medium_proba_clouds_percentage",
    "s2:high_proba_clouds_percentage",
    "s2:thin_cirrus_percentage",
)
"""Properties that it is the sum of."""

OF_LAND = "landsat:cloud_cover_land"


def cloud_cover(properties: Mapping[str, Any]) -> float | None:
    """Return the cloud cover (0 to 100 %); None where the catalogue does not say it.

    Catalogues of Landsat give -1 where it was not assessed, as at night.
    """
    for name in WHOLE:
        if (share := _percent(properties.get(name))) is not None:
            return share
    parts = [_percent(properties.get(name)) for name in PARTS]
    if parts[0] is not None and parts[1] is not None:
        return min(100.0, sum(part or 0.0 for part in parts))
    return _percent(properties.get(OF_LAND))


def _percent(value: object) -> float | None:
    """Return a number from 0 to 100; none for all else."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        share = float(str(value).strip().removesuffix("%"))
    except ValueError:
        return None
    return share if math.isfinite(share) and 0 <= share <= 100 else None
