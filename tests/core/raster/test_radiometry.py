"""Pixel values to physical ones and back: exact, clipped, never the nodata value by accident."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sr_core.errors import InputError
from sr_core.raster.radiometry import Radiometry, avoid_nodata, can_hold

INTEGERS = ("uint8", "int8", "uint16", "int16", "uint32", "int32")
gains = st.floats(1e-6, 1e3) | st.floats(-1e3, -1e-6) | st.sampled_from((1 / 255, 1e-4, 2.75e-5, 1.0))


def radiometry(gain=1.0, offset=0.0, bands=1):
    return Radiometry(gain=(gain,) * bands, offset=(offset,) * bands)


@given(st.sampled_from(("uint8", "int8", "uint16", "int16")), gains, st.floats(-1000, 1000), st.data())
def test_round_trip_is_exact(dtype, gain, offset, shared_data):
    limits = np.iinfo(dtype)
    values = shared_data.draw(st.lists(st.integers(limits.min, limits.max), min_size=1, max_size=20))
    pixels = np.array([*values, limits.min, limits.max], dtype)[None, None]
    scaling = radiometry(gain, offset * gain)
    physical = scaling.to_physical(pixels)
    assert physical.dtype == np.float32
    assert (scaling.to_pixels(physical, dtype) == pixels).all()


@pytest.mark.parametrize("dtype", ("uint8", "uint16", "int16", "float32", "float64"))
def test_round_trip_of_the_default_is_exact(dtype):
    ends = np.iinfo(dtype) if np.dtype(dtype).kind in "iu" else None
    every = np.arange(ends.min, ends.max + 1) if ends else np.linspace(-1e4, 1e4, 999, dtype="float32")
    pixels = every.astype(dtype)[None, None]
    scaling = Radiometry.default(dtype, 1)
    assert (scaling.to_pixels(scaling.to_physical(pixels), dtype) == pixels).all()


def test_default():
    assert Radiometry.default("uint8", 2) == Radiometry(gain=(1 / 255,) * 2, offset=(0, 0))
    assert Radiometry.default("uint16", 1).gain == Radiometry.default("int16", 1).gain == (1e-4,)
    assert {Radiometry.default(dtype, 1).gain for dtype in ("float32", "float64", "uint32", "int8")} == {
        (1.0,)
    }
    white = Radiometry.default("uint8", 1).to_physical(np.full((1, 1, 1), 255, np.uint8))
    assert white == 1.0  # not 1.0000001


@given(
    st.sampled_from(INTEGERS), gains, st.floats(allow_nan=False, width=32), st.none() | st.integers(-200, 300)
)
def test_never_wraps(dtype, gain, value, nodata):
    limits = np.iinfo(dtype)
    (pixel,) = radiometry(gain).to_pixels(np.full((1, 1, 1), value, np.float32), dtype, nodata).ravel()
    wanted = float(np.float32(value)) / gain
    nearest = min(max(wanted, limits.min), limits.max)
    if nodata is not None and limits.min <= nodata <= limits.max:
        assert pixel != nodata
        assert abs(int(pixel) - nearest) <= (1 if round(nearest) == nodata else 0.5)
    else:
        assert abs(int(pixel) - nearest) <= 0.5


@pytest.mark.parametrize(
    "wanted, nodata, pixel",
    [
        (0.5, None, 0), (1.5, None, 2), (2.5, None, 2),  # half to even
        (0.2, 0, 1), (-7.0, 0, 1), (255.0, 255, 254), (900.0, 255, 254),  # at the ends there is one way only
        (6.8, 7, 6), (7.2, 7, 8), (7.0, 7, 8),  # the nearest other value
        (7.0, -9999, 7), (7.0, 7.5, 7), (7.0, float("nan"), 7),  # what no such pixel can be
        (float("nan"), 9, 9), (float("nan"), None, 0),
        (float("inf"), None, 255), (float("-inf"), 0, 1),
    ],
)  # fmt: skip
def test_to_pixels(wanted, nodata, pixel):
    assert radiometry().to_pixels(np.full((1, 1, 1), wanted), "uint8", nodata) == pixel


@pytest.mark.parametrize(
    "nodata", (0.0, -9999.0, float(np.finfo("float32").min), float(np.finfo("float32").max))
)
def test_float_pixels_keep_off_nodata(nodata):
    beside = radiometry().to_pixels(np.full((1, 1, 1), nodata, np.float32), "float32", nodata)
    assert beside.dtype == np.float32 and np.isfinite(beside).all()
    assert beside != np.float32(nodata) and beside == pytest.approx(nodata, rel=1e-6, abs=1e-6)


def test_float_pixels_stay_finite():
    values = np.array([np.inf, -np.inf, 1e300, np.nan])[None, None]
    pixels = radiometry().to_pixels(values, "float32", float("nan"))
    largest = np.finfo("float32").max
    assert (pixels[0, 0, :3] == [largest, -largest, largest]).all() and np.isnan(pixels[0, 0, 3])


def test_bands_are_apart():
    scaling = Radiometry(gain=(0.5, 2.0), offset=(1.0, -1.0))
    pixels = np.full((3, 2, 1, 1), 4, np.int16)  # a batch of three
    physical = scaling.to_physical(pixels)
    assert (physical.reshape(3, 2) == [3.0, 7.0]).all()
    assert (scaling.to_pixels(physical, "int16") == pixels).all()


def test_off_nodata_leaves_others_alone():
    pixels = np.array([[[1, 2, 3]]], np.uint8)
    assert (avoid_nodata(pixels, 2) == [[[1, 3, 3]]]).all()
    assert (avoid_nodata(pixels, None) == pixels).all() and (avoid_nodata(pixels, 7) == pixels).all()


def test_can_hold():
    assert can_hold("uint8", 255) and can_hold("int16", -9999.0) and can_hold("float32", float("nan"))
    assert not any(
        (can_hold("uint8", 256), can_hold("uint8", 0.5), can_hold("float32", 1e300), can_hold("uint8", None))
    )


def test_of_takes_one_number_for_all_bands():
    assert Radiometry.of("uint16", 3, gain=(0.001,)) == Radiometry(gain=(0.001,) * 3, offset=(0,) * 3)
    assert Radiometry.of("uint16", 2, offset=(-0.1, 0.2)) == Radiometry(gain=(1e-4,) * 2, offset=(-0.1, 0.2))
    assert Radiometry.of("uint8", 2) == Radiometry.default("uint8", 2)


@pytest.mark.parametrize(
    "gain, offset, says",
    [((1, 2), None, "GAIN has 2 numbers for 3"), (None, (1, 2), "OFFSET"), ((0,), None, "0")],
)
def test_of_refuses(gain, offset, says):
    with pytest.raises(InputError, match=says):
        Radiometry.of("uint8", 3, gain, offset)


@pytest.mark.parametrize("values", [{"gain": (1, 1), "offset": (0,)}, {"gain": (0,), "offset": (0,)}])
def test_nonsense_is_not_a_radiometry(values):
    with pytest.raises(ValueError):
        Radiometry(**values)
