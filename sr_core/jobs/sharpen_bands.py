"""Gives the coarse bands of a scene the detail of its fine ones, by a network that learns it from the scene itself."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import Field

from ..atomic_write import atomic_write, working_folder
from ..block_processing.preparation import LEARNT_FOLDER, hold_prepared, keep, prepare_blocks, remove_prepared
from ..datasets.tileset import TileSet
from ..degradations import Degradation
from ..evaluation.tile_scores import compare_all, summarize
from ..i18n import say
from ..metrics.metric_format import format_metrics
from ..package.srpk import ModelPackage
from ..parameter_types import (
    Bands,
    Device,
    Extent,
    GuideBands,
    HtmlOut,
    MosaicOut,
    Numbers,
    PackageIn,
    PackageOut,
    RasterIn,
    Threads,
    advanced,
)
from ..progress import run_part, without_foreign_advice
from ..raster.validity import NODATA
from ..reports.sharpening_report import SharpeningScores, render_sharpening_report
from ..schema import Config
from . import Job, Log, Progress
from ._block_fields import BLOCK_FIELDS, BlockChoices, BlockScheduler, BlockSize, BlockWorkers, Part
from ._fusion_training import TILES, FusionTask, cut_wald_tiles, learn_fusion
from .classify_pixels import ClassifyPixels

LEARNT, MEASURED = 0.75, 0.8
"""Shares of the progress at which the network has learnt, was measured, and has computed the result; the page follows."""

MODEL = "model.srpk"
"""Name of the model that was learnt, while it is kept for the run."""

OF_NO_RESULT = {"device", "threads", *BLOCK_FIELDS, "output", "output_model", "output_html"}
"""Fields that change neither model nor block, or that the run in blocks settles."""


class SharpenBands(Job):
    """Sharpen coarse bands.

    Gives the coarse bands of a scene the pixel size of its fine ones: Sentinel-2's 20 m bands by those of 10 m,
    Landsat's 30 m bands by the panchromatic one, thermal bands by visible ones.

    A small network is trained on the scene itself: both rasters are made coarser, so that the original coarse bands are
    the truth (Wald et al. 1997), and the trained network is applied to the original rasters. Its accuracy is measured
    on held-out parts of the scene and compared with bicubic resampling and pansharpening.
    """

    complete_engine: ClassVar = True
    tags: ClassVar = (
        "pansharpen", "fusion", "sharpen", "Sentinel-2", "Landsat", "thermal", "red edge", "SWIR", "20 m", "10 m",
        "super-resolution", "Wald", "downscale",
    )  # fmt: skip

    class Result(Config):
        """Size of the result, and how well it does one scale coarser, where the truth is known."""

        width: Annotated[int, Field(title="Width (pixels)")]
        """Columns of the sharpened raster."""
        height: Annotated[int, Field(title="Height (pixels)")]
        """Rows of the sharpened raster."""
        ergas: Annotated[float | None, Field(title="ERGAS of the model")] = None
        """Relative error over all bands on held-out parts of the scene; 0 is perfect. Blank where a model is given and no
        report is asked for."""
        pansharpening_ergas: Annotated[float | None, Field(title="ERGAS of pansharpening")] = None
        """What pansharpening (rcs) reaches there, each band with the band of the guide that suits it best."""
        bicubic_ergas: Annotated[float | None, Field(title="ERGAS of bicubic")] = None
        """What bicubic resampling reaches there."""

    input: Annotated[RasterIn, Field(title="Coarse bands")]
    """The raster to sharpen."""

    guide: Annotated[RasterIn, Field(title="Fine bands (guide)")]
    """A raster of the same place and time with pixels 2, 3 or 4 times as fine."""

    model: Annotated[PackageIn | None, Field(title="SR model")] = None
    """A model that was trained with such a guide, or saved here before. Blank trains one on this scene."""

    minutes: Annotated[float, Field(title="Training time (minutes)", gt=0, le=1440)] = 5.0
    """How long the network is trained. More helps a little; a graphics card gets further in the same time."""

    extent: Annotated[Extent | None, Field(title="Extent")] = None
    """Part to sharpen. Blank sharpens all; the network is trained on all in any case."""

    bands: Annotated[Bands | None, Field(title="Bands"), advanced] = None
    """Coarse bands to sharpen, in this order. Blank uses all of them but a mask (alpha) band."""

    guide_bands: Annotated[GuideBands | None, Field(title="Bands of the guide"), advanced] = None
    """Fine bands to use, in this order. Blank uses all of them but a mask (alpha) band."""

    nodata: Annotated[Numbers | None, NODATA, advanced] = None

    degradation: Annotated[
        Degradation,
        Field(title="Degradation", json_schema_extra={"options": "degradation_options", "advanced": True}),
    ] = Degradation.members["mtf"]()
    """How both rasters are degraded for training: by the blur of their sensor."""

    seed: Annotated[int, Field(title="Seed", ge=0, le=2**31 - 1), advanced] = 0
    """Another seed starts with other weights."""

    device: Annotated[Device, Field(title="Device"), advanced] = "auto"
    """Where to compute: auto takes a graphics card if there is one."""

    threads: Threads = None

    block_size: BlockSize = None

    workers: BlockWorkers = None

    scheduler: BlockScheduler = None

    part: Part = None

    output: Annotated[MosaicOut, Field(title="Sharpened raster")]
    """Cloud-optimised GeoTIFF (.tif). A name ending in .vrt writes a VRT of many GeoTIFFs, in a folder next to it, which also
    keeps the trained model: the same run, started again after it was stopped, does not train again."""

    output_model: Annotated[PackageOut | None, Field(title="Trained model"), advanced] = None
    """The trained model (.srpk), for other scenes of the same sensor and season. Blank: not saved."""

    output_html: Annotated[HtmlOut | None, Field(title="Report")] = None
    """Page with figures next to bicubic resampling and pansharpening, and pictures."""

    def side_files(self) -> tuple[str, ...]:
        return self._blocks.side_files()

    def run(self) -> Generator[Progress | Log, None, Result]:
        self._blocks.check()
        with ExitStack() as files:
            page = files.enter_context(atomic_write(self.output_html)) if self.output_html else None
            kept = (
                files.enter_context(atomic_write(self.output_model))
                if self.output_model and not self.model
                else None
            )
            if self._keeps_model:
                settings = self.model_dump(mode="json", exclude=OF_NO_RESULT)
                inputs = (self.input, self.guide)
                files.enter_context(hold_prepared(self.output, self._blocks.part))
                preparing = prepare_blocks(self.output, settings, inputs, self._blocks.part, self._prepare)
            else:
                preparing = self._prepare(files.enter_context(working_folder(self.output)))
            model, tileset = yield from run_part(preparing, 0, LEARNT)
            if kept:
                kept.write_bytes(model.read_bytes())
            measured = None
            if tileset:
                measured = yield from run_part(self._measure(model, tileset), LEARNT, MEASURED)
            if (
                page and measured
            ):  # before blocks are joined to one file, which removes the tiles with their folder
                yield Progress(MEASURED, "Writing the report")
                page.write_text(render_sharpening_report(measured), encoding="utf-8")
            classify = ClassifyPixels(
                input=self.input,
                guide=self.guide,
                model=str(model),
                bands=self.bands,
                guide_bands=self.guide_bands,
                nodata=self.nodata,
                extent=self.extent,
                device=self.device,
                block_size=self.block_size,
                workers=self.workers,
                scheduler=self.scheduler,
                part=self.part,
                output=self.output,
            )
            sharpening = without_foreign_advice(classify.run(), type(self).model_fields)
            found = yield from run_part(sharpening, MEASURED, 1)
        if self._keeps_model and Path(self.output).exists():  # which the part that finishes last writes
            remove_prepared(self.output, f"{LEARNT_FOLDER}/{TILES}")
        size = {"width": found.width, "height": found.height}
        if measured is None:
            return self.Result(**size)
        return self.Result(
            **size,
            ergas=measured.model.found.model.ergas,
            pansharpening_ergas=measured.pansharpened and measured.pansharpened.model.ergas,
            bicubic_ergas=measured.model.found.bicubic.ergas,
        )

    @property
    def _blocks(self) -> BlockChoices:
        return BlockChoices.of(self, self.output)

    @property
    def _keeps_model(self) -> bool:
        return self._blocks.are_asked_for and not self.model

    def _prepare(self, folder: Path) -> Generator[Progress | Log, None, tuple[Path, TileSet | None]]:
        """Return the model, learnt in a folder unless it is given or there, and the tiles it can be measured on."""
        task = FusionTask(
            self.input, self.guide, self.bands, self.guide_bands, self.nodata, degradation=self.degradation
        )
        if self.model:
            if not self.output_html:
                return Path(self.model), None
            return Path(self.model), (yield from cut_wald_tiles(task, folder))

        def learn(new: Path) -> Generator[Progress | Log, None, object]:
            return learn_fusion(
                task, new / MODEL, new, type(self), minutes=self.minutes, device=self.device, seed=self.seed
            )

        learnt = yield from keep(folder, LEARNT_FOLDER, learn)
        if (learnt / TILES).exists():
            return learnt / MODEL, TileSet.open(learnt / TILES)
        # Of a run that was done before.
        tileset = (yield from cut_wald_tiles(task, learnt)) if self.output_html else None
        return learnt / MODEL, tileset

    def _measure(self, path: Path, tileset: TileSet) -> Generator[Progress | Log, None, SharpeningScores]:
        """Compare a model with bicubic resampling and pansharpening on the held-out tiles."""
        from ..evaluation.pansharpening_baseline import PansharpeningBaseline
        from ..inference.predictor import build_predictor
        from ..reports.evaluation_report import EvaluatedModel

        package = ModelPackage.load(path)
        predictor = build_predictor(package)
        others: list[PansharpeningBaseline] = []
        guide = tileset.info.guide
        if guide and guide.ratio == tileset.info.scale:
            others.append(PansharpeningBaseline.fit(tileset, "train"))
        scores = yield from compare_all([predictor, *others], tileset, "test")
        found = [summarize("test", each, tileset.info.bands) for each in scores]
        titles = [say("Model"), say("Pansharpening")]
        for title, comparison in zip(titles, found, strict=False):
            yield Log(
                "{model}: PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}",
                model=title,
                **format_metrics(comparison.model),
            )
        yield Log(
            "Bicubic: PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}",
            **format_metrics(found[0].bicubic),
        )
        model = EvaluatedModel(titles[0], package, scores[0], found[0])
        return SharpeningScores(model, tileset, others[0] if others else None, found[1] if others else None)
