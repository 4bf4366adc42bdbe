"""Listing, naming and checking the rasters of an export, and the folder it writes to."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from pathlib import Path
from statistics import mode
from typing import Any, get_args

import numpy as np

from ..datasets.splits import SPLITS, Split
from ..datasets.tile_io import SideName
from ..datasets.tileset_info import INFO, OWNED, SourceRaster
from ..errors import InputError
from ..os_metadata_files import is_system_file
from ..raster.ground_control import is_placed
from .scene import Scene

SUFFIXES = (".tif", ".tiff", ".vrt", ".jp2", ".img", ".png")


def list_rasters(folder: str) -> list[str]:
    """Return the rasters in a folder, not in its subfolders, by name; hidden files and the system's own are none.

    Raises:
        InputError: no such folder, or no raster in it.
    """
    if not Path(folder).is_dir():
        raise InputError("The folder {folder} does not exist.", folder=folder)
    paths = sorted(
        path
        for path in Path(folder).iterdir()
        if path.suffix.lower() in SUFFIXES and not is_system_file(path.name) and path.is_file()
    )
    if not paths:
        raise InputError(
            "There is no raster in {folder}: it should hold files that end in {suffixes}.",
            folder=folder,
            suffixes=", ".join(SUFFIXES),
        )
    return [str(path) for path in paths]


def check_alike(scenes: Sequence[Scene]) -> None:
    """Check that all rasters have the same number of bands and type of pixels.

    Raises:
        InputError: one differs from most.
    """

    def kind(scene: Scene) -> tuple[int, str]:
        return len(scene.bands), scene.format.dtype

    usual = mode(map(kind, scenes))
    for scene in scenes:
        if kind(scene) != usual:
            raise InputError(
                "{path} has {bands} {dtype} bands and other rasters of its folder {usual_bands} {usual_dtype} bands: "
                "take it out, or choose BANDS that all have.",
                path=scene.path,
                bands=len(scene.bands),
                dtype=scene.format.dtype,
                usual_bands=usual[0],
                usual_dtype=usual[1],
            )


def name_rasters(scenes: Sequence[Scene]) -> list[str]:
    """Return a name for each raster, unique on any file system: its file's, with a number if necessary."""
    names: list[str] = []
    taken: set[str] = set()
    for scene in scenes:
        stem = re.sub(r"[^\w.-]+", "_", Path(scene.path).stem)
        name, number = stem, 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem}_{number}"
        taken.add(name.casefold())
        names.append(name)
    return names


def find_overlaps(scenes: Sequence[Scene], splits: Sequence[Split]) -> tuple[int, tuple[Scene, Scene] | None]:
    """Return how many pairs of rasters in different splits show the same land, and one such pair.

    Rasters without georeference are ignored.
    """
    boxes = np.array([scene.box[scene.region.toslices()].boundingbox.bbox for scene in scenes])
    placed = np.array([is_placed(scene.box.affine) for scene in scenes])
    crs = [scene.format.crs for scene in scenes]
    same_crs = np.array([crs.index(mine) for mine in crs])
    split = np.array([SPLITS.index(mine) for mine in splits])
    count, example = 0, None
    for i, box in enumerate(boxes):
        others = slice(i + 1, None)
        shared = np.minimum(box[2:], boxes[others, 2:]) - np.maximum(box[:2], boxes[others, :2])
        # A hundredth of the side: neighbours whose edges differ by rounding share nothing.
        overlap = (shared > 0.01 * (box[2:] - box[:2])).all(axis=1) & placed[i] & placed[others]
        found = np.flatnonzero(overlap & (split[others] != split[i]) & (same_crs[others] == same_crs[i]))
        if found.size and example is None:
            example = scenes[i], scenes[i + 1 + int(found[0])]
        count += found.size
    return count, example


def list_sources(scenes: Sequence[Scene]) -> tuple[SourceRaster, ...]:
    """Return the files of the rasters by coordinate reference system, for tileset.json."""
    paths: dict[str | None, list[str]] = {}
    for scene in scenes:
        paths.setdefault(scene.format.crs and scene.format.crs.to_wkt(), []).extend(scene.hr.paths)
    return tuple(SourceRaster(crs=crs, paths=tuple(found)) for crs, found in paths.items())


def check_output(output: str, folder: str | None, *rasters: str | None) -> None:
    """Check that a tile set can be written without replacing anything but another tile set.

    Args:
        output: Folder for the tile set.
        folder: Input folder, if there is one.
        rasters: Input rasters, as far as there are any.

    Raises:
        InputError: `output` is a file, has folders named like a tile set's without being one, or would take an input.
    """
    target = Path(output).resolve()
    if target.exists() and not target.is_dir():
        raise InputError("OUTPUT {output} is a file: choose a folder.", output=output)
    if folder and Path(folder).resolve().is_relative_to(target):
        raise InputError("OUTPUT {output} holds the input folder: choose another folder.", output=output)
    for raster in filter(None, rasters):
        if any(Path(raster).resolve().is_relative_to(target / name) for name in OWNED):
            raise InputError(
                "OUTPUT {output} would replace the input {raster}: choose another folder.",
                output=output,
                raster=raster,
            )
    existing = [name for name in OWNED if (target / name).exists()]
    if existing and not _is_tile_set(target):
        raise InputError(
            "OUTPUT {output} has a {name} that is not a tile set's: choose another folder.",
            output=output,
            name=existing[0],
        )
    if existing and (mine := _find_foreign_file(target)):
        raise InputError(
            "OUTPUT {output} has the file {file}, which is not the tile set's and would be lost: move it, or choose another "
            "folder.",
            output=output,
            file=mine,
        )


def _is_tile_set(folder: Path) -> bool:
    """Return whether tileset.json is Finer's; other programs have files of that name too."""
    return {"format", "splits", "degradation"} <= _read_info(folder).keys()


def _read_info(folder: Path) -> dict[str, Any]:
    try:
        values = json.loads((folder / INFO).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def _find_foreign_file(folder: Path) -> str | None:
    """Return a file among the tiles of a tile set that is no tile, and does not belong to one; None if there is none."""
    splits = _read_info(folder)["splits"]
    for split in SPLITS:
        names = splits.get(split) if isinstance(splits, dict) else None
        tiles = set(names if isinstance(names, list) else ())
        for place, folders, files in os.walk(folder / split):
            folders[:] = [name for name in folders if not is_system_file(name)]
            has_tiles = Path(place) in tuple(folder / split / side for side in get_args(SideName))
            for name in files:
                # A.tif and what GDAL and QGIS write beside it: A.tif.aux.xml, A.qml
                stems = {name[: dot.start()] for dot in re.finditer(r"\.", name)}
                if not is_system_file(name) and not (has_tiles and tiles & stems):
                    return os.path.join(place, name)
    return None


def check_same_degradation(scenes: Sequence[Scene]) -> None:
    """Check that the names of all rasters' bands give the same degradation.

    Raises:
        InputError: one differs from the first.
    """
    for scene in scenes:
        if scene.degradation != scenes[0].degradation:
            raise InputError(
                "The bands of {path} are named differently from those of {first}, so that they are other bands of the "
                "sensor: instead of sensor, give mtf with one number for each band.",
                path=scene.path,
                first=scenes[0].path,
            )
