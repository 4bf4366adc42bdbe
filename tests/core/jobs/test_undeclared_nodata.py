"""Values that seem to mean no data, and a panchromatic raster without detail, are said in the log of every job."""

import contextlib

import numpy as np
import pytest

from sr_core.errors import SrError
from sr_core.jobs import Job, Log
from sr_core.raster.raster_reader import open_raster
from sr_core.raster.undeclared_nodata import find_placeholder, warn_of_undeclared_nodata

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
    assert SAID in logs(run(tmp_path, path, stride=16)[1])
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
    xs, pan = maker(make_raster)(size=(48, 48), pan=np.full((1, 96, 96), 300, "uint16"))
    assert "adds no detail" in log_of(input=str(xs), pan=str(pan), **job)
    assert "adds no detail" in logs(run(tmp_path, xs, pan=str(pan))[1])
    xs, pan = maker(make_raster)()
    assert "adds no detail" not in log_of(input=str(xs), pan=str(pan), **job)


COLLAR = "in all bands from an edge inwards"


def collared(value, dtype="uint16", size=(160, 160), bands=2, how="triangle"):
    """An image with a part of one value: a corner as of a turned scene, a frame, or one that is no collar."""
    pixels = textured_pixels(bands, *size, dtype)
    rows, cols = np.indices(size)
    match how:
        case "triangle":
            pixels[:, rows + cols < min(size) // 2] = value
        case "frame":
            pixels[:, (rows < 8) | (rows >= size[0] - 8) | (cols < 8) | (cols >= size[1] - 8)] = value
        case "lake":
            pixels[:, 20 : size[0] - 20, 20 : size[1] - 20] = value
        case "one band":
            pixels[0, rows + cols < min(size) // 2] = value
        case "specks":
            pixels[:, (rows * 7 + cols * 13) % 11 == 0] = value
    return pixels


def said_of(path):
    with open_raster(path) as raster:
        return "\n".join(
            step.text.format(**step.values) for step in warn_of_undeclared_nodata(raster, raster.region)
        )


@pytest.mark.parametrize("how", ("triangle", "frame"))
@pytest.mark.parametrize(
    ("value", "dtype"),
    [(0, "uint8"), (255, "uint8"), (0, "uint16"), (65535, "uint16"), (0, "int16"), (0, "float32")],
)
def test_a_collar_is_said(make_raster, value, dtype, how):
    pixels = np.maximum(collared(1, dtype, how="none"), 1)  # 0 and the like nowhere else
    at = collared(1, how=how)[0] == 1
    pixels[:, at] = value
    path = make_raster(pixels=pixels, dtype=dtype)
    assert f"has the value {value} {COLLAR}" in said_of(path)
    assert not said_of(make_raster("declared.tif", pixels=pixels, dtype=dtype, nodata=value))


@pytest.mark.parametrize("how", ("lake", "one band", "specks"))
def test_the_same_value_elsewhere_is_none(make_raster, how):
    assert not said_of(make_raster(pixels=collared(0, how=how)))


def test_no_collar_is_all_of_an_image_or_a_value_within_its_range(make_raster):
    assert not said_of(make_raster(pixels=np.zeros((2, 60, 60), "uint16")))
    pixels = collared(0, "int16")
    pixels[:, 150, 150] = -5
    assert not said_of(make_raster("b.tif", pixels=pixels))
    assert not said_of(make_raster("height.tif", pixels=collared(0, "float32", bands=1)))


def test_every_job_says_a_collar(make_raster, make_model, tmp_path):
    path = make_raster(pixels=collared(0))
    outputs = {"model": str(make_model()), "output": str(tmp_path / "out.tif")}
    assert COLLAR in log_of(id="classify_pixels", input=str(path), **outputs)
    assert COLLAR not in log_of(id="classify_pixels", input=str(path), nodata=[0], **outputs)
    assert COLLAR in logs(run(tmp_path, path, stride=16)[1])
    xs, pan = maker(make_raster)(xs=collared(0, size=(40, 40)))
    assert COLLAR in log_of(id="pansharpen", input=str(xs), pan=str(pan), output=str(tmp_path / "ps.tif"))


def test_real_images_have_a_collar_where_they_look_it(shared_data):
    """All of a folder, since a false alarm is worse than none."""
    images = sorted(
        path
        for folder in ("naip_0.6m_rgbn/val", "landsat", "sentinel2", "oam", "neon_0.1m_rgb", "worldview_sn6")
        for path in (shared_data / folder).rglob("*")
        if path.suffix in (".tif", ".jp2")
    )
    assert len(images) > 80
    assert {path.name for path in images if COLLAR in said_of(path)} == {"ms2_1.0m.tif", "pan2_0.5m.tif"}
