import math

import numpy as np
import pytest

from sr_core.raster.nodata_comparison import equals_nodata, held_nodata, in_ranges, values_beside
from sr_core.raster.radiometry import avoid_nodata

LOWEST = -3.4028234663852886e38


@pytest.mark.parametrize(
    ("dtype", "declared", "held"),
    [
        ("uint8", 255.0, 255), ("uint8", 254.9999999, 255), ("uint8", 0.5, None), ("uint8", -1, None),
        ("uint8", 256, None), ("uint8", math.nan, None), ("uint8", -3.4e38, None), ("int8", -128, -128),
        ("int16", -32768.0, -32768), ("int16", 40000, None), ("uint16", 65535, 65535), ("uint16", -9999, None),
        ("int32", -2147480000.0, -2147483648), ("uint32", 4294970000.0, 4294967295), ("int32", 5e9, None),
        ("float32", -9999, -9999), ("float32", -3.4028235e38, LOWEST), ("float32", -1.7976931348623157e308, LOWEST),
        ("float32", 1e200, None), ("float64", -3.4e38, -3.4e38), ("float32", None, None),
    ],
)  # fmt: skip
def test_what_pixels_have_for_a_declared_value(dtype, declared, held):
    assert held_nodata(dtype, declared) == held


@pytest.mark.parametrize(
    ("dtype", "pixel", "declared"),
    [
        ("float32", 0.1, 0.1), ("float64", 0.10000000149011612, 0.1), ("float64", 0.1, 0.10000000149011612),
        ("float32", -9999.9, -9999.900391), ("float64", -9999.900390625, -9999.9),
        ("float32", LOWEST, -3.40282e38), ("float32", LOWEST, -3.4e38), ("float32", LOWEST, -3.4028235e38),
        ("float32", -3.402823060737097e38, LOWEST), ("float64", LOWEST, -3.40282e38),
        ("float32", LOWEST, -1.7976931348623157e308), ("float64", -1.7976931348623157e308, -1.79769e308),
        ("float32", 9.969209968386869e36, 9.96921e36), ("float64", 9.969209968386869e36, 9.96921e36),
        ("uint8", 255, 255.0000001), ("int32", -2147483648, -2.14748e9),
    ],
)  # fmt: skip
def test_a_value_that_went_through_text_still_marks(dtype, pixel, declared):
    assert equals_nodata(np.array([pixel, 7], dtype), declared).tolist() == [True, False]


@pytest.mark.parametrize(
    ("pixel", "declared"),
    [(1e7 + 0.5, 1e7), (16777220.0, 16777218.0), (-9999.01, -9999), (1e-6, 0), (-3.3e38, LOWEST)],
)
def test_near_values_are_data(pixel, declared):
    assert not equals_nodata(np.array([pixel], "float64"), declared).any()


@pytest.mark.parametrize("dtype", ("float32", "float64"))
@pytest.mark.parametrize("nodata", (0.0, 0.1, -9999.0, 1e20, -3.4e38, LOWEST))
def test_valid_pixels_keep_off_nodata_and_all_that_is_taken_for_it(dtype, nodata):
    below, above = values_beside(dtype, nodata)
    assert below < nodata < above
    moved = avoid_nodata(np.array([nodata], dtype), nodata)
    assert np.isfinite(moved).all() and not equals_nodata(moved, nodata).any()
    assert moved == pytest.approx(nodata, rel=1e-6, abs=1e-6) or abs(nodata + 3.4e38) < 1e36


def test_ranges():
    pixels = np.array([0, 1, 5, 10, 11], "uint8")
    assert in_ranges(pixels, [(0, 0), (5, 10)]).tolist() == [True, False, True, True, False]
    assert in_ranges(pixels, [(None, 1), (10.5, None)]).tolist() == [True, True, False, False, True]
    assert not in_ranges(pixels, []).any()
