"""A worker that has done its job does the next one too; and none is ever left behind, or asked what it cannot do."""

import os
import signal
import sys
import threading
import time

import pytest
from finer.plugin import FinerPlugin
from finer.processing_provider.engine import idle_worker, install, worker
from finer.processing_provider.errors import Cancelled, FinerError

STAY = "emit('done', result={'n': job['n']}); emit('waiting', seconds=30)"


@pytest.fixture(autouse=True)
def engine(monkeypatch):
    monkeypatch.setenv("FINER_ENGINE_PYTHON", sys.executable)


@pytest.fixture
def done(collect):
    """`done()` does a job; the worker's process id, having seen to it that the result is that job's own."""
    numbers = iter(range(100))

    def run(do=STAY):
        number = next(numbers)
        events, error = collect(worker.events({"job": "test", "do": do, "n": number}, lambda: False))
        assert error is None
        assert [event["event"] for event in events] == ["started", "done"]
        assert events[-1]["result"] == {"n": number}
        return events[0]["pid"]

    return run


def test_jobs_in_a_row_have_one_worker(done):
    assert len({done() for _ in range(4)}) == 1


def test_one_that_does_not_wait_ends(done, gone):
    pid = done("emit('done', result={'n': job['n']})")
    assert gone(pid, 0)
    assert done() != pid


@pytest.mark.parametrize(
    "do",
    [
        "emit('failed', type='BadInput', text='No.', values={}); sys.exit(2)",
        "emit('failed', type='BadInput', text='No.', values={}); emit('waiting', seconds=30)",
        "os.kill(os.getpid(), signal.SIGKILL)",
    ],
)
def test_after_a_job_that_fails_another_begins(done, gone, collect, do):
    pid = done()
    events, error = collect(worker.events({"job": "test", "do": do}, lambda: False))
    assert isinstance(error, FinerError)
    assert events[0]["pid"] == pid and gone(pid, 0)
    assert done() != pid


def test_after_a_job_that_is_cancelled_another_begins(done, gone):
    pid, cancel = done(), threading.Event()
    do = "emit('log', text='', values={}); sys.stdin.read(); emit('cancelled'); sys.exit(130)"
    with pytest.raises(Cancelled):
        for event in worker.events({"job": "test", "do": do}, cancel.is_set):
            assert event.get("pid", pid) == pid
            cancel.set()
    assert gone(pid, 0)
    assert done() != pid


def test_one_that_was_told_to_stop_when_all_was_done_does_not_wait(done, gone, collect, tmp_path):
    mark = tmp_path / "done"
    do = "emit('done', result={}); open(job['mark'], 'w').close(); sys.stdin.read(); emit('waiting', seconds=30)"
    events, error = collect(worker.events({"job": "test", "do": do, "mark": str(mark)}, mark.exists))
    assert error is None and events[-1] == {"event": "done", "result": {}}
    assert gone(events[0]["pid"], 0)
    assert done() != events[0]["pid"]


def test_the_next_run_has_it_only_when_this_one_has_cleared_up(done, monkeypatch):
    seen = []
    monkeypatch.setattr(worker, "_clear_up", lambda job, pids: seen.append(idle_worker._waiting))
    done()
    assert seen == [None] and idle_worker._waiting


def test_one_that_died_while_it_waited_is_not_asked(done, gone):
    pid = done()
    os.kill(pid, signal.SIGKILL)
    assert gone(pid)
    assert done() != pid


def test_one_that_is_about_to_leave_is_not_asked(done, gone):
    pid = done(STAY.replace("30", str(idle_worker.MARGIN)))
    assert done() != pid
    assert gone(pid, 0)


def test_other_settings_need_another(done, gone, monkeypatch, tmp_path):
    pid = done()
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "1")
    other = done()
    assert other != pid and gone(pid, 0)
    monkeypatch.chdir(tmp_path)
    assert done() != other


def test_at_most_one_waits(done, gone):
    first = worker.events({"job": "test", "do": STAY, "n": 0}, lambda: False)
    pid = next(first)["pid"]
    other = done()  # while the first is still at work
    assert pid != other
    assert next(first)["event"] == "done"
    assert gone(other, 0)
    assert done() == pid


def test_what_it_says_while_it_waits_is_not_taken_for_the_next_job_s(done, collect, tmp_path):
    mark = tmp_path / "done"
    wait = "\nwhile not os.path.exists(job['mark']): time.sleep(0.02)\n"
    do = STAY + wait + "print('late', file=sys.stderr, flush=True)"
    events, _ = collect(worker.events({"job": "test", "do": do, "n": 0, "mark": str(mark)}, lambda: False))
    assert [event["event"] for event in events] == ["started", "done"]
    mark.touch()
    until = time.monotonic() + 30
    while idle_worker._waiting[0]._queue.empty() and time.monotonic() < until:
        time.sleep(0.02)
    done()  # which sees to it that there are no other events


def test_who_would_change_the_engine_or_the_plugin_tells_it_to_leave(
    done, gone, monkeypatch, tmp_path, never
):
    pid = done()
    monkeypatch.setenv("FINER_HOME", str(tmp_path / "new"))
    with pytest.raises(FinerError):
        list(install.set_up("cpu", str(tmp_path / "no python"), "", never))
    assert gone(pid, 0)
    pid = done()
    FinerPlugin(None).unload()
    assert gone(pid, 0)


@pytest.mark.parametrize("end", ["", "os.kill(os.getpid(), 9)"])
def test_none_waits_when_qgis_has_ended(parent, gone, end):
    source = f"""
import os
os.environ["FINER_ENGINE_PYTHON"] = {sys.executable!r}
from finer.processing_provider.engine import worker
for event in worker.events({{"job": "test", "do": {STAY!r}, "n": 0}}, lambda: False):
    print(event.get("pid"), flush=True)
{end}
"""
    process = parent(source)
    pid = int(process.stdout.readline())
    process.wait(20)
    assert (process.returncode == 0) is not bool(end)
    assert gone(pid)
