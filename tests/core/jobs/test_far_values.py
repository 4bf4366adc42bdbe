"""64-bit values far from zero keep their differences, in every job."""

import numpy as np
import pytest
import rasterio
from scipy import ndimage

from sr_core.backbones import Backbone
from sr_core.package.info import PackageInfo
from sr_core.package.srpk import ModelPackage
from sr_core.raster.downsampling import downsample
from sr_core.raster.radiometry import Radiometry

from ..conftest import textured_pixels
from ..support.export_runs import everything, logs, run
from ..support.pansharpening_pair import maker
from .test_classify_pixels import classify
from .test_declared_scaling import log_of

FAR = 1e7


@pytest.fixture
def make_package(tmp_path):
    """A model of two bands of float64 that is bicubic resampling."""

    def make(mean, offset=0.0):
        info = PackageInfo(
            backbone=Backbone.load({"id": "edsr", "n_feats": 4, "n_blocks": 1}), scale=2, bands=("", ""),
            dtype="float64", radiometry=Radiometry(gain=(1.0,) * 2, offset=(offset,) * 2),
            mean=(mean,) * 2, std=(0.2,) * 2, degradation={"id": "bicubic"}, data_range=1,
        )  # fmt: skip
        ModelPackage(info, info.net()).save(tmp_path / "model.srpk")
        return tmp_path / "model.srpk"

    return make


@pytest.mark.parametrize("mean, offset", [(FAR, 0.0), (0.0, -FAR)], ids=("in the mean", "in the offset"))
@pytest.mark.parametrize("gap", (False, True))
def test_a_result_is_as_exact_as_near_zero(make_raster, make_package, tmp_path, mean, offset, gap):
    pixels = textured_pixels(2, 40, 56, "float64")
    if gap:
        pixels[:, 5:9, 7:12] = np.nan
    near = classify(tmp_path, make_raster(pixels=pixels), make_package(0.0))
    far = classify(tmp_path, make_raster(pixels=pixels + FAR), make_package(mean, offset))
    assert far.dtype == np.float64
    np.testing.assert_allclose(far - FAR, near, atol=1e-6)


def test_the_log_says_where_a_model_does_not_see_them(make_raster, make_package, tmp_path):
    path, model = make_raster(pixels=textured_pixels(2, 40, 56, "float64") + FAR), make_package(0.0)
    options = {"id": "classify_pixels", "model": str(model), "output": str(tmp_path / "sr.tif")}
    assert "Set OFFSET to bring them near zero" in log_of(input=str(path), **options)
    assert "near zero" not in log_of(input=str(path), offset=[-FAR], **options)


@pytest.mark.parametrize("dtype, times", [("float64", 1), ("int32", 100)])
def test_tiles(make_raster, tmp_path, dtype, times):
    far = FAR * times
    pixels = (textured_pixels(2, 160, 160, "float64") * times + far).astype(dtype)
    tiles, steps = run(tmp_path, make_raster(pixels=pixels))
    assert "so far from zero" in logs(steps) and abs(tiles.info.radiometry.offset[0] + far) < times
    assert tiles.info.radiometry.gain == (1, 1) and abs(tiles.info.statistics.mean[0]) < times
    for split, name, hr, lr in everything(tiles):
        whole = pixels.astype(np.float64) - far
        row, col = map(int, name.rsplit("_", 2)[1:])
        np.testing.assert_array_equal(hr.read(), pixels[:, row : row + 16, col : col + 16])
        pair = tiles.read(split, name)
        offset = np.array(tiles.info.radiometry.offset)[:, None, None] + far
        np.testing.assert_allclose(pair.hr - offset, hr.read().astype(float) - far, atol=1e-6 * times)
        inner = np.s_[:, 2:-2, 2:-2]  # where the block's edge has no part
        made, _ = downsample(whole[:, row : row + 16, col : col + 16], np.ones((2, 16, 16), bool), 2)
        difference = lr.read().astype(float) - far - made
        assert np.abs(difference[inner]).max() <= (0.5 if dtype == "int32" else 1e-6)


@pytest.mark.parametrize("crs", ("EPSG:32633", "EPSG:32632"))
def test_pansharpened(make_raster, tmp_path, crs):
    """Where PAN is the same everywhere only XS's interpolation is left, into gaps as well."""
    xs = ndimage.zoom(textured_pixels(3, 10, 13, "float64"), (1, 2, 2), order=1)
    xs[:, 7:9, 11:14] = np.nan
    found = {}
    for start in (0.0, FAR):
        pan = np.full((1, 40, 52), 100, "uint16")
        paths = maker(make_raster)(xs=xs + start, pan=pan)
        if crs != "EPSG:32633":
            from rasterio.shutil import copy
            from rasterio.vrt import WarpedVRT

            with rasterio.open(paths[0]) as dataset, WarpedVRT(dataset, crs=crs, nodata=np.nan) as warped:
                copy(warped, tmp_path / "warped.tif", driver="GTiff")
            paths = tmp_path / "warped.tif", paths[1]
        log_of(id="pansharpen", input=str(paths[0]), pan=str(paths[1]), output=str(tmp_path / "out.tif"))
        with rasterio.open(tmp_path / "out.tif") as out:
            found[start] = out.read()
    np.testing.assert_allclose(found[FAR] - FAR, found[0.0], atol=1e-6)
