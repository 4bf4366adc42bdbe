"""Sentinel-2 in STAC catalogues: the names of its bands, and the offset of its pixel values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..errors import InputError
from ..i18n import say
from ..sentinel2.radiometric_offset import OFFSET, SINCE

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

RESOLUTIONS = ("_10m", "_20m", "_60m")
"""What the catalogue of the Copernicus Data Space adds to the names of bands, the finest first."""

BASELINE = re.compile(r"[NV]?(\d{1,2})\.(\d{1,2})|N?(\d\d)(\d\d)", re.IGNORECASE)
"""A processing baseline: 05.09, N0509, V05.09."""


def find_asset(item: Item, name: str) -> Asset:
    """Return the asset of a scene by its name, or by the other name of a Sentinel-2 band.

    Raises:
        InputError: there is none; the message names those there are.
    """
    assets = {key.casefold(): asset for key, asset in item.assets.items()}
    names = (name, *list_band_names(name))
    for known in (*names, *(each + resolution for resolution in RESOLUTIONS for each in names)):
        if known.casefold() in assets:
            return assets[known.casefold()]
    raise InputError(
        "{scene} has no asset {name}: ASSETS can be {known}.",
        scene=item.id,
        name=name,
        known=", ".join(key for key, asset in item.assets.items() if _is_raster(asset)) or say("none"),
    )


def list_band_names(name: str) -> tuple[str, ...]:
    """Return all names of a Sentinel-2 band, of which one is given; none if it is not one."""
    short = name.casefold()
    for resolution in RESOLUTIONS:
        short = short.removesuffix(resolution)
    return tuple(
        other for pair in NAMES.items() if short in (each.casefold() for each in pair) for other in pair
    )


def common_name(name: str) -> str:
    """Return the colour of a band, such as "red" for B04; blank if it is not a band of Sentinel-2."""
    return next((other for other in list_band_names(name) if other in NAMES.values()), "")


def is_sentinel_2(item: Item) -> bool:
    """Return whether a scene is one of Sentinel-2, by its properties, its id or its collection."""
    said = (item.properties.get(name) for name in ("platform", "constellation", "mission"))
    return (
        any(key.startswith("s2:") for key in item.properties)
        or any(re.match(r"sentinel[-_ ]?2", str(each), re.IGNORECASE) for each in said)
        or re.match(r"S2[A-D]_", str(item.id)) is not None
        or re.search(r"(?<![a-z0-9])(sentinel[-_ ]?2|s2)(?![0-9])", str(item.collection_id or "").casefold())
        is not None
    )


def processing_baseline(item: Item) -> str | None:
    """Return the processing baseline of a Sentinel-2 product, such as "04.00"; none where the catalogue gives none."""
    if not is_sentinel_2(item):
        return None
    for key in ("s2:processing_baseline", "processing:version"):
        if found := BASELINE.fullmatch(str(item.properties.get(key, "")).strip()):
            return ".".join(f"{int(part):02}" for part in found.groups() if part)
    for name in (item.properties.get("s2:product_uri"), item.id):  # S2A_MSIL2A_20230610T101031_N0509_R022_...
        if found := re.search(r"_N(\d\d)(\d\d)_", str(name)):
            return ".".join(found.groups())
    return None


def has_offset(item: Item) -> bool:
    """Return whether the pixel values of the bands include the offset that came with processing baseline 04.00."""
    if is_offset_removed(item) or not is_sentinel_2(item):
        return False
    baseline = processing_baseline(item)
    return declares_offset(item) if baseline is None else tuple(map(int, baseline.split("."))) >= SINCE


def declares_offset(item: Item) -> bool:
    """Return whether the catalogue gives the offset in the description of a band."""
    return any(list_band_names(key) and _declares(asset) for key, asset in item.assets.items())


def is_offset_removed(item: Item) -> bool:
    """Return whether the catalogue says that it has subtracted the offset."""
    said = item.properties.get("earthsearch:boa_offset_applied")
    return said is True or str(said).casefold() in ("true", "1")


def _declares(asset: Asset) -> bool:
    fields = asset.extra_fields
    for place in (fields, *(fields.get("raster:bands") or ()), *(fields.get("bands") or ())):
        scale, offset = (place.get(key, place.get(f"raster:{key}")) for key in ("scale", "offset"))
        if isinstance(scale, int | float) and isinstance(offset, int | float) and scale > 0:
            return abs(offset / scale + OFFSET) < 1
    return False


def _is_raster(asset: Asset) -> bool:
    return (asset.media_type or "").startswith(("image/tiff", "image/jp2", "image/vnd.stac.geotiff"))
