"""A product of Sentinel-2, from the real qgis_process to ten bands at 10 m."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio

from ..core.support.sentinel2_products import EASTING, NORTHING, reflectance, write_product
from ..core.support.small_packages import fusion_package

BANDS = ("B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B11", "B12")
PLACE = f"{EASTING + 200},{EASTING + 600},{NORTHING - 600},{NORTHING - 200} [EPSG:32633]"


@pytest.fixture
def model(tmp_path):
    path = tmp_path / "fusion.srpk"
    fusion_package().save(path)
    return path


def test_a_layer_of_a_product_as_it_was_downloaded(qgis, tmp_path, model):
    product = write_product(tmp_path, "2A", baseline="05.09", zipped=True)
    layer = f"SENTINEL2_L2A:/vsizip/{product}/{product.stem}.SAFE/MTD_MSIL2A.xml:20m:EPSG_32633"
    outcome = qgis.run(
        "sharpen_sentinel2", INPUT=layer, EXTENT=PLACE, MODEL=model, OUTPUT=tmp_path / "out.tif",
        OUTPUT_RGB=tmp_path / "rgb.tif",
    )  # fmt: skip
    assert outcome.results["BANDS"] == ", ".join(BANDS)
    assert outcome.results["SCENE"] == product.stem
    with rasterio.open(outcome.results["OUTPUT"]) as result:
        assert result.descriptions == BANDS
        assert (result.transform.c, result.transform.f, result.shape) == (
            EASTING + 200,
            NORTHING - 200,
            (40, 40),
        )
        for band in ("B02", "B03", "B04", "B08"):
            own = result.read(BANDS.index(band) + 1)
            np.testing.assert_array_equal(own, reflectance(band)[20:60, 20:60])
    with rasterio.open(outcome.results["OUTPUT_RGB"]) as quicklook:
        assert (quicklook.dtypes[0], quicklook.count, quicklook.shape) == ("uint8", 3, (40, 40))


def test_half_a_product_is_refused(qgis, tmp_path, model):
    product = write_product(tmp_path, leave_out=["B11_20m"])
    outcome = qgis.run("sharpen_sentinel2", INPUT=product, MODEL=model, OUTPUT=tmp_path / "out.tif")
    assert "lacks 1 of its files (T33UUB_20220610T101031_B11_20m.jp2): download" in outcome.refusal
    assert not (tmp_path / "out.tif").exists()
    assert not list(tmp_path.glob(".finer-*"))
