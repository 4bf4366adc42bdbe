"""Layout of tiles: the blocks of all scenes with their tiles, inside polygons and rotated, and the blocks' splits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Mapping, Sequence
from dataclasses import replace

import shapely
from rasterio.windows import Window

from ..datasets.splits import Split, assign_blocks, required_blocks
from ..errors import InputError
from ..progress import Log, Progress
from .input_raster_list import name_rasters
from .land_blocks import LandBlock, SourceBlock, divide_region, require_room
from .options import TilingOptions
from .polygon_mask import PolygonMask, divide_area, lie_inside, no_tile_inside
from .scene import Scene
from .tile_rotation import rotated_tiles, rotation_angles, tile_corners


def lay_out_tiles(
    scenes: Sequence[Scene], options: TilingOptions, *, whole: bool
) -> Generator[Progress | Log, None, list[SourceBlock]]:
    """Divide scenes into blocks of land with tiles, enough of them for SPLIT.

    Args:
        scenes: Scenes to cut.
        options: Size, stride, polygons and rotation of tiles.
        whole: Whether each scene belongs as a whole to one split, and so is one block.

    Raises:
        InputError: the polygons cannot be read, no tile lies in them, or tiles are too many to be listed.
    """
    wanted = 1 if whole else required_blocks(options.split)
    polygons = PolygonMask.read(options.mask) if options.mask else None
    if polygons and polygons.repaired:
        yield Log(
            "{count} polygon(s) of MASK cross themselves and were repaired; check how they look.",
            count=polygons.repaired,
        )
    angles = rotation_angles(options.rotation)
    n_tiles = 0
    blocks: list[SourceBlock] = []
    refusals: list[InputError] = []
    for index, (scene, name) in enumerate(zip(scenes, name_rasters(scenes), strict=True)):
        if polygons:
            yield Progress(0, "Looking for tiles of {path} in the polygons", path=scene.path)
        area = polygons and polygons.on(scene)
        of_scene = _divide_scene(scene, wanted, options, area)
        if polygons and not of_scene:
            refusals.append(no_tile_inside(polygons, scene, area, options.mask_overlap, options.tile_size))
        n_tiles += sum(len(block.tiles) for block in of_scene) * (1 + len(angles))
        require_room(n_tiles)
        for block in of_scene:
            plain = SourceBlock(**vars(block), scene=scene, name=name, index=index)
            blocks.append(plain)
            for angle in angles:
                if tiles := _rotate_tiles(block, angle, options, area):
                    blocks.append(replace(plain, tiles=tiles, angle=angle))
    if not blocks and refusals:
        raise max(refusals, key=lambda refusal: type(refusal) is InputError)  # the one that got furthest
    if refusals:
        yield Log("{count} rasters have no tile in the polygons of MASK.", count=len(refusals))
    return blocks


def assign_splits(
    blocks: Sequence[SourceBlock], n_tiles: Mapping[int, int], percentages: Sequence[float], *, whole: bool
) -> dict[int, Split]:
    """Assign blocks to splits; rotated tiles belong to the split of their block.

    Args:
        blocks: Blocks of all scenes.
        n_tiles: Number of tiles in each block that has any, by the block's index, in ascending order.
        percentages: Percentages of tiles for training, validation and test.
        whole: Whether each scene belongs as a whole to one split: then the scenes count as a row of blocks.

    Returns:
        The split of each of these blocks, by its index.

    Raises:
        InputError: there are fewer blocks than splits.
    """
    places = {i: (0, blocks[i].index) if whole else (blocks[i].row, blocks[i].col) for i in n_tiles}
    counts: Counter[tuple[int, int]] = Counter()
    for i, place in places.items():
        counts[place] += n_tiles[i]
    split = dict(zip(counts, assign_blocks(list(counts), list(counts.values()), percentages), strict=True))
    return {i: split[place] for i, place in places.items()}


def _divide_scene(
    scene: Scene, wanted: int, options: TilingOptions, area: shapely.Geometry | None
) -> list[LandBlock]:
    """Return the blocks of a scene that have tiles in them, and in the polygons' area if there is one."""
    sizes = {"tile_size": options.tile_size, "stride": options.stride, "min_gap": scene.min_gap}
    if area is None:
        return divide_region(scene.region, wanted, **sizes)
    return divide_area(area, options.mask_overlap, scene.region, wanted, scale=scene.scale, **sizes)


def _rotate_tiles(
    block: LandBlock, angle: float, options: TilingOptions, area: shapely.Geometry | None
) -> tuple[Window, ...]:
    """Return the rotated tiles that lie in a block and in the polygons' area."""
    tiles = rotated_tiles(block.window, angle, tile_size=options.tile_size, stride=options.stride)
    if area is not None and tiles:
        squares = shapely.polygons([tile_corners(tile, angle) for tile in tiles])
        kept = lie_inside(area, options.mask_overlap, squares)
        tiles = [tile for tile, keep in zip(tiles, kept, strict=True) if keep]
    return tuple(tiles)
