"""The dialog of a job, which depends on the chosen model, and the windows of the menu."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from finer.processing_provider.provider import published_jobs

SAMPLING = {"sampler": {"id": "ddim", "n_timestep": 20}, "noise_schedule": {"id": "linear"}}
BUNDLED = sorted(path.stem for path in (Path(__file__).parents[2] / "models").glob("*.srpk"))


def run_in_window(case, folder, home, *more):
    """Return what a case of `window_cases.py` prints."""
    environment = {**os.environ, "FINER_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("FINER_ENGINE_PYTHON", None)
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("window_cases.py")), case, str(folder), *more],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture
def home_with_models(tmp_path, finer_home):
    """A folder of Finer's files whose library has three models."""
    info = {
        "format": 1,
        "backbone": {"id": "edsr"},
        "scale": 2,
        "bands": ["blue", "green", "red", "nir"],
        "dtype": "uint16",
        "data": {"ground_resolution": 10},
    }
    library = finer_home / "models"
    library.mkdir(parents=True)
    for name, sampling, title in (
        ("plain", {}, "# EDSR ×2"),
        ("sampled", SAMPLING, "# SR3 ×2"),
        ("several", {}, "# MDSR ×2, ×3"),
    ):
        with zipfile.ZipFile(library / f"{name}.srpk", "w") as archive:
            archive.writestr("schema.json", json.dumps(info))
            archive.writestr("sampling.json", json.dumps(sampling))
            archive.writestr("README.md", title)
    return finer_home


def test_the_dialog_knows_the_model(make_raster, tmp_path, home_with_models):
    make_raster("a.tif", names=["B08", "B04", "B03", "B02"])
    shown = run_in_window("classify", tmp_path, home_with_models)
    assert shown["set_up"]
    first = shown["first"]
    assert first["MODEL"][0] == str(home_with_models / "models" / "plain.srpk")  # a first run needs no choice
    assert first["BANDS"] == [[4, 3, 2, 1], True]
    assert [first[key][1] for key in ("SAMPLER", "SEED", "SCALE", "OUTPUT_UNCERTAINTY")] == [False] * 4
    assert "<b>plain</b> – EDSR ×2" in shown["first_card"] and "80 × 60 pixels" in shown["first_card"]
    assert "⚠" not in shown["first_card"]
    assert shown["listed"] == ["plain", "sampled", "several", *BUNDLED]

    sampled = shown["sampled"]
    assert sampled["SAMPLER"] == ["ddim", True] and sampled["SEED"] == [7, True]
    assert not sampled["SCALE"][1] and sampled["OUTPUT_UNCERTAINTY"][1]

    several = shown["several"]
    assert several["SAMPLER"] == [None, False]  # left set, it would be refused
    assert sampled["SAMPLER_OPTIONS"] == ["spacing=trailing", True]
    assert several["SAMPLER_OPTIONS"] == ["", False]
    assert several["SEED"] == [0, False]
    assert several["SCALE"][1]
    assert several["OUTPUT_UNCERTAINTY"] == [None, False]
    assert several["BANDS"][0] == [1, 2, 3, 4]  # the user's own choice stays, with a word on it
    assert "⚠" in shown["several_card"] and "4, 3, 2, 1" in shown["several_card"]

    assert "is not a model package" in shown["none_card"]
    assert shown["none"]["SAMPLER"][1]  # who knows
    assert shown["hidden"]
    assert shown["by_name"] == {"MODEL": ["sampled", True], "SAMPLES": [3, True]}
    assert shown["parameters"] == 3


def test_every_job_that_takes_a_model_offers_those_at_hand(home_with_models, tmp_path):
    shown = run_in_window("dialogs", tmp_path, home_with_models)
    assert shown["classify_pixels"] == [["finer_models_MODEL"], True]
    for job, schema in published_jobs().items():
        formats = {name: spec.get("format") for name, spec in schema["properties"].items()}
        takes = {name for name, format in formats.items() if format == "srpk-in"}
        products = ["finer_products"] * ("product-in" in formats.values())
        assert shown[job][0] == sorted([*(f"finer_models_{name.upper()}" for name in takes), *products])
        assert shown[job][1] == ("model" in schema["required"])  # blank means something else where it may be
    assert shown["super_resolve_and_evaluate"] == [["finer_models_MODEL"], True]
    assert shown["train_from_one_image"] == [[], False]


def test_dialogs_begin_with_the_layer_at_hand(make_raster, home_with_models, tmp_path):
    make_raster("a.tif")
    assert run_in_window("active_layer", tmp_path, home_with_models) == {
        "export_tiles": [True, False],
        "find_scene": [True],
        "import_model": [False],  # it begins with no layer in the place of weights
        "export_model": "m.srpk",  # which "Try it here" chooses, and no layer
    }


def test_products_of_sentinel_2(make_raster, home_with_models, tmp_path):
    """The dialog begins with a layer of a product and no other, and offers the product's folder and those layers."""
    make_raster("a.tif")
    shown = run_in_window("products", tmp_path, home_with_models)
    source = shown.pop("source")
    assert source.endswith("IMG_DATA/T33UUB_20220610T101031_B02.tif")
    assert shown == {
        "with_another_layer": None,
        "with_its_layer": source,
        "model": None,
        "offered": ["Folder (.SAFE)…", "B02"],
        "folder": "/data/S2A_MSIL2A.SAFE",
        "layer": source,
        "card": True,
    }


def test_the_modeler_still_connects_models(home_with_models, tmp_path):
    assert run_in_window("modeler", tmp_path, home_with_models) == {
        "type": "QgsProcessingModelerParameterWidget",
        "chosen": ["train", "OUTPUT"],
    }


def test_the_windows_of_the_menu(make_raster, tmp_path, home_with_models):
    make_raster("a.tif")
    make_raster("b.tif", size=(80, 60), pixel=5)
    shown = run_in_window("windows", tmp_path, home_with_models)
    assert {"finer_super_resolve", "finer_library", "finer_settings", "finer_status"} <= set(shown["actions"])
    assert shown["compared"] == ["a", "a SR ×2"]  # begun with the result
    assert shown["coloured"] == [[4, 1], [4, 1]]  # alike, and neither of them transparent
    assert shown["starts_at"] < 5  # metres from where QGIS' map is
    assert shown["together"]
    assert shown["own_colours"] == 2
    assert shown["untouched"] == [0.5, 2]  # the project's layers keep their colours
    bundled = [f"{name} (comes with Finer)" for name in BUNDLED]
    assert shown["models"] == [["plain", "sampled", "several", *bundled], "<b>plain</b> – EDSR "[:20]]
    assert shown["renamed"] == [["better", "sampled", "several", *bundled], "better.srpk"]
    assert shown["deleted"] == ["sampled", "several", *bundled]
    assert not (home_with_models / "models" / "better.srpk").exists()
    assert shown["settings"] == [str(tmp_path / "shelf"), "cpu"]
    assert shown["settings_again"] == [str(tmp_path / "shelf"), "cpu"]
    assert shown["settings_blank"] == [True, "auto"]
    assert shown["deleted_windows"] == [True, True]  # and the menu can still be taken away
    assert shown["left"] == 0


def test_what_the_light_engine_lacks_is_offered_where_it_is_needed(make_raster, tmp_path, home_with_models):
    make_raster("a.tif", names=["B08", "B04", "B03", "B02"])
    python = home_with_models / "engine" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text("")
    python.chmod(0o755)
    (home_with_models / "engine" / "finer.json").write_text(json.dumps({"parts": "light"}))
    shown = run_in_window("light", tmp_path, home_with_models, BUNDLED[0])
    assert "This tool needs the complete SR engine" in shown["train_model"]
    assert shown["pansharpen"] == shown["setup_engine"] == ""
    assert shown["classify_pixels"] == shown["plain"]  # the first model there is
    assert "This model needs the complete SR engine" in shown["sampled"]
    assert shown[BUNDLED[0]] == ""
    assert "This model needs the complete SR engine" in shown["plain"]  # an older one, without graphs
    assert shown["asked"] == [["finer:setup_engine", {"PARTS": "complete"}]] * 3
