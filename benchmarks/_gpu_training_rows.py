"""Row of script/gpu: training steps in Finer's precision and in float32, and the batch size found for little memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import partial
from math import isfinite
from statistics import mean
from typing import Any

import torch
from torch import Tensor, nn

from benchmarks._device_measurement import peak_bytes, start_memory_count, time_work
from benchmarks._gpu_measurement import (
    BANDS,
    EDSR,
    RowSettings,
    build_net_on,
    flops_per_pixel,
    little_memory,
    peaks,
)
from benchmarks._in_process_job import run_printing
from benchmarks._result_tables import ROOT
from benchmarks._subprocess_rows import Finding
from benchmarks.diffusion_speed import NETS, flops
from sr_core.backbones import bicubic
from sr_core.objectives import Batch, Learner, Objective
from sr_core.training.batch_size_finder import find_batch_size
from sr_core.training.distributed import ProcessGroup
from sr_core.training.options import TrainingOptions

RATE = 1e-4
"""Learning rate of the steps."""
ROOMY = 24e9
"""Bytes of free memory from which a card takes a whole batch of SR3."""


def training_row(settings: RowSettings) -> Iterator[Finding]:
    """Time training steps of EDSR and SR3 on one batch, in Finer's precision and in float32 (TF32 on a card)."""
    sizes = settings.sizes
    highest = peaks(settings.device, sizes.matmul)
    edsr = build_net_on(sizes.edsr if settings.quick else EDSR, settings.device)
    forward = flops_per_pixel(edsr) * sizes.patch**2
    yield from _steps(settings, "EDSR", edsr, "pixel", forward, highest)
    sr3 = build_net_on(
        {"id": "sr3", "image_size": sizes.image_size, **NETS[sizes.diffusion[0]]}, settings.device
    )
    side = sizes.patch * sr3.scale
    yield from _steps(settings, f"SR3-{sizes.diffusion[0]}", sr3, "denoising", flops(sr3, side), highest)
    yield from _batch_that_fits(settings, edsr)


def _steps(
    settings: RowSettings, name: str, net: Any, objective: str, forward: float, highest: dict[str, float]
) -> Iterator[Finding]:
    """Measure samples per second; a training step is taken as three times the work of a prediction."""
    device, sizes = settings.device, settings.sizes
    count = sizes.batch
    if settings.is_card and torch.cuda.mem_get_info(device)[0] < ROOMY:
        count //= 4
    batch = batch_of(net, sizes.patch, count)
    processes = ProcessGroup.join(device.type)
    rates = {}
    for way, fabric in (("as Finer trains", processes.fabric), ("in float32", None)):
        learning = deepcopy(net).requires_grad_(True).train()
        torch.manual_seed(0)
        learner = Objective.build({"id": objective}).start(learning, RATE, sizes.steps, fabric=fabric)
        losses: list[Tensor] = []

        def steps(count: int, learner: Learner = learner, losses: list[Tensor] = losses) -> None:
            losses.extend(next(iter(learner.step(batch).values())) for _ in range(count))

        dtype = _dtype(learning, partial(steps, 3))
        before = start_memory_count(device)
        took = time_work(device, partial(steps, sizes.steps))
        rates[way] = count * sizes.steps / took
        rate, best = 3 * forward * rates[way], highest["TF32" if dtype == torch.float32 else "half precision"]
        first, last = (mean(map(float, some)) for some in (losses[:3], losses[-3:]))
        found = (
            f"{rates[way]:.4g} samples/s in {str(dtype).removeprefix('torch.')}, {rate / best:.0%} of the peak, "
            f"{(peak_bytes(device) - before) / 1e6:.0f} MB; loss {first:.3g} → {last:.3g}"
        )
        numbers = {"samples": rates[way], "share": rate / best, "first": first, "last": last}
        # Learning one batch again and again lowers its loss; a diffusion net draws other noise in each step.
        if objective == "pixel":
            yield Finding(f"{name}, {way}", found, "the loss falls", last < first, numbers)
        else:
            yield Finding(f"{name}, {way}", found, "the loss is finite", isfinite(last), numbers)
    ratio = rates["as Finer trains"] / rates["in float32"]
    yield Finding(
        f"{name}, as Finer trains beside float32", f"{ratio:.2f} × the speed", numbers={"ratio": ratio}
    )


def batch_of(net: Any, patch: int, count: int) -> Batch:
    """Return random patches. Their truth is the patch resampled and sharpened, which a net can learn."""
    generator = torch.Generator().manual_seed(0)
    lr = torch.rand(count, net.bands, patch, patch, generator=generator)
    hr = bicubic(lr, net.scale)
    hr = hr + 0.5 * (hr - nn.functional.avg_pool2d(hr, 5, 1, 2))
    return Batch(*(each.to(net.device) for each in (lr, hr, torch.ones_like(hr, dtype=torch.bool))))


def _dtype(net: nn.Module, step: Callable[[], None]) -> torch.dtype:
    """Make one step, and return the type in which the net's last convolution computes."""
    found = [torch.float32]
    layers = [each for each in net.modules() if isinstance(each, nn.Conv2d)]
    hook = layers[-1].register_forward_hook(lambda layer, inputs, result: found.append(result.dtype))
    try:
        step()
    finally:
        hook.remove()
    return found[-1]


def _batch_that_fits(settings: RowSettings, net: Any) -> Iterator[Finding]:
    """Find the batch size on a card with 1 GiB free, and try whether a step of it fits; on the CPU memory is ample."""
    patch, learning = settings.sizes.patch, deepcopy(net).requires_grad_(True)
    options = TrainingOptions(tiles=str(ROOT), patch_size=patch)
    bands = [""] * BANDS
    with little_memory(settings.device, 2**30):
        size = run_printing(
            find_batch_size(learning, options, lambda count: batch_of(net, patch, count), 10**4, bands)
        )
        learner = options.objective.start(learning.train(), RATE, 1, bands, options)
        try:
            learner.step(batch_of(net, patch, size))
            fits = True
        except torch.OutOfMemoryError:
            fits = False
    found = f"{size} patches of {patch}²; a step of them {'fits' if fits else 'does not fit'}"
    yield Finding(
        "EDSR, batch found where 1 GiB is free" if settings.is_card else "EDSR, batch found",
        found,
        "a step fits, fewer than 256",
        fits and size < 256,
    )
