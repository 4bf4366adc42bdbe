"""Finding and fetching a scene, asked of a real STAC API on loopback and of a web server with range requests."""

from __future__ import annotations

import re

import numpy as np
import pytest
import rasterio
from affine import Affine

from sr_core.errors import InputError, NoOverlapError
from sr_core.jobs.export_tiles import ExportTiles
from sr_core.jobs.find_scene import FindScene
from sr_core.raster.window_copy import blocks_of

from ..support import local_servers
from ..support.local_servers import BANDS, EXTENT, WINDOW, StacApi, find, item, scene_pixels, write_scene
from ..support.small_trainings import run_to_end


@pytest.fixture
def hrefs(tmp_path, web_server):
    return write_scene(tmp_path, web_server, "scene", bands=BANDS)


@pytest.fixture
def asked(tmp_path, web_server):
    """Runs the job against a STAC API with these items; its result and its log."""
    running = []

    def run(items, **options):
        running.append(StacApi(tmp_path, items))
        return find(running[-1].address, tmp_path, **options)

    yield run
    for api in running:
        api.close()


def refused(asked, says, items, **options):
    with pytest.raises((InputError, NoOverlapError), match=says) as error:
        asked(items, **options)
    assert "{" not in str(error.value) and str(error.value).count(". ") == 0  # one sentence


SCENES = [
    # id, day, cloud, bounds: the extent is 500400 to 501600
    ("cloudy", "2021-06-20", 55.0, None),
    ("hazy", "2021-06-20", 9.0, None),
    ("clear_early", "2021-05-02", 0.4, None),
    ("clear_middle", "2021-07-02", 0.3, None),
    ("clear_half", "2021-07-01", 0.1, (501_000, 4_997_600, 503_000, 5_000_000)),
    ("clear_other_year", "2020-07-01", 0.0, None),
    ("clear_elsewhere", "2021-07-01", 0.0, (601_000, 4_997_600, 603_000, 5_000_000)),
]


def catalogue(hrefs):
    return [
        item(id, hrefs, f"{day}T10:00:00Z", cloud, **({"bounds": bounds} if bounds else {}))
        for id, day, cloud, bounds in SCENES
    ]


def test_the_clearest_then_the_nearest_in_time_is_chosen_and_the_log_says_why(asked, hrefs):
    result, log = asked(catalogue(hrefs))
    assert result.model_dump() == {
        "scene": "clear_middle",
        "date": "2021-07-02",
        "cloud": 0.3,
        "cover": pytest.approx(100, abs=1e-6),
        "n_candidates": 3,
    }
    assert log[0] == (
        "5 scenes of 2021-05-01/2021-08-31 show the extent or a part of it: 1 too cloudy, 1 covering too little of it, "
        "3 suitable."
    )
    assert [line.split(":")[0] for line in log[1:4]] == ["clear_middle", "clear_early", "hazy"]
    assert (
        log[4] == "Chosen: clear_middle of 2021-07-02, with 0.3 % cloud, which covers 100.0 % of the extent."
    )


@pytest.mark.parametrize(
    ("options", "best"),
    [
        ({"near_date": "2021-05-03"}, "clear_early"),
        ({"date_range": "2021-06-01/2021-06-30"}, "hazy"),
        ({"date_range": "2020-07-01"}, "clear_other_year"),
        ({"min_cover": 40}, "clear_middle"),  # as clear, and covers more
        ({"min_cover": 40, "date_range": "2021-07-01"}, "clear_half"),
    ],
)
def test_choice(asked, hrefs, options, best):
    assert asked(catalogue(hrefs), **options)[0].scene == best


def test_a_half_covering_scene_is_said_with_its_percentage(asked, hrefs):
    result, log = asked(catalogue(hrefs), date_range="2021-07-01", min_cover=40)
    assert result.cover == pytest.approx(50, abs=0.1)
    assert log[-1] == "Warning: 50.0 % of the extent lies outside the scene and has no pixels."


def test_the_extent_is_written_on_the_scenes_own_grid(asked, hrefs, tmp_path, web_server):
    asked([item("one", hrefs)], output=str(tmp_path / "out.tif"))
    with rasterio.open(tmp_path / "out.tif") as out:
        assert out.crs == "EPSG:32633" and out.transform == Affine(10, 0, 500_400, 0, -10, 4_999_700)
        assert out.descriptions == ("B04", "B03", "B02", "B08") and out.dtypes == ("uint16",) * 4
        assert out.nodata == 0 and out.tags()["FINER_SCENE"] == "one"
        assert [c.name for c in out.colorinterp] == ["red", "green", "blue", "undefined"]
        expected = np.stack([scene_pixels(name) for name in out.descriptions])[WINDOW]
        np.testing.assert_array_equal(out.read(), expected)
        assert (expected == 0).any()  # nodata was in it
    assert all(request.method == "HEAD" or request.range for request in web_server.asked)


def test_only_the_extent_is_read(asked, tmp_path, web_server):
    def noise(band):
        return np.random.default_rng(0).integers(1, 10_000, (1024, 1024), "uint16")

    hrefs = write_scene(tmp_path, web_server, "large", bands=("B04",), pixels=noise)
    corner = {"bounds": (500_000, 4_999_400, 500_600, 5_000_000), "crs": local_servers.CRS}
    asked([item("one", hrefs)], extent=corner, assets="B04", output=str(tmp_path / "out.tif"))
    with rasterio.open(tmp_path / "out.tif") as out:
        np.testing.assert_array_equal(out.read(1), noise("B04")[:60, :60])
    assert web_server.bytes_sent() < 0.1 * len(web_server.files["/large_B04.tif"])


def test_coarser_bands_are_resampled_onto_the_finest(asked, hrefs, tmp_path):
    _, log = asked([item("one", hrefs)], assets="B11, B04 ,SCL", output=str(tmp_path / "out.tif"))
    assert "Resampled onto the grid of the finest band: B11, SCL." in log
    with rasterio.open(tmp_path / "out.tif") as out:
        b11, b04, scl = out.read()
        assert out.res == (10, 10)
    np.testing.assert_array_equal(b04, scene_pixels("B04")[WINDOW[1:]])
    # Classes are repeated, never mixed.
    np.testing.assert_array_equal(scl, scene_pixels("SCL").repeat(2, 0).repeat(2, 1)[WINDOW[1:]])
    repeated = scene_pixels("B11").repeat(2, 0).repeat(2, 1)[WINDOW[1:]]
    known = repeated != 0
    assert ((b11 == 0) == ~known).mean() > 0.99
    assert np.corrcoef(b11[known].astype(float), repeated[known])[0, 1] > 0.98
    assert len(np.unique(b11[50:52, 60:62])) > 1  # interpolated, not repeated


def test_windows_make_up_the_whole(asked, hrefs, tmp_path, monkeypatch):
    """Resampling sees beyond the blocks that are read at once."""
    for size, name in ((1024, "whole"), (32, "parts")):
        monkeypatch.setattr("sr_core.raster.window_copy.BLOCK", size)
        asked([item("one", hrefs)], assets="B04,B11,SCL,B08", output=str(tmp_path / f"{name}.tif"))
    with rasterio.open(tmp_path / "whole.tif") as whole, rasterio.open(tmp_path / "parts.tif") as parts:
        np.testing.assert_array_equal(whole.read(), parts.read())


@pytest.mark.parametrize(
    "window", [(0, 0, 1, 1), (1000, 30, 50, 2100), (1024, 2048, 1024, 1024), (7, 9, 3000, 5)]
)
def test_blocks_tile_the_window(window):
    count = np.zeros((2200, 3100), int)
    for block in blocks_of(rasterio.windows.Window(*window)):
        count[block.toslices()] += 1
        assert block.width > 0 and block.height > 0
    expected = np.zeros_like(count)
    expected[rasterio.windows.Window(*window).toslices()] = 1
    np.testing.assert_array_equal(count, expected)


@pytest.mark.parametrize(
    ("properties", "offset", "says"),
    [
        ({"s2:processing_baseline": "02.12"}, 0, "baseline 02.12: pixels are without an offset"),
        ({"s2:processing_baseline": "04.00"}, 1000, "baseline 04.00: the offset of 1000 is subtracted"),
        ({"s2:processing_baseline": "05.11"}, 1000, "baseline 05.11: the offset of 1000 is subtracted"),
        (
            {"s2:processing_baseline": "05.11", "earthsearch:boa_offset_applied": True},
            0,
            "has already subtracted the offset",
        ),
        (
            {"s2:processing_baseline": "05.11", "earthsearch:boa_offset_applied": False},
            1000,
            "the offset of 1000 is subtracted",
        ),
    ],
)
def test_offset_of_processing_baseline_4(asked, hrefs, tmp_path, properties, offset, says):
    _, log = asked([item("one", hrefs, **properties)], assets="B04,SCL", output=str(tmp_path / "out.tif"))
    assert any(says in line for line in log)
    stored = scene_pixels("B04")[WINDOW[1:]].astype(int)
    expected = np.where(stored == 0, 0, np.maximum(stored - offset, 1))  # dark is not nodata
    assert (stored[stored > 0] < 1001).any()  # some are as dark as that
    with rasterio.open(tmp_path / "out.tif") as out:
        np.testing.assert_array_equal(out.read(1), expected)
        assert set(np.unique(out.read(2))) <= {0, 4, 5, 6}  # classes have no offset


def test_bands_go_by_either_catalogues_names(asked, hrefs, tmp_path):
    names = {"B04": "red", "B03": "green", "B02": "blue", "B08": "nir"}
    theirs = {names[band]: href for band, href in hrefs.items() if band in names}
    asked([item("es", theirs)], output=str(tmp_path / "out.tif"))
    with rasterio.open(tmp_path / "out.tif") as out:
        np.testing.assert_array_equal(out.read(4), scene_pixels("B08")[WINDOW[1:]])
    asked([item("pc", hrefs)], assets="nir,red", output=str(tmp_path / "out.tif"))
    with rasterio.open(tmp_path / "out.tif") as out:
        np.testing.assert_array_equal(out.read(1), scene_pixels("B08")[WINDOW[1:]])
        assert out.descriptions == ("nir", "red")


def test_the_extent_is_the_rasters(asked, hrefs, make_raster):
    raster = make_raster(transform=Affine(2.5, 0, 500_400, 0, -2.5, 4_999_700), size=(40, 40))
    assert asked([item("one", hrefs)], extent=None, input=str(raster))[0].cover == pytest.approx(100)


def test_the_result_is_a_low_resolution_raster_to_export_tiles_from(asked, hrefs, tmp_path, make_raster):
    hr = make_raster(
        "hr.tif", size=(440, 480), bands=4, transform=Affine(2.5, 0, 500_400, 0, -2.5, 4_999_700)
    )
    output = str(tmp_path / "lr.tif")
    asked([item("one", hrefs)], extent=None, input=str(hr), output=output)
    job = {"input": str(hr), "input_lr": output, "tile_size": 64, "stride": 64, "output": str(tmp_path / "t")}
    _, counts = run_to_end(ExportTiles.build(job).run())
    assert counts.n_train > 0


def test_the_page_lists_what_was_found(asked, hrefs, tmp_path):
    page = tmp_path / "list.html"
    asked(catalogue(hrefs), output_html=str(page))
    rows = re.findall(r"<tr><th>([^<]*)</th><td class=\"n\">(.*?)</td>", page.read_text())
    assert rows == [
        ("clear_middle", "1"),
        ("clear_early", "2"),
        ("hazy", "3"),
        ("clear_half", "–"),
        ("cloudy", "–"),
    ]
    assert "Chosen: clear_middle." in page.read_text()
    assert "http://" not in page.read_text().split("</p>")[1]


def test_what_catalogue_says_is_escaped(asked, hrefs, tmp_path):
    asked([item("<b>&", hrefs)], output_html=str(tmp_path / "list.html"))
    assert "<b>&" not in (tmp_path / "list.html").read_text()


def test_all_too_cloudy(asked, hrefs):
    says = "All 1 scenes .* cloudier than MAX_CLOUD 20 %, the least cloudy being cloudy of 2021-06-20 with 55.0 %"
    refused(asked, says, catalogue(hrefs)[:1])


def test_too_little_covered(asked, hrefs):
    says = r"covers MIN_COVER 90 % of EXTENT, the best being clear_half of 2021-07-01 with 50.0 %"
    refused(asked, says, catalogue(hrefs), date_range="2021-07-01")


def test_nothing_on_these_dates(asked, hrefs):
    says = "No scene .* but 5 do within a year of that, clear_middle of 2021-07-02 being the nearest: change"
    refused(asked, says, catalogue(hrefs), date_range="2021-10-01/2021-10-31")


def test_nothing_in_this_place(asked, hrefs):
    refused(asked, "or within a year of that: check EXTENT", catalogue(hrefs)[-1:])


def test_no_such_collection(asked, hrefs):
    says = "has no collection sentinel-3: STAC_COLLECTION must be one of sentinel-2-l2a"
    refused(asked, says, catalogue(hrefs), stac_collection="sentinel-3")


def test_unknown_asset(asked, hrefs, web_server):
    refused(
        asked,
        "one has no asset B8: ASSETS can be B04, B03, B02, B08, B11, SCL",
        [item("one", hrefs)],
        assets="B04,B8",
    )
    assert not web_server.asked  # refused before anything was read


def test_assets_that_are_not_on_the_web(asked, tmp_path):
    files = {"B04": "s3://bucket/B04.jp2"}
    refused(
        asked,
        r"B04 of one is not on the web",
        [item("one", files)],
        assets="B04",
        output=str(tmp_path / "o.tif"),
    )


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"date_range": "2021-08-31/2021-05-01"}, "ends on 2021-05-01, before it begins on 2021-08-31"),
        ({"date_range": "summer 2021"}, "DATE_RANGE is 'summer 2021': write days as year-month-day"),
        ({"date_range": "2021-05-01/2021-06-01/2021-07-01"}, "write days as year-month-day"),
        ({"near_date": "21.6.2021"}, "NEAR_DATE is '21.6.2021': write days"),
        ({"extent": None}, "Give EXTENT or INPUT"),
        ({"extent": {"bounds": EXTENT["bounds"]}}, "EXTENT does not say its coordinate reference system"),
        ({"extent": {**EXTENT, "crs": "EPSG:0"}}, "EXTENT cannot be transformed to longitude and latitude"),
        ({"extent": {"bounds": (5, 5, 5, 6), "crs": "EPSG:4326"}}, "EXTENT is empty"),
        ({"extent": {"bounds": (5e5, 5e6, 6e5, 6e6), "crs": "EPSG:4326"}}, "EXTENT lies nowhere on Earth"),
        ({"assets": " , "}, "ASSETS is empty"),
    ],
)
def test_nonsense_is_refused_before_anyone_is_asked(tmp_path, options, says):
    with pytest.raises(InputError, match=says):
        find("http://127.0.0.1:1", tmp_path, **options)


def test_a_raster_without_a_place(tmp_path, make_raster):
    with pytest.raises(InputError, match="has no coordinate reference system"):
        find("http://127.0.0.1:1", tmp_path, extent=None, input=str(make_raster(crs=None)))


def test_the_job_stops_when_told(tmp_path, hrefs):
    api = StacApi(tmp_path, [item("one", hrefs)])
    job = {
        "stac_api": api.address, "extent": EXTENT, "date_range": "2021-05-01/2021-08-31",
        "output": str(tmp_path / "out.tif"),
    }  # fmt: skip
    work = FindScene.build(job).run()
    for step in work:
        if "Block" in step.text:
            break
    work.close()
    api.close()
    assert not list(tmp_path.glob(".finer-*")) and not (tmp_path / "out.tif").exists()
