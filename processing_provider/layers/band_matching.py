"""Finds the bands of a layer that a model wants: by name, or by the wavelength that the name stands for."""

from __future__ import annotations

import re

COLOURS = {
    "coastal": 443, "blue": 490, "green": 560, "yellow": 605, "red": 665, "rededge": 705, "nir": 842, "swir1": 1610,
    "swir2": 2200,
}  # fmt: skip
"""Centre in nm of bands that are named after a colour."""
SYNONYMS = {
    "nearinfrared": "nir", "nearir": "nir", "infrared": "nir", "nir1": "nir", "nir08": "nir", "swir16": "swir1",
    "swir22": "swir2", "coastalaerosol": "coastal", "r": "red", "g": "green", "b": "blue", "n": "nir", "ir": "nir",
}  # fmt: skip
SENTINEL2 = {
    "B01": 443, "B02": 490, "B03": 560, "B04": 665, "B05": 705, "B06": 740, "B07": 783, "B08": 842, "B8A": 865,
    "B09": 945, "B10": 1375, "B11": 1610, "B12": 2190,
}  # fmt: skip
"""Centres in nm of the bands as ESA names them; Landsat's B2 is another band, so B2 alone is ambiguous."""
LANDSAT = {
    "SR_B1": 443, "SR_B2": 482, "SR_B3": 562, "SR_B4": 655, "SR_B5": 865, "SR_B6": 1609, "SR_B7": 2201,
}  # fmt: skip
"""Centres in nm of the bands of Landsat 8 and 9 as USGS names them."""
TOLERANCE = 30
"""Two bands whose centres are at most this far apart, in nm, are taken for the same."""


def band_wavelength(name):
    """Return the centre wavelength in nm of a band of this name; None where the name does not say."""
    number = re.search(r"(\d+(?:\.\d+)?)\s*(nm|nanomet|µm|um\b|microm)", name, re.IGNORECASE)
    if number:
        return float(number.group(1)) * (1 if number.group(2).lower().startswith("n") else 1000)
    for known in (SENTINEL2, LANDSAT):
        for band, centre in known.items():
            if re.search(rf"(?<![A-Za-z0-9]){band}(?![A-Za-z0-9])", name, re.IGNORECASE):
                return centre
    word = re.sub(r"[^a-z0-9]", "", name.lower())
    return COLOURS.get(SYNONYMS.get(word, word))


def match_bands(wanted, found):
    """Return the numbers of the bands that a model wants, in its order; None if one is missing.

    Names are compared first, then wavelengths. No band is used twice.

    Args:
        wanted: names of the model's bands.
        found: names of the layer's bands; their numbers start at 1.
    """
    chosen = []
    for name in wanted:
        band = _find_by_name(name, found) or _find_by_wavelength(band_wavelength(name), found)
        if band is None or band in chosen:
            return None
        chosen.append(band)
    return chosen


def _find_by_name(name, found):
    same = [number for number, other in enumerate(found, 1) if name and other.casefold() == name.casefold()]
    return same[0] if len(same) == 1 else None


def _find_by_wavelength(centre, found):
    if centre is None:
        return None
    centres = ((number, band_wavelength(name)) for number, name in enumerate(found, 1))
    near = sorted((abs(other - centre), number) for number, other in centres if other is not None)
    if not near or near[0][0] > TOLERANCE or (len(near) > 1 and near[1][0] == near[0][0]):
        return None  # none is near, or two are equally near
    return near[0][1]
