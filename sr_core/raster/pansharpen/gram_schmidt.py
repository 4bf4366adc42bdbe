"""Gram–Schmidt pansharpening."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from odc.geo.types import XY

from . import PansharpeningPair
from ._intensity_substitution import IntensityMethod, band_weights, intensity


class GramSchmidt(IntensityMethod):
    """Gram–Schmidt.

    The bands are made orthogonal to their intensity, PAN with the intensity's mean and standard deviation takes its
    place, and the step is undone (Laben & Brower 2000). A global method: steady colours, detail as far as a band
    goes with the intensity.
    """

    def fuse(self, pair: PansharpeningPair, ratio: XY[float]) -> NDArray[np.float64]:
        """Return XSᵢ + gᵢ · (PAN′ − I) with gᵢ = cov(XSᵢ, I) / var(I), which the transform and its inverse amount to.

        Aiazzi et al. 2007, equation 7.
        """
        weights = band_weights(self.weights, len(pair.xs))
        whole = pair.statistics
        covariance = whole.covariance
        with_intensity = covariance[:-1, :-1] @ weights
        variance, pan_variance = float(weights @ with_intensity), float(covariance[-1, -1])
        if variance <= 0 or pan_variance <= 0:  # no detail, or nothing to scale it by
            return pair.xs
        matched = (pair.sharp - whole.mean[-1]) * math.sqrt(variance / pan_variance)
        detail = matched + float(weights @ whole.mean[:-1]) - intensity(pair.xs, weights)
        gain = (with_intensity / variance)[:, None, None]
        fused: NDArray[np.float64] = pair.xs + gain * detail
        return fused
