"""The bands of a scene on a web server, read together on the lattice of the finest of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from urllib.parse import urlsplit

import numpy as np
import rasterio
from numpy.typing import NDArray
from pystac import Asset, Item
from rasterio.enums import ColorInterp
from rasterio.windows import Window

from ..errors import BadInput, NoOverlap
from ..raster.grid import window_of
from ..raster.io import Raster
from ..raster.radiometry import can_hold, off_nodata
from ..schema import Extent
from .remote_band import RemoteBand, TargetGrid
from .sentinel2 import OFFSET, aliases, asset_of, common_name, is_offset

COLOURS = {"red": ColorInterp.red, "green": ColorInterp.green, "blue": ColorInterp.blue}


class RemoteScene:
    """The bands of a scene that were asked for, opened."""

    def __init__(self, item: Item, bands: Sequence[RemoteBand], pool: ThreadPoolExecutor) -> None:
        self.item, self.bands, self._pool = item, bands, pool
        self.datasets = list(pool.map(RemoteBand.open, bands))
        finest = min(range(len(bands)), key=lambda i: _pixel_area(self.datasets[i]))
        self._finest = Raster(self.datasets[finest], tuple(self.datasets[finest].indexes))
        self.lattice = TargetGrid(self._finest.box, self._finest.crs)
        self.dtype = str(np.result_type(*(dtype for dataset in self.datasets for dtype in dataset.dtypes)))
        said = (
            band.nodata for band in bands if band.nodata is not None and can_hold(self.dtype, band.nodata)
        )
        self.nodata = next(said, None)

    @property
    def descriptions(self) -> tuple[str, ...]:
        """Names of the bands: of an asset that holds several, with their numbers."""
        return tuple(
            band.name if dataset.count == 1 else f"{band.name} {index}"
            for band, dataset in zip(self.bands, self.datasets, strict=True)
            for index in dataset.indexes
        )

    @property
    def colorinterp(self) -> tuple[ColorInterp, ...]:
        return tuple(
            COLOURS.get(common_name(band.name), ColorInterp.undefined) if dataset.count == 1 else meant
            for band, dataset in zip(self.bands, self.datasets, strict=True)
            for meant in dataset.colorinterp
        )

    @property
    def resampled(self) -> tuple[str, ...]:
        """Names of the assets whose pixels are not those of the lattice."""
        return tuple(
            band.name
            for band, dataset in zip(self.bands, self.datasets, strict=True)
            if not self.lattice.is_of(dataset)
        )

    def window(self, extent: Extent) -> Window:
        """The whole pixels of the lattice that an extent touches.

        Raises:
            NoOverlap: there is none.
        """
        try:
            return window_of(extent, self._finest)
        except NoOverlap:  # whose sentence would hold the signed address
            raise NoOverlap("EXTENT lies outside the images of {scene}.", scene=self.item.id) from None

    def read(self, window: Window) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """Pixels (b, h, w) of a window of the lattice and which are valid; none of these has the nodata value."""
        parts = list(self._pool.map(lambda band: band.read(self.lattice, window), self.bands))
        pixels = np.concatenate([pixels.astype(self.dtype) for pixels, _ in parts])
        valid = np.concatenate([valid for _, valid in parts])
        return np.where(valid, off_nodata(pixels, self.nodata), pixels), valid


@contextmanager
def open_scene(item: Item, names: Sequence[str], timeout: float) -> Iterator[RemoteScene]:
    """Open the assets of a scene that bear these names, all at once.

    Raises:
        BadInput: no such asset, or one that is no raster on the web.
        NetworkError: they cannot be had.
    """
    bands = [_band(item, name, timeout) for name in names]
    with ThreadPoolExecutor(len(bands)) as pool:
        try:
            yield RemoteScene(item, bands, pool)
        finally:
            pool.shutdown(cancel_futures=True)
            for band in bands:
                band.close()


def _band(item: Item, name: str, timeout: float) -> RemoteBand:
    asset = asset_of(item, name)
    if urlsplit(asset.href).scheme not in ("http", "https"):
        raise BadInput(
            "Asset {name} of {scene} is not on the web ({href}): choose another of ASSETS or another STAC_API.",
            name=name,
            scene=item.id,
            href=asset.href,
        )
    of_sentinel_2 = any(key.startswith("s2:") for key in item.properties)
    is_reflectance = of_sentinel_2 and bool(aliases(name))
    return RemoteBand(
        scene=item.id,
        name=name,
        href=asset.href,
        nodata=_nodata(asset, 0 if of_sentinel_2 else None),
        offset=OFFSET if is_reflectance and is_offset(item) else 0,
        is_classes=name.upper() == "SCL" or "classification:classes" in asset.extra_fields,
        timeout=timeout,
    )


def _nodata(asset: Asset, usual: float | None) -> float | None:
    """What the catalogue says, in the words of any version of STAC."""
    fields = asset.extra_fields
    for place in (fields, *fields.get("raster:bands", ()), *fields.get("bands", ())):
        value = place.get("nodata")
        if value is not None:
            return float(value)  # "nan" and "inf" are words there
    return usual


def _pixel_area(dataset: rasterio.DatasetReader) -> float:
    return abs(float(dataset.transform.determinant))
