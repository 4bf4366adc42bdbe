"""Values between pixels: through them, averaged, and with gaps."""

from __future__ import annotations

import numpy as np
import pytest
from affine import Affine
from hypothesis import given
from hypothesis import strategies as st
from odc.geo.types import xy_
from rasterio.enums import Resampling
from rasterio.warp import reproject

from sr_core.raster.downsampling import downsample
from sr_core.raster.warp.interpolate import interpolate

from ...conftest import textured_pixels


def points(height, width, step, start=(0.0, 0.0)):
    """Centres of pixels `step` times as large, the first beginning at `start` (column, row)."""
    rows, cols = (np.mgrid[:height, :width] + 0.5) * step
    return xy_(cols + start[0], rows + start[1])


def everywhere(pixels):
    return np.ones(pixels.shape, bool)


@given(
    start=st.tuples(st.floats(0, 4), st.floats(0, 4)), step=st.floats(0.3, 1),
    kernel=st.sampled_from([np.polynomial.polynomial.Polynomial([3, 2]), np.polynomial.polynomial.Polynomial([5, 1, 0.2])]),
)  # fmt: skip
def test_ramps_and_parabolas_come_back_exactly(start, step, kernel):
    """What Keys' kernel is made for; two pixels from the edge it has all its taps."""
    rows, cols = np.mgrid[:20, :24] + 0.5
    pixels = np.stack([kernel(cols), kernel(rows)])
    at = points(10, 10, step, (start[0] + 2, start[1] + 2))
    values, valid = interpolate(pixels, everywhere(pixels), at)
    assert valid.all()
    np.testing.assert_allclose(values, [kernel(at.x), kernel(at.y)], rtol=1e-12)


@given(st.integers(0, 99))
def test_cubic_convolution_keeps_parabolas_at_any_points(seed):
    rng = np.random.default_rng(seed)
    a, b, c, d = rng.normal(size=4)
    rows, cols = np.mgrid[:9, :9] + 0.5
    x, y = rng.uniform(2, 7, (2, 5, 5))
    image = a * cols**2 + b * rows**2 + c * rows * cols + d
    found, _ = interpolate(image[None], everywhere(image[None]), xy_(x, y))
    assert found[0] == pytest.approx(a * x**2 + b * y**2 + c * x * y + d)


@pytest.mark.parametrize("scale", [2, 3, 4, 8])
def test_finer_pixels_are_averaged_as_an_export_degrades_them(scale):
    pixels = textured_pixels(2, 12 * scale, 14 * scale)
    values, valid = interpolate(pixels, everywhere(pixels), points(12, 14, scale), widening=xy_(scale, scale))
    expected, _ = downsample(pixels, np.ones(pixels.shape, bool), scale)
    assert valid.all()
    np.testing.assert_allclose(values, expected, rtol=1e-5)


def test_stripes_of_one_fine_pixel_become_their_mean_and_no_others():
    """By interpolation alone they would become stripes of another width."""
    pixels = np.broadcast_to(np.arange(80) % 2 * 1000.0, (1, 80, 80))
    at = points(20, 20, 3.7, (2, 2))
    plain, averaged = (
        interpolate(pixels, everywhere(pixels), at, widening=xy_(wide, wide))[0][0, 2:-2, 2:-2]
        for wide in (1, 3.7)
    )
    assert plain.std() > 300 and averaged.std() < 15
    assert averaged.mean() == pytest.approx(500, abs=10)


@pytest.mark.parametrize("angle", [0, 7])
def test_as_gdal_does_it(angle):
    pixels = textured_pixels(2, 50, 60).astype("float64")
    target = Affine.translation(14.3, 8.2) * Affine.rotation(angle) * Affine.scale(0.8)
    expected = np.zeros((2, 30, 30))
    reproject(
        pixels, expected, src_transform=Affine.identity(), dst_transform=target, src_crs="EPSG:3857",
        dst_crs="EPSG:3857", resampling=Resampling.cubic, XSCALE=1, YSCALE=1, tolerance=1e-9,
    )  # fmt: skip
    rows, cols = np.mgrid[:30, :30] + 0.5
    values, _ = interpolate(pixels, everywhere(pixels), xy_(*(target * (cols, rows))))
    np.testing.assert_allclose(values, expected, rtol=1e-6)


@given(seed=st.integers(0, 999), wide=st.sampled_from([1.0, 1.6, 3.0]))
def test_gaps_have_no_part_and_what_may_not_be_used_is_not_there(seed, wide):
    rng = np.random.default_rng(seed)
    pixels = textured_pixels(2, 30, 30).astype("float64")
    valid, usable = rng.random(pixels.shape) > 0.2, np.zeros((30, 30), bool)
    usable[4:22, 6:25] = True
    at = points(12, 12, wide, (3, 2))
    values, known = interpolate(pixels, valid, at, usable=usable, widening=xy_(wide, wide))
    pixels[~valid] = -1e30
    pixels[:, ~usable] = 1e30
    again, same = interpolate(pixels, valid | ~usable, at, usable=usable, widening=xy_(wide, wide))
    np.testing.assert_array_equal(same, known)
    np.testing.assert_array_equal(again, values)
    # Where all may be used but those that are not there, it is as if the image ended.
    cut, there = interpolate(
        pixels[:, 4:22, 6:25], valid[:, 4:22, 6:25], xy_(at.x - 6, at.y - 4), widening=xy_(wide, wide)
    )
    np.testing.assert_array_equal(there, known)
    np.testing.assert_allclose(cut, values, rtol=1e-9)


def test_what_is_far_from_all_pixels_is_not_known():
    pixels = textured_pixels(1, 8, 8)
    values, known = interpolate(pixels, everywhere(pixels), points(3, 3, 1, (-40, 0)))
    assert not known.any() and not values.any()


def test_any_point_by_itself_is_as_among_others():
    pixels = textured_pixels(2, 40, 40)
    at, wide = points(20, 20, 1.7), xy_(1.7, 1.7)
    whole, _ = interpolate(pixels, everywhere(pixels), at, widening=wide)
    part, _ = interpolate(pixels, everywhere(pixels), at.map(lambda side: side[5:9, 3:4]), widening=wide)
    np.testing.assert_array_equal(part, whole[:, 5:9, 3:4])
