"""Blocks of land: none shares a pixel with another, and each holds its tiles, whatever the sizes."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from rasterio.windows import Window

from sr_core.tile_export.land_blocks import divide_region


@st.composite
def layouts(draw):
    scale = draw(st.sampled_from((2, 3, 4, 8)))
    tile_size, stride = (draw(st.integers(2, 12)) * scale for _ in range(2))
    region = Window(
        *(draw(st.integers(0, 50)) for _ in range(2)), *(draw(st.integers(1, 700)) for _ in range(2))
    )
    return scale, region, {"tile_size": tile_size, "stride": stride}


def painted(windows, region):
    """How often each pixel of the region is in one of the windows; fails if one reaches outside."""
    canvas = np.zeros((region.height, region.width), int)
    for window in windows:
        top, left = window.row_off - region.row_off, window.col_off - region.col_off
        assert (
            top >= 0
            and left >= 0
            and top + window.height <= region.height
            and left + window.width <= region.width
        )
        canvas[top : top + window.height, left : left + window.width] += 1
    return canvas


@given(layouts(), st.integers(1, 40))
def test_blocks_are_disjoint_and_hold_their_tiles(layout, wanted):
    scale, region, sizes = layout
    blocks = divide_region(region, wanted, **sizes)
    assert painted([block.window for block in blocks], region).max(initial=0) <= 1
    for block in blocks:
        painted(block.tiles, block.window)
        for tile in block.tiles:
            assert tile.height == tile.width == sizes["tile_size"]
            assert (tile.row_off - region.row_off) % scale == (tile.col_off - region.col_off) % scale == 0
    tiles = [(tile.row_off, tile.col_off) for block in blocks for tile in block.tiles]
    assert len(tiles) == len(set(tiles))


@given(layouts(), st.integers(1, 40))
def test_there_are_as_many_blocks_as_wanted_or_possible(layout, wanted):
    _, region, sizes = layout
    blocks = divide_region(region, wanted, **sizes)
    step = max(sizes.values())
    possible = math.prod((side + step - sizes["tile_size"]) // step for side in (region.height, region.width))
    assert len(blocks) >= min(wanted, possible)
    if possible:
        assert len(blocks) < 2 * wanted


@given(layouts())
def test_one_block_is_the_plain_grid(layout):
    """One split only: nothing is lost to blocks."""
    _, region, sizes = layout
    blocks = divide_region(region, 1, **sizes)
    along = [
        max(0, (side - sizes["tile_size"]) // sizes["stride"] + 1) for side in (region.height, region.width)
    ]
    assert sum(len(block.tiles) for block in blocks) == math.prod(along)


@given(layouts(), st.integers(2, 40))
def test_wide_strides_hold_across_blocks(layout, wanted):
    _, region, sizes = layout
    gap = max(0, sizes["stride"] - sizes["tile_size"])
    blocks = {(block.row, block.col): block.window for block in divide_region(region, wanted, **sizes)}
    for (row, col), window in blocks.items():
        if below := blocks.get((row + 1, col)):
            assert below.row_off - (window.row_off + window.height) >= gap
        if right := blocks.get((row, col + 1)):
            assert right.col_off - (window.col_off + window.width) >= gap


def test_larger_land_has_larger_blocks():
    sizes = {"tile_size": 256, "stride": 128}
    small, large = (divide_region(Window(0, 0, side, side), 20, **sizes) for side in (1536, 12_288))
    assert len(small) == len(large) == 20
    per_block = [min(len(block.tiles) for block in blocks) for blocks in (small, large)]
    assert per_block[0] >= 1 and per_block[1] > 250
