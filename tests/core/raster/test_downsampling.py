"""Downsampling: equal to torch, Pillow and GDAL, true to ramps, the same in windows, unharmed by nodata."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
import torch
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from rasterio.enums import Resampling

from sr_core.raster.downsampling import downsample, halo

scales = st.sampled_from((2, 3, 4, 8))
sides = st.integers(1, 12)


def whole(pixels, scale):
    lr, valid = downsample(pixels, np.ones(pixels.shape, bool), scale)
    assert valid.all()
    return lr


@given(scales, st.integers(2, 12), st.integers(2, 12), st.integers(0, 99))  # torch errs on a width of 1
def test_equals_torch(scale, rows, cols, seed):
    hr = np.random.default_rng(seed).random((3, rows * scale, cols * scale), dtype=np.float32)
    expected = torch.nn.functional.interpolate(
        torch.from_numpy(hr)[None], size=(rows, cols), mode="bicubic", antialias=True, align_corners=False
    )[0]
    assert np.abs(whole(hr, scale) - expected.numpy()).max() < 1e-5


@pytest.mark.parametrize("scale", (2, 3, 4, 8))
def test_equals_pillow(scale):
    hr = np.random.default_rng(0).random((1, 14 * scale, 11 * scale), dtype=np.float32)
    expected = np.asarray(Image.fromarray(hr[0]).resize((11, 14), Image.Resampling.BICUBIC))
    assert np.abs(whole(hr, scale)[0] - expected).max() < 1e-5


@pytest.mark.parametrize("scale", (2, 4, 8))
def test_equals_gdal_inside(scale):
    """GDAL widens its kernel the same way; only near the edge does it read otherwise."""
    hr = np.random.default_rng(0).random((1, 20 * scale, 24 * scale), dtype=np.float32)
    profile = {"driver": "GTiff", "height": hr.shape[1], "width": hr.shape[2], "count": 1, "dtype": "float32"}
    with rasterio.MemoryFile() as file:
        with file.open(**profile, transform=rasterio.Affine(2, 0, 0, 0, -2, 0)) as dataset:
            dataset.write(hr)
        with file.open() as dataset:
            expected = dataset.read(out_shape=(1, 20, 24), resampling=Resampling.cubic)
    inner = np.s_[:, 3:-3, 3:-3]
    assert np.abs(whole(hr, scale)[inner] - expected[inner]).max() < 1e-5


@given(scales, sides, sides, st.floats(-1e4, 1e4))
def test_a_constant_stays(scale, rows, cols, value):
    hr = np.full((1, rows * scale, cols * scale), value)
    assert whole(hr, scale) == pytest.approx(value, rel=1e-6)


@given(scales, st.integers(5, 12), st.floats(-3, 3), st.floats(-3, 3))
def test_a_ramp_stays_a_ramp(scale, side, down, across):
    """Inside, each low-resolution pixel is the ramp's value at its centre; so the mean is kept too."""
    rows, cols = np.mgrid[: side * scale, : side * scale] + 0.5
    lr = whole((rows * down + cols * across)[None], scale)[0]
    rows, cols = (np.mgrid[:side, :side] + 0.5) * scale
    inner = np.s_[2:-2, 2:-2]
    assert np.abs(lr - (rows * down + cols * across))[inner].max() < 1e-4
    assert lr.mean() == pytest.approx(((down + across) * side * scale) / 2, abs=1e-4)


@given(scales, st.integers(1, 8), st.integers(1, 8), st.integers(0, 99), st.booleans())
def test_a_window_equals_the_whole(scale, start, length, seed, gaps):
    rng = np.random.default_rng(seed)
    side = 20 * scale
    hr, valid = rng.random((2, side, side)), rng.random((2, side, side)) > (0.4 if gaps else -1)
    lr, lr_valid = downsample(hr, valid, scale)
    first, last = start * scale, (start + length) * scale
    outer = slice(max(0, first - halo(scale)), last + halo(scale))
    part, part_valid = downsample(hr[:, outer, outer], valid[:, outer, outer], scale)
    skip = first // scale - outer.start // scale
    inner = slice(skip, skip + length)
    assert np.abs(part[:, inner, inner] - lr[:, start : start + length, start : start + length]).max() < 1e-6
    assert (part_valid[:, inner, inner] == lr_valid[:, start : start + length, start : start + length]).all()


@given(scales, st.integers(0, 99), st.floats(0.01, 0.99))
def test_invalid_pixels_count_for_nothing(scale, seed, share):
    """Whatever stands in an invalid pixel, NaN too, the result is the same; and a constant stays one to the edge."""
    rng = np.random.default_rng(seed)
    hr, valid = rng.random((1, 8 * scale, 8 * scale)), rng.random((1, 8 * scale, 8 * scale)) > share
    lr, lr_valid = downsample(hr, valid, scale)
    poisoned, same_valid = downsample(np.where(valid, hr, np.nan), valid, scale)
    assert (lr == poisoned).all() and (lr_valid == same_valid).all()
    flat, _ = downsample(np.where(valid, 7.0, np.nan), valid, scale)
    assert flat[lr_valid] == pytest.approx(7.0)
    assert (flat[~lr_valid] == 0).all()


@pytest.mark.parametrize("scale", (3, 4, 8))
@pytest.mark.parametrize("most", (False, True))
def test_valid_is_more_than_half(scale, most):
    hr = np.ones((1, 8 * scale, 8 * scale))
    valid = np.zeros(hr.shape, bool)
    third = round(scale / 3)  # how much of the fifth low-resolution column is valid, or is not
    valid[:, :, : (5 * scale - third) if most else (4 * scale + third)] = True
    assert (downsample(hr, valid, scale)[1][0] == [True] * (4 + most) + [False] * (4 - most)).all()
    nothing = downsample(hr, np.zeros(hr.shape, bool), scale)
    assert not nothing[1].any() and (nothing[0] == 0).all()
