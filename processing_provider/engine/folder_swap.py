"""Puts one folder in the place of another, so that one of the two is there whole whenever the process is killed."""

from __future__ import annotations

import contextlib
import os
import shutil
import time

from ..errors import FinerError

TRIES = 8  # to remove a folder, a second apart


def recover(engine):
    """Clear up after a set-up that was killed: restore the old engine unless the new one is in its place."""
    old = sibling(engine, "old")
    if old.exists() and not engine.exists():
        _move(old, engine)
    remove(old)
    remove(sibling(engine, "new"))


@contextlib.contextmanager
def swap_in(engine, new):
    """Put `new` in the place of `engine`; restore the old one if the block raises."""
    old = sibling(engine, "old")
    if engine.exists():
        _move(engine, old)
    try:
        _move(new, engine)
        yield
    except BaseException:
        remove(engine)
        if old.exists():
            _move(old, engine)
        raise
    remove(old)


def sibling(engine, suffix):
    """Return the folder beside the engine's that is `new` or `old`."""
    return engine.with_name(f"{engine.name}.{suffix}")


def _move(folder, target):
    try:
        os.replace(folder, target)
    except OSError as error:
        raise _in_use(folder, error.strerror) from None


def remove(folder):
    """Remove a folder if it is there.

    Raises:
        FinerError: some of its files are in use.
    """
    for _ in range(TRIES):
        if folder.is_symlink():  # to a larger disk
            folder.unlink()
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(1)  # processes of a set-up that was killed end soon
    raise _in_use(folder, "some of its files are left")


def _in_use(folder, reason):
    return FinerError(
        "{folder} could not be moved or removed ({reason}): wait for running jobs, close other QGIS windows, then run "
        '"Set up SR engine" again.',
        folder=folder,
        reason=reason,
    )
