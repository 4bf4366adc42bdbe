"""Published models, from the file to a finer raster, as a user goes about it."""

from __future__ import annotations

import functools
import json
import os
import threading
import zipfile
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest
import rasterio
import torch
from rasterio.windows import Window

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"
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


@pytest.fixture
def catalogue(published_weights, tmp_path):
    """The entry that comes with the plugin, but for the address: the file is on a server of this computer."""
    ours = json.loads((ROOT / "models" / "catalogue.json").read_text())["models"]
    (entry,) = (each for each in ours if each["id"] == "evoland_s2_x2")
    del entry["preview"]
    handler = functools.partial(SimpleHTTPRequestHandler, directory=str(published_weights))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        entry["url"] = f"http://127.0.0.1:{server.server_port}/evoland_carn_light_s2_x2.onnx"
        path = tmp_path / "catalogue.json"
        path.write_text(json.dumps({"format": 1, "models": [entry]}))
        yield path
        server.shutdown()


def test_a_published_model_is_downloaded_and_imported_and_finds_its_bands_by_name(
    qgis, catalogue, sentinel_2, tmp_path
):
    engine = Path(os.environ["FINER_HOME"]) / "engine" / "bin" / "python"
    home = tmp_path / "home"
    where = {"finer_home": home, "finer_engine_python": engine}
    got = qgis.run("get_model", MODEL="evoland_s2_x2", CATALOGUE=catalogue, **where)
    assert got.results["OUTPUT"] == str(home / "models" / "evoland_s2_x2.srpk")
    assert got.out.index("Licence: Apache-2.0") < got.out.index("Downloading evoland_s2_x2")
    assert "ONNX: scale 2, 10 bands" in got.out
    assert list(home.rglob("*.onnx")) == []
    info = json.loads(zipfile.ZipFile(got.results["OUTPUT"]).read("schema.json"))
    assert info["licence"].startswith("Apache-2.0 (Julien Michel")
    assert info["data"]["ground_resolution"] == 10

    outcome = qgis.run(
        "classify_pixels", INPUT=sentinel_2, MODEL="evoland_s2_x2", GAIN=0.001, OUTPUT=tmp_path / "sr.tif", **where
    )  # fmt: skip
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
    assert refusal.startswith(
        "These weights are of a network that cannot be imported. Supported networks are "
    )
    assert "EDSR" in refusal and "CARN" in refusal and "ONNX" in refusal
    assert [path.name for path in tmp_path.iterdir()] == ["rotor.pth"]
