"""Error tables in packages, and what they are read by."""

from __future__ import annotations

import hashlib
import zipfile

import numpy as np
import pytest
from pydantic import TypeAdapter, ValidationError

from sr_core.errors import InputError
from sr_core.package.checksums import SUMS
from sr_core.package.error_table import (
    ERRORS,
    BandErrors,
    ErrorTable,
    measure_features,
    pack_error_tables,
    parse_error_tables,
    require_error_table,
)
from sr_core.package.srpk import ModelPackage, copy_with_error_tables

from ..support.job_runs import write_model


def make_table(bands=1, highest=90, tiles=9, **values):
    """Half-widths in hundredths: 1 and 2 of low activity, dark and bright; 3 and 4 of high activity; coverage has no say."""
    count = highest - 49
    widths = tuple(tuple((value / 100,) * count for value in row) for row in ((1, 2), (3, 4)))
    band = BandErrors(
        activity=(0.1,), brightness=((0.0,), (0.2,)), half_widths=widths, constant=(0.05,) * count
    )
    return ErrorTable(tiles=tiles, highest=highest, consistency=False, bands=(band,) * bands, **values)


def test_features_are_mean_and_deviation_around_a_pixel():
    image = np.random.default_rng(0).random((2, 9, 11))
    found = measure_features(image, np.ones(image.shape, bool), 2)
    for y, x in ((4, 5), (0, 0), (8, 3)):
        around = image[:, max(0, y - 2) : y + 3, max(0, x - 2) : x + 3].reshape(2, -1)
        assert found.brightness[:, y, x] == pytest.approx(around.mean(axis=1))
        assert found.activity[:, y, x] == pytest.approx(around.std(axis=1))


def test_invalid_pixels_have_no_part_in_features():
    image, valid = np.full((1, 9, 9), 0.5), np.ones((1, 9, 9), bool)
    image[0, 4, 4], valid[0, 4, 4] = np.nan, False
    found = measure_features(image, valid, 2)
    assert found.brightness == pytest.approx(0.5) and found.activity == pytest.approx(0, abs=1e-7)


def test_features_do_not_depend_on_the_window_to_the_bit():
    image = np.random.default_rng(1).random((1, 40, 40)).astype(np.float32)
    valid = np.ones(image.shape, bool)
    whole, part = (
        measure_features(image, valid, 2),
        measure_features(image[:, 7:30, 5:33], valid[:, 7:30, 5:33], 2),
    )
    for one, other in zip(whole, part, strict=True):
        assert np.array_equal(one[:, 9:28, 7:31], other[:, 2:-2, 2:-2])


def test_a_pixel_gets_the_width_of_its_bin():
    features = measure_features(np.zeros((1, 1, 4)), np.ones((1, 1, 4), bool), 1)
    features = features._replace(
        activity=np.array([[[0.0, 0.09, 0.1, 5]]]), brightness=np.array([[[-1, 0.0, 0.1, 0.2]]])
    )
    assert make_table().half_widths(features, 80).tolist() == [[[0.01, 0.02, 0.03, 0.04]]]


def test_a_package_keeps_tables_and_its_copy_all_other_files(tmp_path):
    model, copy = tmp_path / "model.srpk", tmp_path / "copy.srpk"
    write_model(model)
    before = hashlib.sha256(model.read_bytes()).hexdigest()
    assert ModelPackage.load(model).error_tables == {}
    copy_with_error_tables(model, copy, {2: make_table(2)})
    assert hashlib.sha256(model.read_bytes()).hexdigest() == before
    loaded = ModelPackage.load(copy)
    assert loaded.error_tables == {2: make_table(2)}
    assert ModelPackage.load_arrays(copy).error_tables == {2: make_table(2)}
    with zipfile.ZipFile(model) as old, zipfile.ZipFile(copy) as new:
        assert set(new.namelist()) == {*old.namelist(), ERRORS}
        assert all(old.read(name) == new.read(name) for name in old.namelist() if name != SUMS)
        assert f"  {ERRORS}" in new.read(SUMS).decode()
    loaded.save(tmp_path / "again.srpk")
    assert ModelPackage.load(tmp_path / "again.srpk").error_tables == loaded.error_tables


def test_tables_whose_parts_do_not_fit_are_not_read():
    packed = pack_error_tables({2: make_table()})
    assert parse_error_tables(packed) == {2: make_table()}
    for old, new in ((b'"activity":[0.1]', b'"activity":[]'), (b'"highest":90', b'"highest":91')):
        assert old in packed
        with pytest.raises(ValidationError):
            parse_error_tables(packed.replace(old, new))


def test_tables_of_single_results_are_as_older_versions_write_and_read_them():
    packed = pack_error_tables({2: make_table()})
    assert b"samples" not in packed and b"sampler" not in packed
    several = make_table(samples=4, sampler="ddim")
    assert parse_error_tables(pack_error_tables({2: several})) == {2: several}
    whole = TypeAdapter(dict[int, ErrorTable]).dump_json({2: make_table()}, exclude={2: {"samples"}})
    assert b'"sampler":""' in whole  # which were written with all their defaults
    assert parse_error_tables(whole) == {2: make_table()}


def test_the_spread_of_samples_takes_the_place_of_activity():
    rng = np.random.default_rng(0)
    image, spread = rng.random((2, 9, 11)), rng.random((2, 9, 11))
    valid = np.ones(image.shape, bool)
    valid[0, 3, 4], spread[0, 3, 4] = False, np.nan
    found = measure_features(image, valid, 2, spread)
    assert np.array_equal(found.brightness, measure_features(image, valid, 2).brightness)
    for y, x in ((4, 5), (0, 0), (8, 3)):
        around = spread[:, max(0, y - 2) : y + 3, max(0, x - 2) : x + 3].reshape(2, -1)
        assert found.activity[:, y, x] == pytest.approx(np.sqrt(np.nanmean(around**2, axis=1)))


def test_a_table_of_samples_takes_samples():
    table = {2: make_table(samples=4)}
    assert require_error_table(table, 2, 90, "m.srpk", 3) == table[2]
    with pytest.raises(InputError, match="set SAMPLES to 4, or leave OUTPUT_ERROR blank"):
        require_error_table(table, 2, 90, "m.srpk")


def test_what_is_not_known_is_refused_with_what_to_do():
    with pytest.raises(InputError, match=r'm\.srpk at scale 4 .* run "Evaluate SR model" with CALIBRATE'):
        require_error_table({2: make_table()}, 4, 90, "m.srpk")
    with pytest.raises(InputError, match="calibrated on 9 tiles, which allow a COVERAGE of 90 at most"):
        require_error_table({2: make_table()}, 2, 91, "m.srpk")
    assert require_error_table({2: make_table()}, 2, 90, "m.srpk") == make_table()
