"""How a diffusion model is sampled: the package's own way, and what a user wants otherwise."""

from __future__ import annotations

from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from ..errors import BadInput
from ..schema import Config
from .gaussian import NOISIEST, log_snr
from .samplers import Sampler, SamplerStep
from .schedules import NoiseSchedule


class Sampling(Config):
    """The noise that a network has learnt to tell, and the way back: a package's sampling.json."""

    noise_schedule: NoiseSchedule
    """As it was trained."""
    sampler: Sampler
    """The way back."""
    spread: NoiseSchedule | None = None
    """By whose steps the sampler's are spread over the noise levels that were learnt; none leaves it to the sampler."""

    def steps(self) -> list[SamplerStep]:
        """From noise to the result.

        Raises:
            BadInput: the sampler takes more steps than the schedule has.
        """
        return self.sampler.steps(self._alpha_bar())

    def but(
        self,
        sampler: str | None = None,
        n_timestep: int | None = None,
        eta: float | None = None,
        schedule: str | None = None,
    ) -> Self:
        """This sampling with what is given in place of its own; another `sampler` comes with its own defaults.

        Raises:
            BadInput: the sampler has no such option, or more steps are asked for than were trained.
        """
        member = type(self.sampler) if sampler in (None, self.sampler.id) else Sampler.members[str(sampler)]
        values: dict[str, Any] = self.sampler.model_dump() if member is type(self.sampler) else {}
        if eta is not None:
            if "eta" not in member.model_fields:
                raise BadInput(
                    "{sampler} has no eta: leave ETA blank, or set SAMPLER to ddim.", sampler=member.id
                )
            values["eta"] = eta
        values["n_timestep"] = n_timestep or self._fitting(member.build(values).n_timestep)
        spread = self.spread
        if schedule is not None:
            own = self.noise_schedule.model_dump()
            other = NoiseSchedule.members[schedule]
            spread = other.build({name: own[name] for name in other.model_fields if name in own})
            values["spacing"] = "trailing"
        chosen = self.model_copy(update={"sampler": member.build(values), "spread": spread})
        chosen.steps()  # what cannot be done is refused here and not when the work has begun
        return chosen

    def quick(self, n_timestep: int) -> Self:
        """At most this many steps of the solver that makes most of few: to see whether a network learns."""
        return self.but("dpm_solver", self._fitting(n_timestep))

    def _fitting(self, n_timestep: int | None) -> int | None:
        """A number that nobody asked for: as many as were trained, if those are fewer."""
        return n_timestep and min(n_timestep, self.noise_schedule.n_timestep)

    def _alpha_bar(self) -> NDArray[np.float64]:
        """The trained levels (T,), falling: of the schedule itself, or spread over its range as another spreads them."""
        trained = self.noise_schedule.alpha_bar()
        if self.spread is None:
            return trained
        own, other = (log_snr(np.maximum(levels, NOISIEST)) for levels in (trained, self.spread.alpha_bar()))
        share = (other - other[-1]) / (other[0] - other[-1])
        return np.asarray(1 / (1 + np.exp(-(own[-1] + share * (own[0] - own[-1])))))
