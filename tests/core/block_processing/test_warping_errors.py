"""What keeps a result from being warped to a target grid is said, each in a sentence of its own."""

from __future__ import annotations

import pytest
import rasterio.shutil
from rasterio.crs import CRS
from rasterio.errors import RasterioError

from sr_core.block_processing.target_grid import TargetGrid
from sr_core.block_processing.warped_mosaic import _write_warped_vrt, write_warped_mosaic
from sr_core.errors import InputError, OutputError

CRS_NEAR = CRS.from_epsg(32633)


def test_a_result_that_cannot_be_read_is_said(make_raster, tmp_path):
    source = make_raster()
    source.write_bytes(b"II")
    with pytest.raises(InputError, match=r"\.tif"):
        _write_warped_vrt(source, tmp_path / "warped.vrt", CRS_NEAR, 5, 0)
    with pytest.raises(InputError) as told:
        write_warped_mosaic(tmp_path / "sr.vrt", tmp_path, {"a": source}, TargetGrid(CRS_NEAR, 5))
    assert "TARGET_CRS" not in str(told.value)


@pytest.mark.parametrize(
    ("reason", "says"),
    [
        ("warped.vrt: No space left on device", "There is not enough disk space"),
        ("warped.vrt: Permission denied", r"cannot be written to \(warped\.vrt: Permission denied\)"),
    ],
)
def test_a_folder_that_takes_no_file_is_not_taken_for_a_place_that_cannot_be_warped(
    make_raster, tmp_path, monkeypatch, reason, says
):
    def fail(*_, **__):
        raise RasterioError(reason)

    monkeypatch.setattr(rasterio.shutil, "copy", fail)
    with pytest.raises(OutputError, match=says):
        _write_warped_vrt(make_raster(), tmp_path / "warped.vrt", CRS_NEAR, 5, 0)
    assert not (tmp_path / "warped.vrt").exists()
