"""Values that seem to mean no data, and a panchromatic raster without detail, are said in the log of every job."""

import contextlib

import numpy as np
import pytest

from sr_core.errors import SrError
from sr_core.jobs import Job, Log
from sr_core.raster.undeclared_nodata import find_placeholder

from ..conftest import textured_pixels
from ..support.export_runs import logs, run
from ..support.pansharpening_pair import maker
from .test_classify_pixels import make_model
from .test_declared_scaling import log_of

__all__ = ["make_model"]

SAID = "if it means no data, set NODATA to it"


def with_corner(value, dtype="float32", size=(160, 160)):
    pixels = textured_pixels(2, *size, dtype)
    pixels[1, :20, -20:] = value
    return pixels


def before_an_error(**options):
    """What the log says; a model may overflow by such values, which is refused."""
    said = []
    with contextlib.suppress(SrError):
        for step in Job.load(options).run():
            if isinstance(step, Log):
                said.append(step.text.format(**step.values))
    return "\n".join(said)


@pytest.mark.parametrize("value", (1e38, -9999, -3.4e38, 1e20))
def test_every_job_says_so(make_raster, make_model, tmp_path, value):
    path = make_raster(pixels=with_corner(value))
    outputs = {"model": str(make_model(dtype="float32")), "output": str(tmp_path / "out.tif")}
    told = before_an_error(id="classify_pixels", input=str(path), **outputs)
    assert f"band 2 of {path} has the value" in told and SAID in told
    assert SAID not in log_of(id="classify_pixels", input=str(path), nodata=[value], **outputs)
    assert SAID in logs(run(tmp_path, path)[1])
    xs, pan = maker(make_raster)(xs=with_corner(value, size=(40, 40)))
    assert SAID in log_of(id="pansharpen", input=str(xs), pan=str(pan), output=str(tmp_path / "ps.tif"))


@pytest.mark.parametrize("dtype", ("uint8", "uint16", "int16", "float32", "float64"))
def test_nothing_is_said_of_usual_values(dtype):
    pixels = textured_pixels(1, 60, 60, dtype)
    assert find_placeholder(pixels.ravel()) is None
    pixels[0, 3, 4] = 255 if dtype == "uint8" else pixels.max() * 2
    assert find_placeholder(pixels.ravel()) is None
    assert find_placeholder(np.zeros(9, dtype)) is None
    assert find_placeholder(np.zeros(0, dtype)) is None


def test_int16_with_the_usual_placeholder():
    pixels = textured_pixels(1, 60, 60, "int16")
    pixels[0, :4, :4] = -9999
    assert find_placeholder(pixels.ravel()) == -9999


def test_a_flat_pan_is_said(make_raster, tmp_path):
    job = {"id": "pansharpen", "output": str(tmp_path / "ps.tif")}
    xs, pan = maker(make_raster)(size=(160, 160), pan=np.full((1, 320, 320), 300, "uint16"))
    assert "brings in no detail" in log_of(input=str(xs), pan=str(pan), **job)
    assert "brings in no detail" in logs(run(tmp_path, xs, pan=str(pan))[1])
    xs, pan = maker(make_raster)()
    assert "brings in no detail" not in log_of(input=str(xs), pan=str(pan), **job)
