"""A folder of rasters of one pixel grid as the input of a job that takes one raster."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from ..atomic_write import followed, not_writable, require_folder
from ..block_processing.block_folder import blocks_folder
from ..block_processing.block_ledger import lock_ledger
from ..block_processing.scene_folder_vrt import SceneGroup, group_scenes, mosaic_scenes
from ..errors import InputError
from ..object_store import is_object
from ..tile_export.input_raster_list import list_rasters

SCENES = "scenes.vrt"
"""Name of the mosaic, among the blocks of the result."""


def group_rasters(given: str | None, results: Mapping[str, str]) -> list[SceneGroup]:
    """Return the rasters in a folder by pixel grid; none of an input that is no folder.

    Args:
        given: The input.
        results: Paths of the results by the field of the job, OUTPUT among them.

    Raises:
        InputError: They differ in their bands, or a result would be one of them.
    """
    if not (given and os.path.isdir(given)):
        return []
    if is_object(results["output"]):
        raise InputError(
            "A folder as INPUT needs an OUTPUT on a disk: use a VRT of its rasters as INPUT instead."
        )
    for field, path in results.items():
        if not is_object(path) and followed(path).parent.resolve() == Path(given).resolve():
            raise InputError(
                "{name} {output} lies among the rasters of INPUT: choose another folder.",
                name=field.upper(),
                output=path,
            )
    return group_scenes(list_rasters(given))


def mosaic_group(group: SceneGroup, output: str) -> str:
    """Write the mosaic of rasters of one pixel grid among the blocks of their result; return its path.

    Raises:
        OutputError: It cannot be written.
    """
    folder = blocks_folder(output)
    require_folder(folder)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise not_writable(folder, error.strerror) from None
    mosaic = folder / SCENES
    with lock_ledger(folder):  # its time of change is one of the settings that parts of a run share
        mosaic_scenes(group.scenes, mosaic)
    return str(mosaic)
