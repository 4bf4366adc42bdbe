"""How many cores a run computes on, and that its threads sleep while they wait."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from sr_core import cpu_threads
from sr_core.cpu_threads import WAITING, available_cores, compute_threads, core_count, core_limit
from sr_core.inference.onnx_session import open_session
from sr_core.jobs import Job, Log, Progress
from sr_core.jobs.export_tiles import ExportTiles
from sr_core.parameter_types import Threads
from sr_core.schema import Config, schema_of
from sr_core.tile_export import threaded_tile_cutting

from .support.engine_processes import DONE
from .support.export_runs import SMALL
from .support.small_packages import make_package
from .support.small_trainings import log_lines, run_to_end, train

ROOT = Path(__file__).parents[2]
COMPUTING = {
    "classify_pixels", "evaluate_model", "export_tiles", "pansharpen", "sharpen_bands", "sharpen_sentinel2", "train_model",
}  # fmt: skip


class CountedThreads(Job):
    """A job that says how many threads it has."""

    tags = ()
    Result = Config
    fails: bool = False
    threads: Threads = None

    def run(self):
        yield Log("{n}", n=[core_count(), compute_threads(), torch.get_num_threads()])
        if self.fails:
            raise ZeroDivisionError
        yield Progress(0.5)
        return Config()


del Job.members[CountedThreads.id]  # which are those of the product


@pytest.fixture
def four_cores(monkeypatch):
    """A computer of four cores, without OMP_NUM_THREADS."""
    monkeypatch.setattr(cpu_threads, "available_cores", lambda: 4)
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)


@pytest.fixture
def system(tmp_path, monkeypatch):
    """`system(path, text)` writes a file of a Linux of eight processors that this process may use all of."""
    monkeypatch.setattr(os, "cpu_count", lambda: 8)
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: set(range(8)), raising=False)

    def write(path, text):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
        available_cores.cache_clear()
        return tmp_path

    write("proc/self/cgroup", "5:cpu,cpuacct:/old/job_7\n0::/slurm/job_7/step_0\n")
    yield write
    available_cores.cache_clear()


def test_all_processors_where_nothing_limits_them(system):
    assert available_cores(system("sys/fs/cgroup/cpu.max", "max 100000\n")) == 8


@pytest.mark.parametrize("group", ["slurm/job_7/step_0", "slurm", ""])
@pytest.mark.parametrize(("quota", "cores"), [("200000", 2), ("150000", 2), ("50000", 1), ("1600000", 8)])
def test_a_container_may_have_fewer(system, group, quota, cores):
    assert available_cores(system(f"sys/fs/cgroup/{group}/cpu.max", f"{quota} 100000\n")) == cores


@pytest.mark.parametrize(("quota", "cores"), [("300000", 3), ("-1", 8)])
def test_so_may_one_of_version_1(system, quota, cores):
    system("sys/fs/cgroup/cpu/old/job_7/cpu.cfs_quota_us", f"{quota}\n")
    assert available_cores(system("sys/fs/cgroup/cpu/old/job_7/cpu.cfs_period_us", "100000\n")) == cores


def test_two_threads_of_one_core_count_once(system):
    for number in range(8):
        siblings = f"sys/devices/system/cpu/cpu{number}/topology/thread_siblings_list"
        root = system(siblings, f"{number % 4},{number % 4 + 4}\n")
    assert available_cores(root) == 4


def test_a_process_that_is_held_to_some_processors(system, monkeypatch):
    root = system("sys/fs/cgroup/cpu.max", "max 100000\n")
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: {5, 6})
    assert available_cores(root) == 2


def test_another_system(tmp_path, monkeypatch):
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 12)
    assert available_cores(tmp_path) == 12


def test_libraries_hear_of_the_cores_of_a_container(system):
    root, variables = system("sys/fs/cgroup/cpu.max", "200000 100000\n"), {}
    cpu_threads.set_thread_variables(variables, root)
    assert variables == {**WAITING, "OMP_NUM_THREADS": "2"}


def test_of_a_whole_computer_they_know_best_themselves(system):
    variables = {}
    cpu_threads.set_thread_variables(variables, system("sys/fs/cgroup/cpu.max", "max 100000\n"))
    assert variables == WAITING


def test_what_the_user_has_set_is_kept(system):
    root, mine = (
        system("sys/fs/cgroup/cpu.max", "200000 100000\n"),
        dict.fromkeys([*WAITING, "OMP_NUM_THREADS"], "7"),
    )
    cpu_threads.set_thread_variables(mine, root)
    assert set(mine.values()) == {"7"}


@pytest.mark.skipif(
    sys.platform != "linux", reason="other systems have another OpenMP, which says it in other words"
)
@pytest.mark.parametrize(("user", "policy"), [(None, "PASSIVE"), ("ACTIVE", "ACTIVE")])
def test_torch_hears_of_it_before_it_is_loaded(user, policy):
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "OMP_DISPLAY_ENV": "VERBOSE",
        "OMP_NUM_THREADS": "1",
    }
    environment.pop("OMP_WAIT_POLICY", None)
    environment |= {"OMP_WAIT_POLICY": user} if user else {}
    command = [sys.executable, "-m", "sr_core", "verify", "cpu"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert f"OMP_WAIT_POLICY = '{policy}'" in done.stderr
    assert (f"GOMP_SPINCOUNT = '{WAITING['GOMP_SPINCOUNT']}'" in done.stderr) == (user is None)


def test_onnx_runtime_does_not_spin(tmp_path):
    onnx = pytest.importorskip("onnx")
    value = onnx.helper.make_tensor_value_info
    nodes = [onnx.helper.make_node("Relu", ["x"], ["y"])]
    graph = onnx.helper.make_graph(nodes, "g", [value("x", 1, [1, 1, 2, 2])], [value("y", 1, [1, 1, 2, 2])])
    model = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 13)], ir_version=8)
    session = open_session(model.SerializeToString(), torch.device("cpu"))
    options = session.get_session_options()
    assert options.get_session_config_entry("session.intra_op.allow_spinning") == "0"


def test_jobs_that_compute_have_threads_and_no_others():
    members = {name: schema_of(job)["properties"].get("threads") for name, job in Job.members.items()}
    specs = [spec for name, spec in members.items() if spec and name in COMPUTING]
    assert {name for name, spec in members.items() if spec} == COMPUTING
    assert all(spec == specs[0] for spec in specs) and specs[0]["advanced"] and "default" not in specs[0]


@pytest.mark.parametrize(("asked", "expected"), [(1, [1, 1, 1]), (3, [3, 3, 3]), (64, [4, 4, 4])])
def test_a_job_computes_on_as_many_cores_as_it_is_told(four_cores, asked, expected):
    before = torch.get_num_threads()
    steps, _ = run_to_end(CountedThreads(threads=asked).run())
    assert steps[0].values["n"] == expected
    assert (core_count(), compute_threads(), torch.get_num_threads()) == (4, 4, before)
    assert "OMP_NUM_THREADS" not in os.environ


@pytest.mark.parametrize("asked", [None, 0])
def test_blank_and_0_leave_it_as_it_is(four_cores, monkeypatch, asked):
    monkeypatch.setenv("OMP_NUM_THREADS", "3,2")
    steps, _ = run_to_end(CountedThreads(threads=asked).run())
    assert steps[0].values["n"] == [4, 3, torch.get_num_threads()]


def test_the_next_job_of_a_failed_or_cancelled_one_has_all_cores(four_cores, monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "2")
    before = torch.get_num_threads()
    with pytest.raises(ZeroDivisionError):
        run_to_end(CountedThreads(threads=3, fails=True).run())
    assert (compute_threads(), torch.get_num_threads()) == (2, before)
    work = CountedThreads(threads=3).run()
    assert next(work).values["n"] == [3, 3, 3]
    work.close()
    assert (core_count(), compute_threads(), torch.get_num_threads()) == (4, 2, before)


def test_limits_within_limits(four_cores):
    with core_limit(3):
        with core_limit(1):
            assert (core_count(), os.environ["OMP_NUM_THREADS"]) == (1, "1")
        assert (core_count(), os.environ["OMP_NUM_THREADS"]) == (3, "3")


def test_threads_that_cut_tiles(four_cores, make_raster, tmp_path, monkeypatch):
    counts = []

    class CountedPool(threaded_tile_cutting.ThreadPoolExecutor):
        def __init__(self, count):
            counts.append(count)
            super().__init__(count)

    monkeypatch.setattr(threaded_tile_cutting, "ThreadPoolExecutor", CountedPool)
    job = {**SMALL, "input": str(make_raster(size=(64, 160)))}
    for asked in (1, 2, None):
        run_to_end(
            ExportTiles.build({**job, "threads": asked, "output": str(tmp_path / f"tiles{asked}")}).run()
        )
    assert counts == [1, 2, 4]
    folders = [tmp_path / f"tiles{asked}" for asked in (1, 2, None)]
    files = [{f.relative_to(folder): f.read_bytes() for f in folder.rglob("*.*")} for folder in folders]
    assert files[0] == files[1] == files[2]


def test_an_export_goes_on_with_other_threads(make_raster, tmp_path):
    job = {**SMALL, "input": str(make_raster(size=(64, 160))), "output": str(tmp_path / "tiles")}
    work = ExportTiles.build({**job, "threads": 1}).run()
    for step in work:
        if step.values.get("done") == 10:
            break
    work.close()
    steps, _ = run_to_end(ExportTiles.build({**job, "threads": 2}).run())
    assert any("Continuing a run" in step.text for step in steps)


@pytest.mark.parametrize("dtype", ["uint16", "float32"])
def test_a_raster_is_the_same_to_the_byte_but_for_what_it_was_computed_on(make_raster, tmp_path, dtype):
    make_package().save(tmp_path / "m.srpk")
    source = make_raster(size=(150, 130), dtype=dtype)
    results = []
    for asked in (1, 2):
        output = tmp_path / f"{asked}" / "sr.tif"
        output.parent.mkdir()
        job = {
            "id": "classify_pixels",
            "input": str(source),
            "model": str(tmp_path / "m.srpk"),
            "threads": asked,
            "gain": [1e-4 if dtype == "uint16" else 1.0],
        }
        run_to_end(Job.load({**job, "output": str(output)}).run())
        written = output.read_bytes().replace(b"CPU: 2 threads", b"CPU: 1 threads")
        results.append(re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"", written))
    assert results[0] == results[1]


def test_a_training_goes_on_with_other_threads(make_tileset, tmp_path):
    """It may be on another computer, too; the checkpoint holds only what the result depends on."""
    tileset = make_tileset()
    job = Job.load({"id": "train_model", "tiles": str(tileset.folder), "output": str(tmp_path / "m.srpk"),
                    "backbone": {"id": "edsr", "n_feats": 4, "n_blocks": 1}, "epochs": 3, "patch_size": 12,
                    "batch_size": 4, "learning_rate": 1e-3, "threads": 1})  # fmt: skip
    work = job.run()
    for step in work:
        if isinstance(step, Log) and step.text.startswith("Epoch"):
            break
    work.close()
    steps, _ = train(
        tileset, tmp_path / "m.srpk", backbone={"id": "edsr", "n_feats": 4, "n_blocks": 1}, epochs=3,
        patch_size=12, batch_size=4, learning_rate=1e-3, threads=2, resume="auto",
    )  # fmt: skip
    log = "\n".join(log_lines(steps))
    assert "Continuing from" in log
    assert ("may differ in its last digits" in log) == (os.cpu_count() > 1)


def test_a_worker_says_how_many_and_forgets_it_after_the_job(start_engine, make_raster, tmp_path):
    make_package().save(tmp_path / "m.srpk")
    asked = {"job": "classify_pixels", "input": str(make_raster()), "model": str(tmp_path / "m.srpk")}
    worker = start_engine("serve")  # whose OMP_NUM_THREADS is 1
    names = []
    for count in (2, None):
        events = worker.ask(**asked, output=str(tmp_path / "sr.tif"), threads=count).until("waiting")
        names.append(events[0]["device_name"])
    assert names == [f"CPU: {min(2, os.cpu_count())} threads", "CPU: 1 threads"]
    assert worker.end(close_stdin=True)[1] == DONE
