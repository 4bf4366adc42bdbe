"""Super-resolution with a report on how far to trust the result."""

from __future__ import annotations

from typing import ClassVar

from ..translation import tr
from .steps import FixedValue, ModelDegradation, Scale, StepResult, WorkflowStep, user_values
from .workflow import Workflow

EXPLANATION = """Super-resolves a raster with a trained model, and reports how reliable the result is: the raster is
downsampled by the model's scale, as the images that the model was trained on were, super-resolved again, and
compared with the original, as is bicubic resampling.

This is Wald's protocol. It tests the model at pixels scale times as large as those of the raster and
needs no other data. The report shows metrics and pictures."""


class SuperResolveAndEvaluate(Workflow):
    """From a raster and a model to a finer raster and a report."""

    steps: ClassVar = {
        "classify": WorkflowStep(
            "classify_pixels",
            user_values("INPUT", "MODEL", "EXTENT", "RESOLUTION", "BANDS", "NODATA", "SCALE", "DEVICE"),
        ),
        "export": WorkflowStep(
            "export_tiles",
            {
                **user_values("INPUT", "EXTENT", "RESOLUTION", "NODATA", "TILE_SIZE", "STRIDE"),
                "BANDS": StepResult("classify", "BANDS_USED"),
                "SCALE": Scale("SCALE", "MODEL"),
                "SPLIT": FixedValue("0,0,100"),
                # Blurred in another way, the raster would be no image of the kind that the model was trained to sharpen.
                "DEGRADATION": ModelDegradation("MODEL"),
                "DEGRADATION_OPTIONS": ModelDegradation("MODEL", is_options=True),
            },
        ),
        "evaluate": WorkflowStep(
            "evaluate_model",
            {"TILES": StepResult("export", "OUTPUT"), **user_values("MODEL", "DEVICE")},
        ),
    }
    results: ClassVar = {"OUTPUT": "classify", "OUTPUT_HTML": "evaluate"}
    required: ClassVar = {"INPUT"}
    keywords: ClassVar = ("super-resolution", "upscale", "enhance", "sharpen", "quality", "workflow")

    def name(self):
        return "super_resolve_and_evaluate"

    def displayName(self):
        return tr("Super-resolve and evaluate")

    def shortDescription(self):
        return tr(
            "A super-resolved raster, and a report on the model's accuracy on similar rasters, in one run."
        )

    def explanation(self):
        return tr(EXPLANATION)
