"""How land is laid out in tiles, and the tiles are divided among training, validation and test."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Sequence
from dataclasses import replace
from typing import Annotated

import shapely
from pydantic import Field

from ..datasets.tileset import Split
from ..errors import BadInput
from ..progress import Log, Progress
from ..schema import Config, Numbers, PolygonsIn, advanced
from .blocks import LandBlock, assign, blocks_of, blocks_wanted
from .input_rasters import names_of
from .polygon_mask import PolygonMask, blocks_inside, lying_in, none_inside
from .rotation import angles, corners, tiles_turned
from .scene import Scene
from .tile_writer import SourceBlock

LEAST_ROTATION = 5.0
"""Degrees; smaller ones would fill the disk with nearly the same tiles."""


class TileGrid(Config):
    """The part of an export that says where tiles lie."""

    tile_size: Annotated[int, Field(title="Tile size (high-resolution pixels)", ge=16, le=4096)] = 256
    """Width and height of a tile in pixels of its high-resolution image; its low-resolution image has as many divided by the
    scale. A multiple of the scale."""

    stride: Annotated[
        int, Field(title="Step from tile to tile (stride, high-resolution pixels)", ge=1, le=4096)
    ] = 128
    """Distance between neighbouring tiles; less than the tile size makes them overlap. A multiple of the scale."""

    mask: Annotated[PolygonsIn | None, Field(title="Polygons that tiles lie in")] = None
    """Only tiles that lie in these polygons are cut. They choose tiles and not pixels: what a tile shows beyond a polygon
    stays in it. Blank cuts tiles everywhere."""

    mask_overlap: Annotated[float, Field(title="Least share in the polygons", gt=0, le=1), advanced] = 1.0
    """Share of a tile's area that must lie in the polygons. 1 keeps only tiles that lie in them as a whole."""

    rotation: Annotated[float, Field(title="Rotation angle (degrees)", ge=0, lt=360), advanced] = 0.0
    """The land is cut again into tiles that are turned by each multiple of this angle: 45 makes up to eight times as many,
    less those for which a block of land has no room. Training turns tiles by 90, 180 and 270 itself. 0 turns none."""

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
        if 0 < self.rotation < LEAST_ROTATION:
            raise BadInput(
                "ROTATION {rotation:g} would cut the land {count} times: use 0 for once, or {least:g} degrees or more.",
                rotation=self.rotation,
                count=len(angles(self.rotation)) + 1,
                least=LEAST_ROTATION,
            )
        if min(self.split) < 0 or abs(sum(self.split) - 100) > 1e-6:
            raise BadInput(
                'SPLIT is {split}: give three percentages that add up to 100, such as "80,10,10".',
                split=", ".join(f"{share:g}" for share in self.split),
            )

    def divided(
        self, scenes: Sequence[Scene], whole: bool
    ) -> Generator[Progress | Log, None, list[SourceBlock]]:
        """The blocks with tiles to cut; enough of them for SPLIT, unless each scene is `whole` in one.

        Raises:
            BadInput: there are too few for SPLIT, or the polygons cannot be read or hold no tile.
        """
        wanted = 1 if whole else blocks_wanted(self.split)
        polygons = PolygonMask.read(self.mask) if self.mask else None
        if polygons and polygons.repaired:
            yield Log(
                "{count} polygon(s) of MASK cross themselves and were repaired; check how they look.",
                count=polygons.repaired,
            )
        lands: list[SourceBlock] = []
        refusals: list[BadInput] = []
        for index, (scene, name) in enumerate(zip(scenes, names_of(scenes), strict=True)):
            if polygons:
                yield Progress(0, "Looking for tiles of {path} in the polygons", path=scene.path)
            area = polygons and polygons.on(scene)
            blocks = self._blocks(scene, wanted, area)
            if polygons and not blocks:
                refusals.append(none_inside(polygons, scene, area, self.mask_overlap, self.tile_size))
            for block in blocks:
                lands.append(SourceBlock(scene, name, index, block))
                lands += [
                    SourceBlock(scene, name, index, found, angle)
                    for angle in angles(self.rotation)
                    if (found := self._turned(block, angle, area)).tiles
                ]
        if not lands and refusals:
            raise max(refusals, key=lambda refusal: type(refusal) is BadInput)  # the one that got furthest
        if refusals:
            yield Log("{count} rasters have no tile in the polygons of MASK.", count=len(refusals))
        return lands

    def assigned(self, lands: Sequence[SourceBlock], n_tiles: Sequence[int], whole: bool) -> list[Split]:
        """The split of each block; rasters of a folder lie in a row, so to speak. Turned tiles go with those of their
        block."""
        places = [(0, land.index) if whole else (land.block.row, land.block.col) for land in lands]
        counts: Counter[tuple[int, int]] = Counter()
        for place, count in zip(places, n_tiles, strict=True):
            counts[place] += count
        split = dict(zip(counts, assign(list(counts), list(counts.values()), self.split), strict=True))
        return [split[place] for place in places]

    def _blocks(self, scene: Scene, wanted: int, area: shapely.Geometry | None) -> list[LandBlock]:
        """The blocks of a scene that have tiles in them, and in the polygons' area if there is one."""
        tile_size, stride = self.tile_size, self.stride
        if area is None:
            return blocks_of(scene.region, wanted, tile_size=tile_size, stride=stride, apart=scene.apart)
        return blocks_inside(
            area,
            self.mask_overlap,
            scene.region,
            wanted,
            scale=scene.scale,
            tile_size=tile_size,
            stride=stride,
            apart=scene.apart,
        )

    def _turned(self, block: LandBlock, angle: float, area: shapely.Geometry | None) -> LandBlock:
        """The block with the turned tiles that lie in it and in the polygons' area."""
        tiles = tiles_turned(block.window, angle, tile_size=self.tile_size, stride=self.stride)
        if area is not None and tiles:
            squares = shapely.polygons([corners(tile, angle) for tile in tiles])
            kept = lying_in(area, self.mask_overlap, squares)
            tiles = [tile for tile, keep in zip(tiles, kept, strict=True) if keep]
        return replace(block, tiles=tuple(tiles))
