"""A raster and a model whose tiles are small, and jobs on them in blocks."""

from __future__ import annotations

import shutil

import pytest
import rasterio
from affine import Affine
from rasterio.warp import transform

from sr_core.jobs import Job

from ..conftest import textured_pixels
from ..jobs.test_classify_pixels import make_model  # noqa: F401

ZONES = {"EPSG:32632": (12.0, 45.0), "EPSG:32633": (12.01, 45.003)}
"""Upper left corners in longitude and latitude: about 800 m apart, of rasters of 1.3 × 1.1 km."""


@pytest.fixture
def values(make_raster, make_model, tmp_path):  # noqa: F811
    """`values(output, ...)` are those of a job on one raster, with a gap, and a corner without data that holds one of its four blocks, and one model."""
    pixels = textured_pixels(2, 150, 170)
    pixels[:, :40, 40:] = 0
    pixels[:, 100:103, 20:120] = 0
    path, model = make_raster(pixels=pixels, nodata=0), make_model()

    def choose(output="sr.vrt", **options):
        fixed = {"tile_size": 32, "device": "cpu", "block_size": 256, "threads": 1}
        files = {
            "input": str(path),
            "model": str(model),
            "output": output if "://" in output else str(tmp_path / output),
        }
        return {**fixed, **files, **options}

    return choose


@pytest.fixture
def job(values):
    """`job(output, ...)` is the job of these values."""
    return lambda *arguments, **options: Job.load({"id": "classify_pixels", **values(*arguments, **options)})


@pytest.fixture
def pixels_of(tmp_path):
    """`pixels_of(name)` are the pixels (b, h, w) of a result."""

    def read(name):
        with rasterio.open(tmp_path / name) as dataset:
            return dataset.read()

    return read


@pytest.fixture
def zones(make_raster, tmp_path):
    """A folder of two rasters in two UTM zones, which overlap, each with a gap that is no data."""
    folder = tmp_path / "scenes"
    folder.mkdir()
    for number, (crs, (longitude, latitude)) in enumerate(ZONES.items()):
        (east,), (north,) = transform("EPSG:4326", crs, [longitude], [latitude])
        pixels = textured_pixels(2, 110, 130, seed=number)
        pixels[:, 40:60, 30:50] = 0
        pixels[0, 80:90, 60:90] = 0
        corner = Affine(10, 0, round(east, -1), 0, -10, round(north, -1))
        path = make_raster(f"{number}.tif", pixels, crs=crs, transform=corner, nodata=0)
        shutil.move(path, folder / f"zone{crs[-2:]}.tif")
    return folder
