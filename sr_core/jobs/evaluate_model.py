"""Measures a model against bicubic on held-out tiles."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from ..atomic_write import atomic_write
from ..datasets.splits import Split
from ..datasets.tileset import TilePair, TileSet
from ..datasets.tileset_pair_agreement import check_pairs
from ..device import device_log, resolve, vulkan_card
from ..evaluation.error_calibration import ErrorSamples, cross_validate
from ..evaluation.error_pictures import TileErrorMapper
from ..evaluation.tile_scores import TileScores, UpscaledTile, compare_all, summarize
from ..inference.backends.half_precision_choice import Precision, precision_log
from ..inference.predictor import PredictorOptions, build_predictor
from ..metrics.bicubic_comparison import Comparison
from ..metrics.metric_format import SHARES, format_metrics
from ..package.error_table import DEFAULT, LOWEST, SAMPLER_TAG, ErrorTable
from ..package.srpk import ModelPackage, copy_with_error_tables
from ..parameter_types import (
    FolderIn,
    HtmlOut,
    PackageCopyOut,
    PackageIn,
    PackagesIn,
    PredictionDevice,
    Threads,
    advanced,
    of_diffusion,
)
from ..progress import run_part
from ..reports.evaluation_report import EvaluatedModel, render_report
from ..schema import Config
from ..training.final_evaluation import measurement_facts
from . import Job, Log, Progress
from ._tileset_matching import ModelOnTiles, fit_to_tiles

if TYPE_CHECKING:
    import torch

OPENING = 0.05
"""Share of the work that is finding out about tiles that another program has laid out."""

MEASURING, MEASURED = 0.93, 0.95
"""Shares of the work at which tiles, and flat fields too, are measured; the rest is the report."""


class EvaluateModel(Job):
    """Evaluate SR model.

    Compares one model or several with bicubic resampling on tiles whose high-resolution truth is known.

    The metrics are means over tiles, without the outermost pixels. The report adds confidence intervals, learning
    curves and pictures: low resolution, bicubic, super-resolved, truth.
    """

    complete_engine: ClassVar = True
    tags: ClassVar = (
        "super-resolution", "accuracy", "quality", "PSNR", "SSIM", "SAM", "ERGAS", "hallucination", "compare",
        "report", "validate",
    )  # fmt: skip

    class Result(Config):
        """Figures of model and bicubic."""

        psnr: Annotated[float, Field(title="PSNR of the model (dB)")]
        """Peak signal-to-noise ratio; higher is better."""
        ssim: Annotated[float | None, Field(title="SSIM of the model")]
        """Structural similarity; 1 is perfect."""
        sam: Annotated[float | None, Field(title="SAM of the model (°)")]
        """Spectral angle between result and truth; 0 is perfect. Needs two bands or more."""
        ergas: Annotated[float | None, Field(title="ERGAS of the model")]
        """Relative error over all bands (Wald 2000); 0 is perfect."""
        bicubic_psnr: Annotated[float, Field(title="PSNR of bicubic (dB)")]
        """On the same tiles."""
        bicubic_ssim: Annotated[float | None, Field(title="SSIM of bicubic")]
        """On the same tiles."""
        bicubic_sam: Annotated[float | None, Field(title="SAM of bicubic (°)")]
        """On the same tiles."""
        bicubic_ergas: Annotated[float | None, Field(title="ERGAS of bicubic")]
        """On the same tiles."""
        l1: Annotated[float | None, Field(title="L1 of the model")] = None
        """Mean absolute error in physical units; 0 is perfect."""
        l2: Annotated[float | None, Field(title="L2 of the model")] = None
        """Mean squared error in squared physical units; 0 is perfect."""
        improvement: Annotated[float | None, Field(title="Improvement of the model")] = None
        """Share of the relevant detail that is shown correctly (Aybar et al. 2024); 1 is perfect."""
        omission: Annotated[float | None, Field(title="Omission of the model")] = None
        """Share of the relevant detail that is missing; 0 is perfect."""
        hallucination: Annotated[float | None, Field(title="Hallucination of the model")] = None
        """Share of the relevant detail that is invented; 0 is perfect."""
        bicubic_l1: Annotated[float | None, Field(title="L1 of bicubic")] = None
        """On the same tiles."""
        bicubic_l2: Annotated[float | None, Field(title="L2 of bicubic")] = None
        """On the same tiles."""
        bicubic_improvement: Annotated[float | None, Field(title="Improvement of bicubic")] = None
        """On the same tiles."""
        bicubic_omission: Annotated[float | None, Field(title="Omission of bicubic")] = None
        """On the same tiles."""
        bicubic_hallucination: Annotated[float | None, Field(title="Hallucination of bicubic")] = None
        """On the same tiles."""
        psnr_gain_low: Annotated[float | None, Field(title="Gain in PSNR at least (dB)")] = None
        """Lower end of the 95 % confidence interval of the model's gain over bicubic; above 0 the gain is significant."""
        psnr_gain_high: Annotated[float | None, Field(title="Gain in PSNR at most (dB)")] = None
        """Upper end of that interval."""
        fixed_pattern: Annotated[float | None, Field(title="Fixed pattern of the model")] = None
        """Largest difference between neighbouring pixels that the model produces on a uniform field, as a share of the
        value range; 0 is perfect, below 0.004 (1 of 255) is invisible."""
        coverage: Annotated[float | None, Field(title="Coverage reached (%)")] = None
        """Percentage of the pixels in which the truth lies within the error map at a COVERAGE of 90 %; blank if the
        model is not calibrated."""

    model: Annotated[PackageIn, Field(title="SR model")]
    """Model package (.srpk) to measure."""

    compare_with: Annotated[PackagesIn | None, Field(title="Further SR models")] = None
    """Model packages (.srpk) of the same scale and bands to show beside the first, on the same tiles."""

    tiles: Annotated[FolderIn, Field(title="Tile set")]
    """Folder written by "Export SR training tiles", or by ArcGIS' Export Tiles from two rasters, or any folder of image
    pairs with matching names, such as lr/a.tif and hr/a.tif, or a_lr.png and a_hr.png."""

    split: Annotated[Split, Field(title="Split")] = "test"
    """Tiles to evaluate on. Only test tiles were not used in training."""

    samples: Annotated[
        int, Field(title="Samples (diffusion models)", ge=1, le=1000), of_diffusion, advanced
    ] = 1
    """Number of results that are averaged. With 2 or more, CALIBRATE uses their spread, and the error map
    of "Classify pixels with SR model" then needs the same SAMPLES."""

    device: Annotated[PredictionDevice, Field(title="Device"), advanced] = "auto"
    """Where to compute: auto takes an NVIDIA (cuda), Apple (mps) or Intel (xpu) graphics card if PyTorch can use one; vulkan is
    any graphics card, for convolutional models. A number chooses among several cards, from 0."""

    precision: Precision = "exact"

    threads: Threads = None

    calibrate: Annotated[PackageCopyOut | None, Field(title="Calibrated SR model")] = None
    """Copy of the first model (.srpk), calibrated on these tiles, so that "Classify pixels with SR model" can write
    an error map. Use tiles like your rasters that the model was not trained on: at least 9, better 100."""

    output_html: Annotated[HtmlOut, Field(title="Evaluation report")]
    """Self-contained page with figures and pictures."""

    def run(self) -> Generator[Progress | Log, None, Result]:
        device = resolve(self.device)
        paths = list(dict.fromkeys((self.model, *(self.compare_with or ()))))
        packages = [ModelPackage.load(path, device) for path in paths]
        tileset = yield from run_part(TileSet.open_with_progress(self.tiles), 0, OPENING)
        tileset.require(self.split)
        yield from run_part(check_pairs(tileset, (self.split,)), OPENING, OPENING)
        models: list[ModelOnTiles] = []
        for package in packages:
            models.append((yield from self._prepare(package, tileset, device, is_first=not models)))
        samples: list[ErrorSamples] = []
        for model in models:
            samples.append((yield from self._start_samples(model, tileset, is_first=not samples)))
        with ExitStack() as outputs:
            file = outputs.enter_context(atomic_write(self.output_html))
            copy = outputs.enter_context(atomic_write(self.calibrate)) if self.calibrate else None
            began = time.monotonic()
            measured = yield from self._measure(models, samples, tileset)
            yield Progress(MEASURED, "Writing the report")
            tables = [model.table for model in models]
            if copy:
                tables[0] = self._calibrate(models[0], samples[0], tileset.info.scale, copy)
            subjects = [
                EvaluatedModel(
                    name,
                    model.package,
                    scores,
                    comparison,
                    cross_validate(errors.tiles) if copy and model is models[0] else errors.measure(table),
                    TileErrorMapper(table, errors.mean, errors.order) if table else None,
                    model.predictor,
                )
                for name, model, errors, table, (scores, comparison) in zip(
                    _names(paths), models, samples, tables, measured, strict=True
                )
            ]
            first = models[0].predictor
            facts = measurement_facts(first.device, time.monotonic() - began, first.tags.get("FINER_DEVICE"))
            file.write_text(render_report(subjects, tileset, self.split, facts), encoding="utf-8")
        yield from _log_figures(subjects)
        return self._result(subjects[0])

    def _prepare(
        self, package: ModelPackage, tileset: TileSet, device: torch.device, *, is_first: bool
    ) -> Generator[Log, None, ModelOnTiles]:
        """Return a model ready to run on the tiles, and log where it is computed and what does not fit."""
        if tileset.info.scale in package.info.scales:
            package.net.set_scale(tileset.info.scale)
        options = PredictorOptions(
            samples=self.samples if is_first or package.sampling else 1,
            vulkan=vulkan_card(self.device),
            fast=self.precision == "fast",
        )
        predictor = build_predictor(package, options)
        yield device_log(self.device, device, predictor.device, predictor.tags.get("FINER_DEVICE"))
        yield from precision_log(self.precision, predictor.tags)
        return (yield from fit_to_tiles(package, predictor, tileset))

    def _start_samples(
        self, model: ModelOnTiles, tileset: TileSet, *, is_first: bool
    ) -> Generator[Log, None, ErrorSamples]:
        """Return what collects a model's errors, by how far samples differ where its error map is made from that."""
        is_calibrated_now = bool(self.calibrate) and is_first
        of_spread = is_calibrated_now or (model.table is not None and model.table.samples > 1)
        if model.table and of_spread and model.samples == 1 and not is_calibrated_now:
            yield Log(
                "The error map of {model} is made from how far {samples} samples differ: set SAMPLES to {samples} to see whether it "
                "holds.",
                model=model.package.name,
                samples=model.table.samples,
            )
        count = len(tileset.names(self.split))
        return ErrorSamples(
            count, model.package.info.mean, model.band_places, model.samples if of_spread else 1
        )

    def _measure(
        self, models: Sequence[ModelOnTiles], samples: Sequence[ErrorSamples], tileset: TileSet
    ) -> Generator[Progress | Log, None, list[tuple[list[TileScores], Comparison]]]:
        """Return each model's scores, of every tile and together; `samples` collect the errors of each model."""

        def observe(number: int, pair: TilePair, upscaled: UpscaledTile) -> None:
            samples[number].add(pair, upscaled)

        comparing = compare_all([model.predictor for model in models], tileset, self.split, observe)
        scores = yield from run_part(comparing, OPENING, MEASURING)
        patterns: list[float | None] = []
        for model in models:
            patterns.append((yield from run_part(model.measure_fixed_pattern(tileset), MEASURING, MEASURED)))
        for model in models:
            yield from model.predictor.notes
        return [
            (
                tiles,
                summarize(self.split, tiles, tileset.info.bands).model_copy(
                    update={"fixed_pattern": pattern}
                ),
            )
            for tiles, pattern in zip(scores, patterns, strict=True)
        ]

    def _calibrate(self, model: ModelOnTiles, samples: ErrorSamples, scale: int, copy: Path) -> ErrorTable:
        """Return the errors that a model's samples have shown, and write a copy of it that has them."""
        table = samples.calibrate(
            consistency=bool(model.predictor.consistency), sampler=model.predictor.tags.get(SAMPLER_TAG, "")
        )
        copy_with_error_tables(self.model, copy, {**model.package.error_tables, scale: table})
        return table

    def _result(self, subject: EvaluatedModel) -> Result:
        """Return the figures of a model."""
        found = subject.found
        low, high = found.intervals.gain.get("psnr", (None, None))
        return self.Result(
            **found.model.model_dump(),
            **{f"bicubic_{name}": value for name, value in found.bicubic.model_dump().items()},
            psnr_gain_low=low,
            psnr_gain_high=high,
            fixed_pattern=found.fixed_pattern,
            coverage=_coverage(subject),
        )


def _coverage(subject: EvaluatedModel) -> float | None:
    """Return in how many percent of the pixels the truth lies within the error map; None where there is no map."""
    reliability = subject.reliability
    return reliability and 100 * float(reliability.reached[DEFAULT - LOWEST])


def _log_figures(subjects: Sequence[EvaluatedModel]) -> Iterator[Log]:
    """Log the figures of all models; the pattern, bicubic's figures and the coverage are of the first."""
    for each in subjects:
        figures = format_metrics(each.found.model)
        if len(subjects) > 1:
            yield Log(
                "{model}: PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}", model=each.name, **figures
            )
        else:
            yield Log("Model: PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}", **figures)
        if each.found.model.hallucination is not None:
            yield Log(SHARES, **figures)
    found = subjects[0].found
    if found.fixed_pattern is not None:
        yield Log(
            "On flat fields the first model draws a pattern of {share:.2%} of the range of values.",
            share=found.fixed_pattern,
        )
    yield Log(
        "Bicubic: PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}", **format_metrics(found.bicubic)
    )
    coverage = _coverage(subjects[0])
    if coverage is not None:
        yield Log(
            "The truth lies within the error map in {percent:.1f} % of the pixels; {stated} % is stated.",
            percent=coverage,
            stated=DEFAULT,
        )


def _names(paths: Sequence[str]) -> list[str]:
    """Return file names, with their folder's where two are the same."""
    names = [Path(path).name for path in paths]
    return [
        name if names.count(name) == 1 else "/".join(Path(path).absolute().parts[-2:])
        for name, path in zip(names, paths, strict=True)
    ]
