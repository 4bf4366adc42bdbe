"""Layers of polygons as GeoJSON for the engine: all that QGIS shows of them, where it shows it."""

import json
import os

import pytest
from finer.processing_provider.engine import worker
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

SQUARES = [f"Polygon(({x} 0, {x + 9} 0, {x + 9} 9, {x} 9, {x} 0))" for x in (0, 20, 40)]
PRECISE = "Polygon((500000.123456789 0.1, 1 3, 3 3, 500000.123456789 0.1))"


@pytest.fixture
def layer(context):
    """`layer([wkt, ...])` is a memory layer in the project."""
    project = QgsProject.instance()
    context.setProject(project)

    def make(shapes, kind="Polygon?crs=EPSG:32630"):
        made = QgsVectorLayer(kind, "my fields", "memory")
        for wkt in shapes:
            feature = QgsFeature()
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
            assert made.dataProvider().addFeature(feature)
        project.addMapLayer(made)
        return made

    yield make
    project.clear()


@pytest.fixture
def export_with_mask(create_algorithm, context, make_raster, tmp_path, monkeypatch):
    """`sent(mask)` runs an export; what the engine finds in its mask."""

    def read(mask):
        found = []

        def events(job, is_cancelled, proxy=None):
            with open(job["mask"], encoding="utf-8") as file:
                found.append((job["mask"], json.load(file)))
            yield {"event": "done", "result": {}}

        monkeypatch.setattr(worker, "run_job", events)
        values = {"INPUT": make_raster("a.tif"), "MASK": mask, "OUTPUT": str(tmp_path / "tiles")}
        _, fine = create_algorithm("export_tiles").run(
            values, context, QgsProcessingFeedback(), catchExceptions=False
        )
        ((path, geojson),) = found
        assert fine
        assert not os.path.exists(path)  # it was there for the time being
        return geojson

    return read


def rings(geojson):
    return [feature["geometry"]["coordinates"] for feature in geojson["features"]]


def test_a_memory_layer_goes_with_its_crs_and_all_digits(layer, export_with_mask):
    geojson = export_with_mask(layer([PRECISE]))
    assert geojson["name"] == "my fields"
    wkt = geojson["crs"]["properties"]["name"]
    assert QgsCoordinateReferenceSystem.fromWkt(wkt).authid() == "EPSG:32630"
    assert rings(geojson)[0][0][0] == [500000.123456789, 0.1]


def test_only_selected_features_if_so_wanted(layer, export_with_mask):
    fields = layer(SQUARES)
    fields.selectByIds([2])
    assert len(rings(export_with_mask(fields))) == 3
    only = QgsProcessingFeatureSourceDefinition(fields.id(), True)
    assert [shape[0][0] for shape in rings(export_with_mask(only))] == [[20, 0]]


def test_a_file_goes_by_its_path_and_a_layers_filter_holds(layer, export_with_mask, tmp_path, context):
    path, fields = str(tmp_path / "fields.gpkg"), layer(SQUARES)
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV2(fields, path, context.transformContext(), options)
    assert len(rings(export_with_mask(path))) == 3
    filtered = QgsVectorLayer(path, "some", "ogr")
    assert filtered.setSubsetString('"fid" > 1')
    QgsProject.instance().addMapLayer(filtered)
    assert len(rings(export_with_mask(filtered))) == 2


def test_curves_crossings_and_features_without_geometry(layer, export_with_mask):
    curved = "CurvePolygon(CompoundCurve(CircularString(0 0, 5 5, 10 0),(10 0, 0 0)))"
    bowtie = "Polygon((0 0, 9 9, 9 0, 0 9, 0 0))"  # the engine repairs it, so QGIS need not complain
    geojson = export_with_mask(layer([curved, bowtie, ""], "CurvePolygon?crs=EPSG:32630"))
    assert [len(shape[0]) > 50 for shape in rings(geojson)] == [True, False]


def test_a_crs_without_a_number_and_none_at_all(layer, export_with_mask):
    fields = layer(SQUARES)
    custom = QgsCoordinateReferenceSystem.fromProj("+proj=laea +lat_0=47 +lon_0=8 +x_0=1 +ellps=GRS80")
    fields.setCrs(custom)
    wkt = export_with_mask(fields)["crs"]["properties"]["name"]
    assert (
        QgsCoordinateReferenceSystem.fromWkt(wkt).toProj().startswith("+proj=laea +lat_0=47 +lon_0=8 +x_0=1 ")
    )
    fields.setCrs(QgsCoordinateReferenceSystem())
    assert export_with_mask(fields)["crs"] is None


@pytest.mark.parametrize("kind", ("Point", "LineString", "None"))
def test_other_layers_are_refused_before_the_run(
    create_algorithm, context, layer, make_raster, tmp_path, kind
):
    fields = layer([], f"{kind}?crs=EPSG:32630" if kind != "None" else "None")
    values = {"INPUT": make_raster("a.tif"), "MASK": fields, "OUTPUT": str(tmp_path / "tiles")}
    fine, why = create_algorithm("export_tiles").checkParameterValues(values, context)
    assert (fine, why.splitlines()[0]) == (False, "MASK must be a layer of polygons, which my fields is not.")


def test_what_is_no_layer_is_refused(create_algorithm, context, make_raster, tmp_path):
    values = {
        "INPUT": make_raster("a.tif"),
        "MASK": str(tmp_path / "none.gpkg"),
        "OUTPUT": str(tmp_path / "tiles"),
    }
    fine, why = create_algorithm("export_tiles").checkParameterValues(values, context)
    assert not fine
    assert "none.gpkg" in why or "MASK" in why
