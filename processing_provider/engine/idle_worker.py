"""The worker that did its job and waits for another: at most one. The next run takes it, and need not load torch."""

from __future__ import annotations

import atexit
import os
import threading
import time

from .process import Child

MARGIN = 5  # seconds before a worker leaves of its own accord, in which it is not asked any more

_lock = threading.Lock()
_waiting = None  # (the child, what it was started as, until when it may be asked)


def taken(command, environment):
    """A child that runs this command with these variables: the one that waits, if it is such a one, else a new one."""
    child, made_as, until = _emptied()
    is_such = made_as == _made_as(command, environment) and time.monotonic() < until
    if is_such and child.code is None:
        child.rest()  # what it has said since belongs to no run
        return child
    if child:
        child.stop()
    return Child(command, environment)


def keep(child, command, environment, seconds):
    """Let a child wait that will do so for some seconds. Instead of one that waits already, which is told to leave."""
    global _waiting
    dismiss()
    with _lock:
        _waiting = child, _made_as(command, environment), time.monotonic() + seconds - MARGIN


def dismiss():
    """Tell the worker that waits to leave: it holds files of the engine and of the plugin open."""
    child, *_ = _emptied()
    if child:
        child.stop()


def _emptied():
    """What waited; nobody else gets it."""
    global _waiting
    with _lock:
        waiting, _waiting = _waiting, None
    return waiting or (None, None, None)


def _made_as(command, environment):
    return [str(part) for part in command], environment, os.getcwd()


# Threads that read a child's words must not be cut off while Python goes down: it would crash.
atexit.register(dismiss)
