"""Samplers, one file each: the way back from noise to an image, as a table of coefficients."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, NamedTuple

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from ...schema import Choice
from ..gaussian import Spacing, spaced

__all__ = ["Sampler", "SamplerStep", "Steps"]


class SamplerStep(NamedTuple):
    """From x_t to x_s, which is less noisy: all samplers are linear in what they are given, so this is all there is.

    x_s = x_t · x + x_0 · x̂_0 + previous · x̂_0 of the step before + noise · z

    x is the noisy image, x̂_0 what the network takes it for at `level`, (x − √(1 − level²) eps) / level, and z fresh
    noise, N(0, 1).
    """

    level: float
    """√ᾱ_t, at which the network is asked; in (0, 1)."""
    x_t: float
    x_0: float
    previous: float
    """0 where the sampler does not look back, and in the first step."""
    noise: float
    """0 where the step is deterministic, and in the last one."""


Steps = Annotated[
    int | None,
    Field(
        title="Sampling steps (diffusion models)",
        description="Steps from noise to the result, each of which asks the network once: time grows with them. At most as "
        "many as it was trained with.",
        ge=1,
        le=10_000,
        json_schema_extra={"blank": "all"},
    ),
]
"""What every sampler has, each with a default of its own."""


class Sampler(Choice):
    """How many steps lead from noise to the result, where they stop, and how each is taken.

    Fewer steps than were trained re-space the trained schedule. The network is conditioned on the continuous level √ᾱ,
    so that any level within the trained range will do; which ones are chosen matters more than how steps are taken.
    """

    n_timestep: Steps = None

    spacing: Annotated[Spacing, Field(title="Spacing")] = "focused"
    """On which noise levels the steps stop. focused: evenly in the logarithm of the signal-to-noise ratio, but denser
    where detail is decided; log_snr: evenly in that logarithm; trailing: evenly in the trained steps, which needs
    hundreds of them."""

    def steps(self, alpha_bar: NDArray[np.float64]) -> list[SamplerStep]:
        """The coefficients of every step, from x_T ~ N(0, 1) to x_0; `alpha_bar` (T,) is the trained schedule's.

        Raises:
            BadInput: more steps than were trained.
        """
        raise NotImplementedError

    def stops(self, alpha_bar: NDArray[np.float64]) -> list[tuple[float, float]]:
        """(ᾱ_t, ᾱ_s) of every step: where it begins and where it leads to, which for the last one is 1, the image.

        Raises:
            BadInput: more steps than were trained.
        """
        return list(pairwise([*spaced(alpha_bar, self.n_timestep, self.spacing).tolist(), 1.0]))


def snr_ratio(alpha_bar_t: float, alpha_bar_s: float) -> float:
    """Signal-to-noise ratio at t over that at s: how much of the noise at s is known from t; 0 if s is the image."""
    return alpha_bar_t * (1 - alpha_bar_s) / (alpha_bar_s * (1 - alpha_bar_t))


Sampler.discover(__name__, __path__)
