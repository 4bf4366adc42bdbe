"""A model checked against a layer: bands, warnings, and the forecast of the result."""

import pytest
from finer.processing_provider.dialogs import run_timings
from finer.processing_provider.dialogs.preflight import Preflight, format_bytes
from finer.processing_provider.layers.band_matching import (
    band_wavelength,
    is_contradictory,
    match_bands,
    suggest_bands,
)
from finer.processing_provider.model_file import Model
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsRasterLayer, QgsRectangle


def model(bands=("B02", "B03", "B04", "B08"), dtype="uint16", sampling=None, **info):
    info = {"scale": 4, "bands": list(bands), "backbone": {"id": "edsr"}, "dtype": dtype, **info}
    return Model("/m.srpk", info, sampling or {}, "EDSR ×4", None)


@pytest.mark.parametrize(
    ("name", "centre"),
    [
        ("B04", 665),
        ("band B8A of S2", 865),
        ("B4", None),  # Landsat's is another one than Sentinel-2's
        ("SR_B5", 865),
        ("Near-infrared", 842),
        ("red", 665),
        ("0.49 µm", 490),
        ("560.0 nm", 560),
        ("", None),
        ("elevation", None),
    ],
)
def test_light_is_told_from_names(name, centre):
    assert band_wavelength(name) == centre


def test_bands_are_matched_by_name_then_by_light():
    assert match_bands(["B04", "B03"], ["B02", "B03", "B04"]) == [3, 2]
    assert match_bands(["blue", "green", "red", "nir"], ["B04", "B03", "B02", "B08"]) == [3, 2, 1, 4]
    assert match_bands(["B08"], ["B8A", "B08"]) == [2]
    assert match_bands(["B08"], ["B8A", "B04"]) == [1]  # 23 nm beside it
    assert match_bands(["red"], ["Red", "B04"]) == [1]  # the name rules
    assert match_bands(["B04"], ["red", "Red"]) is None  # two of them
    assert match_bands(["B04", "red"], ["B04", "B03"]) is None  # no band twice
    assert match_bands(["swir1"], ["B04", "B03"]) is None
    assert match_bands([""], ["B04"]) is None


def test_what_is_refused_or_missing_is_seen_as_the_engine_sees_it():
    model_bands = ["red", "green", "blue", "nir"]
    assert is_contradictory(model_bands, ["B02", "B03", "B04", "B11"])
    assert is_contradictory(["VV", "VH"], ["VH", "angle"])
    assert not is_contradictory(model_bands, ["red", "", "blue", ""])
    assert suggest_bands(model_bands, ["red", "green", "blue"]) == ([1, 2, 3, 1], ["nir"])
    assert suggest_bands(model_bands, ["", "", ""]) == ([1, 2, 3, 1], ["nir"])
    assert suggest_bands(model_bands, [""] * 12) == ([1, 2, 3, 4], [])


def layer(raster, **how):
    return QgsRasterLayer(raster("a.tif", **how), "a")


def test_a_layer_that_fits_needs_no_warning(make_raster):
    names = ["B08", "B04", "B03", "B02"]
    preflight = Preflight(model(data={"ground_resolution": 10}), layer(make_raster, names=names))
    assert preflight.matching_bands() == [4, 3, 2, 1]
    assert list(preflight.warnings()) == []
    assert list(preflight.warnings([4, 3, 2, 1])) == []
    (warning,) = preflight.warnings([1, 2, 3, 4])
    assert "4, 3, 2, 1, and 1, 2, 3, 4 are chosen" in warning
    (warning,) = preflight.warnings([1])
    assert "expects 4 bands (B02, B03, B04, B08), and 1 are chosen" in warning


def test_what_does_not_fit_is_said(make_raster):
    far = model(dtype="uint8", data={"ground_resolution": 0.6})
    bands, resolution, dtype = Preflight(far, layer(make_raster, bands=3)).warnings()
    assert "expects 4 bands (B02, B03, B04, B08) and the layer has 3" in bands
    assert bands.endswith("such as 1,2,3,1, which gives it another band in place of B08.")
    (many,) = Preflight(model(), layer(make_raster, bands=5)).warnings()
    assert "the layer has 5: choose them in Bands, in this order, such as 1,2,3,4." in many
    assert "pixels of 0.6 m and the layer's are 10 m" in resolution
    assert "uint8 pixels and the layer's are uint16: set Gain" in dtype
    (unnamed,) = Preflight(model(), layer(make_raster)).warnings()
    assert "band names do not tell" in unnamed
    other = layer(make_raster, names=["B02", "B03", "B04", "B11"])
    (wrong,) = Preflight(model(), other).warnings()
    assert "the layer's are B02, B03, B04, B11" in wrong and wrong.endswith("such as 1,2,3,3.")
    assert list(Preflight(model(bands=[""] * 4), layer(make_raster)).warnings()) == []


def test_a_declared_scale_says_what_pixels_are_worth(make_raster):
    path = make_raster("a.tif", names=["B02", "B03", "B04", "B08"])
    dataset = gdal.Open(path, gdal.GA_Update)
    for band in range(1, 5):
        dataset.GetRasterBand(band).SetScale(1e-4)
    dataset = None
    for dtype in ("uint16", "uint8"):
        assert not list(Preflight(model(dtype=dtype), QgsRasterLayer(path, "a")).warnings())


def test_a_colour_table_is_three_bands(tmp_path):
    path = str(tmp_path / "a.tif")
    dataset = gdal.GetDriverByName("GTiff").Create(path, 8, 8, 1)
    colours = gdal.ColorTable()
    colours.SetColorEntry(1, (9, 8, 7, 255))
    dataset.GetRasterBand(1).SetColorTable(colours)
    dataset = None
    found = Preflight(model(("blue", "green", "red"), "uint8"), QgsRasterLayer(path, "a"))
    assert found.matching_bands() == [3, 2, 1] and not list(found.warnings())


def test_pixels_in_degrees_are_compared_in_metres(make_raster):
    here = Preflight(model(), layer(make_raster, epsg=4326, pixel=1e-5, size=(4, 3)))
    here.extent = QgsRectangle(10, 59.9999, 10.0001, 60.0001)
    assert here.pixel_metres() == pytest.approx(
        0.558, rel=0.01
    )  # of a degree of longitude at 60°: half of 111.3 km
    assert Preflight(model(), layer(make_raster, epsg=None)).pixel_metres() is None


def test_pixels_of_web_mercator_are_as_large_as_on_the_ground(make_raster):
    here = Preflight(model(), layer(make_raster, epsg=3857, pixel=10, size=(4, 3)))
    here.extent = QgsRectangle(1e6, 8399700, 1e6 + 40, 8399776)
    assert here.pixel_metres() == pytest.approx(5.01, rel=0.002)  # at 60°
    assert Preflight(model(), layer(make_raster, epsg=32633, pixel=10)).pixel_metres() == 10


@pytest.mark.parametrize(
    ("crs", "north", "metres"),
    [
        ("+proj=sinu +R=6371007.181 +units=m", 4.4e6, 500),  # MODIS' products
        ("+proj=tmerc +lon_0=9 +a=6378137 +rf=298.25 +units=ft", 2, 500 * 0.3048),
        ("+proj=merc +a=6378137 +b=6378137 +units=m", 8399738, 250.5),  # Web Mercator at 60°
        ('LOCAL_CS["site",UNIT["foot",0.3048]]', 2, 500 * 0.3048),
    ],
)
def test_pixels_of_a_crs_without_a_code_are_measured(make_raster, crs, north, metres):
    shown = layer(make_raster, epsg=32633, pixel=500, size=(4, 3))
    found = QgsCoordinateReferenceSystem()
    assert found.createFromProj(crs) if crs.startswith("+") else found.createFromWkt(crs)
    shown.setCrs(found)
    here = Preflight(model(), shown)
    here.extent = QgsRectangle(0, north - 1, 20, north + 1)
    assert here.pixel_metres() == pytest.approx(metres, rel=0.005)


def test_the_forecast_says_size_and_disk(make_raster):
    whole = Preflight(model(), layer(make_raster))
    assert whole.forecast({}) == "160 × 120 pixels, pixels of 2.5 m, at most 154 kB on the disk"
    part = Preflight(model(), layer(make_raster), QgsRectangle(500_005, 0, 500_105, 4_000_000))
    assert part.result_size(2) == (20, 60)
    assert Preflight(model(), layer(make_raster), QgsRectangle(0, 0, 1, 1)).forecast({}) == ""


def test_an_online_layer_has_a_forecast_once_extent_and_pixel_size_are_set(make_xyz_layer):
    extent = QgsRectangle(0, 0, 1000, 500)
    assert Preflight(model(dtype=None), make_xyz_layer(), extent).forecast({}) == ""
    assert Preflight(model(dtype=None), make_xyz_layer(), None, 10).forecast({}) == ""
    assert (
        Preflight(model(dtype=None), make_xyz_layer(), extent, 10).forecast({}).startswith("400 × 200 pixels")
    )


@pytest.mark.parametrize(
    ("bands", "fits"),
    [
        (("Red", "Green", "Blue"), True),
        (("B04", "B03", "B02"), True),
        (("", "", ""), True),
        (("B02", "B03", "B04"), True),  # the engine puts them in order
        (("nir", "red", "green"), False),
        (("Red", "Green", "Blue", "NIR"), False),
    ],
)
def test_a_picture_from_a_server_has_three_colours(make_xyz_layer, bands, fits):
    preflight = Preflight(model(bands=bands, dtype=None), make_xyz_layer())
    assert preflight.matching_bands() is None  # its one band in QGIS is not to be chosen
    warning = list(preflight.warnings())
    assert (
        warning == []
        if fits
        else f"expects {len(bands)} bands" in warning[0] and "another model or layer" in warning[0]
    )


def test_the_time_is_what_was_measured_and_nothing_else(make_raster, monkeypatch):
    preflight, clock = Preflight(model(), layer(make_raster)), [0.0]
    monkeypatch.setattr(run_timings.time, "monotonic", lambda: clock[0])
    assert "about" not in preflight.forecast({"device": "auto"})
    timer = run_timings.RunTimer()
    list(timer.watch([{"event": "started", "device_name": "GPU: X"}, {"event": "progress"}]))
    clock[0] = 60
    timer.record(run_timings.work_key(model(), {"device": "auto", "seed": 3}), 9600)
    assert preflight.forecast({"device": "auto", "seed": 4}).endswith(
        "about 2 min on GPU: X, as when it last ran here"
    )
    assert "about" not in preflight.forecast({"device": "cpu"})
    timer = run_timings.RunTimer()
    list(timer.watch([{"event": "progress"}]))
    clock[0] = 61
    timer.record("short", 1)
    assert run_timings.estimate("short", 1) is None


def test_a_short_run_suggests_the_time_until_a_longer_one_was_measured(make_raster, monkeypatch):
    preflight, clock, key = Preflight(model(), layer(make_raster)), [0.0], run_timings.work_key(model(), {})
    monkeypatch.setattr(run_timings.time, "monotonic", lambda: clock[0])
    monkeypatch.setattr(run_timings, "_short_runs", {})

    def run(seconds, amount):
        """A run whose only tile is its first progress."""
        timer = run_timings.RunTimer()
        for event in timer.watch([{"event": "started", "device_name": "GPU: X"}, {"event": "progress"}]):
            if event["event"] == "started":
                clock[0] += seconds
        timer.record(key, amount)

    run(2.5, 100)  # which is as good as nothing
    assert "about" not in preflight.forecast({})
    run(2.5, 20_000)
    assert run_timings.estimate_by_short_run(key, 200_000) == (pytest.approx(25), "GPU: X")
    assert preflight.forecast({}).endswith("about 5 s on GPU: X, estimated by a short test run")
    assert run_timings.estimate(key, 1) is None
    monkeypatch.setattr(run_timings, "_read", lambda: {key: [0.002, "GPU: X"]})
    assert preflight.forecast({}).endswith("about 40 s on GPU: X, as when it last ran here")


def test_of_a_diffusion_model_steps_and_samples_count():
    sampled = model(sampling={"sampler": {"id": "ddim", "n_timestep": 20}})
    assert run_timings.work_key(sampled, {"samples": 2}) != run_timings.work_key(sampled, {"samples": 4})
    assert run_timings.work_key(model(), {"samples": 2}) == run_timings.work_key(model(), {"samples": 4})


def test_bytes_are_said_as_people_say_them():
    assert [format_bytes(n) for n in (154_000, 4_190_000, 12_300_000_000)] == ["154 kB", "4.19 MB", "12.3 GB"]
