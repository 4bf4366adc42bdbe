"""What decides what an export makes, and what does not."""

from __future__ import annotations

import os

import rasterio
from affine import Affine

from sr_core.tile_export.export_fingerprint import differences, fingerprint


def test_polygons_written_down_again_are_the_same_polygons(tmp_path):
    taken = []
    for name, content in (("a", "{}"), ("b", "{}"), ("c", "[]")):
        (tmp_path / name).write_text(content)
        taken.append(fingerprint({"mask": str(tmp_path / name)}, []))
    assert taken[0] == taken[1] and differences(taken[0], taken[2]) == ["MASK"]


def test_a_raster_is_known_by_its_files(make_raster):
    path = make_raster()

    def taken():
        return fingerprint({"input": str(path), "scale": 2}, [str(path)])

    before = taken()
    assert before == taken() and before["settings"]["input"] == str(path)
    os.utime(path, ns=(1, 1))
    assert differences(before, taken()) == [str(path)]


def test_statistics_that_qgis_writes_down_change_nothing_and_a_place_does(make_raster):
    path = make_raster(driver="PNG", transform=Affine.identity(), crs=None)
    before = fingerprint({}, [str(path)])
    beside = path.with_name("in.tif.aux.xml")
    with rasterio.open(path) as dataset:
        dataset.statistics(1, approx=False)
    assert beside.exists() and before == fingerprint({}, [str(path)])
    beside.write_text("<PAMDataset><GeoTransform>5, 1, 0, 9, 0, -1</GeoTransform></PAMDataset>")
    assert differences(before, fingerprint({}, [str(path)])) == ["INPUT"]


def test_what_is_no_file_is_taken_as_it_is():
    settings = {"lr": "https://a.example/x.tif", "way": "linear", "bands": [1, 2], "extent": None}
    assert fingerprint(settings, ["https://a.example/x.tif"])["settings"] == settings
    assert fingerprint(settings, ["https://a.example/x.tif"])["files"] == {}
