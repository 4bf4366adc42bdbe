"""Where Finer keeps its own files, and what the user has set for all runs."""

from __future__ import annotations

import os
from pathlib import Path

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QStandardPaths

PYTHON_SETTING = "finer/engine_python"
PYTHON_VARIABLE = "FINER_ENGINE_PYTHON"
HOME_SETTING = "finer/home"
LIBRARY_SETTING = "finer/library"
DEVICE_SETTING = "finer/device"


def home():
    """Folder of everything Finer keeps on this computer; `FINER_HOME`, or else the settings, name another."""
    named = os.environ.get("FINER_HOME") or QgsSettings().value(HOME_SETTING, "", type=str)
    return Path(named).expanduser().absolute() if named else default_home()


def default_home():
    """The folder where nobody names another."""
    return (
        Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)) / "finer"
    )


def engine_folder():
    """The environment that "Set up SR engine" makes."""
    return home() / "engine"


def named_python():
    """The interpreter that the user names as the engine, and where it is named; `(None, None)` if nowhere."""
    path = os.environ.get(PYTHON_VARIABLE)
    if path:
        return path, PYTHON_VARIABLE
    path = QgsSettings().value(PYTHON_SETTING, "", type=str)
    return (path, PYTHON_SETTING) if path else (None, None)


def library_folder():
    """Where models are kept that have no place of their own."""
    named = QgsSettings().value(LIBRARY_SETTING, "", type=str)
    return Path(named).expanduser().absolute() if named else home() / "models"


def device():
    """What `auto` of a job's DEVICE means here: auto, or the device that the user has set for all runs."""
    return QgsSettings().value(DEVICE_SETTING, "auto", type=str) or "auto"
