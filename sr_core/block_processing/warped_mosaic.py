"""Results on several pixel grids as one raster on a stated grid: a VRT of warped VRTs, which GDAL computes where it is read."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from xml.etree import ElementTree  # nosec B405: reads what GDAL has just written

import numpy as np
import rasterio
import rasterio.shutil
from affine import Affine
from odc.geo.geobox import GeoBox
from rasterio._err import CPLE_BaseError
from rasterio.crs import CRS
from rasterio.enums import Resampling
from rasterio.errors import RasterioError, RasterioIOError
from rasterio.vrt import WarpedVRT
from rasterio.warp import transform
from rasterio.windows import Window

from ..atomic_write import atomic_write, not_writable
from ..full_disk_errors import disk_full, is_full
from ..raster.archives import unreadable
from ..raster.raster_reader import GDAL_OPTIONS
from ..raster.sidecars import sidecars
from .block_folder import blocks_folder
from .target_grid import TargetGrid, not_inside
from .vrt import mask_band, write_vrt

TOLERANCE = 0.02
"""Pixels by which GDAL may miss where a pixel lies in the other coordinate reference system: it interpolates in between."""
NEAR_ONE = 0.05
"""Difference from 1 below which pixels of two grids count as equally large."""
EPS = 1e-6
"""Share of a pixel below which an edge counts as lying on the pixel's edge."""


def write_warped_mosaic(target: Path, folder: Path, results: Mapping[str, Path], grid: TargetGrid) -> GeoBox:
    """Write a VRT of results on a stated grid, each warped to it by cubic convolution; return its pixel grid.

    Where results overlap, the last one with valid pixels lies above.

    Args:
        target: The VRT.
        folder: Folder in which the warped VRTs are written, as warped_NAME.vrt.
        results: VRTs of blocks, with the same bands, by name.
        grid: The grid.

    Raises:
        InputError: A result cannot be warped to the grid.
        OutputError: A file cannot be written.
    """
    with rasterio.Env(**GDAL_OPTIONS):
        size = min(_read_pixel_size(path, grid) for path in results.values())
        files = {name: folder / f"warped_{name}.vrt" for name in results}
        parts = {files[name]: _warp(path, files[name], grid.crs, size) for name, path in results.items()}
    rows, cols = zip(*(part.toranges() for part in parts.values()), strict=True)
    (top, bottom), (left, right) = (
        (min(a for a, _ in each), max(b for _, b in each)) for each in (rows, cols)
    )
    box = GeoBox((bottom - top, right - left), Affine(size, 0, left * size, 0, -size, -top * size), None)
    places = [
        Window(part.col_off - left, part.row_off - top, part.width, part.height) for part in parts.values()
    ]
    block = _first_block(next(iter(results.values())))
    with atomic_write(target, sidecars) as path:
        write_vrt(
            path, target.parent, list(parts), places, box, overlap=True, like=block, crs=grid.crs, gaps=True
        )
    return box


def _read_pixel_size(path: Path, grid: TargetGrid) -> float:
    with _open(path) as dataset:
        return grid.pixel_size(dataset.crs, dataset.transform, path.name)


def _warp(result: Path, target: Path, crs: CRS, size: float) -> Window:
    """Write a result, warped, as a VRT; return where it lies, in pixels from the origin of the coordinate reference system.

    Args:
        result: A VRT of blocks.
        target: The VRT.
        crs: Coordinate reference system to warp it to.
        size: Width and height of a pixel.

    Raises:
        InputError: The result does not lie in that coordinate reference system.
    """
    with _open(result) as dataset:
        nodata, count, dtype = dataset.nodata, dataset.count, np.dtype(dataset.dtypes[0])
    if nodata is None and dtype.kind == "f":
        nodata = math.nan  # which is written where there is no value
    if nodata is not None:
        return _write_warped_vrt(result, target, crs, size, nodata)
    # A warped VRT has no mask but an alpha band, and GDAL takes that for a mask only beside one or three bands.
    alpha, warped = (target.with_name(f"{kind}_{target.name}") for kind in ("alpha", "opaque"))
    block = _first_block(result)

    def move_mask_to_band(root: ElementTree.Element) -> None:
        band = mask_band(root)
        band.set("band", str(count + 1))
        ElementTree.SubElement(band, "ColorInterp").text = "Alpha"
        for mask in root.findall("MaskBand"):
            root.remove(mask)
        root.append(band)

    def take_mask_from_band(root: ElementTree.Element) -> None:
        for source_band in root.findall("MaskBand//SourceBand"):
            source_band.text = str(count + 1)

    _write_changed_vrt(alpha, result, block, None, move_mask_to_band)
    place = _write_warped_vrt(alpha, warped, crs, size, None)
    _write_changed_vrt(target, warped, block, crs, take_mask_from_band)
    return place


def _write_warped_vrt(source: Path, target: Path, crs: CRS, size: float, nodata: float | None) -> Window:
    """Write a raster, warped, as a VRT of its own; return where it lies (see `_warp`).

    Raises:
        InputError: The raster cannot be read, or its place not be warped.
        OutputError: The VRT cannot be written.
    """
    with _open(source) as dataset, ExitStack() as files:
        try:
            with WarpedVRT(dataset, crs=crs) as anywhere:
                west, south, east, north = anywhere.bounds
            # Where GDAL finds them out, they depend on the window that is read.
            x_scale, y_scale = measure_scales(dataset, crs, size, (west + east) / 2, (south + north) / 2)
            left, right = math.floor(west / size + EPS), math.ceil(east / size - EPS)
            top, bottom = math.floor(-north / size + EPS), math.ceil(-south / size - EPS)
            options = {
                "crs": crs,
                "transform": Affine(size, 0, left * size, 0, -size, -top * size),
                "width": right - left,
                "height": bottom - top,
                "resampling": Resampling.cubic,
                "tolerance": TOLERANCE,
                "src_nodata": nodata,
                "nodata": nodata,
                "UNIFIED_SRC_NODATA": "NO",  # each band has gaps of its own
                "XSCALE": str(x_scale),
                "YSCALE": str(y_scale),
            }
            warped = files.enter_context(WarpedVRT(dataset, **options))
        except (RasterioError, CPLE_BaseError, ValueError, OverflowError) as error:
            raise not_inside(source.name, error) from None
        _copy_as_vrt(warped, source, target)
    return Window(left, top, right - left, bottom - top)


def _open(path: Path) -> rasterio.DatasetReader:
    """Open a raster.

    Raises:
        InputError: It cannot be read.
    """
    try:
        return rasterio.open(path)
    except RasterioIOError:
        raise unreadable(path) from None


def measure_scales(
    dataset: rasterio.DatasetReader, crs: CRS, size: float, x: float, y: float
) -> tuple[float, float]:
    """Return how many pixels of a grid lie along a pixel of a raster, in the directions of its columns and rows.

    Args:
        dataset: The raster.
        crs: Coordinate reference system of the grid.
        size: Width and height of a pixel of the grid.
        x: Of the place where it is measured, in the coordinates of the grid.
        y: Of that place.
    """
    xs, ys = transform(crs, dataset.crs, [x, x + size, x], [y, y, y + size])
    cols, rows = ~dataset.transform * (np.asarray(xs), np.asarray(ys))
    scales = [1 / math.hypot(along[1] - along[0], along[2] - along[0]) for along in (cols, rows)]
    # Next to 1 nothing is left out: a filter that is a little wider would only blur.
    across, down = (1.0 if abs(scale - 1) < NEAR_ONE else float(scale) for scale in scales)
    return across, down


def _copy_as_vrt(warped: WarpedVRT, source: Path, target: Path) -> None:
    """Write a warped VRT that names its source relative to its folder.

    Raises:
        OutputError: It cannot be written.
    """
    with atomic_write(target) as path:
        try:
            rasterio.shutil.copy(warped, path, driver="VRT")
        except (RasterioError, CPLE_BaseError) as error:
            if is_full(str(error)):
                raise disk_full(target.parent, str(error)) from None
            raise not_writable(target.parent, str(error)) from None
        tree = ElementTree.parse(path)  # noqa: S314  # nosec B314: what GDAL has just written
        for name in tree.iter("SourceDataset"):
            name.set("relativeToVRT", "1")
            name.text = os.path.relpath(source, target.parent)
        tree.write(path, encoding="utf-8")


def _write_changed_vrt(
    target: Path,
    source: Path,
    block: Path,
    crs: CRS | None,
    change: Callable[[ElementTree.Element], None],
) -> None:
    """Write a VRT of one raster and change it.

    Args:
        target: The VRT.
        source: The raster.
        block: Raster whose bands it has.
        crs: Its coordinate reference system, if it was warped, so that there are gaps around it.
        change: Changes the VRT.
    """
    with _open(source) as dataset:
        box, place = (
            GeoBox(dataset.shape, dataset.transform, None),
            Window(0, 0, dataset.width, dataset.height),
        )
    with atomic_write(target) as path:
        write_vrt(path, target.parent, [source], [place], box, like=block, crs=crs, gaps=crs is not None)
        tree = ElementTree.parse(path)  # noqa: S314  # nosec B314: our own
        change(tree.getroot())
        tree.write(path, encoding="utf-8")


def _first_block(result: Path) -> Path:
    """Return a block of a result that stays in blocks: it has the bands of all."""
    return next(blocks_folder(result).glob("r*/c*.tif"))
