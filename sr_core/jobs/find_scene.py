"""Finds the scene of a STAC catalogue that shows a place best, and fetches that place from it."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Annotated, ClassVar

from pydantic import Field
from rasterio.windows import Window

from .. import __version__
from ..atomic_write import atomic_write
from ..errors import BadInput
from ..progress import part
from ..raster.cog import CogWriter, RasterProfile, cog_writer
from ..raster.grid import cropped
from ..raster.io import open_raster, refuse_overwriting
from ..reports.scene_list import scene_list
from ..schema import Config, Extent, HtmlOut, RasterIn, RasterToo, advanced
from ..stac.catalogue import PLANETARY_COMPUTER, Candidate
from ..stac.remote_scene import RemoteScene, open_scene
from ..stac.search import (
    ASSETS,
    DATE_RANGE,
    DEFAULT_ASSETS,
    MAX_CLOUD,
    MIN_COVER,
    NEAR_DATE,
    STAC_API,
    TIMEOUT,
    Search,
    offset_said,
)
from . import Job, Log, Progress

BLOCK = 1024
"""Pixels a side of what is read at once; the files' own blocks of 256 to 1024 are then fetched once."""

SEARCHING, READING = 0.1, 0.9
"""Where in the progress the search ends, and where reading does, which compression and overviews follow."""


class FindScene(Job):
    """Find satellite scene

    Finds the clearest satellite scene of a place and time in a STAC catalogue, and fetches the place from it.

    The scene is the least cloudy (in whole percent) among those of the dates asked for that cover enough of the extent;
    of equally cloudy ones the one that covers most (in whole percent), and then the nearest in time. Only the pixels
    of the extent are read, in the scene's own grid; coarser bands are resampled onto that of the finest. Needs the
    internet.
    """

    tags: ClassVar = (
        "super-resolution", "STAC", "Sentinel-2", "Planetary Computer", "Earth Search", "download", "search",
        "satellite", "scene", "imagery", "cloud-free", "low resolution",
    )  # fmt: skip

    class Result(Config):
        """The chosen scene"""

        scene: Annotated[str, Field(title="Scene")]
        """Id of the scene in the catalogue."""
        date: Annotated[str, Field(title="Date")]
        """Day on which it was taken (year-month-day)."""
        cloud: Annotated[float | None, Field(title="Cloud cover (%)")] = None
        """Of the whole scene. Blank where the catalogue does not say."""
        cover: Annotated[float, Field(title="Covered (%)")]
        """Share of the extent that lies in the scene."""
        n_candidates: Annotated[int, Field(title="Candidates")]
        """Number of scenes that would do."""

    input: Annotated[RasterIn | None, Field(title="Raster of the place")] = None
    """Its extent is the place to look for, unless an extent is set."""

    extent: Annotated[Extent | None, Field(title="Extent")] = None
    """The place to look for. Blank takes the raster's."""

    date_range: Annotated[str, DATE_RANGE]
    near_date: Annotated[str | None, NEAR_DATE] = None
    max_cloud: Annotated[float, MAX_CLOUD] = 20.0
    min_cover: Annotated[float, MIN_COVER] = 90.0

    stac_collection: Annotated[str, Field(title="Collection")] = "sentinel-2-l2a"
    """The collection of the catalogue to look in."""

    assets: Annotated[str, ASSETS] = DEFAULT_ASSETS
    stac_api: Annotated[str, STAC_API, advanced] = PLANETARY_COMPUTER
    timeout: Annotated[float, TIMEOUT, advanced] = 30.0

    output: Annotated[RasterToo | None, Field(title="Scene within the extent")] = None
    """The extent's pixels as a cloud-optimised GeoTIFF. Blank only finds the scene."""

    output_html: Annotated[HtmlOut | None, Field(title="List of candidates")] = None
    """Page with all scenes that were found, and why one was chosen."""

    def run(self) -> Generator[Progress | Log, None, Result]:
        search = Search.asked(
            stac_api=self.stac_api,
            stac_collection=self.stac_collection,
            timeout=self.timeout,
            date_range=self.date_range,
            near_date=self.near_date,
            max_cloud=self.max_cloud,
            min_cover=self.min_cover,
            assets=self.assets,
        )
        if self.output:
            refuse_overwriting(self.output, self.input)
        extent = self._place()
        found = yield from search.run(extent)
        best = found.best
        if self.output:
            with open_scene(best.item, search.names, self.timeout) as scene:
                yield from self._fetched(scene, best, extent, self.output)
        if self.output_html:
            with atomic_write(self.output_html) as file:
                html = scene_list(search.catalogue, search.dates, search.near, found.candidates, found.good)
                file.write_text(html, encoding="utf-8")
        return self.Result(
            scene=best.id, date=best.day, cloud=best.cloud, cover=best.cover, n_candidates=len(found.good)
        )

    def _place(self) -> Extent:
        """The extent to look for, in the coordinate reference system that it is given in."""
        if self.input is None:
            if self.extent is None:
                raise BadInput("Give EXTENT or INPUT: it is not said which place to look for.")
            return self.extent
        with open_raster(self.input) as raster:
            crs = raster.crs.to_wkt() if raster.crs else None
            if self.extent:
                return self.extent if self.extent.crs else Extent(bounds=self.extent.bounds, crs=crs)
            if crs is None:
                raise BadInput(
                    "{path} has no coordinate reference system, so that nobody knows where it lies: assign one, or "
                    "set EXTENT.",
                    path=self.input,
                )
            return Extent(bounds=raster.box.boundingbox.bbox, crs=crs)

    def _fetched(
        self, scene: RemoteScene, best: Candidate, extent: Extent, output: str
    ) -> Generator[Progress | Log, None, None]:
        """Read the extent's pixels and write them."""
        yield from offset_said(best)
        if scene.resampled:
            yield Log(
                "Resampled onto the grid of the finest band: {names}.", names=", ".join(scene.resampled)
            )
        window = scene.window(extent)
        layout = RasterProfile(
            box=cropped(scene.lattice.box, window),
            crs=scene.lattice.crs,
            dtype=scene.dtype,
            nodata=scene.nodata,
            descriptions=scene.descriptions,
            colorinterp=scene.colorinterp,
            has_mask=scene.nodata is None,
            tags={
                "FINER_VERSION": __version__,
                "FINER_SCENE": best.id,
                "FINER_SCENE_TIME": best.time.isoformat(),
                "FINER_STAC": f"{self.stac_api} {self.stac_collection}",
            },
        )
        yield Log(
            "{width} × {height} pixels of {bands} bands are read.",
            width=window.width,
            height=window.height,
            bands=len(layout.descriptions),
        )
        with cog_writer(output, layout) as writer:
            yield from part(_read(scene, window, writer), SEARCHING, READING)
            for share in writer.finish():
                yield Progress(READING + (1 - READING) * share, "Compressing and building overviews")


def _read(scene: RemoteScene, window: Window, writer: CogWriter) -> Generator[Progress | Log, None, None]:
    blocks = list(_blocks(window))
    for done, block in enumerate(blocks):
        yield Progress(done / len(blocks), "Block {done} of {total}", done=done + 1, total=len(blocks))
        inside = Window(
            block.col_off - window.col_off, block.row_off - window.row_off, block.width, block.height
        )
        writer.write(*scene.read(block), inside)


def _blocks(window: Window) -> Iterator[Window]:
    """The window in blocks that begin at multiples of `BLOCK`, as the blocks of the files do."""
    bottom, right = window.row_off + window.height, window.col_off + window.width
    for row in range(window.row_off // BLOCK * BLOCK, bottom, BLOCK):
        for col in range(window.col_off // BLOCK * BLOCK, right, BLOCK):
            top, left = max(row, window.row_off), max(col, window.col_off)
            yield Window(left, top, min(col + BLOCK, right) - left, min(row + BLOCK, bottom) - top)
