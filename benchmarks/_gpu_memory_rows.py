"""Rows of script/gpu: how much memory work on the card takes, and whether work with too little memory still succeeds."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import torch
from rasterio.windows import Window

from benchmarks._classify_pixels_run import model, raster
from benchmarks._device_measurement import peak_bytes, start_memory_count
from benchmarks._gpu_measurement import (
    BANDS,
    EDSR,
    SCALE,
    RowSettings,
    build_net_on,
    error,
    farthest,
    largest_input,
    little_memory,
)
from benchmarks._subprocess_rows import Finding, at_most
from sr_core.diffusion.samplers import Sampler
from sr_core.diffusion.sampling_configs import Sampling
from sr_core.diffusion.schedules import NoiseSchedule
from sr_core.inference.batched_denoiser import tile_bytes
from sr_core.inference.predictor import PredictorOptions, build_net_predictor
from sr_core.jobs import Job


def memory_row(settings: RowSettings) -> Iterator[Finding]:
    """Measure whether memory grows with the image, and whether it is released afterwards."""
    device, net = (
        settings.device,
        build_net_on(settings.sizes.edsr if settings.quick else EDSR, settings.device),
    )
    side, peaks_found = settings.sizes.image, []
    build_net_predictor(net).upscale(np.zeros((BANDS, 32, 32), np.float32))
    start = start_memory_count(device)
    for factor in (1, 2):
        lr = np.random.default_rng(0).random((BANDS, factor * side, factor * side), np.float32)
        before = start_memory_count(device)
        build_net_predictor(net).upscale(lr)
        peaks_found.append(peak_bytes(device) - before - lr.nbytes)
        numbers = {"bytes": float(peaks_found[-1])}
        yield Finding(
            f"{factor * side}² pixels",
            f"{peaks_found[-1] / 1e6:.0f} MB at most, beside the image",
            numbers=numbers,
        )
    if settings.is_card:
        grown = peaks_found[1] / max(1, peaks_found[0])
        yield at_most("four times the pixels take", grown, 1.1, " × the memory")
        yield at_most(
            "held afterwards", (start_memory_count(device) - start) / 1e6, 64, " MB"
        )  # libraries keep some


def short_memory_row(settings: RowSettings) -> Iterator[Finding]:
    """Upscale with too little memory, and compare the result with that of enough memory."""
    device = settings.device
    simulated = "" if settings.is_card else ", simulated"
    net: Any = build_net_on({"id": "sr3", "preset": "small", "image_size": 64}, device, 3)
    steps = Sampler.build({"id": "dpm_solver", "n_timestep": 2})
    sampling = Sampling.members["denoising"](
        noise_schedule=NoiseSchedule.build({"id": "linear"}), sampler=steps
    )
    together = 512 if settings.is_card else 8
    model: Any = build_net_predictor(net, sampling, options=PredictorOptions(batch_size=together))
    lr = np.random.default_rng(0).random((3, 192, 192) if settings.is_card else (3, 40, 40), np.float32)
    plenty = model.upscale(lr)
    if settings.is_card:
        whole = model.describe([model.block(Window(0, 0, 192, 192), (192, 192))]).values["held"]
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
    yield from _short_job(settings, simulated)


def _short_job(settings: RowSettings, simulated: str) -> Iterator[Finding]:
    """Run the job classify_pixels with too little memory, and compare its result with that of enough memory.

    The job may continue with smaller tiles or on the CPU.
    """
    what = f"classify_pixels, EDSR{simulated}"
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        source = raster(folder / "lr.tif", 96 if settings.quick else 512, BANDS)
        package = model(
            folder / "edsr.srpk", EDSR if not settings.quick else settings.sizes.edsr, BANDS, SCALE
        )

        def result(name: str) -> torch.Tensor:
            job = {
                "id": "classify_pixels",
                "input": str(source),
                "model": str(package),
                "device": settings.device.type,
            }
            for _ in Job.load({**job, "output": str(folder / name)}).run():
                pass
            with rasterio.open(folder / name) as written:
                return torch.from_numpy(written.read().astype(np.float32))

        used: list[torch.Tensor] = []
        spare = largest_input(lambda: used.append(result("plenty.tif"))) // 3
        wanted = "the same result, in smaller pieces or on the CPU"
        try:
            with little_memory(settings.device, spare) as refused:
                tight = result("tight.tif")
                times = refused()
        except Exception as problem:  # every error of the job is a finding
            yield Finding(what, f"{type(problem).__name__}: {problem}", wanted, False)
            return
        if not times:
            yield Finding(what, "the memory sufficed: nothing was tried", wanted)
            return
        yield at_most(what, farthest(tight, used[0]), 0.02, " of the range")
