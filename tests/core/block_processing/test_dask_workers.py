"""Blocks on workers of dask.distributed, which are processes here: they may be killed, be absent or be others."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from contextlib import nullcontext
from types import SimpleNamespace

import numpy as np
import pytest
import rasterio
import torch

from benchmarks.cluster import NullComputer
from sr_core.block_processing import block_computer, dask_connection, dask_workers
from sr_core.block_processing.block_computer import BlockComputer, SettledChoices
from sr_core.block_processing.block_folder import BlockFolder
from sr_core.block_processing.block_grid import Block
from sr_core.block_processing.worker_registry import WorkerSlot
from sr_core.errors import InputError, SrError
from sr_core.jobs.export_tiles import ExportTiles
from sr_core.jobs.sharpen_sentinel2 import SharpenSentinel2
from sr_core.progress import run_to_end
from sr_core.sentinel2.bands import RESOLUTIONS

from ..support.engine_processes import ROOT, has_ended
from ..support.export_runs import SMALL
from ..support.export_runs import run as export_tiles
from ..support.sentinel2_products import reflectance, write_product
from ..support.small_packages import fusion_package
from ..tile_export.test_output_folder import contents

distributed = pytest.importorskip(
    "distributed", reason="an optional part of the engine: sr_core/requirements-cluster.txt"
)
psutil = pytest.importorskip("psutil")

from dask.utils import key_split  # noqa: E402

from sr_core.block_processing import dask_plugin, worker_registry  # noqa: E402 # which imports Dask
from sr_core.block_processing.dask_plugin import BlockPlugin  # noqa: E402
from sr_core.block_processing.worker_registry import own_versions, require_same  # noqa: E402


@pytest.fixture(scope="module")
def cluster():
    """A scheduler with two workers, each a process: starting them is most of what these tests take."""
    options = {"n_workers": 2, "threads_per_worker": 1, "memory_limit": 0, "dashboard_address": None}
    with distributed.LocalCluster(**options, host="127.0.0.1") as cluster:
        yield cluster


@pytest.fixture
def whole(job, pixels_of):
    """The result of a run in one process, without blocks."""
    run_to_end(job("whole.tif", block_size=None).run())
    return pixels_of("whole.tif")


def test_workers_of_a_scheduler_give_the_single_run_to_the_bit(job, cluster, whole, pixels_of):
    run_to_end(job(scheduler=cluster.scheduler_address).run())
    np.testing.assert_array_equal(pixels_of("sr.vrt"), whole)


def test_a_worker_that_is_killed_costs_no_more_than_its_block(job, cluster, whole, pixels_of, tmp_path):
    work, killed = job(scheduler=cluster.scheduler_address).run(), None
    for _ in work:
        if killed is None and list(tmp_path.glob("sr.blocks/r*/*")):
            killed = cluster.workers[0].pid
            os.kill(killed, signal.SIGKILL)
    assert killed is not None
    np.testing.assert_array_equal(pixels_of("sr.vrt"), whole)


def test_tiles_are_those_of_one_process_though_a_worker_is_killed(cluster, make_raster, tmp_path):
    options = {"degradation": {"id": "mtf", "noise": [0.01], "seed": 3}, "input": str(make_raster())}
    export_tiles(tmp_path, output="whole", **options)
    options |= {**SMALL, "output": str(tmp_path / "tiles"), "scheduler": cluster.scheduler_address}
    killed = None
    for _ in ExportTiles.build(options).run():
        if killed is None and list(tmp_path.glob(".finer-unfinished-tiles/groups/*/*/journal")):
            killed = cluster.workers[0].pid
            os.kill(killed, signal.SIGKILL)
    assert killed is not None
    assert contents(tmp_path / "tiles") == contents(tmp_path / "whole")
    assert not list(tmp_path.glob(".finer-*"))


def start(values, tmp_path, *options):
    """Return a process of the engine with a job of its own file, whose events go to a file."""
    (tmp_path / "job.json").write_text(json.dumps({"job": "classify_pixels", **values}))
    command = [sys.executable, "-m", "sr_core", "run", str(tmp_path / "job.json"), *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    log = (tmp_path / "log").open("w")
    return subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)


def kill_when(process, tmp_path, pattern):
    """Kill a process as soon as there is a file of this pattern."""
    while not list(tmp_path.glob(pattern)):
        assert process.poll() is None, (tmp_path / "log").read_text()
        time.sleep(0.01)
    process.kill()
    assert process.wait() == -signal.SIGKILL


def test_tiles_are_those_of_one_process_though_the_client_is_killed(cluster, make_raster, tmp_path):
    raster = str(make_raster(size=(240, 240)))
    options = {"degradation": {"id": "mtf", "noise": [0.01], "seed": 3}, "input": raster}
    export_tiles(tmp_path, output="whole", **options)
    address, folder = cluster.scheduler_address, ".finer-unfinished-tiles/groups"
    options |= {"job": "export_tiles", **SMALL, "output": str(tmp_path / "tiles")}
    process = start(options, tmp_path, "--scheduler", address)
    kill_when(process, tmp_path, f"{folder}/*/*_*_*/journal")
    assert not (tmp_path / "tiles").exists()
    del options["job"]
    run_to_end(ExportTiles.build({**options, "scheduler": address}).run())
    assert contents(tmp_path / "tiles") == contents(tmp_path / "whole")
    assert not list(tmp_path.glob(".finer-*"))


def test_sharpening_goes_on_though_the_client_is_killed(cluster, tmp_path, monkeypatch):
    """With what it has staged; the blocks are those of one process."""
    pixels = {band: reflectance(band, 600) for band in RESOLUTIONS}
    product = write_product(tmp_path / "product", "1C", pixels=pixels, leave_out=["TCI"])
    fusion_package().save(tmp_path / "fusion.srpk")
    output, model = tmp_path / "ten.vrt", str(tmp_path / "fusion.srpk")
    fixed = {"input": str(product), "model": model, "device": "cpu", "threads": 1}
    values = {**fixed, "block_size": 256, "output": str(output)}
    address = cluster.scheduler_address
    process = start({"job": "sharpen_sentinel2", **values}, tmp_path, "--scheduler", address)
    kill_when(process, tmp_path, "ten.blocks/r*/c*.tif")
    assert not output.exists()
    with monkeypatch.context() as patch:
        patch.setattr(SharpenSentinel2, "stage_scene", lambda *_: pytest.fail("staged again"))
        run_to_end(SharpenSentinel2.build({**values, "scheduler": address}).run())
    run_to_end(SharpenSentinel2.build({**fixed, "output": str(tmp_path / "whole.tif")}).run())
    with rasterio.open(output) as mosaic, rasterio.open(tmp_path / "whole.tif") as whole:
        np.testing.assert_array_equal(mosaic.read(), whole.read())
    assert not list(tmp_path.rglob(".finer-*"))


def test_zones_on_a_target_grid_are_those_of_one_process_though_the_client_is_killed(
    values, job, zones, cluster, pixels_of, tmp_path
):
    options = {"input": str(zones), "target_crs": "EPSG:32633"}
    run_to_end(job("whole.vrt", **options).run())
    address = cluster.scheduler_address
    process = start(values(**options), tmp_path, "--scheduler", address)
    kill_when(process, tmp_path, "sr_EPSG32632.blocks/r*/c*.tif")
    assert not (tmp_path / "sr.vrt").exists()
    run_to_end(job(scheduler=address, **options).run())
    np.testing.assert_array_equal(pixels_of("sr.vrt"), pixels_of("whole.vrt"))


def test_a_run_that_is_killed_leaves_no_process_and_goes_on(values, whole, pixels_of, tmp_path):
    process = start(values(), tmp_path, "--workers", "2")
    while not list(tmp_path.glob("sr.blocks/r*/*")):
        assert process.poll() is None, (tmp_path / "log").read_text()
        time.sleep(0.01)
    workers = psutil.Process(process.pid).children(recursive=True)
    process.kill()
    process.wait()
    assert len(workers) >= 2 and all(has_ended(each.pid) for each in workers)
    assert not (tmp_path / "sr.vrt").exists()
    assert start(values(), tmp_path, "--workers", "2").wait() == 0, (tmp_path / "log").read_text()
    np.testing.assert_array_equal(pixels_of("sr.vrt"), whole)
    # A worker killed before it could mark its folder leaves an empty one, which is taken for that of a living one for a while.
    assert not [each for each in tmp_path.rglob(".finer-*") if list(each.iterdir())]


def test_a_scheduler_that_is_not_there_is_one_sentence(job, monkeypatch):
    monkeypatch.setattr(dask_connection, "CONNECTING", 1)
    with pytest.raises(
        InputError, match=r"^There is no Dask scheduler at tcp://127\.0\.0\.1:9 \(.+\): start one with"
    ):
        run_to_end(job(scheduler="tcp://127.0.0.1:9").run())


def test_an_address_that_is_none_is_one_sentence(job):
    with pytest.raises(InputError, match=r"^There is no Dask scheduler at here or there "):
        run_to_end(job(scheduler="here or there").run())


def test_workers_of_another_version_are_refused_in_one_sentence(job, cluster, monkeypatch):
    monkeypatch.setattr(worker_registry, "__version__", "99.0")
    with pytest.raises(SrError, match=r"^The worker tcp://.+ has Finer .+, and this run 99\.0: give all"):
        run_to_end(job(scheduler=cluster.scheduler_address).run())


def test_every_version_counts():
    for name in own_versions():
        with pytest.raises(SrError, match=name):
            require_same({**own_versions(), name: "0.0"}, own_versions(), "w")
    require_same(own_versions(), own_versions(), "w")


def test_versions_are_compared_in_each_block_and_read_once_in_a_worker(job, monkeypatch):
    """Reading them takes as long as a small block."""
    plugin = BlockPlugin(NullComputer(), None)
    monkeypatch.setattr(dask_plugin, "own_versions", lambda: {**plugin.versions, "Finer": "0.0"})
    plugin.setup(SimpleNamespace(name=0, address="w"))
    monkeypatch.setattr(worker_registry, "version", lambda package: pytest.fail("read again"))
    for _ in range(2):
        with pytest.raises(SrError, match=r"^The worker w has Finer 0\.0"):
            plugin.compute(Block(0, 0, None))


def test_names_of_blocks_that_are_done_are_forgotten(cluster, monkeypatch):
    monkeypatch.setattr(dask_workers, "AT_ONCE", 20)
    blocks = [Block(0, number, None) for number in range(100)]
    with distributed.Client(cluster, set_as_default=False) as client:
        run_to_end(dask_workers.run_on_workers(client, NullComputer(), blocks, None))
        assert key_split.cache_info().currsize <= 30
        assert max(client.run(lambda: key_split.cache_info().currsize).values()) <= 10


def test_what_dask_notes_does_not_grow_with_a_run_on_this_computer():
    def notes(dask_worker):
        return noted(dask_worker, dask_worker.batched_stream)

    def noted(server, stream):
        return max(
            each.maxlen for each in server.monitor.quantities.values()
        ), stream.recent_message_log.maxlen

    with dask_workers.connect(1, None) as (client, _):
        scheduler = client.cluster.scheduler
        (stream,) = scheduler.stream_comms.values()
        assert noted(scheduler, stream) == (10, 100)
        assert list(client.run(notes).values()) == [(10, 100)]
        assert client.cluster.workers[0].monitor.maxlen == 10  # of the parent of the worker


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc is told to")
def test_workers_keep_freed_memory():
    """Else a network gets the memory for each layer anew: Dask's nanny starts workers so that they return all of it."""

    def count_faults():
        before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
        for _ in range(50):
            bytearray(10_000_000)
        return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before

    with dask_workers.connect(1, None) as (client, share):
        run_to_end(dask_workers.run_on_workers(client, NullComputer(), [Block(0, 0, None)], share))
        (faults,) = client.run(count_faults).values()
    assert faults < 50_000  # of 120,000


def test_a_scheduler_that_goes_before_blocks_are_sent_is_one_sentence():
    def close(plugin):
        raise distributed.comm.CommClosedError("in <TCP>: Stream is closed")

    # The first look at the workers finds one that has just ended, which is no fault of its engine.
    client = SimpleNamespace(
        nthreads=lambda: {"w": 1},
        run=lambda *_, workers, on_error: {"w": OSError("timed out")},
        scheduler_info=lambda **_: {"workers": {}},
        register_plugin=close,
    )
    with pytest.raises(SrError, match=r"^The Dask scheduler is gone: "):
        run_to_end(dask_workers.run_on_workers(client, NullComputer(), [Block(0, 0, None)], 1))


def test_secrets_are_in_no_name_and_no_log(job, cluster, tmp_path):
    asked = job()
    raster = asked._raster(str(tmp_path / "absent.tif?sig=geheim"))
    folder = BlockFolder(tmp_path / "sr.blocks", "digest")
    computer = BlockComputer(raster, asked._request, SettledChoices(32, None, ""), [folder])
    blocks = [Block(0, col, None) for col in range(2)]
    with distributed.Client(cluster, set_as_default=False) as client:
        failures = run_to_end(dask_workers.run_on_workers(client, computer, blocks, None))
        shown = json.dumps([client.get_scheduler_logs(), client.get_worker_logs(), failures], default=str)
        names = client.run_on_scheduler(lambda dask_scheduler: repr([*dask_scheduler.transition_log]))
    assert set(failures) == {"r0000c0000", "r0000c0001"}
    assert "absent.tif" in failures["r0000c0000"]
    assert "r0000c0001" in names and "absent" not in names and "geheim" not in names + shown


@pytest.mark.parametrize(
    ("variable", "own", "share", "threads"),
    [
        ("1", "", 1, 8),
        ("1", "", 2, 4),
        ("3", "", 2, 3),
        ("5,2", "", 1, 5),
        ("", "", 3, 2),
        ("1", "", 20, 1),
        ("1", "1", 1, 1),
        ("1", "6", 2, 6),
    ],
)
def test_such_a_worker_computes_on_all_cores_unless_its_user_says_otherwise(
    monkeypatch, variable, own, share, threads
):
    """Dask's nanny sets the variable to 1."""
    monkeypatch.setenv("OMP_NUM_THREADS", variable)
    monkeypatch.setenv("FINER_WORKER_THREADS", own)
    monkeypatch.setattr(dask_plugin, "core_count", lambda: 8)
    plugin = BlockPlugin(NullComputer(), None, {"tcp://0": WorkerSlot(0, share), "tcp://x": WorkerSlot(0, 9)})
    plugin.setup(SimpleNamespace(name="tcp://0", address="tcp://0"))
    limits = []
    monkeypatch.setattr(dask_plugin, "core_limit", lambda count: limits.append(count) or nullcontext())
    plugin.compute(Block(0, 0, None))
    assert limits == [threads]


@pytest.mark.parametrize(
    ("number", "device", "expected"), [(0, "auto", "cuda:0"), (5, "cuda", "cuda:1"), (5, "cpu", "cpu")]
)
def test_each_worker_takes_the_next_graphics_card(job, monkeypatch, number, device, expected):
    monkeypatch.setattr(block_computer, "can_use_graphics_card", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 4)
    asked = job(device=device)
    computer = BlockComputer(asked._raster(asked.input), asked._request, SettledChoices(32, None, ""), [])
    BlockPlugin(computer, 8).setup(SimpleNamespace(name=number, address="w"))
    assert computer.request.device == expected
