"""A band tagged alpha: a mask, data, or a question."""

import numpy as np
import pytest
import rasterio
from rasterio.windows import Window

from sr_core.errors import InputError
from sr_core.raster.alpha_kind import AlphaKind, classify_alpha
from sr_core.raster.raster_reader import open_pan, open_raster

from ..conftest import textured_pixels

ROWS, COLS = np.mgrid[:120, :160]
EDGE = np.minimum(np.minimum(ROWS, 119 - ROWS), np.minimum(COLS, 159 - COLS))
NOISE = np.random.default_rng(0).normal(0, 1.5, ROWS.shape)

MASKS = {
    "opaque": np.full(ROWS.shape, 255),
    "transparent": np.zeros(ROWS.shape),
    "0 and 255": (COLS > 9) * 255,
    "0 and 1": COLS > 9,
    "feathered": np.clip(EDGE * 20, 0, 255),
    "compressed with losses": np.clip((COLS > 40) * 255 + NOISE, 0, 255).round(),
}
QUESTIONS = {
    "half transparent": np.full(ROWS.shape, 128),
    "ramp": COLS,
    "vignette": np.clip(200 - np.hypot(ROWS - 60, COLS - 80), 0, 255).round(),
    "classes": COLS // 40 * 85,
    "saturated": np.where(NOISE > 0, 255, 100 + 20 * NOISE),
}
DATA = {
    "infrared": textured_pixels(1, 120, 160, "uint8")[0],
    "infrared with black borders": np.where(COLS < 70, 0, textured_pixels(1, 120, 160, "uint8")[0]),
}


@pytest.mark.parametrize("dtype", ("uint8", "uint16", "float32"))
@pytest.mark.parametrize("name", [*MASKS, *QUESTIONS, *DATA])
def test_what_an_alpha_band_holds(name, dtype):
    values = {**MASKS, **QUESTIONS, **DATA}[name].astype(float)
    if values.max() > 1 and dtype != "uint8":
        values *= {"uint16": 257, "float32": 1 / 255}[dtype]
    kind = AlphaKind.MASK if name in MASKS else AlphaKind.UNCLEAR if name in QUESTIONS else AlphaKind.DATA
    assert classify_alpha(values.astype(dtype)).kind is kind


def test_naip_is_data(shared_data):
    for path in sorted((shared_data / "naip_0.6m_rgbn" / "val").glob("*.tif")):
        with rasterio.open(path) as dataset:
            infrared = dataset.read(4)
        coarse = infrared.reshape(64, 4, 64, 4).mean((1, 3)).round().astype("uint8")
        assert classify_alpha(infrared).kind is classify_alpha(coarse).kind is AlphaKind.DATA, path


@pytest.fixture
def half_transparent(make_raster):
    pixels = textured_pixels(4, 40, 56, "uint8")
    pixels[3] = 128
    pixels[3, :, :9] = 0
    return make_raster(pixels=pixels, photometric="RGB", alpha="YES")


def test_what_could_be_both_is_asked(half_transparent):
    sentence = r"Band 4 of .*in.tif .*BANDS=1,2,3 if .*BANDS=1,2,3,4 if"
    with pytest.raises(InputError, match=sentence), open_raster(half_transparent):
        pass


def test_bands_is_the_answer(half_transparent):
    region = Window(0, 0, 56, 40)
    with open_raster(half_transparent, (1, 2, 3)) as raster:
        assert raster.profile.has_mask
        assert (~raster.read(region)[1]).sum() == 3 * 40 * 9
    with open_raster(half_transparent, (1, 2, 3, 4)) as raster:
        assert not raster.profile.has_mask
        assert raster.read(region)[1].all()


def test_nobody_asks_where_bands_does_not_matter(half_transparent):
    with open_pan(half_transparent) as raster:
        assert raster.bands == (1, 2, 3)


def test_what_lossy_compression_left_of_a_mask_is_transparent(make_raster):
    pixels = np.stack(
        [textured_pixels(1, 120, 160, "uint8")[0]] * 3 + [MASKS["compressed with losses"].astype("uint8")]
    )
    assert (pixels[3, :, :41] > 0).any()
    with open_raster(make_raster(pixels=pixels, photometric="RGB", alpha="YES")) as raster:
        _, valid = raster.read(raster.region)
    assert (valid == (COLS > 40)).all()


def test_a_soft_mask_hides_what_has_no_opacity(make_raster):
    pixels = np.stack([textured_pixels(1, 120, 160, "uint8")[0]] * 3 + [MASKS["feathered"].astype("uint8")])
    with open_raster(make_raster(pixels=pixels, photometric="RGB", alpha="YES")) as raster:
        assert raster.bands == (1, 2, 3) and raster.profile.has_mask
        _, valid = raster.read(raster.region)
    assert (valid == (EDGE > 0)).all()
