"""Neighbouring scenes of one pass put together, and places across the 180th meridian."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.warp import transform_bounds

from sr_core.errors import InputError
from sr_core.parameter_types import Extent
from sr_core.stac.antimeridian import footprint, search_boxes, shown_part
from sr_core.stac.api_search import outline

from ..support.local_servers import EXTENT, GRID, item, scene_pixels, write_scene
from .test_catalogue_kinds import EXPECTED, NAMES, asked, fetched, hrefs, hurried
from .test_server_faults import times

__all__ = ["asked", "fetched", "hrefs", "hurried"]

# Neighbours of a pass: the extent is 500400 to 501600; its pixels are those of one scene, cut in two.


def cut(tmp_path, web_server, name, columns, bands=NAMES, crs=None):
    """Files of a part of the scene; in another coordinate reference system, warped."""

    def pixels(band):
        return scene_pixels(band)[:, slice(*columns)]

    hrefs = write_scene(
        tmp_path, web_server, name, bands, transform=GRID * Affine.translation(columns[0], 0), pixels=pixels
    )
    if crs:
        for band in bands:
            path = tmp_path / f"{name}_{band}.tif"
            with (
                rasterio.open(path) as file,
                rasterio.vrt.WarpedVRT(file, crs=crs, src_nodata=0, nodata=0) as vrt,
            ):
                rasterio.shutil.copy(vrt, tmp_path / f"{name}_w_{band}.tif", driver="GTiff", tiled=True)
            hrefs[band] = web_server.holds(tmp_path / f"{name}_w_{band}.tif", f"{name}_w_{band}.tif")
    return hrefs


def place(columns):
    return (500_000 + 10 * columns[0], 4_997_600, 500_000 + 10 * columns[1], 5_000_000)


@pytest.fixture
def overlapping_scenes(tmp_path, web_server):
    """West and east of a scene, which overlap by ten columns."""

    def make(when="2021-06-20T10:00:14Z", crs=None, **properties):
        west, east = (0, 110), (100, 240)
        return [
            item(
                "west", cut(tmp_path, web_server, "west", west), cloud=0.0, bounds=place(west), **properties
            ),
            item(
                "east", cut(tmp_path, web_server, "east", east, crs=crs), when, 2.0, place(east), **properties
            ),
        ]

    return make


@pytest.mark.parametrize("min_cover", [90, 100])
def test_neighbours_of_a_pass_are_put_together(fetched, overlapping_scenes, min_cover, tmp_path):
    result, log, pixels, transform = fetched(overlapping_scenes(), min_cover=min_cover)
    assert result.scene == "west + east" and result.cover == 100 and 0 < result.cloud < 2
    assert "2 neighbouring scenes of one pass are mosaicked, on the grid of west." in log
    np.testing.assert_array_equal(pixels, EXPECTED)
    assert transform == Affine(10, 0, 500_400, 0, -10, 4_999_700)
    with rasterio.open(tmp_path / "out.tif") as out:
        assert out.tags()["FINER_SCENE"] == "west + east" and out.nodata == 0


def test_neighbours_in_another_zone(fetched, overlapping_scenes):
    _, _, pixels, _ = fetched(overlapping_scenes(crs="EPSG:32632"))
    np.testing.assert_array_equal(pixels[:, :, :70], EXPECTED[:, :, :70])  # of the west, as it is
    known = (pixels > 0) & (EXPECTED > 0)
    assert known.sum() > 0.99 * (EXPECTED > 0).sum()
    assert np.abs(pixels.astype(int) - EXPECTED)[known].mean() < 40  # interpolated twice, in noise of 30


def test_a_scene_that_covers_all_is_not_put_together(asked, overlapping_scenes, hrefs):
    result, _ = asked([*overlapping_scenes(), item("whole", hrefs, "2021-06-20T10:00:20Z", cloud=1.2)])
    assert result.scene == "whole"


@pytest.mark.parametrize(
    ("when", "properties"),
    [
        ("2021-06-21T10:00:00Z", {}),
        ("2021-06-20T11:41:00Z", {}),
        ("2021-06-20T10:00:14Z", {"sat:relative_orbit": 0}),
        ("2021-06-20T10:00:14Z", {"platform": ""}),
    ],
)
def test_scenes_of_other_passes_are_not(asked, overlapping_scenes, when, properties):
    items = overlapping_scenes(when, **properties)
    for name in properties:
        items[0]["properties"][name], items[1]["properties"][name] = "one", "other"
    with pytest.raises(InputError, match="covers MIN_COVER 90 % of EXTENT, the best being"):
        asked(items)


def test_a_neighbour_that_is_gone_leaves_what_is_there(fetched, overlapping_scenes, web_server):
    items = overlapping_scenes()
    web_server.fault = times(99, 404, where="/east_")
    result, log, pixels, _ = fetched(items, min_cover=50)
    assert result.scene == "west" and any("west + east cannot be used, and west" in line for line in log)
    np.testing.assert_array_equal(pixels[:, :, :70], EXPECTED[:, :, :70])
    assert pixels.shape[2] == 70


# The 180th meridian


def test_an_extent_across_180_degrees():
    utm = Extent(bounds=(806_000, 8_090_000, 826_000, 8_099_000), crs="EPSG:32760")
    for extent in (
        utm,
        Extent(bounds=(179.9, -18, 180.1, -17), crs="EPSG:4326"),
        Extent(bounds=(-180.1, -18, -179.9, -17), crs="EPSG:4326"),
        Extent(bounds=(179.9, -18, -179.9, -17), crs="EPSG:4326"),
    ):
        area = outline(extent)
        west, _, east, _ = area.bounds
        assert 179 < west < 180 < east < 181
        boxes = search_boxes(area)
        assert [(box[0] > 0, box[2]) for box in boxes[:1]] == [(True, 180)]
        assert boxes[1][0] == -180 and -180 < boxes[1][2] < -179
        for ring in (
            [[179, -19], [181, -19], [181, -16], [179, -16], [179, -19]],
            [[-181, -19], [-179, -19], [-179, -16], [-181, -16], [-181, -19]],
            [[179, -19], [-179, -19], [-179, -16], [179, -16], [179, -19]],
        ):
            shown = shown_part(footprint({"type": "Polygon", "coordinates": [ring]}, None), area)
            assert shown.area == pytest.approx(area.area)
        overlapping_scenes = [
            [[[179, -19], [180, -19], [180, -16], [179, -16], [179, -19]]],
            [[[-180, -19], [-179, -19], [-179, -16], [-180, -16], [-180, -19]]],
        ]
        shown = shown_part(footprint({"type": "MultiPolygon", "coordinates": overlapping_scenes}, None), area)
        assert shown.area == pytest.approx(area.area)
        for bbox in ([179, -19, -179, -16], [179, -19, 0, -179, -16, 100]):
            assert shown_part(footprint(None, bbox), area).area == pytest.approx(area.area)


def test_other_extents_are_one_box():
    assert len(search_boxes(outline(Extent(**EXTENT)))) == 1
    world = footprint(
        {"type": "Polygon", "coordinates": [[[-180, -90], [180, -90], [180, 90], [-180, 90], [-180, -90]]]},
        None,
    )
    assert world.area == pytest.approx(360 * 180)


def test_a_scene_across_180_degrees_is_found_once_and_fetched(fetched, tmp_path, web_server, monkeypatch):
    grid = Affine(10, 0, 818_000, 0, -10, 8_100_000)
    monkeypatch.setattr("tests.core.support.local_servers.CRS", "EPSG:32760")
    hrefs = write_scene(tmp_path, web_server, "fiji", transform=grid)
    west, south, east, north = transform_bounds(
        "EPSG:32760", "EPSG:4326", 818_000, 8_097_600, 820_400, 8_100_000
    )
    assert west > 179 and east < -179
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    scene = item("fiji", hrefs)
    scene["geometry"], scene["bbox"] = {"type": "Polygon", "coordinates": [ring]}, [west, south, east, north]
    place = {"bounds": (818_700, 8_098_000, 819_900, 8_099_000), "crs": "EPSG:32760"}
    result, _, pixels, _ = fetched([scene], extent=place)
    assert (result.scene, result.cover, result.n_candidates) == ("fiji", 100, 1)
    np.testing.assert_array_equal(pixels[0], scene_pixels("B04")[100:200, 70:190])
    boxes = [each.body["bbox"] for each in web_server.asked if each.where.path == "/stac/search"]
    assert len(boxes) == 2 and boxes[0][2] == 180 and boxes[1][0] == -180
