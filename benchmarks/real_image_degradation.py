"""What real images have been through: noise, JPEG blocks, sharpness of edges, bands apart; for the amounts of `robust`.

Run by `script/bench real_image_degradation FOLDER_OR_FILE...`; prints a line for each. docs/models.md says how the figures became the
defaults of sr_core/degradations/robust.py.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.windows import Window

BLOCK = 8
"""Side in pixels of JPEG's squares."""

SIDE = 256
"""Side in pixels of the parts that are looked at."""

MOST_PARTS = 24
"""Of one raster, evenly over it."""

Image = NDArray[np.float64]


def measure_noise(band: Image) -> float:
    """Return the standard deviation of the noise in pixel values, from the flattest tenth of the blocks.

    By the Laplacian of Immerkaer 1996, "Fast noise variance estimation", which is blind to planes; blocks that are
    saturated do not count.
    """
    second = band[:-2] - 2 * band[1:-1] + band[2:]
    laplacian = (second[:, :-2] - 2 * second[:, 1:-1] + second[:, 2:]) / 6
    blocks, values = (_blocks(each, 2 * BLOCK) for each in (laplacian, band[1:-1, 1:-1]))
    deviations = np.sqrt(np.square(blocks).mean(axis=1))
    inside = (values.min(axis=1) > 3) & (values.max(axis=1) < 252)
    return float(np.quantile(deviations[inside], 0.05)) if inside.any() else float("nan")


def measure_blocking(band: Image) -> float:
    """Return how much larger steps between pixels are at JPEG's borders than between: 0 where there are none.

    The largest over the eight phases, less what the largest of eight is by chance where blocks play no part: the same
    at a period of 7.
    """
    step = np.abs(band[:, 1:-2] * 1.5 - band[:, 2:-1] * 1.5 - band[:, :-3] * 0.5 + band[:, 3:] * 0.5)
    means = np.minimum(step, 20).mean(axis=0)

    def excess(period: int) -> float:
        by_phase = np.array([means[phase::period].mean() for phase in range(period)])
        return float(by_phase.max() / np.median(by_phase) - 1)

    return max(0.0, excess(BLOCK) - excess(BLOCK - 1))


def measure_sharpness(band: Image) -> float:
    """Return the contrast at the Nyquist frequency that the sharpest edges show.

    A Gaussian of deviation σ makes an edge of height h rise by at most h · erf(1 / (2 √2 σ)) from a pixel to the next;
    of the edges that are alone within five pixels, the tenth with the largest such share tells σ, and with it the MTF.
    """
    from math import erf

    shares = []
    for image in (band, band.T):
        lines = np.lib.stride_tricks.sliding_window_view(image, 8, axis=1)[:, ::2]
        steps = np.diff(lines, axis=-1)
        height = lines[..., -2:].mean(-1) - lines[..., :2].mean(-1)
        sign = np.sign(height)[..., None]
        plain = (np.abs(height) > 40) & ((steps * sign) > -4).all(-1) & (np.abs(steps).argmax(-1) == 3)
        plain &= np.abs(np.diff(lines[..., :2], axis=-1))[..., 0] < 6
        plain &= np.abs(np.diff(lines[..., -2:], axis=-1))[..., 0] < 6
        shares.append((np.abs(steps).max(-1) / np.maximum(np.abs(height), 1))[plain])
    found = np.concatenate(shares)
    if len(found) < 20:
        return float("nan")
    share = float(np.quantile(found, 0.9))
    widths = np.linspace(0.1, 2, 1901)
    rises = np.array([erf(1 / (2 * 2**0.5 * width)) for width in widths])
    width = float(widths[np.abs(rises - min(share, 0.9999)).argmin()])
    return float(np.exp(-(np.pi**2) * width**2 / 2))


def measure_shift(one: Image, other: Image) -> float:
    """Return how far two bands are apart, in pixels: the peak of their phase correlation (Foroosh et al. 2002)."""
    window = np.outer(np.hanning(len(one)), np.hanning(one.shape[1]))
    spectra = [np.fft.fft2((each - each.mean()) * window) for each in (one, other)]
    cross = spectra[0] * np.conj(spectra[1])
    correlation = np.fft.ifft2(cross / np.maximum(np.abs(cross), 1e-9)).real
    peak = np.unravel_index(correlation.argmax(), correlation.shape)
    shifts = []
    for axis, place in enumerate(peak):
        around = np.take(correlation, [place - 1, place, place + 1], axis=axis, mode="wrap")
        before, top, after = (around[:, peak[1]] if axis == 0 else around[peak[0]])[:3]
        side, sign = (after, 1) if after > before else (before, -1)
        whole = (place + correlation.shape[axis] // 2) % correlation.shape[axis] - correlation.shape[
            axis
        ] // 2
        shifts.append(whole + sign * max(side, 0) / max(side + top, 1e-9))
    return float(np.hypot(*shifts))


def measure_displacement(result: Image, truth: Image) -> tuple[float, float]:
    """Return how far a result lies from the truth, in pixels down and right, by least squares of gradients.

    Lucas and Kanade 1981: truth − result = shift · gradient of the result, over bands and all but the outermost pixels.
    """
    inner = np.s_[:, 8:-8, 8:-8]
    gradients = [np.gradient(result, axis=axis)[inner].ravel() for axis in (1, 2)]
    left = np.stack(gradients, axis=1)
    shift, *_ = np.linalg.lstsq(left, (truth - result)[inner].ravel(), rcond=None)
    return float(shift[0]), float(shift[1])


def read_parts(path: Path) -> Iterator[NDArray[np.float64]]:
    """Yield parts (b, h, w) of a raster without gaps, evenly over it."""
    with rasterio.open(path) as raster:
        places = [
            (row, col)
            for row in range(0, raster.height - min(SIDE, raster.height) + 1, SIDE)
            for col in range(0, raster.width - min(SIDE, raster.width) + 1, SIDE)
        ]
        for number in np.unique(np.linspace(0, len(places) - 1, MOST_PARTS).round().astype(int)):
            row, col = places[number]
            part = Window(col, row, min(SIDE, raster.width), min(SIDE, raster.height))
            if raster.dataset_mask(window=part).all():
                pixels = raster.read(window=part).astype(np.float64)
                yield pixels[: min(4, len(pixels))]


def measure(paths: list[Path]) -> dict[str, list[float]]:
    """Return the three quartiles of each figure over all parts of some 8-bit rasters."""
    found: dict[str, list[float]] = {"noise": [], "blocking": [], "mtf": [], "shift": []}
    for part in (part for path in paths for part in read_parts(path)):
        found["noise"].append(float(np.mean([measure_noise(band) for band in part])))
        found["blocking"].append(measure_blocking(part[1]))
        found["mtf"].append(measure_sharpness(part[1]))
        found["shift"].append(measure_shift(part[0], part[1]))
    return {name: np.nanquantile(values, (0.25, 0.5, 0.75)).tolist() for name, values in found.items()}


def _blocks(image: Image, side: int) -> Image:
    height, width = (length // side for length in image.shape)
    cut = image[: height * side, : width * side].reshape(height, side, width, side)
    return cut.transpose(0, 2, 1, 3).reshape(height * width, side * side)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("rasters", nargs="+", type=Path, help="8-bit rasters, or folders of them")
    for place in options.parse_args().rasters:
        files = sorted(place.glob("*.tif")) if place.is_dir() else [place]
        figures = measure(files[:60])
        print(place.name, {name: [round(each, 4) for each in values] for name, values in figures.items()})
