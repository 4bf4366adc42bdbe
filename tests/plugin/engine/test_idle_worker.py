"""A worker that has done its job does the next one, too; none is left behind, or given a job that it cannot do."""

import os
import signal
import sys
import threading
import time

import pytest
from finer.plugin import FinerPlugin
from finer.processing_provider.engine import engine_setup, idle_worker, worker
from finer.processing_provider.errors import Cancelled, FinerError

STAY = "emit('done', result={'n': job['n']}); emit('waiting', seconds=30)"


@pytest.fixture(autouse=True)
def engine(monkeypatch):
    monkeypatch.setenv("FINER_ENGINE_PYTHON", sys.executable)


@pytest.fixture
def done(collect_events):
    """`done()` runs a job, checks that the result is that job's own, and returns the worker's process id."""
    numbers = iter(range(100))

    def run(do=STAY):
        number = next(numbers)
        events, error = collect_events(worker.run_job({"job": "test", "do": do, "n": number}, lambda: False))
        assert error is None
        assert [event["event"] for event in events] == ["started", "done"]
        assert events[-1]["result"] == {"n": number}
        return events[0]["pid"]

    return run


def test_jobs_in_a_row_have_one_worker(done):
    assert len({done() for _ in range(4)}) == 1


def test_one_that_does_not_wait_ends(done, has_ended):
    pid = done("emit('done', result={'n': job['n']})")
    assert has_ended(pid, 0)
    assert done() != pid


@pytest.mark.parametrize(
    "do",
    [
        "emit('failed', type='InputError', text='No.', values={}); sys.exit(2)",
        "emit('failed', type='InputError', text='No.', values={}); emit('waiting', seconds=30)",
        "os.kill(os.getpid(), signal.SIGKILL)",
    ],
)
def test_after_a_job_that_fails_another_begins(done, has_ended, collect_events, do):
    pid = done()
    events, error = collect_events(worker.run_job({"job": "test", "do": do}, lambda: False))
    assert isinstance(error, FinerError)
    assert events[0]["pid"] == pid and has_ended(pid, 0)
    assert done() != pid


def test_after_a_job_that_is_cancelled_another_begins(done, has_ended):
    pid, cancel = done(), threading.Event()
    do = "emit('log', text='', values={}); sys.stdin.read(); emit('cancelled'); sys.exit(130)"
    with pytest.raises(Cancelled):
        for event in worker.run_job({"job": "test", "do": do}, cancel.is_set):
            assert event.get("pid", pid) == pid
            cancel.set()
    assert has_ended(pid, 0)
    assert done() != pid


def test_one_that_was_told_to_stop_when_all_was_done_does_not_wait(done, has_ended, collect_events, tmp_path):
    mark = tmp_path / "done"
    do = "emit('done', result={}); open(job['mark'], 'w').close(); sys.stdin.read(); emit('waiting', seconds=30)"
    events, error = collect_events(worker.run_job({"job": "test", "do": do, "mark": str(mark)}, mark.exists))
    assert error is None and events[-1] == {"event": "done", "result": {}}
    assert has_ended(events[0]["pid"], 0)
    assert done() != events[0]["pid"]


def test_the_next_run_has_it_only_when_this_one_has_cleared_up(done, monkeypatch):
    seen = []
    monkeypatch.setattr(worker, "_clear_up", lambda job, pids: seen.append(idle_worker._waiting))
    done()
    assert seen == [None] and idle_worker._waiting


def test_one_that_died_while_it_waited_is_not_asked(done, has_ended):
    pid = done()
    os.kill(pid, signal.SIGKILL)
    assert has_ended(pid)
    assert done() != pid


def test_one_that_is_about_to_leave_is_not_asked(done, has_ended):
    pid = done(STAY.replace("30", str(idle_worker.MARGIN)))
    assert done() != pid
    assert has_ended(pid, 0)


def test_other_settings_need_another(done, has_ended, monkeypatch, tmp_path):
    pid = done()
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "1")
    other = done()
    assert other != pid and has_ended(pid, 0)
    monkeypatch.chdir(tmp_path)
    assert done() != other


def test_at_most_one_waits(done, has_ended):
    first = worker.run_job({"job": "test", "do": STAY, "n": 0}, lambda: False)
    pid = next(first)["pid"]
    other = done()  # while the first is still at work
    assert pid != other
    assert next(first)["event"] == "done"
    assert has_ended(other, 0)
    assert done() == pid


def test_what_it_says_while_it_waits_is_not_taken_for_the_next_job_s(done, collect_events, tmp_path):
    mark = tmp_path / "done"
    wait = "\nwhile not os.path.exists(job['mark']): time.sleep(0.02)\n"
    do = STAY + wait + "print('late', file=sys.stderr, flush=True)"
    events, _ = collect_events(
        worker.run_job({"job": "test", "do": do, "n": 0, "mark": str(mark)}, lambda: False)
    )
    assert [event["event"] for event in events] == ["started", "done"]
    mark.touch()
    until = time.monotonic() + 30
    while idle_worker._waiting[0]._queue.empty() and time.monotonic() < until:
        time.sleep(0.02)
    done()  # which sees to it that there are no other events


def test_who_would_change_the_engine_or_the_plugin_tells_it_to_leave(
    done, has_ended, monkeypatch, tmp_path, never_cancelled
):
    pid = done()
    monkeypatch.setenv("FINER_HOME", str(tmp_path / "new"))
    with pytest.raises(FinerError):
        list(engine_setup.set_up("cpu", str(tmp_path / "no python"), "", never_cancelled))
    assert has_ended(pid, 0)
    pid = done()
    FinerPlugin(None).unload()
    assert has_ended(pid, 0)


@pytest.mark.parametrize("end", ["", "os.kill(os.getpid(), 9)"])
def test_none_waits_when_qgis_has_ended(start_parent, has_ended, end):
    source = f"""
import os
os.environ["FINER_ENGINE_PYTHON"] = {sys.executable!r}
from finer.processing_provider.engine import worker
for event in worker.run_job({{"job": "test", "do": {STAY!r}, "n": 0}}, lambda: False):
    print(event.get("pid"), flush=True)
{end}
"""
    process = start_parent(source)
    pid = int(process.stdout.readline())
    process.wait(20)
    assert (process.returncode == 0) is not bool(end)
    assert has_ended(pid)
