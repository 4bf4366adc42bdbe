"""The code blocks of CONTRIBUTING: read from the page, and written into a copy of the project."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[3]
COPIED = ("__init__.py", "plugin.py", "metadata.txt", "pyproject.toml", "icon.svg", "docs",
          "i18n", "processing_provider", "script", "sr_core", "tests", "models/catalogue.json")  # fmt: skip


class Block(NamedTuple):
    """A block of the page that names its file."""

    path: str
    language: str
    code: str

    @property
    def id(self) -> str:
        """The member that it makes, or changes."""
        return Path(self.path).stem


def read_blocks() -> list[Block]:
    """Return the blocks that follow upon the name of their file."""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    found = re.findall(r"^`(sr_core/\S+\.py)`[^\n]*:\n\n```(\w+)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return [Block(*each) for each in found]


def copy_project(folder: Path) -> Path:
    """Copy what runs and tests the project."""
    ignored = shutil.ignore_patterns("__pycache__", "*.png", "*.qm", ".*_cache")
    for name in COPIED:
        source, target = ROOT / name, folder / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=ignored)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
    return folder


def add_block(project: Path, block: Block) -> None:
    """Write the file of a block, or change it as a diff says; nothing else is touched."""
    path = project / block.path
    if block.language == "diff":
        path.write_text(apply_diff(path.read_text(encoding="utf-8"), block.code), encoding="utf-8")
    else:
        assert not path.exists()
        path.write_text(block.code, encoding="utf-8")


def apply_diff(text: str, diff: str) -> str:
    """Apply one hunk without line numbers: what it does not add must stand in `text` once."""
    lines = diff.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if line[0] != "+")
    after = "".join(line[1:] for line in lines if line[0] != "-")
    assert text.count(before) == 1, f"stands there {text.count(before)} times: {before}"
    return text.replace(before, after)
