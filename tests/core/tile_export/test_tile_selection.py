"""At most so many tiles: from everywhere, or as many of smooth land as of land full of detail; the same for a seed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.windows import Window

from sr_core.tile_export.land_blocks import LandBlock
from sr_core.tile_export.tile_selection import (
    CLASSES,
    classify_textures,
    sample_balanced,
    sample_evenly,
    thin,
)

from ..conftest import textured_pixels
from ..support.export_runs import everything, offset, refused, run


def blocks(counts):
    return [
        LandBlock(0, number, Window(0, 0, 9, 9), tuple(Window(col, number, 1, 1) for col in range(count)))
        for number, count in enumerate(counts)
    ]


@given(
    counts=st.lists(st.integers(0, 50), min_size=1, max_size=20),
    most=st.integers(3, 300),
    seed=st.integers(0, 9),
)
def test_thinning_keeps_as_many_as_wanted_from_everywhere(counts, most, seed):
    found = thin(blocks(counts), most, seed)
    left = [len(block.tiles) for block in found]
    total = sum(counts)
    assert sum(left) == min(total, most)
    for before, after, block in zip(counts, left, found, strict=True):
        assert abs(after - before * min(1, most / max(total, 1))) < 2
        assert len(set(block.tiles)) == after


def test_thinning_is_the_same_every_time():
    assert thin(blocks([9, 9, 9]), 7, 1) == thin(blocks([9, 9, 9]), 7, 1)


def test_thinning_does_not_fall_into_step_with_rows():
    found = thin(blocks([12] * 12), 24, 0)
    assert len({tile.col_off for block in found for tile in block.tiles}) > 6


def test_no_more_tiles_than_asked_for(tmp_path, make_raster):
    path = make_raster(pixels=textured_pixels(2, 96, 160))
    tiles, _ = run(tmp_path, path, max_tiles=40)
    names = [name for _, name, _, _ in everything(tiles)]
    assert len(names) == 40
    assert len({offset(name)[0] for name in names}) > 5
    assert all(tiles.names(split) for split in ("train", "val", "test"))


@given(st.integers(0, 300), st.integers(0, 300), st.integers(0, 9))
def test_a_spread_is_one_of_each_stretch(total, most, seed):
    most = min(most, total)
    found = sample_evenly(total, most, seed)
    assert len(found) == most
    assert all(n * total // most <= at < (n + 1) * total // most for n, at in enumerate(found))


@settings(max_examples=50)
@given(
    st.lists(st.floats(1e-4, 1) | st.just(float("nan")), min_size=1, max_size=300),
    st.integers(1, 200),
    st.integers(0, 9),
)
def test_classes_have_as_many_tiles_each_as_far_as_there_are(textures, most, seed):
    textures = np.array(textures)
    kept = sample_balanced(textures, most, seed)
    there = np.flatnonzero(~np.isnan(textures))
    assert kept <= set(there.tolist())
    assert len(kept) == min(most, len(there))
    if len(there) > most:
        classes = classify_textures(textures[there])
        counts = np.bincount(classes, minlength=CLASSES)
        taken = np.bincount(classes[np.isin(there, sorted(kept))], minlength=CLASSES)
        limited = taken < counts
        assert taken[limited].max() - taken[limited].min() <= 1
        assert taken.max() <= taken[limited].min() + 1  # an exhausted class has no more than the others


def mostly_smooth():
    """Land (2, 192, 192) whose detail is 1 in three quarters of it and 100 in the rest, the right part."""
    rng = np.random.default_rng(0)
    detail = np.where(np.arange(192) < 144, 20, 2000)
    return (5000 + detail * rng.uniform(-1, 1, (2, 192, 192))).astype(np.uint16)


def columns(tiles):
    return np.array([offset(name)[1] for _, name, _, _ in everything(tiles)])


def test_half_of_the_tiles_are_of_the_quarter_with_detail(tmp_path, make_raster):
    path = make_raster(pixels=mostly_smooth())
    options = {"stride": 16, "max_tiles": 24, "split": (100, 0, 0)}
    plain, _ = run(tmp_path, path, "plain", **options)
    even, _ = run(tmp_path, path, "even", balance=True, **options)
    assert len(columns(plain)) == len(columns(even)) == 24
    assert (columns(plain) >= 144).sum() == pytest.approx(6, abs=2)
    assert (columns(even) >= 144).sum() == pytest.approx(12, abs=1)


@pytest.mark.parametrize("balance", (False, True))
def test_the_same_seed_gives_the_same_tiles_and_another_others(tmp_path, make_raster, balance):
    path = make_raster(pixels=mostly_smooth())
    options = {"stride": 16, "max_tiles": 24, "balance": balance}
    made = [run(tmp_path, path, str(i), seed=seed, **options)[0].info for i, seed in enumerate((5, 5, 6, 0))]
    assert made[0] == made[1]
    names = [frozenset(sum(info.splits.values(), ())) for info in made]
    assert len(set(names)) == 3
    assert all(len(each) == 24 for each in names)


def test_tiles_with_gaps_take_no_place(tmp_path, make_raster):
    """The tiles that are chosen are those that are kept."""
    pixels = mostly_smooth()
    pixels[:, :100] = 0
    path = make_raster(pixels=pixels, nodata=0)
    tiles, _ = run(tmp_path, path, stride=16, max_tiles=20, balance=True, split=(100, 0, 0))
    assert len(columns(tiles)) == 20
    # Flat ones neither.
    tiles, _ = run(
        tmp_path, path, "more", stride=16, max_tiles=8, balance=True, min_texture=0.01, split=(100, 0, 0)
    )
    assert len(columns(tiles)) == 8 and columns(tiles).min() >= 129


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"balance": True}, "BALANCE chooses among tiles that are too many: give MAX_TILES too"),
        (
            {"balance": True, "max_tiles": 9, "min_texture": 9, "stride": 16},
            "No tile has enough valid pixels and",
        ),
    ],
)
def test_what_cannot_be(tmp_path, make_raster, options, says):
    refused(tmp_path, says, make_raster(pixels=mostly_smooth()), **options)
