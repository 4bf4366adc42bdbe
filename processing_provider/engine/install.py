"""Sets the engine up: a new environment is built beside, proven, and only then takes the old one's place."""

from __future__ import annotations

import contextlib
import os
import shutil
import time

from qgis.PyQt.QtCore import QLockFile

from ..errors import FinerError
from . import failures, idle_worker, install_stamp, locate, packages, settings
from .build import Builder, find_installer
from .events import log, progress, warning
from .verify import check_own, verified

TRIES = 8  # how often, a second apart, a folder is tried to be removed


def set_up(asked, python, wheels, is_cancelled):
    """Yield events, as the worker does; the last is `done`, whose result holds `engine` and what `verify` found.

    An engine with the same profile and pins that works is left as it is. However the generator ends, there is either
    the old engine or the new one, whole.

    Args:
        asked: the profile, one of `packages.PROFILES`.
        python: the interpreter to build on; empty for one that is found.
        wheels: a folder to take all packages from; empty for the user's own indexes and folders.
        is_cancelled: called ten times a second.

    Raises:
        FinerError: it cannot be done; the sentence says why and what to do.
        Cancelled: the user stopped it.
    """
    if wheels and not os.path.isdir(wheels):
        raise FinerError(
            "The folder {folder} in WHEELS does not exist: correct it or leave it blank.", folder=wheels
        )
    python, wheels = (os.path.abspath(path) if path else "" for path in (python, wheels))
    engine = settings.engine_folder()
    idle_worker.dismiss()
    with _lock(engine.with_suffix(".lock")):
        _recover(engine)
        profile = packages.resolve(asked)
        facts = yield from _reused(engine, asked, profile, python, is_cancelled)
        if facts is None:
            facts = yield from _renewed(engine, asked, profile, python, wheels, is_cancelled)
    named, where = settings.named_python()
    if named:
        yield warning("{where} names another engine, which stays in use: {path}.", where=where, path=named)
    yield {"event": "done", "result": {"engine": str(locate.python_of(engine)), **facts}}


def _reused(engine, asked, profile, python, is_cancelled):
    """Facts of the engine that is there, if it is what was asked for and works; else none."""
    noted = install_stamp.read(engine)
    if (
        not install_stamp.is_current(noted)
        or noted.get("profile") != profile
        or (python and noted.get("asked_python") != python)
    ):
        return None
    yield progress(0.9, "Checking the engine")
    try:
        facts = yield from _proven(engine, asked, profile, is_cancelled)
    except FinerError as error:
        yield warning(error.text, **error.values)
        yield warning("The engine that is there does not work: it is built anew.")
        return None
    yield log("The SR engine is set up already with these packages: there is nothing to do.")
    return facts


def _renewed(engine, asked, profile, python, wheels, is_cancelled):
    """Build, prove and swap; facts of the new engine."""
    new = _beside(engine, "new")
    installer = yield from find_installer(python, is_cancelled)
    try:
        yield from Builder(new, installer, wheels, is_cancelled).build(profile)
        yield progress(0.9, "Checking the engine")
        yield from _proven(new, asked, profile, is_cancelled)
        install_stamp.write(new, profile=profile, asked_python=python, installer=str(installer))
        idle_worker.dismiss()  # which a run meanwhile may have left
        with _taking_the_place_of(engine, new):
            yield progress(0.95, "Checking the engine in its place")
            facts = yield from _proven(engine, asked, profile, is_cancelled)
    finally:
        _remove(new)
    yield log("The SR engine is ready: Python {python}, torch {torch}, {device_name}.", **_shown(facts))
    return facts


def _proven(folder, asked, profile, is_cancelled):
    """Yield what the environment writes while it proves itself; return its facts."""
    try:
        facts = yield from verified(locate.python_of(folder), "auto", is_cancelled)
    except FinerError as error:
        if error.text != failures.NOT_AN_ENGINE:
            raise
        raise FinerError(
            "The engine's packages are there, but they do not work ({reason}): set it up on another PYTHON, or report "
            "the log.",
            reason=error.values["reason"],
        ) from None
    check_own(facts, folder, profile)
    if profile == "cuda" and facts["device"] != "cuda":
        if asked == "cuda":
            raise FinerError(
                "torch {torch} cannot use the graphics card: update the NVIDIA driver (the log may say more), or set "
                'REQUIREMENTS to "cpu".',
                torch=facts["torch"],
            )
        yield warning(
            "There is a graphics card that torch {torch} cannot use, so the engine computes on the CPU: update the "
            "NVIDIA driver (the log may say more).",
            torch=facts["torch"],
        )
    return facts


def _shown(facts):
    return {name: facts[name] for name in ("python", "torch", "device_name")}


@contextlib.contextmanager
def _lock(path):
    """Nobody else on this computer sets an engine up in the same place meanwhile."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _not_writable(path.parent, error.strerror) from None
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)  # however long it takes; the lock of a process that died does not count
    if not lock.tryLock(0):
        if lock.error() != QLockFile.LockError.LockFailedError:
            raise _not_writable(path.parent, "permission denied")
        raise FinerError(
            'Another "Set up SR engine" is running (process {pid}): wait until it ends, or cancel it there.',
            pid=lock.getLockInfo()[1],
        )
    try:
        yield
    finally:
        lock.unlock()


def _recover(engine):
    """Clear up after a set-up that was killed: the old engine comes back unless the new one is in its place."""
    old = _beside(engine, "old")
    if old.exists() and not engine.exists():
        _move(old, engine)
    _remove(old)
    _remove(_beside(engine, "new"))


@contextlib.contextmanager
def _taking_the_place_of(engine, new):
    """Inside, `new` lies where the engine lay; the old engine comes back if the block does not end well."""
    old = _beside(engine, "old")
    if engine.exists():
        _move(engine, old)
    try:
        _move(new, engine)
        yield
    except BaseException:
        _remove(engine)
        if old.exists():
            _move(old, engine)
        raise
    _remove(old)


def _beside(engine, suffix):
    return engine.with_name(f"{engine.name}.{suffix}")


def _move(folder, target):
    try:
        os.replace(folder, target)
    except OSError as error:
        raise _in_use(folder, error.strerror) from None


def _remove(folder):
    for _ in range(TRIES):
        if folder.is_symlink():  # to a larger disk
            folder.unlink()
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(1)  # what a set-up that was killed has left running ends soon
    raise _in_use(folder, "some of its files are left")


def _in_use(folder, reason):
    return FinerError(
        "{folder} could not be moved or removed ({reason}): wait for running jobs, close other QGIS windows, then run "
        '"Set up SR engine" again.',
        folder=folder,
        reason=reason,
    )


def _not_writable(folder, reason):
    return FinerError(
        "The folder {folder} cannot be written to ({reason}): name another one in the environment variable FINER_HOME.",
        folder=folder,
        reason=reason,
    )
