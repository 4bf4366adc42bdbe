"""Description of a guide, in tileset.json and in the package of a model that takes a guide."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from ..raster.radiometry import Radiometry
from ..raster.raster_reader import DTYPES
from ..raster.space_to_depth import repeat_for_fold
from ..schema import Config


class GuideInfo(Config):
    """Bands of a raster of the same place, finer than the low-resolution one or of another date."""

    bands: Annotated[tuple[str, ...], Field(min_length=1, max_length=256)]
    """Descriptions of its bands, in their order."""
    ratio: Literal[1, 2, 3, 4, 6]
    """Number of guide pixels along the side of a low-resolution pixel."""
    dtype: str | None
    """Type of its pixels, as numpy calls it; none where that is not known."""
    radiometry: Radiometry
    """From the guide's pixel values to physical values."""
    mean: tuple[float, ...]
    """Mean of each band over the training pixels, in physical units."""
    std: tuple[float, ...]
    """Standard deviation of each band in physical units; above 0."""

    @model_validator(mode="after")
    def _coherent(self) -> Self:
        if {len(self.mean), len(self.std), len(self.radiometry.gain)} != {len(self.bands)}:
            raise ValueError("bands, mean, std and radiometry of the guide differ in length")
        if not all(1e-37 < value < 3e38 for value in self.std) or not all(abs(v) < 3e38 for v in self.mean):
            raise ValueError(
                "mean or std of the guide is no single-precision number, or a std is not above 0"
            )
        if self.dtype is not None and self.dtype not in DTYPES:
            raise ValueError("dtype of the guide")
        return self

    def fold(self, values: tuple[float, ...]) -> tuple[float, ...]:
        """Return what is known of each band for each channel of the folded guide."""
        return repeat_for_fold(values, self.ratio)

    @property
    def folded_radiometry(self) -> Radiometry:
        """Radiometry of the folded guide's channels."""
        gain, offset = self.radiometry.gain, self.radiometry.offset
        return Radiometry(gain=self.fold(gain), offset=self.fold(offset))
