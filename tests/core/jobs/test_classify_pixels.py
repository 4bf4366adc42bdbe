"""Whole rasters through the job, as a user asks for it."""

import numpy as np
import pytest
import rasterio
import rasterio.shutil
import torch
from affine import Affine

from sr_core.backbones import Backbone
from sr_core.errors import InputError, OutputError
from sr_core.jobs import Job, Progress
from sr_core.package.info import PackageInfo
from sr_core.package.srpk import ModelPackage
from sr_core.raster.radiometry import Radiometry

from ..conftest import textured_pixels


@pytest.fixture
def make_model(tmp_path):
    """A package whose small network adds a little detail of its own to bicubic."""

    def make(bands=("B1", "B2"), dtype="uint16", scale=2, network="edsr"):
        backbone = Backbone.load({"id": network, "n_feats": 4, "n_blocks": 1})
        count = len(bands)
        info = PackageInfo(
            backbone=backbone, scale=scale, bands=bands, dtype=dtype, radiometry=Radiometry.default(dtype, count),
            mean=(0.5,) * count, std=(0.2,) * count, degradation={"id": "bicubic"}, data_range=1,
        )  # fmt: skip
        net = info.net()
        torch.manual_seed(0)
        for parameter in net.parameters():
            torch.nn.init.normal_(parameter, std=0.05)
        ModelPackage(info, net).save(tmp_path / "model.srpk")
        return tmp_path / "model.srpk"

    return make


def classify(tmp_path, path, model, **options):
    job = Job.load(
        {
            "id": "classify_pixels",
            "input": str(path),
            "model": str(model),
            "output": str(tmp_path / "sr.tif"),
            **options,
        }
    )
    work = job.run()
    fractions = []
    while True:
        try:
            step = next(work)
        except StopIteration as finished:
            assert fractions == sorted(fractions)
            with rasterio.open(tmp_path / "sr.tif") as result:
                assert (result.width, result.height) == (finished.value.width, finished.value.height)
                return result.read()
        if isinstance(step, Progress):
            fractions.append(step.fraction)


def described(path, *names):
    with rasterio.open(path, "r+") as dataset:
        dataset.descriptions = names
    return path


def left_over(tmp_path):
    return sorted(p.name for p in tmp_path.iterdir() if p.name not in ("in.tif", "model.srpk"))


def test_a_raster_comes_out_finer_and_otherwise_the_same(make_raster, make_model, tmp_path):
    path = described(make_raster(nodata=0), "B1", "B2")
    result = classify(tmp_path, path, make_model())
    with rasterio.open(path) as source, rasterio.open(tmp_path / "sr.tif") as sr:
        assert sr.transform == source.transform * Affine.scale(1 / 2)
        assert sr.bounds == source.bounds
        assert (sr.crs, sr.dtypes, sr.nodata, sr.descriptions) == (
            source.crs, source.dtypes, source.nodata, source.descriptions,
        )  # fmt: skip
        assert sr.tags()["FINER_MODEL"] == "model.srpk"
        pixels = source.read()
    # The network's detail is small, so the picture must be the input's.
    small = result.reshape(2, 40, 2, 56, 2).mean(axis=(2, 4))
    assert np.corrcoef(small.ravel(), pixels.ravel())[0, 1] > 0.98


@pytest.mark.parametrize("driver", ["VRT", "COG", "JP2OpenJPEG"])
def test_other_formats_give_the_same(make_raster, make_model, tmp_path, driver):
    path = make_raster()
    other = tmp_path / "other"
    options = {"QUALITY": "100", "REVERSIBLE": "YES"} if driver == "JP2OpenJPEG" else {}
    rasterio.shutil.copy(path, other, driver=driver, **options)
    model = make_model()
    expected = classify(tmp_path, path, model)
    np.testing.assert_array_equal(classify(tmp_path, other, model), expected)


def test_bands_are_found_by_name_or_chosen(make_raster, make_model, tmp_path):
    pixels = textured_pixels(3, 20, 24)
    model = make_model(("B2", "B1"))
    path = described(make_raster(pixels=pixels), "B1", "other", "B2")
    by_name = classify(tmp_path, path, model)
    np.testing.assert_array_equal(by_name, classify(tmp_path, path, model, bands=[3, 1]))
    assert not (by_name == classify(tmp_path, path, model, bands=[1, 3])).all()
    with rasterio.open(tmp_path / "sr.tif") as result:
        assert result.descriptions == ("B1", "B2")


def test_the_number_of_bands_must_fit(make_raster, make_model, tmp_path):
    path, model = make_raster(bands=3), make_model()
    for options in ({}, {"bands": [1]}):
        with pytest.raises(InputError, match="expects 2 bands"):
            classify(tmp_path, path, model, **options)
    assert not left_over(tmp_path)


def test_another_pixel_type_needs_a_gain(make_raster, make_model, tmp_path):
    pixels = textured_pixels(2, 20, 24, "uint16")
    model = make_model()
    expected = classify(tmp_path, make_raster(pixels=pixels), model)
    path = make_raster(pixels=(pixels * 1e-4).astype("float32"))
    with pytest.raises(InputError, match=r"trained on uint16 pixels with gain 0.0001 .* has float32"):
        classify(tmp_path, path, model)
    np.testing.assert_allclose(classify(tmp_path, path, model, gain=[1]) * 1e4, expected, atol=0.51)


def test_the_same_radiometry_goes_in_and_out(make_raster, make_model, tmp_path):
    """A raster scaled ×1000 where the model learnt ×10000 gives the same picture, scaled ×1000."""
    pixels = textured_pixels(2, 20, 24, "uint16") // 10 * 10
    model = make_model()
    usual = classify(tmp_path, make_raster(pixels=pixels), model)
    tenth = classify(tmp_path, make_raster(pixels=pixels // 10), model, gain=[1e-3])
    np.testing.assert_allclose(tenth * 10.0, usual, atol=5.6)


@pytest.mark.parametrize("scale", [None, 2, 3, 4])
def test_a_model_of_several_scales_gives_the_one_that_is_asked_for(make_raster, make_model, tmp_path, scale):
    path, model = make_raster(), make_model(network="mdsr", scale=3)
    result = classify(tmp_path, path, model, **({} if scale is None else {"scale": scale}))
    scale = scale or 3
    assert result.shape == (2, 40 * scale, 56 * scale)
    with rasterio.open(path) as source, rasterio.open(tmp_path / "sr.tif") as sr:
        assert sr.transform == source.transform * Affine.scale(1 / scale)
        assert sr.tags()["FINER_SCALE"] == str(scale)
        lr = torch.from_numpy(Radiometry.default("uint16", 2).to_physical(source.read()))[None]
    with torch.no_grad():
        expected = ModelPackage.load(model, scale=scale).net(lr)[0].numpy() * 1e4
    assert np.abs(result - expected.clip(0, 65535)).max() <= 1


def test_a_scale_that_the_model_cannot_do_is_refused(make_raster, make_model, tmp_path):
    path = make_raster()
    for network, scale, known in (("mdsr", 8, "2, 3, 4"), ("edsr", 4, "2")):
        model = make_model(network=network)
        with pytest.raises(
            InputError, match=f"^The model does not support scale {scale}: it supports {known}\\.$"
        ):
            classify(tmp_path, path, model, scale=scale)
    assert not left_over(tmp_path)


def test_an_extent_gives_that_part(make_raster, make_model, tmp_path):
    path, model = make_raster(), make_model()
    whole = classify(tmp_path, path, model)
    with rasterio.open(path) as source:
        left, top = source.transform * (10, 5)
    part = classify(tmp_path, path, model, extent={"bounds": [left, top - 100, left + 10_000, top]})
    np.testing.assert_allclose(part, whole[:, 10:30, 20:], atol=1)  # the last digit may round the other way
    with pytest.raises(InputError, match="do not overlap"):
        classify(tmp_path, path, model, extent={"bounds": [0, 0, 1, 1]})


def test_the_input_is_never_overwritten(make_raster, make_model, tmp_path):
    path, model = make_raster(), make_model()
    before = path.read_bytes()
    for output in (path, model):
        with pytest.raises(InputError, match="also an input"):
            classify(tmp_path, path, model, output=str(output))
    assert path.read_bytes() == before


def test_an_output_folder_that_is_missing_is_named(make_raster, make_model, tmp_path):
    with pytest.raises(OutputError, match="absent does not exist"):
        classify(tmp_path, make_raster(), make_model(), output=str(tmp_path / "absent" / "sr.tif"))


def test_stopping_leaves_nothing(make_raster, make_model, tmp_path):
    job = Job.load(
        {"id": "classify_pixels", "input": str(make_raster()), "model": str(make_model()),
         "output": str(tmp_path / "sr.tif"), "tile_size": 16}
    )  # fmt: skip
    work = job.run()
    while not isinstance(next(work), Progress):
        pass
    work.close()
    assert not left_over(tmp_path)


@pytest.mark.parametrize("nodata", [-1, 0.5, 70_000])
def test_a_nodata_value_that_pixels_cannot_have_is_none(make_raster, make_model, tmp_path, nodata):
    path = make_raster()
    vrt = tmp_path / "in.vrt"
    rasterio.shutil.copy(path, vrt, driver="VRT")
    text = vrt.read_text().replace("<ColorInterp>", f"<NoDataValue>{nodata}</NoDataValue><ColorInterp>")
    vrt.write_text(text)
    model = make_model()
    np.testing.assert_array_equal(classify(tmp_path, vrt, model), classify(tmp_path, path, model))


@pytest.mark.parametrize("by", ("parameter", "layer", "own band"))
def test_what_means_no_data_stays_a_gap(make_raster, make_model, tmp_path, by):
    pixels = textured_pixels(2, 24, 30)
    pixels[:, :, :10] = 0
    path = make_raster(pixels=pixels)
    layer = {"path": str(path), "ranges": [[[0, 0]], [[0, 0]]]}
    job = {"id": "classify_pixels", "input": layer if by == "layer" else str(path), "model": str(make_model()),
           "output": str(tmp_path / "sr.tif")}  # fmt: skip
    job |= {"parameter": {"nodata": (0,)}, "own band": {"nodata": (65535, 0)}}.get(by, {})
    for _ in Job.load(job).run():
        pass
    with rasterio.open(tmp_path / "sr.tif") as result:
        masked = result.read(masked=True).mask
    assert masked[1, :, :20].all() and not masked[:, :, 20:].any()
    assert masked[0, :, :20].all() == (by != "own band")
