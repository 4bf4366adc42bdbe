"""Whole-raster inference: memory and speed from 1k² to 12k² pixels, and the share of the bare network's speed.

Run by `script/bench inference`. Every figure is of a whole process, `python -m sr_core run`, as QGIS starts it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import rasterio
import torch
from affine import Affine
from rasterio.windows import Window

from sr_core.backbones import Backbone
from sr_core.device import describe, prepare, resolve

ROOT = Path(__file__).parents[1]
CELL = 1024


def generated(path: Path, side: int, bands: int) -> None:
    """A raster of `side`² pixels: one textured cell repeated, written block by block."""
    rng = np.random.default_rng(0)
    rows, cols = np.mgrid[:CELL, :CELL]
    waves = np.sin(rows / 9) + np.cos(cols / 7) + rng.normal(0, 0.3, (bands, CELL, CELL))
    cell = np.clip(waves * 30 + 110, 1, 255).astype("uint8")
    profile = {"driver": "GTiff", "tiled": True, "blockxsize": 512, "blockysize": 512, "compress": "deflate"}
    with rasterio.open(
        path, "w", width=side, height=side, count=bands, dtype="uint8", crs="EPSG:32633",
        transform=Affine(10, 0, 5e5, 0, -10, 5e6), **profile,
    ) as out:  # fmt: skip
        for top in range(0, side, CELL):
            for left in range(0, side, CELL):
                height, width = min(CELL, side - top), min(CELL, side - left)
                out.write(cell[:, :height, :width], window=Window(left, top, width, height))
