"""How the low-resolution side of a tile set came to be: made from the high-resolution side, or observed."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ..schema import Config
from .degradations import Degradation


class Observed(Config):
    """LR is another raster of the same place; what lies between two sensors is not known."""

    id: Literal["observed"] = "observed"

    resampled: bool
    """Whether it had to be moved by a fraction of a pixel onto HR's lattice (cubic convolution)."""


Origin = Annotated[Observed | Degradation, Field(union_mode="left_to_right")]
"""As tileset.json and packages tell it."""
