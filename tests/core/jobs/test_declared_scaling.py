"""Rasters that declare scale, offset and unit through the jobs."""

import numpy as np
import pytest
import rasterio

from sr_core.errors import InputError
from sr_core.inference.result_profile import build_spread_profile
from sr_core.jobs import Job, Log
from sr_core.raster.band_scaling import BandScaling
from sr_core.raster.radiometry import Radiometry
from sr_core.raster.raster_reader import open_raster

from ..conftest import textured_pixels
from ..raster.test_band_scaling import declare
from ..support.export_runs import everything, logs, refused, run
from ..support.pansharpening_pair import maker
from .test_classify_pixels import classify, make_model

__all__ = ["make_model"]


def log_of(**options):
    """Run a job; return what its log says."""
    return "\n".join(
        step.text.format(**step.values) for step in Job.load(options).run() if isinstance(step, Log)
    )


def values_of(path):
    with rasterio.open(path) as dataset:
        return dataset.scales, dataset.offsets, dataset.units


def test_blank_gain_and_offset_are_the_files(make_raster, make_model, tmp_path):
    path, model = declare(make_raster(), (3e-4,) * 2, (-0.1,) * 2, ("reflectance",) * 2), make_model()
    taken = classify(tmp_path, path, model)
    assert (taken == classify(tmp_path, path, model, gain=[3e-4], offset=[-0.1])).all()
    assert (taken != classify(tmp_path, path, model, gain=[1e-4], offset=[0])).any()
    assert values_of(tmp_path / "sr.tif") == ((3e-4,) * 2, (-0.1,) * 2, ("reflectance",) * 2)


def test_the_log_says_what_was_taken_and_how_the_model_was_trained(make_raster, make_model, tmp_path):
    options = {"id": "classify_pixels", "model": str(make_model()), "output": str(tmp_path / "sr.tif")}
    path = declare(make_raster(), (3e-4,) * 2, (-0.1,) * 2)
    said = log_of(input=str(path), **options)
    assert "are used for GAIN + OFFSET (blank): pixel value × 0.0003 + -0.1 = physical value" in said
    assert "trained on uint16 pixels × 0.0001 + 0" in said
    assert "physical value" not in log_of(input=str(path), gain=[3e-4], offset=[0], **options)


def test_the_models_own_scale_in_the_file_changes_nothing(make_raster, make_model, tmp_path):
    model = make_model()
    plain = classify(tmp_path, make_raster(), model)
    assert (plain == classify(tmp_path, declare(make_raster(), (1e-4,) * 2, (0,) * 2), model)).all()
    assert (plain == classify(tmp_path, declare(make_raster(), (1,) * 2, (0,) * 2), model)).all()


def test_a_declared_scale_says_what_pixels_of_another_type_are_worth(make_raster, make_model, tmp_path):
    model = make_model(dtype="uint8")
    with pytest.raises(InputError, match="set GAIN so that"):
        classify(tmp_path, make_raster(), model)
    path = declare(make_raster(), (1e-4,) * 2, (0,) * 2)
    assert (classify(tmp_path, path, model) == classify(tmp_path, path, model, gain=[1e-4])).all()


def test_a_tile_set_takes_and_keeps_it(make_raster, tmp_path):
    path = declare(make_raster(size=(160, 160)), (2.75e-5,) * 2, (-0.2,) * 2, ("reflectance",) * 2)
    tiles, steps = run(tmp_path, path)
    assert tiles.info.radiometry == Radiometry(gain=(2.75e-5,) * 2, offset=(-0.2,) * 2)
    assert "are used for GAIN + OFFSET" in logs(steps)
    for split, name, hr, lr in everything(tiles):
        for side in (hr, lr):
            assert (side.scales, side.offsets) == ((2.75e-5,) * 2, (-0.2,) * 2)
            assert side.units == ("reflectance",) * 2 and side.dtypes == ("uint16",) * 2
        pair = tiles.read(split, name)
        np.testing.assert_allclose(pair.hr, hr.read() * 2.75e-5 - 0.2, atol=1e-6)


def test_a_tile_set_of_rasters_that_declare_different_things_is_refused(make_raster, tmp_path):
    hr = declare(make_raster(size=(160, 160)), (1e-4,) * 2, (0,) * 2)
    lr = make_raster("lr.tif", size=(80, 80), transform=rasterio.Affine(20, 0, 5e5, 0, -20, 5e6))
    declare(lr, (2.75e-5,) * 2, (-0.2,) * 2)
    refused(tmp_path, r"declares pixel value × 0.0001 \+ 0 and .*lr.tif × 2.75e-05", hr, input_lr=str(lr))
    tiles, _ = run(tmp_path, hr, input_lr=str(lr), gain=[1], offset=[0])
    assert tiles.info.radiometry.gain == (1, 1)
    tiles, _ = run(tmp_path, hr, input_lr=str(lr), harmonise="linear")
    assert tiles.info.radiometry == Radiometry(gain=(2.75e-5,) * 2, offset=(-0.2,) * 2)


def test_of_a_raster_that_declares_nothing_the_log_says_that_the_others_is_assumed(make_raster, tmp_path):
    hr = make_raster(size=(160, 160))
    lr = make_raster("lr.tif", size=(80, 80), transform=rasterio.Affine(20, 0, 5e5, 0, -20, 5e6))
    declare(lr, (2.75e-5,) * 2, (-0.2,) * 2)
    tiles, steps = run(tmp_path, hr, input_lr=str(lr))
    assert tiles.info.radiometry.gain == (2.75e-5,) * 2
    assert "in.tif declares no scale and offset, and those of" in logs(steps)
    assert "declares no scale" not in logs(run(tmp_path, hr, input_lr=str(lr), harmonise="linear")[1])


def test_signed_bytes_stay_signed(make_raster, make_model, tmp_path):
    pixels = (textured_pixels(2, 40, 56, "uint8").astype(int) - 128).astype("int8")
    declare(path := make_raster(pixels=pixels, nodata=-128), (0.01,) * 2, (1.28,) * 2)
    found = classify(tmp_path, path, make_model(dtype="uint8"))
    assert found.dtype == np.int8 and found.min() < -50 and found.max() > 50
    assert abs(found.astype(float).mean() - pixels.mean()) < 2


def test_an_uncertainty_has_the_scale_but_no_offset(make_raster):
    with open_raster(declare(make_raster(), (0.5,) * 2, (3.0,) * 2, ("K",) * 2)) as raster:
        spread = build_spread_profile(raster.profile)
    assert spread.scaling == BandScaling((0.5,) * 2, (0.0,) * 2, ("K",) * 2)


def test_a_pansharpened_raster_means_what_its_colours_mean(make_raster, tmp_path):
    xs, pan = maker(make_raster)()
    declare(xs, (1e-4,) * 3, (-0.1,) * 3, ("reflectance",) * 3)
    log_of(id="pansharpen", input=str(xs), pan=str(pan), output=str(tmp_path / "out.tif"))
    assert values_of(tmp_path / "out.tif") == ((1e-4,) * 3, (-0.1,) * 3, ("reflectance",) * 3)
