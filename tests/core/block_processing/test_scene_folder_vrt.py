"""Inputs that are several files: VRTs, tile indexes and folders of scenes."""

from __future__ import annotations

import os
import shutil

import numpy as np
import pytest
import rasterio
import rasterio.shutil

from sr_core.errors import InputError
from sr_core.progress import run_to_end


def test_a_changed_source_of_a_mosaic_is_refused(job, values, tmp_path):
    """Of a VRT and of a tile index themselves nothing changes with their rasters."""
    run_to_end(job("first.vrt").run())
    for name in ("first.vrt", "first.gti.gpkg"):
        asked = {"input": str(tmp_path / name), "block_size": 512}
        run_to_end(job("second.vrt", **asked).run())
        os.utime(tmp_path / "first.blocks" / "r0001" / "c0001.tif", (1, len(name)))
        with pytest.raises(InputError, match=r"other settings \(INPUT_FILES\)"):
            run_to_end(job("second.vrt", **asked).run())
        shutil.rmtree(tmp_path / "second.blocks")


def test_a_tile_index_is_an_input_as_its_mosaic_is(job, tmp_path, pixels_of):
    run_to_end(job("first.vrt").run())
    for name in ("first.vrt", "first.gti.gpkg"):
        run_to_end(job(f"of_{name[6:9]}.tif", input=str(tmp_path / name), block_size=512).run())
    np.testing.assert_array_equal(pixels_of("of_gti.tif"), pixels_of("of_vrt.tif"))


def blocks_in(folder):
    return {path.name: path.stat().st_mtime_ns for path in folder.glob("r*/c*.*")}


def cut_scenes(source, folder, windows):
    """Write parts of a raster as scenes of a folder, with pixels of nodata where the next scene covers them."""
    folder.mkdir()
    with rasterio.open(source) as dataset:
        for number, (top, bottom, left, right) in enumerate(windows):
            window = rasterio.windows.Window.from_slices((top, bottom), (left, right))
            profile = {**dataset.profile, "width": right - left, "height": bottom - top}
            profile["transform"] = dataset.window_transform(window)
            with rasterio.open(folder / f"s{number}.tif", "w", **profile) as scene:
                scene.write(dataset.read(window=window))
                scene.descriptions = dataset.descriptions


SCENES = [(0, 150, 60, 170), (0, 80, 0, 90), (70, 150, 0, 100)]
"""Rows and columns, which overlap and lie left and right of the first; together all of the raster."""


def test_a_folder_of_scenes_is_their_mosaic(job, values, tmp_path, pixels_of):
    cut_scenes(values()["input"], tmp_path / "scenes", SCENES)
    run_to_end(job("whole.tif", block_size=None).run())
    for name in ("sr.vrt", "sr.tif"):
        run_to_end(job(name, input=str(tmp_path / "scenes")).run())
        np.testing.assert_array_equal(pixels_of(name), pixels_of("whole.tif"))
    before = blocks_in(tmp_path / "sr.blocks")
    run_to_end(job(input=str(tmp_path / "scenes")).run())
    assert blocks_in(tmp_path / "sr.blocks") == before and not list(tmp_path.glob(".finer*"))


@pytest.mark.parametrize("dtype", ["uint16", "float32"])
def test_what_no_scene_covers_has_no_data_though_none_is_declared(job, make_raster, tmp_path, dtype):
    """Else it would be black, and valid."""
    whole = make_raster("whole.tif", size=(150, 170), dtype=dtype, nodata=None)
    cut_scenes(whole, tmp_path / "scenes", [(0, 80, 0, 90), (70, 150, 80, 170)])
    run_to_end(job("sr.tif", input=str(tmp_path / "scenes"), gain=[1e-4], offset=[0]).run())
    with rasterio.open(tmp_path / "sr.tif") as dataset:
        valid = dataset.dataset_mask() > 0
    scale = valid.shape[0] // 150
    assert not valid[: 60 * scale, 100 * scale :].any() and not valid[90 * scale :, : 70 * scale].any()
    assert valid[: 70 * scale, : 80 * scale].all() and valid[80 * scale :, 90 * scale :].all()


def test_a_scene_without_data_hides_none_below(job, values, tmp_path, pixels_of):
    cut_scenes(values()["input"], tmp_path / "scenes", [(0, 150, 0, 170), (0, 70, 30, 120)])
    with rasterio.open(tmp_path / "scenes" / "s1.tif", "r+") as above:
        above.write(np.zeros((2, 70, 90), "uint16"))
    run_to_end(job("whole.tif", block_size=None).run())
    run_to_end(job(input=str(tmp_path / "scenes")).run())
    np.testing.assert_array_equal(pixels_of("sr.vrt"), pixels_of("whole.tif"))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"nodata": 7}, r"s1\.tif and s0\.tif differ in bands, data type, nodata, scale or offset"),
        ({"offsets": (-0.1, -0.1)}, "differ in bands, data type, nodata, scale or offset"),
    ],
)
def test_scenes_that_make_no_mosaic_are_refused_in_one_sentence(job, values, tmp_path, change, says):
    cut_scenes(values()["input"], tmp_path / "scenes", SCENES[:2])
    with rasterio.open(tmp_path / "scenes" / "s1.tif") as scene:
        profile, pixels = {**scene.profile, **change}, scene.read()
    offsets = profile.pop("offsets", (0, 0))
    with rasterio.open(tmp_path / "scenes" / "s1.tif", "w", **profile) as scene:
        scene.write(pixels)
        scene.offsets = offsets
    with pytest.raises(InputError, match=says):
        run_to_end(job(input=str(tmp_path / "scenes")).run())


def test_a_vrt_among_the_scenes_is_refused(job, values, tmp_path):
    cut_scenes(values()["input"], tmp_path / "scenes", SCENES)
    rasterio.shutil.copy(tmp_path / "scenes" / "s0.tif", tmp_path / "scenes" / "all.vrt", driver="VRT")
    with pytest.raises(InputError, match=r"all\.vrt is a VRT: take it out of the folder"):
        run_to_end(job(input=str(tmp_path / "scenes")).run())


def test_a_result_among_its_scenes_is_refused(job, values, tmp_path):
    cut_scenes(values()["input"], tmp_path / "scenes", SCENES)
    with pytest.raises(InputError, match="lies among the rasters of INPUT"):
        run_to_end(job("scenes/sr.vrt", input=str(tmp_path / "scenes")).run())


@pytest.mark.parametrize("field", ["output_uncertainty", "output_error", "output_consistency"])
def test_a_map_among_its_scenes_is_refused(job, values, tmp_path, field):
    """It would be one of them in the next run."""
    cut_scenes(values()["input"], tmp_path / "scenes", SCENES)
    path = str(tmp_path / "scenes" / "map.tif")
    with pytest.raises(InputError, match=rf"^{field.upper()} .*map\.tif lies among the rasters of INPUT"):
        run_to_end(job(input=str(tmp_path / "scenes"), **{field: path}).run())
