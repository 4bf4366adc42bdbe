"""Whole-raster inference: memory and speed from 1k² to 12k² pixels, and its share of the bare network's speed.

Run by `script/bench inference`. Each run is a process of its own, `python -m sr_core run`, as QGIS starts it.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path

import ncnn
import torch

from benchmarks._classify_pixels_run import classify, model, raster
from sr_core.device import describe, prepare, resolve
from sr_core.inference.backends.choice_with_torch import choose_backend
from sr_core.inference.backends.ncnn_tiles_torch import NcnnNet
from sr_core.inference.effective_halo import measure_every_scale
from sr_core.inference.memory_tiling import predict_pieces
from sr_core.inference.predictor import PredictorOptions, build_predictor
from sr_core.package.srpk import ModelPackage
from sr_core.progress import run_to_end

TINY = {"id": "edsr", "n_feats": 8, "n_blocks": 1}
"""So small that reading, writing and compressing are most of the work: what memory grows by, if it grows."""
NETWORKS = ("edsr", "rdn", "rrdn")
"""EDSR's baseline, and the papers' RDN and RRDB-23, which see far: the defaults of each."""


def sizes(folder: Path, sides: list[int], device: str) -> None:
    """Peak memory against size, with a network that hardly computes."""
    package = model(folder / "tiny.srpk", TINY, 1, 2)
    print("| LR pixels | HR Mpx | seconds | HR Mpx/s | peak RSS (MB) |\n|---|---|---|---|---|")
    for side in sides:
        source = raster(folder / "lr.tif", side, 1)
        run = classify(folder, source, package, device)
        mpx = (2 * side) ** 2 / 1e6
        print(
            f"| {side}² | {mpx:.0f} | {run.wall:.1f} | {mpx / run.wall:.2f} | {run.peak / 1e6:.0f} |",
            flush=True,
        )


def measure_bare_network_share(folder: Path, name: str, side: int, device: str) -> None:
    """Processor time of the bare network over that of the whole job, start-up taken off."""
    bands, scale = 4, 4
    package = model(folder / f"{name}.srpk", {"id": name}, bands, scale)
    began = time.process_time()
    measured = run_to_end(measure_every_scale(ModelPackage.load(package)))
    measured.save(package)
    seen, read = (build_predictor(measured, PredictorOptions(exact=exact)).halo for exact in (True, False))
    print(
        f"\n{name}, untrained, sees {seen} pixels far, of which {read} matter "
        f"({time.process_time() - began:.0f} s of processor time to find out).",
        flush=True,
    )
    startup = classify(folder, raster(folder / "lr.tif", 16, bands), package, device)
    run = classify(folder, raster(folder / "lr.tif", side, bands), package, device)
    net = prepare(ModelPackage.load(package).net, resolve(device))
    image = torch.rand(1, bands, side, side, device=resolve(device)).contiguous(
        memory_format=torch.channels_last
    )
    with torch.inference_mode():
        net(image[..., :64, :64])
        began, wall = time.process_time(), time.perf_counter()
        net(image)
        if image.is_cuda:
            torch.cuda.synchronize()
        bare, bare_wall = time.process_time() - began, time.perf_counter() - wall
    cpu, seconds = run.cpu - startup.cpu, run.wall - startup.wall
    if resolve(device).type == "cpu":
        on_ncnn(package, side, bare)
    print(
        f"\n{name} ×{scale}, {side}² LR pixels, {bands} bands: {bare:.1f} s processor time bare, "
        f"{cpu:.1f} s in the job: {bare / cpu:.2f} of the bare network's speed "
        f"(by the clock {bare_wall / seconds:.2f}); peak RSS {run.peak / 1e6:.0f} MB, "
        f"of which start-up {startup.peak / 1e6:.0f} MB."
    )


def on_ncnn(package: Path, side: int, on_torch: float) -> None:
    """Processor time of the bare network on ncnn: in one piece, as the trunk's memory allows for no larger ones."""
    net = choose_backend(ModelPackage.load(package).net, "ncnn")  # type: ignore[arg-type]
    if not isinstance(net, NcnnNet):
        return
    image = torch.rand(1, net.bands, side, side)
    for part in (image[..., :64, :64].contiguous(), image):
        began = time.process_time()
        for _ in predict_pieces(net, part.numpy(), [(slice(0, part.shape[-2]), slice(0, part.shape[-1]))]):
            pass
        bare = time.process_time() - began
    print(f"\nBare on ncnn {ncnn.__version__}: {bare:.1f} s processor time, {on_torch / bare:.2f} x torch.")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sides", type=int, nargs="*", default=[1000, 4000, 12000])
    options.add_argument(
        "--share", type=int, default=512, help="side of the raster for the bare network's share"
    )
    options.add_argument("--networks", nargs="+", choices=NETWORKS, default=NETWORKS)
    options.add_argument("--device", default="auto")
    settings = options.parse_args()
    print(
        f"{describe(resolve(settings.device))}, torch {torch.__version__}, {os.cpu_count()} cores\n",
        flush=True,
    )
    with tempfile.TemporaryDirectory() as scratch:
        sizes(Path(scratch), settings.sides, settings.device)
        for name in settings.networks:
            measure_bare_network_share(Path(scratch), name, settings.share, settings.device)
