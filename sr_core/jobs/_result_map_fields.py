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
        description="Of OUTPUT_ERROR: in how many percent of the pixels the truth is to lie within its value of the result.",
    ),
    advanced,
]

ErrorMap = Annotated[
    RasterOfErrors | None,
    Field(
        title="Error map",
        description="How far each value may be off, in units of the raster's pixels: the truth lies that close in COVERAGE "
        'percent of the pixels of rasters like the tiles that the model was calibrated on, by "Train SR model" or by '
        'CALIBRATE of "Evaluate SR model".',
    ),
]

ConsistencyMap = Annotated[
    RasterOfDifferences | None,
    Field(
        title="Consistency layer",
        description="Where the result leaves the low-resolution raster: the result, degraded as in the training (by the mean "
        "of the area where the model does not say how), less the raster, on the raster's pixels and in their units.",
    ),
]
