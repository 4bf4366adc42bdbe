"""The folder of Finer's own files on this computer, which is also the plugin's."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def home_folder() -> Path:
    """Return `FINER_HOME`, else `finer` in the system's folder for the data of programs."""
    named = os.environ.get("FINER_HOME")
    if named:
        return Path(named).expanduser().absolute()
    if sys.platform == "win32":
        data = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        data = Path.home() / "Library" / "Application Support"
    else:
        data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "finer"
