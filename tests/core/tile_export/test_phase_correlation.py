"""By how much two rasters miss each other, and putting it right."""

from __future__ import annotations

import functools
import math
import re

import numpy as np
import pytest
import rasterio
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.windows import Window
from scipy import ndimage
from skimage.registration import phase_cross_correlation

from sr_core.raster.downsampling import downsample
from sr_core.tile_export.lr_hr_comparison import PIECE, piece_windows
from sr_core.tile_export.phase_correlation import Shift, combine_shifts, phase_shift

from ..conftest import textured_pixels
from ..support.export_runs import everything, logs, refused, run

SCALE = 4


@pytest.fixture(scope="module")
def land():
    """Real land in high resolution, (b, h, w)."""
    from ..conftest import DATA

    path = DATA / "landsat" / "l8_zion_rgbn_30m.tif"
    if not path.is_file():
        pytest.skip("needs ../shared/data")
    with rasterio.open(path) as dataset:
        return dataset.read((1, 4), window=Window(300, 300, 1024, 768)).astype(np.float64)


def beside(image, x, y, scale=SCALE):
    """The image in low resolution as a sensor sees it that misses by x and y low-resolution pixels."""
    moved = np.stack([ndimage.shift(band, (scale * y, scale * x), order=3, mode="nearest") for band in image])
    return downsample(moved, np.ones(image.shape, bool), scale)[0]


@pytest.fixture(scope="module")
def land_beside(land):
    """`land_beside(x, y)` is the real land beside where it is, made once."""
    return functools.cache(lambda x, y: beside(land, x, y))


def estimate(first, second):
    found = []
    for row in range(0, first.shape[1] - PIECE + 1, PIECE):
        for col in range(0, first.shape[2] - PIECE + 1, PIECE):
            place = (slice(None), slice(row, row + PIECE), slice(col, col + PIECE))
            found.append(phase_shift(first[place], second[place]))
    return combine_shifts([shift for shift in found if shift])


@pytest.mark.parametrize("noise", [0.0, 0.1, 0.3])
@pytest.mark.parametrize(("x", "y"), [(0.1, 0), (0, -0.1), (0.35, 0.2), (-1.25, 0.5), (2, -3), (3, 2.9)])
def test_known_shifts_of_real_land_are_found_within_a_tenth(land_beside, x, y, noise):
    random = np.random.default_rng(0)
    first, second = land_beside(0, 0), land_beside(x, y)
    second = 3 * second + 100 + random.normal(0, 3 * noise * second.std(), second.shape)
    found = estimate(first, second)
    assert found.shift == pytest.approx((x, y), abs=0.1)
    assert math.dist(found.shift, (x, y)) < 0.05 or noise > 0.1
    assert found.significant
    assert found.agreeing >= 0.7 * found.pieces


def test_what_is_not_shifted_is_not_moved(land):
    noisy = beside(land, 0, 0)
    noisy = noisy + np.random.default_rng(1).normal(0, 0.1 * noisy.std(), noisy.shape)
    found = estimate(beside(land, 0, 0), noisy)
    assert not found.significant
    assert found.shift == pytest.approx((0, 0), abs=0.03)


def test_it_agrees_with_scikit_image(land):
    first, second = beside(land, 0, 0)[:1, :64, :64], beside(land, 1.3, -0.7)[:1, :64, :64]
    found = phase_shift(first, second)
    back, _, _ = phase_cross_correlation(
        *(image[0] * np.hanning(64)[:, None] * np.hanning(64) for image in (first, second)),
        upsample_factor=100,
    )
    assert (-back[1], -back[0]) == pytest.approx(found, abs=0.1)


def test_images_that_have_nothing_in_common_agree_on_nothing():
    random = np.random.default_rng(0)
    shifts = [phase_shift(*random.normal(size=(2, 1, 64, 64))) for _ in range(30)]
    assert combine_shifts([shift for shift in shifts if shift]).agreeing < 10
    assert phase_shift(np.ones((1, 64, 64)), np.ones((1, 64, 64))) is None


@settings(max_examples=50)
@given(
    x=st.floats(-3, 3), y=st.floats(-3, 3), wrong=st.lists(st.tuples(st.floats(-8, 8), st.floats(-8, 8)), max_size=6)
)  # fmt: skip
def test_some_wrong_places_do_not_sway_the_others(x, y, wrong):
    random = np.random.default_rng(0)
    right = [Shift(x + dx, y + dy) for dx, dy in random.normal(0, 0.02, (20, 2))]
    found = combine_shifts([*right, *(Shift(*each) for each in wrong)])
    assert found.shift == pytest.approx((x, y), abs=0.05)
    assert found.error < 0.05


def test_none_at_all_is_not_significant():
    assert not combine_shifts([]).significant
    assert not combine_shifts([Shift(2, 2)] * 3).significant


@given(
    row=st.integers(0, 500), col=st.integers(0, 500), height=st.integers(1, 9000), width=st.integers(1, 9000),
    scale=st.sampled_from([2, 3, 4, 8]),
)  # fmt: skip
def test_pieces_lie_within_the_region_and_are_not_too_many(row, col, height, width, scale):
    found = piece_windows(Window(col, row, width, height), scale)
    assert len(found) <= 81
    for piece in found:
        assert piece.width == piece.height == PIECE * scale
        assert row <= piece.row_off and piece.row_off + piece.height <= row + height
        assert col <= piece.col_off and piece.col_off + piece.width <= col + width
    assert bool(found) == (min(height, width) >= PIECE * scale)


# Through the job


def rasters(make_raster, x, y):
    """HR, and LR that shows the land x and y LR pixels beside where it is."""
    transform = Affine(10, 0, 500_000, 0, -10, 5_000_000)
    random = np.random.default_rng(0)
    rough = ndimage.gaussian_filter(random.normal(size=(2, 512, 384)), (0, 2, 2))
    hr = 2000 + 4000 * rough / rough.std() / 6
    lr = beside(hr, x, y, 2)
    paths = [
        make_raster(
            f"{name}.tif", pixels=np.rint(pixels).astype(np.uint16), transform=transform * Affine.scale(scale)
        )
        for name, pixels, scale in (("hr", hr, 1), ("lr", lr, 2))
    ]
    return paths


def test_lr_is_moved_to_where_hr_has_it(tmp_path, make_raster):
    hr_path, lr_path = rasters(make_raster, 0.6, -0.4)
    errors = {}
    for align in (False, True):
        tiles, steps = run(
            tmp_path, hr_path, f"tiles_{align}", input_lr=str(lr_path), align=align, tile_size=64, stride=64
        )
        missed = []
        for _, _, high, low in everything(tiles):
            truth = downsample(high.read(), np.ones((2, 64, 64), bool), 2)[0]
            missed.append(np.abs(low.read() - truth)[:, 4:-4, 4:-4].mean())
        errors[align] = np.mean(missed)
        assert ("is moved back" in logs(steps)) == align
    assert re.search(
        r"is shifted by \+0\.(59|60) pixels across and -0\.(39|40) down relative to", logs(steps)
    )
    assert tiles.info.degradation.resampled
    assert errors[True] < 0.25 * errors[False]


def test_lr_that_lies_right_is_taken_as_it_is(tmp_path, make_raster):
    hr_path, lr_path = rasters(make_raster, 0, 0)
    tiles, steps = run(tmp_path, hr_path, input_lr=str(lr_path), align=True, tile_size=64, stride=64)
    assert "is not moved" in logs(steps)
    assert not tiles.info.degradation.resampled


def test_a_raster_too_small_to_tell_is_said_to_be(tmp_path, make_raster):
    hr_path = make_raster("hr.tif", pixels=textured_pixels(2, 96, 96))
    lr_path = make_raster(
        "lr.tif", pixels=textured_pixels(2, 48, 48), transform=Affine(20, 0, 500_000, 0, -20, 5_000_000)
    )
    _, steps = run(tmp_path, hr_path, input_lr=str(lr_path), align=True)
    assert "is not moved: only 0 of 0 places agree" in logs(steps)


def test_without_a_second_raster_there_is_nothing_to_align(tmp_path, make_raster):
    refused(tmp_path, "ALIGN needs a second raster to move: give INPUT_LR", make_raster(), align=True)
