"""Which PyTorch is installed, without importing it, which takes longer than many a job."""

from __future__ import annotations

import re
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path


def torch_version() -> str | None:
    """Return the version of the installed torch; None where there is none."""
    if loaded := sys.modules.get("torch"):
        return str(loaded.__version__)
    return _facts().get("__version__")


def can_use_graphics_card() -> bool:
    """Whether the installed torch was built for graphics cards; whether one is there, torch itself must be asked."""
    if not _facts():
        return False
    return sys.platform == "darwin" or any(_facts().get(name) for name in ("cuda", "hip", "xpu"))


@cache
def _facts() -> dict[str, str]:
    """Return what torch/version.py says, but for what it says is None."""
    spec = find_spec("torch")
    if spec is None or not spec.origin:
        return {}
    file = Path(spec.origin).with_name("version.py")
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    return dict(re.findall(r"^(\w+)(?:\s*:[^=]+)? = '([^']+)'", text, re.M))
