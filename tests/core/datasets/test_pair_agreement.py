"""Pairs whose two sides do not show the same land are noticed, and no others."""

from __future__ import annotations

import functools

import numpy as np
import pytest
import rasterio

from sr_core.datasets.pair_agreement import (
    agree_by_chance,
    compare_pairs,
    compare_sides,
    find_mismatched_pairs,
    warn_of_mismatched_pairs,
)
from sr_core.datasets.tileset import TileSet
from sr_core.datasets.tileset_pair_agreement import check_pairs
from sr_core.progress import Log

from ..support.external_folders import image
from ..support.small_trainings import log_lines, run_to_end, train

SCALE = 4


def stored(pixels, valid=None):
    return pixels, np.ones(pixels.shape, bool) if valid is None else valid


def coarse(hr, scale=SCALE):
    bands, height, width = hr.shape
    means = hr.reshape(bands, height // scale, scale, width // scale, scale).mean((2, 4))
    return means.round().astype(hr.dtype)


@functools.cache
def read(path):
    with rasterio.open(path) as dataset:
        return dataset.read()


@pytest.fixture
def years(shared_data):
    """Tiles of NAIP of two years four years apart, from other cameras: each a pair (2020, 2016) of one place."""
    folder = shared_data / "naip_0.6m_rgbn"
    late = sorted((folder / "train").glob("*.tif"))[::5]
    return [(read(path), read(folder / "more" / path.name.replace("2020", "2016"))) for path in late]


def agreements(pairs, scale=SCALE):
    found = (
        compare_sides(str(i), stored(hr), stored(coarse(lr, scale)), scale)
        for i, (hr, lr) in enumerate(pairs)
    )
    return [each for each in found if each]


@pytest.mark.parametrize("scale", (2, 4, 8))
def test_honest_pairs_four_years_apart_are_no_strangers(years, scale):
    assert find_mismatched_pairs(agreements(years, scale)) == []


@pytest.mark.parametrize(("scale", "least"), ((2, 0.8), (4, 0.8), (8, 0.4)))
def test_pairs_of_other_places_are_found_among_them(years, scale, least):
    wrong = range(0, len(years), 9)
    mixed = [(hr, years[(i + 11) % len(years)][1] if i in wrong else lr) for i, (hr, lr) in enumerate(years)]
    found = {int(name) for name in find_mismatched_pairs(agreements(mixed, scale))}
    assert found <= set(wrong) and len(found) >= least * len(wrong)


@pytest.mark.parametrize("side", (64, 16))
def test_pairs_made_from_each_other_that_are_swapped_or_turned_are_found(years, side):
    hr = [late[:, : side * SCALE, : side * SCALE] for late, _ in years[:20]]
    lr = [coarse(each) for each in hr]
    lr[3], lr[7] = lr[7], lr[3]
    lr[12] = np.rot90(lr[12], 1, (1, 2))
    found = [compare_sides(str(i), stored(a), stored(b), SCALE) for i, (a, b) in enumerate(zip(hr, lr))]
    assert {int(name) for name in find_mismatched_pairs([each for each in found if each])} == {3, 7, 12}


def test_one_pair_alone_is_judged_too(years):
    (one, _), (other, _) = years[0], years[30]
    assert find_mismatched_pairs(agreements([(one, other)])) == ["0"]
    assert find_mismatched_pairs(agreements([years[0]])) == []


@pytest.mark.parametrize("name", ("landsat", "sentinel2", "worldview"))
def test_honest_pairs_of_other_sensors_and_seasons_are_no_strangers(shared_data, name):
    """A panchromatic band and the others; two seasons of fields; water, empty land and all."""
    if name == "sentinel2":
        both = read(shared_data / "sentinel2/s2_ftw_inn_2dates_8band.tif")[:, :378]
        hr, lr = both[:4], coarse(both[4:], 2)
    elif name == "landsat":
        lr = read(shared_data / "landsat/l8_ethiopia_ms_30m.tif")[:, :100, :100]
        hr = read(shared_data / "landsat/l8_ethiopia_pan_15m.tif")[:, :200, :200].repeat(len(lr), 0)
    else:
        lr = read(shared_data / "worldview_sn6/ms2_1.0m.tif")
        hr = read(shared_data / "worldview_sn6/pan2_0.5m.tif").repeat(len(lr), 0)
    for side in (16, 32, 64):
        found = []
        for row in range(0, lr.shape[1] - side + 1, side):
            for col in range(0, lr.shape[2] - side + 1, side):
                low = lr[:, row : row + side, col : col + side]
                high = hr[:, 2 * row : 2 * (row + side), 2 * col : 2 * (col + side)]
                found.append(compare_sides(f"{row} {col}", stored(high, high > 0), stored(low, low > 0), 2))
        assert find_mismatched_pairs([each for each in found if each]) == []


def test_nothing_is_said_of_flat_empty_and_small_tiles():
    rng = np.random.default_rng(0)
    texture = rng.integers(0, 255, (3, 64, 64)).astype("uint8")
    flat = np.full((3, 64, 64), 90, "uint8")
    gaps = np.zeros(texture.shape, bool)
    gaps[:, :20] = True
    other = coarse(rng.integers(0, 255, (3, 64, 64)).astype("uint8"))
    assert compare_sides("flat", stored(flat), stored(coarse(flat)), 4) is None
    assert compare_sides("flat LR", stored(texture), stored(coarse(flat)), 4) is None
    assert compare_sides("steps", stored(flat + (texture > 127)), stored(coarse(flat)), 4) is None
    assert compare_sides("empty", stored(texture, gaps), stored(other), 4) is None
    assert compare_sides("small", stored(texture[:, :28, :28]), stored(other[:, :7, :7]), 4) is None
    constant = np.full((1, 64, 64), 0.1, "float32")
    assert compare_sides("float", stored(constant), stored(coarse(constant)), 4) is None


def test_water_with_its_own_noise_on_each_side_is_no_stranger(years):
    rng = np.random.default_rng(0)
    water = [rng.normal(20, 1.8, (4, side, side)).clip(0).astype("uint8") for side in (256, 64)]
    pairs = [
        compare_sides(str(i), stored(hr), stored(coarse(lr)), SCALE) for i, (hr, lr) in enumerate(years[:9])
    ]
    pairs.append(compare_sides("water", stored(water[0]), stored(water[1]), SCALE))
    assert find_mismatched_pairs([each for each in pairs if each]) == []


def test_noise_that_agrees_elsewhere_is_judged():
    rng = np.random.default_rng(0)
    hr = [rng.integers(0, 255, (1, 256, 256)).astype("uint8") for _ in range(6)]
    lr = [coarse(each, 8) for each in hr]
    lr[2] = coarse(rng.integers(0, 255, (1, 256, 256)).astype("uint8"), 8)
    found = [compare_sides(str(i), stored(a), stored(b), 8) for i, (a, b) in enumerate(zip(hr, lr))]
    assert find_mismatched_pairs(found) == ["2"]


def test_a_small_shift_other_brightness_and_inverted_contrast_are_no_matter(years):
    hr = years[0][0]
    for change in (lambda x: np.roll(x, 1, 2), lambda x: x * 3 + 100, lambda x: 255 - x):
        lr = change(coarse(hr).astype("float32"))
        assert compare_sides("a", stored(hr), stored(lr), SCALE).correlation > 0.5


def test_the_warning_names_ten_and_counts_all():
    rng = np.random.default_rng(0)
    hr = [rng.integers(0, 255, (1, 64, 64)).astype("uint8") for _ in range(40)]
    lr = [coarse(each, 2) for each in hr]
    lr[:12] = lr[11::-1]
    found = [compare_sides(f"t{i}", stored(a), stored(b), 2) for i, (a, b) in enumerate(zip(hr, lr))]
    (warning,) = warn_of_mismatched_pairs(found)
    text = warning.text.format(**warning.values)
    assert text.startswith("Warning: the two sides of 12 of 40 pairs seem to show different land")
    assert text.count("t") > 10 and ", …." in text


def folder_of_pairs(folder, swapped=()):
    rng = np.random.default_rng(0)
    hr = [rng.integers(0, 255, (3, 64, 64)).astype("uint8") for _ in range(8)]
    lr = [coarse(each, 2) for each in hr]
    for a, b in swapped:
        lr[a], lr[b] = lr[b], lr[a]
    for side, images in (("hr", hr), ("lr", lr)):
        for i, pixels in enumerate(images):
            image(folder / side / f"p{i}.tif", pixels)


@pytest.mark.parametrize("swapped", ((), ((2, 5),)))
def test_a_folder_of_pairs_is_checked_also_when_it_is_remembered(tmp_path, swapped):
    folder_of_pairs(tmp_path / "pairs", swapped)
    for _ in range(2):
        lines = log_lines(run_to_end(TileSet.open_with_progress(tmp_path / "pairs"))[0])
        told = [line for line in lines if line.startswith("Warning: the two sides")]
        assert len(told) == len(swapped)
        if swapped:
            assert "2 of 8 pairs" in told[0] and "p2" in told[0] and "p5" in told[0]


def test_a_training_checks_the_tile_set(make_tileset, tmp_path):
    tileset = make_tileset(train=5)
    (first, second), side = tileset.names("train")[:2], "lr"
    assert not [
        line for line in log_lines(train(tileset, tmp_path / "m.srpk")[0]) if "different land" in line
    ]
    a, b = (tileset.path("train", side, name) for name in (first, second))
    pixels = a.read_bytes()
    a.write_bytes(b.read_bytes())
    b.write_bytes(pixels)
    warned = [line for line in log_lines(train(tileset, tmp_path / "m.srpk")[0]) if "different land" in line]
    assert len(warned) == 1 and first in warned[0] and second in warned[0]
    assert [step for step in run_to_end(check_pairs(tileset))[0] if isinstance(step, Log)]


@pytest.mark.parametrize("n", (12, 58))
@pytest.mark.parametrize(("scale", "side"), [(2, 8), (2, 16), (4, 16), (8, 16), (4, 32)])
def test_small_pairs_of_other_land_are_judged_together(years, n, scale, side):
    def warnings(turn):
        def read(name):
            hr, lr = years[int(name)][0], years[(int(name) + turn) % n][1]
            square = np.s_[:, : side * scale, : side * scale]
            return stored(hr[square]), stored(coarse(lr[square], scale))

        _, found = run_to_end(compare_pairs([str(i) for i in range(n)], read, scale))
        return agree_by_chance(found), " ".join(
            line.text.format(**line.values) for line in warn_of_mismatched_pairs(found)
        )

    assert warnings(0) == (False, "")
    strange, said = warnings(n // 3)
    assert strange and "seem to show different land" in said


def test_pairs_that_are_all_alike_are_not_called_strange(years):
    hr = years[0][0][:, :64, :64]
    _, found = run_to_end(
        compare_pairs([str(i) for i in range(20)], lambda _: (stored(hr), stored(coarse(hr))), SCALE)
    )
    assert len(found) == 20 and not agree_by_chance(found)
