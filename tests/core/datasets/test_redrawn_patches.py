"""Training patches of tiles that differ in how they were degraded: each is degraded anew, and from the right pixels."""

from __future__ import annotations

import json

import numpy as np
import pytest

from sr_core.datasets.patches import Patches
from sr_core.datasets.tile_cache import TileCache
from sr_core.datasets.tileset import TileSet
from sr_core.degradations import Degradation

CLEAN = {"id": "robust", "clean": 1.0}


@pytest.fixture
def patches(make_tileset):
    """Patches of the same tiles, whatever their degradation is said to be."""
    folder = make_tileset("tiles", scale=4, tile_size=96).folder

    def make(degradation, size=10):
        info = json.loads((folder / "tileset.json").read_text())
        info["degradation"] = Degradation.load(degradation).dump()
        (folder / "tileset.json").write_text(json.dumps(info))
        return Patches(TileCache(TileSet.open(folder)), size, 3)

    return make


def lows(patches, epoch):
    return np.concatenate([batch.lr for batch in patches.batches(4, epoch)])


def starts(hr, patch, count):
    """Rows and columns in low resolution, `count` of each, where the tile has the first pixel of a patch."""
    return np.argwhere((hr[:, : 4 * count : 4, : 4 * count : 4] == patch[:, :1, :1]).all(0))


@pytest.mark.parametrize("size", (8, 24))
def test_a_clean_one_is_what_the_export_made_of_that_place(patches, size):
    """Wherever in the tile it lies and however it is turned; at the edge LR stays within the block, as tiles do."""
    batches = list(patches(CLEAN, size).batches(4, 0))
    fine, low = (np.concatenate([getattr(batch, side) for batch in batches]) for side in ("hr", "lr"))
    tiles = patches(CLEAN, size).tiles
    pairs = [tiles.read("train", name) for name in tiles.tileset.names("train")]
    for hr, lr in zip(fine, low, strict=True):
        turned = ((np.rot90(a, k, (1, 2)), np.rot90(b, k, (1, 2))) for k in range(4)
                  for a, b in ((hr, lr), (hr[..., ::-1], lr[..., ::-1])))  # fmt: skip
        found = [
            np.abs(pair.lr[:, row : row + size, col : col + size] - straight_lr).max()
            for straight_hr, straight_lr in turned
            for pair in pairs
            for row, col in starts(pair.hr, straight_hr, 25 - size)
            if np.array_equal(pair.hr[:, 4 * row : 4 * (row + size), 4 * col : 4 * (col + size)], straight_hr)
        ]
        assert found and min(found) <= 1.01 * tiles.tileset.info.radiometry.gain[0]  # of rounding


def test_each_epoch_draws_anew_and_the_same_epoch_the_same(patches):
    """Of the whole tile, so that nothing but the draw can differ from epoch to epoch."""
    robust = patches({"id": "robust", "clean": 0.0, "noise": [0.05]}, 24)
    first, again, second = lows(robust, 0), lows(robust, 0), lows(robust, 1)
    assert np.array_equal(first, again)
    plain = lows(patches("bicubic", 24), 0)
    assert np.abs(first - plain).mean() > 0.002

    def tops(images):
        """Sums do not tell how an image is turned."""
        return sorted(float(image.sum()) for image in images)

    assert tops(plain) == pytest.approx(tops(lows(patches("bicubic", 24), 1)), rel=1e-6)
    robust = patches({"id": "robust", "clean": 0.0, "noise": [0.05]}, 24)
    assert tops(lows(robust, 0)) != pytest.approx(tops(second), rel=1e-6)
