"""Runs one job in the engine, a process of its own; knows pipes and exit codes, not super-resolution."""

from __future__ import annotations

import collections
import json
import os
import shutil
from pathlib import Path

from ..errors import FinerError
from . import advice, environment, failures, idle_worker, install_stamp, locate, settings
from .events import debug, warning

LAST_WORDS = 50  # lines of its log that tell why a worker died
ENDED = ("done", "failed", "cancelled")


def events(job, is_cancelled):
    """Yield the worker's events, the last of them `done`; what it writes otherwise comes as `debug`.

    However the generator ends, nothing half-written of the worker is left, and it is gone, or has done the job and waits
    for another.

    Raises:
        FinerError: there is no engine, it refused or failed the job, or it died.
        Cancelled: `is_cancelled()` became true.
    """
    python = locate.engine_python()
    if not settings.named_python()[0] and not install_stamp.is_current(
        install_stamp.read(settings.engine_folder())
    ):
        yield warning(
            'The SR engine has packages of another version of Finer: run "Set up SR engine" to renew it.'
        )

    last, pids, words = None, set(), collections.deque(maxlen=LAST_WORDS)
    waits, rest = 0, []
    started_as = [python, "-m", "sr_core", "serve"], environment.for_worker()
    child = idle_worker.taken(*started_as)
    try:
        pids.add(child.pid)
        child.send(json.dumps(job))
        for stream, line in child.lines(is_cancelled):
            event = _event(line) if stream == "out" else None
            if event is None:
                words.append(line)
                yield debug(line)
                continue
            if event["event"] == "waiting":
                waits, rest = event["seconds"], child.rest()
                break
            last = event
            if event["event"] == "started":
                pids.add(
                    event.get("pid")
                )  # on Windows a venv's python.exe is only the parent of the real one
            if event["event"] == "done":
                child.should_end()  # it may hang in its last breath, in a driver; what it wrote is still read
            elif event["event"] in ENDED:
                child.stop()
            else:
                yield event
            if event["event"] == "started" and job.get("device") == "auto":
                yield from advice.on_idle_card(event)
        code = child.code
    finally:
        waits = waits if child.listens else 0  # the user may have cancelled when all was done
        if not waits:
            child.stop()
        _clear_up(job, pids)  # before the next run has the worker, whose folders have the same names
        if waits:
            idle_worker.keep(child, *started_as, waits)
    yield from map(debug, rest)
    yield _outcome(last, code, words, python)


def _event(line):
    """The event on a line of standard output; none if a library wrote there."""
    try:
        event = json.loads(line)
        return event if isinstance(event["event"], str) else None
    except (ValueError, KeyError, TypeError):
        return None


def _outcome(last, code, words, python):
    """The `done` event, or the error that the end of the worker means."""
    name = last["event"] if last else None
    if name == "done":
        return last
    if name == "failed":
        raise FinerError(last["text"], **last["values"])
    if name == "cancelled":  # not by us
        raise FinerError(failures.STOPPED, how=f"exit status {code}")
    raise failures.of_worker(code, words, python, has_started=last is not None)


def _clear_up(job, pids):
    """Remove the staging folders that a worker which was killed could not remove (see sr_core/atomic_write.py)."""
    for name, value in job.items():
        if not name.startswith("output") or not isinstance(value, str):
            continue
        folder = Path(os.path.abspath(value)).parent
        for pid in pids:
            for left in folder.glob(f".finer-{pid}-*") if folder.is_dir() else ():
                shutil.rmtree(left, ignore_errors=True)
