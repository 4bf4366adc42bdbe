"""Publishing a result: whole or not at all, links followed, and what killed runs leave behind is cleared away."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import rasterio

from sr_core import staging_folders
from sr_core.atomic_write import abandon, atomic_write
from sr_core.errors import OutputError
from sr_core.raster.cog import cog_writer
from sr_core.raster.raster_reader import open_raster
from sr_core.raster.sidecars import sidecars
from sr_core.resumable_output import unfinished_folder

ROOT = Path(__file__).parents[2]


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def start(script, *arguments):
    """Start a Python process that prints one line, and wait for that."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)], stdout=subprocess.PIPE, env=env, text=True
    )
    process.stdout.readline()
    return process


WRITING = """
import sys, time
from sr_core.atomic_write import atomic_write
with atomic_write(sys.argv[1]) as file:
    file.write_bytes(bytes(1000))
    print("writing", flush=True)
    time.sleep(3600)
"""


@pytest.fixture
def writing(tmp_path):
    """A process that writes `result.tif`."""
    process = start(WRITING, tmp_path / "result.tif")
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def write(target, text="new", **options):
    with atomic_write(target, **options) as file:
        file.write_text(text)


def test_a_symbolic_link_stays_and_what_it_leads_to_is_replaced(tmp_path):
    (tmp_path / "store").mkdir()
    target = tmp_path / "store/real.txt"
    target.write_text("old")
    (tmp_path / "chain.txt").symlink_to(target)
    (tmp_path / "link.txt").symlink_to("chain.txt")
    write(tmp_path / "link.txt")
    assert (tmp_path / "link.txt").is_symlink() and (tmp_path / "chain.txt").is_symlink()
    assert target.read_text() == "new" and names(tmp_path / "store") == ["real.txt"]
    target.unlink()  # it leads nowhere yet
    write(tmp_path / "link.txt", "newer")
    assert target.read_text() == "newer" and (tmp_path / "link.txt").is_symlink()


def test_a_link_to_a_folder_stays_and_the_folder_gets_the_result(tmp_path):
    (tmp_path / "store/real").mkdir(parents=True)
    (tmp_path / "store/real/a").write_text("old")
    (tmp_path / "link").symlink_to("store/real")
    with unfinished_folder(tmp_path / "link", ["a"]) as folder:
        assert folder.parent == tmp_path / "store"
        (folder / "new").mkdir()
        (folder / "new/a").write_text("new")
    assert (tmp_path / "link").is_symlink() and (tmp_path / "store/real/a").read_text() == "new"
    assert names(tmp_path / "store") == ["real"]


def test_a_folder_is_no_place_for_a_file(tmp_path):
    (tmp_path / "a.tif").mkdir()
    (tmp_path / "a.tif/mine").write_text("kept")
    with pytest.raises(OutputError, match="is a folder"):
        write(tmp_path / "a.tif", sidecars=sidecars)
    assert (tmp_path / "a.tif/mine").read_text() == "kept"


FAMILY = (
    "a.tif.aux.xml", "a.tif.ovr", "a.tif.msk", "a.tif.msk.ovr", "a.tfw", "a.TFW", "a.tifw", "a.wld", "a.aux", "a.rrd",
    "a.RPB", "a_RPC.TXT", "a_rpc.txt", "a.tif.OVR",
)  # fmt: skip
OTHERS = ("a.qml", "a.txt", "a.tif.txt", "b.tif.aux.xml", "ab.tfw", "a.tif.aux.xml.bak", "a.csv", "A.tif.msk")


@pytest.mark.parametrize("older", [True, False])
def test_the_family_of_a_raster_is_replaced_and_nothing_else(tmp_path, older):
    for name in (*FAMILY, *OTHERS, *(["a.tif"] if older else [])):
        (tmp_path / name).write_text("old")
    write(tmp_path / "a.tif", sidecars=sidecars)
    assert names(tmp_path) == sorted(["a.tif", *OTHERS])
    assert (tmp_path / "a.tif").read_text() == "new"


def test_what_may_be_another_rasters_stays(tmp_path):
    for name in ("a.tif", "a.png", "a.wld", "a.pgw", "a.aux", "a.tfw", "a.png.aux.xml", "a.tif.aux.xml"):
        (tmp_path / name).write_text("old")
    write(tmp_path / "a.tif", sidecars=sidecars)
    assert names(tmp_path) == ["a.aux", "a.pgw", "a.png", "a.png.aux.xml", "a.tif", "a.wld"]


def test_a_new_raster_has_nothing_of_the_old_one(tmp_path, make_raster):
    """Its mask hid pixels, its statistics were others, and its world file moved a raster without a place."""
    old = make_raster("a.tif", bands=1)
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=False), rasterio.open(old, "r+") as dataset:
        dataset.write_mask(np.arange(40 * 56).reshape(40, 56) % 2 == 0)
    (tmp_path / "a.tif.aux.xml").write_text(
        "<PAMDataset><GeoTransform>1, 1, 0, 1, 0, -1</GeoTransform></PAMDataset>"
    )
    (tmp_path / "link.tif").symlink_to(old)
    with open_raster(make_raster("b.tif", bands=1)) as raster:
        profile, pixels = raster.profile, raster.dataset.read()
    with cog_writer(tmp_path / "link.tif", profile) as writer:
        writer.write(pixels, np.ones(pixels.shape, bool), rasterio.windows.Window(0, 0, 56, 40))
        list(writer.finish())
    with rasterio.open(old) as dataset:
        assert (dataset.read_masks() == 255).all() and dataset.transform == profile.box.affine
    assert names(tmp_path) == ["a.tif", "b.tif", "link.tif"]


KILLED = """
import os, sys
from pathlib import Path
from sr_core import atomic_write, staging_folders
from sr_core.raster.sidecars import sidecars
moves, renamed = int(sys.argv[2]), os.rename
def rename(*args):
    global moves
    if not moves:
        os.kill(os.getpid(), 9)
    moves -= 1
    renamed(*args)
os.rename = rename
with atomic_write.atomic_write(sys.argv[1], sidecars) as file:
    file.write_text("new")
    if sys.argv[3] == "abandoned":
        def fail(*args):
            os.rename = renamed
            atomic_write.abandon()
            os._exit(0)
        os.kill = fail
"""


@pytest.mark.parametrize("how", ["killed", "abandoned"])
@pytest.mark.parametrize("moves", range(5))
def test_a_kill_while_the_family_is_replaced_leaves_the_old_or_the_new(tmp_path, moves, how):
    old = ["a.tif", "a.tif.aux.xml", "a.tif.msk"]
    for name in old:
        (tmp_path / name).write_text(f"old {name}")
    process = start(KILLED, tmp_path / "a.tif", moves, how)
    process.wait()
    process.stdout.close()
    for name in names(tmp_path):  # at no time the old with the new
        assert not (
            name == "a.tif" and (tmp_path / name).read_text() == "new" and "a.tif.msk" in names(tmp_path)
        )
    if how == "killed":
        write(tmp_path / "other.txt")
        (tmp_path / "other.txt").unlink()
    if moves < 4:
        assert names(tmp_path) == old
        assert all((tmp_path / name).read_text() == f"old {name}" for name in old)
    else:
        assert names(tmp_path) == ["a.tif"] and (tmp_path / "a.tif").read_text() == "new"


def test_a_family_that_cannot_be_moved_stays_whole(tmp_path, monkeypatch):
    for name in ("a.tif", "a.tif.msk"):
        (tmp_path / name).write_text("old")
    rename = os.rename

    def locked(source, target):
        if str(source).endswith("a.tif.msk") and staging_folders.OLD in str(target):
            raise PermissionError(13, "in use")
        rename(source, target)

    monkeypatch.setattr(os, "rename", locked)
    with pytest.raises(OutputError, match="could not be replaced"):
        write(tmp_path / "a.tif", sidecars=sidecars)
    assert names(tmp_path) == ["a.tif", "a.tif.msk"] and (tmp_path / "a.tif").read_text() == "old"


def test_what_a_killed_run_left_is_removed_by_the_next(tmp_path, writing):
    write(tmp_path / "first.txt")
    assert len(list(tmp_path.glob(".finer-*"))) == 1  # it lives
    writing.send_signal(signal.SIGSTOP)
    write(tmp_path / "second.txt")
    assert len(list(tmp_path.glob(".finer-*"))) == 1  # and when it does nothing too
    writing.kill()  # not waited for: a zombie
    time.sleep(0.5)
    write(tmp_path / "third.txt")
    assert names(tmp_path) == ["first.txt", "second.txt", "third.txt"]


def test_a_process_with_the_number_of_a_dead_one_protects_nothing(tmp_path, writing):
    writing.kill()
    writing.wait()
    (left,) = tmp_path.glob(".finer-*")
    mark = json.loads((left / staging_folders.OWNER).read_text())
    (left / staging_folders.OWNER).write_text(json.dumps({**mark, "pid": os.getpid()}))
    write(tmp_path / "a.txt")
    assert names(tmp_path) == ["a.txt"]


@pytest.mark.parametrize(("days", "stays"), [(1, True), (29, True), (31, False)])
def test_a_folder_of_another_computer_stays_for_a_month(tmp_path, writing, days, stays):
    writing.kill()
    writing.wait()
    (left,) = tmp_path.glob(".finer-*")
    mark = json.loads((left / staging_folders.OWNER).read_text())
    (left / staging_folders.OWNER).write_text(json.dumps({**mark, "host": socket.gethostname() + "-other"}))
    for path in (*left.iterdir(), left):
        os.utime(path, (0, time.time() - days * 86400))
    write(tmp_path / "a.txt")
    assert left.exists() == stays


def test_a_folder_never_has_an_owner_without_its_mark(tmp_path, monkeypatch):
    """Else what a process leaves that is killed just then is taken for that of one that goes on."""
    seen, write = [], os.write
    look = lambda *given: seen.extend(tmp_path.rglob(staging_folders.OWNER)) or write(*given)  # noqa: E731
    monkeypatch.setattr(os, "write", look)
    folder, lock = staging_folders.make_folder(tmp_path)
    assert not seen and json.loads((folder / staging_folders.OWNER).read_bytes())["pid"] == os.getpid()
    assert [path.name for path in folder.iterdir()] == [staging_folders.OWNER]
    staging_folders.remove_folder(folder, lock)


def test_a_lock_protects_whatever_the_mark_says(tmp_path, writing):
    """As from another computer, or from a container in which processes have other numbers."""
    (left,) = tmp_path.glob(".finer-*")
    (left / staging_folders.OWNER).write_text(
        json.dumps({"host": socket.gethostname(), "pid": 2**22 + 1, "start": 1})
    )
    os.utime(left, (0, 0))
    write(tmp_path / "a.txt")
    assert left.exists()


def test_folders_of_older_versions_are_removed_when_their_process_has_died(tmp_path):
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    folders = {
        "dead": tmp_path / f".finer-{dead.pid}-abcdefgh",
        "living": tmp_path / f".finer-{os.getpid()}-abcdefgh",
        "reused": tmp_path / f".finer-{os.getpid()}-ijklmnop",
        "newborn": tmp_path / f".finer-{dead.pid}-ijklmnop",
        "unfinished": tmp_path / ".finer-unfinished-tiles",
        "other": tmp_path / ".finer-notes",
    }
    for name, folder in folders.items():
        folder.mkdir()
        if name != "newborn":
            (folder / "part.tif").write_bytes(bytes(1000))
    for path in (folders["reused"] / "part.tif", folders["reused"]):
        os.utime(path, (1, 1))
    write(tmp_path / "a.txt")
    assert {name for name, folder in folders.items() if folder.exists()} == {
        "living", "newborn", "unfinished", "other"
    }  # fmt: skip


def test_folders_of_older_versions_on_a_shared_disk_stay_for_a_week(tmp_path, monkeypatch):
    monkeypatch.setattr(staging_folders, "_is_on_shared_disk", lambda folder: True)
    left = tmp_path / f".finer-{2**22 + 1}-abcdefgh"
    left.mkdir()
    write(tmp_path / "a.txt")
    assert left.exists()
    os.utime(left, (0, time.time() - 8 * 86400))
    write(tmp_path / "a.txt")
    assert not left.exists()


def test_a_process_that_ends_without_cleaning_up_leaves_nothing(tmp_path):
    with atomic_write(tmp_path / "a.txt") as file:
        file.write_text("half")
        abandon()
        assert names(tmp_path) == []
        file.parent.mkdir()  # for the block's own end
        file.write_text("")


def test_a_full_disk_names_what_is_kept(tmp_path):
    with pytest.raises(OutputError) as error, unfinished_folder(tmp_path / "tiles", ["a"]) as folder:
        (folder / "part").write_bytes(bytes(2_000_000))
        raise OSError(28, "No space left on device", str(folder / "part"))
    text = str(error.value)
    assert (
        "No space left on device" in text and "2 MB of this run are kept in" in text and str(folder) in text
    )
    assert folder.exists()


@pytest.mark.parametrize("through_link", [False, True])
def test_a_device_is_not_replaced(tmp_path, through_link):
    """As /dev/null would be, by root."""
    target = tmp_path / "pipe"
    os.mkfifo(target)
    given = tmp_path / "result.tif" if through_link else target
    if through_link:
        given.symlink_to(target)
    with pytest.raises(OutputError, match="pipe is a device and not a file"), atomic_write(given) as file:
        file.write_bytes(b"new")
    assert target.is_fifo()
