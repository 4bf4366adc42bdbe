"""What the computer is that Finer runs on, for comparing times, and what its processor may be fast at."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Mapping
from pathlib import Path

from .i18n import say


def describe_hardware() -> dict[str, str]:
    """Return what the computer is, for the comparison of times."""
    cores = os.cpu_count() or 1
    return {"processor": _processor(), "cores": str(cores), "system": platform.platform(terse=True)}


HARDWARE = {"processor": "Processor", "cores": "Cores", "system": "System"}
"""Labels of the entries of `describe_hardware`."""


def label_hardware(found: Mapping[str, object]) -> dict[str, str]:
    """Return the rows of a table on a computer: entries of `describe_hardware`, which may come from a package."""
    return {
        say(HARDWARE[name]) if name in HARDWARE else name.capitalize(): str(value)
        for name, value in found.items()
    }


def _processor() -> str:
    """Return the processor's model name, as far as the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def may_be_fast_at_bfloat16() -> bool:
    """Return whether the processor may be fast at bfloat16: it has the instructions, or the system does not tell."""
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return True
    found = re.search(r"^(?:flags|Features)\s*:(.*)$", text, re.M)
    return found is None or not {"avx512_bf16", "bf16"}.isdisjoint(found[1].split())
