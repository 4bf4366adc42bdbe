"""Super-resolves a raster of any size."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import Field

from .. import __version__
from ..device import resolve, used
from ..errors import BadInput
from ..inference.tiled import Tiled
from ..package import ModelPackage, PackageInfo
from ..raster.cog import Layout, cog_writer
from ..raster.grid import cropped, refined, window_of
from ..raster.io import Raster, open_raster, refuse_overwriting
from ..raster.radiometry import Radiometry, can_hold
from ..schema import Bands, Config, Device, Extent, Numbers, PackageIn, RasterIn, RasterOut, Scale, advanced
from . import Job, Log, Progress

COMPUTING = 0.95
"""Share of the progress that goes to the network; the rest to compression and overviews."""


class ClassifyPixels(Job):
    """Classify pixels with SR model

    Super-resolves a raster with a trained model: each pixel becomes scale × scale finer ones.

    The result has the input's coordinate system, data type, nodata and colours. It does not depend on the tile
    size, has no seams, and memory use does not grow with the raster. Nodata stays nodata and does not bleed.
    """

    tags: ClassVar = (
        "super-resolution", "upscale", "enhance", "sharpen", "pansharpen", "resample", "finer", "zoom",
        "deep learning", "inference", "predict",
    )  # fmt: skip

    class Result(Config):
        """Size of the result"""

        width: Annotated[int, Field(title="Width (pixels)")]
        """Columns of the super-resolved raster."""
        height: Annotated[int, Field(title="Height (pixels)")]
        """Rows of the super-resolved raster."""

    input: Annotated[RasterIn, Field(title="Low-resolution raster")]
    """The raster to super-resolve, like those the model was trained on."""

    model: Annotated[PackageIn, Field(title="SR model")]
    """Model package (.srpk) from "Train SR model"."""

    extent: Annotated[Extent | None, Field(title="Extent")] = None
    """Part of the raster to super-resolve. Blank takes all of it."""

    bands: Annotated[Bands | None, Field(title="Bands"), advanced] = None
    """Bands of the raster in the order the model wants. Blank takes those with the names the model knows, or all of
    them if they are as many as it wants."""

    gain: Annotated[Numbers | None, Field(title="Gain"), advanced] = None
    """Pixel value × gain + offset = the physical value the model was trained on. One number, or one for each band.
    Blank uses the model's own. Set it if this raster is scaled unlike the training data."""

    offset: Annotated[Numbers | None, Field(title="Offset"), advanced] = None
    """Added after the gain, in physical units. One number, or one for each band. Blank uses the model's own."""

    scale: Annotated[Scale | None, Field(title="Scale"), advanced] = None
    """How many times finer the result is, for a model that does several scales (MDSR). Blank is the model's own."""

    tile_size: Annotated[
        int | None, Field(title="Tile size (low-resolution pixels)", ge=16, le=8192), advanced
    ] = None
    """Width and height of the part computed at once. It changes memory use and speed, never the result.
    Blank chooses by the network's memory need."""

    batch_size: Annotated[int, Field(title="Batch size (tiles)", ge=1, le=256), advanced] = 1
    """Tiles computed together. More can be faster on a graphics card and needs more memory."""

    device: Annotated[Device, Field(title="Device"), advanced] = "auto"
    """Where to compute: auto takes a graphics card if there is one."""

    output: Annotated[RasterOut, Field(title="Super-resolved raster")]
    """Cloud-optimised GeoTIFF."""

    def run(self) -> Generator[Progress | Log, None, Result]:
        refuse_overwriting(self.output, self.input, self.model)
        device = resolve(self.device)
        package = ModelPackage.load(self.model, device, self.scale)
        info, scale = package.info, package.net.scale
        yield used(self.device, device, package.device)
        with open_raster(self.input, self.bands) as whole:
            raster = matched(whole, info.bands, by_name=not self.bands)
            if raster.bands != whole.bands:
                yield Log("Bands {bands} are those the model names.", bands=", ".join(map(str, raster.bands)))
            radiometry = self._radiometry(raster, info)
            if info.dtype is None:
                yield Log(
                    "Pixel values × {gain} are taken for physical values, where 1 is white: set GAIN if they are not.",
                    gain=", ".join(f"{gain:g}" for gain in dict.fromkeys(radiometry.gain)),
                )
            window = window_of(self.extent, raster)
            layout = Layout(
                box=refined(cropped(raster.box, window), scale),
                crs=raster.crs,
                dtype=raster.dtype,
                nodata=raster.nodata if can_hold(raster.dtype, raster.nodata) else None,
                descriptions=raster.descriptions,
                colorinterp=raster.colorinterp,
                has_mask=raster.has_mask,
                tags={
                    "FINER_VERSION": __version__,
                    "FINER_MODEL": Path(self.model).name,
                    "FINER_BACKBONE": info.backbone.id,
                    "FINER_SCALE": str(scale),
                },
            )
            height, width = layout.box.shape
            yield Log(
                "{width} × {height} pixels in, {width_out} × {height_out} out.",
                width=window.width,
                height=window.height,
                width_out=width,
                height_out=height,
            )
            tiled = Tiled(package.net, radiometry, self.tile_size, self.batch_size)
            with cog_writer(self.output, layout) as writer:
                total = window.width * window.height
                for done in tiled.run(raster, window, writer):
                    yield Progress(
                        COMPUTING * done / total,
                        "{done:.2f} of {total:.2f} megapixels",
                        done=done / 1e6,
                        total=total / 1e6,
                    )
                for share in writer.finish():
                    yield Progress(COMPUTING + (1 - COMPUTING) * share, "Compressing and building overviews")
        return self.Result(width=width, height=height)

    def _radiometry(self, raster: Raster, info: PackageInfo) -> Radiometry:
        """From the raster's pixel values to the physical values the model was trained on.

        Raises:
            BadInput: the pixel type is not the model's, and nobody has said what the values mean.
        """
        if info.dtype is None:
            return Radiometry.of(raster.dtype, len(raster.bands), self.gain, self.offset)
        if raster.dtype != info.dtype and not self.gain:
            raise BadInput(
                "The model was trained on {trained} pixels with gain {gain:.6g} and {path} has {dtype} pixels: "
                "set GAIN to say what one step of a pixel value is worth here.",
                trained=info.dtype,
                gain=info.radiometry.gain[0],
                path=raster.dataset.name,
                dtype=raster.dtype,
            )
        return Radiometry.of(
            raster.dtype,
            len(raster.bands),
            self.gain or info.radiometry.gain,
            self.offset or info.radiometry.offset,
        )


def matched(raster: Raster, wanted: tuple[str, ...], *, by_name: bool) -> Raster:
    """`raster` with as many bands as a model wants: those it names, if `by_name` and all are there, or else all.

    Raises:
        BadInput: the number of bands does not fit.
    """
    names = raster.descriptions
    distinct = len(set(names)) == len(names) and "" not in wanted
    if by_name and distinct and set(wanted) <= set(names):
        return replace(raster, bands=tuple(raster.bands[names.index(name)] for name in wanted))
    if len(names) != len(wanted):
        raise BadInput(
            "The model wants {count} bands ({wanted}) and gets {have} of {path}: choose BANDS in the model's order.",
            count=len(wanted),
            wanted=", ".join(name or "?" for name in wanted),
            have=len(names),
            path=raster.dataset.name,
        )
    return raster
