"""Whole rasters pansharpened through the job, as a user asks for it."""

import numpy as np
import pytest
import rasterio
from affine import Affine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasterio.windows import Window

from sr_core.errors import InputError, NoOverlapError
from sr_core.jobs import Job, Progress, pansharpen
from sr_core.raster import pansharpened_raster as source_module
from sr_core.raster.pansharpen import PansharpeningMethod
from sr_core.raster.raster_reader import open_raster

from ..conftest import textured_pixels
from ..support.pansharpening_pair import ORIGIN, maker

METHODS = sorted(PansharpeningMethod.members)


@pytest.fixture
def make_pair(make_raster):
    return maker(make_raster)


def sharpened(tmp_path, xs, pan, **options):
    job = Job.load(
        {
            "id": "pansharpen",
            "input": str(xs),
            "pan": str(pan),
            "output": str(tmp_path / "out.tif"),
            **options,
        }
    )
    work, fractions = job.run(), [0.0]
    while True:
        try:
            step = next(work)
        except StopIteration as end:
            assert fractions == sorted(fractions)
            with rasterio.open(tmp_path / "out.tif") as result:
                assert (result.width, result.height) == (end.value.width, end.value.height)
                return result.read()
        if isinstance(step, Progress):
            fractions.append(step.fraction)


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    ratio=st.sampled_from([1.5, 2, 3, 4.3]),
    size=st.tuples(st.integers(1, 23), st.integers(1, 23)),
    shift=st.tuples(st.floats(-1, 1), st.floats(-1, 1)),
    tile=st.integers(5, 40),
)
def test_tiles_are_the_whole(make_pair, tmp_path, method, ratio, size, shift, tile):
    """Odd sizes, odd offsets, gaps in both: cut anyhow, it is the same to the last bit."""
    rng = np.random.default_rng(3)
    pixels = textured_pixels(2, *size, "uint16")
    pixels[rng.random(pixels.shape) < 0.05] = 0
    seen = textured_pixels(1, *(round(side * ratio) for side in size), "uint16", seed=4)
    seen[rng.random(seen.shape) < 0.05] = 0
    xs, pan = make_pair(ratio=ratio, xs=pixels, pan=seen, shift=shift, nodata=0, pan_options={"nodata": 0})
    whole = done = None
    with pytest.MonkeyPatch.context() as patch:
        try:
            whole = sharpened(tmp_path, xs, pan, method=method)
        except NoOverlapError:
            return
        if method == "rcs":  # which gathers nothing, and so has nothing that adds up in another order
            patch.setattr(pansharpen, "TILE_SIZE", tile)
            done = sharpened(tmp_path, xs, pan, method=method)
            np.testing.assert_array_equal(done, whole)
        patch.setattr(pansharpen, "TILE_SIZE", tile)
        patch.setattr(source_module, "TILE_SIZE", tile)
        done = sharpened(tmp_path, xs, pan, method=method)
        np.testing.assert_array_equal(done == 0, whole == 0)
        np.testing.assert_allclose(done.astype(float), whole, atol=1)


@pytest.mark.parametrize("method", METHODS)
def test_nodata_stays_and_harms_no_neighbour(make_pair, tmp_path, method):
    """However wild the values in the gaps are, pixels outside them do not move."""
    results = []
    for wild in (0, 65535):
        pixels, seen = textured_pixels(2, 20, 26), textured_pixels(1, 60, 78, seed=4)
        pixels[:, 4:8, 5:9] = wild
        pixels[1, 15, 3] = wild
        seen[:, 50:54, 40:60] = wild
        xs, pan = make_pair(ratio=3, xs=pixels, pan=seen, nodata=wild, pan_options={"nodata": wild})
        results.append((sharpened(tmp_path, xs, pan, method=method), wild))
    (low, _), (high, _) = results
    gap = np.zeros((2, 60, 78), bool)
    gap[:, 12:24, 15:27] = gap[:, 50:54, 40:60] = True
    gap[slice(1, 2) if method == "rcs" else slice(None), 45:48, 9:12] = True
    np.testing.assert_array_equal(low == 0, gap)
    np.testing.assert_array_equal(high == 65535, gap)
    np.testing.assert_array_equal(low[~gap], high[~gap])


def test_gaps_without_a_nodata_value_are_masked(make_pair, tmp_path):
    seen = textured_pixels(1, 40, 52)
    seen[:, :5] = 0
    xs, pan = make_pair(pan=seen, pan_options={"nodata": 0})
    sharpened(tmp_path, xs, pan)
    with open_raster(tmp_path / "out.tif") as result:
        _, valid = result.read(Window(0, 0, 52, 40))
    np.testing.assert_array_equal(valid, np.broadcast_to(seen != 0, valid.shape))


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint16", "float32"])
def test_the_result_is_the_multispectral_raster_on_the_grid_of_pan(make_pair, tmp_path, dtype):
    xs, pan = make_pair(xs=textured_pixels(3, 20, 26, dtype), shift=(0.3, 0.4), nodata=0)
    with rasterio.open(xs, "r+") as file:
        file.descriptions = ("red", "green", "nir")
    result = sharpened(tmp_path, xs, pan, bands=[3, 1])
    with rasterio.open(tmp_path / "out.tif") as out, rasterio.open(pan) as grid, rasterio.open(xs) as colours:
        assert out.dtypes == (dtype, dtype)
        assert out.descriptions == ("nir", "red")
        assert (out.nodata, out.crs) == (0, grid.crs)
        assert out.tags()["FINER_PANSHARPENING"] == "rcs"
        assert out.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        lag = ~grid.transform * (out.transform.c, out.transform.f)
        np.testing.assert_allclose(lag, np.round(lag), atol=1e-9)
        before = colours.read([3, 1])
    small = result[:, :38, :50].reshape(2, 19, 2, 25, 2).mean(axis=(2, 4))
    assert np.corrcoef(small.ravel(), before[:, :19, :25].ravel())[0, 1] > 0.8
    assert result.astype(float).mean() == pytest.approx(before.mean(), rel=0.05)


def test_values_are_clipped_not_wrapped(make_pair, tmp_path):
    seen = np.full((1, 40, 52), 1, "uint16")
    seen[0, 20, 30] = 60_000
    xs, pan = make_pair(xs=np.full((1, 20, 26), 200, "uint8"), pan=seen)
    result = sharpened(tmp_path, xs, pan)
    assert result[0, 20, 30] == 255
    assert result[0, 20, 31] == 0
    assert (result[0, :18] == 200).all()


def test_an_extent_gives_that_part(make_pair, tmp_path):
    xs, pan = make_pair()
    whole = sharpened(tmp_path, xs, pan)
    left, top = ORIGIN * (5, 4)
    part = sharpened(tmp_path, xs, pan, extent={"bounds": [left, top - 60, left + 90, top]})
    np.testing.assert_array_equal(part, whole[:, 8:20, 10:28])
    with pytest.raises(NoOverlapError):
        sharpened(tmp_path, xs, pan, extent={"bounds": [0, 0, 1, 1]})


def test_pan_in_another_crs(make_raster, tmp_path):
    """The result lies where PAN does, and shows what lies there."""
    xs = make_raster("xs.tif", np.full((2, 30, 30), 500, "uint16"), transform=ORIGIN, nodata=0)
    west, south, east, north = rasterio.warp.transform_bounds(
        "EPSG:32633", "EPSG:3857", 500_100, 4_999_750, 500_400, 4_999_900
    )
    grid = Affine.translation(west, north) * Affine.scale((east - west) / 100, (south - north) / 50)
    pan = make_raster("pan.tif", textured_pixels(1, 50, 100), transform=grid, crs="EPSG:3857")
    result = sharpened(tmp_path, xs, pan, radius=20)
    with rasterio.open(tmp_path / "out.tif") as out:
        assert out.crs == "EPSG:3857"
        assert out.transform.almost_equals(grid, 1e-6)
        # PAN begins 100 m into XS, which is 300 m wide, as PAN is; further there is nothing to sharpen.
        assert 65 <= out.width <= 69
        assert out.height == 50
    assert (result != 0).mean() > 0.98
    assert result[result != 0].mean() == pytest.approx(500, rel=0.1)


def test_what_cannot_be_done_is_refused(make_pair, make_raster, tmp_path):
    xs, pan = make_pair()
    for a, b in ((pan, xs), (xs, xs)):
        with pytest.raises(InputError, match=r"pixels of .* are not finer than those of .*: choose as PAN"):
            sharpened(tmp_path, a, b)
    far = make_raster("far.tif", bands=1, transform=ORIGIN * Affine.translation(999, 0) * Affine.scale(0.5))
    with pytest.raises(NoOverlapError, match="do not overlap"):
        sharpened(tmp_path, xs, far)
    local = make_raster("local.tif", bands=1, crs='LOCAL_CS["site",UNIT["metre",1]]')
    with pytest.raises(InputError, match="cannot be related"):
        sharpened(tmp_path, xs, local)
    with pytest.raises(InputError, match="WEIGHTS has 2 numbers for 3 bands"):
        sharpened(tmp_path, xs, pan, method="brovey", weights=[1, 1])
    with pytest.raises(InputError, match="WEIGHTS is all 0"):
        sharpened(tmp_path, xs, pan, method="gram_schmidt", weights=[0, 0, 0])
    with pytest.raises(InputError, match="brovey has no RADIUS: leave it blank"):
        sharpened(tmp_path, xs, pan, method="brovey", radius=3)
    with pytest.raises(
        InputError, match="no pansharpening method 'pca': choose one of brovey, gram_schmidt, rcs"
    ):
        sharpened(tmp_path, xs, pan, method="pca")
    with pytest.raises(InputError, match="also an input"):
        sharpened(tmp_path, xs, pan, output=str(pan))
    empty = make_raster(
        "empty.tif", np.zeros((1, 40, 52), "uint8"), transform=ORIGIN * Affine.scale(0.5), nodata=0
    )
    for method in METHODS:
        with pytest.raises(NoOverlapError, match="no valid pixel in the same place"):
            sharpened(tmp_path, xs, empty, method=method)
    assert not (tmp_path / "out.tif").exists()


def test_of_several_pan_bands_the_first_is_taken_and_said_so(make_pair, tmp_path):
    both = textured_pixels(2, 40, 52)
    xs, pan = make_pair(pan=both)
    result = sharpened(tmp_path, xs, pan)
    job = Job.load({"id": "pansharpen", "input": str(xs), "pan": str(pan), "output": str(tmp_path / "x.tif")})
    assert "2 bands, of which the first" in next(job.run()).text.format(pan="", count=2)
    xs, pan = make_pair(pan=both[:1])
    np.testing.assert_array_equal(result, sharpened(tmp_path, xs, pan))


def test_stopping_leaves_nothing(make_pair, tmp_path):
    xs, pan = make_pair()
    before = sorted(p.name for p in tmp_path.iterdir())
    for method in METHODS:
        for after in range(1, 5):
            job = Job.load(
                {"id": "pansharpen", "input": str(xs), "pan": str(pan), "method": method,
                 "output": str(tmp_path / "out.tif")}
            )  # fmt: skip
            work = job.run()
            for _ in range(after):
                next(work, None)
            work.close()
    assert sorted(p.name for p in tmp_path.iterdir() if p.name != "out.tif") == before
