"""A full disk: which folder, how much is free and needed, what can be deleted; and nothing half-written."""

import errno
import os
import re
import subprocess
import sys

import numpy as np
import pytest
import torch

from sr_core.atomic_write import atomic_write
from sr_core.command_line import _explain
from sr_core.errors import OutputError
from sr_core.full_disk_errors import disk_full, explain_full_disk, is_full, place_of_result
from sr_core.jobs import Job
from sr_core.jobs.pansharpen import Pansharpen
from sr_core.progress import run_to_end
from sr_core.staging_folders import unfinished_results
from sr_core.training.checkpoint_file import Checkpoint, write

from .support.export_runs import SMALL
from .support.small_packages import make_package

ROOM = 2 * 2**20


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 2 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(folder)]
    if sys.platform != "linux" or os.geteuid() or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("needs to mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def refused(folder, work):
    """Run, which fails in one sentence that names the folder and what is free, and leaves nothing there."""
    before = sorted(folder.iterdir())
    with pytest.raises(OutputError, match="There is not enough disk space in") as error:
        work()
    text = str(error.value)
    assert f"disk space in {folder} " in text and re.search(r"[\d.]+ MB are free", text) and "OUTPUT" in text
    assert "{" not in text and ". " not in text and ".finer-" not in text.partition("(")[0]
    assert sorted(folder.iterdir()) == before
    return text


def noise(bands, side):
    return np.random.default_rng(0).integers(1, 250, (bands, side, side)).astype("uint8")


@pytest.mark.parametrize("side", [600, 800, 1500])
def test_rasters(make_raster, small_disk, side):
    """What is still needed then is room for the packed file and the overviews of both."""
    xs = make_raster("xs.tif", noise(3, side // 2))
    pan = make_raster("pan.tif", noise(1, side), transform=make_transform(5))
    job = {"input": str(xs), "pan": str(pan), "output": str(small_disk / "out.tif")}
    text = refused(small_disk, lambda: run_to_end(Pansharpen.build(job).run()))
    assert f"about {3 * side * side * 5 // 3 / 1e6:.1f} MB are needed" in text


def make_transform(size):
    from affine import Affine

    return Affine(size, 0, 500_000, 0, -size, 5_000_000)


def test_what_can_be_deleted_is_named(make_raster, small_disk):
    for name, size in (
        (".finer-unfinished-tiles", 900_000),
        (".finer-999999999-abc", 500_000),
        (f".finer-{os.getpid()}-x", 9),
    ):
        (small_disk / name / "new").mkdir(parents=True)
        (small_disk / name / "new" / "a").write_bytes(bytes(size))
    assert unfinished_results(small_disk) == [(small_disk / ".finer-unfinished-tiles", 900_000)]
    xs, pan = (
        make_raster("xs.tif", noise(3, 400)),
        make_raster("pan.tif", noise(1, 800), transform=make_transform(5)),
    )
    job = {"input": str(xs), "pan": str(pan), "output": str(small_disk / "out.tif")}
    with pytest.raises(OutputError, match="There is not enough disk space in") as error:
        run_to_end(Pansharpen.build(job).run())
    assert "have left there (.finer-unfinished-tiles, 0.9 MB)" in str(error.value)
    # What a process that has died leaves is removed by the next run, this one.
    assert {path.name for path in small_disk.iterdir()} == {
        ".finer-unfinished-tiles",
        f".finer-{os.getpid()}-x",
    }


def test_tiles(make_raster, small_disk):
    raster = make_raster("in.tif", noise(3, 1200))
    values = {
        **SMALL,
        "tile_size": 128,
        "stride": 128,
        "input": str(raster),
        "output": str(small_disk / "tiles"),
    }
    with pytest.raises(OutputError, match=f"not enough disk space in {small_disk} ") as error:
        run_to_end(Job.load({"id": "export_tiles", **values}).run())
    # It is kept for the next run, and named, as nobody would look for it.
    assert ".finer-unfinished-tiles" in str(error.value)
    assert [each.name for each in small_disk.iterdir()] == [".finer-unfinished-tiles"]


def fill(folder, left):
    stat = os.statvfs(folder)
    (folder / "full").write_bytes(bytes(max(0, stat.f_bavail * stat.f_frsize - left)))


def test_packages(small_disk):
    fill(small_disk, 10_000)
    refused(small_disk, lambda: make_package().save(small_disk / "m.srpk"))


def test_checkpoints(small_disk):
    checkpoint = Checkpoint(asked={}, made_with={}, state={"weights": torch.rand(1_000_000)})
    refused(small_disk, lambda: write(small_disk / "c.ckpt", checkpoint))


def test_pages_and_lists(small_disk):
    fill(small_disk, 8192)

    def page():
        with atomic_write(small_disk / "page.html") as file:
            file.write_text("x" * 1_000_000)

    refused(small_disk, page)


def test_a_disk_without_any_room(small_disk):
    fill(small_disk, 0)
    with pytest.raises(OutputError, match=r"No space left|no room"):
        make_package().save(small_disk / "m.srpk")


def test_a_limit_of_file_size(tmp_path):
    """As quotas and batch systems set it."""
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        "from pathlib import Path\nfrom sr_core.atomic_write import atomic_write\n"
        "from sr_core.errors import OutputError\n"
        "try:\n"
        "    with atomic_write(sys.argv[1]) as file: file.write_bytes(bytes(100_000))\n"
        "except OutputError as error: print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "a.bin")], capture_output=True, text=True, check=True
    )
    assert "There is not enough disk space in" in done.stdout and "File too large" in done.stdout
    assert not list(tmp_path.iterdir())


def test_errors_of_other_folders_are_not_claimed(tmp_path):
    with pytest.raises(OSError), explain_full_disk(tmp_path / "out"):
        raise OSError(errno.ENOSPC, "full", str(tmp_path / "elsewhere" / "a"))
    with pytest.raises(PermissionError), explain_full_disk(tmp_path):
        raise PermissionError(errno.EACCES, "no", str(tmp_path / "a"))
    assert not is_full(OutputError("no space left"))


@pytest.mark.parametrize(
    "error",
    [OSError(28, "No space left on device"), RuntimeError("unable to write: No space left on device (28)")],
)
def test_elsewhere_the_temporary_folder_is_named(error, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    text = str(_explain(error))
    assert str(tmp_path) in text and "TMPDIR" in text and "MB are free" in text


def test_an_error_that_names_a_file(tmp_path):
    inside = tmp_path / ".finer-unfinished-t" / "new" / "a.tif"
    assert place_of_result(inside) == tmp_path
    assert f"disk space in {tmp_path} " in str(_explain(OSError(28, "full", str(inside))))
    assert f"disk space in {tmp_path} " in str(disk_full(tmp_path, "full", 5))
