"""Heun: steps along the average of the velocities at both ends."""

from __future__ import annotations

from . import FlowSampler, SamplerStep
from ._flow import straight_step


class Heun(FlowSampler):
    """Heun.

    Of second order: each step is tried straight, and then taken along the average of the velocities at both of its ends
    (Karras et al. 2022, "Elucidating the Design Space of Diffusion-Based Generative Models", algorithm 1). The last
    step is a step of euler. The network runs twice in every step but the last: n steps take as long as 2n − 1 of euler.
    """

    def steps(self) -> list[SamplerStep]:
        found = []
        for t, s in self.time_pairs():
            found.append(straight_step(t, s))
            if s < 1:
                # From the tried x_s, where the line that led there still ends in the x̂_0 of the step before:
                # (s − t) / 2 times the difference of the two velocities.
                half = (s - t) / (2 * (1 - s))
                found.append(SamplerStep(level=s, x_t=1.0, x_0=half, previous=-half, noise=0.0))
        return found
