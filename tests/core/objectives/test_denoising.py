"""The denoising objective: what is learnt, at which noise, and which weights are kept."""

from __future__ import annotations

import math
import zipfile

import pytest
import torch

from sr_core.diffusion.schedules import NoiseSchedule
from sr_core.errors import InputError, PackageError
from sr_core.objectives import Batch, Objective
from sr_core.package.srpk import ModelPackage

from ..support.small_diffusion_training import Watched, batch, small_net
from ..support.small_trainings import train

Denoising = Objective.members["denoising"]


def learner(net, seed=0, **options):
    torch.manual_seed(seed)
    return Denoising(**{"n_timestep": 100, "linear_end": 0.1, **options}).start(net, 1e-3, 100)


@pytest.mark.parametrize(("criterion", "expected"), [("l1", math.sqrt(2 / math.pi)), ("l2", 1.0)])
def test_a_network_that_sees_no_noise_loses_all_of_it(criterion, expected):
    net = small_net()
    Watched(net)
    loss = learner(net, criterion=criterion).step(batch(count=40))["loss"]
    assert loss.item() == pytest.approx(expected, rel=0.03)


def test_images_are_noised_as_the_level_says_that_the_network_is_told():
    """x_t = √ᾱ x_0 + √(1 − ᾱ) eps: so what remains of x_t without x_0 is normal with that spread."""
    net, patches = small_net(), batch(count=64)
    watched = Watched(net)
    learner(net).step(patches)
    ((x_t, condition, level),) = watched.asked
    torch.testing.assert_close(condition, net.condition(patches.lr))
    x_0 = net.x_0(patches.hr, condition)
    eps = (x_t - level[:, None, None, None] * x_0) / (1 - level.square()).sqrt()[:, None, None, None]
    assert eps.mean().item() == pytest.approx(0, abs=0.02)
    assert eps.std().item() == pytest.approx(1, abs=0.02)
    assert abs(torch.corrcoef(torch.stack((eps.ravel(), x_0.ravel())))[0, 1]) < 0.02


def test_each_image_has_a_level_of_its_own_all_over_the_schedule():
    net = small_net()
    watched, teacher = Watched(net), learner(net)
    for _ in range(40):
        teacher.step(batch(count=8))
    levels = torch.stack([level for _, _, level in watched.asked])
    trained = torch.from_numpy(teacher.learner.config.schedule.alpha_bar()).sqrt().float()
    assert all(len(set(row.tolist())) == 8 for row in levels)
    assert levels.max() <= 1
    assert levels.max() > trained[1]
    assert levels.min() >= trained[-1]
    assert levels.min() < trained[-5]
    # Uniform over the steps, continuous within them.
    steps = torch.searchsorted(-torch.cat((torch.ones(1), trained)), -levels.ravel()).float()
    assert steps.mean() == pytest.approx(50, abs=3)
    assert len(set(levels.ravel().tolist())) == levels.numel()
    assert not set(levels.ravel().tolist()) & set(trained.tolist())


@pytest.mark.parametrize("schedule", NoiseSchedule.members)
def test_every_schedule_is_learnt(schedule):
    net = small_net()
    teacher = learner(net, schedule=schedule)
    assert teacher.learner.config.schedule.id == schedule
    assert teacher.step(batch())["loss"].isfinite()


def test_gaps_teach_nothing_and_their_content_does_not_matter():
    valid = torch.rand(3, 2, 16, 16, generator=torch.Generator().manual_seed(0)) > 0.3
    found = []
    for gap in (0.0, 1e6):
        net, patches = small_net(), batch(valid)
        patches = patches._replace(hr=torch.where(valid, patches.hr, gap))
        learner(net).step(patches)
        found.append({name: value.clone() for name, value in net.body.state_dict().items()})
    assert all(torch.equal(value, found[1][name]) for name, value in found[0].items())
    net = small_net()
    loss = learner(net).step(batch(torch.zeros_like(valid)))["loss"]
    assert loss == 0


def test_spread_is_measured_once_on_the_first_patches():
    net, patches = small_net(), batch(count=8)
    teacher = learner(net)
    teacher.step(patches)
    residual = (
        patches.hr - torch.nn.functional.interpolate(patches.lr, scale_factor=2, mode="bicubic")
    ) / net.std
    expected = residual.square().mean((0, 2, 3), keepdim=True).sqrt()
    torch.testing.assert_close(net.body["spread"].value, expected, rtol=1e-3, atol=0)
    x_0 = net.x_0(patches.hr, net.condition(patches.lr))
    assert x_0.square().mean().sqrt().item() == pytest.approx(1, rel=1e-3)
    torch.testing.assert_close(net.physical(x_0, net.condition(patches.lr)), patches.hr, rtol=1e-4, atol=1e-4)
    teacher.step(Batch(patches.lr, patches.hr * 9, patches.valid))
    torch.testing.assert_close(net.body["spread"].value, expected, rtol=1e-3, atol=0)


def test_without_a_skip_images_are_diffused_as_they_are():
    net = small_net(global_skip="none")
    hr = torch.rand(1, 2, 16, 16)
    condition = net.condition(torch.rand(1, 2, 8, 8))
    torch.testing.assert_close(net.x_0(hr, condition), (hr - net.mean) / net.std)
    torch.testing.assert_close(net.physical(net.x_0(hr, condition), condition), hr)


# The average of weights


def test_the_kept_weights_are_the_average_and_those_learnt_with_are_not_touched():
    net = small_net()
    teacher = learner(net, ema_decay=0.5)
    name = (
        "denoiser.first.weight"
        if "denoiser.first.weight" in net.body.state_dict()
        else next(iter(net.body.state_dict()))
    )
    average = net.body.state_dict()[name].clone()
    for step in range(1, 4):
        teacher.step(batch())
        decay = min(0.5, step / (step + 10))
        average = decay * average + (1 - decay) * net.body.state_dict()[name]
    own = net.body.state_dict()[name].clone()
    with teacher.ema_weights():
        torch.testing.assert_close(net.body.state_dict()[name], average)
        assert not torch.equal(average, own)
    assert torch.equal(net.body.state_dict()[name], own)


def test_a_learner_goes_on_where_another_was():
    first, second = small_net(), small_net()
    teacher, other = learner(first), learner(second, seed=5)
    for _ in range(2):
        teacher.step(batch())
    other.load_state(teacher.state())
    second.body.load_state_dict(first.body.state_dict())
    for _ in range(2):
        one, two = teacher.step(batch())["loss"], other.step(batch())["loss"]
        assert torch.equal(one, two)
    with teacher.ema_weights(), other.ema_weights():
        states = [net.body.state_dict() for net in (first, second)]
        assert all(torch.equal(value, states[1][name]) for name, value in states[0].items())


# Whole trainings


SR3 = {"id": "sr3", "inner_channel": 8, "norm_groups": 4, "channel_mults": [1, 2], "res_blocks": 1}
SHORT = {"n_timestep": 50, "linear_end": 0.2}


def test_the_same_seed_trains_the_same_model_which_says_how_it_is_sampled(make_tileset, tmp_path):
    tileset = make_tileset(train=3, val=1, test=1)
    found = []
    for name in ("a.srpk", "b.srpk"):
        _, result = train(
            tileset,
            tmp_path / name,
            backbone=SR3,
            objective={"id": "denoising", **SHORT},
            patch_size=8,
            epochs=1,
        )
        found.append(ModelPackage.load(tmp_path / name))
    a, b = (package.net.body.state_dict() for package in found)
    assert all(torch.equal(value, b[name]) for name, value in a.items())
    package = found[0]
    assert package.sampling.noise_schedule.dump() == {
        "id": "linear", "n_timestep": 50, "linear_start": 1e-5, "linear_end": 0.2,
    }  # fmt: skip
    assert package.sampling.sampler.id == "dpm_solver"
    assert package.info.backbone.image_size == 8 * tileset.info.scale
    assert package.info.consistency
    assert package.net.body["spread"].measured
    assert math.isfinite(result.psnr)


@pytest.mark.parametrize(
    ("backbone", "objective", "sentence"),
    [
        (
            SR3,
            {"id": "pixel"},
            "sr3 makes its results from noise and cannot be trained with pixel: set OBJECTIVE to denoising or flow",
        ),
        (SR3, {"id": "adversarial"}, "cannot be trained with adversarial: set OBJECTIVE to denoising"),
        ({"id": "edsr", "n_feats": 8, "n_blocks": 1}, {"id": "denoising"}, "edsr is not a diffusion network"),
    ],
)
def test_what_does_not_go_together_is_said(make_tileset, tmp_path, backbone, objective, sentence):
    with pytest.raises(InputError, match=sentence):
        train(make_tileset(), tmp_path / "x.srpk", backbone=backbone, objective=objective, patch_size=8)
    assert not (tmp_path / "x.srpk").exists()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"n_timestep": 20}, "still holds .* of the image"),
        ({"schedule": "quadratic"}, "^There is no noise schedule 'quadratic': choose one of const, cosine"),
        ({"linear_start": 0.5, "linear_end": 0.1}, "linear_start"),
    ],
)
def test_schedules_that_cannot_be_learnt_are_refused(options, sentence):
    with pytest.raises(InputError, match=sentence):
        Objective.load({"id": "denoising", **options})


@pytest.mark.parametrize(
    ("options", "schedule", "written"),
    [
        ({}, {"id": "linear", "n_timestep": 1500, "linear_start": 1e-5, "linear_end": 0.01}, {}),
        ({"schedule": "cosine"}, {"id": "cosine", "n_timestep": 1500}, {"schedule": "cosine"}),
        (
            {"schedule": "cosine", "n_timestep": 1000, "linear_start": 1e-6, "linear_end": 1e-2},
            {"id": "cosine", "n_timestep": 1000},
            {"schedule": "cosine", "n_timestep": 1000},
        ),
        (
            {"schedule": "const", "linear_end": 0.02},
            {"id": "const", "n_timestep": 1500, "linear_end": 0.02},
            {"schedule": "const", "linear_end": 0.02},
        ),
        (
            {"n_timestep": 50, "linear_start": 1e-6, "linear_end": 0.2},
            {"id": "linear", "n_timestep": 50, "linear_start": 1e-6, "linear_end": 0.2},
            {"n_timestep": 50, "linear_start": 1e-6, "linear_end": 0.2},
        ),
    ],
)
def test_options_are_read_and_written_as_before_schedules_had_their_own(options, schedule, written):
    """Cards and checkpoints hold what is written, and checkpoints are compared with it."""
    objective = Objective.load({"id": "denoising", **options})
    assert objective.schedule.dump() == objective.sampling.noise_schedule.dump() == schedule
    assert objective.dump() == {
        "id": "denoising", "criterion": "l1", "schedule": "linear", "n_timestep": 1500, "linear_start": 1e-5,
        "linear_end": 0.01, "ema_decay": 0.9999, **written,
    }  # fmt: skip
    assert Objective.load(objective.dump()) == objective


def test_a_package_without_its_sampling_is_refused(make_tileset, tmp_path):
    train(
        make_tileset(train=2, val=1, test=1), tmp_path / "a.srpk", backbone=SR3,
        objective={"id": "denoising", **SHORT}, patch_size=8, epochs=1,
    )  # fmt: skip
    with zipfile.ZipFile(tmp_path / "a.srpk") as given, zipfile.ZipFile(tmp_path / "b.srpk", "w") as made:
        for name in given.namelist():
            if name != "SHA256SUMS":
                made.writestr(name, b"{}" if name == "sampling.json" else given.read(name))
    with pytest.raises(
        PackageError, match=r"does not describe a model that this version knows .sampler is missing"
    ):
        ModelPackage.load(tmp_path / "b.srpk")


def test_fine_tuning_keeps_the_spread(make_tileset, tmp_path):
    tileset = make_tileset(train=2, val=1, test=1)
    learning = {"backbone": SR3, "objective": {"id": "denoising", **SHORT}, "patch_size": 8, "epochs": 1}
    train(tileset, tmp_path / "a.srpk", **learning)
    train(tileset, tmp_path / "b.srpk", **learning, pretrained=str(tmp_path / "a.srpk"), seed=7)
    a, b = (ModelPackage.load(tmp_path / name).net.body["spread"].value for name in ("a.srpk", "b.srpk"))
    assert torch.equal(a, b)
