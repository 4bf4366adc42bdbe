"""The bands of a scene on a web server, read together on the grid of the finest of them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray
from rasterio.enums import ColorInterp
from rasterio.windows import Window

from ..errors import InputError
from ..raster.band_scaling import BandScaling, join_scalings
from ..raster.downsampling import REACH
from ..raster.profile import RasterProfile
from ..raster.radiometry import avoid_nodata, can_hold
from ..raster.raster_reader import common_dtype
from ..raster.source import Source
from ..sentinel2.radiometric_offset import OFFSET
from .asset_scaling import asset_scaling
from .remote_band import RemoteBand
from .scene_mosaic import SceneMosaic
from .sentinel2_assets import common_name, find_asset, has_offset, is_sentinel_2, list_band_names

if TYPE_CHECKING:
    from pystac import Asset, Item

COLOURS = {"red": ColorInterp.red, "green": ColorInterp.green, "blue": ColorInterp.blue}


class RemoteScene(Source):
    """Assets of a scene, opened as the bands of one raster."""

    def __init__(self, item: Item, assets: Sequence[RemoteBand], pool: ThreadPoolExecutor) -> None:
        self.assets, self._item, self._pool = assets, item, pool
        self._rasters = list(pool.map(RemoteBand.open, assets))
        self._areas = [abs(float(raster.box.affine.determinant)) for raster in self._rasters]

    @property
    def name(self) -> str:
        return str(self._item.id)

    @cached_property
    def profile(self) -> RasterProfile:
        """Return what the bands are on the common grid."""
        finest = self._rasters[self._areas.index(min(self._areas))]
        dtype = common_dtype(raster.dtype for raster in self._rasters)
        nodata = next((asset.nodata for asset in self.assets if can_hold(dtype, asset.nodata)), None)
        descriptions, colours = [], []
        for asset, raster in zip(self.assets, self._rasters, strict=True):
            if len(raster.bands) == 1:
                descriptions.append(asset.name)
                colours.append(COLOURS.get(common_name(asset.name), ColorInterp.undefined))
            else:
                descriptions += [f"{asset.name} {band}" for band in raster.bands]
                colours += raster.dataset.colorinterp
        return RasterProfile(
            box=finest.box,
            crs=finest.crs,
            dtype=dtype,
            nodata=nodata,
            descriptions=tuple(descriptions),
            colorinterp=tuple(colours),
            has_mask=nodata is None,
            scaling=self._scaling(),
        )

    def _scaling(self) -> BandScaling | None:
        """Return what the pixels of all bands mean, as they are read."""
        parts = (
            (asset_scaling(self._item, asset.name, raster, asset.offset), len(raster.bands))
            for asset, raster in zip(self.assets, self._rasters, strict=True)
        )
        return join_scalings(list(parts))

    @property
    def resampled(self) -> tuple[str, ...]:
        """Names of the assets whose pixels are not those of the scene's grid."""
        return tuple(
            asset.name
            for asset, raster in zip(self.assets, self._rasters, strict=True)
            if not self.profile.same_grid(raster.profile)
        )

    @property
    def reach(self) -> int:
        """Pixels of the grid around a pixel from which the coarser bands are interpolated; 0 if there is none."""
        return math.ceil(REACH * math.sqrt(max(self._areas) / min(self._areas))) if self.resampled else 0

    def read(self, window: Window) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """Return pixels (b, h, w) of a window of the grid and which are valid; none of these has the nodata value.

        Raises:
            NetworkError: they cannot be read.
        """
        return self.read_on(self.profile, window)

    def read_on(
        self, profile: RasterProfile, window: Window
    ) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """Return pixels (b, h, w) of a window of another grid and which are valid, resampled where the grids differ."""
        parts = list(self._pool.map(lambda asset: asset.read(profile, window), self.assets))
        pixels = np.concatenate([pixels.astype(profile.dtype) for pixels, _ in parts])
        valid = np.concatenate([valid for _, valid in parts])
        return np.where(valid, avoid_nodata(pixels, profile.nodata), pixels), valid


@contextmanager
def open_scenes(
    items: Sequence[Item], names: Sequence[str], timeout: float
) -> Iterator[RemoteScene | SceneMosaic]:
    """Open assets of scenes as `open_scene` does those of one, several as a mosaic."""
    with ExitStack() as stack:
        scenes = [stack.enter_context(open_scene(item, names, timeout)) for item in items]
        yield scenes[0] if len(scenes) == 1 else SceneMosaic(scenes)


@contextmanager
def open_scene(item: Item, names: Sequence[str], timeout: float) -> Iterator[RemoteScene]:
    """Open assets of a scene, all at once.

    Args:
        item: the scene.
        names: of its assets, in the order of the bands.
        timeout: seconds to wait for an answer of the server.

    Raises:
        InputError: there is no such asset, or it is not a raster on the web.
        NetworkError: they cannot be read.
    """
    assets = [remote_band(item, name, timeout) for name in names]
    with ThreadPoolExecutor(len(assets)) as pool:
        try:
            yield RemoteScene(item, assets, pool)
        finally:
            pool.shutdown(cancel_futures=True)
            for asset in assets:
                asset.close()


def remote_band(item: Item, name: str, timeout: float) -> RemoteBand:
    """Return an asset of a scene, not opened yet.

    Args:
        item: the scene.
        name: of the asset, or another name of its band.
        timeout: seconds to wait for an answer of the server.

    Raises:
        InputError: there is no such asset, or it is not on the web.
    """
    asset = find_asset(item, name)
    hrefs = _web_addresses(asset)
    if not hrefs:
        raise InputError(
            "Asset {name} of {scene} is not on the web ({href}): choose another of ASSETS or another STAC_API.",
            name=name,
            scene=item.id,
            href=asset.href,
        )
    of_sentinel_2 = is_sentinel_2(item)
    is_reflectance = of_sentinel_2 and bool(list_band_names(name))
    return RemoteBand(
        scene=item.id,
        name=name,
        href=hrefs[0],
        alternates=tuple(hrefs[1:]),
        nodata=_nodata(asset, 0 if of_sentinel_2 else None),
        offset=OFFSET if is_reflectance and has_offset(item) else 0,
        is_classes=name.upper().startswith("SCL") or "classification:classes" in asset.extra_fields,
        timeout=timeout,
    )


def _web_addresses(asset: Asset) -> list[str]:
    """Return the addresses of an asset's file on the web: its own and, where it has others (`alternate`), these."""
    others = asset.extra_fields.get("alternate") or {}
    others = others.values() if isinstance(others, dict) else others
    hrefs = [asset.get_absolute_href() or asset.href]
    hrefs += [str(other.get("href", "") if isinstance(other, dict) else other) for other in others]
    return list(dict.fromkeys(href for href in hrefs if urlsplit(href).scheme in ("http", "https")))


def _nodata(asset: Asset, usual: float | None) -> float | None:
    """Return what the catalogue gives as nodata, in the terms of any version of STAC."""
    fields = asset.extra_fields
    for place in (fields, *fields.get("raster:bands", ()), *fields.get("bands", ())):
        value = place.get("nodata")
        if value is not None:
            return float(value)  # "nan" and "inf" are text there
    return usual
