"""Error maps by the spread of samples, against a model whose noise is known; and as pictures."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter

from sr_core.datasets.tileset import TilePair
from sr_core.evaluation.error_calibration import ErrorSamples
from sr_core.evaluation.error_pictures import TileErrorMapper, render_errors
from sr_core.evaluation.tile_scores import UpscaledTile
from sr_core.package.error_table import DEFAULT, LOWEST, feature_radius, measure_features

from ..package.test_error_table import make_table

SAMPLES = 4
AT = DEFAULT - LOWEST
BANDS = 2


def make_tile(rng, side=40):
    """A tile of which truth and samples are drawn from the same law: N(middle, sigma), where sigma is smooth and no texture tells it."""
    middle = gaussian_filter(rng.normal(size=(BANDS, side, side)), (0, 1, 1)) + 0.5
    sigma = 0.02 * np.exp(16 * gaussian_filter(rng.normal(size=(side, side)), 5))
    truth, *samples = middle + sigma * rng.normal(size=(SAMPLES + 1, BANDS, side, side))
    mean, spread = np.mean(samples, axis=0), np.std(samples, axis=0, ddof=1)
    hr, sr, spread = (each.astype(np.float32) for each in (truth, mean, spread))
    return TilePair(hr[:, ::2, ::2], hr, np.ones(hr.shape, bool)), UpscaledTile(sr, spread), sigma


def collect(seed, samples, count=120):
    rng = np.random.default_rng(seed)
    found = ErrorSamples(count, (0.5,) * BANDS, range(BANDS), samples)
    for _ in range(count):
        found.add(*make_tile(rng)[:2])
    return found


@pytest.fixture(scope="module")
def table():
    return collect(0, SAMPLES).calibrate(consistency=False, sampler="known")


def test_coverage_is_as_stated_and_narrower_than_without(table):
    assert (table.samples, table.sampler) == (SAMPLES, "known")
    found = collect(1, SAMPLES).measure(table)
    assert found.reached[AT] == pytest.approx(0.9, abs=0.02)
    assert found.by_band[AT] == pytest.approx(0.9, abs=0.02)
    assert found.narrower[AT] > 0.1
    by_activity = collect(1, 1).measure(collect(0, 1).calibrate(consistency=False))
    assert by_activity.reached[AT] == pytest.approx(0.9, abs=0.02)
    assert found.half_width[AT].mean() < 0.85 * by_activity.half_width[AT].mean()


def test_it_is_reached_where_samples_agree_and_where_they_do_not(table):
    """And half-widths follow the law: 1.645 sigma of the truth, and of the mean of the samples besides."""
    rng, radius = np.random.default_rng(2), feature_radius(2)
    within, ratios = {True: [], False: []}, []
    for _ in range(60):
        pair, upscaled, sigma = make_tile(rng)
        found = measure_features(upscaled.sr, pair.valid, radius, upscaled.spread)
        widths = table.half_widths(found._replace(brightness=found.brightness - 0.5), DEFAULT)
        inside = np.abs(upscaled.sr - pair.hr) <= widths
        ratios.append(np.log(widths / (1.645 * sigma * math.sqrt(1 + 1 / SAMPLES))).ravel())
        for is_calm, pixels in within.items():
            pixels.append(inside[:, (sigma < 0.02) == is_calm].ravel())
    for pixels in within.values():
        assert np.concatenate(pixels).mean() == pytest.approx(0.9, abs=0.03)
    assert abs(np.median(np.concatenate(ratios))) < 0.15


def test_features_of_another_kind_are_not_measured_by(table):
    assert collect(3, 1, 10).measure(table) is None
    assert collect(3, SAMPLES, 10).measure(make_table(BANDS)) is None


def test_the_picture_is_of_the_tiles_own_band_and_says_what_lies_within():
    rng = np.random.default_rng(4)
    hr = rng.random((2, 24, 24)).astype(np.float32)
    valid = np.ones(hr.shape, bool)
    valid[:, :6] = False
    off = np.zeros(hr.shape, np.float32)
    off[0, 6:, :12], off[0, 6:, 12:], off[1] = 0.005, 0.5, 9
    one, other = (
        make_table().bands[0],
        make_table().bands[0].model_copy(update={"half_widths": ((((8.0,) * 41,) * 2,) * 2)}),
    )
    calibrated = TileErrorMapper(make_table().model_copy(update={"bands": (other, one)}), (0.5, 0.5), (1, 0))
    pair, upscaled = TilePair(hr[:, ::2, ::2], hr, valid), UpscaledTile(hr + off, None)
    widths = calibrated.half_widths(pair, upscaled)
    assert set(np.unique(widths[0])) <= {0.01, 0.02, 0.03, 0.04} and (widths[1] == 8).all()
    drawn = render_errors(calibrated, pair, upscaled, 0)
    assert drawn.within == pytest.approx(0.5)
    assert drawn.limit == pytest.approx(0.5)
    assert (drawn.error[:6] == 232).all() and (drawn.half_width[:6] == 232).all()
    bright, dark = drawn.error[10, 20].astype(int).sum(), drawn.error[10, 3].astype(int).sum()
    assert bright > dark + 300
    spread = calibrated.table.model_copy(update={"samples": 4})
    assert render_errors(TileErrorMapper(spread, (0.5, 0.5), (1, 0)), pair, upscaled, 0) is None
