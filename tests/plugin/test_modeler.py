"""The jobs as steps of a graphical model: export, train, super-resolve."""

import shutil
from pathlib import Path

import pytest
from finer.processing_provider.engine import worker
from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingOutputFile,
    QgsProcessingOutputFolder,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterRasterLayer,
)

of_input = QgsProcessingModelChildParameterSource.fromModelParameter
of_child = QgsProcessingModelChildParameterSource.fromChildOutput
of_value = QgsProcessingModelChildParameterSource.fromStaticValue


@pytest.fixture
def model_of_steps(provider):
    model = QgsProcessingModelAlgorithm("chain", "tests")
    for definition in (
        QgsProcessingParameterRasterLayer("RASTER", "Raster"),
        QgsProcessingParameterExtent("PLACE", "Place"),
    ):
        model.addModelParameter(definition, QgsProcessingModelParameter(definition.name()))

    def step(name, algorithm, output=None, **sources):
        child = QgsProcessingModelChildAlgorithm(f"finer:{algorithm}")
        child.setChildId(name)
        defaults = {  # the modeler's dialog stores them
            definition.name(): of_value(definition.defaultValue())
            for definition in child.algorithm().parameterDefinitions()
            if definition.defaultValue() is not None
        }
        for parameter, source in {**defaults, **sources}.items():
            child.addParameterSources(parameter, [source])
        if output:
            final = QgsProcessingModelOutput("SR", "Finer raster")
            final.setChildId(name)
            final.setChildOutputName(output)
            child.setModelOutputs({"SR": final})
        model.addChildAlgorithm(child)

    step("export", "export_tiles", INPUT=of_input("RASTER"), EXTENT=of_input("PLACE"), SCALE=of_value("2"))
    step("train", "train_model", TILES=of_child("export", "OUTPUT"), EPOCHS=of_value(1))
    step(
        "classify",
        "classify_pixels",
        "OUTPUT",
        INPUT=of_input("RASTER"),
        MODEL=of_child("train", "OUTPUT"),
        EXTENT=of_input("PLACE"),
    )
    model.updateDestinationParameters()
    return model


def test_the_modeler_offers_each_result_to_the_next_step(model_of_steps):
    tiles = model_of_steps.availableSourcesForChild(
        "train", [QgsProcessingParameterFile.typeName()], [QgsProcessingOutputFolder.typeName()]
    )
    assert ("export", "OUTPUT") in [(source.outputChildId(), source.outputName()) for source in tiles]
    models = model_of_steps.availableSourcesForChild(
        "classify", [QgsProcessingParameterFile.typeName()], [QgsProcessingOutputFile.typeName()]
    )
    assert ("train", "OUTPUT") in [(source.outputChildId(), source.outputName()) for source in models]


def test_the_model_is_valid(model_of_steps):
    for step in ("export", "train", "classify"):
        assert model_of_steps.validateChildAlgorithm(step) == (True, [])


def test_the_model_hands_each_result_on(model_of_steps, context, make_raster, tmp_path, monkeypatch):
    jobs = {}

    def fake_run(job, is_cancelled, proxy=None):
        jobs[job["job"]] = job
        if job["job"] == "export_tiles":
            Path(job["output"]).mkdir()
        elif job["job"] == "train_model":
            Path(job["output"]).write_bytes(b"a model")
        else:
            shutil.copy(job["input"], job["output"])
        yield {"event": "done", "result": {}}

    monkeypatch.setattr(worker, "run_job", fake_run)
    source, result = make_raster("a.tif"), str(tmp_path / "sr.tif")
    model = model_of_steps.create()
    (final,) = (definition.name() for definition in model.destinationParameterDefinitions())
    assert final in ("classify:SR", "finer_raster")  # by the step until QGIS 3.26, since then by the label
    values = {"RASTER": source, "PLACE": "500000,500100,3999800,4000000 [EPSG:32630]", final: result}
    results, fine = model.run(values, context, QgsProcessingFeedback())
    assert fine
    assert results[final] == result
    assert jobs["export_tiles"]["scale"] == 2
    assert jobs["train_model"]["tiles"] == jobs["export_tiles"]["output"]
    assert jobs["classify_pixels"]["model"] == jobs["train_model"]["output"]
    assert jobs["classify_pixels"]["model"].endswith(".srpk")
    for job in ("export_tiles", "classify_pixels"):
        assert jobs[job]["input"] == source
        assert jobs[job]["extent"]["bounds"] == [500_000, 3_999_800, 500_100, 4_000_000]


def test_an_extent_may_be_that_of_a_layer(model_of_steps, context, make_raster, tmp_path, monkeypatch):
    jobs = []

    def fake_run(job, is_cancelled, proxy=None):
        jobs.append(job)
        Path(job["output"]).mkdir()
        yield {"event": "done", "result": {}}

    monkeypatch.setattr(worker, "run_job", fake_run)
    model_of_steps.removeChildAlgorithm("classify")
    model_of_steps.removeChildAlgorithm("train")
    place = make_raster("place.tif", size=(4, 3))
    _, fine = model_of_steps.create().run(
        {"RASTER": make_raster("a.tif"), "PLACE": place}, context, QgsProcessingFeedback()
    )
    assert fine
    assert jobs[0]["extent"]["bounds"] == [500_000, 3_999_970, 500_040, 4_000_000]
