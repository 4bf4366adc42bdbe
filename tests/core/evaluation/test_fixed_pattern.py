"""The fixed pattern: found at the level where it is, in reports and cards, and not in the models that are shipped."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import torch

from sr_core.evaluation.fixed_pattern import LEVELS, measure_fixed_pattern
from sr_core.inference.predictor import build_predictor
from sr_core.package.srpk import ModelPackage
from sr_core.progress import run_to_end
from sr_core.raster.radiometry import Radiometry

from ..support.small_trainings import train

BUNDLED = sorted((Path(__file__).parents[3] / "models").glob("*.srpk"))


def tileset(dtype="uint8"):
    info = SimpleNamespace(
        bands=("red", "nir"),
        dtype=dtype,
        radiometry=Radiometry(gain=(1 / 255, 2 / 255), offset=(0.0, -0.5)),
        data_range=2.0,
        statistics=SimpleNamespace(mean=(100.0, 50.0), std=(10.0, 5.0)),
        guide=None,
        tile_size=32,
    )
    return SimpleNamespace(info=info)


class Repeating:
    """Nearest-neighbour upsampling with a step on one sub-pixel of one band, within a range of levels."""

    scale, bands, inputs = 4, 2, 2

    def __init__(self, step, low=-np.inf, high=np.inf):
        self.step, self.low, self.high, self.seen = step, low, high, []

    def upscale(self, lr):
        self.seen.append(lr[:, 0, 0].tolist())
        sr = lr.repeat(4, axis=1).repeat(4, axis=2)
        if self.low <= lr[1, 0, 0] <= self.high:
            sr[1, 2::4, 1::4] += self.step
        sr[:, 0] += 9  # what edges do is no pattern
        return sr


@pytest.mark.parametrize("step", (0.3, -0.02, 0.0))
def test_the_step_between_subpixels_is_found_as_a_share_of_the_range(step):
    assert run_to_end(measure_fixed_pattern(Repeating(step), tileset())) == pytest.approx(
        abs(step) / 2, abs=1e-6
    )


def test_it_is_the_largest_over_all_levels_from_black_to_white():
    model = Repeating(0.5, low=1.2)
    assert run_to_end(measure_fixed_pattern(model, tileset())) == pytest.approx(0.25, abs=1e-6)
    assert len(model.seen) == LEVELS
    assert model.seen[0] == pytest.approx([0, -0.5]) and model.seen[-1] == pytest.approx([1, 1.5])


def test_of_other_types_levels_lie_about_the_mean():
    model = Repeating(0.0)
    run_to_end(measure_fixed_pattern(model, tileset("uint16")))
    assert model.seen[0] == [80, 40] and model.seen[-1] == [120, 60]


def test_the_card_of_a_trained_model_says_it(make_tileset, tmp_path):
    tiles = make_tileset()
    train(tiles, tmp_path / "m.srpk", epochs=1)
    package = ModelPackage.load(tmp_path / "m.srpk")
    found = run_to_end(measure_fixed_pattern(build_predictor(package), tiles))
    assert package.info.metrics.fixed_pattern == pytest.approx(found, abs=1e-7) and found > 0


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_models_that_are_shipped_draw_hardly_anything_on_flat_fields(path):
    """Of the whole range 1 of 255 at most, also beside a bright roof."""
    package = ModelPackage.load(path)
    net, scale, info = package.net.eval(), package.net.scale, package.info
    for level in range(0, 256, 17):
        field = torch.full((1, net.bands, 40, 40), level / 255 * info.data_range)
        roof = field.clone()
        roof[..., :8] = 0.9 * info.data_range
        inner = (slice(14 * scale, -14 * scale), slice(24 * scale, -8 * scale))
        for each in (field, roof):
            with torch.no_grad():
                # Clipped, as it is written: what a white field gives beyond white is not seen.
                result = (255 / info.data_range * net(each)[0][:, *inner]).clamp(0, 255)
            phases = result.unflatten(2, (-1, scale)).unflatten(1, (-1, scale)).mean((1, 3))
            assert (phases.amax((1, 2)) - phases.amin((1, 2))).max() <= 1, level
            assert (result - level).abs().max() <= 3, level
