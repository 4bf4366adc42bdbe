"""The note in an environment that was built to its end: what it was built from."""

from __future__ import annotations

import json
from datetime import datetime

from . import packages

NAME = "finer.json"


def write(folder, **values):
    """Note that the environment is whole, and what else is worth knowing about it."""
    made = datetime.now().astimezone().isoformat(timespec="minutes")
    noted = {"requirements": packages.digest(), "made": made, **values}
    (folder / NAME).write_text(json.dumps(noted, indent=1), encoding="utf-8")


def read(folder):
    """What is noted; nothing if the environment was not built to its end."""
    try:
        noted = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return noted if isinstance(noted, dict) else {}


def is_current(noted):
    """Whether the environment has the packages that this version of Finer asks for."""
    return noted.get("requirements") == packages.digest()
