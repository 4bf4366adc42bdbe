"""How land is laid out in tiles, and the tiles are divided among training, validation and test."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Annotated

from pydantic import Field

from ..data.cutting import Land
from ..data.polygons import Polygons, blocks_inside, none_inside
from ..data.scene import Scene
from ..data.source import names_of
from ..data.split import Block, assign, blocks_of, blocks_wanted
from ..data.tileset import Split
from ..errors import BadInput
from ..progress import Log, Progress
from ..schema import Config, Numbers, PolygonsIn, advanced


class Layout(Config):
    """The part of an export that says where tiles lie."""

    tile_size: Annotated[int, Field(title="Tile size (high-resolution pixels)", ge=16, le=4096)] = 256
    """Width and height of a high-resolution tile. A multiple of the scale."""

    stride: Annotated[
        int, Field(title="Step from tile to tile (stride, high-resolution pixels)", ge=1, le=4096)
    ] = 128
    """Distance between neighbouring tiles; less than the tile size makes them overlap. A multiple of the scale."""

    mask: Annotated[PolygonsIn | None, Field(title="Polygons that tiles lie in")] = None
    """Only tiles that lie in these polygons are cut. They choose tiles and not pixels: what a tile shows beyond a polygon
    stays in it. Blank cuts tiles everywhere."""

    mask_overlap: Annotated[float, Field(title="Least share in the polygons", gt=0, le=1), advanced] = 1.0
    """Share of a tile's area that must lie in the polygons. 1 keeps only tiles that lie in them as a whole."""

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

    def divided(self, scenes: Sequence[Scene], whole: bool) -> Generator[Progress | Log, None, list[Land]]:
        """The blocks with tiles to cut; enough of them for SPLIT, unless each scene is `whole` in one.

        Raises:
            BadInput: there are too few for SPLIT, or the polygons cannot be read or hold no tile.
        """
        wanted = 1 if whole else blocks_wanted(self.split)
        polygons = Polygons.read(self.mask) if self.mask else None
        if polygons and polygons.repaired:
            yield Log(
                "{count} polygon(s) of MASK cross themselves and were repaired; check how they look.",
                count=polygons.repaired,
            )
        lands: list[Land] = []
        refusals: list[BadInput] = []
        for index, (scene, name) in enumerate(zip(scenes, names_of(scenes), strict=True)):
            if polygons:
                yield Progress(0, "Looking for tiles of {path} in the polygons", path=scene.path)
            blocks = self._blocks(scene, wanted, polygons)
            if isinstance(blocks, BadInput):
                refusals.append(blocks)
            else:
                lands += [Land(scene, name, index, block) for block in blocks]
        if not lands and refusals:
            raise max(refusals, key=lambda refusal: type(refusal) is BadInput)  # the one that got furthest
        if refusals:
            yield Log("{count} rasters have no tile in the polygons of MASK.", count=len(refusals))
        return lands

    def _blocks(self, scene: Scene, wanted: int, polygons: Polygons | None) -> list[Block] | BadInput:
        """The blocks of a scene that have tiles in them, or why there are none."""
        tile_size, stride = self.tile_size, self.stride
        if polygons is None:
            return blocks_of(scene.region, wanted, tile_size=tile_size, stride=stride)
        area, least = polygons.on(scene), self.mask_overlap
        blocks = blocks_inside(
            area, least, scene.region, wanted, scale=scene.scale, tile_size=tile_size, stride=stride
        )
        return blocks or none_inside(polygons, scene, area, least, tile_size)

    def assigned(self, lands: Sequence[Land], n_tiles: Sequence[int], whole: bool) -> list[Split]:
        """The split of each block; rasters of a folder lie in a row, so to speak."""
        places = [(0, land.index) if whole else (land.block.row, land.block.col) for land in lands]
        return assign(places, n_tiles, self.split)
