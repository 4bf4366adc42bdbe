"""Which tiles are worth learning from."""

from __future__ import annotations

import numpy as np
import pytest
from affine import Affine

from sr_core.raster.downsampling import downsample

from ..conftest import textured_pixels
from ..support.export_runs import GRID, everything, logs, offset, refused, run


def test_flat_tiles_are_left_out(tmp_path, make_raster):
    pixels = textured_pixels(2, 96, 96)
    pixels[:, :, 48:] = 3000
    tiles, steps = run(tmp_path, make_raster(pixels=pixels), min_texture=0.01, split=(100, 0, 0))
    places = [offset(name) for _, name, _, _ in everything(tiles)]
    assert places
    assert all(col < 48 for _, col in places)
    assert "tiles are left out, having less texture than MIN_TEXTURE" in logs(steps)
    # The one figure that decides: one band with texture is enough.
    pixels[0, :, 48:] = textured_pixels(1, 96, 48)[0]
    tiles, _ = run(tmp_path, make_raster(pixels=pixels), "more", min_texture=0.01, split=(100, 0, 0))
    assert any(offset(name)[1] >= 64 for _, name, _, _ in everything(tiles))


def test_where_the_land_has_changed_tiles_are_left_out(tmp_path, make_raster):
    hr = textured_pixels(2, 96, 120)
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
    refused(tmp_path, says, make_raster(pixels=textured_pixels(2, 96, 96)), **options)
