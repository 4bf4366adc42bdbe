"""However a run is ended, no worker outlives it, nothing half-written is left, and its exit status is not 0."""

from __future__ import annotations

import os
import signal
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

PATIENCE = 30  # seconds
AT_ONCE = 20  # seconds: long for a busy machine, and nothing to all the samples
KEPT = {"never.srpk.checkpoint"}
"""What a training that was told to stop may leave: it goes on from there."""


@pytest.fixture
def training(qgis, tiles, tmp_path):
    """A training that would take hours, while it learns; it and its worker's process id."""
    process = qgis.start(
        "train_model", TILES=tiles, BACKBONE_OPTIONS="n_feats=8, n_blocks=1", EPOCHS=100_000, PATCH_SIZE=16,
        DEVICE="cpu", OUTPUT=tmp_path / "never.srpk",
    )  # fmt: skip
    with wait_for_worker(process, tmp_path) as worker:
        yield process, worker


@pytest.fixture
def sampling(qgis, scene, diffusion_model, tmp_path):
    """The same of a diffusion model's sampling."""
    process = qgis.start(
        "classify_pixels", INPUT=scene, MODEL=diffusion_model, SAMPLES=1000, DEVICE="cpu",
        OUTPUT=tmp_path / "never.tif", OUTPUT_UNCERTAINTY=tmp_path / "never_std.tif",
    )  # fmt: skip
    with wait_for_worker(process, tmp_path) as worker:
        yield process, worker


@pytest.fixture
def exporting(qgis, scene, tmp_path):
    """The same of an export of some thousands of tiles."""
    asked = {"INPUT": scene, "SCALE": 2, "TILE_SIZE": 32, "STRIDE": 8, "OUTPUT": tmp_path / "tiles"}
    with wait_for_worker(qgis.start("export_tiles", **asked), tmp_path) as worker:
        yield worker, asked


@contextmanager
def wait_for_worker(process, tmp_path):
    """The id of a run's worker, once that is at work; in the end both are gone."""
    until = time.monotonic() + 2 * PATIENCE
    while not list(tmp_path.glob(".finer-*")):  # where the result is written, to be cleared up
        if process.poll() is not None or time.monotonic() > until:
            process.kill()
            pytest.fail(process.communicate()[0])
        time.sleep(0.1)
    time.sleep(2)
    (worker,) = [pid for pid in descendants(process.pid) if b"sr_core" in command_line(pid)]
    try:
        yield worker
    finally:
        for pid in (process.pid, worker):
            if is_running(pid):
                os.kill(pid, signal.SIGKILL)
        process.communicate()


def names_in(folder):
    return {path.name for path in folder.iterdir()}


def descendants(pid):
    """Process ids of the children of a process, of their children, and so on."""
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        children = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except FileNotFoundError:
        return []
    return children + [below for child in children for below in descendants(child)]


def command_line(pid):
    return Path(f"/proc/{pid}/cmdline").read_bytes()


def is_running(pid):
    """Whether a process is there and not only waiting for its parent to take note of its end."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state not in "ZX"


def test_ctrl_c(training, tmp_path):
    process, worker = training
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=PATIENCE)
    assert process.returncode not in (0, None)
    assert not is_running(worker)
    assert names_in(tmp_path) <= KEPT


def test_ctrl_c_while_a_diffusion_model_samples(sampling, tmp_path):
    process, worker = sampling
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=AT_ONCE)
    assert process.returncode not in (0, None)
    assert not is_running(worker)
    assert list(tmp_path.iterdir()) == []


def test_kill_9_of_qgis(training, tmp_path):
    process, worker = training
    process.kill()
    process.wait(PATIENCE)
    until = time.monotonic() + PATIENCE
    while is_running(worker) or not names_in(tmp_path) <= KEPT:
        assert time.monotonic() < until, (
            f"worker runs: {is_running(worker)}; left: {list(tmp_path.iterdir())}"
        )
        time.sleep(0.1)


def test_kill_9_of_the_worker(training, tmp_path):
    process, worker = training
    os.kill(worker, signal.SIGKILL)
    output, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode not in (0, None)
    assert "SIGKILL" in output
    assert "memory" in output  # the one cause of it that a user can do something about
    assert "Traceback" not in output
    assert list(tmp_path.iterdir()) == []


def test_an_export_goes_on_after_kill_9_of_the_worker(exporting, qgis, tmp_path):
    worker, asked = exporting
    journal, until = tmp_path / ".finer-unfinished-tiles" / "journal", time.monotonic() + 2 * PATIENCE
    while not journal.exists() or journal.read_bytes().count(b"\n") < 50:
        assert time.monotonic() < until
        time.sleep(0.1)
    os.kill(worker, signal.SIGKILL)
    while is_running(worker):
        assert time.monotonic() < until
        time.sleep(0.1)
    assert [path.name for path in tmp_path.iterdir()] == [".finer-unfinished-tiles"]
    assert "Continuing a run that was stopped" in qgis.run("export_tiles", **asked).output
    qgis.run("export_tiles", **{**asked, "OUTPUT": tmp_path / "uninterrupted"})
    went_on, uninterrupted = (
        {path.relative_to(tmp_path / name): path.read_bytes() for path in (tmp_path / name).rglob("*.*")}
        for name in ("tiles", "uninterrupted")
    )
    assert went_on == uninterrupted and len(went_on) > 500
    assert sorted(path.name for path in tmp_path.iterdir()) == ["tiles", "uninterrupted"]
