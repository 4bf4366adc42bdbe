"""The STAC collection of the blocks says what they are and where, and is valid."""

from __future__ import annotations

import json
from itertools import pairwise

import jsonschema
import pystac
import pytest
import rasterio
from affine import Affine
from odc.geo.geobox import GeoBox
from pystac.validation.local_validator import get_local_schema_cache
from rasterio.crs import CRS
from rasterio.warp import transform_geom
from referencing import Registry, Resource

from sr_core.block_processing import stac_collection
from sr_core.checksum import file_checksum
from sr_core.errors import InputError
from sr_core.exporting.mlm_item import describe_package
from sr_core.progress import run_to_end

from ..exporting.test_export_model import validator as mlm_validator
from ..support.small_packages import fusion_package


@pytest.fixture
def collection(job, tmp_path):
    run_to_end(job().run())
    return json.loads((tmp_path / "sr.collection.json").read_text(encoding="utf-8"))


@pytest.fixture
def items(collection, tmp_path):
    (link,) = [each for each in collection["links"] if each["rel"] == "items"]
    found = json.loads((tmp_path / link["href"]).read_text(encoding="utf-8"))
    return found["features"]


def area(ring):
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring)) / 2


def test_each_block_with_data_is_an_item_where_it_lies(items, tmp_path):
    assert [item["id"] for item in items] == ["sr-r0000c0000", "sr-r0001c0000", "sr-r0001c0001"]
    for item in items:
        with rasterio.open(tmp_path / item["assets"]["data"]["href"]) as block:
            about = item["properties"]
            assert tuple(about["proj:shape"]) == block.shape
            assert about["proj:transform"] == list(block.transform)[:6]
            assert about["proj:code"] == str(block.crs)
            assert [band["data_type"] for band in item["assets"]["data"]["bands"]] == list(block.dtypes)
            assert {band["nodata"] for band in item["assets"]["data"]["bands"]} == {block.nodata}
            ring = item["geometry"]["coordinates"][0]
            assert ring[0] == ring[-1] and area(ring) > 0  # against the clock (RFC 7946)
            back = transform_geom("EPSG:4326", block.crs, item["geometry"])["coordinates"][0]
            assert min(x for x, _ in back) == pytest.approx(block.bounds.left, abs=0.01)
            assert max(y for _, y in back) == pytest.approx(block.bounds.top, abs=0.01)


def test_the_collection_names_model_and_mosaic(collection, tmp_path):
    assert collection["assets"]["model"]["roles"] == ["mlm:model"]
    assert collection["assets"]["model"]["href"].endswith("model.srpk")
    with rasterio.open(tmp_path / collection["assets"]["mosaic"]["href"]) as mosaic:
        (west, south, east, north) = collection["extent"]["spatial"]["bbox"][0]
        geometry = {"type": "Point", "coordinates": [(west + east) / 2, (south + north) / 2]}
        x, y = transform_geom("EPSG:4326", mosaic.crs, geometry)["coordinates"]
        left, bottom, right, top = mosaic.bounds
        assert (x, y) == pytest.approx(((left + right) / 2, (bottom + top) / 2), abs=20)


def test_collection_and_items_name_the_item_of_the_model(collection, items, tmp_path):
    """As the best practices of the extension MLM say: what a model made is derived from the model's item."""
    for each in (collection, *items):
        (link,) = [link for link in each["links"] if link["rel"] == "derived_from"]
        assert link == {"rel": "derived_from", "href": "./sr.model.json", "type": "application/geo+json"}
    item = json.loads((tmp_path / "sr.model.json").read_text(encoding="utf-8"))
    assert [error.message for error in mlm_validator().iter_errors(item)] == []
    asset = pystac.Item.from_dict(item).assets["model"]
    assert asset.href == str(tmp_path / "model.srpk") and asset.roles == ["mlm:model"]
    assert asset.extra_fields["file:checksum"] == "1220" + file_checksum(tmp_path / "model.srpk")
    assert collection["assets"]["model"] == item["assets"]["model"]
    about = item["properties"]
    assert (about["mlm:name"], about["mlm:framework"]) == ("model", "PyTorch")
    assert about["mlm:hyperparameters"] == {"scale": 2, "network": "edsr"}
    assert [band["name"] for band in about["bands"]] == about["mlm:output"][0]["bands"] == ["B1", "B2"]


def test_the_item_of_a_model_with_a_guide_names_both_inputs_and_what_it_gives():
    info = fusion_package().info
    item = describe_package(info, "/models/fusion of 20 m bands.srpk", info.scale, 64 * "0")
    assert [error.message for error in mlm_validator().iter_errors(item)] == []
    about = item["properties"]
    assert [each["name"] for each in about["mlm:input"]] == ["pixels", "guide"]
    known = {band["name"] for band in about["bands"]}
    assert all(set(each["bands"]) <= known for each in about["mlm:input"])
    assert about["mlm:input"][1]["input"]["shape"] == [-1, len(info.guide.bands), -1, -1]
    assert len(about["mlm:output"][0]["bands"]) == len(info.result_places)


@pytest.fixture(scope="module")
def registry():
    """The schemas of STAC and GeoJSON, as pystac brings them."""
    schemas = get_local_schema_cache().items()
    return Registry().with_resources((uri, Resource.from_contents(schema)) for uri, schema in schemas)


def validator(registry, kind):
    schema = registry.contents(f"https://schemas.stacspec.org/v1.1.0/{kind}-spec/json-schema/{kind}.json")
    return jsonschema.Draft7Validator(schema, registry=registry)


def test_collection_and_items_are_valid(collection, items, registry):
    validator(registry, "collection").validate(collection)
    for item in items:
        validator(registry, "item").validate(item)
        del item["properties"]["datetime"]
        assert not validator(registry, "item").is_valid(item)
        item["properties"]["datetime"] = item["properties"]["created"]
        parsed = pystac.Item.from_dict(item)
        assert parsed.collection_id == "sr" and parsed.ext.has("proj") and parsed.ext.has("raster")


def test_a_result_that_would_replace_the_collection_is_refused(job, values, tmp_path):
    inside = str(tmp_path / "sr.items.geojson")
    (tmp_path / "sr.items.geojson").write_bytes((tmp_path / "in.tif").read_bytes())
    with pytest.raises(InputError, match=r"would replace the input|is also an input"):
        run_to_end(job(input=inside).run())


@pytest.mark.parametrize(
    "crs",
    [
        'LOCAL_CS["Site",UNIT["metre",1]]',
        "+proj=geos +h=35785831 +lon_0=0 +sweep=y",  # whose corners lie beside the earth
    ],
)
def test_what_lies_nowhere_on_the_globe_has_no_outline(crs):
    box = GeoBox((10, 10), Affine(1e6, 0, -5.5e6, 0, -1e6, 5.5e6), None)
    assert stac_collection._place(box, CRS.from_string(crs)) == {"geometry": None}
