"""A raster with a guide: its own pixels where grids agree, resampled elsewhere, and refused where it does not fit."""

from __future__ import annotations

from contextlib import contextmanager

import numpy as np
import pytest
from affine import Affine
from rasterio.windows import Window

from sr_core.errors import InputError, NoOverlapError
from sr_core.raster.guided_raster import open_guided, valid_outputs
from sr_core.raster.raster_reader import open_raster
from sr_core.raster.space_to_depth import fold, unfold

from ..support.guided_scenes import CORNER, make_scene


@contextmanager
def opened(scene):
    with open_raster(scene.coarse) as lr, open_raster(scene.guide) as guide, open_guided(lr, guide) as found:
        yield found


@pytest.mark.parametrize("ratio", (1, 2, 3, 4, 6))
def test_a_guide_on_the_grid_is_read_as_it_is(make_raster, ratio):
    scene = make_scene(make_raster, size=(9, 12), ratio=ratio)
    with opened(scene) as guided:
        pixels, valid = guided.read(Window(2, 1, 7, 5))
        assert guided.ratio == ratio and guided.guide.is_aligned
    part = scene.guide_pixels[:, ratio : 6 * ratio, 2 * ratio : 9 * ratio]
    np.testing.assert_array_equal(pixels[:2], scene.coarse_pixels[:, 1:6, 2:9])
    np.testing.assert_array_equal(pixels[2:], fold(part, ratio))
    assert valid.all()


def test_a_guide_that_reaches_elsewhere_is_read_where_it_lies(make_raster):
    """Its corner is three of its pixels to the left and above: that is 1.5 coarse ones."""
    scene = make_scene(make_raster, shift=-3)
    with opened(scene) as guided:
        pixels, _ = guided.read(Window(0, 0, 10, 10))
    np.testing.assert_array_equal(unfold(pixels[2:], 2), scene.guide_pixels[:, 3:23, 3:23])


def test_a_guide_beside_the_grid_is_resampled_and_windows_agree(make_raster):
    scene = make_scene(make_raster, shift=0.4)
    with opened(scene) as guided:
        assert not guided.guide.is_aligned
        whole, _ = guided.read(Window(0, 0, 64, 48))
        part, _ = guided.read(Window(21, 13, 20, 17))
    np.testing.assert_array_equal(part, whole[:, 13:30, 21:41])
    fine = unfold(whole[2:], 2).astype(float)[:, 10:-10, 10:-10]
    own = scene.guide_pixels.astype(float)

    # Nearer to the pixels' values moved by 0.4 of a pixel, linearly, than to those where they were.
    def between(a, b):
        return a * 0.6 + b * 0.4

    moved = between(
        between(own[:, 10:-10, 10:-10], own[:, 9:-11, 10:-10]),
        between(own[:, 10:-10, 9:-11], own[:, 9:-11, 9:-11]),
    )
    assert np.abs(fine - moved).mean() < 0.5 * np.abs(fine - own[:, 10:-10, 10:-10]).mean()


def test_gaps_of_the_guide_are_not_valid(make_raster):
    scene = make_scene(make_raster, nodata=0)
    pixels = scene.guide_pixels.copy()
    pixels[1, 20, 31] = 0
    make_raster("guide.tif", pixels, transform=CORNER * Affine.scale(0.5), nodata=0)
    with opened(scene) as guided:
        _, valid = guided.read(Window(0, 0, 64, 48))
        outputs = valid_outputs(valid, range(2))
    assert valid[:2].all()
    assert np.argwhere(~outputs).tolist() == [[0, 10, 15], [1, 10, 15]]


def test_a_pixel_is_valid_where_its_own_band_and_all_that_are_only_seen_are():
    valid = np.ones((4, 1, 4), bool)
    valid[0, 0, 0] = valid[1, 0, 1] = valid[3, 0, 2] = False
    assert valid_outputs(valid, (0, 2)).tolist() == [
        [[False, False, False, True]],
        [[True, False, False, True]],
    ]
    assert valid_outputs(valid, range(4)) is valid


def test_guides_that_do_not_fit_are_refused(make_raster):
    scene = make_scene(make_raster, ratio=2)
    coarser = scene._replace(coarse=scene.guide, guide=scene.coarse)
    with pytest.raises(InputError, match="larger than those of"), opened(coarser):
        pass
    make_raster("guide.tif", scene.guide_pixels, transform=CORNER * Affine.scale(0.4))
    with pytest.raises(InputError, match=r"fit 2\.5 × 2\.5 times"), opened(scene):
        pass
    make_raster(
        "guide.tif", scene.guide_pixels, transform=Affine.translation(1e5, 0) * CORNER * Affine.scale(0.5)
    )
    with pytest.raises(NoOverlapError), opened(scene):
        pass
