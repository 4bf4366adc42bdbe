"""How land is laid out in tiles, and the tiles are divided among training, validation and test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from pydantic import Field

from ..data.cutting import Land
from ..data.scene import Scene
from ..data.selection import thinned
from ..data.source import names_of
from ..data.split import assign, blocks_of, blocks_wanted
from ..data.tileset import Split
from ..errors import BadInput
from ..schema import Config, Numbers


class Layout(Config):
    """The part of an export that says where tiles lie."""

    tile_size: Annotated[int, Field(title="Tile size (high-resolution pixels)", ge=16, le=4096)] = 256
    """Width and height of a high-resolution tile. A multiple of the scale."""

    stride: Annotated[
        int, Field(title="Step from tile to tile (stride, high-resolution pixels)", ge=1, le=4096)
    ] = 128
    """Distance between neighbouring tiles; less than the tile size makes them overlap. A multiple of the scale."""

    split: Annotated[Numbers, Field(title="Training, validation, test (%)", min_length=3, max_length=3)] = (
        80,
        10,
        10,
    )
    """Percentages of the tiles to learn from, to watch while learning, and to keep aside for the final figures."""

    def refuse_layout(self, scale: int) -> None:
        """Refuse lengths that are no whole LR pixels, and shares that are not of a whole.

        Raises:
            BadInput: they are.
        """
        for name, value in (("TILE_SIZE", self.tile_size), ("STRIDE", self.stride)):
            if value % scale:
                lower = max(1, value // scale) * scale
                raise BadInput(
                    "{name} {value} is not a multiple of SCALE {scale}: use {lower} or {upper}.",
                    name=name,
                    value=value,
                    scale=scale,
                    lower=lower,
                    upper=lower + scale,
                )
        if min(self.split) < 0 or abs(sum(self.split) - 100) > 1e-6:
            raise BadInput(
                'SPLIT is {split}: give three percentages that add up to 100, such as "80,10,10".',
                split=", ".join(f"{share:g}" for share in self.split),
            )

    def divided(self, scenes: Sequence[Scene], whole: bool, most: int | None) -> list[Land]:
        """The blocks to cut, with `most` tiles in all; enough of them for SPLIT, unless each scene is `whole` in one.

        Raises:
            BadInput: there are too few for SPLIT.
        """
        wanted = 1 if whole else blocks_wanted(self.split)
        lands = [
            Land(scene, name, index, block)
            for index, (scene, name) in enumerate(zip(scenes, names_of(scenes), strict=True))
            for block in blocks_of(
                scene.region, wanted, tile_size=self.tile_size, stride=self.stride, apart=scene.apart
            )
        ]
        if most:
            blocks = thinned([land.block for land in lands], most)
            lands = [replace(land, block=b) for land, b in zip(lands, blocks, strict=True) if b.tiles]
        self.assigned(
            lands, [len(land.block.tiles) for land in lands], whole
        )  # refuses too few before any work
        return lands

    def assigned(self, lands: Sequence[Land], n_tiles: Sequence[int], whole: bool) -> list[Split]:
        """The split of each block; rasters of a folder lie in a row, so to speak."""
        places = [(0, land.index) if whole else (land.block.row, land.block.col) for land in lands]
        return assign(places, n_tiles, self.split)
