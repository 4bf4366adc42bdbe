"""Blocks hold each pixel once, and lie where they lie whatever is asked for."""

from __future__ import annotations

import pytest
from affine import Affine
from hypothesis import given
from hypothesis import strategies as st
from odc.geo.types import xy_
from rasterio.windows import Window

from sr_core.block_processing.block_folder import RunPart
from sr_core.block_processing.block_grid import grid_offset, plan_blocks

NUMBER = st.integers(0, 400)


def borders(blocks):
    return {block.window.col_off for block in blocks} | {
        block.window.col_off + block.window.width for block in blocks
    }


@given(
    left=NUMBER, width=st.integers(1, 300), cuts=st.sets(NUMBER, max_size=20), side=st.integers(8, 200),
    offset=st.integers(-1000, 1000),
)  # fmt: skip
def test_they_hold_each_pixel_once_and_end_at_cuts(left, width, cuts, side, offset):
    inside = sorted({left, left + width, *(left + cut for cut in cuts if cut < width)})
    window = Window(left, 5, width, 3)
    blocks = plan_blocks(window, (range(5, 9), inside), side, xy_(offset, 0))
    row = [block for block in blocks if block.row == blocks[0].row]
    pixels = [
        col for block in row for col in range(block.window.col_off, block.window.col_off + block.window.width)
    ]
    assert pixels == list(range(left, left + width))
    assert borders(row) <= set(inside) and len({block.name for block in blocks}) == len(blocks)


@given(left=NUMBER, width=st.integers(1, 300), offset=st.integers(-1000, 1000))
def test_they_do_not_move_with_the_extent(left, width, offset):
    """All borders inside are multiples of the side, in the grid of the coordinate reference system."""
    blocks = plan_blocks(
        Window(left, 0, width, 1), (range(2), range(left, left + width + 1)), 64, xy_(offset, 0)
    )
    assert all((border + offset) % 64 == 0 for border in borders(blocks) - {left, left + width})
    for block in blocks:
        assert block.col == (block.window.col_off + offset) // 64 - offset // 64 >= 0


def test_a_border_is_at_the_nearest_cut():
    blocks = plan_blocks(Window(0, 0, 100, 1), ([0, 1], [0, 23, 46, 69, 92, 100]), 32, xy_(0, 0))
    assert sorted(borders(blocks)) == [0, 23, 69, 92, 100]


@pytest.mark.parametrize(
    ("affine", "expected"),
    [
        (Affine(10, 0, 500_000, 0, -10, 5_000_000), (50_000, -500_000)),
        (Affine(10, 0, 500_004, 0, -10, 5_000_000), (0, 0)),
        (Affine.rotation(10) * Affine(10, 0, 500_000, 0, -10, 5_000_000), (0, 0)),
    ],
)
def test_a_raster_on_the_grid_of_its_reference_system_is_known(affine, expected):
    assert grid_offset(affine).xy == expected


def test_parts_hold_each_block_once():
    blocks = plan_blocks(Window(0, 0, 90, 90), (range(91), range(91)), 10, xy_(0, 0))
    parts = [RunPart(number, 7).choose(blocks) for number in range(1, 8)]
    assert sorted(block.name for part in parts for block in part) == sorted(block.name for block in blocks)
    assert max(map(len, parts)) - min(map(len, parts)) <= 1
