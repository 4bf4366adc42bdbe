"""The ready-made models, on a piece of real imagery: one image in, a model and its figures, a finer raster out."""

from __future__ import annotations

from pathlib import Path

import pytest
import rasterio
from rasterio.windows import Window

ORTHOPHOTO = Path(__file__).parents[3] / "shared" / "data" / "oam" / "zanzibar_z19_0.tif"
SMALL = {"TILE_SIZE": 32, "STRIDE": 32, "DEVICE": "cpu"}


@pytest.fixture(scope="module")
def piece(tmp_path_factory):
    """256 × 256 pixels of an orthophoto."""
    if not ORTHOPHOTO.exists():
        pytest.skip("needs ../shared/data")
    path, window = tmp_path_factory.mktemp("piece") / "piece.tif", Window(512, 256, 256, 256)
    with rasterio.open(ORTHOPHOTO) as source:
        profile = {
            **source.profile,
            "width": 256,
            "height": 256,
            "transform": source.window_transform(window),
        }
        with rasterio.open(path, "w", **profile) as target:
            target.write(source.read(window=window))
    return path


@pytest.fixture(scope="module")
def trained_on_it(qgis, piece, tmp_path_factory):
    folder = tmp_path_factory.mktemp("chain")
    return qgis.run(
        "train_from_one_image", INPUT=piece, SCALE=2, EPOCHS=2, PATCH_SIZE=16, **SMALL,
        BACKBONE_OPTIONS="n_feats=8, n_blocks=1", OUTPUT=folder / "m.srpk", OUTPUT_HTML=folder / "m.html",
    )  # fmt: skip


def test_train_from_one_image(trained_on_it):
    results = trained_on_it.results
    assert [line for line in trained_on_it.out.splitlines() if line.startswith("Step ")] == [
        "Step 1 of 3: Export SR training tiles",
        "Step 2 of 3: Train SR model",
        "Step 3 of 3: Evaluate SR model",
    ]
    assert int(results["N_TRAIN"]) > int(results["N_TEST"]) > 0
    assert float(results["PSNR"]) > float(results["BICUBIC_PSNR"]) - 1
    assert f"{float(results['PSNR']):.2f}" in Path(results["OUTPUT_HTML"]).read_text(encoding="utf-8")
    assert Path(results["OUTPUT"]).stat().st_size > 0


def test_super_resolve_and_evaluate(qgis, piece, trained_on_it, tmp_path):
    outcome = qgis.run(
        "super_resolve_and_evaluate", INPUT=piece, MODEL=trained_on_it.results["OUTPUT"], **SMALL,
        OUTPUT=tmp_path / "sr.tif", OUTPUT_HTML=tmp_path / "report.html",
    )  # fmt: skip
    with rasterio.open(outcome.results["OUTPUT"]) as sr, rasterio.open(piece) as source:
        assert (sr.width, sr.height, sr.bounds) == (512, 512, source.bounds)
    assert int(outcome.results["N_TEST"]) == 64  # all of it, cut without overlap
    assert Path(outcome.results["OUTPUT_HTML"]).exists()


def test_a_refusal_within_is_one_sentence(qgis, piece, tmp_path):
    other = tmp_path / "no.srpk"
    other.write_text("no model")
    refusal = qgis.run(
        "super_resolve_and_evaluate", INPUT=piece, MODEL=other, OUTPUT=tmp_path / "sr.tif",
        OUTPUT_HTML=tmp_path / "report.html", **SMALL,
    ).refusal  # fmt: skip
    assert str(other) in refusal
    assert not (tmp_path / "sr.tif").exists()
