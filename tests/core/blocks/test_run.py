"""A result in blocks is that of one run, resumes, and is put together."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio

from sr_core.jobs import Job
from sr_core.progress import run_to_end

from ..jobs.test_classify_pixels import make_model  # noqa: F401


@pytest.fixture
def job(make_raster, make_model, tmp_path):  # noqa: F811
    """`job(output, ...)` is a job on one raster and model, whose tiles are as small as can be."""
    path, model = make_raster(size=(150, 170), nodata=0), make_model()

    def load(output="sr.vrt", **options):
        values = {
            "id": "classify_pixels",
            "input": str(path),
            "model": str(model),
            "tile_size": 16,
            "device": "cpu",
        }
        return Job.load({**values, "output": str(tmp_path / output), **options})

    return load


def pixels_of(path):
    with rasterio.open(path) as dataset:
        return dataset.read()


def test_blocks_are_the_single_run_to_the_bit(job, tmp_path):
    run_to_end(job("whole.tif").run())
    run_to_end(job(block_size=256).run())
    whole = pixels_of(tmp_path / "whole.tif")
    np.testing.assert_array_equal(pixels_of(tmp_path / "sr.vrt"), whole)
    np.testing.assert_array_equal(pixels_of(tmp_path / "sr.gti.gpkg"), whole)
    files = sorted((tmp_path / "sr.blocks").rglob("*.tif"))
    assert len(files) == 4
