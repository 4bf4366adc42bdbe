"""Removing the hidden folders of a worker that was killed, as sr_core/staging_folders.py does it for the engine."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress


def remove(folder):
    """Remove a staging folder, after giving back what it holds of an older result that was just being replaced."""
    with suppress(OSError, ValueError, TypeError):
        _give_back(folder)
    if not _holds_an_older_result(folder):
        shutil.rmtree(folder, ignore_errors=True)


def _give_back(folder):
    old = folder / ".finer-old"
    target, *beside = json.loads((old / "names").read_text(encoding="utf-8"))
    if not os.path.lexists(folder.parent / target):
        for name in (*beside, target):  # what makes it a result last
            if os.path.lexists(old / "files" / name):
                os.rename(old / "files" / name, folder.parent / name)
    shutil.rmtree(old, ignore_errors=True)


def _holds_an_older_result(folder):
    """Whether giving back has failed: then the next run tries again."""
    files = folder / ".finer-old" / "files"
    return files.is_dir() and any(files.iterdir())
