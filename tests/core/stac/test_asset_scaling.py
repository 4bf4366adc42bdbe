"""Scale and offset of scenes that are fetched."""

import pytest
import rasterio

from ..support.local_servers import item, write_scene
from .test_find_scene import asked

__all__ = ["asked"]

BANDS = ("B04", "B03")


@pytest.fixture
def fetch(asked, tmp_path, web_server):
    """Fetch two bands of a scene; return scales, offsets and units."""

    def run(in_file=None, in_catalogue=None, **properties):
        hrefs = write_scene(tmp_path, web_server, "scene", BANDS)
        for name, href in hrefs.items():
            if in_file:
                path = tmp_path / f"scene_{name}.tif"
                with rasterio.open(path, "r+") as dataset:
                    dataset.scales, dataset.offsets = (in_file[0],), (in_file[1],)
                assert web_server.holds(path, path.name) == href
        scene = item("one", hrefs, **properties)
        for asset in scene["assets"].values():
            asset.update(in_catalogue or {})
        asked([scene], assets=",".join(BANDS), output=str(tmp_path / "out.tif"))
        with rasterio.open(tmp_path / "out.tif") as out:
            return out.scales, out.offsets, out.units

    return run


OF_LANDSAT = {"scale": 2.75e-5, "offset": -0.2, "unit": "reflectance"}
LANDSAT = (2.75e-5,) * 2, (-0.2,) * 2, ("reflectance",) * 2


@pytest.mark.parametrize(
    "fields",
    [
        {"raster:bands": [OF_LANDSAT]},
        {"bands": [{"raster:scale": 2.75e-5, "raster:offset": -0.2, "unit": "reflectance"}]},
        {"raster:scale": 2.75e-5, "raster:offset": -0.2, "unit": "reflectance"},
    ],
)
def test_what_the_catalogue_declares_goes_into_the_file(fetch, fields):
    assert fetch(in_catalogue=fields) == LANDSAT


def test_what_the_file_declares_comes_first(fetch):
    assert fetch((3e-5, -0.3), {"raster:bands": [OF_LANDSAT]})[:2] == ((3e-5,) * 2, (-0.3,) * 2)


@pytest.mark.parametrize(
    "properties", [{"s2:processing_baseline": "05.09"}, {"earthsearch:boa_offset_applied": True}]
)
def test_an_offset_that_pixels_have_lost_is_not_declared(fetch, properties):
    scales, offsets, _ = fetch((1e-4, -0.1), **properties)
    assert (scales, offsets) == ((1e-4,) * 2, (0.0,) * 2)


def test_an_offset_that_pixels_have_is_declared(fetch):
    assert fetch((1e-4, -0.1), **{"s2:processing_baseline": "03.00"})[1] == (-0.1,) * 2


def test_a_scene_of_which_nothing_is_declared_declares_nothing(fetch):
    assert fetch() == ((1.0,) * 2, (0.0,) * 2, (None,) * 2)
