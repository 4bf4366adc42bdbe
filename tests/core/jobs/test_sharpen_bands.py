"""Coarse bands get the detail of fine ones, learnt from the scene itself, and the page says how well."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
from affine import Affine

from sr_core.degradations import Degradation
from sr_core.errors import InputError
from sr_core.jobs import Job
from sr_core.package.srpk import ModelPackage, read_info

from ..support.guided_scenes import CORNER, make_scene
from ..support.small_trainings import run_to_end

MTF = {"id": "mtf", "mtf": [0.3]}


@pytest.fixture
def scene(tmp_path, make_raster):
    """Coarse bands that were made from truth known here, and the fine bands that are seen."""
    truth = make_scene(make_raster, size=(96, 112), ratio=2, bands=2, guide_bands=2)
    hidden = np.stack(
        [truth.guide_pixels[0] * 0.7 + truth.guide_pixels[1] * 0.2, truth.guide_pixels[1] * 0.5]
    )
    coarse, _ = Degradation.load(MTF).apply(
        np.rint(hidden).astype("uint16"), np.ones(hidden.shape, bool), 2, None
    )
    with rasterio.open(truth.coarse, "r+") as dataset:
        dataset.write(coarse)
    return truth._replace(coarse_pixels=coarse), hidden


def sharpen(scene, tmp_path, **values):
    job = {
        "id": "sharpen_bands", "input": scene.coarse, "guide": scene.guide, "degradation": MTF, "device": "cpu",
        "minutes": 0.05, "output": str(tmp_path / "sharp.tif"), **values,
    }  # fmt: skip
    return run_to_end(Job.load(job).run())[1]


def test_bands_are_sharpened_better_than_by_pansharpening(tmp_path, make_raster, scene):
    rasters, hidden = scene
    page, kept = tmp_path / "page.html", tmp_path / "kept.srpk"
    found = sharpen(rasters, tmp_path, output_html=str(page), output_model=str(kept))
    assert (found.width, found.height) == (224, 192)
    assert found.ergas < 0.8 * found.bicubic_ergas
    with rasterio.open(tmp_path / "sharp.tif") as dataset:
        result = dataset.read().astype(float)

    def error(image):
        return np.sqrt(np.square(image - hidden).mean())

    assert error(result) < 0.7 * error(rasters.coarse_pixels.repeat(2, 1).repeat(2, 2))
    text = page.read_text()
    assert "Pansharpening" in text and "held-out tiles" in text and f"{found.ergas:.2f}" in text
    assert "Bands whose detail pansharpening takes" in text and "the model cannot know" in text
    info, _ = read_info(kept)
    assert info.guide.ratio == 2 and info.data.wald and info.training["epochs"] >= 1
    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith(".finer")]

    turned = make_raster("turned.tif", rasters.guide_pixels[::-1], transform=CORNER * Affine.scale(0.5))
    again = sharpen(
        rasters._replace(guide=str(turned)),
        tmp_path,
        model=str(kept),
        guide_bands=[2, 1],
        output=str(tmp_path / "again.tif"),
    )
    assert again.ergas is None  # no report is asked for, and nothing was learnt
    with rasterio.open(tmp_path / "again.tif") as dataset:
        np.testing.assert_array_equal(dataset.read(), result)
    assert ModelPackage.load(kept).net.inputs == 2 + 2 * 4


def test_what_cannot_be_sharpened_is_refused(tmp_path, make_raster, scene):
    rasters, _ = scene
    with pytest.raises(InputError, match="larger than those of"):
        sharpen(rasters._replace(coarse=rasters.guide, guide=rasters.coarse), tmp_path)
    same = make_scene(make_raster, ratio=1)
    with pytest.raises(InputError, match="2, 3 or 4 times to sharpen them"):
        sharpen(same, tmp_path)


@pytest.mark.parametrize("size", [(1, 1), (9, 60), (34, 34)])
def test_what_is_too_small_to_learn_from_is_refused_without_parameters_of_others(tmp_path, make_raster, size):
    small = make_scene(make_raster, size=size, ratio=2)
    with pytest.raises(InputError, match=r"too little land .* 64 × 64 or more pixels") as refused:
        sharpen(small, tmp_path)
    assert "TILE_SIZE" not in str(refused.value)


def test_a_scene_without_data_is_refused_so_too(tmp_path, scene):
    rasters, _ = scene
    with rasterio.open(rasters.coarse, "r+") as dataset:
        dataset.write(np.zeros_like(rasters.coarse_pixels))
    with pytest.raises(InputError, match="too little land"):
        sharpen(rasters, tmp_path, nodata=[0])
