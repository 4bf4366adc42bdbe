"""Tiles as pictures."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import numpy as np
import pytest
from matplotlib.image import imread

from sr_core.evaluation.tile_pictures import (
    CORRECTNESS_COLOURS,
    crop_middle,
    encode_png,
    render_correctness,
    render_thumbnail,
    render_tile,
)
from sr_core.evaluation.tile_scores import bicubic_upscale
from sr_core.inference.predictor import build_predictor
from sr_core.raster.display_bands import display_bands

from ..support.report_models import package_for

sys.path.insert(0, str(Path(__file__).parents[3] / "script"))

from comparison_picture import write_comparison


@pytest.mark.parametrize(
    ("descriptions", "shown"),
    [
        (("red", "green", "blue", "nir"), (0, 1, 2)),
        (("Blue", "Green", "Red", "NIR"), (2, 1, 0)),
        (("B02", "B03", "B04", "B05", "B08"), (2, 1, 0)),
        (("B5 red edge", "B4 red", "B3 green", "B2 blue"), (1, 2, 3)),
        (("B2", "B3", "B4"), (2, 1, 0)),
        (("R", "G", "B", "N"), (0, 1, 2)),
        (("", "", "", ""), (0, 1, 2)),
        (("B08", "B11", "B12"), (0, 1, 2)),
        (("red", "nir"), (0,)),
        (("pan",), (0,)),
    ],
)
def test_bands_that_are_shown(descriptions, shown):
    assert display_bands(descriptions) == shown


@pytest.mark.parametrize("bands", [("red",), ("nir", "blue", "green", "red")])
def test_pictures_of_a_tile_are_stretched_alike(make_tileset, bands):
    tileset = make_tileset(bands=bands)
    package = package_for(tileset)
    made = render_tile(build_predictor(package), tileset, "test", "test_1")
    assert [picture.shape for picture in made] == [(24, 24, 3), (48, 48, 3), (48, 48, 3), (48, 48, 3)]
    hr = tileset.read("test", "test_1").hr[[bands.index("red")]][0]
    low, high = np.percentile(hr, (2, 98))
    expected = (np.clip((hr - low) / (high - low), 0, 1) * 255).round()
    np.testing.assert_allclose(made.hr[..., 0], expected, atol=1)
    bicubic = bicubic_upscale(2)(tileset.read("test", "test_1").lr)[bands.index("red")]
    np.testing.assert_allclose(
        made.bicubic[..., 0], (np.clip((bicubic - low) / (high - low), 0, 1) * 255).round(), atol=2
    )
    assert (made.hr[..., 0] == made.hr[..., 1]).all() == (len(bands) == 1)


def test_a_tile_of_one_value_is_a_picture_too(make_tileset):
    tileset = make_tileset(nodata=0, gap=np.s_[:, :, :])
    assert render_tile(build_predictor(package_for(tileset)), tileset, "test", "test_0").hr.shape == (
        48,
        48,
        3,
    )


def test_png_comes_back():
    picture = np.random.default_rng(0).integers(0, 256, (5, 7, 3)).astype(np.uint8)
    assert ((imread(io.BytesIO(encode_png(picture)))[..., :3] * 255).round() == picture).all()


def test_a_comparison_picture_has_a_row_for_each_tile(make_tileset, tmp_path):
    tileset = make_tileset()
    package = package_for(tileset)
    write_comparison(build_predictor(package), tileset, ["test_0"], tmp_path / "one.png")
    write_comparison(build_predictor(package), tileset, ["test_0", "test_1"], tmp_path / "two.png")
    one, two = imread(tmp_path / "one.png"), imread(tmp_path / "two.png")
    assert one.shape[1] == two.shape[1] == 1200 and two.shape[0] > 1.8 * one.shape[0]


def test_of_large_tiles_the_same_middle_is_shown_of_all():
    lr = np.arange(9 * 9).reshape(9, 9, 1).astype(np.uint8).repeat(3, axis=2)
    hr = lr.repeat(3, axis=0).repeat(3, axis=1)
    small, large = crop_middle([lr, hr], 3, 14)  # of which 4 low-resolution pixels are the most
    assert small.shape == (4, 4, 3) and (small.repeat(3, axis=0).repeat(3, axis=1) == large).all()
    assert small[0, 0, 0] == 2 * 9 + 2
    assert crop_middle([lr, hr], 3, 999)[1].shape == hr.shape


def test_what_was_added_is_coloured_where_detail_is_at_stake(make_tileset):
    tileset = make_tileset()
    pair = tileset.read("test", "test_0")
    truth = render_correctness(pair, pair.hr)
    stake = (truth != 232).any(axis=2)
    assert 0.2 < stake.mean() < 0.8
    green = np.array(CORRECTNESS_COLOURS["improvement"])
    assert (np.abs(truth[stake].astype(int) - green) < 30).all()
    assert render_correctness(pair._replace(hr=pair.hr - 5), pair.hr) is None


def test_a_thumbnail_is_small_and_shows_low_resolution_and_result(make_tileset):
    tileset = make_tileset(tile_size=160)
    package = package_for(tileset)
    data = render_thumbnail(build_predictor(package), tileset, "test", "test_0")
    assert len(data) < 110_000
    shown = (imread(io.BytesIO(data))[..., :3] * 255).round()
    assert shown.shape == (128, 128 + 4 + 128, 3)
    assert (shown[0::2, 0:128:2] == shown[1::2, 1:128:2]).all() and (shown[:, 128:132] == 255).all()
    sr = render_tile(build_predictor(package), tileset, "test", "test_0").sr
    assert (shown[:, 132:] == sr[16:144, 16:144]).all()
