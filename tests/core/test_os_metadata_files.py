"""What macOS, Windows and network disks leave beside images is none, wherever images are looked for."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from sr_core.datasets.external import list_images
from sr_core.datasets.tileset import TileSet
from sr_core.errors import InputError, SrError
from sr_core.importing._file_kind import weights_kind
from sr_core.os_metadata_files import companion_of, is_system_file
from sr_core.package.srpk import ModelPackage
from sr_core.raster.raster_reader import open_raster
from sr_core.tile_export.input_raster_list import list_rasters

from .support.export_runs import logs, run
from .support.external_folders import arcgis, plain
from .support.small_trainings import train

APPLE_DOUBLE = b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X        "
FOLDERS = ("__MACOSX", "@eaDir", ".Spotlight-V100", "$RECYCLE.BIN", "System Volume Information")


def litter(folder):
    """Put a companion beside every file, and copies of images and other files into the system's folders."""
    for path in [each for each in folder.rglob("*") if each.is_file()]:
        path.with_name(f"._{path.name}").write_bytes(APPLE_DOUBLE)
        for name in FOLDERS:
            (path.parent / name).mkdir(exist_ok=True)
            (path.parent / name / path.name).write_bytes(APPLE_DOUBLE)
        for name in (".DS_Store", "Thumbs.db", "desktop.ini"):
            (path.parent / name).write_bytes(b"\0\0\0\1Bud1")
    return folder


def test_a_folder_of_rasters(tmp_path, raster_folder):
    before = list_rasters(str(raster_folder))
    litter(raster_folder)
    assert list_rasters(str(raster_folder)) == before
    tiles, steps = run(tmp_path, input_folder=str(raster_folder), split=(75, 10, 15))
    assert len(tiles.info.sources[0].paths) == len(before) and "skipped" not in logs(steps)


def test_a_folder_of_nothing_but_such_files(tmp_path):
    (tmp_path / "._a.tif").write_bytes(APPLE_DOUBLE)
    with pytest.raises(InputError, match="There is no raster in"):
        list_rasters(str(tmp_path))


@pytest.mark.parametrize("layout", (plain, arcgis))
def test_folders_of_pairs(make_tileset, tmp_path, layout):
    folder = layout(tmp_path / "pairs", make_tileset())
    before = list_images(folder), TileSet.open(folder).info
    if layout is arcgis:
        (folder / "._a.emd").write_bytes(APPLE_DOUBLE)  # the first by name
    litter(folder)
    assert list_images(folder) == before[0]
    assert TileSet.open(folder).info == before[1]


def test_a_tile_set(make_tileset, tmp_path):
    tileset = make_tileset()
    litter(tileset.folder)
    assert TileSet.open(tileset.folder).info == tileset.info
    train(tileset, tmp_path / "m.srpk")
    with zipfile.ZipFile(tmp_path / "m.srpk", "a") as package:  # as it is unpacked and packed again
        for name in ("__MACOSX/._schema.json", ".DS_Store", "._weights.safetensors"):
            package.writestr(name, APPLE_DOUBLE)
    ModelPackage.load(tmp_path / "m.srpk")


@pytest.mark.parametrize("read", (weights_kind, lambda path: open_raster(path).__enter__()))
def test_a_companion_itself_is_refused_with_the_name_of_its_file(tmp_path, read):
    path = tmp_path / "._good.tif"
    path.write_bytes(APPLE_DOUBLE)
    with pytest.raises(SrError, match=r"macOS metadata file of good\.tif"):
        read(path)
    assert companion_of(path) == tmp_path / "good.tif"


def test_a_file_that_only_has_such_a_name_is_opened(tmp_path, make_raster):
    path = make_raster().rename(tmp_path / "._good.tif")
    with open_raster(path) as raster:
        assert raster.dataset.count == 2
    assert companion_of(path) is None and companion_of(tmp_path / "._nowhere.tif") is None


@pytest.mark.parametrize("slash", ("", "/"))
def test_the_only_raster_in_a_zip_of_macos(tmp_path, make_raster, slash):
    tif = make_raster()
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(tif, "folder/a.tif")
        archive.writestr("__MACOSX/folder/._a.tif", APPLE_DOUBLE)
        archive.writestr("folder/.DS_Store", b"Bud1")
    with open_raster(f"/vsizip/{tmp_path}/a.zip{slash}") as raster, open_raster(tif) as known:
        assert raster.read(raster.region)[0].tolist() == known.read(known.region)[0].tolist()
    with zipfile.ZipFile(tmp_path / "a.zip", "a") as archive:
        archive.write(tif, "folder/b.tif")
    with pytest.raises(InputError), open_raster(f"/vsizip/{tmp_path}/a.zip"):
        pass


@pytest.mark.parametrize(
    "name", (".DS_Store", "._a.tif", "Thumbs.db", "THUMBS.DB", "desktop.ini", "__MACOSX")
)
def test_names_of_system_files(name):
    assert is_system_file(name)


@pytest.mark.parametrize("name", ("a.tif", "_a.tif", "thumbs.tif", "MACOSX", "a._b"))
def test_names_of_other_files(name):
    assert not is_system_file(name) and not is_system_file(Path("x", name).name)
