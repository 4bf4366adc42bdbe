"""The model library: where models that would vanish with QGIS' temporary files are kept."""

from __future__ import annotations

import os
import shutil
import tempfile
from datetime import datetime
from pathlib import Path

from qgis.core import QgsProcessingUtils

from .engine import settings


def is_temporary(path):
    """Whether QGIS deletes this file when it closes."""
    temporary = os.path.realpath(QgsProcessingUtils.tempFolder())
    return os.path.realpath(path).startswith(temporary + os.sep)


def keep(path):
    """Copy a model package into the library; the copy's path.

    Raises:
        OSError: the library cannot be written to.
    """
    folder = Path(settings.home()) / "models"
    folder.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".finer-", dir=folder))
    try:
        copy = shutil.copy(path, staging)
        name = f"model-{datetime.now():%Y-%m-%d-%H%M%S}"
        target, n = folder / f"{name}.srpk", 1
        while target.exists():
            n += 1
            target = folder / f"{name}-{n}.srpk"
        os.replace(copy, target)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return target
