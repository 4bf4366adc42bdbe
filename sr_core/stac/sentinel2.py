"""What is peculiar to Sentinel-2 in STAC catalogues: the names of its bands, and the offset of its pixel values."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pystac import Asset, Item

from ..errors import BadInput
from ..i18n import say

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
"""A band's own name, as Planetary Computer has it -> the name that Earth Search gives it."""

OFFSET = 1000
"""Added to reflectance × 10,000 since processing baseline 04.00 (25 January 2022), so that dark pixels need no clipping."""

SINCE = (4, 0)


def asset_of(item: Item, name: str) -> Asset:
    """The asset of a scene, whichever of the two names of a Sentinel-2 band is asked for and there.

    Raises:
        BadInput: there is none; the sentence names those there are.
    """
    assets = {key.casefold(): asset for key, asset in item.assets.items()}
    for known in (name, *aliases(name)):
        if known.casefold() in assets:
            return assets[known.casefold()]
    raise BadInput(
        "{scene} has no asset {name}: ASSETS can be {known}.",
        scene=item.id,
        name=name,
        known=", ".join(key for key, asset in item.assets.items() if _is_raster(asset)) or say("none"),
    )


def aliases(name: str) -> tuple[str, ...]:
    """The other names of a Sentinel-2 band."""
    return tuple(
        other
        for pair in NAMES.items()
        if name.casefold() in (each.casefold() for each in pair)
        for other in pair
    )


def common_name(name: str) -> str:
    """What colour a band is: "red" of B04; blank where it is no band of Sentinel-2."""
    return next((other for other in aliases(name) if other in NAMES.values()), "")


def baseline(item: Item) -> str | None:
    """Processing baseline of a Sentinel-2 product, such as "04.00"; none where the catalogue does not say."""
    said = item.properties.get("s2:processing_baseline")
    return str(said) if said is not None and re.fullmatch(r"\d+\.\d+", str(said)) else None


def is_offset(item: Item) -> bool:
    """Whether the pixel values of the bands hold the offset that came with processing baseline 04.00."""
    if _flag(item.properties, "earthsearch:boa_offset_applied"):
        return False  # the catalogue has taken it off already
    said = baseline(item)
    return said is not None and tuple(map(int, said.split("."))) >= SINCE


def already_off(item: Item) -> bool:
    """Whether the catalogue says that it has taken the offset off."""
    return _flag(item.properties, "earthsearch:boa_offset_applied")


def _flag(properties: Mapping[str, object], name: str) -> bool:
    return properties.get(name) in (True, "true", "True")


def _is_raster(asset: Asset) -> bool:
    return (asset.media_type or "").startswith(("image/tiff", "image/jp2", "image/vnd.stac.geotiff"))
