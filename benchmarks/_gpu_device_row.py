"""Row of script/gpu that describes the device: model, versions, memory, and peak rates of computing and copying."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import numpy as np
import torch

from benchmarks._gpu_measurement import RowSettings, copy_rate, half, peaks
from benchmarks._subprocess_rows import Finding
from sr_core.device import describe


def device_row(settings: RowSettings) -> Iterator[Finding]:
    """Describe the device, and measure its peak rates of matrix products and of copying."""
    device = settings.device
    yield Finding("device", describe(device))
    yield Finding(
        "versions", f"Python {sys.version.split()[0]}, torch {torch.__version__}, numpy {np.__version__}"
    )
    if settings.is_card:
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
    side = settings.sizes.matmul
    for name, rate in peaks(device, side).items():
        title = f"product of {side}² matrices, {name}"
        yield Finding(title, f"{rate / 1e12:.4g} TFLOP/s", numbers={"flops": rate})
    bandwidth = copy_rate(device, 2**22 if settings.quick else 2**28)
    yield Finding("copy, read and written", f"{bandwidth / 1e9:.4g} GB/s", numbers={"bytes": bandwidth})
