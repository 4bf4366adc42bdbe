"""Low-resolution rasters of other coordinate systems and pixel sizes, brought onto the pixels of the high-resolution one."""

from __future__ import annotations

import os
import shutil
import subprocess

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.enums import Resampling
from rasterio.warp import calculate_default_transform, reproject, transform
from rasterio.windows import Window

from sr_core.datasets.lr_origin import Observed
from sr_core.tile_export.scene import survey
from sr_core.tile_export.source_opener import RasterFile

from ..conftest import textured_pixels
from ..support.export_runs import GRID, everything, logs, offset, run

UTM = "EPSG:32633"
KINDS = {
    "same": (UTM, 20, 0),
    "finer": (UTM, 13, 0),
    "much finer": (UTM, 11, 0),
    "coarser": (UTM, 27, 0),
    "turned": (UTM, 17, 25),
    "next zone": ("EPSG:32632", 20, 0),
    "web map": ("EPSG:3857", 26, 0),
    "degrees": ("EPSG:4326", 0.0002, 0),
}


def grid(kind, size):
    """CRS, transform and shape of a raster of this kind over `size` metres from the corner of GRID."""
    crs, side, angle = KINDS[kind]
    corners = [(GRID.c + x * size, GRID.f - y * size) for x in (0, 1) for y in (0, 1)]
    x, y = transform(UTM, crs, *zip(*corners, strict=True))
    west, north = min(x) - 3.3 * side, max(y) + 4.6 * side
    place = Affine.translation(west, north) * Affine.rotation(angle) * Affine.scale(side, -side)
    if angle:
        place = Affine.translation(-0.5 * size, 0.1 * size) * place
    length = max(max(x) - min(x), max(y) - min(y)) * (2 if angle else 1.05)
    return crs, place, (int(length / side) + 9,) * 2


def land(x, y):
    """A smooth surface over UTM coordinates."""
    return 5000 + 900 * np.sin((x - 5e5) / 210) + 700 * np.cos((y - 5e6) / 170)


def on(crs, place, shape):
    rows, cols = np.mgrid[: shape[0], : shape[1]] + 0.5
    x, y = place * (cols, rows)
    x, y = (np.reshape(side, shape) for side in transform(crs, UTM, x.ravel(), y.ravel()))
    return np.rint(land(x, y))[None].astype("uint16")


@pytest.fixture
def pair(make_raster):
    """HR of 10 m pixels, and LR of a kind."""

    def make(kind, lr_pixels=on, side=72, **options):
        crs, place, shape = grid(kind, 10 * side)
        hr = make_raster("hr.tif", on(UTM, GRID, (side, side)), transform=GRID)
        return hr, make_raster("lr.tif", lr_pixels(crs, place, shape), transform=place, crs=crs, **options)

    return make


@pytest.mark.parametrize("kind", KINDS)
def test_land_lies_where_it_is(tmp_path, pair, kind):
    """Whatever grid it is sampled on, a smooth surface is the same on HR's pixels."""
    hr, lr = pair(kind)
    tiles, steps = run(tmp_path, hr, input_lr=str(lr), split=(0, 0, 100))
    assert tiles.info.degradation == Observed(resampled=True) and len(tiles.names("test")) >= 40
    for _, _, fine, coarse in everything(tiles):
        assert coarse.crs == fine.crs and coarse.transform == fine.transform * Affine.scale(2)
        assert coarse.bounds == fine.bounds
        expected = on(UTM, coarse.transform, coarse.shape)
        inner = np.s_[:, 1:-1, 1:-1]
        assert np.abs(coarse.read().astype(float) - expected)[inner].max() < 14  # of slopes of 80 a pixel
    said = logs(steps)
    crs = KINDS[kind][0]
    assert ("is reprojected into" in said) == (crs != UTM)
    assert ("averaged by antialiased" in said) == (kind in ("finer", "much finer", "turned", "web map"))
    assert ("Warning: its pixels are" in said) == (kind in ("coarser", "degrees"))


@pytest.mark.parametrize("kind", ["turned", "degrees"])
def test_test_tiles_know_nothing_of_training_land(tmp_path, pair, kind):
    """Whatever LR's pixels outside the blocks of test tiles are, those tiles are the same to the bit."""

    def rough(crs, place, shape):
        return textured_pixels(1, *shape, "uint16")

    hr, lr = pair(kind, rough, side=160)
    options = {"input_lr": str(lr), "stride": 16}
    tiles, _ = run(tmp_path, hr, **options)
    with rasterio.open(lr, "r+") as source:
        rows, cols = np.mgrid[: source.height, : source.width] + 0.5
        x, y = source.transform * (cols, rows)
        x, y = transform(source.crs, UTM, x.ravel(), y.ravel())
        col, row = (np.reshape(side, cols.shape) for side in ~GRID * (np.array(x), np.array(y)))
        tested = np.zeros(cols.shape, bool)
        for top, left in map(offset, tiles.require("test")):
            tested |= (row > top) & (row < top + 16) & (col > left) & (col < left + 16)
        assert 0 < tested.mean() < 0.3
        source.write(np.where(tested, source.read(), 1).astype("uint16"))
    again, _ = run(tmp_path, hr, "again", **options)
    assert again.names("test") == tiles.names("test")
    for name in tiles.names("test"):
        assert (again.read("test", name).lr == tiles.read("test", name).lr).all()
    assert any((again.read("train", n).lr != tiles.read("train", n).lr).any() for n in tiles.names("train"))


@pytest.mark.parametrize("kind", ["finer", "degrees"])
def test_gaps_are_left_out(tmp_path, pair, kind):
    hr, lr = pair(kind, nodata=0)
    with rasterio.open(lr, "r+") as source:
        pixels = source.read()
        pixels[:, pixels.shape[1] // 2 :] = 0  # the southern half
        source.write(pixels)
        edge = source.transform * (pixels.shape[2] / 2, pixels.shape[1] // 2)
        _, edge = ~GRID * [side[0] for side in transform(source.crs, UTM, *([side] for side in edge))]
    tiles, _ = run(tmp_path, hr, input_lr=str(lr), split=(0, 0, 100))
    lowest = max(row + 16 for row, _ in map(offset, tiles.names("test")))
    assert edge - 9 < lowest < edge + 2


@pytest.mark.parametrize("kind", ["next zone", "finer"])
def test_align_works_on_it_too(tmp_path, make_raster, shared_data, kind):
    """A Landsat scene beside itself, shifted, on another grid: the shift is found in pixels of LR tiles."""
    with rasterio.open(shared_data / "landsat/l8_zion_rgbn_30m.tif") as source:
        hr = source.read([1, 2], window=Window(200, 300, 640, 640))
        place = source.transform * Affine.translation(200, 300)
        wanted, side = ("EPSG:32611", 60) if kind == "next zone" else (source.crs, 41)
        crs = source.crs
    shifted = place * Affine.translation(1.2, -0.8)  # the land appears 0.6 LR pixels to the right and 0.4 up
    bounds = rasterio.transform.array_bounds(640, 640, shifted)
    lr_place, width, height = calculate_default_transform(crs, wanted, 640, 640, *bounds, resolution=side)
    lr = np.zeros((2, height, width), "uint16")
    reproject(
        hr, lr, src_transform=shifted, dst_transform=lr_place, src_crs=crs, dst_crs=wanted,
        resampling=Resampling.cubic, src_nodata=65535, dst_nodata=65535, init_dest_nodata=True,
    )  # fmt: skip
    hr_path = make_raster("hr.tif", hr, transform=place, crs=crs, nodata=65535)
    lr_path = make_raster("lr.tif", lr, transform=lr_place, crs=wanted, nodata=65535)
    _, steps = run(tmp_path, hr_path, input_lr=str(lr_path), align=True, tile_size=64, stride=64)
    (said,) = (line for line in logs(steps).splitlines() if "is moved back" in line)
    across, down = (
        float(said.split(" pixels across")[0].split()[-1]),
        float(said.split(" down")[0].split()[-1]),
    )
    assert across == pytest.approx(0.6, abs=0.1) and down == pytest.approx(-0.4, abs=0.1)


OTB_PAIRS = {
    "landsat_ethiopia": (
        "landsat/l8_ethiopia_pan_15m.tif",
        "landsat/l8_ethiopia_ms_30m.tif",
        "EPSG:4326",
        33 / 111_000,
    ),
    "worldview_rotterdam": ("worldview_sn6/pan2_0.5m.tif", "worldview_sn6/ms2_1.0m.tif", "EPSG:3857", 1.8),
}


@pytest.mark.parametrize("name", OTB_PAIRS)
def test_reprojected_as_by_otb(tmp_path, shared_data, make_raster, name):
    """Superimpose onto the grid of LR tiles, of a raster whose pixels are no finer than theirs."""
    if not shutil.which("otbcli_Superimpose", path="/usr/bin"):
        pytest.skip("needs OTB: apt-get install otb-bin")
    fine, coarse, other, side = OTB_PAIRS[name]
    with rasterio.open(shared_data / fine) as hr, rasterio.open(shared_data / coarse) as lr:
        place, width, height = calculate_default_transform(
            lr.crs, other, lr.width, lr.height, *lr.bounds, resolution=side
        )
        pixels = np.zeros((1, height, width), "float32")
        reproject(
            rasterio.band(lr, 1), pixels, dst_transform=place, dst_crs=other, resampling=Resampling.average
        )
        lattice = hr.transform * Affine.scale(2)
        shape, crs = (hr.height // 2, hr.width // 2), hr.crs
    lr_path = make_raster("lr.tif", pixels, transform=place, crs=other)
    hr_path = make_raster(
        "hr.tif",
        np.ones((1, shape[0] * 2, shape[1] * 2), "float32"),
        transform=lattice * Affine.scale(0.5),
        crs=crs,
    )
    grid_path = make_raster("grid.tif", np.ones((1, *shape), "uint8"), transform=lattice, crs=crs)
    subprocess.run(
        ["/usr/bin/otbcli_Superimpose", "-inr", grid_path, "-inm", lr_path, "-lms", f"{lattice.a}",
         "-out", tmp_path / "otb.tif", "float"],
        check=True, capture_output=True, env={**os.environ, "PATH": "/usr/bin:/bin"}, timeout=300,
    )  # fmt: skip
    with rasterio.open(tmp_path / "otb.tif") as file:
        expected = file.read(1).astype(float)
    scene = survey(RasterFile(str(hr_path)), scale=2, lr=RasterFile(str(lr_path)))
    with scene.open() as opened:
        cut = opened.cut_observed(scene.region, scene.region)
    rows, cols = (slice(start // 2, (start + length) // 2) for start, length in (
        (scene.region.row_off, scene.region.height), (scene.region.col_off, scene.region.width)))  # fmt: skip
    off = np.abs(cut.lr[0] - expected[rows, cols])[4:-4, 4:-4]
    assert off.size > 8_000 and off.max() < 1e-5 * expected.max()
