"""Finds the scene of a STAC catalogue that shows a place best, and fetches that place from it."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Annotated, ClassVar

from pydantic import Field
from rasterio.windows import Window

from .. import __version__
from ..data.dates import Dates, day
from ..data.remote import RemoteScene, open_scene
from ..data.sentinel2 import OFFSET, already_off, asset_of, baseline, is_offset
from ..data.stac import PLANETARY_COMPUTER, Candidate, Catalogue, chosen, nothing, outline
from ..errors import BadInput
from ..progress import part
from ..raster.cog import CogWriter, Layout, cog_writer
from ..raster.grid import cropped
from ..raster.io import open_raster, refuse_overwriting
from ..scene_list import page
from ..schema import Config, Extent, HtmlOut, RasterIn, RasterToo, advanced
from ..staging import staged
from . import Job, Log, Progress

BLOCK = 1024
"""Pixels a side of what is read at once; the files' own blocks of 256 to 1024 are then fetched once."""

SEARCHING, READING = 0.1, 0.9
"""Where in the progress the search ends, and where reading does, which compression and overviews follow."""

SHOWN = 10
"""Candidates that the log names."""


class FindScene(Job):
    """Find satellite scene

    Finds the clearest satellite scene of a place and time in a STAC catalogue, and fetches the place from it.

    The scene is the least cloudy (in whole percent) among those within DATE_RANGE that cover enough of the extent; of
    equally cloudy ones the one that covers most (in whole percent), and then the nearest in time. Only the pixels of
    the extent are read, in the scene's own grid; coarser bands are resampled onto that of the finest. Needs the
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

    date_range: Annotated[str, Field(title="Dates (first/last, year-month-day)")]
    """First and last day, both included: "2021-05-01/2021-08-31". One date is that day alone."""

    near_date: Annotated[str | None, Field(title="Best date (year-month-day)")] = None
    """Among scenes that are as good, the one nearest in time to this day is chosen. Blank is the middle of the
    dates."""

    max_cloud: Annotated[float, Field(title="Most cloud (%)", ge=0, le=100)] = 20.0
    """Scenes with a larger cloud cover, which is that of the whole scene, are left out."""

    min_cover: Annotated[float, Field(title="Least cover of the extent (%)", gt=0, le=100)] = 90.0
    """Scenes that show a smaller share of the extent are left out."""

    stac_collection: Annotated[str, Field(title="Collection")] = "sentinel-2-l2a"
    """The collection of the catalogue to look in."""

    assets: Annotated[str, Field(title="Assets (bands)")] = "B04,B03,B02,B08"
    """The files of the scene that become bands of the result, in this order, with commas between."""

    stac_api: Annotated[str, Field(title="STAC API"), advanced] = PLANETARY_COMPUTER
    """Address of the catalogue. Planetary Computer's files are signed as they need to be; Earth Search's
    (https://earth-search.aws.element84.com/v1) need nothing."""

    timeout: Annotated[float, Field(title="Time-out (seconds)", gt=0, le=3600), advanced] = 30.0
    """How long to wait for an answer of a server before giving up."""

    output: Annotated[RasterToo | None, Field(title="Scene within the extent")] = None
    """The extent's pixels as a cloud-optimised GeoTIFF. Blank only finds the scene."""

    output_html: Annotated[HtmlOut | None, Field(title="List of candidates")] = None
    """Page with all scenes that were found, and why one was chosen."""

    def run(self) -> Generator[Progress | Log, None, Result]:
        names = self._names()
        dates = Dates.parsed(self.date_range)
        near = day("NEAR_DATE", self.near_date) if self.near_date else dates.middle
        if self.output:
            refuse_overwriting(self.output, self.input)
        extent = self._place()
        area = outline(extent)
        catalogue = Catalogue(self.stac_api.strip(), self.stac_collection.strip(), self.timeout)
        yield Progress(0, "Asking {api}", api=catalogue.api)
        found = catalogue.candidates(area, dates)
        if not found:
            raise nothing(catalogue, area, dates)
        good = chosen(found, near, self.max_cloud, self.min_cover, dates)
        yield from self._listed(found, good, dates)
        best = good[0]
        for name in names:
            asset_of(best.item, name)  # refuses what is not there before anything is read
        if self.output:
            with open_scene(best.item, names, self.timeout) as scene:
                yield from self._fetched(scene, best, extent, self.output)
        if self.output_html:
            with staged(self.output_html) as file:
                file.write_text(page(catalogue, dates, near, found, good), encoding="utf-8")
        return self.Result(
            scene=best.id, date=best.day, cloud=best.cloud, cover=best.cover, n_candidates=len(good)
        )

    def _names(self) -> list[str]:
        names = [name.strip() for name in self.assets.split(",") if name.strip()]
        if not names:
            raise BadInput(
                "ASSETS is empty: name at least one, such as {example}.", example="B04,B03,B02,B08"
            )
        return names

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

    def _listed(self, found: list[Candidate], good: list[Candidate], dates: Dates) -> Iterator[Log]:
        """What there is, and what is chosen."""
        cloudy = sum((each.cloud or 0) > self.max_cloud for each in found)
        yield Log(
            "{count} scenes of {dates} show the extent or a part of it: {cloudy} too cloudy, {partial} covering too "
            "little of it, {good} that would do.",
            count=len(found),
            dates=str(dates),
            cloudy=cloudy,
            partial=len(found) - cloudy - len(good),
            good=len(good),
        )
        for each in good[:SHOWN]:
            yield Log("{scene}: {day}, {cloud} % cloud, covers {cover:.1f} %", **_figures(each))
        if len(good) > SHOWN:
            yield Log("and {count} more, which OUTPUT_HTML lists.", count=len(good) - SHOWN)
        yield Log(
            "Chosen: {scene} of {day}, with {cloud} % cloud, which covers {cover:.1f} % of the extent.",
            **_figures(good[0]),
        )
        if round(good[0].cover, 1) < 100:
            yield Log(
                "Careful: {missing:.1f} % of the extent lies outside the scene and has no pixels.",
                missing=100 - good[0].cover,
            )

    def _fetched(
        self, scene: RemoteScene, best: Candidate, extent: Extent, output: str
    ) -> Generator[Progress | Log, None, None]:
        """Read the extent's pixels and write them."""
        yield from _offset_said(best)
        if scene.resampled:
            yield Log(
                "Resampled onto the grid of the finest band: {names}.", names=", ".join(scene.resampled)
            )
        window = scene.window(extent)
        layout = Layout(
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


def _offset_said(best: Candidate) -> Iterator[Log]:
    """What is done about the offset of Sentinel-2's pixel values."""
    said = baseline(best.item)
    if is_offset(best.item):
        yield Log(
            "Processing baseline {baseline}: the offset of {offset} is taken off the bands, so that pixels are "
            "reflectance × 10,000 as they were before baseline 04.00.",
            baseline=said,
            offset=OFFSET,
        )
    elif already_off(best.item):
        yield Log("The catalogue has already taken the offset of processing baseline 04.00 off the bands.")
    elif said:
        yield Log("Processing baseline {baseline}: pixels are without an offset.", baseline=said)


def _figures(each: Candidate) -> dict[str, object]:
    return {
        "scene": each.id,
        "day": each.day,
        "cloud": "?" if each.cloud is None else f"{each.cloud:.1f}",
        "cover": each.cover,
    }
