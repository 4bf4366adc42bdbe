"""Super-resolves a raster of any size."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import ExitStack
from functools import cached_property
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ..device import device_log, vulkan_card
from ..diffusion.samplers import Sampler
from ..diffusion.schedules import NoiseSchedule
from ..errors import SrError
from ..inference.backends.half_precision import TAG, Precision, precision_log
from ..inference.band_matching import match_bands
from ..inference.effective_halo import measure_if_worth
from ..inference.guide_matching import match_guide, require_guide
from ..inference.input_matching import (
    build_result_profile,
    build_spread_profile,
    match_radiometry,
    radiometry_log,
)
from ..inference.mean_centring import warn_of_far_values
from ..inference.model_request import LoadedModel, ModelRequest
from ..inference.predictor import PredictorOptions
from ..override import UNCHANGED, Override, Promoted
from ..package.info import PackageInfo
from ..parameter_types import (
    Bands,
    Extent,
    GuideBands,
    Numbers,
    PackageIn,
    PredictionDevice,
    RasterIn,
    RasterOfSpread,
    RasterOut,
    Scale,
    Threads,
    advanced,
    of_diffusion,
    of_guided,
    of_several_scales,
)
from ..progress import run_part
from ..raster.cog import cog_writer
from ..raster.grid import find_window
from ..raster.ground_resolution import are_far, ground_resolution
from ..raster.guided import Guided
from ..raster.io import Raster, open_raster
from ..raster.orientation import log_turn
from ..raster.precision import subtract_middle
from ..raster.radiometry import Radiometry
from ..raster.undeclared_nodata import warn_of_undeclared_nodata
from ..raster.validity import NODATA
from ..schema import Config
from ..threads import core_limit
from . import Job, Log, Progress

COMPUTING, COMPARING = 0.93, 0.96
"""Where in the progress computing ends, and where comparing the result with what it was made from; compression and
overviews follow."""


FAR_PIXELS = (
    "The model was trained on pixels of {trained} m and those of {path} are {here} m: expect results worse than its "
    "metrics."
)


class ClassifyPixels(Job):
    """Classify pixels with SR model.

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
        """Size of the result."""

        width: Annotated[int, Field(title="Width (pixels)")]
        """Columns of the super-resolved raster."""
        height: Annotated[int, Field(title="Height (pixels)")]
        """Rows of the super-resolved raster."""
        residual: Annotated[float | None, Field(title="Residual (%)")] = None
        """How far the result, degraded as in the training, is from the low-resolution raster: the root mean square of the
        difference in percent of the raster's standard deviation. Blank without consistency."""
        bands_used: Annotated[str, Field(title="Bands used")] = ""
        """Numbers of the raster's bands that the model was given, in its order, with commas between them."""

    input: Annotated[RasterIn, Field(title="Low-resolution raster")]
    """The raster to super-resolve, like those the model was trained on."""

    model: Annotated[PackageIn, Field(title="SR model")]
    """Model package (.srpk) from "Train SR model"."""

    guide: Annotated[RasterIn | None, Field(title="Guide (for models that take one)"), of_guided] = None
    """A second raster of the same place, for a model that was trained with a guide: finer bands, or another date. It is
    brought onto the raster's pixels from any coordinate reference system; where it has no data, neither has the result."""

    extent: Annotated[Extent | None, Field(title="Extent")] = None
    """Part of the raster to super-resolve. Blank takes all of it."""

    bands: Annotated[Bands | None, Field(title="Bands"), advanced] = None
    """Bands of the raster in the order the model wants. Blank finds them by their names, colours and wavelengths, or takes all
    of them where these say nothing and they are as many as it wants."""

    guide_bands: Annotated[GuideBands | None, Field(title="Bands of the guide"), advanced, of_guided] = None
    """Which the model is given, in the order it wants. Blank finds them by their names, or takes all of them where these say
    nothing and they are as many as it wants."""

    gain: Annotated[Numbers | None, Field(title="Gain"), advanced] = None
    """Pixel value × gain + offset = the physical value the model was trained on. One number, or one for each band.
    Blank takes the scale that the raster declares, or else the model's own. Set it if neither is right for this raster."""

    offset: Annotated[Numbers | None, Field(title="Offset"), advanced] = None
    """Added after the gain, in physical units. One number, or one for each band. Blank takes the offset that the
    raster declares, or else the model's own."""

    nodata: Annotated[Numbers | None, NODATA, advanced] = None

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
    and the result slightly: of diffusion models, and by the rounding of a few values of others unless EXACT is set. Blank
    chooses by the network's memory need, or takes the size a diffusion model learnt from."""

    exact: Annotated[bool, Field(title="Exact"), advanced] = False
    """Read each tile with all that the network can see around it, so that results are those of the whole raster at once to the
    last digit. Otherwise what changes them by less than half a step of the pixel values, and a ten-thousandth of the range, is
    left out. That is much faster with deep networks (RDN, RRDN), and near borders of tiles a few values can be rounded the
    other way."""

    batch_size: Annotated[int | None, Field(title="Batch size (tiles)", ge=1, le=256), advanced] = None
    """Tiles computed together. More can be faster on a graphics card and needs more memory. Blank is one, or with a
    diffusion model as many as fit."""

    device: Annotated[PredictionDevice, Field(title="Device"), advanced] = "auto"
    """Where to compute: auto takes an NVIDIA (cuda), Apple (mps) or Intel (xpu) graphics card if PyTorch can use one; vulkan is
    any graphics card, for convolutional models. A number chooses among several cards, from 0."""

    precision: Precision = "exact"

    threads: Threads = None

    output: Annotated[RasterOut, Field(title="Super-resolved raster")]
    """Cloud-optimised GeoTIFF."""

    output_uncertainty: Annotated[RasterOfSpread | None, Field(title="Uncertainty"), of_diffusion] = None
    """Of a diffusion model, with SAMPLES of 2 or more: how far the samples differ in each pixel, as their standard
    deviation in units of the raster's pixels."""

    def libraries(self) -> tuple[str, ...]:
        try:
            return () if self._array_model else ("torch",)
        except SrError:  # `run` says what is wrong
            return ()

    def run(self) -> Generator[Progress | Log, None, Result]:
        package, far, predictor, device = self._array_model or self._request.load()
        require_guide(package.info, self.guide, package.name)
        yield device_log(self.device, device, predictor.device, predictor.tags.get("FINER_DEVICE"))
        yield from precision_log(self.precision, predictor.tags)
        with open_raster(self.input, self.bands, nodata=self.nodata) as whole, ExitStack() as files:
            if whole.palette:
                yield whole.palette.log()
            yield from log_turn(whole.dataset)
            raster, radiometry = yield from self._match(whole, package.info)
            source: Raster | Guided = raster
            if self.guide and package.info.guide:
                source, meaning = yield from match_guide(
                    raster, self.guide, self.guide_bands, package.info.guide, self.nodata, files
                )
                radiometry = radiometry.followed_by(meaning)
            radiometry = subtract_middle(radiometry, far) if far else radiometry
            window = find_window(self.extent, raster)
            yield from warn_of_undeclared_nodata(raster, window)
            yield from warn_of_far_values(source, window, radiometry)
            if not self.exact:
                unmeasured, shape = package, tuple(raster.box.shape)
                measuring = measure_if_worth(
                    package, self.model, predictor, window, shape, self._request.options
                )
                package = yield from run_part(measuring, 0, 0)
                predictor = predictor if package is unmeasured else self._request.build(package)
            profile = build_result_profile(source, window, package, predictor)
            height, width = profile.box.shape
            yield Log(
                "{width} × {height} pixels in, {width_out} × {height_out} out.",
                width=window.width,
                height=window.height,
                width_out=width,
                height_out=height,
            )
            writers = [files.enter_context(cog_writer(self.output, profile))]
            if self.output_uncertainty:
                spread = build_spread_profile(profile)
                writers.append(files.enter_context(cog_writer(self.output_uncertainty, spread)))
            yield from run_part(predictor.run(source, radiometry, window, *writers), 0, COMPUTING)
            if TAG in profile.tags and TAG not in predictor.tags:
                writers[0].note(**{TAG: "exact"})
            residual = None
            if predictor.consistency:
                from ..inference.consistency_residual import measure_residual

                writers[0].close()
                places = package.info.result_places
                given, meaning = raster.choose(places), radiometry.choose(places)
                share = yield from run_part(
                    measure_residual(writers[0].raw, given, meaning, window, predictor.consistency),
                    COMPUTING,
                    COMPARING,
                )
                residual = None if share is None else 100 * share
            if residual is not None:
                yield Log(
                    "Degraded again, the result differs from the raster by {percent:.2f} %.", percent=residual
                )
                for writer in writers:
                    writer.close()
                    writer.note(FINER_RESIDUAL=f"{residual:.4g} %")
            for number, writer in enumerate(writers):
                for share in writer.finish():
                    yield Progress(
                        COMPARING + (1 - COMPARING) * (number + share) / len(writers),
                        "Compressing and building overviews",
                    )
        bands_used = ",".join(map(str, raster.bands))
        return self.Result(width=width, height=height, residual=residual, bands_used=bands_used)

    @property
    def _request(self) -> ModelRequest:
        options = PredictorOptions(
            self.tile_size,
            self.batch_size,
            self.seed,
            self.samples,
            vulkan=vulkan_card(self.device),
            exact=self.exact,
            fast=self.precision == "fast",
        )
        return ModelRequest(
            self.model,
            self.scale,
            self.device,
            options,
            self.sampler,
            self.schedule,
            uncertainty=self.output_uncertainty is not None,
            consistency=self.consistency,
        )

    @cached_property
    def _array_model(self) -> LoadedModel | None:
        with core_limit(self.threads):
            return self._request.load_arrays()

    def _match(self, whole: Raster, info: PackageInfo) -> Generator[Log, None, tuple[Raster, Radiometry]]:
        """Return the raster with the bands that the model wants, and what its pixel values mean."""
        raster = yield from match_bands(whole, info.bands, by_name=not self.bands)
        trained = info.data.intended_resolution(info.scale) if info.data else None
        here = ground_resolution(raster.profile)
        if are_far(trained, here):
            yield Log(FAR_PIXELS, trained=f"{trained:.3g}", path=raster.name, here=f"{here:.3g}")
        radiometry = match_radiometry(raster, info, self.gain, self.offset)
        yield from radiometry_log(raster, info, radiometry, self.gain, self.offset)
        return raster, radiometry
