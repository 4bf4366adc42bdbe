"""Tile sets on disk: what is written comes back; what is not a tile set is refused in one sentence."""

from __future__ import annotations

import json
from functools import reduce
from operator import add

import numpy as np
import pytest
import rasterio
from affine import Affine
from hypothesis import given
from hypothesis import strategies as st
from odc.geo.geobox import GeoBox
from rasterio.crs import CRS
from rasterio.enums import ColorInterp

from sr_core.datasets.lr_origin import Observed
from sr_core.datasets.statistics import BandStatistics, Moments, data_range
from sr_core.datasets.tile_io import TileFormat, read_tile, write_tile
from sr_core.datasets.tileset import TileSet
from sr_core.datasets.tileset_info import SourceRaster, TileSetInfo
from sr_core.degradations.bicubic import Bicubic
from sr_core.errors import InputError
from sr_core.raster.radiometry import Radiometry
from sr_core.raster.raster_reader import open_raster

ROTATED = Affine.translation(3e5, 4e6) * Affine.rotation(17) * Affine.scale(0.5, -0.5)
BOX = GeoBox((12, 16), ROTATED, None)
CUSTOM = CRS.from_proj4("+proj=laea +lat_0=47.3 +lon_0=8.1 +x_0=12 +ellps=GRS80 +units=m")


def pixels(dtype, bands=2, height=12, width=16, seed=0):
    random = np.random.default_rng(seed).integers(1, 100, (bands, height, width))
    return random.astype(dtype)


def flat_statistics(bands):
    return BandStatistics(**dict.fromkeys(BandStatistics.model_fields, (0.5,) * bands))


def tile_set(folder, *, dtype="uint16", nodata=None, splits=None, bands=("red", ""), degradation=None):
    info = TileSetInfo(
        bands=bands,
        dtype=dtype,
        nodata=nodata,
        scale=2,
        tile_size=8,
        stride=4,
        radiometry=Radiometry.default(dtype, len(bands)),
        data_range=1.0,
        statistics=flat_statistics(len(bands)),
        degradation=degradation or Bicubic(),
        splits=splits or {"train": (), "val": (), "test": ()},
        sources=(SourceRaster(crs=None, paths=("a.tif",)),),
    )
    folder.mkdir(exist_ok=True)
    tiles = TileSet(folder, info)
    for split, names in info.splits.items():
        for seed, name in enumerate(names):
            for side, size in (("hr", 8), ("lr", 4)):
                path = tiles.path(split, side, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                values = pixels(dtype, len(bands), size, size, seed)
                box = GeoBox((size, size), Affine(10 * 8 / size, 0, 0, 0, -10 * 8 / size, 0), None)
                write_tile(path, values, np.ones(values.shape, bool), box, TileFormat(dtype, nodata=nodata))
    tiles.write_info()
    return tiles


@pytest.mark.parametrize(
    "dtype", ("uint8", "int8", "uint16", "int16", "uint32", "int32", "float32", "float64")
)
@pytest.mark.parametrize("bands", (1, 3, 4, 16))
@pytest.mark.parametrize("crs", (None, CRS.from_epsg(32612), CUSTOM), ids=("none", "epsg", "custom"))
def test_a_tile_comes_back(tmp_path, dtype, bands, crs):
    path, values = tmp_path / "a.tif", pixels(dtype, bands)
    names = tuple("" if b == 1 else f"B{b:02d} é" for b in range(bands))
    write_tile(path, values, np.ones(values.shape, bool), BOX, TileFormat(dtype, crs, descriptions=names))
    again, valid = read_tile(path, bands)
    assert again.dtype == dtype and (again == values).all() and valid.all()
    with rasterio.open(path) as dataset:
        assert dataset.transform.almost_equals(ROTATED, 1e-9)
        assert dataset.crs == crs and dataset.nodata is None
        assert tuple(d or "" for d in dataset.descriptions) == names
        assert ColorInterp.alpha not in dataset.colorinterp
    assert list(tmp_path.iterdir()) == [path]  # nothing beside it


@pytest.mark.parametrize(
    "dtype, nodata, masked",
    [("uint16", 0.0, False), ("int16", -9999.0, False), ("float32", float("nan"), False), ("uint8", None, True),
     ("float32", None, False), ("float64", -3.5e38, False), ("float32", None, True)],
)  # fmt: skip
def test_validity_comes_back(tmp_path, dtype, nodata, masked):
    path, values = tmp_path / "a.tif", pixels(dtype)
    valid = np.ones(values.shape, bool)
    valid[:, 3:7, 5:9] = False
    if nodata == nodata and nodata is not None:
        values[0, 0, 0] = nodata  # a valid pixel is not lost, it moves a little
    write_tile(path, values, valid, BOX, TileFormat(dtype, nodata=nodata, masked=masked))
    again, valid_again = read_tile(path, 2)
    assert (valid_again == valid).all()
    same = valid.copy()
    same[0, 0, 0] = False
    assert (again[same] == values[same]).all()
    assert abs(float(again[0, 0, 0]) - float(values[0, 0, 0])) <= max(1, 1e-6 * abs(float(values[0, 0, 0])))
    assert path.with_suffix(".tif.msk").exists() is False


def test_bands_apart_in_validity(tmp_path):
    values, valid = pixels("int16"), np.ones((2, 12, 16), bool)
    valid[1, :, :4] = False
    write_tile(tmp_path / "a.tif", values, valid, BOX, TileFormat("int16", nodata=-1))
    assert (read_tile(tmp_path / "a.tif", 2)[1] == valid).all()


def test_format_is_the_rasters_own(make_raster):
    path = make_raster(pixels=pixels("uint8", 4), nodata=7, photometric="RGB", alpha="YES")
    with rasterio.open(path, "r+") as dataset:
        assert dataset.colorinterp[3] == ColorInterp.alpha
        dataset.set_band_description(2, "green")
    with open_raster(path) as raster:
        assert TileFormat.of(raster) == TileFormat("uint8", raster.crs, 7, False, ("", "green", "", ""), True)
    with open_raster(make_raster("m.tif", mask=np.eye(40, 56) > 0)) as raster:
        assert TileFormat.of(raster).masked


@pytest.mark.parametrize(
    ("dtype", "nodata", "masked", "to", "kept", "then_masked"),
    (
        ("uint8", 0, False, "uint16", 0, False),
        ("uint8", None, False, "uint16", None, False),
        ("uint8", None, True, "uint16", None, True),
        ("uint16", 65535, False, "uint8", None, True),
        ("float32", None, False, "uint16", None, True),  # its gaps are NaN
        ("float32", np.nan, False, "uint16", None, True),
        ("uint16", 65535, False, "float32", 65535, False),
    ),
)
def test_a_format_of_another_type_still_says_what_is_valid(
    tmp_path, dtype, nodata, masked, to, kept, then_masked
):
    changed = TileFormat(dtype, None, nodata, masked, ("",)).with_dtype(to)
    assert (changed.dtype, changed.nodata, changed.masked) == (to, kept, then_masked)
    if nodata is None and not masked and dtype != "float32":
        return  # there is nothing that could be invalid
    valid = np.ones((1, 4, 4), bool)
    valid[0, 1, 2] = False
    write_tile(
        tmp_path / "t.tif", np.full((1, 4, 4), 9, to), valid, GeoBox((4, 4), Affine.identity(), None), changed
    )
    assert (read_tile(tmp_path / "t.tif", 1)[1] == valid).all()


@pytest.mark.parametrize("nodata", (None, 0.0, float("nan"), -9999.0))
@pytest.mark.parametrize("degradation", (Bicubic(), Observed(resampled=True)), ids=lambda d: d.id)
def test_info_comes_back(tmp_path, nodata, degradation):
    made = tile_set(tmp_path, nodata=nodata, dtype="float32", splits={"train": ("a", "b"), "val": ("c",), "test": ()},
                    degradation=degradation)  # fmt: skip
    again = TileSet.open(tmp_path)
    assert repr(again.info) == repr(made.info)  # nan differs from nan
    assert again.names("train") == ("a", "b") and again.names("test") == ()
    json.loads(
        (tmp_path / "tileset.json").read_text(), parse_constant=lambda c: pytest.fail(f"{c} is not JSON")
    )


def test_read_gives_physical_values(tmp_path):
    tiles = tile_set(tmp_path, splits={"train": ("a",), "val": (), "test": ()})
    pair = tiles.read("train", "a")
    assert pair.hr == pytest.approx(pixels("uint16", 2, 8, 8) * 1e-4)
    assert pair.lr == pytest.approx(pixels("uint16", 2, 4, 4) * 1e-4)
    assert pair.hr.dtype == pair.lr.dtype == np.float32 and pair.valid.all() and pair.valid.shape == (2, 8, 8)


def test_read_fills_gaps(tmp_path):
    """No NaN and no nodata value reaches a network; a gap in LR takes the HR pixels above it out of account."""
    tiles = tile_set(tmp_path, dtype="float32", splits={"train": ("a",), "val": (), "test": ()})
    for side, size in (("hr", 8), ("lr", 4)):
        valid = np.ones((2, size, size), bool)
        valid[:, 0, 0] = False
        box = GeoBox((size, size), Affine.scale(2, -2), None)
        write_tile(
            tiles.path("train", side, "a"),
            np.full((2, size, size), 5, "float32"),
            valid,
            box,
            TileFormat("float32"),
        )
    pair = tiles.read("train", "a")
    assert (pair.lr == 5).all() and (pair.hr == 5).all()
    expected = np.ones((2, 8, 8), bool)
    expected[:, :2, :2] = False
    assert (pair.valid == expected).all()


def test_require(tmp_path):
    tiles = tile_set(tmp_path, splits={"train": ("a",), "val": (), "test": ()})
    assert tiles.require("train") == ("a",)
    with pytest.raises(InputError, match="no test tiles"):
        tiles.require("test")


def test_refusals(tmp_path):
    with pytest.raises(InputError, match="does not exist"):
        TileSet.open(tmp_path / "nowhere")
    with pytest.raises(InputError, match=r"no tileset\.json"):
        TileSet.open(tmp_path)
    (tmp_path / "a.tif").write_bytes(b"")
    with pytest.raises(InputError, match=r"a\.tif is a file: choose the folder of a tile set"):
        TileSet.open(tmp_path / "a.tif")
    tiles = tile_set(tmp_path, splits={"train": ("a", "b"), "val": ("c",), "test": ()})
    whole = (tmp_path / "tileset.json").read_text()

    for text, says in [
        (whole.replace('"format": 1', '"format": 3'), "newer Finer"),
        (whole[:100], "damaged"),
        (whole.replace('"scale": 2', '"scale": "two"'), "damaged"),
        ("[]", "damaged"),
    ]:
        (tmp_path / "tileset.json").write_text(text)
        with pytest.raises(InputError, match=says):
            TileSet.open(tmp_path)
    (tmp_path / "tileset.json").write_text(whole)

    tiles.path("train", "lr", "b").unlink()
    tiles.path("val", "hr", "c").unlink()
    with pytest.raises(InputError, match=r"lacks 2 of its files, such as train.lr.b\.tif"):
        TileSet.open(tmp_path)


@pytest.mark.parametrize("share", (0, 0.1, 0.9))
def test_a_damaged_tile(tmp_path, share):
    tiles = tile_set(tmp_path, splits={"train": ("a", "b"), "val": (), "test": ()})
    broken = tiles.path("train", "hr", "a")
    whole = broken.read_bytes()
    broken.write_bytes(whole[: int(share * len(whole))])
    with pytest.raises(InputError, match=r"a\.tif"):
        tiles.read("train", "a")
    values = pixels("uint16", 2, 6, 6)
    write_tile(
        tiles.path("train", "lr", "b"),
        values,
        values > 0,
        GeoBox((6, 6), ROTATED, None),
        TileFormat("uint16"),
    )
    with pytest.raises(InputError, match="size"):
        tiles.read("train", "b")


@given(st.integers(0, 99), st.integers(1, 6))
def test_statistics_add_up(seed, parts):
    random = np.random.default_rng(seed)
    values = random.normal(5, 2, (2, 3 * parts, 4))
    valid = random.random(values.shape) > 0.3
    valid[:, 0] = True
    pieces = zip(np.split(values, parts, 1), np.split(valid, parts, 1), strict=True)
    found = reduce(add, (Moments.of(*piece) for piece in pieces)).statistics()
    for b in range(2):
        kept = values[b][valid[b]]
        expected = (kept.mean(), kept.std(), kept.min(), kept.max())
        assert (found.mean[b], found.std[b], found.minimum[b], found.maximum[b]) == pytest.approx(expected)


@pytest.mark.parametrize(
    "dtype, gain, span",
    [("uint8", 1 / 255, 1), ("uint8", 1, 255), ("uint16", 1e-4, 1), ("uint16", 1e-3, 1), ("int16", 2.75e-5, 1),
     ("uint16", 1, 6), ("float32", 1, 6), ("int32", 1e-4, 6)],
)  # fmt: skip
def test_data_range(dtype, gain, span):
    statistics = BandStatistics(mean=(0, 0), std=(1, 1), minimum=(-2, 0), maximum=(1, 4))
    assert data_range(dtype, Radiometry(gain=(gain, gain), offset=(0, 0)), statistics) == pytest.approx(span)
    flat = BandStatistics(mean=(2,), std=(0,), minimum=(2,), maximum=(2,))
    assert data_range("float32", Radiometry.default("float32", 1), flat) == 1


@pytest.mark.parametrize("side", ("hr", "lr"))
def test_a_tile_of_another_type_is_named(make_tileset, side):
    tiles = make_tileset()
    path = tiles.path("train", side, "train_3")
    with rasterio.open(path) as dataset:
        profile, shape = (
            dataset.profile | {"dtype": "float32", "predictor": 3},
            (dataset.count, *dataset.shape),
        )
    with rasterio.open(path, "w", **profile) as dataset:
        dataset.write(np.full(shape, np.nan, "float32"))
    for read in (tiles.read, tiles.read_stored):
        with pytest.raises(
            InputError, match=r"train_3\.tif has float32 pixels and not the uint8 ones that tileset\.json"
        ):
            read("train", "train_3")
    tiles.read("train", "train_2")
