"""The rows of script/gpu."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch

from benchmarks._document import ROOT
from benchmarks._gpu_memory import memory_row, short_memory_row
from benchmarks._gpu_training import training_row
from benchmarks._gpu_work import (
    ARITHMETIC,
    BANDS,
    EDSR,
    FULL,
    RRDB,
    SCALE,
    RowSettings,
    Sizes,
    affordable_side,
    build_net_on,
    canvas_side,
    copy_rate,
    eps,
    farthest,
    flops_per_pixel,
    half,
    measure_seconds,
    peaks,
    with_arithmetic,
)
from benchmarks._rows import Finding, Row, at_least
from benchmarks._whole_job import classify, model, raster
from benchmarks.diffusion import build_net, flops, measure, peak, peak_bytes, seconds, start_memory_count
from sr_core.backbones import Backbone, DiffusionBackbone
from sr_core.device import describe
from sr_core.inference.memory_tiling import choose_tile_size
from sr_core.inference.predictor import build_net_predictor

CLOSE = {"float32": 1e-4, "TF32": 3e-3, "half precision": 5e-2}
"""How far a result may be from the CPU's, as a share of its range: by the bits of the mantissa, and some layers' errors."""
TARGETS = {("48", "DPM-15"): (0.15, 0.4)}
"""Seconds for a million pixels, and share of the peak, that were aimed at."""


def device_row(asked: RowSettings) -> Iterator[Finding]:
    """What the card is, and the most that it does."""
    device = asked.device
    yield Finding("device", describe(device))
    yield Finding(
        "versions", f"Python {sys.version.split()[0]}, torch {torch.__version__}, numpy {np.__version__}"
    )
    if asked.is_card:
        free, total = torch.cuda.mem_get_info(device)
        properties = torch.cuda.get_device_properties(device)
        capability = ".".join(map(str, torch.cuda.get_device_capability(device)))
        known = (
            f"compute capability {capability}, {properties.multi_processor_count} multiprocessors, CUDA "
            f"{torch.version.cuda}, cuDNN {torch.backends.cudnn.version()}"
        )
        yield Finding("card", known)
        yield Finding("memory", f"{free / 1e9:.1f} of {total / 1e9:.1f} GB free", numbers={"free": free})
    yield Finding("half precision", str(half(device)).removeprefix("torch."))
    side = asked.sizes.matmul
    for name, found in peaks(device, side).items():
        what = f"product of {side}² matrices, {name}"
        yield Finding(what, f"{found / 1e12:.4g} TFLOP/s", numbers={"flops": found})
    bandwidth = copy_rate(device, 2**22 if asked.quick else 2**28)
    yield Finding("copy, read and written", f"{bandwidth / 1e9:.4g} GB/s", numbers={"bytes": bandwidth})


def tests_row(asked: RowSettings) -> Iterator[Finding]:
    """tests/gpu, which is stopped in time to say how far it came."""
    command = [sys.executable, "-m", "pytest", "tests/gpu", "-v", "--tb=short", "-p", "no:cacheprovider"]
    deadline = time.monotonic() + asked.seconds - 8
    counts = dict.fromkeys(("PASSED", "FAILED", "ERROR", "SKIPPED"), 0)
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(command, cwd=ROOT, stdout=said, stderr=subprocess.STDOUT)
        while process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.2)
        stopped = process.poll() is None
        process.kill()
        process.wait()
        said.seek(0)
        lines = said.read().splitlines()
    print("\n".join(lines), file=sys.stderr)
    for line in lines:
        name, _, rest = line.partition(" ")
        verdict = rest.split(" ")[0]
        if name.startswith("tests/gpu/") and verdict in counts:
            counts[verdict] += 1
            if verdict in ("FAILED", "ERROR"):
                yield Finding(name.removeprefix("tests/gpu/"), verdict.lower(), "passed", False)
    told = ", ".join(f"{count} {verdict.lower()}" for verdict, count in counts.items() if count) or "none ran"
    broken = counts["FAILED"] + counts["ERROR"] > 0 or (not stopped and process.returncode != 0)
    right = False if broken else None if stopped or not counts["PASSED"] else True
    yield Finding(
        "tests/gpu", told + (", then there was no more time" if stopped else ""), "all pass", right, counts
    )


def agreement_row(asked: RowSettings) -> Iterator[Finding]:
    """Every network's result against the CPU's, in each arithmetic."""
    device, cpu = asked.device, torch.device("cpu")
    image = torch.rand(1, BANDS, 48, 48, generator=torch.Generator().manual_seed(1))
    regression = {
        name: member for name, member in Backbone.members.items() if not issubclass(member, DiffusionBackbone)
    }
    nets = {f"{name}, small": {"id": name, **_few(member)} for name, member in regression.items()}
    if not asked.quick:
        nets |= {"EDSR baseline": EDSR, "RRDB-23": RRDB}
    for name, options in nets.items():
        there, here = build_net_on(options, cpu), build_net_on(options, device)
        right = with_arithmetic(cpu, "float32", lambda net=there: net(image))
        yield _agreement(name, {
            arithmetic: farthest(with_arithmetic(device, arithmetic, lambda net=here: net(image.to(device))), right)
            for arithmetic in ARITHMETIC
        })  # fmt: skip
    sr3 = {"id": "sr3", "preset": "small", "image_size": 64}
    there, here = build_net_on(sr3, cpu, 3), build_net_on(sr3, device, 3)
    right = with_arithmetic(cpu, "float32", lambda: eps(there, cpu, 64))
    yield _agreement("SR3, the noise found", {
        arithmetic: farthest(with_arithmetic(device, arithmetic, lambda: eps(here, device, 64)), right)
        for arithmetic in ARITHMETIC
    })  # fmt: skip


def _agreement(what: str, found: dict[str, float]) -> Finding:
    said = ", ".join(f"{name} {value:.1e}" for name, value in found.items())
    wanted = "≤ " + ", ".join(f"{limit:g}" for limit in CLOSE.values()) + " of the range"
    right = all(value <= CLOSE[name] for name, value in found.items())  # not true of what is no number
    return Finding(what, said, wanted, right, found)


def _few(member: type[Backbone]) -> dict[str, int]:
    """Options of a small one: whole numbers above 15 halved, so that a processor is not kept long."""
    fields = {
        name: field.default for name, field in member.model_fields.items() if name not in ("id", "tiny")
    }
    return {name: value // 2 for name, value in fields.items() if type(value) is int and value >= 16}


def convolutional_row(asked: RowSettings, options: dict[str, Any], fast: bool = True) -> Iterator[Finding]:
    """A net alone in each arithmetic, and Finer's work with it on an image in memory, beside the peak."""
    device, sizes = asked.device, asked.sizes
    net = build_net_on(options, device)
    each, highest = flops_per_pixel(net), peaks(device, sizes.matmul)
    tile = min(choose_tile_size(net), sizes.tile)
    batch = torch.rand(1, BANDS, tile, tile, device=device).contiguous(memory_format=torch.channels_last)
    yield Finding("work", f"{each / 1e6:.4g} MFLOP for a low-resolution pixel", numbers={"flop": each})
    for arithmetic in ARITHMETIC:
        took = measure_seconds(device, arithmetic, lambda: net(batch), asked.seconds / 15)
        rate = each * tile**2 / took
        yield _share(
            f"net alone, {tile}², {arithmetic}", took, (tile * net.scale) ** 2, rate, highest[arithmetic]
        )
    side = sizes.image
    if asked.is_card:  # nine tenths of the work may be what tiles overlap
        side = min(side, affordable_side(10 * each, highest["TF32"], asked.seconds / 4))
    lr = np.random.default_rng(0).random((BANDS, side, side), np.float32)
    model = build_net_predictor(net)
    model.upscale(lr[:, : 2 * tile, : 2 * tile].copy())
    before = start_memory_count(device)
    took = seconds(device, lambda: model.upscale(lr))
    rate, pixels = each * side**2 / took, (side * net.scale) ** 2
    yield _share(f"Finer, image of {side}² in memory", took, pixels, rate, highest["TF32"], "TF32")
    memory = peak_bytes(device) - before
    yield Finding("memory", f"{memory / 1e6:.0f} MB at most", numbers={"bytes": memory})


def _share(what: str, took: float, pixels: int, rate: float, highest: float, of: str = "") -> Finding:
    found = (
        f"{took / pixels * 1e6:.3g} s/HR Mpx, {rate / 1e12:.3g} TFLOP/s, {rate / highest:.0%} of the peak"
        f"{of and f' in {of}'}"
    )
    return Finding(
        what, found, numbers={"seconds": took / pixels * 1e6, "flops": rate, "share": rate / highest}
    )


def diffusion_row(asked: RowSettings, which: int, sampler: str, compile: bool = False) -> Iterator[Finding]:
    """SR3 on one canvas, beside the peak; some steps, scaled to all."""
    sizes, name = asked.sizes, asked.sizes.diffusion[which]
    if compile and not asked.is_card:
        yield Finding("compiling", "Finer compiles for graphics cards alone")
        return
    free, largest = 2.0**33, sizes.canvas if sampler == "DPM-15" else sizes.canvas // 2
    if asked.is_card:
        free = torch.cuda.mem_get_info(asked.device)[0]
        each = flops(build_net(name, sizes.image_size, asked.device), sizes.image_size) / sizes.image_size**2
        # Of 15 steps; tiles overlap.
        cost = 1.3 * 15 * each * SCALE**2
        largest = min(largest, affordable_side(cost, peak(asked.device, sizes.matmul), asked.seconds / 4))
    side = canvas_side(free, largest, sizes.image_size // SCALE)
    found = measure(name, sampler, argparse.Namespace(
        image_size=sizes.image_size, device=asked.device.type, batch_size=None, steps=2 if asked.quick else 15,
        side=side, matmul=sizes.matmul, compile=compile,
    ))  # fmt: skip
    aimed = TARGETS.get((name, sampler), (0.0, 0.0)) if asked.is_card else (0.0, 0.0)
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
    if asked.is_card:
        yield at_least("memory", sum(found.said), found.memory / 1.1, memory, "≤ 1.1 × what is said")
    else:
        yield Finding("memory", memory)


def job_row(asked: RowSettings) -> Iterator[Finding]:
    """classify_pixels from nothing to a file, in a process of its own."""
    with tempfile.TemporaryDirectory() as scratch:
        folder, side = Path(scratch), asked.sizes.raster
        options = asked.sizes.edsr if asked.quick else EDSR
        package = model(folder / "edsr.srpk", options, BANDS, SCALE)
        startup = classify(folder, raster(folder / "lr.tif", 16, BANDS), package, asked.device.type)
        yield Finding("16² pixels: start-up", f"{startup.wall:.1f} s", numbers={"seconds": startup.wall})
        run = classify(folder, raster(folder / "lr.tif", side, BANDS), package, asked.device.type)
        mpx = (side * SCALE) ** 2 / 1e6
        found = f"{run.wall:.1f} s, {(run.wall - startup.wall) / mpx:.3g} s/HR Mpx beyond it; {run.peak / 1e6:.0f} MB of RAM"
        yield Finding(f"{side}² pixels", found, numbers={"seconds": run.wall, "memory": run.peak})


def rows(sizes: Sizes = FULL) -> dict[str, Row]:
    """All of them by name, the most telling first."""
    small = "" if sizes is FULL else ", small"
    found = {
        "device": Row("The device", device_row, 60, 10),
        "agreement": Row("The CPU's results", agreement_row, 90, 15),
        "tests": Row("Tests", tests_row, 180, 30),
        "short": Row("Too little memory", short_memory_row, 60, 15),
        "edsr": Row("EDSR baseline ×4", lambda asked: convolutional_row(asked, EDSR), 60, 15),
        "rrdb": Row(f"RRDB-23 ×4{small}", lambda asked: convolutional_row(asked, sizes.rrdb), 60, 15),
    }
    for which, size in enumerate(("sr3", "sr3-large")):
        for sampler in ("DPM-15", "DDIM-200"):
            found[f"{size}-{sampler}"] = Row(
                f"SR3-{sizes.diffusion[which]}, {sampler}",
                lambda asked, which=which, sampler=sampler: diffusion_row(asked, which, sampler),
                70, 20,
            )  # fmt: skip
    return found | {
        "training": Row("A training step", training_row, 60, 20),
        "memory": Row(f"Memory, EDSR{small}", memory_row, 40, 15),
        "job": Row(f"The whole job, EDSR{small}", job_row, 60, 25),
        "edsr-paper": Row(f"EDSR of the paper ×4{small}", lambda asked: convolutional_row(asked, sizes.edsr), 60, 15),
        "sr3-compiled": Row(
            f"SR3-{sizes.diffusion[0]}, DPM-15, compiled", lambda asked: diffusion_row(asked, 0, "DPM-15", True),
            150, 60,
        ),
    }  # fmt: skip
