"""The base class of samplers, and what a step of theirs is."""

from __future__ import annotations

from typing import Annotated, ClassVar, NamedTuple

from pydantic import Field

from ...schema import Choice


class SamplerStep(NamedTuple):
    """The coefficients of a step, from the network's output for x_t to the x_s that it is asked about next.

    x_s = x_t · x + x_0 · x̂_0 + previous · x̂_0 of the step before + noise · z

    x is the noisy image, x̂_0 the estimate of the result that the network's output amounts to (`Sampling.estimate`),
    z ~ N(0, 1). All samplers are linear in these.
    """

    level: float
    """The share of the result in x_t, on which the network is conditioned: √ᾱ_t in (0, 1) of models that learnt by
    denoising, t in [0, 1) of those that learnt by flow."""
    x_t: float
    x_0: float
    previous: float
    """0 for samplers of first order, and in the first step."""
    noise: float
    """0 in deterministic steps, and in the last one."""


STEPS = Field(
    title="Sampling steps (diffusion models)",
    description="Number of steps from noise to the result; time grows with it. For a model trained by denoising, "
    "at most the number it was trained with.",
    ge=1,
    le=10_000,
)
Steps = Annotated[int | None, STEPS, Field(json_schema_extra={"blank": "all"})]
"""The field that every sampler has, with a default of its own."""


class Sampler(Choice):
    """The number of steps from noise to the result, their levels, and how each is taken.

    Members derive from `DenoisingSampler` or `FlowSampler`.
    """

    objective: ClassVar[str]
    """Id of the objective whose models it samples, and so of their `Sampling`."""

    n_timestep: Steps = None
