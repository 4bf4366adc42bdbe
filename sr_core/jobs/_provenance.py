"""How a super-resolved raster came about, as tags of its file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from ..device import describe
from ..package.srpk import ModelPackage

if TYPE_CHECKING:
    from .classify_pixels import ClassifyPixels


def provenance(job: ClassifyPixels, package: ModelPackage) -> dict[str, str]:
    """Model, versions, device and time, and of a diffusion model how it is sampled.

    Raises:
        BadInput: the sampler cannot do what is asked.
    """
    tags = {
        "FINER_MODEL": Path(job.model).name,
        "FINER_BACKBONE": package.info.backbone.id,
        "FINER_TORCH": torch.__version__,
        "FINER_DEVICE": describe(package.device),
        "FINER_DATE": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
    }
    if package.sampling:
        sampler = package.sampling.with_overrides(job.sampler, job.schedule).sampler
        options = (f"{name}={value}" for name, value in sampler.model_dump(mode="json").items())
        tags["FINER_SAMPLER"] = " ".join((sampler.id, *options))
        tags["FINER_SEED"], tags["FINER_SAMPLES"] = str(job.seed), str(job.samples)
    return tags
