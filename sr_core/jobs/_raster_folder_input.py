"""A folder of rasters as the input of a job that takes one raster."""

from __future__ import annotations

import os
from pathlib import Path

from ..atomic_write import followed
from ..block_processing.block_folder import blocks_folder
from ..block_processing.scene_folder_vrt import mosaic_scenes
from ..errors import InputError
from ..object_store import is_object
from ..tile_export.input_raster_list import list_rasters

SCENES = "scenes.vrt"
"""Name of the mosaic, among the blocks of the result."""


def resolve_raster(given: str, output: str) -> str:
    """Return the raster to read for an input: itself, or a mosaic of the rasters in a folder, which is written.

    Raises:
        InputError: They make no mosaic, or the result would be one of them.
        OutputError: The mosaic cannot be written.
    """
    if not os.path.isdir(given):
        return given
    if is_object(output):
        raise InputError(
            "A folder as INPUT needs an OUTPUT on a disk: use a VRT of its rasters as INPUT instead."
        )
    if followed(output).parent.resolve() == Path(given).resolve():
        raise InputError(
            "OUTPUT {output} lies among the rasters of INPUT: choose another folder.", output=output
        )
    mosaic = blocks_folder(output) / SCENES
    mosaic_scenes(list_rasters(given), mosaic)
    return str(mosaic)
