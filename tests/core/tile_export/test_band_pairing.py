"""Which bands of two rasters are paired: by their names, in whatever order they are."""

import numpy as np
import pytest
import rasterio
from affine import Affine

from sr_core.errors import InputError
from sr_core.jobs import Job
from sr_core.progress import run_to_end
from sr_core.tile_export.band_pairing import pair_bands, refuse_other_assets
from sr_core.tile_export.source_opener import RasterFile

from ..conftest import textured_pixels


@pytest.fixture
def pair(make_raster):
    """`pair(hr names, lr names)` returns both rasters; LR's pixels are HR's means where names are in the same place."""

    def make(hr_names, lr_names):
        values = textured_pixels(len(hr_names), 64, 64)
        hr = make_raster("hr.tif", values)
        coarse = values.reshape(len(hr_names), 32, 2, 32, 2).mean(axis=(2, 4)).astype("uint16")
        extra = np.zeros((max(0, len(lr_names) - len(coarse)), 32, 32), "uint16")
        lr = make_raster(
            "lr.tif", np.concatenate([coarse, extra]), transform=Affine(20, 0, 500_000, 0, -20, 5_000_000)
        )
        for path, names in ((hr, hr_names), (lr, lr_names)):
            with rasterio.open(path, "r+") as dataset:
                dataset.descriptions = names
        return str(hr), str(lr)

    return make


@pytest.mark.parametrize(
    ("lr_names", "bands"),
    [
        (("B02", "B04"), (2, 1)),
        (("B01", "B02", "B03", "B04"), (4, 2)),
        (("red", "blue"), (1, 2)),
        (("", ""), None),
        (("red", "?"), None),
    ],
)
def test_names_pair_bands(pair, lr_names, bands):
    hr, lr = pair(("Red", "Blue"), lr_names)
    assert run_to_end(pair_bands(RasterFile(hr), RasterFile(lr))).bands == bands


def test_other_bands_are_refused_unless_bands_says_so(pair):
    hr, lr = pair(("Red", "Blue"), ("red", "nir"))
    with pytest.raises(InputError, match=r"hr.tif are Red, Blue and those of .* are red, nir: .* set BANDS"):
        run_to_end(pair_bands(RasterFile(hr), RasterFile(lr)))
    assert run_to_end(pair_bands(RasterFile(hr, (1, 2)), RasterFile(lr, (1, 2)))).bands == (1, 2)


def test_assets_of_a_scene_are_in_the_order_of_the_bands():
    refuse_other_assets("in.tif", ("Red", "Green", ""), ("B04", "B03", "B02"))
    refuse_other_assets("in.tif", ("", "", ""), ("B04", "B03", "B02"))
    with pytest.raises(InputError, match="are B02, B03, B04 and ASSETS are B04, B03, B02: set ASSETS"):
        refuse_other_assets("in.tif", ("B02", "B03", "B04"), ("B04", "B03", "B02"))


def test_tiles_hold_the_same_band_on_both_sides(pair, tmp_path):
    hr, lr = pair(("Red", "Blue"), ("B02", "B04"))
    job = {
        "id": "export_tiles",
        "input": hr,
        "input_lr": lr,
        "scale": 2,
        "tile_size": 16,
        "split": [100, 0, 0],
    }
    run_to_end(Job.load({**job, "output": str(tmp_path / "tiles")}).run())
    tile = next((tmp_path / "tiles").glob("*/lr/*.tif"))
    with rasterio.open(tile) as side, rasterio.open(lr) as whole:
        window = whole.window(*side.bounds)
        np.testing.assert_array_equal(side.read(), whole.read((2, 1), window=window))
