"""Rasters whose values are of another magnitude than those that a model learnt from are warned about."""

import numpy as np
import pytest

from sr_core.backbones import Backbone
from sr_core.package.info import PackageInfo
from sr_core.package.srpk import ModelPackage
from sr_core.raster.radiometry import Radiometry

from ..conftest import textured_pixels
from .test_declared_scaling import log_of

SAYS = "pixel value × gain + offset is about"


@pytest.fixture
def warnings(make_raster, tmp_path):
    """Run a model of two bands, reflectance × 10,000, over a raster of reflectances; return its log."""

    def warnings(times, reflectance=None, mean=0.3, std=0.2, nodata=None, **options):
        info = PackageInfo(
            backbone=Backbone.load({"id": "edsr", "n_feats": 4, "n_blocks": 1}), scale=2, bands=("", ""),
            dtype="uint16", radiometry=Radiometry(gain=(1e-4,) * 2, offset=(0.0,) * 2),
            mean=(mean,) * 2, std=(std,) * 2, degradation={"id": "bicubic"}, data_range=1,
        )  # fmt: skip
        ModelPackage(info, info.net()).save(tmp_path / "model.srpk")
        if reflectance is None:
            reflectance = 0.05 + 0.5 * textured_pixels(2, 24, 24, "float64")
        path = make_raster(pixels=np.rint(reflectance * times).clip(0, 65535).astype("uint16"), nodata=nodata)
        output = str(tmp_path / "sr.tif")
        return log_of(
            id="classify_pixels",
            input=str(path),
            model=str(tmp_path / "model.srpk"),
            output=output,
            **options,
        )

    return warnings


@pytest.mark.parametrize("times, gain", [(1000, 1e-4), (100_000, 1e-4), (10_000, 1.0)])
def test_another_scale_is_warned_about(warnings, times, gain):
    assert SAYS in warnings(times, gain=[gain])
    assert SAYS not in warnings(times, gain=[1 / times])


@pytest.mark.parametrize("level, mean", [(0.06, 0.2), (0.9, 0.25)])
def test_dark_and_bright_scenes_are_not(warnings, level, mean):
    assert SAYS not in warnings(10_000, np.full((2, 24, 24), level), mean=mean)


def test_one_dark_band_is_not(warnings):
    """Water, in near infrared."""
    assert SAYS not in warnings(10_000, np.stack([np.full((24, 24), 0.1), np.full((24, 24), 0.002)]))


def test_nothing_is_said_where_nothing_is_known(warnings):
    for std in (1.0, 1e-4):  # as of models that were imported, and those that take pixel values as they are
        assert SAYS not in warnings(10, mean=0.0, std=std)
        assert SAYS not in warnings(10_000, mean=0.0, std=std)
    assert SAYS not in warnings(10_000, np.zeros((2, 24, 24)), nodata=0)


@pytest.mark.parametrize("left, says", [(0.0, True), (0.4, False)])
def test_a_result_without_data_is_warned_about(warnings, left, says):
    """An EXTENT that lies in a gap alone, or in the wrong NODATA, gives a layer in which nothing is to be seen."""
    pixels = np.zeros((2, 24, 24))
    pixels[:, :, :12] = left
    assert ("the result has no data anywhere" in warnings(10_000, pixels, nodata=0)) == says
