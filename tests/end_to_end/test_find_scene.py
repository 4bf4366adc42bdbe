"""A scene is found and fetched, asked for through QGIS of servers on loopback."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio

from ..core.support.local_servers import WINDOW, StacApi, Web, item, scene_pixels, write_scene

PLACE = "500400,501600,4998600,4999700 [EPSG:32633]"


@pytest.fixture
def catalogue(tmp_path):
    web = Web()
    hrefs = write_scene(tmp_path, web, "scene")
    api = StacApi(tmp_path, [item("clear", hrefs), item("cloudy", hrefs, cloud=60.0)])
    yield api.address
    api.close()
    web.close()


def test_the_clear_scene_is_fetched(qgis, catalogue, tmp_path):
    outcome = qgis.run(
        "find_scene", EXTENT=PLACE, DATE_RANGE="2021-05-01/2021-08-31", STAC_API=catalogue,
        OUTPUT=tmp_path / "out.tif", OUTPUT_HTML=tmp_path / "list.html",
    )  # fmt: skip
    assert (outcome.results["SCENE"], outcome.results["DATE"]) == ("clear", "2021-06-20")
    with rasterio.open(outcome.results["OUTPUT"]) as file:
        expected = np.stack([scene_pixels(name) for name in ("B04", "B03", "B02", "B08")])[WINDOW]
        np.testing.assert_array_equal(file.read(), expected)
    assert "cloudy" in (tmp_path / "list.html").read_text()


def test_no_scene_is_one_sentence(qgis, catalogue):
    refusal = qgis.run(
        "find_scene", EXTENT=PLACE, DATE_RANGE="2021-05-01/2021-08-31", STAC_API=catalogue, MAX_CLOUD=1
    ).refusal
    assert refusal.startswith("All 2 scenes of 2021-05-01/2021-08-31 are cloudier than MAX_CLOUD 1 %")
