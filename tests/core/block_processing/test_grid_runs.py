"""Rasters of several pixel grids: each is super-resolved on its own, and the results make a mosaic on a stated grid."""

from __future__ import annotations

import json
import shutil
import subprocess
from contextlib import closing

import numpy as np
import pytest
import rasterio
import rasterio.warp
from affine import Affine

from sr_core.block_processing.block_computer import BlockComputer
from sr_core.errors import InputError, NoOverlapError, SrError
from sr_core.jobs import Log
from sr_core.progress import run_to_end

from ..conftest import textured_pixels

needs_gdal = pytest.mark.skipif(not shutil.which("gdalwarp"), reason="needs GDAL's programs")

EXACT = ["-et", "0", "-wo", "UNIFIED_SRC_NODATA=NO", "-wo", "XSCALE=1", "-wo", "YSCALE=1"]
"""Options of gdalwarp: each pixel is located by itself, each band has gaps of its own, and kernels are those of the same
pixel size, which GDAL otherwise finds out for each part that it warps at a time."""


def lines(work):
    return [step.text.format(**step.values) for step in work if isinstance(step, Log)]


def warp(target, mosaic, sources, *options):
    """Return the pixels that gdalwarp makes of rasters on the grid of a mosaic, which must hold all that gdalwarp gives.

    Where the edges of a warped raster lie, GDAL's programs and its warped VRTs estimate each in their own way.
    """
    size = [str(mosaic.transform.a)] * 2
    grid = ["-t_srs", mosaic.crs.to_string(), "-tr", *size, "-tap"]
    fixed = ["gdalwarp", "-q", "-r", "cubic", *grid, *EXACT, *options]
    subprocess.run([*fixed, *map(str, sources), f"{target}.own.tif"], check=True)
    with rasterio.open(f"{target}.own.tif") as own:
        np.testing.assert_allclose(own.bounds, mosaic.bounds, atol=1.01 * mosaic.transform.a)
        anywhere = own.read()
    bounds = map(str, mosaic.bounds)
    subprocess.run([*fixed, "-te", *bounds, *map(str, sources), str(target)], check=True)
    with rasterio.open(target) as dataset:
        assert dataset.transform == mosaic.transform
        pixels = dataset.read()
    for found, own in zip(pixels, anywhere, strict=True):
        assert (found > 0).sum() == (own > 0).sum()
    return pixels


def require_alike(found, wanted):
    """Require that two warped rasters are the same but for the rounding of where GDAL interpolates a pixel."""
    difference = np.abs(found.astype(float) - wanted)
    assert (difference > 1).mean() < 1e-3 and (difference > 0).mean() < 0.2


@pytest.mark.parametrize("suffix", ["vrt", "tif"])
def test_each_zone_has_the_result_of_its_own_run(job, zones, tmp_path, pixels_of, suffix):
    said = lines(job(f"sr.{suffix}", input=str(zones)).run())
    names = f"sr_EPSG32632.{suffix}, sr_EPSG32633.{suffix}"
    assert any(f"lie on 2 pixel grids, so that there are as many results: {names}." in line for line in said)
    for zone in ("32", "33"):
        run_to_end(job("alone.tif", input=str(zones / f"zone{zone}.tif"), block_size=None).run())
        np.testing.assert_array_equal(pixels_of(f"sr_EPSG326{zone}.{suffix}"), pixels_of("alone.tif"))
    assert not (tmp_path / f"sr.{suffix}").exists() and not list(tmp_path.glob(".finer*"))


def test_grids_of_one_system_are_numbered(job, zones, tmp_path, make_raster):
    with rasterio.open(zones / "zone33.tif") as dataset:
        shifted = dataset.transform * Affine.translation(0.5, 0.5)
        pixels = dataset.read()
    shutil.move(make_raster("x.tif", pixels, crs="EPSG:32633", transform=shifted, nodata=0), zones / "b.tif")
    run_to_end(job(input=str(zones)).run())
    assert {path.name for path in tmp_path.glob("sr*.vrt")} == {
        "sr_EPSG32633.vrt",
        "sr_EPSG32633_2.vrt",
        "sr_EPSG32632.vrt",
    }


@needs_gdal
def test_the_mosaic_is_what_gdalwarp_makes_of_the_results(job, zones, tmp_path, pixels_of):
    result = run_to_end(job(input=str(zones), target_crs="EPSG:32633").run())
    native = [tmp_path / "sr_EPSG32632.vrt", tmp_path / "sr_EPSG32633.vrt"]
    with rasterio.open(tmp_path / "sr.vrt") as mosaic:
        assert (mosaic.transform.a, mosaic.crs.to_epsg(), mosaic.nodata) == (5, 32633, 0)
        with rasterio.open(native[0]) as first:
            assert mosaic.descriptions == first.descriptions
        assert (mosaic.width, mosaic.height) == (result.width, result.height)
        found = mosaic.read()
        # The zone that the grid is that of lies above, and is not resampled.
        with rasterio.open(native[1]) as own:
            window = mosaic.window(*own.bounds)
            pixels = own.read()
        inside = mosaic.read(window=window)
        np.testing.assert_array_equal(inside[pixels > 0], pixels[pixels > 0])
        require_alike(found, warp(tmp_path / "wanted.tif", mosaic, native))
    # The gap of the upper result shows the lower one, and those of both are no data.
    top, left = round(window.row_off), round(window.col_off)
    gap = found[:, top + 80 : top + 120, left + 60 : left + 100]
    assert (found == 0).any() and (gap > 0).any()
    # All lies in the same folder, and may move with it.
    shutil.copytree(tmp_path, tmp_path.parent / "moved")
    with rasterio.open(tmp_path.parent / "moved" / "sr.vrt") as moved:
        shutil.rmtree(tmp_path / "sr_EPSG32632.blocks")
        np.testing.assert_array_equal(moved.read(), found)


@needs_gdal
def test_one_file_is_the_mosaic(job, zones, tmp_path, pixels_of):
    options = {"input": str(zones), "target_crs": "EPSG:3035", "target_resolution": 8.0}
    run_to_end(job(**options).run())
    run_to_end(job("sr.tif", **options).run())
    np.testing.assert_array_equal(pixels_of("sr.tif"), pixels_of("sr.vrt"))
    with rasterio.open(tmp_path / "sr.tif") as dataset:
        assert dataset.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert (dataset.transform.a, dataset.transform.c % 8, dataset.transform.f % 8) == (8, 0, 0)
        assert dataset.crs.to_epsg() == 3035 and dataset.nodata == 0
    assert not list(tmp_path.glob(".finer*"))


@needs_gdal
@pytest.mark.parametrize(
    ("dtype", "masked", "name"),
    [
        ("uint8", True, "sr.tif"),
        ("int16", False, "sr.vrt"),
        ("float32", True, "sr.vrt"),
        ("float32", False, "sr.vrt"),
    ],
)
def test_a_raster_without_nodata_is_warped_with_a_mask(
    job, make_raster, make_model, tmp_path, dtype, masked, name
):
    mask = np.full((60, 70), 255, "uint8")
    mask[20:30, 30:50] = 0
    path = make_raster("one.tif", textured_pixels(2, 60, 70, dtype), mask=mask if masked else None)
    options = {"input": str(path), "model": str(make_model(dtype=dtype)), "target_crs": "EPSG:3035"}
    run_to_end(job("alone.tif", **{**options, "target_crs": None}).run())
    run_to_end(job(name, **options, target_resolution=5.0).run())
    if name.endswith(".vrt"):
        with (
            rasterio.open(tmp_path / "sr_native.vrt") as native,
            rasterio.open(tmp_path / "alone.tif") as alone,
        ):
            np.testing.assert_array_equal(native.read(), alone.read())
    nodata = ["-srcnodata", "nan", "-dstnodata", "nan"] if dtype == "float32" else []
    with rasterio.open(tmp_path / name) as mosaic:
        assert mosaic.transform.a == 5 and mosaic.dtypes == (dtype, dtype)
        wanted = warp(tmp_path / "wanted.tif", mosaic, [tmp_path / "alone.tif"], *(nodata or ["-dstalpha"]))
        valid = mosaic.dataset_mask() > 0
        known = np.isfinite(wanted[0]) if nodata else wanted[2] > 0
        assert (valid != known).mean() < 1e-3 and valid[60, 70] != masked and not valid.all()
        both = np.broadcast_to(valid & known, mosaic.read().shape)
        atol = 1e-4 if dtype == "float32" else 1
        np.testing.assert_allclose(mosaic.read()[both], wanted[:2][both], atol=atol)


def test_a_stopped_run_goes_on_and_gives_the_same(job, zones, tmp_path, pixels_of):
    options = {"input": str(zones), "target_crs": "EPSG:32633"}
    with closing(job(**options).run()) as work:
        while not list(tmp_path.glob("sr_EPSG32633.blocks/r*/c*.*")):
            next(work)
    blocks = {path: path.stat().st_mtime_ns for path in tmp_path.glob("sr_*.blocks/r*/c*.*")}
    assert not (tmp_path / "sr.vrt").exists()
    said = lines(job(**options).run())
    assert sum("and 0 are computed now" in line for line in said) == 1
    assert {path: path.stat().st_mtime_ns for path in blocks} == blocks
    found = pixels_of("sr.vrt")
    run_to_end(job("other.vrt", **options).run())
    np.testing.assert_array_equal(found, pixels_of("other.vrt"))
    # The target grid is no setting of the blocks: with another one nothing is computed again.
    said = lines(job(**{**options, "target_crs": "EPSG:3035"}).run())
    assert sum("and 0 are computed now" in line for line in said) == 2


def test_parts_make_one_mosaic(job, zones, tmp_path, pixels_of):
    options = {"input": str(zones), "target_crs": "EPSG:32633"}
    run_to_end(job("whole.vrt", **options).run())
    run_to_end(job(part="2/2", **options).run())
    assert not (tmp_path / "sr.vrt").exists()
    run_to_end(job(part="1/2", **options).run())
    np.testing.assert_array_equal(pixels_of("sr.vrt"), pixels_of("whole.vrt"))


def test_blocks_that_fail_in_one_zone_do_not_stop_the_other(job, zones, tmp_path, monkeypatch, pixels_of):
    compute = BlockComputer.compute

    def fail(self, block):
        if "EPSG32632" in str(self.folders[0].path) and block.name == failing:
            raise RuntimeError("no memory")
        return (yield from compute(self, block))

    options = {"input": str(zones), "target_crs": "EPSG:32633"}
    run_to_end(job("whole.vrt", **options).run())
    (first, *_) = sorted((tmp_path / "whole_EPSG32632.blocks").glob("r*/c*.tif"))
    failing = f"{first.parent.name}{first.stem}"
    monkeypatch.setattr(BlockComputer, "compute", fail)
    for name in ("sr.vrt", "sr.tif"):
        with pytest.raises(
            SrError, match=rf"1 of \d blocks could not be computed. Block {failing}: no memory"
        ):
            run_to_end(job(name, **options).run())
    assert not (tmp_path / "sr.tif").exists()
    assert (pixels_of("sr.vrt") > 0).sum() < (pixels_of("whole.vrt") > 0).sum()
    monkeypatch.undo()
    run_to_end(job("sr.tif", **options).run())
    np.testing.assert_array_equal(pixels_of("sr.tif"), pixels_of("whole.vrt"))


def test_zones_outside_the_extent_are_left_out(job, zones, tmp_path):
    with rasterio.open(zones / "zone32.tif") as dataset:
        left, _, _, top = dataset.bounds
    extent = {"bounds": [left, top - 300, left + 300, top], "crs": "EPSG:32632"}
    shutil.copy(
        zones / "zone33.tif", tmp_path / "sr_EPSG32633.vrt"
    )  # of an earlier run, of which nothing is taken
    run_to_end(job(input=str(zones), extent=extent, target_crs="EPSG:32632").run())
    with rasterio.open(tmp_path / "sr.vrt") as mosaic:
        assert (mosaic.width, mosaic.height) == (60, 60)
    (tmp_path / "sr_EPSG32633.vrt").unlink()
    said = lines(job(input=str(zones), extent=extent).run())
    assert "No raster of EPSG32633 lies in EXTENT." in said
    assert (tmp_path / "sr_EPSG32632.vrt").exists() and not (tmp_path / "sr_EPSG32633.blocks").exists()
    far = {"bounds": [0, 0, 1000, 1000], "crs": "EPSG:32632"}
    with pytest.raises(NoOverlapError):
        run_to_end(job("far.vrt", input=str(zones), extent=far).run())


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"target_crs": "EPSG:99999999"}, "TARGET_CRS is EPSG:99999999, which is no coordinate"),
        ({"target_resolution": 5.0}, "TARGET_RESOLUTION is a size in TARGET_CRS: set that too"),
        ({"target_crs": "EPSG:4326"}, r"set TARGET_RESOLUTION, the pixel size in units of TARGET_CRS \(degree\)"),
        ({"target_crs": "EPSG:3035", "output_consistency": "c.tif"}, "OUTPUT_CONSISTENCY belong to the pixels"),
        ({"target_crs": "EPSG:3035", "output": "sr.tif", "part": "1/2"}, "let OUTPUT end in .vrt"),
        ({"extent": {"bounds": [0, 0, 1, 1]}}, "EXTENT has no coordinate reference system"),
    ],
)  # fmt: skip
def test_what_makes_no_mosaic_is_refused_before_it_is_computed(job, zones, tmp_path, options, says):
    for name in ("output", "output_consistency"):
        if name in options:
            options = {**options, name: str(tmp_path / options[name])}
    with pytest.raises(InputError, match=says):
        run_to_end(job(**{"input": str(zones), **options}).run())
    assert not list(tmp_path.rglob("r0*"))


def test_a_raster_that_lies_nowhere_cannot_be_warped(job, make_raster):
    path = make_raster("nowhere.tif", crs=None)
    with pytest.raises(InputError, match=r"nowhere\.tif has no coordinate reference system, from which"):
        run_to_end(job(input=str(path), target_crs="EPSG:3035").run())


def test_a_run_of_one_grid_keeps_its_names_and_settings(job, zones, tmp_path):
    (zones / "zone32.tif").unlink()
    run_to_end(job(input=str(zones)).run())
    assert (tmp_path / "sr.vrt").exists() and not list(tmp_path.glob("sr_*"))
    settings = json.loads((tmp_path / "sr.blocks" / "ledger.json").read_text())["settings"]
    assert settings["input"] == str(zones) and not [name for name in settings if "target" in name]
