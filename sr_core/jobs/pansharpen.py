"""Brings the detail of a panchromatic raster into a multispectral one."""

from __future__ import annotations

from collections.abc import Generator
from typing import Annotated, ClassVar

from pydantic import Field
from rasterio.windows import Window

from .. import __version__
from ..errors import BadInput, NoOverlap
from ..override import MemberOf
from ..progress import part
from ..raster.cog import CogWriter, RasterProfile, cog_writer
from ..raster.grid import cropped, window_of
from ..raster.io import open_raster, refuse_overwriting
from ..raster.pansharpen import PansharpeningMethod
from ..raster.pansharpened import TILE_SIZE, Pansharpened, pansharpened
from ..raster.tiling import tiles
from ..schema import Bands, Config, Extent, Numbers, RasterIn, RasterOut, advanced
from . import Job, Log, Progress

COMPUTING = 0.9
"""Where in the progress computing ends, which compression and overviews follow."""

STATISTICS = 0.35
"""Where gathering statistics ends, for methods that want them."""


class Pansharpen(Job):
    """Pansharpen

    Gives a multispectral raster the detail of a finer panchromatic one of the same place.

    The result has the pixels and the coordinate system of the panchromatic raster, as far as both reach, and bands,
    data type, nodata and radiometry of the multispectral one. The rasters may have different extents, origins and
    coordinate systems. They are never whole in memory. Nodata of either stays nodata and does not bleed.
    """

    tags: ClassVar = (
        "pansharpen", "pan-sharpening", "panchromatic", "fusion", "sharpen", "RCS", "Brovey", "Gram-Schmidt",
        "BundleToPerfectSensor", "super-resolution",
    )  # fmt: skip

    class Result(Config):
        """Size of the result"""

        width: Annotated[int, Field(title="Width (pixels)")]
        """Columns of the pansharpened raster."""
        height: Annotated[int, Field(title="Height (pixels)")]
        """Rows of the pansharpened raster."""

    input: Annotated[RasterIn, Field(title="Multispectral raster (XS)")]
    """The raster with the colours."""

    pan: Annotated[RasterIn, Field(title="Panchromatic raster (PAN)")]
    """The raster with the detail: its first band is used, and its pixels must be smaller."""

    method: Annotated[str, MemberOf(PansharpeningMethod), Field(title="Method")] = "rcs"
    """How the detail is brought in. rcs: each band × PAN / smoothed PAN, as OTB's BundleToPerfectSensor does it; brovey:
    each band × PAN / intensity; gram_schmidt: PAN in place of the bands' intensity, with its mean and deviation."""

    bands: Annotated[Bands | None, Field(title="Bands")] = None
    """Bands to pansharpen, in this order. Blank takes all of them but a mask (alpha) band."""

    extent: Annotated[Extent | None, Field(title="Extent"), advanced] = None
    """Part to pansharpen. Blank takes all that both rasters cover."""

    radius: Annotated[int | None, Field(title="Radius (rcs)", ge=1, le=1000), advanced] = None
    """PAN is smoothed over (2 × radius + 1)² of its pixels; OTB always takes 3. Blank takes the area of a multispectral
    pixel, so that the colours stay what they were at that resolution."""

    weights: Annotated[Numbers | None, Field(title="Weights (brovey, gram_schmidt)"), advanced] = None
    """How much of each band PAN sees: one number for each band. Blank takes all the same."""

    output: Annotated[RasterOut, Field(title="Pansharpened raster")]
    """Cloud-optimised GeoTIFF."""

    def run(self) -> Generator[Progress | Log, None, Result]:
        refuse_overwriting(self.output, self.input, self.pan)
        method = self._method()
        with (
            open_raster(self.input, self.bands) as xs,
            open_raster(self.pan) as pan,
            pansharpened(xs, pan, method) as source,
        ):
            if len(pan.bands) > 1:
                yield Log(
                    "{pan} has {count} bands, of which the first is taken.",
                    pan=self.pan,
                    count=len(pan.bands),
                )
            window = self._window(source)
            yield Log(
                "{bands} bands of {dtype}, pixels {ratio:.4g} times finer: {width} × {height} pixels out.",
                bands=len(source.bands),
                dtype=source.dtype,
                ratio=sum(source.ratio) / 2,
                width=window.width,
                height=window.height,
            )
            begin = 0.0
            if method.global_statistics:
                begin = STATISTICS
                source = yield from part(_surveyed(source, window), 0, begin)
            with cog_writer(self.output, self._layout(source, window)) as writer:
                yield from part(_written(source, window, writer), begin, COMPUTING)
                for share in writer.finish():
                    yield Progress(COMPUTING + (1 - COMPUTING) * share, "Compressing and building overviews")
        return self.Result(width=window.width, height=window.height)

    def _method(self) -> PansharpeningMethod:
        """The method with its options.

        Raises:
            BadInput: one that it does not have.
        """
        options = {"radius": self.radius, "weights": self.weights}
        given = {name: value for name, value in options.items() if value is not None}
        for name in given:
            if name not in PansharpeningMethod.members[self.method].model_fields:
                raise BadInput(
                    "{method} has no {name}: leave it blank.", method=self.method, name=name.upper()
                )
        return PansharpeningMethod.load({"id": self.method, **given})

    def _window(self, source: Pansharpened) -> Window:
        """The panchromatic pixels of the extent that lie on the multispectral raster.

        Raises:
            NoOverlap: there are none.
        """
        wanted, region = window_of(self.extent, source.pan), source.region
        left, top = max(wanted.col_off, region.col_off), max(wanted.row_off, region.row_off)
        right = min(wanted.col_off + wanted.width, region.col_off + region.width)
        bottom = min(wanted.row_off + wanted.height, region.row_off + region.height)
        if right <= left or bottom <= top:
            raise NoOverlap(
                "{xs} has no pixel inside EXTENT: choose a part that both rasters cover.", xs=self.input
            )
        return Window(left, top, right - left, bottom - top)

    def _layout(self, source: Pansharpened, window: Window) -> RasterProfile:
        return RasterProfile(
            box=cropped(source.box, window),
            crs=source.crs,
            dtype=source.dtype,
            nodata=source.nodata,
            descriptions=source.descriptions,
            colorinterp=source.colorinterp,
            has_mask=source.has_mask,
            tags={"FINER_VERSION": __version__, "FINER_PANSHARPENING": self.method},
        )


def _surveyed(source: Pansharpened, window: Window) -> Generator[Progress | Log, None, Pansharpened]:
    """The source, knowing the statistics of a window."""
    work = source.surveyed(window)
    while True:
        try:
            yield Progress(next(work), "Gathering statistics")
        except StopIteration as finished:
            known: Pansharpened = finished.value
            return known


def _written(
    source: Pansharpened, window: Window, writer: CogWriter
) -> Generator[Progress | Log, None, None]:
    """Pansharpen a window into a file.

    Raises:
        NoOverlap: no pixel of it is valid in both rasters.
    """
    total, done, found = window.width * window.height, 0, False
    for tile in tiles(window, source.box.shape, TILE_SIZE, 0):
        inner = tile.inner
        pixels, valid = source.read(inner)
        found = found or bool(valid.any())
        place = Window(
            inner.col_off - window.col_off, inner.row_off - window.row_off, inner.width, inner.height
        )
        writer.write(pixels, valid, place)
        done += inner.width * inner.height
        yield Progress(
            done / total, "{done:.2f} of {total:.2f} megapixels", done=done / 1e6, total=total / 1e6
        )
    if not found:
        raise NoOverlap(
            "{xs} and {pan} have no valid pixel in the same place: choose two rasters of the same place.",
            xs=source.xs.dataset.name,
            pan=source.pan.dataset.name,
        )
