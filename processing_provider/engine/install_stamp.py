"""The file in a complete environment that says what it was built from."""

from __future__ import annotations

import json
from datetime import datetime

from . import packages, user_settings

NAME = "finer.json"


def write(folder, parts=packages.COMPLETE, cluster=False, **values):
    """Mark the environment in `folder` as whole, with the parts that it has and what else is worth knowing about it."""
    made = datetime.now().astimezone().isoformat(timespec="minutes")
    digest = packages.pins_digest(parts, cluster)
    stamp = {"requirements": digest, "parts": parts, "cluster": cluster, "made": made, **values}
    (folder / NAME).write_text(json.dumps(stamp, indent=1), encoding="utf-8")


def read(folder):
    """Return what the stamp in `folder` says; an empty dict if the environment is not whole."""
    try:
        stamp = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def parts_of(stamp):
    """Return which parts an environment has, light or complete; empty if there is none."""
    return (
        stamp.get("parts", packages.COMPLETE) if stamp else ""
    )  # those without were made when there was no light one


def has_cluster(stamp):
    """Return whether an environment is for clusters, too."""
    return bool(stamp.get("cluster"))


def is_light():
    """Return whether the engine in use is the light one, as far as that is known without starting it."""
    return (
        not user_settings.user_python()[0] and parts_of(read(user_settings.engine_folder())) == packages.LIGHT
    )


def is_current(stamp):
    """Return whether the environment has the packages that this version of Finer needs for its parts."""
    return bool(stamp) and stamp.get("requirements") == packages.pins_digest(
        parts_of(stamp), has_cluster(stamp)
    )


def is_outdated():
    """Return whether the engine in use was set up by another version of Finer, with other packages."""
    return not user_settings.user_python()[0] and not is_current(read(user_settings.engine_folder()))
