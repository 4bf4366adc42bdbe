"""The workflows: what each step is asked, and what happens when a step fails."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from finer.processing_provider.engine import worker
from finer.processing_provider.errors import Cancelled, FinerError
from finer.processing_provider.layers.layer_source import LayerSource
from finer.processing_provider.workflows import WORKFLOWS
from finer.processing_provider.workflows.steps import StepResult, model_scale
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QEventLoop, QThread, QTimer


@pytest.fixture
def jobs(monkeypatch):
    """Jobs that the engine was given, by id; a fake engine writes their files and returns figures."""
    asked = {}

    def fake_run(job, is_cancelled):
        asked[job["job"]] = job
        if job["job"] == "export_tiles":
            Path(job["output"]).mkdir()
        elif job["job"] == "train_model":
            package(job["output"], 2)
        elif job["job"] == "classify_pixels":
            shutil.copy(job["input"], job["output"])
        else:
            Path(job["output_html"]).write_text("figures")
        yield {"event": "log", "text": "Working.", "values": {}}
        results = {"evaluate_model": {"psnr": 30.0}, "classify_pixels": {"bands_used": "3,2,1,2"}}
        yield {"event": "done", "result": results.get(job["job"], {})}

    monkeypatch.setattr(worker, "run_job", fake_run)
    return asked


def package(path, scale, **info):
    info = {"format": 2, "scale": scale, "bands": ["a"], "backbone": {"id": "edsr"}, **info}
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("schema.json", json.dumps(info))
    return str(path)


@pytest.fixture
def run(create_algorithm, context):
    """`run(name, values)` checks and runs a workflow as the toolbox does; errors are raised."""

    def go(name, values, feedback=None):
        workflow = create_algorithm(name)
        fine, why = workflow.checkParameterValues(values, context)
        if not fine:
            raise QgsProcessingException(why)
        results, fine = workflow.run(values, context, feedback or QgsProcessingFeedback(), {}, False)
        assert fine
        return results

    return go


def test_training_from_one_image_has_the_time_and_the_size(create_algorithm):
    whole, training = create_algorithm("train_from_one_image"), create_algorithm("train_model")
    for key in ("SIZE", "MINUTES", "EPOCHS"):
        mine, its = whole.parameterDefinition(key), training.parameterDefinition(key)
        assert (mine.type(), mine.defaultValue(), mine.help()) == (its.type(), its.defaultValue(), its.help())


def test_from_one_image_to_a_model_and_its_figures(run, jobs, make_raster, tmp_path):
    source, model, page = make_raster("a.tif"), str(tmp_path / "m.srpk"), str(tmp_path / "m.html")
    values = {
        "INPUT": source, "SCALE": 2, "TILE_SIZE": 16, "EPOCHS": 3, "BACKBONE_OPTIONS": "n_feats=8", "BANDS": [3, 1],
        "EXTENT": "500000,500100,3999800,4000000 [EPSG:32630]", "OUTPUT": model, "OUTPUT_HTML": page,
    }  # fmt: skip
    results = run("train_from_one_image", values)
    assert list(jobs) == ["export_tiles", "train_model", "evaluate_model"]
    export, train, evaluate = jobs.values()
    assert (export["input"], export["scale"], export["tile_size"], export["bands"]) == (source, 2, 16, [3, 1])
    assert export["extent"]["bounds"] == [500_000, 3_999_800, 500_100, 4_000_000]
    assert train["tiles"] == evaluate["tiles"] == export["output"]
    assert (train["epochs"], train["backbone"]["n_feats"]) == (3, 8)
    assert evaluate["model"] == train["output"] == model
    assert (results["OUTPUT"], results["OUTPUT_HTML"], results["PSNR"]) == (model, page, 30)


def test_what_is_not_set_is_the_job_s_own(run, jobs, make_raster, tmp_path, create_algorithm):
    values = {
        "INPUT": make_raster("a.tif"),
        "OUTPUT": str(tmp_path / "m.srpk"),
        "OUTPUT_HTML": "TEMPORARY_OUTPUT",
    }
    results = run("train_from_one_image", values)
    for name in ("SCALE", "TILE_SIZE", "STRIDE"):
        default = create_algorithm("export_tiles").parameterDefinition(name).defaultValue()
        assert str(jobs["export_tiles"][name.lower()]) == str(default)
    assert Path(results["OUTPUT_HTML"]).read_text() == "figures"


@pytest.mark.parametrize(("asked", "scale"), [({}, 3), ({"SCALE": "4"}, 4), ({"SCALE": 2}, 2)])
def test_super_resolve_and_evaluate_at_the_scale_of_the_model(run, jobs, make_raster, tmp_path, asked, scale):
    source, model, sr = make_raster("a.tif"), package(tmp_path / "m.srpk", 3), str(tmp_path / "sr.tif")
    values = {"INPUT": source, "MODEL": model, "OUTPUT": sr, "OUTPUT_HTML": str(tmp_path / "m.html"), **asked}
    results = run("super_resolve_and_evaluate", values)
    assert list(jobs) == ["classify_pixels", "export_tiles", "evaluate_model"]
    classify, export, evaluate = jobs.values()
    assert (classify["input"], classify["model"], classify["output"]) == (source, model, sr)
    assert classify.get("scale") == (scale if asked else None)
    assert (export["input"], export["scale"], export["split"]) == (source, scale, [0, 0, 100])
    assert export["bands"] == [3, 2, 1, 2]  # those that the model was given
    assert (evaluate["model"], evaluate["tiles"]) == (model, export["output"])
    assert (results["OUTPUT"], results["PSNR"]) == (sr, 30)


STATED = {
    "noise": [0.001],
    "seed": 0,
    "jpeg": None,
    "mtf": [0.24, 0.28, 0.26, 0.26],
    "sensor": "sentinel2_msi",
}


@pytest.mark.parametrize(
    ("stated", "asked"),
    [
        ({"id": "mtf", **STATED}, {"id": "mtf", "noise": [0.001], "mtf": STATED["mtf"]}),
        ({"id": "mtf", "sensor": "landsat_oli", "mtf": None}, {"id": "mtf", "sensor": "landsat_oli"}),
        ({"id": "area"}, {"id": "area"}),
        # A default that is stated is left out, as it is not used for rasters that it does not fit; but not "none".
        ({"id": "robust", "jpeg": 60, "noise": [0.015]}, {"id": "robust"}),
        ({"id": "robust", "jpeg": None, "noise": [0.02]}, {"id": "robust", "jpeg": None, "noise": [0.02]}),
        ({"id": "unknown"}, {"id": "bicubic"}),
        ({"id": "observed", "sensor": "another"}, {"id": "bicubic"}),
        ("damaged", {"id": "bicubic"}),
    ],
)
def test_a_model_is_evaluated_on_the_degradation_that_it_was_trained_on(
    run, jobs, make_raster, tmp_path, stated, asked
):
    model = package(tmp_path / "m.srpk", 2, degradation=stated)
    results = {"OUTPUT": str(tmp_path / "sr.tif"), "OUTPUT_HTML": str(tmp_path / "m.html")}
    run("super_resolve_and_evaluate", {"INPUT": make_raster("a.tif"), "MODEL": model, **results})
    assert jobs["export_tiles"].get("degradation", {"id": "bicubic"}) == asked


def test_a_model_of_the_library_goes_by_its_name(run, jobs, make_raster, tmp_path, finer_home):
    (finer_home / "models").mkdir(parents=True)
    model = package(finer_home / "models" / "town.srpk", 2)
    results = {"OUTPUT": str(tmp_path / "sr.tif"), "OUTPUT_HTML": str(tmp_path / "m.html")}
    run("super_resolve_and_evaluate", {"INPUT": make_raster("a.tif"), "MODEL": "town", **results})
    assert jobs["export_tiles"]["scale"] == 2
    assert jobs["classify_pixels"]["model"] == jobs["evaluate_model"]["model"] == model


def test_a_model_that_cannot_be_read_has_no_scale(tmp_path):
    (tmp_path / "no.srpk").write_text("no zip")
    assert [model_scale(str(tmp_path / name)) for name in ("no.srpk", "absent.srpk")] == [None, None]


def test_steps_have_a_layer_of_their_own_thread(
    create_algorithm, delete_dead_slots, context, jobs, make_raster, tmp_path, monkeypatch
):
    """As in the window, where the run is in the background and the layer is the project's."""
    layer, used = QgsRasterLayer(make_raster("a.tif"), "a layer"), []
    QgsProject.instance().addMapLayer(layer)

    class Seen(LayerSource):
        def __init__(self, key, layer, *more):
            used.append((layer.name(), layer.thread() == QThread.currentThread(), QThread.currentThread()))
            super().__init__(key, layer, *more)

    values = {
        "INPUT": layer.id(),
        "OUTPUT": str(tmp_path / "m.srpk"),
        "OUTPUT_HTML": str(tmp_path / "m.html"),
    }
    context.setProject(QgsProject.instance())
    loop, ended, feedback = QEventLoop(), [], QgsProcessingFeedback(False)
    delete_dead_slots()
    task = QgsProcessingAlgRunnerTask(create_algorithm("train_from_one_image"), values, context, feedback)
    monkeypatch.setattr("finer.processing_provider.job_algorithm.LayerSource", Seen)
    task.executed.connect(lambda fine, results: (ended.append(fine), loop.quit()))
    QgsApplication.taskManager().addTask(task)
    QTimer.singleShot(60_000, loop.quit)
    loop.exec()
    QgsProject.instance().removeMapLayer(layer)
    assert ended == [True]
    assert used and all(use[:2] == ("a layer", True) for use in used)
    assert all(use[2] != QThread.currentThread() for use in used)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("OUTPUT_HTML", "r.pdf", "OUTPUT_HTML must end in .html"),
        ("OUTPUT", "m.tif", "OUTPUT must end in .srpk"),
        ("OUTPUT_HTML", "/missing/r.html", "The folder /missing does not exist: create it"),
        ("BACKBONE_OPTIONS", "feats=1", "edsr has no option 'feats'"),
        ("EPOCHS", -3, "EPOCHS must be 1 or more."),
    ],
)
def test_what_a_later_step_would_refuse_is_refused_at_once(
    create_algorithm, context, make_raster, tmp_path, name, value, words
):
    values = {
        "INPUT": make_raster("a.tif"),
        "OUTPUT": str(tmp_path / "m.srpk"),
        "OUTPUT_HTML": "TEMPORARY_OUTPUT",
    }
    assert create_algorithm("train_from_one_image").checkParameterValues(values, context) == (True, "")
    fine, why = create_algorithm("train_from_one_image").checkParameterValues(
        {**values, name: value}, context
    )
    assert not fine and words in why


def test_the_first_step_refuses_before_the_run(create_algorithm, jobs, context, make_xyz_layer, tmp_path):
    values = {
        "INPUT": make_xyz_layer(),
        "OUTPUT": str(tmp_path / "m.srpk"),
        "OUTPUT_HTML": str(tmp_path / "m.html"),
    }
    fine, why = create_algorithm("train_from_one_image").checkParameterValues(values, context)
    assert not fine
    assert "has no pixel size of its own" in why
    assert not jobs


def test_a_step_s_refusal_is_the_workflow_s(run, jobs, make_raster, tmp_path, monkeypatch):
    """In its own words, and nothing after it runs."""
    inner = worker.run_job

    def failing(job, is_cancelled):
        yield from inner(job, is_cancelled)
        if job["job"] == "train_model":
            raise FinerError("The training tiles are too few: {n}.", n=3)

    monkeypatch.setattr(worker, "run_job", failing)
    values = {
        "INPUT": make_raster("a.tif"),
        "OUTPUT": str(tmp_path / "m.srpk"),
        "OUTPUT_HTML": str(tmp_path / "m.html"),
    }
    with pytest.raises(QgsProcessingException, match=r"The training tiles are too few: 3\."):
        run("train_from_one_image", values)
    assert list(jobs) == ["export_tiles", "train_model"]

    # What only a later step can see is its check's sentence.
    values["OUTPUT"] = str(tmp_path / "m.tif")
    monkeypatch.setattr(worker, "run_job", inner)
    with pytest.raises(QgsProcessingException, match=r"OUTPUT must end in \.srpk"):
        run("train_from_one_image", values)


def test_cancelling_a_step_cancels_the_workflow(run, jobs, make_raster, tmp_path, monkeypatch):
    inner, feedback = worker.run_job, QgsProcessingFeedback(False)

    def cancelled(job, is_cancelled):
        yield from inner(job, is_cancelled)
        feedback.cancel()
        raise Cancelled

    monkeypatch.setattr(worker, "run_job", cancelled)
    values = {
        "INPUT": make_raster("a.tif"),
        "OUTPUT": str(tmp_path / "m.srpk"),
        "OUTPUT_HTML": str(tmp_path / "m.html"),
    }
    with pytest.raises(QgsProcessingException, match="cancelled"):
        run("train_from_one_image", values, feedback)
    assert list(jobs) == ["export_tiles"]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda each: each.__name__)
def test_every_step_has_all_it_must(workflow, create_algorithm):
    """Each value names a parameter of its job, and nothing that the job needs is left out."""
    earlier = set()
    for name, step in workflow.steps.items():
        job = create_algorithm(step.job)
        known = {definition.name() for definition in job.parameterDefinitions()}
        assert set(step.values) <= known
        assert {source.step for source in step.values.values() if isinstance(source, StepResult)} <= earlier
        optional = job.parameterDefinitions()[0].Flag.FlagOptional
        must = {
            d.name()
            for d in job.parameterDefinitions()
            if not d.flags() & optional and d.defaultValue() is None
        }
        assert must - {d.name() for d in job.destinationParameterDefinitions()} <= set(step.values)
        earlier.add(name)
