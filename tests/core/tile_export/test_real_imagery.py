"""Real imagery through the export job."""

from __future__ import annotations

import itertools
import re

import numpy as np
import pytest
import rasterio
import torch
from affine import Affine
from rasterio.enums import Resampling
from rasterio.windows import Window

from sr_core.datasets.lr_origin import Observed
from sr_core.datasets.splits import SPLITS

from ..support.export_runs import everything, logs, offset, refused, run


def bicubic_psnr(tiles, split="test"):
    """Mean over tiles of the PSNR of bicubic upsampling, in rounded pixels, 4 pixels of border left out."""
    values = []
    for name in tiles.require(split):
        pair = tiles.read(split, name)
        up = torch.nn.functional.interpolate(
            torch.from_numpy(pair.lr)[None],
            scale_factor=tiles.info.scale,
            mode="bicubic",
            align_corners=False,
        )[0].numpy()
        sr, hr = (tiles.info.radiometry.to_pixels(image, "uint8").astype(float) for image in (up, pair.hr))
        values.append(10 * np.log10(255**2 / ((sr - hr)[:, 4:-4, 4:-4] ** 2).mean()))
    return float(np.mean(values))


FULL = {"scale": 4, "tile_size": 256, "stride": 128}


def test_naip(tmp_path, shared_data):
    tiles, _ = run(tmp_path, input_folder=str(shared_data / "naip_0.6m_rgbn/val"), split=(0, 0, 100), **FULL)
    assert len(tiles.names("test")) == 60 and len(tiles.info.bands) == 4
    assert bicubic_psnr(tiles) == pytest.approx(25.64, abs=0.05)


def test_landsat(tmp_path, shared_data):
    path = shared_data / "landsat/l8_zion_rgbn_30m.tif"
    tiles, _ = run(tmp_path, path, scale=4, tile_size=128, stride=64)
    assert tiles.info.nodata == 65535 and tiles.info.bands[0] == "B4 red" and tiles.info.data_range == 1
    assert all(len(tiles.names(split)) >= 9 for split in SPLITS)
    with rasterio.open(path) as source:
        for _, name, hr, _ in itertools.islice(everything(tiles), 5):
            row, col = offset(name)
            assert (hr.read() == source.read(window=Window(col, row, 128, 128))).all()


def test_sentinel_2(tmp_path, shared_data):
    path = shared_data / "sentinel2/s2_20210527_aberystwyth_10band_x1000.tif"
    tiles, steps = run(tmp_path, path, scale=4, tile_size=128, stride=64, gain=(0.001,))
    assert len(tiles.info.bands) == 10 and tiles.info.nodata == 0 and tiles.info.data_range == 1
    assert 0 < tiles.info.statistics.mean[0] < 0.5 and "0.001" in logs(steps)


def test_jpeg_2000(tmp_path, shared_data):
    tiles, _ = run(tmp_path, shared_data / "sentinel2/s2_L1C_T15SWC_B01_60m.jp2", **FULL)
    assert len(tiles.names("train")) > 50 and tiles.info.dtype == "uint16"


def test_worldview_pair_is_refused(tmp_path, shared_data):
    place = shared_data / "worldview_sn6"
    refused(tmp_path, "1 bands and .* 4", place / "pan2_0.5m.tif", input_lr=str(place / "ms2_1.0m.tif"))


def test_worldview_with_an_lr_of_its_own(tmp_path, shared_data, make_raster):
    """The 0.5 m band with its own 1 m version, and a pixel size that does not fit exactly, as in real life."""
    with rasterio.open(shared_data / "worldview_sn6/pan2_0.5m.tif") as source:
        coarse = source.read(out_shape=(1, 300, 300), resampling=Resampling.average)
        transform, crs = source.transform * Affine.scale(2.00012), source.crs
    lr = make_raster("lr.tif", coarse, transform=transform, crs=crs)
    hr = shared_data / "worldview_sn6/pan2_0.5m.tif"
    tiles, steps = run(tmp_path, hr, input_lr=str(lr), scale=2, tile_size=64, stride=64)
    assert re.search(r"up to 0\.0\d HR pixels", logs(steps)) and tiles.info.degradation == Observed(
        resampled=True
    )
