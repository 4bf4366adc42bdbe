"""A coarse raster and a finer guide of the same synthetic land."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import torch
from affine import Affine

from .small_packages import make_package

CORNER = Affine(20, 0, 500_000, 0, -20, 5_000_000)
"""Of the coarse raster's pixels, 20 m wide."""


class GuidedScene(NamedTuple):
    """Paths, and the pixels (b, h, w) in them."""

    coarse: str
    guide: str
    coarse_pixels: np.ndarray
    guide_pixels: np.ndarray


def make_scene(make_raster, *, size=(48, 64), ratio=2, bands=2, guide_bands=2, shift=0.0, **guide_profile):
    """Write the rasters; the guide's corner lies `shift` of its pixels beside the coarse one's."""
    rng = np.random.default_rng(0)
    height, width = (side * ratio for side in size)
    rows, cols = np.mgrid[:height, :width]
    waves = np.sin(rows / 5) + np.cos(cols / 7) + np.sin((rows + cols) / 3)
    fine = np.stack(
        [2000 + 300 * (k + 1) * waves + rng.normal(0, 60, waves.shape) for k in range(guide_bands)]
    )
    mixed = np.stack([fine.mean(0) * (1 + 0.2 * k) for k in range(bands)])
    coarse = mixed.reshape(bands, size[0], ratio, size[1], ratio).mean((2, 4))
    fine, coarse = (np.rint(image).astype("uint16") for image in (fine, coarse))
    place = CORNER * Affine.scale(1 / ratio) * Affine.translation(shift, shift)
    return GuidedScene(
        str(make_raster("coarse.tif", coarse, transform=CORNER)),
        str(make_raster("guide.tif", fine, transform=place, **guide_profile)),
        coarse,
        fine,
    )


def guided_package(ratio=2, guide_bands=2, backbone=None, seed=0, **changes):
    """Return a small model with random weights that takes two bands and such a guide."""
    guide = {
        "bands": ("",) * guide_bands,
        "ratio": ratio,
        "dtype": "uint16",
        "radiometry": {"gain": (1e-4,) * guide_bands, "offset": (0.0,) * guide_bands},
        "mean": (0.2,) * guide_bands,
        "std": (0.05,) * guide_bands,
    }
    values = {"guide": guide, "nodata": None, "metrics": None, **changes}
    if backbone:
        values["backbone"] = backbone
    package = make_package(seed, **values)
    with torch.no_grad():  # so that results are near what pixels can be
        for weights in package.net.parameters():
            weights.mul_(0.15)
    return package
