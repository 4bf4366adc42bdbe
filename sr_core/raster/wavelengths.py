"""Tells the centre wavelengths of bands from names and tags, and finds wanted bands among others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import rasterio
from rasterio.enums import ColorInterp

COLOURS: Mapping[str, float] = {
    "coastal": 443, "blue": 490, "green": 560, "yellow": 605, "red": 665, "rededge": 705, "rededge2": 740,
    "rededge3": 783, "nir": 842, "nir2": 865, "nir09": 945, "cirrus": 1375, "swir1": 1610, "swir2": 2200,
    "thermal": 10900,
}  # fmt: skip
"""Centre in nm of bands that are named after a colour."""

SYNONYMS: Mapping[str, str] = {
    "nearinfrared": "nir", "nearir": "nir", "infrared": "nir", "nir1": "nir", "nir08": "nir2", "narrownir": "nir2",
    "nirnarrow": "nir2", "swir16": "swir1", "swir22": "swir2", "coastalaerosol": "coastal", "coastalblue": "coastal",
    "rededge1": "rededge", "rededge071": "rededge", "rededge075": "rededge2", "rededge078": "rededge3",
    "watervapour": "nir09", "watervapor": "nir09", "shortwaveinfrared1": "swir1", "shortwaveinfrared2": "swir2",
    "shortwaveinfrared": "swir", "midinfrared": "mir", "farinfrared": "far", "thermalinfrared": "thermal",
    "tir": "thermal", "lwir": "thermal",
}  # fmt: skip
"""Colour for other words, written without separators. A word that says too little has a name that is not in `COLOURS`."""

LETTERS: Mapping[str, str] = {"r": "red", "g": "green", "b": "blue", "n": "nir", "ir": "nir"}
"""Names that are short for a colour where they are the whole name."""

SENSORS: Mapping[str, Mapping[str, float]] = {
    "Sentinel-2": {
        "B01": 443, "B02": 490, "B03": 560, "B04": 665, "B05": 705, "B06": 740, "B07": 783, "B08": 842, "B8A": 865,
        "B09": 945, "B10": 1375, "B11": 1610, "B12": 2190,
    },
    "Landsat 8 and 9": {
        "SR_B1": 443, "SR_B2": 482, "SR_B3": 562, "SR_B4": 655, "SR_B5": 865, "SR_B6": 1609, "SR_B7": 2201,
        "ST_B10": 10895,
    },
}  # fmt: skip
"""Centres in nm of bands as ESA and USGS name them; B2 alone is another band of each, and says nothing."""

TOLERANCE, TOLERANCE_SHARE = 30.0, 0.04
"""Two bands whose centres are at most this far apart, in nm or as a share of the centre, are taken for the same."""

MOST_WORDS = 4
"""Most words in a name of a colour, such as short wave infrared 1."""

UNITS = re.compile(r"(\d+(?:\.\d+)?)\s*(nm|nanomet|µm|μm|um\b|microm)", re.IGNORECASE)

RGB = {ColorInterp.red: "red", ColorInterp.green: "green", ColorInterp.blue: "blue"}


class BandLabel(NamedTuple):
    """Name and wavelength of a band, as far as they are known."""

    name: str
    """"" where it has none."""
    centre: float | None
    """Centre of the band's wavelengths in nm; None where it is not known."""


def published_wavelengths() -> dict[str, Any]:
    """Return the tables for schema.json, by which QGIS' dialogs match bands as the engine does."""
    return {
        "colours": COLOURS,
        "synonyms": SYNONYMS,
        "letters": LETTERS,
        "sensors": SENSORS,
        "tolerance": TOLERANCE,
        "tolerance_share": TOLERANCE_SHARE,
        "most_words": MOST_WORDS,
    }


def labels(names: Sequence[str]) -> list[BandLabel]:
    """Return labels of bands from their names alone."""
    return [BandLabel(name, wavelength_of(name)) for name in names]


def read_labels(dataset: rasterio.DatasetReader, bands: Sequence[int]) -> list[BandLabel]:
    """Return labels of a file's bands (indices from 1): name, else colour; wavelength by tags, else by name."""
    found = []
    for band in bands:
        name = dataset.descriptions[band - 1] or RGB.get(dataset.colorinterp[band - 1], "")
        centre = _read_tagged(dataset, band)
        found.append(BandLabel(name, wavelength_of(name) if centre is None else centre))
    return found


def wavelength_of(name: str) -> float | None:
    """Return the centre in nm that a band's name stands for; None where it does not say, or says several."""
    number = UNITS.search(name)
    if number:
        return float(number.group(1)) * (1 if number.group(2).lower().startswith("n") else 1000)
    for bands in SENSORS.values():
        for band, centre in bands.items():
            if re.search(rf"(?<![A-Za-z0-9]){band}(?![A-Za-z0-9])", name, re.IGNORECASE):
                return centre
    words = re.findall(r"[^\W_]+", name.lower())
    whole = "".join(words)
    if whole in LETTERS:
        return COLOURS[LETTERS[whole]]
    colours = set(_colours(words))
    return COLOURS.get(colours.pop()) if len(colours) == 1 else None


def are_apart(first: float | None, second: float | None) -> bool:
    """Whether two centres are known, and not of the same band."""
    if first is None or second is None:
        return False
    return abs(first - second) > max(TOLERANCE, TOLERANCE_SHARE * max(first, second))


def find_bands(wanted: Sequence[BandLabel], found: Sequence[BandLabel]) -> list[int | None]:
    """Return where each wanted band is among others, by name and else by wavelength; None where that is not certain."""
    return [
        _by_name(each, found) if _by_name(each, found) is not None else _nearest(each, found)
        for each in wanted
    ]


def contradictions(wanted: Sequence[BandLabel], found: Sequence[BandLabel]) -> list[int]:
    """Return the places at which two lists of the same length cannot mean the same band.

    There both say what they see, and it differs; or the wanted band stands elsewhere.
    """
    places = find_bands(wanted, found)
    return [
        i
        for i, (one, other, place) in enumerate(zip(wanted, found, places, strict=True))
        if are_apart(one.centre, other.centre) or (place is not None and place != i)
    ]


def suggest_bands(wanted: Sequence[BandLabel], found: Sequence[BandLabel]) -> tuple[list[int], list[int]]:
    """Return the places of bands that a model could be given, and of which of its own these are only a substitute.

    A wanted band that is not found is replaced by a band without a known wavelength; where none is left, by the band
    with the nearest wavelength.
    """
    chosen = find_bands(wanted, found)
    free = [i for i, each in enumerate(found) if i not in chosen and each.centre is None]
    substitutes = []
    for i, each in enumerate(wanted):
        if chosen[i] is not None:
            continue
        if free:
            chosen[i] = free.pop(0)
            continue
        substitutes.append(i)
        centre = each.centre
        known = (
            []
            if centre is None
            else [(abs(other.centre - centre), k) for k, other in enumerate(found) if other.centre]
        )
        chosen[i] = min(known)[1] if known else i % len(found)
    return [place for place in chosen if place is not None], substitutes


def _colours(words: Sequence[str]) -> Iterator[str]:
    """Yield the colours in a name, the longest words for one first: red edge is not red."""
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + MOST_WORDS), start, -1):
            word = "".join(words[start:end])
            if word in COLOURS or word in SYNONYMS:
                yield SYNONYMS.get(word, word)
                start = end
                break
        else:
            start += 1


def _by_name(wanted: BandLabel, found: Sequence[BandLabel]) -> int | None:
    if not wanted.name:
        return None
    same = [i for i, other in enumerate(found) if other.name.casefold() == wanted.name.casefold()]
    return same[0] if len(same) == 1 and not are_apart(wanted.centre, found[same[0]].centre) else None


def _nearest(wanted: BandLabel, found: Sequence[BandLabel]) -> int | None:
    centre = wanted.centre
    if centre is None:
        return None
    near = sorted(
        (abs(other.centre - centre), i)
        for i, other in enumerate(found)
        if other.centre is not None and not are_apart(other.centre, centre)
    )
    if not near or (len(near) > 1 and near[1][0] == near[0][0]):
        return None  # none is near, or two are equally near
    return near[0][1]


def _read_tagged(dataset: rasterio.DatasetReader, band: int) -> float | None:
    """Return the centre (nm) that a band's metadata say, as GDAL and ENVI write it."""
    tags = {key.lower(): value for key, value in dataset.tags(band).items()}
    imagery = dataset.tags(band, ns="IMAGERY")
    try:
        if "CENTRAL_WAVELENGTH_UM" in imagery:
            return 1000 * float(imagery["CENTRAL_WAVELENGTH_UM"])
        if "wavelength" in tags:
            number = float(re.split(r"[^\d.eE+-]", tags["wavelength"].strip())[0])
            unit = (tags.get("wavelength_units") or tags["wavelength"]).strip().lower()
            if UNITS.search(f"1 {unit}") or UNITS.search(unit):
                return number if "n" in unit.replace("micron", "") else 1000 * number
    except ValueError:  # no number
        return None
    return None
