"""The Brovey transform."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from odc.geo.types import XY

from . import PansharpeningPair
from ._intensity_substitution import IntensityMethod, band_weights, intensity


class Brovey(IntensityMethod):
    """Brovey transform.

    Each band × PAN / intensity, the weighted mean of the bands (Gillespie et al. 1987). PAN is first scaled to the
    intensity's mean, so that brightness stays. The sharpest; it shifts colours where PAN covers other wavelengths.
    """

    def fuse(self, pair: PansharpeningPair, ratio: XY[float]) -> NDArray[np.float64]:
        weights = band_weights(self.weights, len(pair.xs))
        whole = pair.statistics
        mean = float(whole.mean[-1])
        gain = float(weights @ whole.mean[:-1]) / mean if mean > 0 else 0.0
        seen = intensity(pair.xs, weights)
        bright = (seen > 0) & (gain > 0)
        return pair.xs * np.where(bright, gain * pair.sharp / np.where(bright, seen, 1), 1)
