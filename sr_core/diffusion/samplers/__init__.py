"""Samplers, one file each: the reverse process from noise to an image, as a table of coefficients."""

from __future__ import annotations

from abc import abstractmethod
from itertools import pairwise
from typing import Annotated, NamedTuple

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from ...schema import Choice
from ..noise_levels import Spacing, space_levels

__all__ = ["Sampler", "SamplerStep", "Steps"]


class SamplerStep(NamedTuple):
    """The coefficients of a step from x_t to the less noisy x_s; all samplers are linear.

    x_s = x_t · x + x_0 · x̂_0 + previous · x̂_0 of the step before + noise · z

    x is the noisy image, x̂_0 = (x − √(1 − ᾱ_t) eps) / √ᾱ_t the network's estimate of the result, z ~ N(0, 1).
    """

    sqrt_alpha_bar: float
    """√ᾱ_t, on which the network is conditioned; in (0, 1)."""
    x_t: float
    x_0: float
    previous: float
    """0 for samplers of first order, and in the first step."""
    noise: float
    """0 in deterministic steps, and in the last one."""


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
"""The field that every sampler has, with a default of its own."""


class Sampler(Choice):
    """The number of steps from noise to the result, their noise levels, and how each is taken.

    Fewer steps than were trained re-space the trained schedule. The network is conditioned on the continuous √ᾱ, so
    that any level within the trained range will do; which ones are chosen matters more than how steps are taken.
    """

    n_timestep: Steps = None

    spacing: Annotated[Spacing, Field(title="Spacing")] = "focused"
    """On which noise levels the steps stop. focused: evenly in the logarithm of the signal-to-noise ratio, but denser
    where detail is decided; log_snr: evenly in that logarithm; trailing: evenly in the trained steps, which needs
    hundreds of them."""

    @abstractmethod
    def steps(self, alpha_bar: NDArray[np.float64]) -> list[SamplerStep]:
        """Return the coefficients of every step, from x_T ~ N(0, 1) to x_0.

        Args:
            alpha_bar: ᾱ of the trained schedule (T,), falling.

        Raises:
            InputError: more steps than were trained.
        """
        raise NotImplementedError

    def level_pairs(self, alpha_bar: NDArray[np.float64]) -> list[tuple[float, float]]:
        """Return (ᾱ_t, ᾱ_s) of every step, before and after it; the last ᾱ_s is 1, the image.

        Args:
            alpha_bar: ᾱ of the trained schedule (T,), falling.

        Raises:
            InputError: more steps than were trained.
        """
        return list(pairwise([*space_levels(alpha_bar, self.n_timestep, self.spacing).tolist(), 1.0]))


def snr_ratio(alpha_bar_t: float, alpha_bar_s: float) -> float:
    """Return the signal-to-noise ratio at t over that at s: the share of the noise at s that t tells; 0 if s is the image."""
    return alpha_bar_t * (1 - alpha_bar_s) / (alpha_bar_s * (1 - alpha_bar_t))


Sampler.discover(__name__, __path__)
