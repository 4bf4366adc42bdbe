"""The model that a dialog proposes is the one that fits the layer; where there is none, the catalogue's are told."""

import json
import shutil
import zipfile

import pytest
from finer.processing_provider import model_library
from finer.processing_provider.model_file import Model
from finer.processing_provider.model_ranking import measure_fit, propose_model
from osgeo import gdal
from qgis.core import QgsRasterLayer

from ..test_job_dialog import run_in_window
from .conftest import describe

PACKAGES = {
    "aerial_rgb": {"bands": ["Red", "Green", "Blue"], "dtype": "uint8", "data": {"ground_resolution": 2.4}},
    "aerial_rgbn": {"bands": ["Red", "Green", "Blue", "NIR"], "dtype": "uint8", "data": {"ground_resolution": 2.4}},
    "s2_rgbn": {"bands": ["B04", "B03", "B02", "B08"], "dtype": "uint16", "data": {"ground_resolution": 10}},
    "guided": {"bands": ["B04", "B03", "B02", "B08"], "dtype": "uint16", "data": {"ground_resolution": 10},
               "guide": {"ratio": 2, "bands": ["pan"]}},
}  # fmt: skip


@pytest.fixture
def library(finer_home, monkeypatch, tmp_path):
    """`library(name, ...)` puts packages into the library; none comes with the plugin."""
    monkeypatch.setattr(model_library, "BUNDLED", tmp_path / "none")

    def fill(*names):
        folder = finer_home / "models"
        folder.mkdir(parents=True, exist_ok=True)
        for name in names:
            info = {"format": 3, "backbone": {"id": "edsr"}, "scale": 2, **PACKAGES[name]}
            with zipfile.ZipFile(folder / f"{name}.srpk", "w") as archive:
                archive.writestr("schema.json", json.dumps(info))

    return fill


@pytest.fixture
def orthophoto(tmp_path):
    """`orthophoto(bands)` is a layer of 8-bit colours, 0.2 m to the pixel, of which a fourth band is opacity."""

    def make(bands=3, **how):
        path = str(tmp_path / f"rgb{bands}.tif")
        options = ["PHOTOMETRIC=RGB", *(["ALPHA=YES"] if bands == 4 else [])]
        dataset = gdal.GetDriverByName("GTiff").Create(path, 8, 8, bands, gdal.GDT_Byte, options)
        dataset.SetGeoTransform((500_000, 0.2, 0, 4_000_000, 0, -0.2))
        dataset.SetProjection("EPSG:32630")
        dataset = None
        return QgsRasterLayer(path, "ortho")

    return make


def proposed(layer):
    found = propose_model(layer)
    return found.path and found.path.rpartition("/")[2], [entry.id for entry in found.entries]


@pytest.mark.parametrize("bands", [3, 4])
def test_an_orthophoto_gets_the_model_for_colours(library, orthophoto, bands):
    library(*PACKAGES)
    assert proposed(orthophoto(bands)) == ("aerial_rgb.srpk", [])


@pytest.mark.parametrize(
    "names",
    [
        ["B02", "B03", "B04", "B08"],
        ["B2, 490 nm", "B3, 560 nm", "B4, 665 nm", "B8, 842 nm"],
        ["blue", "green", "red", "nir"],
        ["B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B11", "B12"],
    ],
)
def test_sentinel_2_gets_its_own(library, make_raster, names):
    library(*PACKAGES)
    layer = QgsRasterLayer(make_raster("s2.tif", bands=len(names), names=names), "s2")
    assert proposed(layer) == ("s2_rgbn.srpk", [])


def test_four_bands_without_names_may_be_those_of_a_model(library, make_raster):
    library(*PACKAGES)
    assert proposed(QgsRasterLayer(make_raster("s2.tif"), "s2"))[0] == "s2_rgbn.srpk"


def test_near_infrared_without_a_name_is_told_from_opacity(library, make_raster, orthophoto, tmp_path):
    """As in NAIP's files."""
    library("aerial_rgbn")
    assert proposed(orthophoto(4))[0] is None
    path = str(tmp_path / "naip.tif")
    dataset = gdal.GetDriverByName("GTiff").Create(path, 8, 8, 4, gdal.GDT_Byte, ["PHOTOMETRIC=RGB"])
    dataset.GetRasterBand(4).SetColorInterpretation(gdal.GCI_Undefined)
    dataset = None
    assert proposed(QgsRasterLayer(path, "naip"))[0] == "aerial_rgbn.srpk"


def test_a_picture_of_a_map_server_is_colours(library, make_xyz_layer):
    library(*PACKAGES)
    assert proposed(make_xyz_layer()) == ("aerial_rgb.srpk", [])


def test_without_a_fit_the_catalogue_is_told(library, make_raster, orthophoto):
    library("aerial_rgb", "aerial_rgbn")
    names = ["B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B11", "B12"]
    layer = QgsRasterLayer(make_raster("s2.tif", bands=10, names=names), "s2")
    assert proposed(layer) == (None, ["evoland_s2_x2", "sen2srlite_rgbn_x4"])
    layer = QgsRasterLayer(make_raster("20m.tif", bands=6, names=names[3:6] + names[7:]), "20m")
    assert proposed(layer) == (
        None,
        [],
    )  # those of SEN2SRLite for such bands take a guide, which the layer is not
    assert proposed(QgsRasterLayer(make_raster("dem.tif", bands=1, names=["elevation"]), "dem")) == (None, [])


def test_what_fits_in_bands_alone_is_used_until_there_is_better(library, make_raster):
    """As a model that was imported without its pixel size."""
    library()
    info = {"format": 2, "backbone": {"id": "edsr"}, "scale": 2, "bands": ["red", "green", "blue"]}
    with zipfile.ZipFile(model_library.user_settings.library_folder() / "photo.srpk", "w") as archive:
        archive.writestr("schema.json", json.dumps(info))
    layer = QgsRasterLayer(make_raster("s2.tif", names=["B02", "B03", "B04", "B08"]), "s2")
    assert proposed(layer) == ("photo.srpk", ["sen2srlite_rgbn_x4"])


def test_pixels_that_are_nearer_are_better(make_raster):
    layer = QgsRasterLayer(make_raster("s2.tif", names=["B02", "B03", "B04", "B08"]), "s2")

    def fit(**info):
        values = {"backbone": {"id": "edsr"}, "scale": 2, **PACKAGES["s2_rgbn"], **info}
        return measure_fit(Model("/m.srpk", values, {}, "EDSR", None), layer)

    near, nearer, far = (fit(data={"ground_resolution": size}) for size in (12, 10, 30))
    assert nearer > near > far and not far.is_near
    assert fit(data={}) < near and fit(dtype=None) < fit()
    assert fit(dtype="uint8") is None and fit(bands=["B11"]) is None


def test_the_dialog_and_the_library_in_a_window(
    library, make_raster, orthophoto, write_catalogue, finer_home, tmp_path
):
    library("aerial_rgb", "s2_rgbn")
    orthophoto(3)
    make_raster("a.tif", names=["B02", "B03", "B04", "B08"])
    make_raster("dem.tif", bands=1, names=["elevation"])
    for place, name in (("photos", "rgb3"), ("tiles/test/lr", "a")):
        (tmp_path / place).mkdir(parents=True)
        shutil.copy(tmp_path / f"{name}.tif", tmp_path / place)
    package = finer_home / "models" / "aerial_rgb.srpk"
    write_catalogue(describe(package.read_bytes(), id="teams", dtype="uint8", url=str(package.as_uri())))
    shown = run_in_window("proposals", tmp_path, finer_home)
    assert shown == {
        "orthophoto": "aerial_rgb.srpk",
        "sentinel_2": ["s2_rgbn.srpk", [3, 2, 1, 4]],
        "hint": [None, True],
        "elevation": ["", "No model on this computer or in the catalogue fits dem"],
        "own_choice": "aerial_rgb.srpk",
        "many": ["s2_rgbn.srpk", "aerial_rgb.srpk", "s2_rgbn.srpk"],  # as an example of them wants
        "without": ["", "The catalogue has: SEN2SRLite RGBN."],
        "listed": ["SEN2SRLite RGBN"],
        "all": ["A small model", "Evoland CARN light", "SEN2SRLite RGBN",
                "SEN2SRLite RSWIR", "SEN2SRLite RSWIR to 2.5 m", "CARN-M"],
        "asked": "Download A small model",
        "licence": True,
        "card": True,
        "added": ["aerial_rgb", "s2_rgbn", "teams"],
        "button": ["In the library", False],
        "get_model": [True, "Evoland CARN light"],
        "guide": True,
    }  # fmt: skip
