"""Which tiles of an export are kept."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from typing import Annotated

from pydantic import Field

from ..errors import BadInput
from ..progress import Log, Progress
from ..raster.radiometry import Radiometry
from ..schema import Config, advanced
from .balance import balanced
from .filters import Selection, thinned
from .tile_writer import SourceBlock


class TileFilters(Config):
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

    balance: Annotated[bool, Field(title="Balance textures"), advanced] = False
    """With a largest number of tiles: take as many tiles of smooth land as of land full of detail, as far as there are
    such, instead of one of every so many. Every tile that may be chosen is looked at first."""

    seed: Annotated[int, Field(title="Seed", ge=0, le=2**31 - 1), advanced] = 0
    """With a largest number of tiles: another number chooses other tiles, the same number the same ones."""

    def refuse_wishes(self) -> None:
        """Refuse what does nothing.

        Raises:
            BadInput: there is such a wish.
        """
        if self.balance and not self.max_tiles:
            raise BadInput(
                "BALANCE chooses among tiles that are too many: give MAX_TILES too, or leave it off."
            )

    def selection(self, observed: bool) -> Selection:
        """What a tile must be; `observed` says whether there is a second raster to compare with."""
        return Selection(self.min_valid, self.min_texture, self.max_difference if observed else None)

    def fewer(
        self, lands: list[SourceBlock], radiometry: Radiometry
    ) -> Generator[Progress | Log, None, list[SourceBlock]]:
        """The blocks with at most MAX_TILES tiles in all, and at least one in each.

        Raises:
            BadInput: with BALANCE, if none is left.
        """
        total = sum(len(land.block.tiles) for land in lands)
        if not self.max_tiles or total <= self.max_tiles:
            return lands
        if self.balance:
            wanted = self.selection(observed=False)
            lands = yield from balanced(lands, self.max_tiles, radiometry, wanted, self.seed)
        else:
            blocks = thinned([land.block for land in lands], self.max_tiles, self.seed)
            lands = [replace(land, block=block) for land, block in zip(lands, blocks, strict=True)]
        if not (lands := [land for land in lands if land.block.tiles]):
            raise BadInput(
                "No tile has enough valid pixels and texture: use a smaller MIN_VALID or MIN_TEXTURE."
            )
        return lands
