"""Measures a model against bicubic on held-out tiles."""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import Field

from ..atomic_write import atomic_write
from ..datasets.pair_check import check_pairs
from ..datasets.splits import Split
from ..datasets.summary import tiles_ground_resolution
from ..datasets.tileset import TilePair, TileSet
from ..device import device_log, resolve, vulkan_card
from ..errors import InputError
from ..evaluation.error_calibration import ErrorSamples, cross_validate
from ..evaluation.error_pictures import CalibratedBands
from ..evaluation.fixed_pattern import measure_fixed_pattern
from ..evaluation.tile_scores import UpscaledTile, compare_all, summarize
from ..inference.backends.half_precision import Precision, precision_log
from ..inference.band_matching import ReorderedPredictor, match_tiles
from ..inference.guide_matching import describe_guide
from ..inference.predictor import Predictor, PredictorOptions, build_predictor, sample_count
from ..metrics.metric_format import SHARES, format_metrics
from ..package.error_table import DEFAULT, LOWEST, SAMPLER_TAG
from ..package.info import PackageInfo
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
from ..raster.ground_resolution import are_far
from ..raster.space_to_depth import fold_places
from ..reports.evaluation_report import EvaluatedModel, render_report
from ..schema import Config
from ..training.finalize import measurement_facts
from . import Job, Log, Progress

OPENING = 0.05
"""Share of the work that is finding out about tiles that another program has laid out."""

MEASURING, MEASURED = 0.93, 0.95
"""Shares of the work at which tiles, and flat fields too, are measured; the rest is the report."""


class EvaluateModel(Job):
    """Evaluate SR model.

    Compares one model or several with bicubic resampling on tiles whose high-resolution truth is known.

    The figures are means over tiles, with the outermost pixels left out. The page has them with confidence intervals,
    learning curves and pictures: low resolution, bicubic, super-resolved, truth.
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
        """Share of the detail at stake that is shown rightly (Aybar et al. 2024); 1 is perfect."""
        omission: Annotated[float | None, Field(title="Omission of the model")] = None
        """Share of the detail at stake that is missing; 0 is perfect."""
        hallucination: Annotated[float | None, Field(title="Hallucination of the model")] = None
        """Share of the detail at stake that is invented; 0 is perfect."""
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
        """Lower end of the 95 % interval of the model's gain over bicubic; above 0 the model is surely better."""
        psnr_gain_high: Annotated[float | None, Field(title="Gain in PSNR at most (dB)")] = None
        """Upper end of that interval."""
        fixed_pattern: Annotated[float | None, Field(title="Fixed pattern of the model")] = None
        """Largest difference between neighbouring pixels that the model makes of a flat field, as a share of the range of
        values; 0 is perfect, and below 0.004 (1 of 255) nobody sees it."""
        coverage: Annotated[float | None, Field(title="Coverage reached (%)")] = None
        """In how many percent of the pixels the truth lies within the error map at a COVERAGE of 90 %; blank where the model is
        not calibrated."""

    model: Annotated[PackageIn, Field(title="SR model")]
    """Model package (.srpk) to measure."""

    compare_with: Annotated[PackagesIn | None, Field(title="Further SR models")] = None
    """Model packages (.srpk) of the same scale and bands to show beside the first, on the same tiles."""

    tiles: Annotated[FolderIn, Field(title="Tile set")]
    """Folder made by "Export SR training tiles", or by ArcGIS as Export Tiles of two rasters, or any folder of image
    pairs under matching names, such as lr/a.tif and hr/a.tif, or a_lr.png and a_hr.png."""

    split: Annotated[Split, Field(title="Split")] = "test"
    """Which tiles to measure on. Only test tiles played no part in the training."""

    samples: Annotated[
        int, Field(title="Samples (diffusion models)", ge=1, le=1000), of_diffusion, advanced
    ] = 1
    """Of how many possible results the mean is measured. With 2 or more CALIBRATE goes by how far they differ, and OUTPUT_ERROR of
    "Classify pixels with SR model" then takes as many SAMPLES."""

    device: Annotated[PredictionDevice, Field(title="Device"), advanced] = "auto"
    """Where to compute: auto takes an NVIDIA (cuda), Apple (mps) or Intel (xpu) graphics card if PyTorch can use one; vulkan is
    any graphics card, for convolutional models. A number chooses among several cards, from 0."""

    precision: Precision = "exact"

    threads: Threads = None

    calibrate: Annotated[PackageCopyOut | None, Field(title="Calibrated SR model")] = None
    """A copy of the first model (.srpk) that knows from these tiles how far results may be off, for OUTPUT_ERROR of
    "Classify pixels with SR model". Take tiles that it has not learnt from, like your rasters: 9 or more, better
    100."""

    output_html: Annotated[HtmlOut, Field(title="Evaluation report")]
    """Self-contained page with figures and pictures."""

    def run(self) -> Generator[Progress | Log, None, Result]:
        device = resolve(self.device)
        paths = list(dict.fromkeys((self.model, *(self.compare_with or ()))))
        packages = [ModelPackage.load(path, device) for path in paths]
        tileset = yield from run_part(TileSet.open_with_progress(self.tiles), 0, OPENING)
        tileset.require(self.split)
        yield from run_part(check_pairs(tileset, (self.split,)), OPENING, OPENING)
        predictors: list[Predictor] = []
        orders: list[tuple[int, ...]] = []
        notes: list[list[Log]] = []
        for package in packages:
            if tileset.info.scale in package.info.scales:
                package.net.set_scale(tileset.info.scale)
            options = PredictorOptions(
                samples=self.samples if package is packages[0] or package.sampling else 1,
                vulkan=vulkan_card(self.device),
                fast=self.precision == "fast",
            )
            predictor = build_predictor(package, options)
            yield device_log(self.device, device, predictor.device, predictor.tags.get("FINER_DEVICE"))
            yield from precision_log(self.precision, predictor.tags)
            notes.append(predictor.notes)
            fitted, order = yield from self._fitted(predictor, package.info, tileset)
            predictors.append(fitted)
            orders.append(order)
        count, scale = len(tileset.names(self.split)), tileset.info.scale
        tables = [package.error_tables.get(scale) for package in packages]
        samples: list[ErrorSamples] = []
        for package, predictor, order, table in zip(packages, predictors, orders, tables, strict=True):
            drawn = sample_count(predictor)
            is_calibrated_now = bool(self.calibrate) and not samples
            of_spread = is_calibrated_now or (table is not None and table.samples > 1)
            if table and of_spread and drawn == 1 and not is_calibrated_now:
                yield Log(
                    "The error map of {model} is made from how far {samples} samples differ: set SAMPLES to {samples} to see whether it "
                    "holds.",
                    model=package.name,
                    samples=table.samples,
                )
            places = order[: len(package.info.bands)]
            samples.append(ErrorSamples(count, package.info.mean, places, drawn if of_spread else 1))

        def observe(number: int, pair: TilePair, upscaled: UpscaledTile) -> None:
            samples[number].add(pair, upscaled)

        with ExitStack() as outputs:
            file = outputs.enter_context(atomic_write(self.output_html))
            copy = outputs.enter_context(atomic_write(self.calibrate)) if self.calibrate else None
            began = time.monotonic()
            scores = yield from run_part(
                compare_all(predictors, tileset, self.split, observe), OPENING, MEASURING
            )
            patterns = []
            for predictor, package in zip(predictors, packages, strict=True):
                pattern = None
                if package.sampling is None:
                    pattern = yield from run_part(
                        measure_fixed_pattern(predictor, tileset), MEASURING, MEASURED
                    )
                patterns.append(pattern)
            yield from (note for each in notes for note in each)
            yield Progress(MEASURED, "Writing the report")
            found_of = [
                summarize(self.split, tiles, tileset.info.bands).model_copy(update={"fixed_pattern": pattern})
                for tiles, pattern in zip(scores, patterns, strict=True)
            ]
            if copy:
                first = predictors[0]
                tables[0] = new = samples[0].calibrate(
                    consistency=bool(first.consistency), sampler=first.tags.get(SAMPLER_TAG, "")
                )
                copy_with_error_tables(self.model, copy, {**packages[0].error_tables, scale: new})
            reliabilities = [
                cross_validate(each.tiles) if copy and each is samples[0] else each.measure(table)
                for each, table in zip(samples, tables, strict=True)
            ]
            calibrated = [
                table and CalibratedBands(table, each.mean, each.order)
                for each, table in zip(samples, tables, strict=True)
            ]
            parts = (packages, scores, found_of, reliabilities, calibrated, predictors)
            subjects = [EvaluatedModel(*each) for each in zip(_names(paths), *parts, strict=True)]
            took = measurement_facts(
                predictors[0].device, time.monotonic() - began, predictors[0].tags.get("FINER_DEVICE")
            )
            file.write_text(render_report(subjects, tileset, self.split, took), encoding="utf-8")
        for each in subjects:
            if len(subjects) > 1:
                yield Log(
                    "{model}: PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}",
                    model=each.name,
                    **format_metrics(each.found.model),
                )
            else:
                yield Log(
                    "Model: PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}",
                    **format_metrics(each.found.model),
                )
            if each.found.model.hallucination is not None:
                yield Log(SHARES, **format_metrics(each.found.model))
        found = subjects[0].found
        if found.fixed_pattern is not None:
            yield Log(
                "On flat fields the first model draws a pattern of {share:.2%} of the range of values.",
                share=found.fixed_pattern,
            )
        yield Log(
            "Bicubic: PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}", **format_metrics(found.bicubic)
        )
        reliability = subjects[0].reliability
        coverage = reliability and 100 * float(reliability.reached[DEFAULT - LOWEST])
        if coverage is not None:
            yield Log(
                "In {percent:.1f} % of the pixels the truth lies within the error map, of which {stated} % is stated.",
                percent=coverage,
                stated=DEFAULT,
            )
        low, high = found.intervals.gain.get("psnr", (None, None))
        return self.Result(
            **found.model.model_dump(),
            **{f"bicubic_{name}": value for name, value in found.bicubic.model_dump().items()},
            psnr_gain_low=low,
            psnr_gain_high=high,
            fixed_pattern=found.fixed_pattern,
            coverage=coverage,
        )

    def _fitted(
        self, predictor: Predictor, info: PackageInfo, tileset: TileSet
    ) -> Generator[Log, None, tuple[Predictor, tuple[int, ...]]]:
        """Return the model as the tiles' bands want it, with the places of its channels among theirs, and say what does not fit."""
        order = yield from match_tiles(info.bands, tileset.info.bands, tileset.folder)
        guide = tileset.info.guide
        if (info.guide and info.guide.ratio) != (guide and guide.ratio):
            raise InputError(
                "The model takes {model} and the tiles in {folder} have {tiles}: export tiles with the model's GUIDE, or choose "
                "another model.",
                model=describe_guide(info.guide),
                folder=tileset.folder,
                tiles=describe_guide(guide),
            )
        if info.guide and guide:
            places = yield from match_tiles(info.guide.bands, guide.bands, tileset.folder)
            order += fold_places(places, guide.ratio, len(tileset.info.bands))
        trained = info.data.ground_resolution if info.data else None
        here = tiles_ground_resolution(tileset)
        if are_far(trained, here):
            yield Log(
                "The model was trained on pixels of {trained} m and those of the tiles are {here} m: expect results "
                "worse than its metrics.",
                trained=f"{trained:.3g}",
                here=f"{here:.3g}",
            )
        in_order = order == tuple(sorted(order))
        return (predictor if in_order else ReorderedPredictor(predictor, order)), order


def _names(paths: Sequence[str]) -> list[str]:
    """Return file names, with their folder's where two are the same."""
    names = [Path(path).name for path in paths]
    return [
        name if names.count(name) == 1 else "/".join(Path(path).absolute().parts[-2:])
        for name, path in zip(names, paths, strict=True)
    ]
