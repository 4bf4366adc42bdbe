"""Which of an image's bands the eye sees as red, green and blue."""

from __future__ import annotations

import re
from collections.abc import Sequence

COLOURS = (("red", "green", "blue"), ("r", "g", "b"), ("b04", "b03", "b02"), ("b4", "b3", "b2"))
"""What descriptions call the bands that the eye sees; the numbers are those of Sentinel-2 and Landsat 8."""


def display_bands(descriptions: Sequence[str]) -> tuple[int, ...]:
    """Indices of the bands shown as red, green and blue: by their descriptions, else the first three; else one, grey."""
    words = [re.findall(r"[a-z]+\d*|\d+", name.lower()) for name in descriptions]
    for names in COLOURS:
        found = [[i for i, said in enumerate(words) if name in said and "edge" not in said] for name in names]
        if all(found):
            return tuple(indices[0] for indices in found)
    return (0, 1, 2) if len(words) >= 3 else (0,)
