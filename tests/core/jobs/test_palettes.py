"""Rasters with a colour table through the jobs."""

import numpy as np
import pytest
import rasterio

from sr_core.errors import InputError

from ..raster.test_palette import TABLE, paint
from ..support.export_runs import everything, run
from ..support.pansharpening_pair import maker
from .test_classify_pixels import classify, make_model
from .test_declared_scaling import log_of

__all__ = ["make_model"]

INDICES = np.random.default_rng(1).integers(0, 5, (1, 160, 160)).astype("uint8")
COLOURS = np.array([TABLE[i][:3] for i in range(5)], "uint8")[INDICES[0]].transpose(2, 0, 1)
GREYS = {i: (50 * i, 50 * i, 50 * i, 255) for i in range(5)}


def test_a_result_is_that_of_the_colours(make_raster, make_model, tmp_path):
    model = make_model(bands=("red", "green", "blue"), dtype="uint8")
    plain = classify(tmp_path, make_raster("rgb.tif", COLOURS), model)
    path = paint(make_raster("p.tif", INDICES))
    assert (classify(tmp_path, path, model) == plain).all()
    options = {"id": "classify_pixels", "model": str(model), "output": str(tmp_path / "sr.tif")}
    assert "p.tif has a colour table" in log_of(input=str(path), **options)


def test_tiles_are_of_the_colours(make_raster, tmp_path):
    tiles, _ = run(tmp_path, paint(make_raster(pixels=INDICES)))
    for _, name, hr, _ in everything(tiles):
        row, col = map(int, name.rsplit("_", 2)[1:])
        np.testing.assert_array_equal(hr.read(), COLOURS[:, row : row + 16, col : col + 16])


def test_pansharpening(make_raster, tmp_path):
    def sharpen(xs, pan):
        log_of(id="pansharpen", input=str(xs), pan=str(pan), output=str(tmp_path / "out.tif"))
        with rasterio.open(tmp_path / "out.tif") as out:
            return out.read()

    xs, pan = maker(make_raster)(xs=COLOURS[:, :20, :26])
    plain = sharpen(xs, pan)
    paint(make_raster("xs.tif", INDICES[:, :20, :26]))
    assert (sharpen(xs, pan) == plain).all()
    finer = rasterio.Affine(5, 0, 5e5, 0, -5, 5e6)
    grey = sharpen(xs, paint(make_raster("grey.tif", INDICES[:, :40, :52], transform=finer), GREYS))
    assert (grey == sharpen(xs, make_raster("values.tif", 50 * INDICES[:, :40, :52], transform=finer))).all()
    with pytest.raises(InputError, match="is not a panchromatic raster"):
        sharpen(xs, paint(make_raster("colours.tif", INDICES[:, :40, :52], transform=finer)))
