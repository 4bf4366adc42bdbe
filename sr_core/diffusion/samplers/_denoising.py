"""The base class of samplers for networks that have learnt to tell noise, by the objective denoising."""

from __future__ import annotations

from abc import abstractmethod
from itertools import pairwise
from typing import Annotated, ClassVar

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from ..noise_level_spacing import Spacing, space_levels
from ._sampler import Sampler, SamplerStep


class DenoisingSampler(Sampler):
    """The reverse of a noise schedule.

    Fewer steps than were trained re-space the trained schedule. The network is conditioned on the continuous √ᾱ, so
    that any level within the trained range will do; which ones are chosen matters more than how steps are taken.
    """

    objective: ClassVar[str] = "denoising"

    spacing: Annotated[Spacing, Field(title="Spacing")] = "focused"
    """Noise levels that the steps use. focused: evenly in the logarithm of the signal-to-noise ratio, but denser where
    detail is decided; log_snr: evenly in that logarithm; trailing: evenly in the trained steps, which needs hundreds of
    them."""

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
