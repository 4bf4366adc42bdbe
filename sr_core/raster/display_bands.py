"""Chooses the bands of an image that are displayed as red, green and blue."""

from __future__ import annotations

import re
from collections.abc import Sequence

COLOURS = (("red", "green", "blue"), ("r", "g", "b"), ("b04", "b03", "b02"), ("b4", "b3", "b2"))
"""Words for red, green and blue in band descriptions; the numbers are those of Sentinel-2 and Landsat 8."""


def display_bands(descriptions: Sequence[str]) -> tuple[int, ...]:
    """Return indices of the bands to show as red, green and blue, or of one to show as grey.

    Bands are found by their descriptions. Without such descriptions, they are the first three bands, or the first one.
    """
    words = [re.findall(r"[a-z]+\d*|\d+", name.lower()) for name in descriptions]
    for names in COLOURS:
        found = [
            [i for i, parts in enumerate(words) if name in parts and "edge" not in parts] for name in names
        ]
        if all(found):
            return tuple(indices[0] for indices in found)
    return (0, 1, 2) if len(words) >= 3 else (0,)
