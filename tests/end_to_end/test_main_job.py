"""Tiles, training, super-resolution and evaluation, one after the other, and what they leave."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio
from conftest import SCENE_PIXELS, Outcome, run
from rasterio.enums import ColorInterp

BANDS = ("blue", "green", "red", "nir")


@pytest.fixture(scope="module")
def lr(scene: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scene at a quarter of its resolution, with a nodata value and a hole."""
    path = tmp_path_factory.mktemp("lr") / "lr.tif"
    with rasterio.open(scene) as source:
        size = (source.count, source.height // 4, source.width // 4)
        pixels = source.read().reshape(source.count, size[1], 4, size[2], 4).mean((2, 4)).astype("uint16")
        pixels[:, 20:30, 40:60] = 0
        transform = source.transform * source.transform.scale(4)
        profile = {**source.profile, "height": size[1], "width": size[2], "transform": transform, "nodata": 0}
        with rasterio.open(path, "w", **profile) as target:
            target.write(pixels)
            target.descriptions, target.colorinterp = source.descriptions, source.colorinterp
    return path


@pytest.fixture(scope="module")
def classified(lr: Path, model: Path, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    out = tmp_path_factory.mktemp("classified") / "sr.tif"
    return run("classify_pixels", INPUT=lr, MODEL=model, TILE_SIZE=32, DEVICE="cpu", OUTPUT=out)


def test_export_leaves_a_tile_set(exported: Outcome, tiles: Path) -> None:
    told = json.loads((tiles / "tileset.json").read_text())
    assert (told["scale"], told["tile_size"], told["dtype"], tuple(told["bands"])) == (4, 64, "uint16", BANDS)
    for split in ("train", "val", "test"):
        assert len(told["splits"][split]) == int(exported.results[f"N_{split.upper()}"]) > 0
        for side, pixels in (("hr", 64), ("lr", 16)):
            files = list((tiles / split / side).glob("*.tif"))
            assert sorted(f.stem for f in files) == sorted(told["splits"][split])
            with rasterio.open(files[0]) as tile:
                assert tile.shape == (pixels, pixels)
                assert tile.res == (2.5 * 64 / pixels,) * 2
                assert tile.crs.to_epsg() == 32632


def test_training_reports_what_it_does(trained: Outcome, model: Path) -> None:
    assert model.stat().st_size > 0
    for epoch in (1, 2):
        assert f"Epoch {epoch}: loss" in trained.said
    assert "validation PSNR" in trained.said
    assert {"PSNR", "SSIM", "BICUBIC_PSNR", "BICUBIC_SSIM"} <= set(trained.results)


def test_result_lies_on_the_input(classified: Outcome, lr: Path) -> None:
    assert classified.code == 0, classified.said
    with rasterio.open(lr) as source, rasterio.open(classified.results["OUTPUT"]) as sr:
        assert sr.shape == (SCENE_PIXELS, SCENE_PIXELS)
        assert (sr.width, sr.height) == (int(classified.results["WIDTH"]), int(classified.results["HEIGHT"]))
        assert sr.transform == source.transform * source.transform.scale(0.25)
        assert sr.bounds == source.bounds
        assert sr.crs == source.crs
        assert (sr.dtypes, sr.nodata) == (source.dtypes, source.nodata)
        assert (sr.descriptions, sr.colorinterp) == (BANDS, source.colorinterp)
        assert sr.colorinterp[2] == ColorInterp.red


def test_result_is_a_cloud_optimised_geotiff(classified: Outcome) -> None:
    path = classified.results["OUTPUT"]
    with rasterio.open(path) as sr:
        assert sr.driver == "GTiff"
        assert sr.is_tiled
        assert sr.compression
        assert sr.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"


def test_result_shows_the_input_finer(classified: Outcome, lr: Path, scene: Path) -> None:
    with rasterio.open(lr) as source, rasterio.open(classified.results["OUTPUT"]) as sr:
        inside, fine = source.read(masked=True), sr.read(masked=True)
    hole = np.ma.getmaskarray(inside)
    assert hole[0].sum() == 10 * 20
    assert np.array_equal(np.ma.getmaskarray(fine), hole.repeat(4, 1).repeat(4, 2))

    with rasterio.open(scene) as truth:
        true = truth.read().astype(float)
    error = {shift: np.abs(np.roll(true, shift, (1, 2)) - fine).mean() for shift in ((0, 0), (2, 0), (0, 2), (-2, -2))}
    assert min(error, key=error.__getitem__) == (0, 0)
    blocky = np.abs(true - inside.repeat(4, 1).repeat(4, 2)).mean()
    assert error[0, 0] < 0.9 * blocky


def test_evaluation_agrees_with_training(
    trained: Outcome, model: Path, tiles: Path, tmp_path: Path
) -> None:
    page = tmp_path / "report.html"
    outcome = run("evaluate_model", MODEL=model, TILES=tiles, SPLIT="test", DEVICE="cpu", OUTPUT_HTML=page)
    assert outcome.code == 0, outcome.said
    numbers = {name: float(value) for name, value in outcome.results.items() if name != "OUTPUT_HTML"}
    assert set(numbers) == {f"{who}{what}" for who in ("", "BICUBIC_") for what in ("PSNR", "SSIM", "SAM", "ERGAS")}
    for name in ("PSNR", "SSIM", "BICUBIC_PSNR", "BICUBIC_SSIM"):
        assert numbers[name] == pytest.approx(float(trained.results[name]), abs=1e-4)
    text = page.read_text(encoding="utf-8")
    assert f"{numbers['PSNR']:.2f}" in text
    assert "src=\"data:image/png;base64," in text
    assert "http" not in text.replace("http://www.w3.org", "")


def test_engine_status_shows_the_engine(tmp_path: Path) -> None:
    outcome = run("engine_status")
    assert outcome.code == 0, outcome.said
    assert "torch" in outcome.said
