"""Folders of pairs as other programs lay them out, written from the tiles of a tile set."""

from __future__ import annotations

import json

import numpy as np
import rasterio
from affine import Affine

from sr_core.datasets.splits import SPLITS

DRIVERS = {"tif": "GTiff", "png": "PNG", "jpg": "JPEG"}


def pairs_of(tileset):
    """(name, LR pixels, HR pixels) of all tiles."""
    for split in SPLITS:
        for name in tileset.names(split):
            sides = []
            for side in ("lr", "hr"):
                with rasterio.open(tileset.path(split, side, name)) as dataset:
                    sides.append(dataset.read())
            yield name, *sides


def image(path, pixels, *, transform=None, crs="EPSG:32633", suffix="tif", descriptions=(), **profile):
    """An image as GDAL writes it, with its sidecar files; georeferenced if it has a transform."""
    path = path.with_name(f"{path.name}.{suffix}")
    path.parent.mkdir(parents=True, exist_ok=True)
    bands, height, width = pixels.shape
    place = {"transform": transform, "crs": crs} if transform else {}
    with rasterio.open(
        path, "w", driver=DRIVERS[suffix], width=width, height=height, count=bands, dtype=pixels.dtype,
        **place, **profile,
    ) as dataset:  # fmt: skip
        dataset.write(pixels)
        for index, description in enumerate(descriptions, 1):
            dataset.set_band_description(index, description)
    return path


def grid(index, side, size, columns=5, stride=1.0):
    """Where the tile of this number lies, `side` pixels of `size` metres wide; neighbours are `stride` of it apart."""
    step = side * size * stride
    return Affine(size, 0, 5e5 + index % columns * step, 0, -size, 5e6 - index // columns * step)


def arcgis(folder, tileset, *, hr="images2", suffix="tif", placed=True, other="images2", stride=1.0):
    """As ArcGIS Pro's Export Training Data For Deep Learning writes Export Tiles of two rasters; `hr` is the folder in
    which the finer one is."""
    names, scale = [], tileset.info.scale
    for index, (_, lr, hr_pixels) in enumerate(pairs_of(tileset)):
        name = f"{index:012d}"
        for side in ("images", other):
            pixels, size = (hr_pixels, 1) if side == hr else (lr, scale)
            place = grid(index, pixels.shape[-1], size, stride=stride) if placed else None
            image(folder / side / name, pixels, transform=place, suffix=suffix)
        names.append(f"images\\{name}.{suffix} {other}\\{name}.{suffix}")
    bands = len(tileset.info.bands)
    (folder / "map.txt").write_text("\r\n".join(names) + "\r\n")
    (folder / "stats.txt").write_text(f"images = {len(names)} *{bands}*48*48\nfeatures = 0\n")
    (folder / "esri_accumulated_stats.json").write_text(json.dumps({"NumBands": bands}))
    properties = {
        "MetaDataMode": "Export_Tiles",
        "ImageSpaceUsed": "MAP_SPACE" if placed else "PIXEL_SPACE",
        "InputRastersProps": {"RasterCount": 1, "SensorName": "Raster Dataset", "BandNames": ["Red", "Green", "NIR"]},
        "AllTilesStats": [{"BandName": "Red", "Min": 0, "Max": 255, "Mean": 99, "StdDev": 9}] * bands,
    }  # fmt: skip
    (folder / "esri_model_definition.emd").write_text(json.dumps(properties), encoding="utf-8-sig")
    return folder


def plain(folder, tileset, lr="lr/{}", hr="hr/{}", *, suffix="tif", placed=True, **profile):
    """Images whose paths are made of these patterns; the last tiles of the set lie furthest."""
    for index, (name, lr_pixels, hr_pixels) in enumerate(pairs_of(tileset)):
        for pattern, pixels, size in ((lr, lr_pixels, tileset.info.scale), (hr, hr_pixels, 1)):
            place = grid(index, pixels.shape[-1], size) if placed else None
            image(folder / pattern.format(name), pixels, transform=place, suffix=suffix, **profile)
    return folder


def contents(folder):
    """Every path in a folder with its size and time of change."""
    return {path: (path.stat().st_size, path.stat().st_mtime_ns) for path in [folder, *folder.rglob("*")]}


def noise(bands=3, side=16, seed=0, dtype="uint8"):
    return np.random.default_rng(seed).integers(1, 200, (bands, side, side)).astype(dtype)
