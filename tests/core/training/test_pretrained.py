"""PRETRAINED: what a net takes from another model, and what it says about it."""

from __future__ import annotations

import pytest
import torch

from sr_core.backbones import Backbone
from sr_core.errors import InputError, PackageError
from sr_core.package.info import PackageInfo
from sr_core.package.srpk import ModelPackage
from sr_core.raster.radiometry import Radiometry
from sr_core.training.pretrained import copy_matching_layers, group_names
from sr_core.training.weight_conversion import convert_weights, find_bands

from ..support.small_trainings import NETWORK, log_lines, train


def net(seed, name="edsr", *, bands=3, scale=2, **options):
    """With no weight or bias at zero, so that what was copied can be told from what was not."""
    torch.manual_seed(seed)
    made = Backbone.members[name](**{"n_feats": 8, "n_blocks": 2, **options}).net(
        bands, scale, [0.5] * bands, [0.1] * bands
    )
    for weights in made.parameters():
        torch.nn.init.normal_(weights)
    return made


def same(one, other, layer):
    return all(
        torch.equal(one.body.state_dict()[f"{layer}.{part}"], other.body.state_dict()[f"{layer}.{part}"])
        for part in ("weight", "bias")
    )


@pytest.mark.parametrize(
    ("wanted", "given", "fresh", "unused"),
    [
        ({}, {}, (), ()),
        ({"scale": 3}, {}, ("tail.0.0",), ("tail.0.0",)),
        ({"scale": 4}, {}, ("tail.0.2",), ()),
        ({}, {"scale": 4}, (), ("tail.0.2",)),
        ({"bands": 4}, {}, ("trunk.0", "tail.1"), ("trunk.0", "tail.1")),
        (
            {"n_blocks": 3},
            {},
            ("trunk.1.2.first", "trunk.1.2.second", "trunk.1.3"),
            ("trunk.1.2",),
        ),
        ({"res_scale": 0.1, "global_skip": "none"}, {}, (), ()),
    ],
    ids=["same", "2 to 3", "2 to 4", "4 to 2", "bands", "blocks", "options without weights"],
)
def test_whatever_fits_is_taken_and_the_rest_named(wanted, given, fresh, unused):
    target, untouched, source = net(1, **wanted), net(1, **wanted), net(2, **given)
    taken = copy_matching_layers(target, source.body.state_dict())
    assert (taken.fresh, taken.unused) == (fresh, unused)
    layers = {name.rpartition(".")[0] for name in target.body.state_dict()}
    assert set(taken.copied) == layers - set(fresh)
    assert all(same(target, source, layer) for layer in taken.copied)
    assert all(same(target, untouched, layer) for layer in fresh)


def test_a_bias_is_not_taken_without_its_weights():
    """The first convolutions of the two networks differ in size only, so their biases fit each other."""
    target, source = net(1, "otbtf_srresnet"), net(2, "edsr")
    before = {name: value.clone() for name, value in target.body.state_dict().items()}
    assert target.body.state_dict()["trunk.0.bias"].shape == source.body.state_dict()["trunk.0.bias"].shape
    assert copy_matching_layers(target, source.body.state_dict()).copied == ()
    assert all(torch.equal(value, before[name]) for name, value in target.body.state_dict().items())


@pytest.mark.parametrize(
    ("names", "others", "short"),
    [
        (["tail.0.0", "tail.0.2"], ["tail.1"], ("tail.0",)),
        (["tail.0.0", "tail.1"], ["trunk.0"], ("tail",)),
        (["a.0.x", "a.1.x", "b"], ["a.1.y"], ("a.0", "a.1.x", "b")),
        (["a.1"], ["a.1.x"], ("a.1",)),
        ([], ["a"], ()),
    ],
)
def test_a_whole_stands_for_its_parts(names, others, short):
    assert group_names(names, others) == short


def described(made, bands):
    names = ("Red", "Green", "Blue", "NIR")[:bands]
    return PackageInfo(
        backbone=made.backbone, scale=made.scale, bands=names, dtype="uint8",
        radiometry=Radiometry.default("uint8", bands), mean=(0.5,) * bands, std=(0.1,) * bands,
        degradation={"id": "bicubic"}, data_range=1.0,
    )  # fmt: skip


@pytest.mark.parametrize("scale", (2, 3, 4, 8))
def test_a_stepwise_upsampler_is_folded_into_a_single_one(scale):
    source, target = net(2, bands=2, scale=scale), net(1, bands=2, scale=scale, upsampler="single")
    weights = convert_weights(source, described(source, 2), target, described(target, 2))
    assert copy_matching_layers(target, weights).fresh == ()
    lr = torch.rand(1, 2, 24, 20)
    with torch.no_grad():
        one, other = (
            each(lr)[..., 9 * scale : -9 * scale, 9 * scale : -9 * scale] for each in (source, target)
        )
    assert (
        one - other
    ).abs().max() < 1e-5 * one.abs().max()  # zeros beyond the edge are seen from farther away


@pytest.mark.parametrize("upsampler", ("stepwise", "single"))
def test_a_model_of_more_bands_gives_those_that_are_wanted(upsampler):
    """It answers as the larger one where that one cannot see the band that is left out."""
    source = net(2, bands=4, upsampler=upsampler)
    target = net(1, bands=2, upsampler=upsampler)
    wanted = described(source, 4).model_copy(
        update={"bands": ("nir", "red"), "mean": (0.5,) * 2, "std": (0.1,) * 2}
    )
    weights = convert_weights(source, described(source, 4), target, wanted)
    assert copy_matching_layers(target, weights).fresh == ()
    with torch.no_grad():
        source.body["trunk"][0].weight[:, [1, 2]] = 0
        lr = torch.rand(1, 4, 9, 8)
        expected, found = source(lr)[:, [3, 0]], target(lr[:, [3, 0]])
    assert (found - expected).abs().max() < 1e-5 * expected.abs().max()


def test_bands_are_taken_by_name_and_only_if_all_are_there():
    assert find_bands(("Red", "Green", "NIR"), ("nir", "red")) == [2, 0]
    assert find_bands(("Red", "Green"), ("Red", "Green")) is None
    assert find_bands(("Red", "Green", ""), ("Red", "")) is None
    assert find_bands(("Red", "Green", "NIR"), ("Blue", "Red")) is None


def test_fine_tuning_goes_on_from_the_weights(make_tileset, tmp_path):
    """At a learning rate that moves nothing, the new model is the old one."""
    tileset = make_tileset()
    train(tileset, tmp_path / "first.srpk", epochs=1)
    steps, _ = train(tileset, tmp_path / "second.srpk", pretrained=str(tmp_path / "first.srpk"), epochs=1,
                     learning_rate=1e-30)  # fmt: skip
    first, second = (ModelPackage.load(tmp_path / f"{name}.srpk") for name in ("first", "second"))
    weights = second.net.body.state_dict()
    assert all(torch.equal(value, weights[name]) for name, value in first.net.body.state_dict().items())
    assert f"Starting from {tmp_path / 'first.srpk'}: 6 of 6 layers are taken from it." in log_lines(steps)
    assert not any("another one" in line or "afresh" in line for line in log_lines(steps))
    assert (first.info.training["pretrained"], second.info.training["pretrained"]) == (None, "first.srpk")


def test_on_other_land_it_begins_as_the_same_model(make_tileset, tmp_path):
    """Weights go with the mean and spread that they have learnt with, so those are taken over as well."""
    bright, dark = make_tileset("bright"), make_tileset("dark", train=2)
    train(bright, tmp_path / "first.srpk", epochs=1)
    train(dark, tmp_path / "second.srpk", pretrained=str(tmp_path / "first.srpk"), epochs=1,
          learning_rate=1e-30)  # fmt: skip
    first, second = (ModelPackage.load(tmp_path / f"{name}.srpk") for name in ("first", "second"))
    assert bright.info.statistics.mean != dark.info.statistics.mean
    lr = torch.rand(1, 3, 9, 8)
    with torch.no_grad():
        assert torch.equal(first.net(lr), second.net(lr))


def test_another_scale_and_other_bands_are_said(make_tileset, tmp_path):
    train(make_tileset("two"), tmp_path / "two.srpk", epochs=1)
    four = make_tileset("four", scale=4, tile_size=96, bands=("red", "green", "nir", ""))
    steps, _ = train(four, tmp_path / "four.srpk", epochs=1, pretrained=str(tmp_path / "two.srpk"))
    assert log_lines(steps)[1:5] == [
        f"Starting from {tmp_path / 'two.srpk'}: 4 of 7 layers are taken from it.",
        "That model is another one: scale 2 instead of 4; "
        "3 bands (red, green, nir) instead of 4 bands (red, green, nir, band 4).",
        "Initialised at random, because nothing in it fits: trunk.0, tail.0.2, tail.1.",
        "Not taken from it: trunk.0, tail.1.",
    ]


@pytest.mark.parametrize(
    ("backbone", "sentence"),
    [
        (
            {**NETWORK, "n_feats": 9},
            r"No layer of .*m.srpk fits this network \(n_feats = 8 instead of 9\): set BACKBONE_OPTIONS as",
        ),
        (
            "otbtf_srresnet",
            r"m.srpk is a model of the network edsr and cannot start otbtf_srresnet: set BACKBONE",
        ),
    ],
)
def test_what_cannot_start_it_is_refused_in_one_sentence(make_tileset, tmp_path, backbone, sentence):
    tileset = make_tileset()
    train(tileset, tmp_path / "m.srpk", epochs=1)
    with pytest.raises(InputError, match=sentence):
        train(tileset, tmp_path / "n.srpk", backbone=backbone, pretrained=str(tmp_path / "m.srpk"))


def test_what_is_no_package_is_refused(make_tileset, tmp_path):
    with pytest.raises(PackageError, match="There is no file"):
        train(make_tileset(), tmp_path / "n.srpk", pretrained=str(tmp_path / "m.srpk"))
