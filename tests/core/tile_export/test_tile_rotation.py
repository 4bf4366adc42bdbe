"""Turned tiles: they show the land that their georeference says, and splits still share nothing."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import rasterio
import shapely
from affine import Affine
from hypothesis import given
from hypothesis import strategies as st
from rasterio.warp import Resampling, reproject
from rasterio.windows import Window

from sr_core.datasets.splits import SPLITS
from sr_core.tile_export.land_blocks import divide_region
from sr_core.tile_export.tile_rotation import rotated_tiles, rotation_angles, tile_corners

from ..conftest import synthetic_land
from ..support.export_runs import GRID, ROTATED, everything, logs, offset, refused, run
from .test_polygon_mask import mask  # noqa: F401

WHOLE = {"split": (100, 0, 0), "tile_size": 32, "stride": 16}


def turn(name):
    place, _, angle = name.partition("_r")
    return offset(place), float(angle or 0)


def ramp(height, width):
    """Land (2, h, w) that rises evenly: what lies between pixels, and under larger ones, is known."""
    rows, cols = np.mgrid[:height, :width] + 0.5
    return np.stack([2 * cols + 3 * rows, 500 - cols]).astype(np.float32)


def expected(dataset, to_raster):
    """The ramp where the dataset's own georeference says that its pixels are."""
    rows, cols = np.mgrid[: dataset.height, : dataset.width] + 0.5
    x, y = to_raster * (dataset.transform * (cols, rows))
    return np.stack([2 * x + 3 * y, 500 - x])


@pytest.mark.parametrize(
    ("transform", "step"),
    [(GRID, 90), (GRID, 45), (GRID, 100), (ROTATED, 100)],
    ids=("north-up-90", "north-up-45", "north-up-100", "rotated-100"),
)
def test_tiles_show_the_land_where_they_lie(tmp_path, make_raster, step, transform):
    path = make_raster(pixels=ramp(96, 96), transform=transform)
    tiles, steps = run(tmp_path, path, rotation=step, degradation={"id": "area"}, **WHOLE)
    found = set()
    for _, name, hr, lr in everything(tiles):
        found.add(turn(name)[1])
        for side in (hr, lr):
            inner = (slice(None), slice(2, -2), slice(2, -2))  # at a block's border the kernel is cut
            assert np.abs(side.read() - expected(side, ~transform))[inner].max() < 1e-2
        corner = hr.transform * (0, 0), lr.transform * (0, 0)
        assert corner[0] == pytest.approx(corner[1]) and hr.crs == lr.crs
        assert tiles.read("train", name).valid.all()
    assert found == {0, *rotation_angles(step)}
    assert f"of {len(tiles.names('train'))} tiles are rotated." in logs(steps)


@pytest.mark.parametrize("shift", (0, 0.3), ids=("aligned", "moved"))
def test_both_rasters_are_turned(tmp_path, make_raster, shift):
    """The second raster has values of its own: half of the first."""
    coarse = GRID * Affine.scale(2) * Affine.translation(shift, 0)
    rows, cols = np.mgrid[:48, :48] + 0.5
    x, y = ~GRID * (coarse * (cols, rows))
    lr_pixels = (np.stack([2 * x + 3 * y, 500 - x]) / 2).astype(np.float32)
    paths = (
        make_raster("hr.tif", pixels=ramp(96, 96)),
        make_raster("lr.tif", pixels=lr_pixels, transform=coarse),
    )
    tiles, _ = run(tmp_path, paths[0], input_lr=str(paths[1]), rotation=60, **WHOLE)
    inner, turns = (slice(None), slice(2, -2), slice(2, -2)), set()
    for _, name, hr, lr in everything(tiles):
        turns.add(turn(name)[1])
        assert np.abs(hr.read() - expected(hr, ~GRID))[inner].max() < 1e-2
        assert np.abs(lr.read() - expected(lr, ~GRID) / 2)[inner].max() < 1e-2
    assert len(turns) == 6


def test_quarter_turns_keep_every_pixel(tmp_path, make_raster):
    tiles, _ = run(tmp_path, make_raster(bands=3, size=(64, 80)), rotation=90, split=(80, 10, 10))
    read = {turn(name): (split, hr.read(), lr.read()) for split, name, hr, lr in everything(tiles)}
    assert len(read) == 4 * sum(angle == 0 for _, angle in read)
    for (place, angle), (split, *sides) in read.items():
        own_split, *own = read[place, 0.0]
        assert split == own_split
        for side, straight in zip(sides, own, strict=True):
            assert (side == np.rot90(straight, int(angle / 90), axes=(1, 2))).all()


def test_splits_share_no_pixel(tmp_path, make_raster):
    path = make_raster(size=(260, 300), bands=1)
    tiles, _ = run(tmp_path, path, rotation=30, stride=4, split=(60, 20, 20), max_tiles=300)
    areas, turns = {}, set()
    for split in SPLITS:
        squares = []
        for (row, col), angle in map(turn, tiles.require(split)):
            turns.add(angle)
            squares.append(shapely.Polygon(tile_corners(Window(col, row, 16, 16), angle)))
        areas[split] = shapely.union_all(squares)
    assert len(turns) == 12
    assert not any(areas[a].intersection(areas[b]).area > 1e-6 for a, b in itertools.combinations(SPLITS, 2))


def test_test_tiles_know_nothing_of_training_land(tmp_path, make_raster):
    """Change every pixel that no test tile may know of: the turned test tiles stay as they are."""
    path = make_raster(size=(136, 136), bands=1)
    options = {"rotation": 130, "stride": 8, "split": (50, 0, 50)}
    tiles, _ = run(tmp_path, path, **options)
    with rasterio.open(path, "r+") as source:
        pixels, own = source.read(), np.zeros((136, 136), bool)
        for (row, col), angle in map(turn, tiles.require("test")):
            if not angle:  # the tiles that are not turned cover their block
                own[row : row + 16, col : col + 16] = True
        assert 0.3 < own.mean() < 0.7
        source.write(np.where(own, pixels, 30_000).astype("uint16"))
    again, _ = run(tmp_path, path, "again", **options)
    assert again.names("test") == tiles.names("test")
    assert sum(turn(name)[1] != 0 for name in tiles.names("test")) > 20
    for name in tiles.names("test"):
        for a, b in zip(tiles.read("test", name), again.read("test", name), strict=True):
            assert np.array_equal(a, b)


def test_as_gdal_turns_it(tmp_path, make_raster):
    """Lively land, by GDAL's cubic convolution onto the tile's own grid, told that its pixels are as large."""
    pixels = synthetic_land(1, 128, "uint16")
    path = make_raster(pixels=pixels, transform=GRID)
    tiles, _ = run(tmp_path, path, rotation=25, **WHOLE | {"stride": 32})
    compared = 0
    for _, name, hr, _ in everything(tiles):
        if turn(name)[1] % 90:
            reference = np.zeros((1, 32, 32))
            reproject(
                pixels.astype(float), reference, src_transform=GRID, dst_transform=hr.transform,
                src_crs=hr.crs, dst_crs=hr.crs, resampling=Resampling.cubic, XSCALE=1, YSCALE=1,
            )  # fmt: skip
            inner = (slice(None), slice(2, -2), slice(2, -2))  # at the raster's border each has its own way
            assert np.abs(hr.read() - reference.clip(0))[inner].max() < 0.6
            compared += 1
    assert compared > 20


def test_turned_tiles_lie_in_the_polygons(tmp_path, make_raster, mask):  # noqa: F811
    area = shapely.Polygon([(3, 2), (118, 30), (40, 97)])
    tiles, _ = run(
        tmp_path,
        make_raster(size=(100, 120)),
        mask=mask(area),
        mask_overlap=0.9,
        rotation=60,
        split=(100, 0, 0),
    )
    turns = [turn(name) for name in tiles.names("train")]
    assert len({angle for _, angle in turns}) == 6
    for (row, col), angle in turns:
        square = shapely.Polygon(tile_corners(Window(col, row, 16, 16), angle))
        assert area.intersection(square).area >= 0.9 * 256 - 0.01


def test_gaps_turn_too(tmp_path, make_raster):
    pixels = ramp(96, 96) + 1
    pixels[:, 40:50, 40:50] = -1
    path = make_raster(pixels=pixels, nodata=-1)
    tiles, _ = run(tmp_path, path, rotation=45, min_valid=0.3, degradation={"id": "area"}, **WHOLE)
    gap = shapely.box(40, 40, 50, 50)
    for _, name, hr, _ in everything(tiles):
        (row, col), angle = turn(name)
        square = shapely.Polygon(tile_corners(Window(col, row, 32, 32), angle))
        missing = (hr.read_masks(1) == 0).sum()
        assert missing == pytest.approx(gap.intersection(square).area, abs=16)
        valid = hr.read_masks(1) > 0
        assert np.abs(hr.read() - 1 - expected(hr, ~GRID))[:, valid].max() < 6  # nodata bled nowhere


@given(
    st.integers(2, 40), st.integers(1, 50), st.floats(0, 360, exclude_max=True),
    st.tuples(*[st.integers(0, 60)] * 2, *[st.integers(2, 140)] * 2),
)  # fmt: skip
def test_turned_tiles_lie_in_their_block(size, stride, angle, block):
    col, row, width, height = block
    tiles = rotated_tiles(Window(*block), angle, tile_size=size, stride=stride)
    for tile in tiles:
        square = shapely.Polygon(tile_corners(tile, angle))
        assert square.area == pytest.approx(size * size)
        assert square.centroid.coords[0] == pytest.approx((tile.col_off + size / 2, tile.row_off + size / 2))
        assert square.difference(shapely.box(col, row, col + width, row + height)).area < 1e-3
    across = shapely.Polygon(tile_corners(Window(0, 0, size, size), angle)).bounds
    room = [max(0, int((side - (across[2] - across[0])) // stride)) for side in (width, height)]
    if min(width, height) >= across[2] - across[0] + 1:  # a pixel for rounding
        assert len(tiles) >= max(1, room[0] * room[1])


def test_quarter_turns_are_of_the_blocks_own_tiles():
    for block in divide_region(Window(5, 7, 300, 200), 6, tile_size=32, stride=16):
        for angle in (90, 180, 270):
            assert tuple(rotated_tiles(block.window, angle, tile_size=32, stride=16)) == block.tiles


@pytest.mark.parametrize(
    ("rotation", "says"),
    [
        (-1, "ROTATION does not fit"),
        (360, "ROTATION does not fit"),
        (1, "ROTATION 1 would cut the land 360 times: use"),
    ],
)
def test_what_cannot_be(tmp_path, make_raster, rotation, says):
    refused(tmp_path, says, make_raster(), rotation=rotation)
