"""Images that the models that come with Finer learn from: NAIP's with names of bands, and Sentinel-2's scenes in pieces."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import rasterio
from affine import Affine

from benchmarks._naip_tiles import DATA

COLOURS = ("Red", "Green", "Blue", "NIR")
SENTINEL2_BANDS = ("B04", "B03", "B02", "B08")
SCENES = {
    "s2_20210527_aberystwyth_10band_x1000.tif": ((3, 2, 1, 7), 10),
    "s2_ftw_inn_2dates_8band.tif": ((1, 2, 3, 4), 1),
    "s2_ftw_inn_2dates_8band.tif#2": ((5, 6, 7, 8), 1),
    "s2_l1c_T33UUB_10m_B04_B03_B02_B08.tif": ((1, 2, 3, 4), 1),
}
"""Scenes of Sentinel-2: their bands in the order of `SENTINEL2_BANDS`, and what takes pixels to reflectance × 10,000."""

CHIP = 184
"""Side in pixels of the images that scenes are divided into: two by two tiles."""


def prepare_images(source: Iterable[Path], target: Path) -> Path:
    """Copy NAIP's images, which name no bands, with their names; images of a place follow one another.

    So the splits of an export, which are runs of images, have no place in common but where they meet.
    """
    if target.exists():
        return target
    unfinished = target.with_name(target.name + "_unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    for path in (each for folder in source for each in sorted(folder.glob("*.tif"))):
        town, year, number = path.stem.rsplit("_", 2)
        copy = unfinished / f"{town}_{int(number):03}_{year}.tif"
        shutil.copy(path, copy)
        with rasterio.open(copy, "r+") as raster:
            raster.descriptions = COLOURS
    return unfinished.rename(target)


def prepare_scenes(target: Path) -> Path:
    """Cut Sentinel-2's scenes into images of the same bands and units; those of a place follow one another."""
    if target.exists():
        return target
    unfinished = target.with_name(target.name + "_unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    for key, (bands, factor) in SCENES.items():
        file, _, date = key.partition("#")
        with rasterio.open(DATA / "sentinel2" / file) as raster:
            pixels = raster.read(bands) * np.uint16(factor)
            profile = {**raster.profile, "count": len(bands), "width": CHIP, "height": CHIP, "nodata": None}
            for row in range(0, raster.height - CHIP + 1, CHIP):
                for col in range(0, raster.width - CHIP + 1, CHIP):
                    place = Affine.translation(col, row)
                    chip = unfinished / f"{Path(file).stem}_{row:04}_{col:04}_{date or 1}.tif"
                    with rasterio.open(
                        chip, "w", **{**profile, "transform": raster.transform * place}
                    ) as made:
                        made.write(pixels[:, row : row + CHIP, col : col + CHIP])
                        made.descriptions = SENTINEL2_BANDS
    return unfinished.rename(target)
