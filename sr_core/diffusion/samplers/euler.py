"""Euler: straight steps along the velocity."""

from __future__ import annotations

from . import FlowSampler, SamplerStep
from ._flow import straight_step


class Euler(FlowSampler):
    """Euler.

    Each step goes straight along the velocity at its beginning (Liu et al. 2023, "Flow Straight and Fast", equation 2).
    One step gives about the mean of the possible results; more steps give a sharper one of them.
    """

    def steps(self) -> list[SamplerStep]:
        return [straight_step(t, s) for t, s in self.time_pairs()]
