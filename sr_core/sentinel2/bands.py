"""The bands of Sentinel-2's instrument (MSI): ground resolution, and order in which products count them."""

from __future__ import annotations

from collections.abc import Mapping

RESOLUTIONS: Mapping[str, int] = {
    "B01": 60, "B02": 10, "B03": 10, "B04": 10, "B05": 20, "B06": 20, "B07": 20, "B08": 10, "B8A": 20, "B09": 60,
    "B10": 60, "B11": 20, "B12": 20,
}  # fmt: skip
"""Metres per pixel in which a band is measured; the order is that of `band_id` in the metadata of products."""

TEN_BANDS = tuple(name for name, resolution in RESOLUTIONS.items() if resolution <= 20)
"""Bands of 10 and 20 m, in the order of results."""

ATMOSPHERE = ("B01", "B09")
"""Bands of 60 m that Level-2A has as well: aerosols and water vapour. B10 (cirrus) shows no land."""


def band_name(physical: str) -> str:
    """Return the name of a band that a product's metadata call B1 or B8A: B01, B8A."""
    return f"B{int(physical[1:]):02}" if physical[1:].isdigit() else physical
