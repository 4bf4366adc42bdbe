"""Completes a trained model: measures it on tiles it has not learnt from, and writes its card."""

from __future__ import annotations

import time
from collections.abc import Generator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from pydantic import JsonValue

from ..datasets.data_summary import DataSummary
from ..datasets.splits import Split
from ..datasets.tileset import TileSet
from ..device import describe, translate_description
from ..evaluation.error_calibration import calibrate_errors, cross_validate
from ..evaluation.error_pictures import TileErrorMapper
from ..evaluation.fixed_pattern import measure_fixed_pattern
from ..evaluation.tile_pictures import render_thumbnail
from ..evaluation.tile_scores import compare, median_tile, summarize
from ..hardware import describe_hardware, label_hardware
from ..i18n import say
from ..inference.effective_halo import measure_every_scale
from ..inference.predictor import build_predictor
from ..package.srpk import ModelPackage
from ..progress import Log, Progress, run_part
from ..reports.evaluation_report import EvaluatedModel, render_report
from .options import TrainingOptions
from .training_state import TrainingState

HALO, COMPARED = 0.2, 0.7
"""Where in the progress the effective halo is measured, and the tiles are compared; calibrating the errors follows."""


@dataclass(frozen=True)
class FinalEvaluation:
    """A model package with a complete card, and the scores of its tiles."""

    package: ModelPackage
    subject: EvaluatedModel
    split: Split
    """Split on which the model was measured: test, or val where there are no test tiles."""
    seconds: float
    """Seconds that the measuring took."""

    def page(self, tileset: TileSet, device: torch.device) -> str:
        """Return the training report, an HTML page."""
        return render_report([self.subject], tileset, self.split, measurement_facts(device, self.seconds))


def evaluate_final(
    package: ModelPackage, name: str, tileset: TileSet, record: Mapping[str, JsonValue]
) -> Generator[Progress | Log, None, FinalEvaluation]:
    """Measure a trained model on the test tiles, or else the validation tiles, and write its card.

    On the validation tiles it is found out how far its results may be off, where these are enough.

    Args:
        package: The trained model.
        name: What the report calls it.
        tileset: The tiles that it was trained on.
        record: That of `training_record`.

    Raises:
        InputError: No tile has a valid pixel, or they are too small to be measured.
    """
    split: Split = "test" if tileset.names("test") else "val"
    package = yield from run_part(measure_every_scale(package), 0, HALO)
    net, began = build_predictor(package), time.monotonic()
    scores = yield from run_part(compare(net, tileset, split), HALO, COMPARED)
    metrics = summarize(split, scores, tileset.info.bands)
    if package.sampling is None:
        pattern = yield from run_part(measure_fixed_pattern(net, tileset), COMPARED, COMPARED)
        metrics = metrics.model_copy(update={"fixed_pattern": pattern})
    info = package.info.model_copy(
        update={
            "metrics": metrics,
            "data": DataSummary.of(tileset),
            "training": {**record, "hardware": dict(describe_hardware())},
        }
    )
    picture = render_thumbnail(net, tileset, split, median_tile(scores).name)
    calibrating = calibrate_errors(net, info.mean, tileset, "val")
    samples, table = yield from run_part(calibrating, COMPARED, 1)
    tables = {net.scale: table} if table else {}
    complete = replace(package, info=info, thumbnail=picture, error_tables=tables)
    reliability = cross_validate(samples.tiles) if table else None
    calibrated = TileErrorMapper(table, info.mean, range(len(info.bands))) if table else None
    subject = EvaluatedModel(name, complete, scores, metrics, reliability, calibrated, net)
    return FinalEvaluation(complete, subject, split, time.monotonic() - began)


def training_record(
    options: TrainingOptions, tileset: TileSet, device: torch.device, state: TrainingState
) -> dict[str, JsonValue]:
    """Return the record of a training that the model package keeps; its keys are a file format."""
    elsewhere = {"tiles", "backbone", "tensorboard"}
    values = options.model_dump(mode="json", include=set(TrainingOptions.model_fields) - elsewhere)
    if options.minutes is not None:
        values["epochs"] = state.epoch
    for blank in ("minutes", "size"):
        if values[blank] is None:
            del values[blank]
    test, epochs = state.tuned.range_test, state.history
    return {
        "optimisation": {
            "optimiser": values.pop("optimiser"),
            "schedule": values.pop("learning_rate_schedule"),
            "clip_norm": values.pop("clip_norm"),
            "ema": values.pop("ema"),
        },
        **values,
        **state.tuned.model_dump(mode="json", exclude={"range_test", "precision", "plan"}),
        **({"precision": state.tuned.precision} if state.tuned.precision == "bf16-mixed" else {}),
        **({"lr_find": test.model_dump(mode="json")} if test else {}),
        "pretrained": options.pretrained and Path(options.pretrained).name,
        "n_train": len(tileset.names("train")),
        "n_val": len(tileset.names("val")),
        "device": describe(device),
        "seconds": round(state.seconds),
        "best_epoch": state.best + 1,
        "loss": [epoch.loss for epoch in epochs],
        "losses": [dict(epoch.losses) for epoch in epochs],
        "val_psnr": [epoch.psnr for epoch in epochs],
        "val_ssim": [epoch.ssim for epoch in epochs],
        "val_loss": [epoch.val_loss for epoch in epochs],
        "learning_rates": [epoch.learning_rate for epoch in epochs],
        "val_psnr_bicubic": state.bicubic,
    }


def measurement_facts(device: torch.device, seconds: float, name: str | None = None) -> dict[str, str]:
    """Return what a report says of the measuring itself, which took `seconds`; `name` is the device's, if not torch's."""
    return {
        say("Measured on"): name or translate_description(describe(device)),
        **label_hardware(describe_hardware()),
        say("Measuring took"): say("{seconds:.3g} s", seconds=seconds),
    }
