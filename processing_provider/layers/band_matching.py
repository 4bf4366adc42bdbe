"""Finds the bands of a layer that a model wants, as the engine does: by name, or by the wavelength that it stands for.

What names stand for is the engine's table, which it publishes (`sr_core/raster/wavelengths.py`).
"""

from __future__ import annotations

import re

from ..engine_schema import wavelengths

UNITS = re.compile(r"(\d+(?:\.\d+)?)\s*(nm|nanomet|µm|μm|um\b|microm)", re.IGNORECASE)


def band_wavelength(name):
    """Return the centre wavelength in nm of a band of this name; None where the name does not say, or says several."""
    table, number = wavelengths(), UNITS.search(name)
    if number:
        return float(number.group(1)) * (1 if number.group(2).lower().startswith("n") else 1000)
    for bands in table["sensors"].values():
        for band, centre in bands.items():
            if re.search(rf"(?<![A-Za-z0-9]){band}(?![A-Za-z0-9])", name, re.IGNORECASE):
                return centre
    words = re.findall(r"[^\W_]+", name.lower())
    whole = "".join(words)
    if whole in table["letters"]:
        return table["colours"][table["letters"][whole]]
    colours = set(_colours(words, table))
    return table["colours"].get(colours.pop()) if len(colours) == 1 else None


def match_bands(wanted, found):
    """Return the numbers of the bands that a model wants, in its order; None if one is missing.

    Names are compared first, then wavelengths. No band is used twice.

    Args:
        wanted: names of the model's bands.
        found: names of the layer's bands; their numbers start at 1.
    """
    chosen = _find_bands(wanted, found)
    return None if None in chosen or len(set(chosen)) < len(chosen) else chosen


def is_contradictory(wanted, found):
    """Return whether two lists of names of the same length cannot mean the same bands in the same order."""
    places = _find_bands(wanted, found)
    return any(
        _are_apart(band_wavelength(one), band_wavelength(other)) or place not in (None, number)
        for number, (one, other, place) in enumerate(zip(wanted, found, places), 1)
    )


def suggest_bands(wanted, found):
    """Return the numbers of bands that a model could be given, and the names of its bands in whose place another one stands."""
    chosen, missing = _find_bands(wanted, found), []
    centres = [band_wavelength(name) for name in found]
    free = [band for band, centre in enumerate(centres, 1) if band not in chosen and centre is None]
    for number, name in enumerate(wanted):
        if chosen[number] is None:
            centre = band_wavelength(name)
            known = [] if centre is None else [(abs(c - centre), b) for b, c in enumerate(centres, 1) if c]
            other = min(known)[1] if known else number % len(found) + 1
            if name and not free:
                missing.append(name)
            chosen[number] = free.pop(0) if free else other
    return chosen, missing


def _find_bands(wanted, found):
    """Return the number of each wanted band; None where that is not certain."""
    chosen = []
    for name in wanted:
        band = _find_by_name(name, found)
        chosen.append(_find_by_wavelength(band_wavelength(name), found) if band is None else band)
    return chosen


def _find_by_name(name, found):
    same = [number for number, other in enumerate(found, 1) if name and other.casefold() == name.casefold()]
    return same[0] if len(same) == 1 else None


def _find_by_wavelength(centre, found):
    if centre is None:
        return None
    centres = ((number, band_wavelength(name)) for number, name in enumerate(found, 1))
    near = sorted(
        (abs(other - centre), number)
        for number, other in centres
        if other is not None and not _are_apart(other, centre)
    )
    if not near or (len(near) > 1 and near[1][0] == near[0][0]):
        return None  # none is near, or two are equally near
    return near[0][1]


def _are_apart(first, second):
    """Return whether two centres are known, and not of the same band."""
    if first is None or second is None:
        return False
    table = wavelengths()
    return abs(first - second) > max(table["tolerance"], table["tolerance_share"] * max(first, second))


def _colours(words, table):
    """Yield the colours in a name, the longest words for one first: red edge is not red."""
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + table["most_words"]), start, -1):
            word = "".join(words[start:end])
            if word in table["colours"] or word in table["synonyms"]:
                yield table["synonyms"].get(word, word)
                start = end
                break
        else:
            start += 1
