"""The scenes of a folder as rasters, one for each pixel grid: VRTs of them, for what is super-resolved in blocks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import rasterio
import shapely
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


class SceneGroup(NamedTuple):
    """Scenes whose pixels lie on one grid, so that they make a mosaic without resampling."""

    name: str
    """Name of the group among those of its folder, such as EPSG32633."""
    scenes: tuple[MosaicScene, ...]


def group_scenes(paths: Sequence[str]) -> list[SceneGroup]:
    """Return scenes by coordinate reference system and pixel grid; the group of the last scene is the last.

    Args:
        paths: Rasters, by name.

    Raises:
        InputError: One cannot be read, is a VRT, or they differ in their bands.
    """
    scenes = [_read(Path(path).absolute()) for path in paths]
    _require_alike(scenes)
    found: list[list[MosaicScene]] = []
    for scene in scenes:
        group = next((each for each in found if _on_one_grid(scene, each[0])), None)
        if group:
            group.append(scene)
        else:
            found.append([scene])
    labels = Counter[str]()
    groups = []
    for group in found:
        label = re.sub(r"\W", "", "".join((group[0].crs and group[0].crs.to_authority()) or ("CRS",)))
        labels[label] += 1
        name = label if labels[label] == 1 else f"{label}_{labels[label]}"
        groups.append(SceneGroup(name, tuple(group)))
    return sorted(groups, key=lambda group: scenes.index(group.scenes[-1]))


def mosaic_scenes(scenes: Sequence[MosaicScene], target: Path) -> None:
    """Write a VRT of scenes, unless it is there as it would be written; where they overlap, the last one lies above.

    Args:
        scenes: Scenes of one pixel grid.
        target: The VRT, in a folder that is made.

    Raises:
        OutputError: The VRT cannot be written.
    """
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
        paths, gaps = [scene.path for scene in scenes], not _fill(places, box)
        write_vrt(new, target.parent, paths, places, box, overlap=True, gaps=gaps)
        # It counts as an input, which must not change while a run goes on, or until it goes on.
        if not target.exists() or target.read_bytes() != new.read_bytes():
            with atomic_write(target) as path:
                path.write_bytes(new.read_bytes())


def _fill(places: Sequence[Window], box: GeoBox) -> bool:
    """Return whether places leave no gap in a grid."""
    corners = [(p.col_off, p.row_off, p.col_off + p.width, p.row_off + p.height) for p in places]
    covered = shapely.union_all([shapely.box(*each) for each in corners])
    return bool(covered.area == box.shape.x * box.shape.y)


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
    """Require that scenes have one kind of bands."""
    first = scenes[0]
    for scene in scenes:
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
    return scene.crs == first.crs and same and all(abs(place - round(place)) <= ALIGNED for place in exact)


def _corner(scene: MosaicScene, first: MosaicScene) -> tuple[int, int]:
    """Return column and row of a scene's first pixel, counted from that of the first scene."""
    col, row = ~first.affine * (scene.affine.c, scene.affine.f)
    return round(col), round(row)
