"""Sentinel-2 in STAC catalogues: the names of its bands, and the offset of its pixel values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..errors import InputError
from ..i18n import say

if TYPE_CHECKING:
    from pystac import Asset, Item

NAMES = {
    "B01": "coastal",
    "B02": "blue",
    "B03": "green",
    "B04": "red",
    "B05": "rededge1",
    "B06": "rededge2",
    "B07": "rededge3",
    "B08": "nir",
    "B8A": "nir08",
    "B09": "nir09",
    "B11": "swir16",
    "B12": "swir22",
}
"""Name of a band, as in Planetary Computer -> its name in Earth Search."""

OFFSET = 1000
"""Added to reflectance × 10,000 since processing baseline 04.00 (25 January 2022), so that dark pixels need no clipping."""

SINCE = (4, 0)


def asset_of(item: Item, name: str) -> Asset:
    """Return the asset of a scene by its name, or by the other name of a Sentinel-2 band.

    Raises:
        InputError: there is none; the message names those there are.
    """
    assets = {key.casefold(): asset for key, asset in item.assets.items()}
    for known in (name, *aliases(name)):
        if known.casefold() in assets:
            return assets[known.casefold()]
    raise InputError(
        "{scene} has no asset {name}: ASSETS can be {known}.",
        scene=item.id,
        name=name,
        known=", ".join(key for key, asset in item.assets.items() if _is_raster(asset)) or say("none"),
    )


def aliases(name: str) -> tuple[str, ...]:
    """Return all names of a Sentinel-2 band, of which one is given; none if it is not one."""
    return tuple(
        other
        for pair in NAMES.items()
        if name.casefold() in (each.casefold() for each in pair)
        for other in pair
    )


def common_name(name: str) -> str:
    """Return the colour of a band, such as "red" for B04; blank if it is not a band of Sentinel-2."""
    return next((other for other in aliases(name) if other in NAMES.values()), "")


def processing_baseline(item: Item) -> str | None:
    """Return the processing baseline of a Sentinel-2 product, such as "04.00"; none where the catalogue gives none."""
    baseline = item.properties.get("s2:processing_baseline")
    return str(baseline) if baseline is not None and re.fullmatch(r"\d+\.\d+", str(baseline)) else None


def has_offset(item: Item) -> bool:
    """Whether the pixel values of the bands include the offset that came with processing baseline 04.00."""
    baseline = None if is_offset_removed(item) else processing_baseline(item)
    return baseline is not None and tuple(map(int, baseline.split("."))) >= SINCE


def is_offset_removed(item: Item) -> bool:
    """Whether the catalogue says that it has subtracted the offset."""
    return item.properties.get("earthsearch:boa_offset_applied") in (True, "true", "True")


def _is_raster(asset: Asset) -> bool:
    return (asset.media_type or "").startswith(("image/tiff", "image/jp2", "image/vnd.stac.geotiff"))
