"""Rasters placed by GCPs, by RPCs, or by nothing: extents, parts and zooms of them, and what refuses them."""

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.control import GroundControlPoint
from rasterio.crs import CRS
from rasterio.rpc import RPC
from rasterio.transform import GCPTransformer, RPCTransformer
from rasterio.windows import Window

from sr_core.errors import InputError, NoOverlapError
from sr_core.parameter_types import Extent
from sr_core.raster.cog import cog_writer
from sr_core.raster.pixel_windows import find_window, ground_extent
from sr_core.raster.raster_reader import open_raster
from sr_core.raster.warp.pixel_transform import PixelTransform

from ..conftest import textured_pixels

WIDTH, HEIGHT = 56, 40


def tilted(col, row):
    """Where a pixel of the rasters placed by GCPs lies: turned, and bent by a square term."""
    return 500_000 + 9 * col + 3 * row + 0.01 * col * col, 5_000_000 + 3 * col - 9 * row


def points(turn=tilted):
    return [
        GroundControlPoint(row, col, *turn(col, row), 7.0)
        for row in (0, HEIGHT / 2, HEIGHT)
        for col in (0, WIDTH / 2, WIDTH)
    ]


def only(**at):
    return [at.get(f"n{i}", 0.0) for i in range(20)]


RPCS = RPC(
    height_off=120, height_scale=500, lat_off=45, lat_scale=0.01, long_off=7, long_scale=0.02,
    line_off=19.5, line_scale=20, samp_off=27.25, samp_scale=28,
    line_num_coeff=only(n2=-1.0, n1=0.1, n3=0.3), line_den_coeff=only(n0=1.0, n1=0.01),
    samp_num_coeff=only(n1=1.0, n2=0.05, n3=0.2), samp_den_coeff=only(n0=1.0),
)  # fmt: skip


@pytest.fixture
def make_unplaced(tmp_path):
    """`make_unplaced(name, **how)` writes a raster without an affine transform."""

    def make(name="in.tif", driver="GTiff", **how):
        pixels = textured_pixels(3, HEIGHT, WIDTH, "uint8")
        with rasterio.open(
            tmp_path / name, "w", driver=driver, width=WIDTH, height=HEIGHT, count=3, dtype="uint8", **how
        ) as dataset:
            dataset.write(pixels)
        return tmp_path / name

    return make


def copied(path, tmp_path, window, scale):
    """Write a part of a raster `scale` times finer, as jobs do; return the file."""
    with open_raster(path) as raster:
        profile = raster.profile.crop(window).zoom(scale)
        pixels, valid = raster.read(window)
    finer = [side.repeat(scale, axis=1).repeat(scale, axis=2) for side in (pixels, valid)]
    with cog_writer(tmp_path / "out.tif", profile) as writer:
        writer.write(*finer, Window(0, 0, finer[0].shape[2], finer[0].shape[1]))
        list(writer.finish())
    return tmp_path / "out.tif"


@pytest.mark.parametrize("scale", [1, 2, 3, 4, 8])
def test_gcps_follow_the_part_and_the_scale(make_unplaced, tmp_path, scale):
    path = make_unplaced(gcps=points(), crs="EPSG:32633")
    out = copied(path, tmp_path, Window(5, 8, 20, 12), scale)
    with rasterio.open(out) as result:
        found, crs = result.gcps
        assert crs.to_epsg() == 32633
        assert result.transform.is_identity  # one GDAL would prefer to the GCPs
        for before, after in zip(points(), found, strict=True):
            assert (after.x, after.y, after.z) == (before.x, before.y, before.z)
            assert after.col == pytest.approx(scale * (before.col - 5))
            assert after.row == pytest.approx(scale * (before.row - 8))


@pytest.mark.parametrize("scale", [1, 2, 3, 4, 8])
def test_rpcs_follow_the_part_and_the_scale_from_the_middle_of_a_pixel(make_unplaced, tmp_path, scale):
    out = copied(make_unplaced(rpcs=RPCS), tmp_path, Window(5, 8, 20, 12), scale)
    places = [6.99, 7.0, 7.004], [44.993, 45.0, 45.008]
    with rasterio.open(out) as result:
        assert result.transform.is_identity
        found = result.rpcs
    for height in (0, 120, 900):
        with RPCTransformer(RPCS) as before, RPCTransformer(found) as after:
            rows, cols = before.rowcol(*places, [height] * 3, op=float)
            finer_rows, finer_cols = after.rowcol(*places, [height] * 3, op=float)
        np.testing.assert_allclose(finer_cols, scale * (cols - 5), atol=1e-6)
        np.testing.assert_allclose(finer_rows, scale * (rows - 8), atol=1e-6)


def test_rpcs_beside_a_grid_are_kept_and_the_grid_counts(make_unplaced, tmp_path):
    grid = Affine(10, 0, 500_000, 0, -10, 5_000_000)
    path = make_unplaced(rpcs=RPCS, transform=grid, crs="EPSG:32633")
    with open_raster(path) as raster:
        assert find_window(Extent(bounds=(500_050, 4_999_900, 500_100, 4_999_920)), raster) == Window(
            5, 8, 5, 2
        )
    out = copied(path, tmp_path, Window(5, 8, 20, 12), 2)
    with rasterio.open(out) as result:
        assert result.transform == grid * Affine.translation(5, 8) * Affine.scale(0.5)
        assert result.crs.to_epsg() == 32633
        assert result.rpcs.samp_off == pytest.approx(2 * (RPCS.samp_off + 0.5 - 5) - 0.5)
        assert result.rpcs.line_scale == pytest.approx(2 * RPCS.line_scale)


def test_extents_work_by_gcps(make_unplaced):
    with open_raster(make_unplaced(gcps=points(), crs="EPSG:32633")) as raster:
        assert find_window(None, raster) == Window(0, 0, WIDTH, HEIGHT)
        x, y = tilted(20, 15)
        small = Extent(bounds=(x - 1, y - 1, x + 1, y + 1))
        assert find_window(small, raster) == Window(19, 14, 2, 2)
        degrees = rasterio.warp.transform_bounds("EPSG:32633", "EPSG:4326", *small.bounds)
        around = find_window(Extent(bounds=degrees, crs="EPSG:4326"), raster)
        assert (around.col_off, around.row_off) == (19, 14)
        with pytest.raises(NoOverlapError, match="reaches from 500000, 4999640 to"):
            find_window(Extent(bounds=(0, 0, 10, 10)), raster)
        with pytest.raises(InputError, match="coordinate reference system"):
            find_window(Extent(bounds=degrees, crs="nonsense"), raster)


def test_extents_work_by_rpcs_at_their_own_height(make_unplaced):
    with open_raster(make_unplaced(rpcs=RPCS)) as raster:
        with RPCTransformer(RPCS, RPC_HEIGHT=120) as transformer:
            (x,), (y,) = transformer.xy([15], [20], offset="ul")
        window = find_window(Extent(bounds=(x - 1e-5, y - 1e-5, x + 1e-5, y + 1e-5)), raster)
        assert window == Window(19, 14, 2, 2)
        assert ground_extent(raster).crs.startswith('GEOGCS["WGS 84"')
        west, south, east, north = ground_extent(raster).bounds
        assert 6.97 < west < 7 < east < 7.03
        assert 44.98 < south < 45 < north < 45.02


def test_too_few_points_are_explained(make_unplaced):
    with open_raster(make_unplaced(gcps=points()[:2], crs="EPSG:32633")) as raster:
        with pytest.raises(
            InputError, match=r"cannot be used to locate it .* warp it first .* leave EXTENT blank"
        ):
            find_window(Extent(bounds=(500_000, 4_999_900, 500_100, 5_000_000)), raster)
        assert find_window(None, raster) == Window(0, 0, WIDTH, HEIGHT)


@pytest.mark.parametrize("how", [{"gcps": points(), "crs": "EPSG:32633"}, {"rpcs": RPCS}])
def test_what_needs_a_grid_asks_to_warp(make_unplaced, make_raster, how):
    with open_raster(make_unplaced("raw.tif", **how)) as raw, open_raster(make_raster()) as grid:
        for pair in ((raw, grid), (grid, raw)):
            with pytest.raises(
                InputError, match=r"raw.tif is georeferenced only by ground control points .* warp it first"
            ):
                PixelTransform.between(*pair)


@pytest.mark.parametrize(("name", "driver"), [("in.tif", "GTiff"), ("in.png", "PNG"), ("in.jpg", "JPEG")])
def test_a_raster_without_a_place_lies_where_qgis_shows_it(make_unplaced, tmp_path, name, driver):
    path = make_unplaced(name, driver)
    with open_raster(path) as raster:
        assert tuple(raster.box.boundingbox.bbox) == (0, -HEIGHT, WIDTH, 0)
        assert find_window(Extent(bounds=(5, -20, 25, -8)), raster) == Window(5, 8, 20, 12)
    with rasterio.open(copied(path, tmp_path, Window(5, 8, 20, 12), 4)) as result:
        assert result.bounds == (5, -20, 25, -8)
        assert result.transform == Affine(0.25, 0, 5, 0, -0.25, -8)  # the first row is on top


def test_gcps_without_a_crs_are_taken_as_they_are(make_unplaced, tmp_path):
    path = make_unplaced(gcps=points(), crs=CRS())
    with rasterio.open(copied(path, tmp_path, Window(5, 8, 20, 12), 2)) as result:
        assert len(result.gcps[0]) == 9
        assert not result.gcps[1]
    with open_raster(path) as raster:
        x, y = tilted(20, 15)
        assert find_window(Extent(bounds=(x - 1, y - 1, x + 1, y + 1)), raster) == Window(19, 14, 2, 2)


def test_a_polynomial_is_fitted_as_gdal_fits_it(make_unplaced):
    with open_raster(make_unplaced(gcps=points(), crs="EPSG:32633")) as raster:
        control = raster.profile.ground_control
        with GCPTransformer(points()) as transformer:
            rows, cols = transformer.rowcol([500_200.0], [4_999_900.0], op=float)
        np.testing.assert_allclose(control.to_pixels([500_200.0], [4_999_900.0]).xy, (cols, rows))


@pytest.mark.parametrize(
    "numbers",
    (
        "0, 0, 0, 0, 0, 0",
        "5e5, nan, 0, 5e6, 0, -10",
        "nan, 10, 0, 0, 0, -10",
        "0, 1, 0, 0, 0, 0",
        "0, inf, 0, 0, 0, -1",
    ),
)
def test_a_geotransform_that_is_no_place_is_refused(tmp_path, make_raster, numbers):
    make_raster()
    path = tmp_path / "in.vrt"
    path.write_text(
        f"""<VRTDataset rasterXSize="56" rasterYSize="40"><SRS>EPSG:32633</SRS><GeoTransform>{numbers}</GeoTransform>
        <VRTRasterBand dataType="UInt16" band="1"><SimpleSource><SourceFilename relativeToVRT="1">in.tif</SourceFilename>
        </SimpleSource></VRTRasterBand></VRTDataset>"""
    )
    with (
        pytest.raises(InputError, match="invalid geotransform, of zeros or values that are not numbers"),
        open_raster(path),
    ):
        pass
