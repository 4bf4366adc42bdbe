"""From nothing to a super-resolved raster with the light engine, from the user's package sources, as on a new computer."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import numpy as np
import pytest
import rasterio

ROOT = Path(__file__).parents[2]
NAIP = ROOT.parent / "shared" / "data" / "naip_0.6m_rgbn" / "val"
MODEL = "naip_0.6m_rgbn_x4_edsr"
MOST_MEGABYTES = 400
"""On the disk; 300 are usual."""


@pytest.fixture(scope="module")
def home(qgis, tmp_path_factory):
    """A folder of Finer's files in which the light engine is set up."""
    folder = tmp_path_factory.mktemp("light")
    done = qgis.run("setup_engine", finer_home=folder)
    assert done.results["PARTS"] == "light", done.output
    return folder


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    """A real image, and the same at a quarter of its resolution."""
    images = sorted(NAIP.glob("*.tif"))
    if not images:
        pytest.skip("needs ../shared/data")
    lr = tmp_path_factory.mktemp("pair") / "lr.tif"
    python = Path(os.environ.get("FINER_HOME", ROOT / "build/finer")) / "engine/bin/python"
    command = [python, ROOT / "script/degrade_raster.py", images[0], lr, "4"]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    return images[0], lr


def read(path):
    with rasterio.open(path) as opened:
        return opened.read().astype("float64")


def psnr(found, wanted):
    """PSNR of 8 bits, without 8 pixels along the edges."""
    inner = np.s_[:, 8:-8, 8:-8]
    return 10 * np.log10(255**2 / np.mean((found[inner] - wanted[inner]) ** 2))


def test_it_has_no_torch_and_is_small(home):
    (site,) = home.glob("engine/lib/python3*/site-packages")
    assert (site / "ncnn").is_dir()
    assert not [name for name in ("torch", "pandas", "onnxruntime", "matplotlib") if (site / name).exists()]
    taken = sum(path.lstat().st_size for path in (home / "engine").rglob("*") if path.is_file())
    assert taken < MOST_MEGABYTES * 1e6


def test_the_bundled_model_makes_a_better_picture_than_bicubic(qgis, home, pair, tmp_path):
    hr, lr = pair
    done = qgis.run("classify_pixels", INPUT=lr, MODEL=MODEL, OUTPUT=tmp_path / "sr.tif", finer_home=home)
    assert done.results["OUTPUT"] == str(tmp_path / "sr.tif"), done.output
    assert "torch" not in done.out
    with rasterio.open(lr) as opened:
        shape = (opened.count, opened.height * 4, opened.width * 4)
        bicubic = opened.read(out_shape=shape, resampling=rasterio.enums.Resampling.cubic).astype("float64")
    wanted = read(hr)
    assert psnr(read(tmp_path / "sr.tif"), wanted) > psnr(bicubic, wanted) + 1


def test_status_says_what_is_installed(qgis, home):
    found = qgis.run("engine_status", finer_home=home)
    assert found.results["READY"] == "true"
    assert "Installed: the light engine" in found.out


@pytest.mark.parametrize("algorithm", ["train_model", "export_tiles"])
def test_what_takes_the_complete_engine_says_so(algorithm, qgis, home, pair, tmp_path):
    asked = {"train_model": {"TILES": tmp_path, "OUTPUT": tmp_path / "m.srpk"},
             "export_tiles": {"INPUT": pair[0], "SCALE": 4, "OUTPUT": tmp_path / "tiles"}}[algorithm]  # fmt: skip
    failed = qgis.run(algorithm, finer_home=home, **asked)
    assert failed.refusal.endswith('run "Set up SR engine" with PARTS set to complete.')
    assert not (tmp_path / "tiles").exists() and not (tmp_path / "m.srpk").exists()
