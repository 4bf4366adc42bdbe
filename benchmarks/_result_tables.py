"""Results that are kept as they come, and the tables in a document that are made from them."""

from __future__ import annotations

import json
import os
import platform
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sr_core.device import describe

if TYPE_CHECKING:
    import torch

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "benchmarks" / "results"
DOCUMENT = ROOT / "docs" / "networks.md"
WORK = ROOT / "build" / "benchmarks"
"""Tile sets and models: large, and made again from nothing but the data."""
ONLY = "measure these, all others stay as they are; with no name none is measured"


@dataclass
class Results:
    """A JSON object in a file, written whole after every change, so that a killed run can go on."""

    path: Path
    entries: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.path.exists():
            self.entries = json.loads(self.path.read_text(encoding="utf-8"))

    def keep(self, name: str, entry: Any) -> None:
        self.entries[name] = entry
        self.path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self.path.with_suffix(".unfinished")
        unfinished.write_text(json.dumps(self.entries, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        unfinished.replace(self.path)


def table(header: Sequence[str], rows: Iterable[Sequence[object]], align: str = "--:") -> str:
    """Return a table in Markdown; columns but the first are aligned to the right, or otherwise."""
    lines = [header, ["---", *[align] * (len(header) - 1)], *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def replace_section(text: str, name: str, content: str) -> str:
    """`text` with `content` between the lines `<!-- begin NAME ... -->` and `<!-- end NAME -->`.

    Raises:
        ValueError: the two lines are not there, once and in this order.
    """
    marks = re.compile(
        rf"(<!-- begin {re.escape(name)}\b[^\n]*-->\n).*?(<!-- end {re.escape(name)} -->)", re.S
    )
    # A function, for a backslash in the content means itself.
    result, count = marks.subn(lambda found: f"{found[1]}\n{content}\n\n{found[2]}", text)
    if count != 1:
        raise ValueError(f"the document has {count} places for {name}, and should have one")
    return result


def write(name: str, content: str, document: Path = DOCUMENT) -> None:
    """Put `content` between the marks of `name` in the document."""
    document.write_text(
        replace_section(document.read_text(encoding="utf-8"), name, content), encoding="utf-8"
    )


def machine(device: torch.device) -> str:
    """Return what it was measured on, in a few words."""
    import torch

    return f"{describe(device)}{_processor() if device.type == 'cpu' else ''}, torch {torch.__version__}"


def _processor() -> str:
    """Return the processor's name, where the system tells it."""
    try:
        found = re.search(r"^model name\s*: (.+)$", Path("/proc/cpuinfo").read_text(encoding="utf-8"), re.M)
    except OSError:
        found = None
    return f" of {os.cpu_count()} cores, {found[1].strip() if found else platform.machine()}"
