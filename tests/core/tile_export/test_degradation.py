"""DEGRADATION from the export job to tile set, package and consistency."""

from __future__ import annotations

import json
import zipfile

import numpy as np
import pytest
import rasterio
import torch

from sr_core.backbones import Backbone
from sr_core.datasets.lr_origin import Observed
from sr_core.datasets.splits import SPLITS
from sr_core.datasets.tileset import TileSet
from sr_core.datasets.tileset_info import INFO
from sr_core.degradations import Degradation
from sr_core.errors import InputError
from sr_core.inference.back_projection import Consistency, ConsistentNet
from sr_core.inference.convolutional import ConvolutionalPredictor
from sr_core.package.srpk import ModelPackage

from ..support.export_runs import everything, logs, refused, run
from ..support.network_runs import lively
from ..support.small_trainings import train

MTF = {"id": "mtf", "mtf": [0.2, 0.4]}


def content(tiles):
    return {(split, name): (hr.read(), lr.read()) for split, name, hr, lr in everything(tiles)}


def test_tiles_are_made_as_asked_and_the_tile_set_says_how(make_raster, tmp_path):
    """Each tile fills its block, so that what lies around it has no say."""
    asked = {**MTF, "noise": [0.01], "seed": 5, "jpeg": 60}
    path = make_raster(bands=2, size=(96, 96), dtype="uint8")
    tiles, steps = run(tmp_path, path, degradation=asked, tile_size=96, stride=96, split=(100, 0, 0))
    chosen = Degradation.load(asked)
    assert tiles.info.degradation == chosen
    ((key, (hr, lr)),) = content(tiles).items()
    made, _ = chosen.apply(
        hr, np.ones(hr.shape, bool), 2, None, radiometry=tiles.info.radiometry, tile=key[1]
    )
    assert np.array_equal(lr, made)
    for option in ("mtf", "noise", "jpeg"):
        other = Degradation.load({k: v for k, v in asked.items() if k != option})
        assert (lr != other.apply(hr, np.ones(hr.shape, bool), 2, None, tile=key[1])[0]).mean() > 0.2
    said = "LR tiles are made from HR by DEGRADATION=mtf noise=0.01 seed=5 jpeg=60 mtf=0.2, 0.4."
    assert said in logs(steps)


def test_the_same_seed_makes_the_same_tiles_and_another_one_others(make_raster, tmp_path):
    path, made = make_raster(pixels=np.full((1, 96, 128), 5000, np.uint16)), {}
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        tiles, _ = run(tmp_path, path, name, degradation={"id": "area", "noise": [0.02], "seed": seed})
        made[name] = {key: lr for key, (_, lr) in content(tiles).items()}
    assert all(np.array_equal(lr, made["again"][key]) for key, lr in made["one"].items())
    values = np.stack([lr.ravel() for name in ("one", "other") for lr in made[name].values()]).astype(float)
    assert values.std() * 1e-4 == pytest.approx(0.02, rel=0.05)
    # Of 64 pixels each: no two tiles, nor seeds, have the same noise, though there is the same land in all of them.
    assert np.abs(np.corrcoef(values) - np.eye(len(values))).max() < 0.7


def test_a_sensors_bands_are_those_of_the_raster(make_raster, tmp_path):
    path = make_raster(bands=3, size=(96, 96))
    with rasterio.open(path, "r+") as dataset:
        dataset.descriptions = ("B4 red", "B3 green", "B5 nir")
    tiles, steps = run(tmp_path, path, bands=(3, 1), degradation={"id": "mtf", "sensor": "sentinel2_msi"})
    assert tiles.info.degradation.mtf == (0.26, 0.24)
    assert "DEGRADATION=mtf mtf=0.26, 0.24 sensor=sentinel2_msi" in logs(steps)


def test_rasters_of_a_folder_must_agree_on_their_bands(make_raster, tmp_path):
    (tmp_path / "in").mkdir()
    for name, bands in (("a", ("red", "nir")), ("b", ("nir", "red"))):
        with rasterio.open(make_raster(f"in/{name}.tif", bands=2, size=(96, 96)), "r+") as dataset:
            dataset.descriptions = bands
    options = {"input_folder": str(tmp_path / "in"), "split": (100, 0, 0)}
    refused(
        tmp_path,
        r"The bands of .*b\.tif are named differently from those of .*a\.tif",
        degradation={"id": "mtf", "sensor": "sentinel2_msi"},
        **options,
    )
    run(tmp_path, degradation={"id": "mtf", "sensor": "landsat_oli"}, **options)


def test_what_cannot_be_made_is_refused_before_any_work(make_raster, tmp_path):
    path = make_raster(size=(96, 96))
    refused(tmp_path, "8-bit pixels", path, degradation={"id": "area", "jpeg": 50})
    refused(tmp_path, "Band 1 is called ''", path, degradation={"id": "mtf", "sensor": "landsat_oli"})
    refused(tmp_path, "noise has 3 numbers for 2 bands", path, degradation={"id": "area", "noise": [1, 1, 1]})
    refused(
        tmp_path,
        "DEGRADATION is for tiles whose low-resolution side is made",
        path,
        input_lr=str(path),
        degradation=MTF,
    )


@pytest.mark.parametrize(
    ("told", "meant"),
    (
        ({"id": "bicubic"}, Degradation.load("bicubic")),
        ({"id": "observed", "resampled": True}, Observed(resampled=True)),
        (MTF, Degradation.load(MTF)),
    ),
)
def test_what_tile_sets_say_is_understood(make_tileset, told, meant):
    tileset = make_tileset()
    info = json.loads((tileset.folder / INFO).read_text())
    (tileset.folder / INFO).write_text(json.dumps({**info, "degradation": told}))
    opened = TileSet.open(tileset.folder)
    assert opened.info.degradation == meant
    opened.write_info()
    assert TileSet.open(tileset.folder).info == opened.info


@pytest.mark.parametrize(
    "told", ({"id": "sinc"}, {"id": "bicubic", "of_tomorrow": 1}, {"id": "mtf", "mtf": [2]})
)
def test_what_a_newer_version_says_is_not(make_tileset, told):
    tileset = make_tileset()
    info = json.loads((tileset.folder / INFO).read_text())
    (tileset.folder / INFO).write_text(json.dumps({**info, "degradation": told}))
    with pytest.raises(InputError, match=r"^The tile set .* was made by a newer Finer: update this one\.$"):
        TileSet.open(tileset.folder)


def test_the_package_says_it_too(make_raster, tmp_path):
    asked = {**MTF, "noise": [0.01]}
    tiles, _ = run(
        tmp_path, make_raster(bands=2, size=(96, 160), dtype="uint8"), degradation=asked, stride=16
    )
    train(tiles, tmp_path / "m.srpk", epochs=1, patch_size=8)
    package = ModelPackage.load(tmp_path / "m.srpk")
    assert Degradation.load(package.info.degradation) == Degradation.load(asked)
    sr, lr = torch.rand(1, 2, 18, 18), torch.rand(1, 2, 9, 9)
    corrected = Consistency.of(package.info.degradation, 2)(sr, lr)[0].numpy()
    again, _ = Degradation.load(asked).downsample(corrected, np.ones(corrected.shape, bool), 2)
    assert np.abs(again - lr[0].numpy()).max() < 1e-5
    with zipfile.ZipFile(tmp_path / "m.srpk") as archive:
        card = archive.read("README.md").decode()
    assert (
        "made by the MTF (0.2, 0.4 at the Nyquist frequency) and noise of 0.01; less accurate on others"
        in card
    )


@pytest.mark.parametrize(
    ("source", "options", "dtype"),
    (
        ({"input_folder": "naip_0.6m_rgbn/val"}, {"mtf": [0.24, 0.28, 0.26, 0.26]}, "uint8"),
        ({"input": "landsat/l8_zion_rgbn_30m.tif"}, {"sensor": "sentinel2_msi"}, "uint16"),
    ),
    ids=("NAIP", "Zion"),
)  # fmt: skip
def test_on_land_results_of_a_lively_net_are_held_to_the_sensor(
    tmp_path, shared_data, source, options, dtype
):
    source = {name: str(shared_data / path) for name, path in source.items()}
    cut = {"scale": 4, "tile_size": 256, "stride": 256, "split": (80, 10, 10)}
    tiles, _ = run(tmp_path, degradation={"id": "mtf", **options}, **source, **cut)
    info = tiles.info
    assert info.dtype == dtype and info.degradation.mtf == (0.24, 0.28, 0.26, 0.26)
    assert sum(len(tiles.names(split)) for split in SPLITS) >= 15
    net = lively(Backbone.load({"id": "edsr", "n_feats": 8, "n_blocks": 2}), 4, 4)
    held = ConsistentNet(net, Consistency.of(info.model_dump(mode="json")["degradation"], 4))
    for name in tiles.names("train")[:3]:
        pair = tiles.read("train", name)
        before, after = (ConvolutionalPredictor(each).upscale(pair.lr) for each in (net, held))
        left = [
            info.degradation.downsample(sr, np.ones(sr.shape, bool), 4)[0] - pair.lr for sr in (before, after)
        ]
        spread = float(pair.lr.std())
        assert np.abs(left[0]).max() > 0.1 * spread and np.abs(left[1]).max() < 1e-4 * spread
        # The truth itself is as consistent as the rounding of its pixels lets it be, but for land beyond the tile.
        truth, _ = info.degradation.downsample(pair.hr, np.ones(pair.hr.shape, bool), 4)
        inner = np.s_[:, 3:-3, 3:-3]
        assert np.abs(truth - pair.lr)[inner].max() < 0.51 * max(info.radiometry.gain)
