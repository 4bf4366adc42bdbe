"""The job that finds the scene of a STAC catalogue that shows a place best, and fetches that place from it."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from functools import partial
from typing import Annotated, ClassVar

from pydantic import Field

from .. import __version__
from ..atomic_write import atomic_write
from ..errors import InputError
from ..parameter_types import Extent, HtmlOut, RasterIn, RasterToo
from ..progress import run_part
from ..raster.cog import cog_writer
from ..raster.ground_control import is_placed
from ..raster.pixel_windows import find_window, ground_extent
from ..raster.raster_reader import open_raster
from ..raster.undeclared_nodata import warn_of_undeclared_nodata
from ..raster.window_copy import copy_window
from ..reports.scene_list import render_scene_list
from ..schema import Config
from ..stac.api_search import Candidate
from ..stac.remote_scene import open_scenes
from ..stac.scene_fallback import first_usable
from ..stac.scene_search import SearchOptions, log_offset
from . import Job, Log, Progress

SEARCHING, READING = 0.1, 0.9
"""Shares of the progress at which the search ends and reading ends; compression and overviews follow."""


class Place(Config):
    """The place to look for."""

    input: Annotated[RasterIn | None, Field(title="Raster of the place")] = None
    """Its extent is used, unless an extent is set."""

    extent: Annotated[Extent | None, Field(title="Extent")] = None
    """The place to search. Blank uses the raster's extent."""

    def bounds(self) -> Extent:
        """Return the extent to look for, in the coordinate reference system that it is given in.

        Raises:
            InputError: there is neither an extent nor a raster that has one.
        """
        if self.input is None:
            if self.extent is None:
                raise InputError("Give EXTENT or INPUT: one of them says which place to look for.")
            return self.extent
        with open_raster(self.input, ask=False) as raster:
            control = raster.profile.ground_control
            is_lost = not (control and control.decides) and not is_placed(raster.box.affine)
            place = ground_extent(raster)
            if self.extent:
                return self.extent if self.extent.crs else self.extent.model_copy(update={"crs": place.crs})
            if place.crs is None or is_lost:
                raise InputError(
                    "{path} has no coordinate reference system: assign one, or set EXTENT.", path=self.input
                )
            return place


class FindScene(SearchOptions, Place, Job):  # the dialog shows the last one's fields first
    """Find satellite scene.

    Finds the clearest satellite scene of a place and time in a STAC catalogue, and downloads the part inside the
    extent.

    The scene is the least cloudy (in whole percent) among those of the dates asked for that cover enough of the extent;
    of equally cloudy ones the one that covers most (in whole percent), and then the nearest in time. Only the pixels of
    the extent are read, in the scene's own grid; coarser bands are resampled onto that of the finest. Needs the
    internet.
    """

    tags: ClassVar = (
        "super-resolution", "STAC", "Sentinel-2", "Planetary Computer", "Earth Search", "download", "search",
        "satellite", "scene", "imagery", "cloud-free", "low resolution",
    )  # fmt: skip

    class Result(Config):
        """The chosen scene."""

        scene: Annotated[str, Field(title="Scene")]
        """Id of the scene in the catalogue."""
        date: Annotated[str, Field(title="Date")]
        """Day on which it was taken (year-month-day)."""
        cloud: Annotated[float | None, Field(title="Cloud cover (%)")] = None
        """Of the whole scene. Blank where the catalogue does not say."""
        cover: Annotated[float, Field(title="Covered (%)")]
        """Share of the extent that lies in the scene."""
        n_candidates: Annotated[int, Field(title="Candidates")]
        """Number of suitable scenes."""

    output: Annotated[RasterToo | None, Field(title="Scene within the extent")] = None
    """The extent's pixels as a cloud-optimised GeoTIFF. Blank only finds the scene."""

    output_html: Annotated[HtmlOut | None, Field(title="List of candidates")] = None
    """Page with all scenes that were found, and why one was chosen."""

    def run(self) -> Generator[Progress | Log, None, Result]:
        self.refuse_invalid()
        extent = self.bounds()
        found = yield from self.find(extent)
        best = found.best
        if self.output:
            fetch = partial(self._fetch, extent=extent, output=self.output)
            best, _ = yield from first_usable(found.good, fetch)
        usable = found.good[found.good.index(best) :]
        if self.output_html:
            with atomic_write(self.output_html) as file:
                html = render_scene_list(self.catalogue, self.dates, self.near, found.candidates, usable)
                file.write_text(html, encoding="utf-8")
        return self.Result(
            scene=best.id, date=best.day, cloud=best.cloud, cover=best.cover, n_candidates=len(usable)
        )

    def _fetch(self, best: Candidate, extent: Extent, output: str) -> Generator[Progress | Log, None, None]:
        """Read the extent's pixels of a candidate and write them."""
        with open_scenes(best.items, self.names, self.timeout) as scene:
            yield from log_offset(best)
            if scene.resampled:
                yield Log(
                    "Resampled onto the grid of the finest band: {names}.", names=", ".join(scene.resampled)
                )
            window = find_window(extent, scene)
            tags = {
                "FINER_VERSION": __version__,
                "FINER_SCENE": best.id,
                "FINER_SCENE_TIME": best.time.isoformat(),
                "FINER_STAC": f"{self.stac_api} {self.stac_collection}",
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
        with open_raster(output, ask=False) as fetched:
            yield from warn_of_undeclared_nodata(fetched, fetched.region)
