"""The same work on a graphics card as on the CPU, and the same results but for rounding."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import rasterio
import torch

from sr_core.datasets.patches import Patches
from sr_core.datasets.tile_cache import TileCache
from sr_core.datasets.tileset import TileSet
from sr_core.jobs import Job
from sr_core.training.batch_prefetching import load_batches
from sr_core.training.distributed import ProcessGroup
from sr_core.verify import verify

ROOT = Path(__file__).parents[2]
DEVICE = "cuda"
pytestmark = pytest.mark.skipif(not torch.cuda.is_available(), reason="needs an NVIDIA graphics card")


def finish(job, **asked):
    """What a job hands back."""
    work = Job.load(
        {"id": job, **{name: str(v) if isinstance(v, Path) else v for name, v in asked.items()}}
    ).run()
    while True:
        try:
            next(work)
        except StopIteration as finished:
            return finished.value


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    path = tmp_path_factory.mktemp("scene") / "scene.tif"
    subprocess.run([sys.executable, ROOT / "script" / "sample_scene.py", path, "--size", "384"], check=True)
    return path


@pytest.fixture(scope="module")
def tiles(scene):
    folder = scene.parent / "tiles"
    finish("export_tiles", input=scene, tile_size=128, stride=64, output=folder)
    return folder


@pytest.fixture(scope="module")
def trained(tiles):
    """Figures of a model trained on the card, and the model."""
    path = tiles.parent / "model.srpk"
    backbone = {"id": "edsr", "n_feats": 16, "n_blocks": 2}
    asked = {"epochs": 40, "patch_size": 24, "device": DEVICE, "backbone": backbone}
    return finish("train_model", tiles=tiles, output=path, **asked), path


def test_engine_proves_the_card():
    assert verify(DEVICE)["device"] == DEVICE


def test_training_learns(trained):
    figures, _ = trained
    assert figures.psnr > figures.bicubic_psnr + 0.1


def test_batches_on_the_card_are_those_on_the_cpu(tiles):
    patches = Patches(TileCache(TileSet.open(tiles)), 16, 0)
    here, there = (list(load_batches(patches, ProcessGroup.join(device), 4, 0)) for device in (DEVICE, "cpu"))
    for one, other in zip(here, there, strict=True):
        assert one.lr.device.type == DEVICE and one.hr.stride() == other.hr.stride()
        assert all(torch.equal(a.cpu(), b) for a, b in zip(one[:3], other[:3], strict=True))


def test_evaluation_is_that_of_the_cpu(trained, tiles, tmp_path):
    _, model = trained
    here, there = (
        finish(
            "evaluate_model", model=model, tiles=tiles, device=device, output_html=tmp_path / "report.html"
        )
        for device in (DEVICE, "cpu")
    )
    assert here.psnr == pytest.approx(there.psnr, abs=0.01)
    assert here.bicubic_psnr == pytest.approx(there.bicubic_psnr, abs=0.01)


@pytest.mark.parametrize("batch_size", [1, 4])
def test_result_is_that_of_the_cpu(trained, scene, tmp_path, batch_size):
    _, model = trained
    results = []
    for device in (DEVICE, "cpu"):
        path = tmp_path / f"{device}.tif"
        size = {"tile_size": 96, "batch_size": batch_size}
        finish("classify_pixels", input=scene, model=model, device=device, output=path, **size)
        with rasterio.open(path) as result:
            results.append(result.read().astype(float))
    # Cards multiply in TF32: 10 bits of mantissa. 10 is 0.001 in reflectance.
    assert np.abs(results[0] - results[1]).max() <= 10
