"""Locates the Python that is the SR engine."""

from __future__ import annotations

import os
from pathlib import Path

from ..errors import FinerError
from ..translation import tr, tr_error
from . import user_settings


class NotSetUp(FinerError):
    """There is no engine yet, as after an installation of the plugin."""

    page = "troubleshooting#the-engine-is-not-set-up"


def describe_problem():
    """Return why the engine cannot be run, for a message beside a button that sets it up; empty if it can.

    The engine is only looked for, not started.
    """
    try:
        find_engine_python()
    except NotSetUp:
        return tr("The SR engine, which does the computing, is not set up on this computer yet.")
    except FinerError as error:
        return tr_error(error)
    return ""


def interpreter_path(environment):
    """Return the path of the interpreter in a virtual environment."""
    return Path(environment) / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def find_engine_python():
    """Return the path of the engine's interpreter.

    Raises:
        NotSetUp: there is none yet.
        FinerError: it cannot be used; the sentence says what to do.
    """
    named, where = user_settings.user_python()
    if named:
        if not is_executable(named):
            raise FinerError(
                "{where} names {path} as the SR engine's Python, which is not a program: correct it, or remove "
                'it and run "Set up SR engine" in the Processing toolbox.',
                where=where,
                path=named,
            )
        return Path(named)
    python = interpreter_path(user_settings.engine_folder())
    if is_executable(python):
        return python
    if os.path.lexists(python):  # a link to the system's Python, which an upgrade has removed
        raise FinerError(
            "The Python that the SR engine was built on is gone ({path}), perhaps since it was upgraded: run "
            '"Set up SR engine" in the Processing toolbox again.',
            path=os.path.realpath(python),
        )
    raise NotSetUp(
        'The SR engine is not set up yet: run "Set up SR engine" in the Processing toolbox, or '
        '"qgis_process run finer:setup_engine".'
    )


def is_executable(path):
    """Return whether there is a program at `path`."""
    return os.path.isfile(path) and os.access(path, os.X_OK)
