"""The `qgis_process run` commands in README and docs/: each is checked as QGIS does it before a run."""

import shlex
import shutil

import pytest
from finer.processing_provider import help_page_addresses
from osgeo import ogr, osr

DOCS = help_page_addresses.DOCS
ROOT = DOCS.parent
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "models" / "README.md",
    *sorted(DOCS.glob("*.md")),
]
PACKAGE = ROOT / "models" / "naip_0.6m_rgbn_x4_edsr.srpk"


def list_commands():
    """Return the page and the words of each command, a continued line as one."""
    return [
        (page.stem, shlex.split(line, comments=True)[2:])
        for page in PAGES
        for line in page.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
        if line.startswith("qgis_process run")
    ]


def read_command(words):
    """Return the algorithm's name and the parameters as qgis_process passes them: a repeated one as a list."""
    parameters = {}
    for word in words[2:]:
        key, sign, value = word.partition("=")
        assert sign, word
        if key in parameters:
            before = parameters[key]
            value = [*(before if isinstance(before, list) else [before]), value]
        parameters[key] = value
    assert words[1:2] in ([], ["--"])
    return words[0].partition(":")[2], parameters


def write_polygons(path, layer):
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32630)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    source.CreateLayer(layer, crs, ogr.wkbPolygon)
    source.FlushCache()


def make_inputs(algorithm, parameters, folder, make_raster):
    """Write what a command reads."""
    for key, value in parameters.items():
        kind = algorithm.parameterDefinition(key).type()
        for name in value if isinstance(value, list) else [value]:
            path = folder / name
            if kind == "raster":
                make_raster(name)
            elif kind == "source":
                write_polygons(folder / name.partition("|")[0], name.partition("layername=")[2])
            elif name.endswith(".srpk") and "destination" not in kind.lower():
                shutil.copy(PACKAGE, path)
            elif kind == "file" and "." not in name:
                path.mkdir(parents=True, exist_ok=True)
                make_raster(f"{name}/a.tif")
            elif kind == "file":
                path.touch()
            elif "Destination" in kind:
                path.parent.mkdir(parents=True, exist_ok=True)


COMMANDS = list_commands()


@pytest.mark.parametrize(("page", "words"), COMMANDS, ids=[f"{page}-{words[0]}" for page, words in COMMANDS])
def test_a_command_is_accepted(page, words, create_algorithm, context, make_raster, tmp_path, monkeypatch):
    name, parameters = read_command(words)
    algorithm = create_algorithm(name)
    known = {each.name(): each for each in algorithm.parameterDefinitions()}
    assert parameters.keys() <= known.keys()
    monkeypatch.chdir(tmp_path)
    make_inputs(algorithm, parameters, tmp_path, make_raster)
    fine, why = algorithm.checkParameterValues(parameters, context)
    context.temporaryLayerStore().removeAllMapLayers()  # while their relative paths lead here: closing them writes .aux.xml
    assert fine, why


def test_the_check_refuses_a_wrong_command(create_algorithm, context):
    _, parameters = read_command(
        shlex.split("finer:train_model -- TILES=. BACKBONE=edsr BACKBONE_OPTIONS=n_feat=3 OUTPUT=a.srpk")
    )
    fine, why = create_algorithm("train_model").checkParameterValues(parameters, context)
    assert not fine and "n_feat" in why
    assert len(COMMANDS) > 30
