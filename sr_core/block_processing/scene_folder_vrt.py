"""The scenes of a folder as one raster: a VRT of them, for what is super-resolved in blocks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import rasterio
from affine import Affine
from odc.geo.geobox import GeoBox
from rasterio.crs import CRS
from rasterio.enums import MaskFlags
from rasterio.windows import Window

from ..atomic_write import atomic_write, require_folder, staging_folder
from ..errors import InputError
from ..raster.archives import unreadable
from .block_grid import ALIGNED
from .vrt import write_vrt


class MosaicScene(NamedTuple):
    """The grid and the kind of pixels of a raster, by which it fits beside others in a mosaic."""

    path: Path
    crs: CRS | None
    affine: Affine
    shape: tuple[int, int]
    kind: tuple[object, ...]
    """Number of bands, data types, nodata, whether there is a mask, scales and offsets: of all scenes the same."""


def mosaic_scenes(paths: Sequence[str], target: Path) -> None:
    """Write a VRT of scenes, unless it is there as it would be written; where they overlap, the last one lies above.

    Args:
        paths: Rasters.
        target: The VRT, in a folder that is made.

    Raises:
        InputError: They have no common pixel grid, or differ in their bands.
        OutputError: The VRT cannot be written.
    """
    scenes = [_read(Path(path).absolute()) for path in paths]
    _require_alike(scenes)
    require_folder(target.parent)
    target.parent.mkdir(exist_ok=True)
    corners = [_corner(scene, scenes[0]) for scene in scenes]
    ends = [(x + scene.shape[1], y + scene.shape[0]) for (x, y), scene in zip(corners, scenes, strict=True)]
    left, top = (min(along) for along in zip(*corners, strict=True))
    right, bottom = (max(along) for along in zip(*ends, strict=True))
    places = [
        Window(x - left, y - top, scene.shape[1], scene.shape[0])
        for (x, y), scene in zip(corners, scenes, strict=True)
    ]
    box = GeoBox((bottom - top, right - left), scenes[0].affine * Affine.translation(left, top), None)
    with staging_folder(target) as folder:
        new = folder / target.name
        write_vrt(new, target.parent, [scene.path for scene in scenes], places, box, overlap=True)
        # It counts as an input, which must not change while a run goes on, or until it goes on.
        if not target.exists() or target.read_bytes() != new.read_bytes():
            with atomic_write(target) as path:
                path.write_bytes(new.read_bytes())


def _read(path: Path) -> MosaicScene:
    try:
        with rasterio.open(path) as dataset:
            masked = MaskFlags.per_dataset in dataset.mask_flag_enums[0]
            if dataset.driver == "VRT":
                raise InputError(
                    "{path} is a VRT: take it out of the folder, or give it alone as INPUT.", path=path
                )
            if len(set(map(repr, dataset.nodatavals))) > 1:
                raise InputError(
                    "The bands of {path} have different nodata values: process it alone, not as part of a "
                    "folder.",
                    path=path,
                )
            kind = (dataset.count, dataset.dtypes, dataset.nodata, masked, dataset.scales, dataset.offsets)
            return MosaicScene(path, dataset.crs, dataset.transform, dataset.shape, kind)
    except rasterio.errors.RasterioIOError:
        raise unreadable(path) from None


def _require_alike(scenes: Sequence[MosaicScene]) -> None:
    """Require that scenes have one coordinate reference system, pixel grid and kind of bands."""
    first = scenes[0]
    for scene in scenes:
        if scene.crs != first.crs:
            raise InputError(
                "The rasters in {folder} have several coordinate reference systems ({path} has {crs}, {other_path} has "
                "{other}): put those of each into a folder of their own, and run each by itself.",
                folder=first.path.parent,
                path=first.path.name,
                crs=_name(first.crs),
                other_path=scene.path.name,
                other=_name(scene.crs),
            )
        if not _on_one_grid(scene, first):
            raise InputError(
                "The pixels of {path} are not on the pixel grid of {other}: warp one onto the other's (gdalwarp "
                "-tap), or run each by itself.",
                path=scene.path,
                other=first.path.name,
            )
        if repr(scene.kind) != repr(first.kind):  # as text: NaN is not equal to itself
            raise InputError(
                "{path} and {other} differ in bands, data type, nodata, scale or offset: rasters of a folder must be alike.",
                path=scene.path,
                other=first.path.name,
            )


def _on_one_grid(scene: MosaicScene, first: MosaicScene) -> bool:
    sides = zip(scene.affine[:6], first.affine[:6], strict=True)
    # So small that pixels do not get out of step over the width of the largest raster.
    same = all(abs(a - b) <= 1e-9 * abs(first.affine.a) for i, (a, b) in enumerate(sides) if i not in (2, 5))
    exact = ~first.affine * (scene.affine.c, scene.affine.f)
    return same and all(abs(place - round(place)) <= ALIGNED for place in exact)


def _corner(scene: MosaicScene, first: MosaicScene) -> tuple[int, int]:
    """Return column and row of a scene's first pixel, counted from that of the first scene."""
    col, row = ~first.affine * (scene.affine.c, scene.affine.f)
    return round(col), round(row)


def _name(crs: CRS | None) -> str:
    return str(crs) if crs else "none"
