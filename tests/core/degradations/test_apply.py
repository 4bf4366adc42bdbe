"""LR made from HR: torch's antialiased bicubic, rounded; and nothing of it from outside a tile's block."""

from __future__ import annotations

import zlib

import numpy as np
import pytest
import rasterio
import torch
from rasterio.windows import Window

from sr_core.degradations.bicubic import Bicubic
from sr_core.tile_export.land_blocks import divide_region
from sr_core.tile_export.scene import survey
from sr_core.tile_export.source_opener import RasterFile


@pytest.mark.parametrize("dtype", ("uint8", "uint16", "int16", "float32"))
@pytest.mark.parametrize("scale", (2, 3, 4, 8))
def test_bicubic_is_torchs_rounded(dtype, scale):
    random = np.random.default_rng(scale).random((2, 9 * scale, 7 * scale))
    hr = (random * 2 - (1 if dtype == "int16" else 0)) * {"uint8": 127, "float32": 1}.get(dtype, 9000)
    hr = hr.astype(dtype)
    lr, valid = Bicubic().apply(hr, np.ones(hr.shape, bool), scale, None)
    as_float = torch.from_numpy(hr.astype(np.float64))[None]
    expected = torch.nn.functional.interpolate(as_float, size=(9, 7), mode="bicubic", antialias=True)[
        0
    ].numpy()
    assert lr.dtype == dtype and valid.all()
    if dtype == "float32":
        assert np.abs(lr - expected).max() < 1e-5
    else:
        limits = np.iinfo(dtype)
        expected = np.clip(expected, limits.min, limits.max)
        assert np.abs(lr - expected).max() <= 0.5 + 1e-6  # the nearest whole number


@pytest.mark.parametrize(("scale", "digest"), ((2, 268564123), (3, 375160764), (4, 2003948464)))
def test_bicubic_stays_as_it_is_to_the_bit(scale, digest):
    """Tile sets of today are those of the first version, gaps and all."""
    hr = (np.arange(2 * 72 * 60).reshape(2, 72, 60) ** 2 % 9973).astype(np.uint16)
    lr, _ = Bicubic().apply(hr, hr % 7 > 0, scale, 8)
    assert zlib.crc32(lr.astype("<u2").tobytes()) == digest


def test_overshoot_is_clipped_not_wrapped():
    hr = np.zeros((1, 32, 32), np.uint8)
    hr[:, :, 16:] = 255  # bicubic overshoots on both sides of such an edge
    lr, _ = Bicubic().apply(hr, np.ones(hr.shape, bool), 4, None)
    assert (lr[0, 0, :4] <= 128).all() and (lr[0, 0, 4:] >= 128).all()


def test_valid_lr_is_never_nodata():
    hr = np.full((1, 16, 16), 7, np.uint16)
    hr[:, ::2] += 2  # all valid, and their mean is the nodata value
    lr, valid = Bicubic().apply(hr, np.ones(hr.shape, bool), 4, 8)
    assert valid.all() and (lr != 8).all() and (np.abs(lr.astype(int) - 8) <= 1).all()


def test_gaps_do_not_bleed():
    hr = np.full((1, 32, 32), 1000, np.uint16)
    valid = np.ones(hr.shape, bool)
    hr[:, 10:, 10:], valid[:, 10:, 10:] = 65535, False
    lr, lr_valid = Bicubic().apply(hr, valid, 4, 65535)
    assert (lr[lr_valid] == 1000).all() and not lr_valid[0, 3:, 3:].any() and lr_valid[0, :2].all()


@pytest.mark.parametrize("scale", (2, 3, 4))
def test_windows_of_a_block_equal_the_block(make_raster, scale):
    """Every tile's LR is the very crop of its block degraded whole, wherever in the block it lies."""
    path = make_raster(size=(161, 203), nodata=0)
    with rasterio.open(path, "r+") as dataset:
        pixels = dataset.read()
        pixels[:, 50:70, 30:90] = 0
        dataset.write(pixels)
    scene = survey(RasterFile(str(path)), scale=scale)
    sides = {"tile_size": 8 * scale, "stride": 4 * scale}
    with scene.open() as opened:
        for block in divide_region(scene.region, 6, **sides):
            rows, cols = block.window.toslices()
            whole, whole_valid = Bicubic().apply(pixels[:, rows, cols], pixels[:, rows, cols] != 0, scale, 0)
            for tile in block.tiles:
                cut = opened.cut(tile, block.window, "")
                assert (cut.hr == pixels[(slice(None), *tile.toslices())]).all()
                top, left = (
                    (a - b) // scale for a, b in ((tile.row_off, rows.start), (tile.col_off, cols.start))
                )
                part = np.s_[:, top : top + 8, left : left + 8]
                assert (cut.lr_valid == whole_valid[part]).all()
                assert (cut.lr == whole[part])[cut.lr_valid].all()


def test_nothing_outside_the_block_matters(make_raster):
    block, tile = Window(32, 16, 64, 48), Window(32, 16, 32, 32)
    cuts = []
    for seed in (1, 2):
        pixels = np.random.default_rng(seed).integers(1, 9000, (1, 96, 128)).astype(np.uint16)
        rows, cols = block.toslices()
        pixels[:, rows, cols] = np.arange(48 * 64).reshape(48, 64) + 1
        path = make_raster(f"{seed}.tif", pixels)
        scene = survey(RasterFile(str(path)), scale=4)
        with scene.open() as opened:
            cuts.append(opened.cut(tile, block, ""))
    assert all(np.array_equal(a, b) for a, b in zip(*cuts, strict=True))
