"""Finds the Python that is the SR engine."""

from __future__ import annotations

import os
from pathlib import Path

from ..errors import FinerError
from ..translation import tr
from . import settings


class NotSetUp(FinerError):
    """There is no engine yet, as after an installation of the plugin."""


def shortcoming():
    """What keeps the engine from being run, for where a button stands beside it that sets it up; empty if nothing does.

    It is looked for only, not started.
    """
    try:
        engine_python()
    except NotSetUp:
        return tr("The SR engine, which does the computing, is not set up on this computer yet.")
    except FinerError as error:
        return tr(error.text, **error.values)
    return ""


def python_of(environment):
    """The interpreter of a virtual environment."""
    return Path(environment) / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def engine_python():
    """Path of the engine's interpreter.

    Raises:
        FinerError: there is none; the sentence says how to get one.
    """
    named, where = settings.named_python()
    if named:
        if not is_program(named):
            raise FinerError(
                "{where} names {path} as the SR engine's Python, and that is no program: correct it, or remove it and "
                'run "Set up SR engine" in the Processing toolbox.',
                where=where,
                path=named,
            )
        return Path(named)
    python = python_of(settings.engine_folder())
    if is_program(python):
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


def is_program(path):
    return os.path.isfile(path) and os.access(path, os.X_OK)
