"""The one worker that has done its job and waits for the next, so that the next run need not load torch."""

from __future__ import annotations

import atexit
import os
import threading
import time

from .child_process import ChildProcess

MARGIN = 5  # seconds before an idle worker ends by itself, in which it is given no more job

_lock = threading.Lock()
_waiting = None  # (child process, launch key, time until which it accepts a job)


def take_or_start(command, environment):
    """Return a child process that runs this command with these variables: the idle one if it does, else a new one."""
    child, launch_key, until = _take()
    fits = launch_key == _launch_key(command, environment) and time.monotonic() < until
    if fits and child.code is None:
        child.read_pending()  # what it has written since belongs to no run
        return child
    if child:
        child.stop()
    return ChildProcess(command, environment)


def keep(child, command, environment, seconds):
    """Keep a child process that waits for a job for `seconds`; another idle one is stopped."""
    global _waiting
    dismiss()
    with _lock:
        _waiting = child, _launch_key(command, environment), time.monotonic() + seconds - MARGIN


def dismiss():
    """Stop the idle worker, which holds files of the engine and of the plugin open."""
    child, *_ = _take()
    if child:
        child.stop()


def _take():
    """Return the idle worker, its launch key and time limit, so that no other run gets it; Nones without one."""
    global _waiting
    with _lock:
        waiting, _waiting = _waiting, None
    return waiting or (None, None, None)


def _launch_key(command, environment):
    return [str(part) for part in command], environment, os.getcwd()


# Threads that read from a child process must not be cut off while Python shuts down: it would crash.
atexit.register(dismiss)
