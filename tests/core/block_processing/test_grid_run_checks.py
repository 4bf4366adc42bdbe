"""What is checked before rasters of several pixel grids are computed, and what runs on them leave on the disk."""

from __future__ import annotations

import json
import os
import shutil
import threading
import time
from contextlib import closing, nullcontext

import numpy as np
import pytest
import rasterio
from affine import Affine

from sr_core.errors import InputChanged, InputError, NoOverlapError, SrError
from sr_core.jobs import _input_change_watch, _raster_folder_input
from sr_core.jobs._grid_run_plan import choose_runs, plan_runs
from sr_core.jobs._raster_folder_input import group_rasters, mosaic_group
from sr_core.progress import Log, run_to_end

from ..conftest import textured_pixels
from ..support.guided_scenes import guided_package

NORTH = "+proj=gnom +lat_0=90"
"""A coordinate reference system of the northern half of the earth."""
NOWHERE = "+proj=gnom +lat_0=-45 +lon_0=-170"
"""A coordinate reference system of half of the earth, that of the Pacific Ocean."""


def lines(work):
    return [step.text.format(**step.values) for step in work if isinstance(step, Log)]


@pytest.fixture
def corner(zones):
    """Left and top of the first zone's raster."""
    with rasterio.open(zones / "zone32.tif") as dataset:
        return dataset.bounds.left, dataset.bounds.top


def test_single_files_of_several_grids_are_computed_in_blocks(job, zones, tmp_path, pixels_of):
    options = {"input": str(zones), "block_size": None}
    with closing(job("sr.tif", **options).run()) as work:
        while not list(tmp_path.glob(".finer*sr_EPSG32633*/r*/c*")):
            next(work)
    (hidden,) = tmp_path.glob(".finer*sr_EPSG32633*")
    assert json.loads((hidden / "ledger.json").read_text())["settings"]["input"] == str(zones)
    said = lines(job("sr.tif", **options).run())
    assert sum("and 0 are computed now" in line for line in said) == 1
    assert not list(tmp_path.glob(".finer*"))
    run_to_end(job("again.tif", **options).run())
    np.testing.assert_array_equal(pixels_of("sr_EPSG32633.tif"), pixels_of("again_EPSG32633.tif"))
    with rasterio.open(tmp_path / "sr_EPSG32632.tif") as dataset:
        assert dataset.tags()["FINER_INPUT"] == str(zones)


@pytest.mark.parametrize("target", [{}, {"target_crs": "EPSG:3035"}])
@pytest.mark.parametrize("name", ["sr.vrt", "sr.tif"])
def test_a_wrong_model_leaves_nothing_behind(job, zones, tmp_path, name, target):
    run = job(name, input=str(zones), model=str(zones / "zone32.tif"), **target).run()
    there = sorted(tmp_path.rglob("*"))
    with pytest.raises(SrError):
        run_to_end(run)
    assert sorted(tmp_path.rglob("*")) == there


def test_parts_that_start_together_write_one_mosaic_of_scenes(zones, tmp_path, monkeypatch):
    group = group_rasters(str(zones), {"output": str(tmp_path / "sr.vrt")})[0]
    mosaic, running = _raster_folder_input.mosaic_scenes, []

    def write(scenes, target):
        running.append(target)
        time.sleep(0.05)
        assert len(running) == 1
        mosaic(scenes, target)
        running.pop()

    monkeypatch.setattr(_raster_folder_input, "mosaic_scenes", write)
    found = []
    parts = [
        threading.Thread(target=lambda: found.append(mosaic_group(group, str(tmp_path / "sr.vrt"))))
        for _ in range(3)
    ]
    for part in parts:
        part.start()
    for part in parts:
        part.join()
    assert found == [str(tmp_path / "sr.blocks" / "scenes.vrt")] * 3


@pytest.mark.parametrize("name", ["sr.vrt", "sr.tif"])
def test_results_in_a_subfolder_of_the_input_are_no_input(job, zones, tmp_path, monkeypatch, name):
    monkeypatch.setattr(_input_change_watch, "PAUSE", 0)
    monkeypatch.setattr(_input_change_watch, "SHARE", 0)
    (zones / "results").mkdir()
    options = {"input": str(zones), "output": str(zones / "results" / name)}
    run_to_end(job(**options).run())
    for crs in ("EPSG:32633", "EPSG:3035"):
        run_to_end(job(**options, target_crs=crs).run())
    options["output"] = str(zones / "results" / f"other_{name}")
    work = job(**options).run()
    while not list((zones / "results").rglob("*other*/r*")):
        next(work)
    os.utime(zones / "zone32.tif", (0, 0))
    with pytest.raises(InputChanged, match=r"zone32\.tif was changed"):
        run_to_end(work)


def test_a_guide_elsewhere_is_no_zone_outside_the_extent(job, zones, tmp_path, corner):
    guided_package().save(tmp_path / "guided.srpk")
    left, top = corner
    with rasterio.open(
        tmp_path / "guide.tif", "w", driver="GTiff", width=60, height=60, count=2, dtype="uint16", crs="EPSG:32632",
        transform=Affine(5, 0, left, 0, -5, top),
    ) as dataset:  # fmt: skip
        dataset.write(textured_pixels(2, 60, 60))
    extent = {"bounds": [left, top - 900, left + 1200, top], "crs": "EPSG:32632"}
    options = {"model": str(tmp_path / "guided.srpk"), "guide": str(tmp_path / "guide.tif"), "extent": extent}
    with pytest.raises(NoOverlapError, match="guide"):
        run_to_end(job(input=str(zones), **options).run())


def test_one_system_needs_no_system_of_the_extent(job, zones, tmp_path, make_raster):
    (zones / "zone32.tif").unlink()
    with rasterio.open(zones / "zone33.tif") as dataset:
        shifted = dataset.transform * Affine.translation(0.5, 0.5)
        left, _, _, top = dataset.bounds
        shutil.move(
            make_raster("x.tif", dataset.read(), crs="EPSG:32633", transform=shifted, nodata=0),
            zones / "b.tif",
        )
    result = run_to_end(job(input=str(zones), extent={"bounds": [left, top - 300, left + 300, top]}).run())
    assert (result.width, result.height) in {(60, 60), (62, 62)}
    assert len(list(tmp_path.glob("sr_EPSG32633*.vrt"))) == 2


def test_bands_say_whether_an_alpha_band_is_data(job, make_raster, tmp_path):
    pixels = textured_pixels(3, 60, 70, "uint8")
    pixels[2] = 128
    path = make_raster("rgba.tif", pixels, photometric="RGB", alpha="unspecified")
    with rasterio.open(path, "r+") as dataset:
        dataset.colorinterp = [*dataset.colorinterp[:2], rasterio.enums.ColorInterp.alpha]
    options = {"input": str(path), "target_crs": "EPSG:3035", "target_resolution": 5.0}
    with pytest.raises(InputError, match="is tagged alpha"):
        run_to_end(job(**options).run())
    assert not list(tmp_path.glob("sr*"))
    run_to_end(job(**options, bands=[1, 2], gain=[1.0]).run())
    assert (tmp_path / "sr.vrt").exists()


def test_a_result_on_its_own_grid_is_not_mixed_with_one_on_a_target_grid(job, zones, tmp_path):
    path = str(zones / "zone33.tif")
    run_to_end(job(input=path).run())
    on_target = job(input=path, target_crs="EPSG:3035")
    beside = {"sr.gti.gpkg", "sr.collection.json", "sr.items.geojson", "sr.model.json"}
    assert {each for each in beside if (tmp_path / each).exists()} == beside
    with pytest.raises(InputError, match=r"were made with other settings \(TARGET_CRS\)"):
        run_to_end(on_target.run())
    shutil.rmtree(tmp_path / "sr.blocks")
    run_to_end(on_target.run())
    assert not [each for each in beside if (tmp_path / each).exists()]


@pytest.mark.parametrize(
    ("name", "target"), [("sr.vrt", None), ("sr.tif", None), ("sr.vrt", "EPSG:3035"), ("sr.tif", "EPSG:3035")]
)
def test_all_files_that_are_written_are_known_before(job, zones, tmp_path, name, target):
    there = {path.name for path in tmp_path.iterdir()}
    run = job(name, input=str(zones), target_crs=target)
    named = {path.rpartition(os.sep)[2] for path in run.side_files()} | {name}
    run_to_end(run.run())
    written = {path.name for path in tmp_path.iterdir()} - there
    assert {each for each in written if not each.endswith(".blocks")} <= named


def test_a_result_on_its_own_grid_does_not_replace_an_input(job, zones, tmp_path):
    shutil.copy(zones / "zone33.tif", tmp_path / "sr_native.vrt")
    with pytest.raises(InputError, match="choose another name"):
        run_to_end(job(input=str(tmp_path / "sr_native.vrt"), target_crs="EPSG:3035").run())


def test_results_of_grids_lie_where_links_lead(job, zones, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    for name in ("sr.vrt", "map.tif"):
        (tmp_path / name).symlink_to(tmp_path / "elsewhere" / name)
    asked = job(
        input=str(zones), output_consistency=str(tmp_path / "map.tif"), output_error="s3://bucket/e.tif"
    )
    runs = plan_runs(asked, group_rasters(str(zones), {"output": asked.output}))
    assert runs[0].results == {
        "output": str(tmp_path / "elsewhere" / "sr_EPSG32632.vrt"),
        "output_error": "/vsis3/bucket/e_EPSG32632.tif",
        "output_consistency": str(tmp_path / "elsewhere" / "map_EPSG32632.tif"),
    }


def test_a_search_across_the_antimeridian_is_checked(job):
    """Whose extent QGIS gives with the west in the east."""
    extent = {"bounds": [179.9, -17, -179.9, -16.8], "crs": "EPSG:4326"}
    options = {"input": None, "date_range": "2024-06", "extent": extent, "target_resolution": 10.0}
    for crs, refuses in (("EPSG:3832", False), (NORTH, True)):
        checking = choose_runs(asked := job(**options, target_crs=crs), plan_runs(asked, []))
        with pytest.raises(InputError, match="EXTENT cannot be warped") if refuses else nullcontext():
            run_to_end(checking)


def test_a_search_is_refused_before_it_is_made(job):
    extent = {"bounds": [12, 45, 12.1, 45.1], "crs": "EPSG:4326"}
    options = {"input": None, "date_range": "2024-06", "extent": extent}
    for crs, says in (
        ("EPSG:4326", "set TARGET_RESOLUTION"),
        (NOWHERE, "EXTENT cannot be warped to TARGET_CRS"),
    ):
        with pytest.raises(InputError, match=says):
            run_to_end(job(**options, target_crs=crs).run())


@pytest.mark.parametrize("given", ["", "zone33.tif"])
def test_a_system_that_does_not_hold_the_place_is_refused_before_it_is_computed(job, zones, tmp_path, given):
    with pytest.raises(InputError, match=r"zone3.\.tif cannot be warped to TARGET_CRS"):
        run_to_end(job(input=str(zones / given), target_crs=NOWHERE).run())
    assert not list(tmp_path.glob("sr*"))


def test_nothing_is_written_for_an_extent_elsewhere(job, zones, tmp_path):
    far = {"bounds": [0, 0, 1000, 1000], "crs": "EPSG:32632"}
    for options in ({}, {"target_crs": "EPSG:3035"}):
        with pytest.raises(NoOverlapError, match=r"No raster in .*scenes lies in EXTENT"):
            run_to_end(job(input=str(zones), extent=far, **options).run())
    assert not list(tmp_path.glob("sr*")) and not list(tmp_path.glob(".finer*"))
