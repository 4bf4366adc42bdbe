"""Where Finer keeps its own files, and which Python the user wants as the engine."""

from __future__ import annotations

import os
from pathlib import Path

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QStandardPaths

PYTHON_SETTING = "finer/engine_python"
PYTHON_VARIABLE = "FINER_ENGINE_PYTHON"


def home():
    """Folder of everything Finer keeps on this computer; `FINER_HOME` names another."""
    named = os.environ.get("FINER_HOME")
    if named:
        return Path(named).expanduser().absolute()
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
