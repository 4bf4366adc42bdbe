"""Diffusion: seconds per megapixel of SR3 nets, share of the device's matmul peak, work beside per-tile sampling, memory.

Run by `script/bench diffusion_speed`. Each line is measured in a process of its own; on a CPU it wants Linux. The first steps of a
sampler are taken over a whole raster, as one canvas, and their time is scaled to all of its steps: every step asks the
net as often, whatever the noise is. What is done but once, as the first noise, is thereby counted several times.
"""

from __future__ import annotations

import argparse
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from rasterio.windows import Window

from benchmarks._device_measurement import count_flops, peak_bytes, peak_flops, start_memory_count, time_work
from benchmarks._result_tables import machine, table
from sr_core.backbones import Backbone, DiffusionNet
from sr_core.device import fast_dtype, prepare, resolve
from sr_core.diffusion.samplers import Sampler
from sr_core.diffusion.sampling_configs import Sampling
from sr_core.diffusion.schedules import NoiseSchedule
from sr_core.inference.batched_denoiser import WARM_UP, tile_bytes
from sr_core.inference.diffusion import DiffusionPredictor
from sr_core.inference.predictor import PredictorOptions, build_net_predictor

BANDS, SCALE = 3, 4
NETS: dict[str, dict[str, Any]] = {
    "16": {"preset": "small", "inner_channel": 16},
    "32": {"preset": "small"},
    "48": {"preset": "medium"},
    "64": {"preset": "large"},
}
"""By their channels."""
SAMPLERS = {"DDIM-200": Sampler.build({"id": "ddim"}), "DPM-15": Sampler.build({"id": "dpm_solver"})}
PER_TILE = 200 * 4.0
"""How often a per-tile sampler computes each pixel: in 200 steps, each with 4.0 × redundancy."""


class Defaults(NamedTuple):
    """What a device is measured with."""

    nets: tuple[str, ...]
    image_size: int
    side: int
    steps: int
    matmul: int


CPU = Defaults(("16", "32"), 128, 144, 2, 1024)
GPU = Defaults(("48", "64"), 256, 2048, 15, 8192)


def redundancy(model: DiffusionPredictor, side: int) -> float:
    """Return pixels that are computed over pixels that are kept, of a raster of `side`² low-resolution pixels."""
    whole = Window(0, 0, side, side)
    tiles = model.tiling.corners(model.block(whole, (side, side)).outer)
    return len(tiles) * model.tiling.tile_size**2 / side**2


def per_tile_ratio(redundant: float, steps: int) -> float:
    """Return how many times as much a per-tile sampler computes."""
    return PER_TILE / (redundant * steps)


def build_net(name: str, image_size: int, device: torch.device) -> DiffusionNet:
    """Return the net, with weights of which none is zero: a graphics card multiplies zeros faster than numbers."""
    backbone = Backbone.load({"id": "sr3", "image_size": image_size, **NETS[name]})
    net = backbone.net(BANDS, SCALE, (0.4,) * BANDS, (0.2,) * BANDS).eval().requires_grad_(False)
    torch.manual_seed(0)
    for parameter in net.parameters():
        torch.nn.init.normal_(parameter, std=0.02)
    prepared: Any = prepare(net, device)
    return prepared


def flops(net: DiffusionNet, side: int) -> float:
    """Return the operations of one tile of `side` high-resolution pixels, in all layers."""
    tile = torch.zeros(1, net.bands, side, side, device=net.device)
    level = torch.full((1,), 0.5, device=net.device)
    return count_flops(lambda: net(tile, tile, level))


def measure_bare_net(net: DiffusionNet, side: int, batch: int) -> float:
    """Return seconds per tile of the net alone, with as many tiles at once as the sampler takes."""
    device, dtype = net.device, fast_dtype(net.device)
    tile = torch.rand(batch, net.bands, side, side, device=device).contiguous(
        memory_format=torch.channels_last
    )
    level = torch.full((batch,), 0.5, device=device)

    def ask() -> None:
        with torch.inference_mode(), torch.autocast(device.type, dtype, enabled=dtype != torch.float32):
            net(tile, tile, level)

    ask()
    return min(time_work(device, ask) for _ in range(3)) / batch


class Measurement(NamedTuple):
    """A net with a sampler."""

    parameters: int
    taken: int
    """Steps."""
    batch: int
    """Tiles at once."""
    seconds: float
    """For a million high-resolution pixels, as all other numbers here."""
    wall: float
    """By the clock."""
    work: float
    """FLOP."""
    peak: float
    """FLOP/s."""
    alone: float
    """FLOP/s of the net alone."""
    per_tile: float
    """How many times as much a per-tile sampler computes."""
    memory: float
    """Bytes at most, above what was held before; no multiple of the image."""
    said: tuple[float, float]
    """Bytes that the canvas and the tiles are said to take."""
    notes: tuple[str, ...]
    """What there was to say of compiling."""

    @property
    def share(self) -> float:
        """Of the peak."""
        return self.work / self.seconds / self.peak


def measure(name: str, sampler: str, settings: argparse.Namespace) -> Measurement:
    """Measure a net with a sampler."""
    net = build_net(name, settings.image_size, resolve(settings.device))
    schedule = NoiseSchedule.build({"id": "linear"})
    sampling = Sampling.members["denoising"](noise_schedule=schedule, sampler=SAMPLERS[sampler])
    whole: Any = build_net_predictor(net, sampling, options=PredictorOptions(batch_size=settings.batch_size))
    steps = len(whole.tiling.steps)
    taken = min(steps, settings.steps)
    tiling = replace(whole.tiling, steps=whole.tiling.steps[:taken])
    model = DiffusionPredictor(tiling, sampling.sampler)
    lr = np.random.default_rng(0).random((BANDS, settings.side, settings.side), np.float32)
    highest = peak_flops(net.device, settings.matmul)
    before = start_memory_count(net.device)
    notes: tuple[str, ...] = ()
    if settings.compile:
        notes = compile_net(model, lr)
    else:
        model.upscale(lr[:, : 2 * model.tiling.tile_size, : 2 * model.tiling.tile_size].copy())
    began = time.perf_counter()
    spent = time_work(net.device, lambda: model.upscale(lr)) * steps / taken
    wall = (time.perf_counter() - began) * steps / taken
    highest_held = peak_bytes(net.device)

    each = flops(net, settings.image_size)
    batch, side = model.tiling.denoiser.batch_size, settings.image_size
    redundant, mpx = redundancy(model, settings.side), (settings.side * SCALE) ** 2 / 1e6
    work = each / side**2 * 1e6 * redundant * steps
    said = model.describe(
        model.blocks(Window(0, 0, settings.side, settings.side), (settings.side,) * 2)
    ).values
    canvas = said["held"] * 1e6 - batch * tile_bytes(net, side)
    return Measurement(
        sum(p.numel() for p in net.parameters()), taken, batch, spent / mpx, wall / mpx, work, highest,
        each / measure_bare_net(net, side, batch), per_tile_ratio(redundant, steps), highest_held - before,
        (canvas, batch * tile_bytes(net, side)), notes,
    )  # fmt: skip


def measure_row(name: str, sampler: str, settings: argparse.Namespace) -> dict[str, Any]:
    """Measure a net with a sampler, and return what the row says."""
    found = measure(name, sampler, settings)
    return {
        "net": name,
        "parameters": f"{found.parameters / 1e6:.1f} M",
        "sampler": f"{sampler}, {found.taken} steps taken",
        "tiles at once": found.batch,
        "s/HR Mpx": f"{found.seconds:.4g}",
        "by the clock": f"{found.wall:.4g}",
        "TFLOP/HR Mpx": f"{found.work / 1e12:.3g}",
        "peak": f"{found.peak / 1e12:.3g}",
        "share of it": f"{found.share:.0%}",
        "net alone": f"{found.alone / found.peak:.0%}",
        "per-tile sampler": f"{found.per_tile:.1f} ×",
        "memory": f"{found.memory / 1e6:.0f}",
        "canvas + tiles": " + ".join(f"{part / 1e6:.0f}" for part in found.said),
    }


def compile_net(model: DiffusionPredictor, lr: NDArray[np.float32]) -> tuple[str, ...]:
    """Compile the net for work on `lr`, as it is for long work, at whatever length; returns what there is to say of it."""
    denoiser = model.tiling.denoiser
    denoiser.compiles, denoiser.tiles_left = True, sys.maxsize
    for _ in range(WARM_UP + 2):
        model.upscale(lr)
    said = tuple(line.text.format(**line.values) for line in denoiser.take_log())
    print(*said, sep="\n", file=sys.stderr, flush=True)
    return said


def main(settings: argparse.Namespace) -> None:
    device = resolve(settings.device)
    defaults = CPU if device.type == "cpu" else GPU
    for name, value in defaults._asdict().items():
        if getattr(settings, name, None) is None:
            setattr(settings, name, value)
    rows: list[dict[str, Any]] = []
    for name in settings.nets:
        for sampler in SAMPLERS:
            with ProcessPoolExecutor(1, get_context("spawn")) as process:
                rows.append(process.submit(measure_row, name, sampler, settings).result())
    clock = "processor time" if device.type == "cpu" else "time by the clock"
    dtype = str(fast_dtype(device)).removeprefix("torch.")
    print(f"{machine(device)}\n")
    print(
        f"{settings.side}² low-resolution pixels × {SCALE}, {BANDS} bands, one canvas, tiles of {settings.image_size}² "
        f"high-resolution pixels. Nets by their channels; seconds are {clock}, scaled from the steps taken to all; "
        f"the peak is a product of {settings.matmul}² matrices in {dtype} in the same run (TFLOP/s); beside a "
        "per-tile sampler of 200 steps and 4.0 × redundancy; memory in MB, the most above what was held before, "
        "and what the canvas and the tiles computed at once are said to take.\n"
    )
    print(table(list(rows[0]), [list(row.values()) for row in rows]))


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--nets", nargs="+", choices=NETS, help="channels; on a CPU 16 32, else 48 64")
    options.add_argument("--side", type=int, help="low-resolution pixels a side of the raster")
    options.add_argument("--image-size", type=int, help="high-resolution pixels a side of a tile")
    options.add_argument("--steps", type=int, help="steps that are taken; the time is scaled to all of them")
    options.add_argument("--batch-size", type=int, help="tiles at once; blank as Finer chooses")
    options.add_argument("--matmul", type=int, help="side of the matrices that the peak is measured with")
    options.add_argument("--compile", action="store_true", help="compile, however little there is to do")
    options.add_argument("--device", default="auto")
    main(options.parse_args())
