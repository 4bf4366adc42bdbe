"""Recipes of the models that come with Finer, and of the experiments that docs/models.md tells of."""

from __future__ import annotations

from typing import Any, NamedTuple

from benchmarks._training_images import COLOURS, SENTINEL2_BANDS

CARN = "carn_m"
"""CARN-M by its authors, who taught it on photographs."""


class Recipe(NamedTuple):
    """How a model is made."""

    bands: tuple[str, ...]
    backbone: dict[str, Any]
    training: dict[str, Any]
    start: str | None = None
    """The model that training starts from, see `start_of`."""
    has_new_tail: bool = False
    """Whether the last layer of its tail begins at zero all the same, and the tail is kept free of a pattern on flat fields."""
    start_share: float = 0.0
    """What share the weights that training starts from have in the mean of both that is kept (Wortsman et al. 2022,
    "Robust fine-tuning of zero-shot models", equation 1): it forgets less of images that the training has not seen."""
    clean: float = 0.35
    """Share of tiles that are only reduced bicubically."""
    dead_leaves: int = 0
    """Synthetic images of flat surfaces among those that it learns from."""
    scale: int = 4
    licence: str = "CC0-1.0"
    is_shipped: bool = True
    pixel_size: float | None = None
    """Metres, of the rasters that the model is for, where it was taught on coarser ones (Wald's protocol)."""


EDSR = {"id": "edsr", "upsampler": "single"}
CARN_M = {"id": "carn", "efficient": True, "multi_scale": False, "global_skip": "none"}
CARN_LICENCE = (
    "MIT; initialised with CARN-M (Ahn, Kang and Sohn 2018, MIT), fine-tuned on NAIP (USDA, public domain)"
)
FINE_TUNING = {
    "learning_rate": 8e-4,
    "learning_rate_schedule": {"id": "cosine", "warm_up": 0.03},
    "ema": 0.99,
    "batch_size": 8,
    "patch_size": 40,
}
SENTINEL2 = "sentinel2_10m_rgbn_x2_edsr"
RGBN_X4 = "naip_0.6m_rgbn_x4_edsr"
FIRST = "first"
"""The RGBN model that came with Finer first, which has learnt from images that were reduced bicubically."""
FIRST_COMMIT = "f8eedde"
"""The last commit that has it, as models/naip_0.6m_rgbn_x4_edsr.srpk."""
RECIPES = {
    "robust_rgbn": Recipe(COLOURS, EDSR, FINE_TUNING, FIRST, is_shipped=False),
    "robust_rgb": Recipe(
        COLOURS[:3],
        EDSR,
        {**FINE_TUNING, "learning_rate": 5e-4, "patch_size": 36},
        "robust_rgbn",
        is_shipped=False,
    ),
    "new_tail_rgb": Recipe(
        COLOURS[:3], EDSR, FINE_TUNING, FIRST, has_new_tail=True, clean=0.5, is_shipped=False
    ),
    "new_tail_rgbn": Recipe(
        COLOURS, EDSR, FINE_TUNING, FIRST, has_new_tail=True, clean=0.5, is_shipped=False
    ),
    "naip_0.6m_rgb_x4_carn": Recipe(
        COLOURS[:3],
        CARN_M,
        {**FINE_TUNING, "learning_rate": 3e-4},
        CARN,
        start_share=0.5,
        clean=0.5,
        licence=CARN_LICENCE,
    ),
    RGBN_X4: Recipe(
        COLOURS,
        {"id": "edsr"},
        {**FINE_TUNING, "learning_rate": 4e-4},
        FIRST,
        clean=0.5,
        dead_leaves=48,
    ),
    "naip_0.6m_rgbn_x2_edsr": Recipe(
        COLOURS,
        {"id": "edsr"},
        FINE_TUNING,
        RGBN_X4,
        clean=0.5,
        dead_leaves=48,
        scale=2,
    ),
    "naip_0.6m_rgb_x2_carn": Recipe(
        COLOURS[:3],
        CARN_M,
        {**FINE_TUNING, "learning_rate": 3e-4},
        CARN,
        start_share=0.5,
        clean=0.5,
        dead_leaves=48,
        scale=2,
        licence=CARN_LICENCE,
    ),
    SENTINEL2: Recipe(
        SENTINEL2_BANDS,
        {**EDSR, "n_feats": 32, "n_blocks": 8},
        {**FINE_TUNING, "learning_rate": 1e-3, "patch_size": 32},
        scale=2,
        pixel_size=10,
        licence="CC-BY-4.0; contains modified Copernicus Sentinel data 2017 and 2021, and DSen2 data (Lanaras et al. 2018)",
    ),
}
DEGRADATIONS = {
    "naip": {"id": "robust", "clean": 0.35},
    "sentinel2": {"id": "mtf", "sensor": "sentinel2_msi", "noise": [0.001]},
}
