"""The input of a job that takes one raster: a raster, or the clearest scene of a place that a search of a catalogue finds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Generator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Annotated

from pydantic import Field

from ..atomic_write import followed, staging_folder
from ..block_processing.block_folder import WHOLE, blocks_folder, lock_folder
from ..block_processing.block_ledger import LEDGER
from ..block_processing.scene_folder_vrt import SceneGroup
from ..errors import InputError
from ..inference.super_resolution import RasterRequest
from ..object_store import is_object
from ..parameter_types import Extent, RasterIn, advanced
from ..progress import Log, Progress
from ..redaction import redact_values
from ..schema import Config
from ..sentinel2.scene_classification import MASK_CLOUDS
from ..stac.api_search import PLANETARY_COMPUTER
from ..stac.scene_fallback import first_usable
from ..stac.scene_search import (
    DATE_RANGE,
    MAX_CLOUD,
    MIN_COVER,
    NEAR_DATE,
    STAC_API,
    TIMEOUT,
    SearchOptions,
)
from . import Answer, Question
from ._raster_folder_input import mosaic_group

MARGIN = 24
"""Least margin, in pixels, that is fetched around the extent, so that its edge is no image edge."""


class RasterOrSearch(Config):
    """A raster, or the search that finds one."""

    input: Annotated[RasterIn | None, Field(title="Low-resolution raster")] = None
    """The raster to super-resolve, like those the model was trained on."""

    date_range: Annotated[str | None, DATE_RANGE] = None
    mask_clouds: Annotated[bool, MASK_CLOUDS] = False
    near_date: Annotated[str | None, NEAR_DATE, advanced] = None
    max_cloud: Annotated[float, MAX_CLOUD, advanced] = 20.0
    min_cover: Annotated[float, MIN_COVER, advanced] = 90.0
    stac_collection: Annotated[str, Field(title="Collection"), advanced] = "sentinel-2-l2a"
    """Collection of the catalogue to search."""

    assets: Annotated[str | None, Field(title="Assets (bands)"), advanced] = None
    """Files of the scene that are given to the model, separated by commas. Blank uses those named like the model's bands."""

    stac_api: Annotated[str, STAC_API, advanced] = PLANETARY_COMPUTER
    timeout: Annotated[float, TIMEOUT, advanced] = 30.0

    def require_input(self, extent: Extent | None, output: str, part: str | None) -> None:
        """Require that the options ask for one raster: INPUT, or a search by EXTENT and DATE_RANGE.

        Raises:
            InputError: The options ask for none or for two, or this run cannot keep what a search finds.
        """
        if self.input:
            if self.date_range:
                raise InputError("DATE_RANGE is for finding a scene: leave it out, or leave out INPUT.")
            if self.mask_clouds:
                raise InputError(
                    "MASK_CLOUDS is for a scene that DATE_RANGE finds, as a raster has no cloud mask: leave it out."
                )
            return
        if not (extent and self.date_range):
            raise InputError("Give INPUT, a raster, or EXTENT and DATE_RANGE to find a scene in a catalogue.")
        if part or is_object(output):
            raise InputError(
                "A scene that DATE_RANGE finds is kept on a disk for a single run: leave PART blank and choose an OUTPUT on a "
                'disk, or get the scene by "Find satellite scene" and name it in INPUT.'
            )
        self._search(("B02",)).refuse_invalid()

    def find_raster(
        self,
        extent: Extent | None,
        output: str,
        bands: Sequence[str],
        margin: int,
        files: ExitStack,
        *,
        in_blocks: bool,
        scenes: SceneGroup | None,
    ) -> Generator[Progress | Log, None, str]:
        """Return the raster to read: INPUT, the mosaic of a folder, or the file of the scene that a search finds.

        Args:
            extent: The place of a search.
            output: The result.
            bands: Names of the bands that are fetched where ASSETS is blank.
            margin: Pixels around the extent that are fetched too, where the scene has them.
            files: Removes the scene's file; without blocks only, with which it is kept for the run to go on from.
            in_blocks: Whether the result is computed in blocks.
            scenes: The rasters of the folder that INPUT is; None where it is none.

        Raises:
            NetworkError: The catalogue or the scenes cannot be read.
            NoOverlapError: No scene fulfils the options.
            InputError: The raster cannot be taken, or blocks were made from another scene.
        """
        if self.input:
            return mosaic_group(scenes, output) if scenes else self.input
        if extent is None:
            raise TypeError("require_input comes first")
        with ExitStack() as locks:
            if in_blocks:
                folder = blocks_folder(output)
                locks.enter_context(lock_folder(folder, WHOLE))
            else:
                folder = files.enter_context(staging_folder(followed(output)))
            # Around gaps, which clouds are, a model reads twice as far.
            needed = max(MARGIN, margin * (2 if self.mask_clouds else 1))
            return str((yield from self._fetch(extent, folder, bands, needed)))

    def add_scene_tags(self, asked: RasterRequest) -> RasterRequest:
        """Return the request of the raster that `find_raster` found, with the tags of the scene if that is one."""
        if self.input:
            return asked
        from ..inference.band_fusion import TaggedRequest
        from ._scene_fetch import read_scene_tags  # and what reads the web

        return TaggedRequest(**vars(asked), tags=read_scene_tags(asked.path))

    def _fetch(
        self, extent: Extent, folder: Path, bands: Sequence[str], margin: int
    ) -> Generator[Progress | Log, None, Path]:
        """Return the file of the scene that a search finds, which is fetched unless the folder has it.

        Raises:
            SrError: As `find_raster`.
        """
        from ._scene_fetch import fetch_scene, read_margin  # and what reads the web

        search = self._search(bands)
        options = redact_values(search.model_dump(mode="json", exclude={"timeout"}))  # whose keys may change
        asked = [options, self.mask_clouds, extent.model_dump()]
        digest = hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()
        file = folder / f"scene_{digest[:16]}.tif"
        is_settled = (folder / LEDGER).exists()
        if file.exists() and (is_settled or read_margin(file) >= margin):
            yield Log("The scene downloaded before is used: {path}.", path=file)
            return file
        if is_settled:
            raise InputError(
                "The blocks in {folder} were made from another scene, or the scene was removed: choose another OUTPUT, or delete "
                "the folder.",
                folder=folder,
            )
        found = yield from search.find(extent)
        fetch = partial(fetch_scene, search, extent=extent, output=str(file), margin=margin)
        fetch = partial(fetch, mask_clouds=self.mask_clouds)
        yield from first_usable(found.good, fetch)
        return file

    def _search(self, bands: Sequence[str]) -> SearchOptions:
        """Return what to look for in the catalogue."""
        shared = set(SearchOptions.model_fields) & set(RasterOrSearch.model_fields)
        assets = self.assets or ",".join(bands)
        return SearchOptions.model_validate({**self.model_dump(include=shared), "assets": assets})


QUESTION = Question(
    "Where does the raster come from?",
    (
        Answer("A layer or a file", ("input",), ("input",)),
        Answer(
            "The clearest scene of a place, from a STAC catalogue",
            tuple(name for name in RasterOrSearch.model_fields if name != "input"),
            ("date_range", "extent"),
        ),
    ),
)
