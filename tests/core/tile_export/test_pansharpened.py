"""Tiles whose high-resolution side is pansharpened while they are cut."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.warp import transform_bounds
from rasterio.windows import Window

from sr_core.datasets.lr_origin import Observed
from sr_core.jobs.pansharpen import Pansharpen
from sr_core.raster.pansharpen import PansharpeningMethod
from sr_core.tile_export.scene import survey
from sr_core.tile_export.source_opener import PansharpenedFiles

from ..conftest import textured_pixels
from ..support.export_runs import everything, logs, offset, refused, run
from ..support.pansharpening_pair import maker
from ..support.small_trainings import run_to_end

METHODS = [
    {"id": "rcs"},
    {"id": "rcs", "radius": 3},
    {"id": "brovey"},
    {"id": "gram_schmidt", "weights": [1, 1, 0.3]},
]


@pytest.fixture
def pair(make_raster):
    return maker(make_raster)


def sharpened(tmp_path, xs, pan, method, **options):
    """What `finer:pansharpen` makes of the two."""
    values = {key: value for key, value in method.items() if key != "id"}
    run_to_end(
        Pansharpen.build(
            {"input": str(xs), "pan": str(pan), "method": method["id"], "output": str(tmp_path / "ps.tif")}
            | values
            | options
        ).run()
    )
    return tmp_path / "ps.tif"


def content(tiles):
    return {(split, name.rsplit("_", 2)[1:][0], name.rsplit("_", 2)[2]): (hr.read(), lr.read())
            for split, name, hr, lr in everything(tiles)}  # fmt: skip


@pytest.mark.parametrize("method", METHODS, ids=lambda m: "-".join(map(str, m.values())))
def test_tiles_are_those_of_the_pansharpened_raster(tmp_path, pair, method):
    xs, pan = pair(ratio=4, size=(16, 20))
    options = {"split": (0, 0, 100), "degradation": {"id": "area"}}
    tiles, steps = run(tmp_path, xs, pan=str(pan), pan_method=method, **options)
    expected, _ = run(tmp_path, sharpened(tmp_path, xs, pan, method), "expected", **options)
    ours, theirs = content(tiles), content(expected)
    assert ours.keys() == theirs.keys() and len(ours) == 7 * 9
    for key, sides in ours.items():
        for mine, other in zip(sides, theirs[key], strict=True):
            np.testing.assert_array_equal(mine, other)
    assert f"pansharpened with {pan} by PAN_METHOD={method['id']}" in logs(steps)
    assert tiles.info.sources[0].paths == (str(xs), str(pan))
    assert not list(tmp_path.glob("*.vrt")) and tiles.info.dtype == "uint16"


@pytest.mark.parametrize(
    ("method", "pan_crs"),
    [(METHODS[0], None), (METHODS[1], "EPSG:32632")],
    ids=["rcs", "rcs-3-in-another-zone"],
)
def test_no_pixel_of_either_has_a_part_in_two_splits(tmp_path, make_raster, pair, method, pan_crs):
    """All that training and validation tiles were made from is changed, and test tiles stay as they were."""
    options = {"tile_size": 16, "stride": 16, "pan_method": method}
    xs, pan = pair(ratio=2.5, size=(120, 130))
    if pan_crs:
        west, south, east, north = transform_bounds("EPSG:32633", pan_crs, *rasterio.open(xs).bounds)
        pan = make_raster("pan.tif", textured_pixels(1, 300, 320, "uint16"), crs=pan_crs,
                          transform=Affine((east - west) / 320, 0, west, 0, -(north - south) / 300, north))  # fmt: skip
    tiles, _ = run(tmp_path, xs, pan=str(pan), **options)
    scene = survey(PansharpenedFiles(str(xs), str(pan), PansharpeningMethod.load(method)), scale=2)
    reach = scene.min_gap // 2
    with rasterio.open(pan, "r+") as fine, rasterio.open(xs, "r+") as coarse:
        learnt = np.zeros(fine.shape, bool)
        for split in ("train", "val"):
            for row, col in map(offset, tiles.names(split)):
                learnt[max(0, row - reach) : row + 16 + reach, max(0, col - reach) : col + 16 + reach] = True
        rows, cols = np.mgrid[: coarse.height, : coarse.width] + 0.5
        x, y = coarse.transform * (cols, rows)
        x, y = rasterio.warp.transform(coarse.crs, fine.crs, x.ravel(), y.ravel())
        col, row = (
            np.floor(side).astype(int).reshape(cols.shape)
            for side in ~fine.transform * (np.array(x), np.array(y))
        )
        inside = (row >= 0) & (row < fine.height) & (col >= 0) & (col < fine.width)
        learnt_xs = inside & learnt[row.clip(0, fine.height - 1), col.clip(0, fine.width - 1)]
        assert learnt.mean() > 0.6 and learnt_xs.mean() > 0.5
        fine.write(np.where(learnt, 40_000 - fine.read() // 2, fine.read()).astype("uint16"))
        coarse.write(np.where(learnt_xs, 40_000 - coarse.read() // 2, coarse.read()).astype("uint16"))
    again, _ = run(tmp_path, xs, "again", pan=str(pan), **options)
    assert len(again.require("test")) >= 5
    for name in tiles.names("test"):
        assert (again.read("test", name).hr == tiles.read("test", name).hr).all()
        assert (again.read("test", name).lr == tiles.read("test", name).lr).all()
    assert all((again.read("train", n).hr != tiles.read("train", n).hr).any() for n in tiles.names("train"))


def test_xs_itself_can_be_the_low_resolution_side(tmp_path, pair):
    xs, pan = pair(ratio=2, size=(40, 40))
    tiles, _ = run(tmp_path, xs, pan=str(pan), input_lr=str(xs), split=(0, 0, 100))
    assert tiles.info.degradation == Observed(resampled=False)
    with rasterio.open(xs) as source:
        pixels = source.read()
    for _, name, _, lr in everything(tiles):
        row, col = (side // 2 for side in offset(name))
        assert (lr.read() == pixels[:, row : row + 8, col : col + 8]).all()


def test_extent_and_bands(tmp_path, pair):
    xs, pan = pair(ratio=2, size=(40, 40), shift=(3, 5))
    extent = {"bounds": (500_100, 4_999_700, 500_300, 4_999_900), "crs": None}
    tiles, _ = run(tmp_path, xs, pan=str(pan), extent=extent, bands=(3, 1), split=(0, 0, 100))
    assert len(tiles.info.bands) == 2
    with rasterio.open(sharpened(tmp_path, xs, pan, {"id": "rcs"}, bands=(3, 1))) as whole:
        for _, _, hr, _ in everything(tiles):
            west, south, east, north = hr.bounds
            assert west >= 500_100 and east <= 500_300 and south >= 4_999_700 and north <= 4_999_900
            col, row = ~whole.transform * (west, north)
            assert (hr.read() == whole.read(window=Window(round(col), round(row), 16, 16))).all()


def test_what_does_not_go_together(tmp_path, pair, make_raster):
    xs, pan = pair(ratio=2)
    refused(tmp_path, "not finer than those of", pan, pan=str(xs))
    refused(tmp_path, "PAN belongs to one raster", input_folder=str(tmp_path), pan=str(pan))
    refused(
        tmp_path,
        "has 2 numbers for 3 bands",
        xs,
        pan=str(pan),
        pan_method={"id": "brovey", "weights": [1, 1]},
    )
    far = make_raster(
        "far.tif", textured_pixels(1, 40, 40), transform=Affine(5, 0, 700_000, 0, -5, 5_000_000)
    )
    refused(tmp_path, "do not overlap", xs, pan=str(far))
    refused(tmp_path, "no pixel inside EXTENT|do not overlap", xs, pan=str(pan),
            extent={"bounds": (0, 0, 9, 9), "crs": None})  # fmt: skip


@pytest.mark.parametrize(
    ("xs", "pan", "bands"),
    (
        ("landsat/l8_ethiopia_ms_30m.tif", "landsat/l8_ethiopia_pan_15m.tif", None),
        ("worldview_sn6/ms2_1.0m.tif", "worldview_sn6/pan2_0.5m.tif", (3, 2, 1, 4)),
    ),
    ids=("landsat", "worldview"),
)
def test_on_land(tmp_path, shared_data, xs, pan, bands):
    """HR holds XS' values on the whole, and more detail; the low-resolution side is XS itself."""
    tiles, _ = run(tmp_path, shared_data / xs, pan=str(shared_data / pan), input_lr=str(shared_data / xs), tile_size=32, stride=32,
                   split=(0, 0, 100), bands=bands)  # fmt: skip
    more = []
    for _, _, hr, lr in everything(tiles):
        fine, coarse = hr.read().astype(float), lr.read().astype(float)
        if not coarse.all():
            continue
        means = fine.reshape(len(fine), 16, 2, 16, 2).mean(axis=(2, 4))
        assert abs(means.mean() / coarse.mean() - 1) < 0.06
        more.append(fine.std() / coarse.std())
    assert len(more) >= 9 and np.median(more) > 1
