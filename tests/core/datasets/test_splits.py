"""Dividing land and tiles among splits: percentages kept, no land in two splits, the same however tiles are listed."""

from __future__ import annotations

import numpy as np
import pytest
from affine import Affine
from hypothesis import assume, given
from hypothesis import strategies as st
from rasterio.warp import transform

from sr_core.datasets.splits import (
    MIN_BLOCKS,
    SPLITS,
    assign_blocks,
    count_overlaps,
    required_blocks,
    split_by_land,
    split_by_name,
)
from sr_core.datasets.tileset import TileSet
from sr_core.errors import InputError

from ..support.external_folders import arcgis, image, noise
from ..support.small_trainings import log_lines, run_to_end


@pytest.fixture(autouse=True)
def finer_home(tmp_path, monkeypatch):
    monkeypatch.setenv("FINER_HOME", str(tmp_path / "home"))


def lattice(rows, columns, stride, size=10.0):
    """Bounds of tiles that begin `stride` sizes apart."""
    return {
        f"{row}_{col}": (col * stride * size, row * stride * size, (col * stride + 1) * size, (row * stride + 1) * size)
        for row in range(rows)
        for col in range(columns)
    }  # fmt: skip


def overlap(a, b):
    return min(a[2], b[2]) - max(a[0], b[0]) > 1e-6 and min(a[3], b[3]) - max(a[1], b[1]) > 1e-6


def check_apart(bounds, splits):
    """By comparing every tile with every other."""
    placed = [(bounds[name], split) for split in SPLITS for name in splits[split]]
    for i, (a, mine) in enumerate(placed):
        assert not any(overlap(a, b) for b, other in placed[:i] if other != mine)


@given(st.integers(2, 9), st.integers(2, 9), st.sampled_from((0.25, 0.5, 0.7, 1.0, 1.5)), st.integers(0, 9))
def test_no_land_is_in_two_splits(rows, columns, stride, seed):
    bounds = lattice(rows, columns, stride)
    shuffled = {str(name): bounds[name] for name in np.random.default_rng(seed).permutation(list(bounds))}
    try:
        splits, left_out = split_by_land(shuffled)
    except InputError:
        assert min(rows, columns) * stride < 4 or rows * columns < 20  # only where there is little land
        return
    check_apart(bounds, splits)
    assert count_overlaps(bounds, splits) == 0
    assert sorted([*left_out, *(name for split in SPLITS for name in splits[split])]) == sorted(bounds)
    assert all(splits.values()) and split_by_land(bounds) == (splits, left_out)
    if stride >= 1:
        assert not left_out


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(0, 300), st.floats(5, 25)), min_size=3, max_size=60))
def test_scattered_tiles(places):
    bounds = {str(i): (x, y, x + side, y + side) for i, (x, y, side) in enumerate(places)}
    try:
        splits, left_out = split_by_land(bounds)
    except InputError:
        assume(False)
    # Bounds are taken to be rounded to a thousandth of a tile.
    check_apart({name: (w + 0.03, s + 0.03, e, n) for name, (w, s, e, n) in bounds.items()}, splits)
    assert len(left_out) + sum(map(len, splits.values())) == len(bounds)


def test_shares_are_near_what_is_wanted():
    splits, left_out = split_by_land(lattice(20, 20, 0.5))
    counts = np.array([len(splits[split]) for split in SPLITS])
    assert len(left_out) < 0.35 * 400
    assert counts[0] > 200 and min(counts[1:]) >= 20
    splits, left_out = split_by_land(lattice(20, 20, 1.0))
    assert not left_out and [len(splits[split]) for split in SPLITS] == pytest.approx([320, 40, 40], abs=20)


def test_a_stack_of_tiles_of_one_place_is_refused():
    with pytest.raises(InputError, match="too close together") as error:
        split_by_land({str(i): (0, 0, 1 + i / 100, 1) for i in range(50)})
    assert str(error.value).count(". ") == 0


@given(
    st.sets(st.text("abcäß_./ 0123", min_size=1), min_size=3, max_size=60),
    st.sampled_from(((80, 10, 10), (90, 10, 0))),
)
def test_by_name_is_a_partition_whatever_the_order(names, shares):
    splits = split_by_name(sorted(names), shares)
    assert splits == split_by_name(sorted(names, reverse=True), shares)
    assert sorted(name for split in SPLITS for name in splits[split]) == sorted(names)
    assert [bool(splits[split]) for split in SPLITS] == [share > 0 for share in shares]


def test_by_name_is_the_same_for_ever():
    names = [f"{i:012d}" for i in range(1000)]
    splits = split_by_name(names)
    assert [len(splits[split]) for split in SPLITS] == pytest.approx([800, 100, 100], abs=40)
    assert splits["test"][:4] == tuple(f"{i:012d}" for i in (0, 30, 58, 63))
    # Tiles that are added later leave the others where they were.
    more = split_by_name([*names, *(f"new{i}" for i in range(500))])
    assert all(set(splits[split]) <= set(more[split]) for split in SPLITS)


@pytest.mark.parametrize("stride", (0.5, 1.0))
def test_an_exports_tiles_share_no_pixel(tmp_path, make_tileset, stride):
    folder = arcgis(tmp_path / "given", make_tileset(train=40), stride=stride)
    steps, tiles = run_to_end(TileSet.open_with_progress(folder))
    said = "\n".join(log_lines(steps))
    assert ("across the borders of blocks" in said) == (stride < 1)
    size = 48.0
    bounds = {
        f"{i:012d}": (i % 5 * size * stride, -(i // 5) * size * stride, (i % 5 * stride + 1) * size, (1 - i // 5 * stride) * size)
        for i in range(44)
    }  # fmt: skip
    check_apart(bounds, tiles.info.splits)
    assert all(tiles.info.splits.values())


def test_two_reference_systems_are_compared_on_the_globe(tmp_path):
    """The same land in two reference systems is the same land: here each tile of one lies across two of the other."""
    for crs, start in (("EPSG:32633", 0), ("EPSG:3857", 160)):
        for i in range(40):
            (x,), (y,) = transform("EPSG:32633", crs, [5e5 + 320 * i + start], [5e6])
            for side, size, pixels in (("lr", 20, 16), ("hr", 10, 32)):
                place = Affine(size, 0, x, 0, -size, y)
                image(tmp_path / f"given/{side}/{crs[5:]}_{i}", noise(1, pixels, i), transform=place, crs=crs)
    splits = TileSet.open(tmp_path / "given").info.splits
    split_of = {name: split for split in SPLITS for name in splits[split]}
    # 10 units of EPSG:3857 are 7 m here: a tile ends 64 m after the next one of the other system begins.
    pairs = [
        (split_of.get(f"3857_{i}"), split_of.get(f"32633_{i + more}")) for i in range(39) for more in (0, 1)
    ]
    assert all(mine == theirs for mine, theirs in pairs if mine and theirs)
    assert sum(bool(mine and theirs) for mine, theirs in pairs) > 40


def test_splits_that_share_land_are_said(tmp_path):
    for split in ("train", "val"):
        for i in range(4):
            for side, size, pixels in (("lr", 20, 16), ("hr", 10, 32)):
                place = Affine(size, 0, 5e5 + 320 * i, 0, -size, 5e6)
                image(tmp_path / f"given/{split}/{side}/{i}", noise(1, pixels, i), transform=place)
    steps, _ = run_to_end(TileSet.open_with_progress(tmp_path / "given"))
    assert "Warning: 4 tiles show land that is in another split" in "\n".join(log_lines(steps))


def test_required_blocks():
    assert required_blocks((0, 0, 100)) == 1
    assert required_blocks((80, 10, 10)) == MIN_BLOCKS
    assert required_blocks((96, 2, 2)) == 100
    assert required_blocks((99.99, 0.01, 0)) == 200


percentages = st.sampled_from(
    ((80, 10, 10), (90, 10, 0), (0, 0, 100), (34, 33, 33), (98, 1, 1), (0, 50, 50), (70.5, 20, 9.5))
)


@given(st.integers(1, 12), st.integers(1, 12), percentages, st.integers(0, 99), st.booleans())
def test_tiles_are_divided_as_asked(rows, cols, split, seed, equal):
    places = [(row, col) for row in range(rows) for col in range(cols)]
    counts = (
        np.random.default_rng(seed).integers(1, 30, len(places)) if not equal else np.full(len(places), 6)
    )
    used = [s for s, share in zip(SPLITS, split, strict=True) if share]
    if len(places) < len(used):
        with pytest.raises(InputError, match=f"{len(places)} separate blocks"):
            assign_blocks(places, counts, split)
        return
    chosen = assign_blocks(places, counts, split)
    assert chosen == assign_blocks(places, counts, split)
    assert set(chosen) == set(used)
    of_split = {s: counts[[c == s for c in chosen]] for s in used}
    missing = {
        s: counts.sum() * share / 100 - of_split[s].sum()
        for s, share in zip(SPLITS, split, strict=True)
        if share
    }
    free = [s for s in used if len(of_split[s]) > 1]  # the others have the one block that each must have
    for s in used:
        assert missing[s] >= -counts.max()
        for other in free:
            assert (
                missing[s] - missing[other] <= of_split[other].min() + 1e-6
            )  # no block is better off elsewhere


@given(st.integers(3, 120), percentages)
def test_equal_blocks_are_divided_by_largest_remainders(n, split):
    chosen = assign_blocks([(0, i) for i in range(n)], [1] * n, split)
    quotas = np.array(split) * n / 100
    expected = np.floor(quotas + 1e-9)
    for i in np.argsort(expected - quotas, kind="stable")[: n - int(expected.sum())]:
        expected[i] += 1
    if all(count or not share for count, share in zip(expected, split, strict=True)):
        found = np.array([chosen.count(s) for s in SPLITS])
        assert ((found - quotas) ** 2).sum() == pytest.approx(((expected - quotas) ** 2).sum())


def test_splits_are_spread_over_the_land():
    """Validation and test blocks, a tenth each, reach all quarters of the land and hardly ever touch their own kind."""
    side = 12
    places = [(row, col) for row in range(side) for col in range(side)]
    chosen = dict(zip(places, assign_blocks(places, [1] * len(places), (80, 10, 10)), strict=True))
    for split in ("val", "test"):
        mine = [place for place in places if chosen[place] == split]
        quarters = {(2 * row // side, 2 * col // side) for row, col in mine}
        assert len(quarters) == 4
        touching = [
            (r, c) for r, c in mine if chosen.get((r, c + 1)) == split or chosen.get((r + 1, c)) == split
        ]
        assert len(touching) <= 1


def test_a_list_is_spread_too():
    chosen = assign_blocks([(0, i) for i in range(100)], [1] * 100, (80, 10, 10))
    for split in ("val", "test"):
        assert {i // 25 for i, s in enumerate(chosen) if s == split} == {0, 1, 2, 3}
