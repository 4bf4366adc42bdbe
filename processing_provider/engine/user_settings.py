"""Reads the user's settings for all runs: folders, the engine's Python, the device."""

from __future__ import annotations

import os
from pathlib import Path

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QStandardPaths

PYTHON_SETTING = "finer/engine_python"
PYTHON_VARIABLE = "FINER_ENGINE_PYTHON"
HOME_SETTING = "finer/home"
HOME_VARIABLE = "FINER_HOME"
LIBRARY_SETTING = "finer/library"
DEVICE_SETTING = "finer/device"
CATALOGUE_SETTING = "finer/catalogue"
"""Path or http(s) address of a team's own catalogue of models."""
GREETED_SETTING = "finer/greeted"
"""Whether the window for new users has opened by itself, which it does once."""


def read(name, default=""):
    """Return a text in QGIS' settings, or the default."""
    return QgsSettings().value(name, default, type=str)


def is_on(name):
    """Return whether a setting that is on or off is on; it is off where it was never set."""
    return QgsSettings().value(name, False, type=bool)


def home():
    """Return the folder of all that Finer keeps on this computer; a variable or a setting may name another."""
    return _folder(os.environ.get(HOME_VARIABLE) or read(HOME_SETTING), default_home())


def default_home():
    """Return the folder of Finer's files where the user names no other."""
    location = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(location)) / "finer"


def engine_folder():
    """Return the environment that "Set up SR engine" makes."""
    return home() / "engine"


def user_python():
    """Return the interpreter that the user names as the engine, and the variable or setting; `(None, None)` if none."""
    path = os.environ.get(PYTHON_VARIABLE)
    if path:
        return path, PYTHON_VARIABLE
    path = read(PYTHON_SETTING)
    return (path, PYTHON_SETTING) if path else (None, None)


def library_folder():
    """Return the folder of the model library."""
    return _folder(read(LIBRARY_SETTING), home() / "models")


def device():
    """Return what `auto` of a job's DEVICE stands for: auto, or the device that the user has set for all runs."""
    return read(DEVICE_SETTING) or "auto"


def _folder(named, default):
    return Path(named).expanduser().absolute() if named else default
