"""Tells which PyTorch is installed without importing it, as the import outlasts many jobs."""

from __future__ import annotations

import ctypes
import platform
import re
import sys
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path


def torch_version() -> str | None:
    """Return the version of the installed torch; None where there is none."""
    if loaded := sys.modules.get("torch"):
        return str(loaded.__version__)
    return _facts().get("__version__")


def can_use_graphics_card() -> bool:
    """Whether the installed torch may find a graphics card: built for some, whose driver is there. Else it finds none."""
    facts = _facts()
    if sys.platform == "darwin":
        return bool(facts) and platform.machine() == "arm64"
    return any(facts.get(name) and DRIVERS[name]() for name in DRIVERS)


def _has_nvidia_driver() -> bool:
    """Whether CUDA's driver library can be loaded, without which torch cannot use it either."""
    try:
        ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")
    except OSError:
        return False
    return True


def _has_device(*patterns: str) -> bool:
    """Whether Linux has one of these devices; on Windows, which has no such files, there may be."""
    return sys.platform == "win32" or any(any(Path("/dev").glob(pattern)) for pattern in patterns)


DRIVERS: dict[str, Callable[[], bool]] = {
    "cuda": _has_nvidia_driver,
    "hip": lambda: _has_device("kfd", "dxg"),
    "xpu": lambda: _has_device("dri/renderD*", "dxg"),
}
"""By what torch/version.py calls the builds for NVIDIA, AMD and Intel: whether a driver for them may be there."""


@cache
def _facts() -> dict[str, str]:
    """Return what torch/version.py says, but for what it says is None."""
    spec = find_spec("torch")
    if spec is None or not spec.origin:
        return {}
    file = Path(spec.origin).with_name("version.py")
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    return dict(re.findall(r"^(\w+)(?:\s*:[^=]+)? = '([^']+)'", text, re.M))
