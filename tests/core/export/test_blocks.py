"""Blocks: no pixel in two splits, percentages kept, spread over the land, whatever the sizes."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasterio.windows import Window

from sr_core.datasets.tileset import SPLITS
from sr_core.errors import BadInput
from sr_core.export.blocks import FEWEST_BLOCKS, assign, blocks_of, blocks_wanted


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
    blocks = blocks_of(region, wanted, **sizes)
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
    blocks = blocks_of(region, wanted, **sizes)
    step = max(sizes.values())
    possible = math.prod((side + step - sizes["tile_size"]) // step for side in (region.height, region.width))
    assert len(blocks) >= min(wanted, possible)
    if possible:
        assert len(blocks) < 2 * wanted


@given(layouts())
def test_one_block_is_the_plain_grid(layout):
    """One split only: nothing is lost to blocks."""
    _, region, sizes = layout
    blocks = blocks_of(region, 1, **sizes)
    along = [
        max(0, (side - sizes["tile_size"]) // sizes["stride"] + 1) for side in (region.height, region.width)
    ]
    assert sum(len(block.tiles) for block in blocks) == math.prod(along)


@given(layouts(), st.integers(2, 40))
def test_wide_strides_hold_across_blocks(layout, wanted):
    _, region, sizes = layout
    gap = max(0, sizes["stride"] - sizes["tile_size"])
    blocks = {(block.row, block.col): block.window for block in blocks_of(region, wanted, **sizes)}
    for (row, col), window in blocks.items():
        if below := blocks.get((row + 1, col)):
            assert below.row_off - (window.row_off + window.height) >= gap
        if right := blocks.get((row, col + 1)):
            assert right.col_off - (window.col_off + window.width) >= gap


def test_larger_land_has_larger_blocks():
    sizes = {"tile_size": 256, "stride": 128}
    small, large = (blocks_of(Window(0, 0, side, side), 20, **sizes) for side in (1536, 12_288))
    assert len(small) == len(large) == 20
    per_block = [min(len(block.tiles) for block in blocks) for blocks in (small, large)]
    assert per_block[0] >= 1 and per_block[1] > 250


def test_blocks_wanted():
    assert blocks_wanted((0, 0, 100)) == 1
    assert blocks_wanted((80, 10, 10)) == FEWEST_BLOCKS
    assert blocks_wanted((96, 2, 2)) == 100
    assert blocks_wanted((99.99, 0.01, 0)) == 200


percentages = st.sampled_from(
    ((80, 10, 10), (90, 10, 0), (0, 0, 100), (34, 33, 33), (98, 1, 1), (0, 50, 50), (70.5, 20, 9.5))
)


@given(st.integers(1, 12), st.integers(1, 12), percentages, st.integers(0, 99), st.booleans())
def test_tiles_are_divided_as_asked(rows, cols, split, seed, equal):
    places = [(row, col) for row in range(rows) for col in range(cols)]
    counts = (
        np.random.default_rng(seed).integers(1, 30, len(places)) if not equal else np.full(len(places), 6)
    )
    used = [s for s, share in zip(SPLITS, split, strict=True) if share]
    if len(places) < len(used):
        with pytest.raises(BadInput, match=f"{len(places)} separate blocks"):
            assign(places, counts, split)
        return
    chosen = assign(places, counts, split)
    assert chosen == assign(places, counts, split)
    assert set(chosen) == set(used)
    of_split = {s: counts[[c == s for c in chosen]] for s in used}
    missing = {
        s: counts.sum() * share / 100 - of_split[s].sum()
        for s, share in zip(SPLITS, split, strict=True)
        if share
    }
    free = [s for s in used if len(of_split[s]) > 1]  # the others have the one block that each must have
    for s in used:
        assert missing[s] >= -counts.max()
        for other in free:
            assert (
                missing[s] - missing[other] <= of_split[other].min() + 1e-6
            )  # no block is better off elsewhere


@given(st.integers(3, 120), percentages)
def test_equal_blocks_are_divided_by_largest_remainders(n, split):
    chosen = assign([(0, i) for i in range(n)], [1] * n, split)
    quotas = np.array(split) * n / 100
    expected = np.floor(quotas + 1e-9)
    for i in np.argsort(expected - quotas, kind="stable")[: n - int(expected.sum())]:
        expected[i] += 1
    if all(count or not share for count, share in zip(expected, split, strict=True)):
        found = np.array([chosen.count(s) for s in SPLITS])
        assert ((found - quotas) ** 2).sum() == pytest.approx(((expected - quotas) ** 2).sum())


def test_splits_are_spread_over_the_land():
    """Validation and test blocks, a tenth each, reach all quarters of the land and hardly ever touch their own kind."""
    side = 12
    places = [(row, col) for row in range(side) for col in range(side)]
    chosen = dict(zip(places, assign(places, [1] * len(places), (80, 10, 10)), strict=True))
    for split in ("val", "test"):
        mine = [place for place in places if chosen[place] == split]
        quarters = {(2 * row // side, 2 * col // side) for row, col in mine}
        assert len(quarters) == 4
        touching = [
            (r, c) for r, c in mine if chosen.get((r, c + 1)) == split or chosen.get((r + 1, c)) == split
        ]
        assert len(touching) <= 1


def test_a_list_is_spread_too():
    chosen = assign([(0, i) for i in range(100)], [1] * 100, (80, 10, 10))
    for split in ("val", "test"):
        assert {i // 25 for i, s in enumerate(chosen) if s == split} == {0, 1, 2, 3}
