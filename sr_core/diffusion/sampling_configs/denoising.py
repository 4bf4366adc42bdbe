"""Sampling of networks that have learnt to tell noise, by the objective denoising."""

from __future__ import annotations

from math import sqrt
from typing import Any, Self, cast

import numpy as np
from numpy.typing import NDArray

from ...errors import InputError
from ...partial_override import UNCHANGED, Override
from ..noise_level_spacing import NOISIEST, log_snr
from ..samplers import DenoisingSampler, Sampler, SamplerStep
from ..schedules import NoiseSchedule
from . import Estimate, Sampling


class DenoisingSampling(Sampling):
    """The noise that a network has learnt to tell, and the way back from it.

    x_t = √ᾱ x_0 + √(1 − ᾱ) eps (Ho et al. 2020, equation 4), the level is √ᾱ, and the network gives eps.
    """

    noise_schedule: NoiseSchedule
    """The schedule of the training."""
    spread: NoiseSchedule | None = None
    """The schedule by whose steps the sampler's are spread over the trained noise levels; none leaves it to the sampler."""

    def dump(self) -> dict[str, Any]:
        """Return the JSON values that `load` takes, without an id: earlier versions know none and would refuse it."""
        return {name: value for name, value in super().dump().items() if name != "id"}

    def steps(self) -> list[SamplerStep]:
        return cast(DenoisingSampler, self.sampler).steps(self._alpha_bar())

    def estimate(self, level: float) -> Estimate:
        return Estimate(output=-sqrt(1 - level**2), x_0=level)

    def with_overrides(
        self, sampler: Override[Sampler] = UNCHANGED, schedule: Override[NoiseSchedule] = UNCHANGED
    ) -> Self:
        """Return this sampling with what a user overrides.

        Args:
            sampler: applied to `self.sampler`; without a number of steps it takes at most as many as were trained.
            schedule: the schedule by whose steps the sampler's are spread. Options that it shares with the trained
                schedule are that one's unless they are given.

        Raises:
            InputError: the sampler is none for denoising, it or the schedule lacks an option, or more steps are asked for
                than were trained.
        """
        chosen, spread = cast(DenoisingSampler, self.override_sampler(sampler)), self.spread
        if schedule.dump():
            own, other = self.noise_schedule, NoiseSchedule.members[schedule.id or self.noise_schedule.id]
            shared = {name: value for name, value in own.model_dump().items() if name in other.model_fields}
            spread = other.build({**shared, **schedule.options})
            if sampler.options.get("spacing", "trailing") != "trailing":
                raise InputError(
                    "SCHEDULE says where the steps lie, and so does spacing={spacing}: leave one of them out.",
                    spacing=chosen.spacing,
                )
            chosen = chosen.model_copy(update={"spacing": "trailing"})
        changed = self.model_copy(update={"spread": spread})
        if "n_timestep" not in sampler.options:
            chosen = chosen.model_copy(update={"n_timestep": changed._limit(chosen.n_timestep)})
        changed = changed.model_copy(update={"sampler": chosen})
        changed.steps()  # refuses what cannot be done before the work begins
        return changed

    def quick(self, n_timestep: int) -> Self:
        return self.with_overrides(Override(id="dpm_solver", n_timestep=self._limit(n_timestep)))

    def _limit(self, n_timestep: int | None) -> int | None:
        """Return a default number of steps, at most as many as there are."""
        return n_timestep and min(n_timestep, (self.spread or self.noise_schedule).n_timestep)

    def _alpha_bar(self) -> NDArray[np.float64]:
        """Return the trained ᾱ (T,), falling: of the schedule itself, or spread over its range as another's steps are."""
        trained = self.noise_schedule.alpha_bar()
        if self.spread is None:
            return trained
        own, other = (log_snr(np.maximum(levels, NOISIEST)) for levels in (trained, self.spread.alpha_bar()))
        share = (other - other[-1]) / (other[0] - other[-1])
        return np.asarray(1 / (1 + np.exp(-(own[-1] + share * (own[0] - own[-1])))))
