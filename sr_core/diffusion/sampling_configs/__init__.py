"""How a diffusion model is sampled, one file for each objective: as its package says, and as a user wants otherwise."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, NamedTuple, Self

from pydantic import model_validator

from ...errors import InputError
from ...partial_override import UNCHANGED, Override
from ...schema import Choice
from ..samplers import Sampler, SamplerStep
from ..schedules import NoiseSchedule

__all__ = ["Estimate", "Sampling"]

UNNAMED = "denoising"
"""Id of the sampling of packages that name none: there was no other, and an id is refused by the versions that wrote them."""


class Estimate(NamedTuple):
    """What a network's output says of the result at a level: x̂_0 = (x_t + output · what the network gives) / x_0."""

    output: float
    """Factor on the output."""
    x_0: float
    """Share of the result in that sum."""


class Sampling(Choice):
    """What a network has learnt to tell of noisy images, and the way from noise to a result: a package's sampling.json.

    Members have the name of the objective by which networks learn it.
    """

    sampler: Sampler
    """The way from noise to a result."""

    @classmethod
    def load(cls, values: Any) -> Self:
        named = {"id": UNNAMED, **values} if isinstance(values, dict) else values
        return super().load(named)

    @model_validator(mode="after")
    def _fits(self) -> Self:
        self._require_fitting(self.sampler.id)
        return self

    @abstractmethod
    def steps(self) -> list[SamplerStep]:
        """Return the steps from noise to the result.

        Raises:
            InputError: the sampler takes more steps than the network can tell apart.
        """
        raise NotImplementedError

    @abstractmethod
    def estimate(self, level: float) -> Estimate:
        """Return how the network's output becomes an estimate of the result.

        Args:
            level: that of x_t, see `SamplerStep.level`.
        """
        raise NotImplementedError

    @abstractmethod
    def with_overrides(
        self, sampler: Override[Sampler] = UNCHANGED, schedule: Override[NoiseSchedule] = UNCHANGED
    ) -> Self:
        """Return this sampling with what a user overrides.

        Args:
            sampler: applied to `self.sampler`.
            schedule: the noise schedule by whose steps the sampler's are spread.

        Raises:
            InputError: models of this objective have no such sampler or no schedule, or these lack an option.
        """
        raise NotImplementedError

    @abstractmethod
    def quick(self, n_timestep: int) -> Self:
        """Return a sampling of at most this many steps, by the sampler that needs fewest: a look during training."""
        raise NotImplementedError

    def override_sampler(self, sampler: Override[Sampler]) -> Sampler:
        """Return `self.sampler` with what a user overrides.

        Raises:
            InputError: the sampler is none for models of this objective, or lacks an option.
        """
        return sampler.onto(self.sampler, self._require_fitting(sampler.id))

    def _require_fitting(self, asked: str | None) -> list[str]:
        """Return the ids of the samplers for models of this objective; InputError if the one asked for is not among them."""
        objectives = {name: member.objective for name, member in Sampler.members.items()}
        fitting = [name for name, objective in objectives.items() if objective == self.id]
        if asked is not None and asked not in fitting:
            raise InputError(
                "The sampler {sampler} is for models trained with the objective {other}, and this one was "
                "trained with {own}: set SAMPLER to one of {known}.",
                sampler=asked,
                other=objectives[asked],
                own=self.id,
                known=", ".join(fitting),
            )
        return fitting


Sampling.discover(__name__, __path__)
