"""What is done to LR after the blur: noise of a known strength that belongs to a tile, and JPEG."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from sr_core.degradations import Degradation
from sr_core.degradations._tile_noise import tile_noise
from sr_core.raster.radiometry import Radiometry

from ..conftest import textured_pixels

KNOWN_NORMALS = (-1.8623176026096306, 0.6472472558379119, -0.49756196022049065)


def degradation(id, **options):
    return Degradation.load({"id": id, **options})


def everywhere(pixels):
    return np.ones(pixels.shape, bool)


@pytest.mark.parametrize("dtype", ("uint16", "float32"))
def test_noise_is_as_strong_as_asked_for_in_physical_units(dtype):
    hr = np.full((2, 400, 400), 5000, dtype)
    radiometry = Radiometry(gain=(1e-4, -2e-4), offset=(-0.1, 3.0))
    chosen = degradation("area", noise=[0.004, 0.02])
    lr, valid = chosen.apply(hr, everywhere(hr), 2, None, radiometry=radiometry, tile="a")
    physical = radiometry.to_physical(lr) - radiometry.to_physical(hr[:, ::2, ::2])
    assert lr.dtype == dtype and valid.all()
    assert physical.std((1, 2)) == pytest.approx((0.004, 0.02), rel=0.02)
    assert np.abs(physical.mean((1, 2))).max() < 3 * 0.02 / 200


def test_noise_belongs_to_seed_tile_and_band_and_to_nothing_else():
    hr = np.zeros((2, 64, 64), np.float32)

    def made(tile="a", **options):
        return degradation("area", noise=[1], **options).apply(hr, everywhere(hr), 2, None, tile=tile)[0]

    assert np.array_equal(made(), made())
    ways = [made(), made("b"), made(seed=1), made("b", seed=1)]
    values = np.stack([band.ravel() for way in ways for band in way])
    assert np.abs(np.corrcoef(values) - np.eye(8)).max() < 0.15
    # So a tile set can be made again with another version of numpy: these are Philox4x64-10's normals.
    known = tile_noise((3,), 7, "zion_00000_00128")
    assert known == pytest.approx(KNOWN_NORMALS, abs=1e-12)


def test_valid_pixels_with_noise_are_never_nodata():
    hr = np.full((1, 200, 200), 8, np.uint8)
    lr, _ = degradation("area", noise=[2]).apply(hr, everywhere(hr), 2, 8)
    assert set(np.unique(lr)) >= {6, 7, 9, 10} and (lr != 8).all()


# JPEG


@pytest.mark.parametrize("quality", (20, 75, 95))
def test_jpeg_is_pillows(quality):
    hr = textured_pixels(3, 96, 120, "uint8")
    lr, _ = degradation("area").apply(hr, everywhere(hr), 2, None)
    found, _ = degradation("area", jpeg=quality).apply(hr, everywhere(hr), 2, None)
    for band, plain in zip(found, lr, strict=True):
        file = io.BytesIO()
        Image.fromarray(plain).save(file, "JPEG", quality=quality)
        expected = np.asarray(Image.open(file)).astype(int)
        assert np.abs(band - expected).max() <= 1 and (band != plain).mean() > 0.1
        other = io.BytesIO()
        Image.fromarray(plain).save(other, "JPEG", quality=quality - 5)
        assert np.abs(band - np.asarray(Image.open(other)).astype(int)).max() > 1


def test_gaps_send_no_ripples_through_a_jpeg():
    hr = np.full((1, 64, 64), 200, np.uint8)
    valid = everywhere(hr)
    hr[:, 22:45, 10:51], valid[:, 22:45, 10:51] = 0, False
    lr, known = degradation("area", jpeg=30).apply(hr, valid, 2, 0)
    assert not known.all() and (np.abs(lr[known].astype(int) - 200) <= 1).all()
    assert (degradation("area", jpeg=30).apply(hr, valid, 2, 200)[0][known] != 200).all()
