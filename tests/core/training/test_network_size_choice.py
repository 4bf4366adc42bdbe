"""SIZE: the options that each size stands for, and which one is taken where it is left to Finer."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
import torch

from sr_core.backbones import Backbone
from sr_core.errors import InputError
from sr_core.jobs import Job
from sr_core.package.card import duration
from sr_core.package.srpk import ModelPackage
from sr_core.training import network_size_choice
from sr_core.training.distributed import ProcessGroup
from sr_core.training.network_size_choice import LEAST_PATCHES, LEAST_STEPS, settle_size

from ..support.fake_clock import FakeClock
from ..support.small_trainings import log_lines, options_for, run_to_end, train
from .test_resume import interrupted, job

SIZES = ("small", "medium", "paper")


def count_weights(backbone, scale=2):
    """Its number of weights; nothing is computed, and no memory is taken."""
    with torch.device("meta"):
        net = backbone.adapt_to_patches(32 * scale).net(3, scale, (0.5,) * 3, (0.2,) * 3)
    return sum(weight.numel() for weight in net.parameters())


@pytest.mark.parametrize("name", Backbone.members)
def test_every_network_has_a_small_a_medium_and_the_papers_size(name):
    usual = Backbone.load(name)
    assert tuple(usual.sizes) == SIZES
    small, medium, paper = (count_weights(usual.with_size(size)) for size in SIZES)
    assert 1.3 * small < medium < 0.8 * paper


def test_options_that_are_given_count_more_than_the_size():
    assert (
        Backbone.load("edsr").with_size("paper").dump()
        == Backbone.load({"id": "edsr", "n_feats": 256, "n_blocks": 32, "res_scale": 0.1}).dump()
    )
    both = Backbone.load({"id": "edsr", "n_blocks": 5}).with_size("paper")
    assert (both.n_feats, both.n_blocks, both.res_scale) == (256, 5, 0.1)
    default = Backbone.load({"id": "edsr", "n_feats": 64}).with_size(
        "small"
    )  # also where it is the usual value
    assert (default.n_feats, default.n_blocks) == (64, 8)
    preset = Backbone.load({"id": "sr3", "preset": "small"}).with_size("medium")
    assert preset.inner_channel == 32 and preset.channel_mults == (1, 2, 2, 2)


def test_a_network_that_does_not_say_its_sizes_is_refused_with_what_to_do(monkeypatch):
    monkeypatch.setattr(Backbone.members["carn"], "sizes", {})
    with pytest.raises(
        InputError, match=r"^carn has no size small: leave SIZE blank, and set its options in"
    ):
        Backbone.load("carn").with_size("small")


def settle(tileset, asked="auto", processes=None, before=None, **options):
    """The network of a training with so many patches, and the log."""
    settings = options_for(tileset, size=asked, **{"backbone": "edsr", **options})

    def build(made):
        info = tileset.info
        with torch.device("meta"):
            return made.backbone.net(len(info.bands), info.scale, info.statistics.mean, info.statistics.std)

    processes = processes or ProcessGroup.join("cpu")
    steps, found = run_to_end(settle_size(settings, tileset, processes, build, before))
    sizes = {size: settings.backbone.with_size(size) for size in SIZES}
    return next((size for size in SIZES if sizes[size] == found.backbone), found.backbone), log_lines(steps)


@pytest.fixture
def many_patches(make_tileset, monkeypatch):
    """`many_patches(count)` is a tile set that is taken to have so many patches."""
    tileset = make_tileset(val=1, test=0)

    def make(count):
        monkeypatch.setattr(network_size_choice.Patches, "__len__", lambda self: count)
        return tileset

    return make


@pytest.fixture
def step_times(monkeypatch):
    """The seconds of a step for each number of weights in a hundred thousand; the nets that were measured."""
    times = SimpleNamespace(per_weight=1e-6, measured=[])
    monkeypatch.setattr(network_size_choice, "prepare", lambda net, device: net)

    def measure(net, patches, options, size, precision=None, longest=0):
        yield from ()
        weights = sum(value.numel() for value in net.body.parameters())
        times.measured.append(weights)
        return times.per_weight * weights

    monkeypatch.setattr(network_size_choice, "measure_step", measure)
    return times


def time_for(size, step_times):
    """Minutes in which a size makes just the steps that it needs."""
    weights = count_weights(Backbone.load("edsr").with_size(size))
    return LEAST_STEPS[size] * step_times.per_weight * weights / 60


@pytest.mark.parametrize(
    ("patches", "time_of", "share", "size"),
    [
        (100_000, "paper", 1.01, "paper"),
        (100_000, "paper", 0.99, "medium"),
        (100_000, "medium", 1.01, "medium"),
        (100_000, "medium", 0.99, "small"),
        (LEAST_PATCHES["paper"] - 1, "paper", 2, "medium"),
        (LEAST_PATCHES["medium"] - 1, "paper", 2, "small"),
    ],
)
def test_the_largest_that_time_and_tiles_allow(many_patches, step_times, patches, time_of, share, size):
    minutes = share * time_for(time_of, step_times)
    found, log = settle(many_patches(patches), minutes=minutes)
    assert found == size
    assert log == [
        f"SIZE is auto: the network is {size}, for {patches} patches in the training tiles and {minutes:g} minutes here."
    ]


def test_larger_sizes_that_do_not_go_with_what_was_given_are_left_out(many_patches, step_times):
    backbone = {"id": "swinir", "n_feats": 40}  # which the heads of larger sizes do not divide
    found, _ = settle(many_patches(100_000), minutes=1e5, backbone=backbone)
    assert found == "small"


def test_what_would_be_far_too_slow_is_not_measured(many_patches, step_times):
    settle(many_patches(100_000), minutes=0.01 * time_for("medium", step_times))
    assert len(step_times.measured) == 1


@pytest.mark.parametrize(("device", "size"), [("cpu", "small"), ("cuda", "paper")])
def test_without_a_time_the_device_decides(many_patches, step_times, device, size):
    processes = SimpleNamespace(is_leader=True, device=torch.device(device), count=1, from_leader=float)
    found, log = settle(many_patches(100_000), processes=processes, epochs=100)
    assert found == size and step_times.measured == []
    assert log == [
        f"SIZE is auto: the network is {size}, for 100000 patches in the training tiles and this device."
    ]


def test_the_first_process_chooses_for_all(many_patches, step_times):
    other = SimpleNamespace(
        is_leader=False, device=torch.device("cpu"), count=2, from_leader=lambda value: 2.0
    )
    assert settle(many_patches(10), processes=other, minutes=1) == ("paper", [])


def test_auto_goes_on_with_the_network_of_a_model_or_a_checkpoint(make_tileset, tmp_path):
    tileset = make_tileset()
    network = {"id": "edsr", "n_feats": 6, "n_blocks": 2}
    train(tileset, tmp_path / "given.srpk", backbone=network)
    found, _ = settle(tileset, pretrained=str(tmp_path / "given.srpk"), minutes=1)
    assert found == Backbone.load(network)
    small, _ = settle(tileset, pretrained=str(tmp_path / "given.srpk"), backbone="span")  # of another network
    assert small == "small"

    out, values = tmp_path / "m.srpk", {"size": "auto", "backbone": {"id": "edsr", "n_blocks": 1}}
    kept = interrupted(tileset, out, **values)
    checkpoint = Job.load({"id": "train_model", **job(tileset, out, **values).model_dump(mode="json")})
    assert checkpoint.size == "auto" and kept.exists()
    run_to_end(job(tileset, out, **values, resume="auto").run())
    made = ModelPackage.load(out).info
    assert (made.backbone.n_feats, made.backbone.n_blocks) == (32, 1)
    assert made.training["size"] == "auto"


def test_the_log_says_before_the_run_how_long_it_will_take(make_tileset, tmp_path, monkeypatch):
    clock = FakeClock()
    clock.install(monkeypatch)
    values = {"size": "small", "backbone": {"id": "edsr", "n_feats": 6}, "epochs": 3}
    steps, _ = train(make_tileset(), tmp_path / "m.srpk", **values)
    per_epoch = next(step.values["steps"] for step in steps if "steps per epoch" in getattr(step, "text", ""))
    seconds = 3 * (per_epoch + 2)
    assert f"A step takes 1 s here: 3 epochs will take about {duration(seconds)}." in log_lines(steps)
    ended = clock.validations[-1] - clock.validations[0]
    assert ended == 2 * (per_epoch + 2)
