"""Training from one image: tiles, a model, and a report on it."""

from __future__ import annotations

from typing import ClassVar

from ..translation import tr
from .steps import StepResult, WorkflowStep, user_values
from .workflow import Workflow

EXPLANATION = """Trains a super-resolution model on one raster: cuts it into pairs of high- and low-resolution tiles,
trains a network on them, and evaluates it, together with bicubic resampling, on tiles that were not used
for training.

The model sharpens rasters that look like this one with pixels that are scale times as large: other places
or days of the same sensor, or those of a coarser sensor. The raster should show a few square kilometres
of varied land. For more settings run "Export SR training tiles" and "Train SR model"."""


class TrainFromOneImage(Workflow):
    """From a raster to a model and its figures."""

    steps: ClassVar = {
        "export": WorkflowStep(
            "export_tiles",
            user_values("INPUT", "EXTENT", "RESOLUTION", "BANDS", "NODATA", "SCALE", "TILE_SIZE", "STRIDE"),
        ),
        "train": WorkflowStep(
            "train_model",
            {
                "TILES": StepResult("export", "OUTPUT"),
                **user_values(
                    "BACKBONE", "BACKBONE_OPTIONS", "SIZE", "EPOCHS", "MINUTES", "PATCH_SIZE", "DEVICE"
                ),
            },
        ),
        "evaluate": WorkflowStep(
            "evaluate_model",
            {
                "TILES": StepResult("export", "OUTPUT"),
                "MODEL": StepResult("train", "OUTPUT"),
                **user_values("DEVICE"),
            },
        ),
    }
    results: ClassVar = {"OUTPUT": "train", "OUTPUT_HTML": "evaluate"}
    required: ClassVar = {"INPUT"}
    keywords: ClassVar = ("super-resolution", "train", "model", "deep learning", "workflow")

    def name(self):
        return "train_from_one_image"

    def displayName(self):
        return tr("Train from one image")

    def shortDescription(self):
        return tr("Trains a super-resolution model on one raster and evaluates it, in one run.")

    def explanation(self):
        return tr(EXPLANATION)
