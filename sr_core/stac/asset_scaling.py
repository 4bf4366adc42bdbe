"""Scale, offset and unit of a scene's assets: what their files and the catalogue declare, corrected for removed offsets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..raster.band_scaling import BandScaling
from ..raster.raster_reader import Raster
from ..sentinel2.radiometric_offset import OFFSET
from .sentinel2_assets import find_asset, is_offset_removed, list_band_names

if TYPE_CHECKING:
    from pystac import Asset, Item

CLOSE = 1e-9
"""Difference of two offsets below which they count as the same."""


def asset_scaling(item: Item, name: str, raster: Raster, subtracted: int) -> BandScaling | None:
    """Return scale, offset and unit of an asset's pixels as they are read; None where neither file nor catalogue says them.

    Args:
        item: the scene.
        name: of the asset.
        raster: its file, open.
        subtracted: offset that reading takes off the stored values.
    """
    scaling = raster.profile.scaling
    if scaling is None or not any(scaling.declared):
        scaling = _in_catalogue(find_asset(item, name), scaling, len(raster.bands))
    if scaling is None:
        return None
    removed = OFFSET if bool(list_band_names(name)) and is_offset_removed(item) else subtracted
    return _without_offset(scaling, removed) if removed else scaling


def _in_catalogue(asset: Asset, of_file: BandScaling | None, count: int) -> BandScaling | None:
    """Return what the catalogue says, in the terms of any version of STAC."""
    fields = asset.extra_fields
    bands: list[Mapping[str, Any]] = [*(fields.get("raster:bands") or fields.get("bands") or ())]
    bands = (bands or [{}]) * (count if len(bands) <= 1 else 1)
    if len(bands) != count:
        return of_file

    def number(band: Mapping[str, Any], key: str, otherwise: float) -> float:
        found = (
            place[k] for place in (band, fields) for k in (key, f"raster:{key}") if place.get(k) is not None
        )
        return float(next(found, otherwise))

    said = BandScaling(
        tuple(number(band, "scale", 1.0) for band in bands),
        tuple(number(band, "offset", 0.0) for band in bands),
        tuple(str(band.get("unit") or fields.get("unit") or "") for band in bands),
    )
    if of_file is not None:
        said = replace(said, units=of_file.units)
    return said if any(said.declared) or any(said.units) else None


def _without_offset(scaling: BandScaling, removed: int) -> BandScaling:
    """Return the scaling of values that `removed` was subtracted from, whatever still declares the offset against it."""
    offsets = (
        offset + removed * scale if offset < 0 else offset
        for scale, offset in zip(scaling.scales, scaling.offsets, strict=True)
    )
    return replace(scaling, offsets=tuple(0.0 if abs(offset) < CLOSE else offset for offset in offsets))
