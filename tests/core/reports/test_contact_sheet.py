"""The contact sheet of an export: what it shows is what there is."""

from __future__ import annotations

import base64
import io
import re

import numpy as np
import pytest
from affine import Affine
from matplotlib.image import imread

from sr_core.datasets.histograms import measure_histograms
from sr_core.datasets.splits import SPLITS
from sr_core.errors import OutputError
from sr_core.raster.downsampling import downsample
from sr_core.reports.contact_sheet import sample_evenly
from sr_core.reports.contact_sheet_plots import COLOURS

from ..conftest import synthetic_land, textured_pixels
from ..support.export_runs import run
from ..tile_export.test_output_folder import hidden


def sheet(tmp_path, path=None, **options):
    """The tile set, the page, and its PNG pictures (h, w, c)."""
    tiles, _ = run(tmp_path, path, output_html=str(tmp_path / "sheet.html"), **options)
    text = (tmp_path / "sheet.html").read_text(encoding="utf-8")
    found = re.findall(r'src="data:image/png;base64,([^"]+)"', text)
    return tiles, text, [imread(io.BytesIO(base64.b64decode(held))) for held in found]


def painted(picture, colour, ground):
    """Share of a map's pixels that have a split's colour over a ground of one grey."""
    wanted = 0.42 * np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]) + 0.58 * ground
    return (np.abs(picture[..., :3] - wanted) < 0.03).all(axis=-1).mean()


def test_the_page_is_whole_and_says_what_the_log_says(tmp_path, make_raster):
    pixels = textured_pixels(2, 128, 128)
    pixels[:, :40, :40] = 0
    tiles, text, pictures = sheet(tmp_path, make_raster("<i>.tif", pixels=pixels, nodata=0))
    assert not re.search(r'(src|href)="(?!data:)', text) and "<i>" not in text
    n = {split: len(tiles.names(split)) for split in SPLITS}
    assert f"{sum(n.values())} pairs of tiles, scale ×2" in text
    assert f"{n['train']} for training" in text and f"Test: 4 of {n['test']}" in text
    assert re.search(r"too few valid pixels \(MIN_VALID\)</th><td class=\"n\">\d+<", text)
    assert len(pictures) == 3 * 4 * 2 + 1
    assert {p.shape[:2] for p in pictures[:-1]} == {(8, 8), (16, 16)}


def test_no_page_unless_asked_for(tmp_path, make_raster):
    run(tmp_path, make_raster(size=(96, 96)))
    assert not list(tmp_path.glob("*.html"))


def test_a_page_that_cannot_be_written_is_said_before_the_work(tmp_path, make_raster):
    with pytest.raises(OutputError, match="does not exist"):
        run(tmp_path, make_raster(size=(96, 96)), output_html=str(tmp_path / "no" / "sheet.html"))
    assert not hidden(tmp_path) and not (tmp_path / "tiles").exists()


def test_the_map_shows_each_tile_where_it_is(tmp_path, make_raster):
    """A grey raster without texture, tiles side by side: shares of colours are shares of tiles."""
    pixels = np.full((1, 128, 128), 100, "uint8")
    pixels[:, ::2] = 104  # one stretch for all, of which half the pixels are dark and half are bright
    pixels[:, :16, :64] = 0
    tiles, _, pictures = sheet(tmp_path, make_raster(pixels=pixels, nodata=0), stride=16)
    n = {split: len(tiles.names(split)) for split in SPLITS}
    area = pictures[-1][: pictures[-1].shape[1]]
    for split in SPLITS:
        seen = sum(painted(area, COLOURS[split], ground) for ground in (0, 0.5, 1))
        assert seen == pytest.approx(n[split] / 64, rel=0.35), split  # less the blocks' outlines
    assert sum(n.values()) == 60


def test_where_two_rasters_lay_beside_each_other(tmp_path, make_raster):
    wide = synthetic_land(1, 256 + 64, "uint16", seed=2)
    hr = make_raster("hr.tif", pixels=wide[:, 32:-32, 32:-32])
    moved = wide[:, 32:-32, 35:-29]  # by three of its pixels
    lr, _ = downsample(moved, np.ones(moved.shape, bool), 2)
    grid = Affine(20, 0, 500_000, 0, -20, 5_000_000)
    path = make_raster("lr.tif", pixels=lr.round().astype("uint16"), transform=grid)
    _, text, _ = sheet(tmp_path, hr, input_lr=str(path), align=True, stride=16)
    assert re.search(r"lay -1\.(49|50|51) pixels across and [+-]0\.0\d down", text) and "moved back" in text
    assert text.count("image/svg+xml") == 2  # histograms and arrows


def test_a_folder_has_a_map_for_each_raster(tmp_path, raster_folder):
    for path in sorted(raster_folder.glob("site*"))[5:]:
        path.unlink()
    _, text, pictures = sheet(tmp_path, input_folder=str(raster_folder), split=(60, 20, 20))
    assert "5 of 5 rasters" in text and "5 rasters, such as" in text
    assert sum(p.shape[0] > 16 for p in pictures) == 5


def test_a_large_folder_has_one_map(tmp_path, raster_folder):
    """Twelve rasters in a row, of which each is a square in the colour of its split."""
    tiles, text, pictures = sheet(tmp_path, input_folder=str(raster_folder))
    assert "12 rasters in WGS 84 / UTM zone 33N" in text and sum(p.shape[0] > 16 for p in pictures) == 1
    middle = pictures[-1][: len(pictures[-1]) * 9 // 10, :, :3]
    seen = {
        split: (np.abs(middle - [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]) < 0.02)
        .all(axis=-1)
        .sum()
        for split, colour in COLOURS.items()
        if split
    }
    for split in SPLITS:
        rasters = len({name.rsplit("_", 2)[0] for name in tiles.names(split)})
        assert seen[split] / sum(seen.values()) == pytest.approx(rasters / 12, abs=0.03), split


@pytest.mark.parametrize("dtype", ("uint8", "uint16", "float32"))
def test_histograms_have_no_teeth(make_tileset, dtype):
    """Each bin holds as many of the values that pixels can have."""
    tileset = make_tileset(dtype=dtype)
    (gain, *_), (spread, *_) = (
        tileset.info.radiometry.gain,
        measure_histograms(tileset, [("train", "train_0")]),
    )
    assert 20 < len(spread.lr) <= 100
    if dtype != "float32":
        of = np.diff(np.floor(spread.edges / gain))
        assert (of == of[0]).all() and of[0] >= 1


def test_values_are_those_of_the_tiles(make_tileset):
    tileset = make_tileset(bands=("red", "nir"))
    chosen = [("train", name) for name in tileset.names("train")]
    found = measure_histograms(tileset, chosen)
    pairs = [tileset.read(*tile) for tile in chosen]
    for side, index in (("lr", 0), ("hr", 1)):
        values = np.stack([getattr(pair, side) for pair in pairs])
        for band, spread in enumerate(found):
            assert spread.mean[index] == pytest.approx(values[:, band].mean(), rel=1e-4)
            assert spread.std[index] == pytest.approx(values[:, band].std(), rel=1e-3)
            shares = np.histogram(values[:, band], spread.edges)[0] / values[:, band].size
            np.testing.assert_allclose(getattr(spread, side), shares)
            assert 0.97 < shares.sum() <= 1


def test_gaps_have_no_part_in_values(make_tileset):
    full, gappy = make_tileset("a"), make_tileset("b", nodata=0, gap=np.s_[:, :11, :11])
    chosen = [("train", "train_0")]
    pair = gappy.read(*chosen[0])
    assert not pair.valid.all()
    assert measure_histograms(gappy, chosen)[0].mean[1] == pytest.approx(
        pair.hr[0][pair.valid[0]].mean(), rel=1e-5
    )
    assert measure_histograms(full, chosen)[0].mean[1] != measure_histograms(gappy, chosen)[0].mean[1]


def test_evenly_chosen():
    names = [str(i) for i in range(100)]
    assert sample_evenly(names, 4) == ["12", "37", "62", "87"]
    assert sample_evenly(names[:3], 4) == names[:3] and sample_evenly([], 4) == []


def test_what_was_left_out_has_a_colour_of_its_own():
    assert None in COLOURS and len(set(COLOURS.values())) == 4
