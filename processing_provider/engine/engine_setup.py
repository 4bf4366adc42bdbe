"""Sets the engine up: plans it, builds it beside the one that is there, verifies it, and puts it in its place."""

from __future__ import annotations

import contextlib
import os
from typing import NamedTuple

from qgis.PyQt.QtCore import QLockFile

from ..errors import FinerError
from . import failures, folder_swap, idle_worker, install_stamp, locate, packages, user_settings
from .environment_builder import EnvironmentBuilder, find_installer, name_new_place
from .event_constructors import log, progress, warning
from .verify import check_isolation, verify_engine


def set_up(asked, python, wheels, is_cancelled, asked_parts="auto", asks_cluster=False):
    """Set the engine up; yield events, the last of them `done`, with the result `engine` (a path), `parts` and its facts.

    A working engine with the same profile, parts and packages is left as it is, and none becomes less than it was. However the
    generator ends, either the old engine is there or the new one, complete.

    Args:
        asked: the profile, one of `packages.PROFILES`.
        python: the interpreter to build on; empty for any.
        wheels: a folder to take all packages from; empty for the user's own indexes and folders.
        is_cancelled: whether the user cancelled.
        asked_parts: what to install, one of `packages.PARTS`.
        asks_cluster: whether to install what computes on clusters, too.

    Raises:
        FinerError: it cannot be done; the sentence says why and what to do.
    """
    if asked_parts not in packages.PARTS:
        raise FinerError("PARTS must be one of {known}.", known=", ".join(packages.PARTS))
    if wheels and not os.path.isdir(wheels):
        raise FinerError(
            "The folder {folder} in WHEELS does not exist: correct it or leave it blank.", folder=wheels
        )
    python, wheels = (os.path.abspath(path) if path else "" for path in (python, wheels))
    engine = user_settings.engine_folder()
    idle_worker.dismiss()
    with _lock(engine.with_suffix(".lock")):
        folder_swap.recover(engine)
        plan = _plan(engine, asked, asked_parts, python, asks_cluster)
        if plan.parts != asked_parts == packages.LIGHT:
            yield log(
                "The installed engine is the complete one and stays complete: PARTS=light removes nothing from "
                "it."
            )
        facts = yield from _reuse_engine(engine, plan, is_cancelled)
        if facts is None:
            facts = yield from _build_engine(engine, plan, wheels, is_cancelled)
    named, where = user_settings.user_python()
    if named:
        yield warning("{where} names another engine, which stays in use: {path}.", where=where, path=named)
    yield {
        "event": "done",
        "result": {"engine": str(locate.interpreter_path(engine)), "parts": plan.parts, **facts},
    }


class InstallPlan(NamedTuple):
    """Parts and packages that are to be set up."""

    asked: str
    """The profile that the user asked for."""
    profile: str
    """cpu or cuda."""
    parts: str
    """light or complete."""
    python: str
    """The interpreter to build on; empty for any."""
    cluster: bool
    """Whether the packages for clusters are set up as well."""


TORCH = "lib/python3*/site-packages/torch", "Lib/site-packages/torch"


def _plan(engine, asked, asked_parts, python, asks_cluster):
    """Return what to set up in a folder, where there may be an engine already."""
    profile = packages.resolve_profile(asked)
    has_torch = any(any(engine.glob(place)) for place in TORCH)  # which is not taken from anybody
    if has_torch or asked_parts == packages.COMPLETE or (asked_parts == "auto" and asked == "cuda"):
        parts = packages.COMPLETE
    else:
        parts = packages.LIGHT
    cluster = asks_cluster or install_stamp.has_cluster(install_stamp.read(engine))  # nor is this
    return InstallPlan(asked, profile if parts == packages.COMPLETE else "cpu", parts, python, cluster)


def _reuse_engine(engine, plan, is_cancelled):
    """Return the facts of the engine that is there if it is as planned and works; else None."""
    stamp = install_stamp.read(engine)
    is_other_python = plan.python and stamp.get("asked_python") != plan.python
    have = install_stamp.parts_of(stamp), stamp.get("profile"), install_stamp.has_cluster(stamp)
    wanted = plan.parts, plan.profile, plan.cluster
    if not install_stamp.is_current(stamp) or have != wanted or is_other_python:
        return None
    yield progress(0.9, "Checking the engine")
    try:
        facts = yield from _verify(engine, plan, is_cancelled)
    except FinerError as error:
        yield warning(error.text, **error.values)
        yield warning("The installed engine does not work: it is rebuilt.")
        return None
    yield log("The SR engine is already set up with these packages: there is nothing to do.")
    return facts


def _build_engine(engine, plan, wheels, is_cancelled):
    """Build an engine, verify it and put it in place; return its facts."""
    new = folder_swap.sibling(engine, "new")
    installer = yield from find_installer(plan.python, is_cancelled)
    try:
        builder = EnvironmentBuilder(new, installer, wheels, is_cancelled)
        yield from builder.build(plan.profile, plan.parts, plan.cluster)
        yield progress(0.9, "Checking the engine")
        yield from _verify(new, plan, is_cancelled)
        install_stamp.write(
            new,
            plan.parts,
            plan.cluster,
            profile=plan.profile,
            asked_python=plan.python,
            installer=str(installer),
        )
        idle_worker.dismiss()  # one that a run has left meanwhile
        name_new_place(new, engine)
        with folder_swap.swap_in(engine, new):
            yield progress(0.95, "Checking the engine in its place")
            facts = yield from _verify(engine, plan, is_cancelled)
    finally:
        folder_swap.remove(new)
    if plan.parts == packages.LIGHT:
        shown = {name: facts[name] for name in ("python", "ncnn", "device_name")}
        yield log(
            "The light SR engine is ready: Python {python}, ncnn {ncnn}, {device_name}. It runs models; to train, evaluate "
            "and import them, run this again with PARTS set to complete.",
            **shown,
        )
    else:
        shown = {name: facts[name] for name in ("python", "torch", "device_name")}
        yield log("The SR engine is ready: Python {python}, torch {torch}, {device_name}.", **shown)
    return facts


def _verify(folder, plan, is_cancelled):
    """Verify the environment in `folder`; yield what it writes as events, and return its facts."""
    try:
        facts = yield from verify_engine(locate.interpreter_path(folder), "auto", is_cancelled)
    except FinerError as error:
        if error.text != failures.NOT_AN_ENGINE:
            raise
        raise FinerError(
            "The engine's packages are installed but do not work ({reason}): set it up with another PYTHON, or "
            "report the log.",
            reason=error.values["reason"],
        ) from None
    check_isolation(facts, folder, plan)
    if plan.profile == "cuda" and facts["device"] != "cuda":
        if plan.asked == "cuda":
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


@contextlib.contextmanager
def _lock(path):
    """Keep others on this computer from setting an engine up in the same place meanwhile."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _not_writable(path.parent, error.strerror) from None
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)  # it holds however long it takes, unless its process has died
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


def _not_writable(folder, reason):
    return FinerError(
        "The folder {folder} cannot be written to ({reason}): name another one in the environment variable FINER_HOME.",
        folder=folder,
        reason=reason,
    )
