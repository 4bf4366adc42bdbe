"""`classify_pixels` as QGIS starts it, on a raster and with a model that are made for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import rasterio
from affine import Affine
from rasterio.windows import Window
from torch import nn

from benchmarks._peak_memory import peak_memory
from benchmarks._result_tables import ROOT
from sr_core.backbones import Backbone
from sr_core.package.info import PackageInfo
from sr_core.package.srpk import ModelPackage
from sr_core.raster.radiometry import Radiometry

CELL = 1024
ENGINE = ("-m", "sr_core")


class Run(NamedTuple):
    """One process: wall and processor seconds, and the most memory it held (bytes)."""

    wall: float
    cpu: float
    peak: int


def raster(path: Path, side: int, bands: int) -> Path:
    """Write a raster of `side`² pixels: one textured cell, repeated, block by block."""
    rng = np.random.default_rng(0)
    rows, cols = np.mgrid[:CELL, :CELL]
    waves = np.sin(rows / 9) + np.cos(cols / 7) + rng.normal(0, 0.3, (bands, CELL, CELL))
    cell = np.clip(waves * 30 + 110, 1, 255).astype("uint8")
    with rasterio.open(
        path, "w", driver="GTiff", width=side, height=side, count=bands, dtype="uint8", crs="EPSG:32633",
        transform=Affine(10, 0, 5e5, 0, -10, 5e6), tiled=True, blockxsize=512, blockysize=512, compress="deflate",
    ) as out:  # fmt: skip
        for top in range(0, side, CELL):
            for left in range(0, side, CELL):
                height, width = min(CELL, side - top), min(CELL, side - left)
                out.write(cell[:, :height, :width], window=Window(left, top, width, height))
    return path


def model(path: Path, backbone: dict[str, object], bands: int, scale: int) -> Path:
    """Write the package of an untrained network, of which no layer is idle."""
    info = PackageInfo(
        backbone=Backbone.load(backbone), scale=scale, bands=("",) * bands, dtype="uint8",
        radiometry=Radiometry.default("uint8", bands), mean=(0.4,) * bands, std=(0.2,) * bands,
        degradation={"id": "bicubic"}, data_range=1,
    )  # fmt: skip
    net = info.net()
    fill(net)
    ModelPackage(info, net).save(path)
    return path


def fill(net: nn.Module) -> None:
    """Give layers of nothing but zeros random weights: an untrained net only resamples, and zeros cost a card less."""
    for parameter in net.parameters():
        if parameter.ndim > 1 and not parameter.any():
            nn.init.normal_(parameter, std=parameter[0].numel() ** -0.5)


def classify(
    folder: Path,
    source: Path,
    package: Path,
    device: str,
    engine: Sequence[str] = ENGINE,
    **options: object,
) -> Run:
    """`classify_pixels` in a process of its own; `engine` starts its command line, `options` are fields of the job."""
    job = {
        "job": "classify_pixels",
        "input": str(source),
        "model": str(package),
        "output": str(folder / "sr.tif"),
        "device": device,
        **options,
    }
    (folder / "job.json").write_text(json.dumps(job))
    return watch([sys.executable, *engine, "run", str(folder / "job.json")], folder / "log")


def watch(command: Sequence[str], log: Path) -> Run:
    """Run a command, its words into `log`, measured by the system when it ends."""
    began = time.perf_counter()
    with log.open("w") as said:
        process = subprocess.Popen(command, cwd=ROOT, stdout=said, stderr=said)
        peak = ended = 0
        while not ended:
            peak = max(peak, peak_memory(process.pid))
            time.sleep(0.02)
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
    if status:
        sys.exit(log.read_text())
    wall = time.perf_counter() - began
    return Run(wall, usage.ru_utime + usage.ru_stime, peak or usage.ru_maxrss * 1024)
