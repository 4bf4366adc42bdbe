"""Which bands of a layer are those that a model wants: by name, or by the light that they see."""

from __future__ import annotations

import re

COLOURS = {
    "coastal": 443, "blue": 490, "green": 560, "yellow": 605, "red": 665, "rededge": 705, "nir": 842, "swir1": 1610,
    "swir2": 2200,
}  # fmt: skip
"""Centre in nm of what a band is called that is called by its colour."""
OTHER_WORDS = {
    "nearinfrared": "nir", "nearir": "nir", "infrared": "nir", "nir1": "nir", "nir08": "nir", "swir16": "swir1",
    "swir22": "swir2", "coastalaerosol": "coastal", "r": "red", "g": "green", "b": "blue", "n": "nir", "ir": "nir",
}  # fmt: skip
SENTINEL2 = {
    "B01": 443, "B02": 490, "B03": 560, "B04": 665, "B05": 705, "B06": 740, "B07": 783, "B08": 842, "B8A": 865,
    "B09": 945, "B10": 1375, "B11": 1610, "B12": 2190,
}  # fmt: skip
"""Centres in nm, of the bands as ESA names them; Landsat's B2 is another band, so B2 alone says nothing."""
LANDSAT = {
    "SR_B1": 443, "SR_B2": 482, "SR_B3": 562, "SR_B4": 655, "SR_B5": 865, "SR_B6": 1609, "SR_B7": 2201,
}  # fmt: skip
"""Centres in nm, of the bands of Landsat 8 and 9 as USGS names them."""
NEAR = 30
"""Two bands whose centres are this near, in nm, see the same."""


def wavelength(name):
    """Centre in nm of the light that a band of this name sees; None where the name does not tell."""
    said = re.search(r"(\d+(?:\.\d+)?)\s*(nm|nanomet|µm|um\b|microm)", name, re.IGNORECASE)
    if said:
        return float(said.group(1)) * (1 if said.group(2).lower().startswith("n") else 1000)
    for known in (SENTINEL2, LANDSAT):
        for band, centre in known.items():
            if re.search(rf"(?<![A-Za-z0-9]){band}(?![A-Za-z0-9])", name, re.IGNORECASE):
                return centre
    word = re.sub(r"[^a-z0-9]", "", name.lower())
    return COLOURS.get(OTHER_WORDS.get(word, word))


def matching(wanted, found):
    """Numbers, from 1, of the bands among `found` that are those in `wanted`, in that order; None if one is missing.

    Names are compared first, then the light they stand for, and no band is taken twice.
    """
    chosen = []
    for name in wanted:
        band = _named(name, found) or _seeing(wavelength(name), found)
        if band is None or band in chosen:
            return None
        chosen.append(band)
    return chosen


def _named(name, found):
    same = [number for number, other in enumerate(found, 1) if name and other.casefold() == name.casefold()]
    return same[0] if len(same) == 1 else None


def _seeing(centre, found):
    if centre is None:
        return None
    seen = ((number, wavelength(name)) for number, name in enumerate(found, 1))
    near = sorted((abs(other - centre), number) for number, other in seen if other is not None)
    if not near or near[0][0] > NEAR or (len(near) > 1 and near[1][0] == near[0][0]):
        return None  # nothing like it, or two that are equally like it
    return near[0][1]
