"""A raster of a folder, as an example of all: for what is proposed before a run."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

TILE_SUFFIXES = (".tif", ".tiff", ".png", ".jpg", ".jpeg")
LR_FOLDERS = ("test/lr", "val/lr", "train/lr", "lr")
"""Folders of low-resolution tiles: of a tile set, and of image pairs."""


class ExampleRaster(NamedTuple):
    """A raster that stands for others, and the scale at which it is to be super-resolved."""

    source: object
    """A layer, or the path of a file."""
    scale: int | None = None
    """None where any scale is fine, or which is not known."""


def find_example_tile(folder):
    """Return a low-resolution tile of a tile set or of a folder of image pairs; None where it has none."""
    root = Path(folder)
    for place in LR_FOLDERS:
        with suppress(OSError):  # a folder that is not there, or must not be read
            names = (each.name for each in (root / place).iterdir() if each.suffix.lower() in TILE_SUFFIXES)
            first = min(names, default=None)
            if first:
                return ExampleRaster(str(root / place / first), _read_scale(root))
    return None


def _read_scale(folder):
    """Return the scale of a tile set; None where no tileset.json says it."""
    try:
        info = json.loads((folder / "tileset.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    scale = info.get("scale") if isinstance(info, dict) else None
    return scale if isinstance(scale, int) else None
