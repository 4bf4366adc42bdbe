"""The base class of samplers for networks that have learnt a velocity, by the objective flow."""

from __future__ import annotations

from abc import abstractmethod
from itertools import pairwise
from typing import Annotated, ClassVar

import numpy as np

from ._sampler import STEPS, Sampler, SamplerStep


class FlowSampler(Sampler):
    """A solver of dx/dt = v(x, t) from noise at t = 0 to the result at t = 1.

    The straight line from x at t in the direction of v ends in x̂_0 = x + (1 − t) v: so a step from t to s along it leads
    to x + (s − t) v = ((1 − s) x + (s − t) x̂_0) / (1 − t), and v = (x̂_0 − x) / (1 − t) is the same all along it.
    """

    objective: ClassVar[str] = "flow"

    n_timestep: Annotated[int, STEPS] = 5

    @abstractmethod
    def steps(self) -> list[SamplerStep]:
        """Return the coefficients of every step, from noise ~ N(0, 1) to the result."""
        raise NotImplementedError

    def time_pairs(self) -> list[tuple[float, float]]:
        """Return (t, s) of every step, before and after it; they divide the way from 0 to 1 evenly."""
        return list(pairwise(np.linspace(0, 1, self.n_timestep + 1).tolist()))


def straight_step(t: float, s: float) -> SamplerStep:
    """Return the step from t to s along the velocity at t."""
    return SamplerStep(level=t, x_t=(1 - s) / (1 - t), x_0=(s - t) / (1 - t), previous=0.0, noise=0.0)
