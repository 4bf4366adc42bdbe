"""Rasters and tiny models that the tests of the engine share."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
import torch
from affine import Affine
from hypothesis import settings

DATA = Path(__file__).parents[3] / "shared" / "data"

torch.set_num_threads(2)
settings.register_profile("finer", deadline=None)  # the machines are small and noisy
settings.load_profile("finer")


@pytest.fixture
def data():
    """The real imagery beside the project."""
    if not DATA.is_dir():
        pytest.skip("needs ../shared/data")
    return DATA


@pytest.fixture
def make_raster(tmp_path):
    """Writes a small raster: smooth texture unless pixels (b, h, w) are given."""

    def make(
        name="in.tif",
        pixels=None,
        *,
        bands=2,
        size=(40, 56),
        dtype="uint16",
        transform=None,
        mask=None,
        **profile,
    ):
        if pixels is None:
            pixels = texture(bands, *size, dtype)
        profile = {"driver": "GTiff", "crs": "EPSG:32633", **profile}
        with (
            rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True),
            rasterio.open(
                tmp_path / name,
                "w",
                width=pixels.shape[2],
                height=pixels.shape[1],
                count=pixels.shape[0],
                dtype=pixels.dtype,
                transform=transform or Affine(10, 0, 500_000, 0, -10, 5_000_000),
                **profile,
            ) as dataset,
        ):
            dataset.write(pixels)
            if mask is not None:
                dataset.write_mask(mask)
        return tmp_path / name

    return make


def texture(bands, height, width, dtype="uint16", seed=0):
    """Waves and noise over most of the type's range, the same for the same arguments."""
    rng = np.random.default_rng(seed)
    rows, cols = np.mgrid[:height, :width]
    waves = np.stack([np.sin(rows / (3 + b)) + np.cos(cols / (4 + b)) for b in range(bands)])
    unit = (waves + rng.normal(0, 0.2, waves.shape)) / 6 + 0.5
    top = {"uint8": 255, "int16": 10_000, "float32": 1, "float64": 1}.get(dtype, 12_000)
    return np.clip(unit * top, 1, top).astype(dtype) if top > 1 else unit.astype(dtype)
