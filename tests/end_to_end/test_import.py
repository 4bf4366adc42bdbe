"""Published models, from the file to a finer raster, as a user goes about it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
import torch
from rasterio.windows import Window

DATA = Path(__file__).parents[3] / "shared" / "data"
NAMES = ("B02", "B03", "B04", "B08", "B05", "B06", "B07", "B8A", "B11", "B12")


@pytest.fixture(scope="module")
def published_weights():
    if not DATA.is_dir():
        pytest.skip("needs ../shared/data")
    return DATA / "weights"


@pytest.fixture
def sentinel_2(published_weights, tmp_path):
    """A piece of Aberystwyth, reflectance × 1000, its bands in the order of their wavelengths."""
    path = tmp_path / "s2.tif"
    with rasterio.open(DATA / "sentinel2" / "s2_20210527_aberystwyth_10band_x1000.tif") as source:
        window = Window(150, 400, 90, 70)
        profile = {
            **source.profile,
            "width": 90,
            "height": 70,
            "transform": source.window_transform(window),
            "driver": "GTiff",
        }
        with rasterio.open(path, "w", **profile) as piece:
            piece.write(source.read(window=window))
            piece.descriptions = source.descriptions
    return path


def test_a_published_model_is_imported_and_finds_its_bands_by_name(
    qgis, published_weights, sentinel_2, tmp_path
):
    model = tmp_path / "evoland.srpk"
    outcome = qgis.run(
        "import_model", INPUT=published_weights / "evoland_carn_light_s2_x2.onnx", BANDS=", ".join(NAMES), GAIN=0.0001,
        OUTPUT=model,
    )  # fmt: skip
    assert (outcome.results["MODEL_SCALE"], outcome.results["N_BANDS"]) == ("2", "10")

    outcome = qgis.run(
        "classify_pixels", INPUT=sentinel_2, MODEL=model, GAIN=0.001, OUTPUT=tmp_path / "sr.tif"
    )
    with rasterio.open(outcome.results["OUTPUT"]) as file, rasterio.open(sentinel_2) as source:
        sr = file.read().astype(float)
        lr = source.read([source.descriptions.index(name) + 1 for name in NAMES]).astype(float)
        assert file.descriptions == NAMES
        assert file.bounds == source.bounds
    assert sr.shape == (10, 140, 180)
    back = sr.reshape(10, 70, 2, 90, 2).mean((2, 4))
    assert np.abs(back - lr).mean() < 0.1 * lr.mean()


def test_a_network_that_is_not_known_is_refused_with_those_that_are(qgis, tmp_path):
    torch.save({"rotor.weight": torch.zeros(3, 3), "rotor.bias": torch.zeros(3)}, tmp_path / "rotor.pth")
    refusal = qgis.run("import_model", INPUT=tmp_path / "rotor.pth", OUTPUT=tmp_path / "x.srpk").refusal
    assert refusal.startswith("These are not the weights of a network that can be imported. Known are ")
    assert "EDSR" in refusal and "CARN" in refusal and "ONNX" in refusal
    assert [path.name for path in tmp_path.iterdir()] == ["rotor.pth"]
