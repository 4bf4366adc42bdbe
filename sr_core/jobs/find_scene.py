"""The job that finds the scene of a STAC catalogue that shows a place best, and fetches that place from it."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial
from typing import Annotated, ClassVar

from pydantic import Field

from ..atomic_write import atomic_write
from ..errors import InputError
from ..parameter_types import Extent, HtmlOut, RasterIn, RasterToo
from ..raster.ground_control import is_placed
from ..raster.pixel_windows import ground_extent
from ..raster.raster_reader import open_raster
from ..raster.undeclared_nodata import warn_of_undeclared_nodata
from ..reports.scene_list import render_scene_list
from ..schema import Config
from ..stac.scene_fallback import first_usable
from ..stac.scene_search import SearchOptions
from . import Job, Log, Progress
from ._scene_fetch import fetch_scene


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
            fetch = partial(fetch_scene, self, extent=extent, output=self.output)
            best, _ = yield from first_usable(found.good, fetch)
            with open_raster(self.output, ask=False) as fetched:
                yield from warn_of_undeclared_nodata(fetched, fetched.region)
        usable = found.good[found.good.index(best) :]
        if self.output_html:
            with atomic_write(self.output_html) as file:
                html = render_scene_list(self.catalogue, self.dates, self.near, found.candidates, usable)
                file.write_text(html, encoding="utf-8")
        return self.Result(
            scene=best.id, date=best.day, cloud=best.cloud, cover=best.cover, n_candidates=len(usable)
        )
