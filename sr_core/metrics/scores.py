"""Measures how close a super-resolved tile is to the truth: errors, PSNR, SSIM, SAM, ERGAS and what was added to it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..errors import InputError
from ..schema import Config

if TYPE_CHECKING:
    from jaxtyping import Bool, Float
    from torch import Tensor

PERFECT_PSNR = 100.0
"""What a tile without any error counts as (dB): its PSNR is infinite, and so would be every mean it enters."""

WINDOW = 11
"""Side of the SSIM window in pixels (Wang et al. 2004: Gaussian, sigma 1.5)."""


class Scores(Config):
    """Closeness to the truth, of one tile or on average; of all bands, or of one."""

    psnr: float
    """Peak signal-to-noise ratio in dB, all bands together; at most 100."""
    ssim: float | None
    """Structural similarity, mean over bands; none where no window is without gaps."""
    sam: float | None
    """Spectral angle in degrees; none with a single band."""
    ergas: float | None
    """Relative error over all bands (Wald 2000); none where a band's mean is 0."""
    l1: float | None = None
    """Mean absolute error in physical units; none in packages older than this figure."""
    l2: float | None = None
    """Mean squared error in squared physical units; none in packages older than this figure."""
    improvement: float | None = None
    """Share of the relevant detail that was found; none for single bands, and where `correctness` has none."""
    omission: float | None = None
    """Share that is missing."""
    hallucination: float | None = None
    """Share that was invented."""


class TileMeasurement(NamedTuple):
    """Scores of one tile."""

    whole: Scores
    """All bands together."""
    bands: tuple[Scores, ...]
    """Each band by itself."""


def score(
    sr: NDArray[np.floating],
    hr: NDArray[np.floating],
    valid: NDArray[np.bool_],
    *,
    scale: int,
    data_range: float,
) -> Scores | None:
    """Return the scores of one tile.

    The outermost `scale` pixels are left out, because there a tile lacks context that a raster has. A pixel counts
    where it is valid in all bands, and for SSIM where its whole window is.

    Args:
        sr: Result (bands, H, W) in physical units.
        hr: Truth (bands, H, W) in physical units.
        valid: Pixels of the truth that are no nodata, of the same shape.
        scale: How many times finer both are than the low-resolution tile.
        data_range: Range in physical units that PSNR and SSIM are stated for.

    Returns:
        None if no pixel counts.

    Raises:
        InputError: the tile is too small to have an SSIM window inside that border.
    """
    inside = _crop_border(sr, hr, valid, scale)
    return _measure(*inside, scale, data_range).whole if inside[2].any() else None


def measure_tile(
    lr: NDArray[np.floating],
    sr: NDArray[np.floating],
    hr: NDArray[np.floating],
    valid: NDArray[np.bool_],
    *,
    data_range: float,
) -> TileMeasurement | None:
    """Return what `score` does, the same of each band, and what was added to `lr` (bands, h, w)."""
    scale = hr.shape[-1] // lr.shape[-1]
    inside = _crop_border(sr, hr, valid, scale)
    if not inside[2].any():
        return None
    found = _measure(*inside, scale, data_range)
    import torch

    from .correctness import correctness

    added = correctness(torch.from_numpy(lr[:, 1:-1, 1:-1].astype(np.float64)), *inside)
    return found._replace(whole=found.whole.model_copy(update=added._asdict())) if added else found


def psnr(
    sr: NDArray[np.floating],
    hr: NDArray[np.floating],
    valid: NDArray[np.bool_],
    *,
    scale: int,
    data_range: float,
) -> float | None:
    """Return the PSNR that `score` gives, alone and so at a fraction of the cost."""
    a, b, counts = _crop_border(sr, hr, valid, scale)
    return _psnr(a[:, counts], b[:, counts], data_range) if counts.any() else None


def mean_scores(scores: Sequence[Scores]) -> Scores:
    """Return the mean of each figure over the tiles that have it."""
    columns = {name: [getattr(each, name) for each in scores] for name in Scores.model_fields}
    known = {name: [value for value in values if value is not None] for name, values in columns.items()}
    return Scores(**{name: sum(values) / len(values) if values else None for name, values in known.items()})


def _crop_border(
    sr: NDArray[np.floating], hr: NDArray[np.floating], valid: NDArray[np.bool_], scale: int
) -> tuple[Float[Tensor, "c h w"], Float[Tensor, "c h w"], Bool[Tensor, "h w"]]:
    """Return both images and what counts of them, without the border, in double precision as angles near 0 need it."""
    if min(hr.shape[-2:]) < WINDOW + 2 * scale:
        raise InputError(
            "Tiles of {size} pixels are too small to be measured at scale {scale}: export tiles of at least {least}.",
            size=min(hr.shape[-2:]),
            scale=scale,
            least=WINDOW + 2 * scale,
        )
    import torch

    inner = (..., slice(scale, -scale), slice(scale, -scale))
    a, b = (torch.from_numpy(image[inner].astype(np.float64)) for image in (sr, hr))
    return a, b, torch.from_numpy(np.logical_and.reduce(valid)[inner].copy())


def _torchmetrics() -> Any:
    """Import it when first needed: that takes almost as long as importing torch, and most jobs measure nothing."""
    from torchmetrics.functional import image

    return image


def _measure(
    sr: Float[Tensor, "c h w"],
    hr: Float[Tensor, "c h w"],
    counts: Bool[Tensor, "h w"],
    scale: int,
    data_range: float,
) -> TileMeasurement:
    """Return all but what was added, of pixels of which some count."""
    similar = _ssim(sr, hr, counts, data_range)
    a, b = sr[:, counts], hr[:, counts]
    bands = tuple(
        _score_pixels(a[i : i + 1], b[i : i + 1], scale, data_range, similar[i] if similar else None)
        for i in range(len(b))
    )
    ssim = sum(similar) / len(similar) if similar else None
    return TileMeasurement(_score_pixels(a, b, scale, data_range, ssim), bands)


def _score_pixels(
    sr: Float[Tensor, "c n"],
    hr: Float[Tensor, "c n"],
    scale: int,
    data_range: float,
    ssim: float | None,
) -> Scores:
    """Return all that is of single pixels, and the `ssim` that is not."""
    error = sr - hr
    return Scores(
        psnr=_psnr(sr, hr, data_range),
        ssim=ssim,
        sam=_sam(sr, hr),
        ergas=_ergas(sr, hr, scale),
        l1=float(error.abs().mean()),
        l2=float(error.square().mean()),
    )


def _psnr(sr: Float[Tensor, "c n"], hr: Float[Tensor, "c n"], data_range: float) -> float:
    if bool((sr == hr).all()):
        return PERFECT_PSNR
    return min(PERFECT_PSNR, float(_torchmetrics().peak_signal_noise_ratio(sr, hr, data_range=data_range)))


def _ssim(
    sr: Float[Tensor, "c h w"], hr: Float[Tensor, "c h w"], counts: Bool[Tensor, "h w"], data_range: float
) -> list[float] | None:
    """Return the SSIM of each band; none where no window is without gaps."""
    import torch

    # Variances are differences of squares. Single precision, which is 40 times faster, is enough for them unless
    # values are far from 0, as temperatures are.
    precision = torch.float32 if hr[:, counts].abs().max() < 4 * data_range else torch.float64
    # What lies in a gap must not matter, not even as NaN: windows that touch one are left out below.
    a, b = (torch.where(counts, image, 0.0)[None].to(precision) for image in (sr, hr))
    _, full = _torchmetrics().structural_similarity_index_measure(
        a, b, sigma=1.5, kernel_size=WINDOW, data_range=data_range, return_full_image=True
    )
    r = WINDOW // 2
    whole = ~torch.nn.functional.max_pool2d((~counts)[None, None].float(), WINDOW, stride=1).bool()[0, 0]
    if not whole.any():
        return None
    similar: list[float] = full[0, :, r:-r, r:-r][:, whole].double().mean(dim=1).tolist()
    return similar


def _sam(sr: Float[Tensor, "c n"], hr: Float[Tensor, "c n"]) -> float | None:
    if sr.shape[0] < 2:
        return None
    # Black has no direction.
    has_angle = (sr.norm(dim=0) > 0) & (hr.norm(dim=0) > 0)
    if not has_angle.any():
        return None
    a, b = (image[:, has_angle][None, :, :, None] for image in (sr, hr))
    return math.degrees(float(_torchmetrics().spectral_angle_mapper(a, b)))


def _ergas(sr: Float[Tensor, "c n"], hr: Float[Tensor, "c n"], scale: int) -> float | None:
    if (hr.mean(dim=1) == 0).any():
        return None
    a, b = (image[None, :, :, None] for image in (sr, hr))
    return float(_torchmetrics().error_relative_global_dimensionless_synthesis(a, b, ratio=scale))
