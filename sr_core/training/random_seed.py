"""Seeds torch's random numbers for a part of the work."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch


@contextmanager
def seeded(seed: int, device: torch.device | None = None) -> Iterator[None]:
    """Within this context torch's random numbers are those of `seed`; afterwards they go on as before.

    Args:
        seed: The seed.
        device: A CUDA card whose random numbers are drawn as well as the CPU's.
    """
    with torch.random.fork_rng(devices=[device] if device and device.type == "cuda" else []):
        torch.manual_seed(seed)
        yield
