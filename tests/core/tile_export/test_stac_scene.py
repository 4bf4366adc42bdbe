"""Tiles whose low-resolution side is a satellite scene: searched, chosen and read while they are cut."""

from __future__ import annotations

import re

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.warp import reproject

from sr_core.datasets.lr_origin import Observed
from sr_core.errors import NetworkError
from sr_core.raster.radiometry import Radiometry

from ..stac.test_server_faults import answers, times
from ..support import local_servers
from ..support.export_runs import everything, logs, offset, refused, run
from ..support.local_servers import CRS, StacApi, item, scene_pixels, write_scene

PLACE = Affine(5, 0, 500_700, 0, -5, 4_999_300)
"""Of HR: 140 columns and 70 rows of a scene's pixels from its corner, twice as fine."""
NAMES = ("B04", "B03", "B02", "B08")
DATES = "2021-05-01/2021-08-31"
READ = 2
"""Requests of a band after which its first pixels are read."""


@pytest.fixture
def hr(make_raster):
    """8-bit imagery of 5 m over the scene."""

    def make(crs=CRS, transform=PLACE, size=136, dtype="uint8", bands=4):
        pixels = np.stack([scene_pixels(name) for name in NAMES[:bands]]).astype("float64")
        fine = np.zeros((bands, size, size))
        reproject(
            pixels, fine, src_transform=local_servers.GRID, src_crs=CRS, dst_transform=transform, dst_crs=crs,
            resampling=rasterio.enums.Resampling.cubic,
        )  # fmt: skip
        grey = np.rint((fine - 500) / 14) if dtype == "uint8" else np.rint(fine)
        return make_raster(
            "vhr.tif",
            grey.clip(1, 254 if dtype == "uint8" else None).astype(dtype),
            transform=transform,
            crs=crs,
        )

    return make


@pytest.fixture
def catalogue(tmp_path, web_server):
    """A real STAC API of scenes, whose files lie on a web server; its address."""
    running = []

    def start(items=None, bands=(*NAMES, "SCL"), pixels=scene_pixels, **properties):
        hrefs = write_scene(tmp_path, web_server, "scene", bands=bands, pixels=pixels)
        default = [item("clear", hrefs, **properties), item("cloudy", hrefs, cloud=60.0)]
        running.append(StacApi(tmp_path, items(hrefs) if items else default))
        return running[-1].address

    yield start
    for api in running:
        api.close()


def asked(api, **options):
    return {"stac_collection": "sentinel-2-l2a", "stac_api": api, "date_range": DATES, "timeout": 5} | options


@pytest.mark.parametrize("way", ["linear", "histogram"])
def test_one_image_becomes_pairs_with_sentinel_2(tmp_path, catalogue, hr, way):
    tiles, steps = run(tmp_path, hr(), harmonise=way, **asked(catalogue()))
    info, said = tiles.info, logs(steps)
    assert info.dtype == "uint16" and info.bands == NAMES and info.lr_source == "clear"
    assert info.degradation == Observed(resampled=False) and info.radiometry == Radiometry.default(
        "uint16", 4
    )
    assert "Chosen: clear of 2021-06-20, with 5.0 % cloud, which covers 100.0 % of the extent." in said
    assert "is brought to the radiometry of clear: about × 14." in said or "about × 13.9" in said
    scene = np.stack([scene_pixels(name) for name in NAMES])
    assert sum(map(len, info.splits.values())) > 60 and all(info.splits.values())
    for _, name, fine, coarse in everything(tiles):
        row, col = (side // 2 for side in offset(name))
        assert (coarse.read() == scene[:, 70 + row : 78 + row, 70 + col : 78 + col]).all()
        assert fine.crs == coarse.crs and fine.bounds == coarse.bounds and fine.dtypes[0] == "uint16"
        blocks = fine.read().astype(float).reshape(4, 8, 2, 8, 2).mean(axis=(2, 4))
        assert np.abs(blocks - coarse.read()).mean() < 40  # of values around 2000, in steps of 14
    assert info.statistics.mean[0] == pytest.approx(0.2, abs=0.02)
    assert not list(tmp_path.glob("*.vrt"))


def test_in_another_coordinate_system_and_of_its_own_type(tmp_path, catalogue, hr):
    """16-bit imagery needs no HARMONISE; it lies where it is."""
    west, north = rasterio.warp.transform(CRS, "EPSG:3857", [500_800], [4_999_200])
    place = Affine(7, 0, west[0], 0, -7, north[0])  # 5 m on the ground
    path = hr("EPSG:3857", place, 120, "uint16")
    tiles, steps = run(tmp_path, path, min_valid=0.9, **asked(catalogue(bands=NAMES)), split=(0, 0, 100))
    assert "clear is reprojected into" in logs(steps)
    assert "clear has no cloud mask" in logs(steps)
    off = []
    for _, _, fine, coarse in everything(tiles):
        assert coarse.crs == rasterio.crs.CRS.from_epsg(3857) and fine.bounds == coarse.bounds
        blocks = fine.read().astype(float).reshape(4, 8, 2, 8, 2).mean(axis=(2, 4))
        off.append(np.abs(blocks - coarse.read())[:, 1:-1, 1:-1].mean())
    assert len(off) > 100 and np.mean(off) < 40


def test_a_collar_of_the_scene_is_said(tmp_path, catalogue, hr):
    """Only where the high-resolution raster lies is looked at."""

    def pixels(name):
        values = scene_pixels(name)
        values[:90] = 65535  # 0 means no data in scenes anyway
        return values

    api = catalogue(bands=NAMES, pixels=pixels)
    _, steps = run(tmp_path, hr(size=64, dtype="uint16"), split=(0, 0, 100), **asked(api))
    assert "Warning: clear has the value 65535 in all bands from an edge inwards" in logs(steps)


def test_where_the_scene_says_cloud_there_are_no_tiles(tmp_path, catalogue, hr):
    """SCL of 20 m: a stripe of high-probability cloud, one of snow, which is land; elsewhere vegetation."""
    classes = np.full((120, 120), 4, "uint8")
    classes[:, 60:66] = 9  # HR columns 100 to 124
    classes[:, 70:74] = 11
    api = catalogue(pixels=lambda name: classes if name == "SCL" else scene_pixels(name))
    tiles, steps = run(tmp_path, hr(size=152, dtype="uint16"), split=(0, 0, 100), **asked(api))
    columns = {col for _, col in map(offset, tiles.names("test"))}
    assert columns == {col for col in range(0, 137, 8) if col + 16 <= 100 or col >= 124}
    assert "tiles are left out, having too few valid pixels" in logs(steps)


def test_the_offset_of_newer_baselines_is_taken_off(tmp_path, catalogue, hr):
    api = catalogue(bands=NAMES, **{"s2:processing_baseline": "05.09"})
    tiles, steps = run(tmp_path, hr(dtype="uint16"), split=(0, 0, 100), **asked(api))
    assert "Processing baseline 05.09: the offset of 1000 is subtracted" in logs(steps)
    scene = np.stack([scene_pixels(name) for name in NAMES])
    for _, name, _, coarse in everything(tiles):
        row, col = (side // 2 for side in offset(name))
        expected = scene[:, 70 + row : 78 + row, 70 + col : 78 + col].astype(int) - 1000
        assert (coarse.read() == expected.clip(1)).all()


def test_coarser_bands_keep_splits_apart(tmp_path, catalogue, hr):
    """A 20 m band is interpolated onto 10 m: blocks are further apart by what that looks at."""
    api = catalogue(bands=("B04", "B11"))
    tiles, _ = run(tmp_path, hr(size=200, dtype="uint16", bands=2), stride=16, **asked(api, assets="B04,B11"))
    of = {split: [offset(name) for name in tiles.names(split)] for split in tiles.info.splits}
    for row, col in of["test"]:
        for other_row, other_col in of["train"]:
            assert max(abs(row - other_row), abs(col - other_col)) >= 16 + 16


def test_what_does_not_go_together(tmp_path, hr, make_raster):
    path = hr()
    for options, says in (
        ({"date_range": None}, "STAC_COLLECTION needs DATE_RANGE"),
        ({"date_range": "2021-08-31/2021-05-01"}, "before it begins"),
        ({"date_range": "summer"}, "year-month-day"),
        ({"assets": " , "}, "ASSETS is empty"),
        ({"input_lr": str(path)}, "Give either INPUT_LR or STAC_COLLECTION"),
        ({"stac_collection": None}, "DATE_RANGE is for finding a scene"),
        ({"degradation": {"id": "area"}}, "DEGRADATION is for tiles whose"),
    ):
        refused(tmp_path, says, path, **asked("http://127.0.0.1:9", **options))
    refused(
        tmp_path, "one raster: give INPUT instead", input_folder=str(tmp_path), **asked("http://127.0.0.1:9")
    )
    nowhere = make_raster("nowhere.tif", bands=4, size=(64, 64), crs=None)
    refused(tmp_path, "has no coordinate reference system", nowhere, **asked("http://127.0.0.1:9"))


def test_scenes_that_will_not_do(tmp_path, catalogue, hr):
    half = (501_300, 4_997_600, 503_000, 5_000_000)
    api = catalogue(lambda hrefs: [item("half", hrefs, bounds=half), item("cloudy", hrefs, cloud=60.0)])
    path = hr(size=200)
    refused(tmp_path, "No scene .* covers MIN_COVER 90 %", path, **asked(api))
    refused(tmp_path, "All 2 scenes .* are cloudier than MAX_CLOUD 1 %", path, **asked(api, max_cloud=1))
    refused(tmp_path, "do within a year of that", path, **asked(api, date_range="2021-01-01/2021-02-01"))
    refused(tmp_path, "has no asset B99", path, **asked(api, assets="B99", min_cover=10))
    refused(tmp_path, "4 bands and half has 2", path, **asked(api, assets="B04,B03", min_cover=10))
    refused(tmp_path, r"uint8 and half of type uint16: set HARMONISE", path, **asked(api, min_cover=10))
    tiles, steps = run(tmp_path, path, stride=16, min_valid=0.5, harmonise="linear", split=(0, 0, 100), **asked(api, min_cover=10))  # fmt: skip
    assert "Warning: 60.0 % of the extent lies outside" in logs(steps) and tiles.names("test")


@pytest.fixture
def api(tmp_path, web_server, monkeypatch):
    """A catalogue of one scene, in answers that a fault can come before; its address."""
    monkeypatch.setattr("sr_core.stac.http.BACKOFF", 0.02)
    monkeypatch.setattr("sr_core.stac.remote_band.BACKOFF", 0.02)
    hrefs = write_scene(tmp_path, web_server, "scene", bands=NAMES)
    web_server.answers |= answers(web_server, [item("one", hrefs)])
    return f"{web_server.address}/stac"


@pytest.mark.parametrize(
    ("fault", "says"),
    (
        (times(99, 429, where="/stac/search"), "too busy"),
        (times(99, 503, where="/scene_B08", after=READ), "internal error|cannot be read from"),
        (times(99, 403, where="/scene_B03"), "refuses access"),
        (times(99, 404, where="/scene_B04"), "does not have"),
    ),
    ids=("busy", "breaks while reading", "refused", "gone"),
)
def test_servers_that_fail_are_one_sentence_and_leave_nothing(tmp_path, web_server, api, hr, fault, says):
    path = hr(dtype="uint16")
    before = sorted(tmp_path.rglob("*"))
    web_server.fault = fault
    with pytest.raises(NetworkError, match=says) as error:
        run(tmp_path, path, **asked(api))
    assert re.fullmatch(r"[^{}]+", str(error.value)) and sorted(tmp_path.rglob("*")) == before


def test_passing_trouble_passes(tmp_path, web_server, api, hr):
    path = hr(dtype="uint16")
    expected, _ = run(tmp_path, path, "expected", stride=16, **asked(api))
    web_server.fault = times(2, 429, {"Retry-After": "0"}, where="/scene_B08", after=READ)
    count = len(web_server.asked)
    tiles, _ = run(tmp_path, path, stride=16, **asked(api))
    assert "bytes=0-0" in [
        each.range for each in web_server.asked[count:]
    ]  # the server was asked what is wrong
    assert tiles.info.splits == expected.info.splits
    for split, names in tiles.info.splits.items():
        for name in names:
            assert (tiles.read(split, name).lr == expected.read(split, name).lr).all()
