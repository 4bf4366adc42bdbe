"""A raster on the grid of another: positions, edges, gaps, and other coordinate systems."""

import numpy as np
import pytest
import rasterio
from affine import Affine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasterio.enums import Resampling
from rasterio.warp import reproject, transform_bounds
from rasterio.windows import Window

from sr_core.errors import InputError, NoOverlapError
from sr_core.raster.raster_reader import open_raster
from sr_core.raster.warp.pixel_transform import pixel_ratio
from sr_core.raster.warp.superimpose import superimpose

from ...conftest import textured_pixels

ORIGIN = Affine(10, 0, 500_000, 0, -10, 5_000_000)
anything = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def ramp(height, width):
    """Two bands that rise evenly to the east and to the south, in pixels from the corner."""
    rows, cols = np.mgrid[:height, :width] + 0.5
    return np.stack([cols, rows])


@anything
@given(
    ratio=st.floats(1.2, 5),
    origin=st.tuples(st.floats(-3, 6), st.floats(-3, 6)),
    size=st.tuples(st.integers(1, 40), st.integers(1, 40)),
)
def test_a_ramp_stays_a_ramp_wherever_the_grids_lie(make_raster, ratio, origin, size):
    xs = make_raster("xs.tif", ramp(12, 14), transform=ORIGIN)
    grid = ORIGIN * Affine.translation(*origin) * Affine.scale(1 / ratio)
    pan = make_raster("pan.tif", np.ones((1, *size), "uint8"), transform=grid)
    rows, cols = np.mgrid[: size[0], : size[1]] + 0.5
    expected = np.stack([cols / ratio + origin[0], rows / ratio + origin[1]])
    on_it = ((expected > 1e-4) & (expected < np.array([14, 12])[:, None, None] - 1e-4)).all(axis=0)
    inner = ((expected > 1.5) & (expected < np.array([12.5, 10.5])[:, None, None])).all(axis=0)
    with open_raster(xs) as a, open_raster(pan) as b:
        assert pixel_ratio(a, b).xy == pytest.approx((ratio, ratio))
        if not on_it.any():
            return
        with superimpose(a, b) as laid:
            values, valid = laid.read(Window(0, 0, *size[::-1]))
            assert valid[:, on_it].all()
            off = ((expected < -1e-4) | (expected > np.array([14, 12])[:, None, None] + 1e-4)).any(axis=0)
            assert not valid[:, off].any()
            np.testing.assert_allclose(values[:, inner], expected[:, inner], atol=1e-6)
            rows, cols = laid.region.toslices()
            assert on_it[rows, cols].sum() == on_it.sum()


@pytest.mark.parametrize("flip", [(1, 1), (-1, 1), (1, -1)])
def test_it_is_gdals_cubic(make_raster, flip):
    """Away from the edge, where GDAL turns to bilinear; and whichever way up either raster is."""
    pixels = textured_pixels(2, 30, 26).astype("float64")
    turn = Affine.scale(*flip) * Affine.translation(*(0 if f > 0 else -n for f, n in zip(flip, (26, 30))))
    xs = make_raster("xs.tif", pixels, transform=ORIGIN * turn)
    grid = ORIGIN * Affine.translation(0.3, 0.7) * Affine.scale(1 / 2.5)
    pan = make_raster("pan.tif", np.ones((1, 70, 60), "uint8"), transform=grid)
    expected = np.zeros((2, 70, 60))
    reproject(
        pixels, expected, src_transform=ORIGIN * turn, dst_transform=grid, src_crs="EPSG:32633",
        dst_crs="EPSG:32633", resampling=Resampling.cubic,
    )  # fmt: skip
    with open_raster(xs) as a, open_raster(pan) as b, superimpose(a, b) as laid:
        values, _ = laid.read(Window(0, 0, 60, 70))
    np.testing.assert_allclose(values[:, 6:-8, 6:-8], expected[:, 6:-8, 6:-8], rtol=1e-9)


@anything
@given(
    corner=st.tuples(st.integers(0, 60), st.integers(0, 50)),
    size=st.tuples(st.integers(1, 30), st.integers(1, 30)),
    gaps=st.integers(0, 99),
)
def test_any_window_is_that_part_of_the_whole(make_raster, corner, size, gaps):
    pixels = textured_pixels(2, 19, 23)
    pixels[:, np.random.default_rng(gaps).random((19, 23)) < 0.2] = 7
    xs = make_raster("xs.tif", pixels, transform=ORIGIN, nodata=7)
    pan = make_raster(
        "pan.tif", np.ones((1, 80, 90), "uint8"), transform=ORIGIN * Affine.translation(-1.3, 0.6) * Affine.scale(0.3)
    )  # fmt: skip
    with open_raster(xs) as a, open_raster(pan) as b, superimpose(a, b) as laid:
        whole, whole_valid = laid.read(Window(0, 0, 90, 80))
        part, valid = laid.read(Window(*corner, *size))
    rows, cols = Window(*corner, *size).toslices()
    np.testing.assert_array_equal(valid, whole_valid[:, rows, cols])
    np.testing.assert_array_equal(part[valid], whole[:, rows, cols][valid])


def test_nodata_neither_bleeds_nor_grows(make_raster):
    """Each band by itself: a pixel is valid where the nearest is, and keeps its value however wild the gap's is."""
    rng = np.random.default_rng(1)
    pixels = np.full((2, 20, 20), 100.0)
    gaps = rng.random(pixels.shape) < 0.3
    pixels[gaps] = -1e30
    xs = make_raster("xs.tif", pixels, transform=ORIGIN, nodata=-1e30)
    pan = make_raster("pan.tif", np.ones((1, 60, 60), "uint8"), transform=ORIGIN * Affine.scale(1 / 3))
    with open_raster(xs) as a, open_raster(pan) as b, superimpose(a, b) as laid:
        values, valid = laid.read(Window(0, 0, 60, 60))
    np.testing.assert_array_equal(valid, ~gaps.repeat(3, 1).repeat(3, 2))
    np.testing.assert_allclose(values[valid], 100)


@pytest.mark.parametrize("source", ["nodata", "nan", "mask", "nothing"])
@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:32632", None])
def test_another_crs_and_a_turned_grid(make_raster, source, crs):
    """Hills that know their place look the same from either system, and gaps stay where they are."""

    def hills(x, y):
        return 1000 + 300 * np.sin((x - 500_000) / 60) + 200 * np.cos((y - 5_000_000) / 70)

    rows, cols = np.mgrid[:60, :60] + 0.5
    pixels = hills(*(ORIGIN * (cols, rows)))[None]
    gap = np.zeros((60, 60), bool)
    gap[20:30, 25:40] = source != "nothing"
    pixels[:, gap] = np.nan if source == "nan" else 0
    if source != "nan":
        pixels = pixels.astype("uint16")
    options = {"nodata": {"nodata": 0}, "mask": {"mask": ~gap}}.get(source, {})
    if crs is None:  # a plan with its own coordinates, and a grid that is turned
        options["crs"] = None
    xs = make_raster("xs.tif", pixels, transform=ORIGIN, **options)
    west, south, east, north = transform_bounds(
        "EPSG:32633", crs or "EPSG:32633", 499_950, 4_999_450, 500_550, 4_999_950
    )
    grid = Affine.translation(west, north) * Affine.scale((east - west) / 120, (south - north) / 120)
    if crs is None:
        grid = grid * Affine.rotation(20)
    pan = make_raster("pan.tif", np.ones((1, 120, 120), "uint8"), transform=grid, crs=crs)
    with open_raster(xs) as a, open_raster(pan) as b, superimpose(a, b) as laid:
        values, valid = laid.read(Window(0, 0, 120, 120))
        part, part_valid = laid.read(Window(40, 30, 17, 21))
    x, y = grid * (np.mgrid[:120, :120][::-1] + 0.5)
    places = rasterio.warp.transform(crs or "EPSG:32633", "EPSG:32633", x.ravel(), y.ravel())
    x, y = (np.array(side).reshape(120, 120) for side in places)
    col, row = (np.floor(side).astype(int) for side in ~ORIGIN * (x, y))
    on_it = (col >= 0) & (col < 60) & (row >= 0) & (row < 60)
    expected = np.zeros((120, 120), bool)
    expected[on_it] = ~gap[row[on_it], col[on_it]]
    assert (valid[0] != expected).mean() < 2e-3  # where a centre lies on the edge of a pixel
    assert expected.mean() > 0.5
    clear = valid[0] & expected
    # GDAL's cubic turns to bilinear beside a gap.
    np.testing.assert_allclose(values[0][clear], hills(x, y)[clear], atol=25)
    assert np.abs(values[0][clear] - hills(x, y)[clear]).mean() < 2
    np.testing.assert_allclose(part, values[:, 30:51, 40:57], rtol=1e-9)
    np.testing.assert_array_equal(part_valid, valid[:, 30:51, 40:57])


def test_rasters_apart_are_refused(make_raster):
    xs = make_raster("xs.tif", transform=ORIGIN)
    far = make_raster("far.tif", transform=ORIGIN * Affine.translation(1000, 0))
    local = make_raster("local.tif", crs='LOCAL_CS["site",UNIT["metre",1]]', transform=ORIGIN)
    with open_raster(xs) as a, open_raster(far) as b, open_raster(local) as c:
        with pytest.raises(NoOverlapError, match=r"far.tif and .*xs.tif do not overlap"), superimpose(a, b):
            pass
        with pytest.raises(InputError, match=r"systems of .*local.tif and .*xs.tif cannot be related"):
            pixel_ratio(a, c)
