"""Bringing HR to LR's radiometry."""

from __future__ import annotations

import numpy as np
import pytest
from affine import Affine
from hypothesis import given
from hypothesis import strategies as st
from scipy import ndimage

from sr_core.errors import InputError
from sr_core.raster.downsampling import downsample
from sr_core.tile_export.harmonisation import fit_harmonisation

from ..support.export_runs import everything, logs, refused, run


def values(count=20_000, bands=2, seed=0):
    return np.random.default_rng(seed).gamma(3, 400, (bands, count))


@pytest.mark.parametrize("way", ["linear", "histogram"])
@given(gain=st.floats(0.2, 5), offset=st.floats(-500, 500))
def test_a_gain_and_an_offset_are_found(way, gain, offset):
    hr = values()
    found = fit_harmonisation(hr, gain * hr + offset, way)
    assert found.gain == pytest.approx([gain] * 2, rel=1e-6)
    assert found.offset == pytest.approx([offset] * 2, abs=1e-3 * gain * 1000)
    np.testing.assert_allclose(found(hr[:, None]), gain * hr[:, None] + offset, rtol=1e-6, atol=1e-3)


def test_noise_places_that_changed_and_misses_do_not_flatten_it():
    """As they do flatten a regression."""
    random = np.random.default_rng(1)
    hr = values()
    lr = 2 * hr + 100
    hr, lr = hr + random.normal(0, 250, hr.shape), lr + random.normal(0, 500, lr.shape)
    lr[:, :200] = 60_000  # clouds
    found = fit_harmonisation(hr, lr, "linear")
    assert found.gain == pytest.approx([2, 2], rel=0.1)
    assert np.polyfit(hr[0, 200:], lr[0, 200:], 1)[0] < 1.8


def test_a_curve_is_followed_by_histogram_and_not_by_a_line():
    hr = values()
    lr = 40 * np.sqrt(hr)
    errors = [
        np.abs(fit_harmonisation(hr, lr, way)(hr[:, None])[:, 0] - lr).mean()
        for way in ("linear", "histogram")
    ]
    assert errors[1] < 0.2 * errors[0]


def test_beyond_its_ends_a_curve_goes_on():
    hr = values()
    found = fit_harmonisation(hr, 2 * hr, "histogram")
    far = np.array([[[0.0, 1e6]]] * 2)
    np.testing.assert_allclose(found(far), 2 * far, rtol=1e-6, atol=1e-3)


@pytest.mark.parametrize("which", [0, 1])
def test_a_band_that_never_varies_is_refused(which):
    sides = [values(), values()]
    sides[which][1] = 7
    with pytest.raises(InputError, match="Band 2 is the same everywhere and cannot be harmonised"):
        fit_harmonisation(*sides, "linear")


# Through the job


def rasters(make_raster, gain=1.5, offset=300, size=(384, 512)):
    transform = Affine(10, 0, 500_000, 0, -10, 5_000_000)
    rough = ndimage.gaussian_filter(np.random.default_rng(0).normal(size=(2, *size)), (0, 2, 2))
    hr = np.rint(3000 + 4000 * rough / rough.std() / 6)
    lr = gain * downsample(hr, np.ones(hr.shape, bool), 2)[0] + offset
    return [
        make_raster(
            f"{name}.tif", pixels=np.rint(pixels).astype(np.uint16), transform=transform * Affine.scale(scale)
        )
        for name, pixels, scale in (("hr", hr, 1), ("lr", lr, 2))
    ]


@pytest.mark.parametrize("way", ["linear", "histogram"])
def test_hr_tiles_have_the_radiometry_of_lr_tiles(tmp_path, make_raster, way):
    hr_path, lr_path = rasters(make_raster)
    tiles, steps = run(tmp_path, hr_path, input_lr=str(lr_path), harmonise=way, tile_size=64, stride=64)
    for _, _, hr, lr in everything(tiles):
        made = downsample(hr.read(), np.ones((2, 64, 64), bool), 2)[0]
        assert np.abs(made - lr.read())[:, 4:-4, 4:-4].mean() < 8
    assert "is brought to the radiometry of" in logs(steps)
    assert "about × 1.5" in logs(steps) or "about × 1.49" in logs(steps)
    # The tile set's figures are those of what was written.
    assert tiles.info.statistics.mean[0] == pytest.approx((1.5 * 3000 + 300) * 1e-4, rel=0.02)


def test_align_and_harmonise_go_together(tmp_path, make_raster):
    hr_path, lr_path = rasters(make_raster)
    _, steps = run(
        tmp_path, hr_path, input_lr=str(lr_path), harmonise="linear", align=True, tile_size=64, stride=64
    )
    assert "is not moved" in logs(steps)
    assert "is brought to the radiometry of" in logs(steps)


def test_too_little_land_in_common_is_refused(tmp_path, make_raster):
    hr_path, lr_path = rasters(make_raster, size=(96, 96))
    refused(tmp_path, "too few valid pixels in common", hr_path, input_lr=str(lr_path), harmonise="linear")


def test_without_a_second_raster_there_is_nothing_to_harmonise_with(tmp_path, make_raster):
    refused(tmp_path, "HARMONISE needs a second raster: give INPUT_LR", make_raster(), harmonise="linear")
