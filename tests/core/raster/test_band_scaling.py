"""Scale, offset and unit that files declare."""

import numpy as np
import pytest
import rasterio

from sr_core.datasets.tile_io import TileFormat, write_tile
from sr_core.errors import InputError
from sr_core.inference.result_profile import build_spread_profile
from sr_core.raster.band_scaling import BandScaling, declared_radiometry, join_scalings
from sr_core.raster.cog import cog_writer
from sr_core.raster.radiometry import Radiometry
from sr_core.raster.raster_reader import open_raster

SCALING = BandScaling((1e-4, 2.0), (-0.1, 0.0), ("reflectance", ""))
USUAL = Radiometry.default("uint16", 2)


def declare(path, scales=SCALING.scales, offsets=SCALING.offsets, units=SCALING.units):
    with rasterio.open(path, "r+") as dataset:
        dataset.scales, dataset.offsets = scales, offsets
        for band, unit in enumerate(units, 1):
            dataset.set_band_unit(band, unit)
    return path


def test_a_profile_has_what_the_file_declares_of_the_chosen_bands(make_raster):
    path = declare(make_raster())
    with open_raster(path) as raster:
        assert raster.profile.scaling == SCALING
    with open_raster(path, [2, 1]) as raster:
        assert raster.profile.scaling == BandScaling((2.0, 1e-4), (0.0, -0.1), ("", "reflectance"))


def test_a_file_that_declares_nothing_has_none(make_raster):
    for path in (make_raster(), declare(make_raster("trivial.tif"), (1, 1), (0, 0), ("", ""))):
        with open_raster(path) as raster:
            assert raster.profile.scaling is None


def test_magnitudes_of_a_raster_with_a_negative_scale_stay_positive(make_raster):
    with open_raster(declare(make_raster(), scales=(-1e-4, 2.0))) as raster:
        magnitudes, differences = (
            build_spread_profile(raster.profile, signed=each) for each in (False, True)
        )
    assert magnitudes.scaling == BandScaling((1e-4, 2.0), (0.0, 0.0), ("reflectance", ""))
    assert differences.scaling == BandScaling((-1e-4, 2.0), (0.0, 0.0), ("reflectance", ""))


def test_a_raster_that_is_written_declares_the_same(make_raster, tmp_path):
    with open_raster(declare(make_raster())) as raster:
        with cog_writer(tmp_path / "out.tif", raster.profile) as writer:
            writer.write(*raster.read(raster.region), raster.region)
            list(writer.finish())
        with open_raster(tmp_path / "out.tif") as out:
            assert out.profile.scaling == SCALING


@pytest.mark.parametrize("file, bands", [("tiff", 2), ("png", 3)])
def test_a_tile_declares_the_same(make_raster, tmp_path, file, bands):
    path = declare(make_raster(bands=bands, dtype="uint8"), (0.5,) * bands, (-3.25,) * bands, ("K",) * bands)
    with open_raster(path) as raster:
        form = TileFormat.of(raster)
        tile = tmp_path / {"tiff": "t.tif", "png": "t.png"}[file]
        form = TileFormat(**{**form.__dict__, "file": file})
        write_tile(tile, *raster.read(raster.region), raster.box, form)
        with open_raster(tile) as written:
            assert written.profile.scaling == raster.profile.scaling


def test_what_is_blank_is_as_the_file_declares_it_band_by_band():
    found = declared_radiometry("a", BandScaling((1e-3, 1.0), (5.0, 0.0), ("", "")), USUAL)
    assert (found.gain, found.offset) == ((1e-3, 1e-4), (5.0, 0.0))
    assert declared_radiometry("a", None, USUAL) == USUAL


def test_an_offset_beside_a_gain_of_the_users_is_the_files():
    found = declared_radiometry("a", SCALING, USUAL, gain=[3.0])
    assert found.offset == SCALING.offsets


@pytest.mark.parametrize("scale, offset", [(0.0, 0.0), (np.nan, 0.0), (1.0, np.inf)])
def test_what_cannot_be_is_refused_unless_the_user_says_otherwise(scale, offset):
    broken = BandScaling((scale,) * 2, (offset,) * 2, ("",) * 2)
    with pytest.raises(InputError, match=r"declares scale .* set GAIN and OFFSET"):
        declared_radiometry("a", broken, USUAL)
    assert declared_radiometry("a", broken, USUAL, [1.0], [0.0]) == USUAL


def test_bands_of_several_files_keep_their_own():
    assert join_scalings([(None, 1), (None, 2)]) is None
    joined = join_scalings([(None, 1), (SCALING, 2)])
    assert joined == BandScaling((1.0, 1e-4, 2.0), (0.0, -0.1, 0.0), ("", "reflectance", ""))
