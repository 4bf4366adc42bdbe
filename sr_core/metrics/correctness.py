"""Measures what super-resolution added to a tile: improvement, omission or hallucination (Aybar et al. 2024).

A comprehensive benchmark for optical remote sensing image super-resolution, IEEE Geoscience and Remote Sensing
Letters 21. The definitions and constants are those of the authors' package opensr-test 1.3.3 with its defaults, but
for the spatial harmonisation: the two sides of a tile set lie on one lattice already.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import torch
from jaxtyping import Bool, Float
from numpy.typing import NDArray
from torch import Tensor

SHARE_WITHOUT_DETAIL = 0.75
"""Share of the pixels, those where truth and low-resolution image differ least, that do not count unless the result differs."""

STRICTNESS = 0.05
"""How soon a pixel that is far from both counts as invented (the lambda of the paper's scores)."""

TEMPERATURE = 0.25
"""Temperature of the softmin that turns the three scores into shares."""

ROUNDING = 1e-9
"""Distances below are of how the low-resolution image was enlarged."""

TINY = 1e-8
"""Keeps a distance between two black pixels finite."""


class Correctness(NamedTuple):
    """Shares of the relevant detail; their sum is 1."""

    improvement: float
    """Detail that the truth has and the result shows."""
    omission: float
    """Detail that the truth has and the result, like the low-resolution image, does not show."""
    hallucination: float
    """Detail that neither the truth nor the low-resolution image has."""


def correctness(
    lr: Float[Tensor, "c h w"],
    sr: Float[Tensor, "c H W"],
    hr: Float[Tensor, "c H W"],
    counts: Bool[Tensor, "H W"],
) -> Correctness | None:
    """Return the shares of one tile, from images in physical units and double precision; only pixels that count do.

    Returns:
        None where no detail is relevant (all three images are the same), or truth or low-resolution image have
        negative values, for which the distances, made for reflectances, mean nothing.
    """
    shares = correctness_map(lr, sr, hr, counts)
    if shares is None:
        return None
    known = shares[:, ~torch.isnan(shares[0])]
    return Correctness(*map(float, known.mean(dim=1))) if known.numel() else None


def correctness_map(
    lr: Float[Tensor, "c h w"],
    sr: Float[Tensor, "c H W"],
    hr: Float[Tensor, "c H W"],
    counts: Bool[Tensor, "H W"],
) -> Float[Tensor, "3 H W"] | None:
    """Return improvement, omission and hallucination of each pixel, NaN where no detail is relevant; see `correctness`."""
    if not counts.any():
        return None
    coarse = torch.nn.functional.interpolate(
        lr[None], scale_factor=hr.shape[-1] // lr.shape[-1], mode="bilinear"
    )[0]
    if any((image[:, counts] < 0).any() for image in (coarse, hr)):
        return None
    harmonised = _match_histograms(hr, sr, counts)
    reference, to_hr, to_lr = (
        _distance(*pair) for pair in ((coarse, hr), (harmonised, hr), (harmonised, coarse))
    )
    threshold = max(_quantile(reference[counts], SHARE_WITHOUT_DETAIL), ROUNDING)
    at_stake = counts & ((reference > threshold) | (to_hr > threshold) | (to_lr > threshold))
    improved, omitted = to_hr / reference, to_lr / reference  # infinite where the result alone differs
    excess = 1 - torch.exp(-STRICTNESS * (improved + omitted - 1))
    scores = torch.stack(
        [
            improved + omitted * excess,
            omitted + improved * excess,
            torch.exp(-STRICTNESS * improved * omitted),
        ]
    )
    return torch.where(at_stake, torch.softmax(-scores / TEMPERATURE, dim=0), torch.nan)


def _distance(a: Float[Tensor, "c h w"], b: Float[Tensor, "c h w"]) -> Float[Tensor, "h w"]:
    """Return the normalised difference, mean over bands."""
    return ((a - b).abs() / (a + b + TINY).abs()).mean(dim=0)


def _quantile(values: Float[Tensor, " n"], share: float) -> float:
    return float(values.kthvalue(max(1, int(share * len(values)))).values)


def _match_histograms(
    hr: Float[Tensor, "c h w"], sr: Float[Tensor, "c h w"], counts: Bool[Tensor, "h w"]
) -> Float[Tensor, "c h w"]:
    """Return `sr` with the histogram of `hr` in each band: compared is where detail is, not how bright it is."""
    matched = sr.clone()
    for band, wanted in zip(matched, hr, strict=True):
        band[counts] = torch.from_numpy(_match_histogram(band[counts].numpy(), wanted[counts].numpy()))
    return matched


def _match_histogram(values: NDArray[np.float64], wanted: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return each value's quantile among `values`, as a value of `wanted`; both are as many."""
    _, place, many = np.unique(values, return_inverse=True, return_counts=True)
    levels, many_wanted = np.unique(wanted, return_counts=True)
    matched: NDArray[np.float64] = np.interp(np.cumsum(many), np.cumsum(many_wanted), levels)[place]
    return matched
