"""Which noise schedule a list of betas is."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from torch import Tensor

from ..diffusion.schedules import LEAST, MOST, NoiseSchedule
from ..errors import BadInput

TOLERANCE = 1e-4
"""Of a beta: files hold single precision, in which 1 − beta is told to about so much."""


def noise_schedule(betas: Tensor) -> NoiseSchedule | None:
    """The noise schedule whose betas (T,) these are, or none where it is none that is known."""
    found = betas.double().cpu().numpy().clip(LEAST, MOST)  # SR3's own jsd ends at 1
    if found.ndim != 1 or len(found) < 2:
        return None
    # As they were written before they were rounded.
    start, end = (float(f"{value:.6g}") for value in (found[0], found[-1]))
    for schedule in _like(len(found), start, end):
        if np.allclose(found, schedule.betas(), rtol=TOLERANCE, atol=LEAST):
            return schedule
    return None


def _like(count: int, start: float, end: float) -> Iterator[NoiseSchedule]:
    """Every schedule of so many steps, with these ends if it has ends."""
    values = {"n_timestep": count, "linear_start": start, "linear_end": end}
    for member in NoiseSchedule.members.values():
        try:
            yield member.build({name: value for name, value in values.items() if name in member.model_fields})
        except BadInput:  # it cannot have such ends
            continue
