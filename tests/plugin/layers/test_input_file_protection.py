"""Results that would take the place of what a layer is read from are refused, in jobs and in workflows."""

import os
import zipfile
from pathlib import Path

import pytest
from finer.processing_provider.layers import layer_source
from finer.processing_provider.layers.input_file_protection import files_of
from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsRasterLayer

WORDS = "would replace the input"


def vrt(path, source, relative=0):
    path.write_text(
        '<VRTDataset rasterXSize="40" rasterYSize="30"><VRTRasterBand dataType="UInt16" band="1"><SimpleSource>'
        f'<SourceFilename relativeToVRT="{relative}">{source}</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>'
    )
    return str(path)


def package(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "schema.json", '{"format": 2, "scale": 2, "bands": ["a"], "backbone": {"id": "edsr"}}'
        )
    return str(path)


def refused(algorithm, context, name, values, words=WORDS):
    job = algorithm(name)
    fine, why = job.checkParameterValues(values, context)
    assert not fine and words in why, why


@pytest.mark.parametrize("output", ["a.tif", "link.tif", "hard.tif"])
def test_a_workflow_never_replaces_its_input(create_algorithm, context, make_raster, tmp_path, output):
    source, model = make_raster("a.tif"), package(tmp_path / "m.srpk")
    (tmp_path / "link.tif").symlink_to(source)
    os.link(source, tmp_path / "hard.tif")
    given = vrt(tmp_path / "b.vrt", vrt(tmp_path / "c.vrt", "a.tif", 1))
    for layer in (source, given):
        values = {
            "INPUT": layer,
            "MODEL": model,
            "OUTPUT": str(tmp_path / output),
            "OUTPUT_HTML": "TEMPORARY_OUTPUT",
        }
        refused(create_algorithm, context, "super_resolve_and_evaluate", values)


def test_no_step_of_a_workflow_replaces_what_another_reads(create_algorithm, context, make_raster, tmp_path):
    """The last step writes the page, and does not know the raster of the first."""
    source, model = make_raster("a.tif"), package(tmp_path / "m.srpk")
    page, trained = tmp_path / "page.html", tmp_path / "new.srpk"
    page.symlink_to(source)
    os.link(source, trained)
    values = {"INPUT": source, "OUTPUT": "TEMPORARY_OUTPUT", "OUTPUT_HTML": str(page)}
    refused(create_algorithm, context, "train_from_one_image", values)
    refused(create_algorithm, context, "super_resolve_and_evaluate", {**values, "MODEL": model})
    values.update(OUTPUT=str(trained), OUTPUT_HTML="TEMPORARY_OUTPUT")
    refused(create_algorithm, context, "train_from_one_image", values)


def test_two_results_are_not_one_file(create_algorithm, context, make_raster, tmp_path):
    (tmp_path / "a.html").symlink_to("x.srpk")
    values = {
        "INPUT": make_raster("a.tif"),
        "OUTPUT": str(tmp_path / "x.srpk"),
        "OUTPUT_HTML": str(tmp_path / "a.html"),
    }
    refused(create_algorithm, context, "train_from_one_image", values, "would be written to the same place")


def test_models_that_do_not_check_are_refused_in_the_run(create_algorithm, context, make_raster, tmp_path):
    source = make_raster("a.tif")
    values = {
        "INPUT": source,
        "MODEL": package(tmp_path / "m.srpk"),
        "OUTPUT": source,
        "OUTPUT_HTML": str(tmp_path / "p.html"),
    }
    lines = []

    class Feedback(QgsProcessingFeedback):
        def reportError(self, error, fatal=False):
            lines.append(error)

    before = Path(source).read_bytes()
    _, fine = create_algorithm("super_resolve_and_evaluate").run(values, context, Feedback(), {}, True)
    assert not fine and Path(source).read_bytes() == before


def test_a_layer_that_qgis_reads_keeps_its_file(create_algorithm, context, make_raster, tmp_path):
    """The engine gets a copy of it, and would not know."""
    source, model = make_raster("a.tif"), package(tmp_path / "m.srpk")
    layer = QgsRasterLayer(source, "a")
    layer.dataProvider().setUserNoDataValue(1, [])
    refused(create_algorithm, context, "classify_pixels", {"INPUT": layer, "MODEL": model, "OUTPUT": source})


def test_the_polygons_of_a_mask_are_kept(create_algorithm, context, make_raster, tmp_path):
    mask = tmp_path / "tiles" / "train" / "mask.geojson"
    mask.parent.mkdir(parents=True)
    mask.write_text(
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, "geometry": {"type": "Polygon",'
        '"coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}}]}'
    )
    values = {"INPUT": make_raster("a.tif"), "MASK": str(mask), "OUTPUT": str(tmp_path / "tiles")}
    refused(create_algorithm, context, "export_tiles", values)


@pytest.mark.parametrize(("entry", "kept"), (("train", False), ("tileset.json", False), ("other", True)))
def test_what_a_job_replaces_in_a_folder_is_what_the_schema_says(
    create_algorithm, context, make_raster, tmp_path, entry, kept
):
    folder = tmp_path / "tiles"
    inside = folder / entry / "a.tif" if entry != "tileset.json" else folder / entry
    inside.parent.mkdir(parents=True)
    Path(make_raster("a.tif")).rename(inside)
    job, values = create_algorithm("export_tiles"), {"INPUT": str(inside), "OUTPUT": str(folder)}
    assert job.schema["replaces"] == {"output": ["tileset.json", "train", "val", "test"]}
    assert job.checkParameterValues(values, context)[0] == kept


def test_curves_are_written_beside_a_model_that_the_training_starts_from(create_algorithm, context, tmp_path):
    """Nothing in TENSORBOARD is replaced, whatever it is called."""
    (tmp_path / "runs" / "train").mkdir(parents=True)
    values = {
        "TILES": str(tmp_path),
        "PRETRAINED": package(tmp_path / "runs" / "train" / "m.srpk"),
        "TENSORBOARD": str(tmp_path / "runs"),
        "OUTPUT": str(tmp_path / "new.srpk"),
    }
    assert create_algorithm("train_model").checkParameterValues(values, context) == (True, "")


def test_the_files_of_a_source(make_raster, tmp_path):
    source = make_raster("a.tif")
    (tmp_path / "a.tif.msk").write_text("")
    archive = tmp_path / "z.zip"
    archive.write_text("")
    for name in (
        f"/vsizip/{archive}/in/a.tif",
        f"/vsizip/{{{archive}}}/a.tif",
        f"/vsitar//vsigzip/{archive}/a",
    ):
        assert files_of(name) == {str(archive)}
    for name in (
        source,
        f"{source}|layername=x",
        f'NETCDF:"{source}":band',
        f"GTIFF_DIR:1:{source}",
        f"vrt://{source}?bands=1",
    ):
        assert files_of(name) == {source, f"{source}.msk"}, name
    loop = vrt(tmp_path / "loop.vrt", "loop.vrt", 1)
    assert files_of(loop) == {loop}
    assert files_of(Path(vrt(tmp_path / "x.vrt", source)).read_text()) == {source, f"{source}.msk"}
    assert files_of("https://example.org/a.tif") == files_of("") == set()


def test_a_file_that_changes_while_qgis_reads_it_ends_the_run(
    create_algorithm, context, make_raster, tmp_path, monkeypatch
):
    source, lines = make_raster("a.tif"), []
    layer = QgsRasterLayer(source, "a")
    layer.dataProvider().setUserNoDataValue(1, [])
    monkeypatch.setattr(layer_source, "local_path", lambda layer: None)

    def write(self, path, feedback):
        Path(source).write_bytes(Path(source).read_bytes() + b"x")

    monkeypatch.setattr(layer_source.LayerSource, "write", write)

    class Feedback(QgsProcessingFeedback):
        def reportError(self, error, fatal=False):
            lines.append(error)

    values = {"INPUT": layer, "MODEL": package(tmp_path / "m.srpk"), "OUTPUT": str(tmp_path / "sr.tif")}
    with pytest.raises(QgsProcessingException, match="changed or removed while it was read"):
        create_algorithm("classify_pixels").run(values, context, Feedback(), {}, False)
