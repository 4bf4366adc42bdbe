"""Where results lie whose raster has no pixel grid on the map, and which of its bands the model was given."""

import numpy as np
import pytest
import rasterio
from rasterio.control import GroundControlPoint

from sr_core.errors import InputError
from sr_core.jobs import Job, Log
from sr_core.jobs.find_scene import Place
from sr_core.progress import run_to_end
from sr_core.raster.radiometry import Radiometry

from ..conftest import textured_pixels
from ..support.small_packages import make_package

DATA = {"folder": "t", "tiles": {}, "tile_size": 64, "ground_resolution": 2.5}
POINTS = [
    GroundControlPoint(row, col, 500_000 + 10 * col + row, 5_000_000 - 10 * row)
    for row in (0, 20, 40)
    for col in (0, 28, 56)
]


@pytest.fixture
def classify(tmp_path):
    """`classify(path, package, ...)` returns the result of the job, and all that it logs."""

    def go(path, model, **options):
        model.save(tmp_path / "m.srpk")
        job = Job.load(
            {
                "id": "classify_pixels", "input": str(path), "model": str(tmp_path / "m.srpk"),
                "output": str(tmp_path / "sr.tif"), **options,
            }
        )  # fmt: skip
        work, said = job.run(), []
        while True:
            try:
                step = next(work)
            except StopIteration as finished:
                return finished.value, "\n".join(said)
            if isinstance(step, Log):
                said.append(step.text.format(**step.values))

    return go


def write(path, **how):
    with rasterio.open(
        path, "w", driver="GTiff", width=56, height=40, count=2, dtype="uint16", **how
    ) as dataset:
        dataset.write(textured_pixels(2, 40, 56))
    return path


@pytest.fixture
def gcp_raster(tmp_path):
    return write(tmp_path / "gcp.tif", gcps=POINTS, crs="EPSG:32633")


def test_an_extent_of_a_raster_placed_by_gcps(classify, gcp_raster, tmp_path):
    extent = {"bounds": [500_200, 4_999_800, 500_300, 4_999_900]}
    result, _ = classify(gcp_raster, make_package(), extent=extent)
    with rasterio.open(tmp_path / "sr.tif") as sr:
        points, crs = sr.gcps
        assert crs.to_epsg() == 32633
        assert (
            sr.shape == (result.height, result.width) == (20, 22)
        )  # 10 rows, and 11 columns for what is slanted
        col, row = points[0].col / 2, points[0].row / 2
        assert (col, row) == (-18, -10)


def test_a_raster_without_a_place_comes_out_on_itself(classify, tmp_path):
    path = write(tmp_path / "plain.tif")
    classify(path, make_package())
    with rasterio.open(tmp_path / "sr.tif") as sr:
        assert sr.bounds == (0, -40, 56, 0)
        assert sr.transform.e == -0.5
        everything = sr.read()
    classify(path, make_package(), extent={"bounds": [10, -30, 30, -20]})
    with rasterio.open(tmp_path / "sr.tif") as sr:
        assert sr.bounds == (10, -30, 30, -20)
        part = sr.read()
    assert np.corrcoef(part.ravel(), everything[:, 40:60, 20:60].ravel())[0, 1] > 0.99


def test_pansharpening_asks_to_warp(gcp_raster, make_raster, tmp_path):
    job = {"id": "pansharpen", "input": str(gcp_raster), "pan": str(make_raster(bands=1))}
    with pytest.raises(
        InputError, match=r"gcp.tif is georeferenced only by ground control points .* warp it first"
    ):
        run_to_end(Job.load({**job, "output": str(tmp_path / "sharp.tif")}).run())
    assert not (tmp_path / "sharp.tif").exists()


def test_tiles_of_a_raster_placed_by_gcps_have_them_too(gcp_raster, tmp_path):
    job = {"id": "export_tiles", "input": str(gcp_raster), "output": str(tmp_path / "tiles")}
    run_to_end(Job.load({**job, "scale": 2, "tile_size": 16, "stride": 8, "split": [100, 0, 0]}).run())
    tiles = sorted((tmp_path / "tiles").glob("train/*/*.tif"))
    assert len(tiles) > 2
    for path in tiles:
        scale = 2 if path.parent.name == "lr" else 1
        with rasterio.open(path) as tile, rasterio.open(gcp_raster) as source:
            points, crs = tile.gcps
            assert crs.to_epsg() == 32633
            left, top = -points[0].col * scale, -points[0].row * scale
            if scale == 1:
                window = rasterio.windows.Window(left, top, 16, 16)
                np.testing.assert_array_equal(tile.read(), source.read(window=window))
            assert points[-1].col * scale == 56 - left


def test_tiles_of_two_rasters_of_which_one_has_gcps_ask_to_warp(gcp_raster, make_raster, tmp_path):
    job = {"id": "export_tiles", "input": str(make_raster()), "input_lr": str(gcp_raster), "scale": 2}
    with pytest.raises(
        InputError, match=r"gcp.tif is georeferenced only by ground control points .* warp it first"
    ):
        run_to_end(Job.load({**job, "tile_size": 16, "output": str(tmp_path / "tiles")}).run())


def test_the_bands_and_pixels_are_looked_at(classify, make_raster):
    path = make_raster()
    with rasterio.open(path, "r+") as dataset:
        dataset.descriptions = ("B08", "B04")
    result, said = classify(path, make_package(bands=("red", "nir"), data=DATA))
    assert result.bands_used == "2,1"
    assert "Bands 2, 1 are those the model names." in said
    assert "trained on pixels of 2.5 m and those of" in said and "are 10 m" in said
    with pytest.raises(InputError, match="expects the bands red, blue"):
        classify(path, make_package(bands=("red", "blue")))
    result, said = classify(path, make_package(bands=("red", "blue")), bands=[2, 2])
    assert result.bands_used == "2,2"
    assert "because BANDS says so" in said
    near = DATA | {"ground_resolution": 8}
    assert "trained on pixels" not in classify(path, make_package(bands=("red", "nir"), data=near))[1]


def test_the_pixel_size_of_gcps_is_known(classify, gcp_raster):
    assert "are 10 m" in classify(gcp_raster, make_package(data=DATA))[1]


def turned_package(bands):
    """Return the small package with its two bands exchanged: the same network for a raster in the other order."""
    model = make_package()
    info = model.info
    swapped = {name: getattr(info, name)[::-1] for name in ("mean", "std")}
    radiometry = info.radiometry
    swapped["radiometry"] = Radiometry(gain=radiometry.gain[::-1], offset=radiometry.offset[::-1])
    other = make_package(bands=bands, **swapped)
    weights = model.net.state_dict()
    for name, tensor in weights.items():
        if tensor.ndim == 4 and tensor.shape[1] == 2:
            weights[name] = tensor.flip(1)
        elif name.startswith("body") and tensor.shape[0] == 2:
            weights[name] = tensor.flip(0)
    own = other.net.state_dict()
    other.net.load_state_dict({name: weights[name] if name.startswith("body") else own[name] for name in own})
    return other


def test_an_evaluation_takes_the_bands_of_tiles_by_name(make_raster, tmp_path):
    path = make_raster(bands=2, size=(96, 96))
    with rasterio.open(path, "r+") as dataset:
        dataset.descriptions = ("B08", "B04")
    tiles = {"scale": 2, "tile_size": 32, "split": [0, 0, 100], "output": str(tmp_path / "tiles")}
    run_to_end(Job.load({"id": "export_tiles", "input": str(path), **tiles}).run())
    figures = {}
    for name, model in {
        "same": make_package(bands=("B08", "B04")),
        "turned": turned_package(("red", "nir")),
    }.items():
        model.save(tmp_path / f"{name}.srpk")
        job = {"id": "evaluate_model", "model": str(tmp_path / f"{name}.srpk"), "tiles": tiles["output"]}
        figures[name] = run_to_end(Job.load({**job, "output_html": str(tmp_path / "page.html")}).run())
    same, turned = (each.model_dump(exclude_none=True) for each in figures.values())
    assert turned == pytest.approx(same, rel=1e-3)
    make_package(bands=("nir", "blue")).save(tmp_path / "other.srpk")
    job = {"id": "evaluate_model", "model": str(tmp_path / "other.srpk"), "tiles": tiles["output"]}
    with pytest.raises(InputError, match="expects the bands nir, blue and the tiles"):
        run_to_end(Job.load({**job, "output_html": str(tmp_path / "page.html")}).run())


def test_a_scene_is_looked_for_where_gcps_say(gcp_raster, tmp_path):
    place = Place(input=str(gcp_raster)).bounds()
    np.testing.assert_allclose(place.bounds, (500_000, 4_999_600, 500_600, 5_000_000))
    assert "33N" in place.crs
    lost = write(tmp_path / "lost.tif", crs="EPSG:32633")  # and no transform
    with pytest.raises(InputError, match="no coordinate reference system: assign one, or set EXTENT"):
        Place(input=str(lost)).bounds()
