"""Super-resolves a raster of any size."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ..atomic_write import followed
from ..block_processing.block_executor import Executor
from ..block_processing.block_run import BlockRun
from ..block_processing.scene_folder_vrt import SceneGroup
from ..cpu_threads import core_limit
from ..device import device_log, vulkan_card
from ..diffusion.samplers import Sampler
from ..diffusion.schedules import NoiseSchedule
from ..errors import SrError
from ..inference.backends.half_precision_choice import Precision, precision_log
from ..inference.guide_matching import require_guide
from ..inference.model_loading import LoadedModel, ModelRequest
from ..inference.predictor import PredictorOptions
from ..inference.result_maps import ResultMaps
from ..inference.super_resolution import COMPUTING, RasterRequest
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
from ..partial_override import UNCHANGED, Override, Promoted
from ..progress import run_part, run_to_end
from ..raster.validity import NODATA
from ..schema import Config
from . import Job, Log, Progress
from ._block_fields import BLOCK_FIELDS, BlockChoices, BlockScheduler, BlockSize, BlockWorkers, Part
from ._grid_run_plan import OF_NO_BLOCK, GridRun, OnTargetGrid, choose_runs, list_side_files, plan_runs
from ._grid_runs import run_on_grids
from ._raster_folder_input import group_rasters
from ._result_map_fields import ConsistencyMap, Coverage, ErrorMap
from ._scene_search_input import QUESTION, RasterOrSearch

FETCHED = 0.1
"""Share of the progress at which the scene of a search is fetched."""
OF_NO_RESULT = {"model", "device", "threads", "coverage", "timeout", *BLOCK_FIELDS, *OF_NO_BLOCK}
"""Fields that change no block, or that its run settles in another way."""


class ClassifyPixels(OnTargetGrid, RasterOrSearch, Job):
    """Classify pixels with SR model.

    Super-resolves a raster with a trained model: each pixel becomes scale × scale finer ones.

    The result has the input's coordinate system, data type, nodata and colours. It has no seams, and memory use does
    not grow with the raster. Nodata stays nodata.

    In place of a raster, a STAC catalogue can be searched by "Extent" and "Dates".
    """

    tags: ClassVar = (
        "super-resolution", "upscale", "enhance", "sharpen", "pansharpen", "resample", "finer", "zoom",
        "deep learning", "inference", "predict",
    )  # fmt: skip

    questions: ClassVar = (QUESTION,)

    class Result(Config):
        """Size of the result."""

        width: Annotated[int, Field(title="Width (pixels)")]
        """Columns of the super-resolved raster."""
        height: Annotated[int, Field(title="Height (pixels)")]
        """Rows of the super-resolved raster."""
        residual: Annotated[float | None, Field(title="Residual (%)")] = None
        """Difference between the result, degraded as in training, and the low-resolution raster: root mean square in
        percent of the raster's standard deviation. Blank without consistency."""
        bands_used: Annotated[str, Field(title="Bands used")] = ""
        """Numbers of the bands given to the model, in its order."""

    model: Annotated[PackageIn, Field(title="SR model")]
    """Model package (.srpk) from "Train SR model"."""

    guide: Annotated[RasterIn | None, Field(title="Guide (for models that take one)"), of_guided] = None
    """A second raster of the same place, for a model that was trained with a guide: finer bands, or another date. The
    result is nodata where the guide is."""

    extent: Annotated[Extent | None, Field(title="Extent")] = None
    """Part of the raster to super-resolve. Blank uses all of it."""

    bands: Annotated[Bands | None, Field(title="Bands"), advanced] = None
    """Bands of the raster in the order the model expects. Blank finds them by name, colour and wavelength or, if these
    do not identify them, uses all bands when their number matches."""

    guide_bands: Annotated[GuideBands | None, Field(title="Bands of the guide"), advanced, of_guided] = None
    """Bands of the guide in the order the model expects. Blank finds them by name or, if the names do not
    identify them, uses all bands when their number matches."""

    gain: Annotated[Numbers | None, Field(title="Gain"), advanced] = None
    """Pixel value × gain + offset = the physical value the model was trained on. One number, or one for each band.
    Blank uses the scale that the raster declares, or else the model's own. Set it if neither is right for this raster."""

    offset: Annotated[Numbers | None, Field(title="Offset"), advanced] = None
    """Added after the gain, in physical units. One number, or one for each band. Blank uses the offset that the raster
    declares, or else the model's own."""

    nodata: Annotated[Numbers | None, NODATA, advanced] = None

    scale: Annotated[Scale | None, Field(title="Scale"), advanced, of_several_scales] = None
    """How many times finer the result is, for models with several scales (MDSR, CARN). Blank: the model's own scale."""

    sampler: Annotated[
        Override[Sampler],
        Promoted("n_timestep", "eta"),
        Field(title="Sampler (diffusion models)", json_schema_extra={"options": "sampler_options"}),
        of_diffusion,
    ] = UNCHANGED
    """How a diffusion model gets from noise to the result. Blank: the model's own."""

    schedule: Annotated[
        Override[NoiseSchedule],
        Field(title="Noise schedule (diffusion models)", json_schema_extra={"options": "schedule_options"}),
        advanced,
        of_diffusion,
    ] = UNCHANGED
    """Spreads the sampler's steps over the noise levels of training. Options that the model's own schedule also has
    keep its values unless they are set. Blank leaves this to the sampler, which is best for few steps."""

    seed: Annotated[
        int, Field(title="Seed (diffusion models)", ge=0, le=2**31 - 1), advanced, of_diffusion
    ] = 0
    """Another seed gives another possible result."""

    samples: Annotated[int, Field(title="Samples (diffusion models)", ge=1, le=1000), of_diffusion] = 1
    """Number of results that are computed and averaged. The mean of many is less sharp and closer
    to the truth."""

    consistency: Annotated[Literal["on", "off"] | None, Field(title="Consistency"), advanced] = None
    """on: corrects each result as little as possible so that, degraded as in training, it matches the low-resolution
    raster. Blank: on for diffusion and adversarial models, off for others."""

    tile_size: Annotated[
        int | None, Field(title="Tile size (low-resolution pixels)", ge=16, le=8192), advanced
    ] = None
    """Width and height of the tiles computed at a time. Affects memory use and speed, and slightly the result: of
    diffusion models, and without EXACT by the rounding of a few values. Blank: chosen by memory need, or the size that
    a diffusion model was trained on."""

    exact: Annotated[bool, Field(title="Exact"), advanced] = False
    """Reads around each tile the network's whole receptive field. Otherwise the part that changes results by less than
    half a pixel value step is left out: much faster with deep networks, but near tile borders a few values may be
    rounded the other way."""

    batch_size: Annotated[int | None, Field(title="Batch size (tiles)", ge=1, le=256), advanced] = None
    """Tiles computed together. More can be faster on a graphics card and needs more memory. Blank: one, or for
    diffusion models as many as fit."""

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
    """Cloud-optimised GeoTIFF (.tif). A name ending in .vrt writes a VRT of many GeoTIFFs, in a folder next to it, for
    results too large for one file. s3://bucket/name.tif writes to object storage."""

    output_uncertainty: Annotated[RasterOfSpread | None, Field(title="Uncertainty"), of_diffusion] = None
    """For diffusion models with SAMPLES of 2 or more: standard deviation of the samples in each pixel, in units of the
    raster's pixel values."""

    output_error: ErrorMap = None

    output_consistency: ConsistencyMap = None

    def side_files(self) -> tuple[str, ...]:
        return list_side_files(self, plan_runs(self, self._groups), self._outputs)

    def libraries(self) -> tuple[str, ...]:
        try:
            return () if self._array_model else ("torch",)
        except SrError:  # `run` says what is wrong
            return ()

    def run(self) -> Generator[Progress | Log, None, Result]:
        self.require_input(self.extent, self.output, self.part)
        runs = yield from choose_runs(self, plan_runs(self, self._groups))
        with self._blocks.open_executor(calls=len(runs) or 1) as executor:
            model = self._array_model or self._request.load()
            require_guide(model.package.info, self.guide, model.package.name)
            if runs:
                return (yield from run_on_grids(self, runs, lambda job, run: job._run(model, executor, run)))
            return (yield from self._run(model, executor))

    def _run(
        self, model: LoadedModel, executor: Executor, run: GridRun | None = None
    ) -> Generator[Progress | Log, None, Result]:
        """Super-resolve the input, or its rasters of one grid."""
        scenes = run.group if run else next(iter(self._groups), None)
        with ExitStack() as files:
            fetched = 0 if self.input else FETCHED
            wanted = model.package.info.bands, model.predictor.halo
            finding = self.find_raster(
                self.extent, self.output, *wanted, files, in_blocks=self._is_in_blocks, scenes=scenes
            )
            path = yield from run_part(finding, 0, fetched)
            computing = self._super_resolve(self._raster(path), model, executor, files)
            return (yield from run_part(computing, fetched, 1))

    def _super_resolve(
        self, raster: RasterRequest, model: LoadedModel, executor: Executor, files: ExitStack
    ) -> Generator[Progress | Log, None, Result]:
        """Super-resolve a raster; `files` closes what is opened."""
        maps = ResultMaps(self.output_error, self.coverage, self.output_consistency)
        outputs, takes_spread = self._outputs, maps.take_spread(model)
        tags = model.predictor.tags
        yield device_log(self.device, model.device, model.predictor.device, tags.get("FINER_DEVICE"))
        yield from precision_log(self.precision, tags)
        if takes_spread and len(outputs) == 1:
            outputs.append(maps.open_spread(files, in_blocks=self._is_in_blocks))
        ready = yield from raster.open(self._request, model, files)
        height, width = ready.profile.box.shape
        size = {"width": ready.window.width, "height": ready.window.height}
        out = {"width_out": width, "height_out": height}
        yield Log("{width} × {height} pixels in, {width_out} × {height_out} out.", **size, **out)
        computed = COMPUTING if maps else 1
        if self._is_in_blocks:
            running = self._block_run(raster).run(ready, model, executor)
            complete = yield from run_part(running, 0, computed)
            residual, written = None, [followed(path) for path in outputs]
        else:
            residual, written = yield from run_part(ready.write(outputs, files), 0, computed)
            complete = True
        if complete:
            if maps.consistency and self._is_in_blocks and raster.path == self.input:
                # The signature that INPUT was opened with may have run out since then.
                ready = run_to_end(raster.open(self._request, model, files, measures=False))
            yield from run_part(maps.write(ready, *written), computed, 1)
        bands_used = ",".join(map(str, ready.raster.bands))
        return self.Result(width=width, height=height, residual=residual, bands_used=bands_used)

    @property
    def _outputs(self) -> list[str]:
        return [path for path in (self.output, self.output_uncertainty) if path]

    @cached_property
    def _groups(self) -> list[SceneGroup]:
        return group_rasters(self.input, self.results)

    @property
    def _blocks(self) -> BlockChoices:
        return BlockChoices.of(self, *self._outputs)

    @property
    def _is_in_blocks(self) -> bool:
        return self._blocks.are_asked_for or os.path.isdir(self.input or "")

    def _block_run(self, raster: RasterRequest) -> BlockRun:
        settings = self.model_dump(mode="json", exclude=OF_NO_RESULT)
        settings["input"] = self.input or Path(raster.path).name
        blocks = self._blocks
        return BlockRun(self._outputs, raster, self._request, settings, blocks.side, blocks.part)

    def _raster(self, path: str) -> RasterRequest:
        guide, extent = (self.guide, self.guide_bands), self.extent
        asked = RasterRequest(path, self.bands, self.nodata, *guide, extent, self.gain, self.offset)
        return self.add_scene_tags(asked)

    @property
    def _request(self) -> ModelRequest:
        options = PredictorOptions(
            tile_size=self.tile_size,
            batch_size=self.batch_size,
            seed=self.seed,
            samples=self.samples,
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
