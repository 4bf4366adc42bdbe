"""Which bands of a raster or of tiles a model is given: by names and wavelengths, and what is refused or said."""

import numpy as np
import pytest
import rasterio
from rasterio.enums import ColorInterp

from sr_core.errors import InputError
from sr_core.inference.band_matching import ReorderedPredictor, match_bands, match_tiles
from sr_core.progress import run_to_end
from sr_core.raster.raster_reader import open_raster
from sr_core.raster.space_to_depth import fold_places
from sr_core.raster.wavelengths import are_apart, labels, suggest_bands, wavelength_of

from ..conftest import textured_pixels

RGBN = ("red", "green", "blue", "nir")


@pytest.fixture
def match(make_raster):
    """`match(names, wanted, ...)` returns the bands that are taken from a raster with these names, and what is logged."""

    def go(names, wanted=RGBN, *, bands=None, colours=None, tags=None, dtype="uint16"):
        path = make_raster(
            pixels=textured_pixels(len(names), 8, 8, dtype), photometric="MINISBLACK", ALPHA="NO"
        )
        with rasterio.open(path, "r+") as dataset:
            dataset.descriptions = names
            if colours:
                dataset.colorinterp = colours
            for band, each in enumerate(tags or [], 1):
                dataset.update_tags(band, **each)
        said = []
        with open_raster(path, bands) as raster:
            work = match_bands(raster, wanted, by_name=not bands)
            while True:
                try:
                    step = next(work)
                except StopIteration as finished:
                    return finished.value.bands, " ".join(said)
                said.append(step.text.format(**step.values))

    return go


@pytest.mark.parametrize(
    ("name", "centre"),
    [
        ("B04", 665), ("band B8A of S2", 865), ("SR_B5", 865), ("Near-infrared", 842), ("red", 665), ("R", 665),
        ("0.49 µm", 490), ("560.0 nm", 560), ("Band 4 - Red", 665), ("Red Edge 2", 740), ("vegetation red edge", 705),
        ("nir08", 865), ("short wave infrared 1", 1610), ("Shortwave infrared 2", 2200), ("blue band", 490),
        ("B4", None), ("", None), ("elevation", None), ("NIR - red", None), ("shortwave infrared", None),
        ("infrared thermal", None), ("thermal infrared", 10900), ("greenness", None),
    ],
)  # fmt: skip
def test_light_is_told_from_names(name, centre):
    assert wavelength_of(name) == centre


def test_centres_are_compared_as_bands_are_wide():
    assert not are_apart(1610, 1650)
    assert not are_apart(842, 865)
    assert are_apart(665, 705)
    assert are_apart(490, 560)
    assert not are_apart(None, 560)


def test_sensor_names_are_put_into_the_order_of_colours(match):
    bands, said = match(["B02", "B03", "B04", "B08"])
    assert bands == (3, 2, 1, 4)
    assert said == "Bands 3, 2, 1, 4 are those the model names."


def test_colours_are_put_into_the_order_of_sensor_names(match):
    assert match(["NIR", "Red", "Green", "Blue"], ("B02", "B03", "B04", "B08"))[0] == (4, 3, 2, 1)
    assert match(["SR_B5", "SR_B4", "SR_B3", "SR_B2"], RGBN)[0] == (2, 3, 4, 1)


def test_they_are_found_among_many(match):
    names = [f"B{n:02}" for n in range(1, 9)] + ["B8A", "B09", "B11", "B12"]
    assert match(names)[0] == (4, 3, 2, 8)
    assert match(names, ("swir1", "nir", "red"))[0] == (11, 8, 4)


@pytest.mark.parametrize("unit", ["Nanometers", "Micrometers"])
def test_wavelengths_in_the_file_count(match, unit):
    centres = [480, 555, 660, 850]
    scale = 1 if unit == "Nanometers" else 1e-3
    tags = [{"wavelength": f"{centre * scale:g}", "wavelength_units": unit} for centre in centres]
    bands, _ = match([""] * 4, tags=tags)
    assert bands == (3, 2, 1, 4)


def test_wavelengths_as_gdal_writes_them_count(make_raster):
    path = make_raster(bands=3)
    with rasterio.open(path, "r+") as dataset:
        for band, centre in enumerate((0.48, 0.56, 0.66), 1):
            dataset.update_tags(band, ns="IMAGERY", CENTRAL_WAVELENGTH_UM=centre)
    with open_raster(path) as raster:
        work = match_bands(raster, ("red", "green", "blue"), by_name=True)
        assert run_to_end(work).bands == (3, 2, 1)


def test_colours_that_the_file_claims_stand_for_names(match):
    colours = [ColorInterp.blue, ColorInterp.green, ColorInterp.red, ColorInterp.undefined]
    with pytest.raises(InputError, match=r"those of .* are blue, green, red, \?: .* BANDS=3,2,1,4\."):
        match([""] * 4, colours=colours)
    assert match([""] * 3, RGBN[:3], colours=colours[:3])[0] == (3, 2, 1)


@pytest.mark.parametrize(
    ("names", "wanted", "example"),
    [
        (["B02", "B03", "B04", "B11"], RGBN, "3,2,1,3"),  # nothing sees infrared
        (["VV", "VH", "red", "nir"], RGBN, "3,1,2,4"),  # red stands elsewhere
        (["blue", "", "", ""], RGBN, "2,3,1,4"),
        (["VH", "angle"], ("VV", "VH"), "2,1"),
    ],
)
def test_contradictions_are_refused(match, names, wanted, example):
    with pytest.raises(InputError, match=f"expects the bands .* BANDS={example}\\.$"):
        match(names, wanted)
    bands, said = match(names, wanted, bands=range(1, len(names) + 1))  # the user's word
    assert bands == tuple(range(1, len(names) + 1))
    assert "because BANDS says so" in said


def test_what_cannot_be_known_is_said(match):
    bands, said = match([""] * 4)
    assert bands == (1, 2, 3, 4)
    assert "whether bands 1, 2, 3, 4 of" in said
    assert "are red, green, blue, nir: check, or set BANDS" in said
    _, said = match(["red", "green", "blue", "ir?"], ("Red", "Green", "Blue", "x"))
    assert "whether band 4 of" in said
    assert "does not say what its bands are" in match(["red", "green"], ("", ""))[1]
    assert match([""] * 4, bands=[2, 1, 4, 3]) == ((2, 1, 4, 3), "")


@pytest.mark.parametrize(
    ("names", "wanted", "bands", "example", "missing"),
    [
        (["red", "green", "blue"], RGBN, None, "1,2,3,1", "nir"),
        (["", "", ""], RGBN, None, "1,2,3,1", "nir"),
        (["B02", "B03", "B04"], RGBN, None, "3,2,1,3", "nir"),
        ([""] * 12, RGBN, None, "1,2,3,4", None),
        (["x", "y", "B08", "B04", "z"], ("B04", "a", "B08"), None, "4,1,3", None),
        (["a"], RGBN, None, "1,1,1,1", "green, blue, nir"),
        (["B02", "B03", "B04", "B08"], RGBN, [1], "3,2,1,4", None),
    ],
)
def test_for_another_number_of_bands_something_is_offered_that_runs(
    match, names, wanted, bands, example, missing
):
    with pytest.raises(InputError, match=f"expects {len(wanted)} bands .* BANDS={example}") as refused:
        match(names, wanted, bands=bands)
    assert ("in place of" in str(refused.value)) == (missing is not None)
    if missing:
        assert str(refused.value).endswith(f"in place of {missing}.")
    chosen = [int(number) for number in example.split(",")]
    assert match(names, wanted, bands=chosen)[0] == tuple(chosen)


def test_a_suggestion_uses_each_band_once_where_it_can():
    places, substitutes = suggest_bands(labels(["red", "nir"]), labels(["", ""]))
    assert (places, substitutes) == ([0, 1], [])


def tiles(wanted, found):
    """Return the order of bands, and what is logged."""
    work, said = match_tiles(wanted, found, "tiles"), []
    while True:
        try:
            step = next(work)
        except StopIteration as finished:
            return finished.value, " ".join(said)
        said.append(step.text.format(**step.values))


def test_the_bands_of_tiles_are_put_in_order():
    order, said = tiles(RGBN, ("B02", "B03", "B04", "B08"))
    assert order == (2, 1, 0, 3)
    assert "Bands 3, 2, 1, 4 of the tiles" in said
    assert tiles(RGBN, RGBN) == ((0, 1, 2, 3), "")
    assert "are they the same?" in tiles(RGBN, ("", "", "", ""))[1]
    assert tiles(("", ""), ("", "")) == ((0, 1), "")


def test_tiles_of_other_bands_are_refused():
    with pytest.raises(InputError, match="expects the bands red, nir and the tiles in tiles have red, B11"):
        tiles(("red", "nir"), ("red", "B11"))
    with pytest.raises(InputError, match=r"takes 4 bands .* have 3 .* would be 1,2,3,1 of those"):
        tiles(RGBN, ("red", "green", "blue"))


def test_a_reordered_predictor_gives_bands_back_in_their_order():
    class Tenfold:
        scale, bands, device, halo, consistency, tags, notes = 2, 3, "cpu", 0, None, {}, []
        inputs, outputs, tile_size = 3, range(3), 8

        def upscale(self, lr):
            self.seen = lr
            return (lr * np.array([10, 100, 1000])[:, None, None]).repeat(2, axis=1).repeat(2, axis=2)

    inner = Tenfold()
    lr = np.array([1, 2, 3], np.float32)[:, None, None] * np.ones((1, 2, 2), np.float32)
    sr = ReorderedPredictor(inner, (2, 0, 1)).upscale(lr)
    assert inner.seen[:, 0, 0].tolist() == [3, 1, 2]
    assert sr[:, 0, 0].tolist() == [100, 2000, 30]


def test_a_guide_is_reordered_band_by_band():
    """Two bands and a guide of two with four channels each, of which tiles have both pairs exchanged."""

    class First:
        scale, bands, device, halo, consistency, tags, notes = 1, 2, "cpu", 0, None, {}, []
        inputs, outputs, tile_size = 10, range(2), 8

        def upscale(self, lr):
            self.seen = lr
            return lr[:2] * 10

    inner, order = First(), (1, 0, *fold_places((1, 0), 2, 2))
    predictor = ReorderedPredictor(inner, order)
    sr = predictor.upscale(np.arange(10, dtype=np.float32)[:, None, None])
    assert inner.seen.ravel().tolist() == [1, 0, 6, 7, 8, 9, 2, 3, 4, 5]
    assert sr.ravel().tolist() == [0, 10] and predictor.outputs == [0, 1]


def test_one_band_is_spoken_of_as_one(match):
    names = ["red", "green", "blue", "layer"]
    assert "It is not known whether band 4 of" in match(names, ("red", "green", "blue", "nir"))[1]
    assert "is nir" in match(names, ("red", "green", "blue", "nir"))[1]
    said = match(["red", "green"], ("red", "nir"), bands=(1, 2))[1]
    assert "expects the band nir, and band 2 of" in said and "it is taken because BANDS says so" in said


def test_a_band_taken_for_transparency_is_named(make_raster):
    pixels = textured_pixels(4, 40, 56, "uint8")
    pixels[3] = 255
    pixels[3, :5] = 0
    path = make_raster(pixels=pixels, photometric="RGB", alpha="YES")
    with (
        open_raster(path) as raster,
        pytest.raises(InputError, match=r"band 4 was taken for transparency.*BANDS=1,2,3,4"),
    ):
        list(match_bands(raster, RGBN, by_name=True))


@pytest.mark.parametrize("bands", [None, (1,)])
@pytest.mark.parametrize(("wanted", "step"), [(("",), 1), (("panchromatic",), 1), (("",), 2)])
def test_a_colour_table_of_greys_is_one_band_where_one_is_wanted(make_raster, wanted, step, bands):
    indices = np.arange(96, dtype="uint8").reshape(1, 8, 12)
    path = make_raster(pixels=indices)
    with rasterio.open(path, "r+") as dataset:
        dataset.write_colormap(1, {i: (i // step,) * 3 + (255,) for i in range(256)})
    with open_raster(path, bands) as raster:
        chosen = run_to_end(match_bands(raster, wanted, by_name=not bands))
        np.testing.assert_array_equal(chosen.read(chosen.region)[0], indices // step)
