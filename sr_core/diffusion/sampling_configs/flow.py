"""Sampling of networks that have learnt a velocity, by the objective flow."""

from __future__ import annotations

from typing import Self, cast

from ...errors import InputError
from ...partial_override import UNCHANGED, Override
from ..samplers import FlowSampler, Sampler, SamplerStep
from ..schedules import NoiseSchedule
from . import Estimate, Sampling


class FlowSampling(Sampling):
    """The velocity that a network has learnt, and the way along it.

    x_t = (1 − t) eps + t x_0, the level is t, and the network gives the velocity x_0 − eps. (Liu et al. 2023, equation 1,
    and Lipman et al. 2023, equation 22 with σ_min = 0, call the result x_1 and the noise x_0.)
    """

    def steps(self) -> list[SamplerStep]:
        return cast(FlowSampler, self.sampler).steps()

    def estimate(self, level: float) -> Estimate:
        return Estimate(output=1 - level, x_0=1.0)

    def with_overrides(
        self, sampler: Override[Sampler] = UNCHANGED, schedule: Override[NoiseSchedule] = UNCHANGED
    ) -> Self:
        if schedule.parameter:
            raise InputError(
                "This model was trained with the objective flow, which has no noise schedule: leave "
                "{parameter} blank.",
                parameter=schedule.parameter,
            )
        return self.model_copy(update={"sampler": self.override_sampler(sampler)})

    def quick(self, n_timestep: int) -> Self:
        return self.with_overrides(Override(id="euler", n_timestep=n_timestep))
