"""One 8-bit image becomes pairs with a satellite scene, asked for through QGIS, on real land."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.enums import Resampling
from rasterio.warp import calculate_default_transform, reproject
from rasterio.windows import Window

from ..core.support.local_servers import StacApi, Web, item

SCENE = Path(__file__).parents[3] / "shared/data/sentinel2/s2_20210527_aberystwyth_10band_x1000.tif"
SIDE = 420
ASSETS = {"B04": 3, "B03": 2, "B02": 1}
"""Bands of the file."""


@pytest.fixture
def catalogue_and_image(tmp_path):
    """A catalogue of a scene in the British grid, its lower left corner under clouds, and an 8-bit image of its middle in
    another coordinate system, of 2.5 m; where the clouds are, in the scene's grid."""
    if not SCENE.is_file():
        pytest.skip("needs ../shared/data")
    with rasterio.open(SCENE) as source:
        window = Window(200, 200, SIDE, SIDE)
        pixels = (
            source.read(list(ASSETS.values()), window=window).astype("float64") * 10
        )  # reflectance × 10,000
        transform, crs = source.window_transform(window), source.crs
    web, hrefs = Web(), {}
    classes = np.full((SIDE // 2, SIDE // 2), 4, "uint8")
    classes[150:, :60] = 9
    for name, values, size in (
        *zip(ASSETS, np.rint(pixels).astype("uint16"), [1] * 3, strict=True),
        ("SCL", classes, 2),
    ):
        with rasterio.open(
            tmp_path / f"{name}.tif", "w", driver="GTiff", width=values.shape[1], height=values.shape[0], count=1,
            dtype=values.dtype, crs=crs, transform=transform * Affine.scale(size), tiled=True, blockxsize=256, blockysize=256,
        ) as file:  # fmt: skip
            file.write(values, 1)
        hrefs[name] = web.holds(tmp_path / f"{name}.tif", f"{name}.tif")
    bounds = rasterio.transform.array_bounds(SIDE, SIDE, transform)
    from_utm = rasterio.warp.transform_bounds(crs, "EPSG:32633", *bounds)  # in which `item` wants them
    api = StacApi(
        tmp_path, [item("clear", hrefs, bounds=from_utm), item("cloudy", hrefs, cloud=60.0, bounds=from_utm)]
    )
    inner = (bounds[0] + 300, bounds[1] + 300, bounds[2] - 300, bounds[3] - 300)
    place, width, height = calculate_default_transform(crs, "EPSG:32630", SIDE, SIDE, *inner, resolution=2.5)
    fine = np.zeros((3, height, width))
    reproject(
        pixels, fine, src_transform=transform, src_crs=crs, dst_transform=place, dst_crs="EPSG:32630",
        resampling=Resampling.cubic,
    )  # fmt: skip
    with rasterio.open(
        tmp_path / "vhr.tif", "w", driver="GTiff", width=width, height=height, count=3, dtype="uint8", crs="EPSG:32630",
        transform=place,
    ) as file:  # fmt: skip
        file.write(np.rint(fine / 16).clip(0, 255).astype("uint8"))
    yield api.address, tmp_path / "vhr.tif"
    api.close()
    web.close()


def test_an_image_and_a_scene_become_a_training_set(qgis, catalogue_and_image, tmp_path):
    api, image = catalogue_and_image
    outcome = qgis.run(
        "export_tiles", INPUT=image, STAC_COLLECTION="sentinel-2-l2a", STAC_API=api, DATE_RANGE="2021-05-01/2021-08-31",
        ASSETS="B04,B03,B02", HARMONISE="linear", ALIGN="true", SCALE=4, TILE_SIZE=128, STRIDE=64,
        OUTPUT=tmp_path / "tiles",
    )  # fmt: skip
    assert all(int(outcome.results[f"N_{split}"]) > 5 for split in ("TRAIN", "VAL", "TEST"))
    assert "Chosen: clear of 2021-06-20" in outcome.output and "clear is reprojected into" in outcome.output
    assert "are left out, having too few valid pixels" in outcome.output
    info = json.loads((tmp_path / "tiles/tileset.json").read_text())
    assert (info["dtype"], info["bands"], info["lr_source"]) == ("uint16", ["B04", "B03", "B02"], "clear")
    off, spread = [], []
    for path in (tmp_path / "tiles/test/lr").iterdir():
        with rasterio.open(path) as lr, rasterio.open(path.parents[1] / "hr" / path.name) as hr:
            coarse, fine = lr.read().astype(float), hr.read().astype(float)
        means = fine.reshape(3, 32, 4, 32, 4).mean(axis=(2, 4))
        off.append(np.abs(means - coarse)[:, 2:-2, 2:-2].mean())
        spread.append(coarse.std())
    assert np.mean(off) < 0.15 * np.mean(spread)


def test_a_search_without_dates_is_one_sentence(qgis, catalogue_and_image, tmp_path):
    api, image = catalogue_and_image
    refusal = qgis.run(
        "export_tiles", INPUT=image, STAC_COLLECTION="sentinel-2-l2a", STAC_API=api, OUTPUT=tmp_path / "tiles"
    ).refusal
    assert refusal.startswith("STAC_COLLECTION needs DATE_RANGE")
