"""What a training comes to: the model measured on tiles it has not learnt from, and the card that says so."""

from __future__ import annotations

import time
from collections.abc import Generator, Mapping
from dataclasses import dataclass, replace

import torch
from pydantic import JsonValue

from ..datasets.summary import DataSummary
from ..datasets.tileset import Split, TileSet
from ..device import describe, hardware, hardware_facts, in_words
from ..evaluation.pictures import thumbnail
from ..evaluation.tile_scores import compare, median, summary
from ..i18n import say
from ..inference.predictor import build_predictor
from ..package.srpk import ModelPackage
from ..progress import Progress
from ..reports.evaluation_report import Subject, report


@dataclass(frozen=True)
class Conclusion:
    """A package with a complete card, and what was found out on the way."""

    package: ModelPackage
    subject: Subject
    split: Split
    """That it was measured on: test, or val where there are no test tiles."""
    seconds: float
    """That measuring took."""

    def page(self, tileset: TileSet, device: torch.device) -> str:
        """The report of the training."""
        return report([self.subject], tileset, self.split, measured_on(device, self.seconds))


def conclude(
    package: ModelPackage, name: str, tileset: TileSet, licence: str, training: Mapping[str, JsonValue]
) -> Generator[Progress, None, Conclusion]:
    """Measure a trained model and write its card; `training` is what is to be told of how it was trained.

    Raises:
        BadInput: no tile has a valid pixel, or they are too small to be measured.
    """
    split: Split = "test" if tileset.names("test") else "val"
    net, began = build_predictor(package), time.monotonic()
    scores = yield from compare(net, tileset, split)
    found = summary(split, scores, tileset.info.bands)
    info = package.info.model_copy(
        update={
            "metrics": found,
            "licence": licence,
            "data": DataSummary.of(tileset),
            "training": {**training, "hardware": dict(hardware())},
        }
    )
    picture = thumbnail(net, tileset, split, median(scores).name)
    complete = replace(package, info=info, thumbnail=picture)
    return Conclusion(complete, Subject(name, complete, scores, found), split, time.monotonic() - began)


def measured_on(device: torch.device, seconds: float) -> dict[str, str]:
    """What a report says of the measuring itself."""
    return {
        say("Measured on"): in_words(describe(device)),
        **hardware_facts(hardware()),
        say("Measuring took"): say("{seconds:.3g} s", seconds=seconds),
    }
