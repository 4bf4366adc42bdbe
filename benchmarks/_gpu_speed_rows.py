"""Rows of script/gpu: how fast networks and jobs run on the card, as a share of its peak."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch

from benchmarks._classify_pixels_run import classify, model, raster
from benchmarks._device_measurement import peak_bytes, peak_flops, start_memory_count, time_work
from benchmarks._gpu_measurement import (
    ARITHMETIC,
    BANDS,
    EDSR,
    SCALE,
    RowSettings,
    affordable_side,
    build_net_on,
    canvas_side,
    flops_per_pixel,
    measure_seconds,
    peaks,
)
from benchmarks._subprocess_rows import Finding, at_least
from benchmarks.diffusion_speed import (
    build_net,
    flops,
    measure,
)
from sr_core.inference.memory_tiling import choose_tile_size
from sr_core.inference.predictor import build_net_predictor

TARGETS = {("48", "DPM-15"): (0.15, 0.4)}
"""Aims for a diffusion net and a sampler: seconds per million high-resolution pixels, and share of the peak."""


def convolutional_row(settings: RowSettings, options: dict[str, Any], fast: bool = True) -> Iterator[Finding]:
    """Time a net alone in each arithmetic, and Finer's upscaling of an image in memory, as shares of the peak."""
    device, sizes = settings.device, settings.sizes
    net = build_net_on(options, device)
    each, highest = flops_per_pixel(net), peaks(device, sizes.matmul)
    tile = min(choose_tile_size(net), sizes.tile)
    batch = torch.rand(1, BANDS, tile, tile, device=device).contiguous(memory_format=torch.channels_last)
    yield Finding("work", f"{each / 1e6:.4g} MFLOP for a low-resolution pixel", numbers={"flop": each})
    for arithmetic in ARITHMETIC:
        took = measure_seconds(device, arithmetic, lambda: net(batch), settings.seconds / 15)
        rate = each * tile**2 / took
        yield _share(
            f"net alone, {tile}², {arithmetic}", took, (tile * net.scale) ** 2, rate, highest[arithmetic]
        )
    side = sizes.image
    if settings.is_card:  # up to nine tenths of the work may be the overlap of tiles
        side = min(side, affordable_side(10 * each, highest["TF32"], settings.seconds / 4))
    lr = np.random.default_rng(0).random((BANDS, side, side), np.float32)
    model = build_net_predictor(net)
    model.upscale(lr[:, : 2 * tile, : 2 * tile].copy())
    before = start_memory_count(device)
    took = time_work(device, lambda: model.upscale(lr))
    rate, pixels = each * side**2 / took, (side * net.scale) ** 2
    yield _share(f"Finer, image of {side}² in memory", took, pixels, rate, highest["TF32"], "TF32")
    memory = peak_bytes(device) - before
    yield Finding("memory", f"{memory / 1e6:.0f} MB at most", numbers={"bytes": memory})


def _share(title: str, took: float, pixels: int, rate: float, highest: float, of: str = "") -> Finding:
    """Return the finding about a rate in FLOP/s, as a share of the highest rate in the arithmetic `of`."""
    found = (
        f"{took / pixels * 1e6:.3g} s/HR Mpx, {rate / 1e12:.3g} TFLOP/s, {rate / highest:.0%} of the peak"
        f"{of and f' in {of}'}"
    )
    return Finding(
        title, found, numbers={"seconds": took / pixels * 1e6, "flops": rate, "share": rate / highest}
    )


def diffusion_row(
    settings: RowSettings, which: int, sampler: str, compile: bool = False
) -> Iterator[Finding]:
    """Time some sampling steps of SR3 on one canvas, scaled to all steps, as a share of the peak."""
    sizes, name = settings.sizes, settings.sizes.diffusion[which]
    if compile and not settings.is_card:
        yield Finding("compiling", "Finer compiles for graphics cards alone")
        return
    free, largest = 2.0**33, sizes.canvas if sampler == "DPM-15" else sizes.canvas // 2
    if settings.is_card:
        free = torch.cuda.mem_get_info(settings.device)[0]
        each = (
            flops(build_net(name, sizes.image_size, settings.device), sizes.image_size) / sizes.image_size**2
        )
        # FLOP of 15 steps for a low-resolution pixel; overlapping tiles cost 1.3 times as much.
        cost = 1.3 * 15 * each * SCALE**2
        largest = min(
            largest, affordable_side(cost, peak_flops(settings.device, sizes.matmul), settings.seconds / 4)
        )
    side = canvas_side(free, largest, sizes.image_size // SCALE)
    found = measure(name, sampler, argparse.Namespace(
        image_size=sizes.image_size, device=settings.device.type, batch_size=None, steps=2 if settings.quick else 15,
        side=side, matmul=sizes.matmul, compile=compile,
    ))  # fmt: skip
    aimed = TARGETS.get((name, sampler), (0.0, 0.0)) if settings.is_card else (0.0, 0.0)
    numbers = {key: value for key, value in found._asdict().items() if key not in ("said", "notes")}
    taken = f"{found.seconds:.3g} s/HR Mpx ({found.taken} steps of {side * SCALE}² pixels, {found.batch} tiles at once)"
    share = (
        f"{found.share:.0%} of {found.peak / 1e12:.4g} TFLOP/s; the net alone {found.alone / found.peak:.0%}"
    )
    if aimed[0]:
        yield Finding("speed", taken, f"≤ {aimed[0]} s", bool(found.seconds <= aimed[0]), numbers)
        yield at_least("share of the peak", found.share, aimed[1], share, f"≥ {aimed[1]:.0%}")
    else:
        yield Finding("speed", taken, numbers=numbers)
        yield Finding("share of the peak", share, numbers={"share": found.share})
    if compile:
        yield Finding("compiling", " ".join(found.notes), "nothing fails", len(found.notes) == 1)
    memory = f"{found.memory / 1e6:.0f} MB; said before: {sum(found.said) / 1e6:.0f}"
    if settings.is_card:
        yield at_least("memory", sum(found.said), found.memory / 1.1, memory, "≤ 1.1 × what is said")
    else:
        yield Finding("memory", memory)


def job_row(settings: RowSettings) -> Iterator[Finding]:
    """Time the whole job classify_pixels, in a process of its own."""
    with tempfile.TemporaryDirectory() as scratch:
        folder, side = Path(scratch), settings.sizes.raster
        options = settings.sizes.edsr if settings.quick else EDSR
        package = model(folder / "edsr.srpk", options, BANDS, SCALE)
        startup = classify(folder, raster(folder / "lr.tif", 16, BANDS), package, settings.device.type)
        yield Finding("16² pixels: start-up", f"{startup.wall:.1f} s", numbers={"seconds": startup.wall})
        run = classify(folder, raster(folder / "lr.tif", side, BANDS), package, settings.device.type)
        mpx = (side * SCALE) ** 2 / 1e6
        found = f"{run.wall:.1f} s, {(run.wall - startup.wall) / mpx:.3g} s/HR Mpx beyond it; {run.peak / 1e6:.0f} MB of RAM"
        yield Finding(f"{side}² pixels", found, numbers={"seconds": run.wall, "memory": run.peak})
