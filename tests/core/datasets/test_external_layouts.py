"""What is recognised as pairs, whatever they are called, and one sentence for what is not."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import numpy as np
import pytest
from affine import Affine
from hypothesis import assume, given
from hypothesis import strategies as st

from sr_core.datasets.external import Listing, recognise
from sr_core.datasets.external._pair_file_names import SIDE_WORDS, strip_side_word
from sr_core.datasets.external.pair_headers import ImageHeader, find_common_format
from sr_core.datasets.tileset import TileSet
from sr_core.errors import InputError

from ..support.external_folders import arcgis, grid, image, noise, plain

NOWHERE = Path("/nowhere at all")
STEMS = st.from_regex(r"[A-Za-z0-9é][A-Za-z0-9 é._-]{0,8}[A-Za-z0-9é]", fullmatch=True)
NAMES = st.lists(STEMS, min_size=1, max_size=8, unique_by=str.casefold)
PATTERNS = (
    ("lr/{}", "hr/{}"),
    ("HR/{}", "LR/{}"),
    ("low/{}", "high/{}"),
    ("x4/{}", "HR/{}"),
    ("Input/{}", "Target/{}"),
    ("landsat 30m/{}", "naip/{}"),
    ("deep/lr/{}", "deep/hr/{}"),
    ("lr/{}_lr", "hr/{}_hr"),
    ("DIV2K_train_LR_bicubic/X4/{}1x4", "DIV2K_train_HR/{}1"),
    ("{}_lr", "{}_hr"),
    ("{}-LowRes", "{}-HighRes"),
    ("site a/{}.x3", "site a/{}.gt"),
    ("{}1", "{}1x4"),
)
SUFFIXES = st.sampled_from((".tif", ".TIF", ".tiff", ".png", ".jpg", ".JPEG"))


def find(paths):
    return recognise(Listing(NOWHERE, tuple(sorted(map(PurePosixPath, paths)))))[1]


@given(NAMES, st.sampled_from(PATTERNS), SUFFIXES, SUFFIXES, st.sampled_from(("", "train/", "Validation/")))
def test_pairs_are_found_under_any_name(stems, patterns, first, second, split):
    assume(not any(strip_side_word(stem)[0] or strip_side_word(f"a_{stem}")[0] for stem in stems))
    wanted = {frozenset(f"{split}{pattern.format(stem)}{suffix}" for pattern, suffix in zip(patterns, (first, second)))
              for stem in stems}  # fmt: skip
    found = find([path for pair in wanted for path in pair])
    assert {frozenset(map(str, pair.files)) for pair in found.pairs} == wanted and not found.unpaired
    assert len({pair.name for pair in found.pairs}) == len(stems)
    told = "val" if split.startswith("V") else "train" if split or "DIV2K" in patterns[0] else None
    assert {pair.split for pair in found.pairs} == {told}
    # All pairs have their sides in one order.
    assert len({pair.files[0].parent for pair in found.pairs}) == 1


@given(NAMES, st.sampled_from(sorted(SIDE_WORDS)), st.sampled_from(sorted(SIDE_WORDS)))
def test_any_two_words_for_sides(stems, a, b):
    assume(a != b and not any(strip_side_word(stem)[0] or strip_side_word(f"a_{stem}")[0] for stem in stems))
    for pattern in ("{stem}_{word}", "{word}_{stem}", "{word}/{stem}"):
        paths = [pattern.format(stem=stem, word=word) + ".tif" for stem in stems for word in (a, b)]
        found = find(paths)
        assert len(found.pairs) == len(stems) and not found.unpaired


def half(side, pixel_size=None, bands=3, crs="here", at=(100, 200)):
    affine = pixel_size and Affine(pixel_size, 0, at[0], 0, -pixel_size, at[1])
    return ImageHeader(Path("a"), side, side, bands, bands, "uint8", None, ("",) * bands, crs, affine)


@given(st.integers(2, 8), st.integers(8, 99), st.floats(1e-6, 100), st.booleans(), st.booleans())
def test_pixel_size_tells_scale_and_side(scale, side, size, placed, turned):
    lr, hr = half(side, size * scale if placed else None), half(side * scale, size if placed else None)
    common = find_common_format([(hr, lr) if turned else (lr, hr)] * 3, ())
    assert (common.lr_first, common.scale, common.side) == (not turned, scale, side) and not common.cropped


def test_pixel_space_counts_each_sides_own_pixels():
    """Both sides say that their pixels are 1 wide, and begin where they do in their own raster."""
    pairs = [
        (half(16, 1.0, crs=None, at=(16 * i, 0)), half(64, 1.0, crs=None, at=(64 * i, 0))) for i in range(3)
    ]
    common = find_common_format(pairs, ())
    assert (common.lr_first, common.scale, common.side) == (True, 4, 16)


def test_splits_below_the_sides():
    found = find([f"{side}/{split}/a.tif" for side in ("lr", "hr") for split in ("train", "valid", "test")])
    assert [(pair.name, pair.split) for pair in found.pairs] == [
        ("test/a", "test"), ("train/a", "train"), ("val/a", "val")
    ]  # fmt: skip


def test_a_better_format_of_the_same_tile_is_taken():
    found = find(["lr/a.png", "lr/a.tif", "hr/a.jpg", "hr/a.png"])
    assert [tuple(map(str, pair.files)) for pair in found.pairs] == [("hr/a.png", "lr/a.tif")]
    assert not found.unpaired


@pytest.mark.parametrize(
    "paths, says",
    [
        ([], "There is no tile set in .* no pairs of images"),
        (["a.tif", "b.tif"], "are not pairs: put the two images of a pair under one name into the folders lr and hr"),
        (["lr/a.tif", "lr/b.tif"], "are not pairs"),
        (["one/a.tif", "two/b.tif", "three/c.tif"], "are not pairs"),
        (["lr/a.tif", "hr/b.tif"], "2 of 2 images .* have no counterpart, such as hr.b.tif"),
        (["lr/1.tif", "hr/1.tif", *(f"lr/{i}.tif" for i in range(2, 9))], "7 of 9 images .* have no counterpart"),
        (["x2/a.tif", "x4/a.tif", "hr/a.tif"], "images in more than two folders"),
    ],
)  # fmt: skip
def test_no_pairs(paths, says):
    with pytest.raises(InputError, match=says) as error:
        find(paths)
    assert str(error.value).count(". ") == 0


def refused(folder, says):
    with pytest.raises(InputError, match=says) as error:
        TileSet.open(folder)
    assert str(error.value).count(". ") == 0 and "{" not in str(error.value)


@pytest.fixture
def given_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("FINER_HOME", str(tmp_path / "home"))
    for i in range(6):
        for side, pixels, size in (("lr", 16, 2), ("hr", 32, 1)):
            image(tmp_path / f"given/{side}/{i}", noise(3, pixels, i), transform=grid(i, pixels, size))
    return tmp_path / "given"


@pytest.mark.parametrize(
    "name, pixels, more, says",
    [
        ("hr/3", noise(3, 16), {"transform": grid(3, 32, 2)}, "pixels of the same size"),
        ("hr/3", noise(3, 64), {}, "another ratio of pixel sizes .0.25. than most pairs .0.5."),
        ("hr/3", noise(3, 40), {}, "do not differ by a whole number"),
        ("hr/3", noise(3, 32), {"transform": grid(4, 32, 1)}, "pixels away from that of its counterpart, .*hr.3.tif"),
        ("hr/3", noise(4, 32), {}, "hr.3.tif has 4 bands and other images have 3"),
        ("lr/3", noise(1, 16), {}, "lr.3.tif has 1 bands and other images have 3"),
        ("hr/3", noise(3, 32, dtype="uint16"), {}, "hr.3.tif has uint16 pixels and .* has uint8 ones"),
        ("lr/0", noise(3, 16, dtype="float32"), {}, "lr.0.tif has float32 pixels and .* has uint8 ones"),
        ("hr/3", noise(3, 32).astype("complex64"), {}, "type complex64"),
    ],
)  # fmt: skip
def test_an_image_unlike_the_others(given_folder, name, pixels, more, says):
    image(given_folder / name, pixels, **more)
    refused(given_folder, says)


def test_tiles_of_other_sizes(given_folder):
    for side, pixels, size in (("lr", 8, 2), ("hr", 16, 1)):
        image(given_folder / side / "3", noise(3, pixels), transform=grid(3, 2 * pixels, size))
    refused(given_folder, "not squares of one size, for .*lr.3.tif has 8 × 8 pixels and .* 16 × 16")


def test_bands_in_another_order(given_folder):
    for side, pixels, names in (("lr", 16, ("b", "g", "r")), ("hr", 32, ("r", "g", "b"))):
        image(given_folder / side / "0", noise(3, pixels), descriptions=names)
    refused(given_folder, "are b, g, r and those of its counterpart, .* are r, g, b")


def test_a_colour_table(given_folder):
    from rasterio import open as open_dataset

    path = image(given_folder / "hr/0", noise(1, 32))
    with open_dataset(path, "r+") as dataset:
        dataset.write_colormap(1, {i: (i, 255 - i, 0, 255) for i in range(256)})
        indices = dataset.read(1)
    tiles = TileSet.open(given_folder)
    (split,) = (split for split in tiles.info.splits if "0" in tiles.names(split))
    expected = np.stack([indices, 255 - indices, 0 * indices]) / 255
    np.testing.assert_allclose(tiles.read(split, "0").hr, expected, atol=1e-6)


@pytest.mark.parametrize("content", (b"", b"not an image"))
def test_an_unreadable_image(given_folder, content):
    (given_folder / "lr/2.tif").write_bytes(content)
    refused(given_folder, "lr.2.tif is not a raster that GDAL can read")


def test_a_truncated_image(given_folder):
    for path in (given_folder / "hr").iterdir():
        path.write_bytes(path.read_bytes()[:-2000])
    refused(given_folder, "damaged")


def test_nothing_valid(tmp_path, monkeypatch):
    monkeypatch.setenv("FINER_HOME", str(tmp_path / "home"))
    for i in range(6):
        for side, pixels in (("lr", 16), ("hr", 32)):
            image(tmp_path / f"given/{side}/{i}", np.zeros((1, pixels, pixels), "uint8"), nodata=0)
    refused(tmp_path / "given", "have a band without a valid pixel")


def test_an_arcgis_export_of_one_raster(tmp_path, make_tileset):
    folder = arcgis(tmp_path / "given", make_tileset())
    for path in (folder / "images2").iterdir():
        path.unlink()
    refused(folder, "export of a single raster: .* images as INPUT_FOLDER")


def test_an_arcgis_export_without_a_map_is_paired_by_name(tmp_path, make_tileset, monkeypatch):
    monkeypatch.setenv("FINER_HOME", str(tmp_path / "home"))
    folder = arcgis(tmp_path / "given", make_tileset())
    listed = TileSet.open(folder)
    (folder / "map.txt").unlink()
    assert TileSet.open(folder).info.splits == listed.info.splits


def test_an_arcgis_export_with_missing_halves(tmp_path, make_tileset):
    folder = arcgis(tmp_path / "given", make_tileset())
    for path in sorted((folder / "images2").glob("*.tif"))[1:]:
        path.unlink()
    refused(folder, "9 of 11 images of .* have no counterpart, such as images.000000000001.tif")


def test_a_folder_of_sides_without_georeference_may_differ_by_nothing(tmp_path, monkeypatch, make_tileset):
    """PNG pairs of odd size, which no place puts right."""
    monkeypatch.setenv("FINER_HOME", str(tmp_path / "home"))
    folder = plain(tmp_path / "given", make_tileset(), placed=False, suffix="png")
    image(folder / "hr/train_0", noise(3, 49)[:, :48, :], suffix="png")
    refused(folder, "do not differ by a whole number")


def declare(folder, scale, offset):
    from rasterio import open as open_dataset

    for path in folder.iterdir():
        with open_dataset(path, "r+") as dataset:
            dataset.scales, dataset.offsets = (scale,) * 3, (offset,) * 3


def test_what_images_declare_of_their_values_is_taken(given_folder):
    for side in ("lr", "hr"):
        declare(given_folder / side, 0.5, -3.0)
    info = TileSet.open(given_folder).info
    assert (info.radiometry.gain, info.radiometry.offset) == ((0.5,) * 3, (-3.0,) * 3)
    declare(given_folder / "lr", 0.25, -3.0)
    refused(given_folder, "declares another scale or offset")


def test_values_far_from_zero_keep_their_differences(tmp_path):
    hr = noise(1, 32).astype("float64") / 255
    for number in range(4):
        image(tmp_path / f"hr/{number}", 1e7 + hr)
        image(tmp_path / f"lr/{number}", 1e7 + hr[:, ::2, ::2])
    tiles = TileSet.open(tmp_path)
    split = next(split for split, names in tiles.info.splits.items() if names)
    pair = tiles.read(split, tiles.names(split)[0])
    np.testing.assert_allclose(pair.hr, hr + (1e7 + tiles.info.radiometry.offset[0]), atol=1e-6)
    assert abs(pair.hr).max() < 10
