"""The degradation that is another one for each tile: what is drawn, within which limits, and that nothing is displaced."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from sr_core.degradations import Degradation
from sr_core.degradations._jpeg import compress_jpeg, compress_jpeg2000
from sr_core.errors import InputError
from sr_core.raster.downsampling import weights
from sr_core.raster.radiometry import Radiometry

from ..conftest import textured_pixels

TILES = [f"tile {number}" for number in range(400)]


def robust(**options):
    return Degradation.load({"id": "robust", **options})


def everywhere(pixels):
    return np.ones(pixels.shape, bool)


def degraded(chosen, hr, tile, scale=4):
    return chosen.apply(hr, everywhere(hr), scale, None, tile=tile)[0]


def contrast(kernel, scale):
    """At the Nyquist frequency of low-resolution pixels."""
    place = (np.arange(len(kernel)) - (len(kernel) - 1) / 2) / scale
    return abs((kernel * np.exp(-1j * np.pi * place)).sum())


def test_a_tile_is_its_name_and_seed():
    hr = textured_pixels(3, 64, 64, "uint8")
    made = [degraded(robust(clean=0), hr, "a"), degraded(robust(clean=0), hr, "b"), degraded(robust(clean=0, seed=1), hr, "a")]  # fmt: skip
    assert np.array_equal(made[0], degraded(robust(clean=0), hr, "a"))
    assert all((one != other).mean() > 0.2 for one, other in ((made[0], made[1]), (made[0], made[2])))


def test_the_shares_are_those_asked_for():
    draws = [robust(clean=0.3, jpeg_share=0.25)._draw(3, tile) for tile in TILES]
    clean = [draw for draw in draws if draw.noise == 0]
    assert len(clean) / len(TILES) == pytest.approx(0.3, abs=0.07)
    assert all(draw.jpeg is None and draw.sharpness == 1 and not draw.shifts.any() for draw in clean)
    jpegs = [draw.jpeg for draw in draws if draw.jpeg is not None]
    assert len(jpegs) / (len(draws) - len(clean)) == pytest.approx(0.25, abs=0.08)
    assert min(jpegs) >= 60 and max(jpegs) <= 95 and len(set(jpegs)) > 20


def test_clean_tiles_are_bicubic_to_the_bit():
    hr = textured_pixels(4, 96, 64, "uint8")
    assert np.array_equal(degraded(robust(clean=1), hr, "a"), degraded(Degradation.load("bicubic"), hr, "a"))


@pytest.mark.parametrize("scale", (2, 4))
def test_blurs_lie_between_bicubic_and_the_least_mtf(scale):
    chosen = robust(mtf=0.25, clean=0)
    found = [contrast(chosen._kernel(scale, chosen._draw(1, tile).sharpness), scale) for tile in TILES]
    sharpest = contrast(weights(scale), scale)
    assert min(found) == pytest.approx(0.25, abs=0.01) and max(found) == pytest.approx(sharpest, abs=0.01)
    assert np.mean(found) == pytest.approx(contrast(chosen.kernels(scale)[0], scale), abs=0.01)


@pytest.mark.parametrize("bands", (1, 3, 4))
def test_bands_are_moved_apart_and_the_image_stays_in_its_place(bands):
    """On a ramp a shift is a difference in value: each band's is what was drawn, and their mean is that of bicubic."""
    ramp = np.broadcast_to(np.arange(96.0), (bands, 96, 96)).astype(np.float64)
    chosen, plain = robust(noise=None, clean=0, shift=0.3), Degradation.load("bicubic")
    inner = np.s_[:, 4:-4, 4:-4]
    there = plain.downsample(ramp, everywhere(ramp), 4)[0][inner]
    farthest = 0.0
    for tile in TILES[:60]:
        for image, axis in ((ramp, 1), (ramp.transpose(0, 2, 1), 0)):
            moved = chosen.downsample(image, everywhere(image), 4, tile)[0][inner] / 4
            straight = there.transpose(0, 2, 1) if axis == 0 else there
            shifts = (moved - straight / 4).mean((1, 2))
            assert shifts == pytest.approx(chosen._draw(bands, tile).shifts[axis], abs=2e-3)
            assert abs(shifts.mean()) < 1e-4
            farthest = max(farthest, np.abs(shifts).max())
    assert farthest == pytest.approx(0.3 if bands > 1 else 0, abs=0.03)


def test_noise_has_the_deviation_that_was_drawn_and_grows_with_the_signal():
    hr = np.full((2, 400, 400), 5000, np.uint16)
    hr[:, :, 200:] = 20000
    radiometry = Radiometry(gain=(1e-4, -2e-4), offset=(0.0, 8.0))
    chosen = robust(noise=[0.004, 0.02], jpeg=None, clean=0, shift=0)
    ratios, expected = [], []
    for tile in TILES[:30]:
        draw = chosen._draw(2, tile)
        smooth, _ = chosen.downsample(hr, everywhere(hr), 2, tile)
        pixels, _ = chosen.apply(hr, everywhere(hr), 2, None, radiometry=radiometry, tile=tile)
        noise = radiometry.to_physical(pixels) - radiometry.to_physical(smooth)
        assert noise.std((1, 2)) == pytest.approx(draw.noise * np.array((0.004, 0.02)), rel=0.04, abs=5e-5)
        if draw.noise > 0.2:
            ratios.append(noise[0, :, 104:].var() / noise[0, :, :96].var())
            bright, dark = (1 - draw.photon + draw.photon * level / 1.25 for level in (2.0, 0.5))
            expected.append(bright / dark)
    assert ratios == pytest.approx(expected, rel=0.15) and max(ratios) > 2


@pytest.mark.parametrize("quality", (60, 90))
def test_colour_jpeg_is_one_picture_with_halved_colour(quality):
    """Brightness as Pillow has it, which spreads colour between pixels in another way; colour of pixels is gone."""
    pixels = textured_pixels(4, 70, 91, "uint8")
    found = compress_jpeg(pixels, everywhere(pixels), quality, colour=True)
    file = io.BytesIO()
    Image.fromarray(pixels[:3].transpose(1, 2, 0)).save(file, "JPEG", quality=quality, subsampling=2)
    expected, brightness = (
        np.array([0.299, 0.587, 0.114]) @ each.reshape(3, -1).astype(float)
        for each in (np.asarray(Image.open(file)).transpose(2, 0, 1), found[:3])
    )
    assert np.abs(brightness - expected).mean() < 1
    assert np.array_equal(found[3:], compress_jpeg(pixels[3:], everywhere(pixels[3:]), quality))
    stripes = np.full((3, 64, 64), 120, np.uint8)
    stripes[0, :, ::2] += 40  # red against blue-green of the same brightness
    stripes[1, :, ::2] -= 20
    left = [
        compress_jpeg(stripes, everywhere(stripes), quality, colour=colour)[0].std()
        for colour in (True, False)
    ]
    assert left[0] < 8 < 15 < left[1]


@pytest.mark.parametrize(("bands", "ratio"), [(3, 15), (4, 8), (1, 6)])
def test_jpeg_2000_of_a_size_leaves_what_another_encoder_leaves_at_that_size(bands, ratio):
    pixels = textured_pixels(bands, 150, 140, "uint8")
    found = compress_jpeg2000(pixels, everywhere(pixels), ratio)
    assert found.shape == pixels.shape and found.dtype == np.uint8
    if bands in (1, 3):  # Pillow has the same wavelets, and knows the size that it makes
        file = io.BytesIO()
        image = pixels.transpose(1, 2, 0) if bands == 3 else pixels[0]
        how = {"quality_mode": "rates", "quality_layers": [ratio], "irreversible": True, "mct": bands == 3}
        Image.fromarray(image).save(file, "JPEG2000", **how)
        assert file.tell() == pytest.approx(pixels.size / ratio, rel=0.1)
        theirs = np.asarray(Image.open(file)).astype(float).reshape(150, 140, bands).transpose(2, 0, 1)
        errors = [np.square(each.astype(float) - pixels).mean() ** 0.5 for each in (found, theirs)]
        assert errors[0] == pytest.approx(errors[1], rel=0.25) and errors[0] > 1


def test_more_jpeg_2000_compression_leaves_less_and_small_tiles_no_less_than_large_ones():
    pixels = textured_pixels(3, 128, 128, "uint8")
    errors = [
        np.abs(compress_jpeg2000(pixels, everywhere(pixels), ratio) - 1.0 * pixels).mean()
        for ratio in (6, 15, 60)
    ]
    assert errors[0] < errors[1] < errors[2]
    part = pixels[:, :32, :32]
    small = np.abs(compress_jpeg2000(part, everywhere(part), 15) - 1.0 * part).mean()
    assert small < 1.5 * errors[1]


def test_what_is_in_gaps_does_not_count_in_jpeg_2000():
    pixels = textured_pixels(3, 128, 128, "uint8")
    valid = everywhere(pixels)
    valid[:, 40:80, 40:80] = False
    black, white = (np.where(valid, pixels, value).astype(np.uint8) for value in (0, 255))
    assert np.array_equal(*(compress_jpeg2000(each, valid, 8) for each in (black, white)))
    # Along its rim a gap continues its surroundings.
    rims = [compress_jpeg2000(black, known, 8)[:, 40, 41:79].mean() for known in (valid, everywhere(black))]
    assert abs(rims[0] - pixels[:, 39, 41:79].mean()) < 12 < rims[0] - rims[1]


def test_half_of_the_compressed_tiles_get_jpeg_2000_where_that_is_asked_for():
    plain, both, alone = (
        robust(clean=0, jpeg_share=0.5, **options)
        for options in ({}, {"jpeg2000": 15}, {"jpeg2000": 15, "jpeg": None})
    )
    draws = [[chosen._draw(3, tile) for tile in TILES] for chosen in (plain, both, alone)]
    ratios = [draw.jpeg2000 for draw in draws[1] if draw.jpeg2000]
    assert len(ratios) / len(TILES) == pytest.approx(0.25, abs=0.06)
    assert 6 <= min(ratios) < 6.5 and 14.5 < max(ratios) <= 15
    assert not any(draw.jpeg and draw.jpeg2000 for draw in draws[1])
    # Which tiles are compressed, and all that is done to them besides, does not change.
    compressed = [[bool(draw.jpeg or draw.jpeg2000) for draw in each] for each in draws]
    assert compressed[0] == compressed[1] == compressed[2]
    assert all(
        one.noise == other.noise and (one.shifts == other.shifts).all()
        for one, other in zip(*draws[:2], strict=True)
    )
    assert not any(draw.jpeg for draw in draws[2])
    assert "JPEG 2000 of 6 to 15 times smaller files in 25%" in both.description
    assert "JPEG of quality 60 to 95 in 25%" in both.description and "JPEG 2000" not in plain.description


@pytest.mark.parametrize("options", [{"jpeg": 60}, {"jpeg": None, "jpeg2000": 15}])
def test_a_tile_is_what_its_file_would_be(options):
    hr = textured_pixels(3, 128, 128, "uint8")
    lossy = robust(noise=None, clean=0, jpeg_share=1, **options)
    plain = robust(noise=None, clean=0, jpeg_share=0, **options)
    before, draw = degraded(plain, hr, "a", 2), lossy._draw(3, "a")
    expected = (
        compress_jpeg2000(before, everywhere(before), draw.jpeg2000)
        if draw.jpeg2000
        else compress_jpeg(before, everywhere(before), draw.jpeg, colour=True)
    )
    assert np.array_equal(degraded(lossy, hr, "a", 2), expected) and not np.array_equal(expected, before)


def test_of_16_bits_there_is_no_jpeg():
    with pytest.raises(InputError, match="The option jpeg2000 is for rasters of 8-bit pixels"):
        robust(jpeg2000=15).adapt_to_raster(("red", "nir"), "uint16")
    fitted = robust().adapt_to_raster(("red", "nir"), "uint16")
    assert fitted.jpeg is None and "JPEG" not in fitted.description
    assert robust().adapt_to_raster(("red", "nir"), "uint8").jpeg == 60
    with pytest.raises(InputError, match="The option jpeg is for rasters of 8-bit pixels"):
        robust(jpeg=70).adapt_to_raster(("red", "nir"), "uint16")
    assert Degradation.load(fitted.dump()) == fitted
