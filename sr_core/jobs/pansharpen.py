"""The job that gives a multispectral raster the detail of a panchromatic one."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from typing import Annotated, ClassVar

from pydantic import Field
from rasterio.windows import Window

from .. import __version__
from ..errors import InputError, NoOverlapError
from ..parameter_types import Bands, Extent, Numbers, RasterIn, RasterOut, Threads, advanced
from ..partial_override import MemberOf
from ..progress import run_part
from ..raster.cog import CogWriter, cog_writer
from ..raster.pansharpen import PansharpeningMethod
from ..raster.pansharpened_raster import TILE_SIZE, Pansharpened, open_pansharpened
from ..raster.pixel_windows import find_window, intersect, relative_to
from ..raster.raster_reader import open_pan, open_raster
from ..raster.tiling import plan_tiles
from ..raster.undeclared_nodata import warn_of_flat_pan, warn_of_undeclared_nodata
from ..raster.validity import NODATA
from ..schema import Config
from . import Job, Log, Progress

COMPUTING = 0.9
"""Share of the progress at which computing ends; compression and overviews follow."""

STATISTICS = 0.35
"""Share of the progress at which gathering statistics ends, for methods that need them."""


class Pansharpen(Job):
    """Pansharpen.

    Gives a multispectral raster the detail of a finer panchromatic one of the same place.

    The result has the pixels and the coordinate system of the panchromatic raster, as far as both reach, and bands,
    data type, nodata and radiometry of the multispectral one. The rasters may have different extents, origins and
    coordinate systems. They are never loaded whole. Nodata of either stays nodata and does not bleed.
    """

    tags: ClassVar = (
        "pansharpen", "pan-sharpening", "panchromatic", "fusion", "sharpen", "RCS", "Brovey", "Gram-Schmidt",
        "BundleToPerfectSensor", "super-resolution",
    )  # fmt: skip

    class Result(Config):
        """Size of the result."""

        width: Annotated[int, Field(title="Width (pixels)")]
        """Columns of the pansharpened raster."""
        height: Annotated[int, Field(title="Height (pixels)")]
        """Rows of the pansharpened raster."""

    input: Annotated[RasterIn, Field(title="Multispectral raster (XS)")]
    """The raster with the colours."""

    pan: Annotated[RasterIn, Field(title="Panchromatic raster (PAN)")]
    """The raster with the detail: its first band is used, and its pixels must be smaller."""

    method: Annotated[str, MemberOf(PansharpeningMethod), Field(title="Method")] = "rcs"
    """Pansharpening method. rcs: each band × PAN / smoothed PAN, as OTB's BundleToPerfectSensor does it; brovey: each
    band × PAN / intensity; gram_schmidt: PAN in place of the bands' intensity, with its mean and deviation."""

    bands: Annotated[Bands | None, Field(title="Bands")] = None
    """Bands to pansharpen, in this order. Blank uses all of them but a mask (alpha) band."""

    extent: Annotated[Extent | None, Field(title="Extent"), advanced] = None
    """Part to pansharpen. Blank uses all that both rasters cover."""

    radius: Annotated[int | None, Field(title="Radius (rcs)", ge=1, le=1000), advanced] = None
    """PAN is smoothed over (2 × radius + 1)² of its pixels; OTB always takes 3. Blank uses the area of a multispectral
    pixel, so that the colours stay what they were at that resolution."""

    weights: Annotated[Numbers | None, Field(title="Weights (brovey, gram_schmidt)"), advanced] = None
    """Weight of each band in PAN: one number for each band. Blank: equal weights."""

    nodata: Annotated[Numbers | None, NODATA, advanced] = None

    threads: Threads = None

    output: Annotated[RasterOut, Field(title="Pansharpened raster")]
    """Cloud-optimised GeoTIFF."""

    def run(self) -> Generator[Progress | Log, None, Result]:
        method = self._method()
        with (
            open_raster(self.input, self.bands, nodata=self.nodata) as xs,
            open_pan(self.pan, self.nodata) as pan,
            open_pansharpened(xs, pan, method) as source,
        ):
            if xs.palette:
                yield xs.palette.log()
            if len(pan.bands) > 1 and not pan.palette:
                yield Log(
                    "{pan} has {count} bands, of which the first is used.",
                    pan=self.pan,
                    count=len(pan.bands),
                )
            window = self._window(source)
            yield from warn_of_undeclared_nodata(xs, xs.region)
            yield from warn_of_undeclared_nodata(source.pan, window)
            yield from warn_of_flat_pan(source.pan, window)
            yield Log(
                "{bands} bands of {dtype}, pixels {ratio:.4g} times finer: the result has {width} × {height} pixels.",
                bands=source.profile.count,
                dtype=source.dtype,
                ratio=sum(source.ratio.xy) / 2,
                width=window.width,
                height=window.height,
            )
            begin = 0.0
            if method.global_statistics:
                begin = STATISTICS
                source = yield from run_part(source.gather_statistics(window), 0, begin)
            tags = {"FINER_VERSION": __version__, "FINER_PANSHARPENING": self.method}
            profile = replace(source.profile.crop(window), tags=tags)
            with cog_writer(self.output, profile) as writer:
                yield from run_part(_write(source, window, writer), begin, COMPUTING)
                for share in writer.finish():
                    yield Progress(COMPUTING + (1 - COMPUTING) * share, "Compressing and building overviews")
        return self.Result(width=window.width, height=window.height)

    def _method(self) -> PansharpeningMethod:
        """Return the method with its options.

        Raises:
            InputError: an option that it does not have.
        """
        options = {"radius": self.radius, "weights": self.weights}
        given = {name: value for name, value in options.items() if value is not None}
        for name in given:
            if name not in PansharpeningMethod.members[self.method].model_fields:
                raise InputError(
                    "{method} has no {name}: leave it blank.", method=self.method, name=name.upper()
                )
        return PansharpeningMethod.load({"id": self.method, **given})

    def _window(self, source: Pansharpened) -> Window:
        """Return the panchromatic pixels of the extent that lie on the multispectral raster.

        Raises:
            NoOverlapError: there are none.
        """
        window = intersect(find_window(self.extent, source.pan), source.region)
        if window is None:
            raise NoOverlapError(
                "{xs} has no pixel inside EXTENT: choose a part that both rasters cover.", xs=self.input
            )
        return window


def _write(source: Pansharpened, window: Window, writer: CogWriter) -> Generator[Progress | Log, None, None]:
    """Pansharpen a window into a file.

    Raises:
        NoOverlapError: no pixel of it is valid in both rasters.
    """
    total, done, any_valid = window.width * window.height, 0, False
    for tile in plan_tiles(window, source.box.shape, TILE_SIZE, 0):
        pixels, valid = source.read(tile.inner)
        any_valid = any_valid or bool(valid.any())
        writer.write(pixels, valid, relative_to(window, tile.inner))
        done += tile.inner.width * tile.inner.height
        yield Progress(
            done / total, "{done:.2f} of {total:.2f} megapixels", done=done / 1e6, total=total / 1e6
        )
    if not any_valid:
        raise NoOverlapError(
            "{xs} and {pan} have no valid pixel in the same place: choose two rasters of the same place.",
            xs=source.xs.name,
            pan=source.pan.name,
        )
