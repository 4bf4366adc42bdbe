"""Catalogues as they are: clouds that nobody knows, dead ends, the 180th meridian, GET only, dates, alternates, passes."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs

import numpy as np
import pytest
import rasterio
from affine import Affine
from pystac import Item

from sr_core.errors import InputError, NetworkError
from sr_core.stac.cloud_cover_properties import cloud_cover
from sr_core.stac.search_dates import Dates, parse_day
from sr_core.stac.sentinel2_assets import find_asset, has_offset, list_band_names, processing_baseline

from ..support.local_servers import BANDS, GRID, WINDOW, find, item, scene_pixels, write_scene
from .test_server_faults import answers, times

NAMES = ("B04", "B03", "B02", "B08")


@pytest.fixture(autouse=True)
def hurried(monkeypatch):
    monkeypatch.setattr("sr_core.stac.http.BACKOFF", 0.02)
    monkeypatch.setattr("sr_core.stac.remote_band.BACKOFF", 0.02)


@pytest.fixture
def hrefs(tmp_path, web_server):
    return write_scene(tmp_path, web_server, "scene", bands=BANDS)


@pytest.fixture
def asked(tmp_path, web_server):
    """Runs the job against a catalogue that answers with these items, whatever it is asked."""

    def run(items, **options):
        web_server.answers |= answers(web_server, items)
        return find(f"{web_server.address}/stac", tmp_path, **options)

    return run


@pytest.fixture
def fetched(asked, tmp_path):
    """The same with an output; the result, the log and the bands."""

    def run(items, **options):
        result, log = asked(
            items, output=str(tmp_path / "out.tif"), **{"assets": "B04,B03,B02,B08", **options}
        )
        with rasterio.open(tmp_path / "out.tif") as out:
            return result, log, out.read(), out.transform

    return run


EXPECTED = np.stack([scene_pixels(name) for name in NAMES])[WINDOW]


@pytest.mark.parametrize(
    ("properties", "cloud"),
    [
        ({"eo:cloud_cover": 3}, 3),
        ({"eo:cloud_cover": "12.5"}, 12.5),
        ({"eo:cloud_cover": 0}, 0),
        ({"eo:cloud_cover": 100}, 100),
        ({"eo:cloud_cover": -1}, None),
        ({"eo:cloud_cover": -1.0, "landsat:cloud_cover_land": -1}, None),
        ({"eo:cloud_cover": None}, None),
        ({"eo:cloud_cover": "n/a"}, None),
        ({"eo:cloud_cover": 101}, None),
        ({"eo:cloud_cover": float("nan")}, None),
        ({"eo:cloud_cover": True}, None),
        ({"eo:cloud_cover": [1]}, None),
        ({}, None),
        ({"cloudCover": 7}, 7),
        ({"eo:cloud_cover": None, "s2:high_proba_clouds_percentage": 2, "s2:medium_proba_clouds_percentage": 1.5}, 3.5),
        ({"landsat:cloud_cover_land": 4}, 4),
    ],
)  # fmt: skip
def test_cloud_cover(properties, cloud):
    assert cloud_cover(properties) == cloud


@pytest.mark.parametrize("unknown", [-1.0, None, "n/a", 250])
def test_unknown_cloud_ranks_last(asked, hrefs, unknown):
    items = [item("night", hrefs, cloud=unknown), item("day", hrefs, "2021-08-20T10:00:00Z", cloud=19.0)]
    result, log = asked(items)
    assert (result.scene, result.cloud, result.n_candidates) == ("day", 19.0, 2)
    assert any(line.startswith("night: 2021-06-20, ? % cloud") for line in log)


def test_unknown_cloud_alone_is_taken_and_said(asked, hrefs):
    result, log = asked([item("night", hrefs, cloud=-1), item("cloudy", hrefs, cloud=60.0)])
    assert (result.scene, result.cloud) == ("night", None)
    assert "Warning: the catalogue does not say how cloudy night is: look at it." in log


def test_a_scene_without_an_asset_gives_way(fetched, hrefs):
    lacking = {name: href for name, href in hrefs.items() if name != "B08"}
    result, log, pixels, _ = fetched([item("lacks", lacking, cloud=0.0), item("whole", hrefs)])
    assert result.scene == "whole" and result.n_candidates == 1
    assert any(line.startswith("Left out: lacks has no asset B08") for line in log)
    np.testing.assert_array_equal(pixels, EXPECTED)


@pytest.mark.parametrize("fault", [404, 410, 403, 401, 451, 500, "silent", "text", "elsewhere"])
def test_a_scene_that_cannot_be_read_gives_way(fetched, hrefs, web_server, tmp_path, fault):
    gone = {name: f"{web_server.address}/gone_{name}.tif" for name in NAMES}
    if fault == "silent":
        gone["B02"] = "http://127.0.0.1:1/gone.tif"
    elif fault == "text":
        (tmp_path / "page.html").write_text("<html>Please log in</html>")
        gone = dict.fromkeys(gone, web_server.holds(tmp_path / "page.html", "page.html"))
    elif fault == "elsewhere":
        gone = write_scene(tmp_path, web_server, "far", transform=GRID * Affine.translation(900, 0))
    else:
        web_server.fault = times(99, fault, where="/gone_")
    result, log, pixels, _ = fetched([item("best", gone, cloud=0.0), item("next", hrefs)])
    assert result.scene == "next" and result.n_candidates == 1
    assert any(
        line.startswith("Warning: best cannot be used, and next of 2021-06-20 is used instead: ")
        for line in log
    )
    np.testing.assert_array_equal(pixels, EXPECTED)


def test_a_scene_that_breaks_while_it_is_read_gives_way(fetched, hrefs, web_server, tmp_path):
    other = write_scene(tmp_path, web_server, "broken")
    web_server.fault = times(99, 404, where="/broken_B03", after=2)
    result, _, pixels, _ = fetched([item("broken", other, cloud=0.0), item("next", hrefs)])
    assert result.scene == "next"
    np.testing.assert_array_equal(pixels, EXPECTED)


def test_where_no_scene_can_be_read_the_best_says_why(asked, hrefs, web_server, tmp_path):
    web_server.fault = times(99, 404, where="/scene_")
    with pytest.raises(NetworkError, match=r"does not have /scene_B04.tif \(HTTP 404\)"):
        asked([item("a", hrefs), item("b", hrefs)], assets="B04", output=str(tmp_path / "o.tif"))
    assert not (tmp_path / "o.tif").exists()


def test_a_server_that_is_down_is_not_asked_for_every_scene(asked, web_server, tmp_path):
    gone = {"B04": "http://127.0.0.1:1/gone.tif"}
    with pytest.raises(NetworkError, match="cannot be reached"):
        asked([item(f"n{i}", gone) for i in range(50)], assets="B04", output=str(tmp_path / "o.tif"))


@pytest.mark.parametrize("status", [404, 405, 501, 403])
def test_servers_that_know_only_get(asked, hrefs, web_server, status):
    def fault(request):
        return (status, {}) if request.method == "POST" else None

    web_server.fault = fault
    assert asked([item("one", hrefs)])[0].scene == "one"


def test_servers_that_say_they_know_only_get(asked, hrefs, web_server, tmp_path, recwarn):
    web_server.answers |= answers(web_server, [item("one", hrefs)])
    root = web_server.answers["/stac"](None)
    root["links"][0]["method"] = "GET"
    web_server.answers["/stac"] = lambda request: root
    result, _ = find(f"{web_server.address}/stac", tmp_path)
    searched = [each for each in web_server.asked if each.where.path == "/stac/search"]
    assert result.scene == "one" and [each.method for each in searched] == ["GET"]
    assert parse_qs(searched[0].where.query)["collections"] == ["sentinel-2-l2a"]
    assert not [each for each in recwarn if "advertised" in str(each.message)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023-07", "2023-07-01", "2023-07-31"),
        ("2023-07/2023-08", "2023-07-01", "2023-08-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("2022/2023-02", "2022-01-01", "2023-02-28"),
        ("2023-07-04", "2023-07-04", "2023-07-04"),
        (" 2023-07-01 / 2023-07-02 ", "2023-07-01", "2023-07-02"),
        ("2023-07-01/..", "2023-07-01", "2200-01-01"),
        ("2023-07/", "2023-07-01", "2200-01-01"),
        ("../2023", "1900-01-01", "2023-12-31"),
        ("/2023-07", "1900-01-01", "2023-07-31"),
        ("2023-07-01T00:00:00Z/2023-07-31T23:59:59Z", "2023-07-01", "2023-07-31"),
    ],
)
def test_dates(text, first, last):
    assert Dates.parse(text) == Dates(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text", ["../..", "..", "", "/", "2023-13", "2023-7", "23", "July 2023", "2023-07-32", "a/b/c"]
)
def test_what_is_no_date(text):
    with pytest.raises(InputError, match="write days as year-month-day"):
        Dates.parse(text)


@pytest.mark.parametrize("text", ["2023-08/2023-07", "2024/2023", "2023-08-02/2023-08-01"])
def test_reversed_dates(text):
    with pytest.raises(InputError, match="before it begins"):
        Dates.parse(text)


def test_open_ranges_are_near_the_end_that_they_have():
    assert (
        str(Dates.parse("2023-07-01/..")) == "2023-07-01/.."
        and str(Dates.parse("../2023-07")) == "../2023-07-31"
    )
    assert Dates.parse("2023-07-01/..").middle == date(2023, 7, 1)
    assert Dates.parse("../2023-07-31").middle == date(2023, 7, 31)
    assert str(Dates.parse("2023-07-01/..").widen()) == "2022-07-01/.."
    assert parse_day("NEAR_DATE", "2023-07") == date(2023, 7, 16)


def test_an_open_range_is_asked_for(asked, hrefs, web_server):
    assert asked([item("one", hrefs)], date_range="2021-06/..")[0].scene == "one"
    body = next(each.body for each in web_server.asked if each.where.path == "/stac/search")
    assert body["datetime"] == "2021-06-01T00:00:00Z/2200-01-01T23:59:59Z"


def test_alternate_addresses(fetched, hrefs, web_server):
    scene = item("one", {name: f"s3://bucket/{name}.jp2" for name in NAMES})
    for name, asset in scene["assets"].items():
        asset["alternate"] = {"s3": {"href": "s3://x"}, "https": {"href": hrefs[name]}}
    np.testing.assert_array_equal(fetched([scene])[2], EXPECTED)


def test_an_alternate_of_an_address_that_is_refused(fetched, hrefs, web_server):
    scene = item("one", {name: f"{web_server.address}/closed/{name}.tif" for name in NAMES})
    for name, asset in scene["assets"].items():
        asset["alternate"] = {"public": {"href": hrefs[name]}}
    np.testing.assert_array_equal(fetched([scene])[2], EXPECTED)


def test_a_scene_that_is_not_on_the_web_gives_way(fetched, hrefs):
    items = [item("away", dict.fromkeys(NAMES, "s3://b/x.jp2"), cloud=0.0), item("here", hrefs)]
    assert fetched(items)[0].scene == "here"


def scene_of(hrefs=None, id="one", collection="c", raster=None, **properties):
    made = item(id, hrefs or {"B04": "http://x/B04.tif"}, **properties)
    made["collection"] = collection
    made["properties"].pop("s2:processing_baseline", None)
    made["properties"].update(properties)
    for asset in made["assets"].values() if raster else ():
        asset["raster:bands"] = [raster]
    return Item.from_dict(made)


DECLARED = {"scale": 1e-4, "offset": -0.1}


@pytest.mark.parametrize(
    ("scene", "baseline", "offset"),
    [
        (scene_of(collection="sentinel-2-l2a", **{"processing:version": "05.09"}), "05.09", True),
        (scene_of(collection="s2", raster=DECLARED, **{"processing:version": "05.09"}), "05.09", True),
        (scene_of(platform="sentinel-2a", **{"processing:version": "02.14"}), "02.14", False),
        (scene_of(constellation="Sentinel-2", **{"processing:version": "N0400"}), "04.00", True),
        (scene_of(**{"s2:processing_baseline": "0510"}), "05.10", True),
        (scene_of(**{"s2:processing_baseline": 5.11}), "05.11", True),
        (scene_of(**{"s2:processing_baseline": "05.11", "earthsearch:boa_offset_applied": True}), "05.11", False),
        (scene_of(**{"s2:processing_baseline": "05.11", "earthsearch:boa_offset_applied": "true"}), "05.11", False),
        (scene_of(**{"s2:processing_baseline": "05.11", "earthsearch:boa_offset_applied": False}), "05.11", True),
        (scene_of(id="S2B_MSIL2A_20230610T101031_N0509_R022_T33TVK_20230610T1"), "05.09", True),
        (scene_of(collection="sentinel-2-l2a", raster=DECLARED), None, True),
        (scene_of(collection="sentinel-2-l2a", raster={"scale": 1e-4, "offset": 0}), None, False),
        (scene_of(collection="sentinel-2-l2a"), None, False),
        (scene_of(collection="landsat-c2-l2", **{"processing:version": "05.09"}), None, False),
        (scene_of(collection="sentinel-2-l2a", **{"processing:version": "1.2.3"}), None, False),
    ],
)  # fmt: skip
def test_the_offset_of_sentinel_2(scene, baseline, offset):
    assert (processing_baseline(scene), has_offset(scene)) == (baseline, offset)


@pytest.mark.parametrize(
    "properties",
    [
        {"processing:version": "05.09", "platform": "sentinel-2a"},
        {"earthsearch:boa_offset_applied": False, "s2:x": 1},
    ],
)
def test_the_offset_is_taken_off(fetched, hrefs, properties):
    scene = item("one", hrefs, **properties)
    del scene["properties"]["s2:processing_baseline"]
    for asset in scene["assets"].values():
        asset["raster:bands"] = [DECLARED]
    expected = np.where(EXPECTED == 0, 0, np.maximum(EXPECTED.astype(int) - 1000, 1))
    np.testing.assert_array_equal(fetched([scene])[2], expected)


def test_names_of_the_copernicus_data_space():
    scene = scene_of({"B04_20m": "http://x/20", "B04_10m": "http://x/10", "SCL_20m": "http://x/s"})
    assert find_asset(scene, "B04").href == find_asset(scene, "red").href == "http://x/10"
    assert find_asset(scene, "SCL").href == "http://x/s" and list_band_names("B04_10m") == ("B04", "red")
