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
import rasterio
import torch

from benchmarks import inference
from benchmarks._document import ROOT
from benchmarks._gpu_work import (
    ARITHMETIC,
    BANDS,
    EDSR,
    RRDB,
    SCALE,
    Asked,
    canvas_side,
    copied,
    eps,
    error,
    farthest,
    flops_per_pixel,
    largest_input,
    little_memory,
    net_of,
    peaks,
    timed,
    with_arithmetic,
)
from benchmarks._rows import Finding, Row, at_least, at_most
from benchmarks.diffusion import held, measure, most, seconds
from sr_core.backbones import Backbone, DiffusionBackbone
from sr_core.device import describe
from sr_core.diffusion.samplers import Sampler
from sr_core.diffusion.sampling import Sampling
from sr_core.diffusion.schedules import NoiseSchedule
from sr_core.inference.denoiser import tile_bytes
from sr_core.inference.memory_tiling import choose_tile_size
from sr_core.inference.predictor import PredictorOptions, build_net_predictor
from sr_core.jobs import Job

CLOSE = {"float32": 1e-4, "TF32": 3e-3, "bfloat16": 5e-2}
"""How far a result may be from the CPU's, as a share of its range: by the bits of the mantissa, and some layers' errors."""
TARGETS = {("48", "DPM-15"): (0.15, 0.4)}
"""Seconds for a million pixels, and share of the peak, that were aimed at."""


def device_row(asked: Asked) -> Iterator[Finding]:
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
    side = asked.sizes.matmul
    for name, found in peaks(device, side).items():
        what = f"product of {side}² matrices, {name}"
        yield Finding(what, f"{found / 1e12:.4g} TFLOP/s", numbers={"flops": found})
    bandwidth = copied(device, 2**22 if asked.quick else 2**28)
    yield Finding("copy, read and written", f"{bandwidth / 1e9:.4g} GB/s", numbers={"bytes": bandwidth})


def tests_row(asked: Asked) -> Iterator[Finding]:
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


def agreement_row(asked: Asked) -> Iterator[Finding]:
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
        there, here = net_of(options, cpu), net_of(options, device)
        right = with_arithmetic(cpu, "float32", lambda net=there: net(image))
        yield _agreement(name, {
            arithmetic: farthest(with_arithmetic(device, arithmetic, lambda net=here: net(image.to(device))), right)
            for arithmetic in ARITHMETIC
        })  # fmt: skip
    sr3 = {"id": "sr3", "preset": "small", "image_size": 64}
    there, here = net_of(sr3, cpu, 3), net_of(sr3, device, 3)
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


def convolutional_row(asked: Asked, options: dict[str, Any], fast: bool = True) -> Iterator[Finding]:
    """A net alone in each arithmetic, and Finer's work with it on an image in memory, beside the peak."""
    device, sizes = asked.device, asked.sizes
    net = net_of(options, device)
    each, highest = flops_per_pixel(net), peaks(device, sizes.matmul)
    tile = min(choose_tile_size(net), sizes.tile)
    batch = torch.rand(1, BANDS, tile, tile, device=device).contiguous(memory_format=torch.channels_last)
    yield Finding("work", f"{each / 1e6:.4g} MFLOP for a low-resolution pixel", numbers={"flop": each})
    for arithmetic in ARITHMETIC:
        took = timed(device, arithmetic, lambda: net(batch), asked.seconds / 15)
        rate = each * tile**2 / took
        yield _share(
            f"net alone, {tile}², {arithmetic}", took, (tile * net.scale) ** 2, rate, highest[arithmetic]
        )
    lr = np.random.default_rng(0).random((BANDS, sizes.image, sizes.image), np.float32)
    model = build_net_predictor(net)
    model.upscale(lr[:, : 2 * tile, : 2 * tile].copy())
    before = held(device)
    took = seconds(device, lambda: model.upscale(lr))
    rate, pixels = each * sizes.image**2 / took, (sizes.image * net.scale) ** 2
    yield _share(f"Finer, image of {sizes.image}² in memory", took, pixels, rate, highest["TF32"], "TF32")
    memory = most(device) - before
    yield Finding("memory", f"{memory / 1e6:.0f} MB at most", numbers={"bytes": memory})


def _share(what: str, took: float, pixels: int, rate: float, highest: float, of: str = "") -> Finding:
    found = (
        f"{took / pixels * 1e6:.3g} s/HR Mpx, {rate / 1e12:.3g} TFLOP/s, {rate / highest:.0%} of the peak"
        f"{of and f' in {of}'}"
    )
    return Finding(
        what, found, numbers={"seconds": took / pixels * 1e6, "flops": rate, "share": rate / highest}
    )


def diffusion_row(asked: Asked, which: int, sampler: str, compile: bool = False) -> Iterator[Finding]:
    """SR3 on one canvas, beside the peak; some steps, scaled to all."""
    sizes, name = asked.sizes, asked.sizes.diffusion[which]
    free = torch.cuda.mem_get_info(asked.device)[0] if asked.is_card else 2**33
    side = canvas_side(free, sizes.canvas, sizes.image_size // SCALE)
    if sampler != "DPM-15" or compile:  # the same work again and again, of which some is enough
        side = canvas_side(free, sizes.canvas // 2, sizes.image_size // SCALE)
    found = measure(name, sampler, argparse.Namespace(
        image_size=sizes.image_size, device=asked.device.type, batch_size=None, steps=2 if asked.quick else 15,
        side=side, matmul=sizes.matmul, compile=compile,
    ))  # fmt: skip
    aimed = TARGETS.get((name, sampler), (0.0, 0.0)) if asked.is_card else (0.0, 0.0)
    numbers = {key: value for key, value in found._asdict().items() if key != "said"}
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
    memory = f"{found.memory / 1e6:.0f} MB; said before: {sum(found.said) / 1e6:.0f}"
    if asked.is_card:
        yield at_least("memory", sum(found.said), found.memory / 1.1, memory, "≤ 1.1 × what is said")
    else:
        yield Finding("memory", memory)


def memory_row(asked: Asked) -> Iterator[Finding]:
    """Whether memory grows with the image, and whether it is given back."""
    device, net = asked.device, net_of(asked.sizes.rrdb if asked.quick else EDSR, asked.device)
    side, peaks_found = asked.sizes.image, []
    build_net_predictor(net).upscale(np.zeros((BANDS, 32, 32), np.float32))
    start = held(device)
    for factor in (1, 2):
        lr = np.random.default_rng(0).random((BANDS, factor * side, factor * side), np.float32)
        before = held(device)
        build_net_predictor(net).upscale(lr)
        peaks_found.append(most(device) - before)
        numbers = {"bytes": float(peaks_found[-1])}
        yield Finding(f"{factor * side}² pixels", f"{peaks_found[-1] / 1e6:.0f} MB at most", numbers=numbers)
    if asked.is_card:
        grown = peaks_found[1] / max(1, peaks_found[0])
        yield at_most("four times the pixels take", grown, 1.1, " × the memory")
        yield at_most("held afterwards", (held(device) - start) / 1e6, 1, " MB")


def short_memory_row(asked: Asked) -> Iterator[Finding]:
    """Too little memory: the same result in smaller pieces."""
    device = asked.device
    simulated = "" if asked.is_card else ", simulated"
    net: Any = net_of({"id": "sr3", "preset": "small", "image_size": 64}, device, 3)
    steps = Sampler.build({"id": "dpm_solver", "n_timestep": 2})
    sampling = Sampling(noise_schedule=NoiseSchedule.build({"id": "linear"}), sampler=steps)
    together = 512 if asked.is_card else 8
    model: Any = build_net_predictor(net, sampling, options=PredictorOptions(batch_size=together))
    lr = np.random.default_rng(0).random((3, 192, 192) if asked.is_card else (3, 40, 40), np.float32)
    plenty = model.upscale(lr)
    if asked.is_card:
        whole = model.describe([model.block(rasterio.windows.Window(0, 0, 192, 192), (192, 192))]).values[
            "held"
        ]
        spare = 2 * (whole * 10**6 - together * tile_bytes(net, 64)) + 12 * tile_bytes(net, 64)
    else:
        alone = build_net_predictor(net, sampling, options=PredictorOptions(batch_size=1))
        spare = 2 * largest_input(lambda: alone.upscale(lr))
    model.tiling.denoiser.batch_size = together
    with little_memory(device, int(spare)):
        tight = model.upscale(lr)
    now = model.tiling.denoiser.batch_size
    yield Finding(
        f"SR3, tiles at once{simulated}", f"{now}, for {together} do not fit", "fewer", now < together
    )
    different = error(torch.from_numpy(tight), torch.from_numpy(plenty))
    yield at_most("SR3, the result beside that with enough memory", different, 0.03, " (rms)")
    yield from _short_job(asked, simulated)


def _short_job(asked: Asked, simulated: str) -> Iterator[Finding]:
    """Likewise of a convolutional net, as a job, which may go on with smaller pieces or on the CPU."""
    what = f"classify_pixels, EDSR{simulated}"
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        source = inference.raster(folder / "lr.tif", 96 if asked.quick else 512, BANDS)
        package = inference.model(
            folder / "edsr.srpk", EDSR if not asked.quick else asked.sizes.edsr, BANDS, SCALE
        )

        def result(name: str) -> torch.Tensor:
            job = {
                "id": "classify_pixels",
                "input": str(source),
                "model": str(package),
                "device": asked.device.type,
            }
            for _ in Job.load({**job, "output": str(folder / name)}).run():
                pass
            with rasterio.open(folder / name) as raster:
                return torch.from_numpy(raster.read().astype(np.float32))

        used: list[torch.Tensor] = []
        spare = largest_input(lambda: used.append(result("plenty.tif"))) // 3
        wanted = "the same result, in smaller pieces or on the CPU"
        try:
            with little_memory(asked.device, spare):
                tight = result("tight.tif")
        except Exception as problem:  # whatever a job ends with is what is to be told
            yield Finding(what, f"{type(problem).__name__}: {problem}", wanted, False)
            return
        yield at_most(what, farthest(tight, used[0]), 0.02, " of the range")


def job_row(asked: Asked) -> Iterator[Finding]:
    """classify_pixels from nothing to a file, in a process of its own."""
    with tempfile.TemporaryDirectory() as scratch:
        folder, side = Path(scratch), asked.sizes.raster
        options = asked.sizes.edsr if asked.quick else EDSR
        package = inference.model(folder / "edsr.srpk", options, BANDS, SCALE)
        startup = inference.classify(
            folder, inference.raster(folder / "lr.tif", 16, BANDS), package, asked.device.type
        )
        yield Finding("16² pixels: start-up", f"{startup.wall:.1f} s", numbers={"seconds": startup.wall})
        run = inference.classify(
            folder, inference.raster(folder / "lr.tif", side, BANDS), package, asked.device.type
        )
        mpx = (side * SCALE) ** 2 / 1e6
        found = f"{run.wall:.1f} s, {(run.wall - startup.wall) / mpx:.3g} s/HR Mpx beyond it; {run.peak / 1e6:.0f} MB of RAM"
        yield Finding(f"{side}² pixels", found, numbers={"seconds": run.wall, "memory": run.peak})


def rows() -> dict[str, Row]:
    """All of them by name, the most telling first."""
    from benchmarks._gpu_training import training_row

    found = {
        "device": Row("The device", device_row, 60, 10),
        "agreement": Row("The CPU's results", agreement_row, 90, 15),
        "tests": Row("Tests", tests_row, 180, 30),
        "short": Row("Too little memory", short_memory_row, 60, 15),
        "edsr": Row("EDSR baseline ×4", lambda asked: convolutional_row(asked, EDSR), 60, 15),
        "rrdb": Row("RRDB-23 ×4", lambda asked: convolutional_row(asked, asked.sizes.rrdb), 60, 15),
    }
    for which, channels in enumerate(("48", "64")):
        for sampler in ("DPM-15", "DDIM-200"):
            found[f"sr3-{channels}-{sampler}"] = Row(
                f"SR3-{channels}, {sampler}",
                lambda asked, which=which, sampler=sampler: diffusion_row(asked, which, sampler), 70, 20,
            )  # fmt: skip
    return found | {
        "training": Row("A training step", training_row, 60, 20),
        "memory": Row("Memory, EDSR", memory_row, 40, 15),
        "job": Row("The whole job, EDSR", job_row, 60, 25),
        "edsr-paper": Row(
            "EDSR of the paper ×4", lambda asked: convolutional_row(asked, asked.sizes.edsr), 60, 15
        ),
        "compiled": Row(
            "SR3-48, DPM-15, compiled", lambda asked: diffusion_row(asked, 0, "DPM-15", True), 150, 60
        ),
    }
