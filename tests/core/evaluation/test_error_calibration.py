"""Error tables against laws of error that are known: what is stated is reached, and by no more than it takes."""

from __future__ import annotations

import math

import numpy as np
import pytest

from sr_core.datasets.splits import split_label
from sr_core.datasets.tileset import TilePair
from sr_core.errors import InputError
from sr_core.evaluation.error_calibration import (
    BandPixels,
    ErrorSamples,
    calibrate,
    conformal_half_widths,
    cross_validate,
    highest_coverage,
    measure_reliability,
)
from sr_core.evaluation.tile_scores import UpscaledTile
from sr_core.jobs.sharpen_sentinel2 import SharpenSentinel2
from sr_core.package.error_table import LOWEST
from sr_core.progress import without_foreign_advice
from sr_core.training.final_evaluation import evaluate_final

from ..support.small_packages import make_package
from ..support.small_trainings import log_lines, run_to_end


def make_tiles(count, seed, pixels=400, spread=0.3):
    """Tiles whose errors are normal, with a deviation of (0.02 + activity) × (1 + brightness) × a factor of the tile's own."""
    rng = np.random.default_rng(seed)
    tiles = []
    for _ in range(count):
        factor = math.exp(spread * rng.normal())
        bands = []
        for _ in range(2):
            activity, brightness = rng.exponential(0.1, pixels), rng.random(pixels)
            sigma = (0.02 + activity) * (1 + brightness) * factor
            bands.append(BandPixels(np.abs(rng.normal(size=pixels) * sigma), activity, brightness))
        tiles.append(tuple(bands))
    return tiles


@pytest.fixture(scope="module")
def table():
    return calibrate(make_tiles(150, 0), consistency=False)


@pytest.mark.parametrize("count", [9, 10, 57])
def test_of_single_pixels_it_is_the_textbook_quantile(count):
    errors = np.random.default_rng(count).random(count)
    highest = highest_coverage(count)
    found = conformal_half_widths(errors, np.arange(count), highest)
    ranks = [math.ceil(level * (count + 1) / 100) for level in range(LOWEST, highest + 1)]
    assert found.tolist() == [np.sort(errors)[rank - 1] for rank in ranks]
    assert ranks[-1] <= count < math.ceil((highest + 1) * (count + 1) / 100)


def test_a_tile_counts_once_however_many_pixels_it_has():
    rng = np.random.default_rng(0)
    errors, tile = rng.random(60), np.repeat(np.arange(20), 3)
    first = tile == 0
    repeated = np.concatenate((errors, np.tile(errors[first], 50)))
    numbers = np.concatenate((tile, np.zeros(150, int)))
    expected = conformal_half_widths(errors, tile, 95)
    assert np.array_equal(conformal_half_widths(repeated, numbers, 95), expected)


def test_few_tiles_reach_on_average_what_is_stated():
    """Of 9 tiles and one more, alike, the one more has the largest error once in ten times: 90 % are within, exactly."""
    rng, hits = np.random.default_rng(1), []
    for _ in range(1000):
        factor = np.exp(rng.normal(size=10))
        errors = np.abs(rng.normal(size=(10, 5))) * factor[:, None]
        limit = conformal_half_widths(errors[:9].ravel(), np.repeat(np.arange(9), 5), 90)[-1]
        hits.append((errors[9] <= limit).mean())
    mean, doubt = np.mean(hits), np.std(hits) / math.sqrt(len(hits))
    assert 0.9 - 3 * doubt < mean  # which quantiles of the pixels alone, without the tile more, miss
    naive = []
    for _ in range(1000):
        factor = np.exp(rng.normal(size=10))
        errors = np.abs(rng.normal(size=(10, 5))) * factor[:, None]
        naive.append((errors[9] <= np.quantile(errors[:9], 0.9)).mean())
    assert np.mean(naive) < 0.89


def test_stated_coverage_is_reached_on_other_tiles(table):
    found = measure_reliability(table, make_tiles(300, 1))
    assert found.reached == pytest.approx(found.stated / 100, abs=0.035)
    assert found.by_band[90 - LOWEST] == pytest.approx(0.9, abs=0.025)
    assert found.narrower[90 - LOWEST] > 0.1
    shrunk = table.model_copy(
        update={
            "bands": tuple(
                band.model_copy(
                    update={
                        "half_widths": tuple(
                            tuple(tuple(0.8 * v for v in cell) for cell in row) for row in band.half_widths
                        )
                    }
                )
                for band in table.bands
            )
        }
    )
    assert measure_reliability(shrunk, make_tiles(300, 1)).reached[90 - LOWEST] < 0.86


def test_it_is_reached_where_little_and_where_much_is_going_on(table):
    """One constant for all pixels reaches it on average only."""
    tiles, band = make_tiles(300, 2), table.bands[0]
    for low, high in ((0, 0.03), (0.2, 9)):
        within, constant = [], []
        for pixels, _ in tiles:
            inside = (pixels.activity >= low) & (pixels.activity < high)
            rows = band.bins(pixels.activity[inside], pixels.brightness[inside])
            within.extend(pixels.error[inside] <= np.array(band.half_widths)[(*rows, 90 - LOWEST)])
            constant.extend(pixels.error[inside] <= band.constant[90 - LOWEST])
        assert np.mean(within) == pytest.approx(0.9, abs=0.03)
        assert abs(np.mean(constant) - 0.9) > 0.05


def test_widths_follow_the_law_and_rise_with_activity(table):
    band = table.bands[0]
    widths = np.array(band.half_widths)[..., 90 - LOWEST]
    assert widths.shape == (12, 3)
    assert (np.diff(widths, axis=0) >= 0).all()
    assert (np.diff(widths[2:], axis=1) > 0).all()  # brighter pixels are more wrong by this law
    assert widths[-1].mean() > 4 * widths[0].mean()


def test_tiles_of_a_calibration_are_tried_with_tables_of_others():
    tiles = make_tiles(60, 3)
    found = cross_validate(tiles)
    assert found.crossed and found.tiles == 60
    assert found.reached == pytest.approx(found.stated / 100, abs=0.05)
    assert cross_validate(tiles[:9]) is None


def test_too_few_tiles_are_refused():
    with pytest.raises(InputError, match="8 tiles are too few to calibrate errors on: at least 9"):
        calibrate(make_tiles(8, 0), consistency=False)
    assert calibrate(make_tiles(9, 0), consistency=False).highest == 90


@pytest.mark.parametrize("count", [0, 3, 8])
def test_tiles_count_for_a_band_where_they_have_pixels_of_it(count):
    """Else 90 %, which every calibration allows, would lie beyond the table."""
    nothing = BandPixels(*[np.zeros(0)] * 3)
    tiles = [
        (*tile[:1], tile[1] if number < count else nothing) for number, tile in enumerate(make_tiles(20, 0))
    ]
    with pytest.raises(InputError, match=f"^{count} tiles are too few"):
        calibrate(tiles, consistency=False)
    assert cross_validate(tiles) is None


def test_errors_are_of_valid_pixels_off_the_rim_and_in_the_models_order():
    rng = np.random.default_rng(0)
    hr = rng.random((2, 24, 24)).astype(np.float32)
    error = np.array([0.25, 0.5], np.float32)[:, None, None]
    valid = np.ones(hr.shape, bool)
    valid[:, :12] = False
    sr = hr + error
    sr[:, :12] = 9
    hr[:, 12:, [0, 1, -2, -1]] += 9  # the rim
    hr[:, -2:] += 9
    samples = ErrorSamples(1, (0.1, 0.2), (1, 0))
    samples.add(TilePair(hr[:, ::2, ::2], hr, valid), UpscaledTile(sr, None))
    (first, second), *_ = samples.tiles
    assert np.allclose(first.error, 0.5) and np.allclose(second.error, 0.25)
    assert len(first.error) == 10 * 20
    assert max(first.brightness) < 1.5 - 0.1  # of valid pixels alone, less the mean of the model's own band


@pytest.mark.parametrize("count", [8, 9])
def test_a_training_calibrates_on_its_validation_tiles_if_they_are_enough(make_tileset, count):
    tiles = make_tileset(train=1, val=count, test=1)
    package = make_package(
        bands=tiles.info.bands, radiometry=tiles.info.radiometry, mean=(0.5,) * 3, std=(0.15,) * 3
    )
    steps, model = run_to_end(evaluate_final(package, "m", tiles, {}))
    assert set(model.package.error_tables) == ({2} if count >= 9 else set())
    too_few = f"{count} {split_label('val')} are too few to calibrate the errors of results"
    assert any(line.startswith(too_few) for line in log_lines(steps)) == (count < 9)
    kept, _ = run_to_end(without_foreign_advice((step for step in steps), SharpenSentinel2.model_fields))
    assert not any(line.startswith(too_few) for line in log_lines(kept))
    if count >= 9:
        assert model.package.error_tables[2].tiles == 9
