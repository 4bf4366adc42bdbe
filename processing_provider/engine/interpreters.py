"""Finds a Python on this computer that the engine can be built on."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

from ..errors import FinerError
from . import environment_variables, locate
from .child_process import read_output

OLDEST, NEWEST = (3, 11), (3, 14)
PROBE = """
import importlib.util, json, struct, sys, sysconfig
print(json.dumps({
    "path": sys.executable,
    "version": sys.version_info[:3],
    "has_venv": all(map(importlib.util.find_spec, ("venv", "ensurepip"))),
    "is_64_bit_cpython": sys.implementation.name == "cpython" and struct.calcsize("P") == 8
        and not sysconfig.get_config_var("Py_GIL_DISABLED"),
}))
"""
USUAL_PLACES = {
    "win32": (
        "%LOCALAPPDATA%/Programs/Python/Python{0}{1}/python.exe",
        "%ProgramFiles%/Python{0}{1}/python.exe",
    ),
    "darwin": (
        "/opt/homebrew/bin/python{0}.{1}",
        "/usr/local/bin/python{0}.{1}",
        "/Library/Frameworks/Python.framework/Versions/{0}.{1}/bin/python{0}.{1}",
    ),
    "linux": ("/usr/bin/python{0}.{1}", "/usr/local/bin/python{0}.{1}"),
}


class Interpreter(NamedTuple):
    """A Python that runs: its path and version, whether it can make environments, and whether it is 64-bit CPython."""

    path: str
    version: tuple
    has_venv: bool
    is_64_bit_cpython: bool

    def __str__(self):
        return "Python {} ({})".format(".".join(map(str, self.version)), self.path)

    def fits(self):
        """Return whether the engine's packages exist for it: 64-bit CPython of a version they are made for."""
        return self.is_64_bit_cpython and OLDEST <= self.version[:2] <= NEWEST


def find_interpreter(asked=None, *, needs_venv):
    """Return the Python to build on: the one asked for, QGIS' own, or another of this computer; None if there is none.

    Args:
        asked: path of the one that the user wants; empty for any.
        needs_venv: whether it must be able to make environments by itself.

    Raises:
        FinerError: the one asked for does not fit, or none that fits can make environments.
    """
    if asked:
        found = probe(asked)
        if found is None:
            raise FinerError("{path} is not a working Python: correct PYTHON or leave it blank.", path=asked)
        if not found.fits():
            raise FinerError(
                "{python} does not fit: the SR engine needs 64-bit CPython {oldest} to {newest}.",
                python=found,
                oldest=_format_version(OLDEST),
                newest=_format_version(NEWEST),
            )
        if needs_venv and not found.has_venv:
            raise _no_venv_error(found)
        return found

    without_venv = None
    for path in _candidates():
        found = probe(path)
        if found and found.fits():
            if found.has_venv or not needs_venv:
                return found
            without_venv = without_venv or found
    if without_venv:
        raise _no_venv_error(without_venv)
    return None


def no_interpreter_error():
    """Return the error for a computer without a Python to build on."""
    return FinerError(
        "No Python {oldest} to {newest} was found: install one (from python.org, with your system's packages, or "
        '"uv python install") or name one in PYTHON.',
        oldest=_format_version(OLDEST),
        newest=_format_version(NEWEST),
    )


def probe(path):
    """Return the Python at `path`; None if it does not run."""
    output = read_output([path, "-I", "-c", PROBE], environment_variables.for_installer())
    try:
        found = json.loads(output or "")
        return Interpreter(
            found["path"], tuple(found["version"]), found["has_venv"], found["is_64_bit_cpython"]
        )
    except (ValueError, KeyError, TypeError):
        return None  # a shim, an advertisement for a store, or the rest of an installation


def _candidates():
    """Yield paths of Pythons that may be there, the most likely first, none twice."""
    seen = set()
    for path in (*_this_python(), *_on_path(), *_usual_places()):
        real = os.path.normcase(os.path.realpath(path))
        if real not in seen and locate.is_executable(path):
            seen.add(real)
            yield path


def _this_python():
    """Return QGIS' own Python as a program: on Windows and macOS `sys.executable` is QGIS itself."""
    # An AppImage is mounted only while QGIS runs.
    prefix, app_image = sys.base_exec_prefix, os.environ.get("APPDIR")
    if (app_image and prefix.startswith(app_image)) or ".app/Contents" in prefix:
        return []
    if os.name == "nt":
        return [os.path.join(prefix, "python.exe"), os.path.join(prefix, "python3.exe")]
    return [os.path.join(prefix, "bin", "python{}.{}".format(*sys.version_info))]


def _on_path():
    names = [*(f"python{_format_version(version)}" for version in _versions()), "python3", "python"]
    found = [shutil.which(name) for name in names]
    launcher = shutil.which("py") if os.name == "nt" else None
    if launcher:
        found += [_ask_launcher(launcher, version) for version in _versions()]
    return list(filter(None, found))


def _ask_launcher(launcher, version):
    """Return the Python that Windows' launcher has for a version; None if it has none."""
    command = [launcher, f"-{_format_version(version)}", "-c", "import sys; print(sys.executable)"]
    output = read_output(command, environment_variables.for_installer())
    return output and output.strip()


def _usual_places():
    patterns = USUAL_PLACES.get(sys.platform, USUAL_PLACES["linux"])
    return [os.path.expandvars(pattern.format(*version)) for version in _versions() for pattern in patterns]


def _versions():
    """Return the minor versions that fit, in the order to look for them: packages appear last for the newest."""
    return [(3, minor) for minor in (13, 12, 11, 14)]


def _format_version(version):
    return ".".join(map(str, version))


def _no_venv_error(python):
    return FinerError(
        "{python} cannot make environments, because its venv module is not complete: on Debian and Ubuntu run "
        '"sudo apt install python3-venv"; or install uv; or name another Python in PYTHON.',
        python=Path(python.path),
    )
