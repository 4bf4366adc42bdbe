"""Means over tiles and how sure they are: bootstrap intervals against theory."""

from __future__ import annotations

import numpy as np
import pytest

from sr_core.metrics.bicubic_comparison import (
    FEWEST,
    Comparison,
    bootstrap,
    bootstrap_intervals,
    compare_scores,
)
from sr_core.metrics.scores import Scores, TileMeasurement


def scores(values, **others):
    return [Scores(**{"psnr": value, "ssim": 0.5, "sam": None, "ergas": 1, **others}) for value in values]


def test_the_interval_of_many_tiles_is_that_of_the_normal_distribution():
    """Mean ± 1.96 standard errors, which the central limit theorem gives."""
    values = np.random.default_rng(1).exponential(3, (800, 1))
    low, high = bootstrap(values)[:, 0]
    error = values.std() / np.sqrt(len(values))
    assert (low, high) == pytest.approx(values.mean() + np.array([-1.96, 1.96]) * error, abs=0.2 * error)


def test_of_two_values_the_ends_are_binomial_quantiles():
    """n tiles, half 0 and half 1: the resampled mean is Binomial(n, 1/2) / n, and n = 20 has 6 and 14 as its ends."""
    values = np.repeat([0.0, 1.0], 10)[:, None]
    assert bootstrap(values)[:, 0].tolist() == pytest.approx([6 / 20, 14 / 20], abs=0.02)


def test_intervals_hold_the_truth_as_often_as_they_say():
    """Of 300 samples of 40 tiles; a percentile interval of so few is a little too narrow (93 to 94 %)."""
    rng = np.random.default_rng(5)
    samples = rng.normal(7, 2, (40, 300))
    low, high = bootstrap(samples)
    assert 0.90 <= np.mean((low <= 7) & (high >= 7)) <= 0.98
    low, high = bootstrap(samples, level=0.5)
    assert 0.42 <= np.mean((low <= 7) & (high >= 7)) <= 0.58


def test_tiles_without_a_figure_do_not_count_for_it():
    values = np.random.default_rng(0).normal(5, 1, (60, 2))
    values[20:, 1] = np.nan
    alone = values[:20, 1]
    low, high = bootstrap(values)[:, 1]
    error = alone.std() / np.sqrt(20)
    assert low == pytest.approx(alone.mean() - 1.96 * error, abs=0.4 * error)
    assert high == pytest.approx(alone.mean() + 1.96 * error, abs=0.4 * error)
    values[FEWEST - 1 :, 1] = np.nan
    assert np.isnan(bootstrap(values)[:, 1]).all() and not np.isnan(bootstrap(values)[:, 0]).any()


def test_the_gain_is_of_the_same_tiles():
    """Tiles differ by 10 dB, and the model is 1 dB better on each: the means are unsure, the gain is not."""
    plain = np.linspace(20, 30, 30)
    found = bootstrap_intervals(scores(plain + 1), scores(plain))
    assert found.gain["psnr"] == pytest.approx((1, 1))
    low, high = found.model["psnr"]
    assert high - low > 1.5 and found.bicubic["psnr"] == pytest.approx((low - 1, high - 1))
    assert "sam" not in found.model and found.gain["ssim"] == (0, 0)


def test_few_tiles_say_nothing_of_how_they_scatter():
    assert bootstrap_intervals(scores(range(FEWEST - 1)), scores(range(FEWEST - 1))).model == {}
    assert bootstrap_intervals(scores(range(FEWEST)), scores(range(FEWEST))).model


def test_the_same_tiles_give_the_same_intervals():
    values = np.random.default_rng(2).normal(size=(12, 3))
    np.testing.assert_array_equal(bootstrap(values), bootstrap(values))
    assert (bootstrap(values) != bootstrap(values, seed=1)).any()


def test_bands_are_compared_each_by_itself_and_all_comes_back_from_json():
    model, plain = scores(range(21, 27)), scores(range(20, 26))
    tiles = [TileMeasurement(m, (m, p)) for m, p in zip(model, plain, strict=True)]
    others = [TileMeasurement(p, (p, p)) for p in plain]
    found = compare_scores("test", ["red", ""], tiles, others)
    assert (found.tiles, found.model.psnr, found.bicubic.psnr) == (6, 23.5, 22.5)
    assert [(band.name, band.model.psnr, band.bicubic.psnr) for band in found.bands] == [
        ("red", 23.5, 22.5),
        ("", 22.5, 22.5),
    ]
    assert found.bands[0].intervals.gain["psnr"] == (1, 1)
    assert Comparison.model_validate_json(found.model_dump_json()) == found


def test_figures_of_older_packages_are_read():
    old = {"psnr": 20.0, "ssim": None, "sam": None, "ergas": 2.0}
    found = Comparison.model_validate({"split": "val", "tiles": 3, "model": old, "bicubic": old})
    assert found.model.l1 is None and found.intervals.gain == {} and found.bands == ()
