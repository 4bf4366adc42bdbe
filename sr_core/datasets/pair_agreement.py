"""Finds pairs whose two sides do not show the same land, by the correlation of their details.

Real pairs of one place agree though sensors, seasons and years differ: of NAIP tiles four years apart 99.5 % correlate by
more than 0.25, and half by more than 0.7, of other places half by less than 0.2.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..progress import Log, Progress
from ..raster.float32_precision import exact_dtype
from .tile_io import StoredTile

MOST_PAIRS = 1000
"""Pairs that are compared at most, evenly spread over all."""
MOST_NAMED = 10
"""Pairs that a warning names."""

REACH = 2
"""Pixels (LR) that one side may lie beside the other in each direction."""
MIN_SIDE = 8
"""Width (LR pixels) below which nothing can be said."""
MIN_VALID = 0.5
"""Share of pixels that must be valid on both sides."""

LEAST_CORRELATION, AT_SIDE = 0.25, 64
"""Pairs below it do not show the same land, if they are so many LR pixels wide or less; in larger ones less comes by
chance, in proportion to the square root of the width."""
USUAL_CORRELATION = 0.5
"""Pairs below it do not either, where the other pairs agree so well that it is out of the ordinary among them."""
ENOUGH, CLOSE = 10, 0.9
"""So many pairs tell what is ordinary; fewer do if half of them correlate by so much."""
OUTLIER = 6 * 1.4826
"""Median absolute deviations (6 standard deviations) below the median from which a correlation is out of the ordinary."""

CHANCE, CERTAIN = 0.1, 3.0
"""Pairs whose mean correlation exceeds that of sides of different pairs by less, and by less than so many standard errors
where these are small, do not show the same land as a whole: in small tiles that is to be seen where no single pair tells. Of wrong pairs 8 to 32
pixels wide it was 0.08 at most, of honest ones from seasons and years apart 0.18 at least."""
ALIKE = 0.7
"""Not so where all correlate by more, as pairs of tiles do that are all alike."""

FAINT = 0.25
"""Details that vary by less than this share of what is usual among the pairs are taken for noise, as on water."""
NOISE = 0.1
"""Details without any form, each pixel unlike its neighbour, must vary by more than this share of the mean to count."""
FORMLESS = 0.3
"""Correlation of neighbouring pixels below which details have no form."""

Pair = tuple[StoredTile, StoredTile]
"""The HR and the LR side of a tile."""


class Agreement(NamedTuple):
    """How well the two sides of a pair agree."""

    name: str
    correlation: float
    """Correlation of LR and HR details, 0 to 1, in the band and at the shift where it is largest."""
    texture: tuple[float, float]
    """Standard deviation of the details of HR and of LR in that band, as pixels are stored."""
    has_form: bool
    """Whether the details of both sides are more than noise."""
    side: int
    """Width of LR (pixels)."""
    by_chance: tuple[float, ...] = ()
    """Correlations of HR with LR of other pairs, where they were compared."""


def compare_pairs(
    names: Sequence[str], read: Callable[[str], Pair], scale: int, most: int = MOST_PAIRS
) -> Generator[Progress, None, list[Agreement]]:
    """Compare the two sides of pairs; those of which nothing can be said are left out.

    Args:
        names: Of the pairs.
        read: Returns both sides of a pair.
        scale: How many times finer HR is.
        most: How many pairs are compared at most, evenly spread over all.
    """
    chosen = names[:: max(1, -(-len(names) // most))]
    half = len(chosen) // 2
    first_half: list[StoredTile] = []
    found: list[Agreement] = []
    for done, name in enumerate(chosen):
        yield Progress(
            done / len(chosen),
            "Comparing pair {number} of {count}",
            number=done + 1,
            count=len(chosen),
        )
        hr, lr = read(name)
        agreement = compare_sides(name, hr, lr, scale)
        others: list[StoredTile] = []
        if min(lr[0].shape[1:]) <= AT_SIDE and half >= 2:  # larger ones tell by themselves, and take memory
            if done < half:
                first_half.append(lr)
            else:
                others = [first_half[(done + step) % half] for step in (0, 1)]
        if agreement:
            strange = (compare_sides(name, hr, other, scale) for other in others)
            chance = tuple(each.correlation for each in strange if each and each.has_form)
            found.append(agreement._replace(by_chance=chance))
    return found


def compare_sides(name: str, hr: StoredTile, lr: StoredTile, scale: int) -> Agreement | None:
    """Return how well the two sides of a pair agree; None if it is too small, too empty or flat to tell."""
    coarse, known = _coarsen(*hr, scale)
    pixels, valid = lr[0].astype(exact_dtype(lr[0].dtype)), known & lr[1]
    if min(pixels.shape[1:]) < MIN_SIDE:
        return None
    best: Agreement | None = None
    for mine, other, shown in zip(coarse, pixels, valid, strict=True):
        if shown.mean() < MIN_VALID:
            continue
        details = [_details(band.astype(np.float64), shown) for band in (mine, other)]
        weight = _window(shown.shape) * shown
        spread = [
            float(np.sqrt(np.square(band * weight).sum() / np.square(weight).sum())) for band in details
        ]
        # Steps of whole numbers are no details.
        least = 1.0 if lr[0].dtype.kind in "iu" and hr[0].dtype.kind in "iu" else 0.0
        if min(spread) <= least or min(spread) < 1e-6 * max(abs(mine).max(), abs(other).max()):
            continue
        means = (abs(float(band[shown].mean())) for band in (mine, other))
        has_form = all(
            _neighbours(band * weight) >= FORMLESS or std > NOISE * mean
            for band, std, mean in zip(details, spread, means, strict=True)
        )
        correlation = _largest_correlation(details[0] * weight, details[1] * weight)
        if best is None or (has_form, correlation) > (best.has_form, best.correlation):
            best = Agreement(name, correlation, (spread[0], spread[1]), has_form, min(pixels.shape[1:]))
    return best


def find_mismatched_pairs(agreements: Sequence[Agreement]) -> list[str]:
    """Return the names of the pairs whose sides do not show the same land, the worst first."""
    if not agreements:
        return []
    usual = np.median([each.texture for each in agreements], axis=0)
    clear = [each for each in agreements if (np.array(each.texture) >= FAINT * usual).all()]
    formless = [each.correlation for each in clear if not each.has_form]
    # Where noise itself agrees, as in images made from each other, it is something to judge by.
    telling = bool(formless) and float(np.median(formless)) >= CLOSE
    judged = [each for each in clear if each.has_form or telling]
    if not judged:
        return []
    correlations = np.array([each.correlation for each in judged])
    middle = float(np.median(correlations))
    spread = float(np.median(np.abs(correlations - middle)))
    least = LEAST_CORRELATION * min(1.0, (AT_SIDE / max(each.side for each in judged)) ** 0.5)
    is_known = len(judged) >= ENOUGH or middle >= CLOSE
    limit = float(np.clip(middle - OUTLIER * spread, least, USUAL_CORRELATION)) if is_known else least
    strangers = [each for each in judged if each.correlation < limit]
    return [each.name for each in sorted(strangers, key=lambda each: each.correlation)]


def agree_by_chance(agreements: Sequence[Agreement]) -> bool:
    """Whether the two sides of all pairs together agree no better than those of different pairs."""
    own = np.array([each.correlation for each in agreements if each.has_form])
    chance = np.array([correlation for each in agreements for correlation in each.by_chance])
    if min(own.size, chance.size) < ENOUGH or own.mean() > ALIKE:
        return False
    error = float(np.sqrt(own.var() / own.size + chance.var() / chance.size))
    # Land nearby is alike by more than chance, which many pairs would show for certain.
    return bool(own.mean() - chance.mean() < np.clip(CERTAIN * error, CHANCE / 2, CHANCE))


def warn_of_mismatched_pairs(agreements: Sequence[Agreement]) -> Iterator[Log]:
    """Warn if the two sides of some of the pairs that were compared do not show the same land."""
    strangers = find_mismatched_pairs(agreements)
    if agree_by_chance(agreements) and 2 * len(strangers) < len(agreements):
        yield Log(
            "Warning: the two sides of the {total} pairs seem to show different land, as their details agree no "
            "better than those of different pairs: check that the right images are paired.",
            total=len(agreements),
        )
    elif strangers:
        yield Log(
            "Warning: the two sides of {count} of {total} pairs seem to show different land, as their details do "
            "not agree: {names}. Check them, and remove or correct wrong pairs.",
            count=len(strangers),
            total=len(agreements),
            names=", ".join(strangers[:MOST_NAMED]) + (", …" if len(strangers) > MOST_NAMED else ""),
        )


def _details(band: NDArray[np.float64], valid: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return a band less the mean of what lies around each pixel: slow changes agree by chance. 0 where not valid."""
    reach = max(2, min(band.shape) // 8)
    level = np.where(valid, band, 0)
    near = _box_sum(level - level.sum() / valid.sum() * valid, reach)
    middle = level.sum() / valid.sum() + near / np.maximum(_box_sum(valid.astype(np.float64), reach), 1)
    return np.where(valid, band - middle, 0)


def _box_sum(band: NDArray[np.float64], reach: int) -> NDArray[np.float64]:
    """Return the sum over the square that reaches so many pixels to each side, as far as it lies in the image."""
    for axis in (0, 1):
        length = band.shape[axis]
        total = np.concatenate((np.zeros_like(band.take([0], axis)), band.cumsum(axis)), axis)
        place = np.arange(length)
        ends, starts = np.minimum(place + reach + 1, length), np.maximum(place - reach, 0)
        band = total.take(ends, axis) - total.take(starts, axis)
    return band


def _coarsen(
    pixels: NDArray[np.generic], valid: NDArray[np.bool_], scale: int
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return the means of `scale` × `scale` pixels, and which are valid: for details, it does not matter how LR was made."""
    bands, height, width = pixels.shape
    blocks = (bands, height // scale, scale, width // scale, scale)
    count = valid.reshape(blocks).sum(axis=(2, 4))
    total = np.where(valid, pixels, 0).reshape(blocks).sum(axis=(2, 4), dtype=np.float64)
    return total / np.maximum(count, 1), count > scale**2 / 2


def _window(shape: tuple[int, ...]) -> NDArray[np.float64]:
    """Return weights that fall to the edges, so that what enters or leaves there with a shift does not count."""
    return np.outer(*(np.hanning(length + 2)[1:-1] for length in shape))


def _neighbours(details: NDArray[np.float64]) -> float:
    """Return the correlation of neighbouring pixels."""
    products = (details[:, 1:] * details[:, :-1]).sum() + (details[1:] * details[:-1]).sum()
    return float(products / 2 / np.square(details).sum())


def _largest_correlation(first: NDArray[np.float64], second: NDArray[np.float64]) -> float:
    """Return the largest correlation of two images within `REACH`, of whichever sign: seasons can turn it."""
    surface = np.fft.ifft2(np.fft.fft2(first) * np.fft.fft2(second).conj()).real
    offsets = np.arange(-REACH, REACH + 1)
    energy = np.sqrt(np.square(first).sum() * np.square(second).sum())
    return float(np.abs(surface[np.ix_(offsets, offsets)]).max() / energy)
