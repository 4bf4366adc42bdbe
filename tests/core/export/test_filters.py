"""Which tiles are worth learning from."""

from __future__ import annotations

import numpy as np
import pytest
from affine import Affine
from hypothesis import given
from hypothesis import strategies as st
from rasterio.windows import Window

from sr_core.export.blocks import LandBlock
from sr_core.export.filters import thinned
from sr_core.raster.resample import downsample

from ..conftest import texture
from ..support.export_runs import GRID, everything, logs, offset, refused, run


def blocks(counts):
    return [
        LandBlock(0, number, Window(0, 0, 9, 9), tuple(Window(col, number, 1, 1) for col in range(count)))
        for number, count in enumerate(counts)
    ]


@given(
    counts=st.lists(st.integers(0, 50), min_size=1, max_size=20),
    most=st.integers(3, 300),
    seed=st.integers(0, 9),
)
def test_thinning_keeps_as_many_as_wanted_from_everywhere(counts, most, seed):
    found = thinned(blocks(counts), most, seed)
    left = [len(block.tiles) for block in found]
    total = sum(counts)
    assert sum(left) == min(total, most)
    for before, after, block in zip(counts, left, found, strict=True):
        assert abs(after - before * min(1, most / max(total, 1))) < 2
        assert len(set(block.tiles)) == after


def test_thinning_is_the_same_every_time():
    assert thinned(blocks([9, 9, 9]), 7, 1) == thinned(blocks([9, 9, 9]), 7, 1)


def test_thinning_does_not_fall_into_step_with_rows():
    found = thinned(blocks([12] * 12), 24, 0)
    assert len({tile.col_off for block in found for tile in block.tiles}) > 6


def test_no_more_tiles_than_asked_for(tmp_path, make_raster):
    path = make_raster(pixels=texture(2, 96, 160))
    tiles, _ = run(tmp_path, path, max_tiles=40)
    names = [name for _, name, _, _ in everything(tiles)]
    assert len(names) == 40
    assert len({offset(name)[0] for name in names}) > 5
    assert all(tiles.names(split) for split in ("train", "val", "test"))


def test_flat_tiles_are_left_out(tmp_path, make_raster):
    pixels = texture(2, 96, 96)
    pixels[:, :, 48:] = 3000
    tiles, steps = run(tmp_path, make_raster(pixels=pixels), min_texture=0.01, split=(100, 0, 0))
    places = [offset(name) for _, name, _, _ in everything(tiles)]
    assert places
    assert all(col < 48 for _, col in places)
    assert "tiles are left out, having less texture than MIN_TEXTURE" in logs(steps)
    # The one figure that decides: one band with texture is enough.
    pixels[0, :, 48:] = texture(1, 96, 48)[0]
    tiles, _ = run(tmp_path, make_raster(pixels=pixels), "more", min_texture=0.01, split=(100, 0, 0))
    assert any(offset(name)[1] >= 64 for _, name, _, _ in everything(tiles))


def test_where_the_land_has_changed_tiles_are_left_out(tmp_path, make_raster):
    hr = texture(2, 96, 120)
    lr = np.rint(downsample(hr, np.ones(hr.shape, bool), 2)[0]).astype(np.uint16)
    lr[:, :20, :20] += 4000
    paths = [
        make_raster("hr.tif", pixels=hr, transform=GRID),
        make_raster("lr.tif", pixels=lr, transform=GRID * Affine.scale(2)),
    ]
    tiles, steps = run(tmp_path, paths[0], input_lr=str(paths[1]), max_difference=0.05, split=(100, 0, 0))
    places = [offset(name) for _, name, _, _ in everything(tiles)]
    assert places
    assert all(row >= 40 or col >= 40 for row, col in places)
    assert "differ by more than MAX_DIFFERENCE there" in logs(steps)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"min_texture": 9}, "No tile has enough texture: use a smaller MIN_TEXTURE"),
        ({"max_tiles": 2}, "MAX_TILES"),
    ],
)
def test_what_leaves_nothing_is_said(tmp_path, make_raster, options, says):
    refused(tmp_path, says, make_raster(pixels=texture(2, 96, 96)), **options)
