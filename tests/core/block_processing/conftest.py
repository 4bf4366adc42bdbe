"""A raster and a model whose tiles are small, and jobs on them in blocks."""

from __future__ import annotations

import pytest
import rasterio

from sr_core.jobs import Job

from ..conftest import textured_pixels
from ..jobs.test_classify_pixels import make_model  # noqa: F401


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
