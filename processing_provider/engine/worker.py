"""Runs one job in an engine process: pipes, events and exit codes, nothing of super-resolution."""

from __future__ import annotations

import collections
import json
import os
from pathlib import Path

from ..errors import FinerError
from . import environment_variables, failures, idle_worker, install_stamp, locate, staging_folder_cleanup
from .event_constructors import debug, warning
from .gpu_advice import advise_on_unused_gpu

LOG_TAIL = 50  # lines of its log that are kept to explain why a worker died
FINAL = ("done", "failed", "cancelled")


def run_job(job, is_cancelled):
    """Yield the events of a job, the last of them `done`; other lines that the worker writes are `debug` events.

    However the generator ends, the worker leaves nothing half-written; it has ended, or waits for another job.

    Raises:
        FinerError: there is no engine, it refused or failed the job, or it died.
    """
    python = locate.find_engine_python()
    if install_stamp.is_outdated():
        yield warning(
            'The SR engine has packages of another version of Finer: run "Set up SR engine" to renew it.'
        )

    last, pids, log = None, set(), collections.deque(maxlen=LOG_TAIL)
    seconds_idle, pending = 0, []
    launch = [python, "-m", "sr_core", "serve"], environment_variables.for_worker()
    child = idle_worker.take_or_start(*launch)
    try:
        pids.add(child.pid)
        child.send(json.dumps(job))
        # Until its first event a worker loads libraries: it cannot listen, and has nothing to bring to an end.
        for stream, line in child.lines(is_cancelled, silent_grace=0):
            event = _parse_event(line) if stream == "out" else None
            if event is None:
                log.append(line)
                yield debug(line)
                continue
            if event["event"] == "waiting":
                seconds_idle, pending = event["seconds"], child.read_pending()
                break
            last = event
            if event["event"] == "started":
                # On Windows, python.exe of a venv is only the parent of the real one.
                pids.add(event.get("pid"))
            if event["event"] == "done":
                child.start_grace()  # a driver may hang while it ends; what it writes is still read
            elif event["event"] in FINAL:
                child.stop()
            else:
                yield event
            if event["event"] == "started" and job.get("device") == "auto":
                yield from advise_on_unused_gpu(event)
        code = child.code
    finally:
        if not child.is_listening:  # the user may have cancelled when all was done
            seconds_idle = 0
        if not seconds_idle:
            child.stop()
        _clear_up(job, pids)  # before the next run has the worker, whose folders have the same names
        if seconds_idle:
            idle_worker.keep(child, *launch, seconds_idle)
    yield from map(debug, pending)
    yield _final_event(last, code, log, python)


def _parse_event(line):
    """Return the event on a line of standard output; None if a library wrote there."""
    try:
        event = json.loads(line)
        return event if isinstance(event["event"], str) else None
    except (ValueError, KeyError, TypeError):
        return None


def _final_event(last, code, log, python):
    """Return the `done` event, or raise the error that the end of the worker means."""
    name = last["event"] if last else None
    if name == "done":
        return last
    if name == "failed":
        error = FinerError(last["text"], **last["values"])
        error.page = last.get("page", error.page)
        raise error
    if name == "cancelled":  # not by us
        raise FinerError(failures.STOPPED, how=f"exit status {code}")
    raise failures.explain_worker_exit(code, log, python, has_started=last is not None)


def _clear_up(job, pids):
    """Remove the staging folders that a killed worker could not remove (see sr_core/staging_folders.py)."""
    for name, value in job.items():
        if not name.startswith("output") or not isinstance(value, str):
            continue
        path = Path(os.path.abspath(value))
        for target in {path, Path(os.path.realpath(path))}:  # of a link, what it leads to is replaced
            for pid in pids:
                for left in target.parent.glob(f".finer-{pid}-*") if target.parent.is_dir() else ():
                    staging_folder_cleanup.remove(left)
