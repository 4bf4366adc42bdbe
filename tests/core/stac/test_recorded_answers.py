"""Planetary Computer's own answers, replayed on loopback to the real client."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import numpy as np
import planetary_computer.sas
import pytest
import rasterio
from affine import Affine
from planetary_computer.settings import Settings
from rasterio.warp import transform_bounds

from sr_core.parameter_types import Extent
from sr_core.stac.api_search import Catalogue, outline
from sr_core.stac.search_dates import Dates

from ..support.local_servers import find

API = "https://planetarycomputer.microsoft.com/api/stac/v1"


@pytest.fixture
def recorded(shared_data):
    return lambda name: (shared_data / "stac" / name).read_text()


@pytest.fixture
def api(web_server, recorded):
    """The recorded root, its links leading to loopback; a search answers as the test says."""

    def replay(text):
        return lambda request: json.loads(text.replace(API, f"{web_server.address}/v1"))

    web_server.answers["/v1"] = web_server.answers["/v1/"] = replay(recorded("pc_root.json"))
    web_server.replay = replay
    return f"{web_server.address}/v1"


def test_33_scenes(api, web_server, recorded, tmp_path, monkeypatch):
    """All of one orbit on one second: the one that shows the place is found, its address signed, its pixels read."""
    text = recorded("pc_search_sentinel-2-l2a_33items.json")
    wanted = max(
        json.loads(text)["features"], key=lambda each: -each["properties"]["s2:nodata_pixel_percentage"]
    )
    b04 = wanted["assets"]["B04"]
    crs, (left, _, _, top) = f"EPSG:{wanted['properties']['proj:epsg']}", b04["proj:bbox"]
    # A piece in the middle of the real image stands for all of it.
    left, top = left + 50_000, top - 50_000
    pixels = np.random.default_rng(0).integers(1, 9000, (1, 150, 160), "uint16")
    with rasterio.open(
        tmp_path / "b04.tif", "w", driver="GTiff", width=160, height=150, count=1, dtype="uint16", crs=crs,
        transform=Affine(10, 0, left, 0, -10, top),
    ) as dataset:  # fmt: skip
        dataset.write(pixels)
    path = b04["href"].partition(".net")[2]
    web_server.files[path] = (tmp_path / "b04.tif").read_bytes()
    web_server.answers["/v1/search"] = web_server.replay(
        text.replace("https://sentinel2l2a01", "http://sentinel2l2a01")
    )
    web_server.answers["/token/sentinel2l2a01/sentinel2-l2"] = lambda request: {
        "msft:expiry": (datetime.now(UTC) + timedelta(hours=1)).isoformat(), "token": "sig=1",
    }  # fmt: skip
    web_server.fault = lambda request: (
        (403, {}) if request.where.path == path and request.where.query != "sig=1" else None
    )
    Settings.get.cache_clear()
    planetary_computer.sas.TOKEN_CACHE.clear()
    monkeypatch.setenv("http_proxy", web_server.address)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setenv("PC_SDK_SAS_URL", f"{web_server.address}/token")
    extent = {"bounds": (left + 200, top - 700, left + 900, top - 100), "crs": crs}
    result, log = find(
        api, tmp_path, extent=extent, date_range="2019-01-01", max_cloud=100, assets="B04",
        output=str(tmp_path / "out.tif"),
    )  # fmt: skip
    Settings.get.cache_clear()
    assert result.scene == wanted["id"] and result.date == "2019-01-01"
    assert result.cloud == wanted["properties"]["eo:cloud_cover"] and result.cover == pytest.approx(100)
    assert "Processing baseline 02.12: pixels are without an offset." in log
    with rasterio.open(tmp_path / "out.tif") as out:
        np.testing.assert_array_equal(out.read(), pixels[:, 10:70, 20:90])
    search = next(request.body for request in web_server.asked if request.where.path == "/v1/search")
    assert search["collections"] == ["sentinel-2-l2a"]
    assert search["datetime"] == "2019-01-01T00:00:00Z/2019-01-01T23:59:59Z"
    assert search["bbox"] == pytest.approx(transform_bounds(crs, "OGC:CRS84", *extent["bounds"]), abs=1e-6)


def test_pages_are_turned(api, web_server, recorded):
    """A collection without clouds and of another kind than Sentinel-2."""
    second = json.loads(recorded("pc_search_naip_page2.json"))
    second["links"] = [link for link in second["links"] if link["rel"] != "next"]
    pages = [web_server.replay(recorded("pc_search_naip_page1.json")), web_server.replay(json.dumps(second))]
    web_server.answers["/v1/search"] = lambda request: pages["token" in request.body](request)
    area = outline(Extent(bounds=(-73.21, 43.99, -73.12, 44.05), crs="EPSG:4326"))
    found = Catalogue(api, "naip", 5).candidates(area, Dates.parse("2010-01-01/2022-01-01"))
    ids = [
        feature["id"]
        for page in ("pc_search_naip_page1.json", "pc_search_naip_page2.json")
        for feature in json.loads(recorded(page))["features"]
    ]
    assert sorted(each.id for each in found) == sorted(set(ids)) and len(found) == 20
    assert all(each.cloud is None and 0 < each.cover <= 100.0001 for each in found)


def test_an_items_tile_is_ranked_by_cloud(api, web_server, recorded, tmp_path):
    text = recorded("e84_items_35MNM.geojson.json")
    items = json.loads(text)["features"]
    web_server.answers["/v1/search"] = web_server.replay(
        json.dumps({"type": "FeatureCollection", "features": items})
    )
    extent = {"bounds": (27.3, -7.9, 27.4, -7.8), "crs": "EPSG:4326"}
    result, _ = find(api, tmp_path, extent=extent, date_range="2020-06-01/2020-07-31", near_date="2020-07-31")
    clouds = {each["id"]: each["properties"]["eo:cloud_cover"] for each in items}
    assert round(clouds[result.scene]) == round(min(clouds.values()))
    assert result.n_candidates == sum(cloud <= 20 for cloud in clouds.values())
    with pytest.raises(Exception, match="has no asset B99: ASSETS can be AOT, B01, B02"):
        find(api, tmp_path, extent=extent, date_range="2020-06-01/2020-07-31", assets="B99")
