"""Tiles, training, super-resolution and evaluation, one after the other, and what they leave."""

from __future__ import annotations

import json

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.enums import ColorInterp

BANDS = ("blue", "green", "red", "nir")
HOLE = np.s_[:, 20:30, 40:60]


@pytest.fixture(scope="module")
def lr(scene, tmp_path_factory):
    """The scene at a quarter of its resolution, with nodata in a part of it."""
    path = tmp_path_factory.mktemp("lr") / "lr.tif"
    with rasterio.open(scene) as source:
        count, height, width = source.count, source.height // 4, source.width // 4
        pixels = source.read().reshape(count, height, 4, width, 4).mean((2, 4)).astype("uint16")
        pixels[HOLE] = 0
        transform = source.transform * Affine.scale(4)
        profile = {**source.profile, "height": height, "width": width, "transform": transform, "nodata": 0}
        with rasterio.open(path, "w", **profile) as target:
            target.write(pixels)
            target.descriptions, target.colorinterp = source.descriptions, source.colorinterp
    return path


@pytest.fixture(scope="module")
def classified(qgis, lr, model, tmp_path_factory):
    """The run that super-resolved it, in tiles smaller than the raster."""
    out = tmp_path_factory.mktemp("classified") / "sr.tif"
    return qgis.run("classify_pixels", INPUT=lr, MODEL=model, TILE_SIZE=32, DEVICE="cpu", OUTPUT=out)


def test_export_leaves_a_tile_set(exported, tiles):
    info = json.loads((tiles / "tileset.json").read_text())
    assert (info["scale"], info["tile_size"], info["dtype"], tuple(info["bands"])) == (4, 64, "uint16", BANDS)
    for split in ("train", "val", "test"):
        assert len(info["splits"][split]) == int(exported.results[f"N_{split.upper()}"]) > 0
        for side, pixels in (("hr", 64), ("lr", 16)):
            files = list((tiles / split / side).glob("*.tif"))
            assert sorted(file.stem for file in files) == sorted(info["splits"][split])
            with rasterio.open(files[0]) as tile:
                assert tile.shape == (pixels, pixels)
                assert tile.res == (2.5 * 64 / pixels,) * 2
                assert tile.crs.to_epsg() == 32632


def test_training_reports_every_epoch(trained):
    for epoch in (1, 2):
        assert f"Epoch {epoch}: loss" in trained.out
    assert trained.out.count("validation PSNR") == 2
    assert {"PSNR", "SSIM", "BICUBIC_PSNR", "BICUBIC_SSIM"} < set(trained.results)


def test_result_lies_on_the_input(classified, lr):
    with rasterio.open(lr) as source, rasterio.open(classified.results["OUTPUT"]) as sr:
        assert (sr.height, sr.width) == (4 * source.height, 4 * source.width)
        assert (sr.width, sr.height) == (int(classified.results["WIDTH"]), int(classified.results["HEIGHT"]))
        assert sr.transform == source.transform * Affine.scale(1 / 4)
        assert sr.bounds == source.bounds
        assert sr.crs == source.crs
        assert (sr.dtypes, sr.nodata) == (source.dtypes, 0)
        assert (sr.descriptions, sr.colorinterp) == (BANDS, source.colorinterp)
        assert sr.colorinterp[2] == ColorInterp.red


def test_result_is_a_cloud_optimised_geotiff(classified):
    with rasterio.open(classified.results["OUTPUT"]) as sr:
        assert sr.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert {height == width for height, width in sr.block_shapes} == {True}  # tiles, not strips
        assert sr.compression


def test_result_shows_what_the_input_shows(classified, lr, scene):
    with rasterio.open(lr) as source, rasterio.open(classified.results["OUTPUT"]) as file:
        coarse, sr = source.read().repeat(4, 1).repeat(4, 2), file.read(masked=True)
    assert np.array_equal(np.ma.getmaskarray(sr), coarse == 0)

    with rasterio.open(scene) as file:
        truth = file.read().astype(float)
    known = coarse[0] > 0
    shifts = ((0, 0), (1, 0), (0, 1), (-1, 0), (0, -1))
    error = {s: np.abs(np.roll(truth, s, (1, 2)) - sr.data)[:, known].mean() for s in shifts}
    assert min(error, key=error.__getitem__) == (0, 0)
    assert error[0, 0] < np.abs(truth - coarse)[:, known].mean()


def test_evaluation_agrees_with_training(qgis, trained, model, tiles, tmp_path):
    page = tmp_path / "report.html"
    outcome = qgis.run("evaluate_model", MODEL=model, TILES=tiles, SPLIT="test", OUTPUT_HTML=page)
    numbers = {name: float(value) for name, value in outcome.results.items() if name != "OUTPUT_HTML"}
    figures = ("PSNR", "SSIM", "L1", "L2", "SAM", "ERGAS", "IMPROVEMENT", "OMISSION", "HALLUCINATION")
    others = {"PSNR_GAIN_LOW", "PSNR_GAIN_HIGH", "FIXED_PATTERN"}
    assert set(numbers) == {b + name for b in ("", "BICUBIC_") for name in figures} | others
    for name in ("PSNR", "SSIM", "BICUBIC_PSNR", "BICUBIC_SSIM"):
        assert numbers[name] == pytest.approx(float(trained.results[name]), abs=1e-4)
    text = page.read_text(encoding="utf-8")
    assert f"{numbers['PSNR']:.2f}" in text
    assert text.count('src="data:image/png;base64,') == 3 * (4 + 1)  # and what was added
    assert "src=" not in text.replace('src="data:', "")  # it refers to nothing outside itself


def test_json_is_nothing_but_json(qgis):
    """One stray print in the plugin would break what other programs read."""
    info = json.loads(qgis.run("engine_status", "--json").out)
    assert info["results"]["READY"] is True
    assert "torch" in info["results"]["STATUS"]
