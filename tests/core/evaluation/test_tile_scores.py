"""A net on the tiles of a split."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from sr_core.errors import InputError
from sr_core.evaluation.tile_scores import (
    bicubic_upscale,
    choose_examples,
    compare,
    median_tile,
    upscale_tile,
)
from sr_core.inference.predictor import build_net_predictor, build_predictor

from ..support.report_models import package_for, tile
from ..support.small_trainings import run_to_end


def test_an_untrained_model_scores_as_bicubic(make_tileset):
    tileset = make_tileset()
    net = package_for(tileset).info.net()
    scores = run_to_end(compare(build_net_predictor(net.eval()), tileset, "val"))[1]
    assert [each.name for each in scores] == list(tileset.names("val"))
    assert all(each.model == each.bicubic for each in scores)


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "float32"])
def test_results_are_measured_as_a_user_gets_them(make_tileset, dtype):
    """Rounded to whole pixel values, and clipped to those that the type can hold."""
    tileset = make_tileset(dtype=dtype)
    pair = tileset.read("test", "test_0")
    sr = upscale_tile(lambda lr: bicubic_upscale(2)(lr) * 30 - 5, tileset, pair)
    pixels = sr / np.array(tileset.info.radiometry.gain)[:, None, None]
    if dtype == "float32":
        np.testing.assert_array_equal(sr, bicubic_upscale(2)(pair.lr) * 30 - 5)
    else:
        np.testing.assert_allclose(pixels, pixels.round(), atol=0.01)
        assert pixels.min() >= -0.01 and pixels.max() <= np.iinfo(dtype).max + 0.01


def test_a_predictor_gives_what_its_net_gives(make_tileset):
    package = package_for(make_tileset())
    lr = np.random.default_rng(0).random((3, 20, 30), np.float32)
    with torch.no_grad():
        whole = package.net(torch.from_numpy(lr)[None])[0].numpy()
    np.testing.assert_allclose(build_predictor(package).upscale(lr), whole, atol=1e-6)


def test_tiles_without_a_valid_pixel_are_left_out(make_tileset):
    gap = np.s_[:, :, :]
    tileset = make_tileset(nodata=0, gap=gap)
    with pytest.raises(InputError, match=r"No test tile in .* has a valid pixel"):
        run_to_end(compare(build_predictor(package_for(tileset)), tileset, "test"))


def test_examples_are_the_minimum_the_median_and_the_maximum_gain():
    scores = [tile("b", 0.5), tile("a", -1), tile("d", 3), tile("c", 1)]
    assert [(what.split()[0], each.name) for what, each in choose_examples(scores)] == [
        ("Minimum", "a"),
        ("Median", "c"),
        ("Maximum", "d"),
    ]
    assert len(choose_examples(scores[:2])) == 2 and len(choose_examples(scores[:1])) == 1


def test_the_median_tile():
    assert median_tile([tile("b", 0.5), tile("a", -1), tile("c", 1)]).name == "b"
