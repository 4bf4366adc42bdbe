"""Jitter and CutBlur: what they do to a patch, and that an epoch can be entered anywhere with them."""

from __future__ import annotations

import numpy as np
import pytest

from sr_core.datasets.augmentation import Augmentation, cut_blur, relight
from sr_core.datasets.patches import Patches
from sr_core.datasets.tile_cache import TileCache
from sr_core.datasets.tileset import TilePair
from sr_core.degradations.bicubic import Bicubic

from ..conftest import synthetic_land


def pair_of(scale=4, side=16, seed=0, gap=None):
    hr = synthetic_land(3, side * scale, "float32", seed)
    valid = np.ones(hr.shape, bool)
    if gap:
        valid[gap] = False
    lr, _ = Bicubic().apply(hr, valid, scale, None)
    return TilePair(lr=lr.astype(np.float32), hr=hr, valid=valid)


def test_under_another_light_the_low_resolution_is_still_what_the_high_one_degrades_to():
    pair = pair_of()
    moved = relight(pair, 1.3, (0.05, -0.02, 0.1))
    degraded, _ = Bicubic().apply(moved.hr, moved.valid, 4, None)
    np.testing.assert_allclose(moved.lr, degraded, atol=2e-6)
    np.testing.assert_allclose(moved.hr[1], pair.hr[1] * 1.3 - 0.02, atol=1e-6)
    assert moved.lr.dtype == moved.hr.dtype == np.float32 and moved.valid is pair.valid


def test_jitter_stays_within_what_is_asked():
    spread, found = (0.1, 0.2, 0.3), []
    pair = pair_of()
    for seed in range(200):
        moved = Augmentation(spread, jitter=0.2)(pair, np.random.default_rng(seed))
        gain, offset = np.polyfit(pair.hr[2].ravel(), moved.hr[2].ravel(), 1)
        found.append((gain, offset / spread[2]))
    gains, offsets = np.array(found).T
    assert 0.8 <= gains.min() < 0.85 and 1.15 < gains.max() <= 1.2001
    assert -0.2001 <= offsets.min() < -0.15 and 0.15 < offsets.max() <= 0.2001


@pytest.mark.parametrize(("scale", "middle"), [(2, [0, 1]), (3, [1]), (4, [1, 2]), (8, [3, 4])])
def test_cutblur_pastes_the_truth_in_a_rectangle_or_everywhere_else(scale, middle):
    seen = set()
    for seed in range(30):
        pair = pair_of(scale, seed=seed)
        cut = cut_blur(pair, np.random.default_rng(seed))
        squares = pair.hr.reshape(3, 16, scale, 16, scale)
        sharp = squares[:, :, middle][..., middle].mean((2, 4))
        changed = (cut.lr != pair.lr).any(0)
        np.testing.assert_allclose(cut.lr[:, changed], sharp[:, changed], rtol=1e-5)
        assert cut.hr is pair.hr
        inside = changed if changed.mean() < 0.5 else ~changed
        rows, cols = np.flatnonzero(inside.any(1)), np.flatnonzero(inside.any(0))
        assert inside[rows[0] : rows[-1] + 1, cols[0] : cols[-1] + 1].all(), "it is one rectangle"
        seen.add(bool(changed.mean() < 0.5))
    assert seen == {True, False}


def test_cutblur_pastes_no_gaps():
    pair = pair_of(gap=np.s_[:, 10:40, 10:40])
    for seed in range(10):
        cut = cut_blur(pair, np.random.default_rng(seed))
        assert np.array_equal(cut.lr[:, 3:9, 3:9], pair.lr[:, 3:9, 3:9])


def test_cutblur_changes_the_share_that_is_asked_for():
    pair, augment = pair_of(), Augmentation((1.0, 1.0, 1.0), cutblur=0.3)
    changed = [augment(pair, np.random.default_rng(seed)) is not pair for seed in range(400)]
    assert 0.24 < np.mean(changed) < 0.36


def test_what_is_off_changes_nothing_not_even_by_chance(make_tileset):
    cache = TileCache(make_tileset(train=2))
    plain = next(Patches(cache, 12, 7).batches(4, 0))
    off = next(Patches(cache, 12, 7, (), Augmentation((1.0, 1.0, 1.0))).batches(4, 0))
    on = next(Patches(cache, 12, 7, (), Augmentation((1.0, 1.0, 1.0), 0.2, 1.0)).batches(4, 0))
    assert np.array_equal(plain.hr, off.hr) and np.array_equal(plain.lr, off.lr)
    assert not np.array_equal(plain.hr, on.hr)


def test_an_epoch_can_be_entered_anywhere(make_tileset):
    patches = Patches(TileCache(make_tileset(train=3)), 12, 7, (), Augmentation((1.0, 1.0, 1.0), 0.2, 0.5))
    whole, rest = list(patches.batches(4, 2)), list(patches.batches(4, 2, done=1))
    assert len(whole) == len(rest) + 1
    for one, other in zip(whole[1:], rest, strict=True):
        assert np.array_equal(one.lr, other.lr) and np.array_equal(one.hr, other.hr)
