"""Sources of a VRT, which is opened for each block of a result: what it says is read once."""

from __future__ import annotations

import os

import rasterio.shutil

from sr_core.raster import missing_vrt_sources
from sr_core.raster.missing_vrt_sources import lost_sources, sources_of


def test_a_vrt_is_read_once_in_each_state(make_raster, tmp_path):
    name = str(tmp_path / "a.vrt")
    rasterio.shutil.copy(make_raster(bands=3), name, driver="VRT")
    first = sources_of(name)
    assert len(first) == 3 and sources_of(name) is first
    text = (tmp_path / "a.vrt").read_text().replace("in.tif", "other.tif")
    (tmp_path / "a.vrt").write_text(text)
    os.utime(name, (1, 1))
    assert {os.path.basename(source.path) for source in sources_of(name)} == {"other.tif"}


def test_a_source_of_many_bands_is_looked_at_once(make_raster, tmp_path, monkeypatch):
    name, looked = str(tmp_path / "a.vrt"), []
    rasterio.shutil.copy(make_raster(bands=3), name, driver="VRT")
    usual = missing_vrt_sources.is_vrt
    monkeypatch.setattr(missing_vrt_sources, "is_vrt", lambda path: (looked.append(path), usual(path))[1])
    with rasterio.open(name) as dataset:
        assert lost_sources(dataset) == () and len(looked) == 1
        (tmp_path / "in.tif").unlink()
        assert len(lost_sources(dataset)) == 3  # one of each band
