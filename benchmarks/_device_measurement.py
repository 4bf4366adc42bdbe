"""Measures work on a device: seconds, FLOP, the peak rate of matrix products, and memory."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from torch.utils.flop_counter import FlopCounterMode
from torch.utils.mkldnn import to_mkldnn

from benchmarks._peak_memory import peak_memory
from sr_core.device import fast_dtype


def peak_flops(device: torch.device, side: int, dtype: torch.dtype | None = None) -> float:
    """Return the FLOP/s of a matrix product of `side`² numbers, by default in the type that nets are computed in; the best of several.

    On a CPU torch has two libraries for it: MKL for products, which leaves half of an AMD processor idle (99 and 227
    GFLOP/s measured), and oneDNN for convolutions. The faster one counts.
    """
    dtype = dtype or fast_dtype(device)
    a, b = (torch.randn(side, side, device=device, dtype=dtype) for _ in range(2))
    products = [lambda: a @ b]
    if (device.type, dtype) == ("cpu", torch.float32) and torch.backends.mkldnn.is_available():
        layer: Any = to_mkldnn(torch.nn.Linear(side, side, bias=False))
        inputs = a.to_mkldnn()
        products.append(lambda: layer(inputs))
    with torch.inference_mode():
        return 2 * side**3 / min(time_work(device, product) for product in products for _ in range(10))


def time_work(device: torch.device, work: Callable[[], object]) -> float:
    """Return the seconds that `work` takes: on a CPU this process' processor time, as other programs run beside it."""
    clock = time.process_time if device.type == "cpu" else time.perf_counter
    began = clock()
    work()
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    return clock() - began


def count_flops(work: Callable[[], object]) -> float:
    """Return the FLOP of what is computed in `work`, two for each product that is added."""
    with torch.inference_mode(), FlopCounterMode(display=False) as counter:
        work()
    return float(counter.get_total_flops())


def start_memory_count(device: torch.device) -> int:
    """Return the bytes held now, and start to count the peak anew."""
    if device.type == "cuda":
        torch.cuda.empty_cache()
        torch.cuda.reset_peak_memory_stats(device)
        return torch.cuda.memory_allocated(device)
    # Linux: the peak becomes what is held now
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return peak_bytes(device)


def peak_bytes(device: torch.device) -> int:
    """Return the most bytes held since `start_memory_count`; on a CPU, all that the process holds."""
    if device.type == "cuda":
        return torch.cuda.max_memory_allocated(device)
    return peak_memory()
