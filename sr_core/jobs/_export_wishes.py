"""Which tiles of an export are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from pydantic import Field

from ..data.cutting import Land
from ..data.selection import Selection, thinned
from ..schema import Config, advanced


class Wishes(Config):
    """The part of an export that says which tiles are worth keeping."""

    min_valid: Annotated[float, Field(title="Least share of valid pixels", ge=0, le=1), advanced] = 1.0
    """A tile with a smaller share of valid (not nodata) pixels is left out. 1 keeps only tiles without any gap."""

    min_texture: Annotated[float, Field(title="Least texture", ge=0), advanced] = 0.0
    """A tile is left out where no band of its high-resolution side has at least this standard deviation, in physical units
    such as reflectance: nothing is learnt from flat fields and water. 0 keeps all."""

    max_difference: Annotated[float | None, Field(title="Largest difference", gt=0), advanced] = None
    """With a low-resolution raster: a tile is left out where the two differ by more than this (root mean square, physical
    units, the worst band), as where the land has changed between them. Blank keeps all."""

    max_tiles: Annotated[int | None, Field(title="Most tiles", ge=3), advanced] = None
    """If there would be more tiles, one of every so many is cut. Blank cuts all."""

    def selection(self, observed: bool) -> Selection:
        """What a tile must be; `observed` says whether there is a second raster to compare with."""
        return Selection(self.min_valid, self.min_texture, self.max_difference if observed else None)

    def fewer(self, lands: Sequence[Land]) -> list[Land]:
        """The blocks with at most MAX_TILES tiles in all, and at least one in each."""
        if not self.max_tiles:
            return list(lands)
        blocks = thinned([land.block for land in lands], self.max_tiles)
        return [replace(land, block=b) for land, b in zip(lands, blocks, strict=True) if b.tiles]
