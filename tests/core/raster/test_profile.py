"""What a raster is, as a part of it and at another resolution."""

from dataclasses import replace

from affine import Affine
from rasterio.windows import Window

from sr_core.raster.raster_reader import open_raster


def test_finer_pixels_keep_the_corner_and_the_ground(make_raster):
    with open_raster(make_raster()) as raster:
        box = raster.profile.crop(Window(2, 3, 5, 4)).zoom(4).box
    assert box.shape == (16, 20)
    assert box.affine == Affine(2.5, 0, 500_020, 0, -2.5, 4_999_970)


def test_grids_are_the_same_but_for_rounding(make_raster):
    with open_raster(make_raster()) as raster:
        profile = raster.profile
    nearly = profile.box.translate_pix(1e-8, -1e-8)
    assert profile.same_grid(replace(profile, box=nearly, dtype="float32"))
    for box in (profile.box.translate_pix(0.1, 0), profile.box.pad(1), profile.box * Affine.scale(1.1)):
        assert not profile.same_grid(replace(profile, box=box))
    assert not profile.same_grid(replace(profile, crs=None))
