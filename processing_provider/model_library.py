"""The models that can be chosen: those that come with the plugin, and the library of this computer."""

from __future__ import annotations

import os
import shutil
import tempfile
from datetime import datetime
from pathlib import Path

from qgis.core import QgsProcessingUtils

from .engine import user_settings
from .errors import FinerError
from .model_file import SUFFIX, read

BUNDLED = Path(__file__).resolve().parent.parent / "models"
"""Models that come with the plugin."""


def list_models():
    """Return the paths of all models by name: first the library's, which hide bundled ones of the same name.

    Hidden files, such as the ._NAME.srpk that macOS puts beside models on some disks, are no models.
    """
    paths = {}
    for folder in (user_settings.library_folder(), BUNDLED):
        files = sorted(folder.glob("*" + SUFFIX)) if folder.is_dir() else ()
        for path in (each for each in files if not each.name.startswith(".")):
            paths.setdefault(path.stem, path)
    return paths


def resolve_model(text):
    """Return the path of the model that a user names: by a path, or by the name of a model that can be chosen."""
    if os.path.exists(text):
        return text
    name = text[: -len(SUFFIX)] if text.lower().endswith(SUFFIX) else text
    return str(list_models().get(name, text))


def is_bundled(path):
    """Return whether a model comes with the plugin: it cannot be renamed or deleted."""
    return Path(path).parent == BUNDLED


def is_temporary(path):
    """Return whether QGIS deletes a file when it closes."""
    temporary = os.path.realpath(QgsProcessingUtils.tempFolder())
    return os.path.realpath(path).startswith(temporary + os.sep)


def keep(path):
    """Copy a model that has no name into the library; return the path of the copy.

    Raises:
        OSError: the library cannot be written to.
    """
    return _copy(path, f"model-{datetime.now():%Y-%m-%d-%H%M%S}")


def add(path):
    """Copy a model into the library under its own name, or that with a number; return the path of the copy.

    Raises:
        FinerError: it is no model.
        OSError: the library cannot be written to.
    """
    read(path)
    return _copy(path, Path(path).stem.lstrip(".") or "model")  # hidden files are not listed


def rename(path, name):
    """Rename a model of the library; return its new path.

    Raises:
        FinerError: the name is taken, or cannot be that of a file.
        OSError: the library cannot be written to.
    """
    name = name.strip()
    if not name or name[0] == "." or any(sign in name for sign in '<>:"/\\|?*'):
        raise FinerError("{name} cannot be the name of a file: choose another.", name=repr(name))
    target = Path(path).with_name(name + SUFFIX)
    if target.exists():
        raise FinerError("There is a model {name} already: choose another name.", name=name)
    os.rename(path, target)
    return target


def free_path(name):
    """Return the path in the library for a new model, whose name gets a number if there is one of that name.

    Raises:
        OSError: the library cannot be written to.
    """
    folder = user_settings.library_folder()
    folder.mkdir(parents=True, exist_ok=True)
    target, n = folder / (name + SUFFIX), 1
    while target.exists():
        n += 1
        target = folder / f"{name}-{n}{SUFFIX}"
    return target


def _copy(path, name):
    folder = free_path(name).parent
    staging = Path(tempfile.mkdtemp(prefix=".finer-", dir=folder))
    try:
        copy, target = shutil.copy(path, staging), free_path(name)
        os.replace(copy, target)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return target
