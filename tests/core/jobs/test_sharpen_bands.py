"""Coarse bands get the detail of fine ones, learnt from the scene itself, and the page says how well."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine

import sr_core
from sr_core.degradations import Degradation
from sr_core.errors import InputError
from sr_core.jobs import Job, Log, Progress
from sr_core.jobs.classify_pixels import ClassifyPixels
from sr_core.jobs.sharpen_bands import SharpenBands
from sr_core.jobs.train_model import TrainModel
from sr_core.package.srpk import ModelPackage, read_info
from sr_core.progress import Advice, without_foreign_advice

from ..support.guided_scenes import CORNER, make_scene
from ..support.small_trainings import log_lines, run_to_end

PARAMETERS = {
    name.upper()
    for job in (TrainModel, ClassifyPixels)
    for name in job.model_fields.keys() - SharpenBands.model_fields.keys()
}
SOURCE = Path(sr_core.__file__).parent
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
    steps, result = run_to_end(Job.load(job).run())
    log = "\n".join(log_lines(steps))
    named = set(re.findall(r'\b[A-Z][A-Z_]{3,}\b(?! of ")', log)) & PARAMETERS
    assert log and not named, "advice on parameters that the job lacks"
    return result


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
    assert "Bands whose detail pansharpening takes" in text and "The model cannot add detail" in text
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
    with pytest.raises(InputError, match="sharpening needs 2, 3 or 4 times"):
        sharpen(same, tmp_path)


@pytest.mark.parametrize("size", [(1, 1), (9, 60), (34, 34)])
def test_what_is_too_small_to_learn_from_is_refused_without_parameters_of_others(tmp_path, make_raster, size):
    small = make_scene(make_raster, size=size, ratio=2)
    with pytest.raises(InputError, match=r"too small .* at least 64 × 64 pixels") as refused:
        sharpen(small, tmp_path)
    assert "TILE_SIZE" not in str(refused.value)


def test_a_scene_without_data_is_refused_so_too(tmp_path, scene):
    rasters, _ = scene
    with rasterio.open(rasters.coarse, "r+") as dataset:
        dataset.write(np.zeros_like(rasters.coarse_pixels))
    with pytest.raises(InputError, match="too small"):
        sharpen(rasters, tmp_path, nodata=[0])


def test_advice_on_parameters_of_the_inner_job_is_left_out():
    def work():
        yield Log("Values are far.")
        yield Advice(("gain", "offset"), "Set GAIN and OFFSET so that they are not.")
        yield Advice(("extent", "exact"), "Check EXTENT and EXACT.")
        yield Progress(0.5, "GAIN")
        yield Advice(("nodata",), "Set NODATA to {value}.", value=0)  # which the outer job has, too
        yield Log('For EXACT of "Classify pixels with SR model".')
        return 7

    steps, result = run_to_end(without_foreign_advice(work(), SharpenBands.model_fields))
    assert result == 7 and [step.text for step in steps] == [
        "Values are far.", "GAIN", "Set NODATA to {value}.", 'For EXACT of "Classify pixels with SR model".',
    ]  # fmt: skip
    assert steps[2].values == {"value": 0}


def test_lines_that_name_parameters_of_an_inner_job_are_advice_on_them():
    """In all that classify_pixels and train_model run; `Advice` names the parameters that its text names."""
    outer = [SharpenBands.model_fields, Job.members["sharpen_sentinel2"].model_fields]
    inner = TrainModel.model_fields | ClassifyPixels.model_fields
    foreign = "|".join(name.upper() for name in inner if not all(name in fields for fields in outer))
    naming = re.compile(rf'\b(?:{foreign})\b(?! of ")')
    jobs = {"jobs/evaluate_model.py", "jobs/export_model.py", "jobs/import_model.py"}
    advised, wrong = 0, []
    for path in sorted(SOURCE.rglob("*.py")):
        if path.relative_to(SOURCE).as_posix() in jobs or path.parent.name == "tile_export":
            continue  # which no other job runs, or without any log
        for call in ast.walk(ast.parse(path.read_text())):
            if not isinstance(call, ast.Call) or getattr(call.func, "id", "") not in ("Log", "Advice"):
                continue
            is_advice = call.func.id == "Advice"
            texts = (each.value for each in ast.walk(call.args[is_advice]) if isinstance(each, ast.Constant))
            named = {name.lower() for text in texts for name in naming.findall(str(text))}
            told = set(ast.literal_eval(call.args[0])) if is_advice else set()
            advised += is_advice
            if not named <= told:
                wrong.append((path.name, call.lineno, named))
    assert advised > 10 and not wrong
