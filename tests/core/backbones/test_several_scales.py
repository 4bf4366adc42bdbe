"""A network of several scales: how it learns all of them from tiles of one, and serves each from one package."""

from __future__ import annotations

import itertools
import zipfile

import numpy as np
import pytest
import rasterio
import torch

from sr_core.datasets.lr_origin import Observed
from sr_core.datasets.patches import Patches
from sr_core.datasets.tile_cache import TileCache
from sr_core.datasets.tileset import TileSet
from sr_core.errors import InputError
from sr_core.evaluation.tile_scores import compare, summarize
from sr_core.inference.predictor import build_net_predictor, build_predictor
from sr_core.jobs import Job
from sr_core.package.srpk import ModelPackage

from ..support.export_runs import offset
from ..support.export_runs import run as export
from ..support.small_trainings import log_lines, run_to_end, train
from ..support.tiny_backbones import every_scale

SCALES = (2, 3, 4)
NETWORK = {"id": "mdsr", "n_feats": 8, "n_blocks": 1}
SEVERAL = [
    each for each in every_scale(global_skip="none") if len(each.values[0].shared_scales(each.values[1])) > 1
]
LEARNING = {"backbone": NETWORK, "patch_size": 8, "batch_size": 8}


def learn(tileset, out, **parameters):
    return train(tileset, out, **{**LEARNING, **parameters})


# The network


@pytest.mark.parametrize(("backbone", "scale"), SEVERAL)
def test_weights_are_the_same_for_whichever_scale(backbone, scale):
    torch.manual_seed(0)
    made = backbone.net(2, scale, (0.5,) * 2, (0.2,) * 2).eval()
    weights = made.body.state_dict()
    lr = torch.rand(1, 2, 9, 7)
    for other in backbone.shared_scales(scale):
        torch.manual_seed(0)
        there = backbone.net(2, other, (0.5,) * 2, (0.2,) * 2).eval()
        assert list(there.body.state_dict()) == list(weights)
        assert all(torch.equal(value, weights[name]) for name, value in there.body.state_dict().items())
        made.set_scale(other)
        assert (made.scale, made.halo, made.tail_activation_floats) == (
            other,
            there.halo,
            there.tail_activation_floats,
        )
        with torch.no_grad():
            assert torch.equal(made(lr), there(lr))


@pytest.mark.parametrize(
    ("name", "scale", "known"), [("mdsr", 8, "2, 3, 4"), ("mdsr", 5, "2, 3, 4"), ("edsr", 3, "2")]
)
def test_a_scale_that_was_not_learnt_is_refused(make_tileset, tmp_path, name, scale, known):
    tileset, out = make_tileset(train=2), tmp_path / "m.srpk"
    train(tileset, out, backbone={**NETWORK, "id": name}, patch_size=8, epochs=1)
    with pytest.raises(
        InputError, match=f"^The model does not support scale {scale}: it supports {known}\\.$"
    ):
        ModelPackage.load(out, scale=scale)


# Tiles at other scales than their own


@pytest.mark.parametrize("gap", [False, True], ids=["whole", "with gaps"])
@pytest.mark.parametrize("dtype", ["uint8", "float32"])
@pytest.mark.parametrize(
    "degradation", [{"id": "bicubic"}, {"id": "area"}, {"id": "mtf", "mtf": [0.1, 0.4], "noise": [0.02]}]
)
def test_a_tile_at_another_scale_is_what_an_export_at_that_scale_makes(
    make_raster, tmp_path, gap, dtype, degradation
):
    nodata = 120 if gap else 0  # 120 is what some bytes are, and some of those made from them would be
    path = make_raster(bands=2, size=(96, 96), dtype=dtype, nodata=nodata)
    if gap:
        with rasterio.open(path, "r+") as dataset:
            pixels = dataset.read()
            pixels[:, 20:29, 30:33] = nodata
            pixels[1, 60:70, 5:40] = nodata
            dataset.write(pixels)
    cut = {"tile_size": 48, "stride": 48, "min_valid": 0, "split": [100, 0, 0], "degradation": degradation}
    tilesets = {scale: export(tmp_path, path, f"x{scale}", scale=scale, **cut)[0] for scale in SCALES}
    for own, other in itertools.permutations(SCALES, 2):
        compared = 0
        for name in tilesets[own].names("train"):
            made, expected = tilesets[own].read("train", name, other), tilesets[other].read("train", name)
            rim = {"bicubic": 2, "area": 0, "mtf": 3}[degradation["id"]]
            assert made.lr.shape[1:] == (48 // other - 2 * rim,) * 2 == (tilesets[own].side(other),) * 2
            inner, inner_lr = (
                np.s_[:, rim * f : (side - rim) * f, rim * f : (side - rim) * f]
                for side, f in ((48 // other, other), (48 // other, 1))
            )
            assert np.array_equal(made.valid, expected.valid[inner])
            assert np.array_equal(made.hr[made.valid], expected.hr[inner][made.valid])
            known = made.valid.reshape(2, made.lr.shape[1], other, -1, other).any((2, 4))
            assert np.array_equal(made.lr[known], expected.lr[inner_lr][known])
            compared += known.sum()
        assert compared > 2 * made.lr.size if gap else compared == 4 * made.lr.size
        assert offset(tilesets[own].names("train")[-1]) == (48, 48)


def test_batches_are_at_every_scale_by_chance_and_of_one_place(make_tileset):
    patches = Patches(TileCache(make_tileset(dtype="float32", tile_size=60)), 8, 0, SCALES)
    batches = [batch for epoch in range(4) for batch in patches.batches(4, epoch)]
    seen = [batch.scale for batch in batches]
    assert len(batches) == 4 * patches.n_batches(4) and set(seen) == set(SCALES)
    assert all(0.2 < seen.count(scale) / len(seen) < 0.5 for scale in SCALES)
    assert len(list(itertools.groupby(seen))) > len(seen) / 3
    for batch in batches:
        n, bands = batch.lr.shape[:2]
        assert batch.lr.shape[2:] == (8, 8) and batch.valid.shape == batch.hr.shape
        assert batch.hr.shape[2:] == (8 * batch.scale,) * 2
        means = batch.hr.reshape(n, bands, 8, batch.scale, 8, batch.scale).mean((3, 5))
        assert np.corrcoef(batch.lr.ravel(), means.ravel())[0, 1] > 0.97


def test_tiles_too_small_for_the_largest_scale_are_refused(make_tileset):
    tileset = make_tileset(tile_size=46)
    with pytest.raises(InputError) as error:
        Patches(TileCache(tileset), 12, 0, SCALES)
    assert str(error.value) == (
        "PATCH_SIZE is 12, and the network learns scale 4 as well, for which tiles of 46 pixels are too small: "
        "export tiles with a TILE_SIZE of 64, or use a smaller PATCH_SIZE."
    )
    large = make_tileset("large", tile_size=64)
    patches = Patches(TileCache(large), 12, 0, SCALES)
    assert {batch.scale for epoch in range(5) for batch in patches.batches(2, epoch)} == set(SCALES)


def test_an_observed_low_resolution_side_has_no_other_scale(make_tileset, tmp_path):
    tileset = make_tileset()
    info = tileset.info.model_copy(update={"degradation": Observed(resampled=False)})
    TileSet(tileset.folder, info).write_info()
    with pytest.raises(InputError) as error:
        learn(tileset, tmp_path / "m.srpk")
    assert str(error.value) == (
        f"The low-resolution side of {tileset.folder} was observed at scale 2, and what it is at scale 4 is not "
        "known: set multi_scale=false in BACKBONE_OPTIONS, choose a BACKBONE for one scale, such as edsr, or export "
        "tiles without INPUT_LR."
    )
    assert not (tmp_path / "m.srpk").exists()
    one_scale = {**NETWORK, "id": "mdsr", "multi_scale": False}
    train(tileset, tmp_path / "m.srpk", backbone=one_scale, patch_size=8, epochs=1)
    assert ModelPackage.load(tmp_path / "m.srpk").info.scales == (2,)


# Training


@pytest.mark.parametrize("objective", ["pixel", "adversarial"])
def test_a_model_trained_on_tiles_of_one_scale_is_better_than_bicubic_at_all(
    make_tileset, tmp_path, objective
):
    options = {"discriminator_feats": 4, "pixel_only": 0.9} if objective == "adversarial" else {}
    steps, _ = learn(make_tileset(train=8, scale=4, tile_size=96), tmp_path / "m.srpk", epochs=8,
                     batch_size=4, objective={"id": objective, **options})  # fmt: skip
    said = "Each step uses one of the scales 2, 3, 4 at random; metrics are for the tiles' own scale, 4."
    assert said in log_lines(steps)
    for scale in SCALES:
        held_out = make_tileset(f"x{scale}", train=8, test=3, scale=scale, tile_size=96)
        package = ModelPackage.load(tmp_path / "m.srpk", scale=scale)
        assert (package.info.scale, package.net.scale) == (4, scale)
        found = summarize("test", run_to_end(compare(build_predictor(package), held_out, "test"))[1])
        assert found.model.psnr > found.bicubic.psnr + 0.1


def test_the_same_seed_trains_the_same_weights(make_tileset, tmp_path):
    tileset, weights = make_tileset(), {}
    for name, seed in (("one", 3), ("again", 3), ("other", 4)):
        learn(tileset, tmp_path / f"{name}.srpk", seed=seed)
        weights[name] = ModelPackage.load(tmp_path / f"{name}.srpk").net.body.state_dict()
    one, again, other = weights.values()
    assert all(torch.equal(value, again[name]) for name, value in one.items())
    assert not all(torch.equal(value, other[name]) for name, value in one.items())


def test_it_goes_on_from_a_model_that_learnt_from_tiles_of_another_scale(make_tileset, tmp_path):
    learn(make_tileset("two"), tmp_path / "two.srpk", epochs=1)
    steps, _ = learn(make_tileset("three", scale=3), tmp_path / "three.srpk", epochs=1, learning_rate=1e-30,
                     pretrained=str(tmp_path / "two.srpk"))  # fmt: skip
    assert f"Starting from {tmp_path / 'two.srpk'}: 21 of 21 layers are taken from it." in log_lines(steps)
    assert not any("another one" in line for line in log_lines(steps))
    two, three = (ModelPackage.load(tmp_path / f"{n}.srpk").net.body.state_dict() for n in ("two", "three"))
    assert all(torch.equal(value, three[name]) for name, value in two.items())


# The package


def test_one_package_serves_each_scale_to_the_bit(make_tileset, tmp_path):
    tileset = make_tileset(scale=3)
    learn(tileset, tmp_path / "m.srpk", epochs=1)
    weights = ModelPackage.load(tmp_path / "m.srpk").net.body.state_dict()
    lr = torch.rand(1, 3, 9, 7)
    for scale in SCALES:
        package = ModelPackage.load(tmp_path / "m.srpk", scale=scale)
        info = package.info
        assert info.scales == SCALES
        net = info.backbone.net(3, scale, info.mean, info.std).eval().to(memory_format=torch.channels_last)
        net.body.load_state_dict(weights)
        with torch.no_grad():
            sr = package.net(lr)
            assert sr.shape[-2:] == (9 * scale, 7 * scale) and torch.equal(sr, net(lr))
        package.save(tmp_path / "again.srpk")
        assert (tmp_path / "again.srpk").read_bytes() == (tmp_path / "m.srpk").read_bytes()


@pytest.mark.parametrize(
    ("backbone", "title", "described"),
    [
        (NETWORK, "×2, ×3, ×4", "×2, ×3, ×4; ×3 where SCALE is blank"),
        ({**NETWORK, "id": "edsr"}, "×3", "×3"),
    ],
    ids=["MDSR", "EDSR"],
)
def test_the_model_card_names_the_scales(make_tileset, tmp_path, backbone, title, described):
    learn(make_tileset(scale=3), tmp_path / "m.srpk", epochs=1, backbone=backbone)
    with zipfile.ZipFile(tmp_path / "m.srpk") as archive:
        card = archive.read("README.md").decode()
    assert card.partition("\n")[0].endswith(f" {title}")
    assert f"- Scale: {described}\n" in card
    assert "Means over 2 test tiles at scale 3, for a range of 1, with" in card


def test_it_is_evaluated_at_the_tiles_scale(make_tileset, tmp_path):
    learn(make_tileset("four", scale=4), tmp_path / "m.srpk", epochs=3)
    two = make_tileset("two", scale=2)
    values = {
        "model": str(tmp_path / "m.srpk"),
        "tiles": str(two.folder),
        "output_html": str(tmp_path / "r.html"),
    }
    found = run_to_end(Job.load({"id": "evaluate_model", **values}).run())[1]
    net = ModelPackage.load(tmp_path / "m.srpk", scale=2).net
    expected = summarize("test", run_to_end(compare(build_net_predictor(net), two, "test"))[1])
    assert (found.psnr, found.bicubic_psnr) == (expected.model.psnr, expected.bicubic.psnr)
    assert "m.srpk: super-resolution ×2, measured" in (tmp_path / "r.html").read_text()
    eight = make_tileset("eight", scale=8)
    with pytest.raises(
        InputError, match=r"The model is for scale 4 and the tiles in .*eight are for scale 8"
    ):
        run_to_end(Job.load({"id": "evaluate_model", **values, "tiles": str(eight.folder)}).run())
