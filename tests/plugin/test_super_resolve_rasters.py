"""Many rasters in one run, and the summary of what became of each."""

import csv
import errno
import os
import shutil
from pathlib import Path

import pytest
from finer.processing_provider.engine import locate, worker
from finer.processing_provider.errors import FinerError
from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsProject, QgsRasterLayer

PAGE = "troubleshooting#a-raster-is-damaged"


@pytest.fixture
def jobs(monkeypatch):
    """The jobs that the engine was given; it copies rasters, and refuses those whose names have `bad` in them."""
    given = []

    def run_job(job, is_cancelled):
        given.append(job)
        if "bad" in Path(job["input"]).name:
            error = FinerError("{path} is damaged.", path=job["input"])
            error.page = PAGE
            raise error
        shutil.copy(job["input"], job["output"])
        yield {"event": "done", "result": {"width": 80, "height": 60}}

    monkeypatch.setattr(worker, "run_job", run_job)
    monkeypatch.setattr(locate, "find_engine_python", lambda: "python")
    return given


@pytest.fixture
def model(tmp_path):
    path = tmp_path / "m.srpk"
    path.write_bytes(b"a model")
    return str(path)


def read_summary(folder):
    with open(Path(folder) / "summary.csv", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_folder_and_layers_have_their_results_and_one_summary(
    run_algorithm, context, jobs, model, make_raster, tmp_path, feedback_class
):
    context.setProject(QgsProject.instance())
    (tmp_path / "in").mkdir()
    for name in ("in/bad.tif", "in/good.tif", "in/._good.tif"):
        make_raster(name)
    (tmp_path / "in/notes.txt").write_text("no raster")
    layer = QgsRasterLayer(make_raster("layer.tif"), "a/layer")
    QgsProject.instance().addMapLayer(layer)
    seen, target = feedback_class(), tmp_path / "out"
    results = run_algorithm(
        "super_resolve_rasters",
        seen,
        INPUTS=[layer.id(), make_raster("good.tif")],
        INPUT_FOLDER=str(tmp_path / "in"),
        MODEL=model,
        SEED=3,
        OUTPUT=str(target),
    )
    QgsProject.instance().removeMapLayer(layer.id())
    assert [results[key] for key in ("OUTPUT", "SUMMARY", "DONE", "FAILED")] == [
        str(target), str(target / "summary.csv"), 3, 1,
    ]  # fmt: skip
    rows = read_summary(target)
    assert [(row["raster"], row["state"], Path(row["result"]).name) for row in rows] == [
        ("a/layer", "done", "a_layer_sr.tif"),
        ("good", "done", "good_sr.tif"),
        ("bad", "failed", ""),
        ("good", "done", "good_sr_2.tif"),  # of another folder
    ]
    assert all(Path(row["result"]).is_file() for row in rows if row["state"] == "done")
    assert rows[1]["width"] == "80" and float(rows[1]["seconds"]) >= 0
    assert rows[2]["reason"] == f"{tmp_path / 'in/bad.tif'} is damaged." and rows[2]["page"] == PAGE
    assert [job["seed"] for job in jobs] == [3] * 4
    said = next(text for text in seen.info if text.startswith("Summary"))
    assert said.splitlines()[0] == "Summary of 4 rasters: 3 done, 1 failed, 0 not run."
    assert f"✗ bad: {tmp_path / 'in/bad.tif'} is damaged." in said
    assert list(target.glob(".finer-*")) == []


def test_rasters_share_no_result_but_the_folder(create_algorithm):
    """Each would take the place of that of the raster before."""
    algorithm = create_algorithm("super_resolve_rasters")
    assert [each.name() for each in algorithm.destinationParameterDefinitions()] == ["OUTPUT"]
    asked = {each.name() for each in algorithm.parameterDefinitions()}
    assert asked.isdisjoint({"INPUT", "GUIDE", "EXTENT", "BANDS", "GUIDE_BANDS", "RESOLUTION"})


def test_no_result_takes_the_place_of_a_raster(run_algorithm, jobs, model, make_raster, tmp_path):
    rasters = [make_raster(name) for name in ("a.tif", "a_sr.tif")]
    run_algorithm("super_resolve_rasters", INPUTS=rasters, MODEL=model, OUTPUT=str(tmp_path))
    assert [Path(row["result"]).name for row in read_summary(tmp_path)] == ["a_sr_2.tif", "a_sr_sr.tif"]


def test_what_is_cancelled_has_a_summary_too(
    create_algorithm, context, jobs, model, make_raster, tmp_path, monkeypatch
):
    rasters = [make_raster("a.tif"), make_raster("b.tif")]

    feedback = QgsProcessingFeedback()
    run = worker.run_job

    def cancel_after_one(job, is_cancelled):
        yield from run(job, is_cancelled)
        feedback.cancel()

    monkeypatch.setattr(worker, "run_job", cancel_after_one)
    values = {"INPUTS": rasters, "MODEL": model, "OUTPUT": str(tmp_path / "out")}
    assert create_algorithm("super_resolve_rasters").run(values, context, feedback)[1] is False
    assert [row["state"] for row in read_summary(tmp_path / "out")][1] == "not run"
    assert len(jobs) == 1


def test_a_summary_that_is_open_elsewhere_ends_no_run(
    run_algorithm, jobs, model, make_raster, tmp_path, monkeypatch, feedback_class
):
    """As in Excel on Windows, where its file cannot be replaced then."""
    replace, target, seen = os.replace, tmp_path / "out", feedback_class()

    def refuse_once_begun(source, path):
        if jobs and Path(path).name == "summary.csv":
            raise PermissionError(errno.EACCES, "Permission denied")
        replace(source, path)

    monkeypatch.setattr(os, "replace", refuse_once_begun)
    rasters = [make_raster("a.tif"), make_raster("b.tif")]
    results = run_algorithm("super_resolve_rasters", seen, INPUTS=rasters, MODEL=model, OUTPUT=str(target))
    assert (results["DONE"], results["SUMMARY"]) == (2, str(target / "summary_2.csv"))
    with open(results["SUMMARY"], encoding="utf-8-sig", newline="") as file:
        assert [row["state"] for row in csv.DictReader(file)] == ["done", "done"]
    assert [row["state"] for row in read_summary(target)] == ["not run", "not run"]
    assert list(target.glob(".finer-*")) == []
    assert sum("summary.csv cannot be written (Permission denied)" in each for each in seen.warnings) == 2


def test_one_layer_need_not_be_a_list(run_algorithm, jobs, model, make_raster, tmp_path):
    layer = QgsRasterLayer(make_raster("a.tif"), "one")
    run_algorithm("super_resolve_rasters", INPUTS=layer, MODEL=model, OUTPUT=str(tmp_path / "out"))
    assert [Path(row["result"]).name for row in read_summary(tmp_path / "out")] == ["one_sr.tif"]


def test_a_run_in_which_all_fail_fails(
    run_algorithm, create_algorithm, context, jobs, model, make_raster, tmp_path
):
    rasters = [make_raster("bad1.tif"), str(tmp_path / "missing.tif")]
    values = {"INPUTS": rasters, "MODEL": model, "OUTPUT": str(tmp_path / "out")}
    assert create_algorithm("super_resolve_rasters").checkParameterValues(values, context) == (True, "")
    with pytest.raises(
        QgsProcessingException, match=r"None of the 2 rasters .* bad1: .* is damaged"
    ) as caught:
        run_algorithm("super_resolve_rasters", **values)
    assert str(caught.value).endswith(f"#{PAGE.partition('#')[2]}")  # what to do about the first
    assert [row["state"] for row in read_summary(tmp_path / "out")] == ["failed"] * 2


def test_results_are_opened_where_that_is_wanted(
    create_algorithm, context, jobs, model, make_raster, tmp_path
):
    context.setProject(QgsProject.instance())
    values = {"INPUTS": [make_raster("a.tif")], "MODEL": model, "OUTPUT": str(tmp_path / "out"), "OPEN": True}
    assert create_algorithm("super_resolve_rasters").run(values, context, QgsProcessingFeedback())[1]
    assert list(context.layersToLoadOnCompletion()) == [str(tmp_path / "out" / "a_sr.tif")]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "There is no raster"),
        ({"INPUT_FOLDER": "out"}, "OUTPUT and INPUT_FOLDER"),
        ({"INPUT_FOLDER": "none", "INPUTS": ["a.tif"]}, "cannot be read"),
        ({"INPUTS": ["a.tif"], "SEED": -1}, "SEED"),
        ({"INPUTS": ["a.tif"], "GAIN": "bright"}, "GAIN"),
    ],
)
def test_what_cannot_be_done_is_refused_before_the_run(
    create_algorithm, context, model, make_raster, tmp_path, given, words
):
    make_raster("a.tif")
    (tmp_path / "out").mkdir()
    given = {key: str(tmp_path / value) if key == "INPUT_FOLDER" else value for key, value in given.items()}
    if "INPUTS" in given:
        given["INPUTS"] = [str(tmp_path / "a.tif")]
    values = {"MODEL": model, "OUTPUT": str(tmp_path / "out"), **given}
    fine, why = create_algorithm("super_resolve_rasters").checkParameterValues(values, context)
    assert not fine and words in why
