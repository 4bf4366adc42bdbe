"""A job as a Processing algorithm, with a fake engine, and one test with the real one."""

import json
import os
import time

import pytest
from finer.processing_provider.errors import Cancelled, FinerError
from finer.processing_provider.progress import EventReporter
from finer.processing_provider.provider import FinerProvider, published_jobs
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
)

JOBS = published_jobs()


def test_without_its_list_of_jobs_the_provider_says_so_in_the_log(tmp_path, monkeypatch, provider):
    import finer.processing_provider.provider as module

    messages = []
    QgsApplication.messageLog().messageReceived.connect(lambda text, tag, level: messages.append((tag, text)))
    for content in (None, "{", '{"no": "jobs"}', "[]"):
        path = tmp_path / "schema.json"
        if content is not None:
            path.write_text(content)
        monkeypatch.setattr(module, "SCHEMA", path)
        messages.clear()
        broken = FinerProvider()
        broken.refreshAlgorithms()
        assert {"setup_engine", "engine_status"} == {shown.name() for shown in broken.algorithms()}
        assert any(tag == "Finer" and "install the plugin again" in text for tag, text in messages)


# A run


def test_a_job_is_what_the_user_set_and_its_numbers_are_outputs(
    run_algorithm, fake_engine, make_raster, tmp_path
):
    fake_engine.script = lambda job: iter(
        [{"event": "done", "result": {"n_train": 7, "n_val": 1, "n_test": None}}]
    )
    source, out = make_raster("a.tif"), str(tmp_path / "tiles")
    results = run_algorithm(
        "export_tiles",
        INPUT=source,
        SCALE="2",
        EXTENT="500000,500100,3999800,4000000 [EPSG:32630]",
        OUTPUT=out,
    )
    (job,) = fake_engine.jobs
    assert job["extent"].pop("crs").startswith("PROJCRS[")
    properties = JOBS["export_tiles"]["properties"]
    defaults = {name: spec["default"] for name, spec in properties.items() if spec.get("default", "") != ""}
    assert job == {
        **defaults,
        "degradation": {"id": "bicubic"},  # whose own defaults the engine has
        "pan_method": {"id": "rcs"},
        "job": "export_tiles",
        "input": source,
        "scale": 2,
        "extent": {"bounds": [500_000, 3_999_800, 500_100, 4_000_000]},
        "output": out,
    }
    assert (job["tile_size"], job["split"], job["format"]) == (256, [80, 10, 10], "tiff")
    assert results == {"OUTPUT": out, "N_TRAIN": 7, "N_VAL": 1}


def test_the_log_shows_what_is_set_and_a_coordinate_system_by_its_code_or_name(
    run_algorithm, fake_engine, make_raster, feedback_class
):
    fake_engine.script = lambda job: iter([{"event": "done", "result": {}}])
    custom = QgsCoordinateReferenceSystem.fromProj("+proj=tmerc +lat_0=33.7 +lon_0=-118.2 +datum=WGS84")
    zone = QgsCoordinateReferenceSystem("EPSG:32630")
    extent = QgsReferencedRectangle(QgsRectangle(500_000, 3_999_800, 500_100, 4_000_000), zone)
    seen = feedback_class()
    values = {"MODEL": "m.srpk", "INPUT": make_raster("a.tif"), "OUTPUT": "TEMPORARY_OUTPUT"}
    run_algorithm("classify_pixels", seen, **values, EXTENT=extent, TARGET_CRS=custom, TARGET_RESOLUTION=2.5)
    shown = json.loads(next(line for line in seen.debug if line.startswith("{")))
    assert shown["extent"] == {"bounds": [500_000, 3_999_800, 500_100, 4_000_000], "crs": "EPSG:32630"}
    assert shown["target_crs"].startswith("+proj=tmerc ") and shown["target_resolution"] == 2.5
    assert shown.keys() == {"job", "input", "model", "extent", "target_crs", "target_resolution", "output"}
    assert fake_engine.jobs[0]["max_cloud"] == 20  # which the engine gets, as all others


def test_events_become_log_and_progress(run_algorithm, fake_engine, tmp_path, feedback_class):
    fake_engine.script = lambda job: iter(
        [
            {"event": "started", "finer": "0.1", "torch": "2.13", "pid": 42, "device_name": "GPU: X"},
            {"event": "log", "text": "Device: {device}", "values": {"device": "cpu {0}"}},
            {"event": "progress", "fraction": 0.25, "text": "Epoch {n}", "values": {"n": 1}, "eta": 130},
            {"event": "debug", "line": "a warning of torch"},
            {"event": "progress", "fraction": 0.5, "text": "Epoch {n}", "values": {"n": 2}, "eta": 120},
            {"event": "progress", "fraction": 0.9, "text": "Measuring", "values": {}, "eta": None},
            {"event": "done", "result": {}},
        ]
    )
    seen = feedback_class()
    run_algorithm(
        "evaluate_model", seen, MODEL="m.srpk", TILES=str(tmp_path), OUTPUT_HTML=str(tmp_path / "r.html")
    )
    assert seen.percents == [25, 50, 90]
    assert seen.texts == ["Epoch 1 — about 2 min left", "Measuring"]  # not one line per tile
    assert seen.info[0] == "GPU: X, torch 2.13, Finer 0.1"
    assert "Device: cpu {0}" in seen.info
    assert "a warning of torch" in seen.debug


def test_the_same_kind_of_message_is_repeated_after_a_while(monkeypatch, feedback_class):
    seen = feedback_class()
    report = EventReporter(seen)
    clock = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: clock[0])
    for n in range(30):
        clock[0] += 1
        report({"event": "progress", "fraction": n / 30, "text": "Tile {n}", "values": {"n": n}, "eta": None})
    assert seen.texts == ["Tile 0", "Tile 11", "Tile 22"]
    assert seen.percents == pytest.approx([100 * n / 30 for n in range(1, 30)])  # the bar moves all the same


def test_a_refusal_is_one_sentence(run_algorithm, fake_engine, tmp_path):
    def refuse(job):
        raise FinerError("{path} is not a raster.", path="x.tif")
        yield

    fake_engine.script = refuse
    with pytest.raises(QgsProcessingException, match=r"^x.tif is not a raster\.\nWhat to do: \S+$"):
        run_algorithm(
            "evaluate_model", MODEL="m.srpk", TILES=str(tmp_path), OUTPUT_HTML=str(tmp_path / "r.html")
        )


def test_of_an_unforeseen_error_the_traceback_is_in_the_log(
    run_algorithm, fake_engine, tmp_path, feedback_class
):
    fake_engine.script = lambda job: iter([{"event": "progress"}])
    seen = feedback_class()
    with pytest.raises(QgsProcessingException, match="KeyError: 'fraction'"):
        run_algorithm(
            "evaluate_model", seen, MODEL="m.srpk", TILES=str(tmp_path), OUTPUT_HTML=str(tmp_path / "r.html")
        )
    assert any("Traceback" in text for text in seen.debug)


def test_a_cancelled_run_is_no_success(run_algorithm, fake_engine, tmp_path):
    def cancelled(job):
        raise Cancelled
        yield

    fake_engine.script = cancelled
    with pytest.raises(QgsProcessingException, match="Evaluate SR model: cancelled"):
        run_algorithm(
            "evaluate_model", MODEL="m.srpk", TILES=str(tmp_path), OUTPUT_HTML=str(tmp_path / "r.html")
        )


def test_a_raster_that_is_none_is_said_before_the_run(create_algorithm, context, tmp_path):
    values = {"INPUT": str(tmp_path / "none.tif"), "MODEL": "m.srpk", "OUTPUT": str(tmp_path / "o.tif")}
    fine, why = create_algorithm("classify_pixels").checkParameterValues(values, context)
    assert not fine
    assert "none.tif" in why or "INPUT" in why


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [("STRIDE", 0, "STRIDE must be 1 or more."), ("TILE_SIZE", "9999", "TILE_SIZE must be 4096 or less."),
     ("MASK_OVERLAP", 1.5, "MASK_OVERLAP must be 1 or less.")],
)  # fmt: skip
def test_numbers_out_of_bounds_are_refused_in_words(
    create_algorithm, context, make_raster, tmp_path, name, value, words
):
    values = {"INPUT": make_raster("a.tif"), "OUTPUT": str(tmp_path / "tiles"), name: value}
    fine, why = create_algorithm("export_tiles").checkParameterValues(values, context)
    assert (fine, why.splitlines()[0]) == (False, words)
    assert why.endswith("/troubleshooting.html#parameters-that-do-not-fit")


def test_check_and_run_refuse_the_same_with_the_same_words(
    create_algorithm, context, fake_engine, tmp_path, feedback_class
):
    """Models run an algorithm without its check."""
    values = {"TILES": str(tmp_path), "BACKBONE_OPTIONS": "n_feets=3", "OUTPUT": str(tmp_path / "m.srpk")}
    fine, why = create_algorithm("train_model").checkParameterValues(values, context)
    assert not fine
    seen = feedback_class()
    assert create_algorithm("train_model").run(values, context, seen) == ({}, False)
    assert seen.errors == [why]
    assert "edsr has no option 'n_feets'" in why
    assert fake_engine.jobs == []


def test_a_typing_error_in_options_is_one_sentence(create_algorithm, context, tmp_path):
    values = {"TILES": str(tmp_path), "BACKBONE_OPTIONS": "hello", "OUTPUT": str(tmp_path / "m.srpk")}
    fine, why = create_algorithm("train_model").checkParameterValues(values, context)
    assert not fine and "hello" in why


def test_an_online_layer_without_resolution_is_refused_before_the_run(create_algorithm, context, tmp_path):
    layer = QgsRasterLayer("type=xyz&url=http://127.0.0.1:9/{z}/{x}/{y}.png", "map", "wms")
    context.temporaryLayerStore().addMapLayer(layer)
    values = {"INPUT": layer.id(), "MODEL": "m.srpk", "OUTPUT": str(tmp_path / "o.tif")}
    fine, why = create_algorithm("classify_pixels").checkParameterValues(values, context)
    assert (fine, why.splitlines()[0]) == (
        False,
        "map (INPUT) has no pixel size of its own: set EXTENT to the part to fetch and RESOLUTION to the pixel size.",
    )


def test_an_online_layer_is_fetched_in_the_background_and_removed_after(
    create_algorithm, delete_dead_slots, fake_engine, make_xyz_layer, tmp_path, qgis_app, feedback_class
):
    """As the dialog does it: prepared in the main thread, run in another, finished in the main thread."""
    context, feedback, layer = QgsProcessingContext(), feedback_class(), make_xyz_layer()
    context.setProject(QgsProject.instance())
    QgsProject.instance().addMapLayer(layer)
    at_work = {}

    def look(job):
        fetched = gdal.Open(job["input"])
        at_work["path"], at_work["pixel"] = job["input"], fetched.ReadAsArray()[:3, 20, 10].tolist()
        finer = {"width": 2 * fetched.RasterXSize, "height": 2 * fetched.RasterYSize}
        gdal.Translate(job["output"], fetched, **finer).FlushCache()
        yield {"event": "progress", "fraction": 0.5, "text": "Super-resolving", "values": {}, "eta": None}
        yield {"event": "done", "result": finer}

    fake_engine.script, result = look, str(tmp_path / "sr.tif")
    values = {
        "INPUT": layer,
        "EXTENT": "0,1000000,0,500000 [EPSG:3857]",
        "RESOLUTION": 10_000,
        "MODEL": "m.srpk",
        "OUTPUT": QgsProcessingOutputLayerDefinition(result, QgsProject.instance()),
    }
    delete_dead_slots()
    task = QgsProcessingAlgRunnerTask(create_algorithm("classify_pixels"), values, context, feedback)
    done = []
    task.executed.connect(lambda fine, results: done.append((fine, results)))
    QgsApplication.taskManager().addTask(task)
    until = time.monotonic() + 60
    while not done and time.monotonic() < until:
        qgis_app.processEvents()
    assert done == [(True, {"OUTPUT": result, "WIDTH": 200, "HEIGHT": 100})]
    assert at_work["pixel"] == [128, 112, 100]  # tile x 8, y 7
    assert not os.path.exists(at_work["path"])
    assert feedback.percents == sorted(feedback.percents)  # fetching is the first half, the engine the second
    assert feedback.percents[-1] == 75
    details = context.layerToLoadOnCompletionDetails(result)
    assert details.name == "a layer SR ×2"
    details.postProcessor().postProcessLayer(QgsRasterLayer(result), context, feedback)
    QgsProject.instance().clear()


# The real engine


@pytest.mark.skipif(not os.environ.get("FINER_ENGINE_PYTHON"), reason="FINER_ENGINE_PYTHON names no engine")
def test_the_real_engine_refuses_with_its_own_words(run_algorithm, tmp_path):
    with pytest.raises(QgsProcessingException, match=r"^EPOCHS does not fit: .* greater than or equal to 1"):
        run_algorithm("train_model", TILES=str(tmp_path), EPOCHS=0, OUTPUT=str(tmp_path / "m.srpk"))
    assert list(tmp_path.iterdir()) == []
