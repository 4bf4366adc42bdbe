"""All bands of Sentinel-2 at 10 m or finer: from a product or a catalogue to the raster that a user gets."""

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio
from odc.geo.geobox import GeoBox

import sr_core
from sr_core.errors import IncompleteEngine, InputError, NoOverlapError
from sr_core.inference.predictor import build_predictor
from sr_core.jobs import Job, _scene_fusion
from sr_core.jobs._scene_fusion import BLUR, COARSE, EXAMPLES, FINE
from sr_core.package.srpk import ModelPackage
from sr_core.raster import local_band_copies, window_copy
from sr_core.raster.band_scaling import BandScaling
from sr_core.raster.profile import RasterProfile
from sr_core.raster.radiometry import Radiometry
from sr_core.raster.space_to_depth import fold
from sr_core.sentinel2.bands import RESOLUTIONS, TEN_BANDS

from ..support.local_servers import StacApi, item
from ..support.sentinel2_products import CRS, EASTING, NORTHING, SIZE, classes_of, reflectance, write_product
from ..support.small_packages import fusion_package, make_package, package_info
from ..support.small_trainings import log_lines, run_to_end

SMALL = {"leave_out": ["_AOT", "_WVP", "_TCI"]}
PLACE = {"bounds": (EASTING + 205, NORTHING - 595, EASTING + 595, NORTHING - 205), "crs": CRS}
PIXELS = np.s_[:, 20:60, 20:60]


@pytest.fixture
def model(tmp_path):
    """The path of a small fusion model."""
    fusion_package().save(tmp_path / "fusion.srpk")
    return str(tmp_path / "fusion.srpk")


@pytest.fixture
def sharpen(tmp_path, model):
    """`sharpen(path, ...)` runs the job; its pixels and profile, result and log."""

    def go(path=None, **options):
        values = {"model": model, "output": str(tmp_path / "out.tif"), **options}
        if path is not None:
            values["input"] = str(path)
        steps, result = run_to_end(Job.load({"id": "sharpen_sentinel2", **values}).run())
        assert not list(tmp_path.glob(".finer-*"))
        with rasterio.open(tmp_path / "out.tif") as dataset:
            assert (dataset.width, dataset.height) == (result.width, result.height)
            assert result.bands == ", ".join(dataset.descriptions)
            kept = RasterProfile(
                box=GeoBox(dataset.shape, dataset.transform, None), crs=dataset.crs, dtype=dataset.dtypes[0],
                nodata=dataset.nodata, descriptions=dataset.descriptions, colorinterp=dataset.colorinterp,
                scaling=BandScaling.of(dataset, dataset.indexes),
            )  # fmt: skip
            return dataset.read(), kept, result, "\n".join(log_lines(steps))

    return go


def fused(model, lr, guide):
    """Return what a model makes of whole images, in pixel values."""
    lr, guide = lr.astype(np.float32) * 1e-4, guide.astype(np.float32) * 1e-4
    physical = build_predictor(ModelPackage.load(model), consistency="on").upscale(
        np.concatenate([lr, fold(guide, 2)])
    )
    return Radiometry(gain=(1e-4,) * len(COARSE), offset=(0,) * len(COARSE)).to_pixels(physical, "uint16", 0)


def test_ten_bands_in_order(tmp_path, sharpen, model):
    pixels, dataset, result, log = sharpen(write_product(tmp_path, **SMALL))
    assert dataset.descriptions == TEN_BANDS
    assert dataset.nodata == 0
    assert dataset.scaling == BandScaling((1e-4,) * 10, (0,) * 10, ("",) * 10)
    assert [c.name for c in dataset.colorinterp][:4] == ["blue", "green", "red", "undefined"]
    assert dataset.box.affine == rasterio.Affine(10, 0, EASTING, 0, -10, NORTHING)
    with rasterio.open(tmp_path / "out.tif") as opened:
        seen = [float(opened.tags(band, ns="IMAGERY")["CENTRAL_WAVELENGTH_UM"]) for band in opened.indexes]
        assert opened.tags()["FINER_SCENE"] == result.scene
    assert seen == [0.49, 0.56, 0.665, 0.705, 0.74, 0.783, 0.842, 0.865, 1.61, 2.19]
    fine = np.stack([reflectance(band) for band in FINE])
    by_name = dict(zip(TEN_BANDS, pixels, strict=True))
    np.testing.assert_array_equal(np.stack([by_name[band] for band in FINE]), fine)  # to the bit
    coarse = np.stack([reflectance(band) for band in COARSE])
    known = np.stack([by_name[band] for band in COARSE]) != 0
    np.testing.assert_array_equal(known, np.kron(coarse, np.ones((1, 2, 2))) * fine.all(axis=0) != 0)
    inner = np.s_[:, :60, :60]  # far from the gap, which is filled from its neighbours
    expected = fused(model, coarse, fine)[inner]
    found = np.stack([by_name[band] for band in COARSE])[inner]
    assert np.abs(found.astype(int) - expected).max() <= 1
    assert result.scene.startswith("S2A_MSIL2A_20220610T101031_N0400")
    assert result.time.startswith("2022-06-10")
    assert "Level-2A, processing baseline 04.00, tile T33UUB; 1000 is subtracted" in log


@pytest.mark.parametrize(
    "form", [{"level": "1C", "baseline": "02.02", "compact": False}, {"zipped": True, "baseline": "05.09"}]
)
def test_every_form_of_product_gives_the_same(tmp_path, sharpen, form):
    first, *_ = sharpen(write_product(tmp_path / "a", **SMALL))
    second, *_ = sharpen(write_product(tmp_path / "b", **form))
    np.testing.assert_array_equal(first, second)


def test_a_part_is_that_of_the_whole(tmp_path, sharpen, monkeypatch):
    path = write_product(tmp_path, **SMALL)
    whole, *_ = sharpen(path)
    part, dataset, *_ = sharpen(path, extent=PLACE)
    assert dataset.box.affine.c == EASTING + 200
    np.testing.assert_array_equal(part, whole[PIXELS])
    monkeypatch.setattr(window_copy, "BLOCK", 16)
    blocks, *_ = sharpen(path, extent=PLACE)
    np.testing.assert_array_equal(blocks, part)
    monkeypatch.setattr(local_band_copies, "MARGIN", 0)
    bare, *_ = sharpen(path, extent=PLACE)
    assert (bare != part).any()  # at the edge, which then is that of an image


def test_clouds_are_gaps_if_asked(tmp_path, sharpen):
    path = write_product(tmp_path, **SMALL)
    clear, *_ = sharpen(path)
    pixels, *_ = sharpen(path, mask_clouds=True)
    hidden = np.kron(classes_of() != 4, np.ones((2, 2), bool))
    assert not pixels[:, hidden].any()
    np.testing.assert_array_equal(pixels != 0, (clear != 0) & ~hidden)


def test_bands_of_60_m(tmp_path, sharpen):
    """Their means over the pixels of 60 m stay what they were."""
    pixels, dataset, *_ = sharpen(write_product(tmp_path, **SMALL), atmosphere=True)
    assert dataset.descriptions == (*TEN_BANDS, "B01", "B09")
    for band, fine in zip(("B01", "B09"), pixels[10:], strict=True):
        coarse = reflectance(band).astype(float)
        means = fine.reshape(20, 6, 20, 6).mean(axis=(1, 3))
        inner = np.s_[2:14, 2:14]
        assert np.abs(means - coarse)[inner].max() < 0.15 * coarse[inner].mean()
        assert fine[:72, :72].reshape(12, 6, 12, 6).std(axis=(1, 3)).min() > 0  # detail in each of them
    whole, *_ = sharpen(next(tmp_path.glob("*.SAFE")))
    np.testing.assert_array_equal(pixels[:10], whole)


@pytest.mark.parametrize(("resolution", "scale"), [("5", 2), ("2.5", 4)])
def test_finer_than_10_m(tmp_path, sharpen, resolution, scale):
    names = ("B04", "B03", "B02", "B08")
    info = package_info(
        bands=names, scale=scale, nodata=0, radiometry=Radiometry(gain=(1e-4,) * 4, offset=(0,) * 4), mean=(0.2,) * 4,
        std=(0.1,) * 4, metrics=None,
    )  # fmt: skip
    package = ModelPackage(info, info.net())
    package.save(tmp_path / "sr.srpk")
    path = write_product(tmp_path, **SMALL)
    pixels, dataset, *_ = sharpen(path, resolution=resolution, sr_model=str(tmp_path / "sr.srpk"))
    assert dataset.descriptions == names
    assert dataset.box.affine.a == float(resolution)
    lr = np.stack([reflectance(band) for band in names]).astype(np.float32) * 1e-4
    expected = info.radiometry.to_pixels(build_predictor(package).upscale(lr), "uint16", 0)
    inner = np.s_[:, : 60 * scale, : 60 * scale]
    assert np.abs(pixels[inner].astype(int) - expected[inner]).max() <= 1
    assert not pixels[:, -1, -1].any()


def test_the_true_colour_image(tmp_path, sharpen):
    pixels, *_ = sharpen(write_product(tmp_path, **SMALL), output_rgb=str(tmp_path / "rgb.tif"))
    with rasterio.open(tmp_path / "rgb.tif") as dataset:
        shown = dataset.read()
        assert dataset.dtypes == ("uint8",) * 3
        assert [c.name for c in dataset.colorinterp] == ["red", "green", "blue"]
        assert dataset.descriptions == ("B04", "B03", "B02")
    known = (pixels[[2, 1, 0]] != 0).all(axis=0)
    np.testing.assert_array_equal((shown != 0).all(axis=0), known)
    for mine, band in zip(shown, pixels[[2, 1, 0]], strict=True):
        low, high = np.percentile(band[band != 0], (2, 98))
        wanted = 1 + 254 * np.clip((band.astype(float) - low) / (high - low), 0, 1)
        assert np.abs(mine[known] - wanted[known]).max() <= 0.5 + 1e-9


def test_it_learns_from_the_scene_where_there_is_no_model(tmp_path, sharpen):
    size = 240
    pixels = {band: reflectance(band, size) for band in RESOLUTIONS}
    path = write_product(tmp_path, "1C", pixels=pixels, leave_out=["TCI"])
    found, dataset, _, log = sharpen(path, model=None, minutes=0.02)
    assert dataset.descriptions == TEN_BANDS
    assert "Training on CPU" in log
    coarse = np.stack([pixels[band] for band in COARSE]).astype(float)
    fine = found[[TEN_BANDS.index(band) for band in COARSE]].astype(float)
    # Made coarser by the blur of each band's own optics, it is what it was made from.
    back, _ = BLUR.adapt_to_raster(COARSE, "uint16").downsample(fine, fine != 0, 2)
    inner = np.s_[:, 4:92, 4:92]
    for mine, own in zip((back - coarse)[inner], coarse[inner], strict=True):
        assert np.sqrt(np.square(mine).mean()) < 0.01 * own.std()


def test_the_light_engine_only_runs_models(tmp_path, sharpen, monkeypatch):
    monkeypatch.setattr(_scene_fusion, "torch_version", lambda: None)
    with pytest.raises(IncompleteEngine, match="needs the complete SR engine"):
        sharpen(write_product(tmp_path, **SMALL), model=None)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({}, "Give INPUT, a product of Sentinel-2, or EXTENT and DATE_RANGE"),
        ({"extent": PLACE}, "Give INPUT, a product of Sentinel-2, or EXTENT and DATE_RANGE"),
        (
            {"input": "x.zip", "date_range": "2022"},
            "DATE_RANGE is for finding a scene: leave it out, or leave out INPUT",
        ),
        ({"extent": PLACE, "date_range": "someday"}, "DATE_RANGE is 'someday'"),
        ({"input": "/absent.zip"}, "/absent.zip does not exist"),
        ({"input": "x.zip", "resolution": "5"}, "RESOLUTION 5 m needs an SR model of scale 2"),
        ({"input": "x.zip", "sr_model": "x.srpk"}, "SR_MODEL is for pixels of less than 10 m"),
    ],
)
def test_what_does_not_go_together(sharpen, options, says):
    with pytest.raises(InputError, match=says):
        sharpen(**options)


@pytest.mark.parametrize("resolution, scale", [("5", 2), ("2.5", 4)])
def test_the_models_that_are_named_exist(tmp_path, sharpen, resolution, scale):
    models = Path(sr_core.__file__).parents[1] / "models"
    entries = {entry["id"]: entry for entry in json.loads((models / "catalogue.json").read_text())["models"]}
    with pytest.raises(InputError, match=EXAMPLES[scale]):
        sharpen(tmp_path / "x.zip", resolution=resolution)
    if (bundled := models / f"{EXAMPLES[scale]}.srpk").exists():
        assert ModelPackage.load(bundled).net.scale == scale
    else:
        assert entries[EXAMPLES[scale]]["scales"] == [scale]


def test_models_that_do_not_fit(tmp_path, sharpen):
    path = write_product(tmp_path, **SMALL)
    make_package().save(tmp_path / "plain.srpk")
    fusion_package(COARSE[:-1]).save(tmp_path / "five.srpk")
    says = r"plain.srpk does not produce B05, .* from a guide, which is needed here"
    with pytest.raises(InputError, match=says):
        sharpen(path, model=str(tmp_path / "plain.srpk"))
    with pytest.raises(InputError, match=r"five.srpk does not produce B12 at 2 times finer pixels"):
        sharpen(path, model=str(tmp_path / "five.srpk"))
    with pytest.raises(InputError, match=r"does not support scale 4"):
        sharpen(path, resolution="2.5", sr_model=str(tmp_path / "plain.srpk"))
    with pytest.raises(InputError, match=r"five.srpk is not a model for RESOLUTION 5 m"):
        sharpen(path, resolution="5", sr_model=str(tmp_path / "five.srpk"))


def test_a_place_without_pixels(tmp_path, sharpen):
    path = write_product(tmp_path, **SMALL)
    with pytest.raises(NoOverlapError, match=r"EXTENT and S2A_MSIL2A_.* do not overlap"):
        sharpen(path, extent={"bounds": (0, 0, 9, 9), "crs": CRS})
    gap = (EASTING + 10 * SIZE - 100, NORTHING - 10 * SIZE, EASTING + 10 * SIZE, NORTHING - 10 * SIZE + 100)
    with pytest.raises(InputError, match="has no valid pixel there"):
        sharpen(path, extent={"bounds": gap, "crs": CRS})
    assert not (tmp_path / "out.tif").exists()


def test_all_files_that_are_missing_are_named_at_once(tmp_path, sharpen):
    path = write_product(tmp_path, leave_out=["B03_10m", "B12_20m"])
    with pytest.raises(InputError, match=r"lacks 2 of its files \(.*_B03_10m.jp2, .*_B12_20m.jp2\)"):
        sharpen(path)


def scene_files(folder, web, name, baseline, classes=True):
    """Serve bands of a scene as a catalogue has them; their addresses."""
    hrefs = {}
    added = 1000 if baseline >= "04" else 0
    for band in (*TEN_BANDS, "B01", "B09", *(["SCL"] if classes else [])):
        resolution = RESOLUTIONS.get(band, 20)
        pixels = classes_of() if band == "SCL" else reflectance(band)
        stored = pixels if band == "SCL" else np.where(pixels, pixels + added, 0).astype("uint16")
        height, width = stored.shape
        path = folder / f"{name}_{band}.tif"
        grid = rasterio.Affine(resolution, 0, EASTING, 0, -resolution, NORTHING)
        profile = {"driver": "GTiff", "crs": CRS, "transform": grid, "count": 1, "dtype": stored.dtype}
        with rasterio.open(path, "w", height=height, width=width, **profile) as dataset:
            dataset.write(stored, 1)
        hrefs[band] = web.holds(path, path.name)
    return hrefs


@pytest.mark.parametrize("mask_clouds", [False, True])
def test_the_clearest_scene_of_a_catalogue_gives_what_its_product_gives(
    tmp_path, sharpen, web_server, mask_clouds
):
    hrefs = scene_files(tmp_path, web_server, "scene", "05.09")
    bounds = (EASTING, NORTHING - 10 * SIZE, EASTING + 10 * SIZE, NORTHING)
    scenes = [
        item("cloudy", {"B02": "http://127.0.0.1:1/none.tif"}, cloud=19.0, bounds=bounds),
        item("clear", hrefs, cloud=1.0, bounds=bounds, **{"s2:processing_baseline": "05.09"}),
    ]
    expected, *_ = sharpen(
        write_product(tmp_path, **SMALL), extent=PLACE, atmosphere=True, mask_clouds=mask_clouds
    )
    api = StacApi(tmp_path, scenes)
    try:
        pixels, dataset, result, log = sharpen(
            extent=PLACE,
            date_range="2021",
            stac_api=api.address,
            timeout=5,
            atmosphere=True,
            mask_clouds=mask_clouds,
        )
    finally:
        api.close()
    assert result.scene == "clear"
    assert "the offset of 1000 is subtracted" in log
    assert set(dataset.scaling.scales) == {1e-4}
    np.testing.assert_array_equal(pixels, expected)


def test_a_scene_that_does_not_tell_its_clouds(tmp_path, sharpen, web_server):
    hrefs = scene_files(tmp_path, web_server, "scene", "03.00", classes=False)
    bounds = (EASTING, NORTHING - 10 * SIZE, EASTING + 10 * SIZE, NORTHING)
    api = StacApi(tmp_path, [item("one", hrefs, bounds=bounds)])
    try:
        with pytest.raises(InputError, match="one has no cloud mask"):
            sharpen(extent=PLACE, date_range="2021", stac_api=api.address, timeout=5, mask_clouds=True)
    finally:
        api.close()
