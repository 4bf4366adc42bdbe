"""Fields of a job that writes maps of its result: how wrong it may be, and where it leaves the raster."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ..package.error_table import HIGHEST, LOWEST
from ..parameter_types import RasterOfDifferences, RasterOfErrors, advanced

Coverage = Annotated[
    int,
    Field(
        title="Coverage of the error map (%)",
        ge=LOWEST,
        le=HIGHEST,
        description=(
            "For OUTPUT_ERROR: percentage of the pixels in which the truth should differ from the result by no more than the "
            "error map."
        ),
    ),
    advanced,
]

ErrorMap = Annotated[
    RasterOfErrors | None,
    Field(
        title="Error map",
        description="Error bound in units of the raster: in COVERAGE percent of the pixels the truth differs from the result by "
        "no more, for rasters like the tiles that the model was calibrated on by training or by "
        '"Evaluate SR model".',
    ),
]

ConsistencyMap = Annotated[
    RasterOfDifferences | None,
    Field(
        title="Consistency layer",
        description="The result, degraded as in training, minus the low-resolution raster, in units of its pixel values.",
    ),
]
