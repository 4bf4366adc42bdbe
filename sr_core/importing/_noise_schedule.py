"""Finds the noise schedule that a list of betas is of."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from torch import Tensor

from ..diffusion.schedules import LEAST, MOST, NoiseSchedule
from ..errors import InputError

TOLERANCE = 1e-4
"""Relative, of a beta: what single precision, in which files hold 1 − beta, leaves of it."""


def find_noise_schedule(betas: Tensor) -> NoiseSchedule | None:
    """Return the noise schedule whose betas (T,) these are, if it is a known one."""
    found = betas.double().cpu().numpy().clip(LEAST, MOST)  # SR3's own jsd ends at 1
    if found.ndim != 1 or len(found) < 2:
        return None
    # As they were written before they were rounded.
    start, end = (float(f"{value:.6g}") for value in (found[0], found[-1]))
    for schedule in _schedules_between(len(found), start, end):
        if np.allclose(found, schedule.betas(), rtol=TOLERANCE, atol=LEAST):
            return schedule
    return None


def _schedules_between(count: int, start: float, end: float) -> Iterator[NoiseSchedule]:
    """Yield every schedule of so many steps, with these ends if it has ends."""
    values = {"n_timestep": count, "linear_start": start, "linear_end": end}
    for member in NoiseSchedule.members.values():
        try:
            yield member.build({name: value for name, value in values.items() if name in member.model_fields})
        except InputError:  # it cannot have such ends
            continue
