"""Metrics against closed forms, against scikit-image, and on real imagery."""

from __future__ import annotations

import math

import numpy as np
import pytest
import rasterio
import torch
from hypothesis import given
from hypothesis import strategies as st
from skimage.metrics import structural_similarity

from sr_core.backbones import bicubic
from sr_core.degradations.bicubic import Bicubic
from sr_core.errors import InputError
from sr_core.metrics.correctness import correctness
from sr_core.metrics.scores import Scores, mean_scores, measure_tile, psnr, score

SIZE, SCALE = 40, 2


def image(seed=0, bands=3, size=SIZE):
    return np.random.default_rng(seed).uniform(0.2, 0.8, (bands, size, size)).astype(np.float32)


def everywhere(hr):
    return np.ones(hr.shape, bool)


def scored(sr, hr, valid=None, data_range=1.0, scale=SCALE):
    return score(sr, hr, everywhere(hr) if valid is None else valid, scale=scale, data_range=data_range)


@given(st.floats(1e-3, 0.5), st.floats(0.5, 300))
def test_psnr_of_a_constant_error(error, data_range):
    hr = image()
    assert scored(hr + np.float32(error), hr, data_range=data_range).psnr == pytest.approx(
        min(100, 20 * math.log10(data_range / error)), abs=1e-2
    )


def test_psnr_is_of_the_squared_error_over_all_bands_together():
    hr, sr = np.zeros((2, SIZE, SIZE), np.float32), np.zeros((2, SIZE, SIZE), np.float32)
    sr[0] = 0.1
    assert scored(sr, hr).psnr == pytest.approx(-10 * math.log10(0.1**2 / 2), abs=1e-4)


def test_a_perfect_tile_is_finite():
    hr = image()
    perfect = {"psnr": 100, "ssim": 1, "sam": 0, "ergas": 0, "l1": 0, "l2": 0}
    assert scored(hr, hr).model_dump(exclude_none=True) == pytest.approx(perfect, abs=1e-3)


def test_l1_and_l2_are_means_of_the_error_over_all_bands():
    hr, sr = np.zeros((2, SIZE, SIZE), np.float32), np.zeros((2, SIZE, SIZE), np.float32)
    sr[0], sr[1] = 0.1, -0.3
    found = scored(sr, hr)
    assert (found.l1, found.l2) == pytest.approx((0.2, 0.05))


def test_bands_by_themselves_are_tiles_of_one_band():
    hr = image()
    sr = hr + np.random.default_rng(1).normal(0, 0.1, hr.shape).astype(np.float32)
    found = measure_tile(hr[:, ::SCALE, ::SCALE], sr, hr, everywhere(hr), data_range=1.0)
    assert found.whole.model_copy(
        update={"improvement": None, "omission": None, "hallucination": None}
    ) == scored(sr, hr)
    for band, each in enumerate(found.bands):
        assert each == scored(sr[band : band + 1], hr[band : band + 1])
    assert found.whole.l2 == pytest.approx(np.mean([each.l2 for each in found.bands]))
    assert found.whole.psnr == pytest.approx(-10 * math.log10(found.whole.l2), abs=1e-5)


def test_what_was_added_is_measured_without_the_border():
    hr = image()
    lr, sr, far = hr[:, ::SCALE, ::SCALE], (hr + image(1)) / 2, hr.copy()
    far[:, :SCALE] = 0.9
    found = measure_tile(lr, sr, hr, everywhere(hr), data_range=1.0).whole
    shares = (found.improvement, found.omission, found.hallucination)
    assert shares == correctness(
        *(
            torch.from_numpy(each.astype(np.float64))
            for each in (lr[:, 1:-1, 1:-1], sr[:, 2:-2, 2:-2], hr[:, 2:-2, 2:-2])
        ),
        torch.ones(SIZE - 4, SIZE - 4, dtype=torch.bool),
    )
    again = measure_tile(lr, sr, far, everywhere(hr), data_range=1.0).whole
    assert (again.improvement, again.omission, again.hallucination) == shares


def test_psnr_alone_is_the_psnr_of_score():
    hr, sr = image(), image(1)
    assert psnr(sr, hr, everywhere(hr), scale=SCALE, data_range=1.0) == scored(sr, hr).psnr


@pytest.mark.parametrize("bands", [1, 4])
@pytest.mark.parametrize("shift", [0, 300], ids=["reflectance", "temperature"])
def test_ssim_is_that_of_scikit_image(bands, shift):
    hr = image(0, bands) + shift
    sr = hr + np.random.default_rng(1).normal(0, 0.1, hr.shape).astype(np.float32)
    inner = (slice(None), slice(SCALE, -SCALE), slice(SCALE, -SCALE))
    expected = structural_similarity(
        sr[inner].astype(float),
        hr[inner].astype(float),
        channel_axis=0,
        gaussian_weights=True,
        sigma=1.5,
        use_sample_covariance=False,
        data_range=1.0,
    )
    assert scored(sr, hr).ssim == pytest.approx(expected, abs=2e-4)


@pytest.mark.parametrize("degrees", [0, 1, 30, 90])
def test_sam_of_a_turned_spectrum(degrees):
    hr = np.zeros((2, SIZE, SIZE), np.float32)
    hr[0] = 0.5
    angle = math.radians(degrees)
    sr = np.stack([0.3 * math.cos(angle) * (hr[0] > 0), 0.3 * math.sin(angle) * (hr[0] > 0)]).astype(
        np.float32
    )
    assert scored(sr, hr).sam == pytest.approx(degrees, abs=1e-3)


def test_sam_ignores_brightness_and_black_pixels():
    hr = image()
    sr = hr * 0.5
    sr[:, 10, 10] = hr[:, 12, 12] = 0
    assert scored(sr, hr).sam == pytest.approx(0, abs=1e-3)


def test_sam_needs_two_bands():
    hr = image(bands=1)
    assert scored(hr, hr).sam is None


def test_ergas_of_a_relative_error():
    """100 / scale × the relative error, if that is the same in every band and at every pixel."""
    hr = np.stack([np.full((SIZE, SIZE), level, np.float32) for level in (0.1, 0.4, 0.8)])
    assert scored(hr * 1.05, hr, scale=4).ergas == pytest.approx(100 / 4 * 0.05, rel=1e-4)


def test_ergas_of_a_band_without_a_mean_is_left_out():
    hr = image()
    hr[1] = 0
    assert scored(hr + 0.1, hr).ergas is None


def test_the_border_does_not_count():
    hr = image()
    sr = hr.copy()
    for edge in (np.s_[:, :SCALE], np.s_[:, -SCALE:], np.s_[:, :, :SCALE], np.s_[:, :, -SCALE:]):
        sr[edge] = 9
    assert scored(sr, hr) == scored(hr, hr)
    sr[:, SCALE, SCALE] = 9
    assert scored(sr, hr).psnr < 100


@given(st.integers(0, 2), st.sampled_from([0.0, 1e9, np.nan]))
def test_what_lies_in_a_gap_does_not_matter(band, nodata):
    hr, sr, valid = image(), image(1), everywhere(image())
    valid[band, 10:16, 20:30] = False
    expected = scored(sr, hr, valid)
    sr[:, 10:16, 20:30], hr[:, 10:16, 20:30] = nodata, -nodata
    assert scored(sr, hr, valid) == expected


def test_with_a_gap_the_figures_are_those_of_the_rest():
    hr, sr, valid = image(), image(1), everywhere(image())
    valid[:, :, SIZE // 2 :] = False
    left = np.s_[:, SCALE:-SCALE, SCALE : SIZE // 2]
    half = scored(sr, hr, valid)
    error = (sr[left].astype(float) - hr[left]) ** 2
    assert half.psnr == pytest.approx(-10 * math.log10(error.mean()), abs=1e-4)
    expected = structural_similarity(
        sr[left], hr[left], channel_axis=0, gaussian_weights=True, use_sample_covariance=False, data_range=1.0
    )
    assert half.ssim == pytest.approx(expected, abs=2e-4)


def test_a_tile_with_small_islands_has_no_ssim_and_one_without_land_no_figure():
    hr, valid = image(), np.zeros((3, SIZE, SIZE), bool)
    assert scored(hr, hr, valid) is None
    assert psnr(hr, hr, valid, scale=SCALE, data_range=1.0) is None
    valid[:, 20:26, 20:26] = True
    assert scored(hr + 0.1, hr, valid).psnr == pytest.approx(20, abs=1e-3)
    assert scored(hr + 0.1, hr, valid).ssim is None


def test_a_tile_too_small_to_measure_is_refused():
    small = image(size=14)
    with pytest.raises(InputError, match=r"14 pixels are too small to be measured at scale 2.*at least 15"):
        scored(small, small)
    assert scored(image(size=15), image(size=15)).ssim == pytest.approx(1)


def test_means_are_over_the_tiles_that_have_a_figure():
    scores = [Scores(psnr=p, ssim=s, sam=None, ergas=None) for p, s in ((20, 0.5), (30, None), (40, 0.7))]
    assert mean_scores(scores).model_dump(exclude_none=True) == pytest.approx({"psnr": 30, "ssim": 0.6})


def test_bicubic_on_real_tiles_reaches_what_is_known(shared_data):
    """FACTS section 7: 25.64 dB, the mean over the 60 NAIP validation tiles at scale 4."""
    found = []
    for path in sorted((shared_data / "naip_0.6m_rgbn" / "val").glob("*.tif")):
        with rasterio.open(path) as dataset:
            hr = dataset.read()
        lr, _ = Bicubic().apply(hr, everywhere(hr), 4, None)
        sr = bicubic(torch.from_numpy(lr.astype(np.float32))[None], 4)[0].round().clip(0, 255).numpy()
        found.append(psnr(sr / 255, hr / 255, everywhere(hr), scale=4, data_range=1.0))
    assert len(found) == 60
    assert sum(found) / 60 == pytest.approx(25.64, abs=0.05)
