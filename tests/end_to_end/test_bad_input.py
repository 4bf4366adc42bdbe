"""What cannot be done is refused in one sentence that says what to change, and leaves everything as it was."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from types import SimpleNamespace

import numpy as np
import pytest
import rasterio
from affine import Affine


@pytest.fixture
def given(scene, tiles, model, tmp_path):
    """What a case can build its request from; `out` is in the test's own folder."""
    return SimpleNamespace(scene=scene, tiles=tiles, model=model, folder=tmp_path)


def raster(path, *, bands=4, dtype="uint16", size=(64, 64), pixel=10.0, crs="EPSG:32632"):
    """A raster of noise in the scene's north-western corner."""
    pixels = np.random.default_rng(0).integers(1, 100, (bands, *size)).astype(dtype)
    transform = Affine(pixel, 0, 600_000, 0, -pixel, 5_400_000)
    shape = {"count": bands, "height": size[0], "width": size[1], "dtype": dtype}
    with rasterio.open(path, "w", driver="GTiff", crs=crs, transform=transform, **shape) as file:
        file.write(pixels)
    return path


def repack(given, change):
    """The model with its files, a dict of bytes by name, changed."""
    with zipfile.ZipFile(given.model) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files.pop("SHA256SUMS", None)  # as in older packages: else the checksum would be all that is said
    change(files)
    path = given.folder / "changed.srpk"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def change_info(**values):
    """A change of the package's schema.json."""

    def change(files):
        info = json.loads(files["schema.json"])
        for name, value in values.items():
            info[name] = {**info[name], **value} if isinstance(value, dict) else value
        files["schema.json"] = json.dumps(info).encode()

    return change


def classify(given, **asked):
    return "classify_pixels", {
        "INPUT": given.scene, "MODEL": given.model, "OUTPUT": given.folder / "sr.tif", "DEVICE": "cpu", **asked
    }  # fmt: skip


def export(given, **asked):
    return "export_tiles", {"INPUT": given.scene, "TILE_SIZE": 64, "OUTPUT": given.folder / "tiles", **asked}


def no_overlap(given):
    return classify(given, EXTENT="100000,101000,100000,101000 [EPSG:32632]"), "EXTENT|extent"


def other_band_count(given):
    return classify(given, INPUT=raster(given.folder / "rgb.tif", bands=3)), "4 bands.*gets 3"


def other_dtype(given):
    return classify(given, INPUT=raster(given.folder / "float.tif", dtype="float32")), "float32.*GAIN"


def output_is_input(given):
    path = raster(given.folder / "own.tif")
    return classify(given, INPUT=path, OUTPUT=path), "own.tif"


def output_not_writable(given):
    return classify(given, OUTPUT="/proc/sr.tif"), "/proc"


def tiles_not_writable(given):
    return export(given, OUTPUT="/proc/tiles"), "/proc"


def half_a_model(given):
    path = given.folder / "half.srpk"
    path.write_bytes(given.model.read_bytes()[: given.model.stat().st_size // 2])
    return classify(given, MODEL=path), "half.srpk is not a model package"


def another_zip(given):
    path = given.folder / "other.srpk"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "hello")
    return classify(given, MODEL=path), "other.srpk is a zip file, but not a model"


def model_of_the_future(given):
    return classify(given, MODEL=repack(given, change_info(format=99))), "newer version"


def weights_of_another_net(given):
    def change(files):
        change_info(backbone={"n_feats": 16})(files)
        files.pop("graphs.json", None)  # by which it would be computed, whatever its options are

    path = repack(given, change)
    return classify(given, MODEL=path), "changed.srpk.*weights|weights.*changed.srpk"


def scale_against_pixel_sizes(given):
    return export(
        given, INPUT_LR=raster(given.folder / "lr.tif", size=(96, 96)), SCALE=2
    ), "too coarse for SCALE 2"


def neither_raster_nor_folder(given):
    _, asked = export(given)
    del asked["INPUT"]
    return ("export_tiles", asked), "INPUT or INPUT_FOLDER"


def both_raster_and_folder(given):
    return export(given, INPUT_FOLDER=given.scene.parent), "INPUT or INPUT_FOLDER"


def no_tile_in_the_split(given):
    folder = given.folder / "untested"
    shutil.copytree(given.tiles, folder)
    info = json.loads((folder / "tileset.json").read_text())
    info["splits"]["test"] = []
    (folder / "tileset.json").write_text(json.dumps(info))
    page = given.folder / "report.html"
    return ("evaluate_model", {"MODEL": given.model, "TILES": folder, "OUTPUT_HTML": page}), "no test tiles"


def engine_not_set_up(given):
    algorithm, asked = classify(given, finer_home=given.folder / "nowhere")
    return (algorithm, asked), "Set up SR engine.*finer:setup_engine"


CASES = (
    no_overlap, other_band_count, other_dtype, output_is_input, output_not_writable, tiles_not_writable, half_a_model,
    another_zip, model_of_the_future, weights_of_another_net, scale_against_pixel_sizes,
    neither_raster_nor_folder, both_raster_and_folder, no_tile_in_the_split, engine_not_set_up,
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_refusal(qgis, given, contents, case):
    (algorithm, asked), pattern = case(given)
    before = contents()
    outcome = qgis.run(algorithm, **asked)
    assert re.search(pattern, outcome.refusal), outcome.refusal
    assert len(outcome.refusal) < 500
    assert (
        outcome.output.count(outcome.refusal) == 1
    )  # and not once more for each place where QGIS would say it
    assert contents() == before
