"""Every way of making LR from HR: the kernels' closed forms, other people's implementations, tiles, sensors."""

from __future__ import annotations

from dataclasses import replace
from statistics import NormalDist

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from rasterio.windows import Window

from sr_core.degradations import Degradation
from sr_core.degradations import mtf as module
from sr_core.degradations._sensor_mtf import OLI, SENSORS
from sr_core.errors import InputError
from sr_core.tile_export.land_blocks import divide_region
from sr_core.tile_export.scene import survey
from sr_core.tile_export.source_opener import RasterFile

from ..conftest import textured_pixels
from ..support.tiny_members import forms, label

scales = st.sampled_from((2, 3, 4, 8))
gains = st.floats(0.01, 0.5)
seeds = st.integers(0, 99)
every_kind = pytest.mark.parametrize("chosen", forms(Degradation), ids=label)


def degradation(id, **options):
    return Degradation.load({"id": id, **options})


def noise_like(scale, rows, cols, seed=0, bands=2):
    return np.random.default_rng(seed).random((bands, rows * scale, cols * scale))


def everywhere(pixels):
    return np.ones(pixels.shape, bool)


def response(kernel, scale, frequency):
    """Of a kernel about the centre of its low-resolution pixel, at cycles per low-resolution pixel."""
    place = (np.arange(len(kernel)) - (len(kernel) - 1) / 2) / scale
    return (kernel * np.exp(-2j * np.pi * frequency * place)).sum()


# Kernels


@given(scales, gains)
def test_the_mtf_at_the_nyquist_frequency_is_what_was_asked_for(scale, gain):
    (kernel,) = degradation("mtf", mtf=[gain]).kernels(scale)
    assert response(kernel, scale, 0.5) == pytest.approx(gain, rel=0.01)


@pytest.mark.parametrize("wrong", (0.99, 1.01))
def test_a_wrong_width_would_be_noticed(monkeypatch, wrong):
    right = module.sigma
    monkeypatch.setattr(module, "sigma", lambda gain: right(gain) * wrong)
    (kernel,) = degradation("mtf", mtf=[0.24]).kernels(4)
    assert response(kernel, 4, 0.5) != pytest.approx(0.24, rel=0.01)


@given(scales, gains, gains, st.sampled_from(forms(Degradation)))
def test_kernels_have_a_gain_of_1_are_symmetric_and_whole(scale, one, other, chosen):
    if chosen.id == "mtf":
        chosen = degradation("mtf", mtf=[one, other])
    kernels = chosen.kernels(scale)
    assert len(kernels) == (2 if chosen.id == "mtf" and one != other else 1)
    assert kernels.shape[1] % scale == 0 and (kernels.shape[1] // scale) % 2 == 1
    assert kernels.sum(axis=1) == pytest.approx(1, abs=1e-12)
    assert np.abs(kernels - kernels[:, ::-1]).max() < 1e-15
    assert chosen.halo(scale) % scale == 0


@given(scales, gains, gains)
def test_a_bands_kernel_does_not_depend_on_the_others(scale, one, other):
    both = degradation("mtf", mtf=[one, other]).kernels(scale)
    for kernel, gain in zip(both if one != other else both[[0, 0]], (one, other), strict=True):
        (alone,) = degradation("mtf", mtf=[gain]).kernels(scale)
        assert np.array_equal(kernel[kernel > 0], alone)


@given(scales, st.floats(0.05, 0.5), seeds)
def test_mtf_is_a_gaussian_of_this_width(scale, gain, seed):
    """Against the two-dimensional formula, pixel by pixel, in the middle of an image."""
    hr = noise_like(scale, 9, 9, seed, bands=1)
    lr, _ = degradation("mtf", mtf=[gain]).downsample(hr, everywhere(hr), scale)
    deviation = scale * np.sqrt(-2 * np.log(gain)) / np.pi
    rows, cols = np.mgrid[: 9 * scale, : 9 * scale] + 0.5 - 4.5 * scale
    weights = np.exp(-(rows**2 + cols**2) / 2 / deviation**2)
    assert lr[0, 4, 4] == pytest.approx((hr[0] * weights).sum() / weights.sum(), abs=5e-4)


@given(scales, st.integers(1, 9), st.integers(1, 9), seeds)
def test_area_is_the_mean_of_blocks(scale, rows, cols, seed):
    hr = noise_like(scale, rows, cols, seed)
    lr, _ = degradation("area").downsample(hr, everywhere(hr), scale)
    assert np.abs(lr - hr.reshape(2, rows, scale, cols, scale).mean((2, 4))).max() < 1e-6


@given(scales, st.integers(2, 12), st.integers(2, 12), seeds, st.sampled_from(("bilinear", "bicubic")))
def test_bilinear_and_bicubic_are_torchs(scale, rows, cols, seed, name):
    hr = noise_like(scale, rows, cols, seed)
    expected = torch.nn.functional.interpolate(
        torch.from_numpy(hr)[None], size=(rows, cols), mode=name, antialias=True, align_corners=False
    )[0]
    lr, _ = degradation(name).downsample(hr, everywhere(hr), scale)
    assert np.abs(lr - expected.numpy()).max() < 1e-5


@pytest.mark.parametrize("scale", (2, 3, 4, 8))
@pytest.mark.parametrize(("name", "way"), (("bilinear", "BILINEAR"), ("area", "BOX"), ("bicubic", "BICUBIC")))
def test_they_are_pillows(scale, name, way):
    hr = noise_like(scale, 14, 11, bands=1).astype(np.float32)
    expected = np.asarray(Image.fromarray(hr[0]).resize((11, 14), Image.Resampling[way]))
    assert np.abs(degradation(name).downsample(hr, everywhere(hr), scale)[0][0] - expected).max() < 1e-5


# Nodata and tiles


@every_kind
@settings(max_examples=30)  # of each kind
@given(scale=scales, seed=seeds, share=st.floats(0.05, 0.95), value=st.floats(-1e4, 1e4))
def test_invalid_pixels_count_for_nothing(chosen, scale, seed, share, value):
    hr = noise_like(scale, 8, 7, seed)
    valid = np.random.default_rng(seed + 1).random(hr.shape) > share
    lr, known = chosen.downsample(hr, valid, scale)
    poisoned, same = chosen.downsample(np.where(valid, hr, np.nan), valid, scale)
    assert np.array_equal(lr, poisoned) and np.array_equal(known, same)
    flat, _ = chosen.downsample(np.where(valid, value, np.nan), valid, scale)
    assert flat[known] == pytest.approx(value, rel=1e-6, abs=1e-9)


@every_kind
@pytest.mark.parametrize("scale", (2, 3, 4))
def test_tiles_equal_the_whole_block(make_raster, chosen, scale):
    pixels = textured_pixels(2, 163, 205)
    pixels[:, 50:70, 30:90] = 0
    path = make_raster(pixels=pixels, nodata=0)
    scene = replace(survey(RasterFile(str(path)), scale=scale), degradation=chosen)
    with scene.open() as opened:
        for block in divide_region(scene.region, 6, tile_size=8 * scale, stride=4 * scale):
            rows, cols = block.window.toslices()
            whole, known = chosen.apply(pixels[:, rows, cols], pixels[:, rows, cols] != 0, scale, 0)
            for tile in block.tiles:
                cut = opened.cut(tile, block.window, "")
                top, left = (
                    (a - b) // scale for a, b in ((tile.row_off, rows.start), (tile.col_off, cols.start))
                )
                part = np.s_[:, top : top + 8, left : left + 8]
                assert np.array_equal(cut.lr_valid, known[part])
                assert np.array_equal(cut.lr[cut.lr_valid], whole[part][cut.lr_valid])


# Sensors


@pytest.mark.parametrize(
    ("sensor", "names", "expected"),
    (
        ("sentinel2_msi", ("B04", "B03", "B02", "B08"), (0.24, 0.28, 0.26, 0.26)),
        ("sentinel2_msi", ("B4 red", "B3 green", "B2 blue", "B5 nir"), (0.24, 0.28, 0.26, 0.26)),
        ("sentinel2_msi", ("b8a", "B8A narrow nir", "B5 red edge", "Red", "B12", "SWIR 1", "swir16"),
         (0.33, 0.33, 0.38, 0.24, 0.23, 0.22, 0.22)),
        ("landsat_oli", ("B4", "nir"), (OLI, OLI)),
    ),
)  # fmt: skip
def test_a_sensors_bands_are_known_by_their_names(sensor, names, expected):
    fitted = degradation("mtf", sensor=sensor).adapt_to_raster(names, "uint16")
    assert fitted.mtf == expected and fitted.sensor == sensor
    assert Degradation.load(fitted.dump()) == fitted
    for kernel, gain in zip(fitted.kernels(4), expected, strict=False):
        assert response(kernel, 4, 0.5) == pytest.approx(gain, rel=0.01)


def test_every_band_of_every_sensor_is_found_by_its_number_and_by_its_colours():
    for sensor, bands in SENSORS.items():
        for band in bands:
            number = band.name[1:].upper().rjust(2, "0")
            for name in (
                f"B{number}",
                f"{sensor} {band.name}",
                *(f"{band.name}-{c}" for c in band.colours.split()),
            ):
                assert degradation("mtf", sensor=sensor).adapt_to_raster((name,), "uint8").mtf == (
                    band.mtf,
                ), name


def test_oli_has_the_slope_that_was_required():
    deviation = 30 * np.sqrt(-2 * np.log(OLI)) / np.pi
    assert 0.2 / (2 * NormalDist(0, deviation).inv_cdf(0.6)) == pytest.approx(0.027, rel=0.01)


# Refusals


@pytest.mark.parametrize(
    ("asked", "dtype", "says"),
    (
        ({"id": "area", "noise": [1, 2, 3]}, "uint8",
         "The option noise has 3 numbers for 2 bands: give one number, or one for each band."),
        ({"id": "mtf", "mtf": [0.1, 0.2, 0.3]}, "uint8", "The option mtf has 3 numbers for 2 bands: give one number, "
         "or one for each band."),
        ({"id": "mtf", "mtf": [0.1], "sensor": "landsat_oli"}, "uint8",
         "The options mtf and sensor exclude each other: give one of them."),
        ({"id": "bicubic", "jpeg": 50}, "uint16",
         "The option jpeg is for rasters of 8-bit pixels (uint8), and these are uint16: leave it out."),
        ({"id": "mtf", "sensor": "landsat_oli"}, "uint8", "Band 2 is called '', which is not a band of landsat_oli: "
         "instead of sensor, give mtf with one number for each band (0.31)."),
        ({"id": "mtf", "sensor": "sentinel2_msi"}, "uint8", "Band 2 is called '', which is not a band of sentinel2_msi: "
         "instead of sensor, give mtf with one number for each band (B1 0.32, B2 0.26, B3 0.28, B4 0.24, B5 0.38, "
         "B6 0.34, B7 0.34, B8 0.26, B8A 0.33, B9 0.26, B11 0.22, B12 0.23)."),
    ),
)  # fmt: skip
def test_what_does_not_fit_the_rasters_is_refused(asked, dtype, says):
    with pytest.raises(InputError) as error:
        Degradation.load(asked).adapt_to_raster(("red", ""), dtype)
    assert str(error.value) == says


@pytest.mark.parametrize(
    ("asked", "says"),
    (
        ({"id": "mtf", "mtf": [0.6]}, "mtf.0 does not fit: input should be less than or equal to 0.5."),
        ({"id": "mtf", "sensor": "spot"}, "sensor does not fit: input should be 'sentinel2_msi' or 'landsat_oli'."),
        ({"id": "area", "noise": [-1]}, "noise.0 does not fit: input should be greater than or equal to 0."),
        ({"id": "area", "jpeg": 0}, "jpeg does not fit: input should be greater than or equal to 1."),
        ({"id": "area", "mtf": [0.3]}, "area has no option 'mtf': it has noise, seed, jpeg."),
        ("sinc", f"There is no degradation 'sinc': choose one of {', '.join(Degradation.members)}."),
    ),
)  # fmt: skip
def test_nonsense_is_refused(asked, says):
    with pytest.raises(InputError) as error:
        Degradation.load(asked)
    assert str(error.value) == says


def test_without_a_word_the_mtf_is_a_usual_one():
    assert degradation("mtf").adapt_to_raster(("", ""), "uint8").mtf == (module.DEFAULT_MTF,)


@pytest.mark.parametrize(
    ("asked", "says"),
    (
        ({"id": "bicubic"}, "antialiased bicubic resampling"),
        ({"id": "area", "jpeg": 75}, "the mean of the area and JPEG of quality 75"),
        ({"id": "mtf", "mtf": [0.24, 0.3], "sensor": "sentinel2_msi", "noise": [0.01, 0.01], "jpeg": 9},
         "the MTF of sentinel2_msi (0.24, 0.3 at the Nyquist frequency), noise of 0.01 and JPEG of quality 9"),
    ),
)  # fmt: skip
def test_they_say_what_they_do(asked, says):
    assert Degradation.load(asked).description == says


def test_a_window_is_enough_for_a_tile_and_not_more_than_needed(make_raster):
    """With one pixel less around a tile it would come out otherwise."""
    chosen, hr = degradation("mtf", mtf=[0.1]), noise_like(4, 20, 20, bands=1)
    whole, _ = chosen.downsample(hr, everywhere(hr), 4)
    for halo, same in ((chosen.halo(4), True), (chosen.halo(4) - 4, False)):
        window = Window(40 - halo, 40 - halo, 8 + 2 * halo, 8 + 2 * halo)
        part, _ = chosen.downsample(
            hr[(slice(None), *window.toslices())], everywhere(hr)[(slice(None), *window.toslices())], 4
        )
        inner = np.s_[:, halo // 4 : halo // 4 + 2, halo // 4 : halo // 4 + 2]
        assert (np.abs(part[inner] - whole[:, 10:12, 10:12]).max() < 1e-6) == same
