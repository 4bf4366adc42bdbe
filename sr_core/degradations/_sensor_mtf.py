"""Bands of sensors with their MTF at the Nyquist frequency: the contrast that is left of the finest detail."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from ..i18n import format_number, join_numbers

Sensor = Literal["sentinel2_msi", "landsat_oli"]


class Band(NamedTuple):
    """A band of a sensor."""

    name: str
    mtf: float
    colours: str
    """Names of what it sees, with spaces between: STAC's common names and others."""


OLI = 0.31
"""Of every band, the panchromatic one too. What is published of OLI is the slope of its edge response, required to be
at least 0.027 per metre on average between 40 % and 60 % for the bands of 30 m (0.054 for 15 m); a Gaussian that has
just this slope has this MTF. See `test_oli_has_the_slope_that_was_required`."""

SENSORS: Mapping[Sensor, tuple[Band, ...]] = {
    # As in the code of Ulfarsson et al. 2019, "Sentinel-2 Sharpening Using a Reduced-Rank Method".
    "sentinel2_msi": (
        Band("b1", 0.32, "coastal"),
        Band("b2", 0.26, "blue"),
        Band("b3", 0.28, "green"),
        Band("b4", 0.24, "red"),
        Band("b5", 0.38, "rededge1 rededge071"),
        Band("b6", 0.34, "rededge2 rededge075"),
        Band("b7", 0.34, "rededge3 rededge078"),
        Band("b8", 0.26, "nir nir1"),
        Band("b8a", 0.33, "nir nir2 nir08"),
        Band("b9", 0.26, "nir09"),
        Band("b11", 0.22, "swir swir1 swir16"),
        Band("b12", 0.23, "swir swir2 swir22"),
    ),
    "landsat_oli": (
        Band("b1", OLI, "coastal"),
        Band("b2", OLI, "blue"),
        Band("b3", OLI, "green"),
        Band("b4", OLI, "red"),
        Band("b5", OLI, "nir nir08"),
        Band("b6", OLI, "swir swir1 swir16"),
        Band("b7", OLI, "swir swir2 swir22"),
        Band("b8", OLI, "pan"),
        Band("b9", OLI, "cirrus"),
    ),
}


def find_mtf(sensor: Sensor, description: str) -> float | None:
    """Return the MTF of the sensor's band that a description such as "B04", "B4 red" or "nir" means, if any.

    Where number and colour disagree, the colour counts, for the raster may be another sensor's: "B5 nir" of Landsat is
    B8 of Sentinel-2.
    """
    words = re.split(r"[^a-z0-9]+", re.sub(r"red[ _-]?edge ?", "rededge", description.lower()))
    bands = SENSORS[sensor]
    numbered = [band for word in words for band in bands if re.sub(r"^b0+", "b", word) == band.name]
    coloured = [band for word in words for band in bands if word in band.colours.split()]
    agreeing = [band for band in numbered if band in coloured]
    found = agreeing or coloured or numbered
    return found[0].mtf if found else None


def describe_mtfs(sensor: Sensor) -> str:
    """Write the bands of a sensor with their MTF."""
    bands = SENSORS[sensor]
    if len({band.mtf for band in bands}) == 1:
        return format_number(bands[0].mtf)
    return join_numbers(f"{band.name.upper()} {format_number(band.mtf)}" for band in bands)
