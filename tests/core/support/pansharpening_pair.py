"""A multispectral and a panchromatic raster over the same ground, as the tests of pansharpening want them."""

from affine import Affine

from ..conftest import textured_pixels

ORIGIN = Affine(10, 0, 500_000, 0, -10, 5_000_000)


def maker(make_raster):
    """What writes such a pair; PAN has `ratio` times finer pixels and begins `shift` XS pixels from XS."""

    def make(ratio=2, bands=3, size=(20, 26), pan=None, shift=(0, 0), xs=None, pan_options=(), **options):
        pixels = textured_pixels(bands, *size, "uint16") if xs is None else xs
        xs_path = make_raster("xs.tif", pixels, transform=ORIGIN, **options)
        grid = ORIGIN * Affine.translation(*shift) * Affine.scale(1 / ratio)
        finer = tuple(round(side * ratio) for side in pixels.shape[1:])
        pan_pixels = textured_pixels(1, *finer, "uint16", seed=5) if pan is None else pan
        return xs_path, make_raster("pan.tif", pan_pixels, transform=grid, **dict(pan_options))

    return make
