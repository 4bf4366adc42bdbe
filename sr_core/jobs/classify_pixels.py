"""Super-resolves a raster of any size."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from pydantic import Field
from rasterio.windows import Window

from ..backbones import DiffusionNet
from ..device import resolve, used
from ..diffusion.samplers import Sampler
from ..diffusion.schedules import NoiseSchedule
from ..errors import BadInput
from ..inference.consistency import Consistency
from ..inference.consistency_residual import residual
from ..inference.convolutional import ConvolutionalTiling
from ..inference.diffusion import Sampled
from ..inference.input_matching import finer_layout, matched, of_floats, radiometry_of
from ..inference.memory_tiling import Net
from ..inference.predictor import sampled, usable
from ..override import UNCHANGED, Override, Promoted
from ..package.srpk import ModelPackage
from ..progress import part
from ..raster.cog import CogWriter, cog_writer
from ..raster.grid import window_of
from ..raster.io import Raster, open_raster, refuse_overwriting
from ..raster.radiometry import Radiometry
from ..schema import (
    Bands,
    Config,
    Device,
    Extent,
    Numbers,
    PackageIn,
    RasterIn,
    RasterOfSpread,
    RasterOut,
    Scale,
    advanced,
    of_diffusion,
    of_several_scales,
)
from . import Job, Log, Progress
from ._provenance import provenance

COMPUTING, COMPARING = 0.93, 0.96
"""Where in the progress computing ends, and where comparing the result with what it was made from; compression and
overviews follow."""


class ClassifyPixels(Job):
    """Classify pixels with SR model

    Super-resolves a raster with a trained model: each pixel becomes scale × scale finer ones.

    The result has the input's coordinate system, data type, nodata and colours. It has no seams, and memory use does
    not grow with the raster. Nodata stays nodata and does not bleed. Sampler, steps, samples and uncertainty are for
    diffusion models, such as those of the network sr3.
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
        residual: Annotated[float | None, Field(title="Residual (%)")] = None
        """How far the result, degraded as in the training, is from the low-resolution raster: the root mean square of the
        difference in percent of the raster's standard deviation. Blank without consistency."""

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

    scale: Annotated[Scale | None, Field(title="Scale"), advanced, of_several_scales] = None
    """How many times finer the result is, for a model that does several scales (MDSR). Blank is the model's own."""

    sampler: Annotated[
        Override[Sampler],
        Promoted("n_timestep", "eta"),
        Field(title="Sampler (diffusion models)", json_schema_extra={"options": "sampler_options"}),
        of_diffusion,
    ] = UNCHANGED
    """How a diffusion model gets from noise to the result. Blank is the model's own."""

    schedule: Annotated[
        Override[NoiseSchedule],
        Field(title="Noise schedule (diffusion models)", json_schema_extra={"options": "schedule_options"}),
        advanced,
        of_diffusion,
    ] = UNCHANGED
    """The schedule by whose steps the sampler's are spread over the noise levels that were learnt. Of its options, those that
    the model's schedule has too are the model's unless they are given. Blank leaves it to the sampler, which is best for few
    steps."""

    seed: Annotated[
        int, Field(title="Seed (diffusion models)", ge=0, le=2**31 - 1), advanced, of_diffusion
    ] = 0
    """Another seed gives another of the results that are possible."""

    samples: Annotated[int, Field(title="Samples (diffusion models)", ge=1, le=1000), of_diffusion] = 1
    """How many of the possible results are made, of which the mean is given; time grows with them. The mean of many is
    less sharp and closer to the truth."""

    consistency: Annotated[Literal["on", "off"] | None, Field(title="Consistency"), advanced] = None
    """on: each result is corrected, by as little as that takes, until it would give the low-resolution raster if it were
    degraded as in the training. Blank: on for diffusion and adversarial models, off for others."""

    tile_size: Annotated[
        int | None, Field(title="Tile size (low-resolution pixels)", ge=16, le=8192), advanced
    ] = None
    """Width and height of the part computed at once, in pixels of the low-resolution raster. It changes memory use and speed,
    and the result only of diffusion models, slightly. Blank chooses by the network's memory need, or takes the size a
    diffusion model learnt from."""

    batch_size: Annotated[int | None, Field(title="Batch size (tiles)", ge=1, le=256), advanced] = None
    """Tiles computed together. More can be faster on a graphics card and needs more memory. Blank is one, or with a
    diffusion model as many as fit."""

    device: Annotated[Device, Field(title="Device"), advanced] = "auto"
    """Where to compute: auto takes a graphics card if there is one."""

    output: Annotated[RasterOut, Field(title="Super-resolved raster")]
    """Cloud-optimised GeoTIFF."""

    output_uncertainty: Annotated[RasterOfSpread | None, Field(title="Uncertainty"), of_diffusion] = None
    """Of a diffusion model, with SAMPLES of 2 or more: how far the samples differ in each pixel, as their standard
    deviation in units of the raster's pixels."""

    def run(self) -> Generator[Progress | Log, None, Result]:
        refuse_overwriting(self.output, self.input, self.model)
        device = resolve(self.device)
        package = ModelPackage.load(self.model, device, self.scale)
        info, scale = package.info, package.net.scale
        consistency = self._consistency(package)
        model = self._model(package, consistency)
        yield used(self.device, device, package.device)
        with open_raster(self.input, self.bands) as whole, ExitStack() as files:
            raster = matched(whole, info.bands, by_name=not self.bands)
            if raster.bands != whole.bands:
                yield Log("Bands {bands} are those the model names.", bands=", ".join(map(str, raster.bands)))
            radiometry = radiometry_of(raster, info, self.gain, self.offset)
            if info.dtype is None:
                yield Log(
                    "Pixel values × {gain} are taken for physical values, where 1 is white: set GAIN if they are not.",
                    gain=", ".join(f"{gain:g}" for gain in dict.fromkeys(radiometry.gain)),
                )
            window = window_of(self.extent, raster)
            layout = finer_layout(raster, window, scale, **provenance(self, package))
            height, width = layout.box.shape
            yield Log(
                "{width} × {height} pixels in, {width_out} × {height_out} out.",
                width=window.width,
                height=window.height,
                width_out=width,
                height_out=height,
            )
            writer = files.enter_context(cog_writer(self.output, layout))
            writers = [writer]
            if isinstance(model, Sampled):
                if self.output_uncertainty:
                    writers.append(
                        files.enter_context(cog_writer(self.output_uncertainty, of_floats(layout)))
                    )
                yield from self._sample(model, raster, radiometry, window, writers)
            else:
                yield from self._convolve(model, raster, radiometry, window, writer)
            left = None
            if consistency:
                writer.close()
                left = yield from part(
                    self._compared(writer.raw, raster, radiometry, window, consistency), COMPUTING, COMPARING
                )
            for number, each in enumerate(writers):
                if left is not None:
                    each.close()
                    each.note(FINER_RESIDUAL=f"{left:.4g} %")
                for share in each.finish():
                    yield Progress(
                        COMPARING + (1 - COMPARING) * (number + share) / len(writers),
                        "Compressing and building overviews",
                    )
        return self.Result(width=width, height=height, residual=left)

    def _compared(
        self,
        result: Path,
        raster: Raster,
        radiometry: Radiometry,
        window: Window,
        consistency: Consistency,
    ) -> Generator[Progress | Log, None, float | None]:
        """How far the result degrades to something else than the raster, in percent."""
        work = residual(result, raster, radiometry, window, consistency)
        while True:
            try:
                yield Progress(next(work), "Comparing with the low-resolution raster")
            except StopIteration as finished:
                share: float | None = finished.value
                break
        if share is None:
            return None
        yield Log(
            "Degraded again, the result differs from the raster by {percent:.2f} %.", percent=100 * share
        )
        return 100 * share

    def _convolve(
        self, net: Net, raster: Raster, radiometry: Radiometry, window: Window, writer: CogWriter
    ) -> Iterator[Progress]:
        """Run a network that gives its result at once."""
        total = window.width * window.height
        for done in ConvolutionalTiling(net, radiometry, self.tile_size, self.batch_size or 1).run(
            raster, window, writer
        ):
            yield Progress(
                COMPUTING * done / total,
                "{done:.2f} of {total:.2f} megapixels",
                done=done / 1e6,
                total=total / 1e6,
            )

    def _sample(
        self,
        model: Sampled,
        raster: Raster,
        radiometry: Radiometry,
        window: Window,
        writers: Sequence[CogWriter],
    ) -> Iterator[Progress | Log]:
        """Run a diffusion model."""
        yield model.description(window, raster.dataset.shape)
        total = model.work(window, raster.dataset.shape)
        for done in model.run(raster, radiometry, window, *writers):
            yield from model.news()
            yield Progress(
                COMPUTING * done / total, "{done} of {total} tiles, over all steps", done=done, total=total
            )

    def _model(self, package: ModelPackage, consistency: Consistency | None) -> Net | Sampled:
        """The package's model as this job asks for it.

        Raises:
            BadInput: sampling is asked for, and it is no diffusion model; or the sampler cannot do what is asked.
        """
        if package.sampling and isinstance(package.net, DiffusionNet):
            if self.output_uncertainty and self.samples < 2:
                raise BadInput(
                    "OUTPUT_UNCERTAINTY says how samples differ: set SAMPLES to 2 or more, or leave it blank."
                )
            return sampled(
                package.net,
                package.sampling.with_overrides(self.sampler, self.schedule),
                seed=self.seed,
                samples=self.samples,
                consistency=consistency,
                tile_size=self.tile_size,
                batch_size=self.batch_size,
            )
        asked = (
            self.sampler.parameter,
            self.schedule.parameter,
            self.output_uncertainty and "OUTPUT_UNCERTAINTY",
            "SAMPLES" if self.samples > 1 else None,
        )
        for name in filter(None, asked):
            raise BadInput(
                "{model} is no diffusion model and always gives the same result: leave {name} blank.",
                model=Path(self.model).name,
                name=name,
            )
        return usable(package.net, None, consistency)

    def _consistency(self, package: ModelPackage) -> Consistency | None:
        """What results are held to.

        Raises:
            BadInput: it is asked for, and the model does not say how its low-resolution images came about.
        """
        info, scale = package.info, package.net.scale
        if self.consistency == "on":
            return Consistency.required(info.degradation, scale)
        if self.consistency is None and info.consistency:
            return Consistency.of(info.degradation, scale)
        return None
