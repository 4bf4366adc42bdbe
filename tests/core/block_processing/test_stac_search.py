"""The scenes that a STAC search finds, in two UTM zones, as inputs in blocks: by GDAL's driver STACIT, one for each zone."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import numpy as np
import pytest
import rasterio
from affine import Affine

from sr_core.errors import InputError
from sr_core.progress import run_to_end
from sr_core.raster.input_files import files_of

from ..support import local_servers
from ..support.local_servers import StacApi, item

GRIDS = {
    32632: Affine(10, 0, 734_000, 0, -10, 5_000_000),
    32633: Affine(10, 0, 264_000, 0, -10, 5_000_000),
}
"""Of each zone; they lie side by side, at 12° east."""

COLS, ROWS, SIDE, STEP = 5, 4, 40, 34
"""Forty scenes, which overlap by six pixels."""


@pytest.fixture
def search(tmp_path, monkeypatch):
    """Write scenes of two bands, and what a search for them finds as items.json; return the pixels (b, h, w) of each zone,
    where later scenes lie above."""
    rng, items, whole = np.random.default_rng(0), [], {}
    for zone, grid in GRIDS.items():
        monkeypatch.setattr(local_servers, "CRS", f"EPSG:{zone}")
        whole[zone] = np.zeros((2, (ROWS - 1) * STEP + SIDE, (COLS - 1) * STEP + SIDE), "uint16")
        for number in range(ROWS * COLS):
            row, col = divmod(number, COLS)
            transform = grid * Affine.translation(col * STEP, row * STEP)
            pixels = rng.integers(1000, 3000, (2, SIDE, SIDE), "uint16")
            pixels[:, :5, :3] = 0  # where what lies below is seen
            place = np.s_[:, row * STEP : row * STEP + SIDE, col * STEP : col * STEP + SIDE]
            whole[zone][place] = np.where(pixels, pixels, whole[zone][place])
            hrefs = {}
            for band, values in zip(("B04", "B08"), pixels, strict=True):
                hrefs[band] = str(tmp_path / f"{zone}_{number}_{band}.tif")
                profile = {"width": SIDE, "height": SIDE, "count": 1, "dtype": "uint16", "nodata": 0}
                with rasterio.open(
                    hrefs[band], "w", driver="GTiff", crs=f"EPSG:{zone}", transform=transform, **profile
                ) as dataset:
                    dataset.write(values, 1)
            west, north = transform.c, transform.f
            bounds = (west, north - 10 * SIDE, west + 10 * SIDE, north)
            when = f"2021-06-{1 + number:02}T10:00:00Z"
            found = item(f"s{zone}_{number}", hrefs, when, bounds=bounds)
            found["stac_extensions"] = ["https://stac-extensions.github.io/projection/v1.1.0/schema.json"]
            found["properties"] |= {
                "proj:epsg": zone,
                "proj:shape": [SIDE, SIDE],
                "proj:transform": list(transform)[:6],
            }
            items.append(found)
    api = StacApi(tmp_path, items)
    try:
        command = [sys.executable, "-m", "pystac_client.cli", "search", api.address, "-c", "sentinel-2-l2a"]
        options = ["--datetime", "2021-06-01/2021-06-30", "--save", str(tmp_path / "items.json")]
        subprocess.run([*command, *options], check=True)
    finally:
        api.close()
    assert len(json.loads((tmp_path / "items.json").read_text())["features"]) == 40
    return whole


needs_gdal = pytest.mark.skipif(not shutil.which("gdalbuildvrt"), reason="programs of GDAL")


def name_of(tmp_path, zone, band):
    return f'STACIT:"{tmp_path / "items.json"}":asset={band},crs=EPSG_{zone}'


def test_each_zone_is_a_raster_of_its_own(search, tmp_path):
    for zone, grid in GRIDS.items():
        for band, expected in zip(("B04", "B08"), search[zone], strict=True):
            with rasterio.open(name_of(tmp_path, zone, band)) as dataset:
                assert dataset.crs == f"EPSG:{zone}" and dataset.transform == grid
                np.testing.assert_array_equal(dataset.read(1), expected)


def stack(tmp_path, zone):
    """Return a VRT of the bands of a zone."""
    names = [name_of(tmp_path, zone, band) for band in ("B04", "B08")]
    target = str(tmp_path / f"zone{zone}.vrt")
    subprocess.run(["gdalbuildvrt", "-q", "-separate", target, *names], check=True)
    return target


def write_as_file(mosaic, pixels):
    """Write the pixels of a VRT as a file of its grid; return its path."""
    with rasterio.open(mosaic) as dataset:
        profile = {**dataset.profile, "driver": "GTiff"}
    target = mosaic.replace(".vrt", ".tif")
    with rasterio.open(target, "w", **profile) as dataset:
        dataset.write(pixels)
    return target


@needs_gdal
def test_bands_of_a_zone_in_blocks_are_the_run_on_a_file(search, job, tmp_path, pixels_of):
    zone = 32633
    source = stack(tmp_path, zone)
    run_to_end(job("whole.tif", input=write_as_file(source, search[zone]), block_size=None).run())
    run_to_end(job(input=source).run())
    np.testing.assert_array_equal(pixels_of("sr.vrt"), pixels_of("whole.tif"))
    # A scene that has changed since is noticed.
    scenes = {file for file in files_of(source) if f"{zone}_" in file}
    assert len(scenes) == 40
    with rasterio.open(tmp_path / f"{zone}_7_B08.tif", "r+") as dataset:
        dataset.update_tags(TIFFTAG_DATETIME="2021:06:30 00:00:00" * 3)
    with pytest.raises(InputError, match=r"other settings \(INPUT_FILES\)"):
        run_to_end(job(input=source).run())


@needs_gdal
def test_zones_on_one_stated_grid_in_blocks_are_the_run_on_a_file(search, job, tmp_path, pixels_of):
    warped = []
    for zone in GRIDS:
        warped.append(str(tmp_path / f"on33_{zone}.vrt"))
        options = ["-t_srs", "EPSG:32633", "-tr", "10", "10", "-tap", "-r", "cubic", "-of", "VRT"]
        subprocess.run(["gdalwarp", "-q", *options, stack(tmp_path, zone), warped[-1]], check=True)
    both = str(tmp_path / "both.vrt")
    subprocess.run(["gdalbuildvrt", "-q", both, *warped], check=True)
    with rasterio.open(both) as dataset:
        pixels, grid = dataset.read(), dataset.transform
    assert (
        grid.c % 10 == grid.f % 10 == 0 and (pixels[:, :, :80] > 0).any() and (pixels[:, :, -80:] > 0).any()
    )
    run_to_end(job("whole.tif", input=write_as_file(both, pixels), block_size=None).run())
    run_to_end(job(input=both).run())
    np.testing.assert_array_equal(pixels_of("sr.vrt"), pixels_of("whole.tif"))


@needs_gdal
def test_a_zone_on_the_grid_of_another_is_the_run_on_a_file(search, job, tmp_path, pixels_of):
    """Its scenes are super-resolved on their own grid, and the result is warped."""
    zone, target = GRIDS
    source = stack(tmp_path, zone)
    asked = {"target_crs": f"EPSG:{target}", "target_resolution": 5}
    run_to_end(job("whole.tif", input=write_as_file(source, search[zone]), **asked).run())
    run_to_end(job(input=source, **asked).run())
    np.testing.assert_array_equal(pixels_of("sr.vrt"), pixels_of("whole.tif"))
    with rasterio.open(tmp_path / "sr.vrt") as dataset:
        assert dataset.crs == f"EPSG:{target}" and dataset.res == (5, 5)
        assert dataset.bounds.left < GRIDS[target].c  # west of what that zone has
