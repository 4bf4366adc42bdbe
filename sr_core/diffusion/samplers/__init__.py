"""Samplers, one file each: the way from noise to an image, as a table of coefficients."""

from __future__ import annotations

from ._denoising import DenoisingSampler
from ._flow import FlowSampler
from ._sampler import Sampler, SamplerStep, Steps

__all__ = ["DenoisingSampler", "FlowSampler", "Sampler", "SamplerStep", "Steps"]

Sampler.discover(__name__, __path__)
