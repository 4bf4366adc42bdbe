"""The scene of a STAC catalogue as the input of "Classify pixels with SR model": what the same scene gives as a file."""

import json

import numpy as np
import pytest
import rasterio
from affine import Affine

from sr_core.errors import InputError
from sr_core.jobs import Job
from sr_core.progress import run_to_end

from ..support.local_servers import CRS, EXTENT, GRID, StacApi, item, scene_pixels, write_scene
from .test_classify_pixels import make_model  # noqa: F401

BANDS = ("B04", "B08")
AROUND = np.s_[6:164, 16:184]
"""Pixels of the scene that are fetched: EXTENT, which is rows 30 to 140 and columns 40 to 160, and 24 around it."""


@pytest.fixture
def classify(tmp_path, make_model):  # noqa: F811
    """Run the job on a file, or without INPUT on what a search finds; return the pixels of its result (b, h, w)."""
    model = make_model(bands=BANDS)

    def run(output, api=None, **options):
        fixed = {"tile_size": 32, "device": "cpu", "threads": 1, "model": str(model)}
        found = {"stac_api": api, "extent": EXTENT, "date_range": "2021", "timeout": 5} if api else {}
        work = Job.load(
            {"id": "classify_pixels", **fixed, **found, "output": str(tmp_path / output), **options}
        )
        run_to_end(work.run())
        with rasterio.open(tmp_path / output) as dataset:
            return dataset.read()

    return run


@pytest.fixture
def catalogue(tmp_path, web_server):
    """The address of a catalogue of a clear scene and a cloudier one that cannot be read."""
    hrefs = write_scene(tmp_path, web_server, "clear", ("B08", "SCL", "B04"), pixels=pixels_of)
    scenes = [
        item("cloudy", dict.fromkeys(hrefs, "http://127.0.0.1:1/none.tif"), cloud=19.0),
        item("clear", hrefs, cloud=1.0),
    ]
    api = StacApi(tmp_path, scenes)
    yield api.address
    api.close()


def pixels_of(band):
    """Return a band of the scene, whose classes are clouds in one part of the extent and vegetation elsewhere."""
    if band != "SCL":
        return scene_pixels(band)
    classes = np.full((120, 120), 4, "uint8")
    classes[30:40, 40:50] = 9
    return classes


@pytest.fixture
def expected(tmp_path, classify):
    """The result for EXTENT of the scene's pixels as a file."""
    path = tmp_path / "in.tif"
    pixels = np.stack([scene_pixels(band)[AROUND] for band in BANDS])
    profile = {"height": 158, "width": 168, "count": 2, "dtype": "uint16", "nodata": 0, "crs": CRS}
    grid = GRID * Affine.translation(16, 6)
    with rasterio.open(path, "w", driver="GTiff", transform=grid, **profile) as dataset:
        dataset.write(pixels)
        dataset.descriptions = BANDS
    return classify("expected.tif", input=str(path), extent=EXTENT)


def test_a_search_gives_what_its_scene_gives_as_a_file(tmp_path, classify, catalogue, expected):
    np.testing.assert_array_equal(classify("found.tif", catalogue), expected)
    assert not list(tmp_path.glob(".finer-*"))


def test_a_search_in_blocks_keeps_its_scene_to_go_on_from(
    tmp_path, classify, catalogue, expected, web_server
):
    np.testing.assert_array_equal(classify("found.vrt", catalogue, block_size=256), expected)
    (scene,) = (tmp_path / "found.blocks").glob("scene_*.tif")
    ledger = json.loads((tmp_path / "found.blocks" / "ledger.json").read_text())
    assert ledger["settings"]["input"] == scene.name
    for block in (tmp_path / "found.blocks").glob("r0*/*.tif"):
        block.unlink()
    web_server.asked.clear()
    np.testing.assert_array_equal(classify("found.vrt", catalogue, block_size=256), expected)
    assert not web_server.asked
    with pytest.raises(InputError, match="were made from another scene"):
        classify("found.vrt", catalogue, block_size=256, date_range="2021-06")


def test_maps_of_a_search_in_blocks_of_one_file(tmp_path, classify, catalogue, expected):
    maps = {name: str(tmp_path / f"map_{name}.tif") for name in ("blocks", "single")}
    found = classify("found.tif", catalogue, block_size=256, output_consistency=maps["blocks"])
    np.testing.assert_array_equal(found, expected)
    classify("single.tif", catalogue, output_consistency=maps["single"])
    with rasterio.open(maps["blocks"]) as one, rasterio.open(maps["single"]) as other:
        np.testing.assert_array_equal(one.read(), other.read())
    assert not list(tmp_path.glob(".finer-*"))


def test_clouds_are_gaps_if_asked(classify, catalogue, expected):
    found = classify("found.tif", catalogue, mask_clouds=True)
    cloudy = np.zeros(found.shape[1:], bool)
    cloudy[60:100, 80:120] = (
        True  # 20 m, from column 80 and row 60 on; the extent begins at 40 and 30 of 10 m
    )
    assert not found[:, cloudy].any() and found[:, ~cloudy].all(axis=0).mean() > 0.9
    far = np.s_[:, 150:, 150:]
    np.testing.assert_array_equal(found[far], expected[far])


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"input": "in.tif", "date_range": "2021"}, "leave it out, or leave out INPUT"),
        ({}, "Give INPUT, a raster, or EXTENT and DATE_RANGE"),
        ({"extent": EXTENT}, "Give INPUT, a raster, or EXTENT and DATE_RANGE"),
        ({"extent": EXTENT, "date_range": "2021", "part": "1/2", "output": "sr.vrt"}, "leave PART blank"),
        ({"extent": EXTENT, "date_range": "yesterday"}, "DATE_RANGE"),
    ],
)
def test_what_does_not_go_together(tmp_path, options, says):
    values = {"model": "m.srpk", "output": str(tmp_path / "sr.tif"), **options}
    if values["output"] == "sr.vrt":
        values["output"] = str(tmp_path / "sr.vrt")
    with pytest.raises(InputError, match=says):
        run_to_end(Job.load({"id": "classify_pixels", **values}).run())


def test_an_object_store_keeps_no_scene():
    values = {"model": "m.srpk", "output": "s3://bucket/sr.vrt", "extent": EXTENT, "date_range": "2021"}
    job = Job.load({"id": "classify_pixels", **values})
    with pytest.raises(InputError, match="an OUTPUT on a disk"):
        job.require_input(job.extent, job.output, job.part)
