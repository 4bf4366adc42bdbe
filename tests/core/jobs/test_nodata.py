"""Nodata through whole jobs: what the raster, its layer or the user says is said by the result."""

import json

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.windows import Window

from sr_core.errors import InputError
from sr_core.jobs import Job
from sr_core.jobs.export_tiles import ExportTiles
from sr_core.raster.raster_reader import open_raster
from sr_core.raster.warp.superimpose import superimpose
from sr_core.raster_path import RasterPath

from ..conftest import textured_pixels
from ..support.export_runs import everything, logs, run

GRID = Affine(10, 0, 500_000, 0, -10, 5_000_000)


def border(make_raster, name="in.tif", value=0, **options):
    """Write a raster whose first 8 columns have one value, and no other pixel."""
    pixels = textured_pixels(2, 40, 56).clip(1, 12_000)
    pixels[:, :, :8] = value
    return make_raster(name, pixels, **options)


def pansharpened(tmp_path, xs, pan, **options):
    values = {
        "id": "pansharpen",
        "input": xs,
        "pan": str(pan),
        "output": str(tmp_path / "out.tif"),
        **options,
    }
    for _ in Job.load(values).run():
        pass
    with open_raster(tmp_path / "out.tif") as result:
        return result.read(result.region)


@pytest.mark.parametrize(
    "said", [{"nodata": (0,)}, {"ranges": [[[0, 0]], [[None, 0]]]}], ids=("parameter", "layer")
)
def test_pansharpening_leaves_gaps(make_raster, tmp_path, said):
    xs = border(make_raster)
    pan = make_raster("pan.tif", textured_pixels(1, 80, 112), transform=GRID * Affine.scale(0.5))
    layer = {"path": str(xs), "ranges": said["ranges"]} if "ranges" in said else str(xs)
    options = {name: value for name, value in said.items() if name == "nodata"}
    pixels, valid = pansharpened(tmp_path, layer, pan, **options)
    assert (valid == (np.arange(112) >= 16)).all()
    with rasterio.open(tmp_path / "out.tif") as result:
        assert result.nodata == 0
    assert pixels[valid].min() > 0


def test_one_number_is_the_panchromatic_rasters_too(make_raster, tmp_path):
    xs = make_raster(pixels=textured_pixels(2, 40, 56))
    sharp = textured_pixels(1, 80, 112)
    sharp[:, :20] = 0
    pan = make_raster("pan.tif", sharp, transform=GRID * Affine.scale(0.5))
    _, valid = pansharpened(tmp_path, str(xs), pan, nodata=(0,))
    assert (valid == (np.arange(80) >= 20)[:, None]).all()


def test_tiles_know_the_users_nodata(make_raster, tmp_path):
    tiles, _ = run(tmp_path, border(make_raster), nodata=(0,), split=(100, 0, 0), min_valid=0)
    assert tiles.info.nodata == 0
    for _, name, hr, _ in everything(tiles):
        left = int(name.rsplit("_", 1)[1])
        expected = np.arange(left, left + 16) >= 8
        assert ((hr.read() != 0) == expected).all(), name


def test_a_layers_nodata_is_part_of_what_a_resumed_export_compares(make_raster, tmp_path):
    layer = {"path": str(border(make_raster)), "ranges": [[[0, 0]], [[0, 0]]]}
    job = ExportTiles.build({"input": layer, "output": str(tmp_path / "tiles")})
    assert isinstance(job.input, RasterPath)
    assert json.loads(json.dumps(job.model_dump(mode="json")))["input"]["ranges"] == layer["ranges"]
    again = ExportTiles.build(job.model_dump(mode="json"))
    assert again.input == layer["path"] and again.input.layer == job.input.layer


def test_a_folder_with_one_alpha_band_that_could_be_both_is_asked_about(make_raster, tmp_path):
    (tmp_path / "rasters").mkdir()
    pixels = textured_pixels(4, 40, 56, "uint8")
    make_raster("rasters/a.tif", pixels, photometric="RGB", alpha="YES")
    pixels[3] = 90
    make_raster("rasters/b.tif", pixels, photometric="RGB", alpha="YES")
    with pytest.raises(InputError, match=r"Band 4 of .*b.tif is tagged alpha.*BANDS=1,2,3,4"):
        run(tmp_path, input_folder=str(tmp_path / "rasters"), split=(50, 50, 0))
    tiles, steps = run(
        tmp_path, input_folder=str(tmp_path / "rasters"), split=(50, 50, 0), bands=(1, 2, 3, 4)
    )
    assert len(tiles.info.bands) == 4 and "tiles" in logs(steps)


@pytest.fixture
def other_crs(make_raster):
    """A fine grid in another coordinate system over the raster of `border`."""
    affine = Affine(3, 0, 499_950, 0, -3, 5_000_050)
    return make_raster("pan.tif", textured_pixels(1, 160, 220), transform=affine, crs="EPSG:25833")


@pytest.mark.parametrize(
    ("dtype", "value", "declared"),
    [("float32", -3.4028234663852886e38, -3.40282e38), ("float32", np.nan, -9999.0), ("float64", 0.1, 0.1),
     ("uint16", 0, None), ("int16", -9999, -9999), ("float32", np.inf, None)],
)  # fmt: skip
def test_gaps_do_not_bleed_into_another_crs(make_raster, other_crs, dtype, value, declared):
    """Values of a gap have no part in what is resampled, whichever way the raster says that they are none."""
    pixels = np.full((2, 40, 56), 100, dtype)
    pixels[0, 10:20, 5:30] = value
    options = {} if declared is None else {"nodata": declared}
    path = make_raster(pixels=pixels, crs="EPSG:32633", transform=GRID, **options)
    with (
        open_raster(path, nodata=[0] if dtype == "uint16" else None) as xs,
        open_raster(other_crs) as pan,
        superimpose(xs, pan) as laid,
    ):
        values, valid = laid.read(Window(0, 0, 220, 160))
        part, part_valid = laid.read(Window(31, 17, 60, 70))
    np.testing.assert_allclose(values[valid], 100)
    assert (valid[0] != valid[1]).sum() == pytest.approx(10 * 25 * 100 / 9, rel=0.05)  # each band for itself
    np.testing.assert_array_equal(part_valid, valid[:, 17:87, 31:91])
    np.testing.assert_array_equal(part[part_valid], values[:, 17:87, 31:91][part_valid])
