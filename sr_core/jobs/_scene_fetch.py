"""Fetches a place from a scene of a catalogue as a file."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

import rasterio
from odc.geo.types import xy_

from .. import __version__
from ..parameter_types import Extent
from ..progress import Log, Progress, run_part
from ..raster.cog import cog_writer
from ..raster.pixel_windows import find_window, intersect, pad
from ..raster.window_copy import copy_window
from ..stac.api_search import Candidate
from ..stac.cloud_masked_scene import open_place
from ..stac.scene_search import SearchOptions, log_offset

MARGIN_TAG = "FINER_MARGIN"
"""Tag of a file: how many pixels around the extent it was fetched with, as far as the scene has them."""
SCENE_TAGS = ("FINER_SCENE", "FINER_SCENE_TIME", "FINER_STAC")
"""Tags of a file that say which scene it is of."""
SEARCHING, READING = 0.1, 0.9
"""Shares of the progress at which the search ends and reading ends; compression and overviews follow."""


def read_margin(file: Path) -> int:
    """Return how many pixels around its extent a file was fetched with.

    Args:
        file: What `fetch_scene` has written.
    """
    with rasterio.open(file) as scene:
        return int(scene.tags()[MARGIN_TAG])


def read_scene_tags(file: str) -> dict[str, str]:
    """Return the tags that say which scene a file is of.

    Args:
        file: Path of what `fetch_scene` has written.
    """
    with rasterio.open(file) as scene:
        tags = scene.tags()
    return {name: tags[name] for name in SCENE_TAGS}


def fetch_scene(
    search: SearchOptions,
    best: Candidate,
    extent: Extent,
    output: str,
    *,
    mask_clouds: bool = False,
    margin: int = 0,
) -> Generator[Progress | Log, None, None]:
    """Read the pixels of an extent from a candidate of a search and write them.

    Args:
        search: The options of the search, whose assets are read.
        best: The candidate.
        extent: The place.
        output: The file.
        mask_clouds: Whether clouds and their shadows are gaps.
        margin: Pixels around the extent that are read too, where the scene has them.

    Raises:
        InputError: The scene has no cloud mask.
        NetworkError: The scene cannot be read.
        NoOverlapError: The extent does not overlap the scene.
    """
    with open_place(best.items, search.timeout, mask_clouds, search.names) as scene:
        yield from log_offset(best)
        if scene.resampled:
            yield Log(
                "Resampled onto the grid of the finest band: {names}.", names=", ".join(scene.resampled)
            )
        window = find_window(extent, scene)
        if margin:
            window = intersect(pad(window, xy_(margin, margin)), scene.region) or window
        tags = {
            "FINER_VERSION": __version__,
            "FINER_SCENE": best.id,
            "FINER_SCENE_TIME": best.time.isoformat(),
            "FINER_STAC": f"{search.stac_api} {search.stac_collection}",
            MARGIN_TAG: str(margin),
        }
        profile = replace(scene.profile.crop(window), tags=tags)
        yield Log(
            "Reading {width} × {height} pixels of {bands} bands.",
            width=window.width,
            height=window.height,
            bands=profile.count,
        )
        with cog_writer(output, profile) as writer:
            yield from run_part(copy_window(scene, window, writer), SEARCHING, READING)
            for share in writer.finish():
                yield Progress(READING + (1 - READING) * share, "Compressing and building overviews")
