"""Pansharpening, from the real qgis_process to a finer raster."""

from __future__ import annotations

import json

import numpy as np
import pytest
import rasterio
from affine import Affine

from .conftest import ROOT

PROPERTIES = json.loads((ROOT / "sr_core/schema.json").read_text())["jobs"]["pansharpen"]["properties"]
METHODS = PROPERTIES["method"]["enum"]


@pytest.fixture
def bundle(scene, tmp_path):
    """The scene as a satellite with a panchromatic band would deliver it: XS at 10 m, and PAN at 2.5 m."""
    with rasterio.open(scene) as source:
        truth, profile = source.read().astype(float), {**source.profile, "driver": "GTiff"}
    bands, height, width = truth.shape
    coarse = truth.reshape(bands, height // 4, 4, width // 4, 4).mean(axis=(2, 4))
    paths = []
    for name, pixels, scale in (("xs", coarse, 4), ("pan", truth.mean(axis=0, keepdims=True), 1)):
        paths.append(tmp_path / f"{name}.tif")
        shape = {"count": len(pixels), "height": pixels.shape[1], "width": pixels.shape[2]}
        transform = profile["transform"] * Affine.scale(scale)
        with rasterio.open(paths[-1], "w", **{**profile, **shape, "transform": transform}) as file:
            file.write(np.rint(pixels).astype(profile["dtype"]))
    return *paths, truth


@pytest.mark.parametrize("method", METHODS)
def test_the_result_is_nearer_to_the_truth_than_what_it_was_made_from(qgis, bundle, tmp_path, method):
    xs, pan, truth = bundle
    outcome = qgis.run("pansharpen", INPUT=xs, PAN=pan, METHOD=method, OUTPUT=tmp_path / "out.tif")
    assert (int(outcome.results["WIDTH"]), int(outcome.results["HEIGHT"])) == truth.shape[:0:-1]
    with rasterio.open(outcome.results["OUTPUT"]) as result, rasterio.open(pan) as grid:
        assert (result.transform, result.crs, result.shape) == (grid.transform, grid.crs, grid.shape)
        sharp = result.read().astype(float)
    with rasterio.open(xs) as source:
        coarse = source.read().astype(float).repeat(4, axis=1).repeat(4, axis=2)
    assert np.abs(sharp - truth).mean() < 0.75 * np.abs(coarse - truth).mean()


def test_pan_and_xs_the_wrong_way_round_are_refused(qgis, bundle, tmp_path, contents):
    xs, pan, _ = bundle
    before = contents()
    outcome = qgis.run("pansharpen", INPUT=pan, PAN=xs, OUTPUT=tmp_path / "out.tif")
    assert "are not finer than those of" in outcome.refusal
    assert contents() == before
