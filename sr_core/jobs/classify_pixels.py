"""Super-resolves a raster of any size."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import ExitStack
from functools import cached_property
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ..atomic_write import followed
from ..block_processing.block_run import BlockRun
from ..cpu_threads import core_limit
from ..device import device_log, vulkan_card
from ..diffusion.samplers import Sampler
from ..diffusion.schedules import NoiseSchedule
from ..errors import SrError
from ..inference.backends.half_precision import Precision, precision_log
from ..inference.guide_matching import require_guide
from ..inference.model_loading import LoadedModel, ModelRequest
from ..inference.predictor import PredictorOptions
from ..inference.result_maps import ResultMaps
from ..inference.super_resolution import COMPUTING, RasterRequest, open_super_resolution
from ..override import UNCHANGED, Override, Promoted
from ..parameter_types import (
    Bands,
    Extent,
    GuideBands,
    MosaicOut,
    Numbers,
    PackageIn,
    PredictionDevice,
    RasterIn,
    RasterOfSpread,
    Scale,
    Threads,
    advanced,
    of_diffusion,
    of_guided,
    of_several_scales,
)
from ..progress import Advice, run_part, run_to_end
from ..raster.cog import cog_writer
from ..raster.validity import NODATA
from ..schema import Config
from . import Job, Log, Progress
from ._block_fields import BLOCK_FIELDS, BlockChoices, BlockScheduler, BlockSize, BlockWorkers, Part
from ._raster_folder_input import resolve_raster
from ._result_map_fields import ConsistencyMap, Coverage, ErrorMap

OF_NO_RESULT = {
    "model", "device", "threads", *BLOCK_FIELDS, "output", "output_uncertainty", "output_error", "output_consistency",
    "coverage",
}  # fmt: skip
"""Fields that change no block, or that its run settles in another way."""


class ClassifyPixels(Job):
    """Classify pixels with SR model.

    Super-resolves a raster with a trained model: each pixel becomes scale × scale finer ones.

    The result has the input's coordinate system, data type, nodata and colours. It has no seams, and memory use does
    not grow with the raster. Nodata stays nodata and does not bleed.
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
        """How far the result, degraded as in the training, is from the low-resolution raster: root mean square in
        percent of the raster's standard deviation. Blank without consistency."""
        bands_used: Annotated[str, Field(title="Bands used")] = ""
        """Numbers of the raster's bands that the model was given, in its order."""

    input: Annotated[RasterIn, Field(title="Low-resolution raster")]
    """The raster to super-resolve, like those the model was trained on."""

    model: Annotated[PackageIn, Field(title="SR model")]
    """Model package (.srpk) from "Train SR model"."""

    guide: Annotated[RasterIn | None, Field(title="Guide (for models that take one)"), of_guided] = None
    """A second raster of the same place, for a model that was trained with a guide: finer bands, or another date. Where
    it has no data, neither has the result."""

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
    """Spreads the sampler's steps over the noise levels that were learnt. Of its options, those that the model's
    schedule has too are the model's unless given. Blank leaves it to the sampler, which is best for few steps."""

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
    """Width and height of what is computed at once. It changes memory use and speed, and results slightly: of diffusion
    models, and without EXACT the rounding of a few values of others. Blank: by memory need, or the size that a
    diffusion model learnt from."""

    exact: Annotated[bool, Field(title="Exact"), advanced] = False
    """Read around each tile all that the network can see. Else what changes results by less than half a step of the
    pixel values is left out: much faster with deep networks, though near tile borders a few values may be rounded the
    other way."""

    batch_size: Annotated[int | None, Field(title="Batch size (tiles)", ge=1, le=256), advanced] = None
    """Tiles computed together. More can be faster on a graphics card and needs more memory. Blank is one, or with a
    diffusion model as many as fit."""

    coverage: Coverage = 90

    device: Annotated[PredictionDevice, Field(title="Device"), advanced] = "auto"
    """Where to compute: auto takes an NVIDIA (cuda), Apple (mps) or Intel (xpu) graphics card if PyTorch can use one; vulkan is
    any graphics card, for convolutional models. A number chooses among several cards, from 0."""

    precision: Precision = "exact"

    threads: Threads = None

    block_size: BlockSize = None

    workers: BlockWorkers = None

    scheduler: BlockScheduler = None

    part: Part = None

    output: Annotated[MosaicOut, Field(title="Super-resolved raster")]
    """A cloud-optimised GeoTIFF (.tif). A name that ends in .vrt gives a VRT of many, in a folder beside it, for results
    that are too large for one file. s3://bucket/name.tif and s3://bucket/name.vrt put it into an object store."""

    output_uncertainty: Annotated[RasterOfSpread | None, Field(title="Uncertainty"), of_diffusion] = None
    """Of a diffusion model, with SAMPLES of 2 or more: how far the samples differ in each pixel, as their standard
    deviation in units of the raster's pixels."""

    output_error: ErrorMap = None

    output_consistency: ConsistencyMap = None

    def side_files(self) -> tuple[str, ...]:
        return self._blocks.side_files()

    def libraries(self) -> tuple[str, ...]:
        try:
            return () if self._array_model else ("torch",)
        except SrError:  # `run` says what is wrong
            return ()

    def run(self) -> Generator[Progress | Log, None, Result]:
        executor = self._blocks.executor
        model = self._array_model or self._request.load()
        require_guide(model.package.info, self.guide, model.package.name)
        maps = ResultMaps(self.output_error, self.coverage, self.output_consistency)
        outputs, takes_spread = self._outputs, maps.take_spread(model)
        tags = model.predictor.tags
        yield device_log(self.device, model.device, model.predictor.device, tags.get("FINER_DEVICE"))
        yield from precision_log(self.precision, tags)
        with ExitStack() as files:
            if takes_spread and len(outputs) == 1:
                outputs.append(maps.open_spread(files, in_blocks=self._is_in_blocks))
            ready = yield from open_super_resolution(self._raster, self._request, model, files)
            height, width = ready.profile.box.shape
            size = {"width": ready.window.width, "height": ready.window.height}
            out = {"width_out": width, "height_out": height}
            yield Log("{width} × {height} pixels in, {width_out} × {height_out} out.", **size, **out)
            residual, computed = None, COMPUTING if maps else 1
            if self._is_in_blocks:
                running = self._block_run.run(ready, model, executor)
                complete = yield from run_part(running, 0, computed)
                written = [followed(path) for path in outputs]
            else:
                profiles = ready.profiles(ready.window, spread=len(outputs) > 1)
                writers = [
                    files.enter_context(cog_writer(path, profile))
                    for path, profile in zip(outputs, profiles, strict=True)
                ]
                yield from run_part(ready.compute(writers), 0, computed)
                if writers[0].is_empty:
                    yield Advice(
                        ("extent", "nodata"),
                        "Careful: {path} has no valid pixel there, or the guide has none, so that the result has no data "
                        "anywhere: check EXTENT and NODATA.",
                        path=self.input,
                    )
                residual = yield from run_part(ready.finish(writers), 0, computed)
                complete, written = True, [writer.raw for writer in writers]
            if complete:
                if maps.consistency and self._is_in_blocks:
                    # The signature that the raster was opened with may have run out since then.
                    again = open_super_resolution(self._raster, self._request, model, files, measures=False)
                    ready = run_to_end(again)
                yield from run_part(maps.write(ready, *written), computed, 1)
        bands_used = ",".join(map(str, ready.raster.bands))
        return self.Result(width=width, height=height, residual=residual, bands_used=bands_used)

    @property
    def _outputs(self) -> list[str]:
        return [path for path in (self.output, self.output_uncertainty) if path]

    @property
    def _blocks(self) -> BlockChoices:
        return BlockChoices.of(self, *self._outputs)

    @property
    def _is_in_blocks(self) -> bool:
        return self._blocks.are_asked_for or os.path.isdir(self.input)

    @property
    def _block_run(self) -> BlockRun:
        settings = self.model_dump(mode="json", exclude=OF_NO_RESULT)
        blocks = self._blocks
        return BlockRun(self._outputs, self._raster, self._request, settings, blocks.side, blocks.part)

    @cached_property
    def _raster(self) -> RasterRequest:
        guide, path = (self.guide, self.guide_bands), resolve_raster(self.input, self.output)
        return RasterRequest(path, self.bands, self.nodata, *guide, self.extent, self.gain, self.offset)

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
