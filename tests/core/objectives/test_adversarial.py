"""The adversarial objective: its discriminator, its losses, and a learner that can be saved and continued."""

from __future__ import annotations

import io
import itertools
import math

import pytest
import torch
from torch.nn.functional import adaptive_avg_pool2d, binary_cross_entropy_with_logits

from sr_core.backbones import Backbone
from sr_core.objectives import Batch, Objective
from sr_core.objectives._discriminator import Discriminator, _pooling_matrix
from sr_core.objectives.adversarial import gradient_penalty
from sr_core.package.srpk import ModelPackage

from ..support.small_trainings import log_lines, train

Adversarial = Objective.members["adversarial"]
TINY = {"discriminator_feats": 2, "pixel_only": 0}
VARIANTS = [
    {},
    {"adversary": "relativistic"},
    {"discriminator_norm": "spectral"},
    {"discriminator_norm": "none", "r1_weight": 10},
    {"adversary": "relativistic", "r1_weight": 1},
]


def small_net(bands=2):
    torch.manual_seed(0)
    return Backbone.members["edsr"](n_feats=8, n_blocks=1).net(bands, 2, [0.5] * bands, [0.2] * bands)


def batch(seed=1, valid=None, n=3):
    random = torch.Generator().manual_seed(seed)
    lr, hr = (torch.rand(n, 2, side, side, generator=random) for side in (8, 16))
    return Batch(lr, hr, torch.ones(hr.shape, dtype=torch.bool) if valid is None else valid)


def start(net, steps=20, **options):
    torch.manual_seed(2)
    return Adversarial(**{**TINY, **options}).start(net, 1e-2, steps)


def copy_state(module):
    return {name: value.clone() for name, value in module.state_dict().items()}


def equal(one, other):
    return one.keys() == other.keys() and all(torch.equal(value, other[name]) for name, value in one.items())


# The discriminator


def test_the_discriminator_is_the_papers():
    """Ledig et al. 2017, figure 4: k3n64s1, k3n64s2, ..., k3n512s2, dense 1024, dense 1; counted by hand."""
    net = Discriminator(3)
    convs = [layer for layer in net.features if isinstance(layer, torch.nn.Conv2d)]
    assert [(c.out_channels, c.stride[0]) for c in convs] == [
        (64, 1), (64, 2), (128, 1), (128, 2), (256, 1), (256, 2), (512, 1), (512, 2),
    ]  # fmt: skip
    assert [type(layer).__name__ for layer in net.features][:5] == [
        "Conv2d", "LeakyReLU", "Conv2d", "_BatchNorm", "LeakyReLU",
    ]  # fmt: skip
    widths = (3, 64, 64, 128, 128, 256, 256, 512, 512)
    weights = sum(9 * a * b for a, b in itertools.pairwise(widths))
    normalised = 2 * sum(widths[2:])
    dense = 512 * 6 * 6 * 1024 + 1024 + 1024 + 1
    assert sum(p.numel() for p in net.parameters()) == weights + 64 + normalised + dense


@pytest.mark.parametrize("norm", ["batch", "spectral", "none"])
@pytest.mark.parametrize(("n", "bands", "height", "width"), [(1, 1, 16, 16), (2, 4, 17, 50), (3, 8, 96, 96)])
def test_any_patch_and_any_bands(norm, n, bands, height, width):
    torch.manual_seed(0)
    logits = Discriminator(bands, 2, norm)(torch.rand(n, bands, height, width))
    assert logits.shape == (n,) and logits.isfinite().all()


@pytest.mark.parametrize("size", [1, 2, 5, 6, 7, 12, 17])
def test_averaging_is_adaptive_pooling(size):
    x = torch.rand(2, 3, size, size, dtype=torch.double)
    rows = _pooling_matrix(size).double()
    expected = adaptive_avg_pool2d(x, 6)
    assert torch.allclose(torch.einsum("ih,bchw,jw->bcij", rows, x, rows), expected, atol=1e-6)


def test_spectral_normalisation_limits_every_layer():
    torch.manual_seed(0)
    net = Discriminator(3, 2, "spectral")
    for _ in range(60):  # the largest singular value is found by and by
        net(torch.rand(2, 3, 16, 16))
    layers = [m for m in net.modules() if isinstance(m, torch.nn.Conv2d | torch.nn.Linear)]
    assert len(layers) == 10
    for layer in layers:
        assert torch.linalg.matrix_norm(layer.weight.flatten(1), 2).item() == pytest.approx(1, abs=0.02)


# The losses


def test_the_standard_losses_are_cross_entropies():
    real, fake = torch.tensor([2.0, -1.0]), torch.tensor([0.5, -3.0])
    one, zero = torch.ones(2), torch.zeros(2)
    asked = Adversarial()
    expected = binary_cross_entropy_with_logits(fake, one)
    assert asked.generator_loss(real, fake).item() == pytest.approx(expected.item())
    expected = binary_cross_entropy_with_logits(real, one) + binary_cross_entropy_with_logits(fake, zero)
    assert asked.discriminator_loss(real, fake).item() == pytest.approx(expected.item())


def test_the_relativistic_losses_compare_with_the_others_mean():
    """Wang et al. 2018, equations 1 and 2, written out."""

    def sigmoid(x):
        return 1 / (1 + math.exp(-x))

    real, fake = [2.0, -1.0], [0.5, -3.0]
    mean_real, mean_fake = sum(real) / 2, sum(fake) / 2
    probabilities = [sigmoid(r - mean_fake) for r in real], [sigmoid(f - mean_real) for f in fake]
    discriminator = (
        -sum(map(math.log, probabilities[0])) / 2 - sum(math.log(1 - d) for d in probabilities[1]) / 2
    )
    generator = -sum(math.log(1 - d) for d in probabilities[0]) / 2 - sum(map(math.log, probabilities[1])) / 2
    asked = Adversarial(adversary="relativistic")
    tensors = torch.tensor(real), torch.tensor(fake)
    assert asked.discriminator_loss(*tensors).item() == pytest.approx(discriminator)
    assert asked.generator_loss(*tensors).item() == pytest.approx(generator)


def test_the_generators_gradient_does_not_vanish_where_the_discriminator_is_sure():
    fake = torch.tensor([-30.0], requires_grad=True)
    Adversarial().generator_loss(torch.tensor([30.0]), fake).backward()
    assert fake.grad.item() == pytest.approx(-1)


def test_the_gradient_penalty_of_a_plane():
    """For logits w·x the gradient is w at every image."""
    w, images = torch.rand(2, 3, 3, requires_grad=True), torch.rand(4, 2, 3, 3, requires_grad=True)
    penalty = gradient_penalty((images * w).sum((1, 2, 3)), images)
    assert penalty.item() == pytest.approx(w.detach().square().sum().item() / 2, rel=1e-5)
    penalty.backward()
    assert torch.allclose(w.grad, w)


# The learner


@pytest.mark.parametrize("options", VARIANTS, ids=str)
def test_losses_are_named_finite_and_add_up(options):
    net = small_net()
    learner = start(net, **options)
    for seed in range(10):
        losses = learner.step(batch(seed))
        names = ["loss", "pixel", "adversarial", "discriminator"] + ["r1"] * ("r1_weight" in options)
        assert list(losses) == names
        assert all(value.isfinite() and not value.requires_grad for value in losses.values())
        weight = 5e-3 if options.get("adversary") == "relativistic" else 1e-3
        total = 0.01 * losses["pixel"] + weight * losses["adversarial"]
        assert losses["loss"].item() == pytest.approx(total.item(), rel=1e-5)


def test_the_discriminator_learns_to_tell():
    learner = start(small_net(), steps=40, discriminator_feats=4, pixel_weight=1, adversarial_weight=0)
    losses = [learner.step(batch())["discriminator"].item() for _ in range(40)]
    assert losses[0] == pytest.approx(2 * math.log(2), rel=0.3)
    assert losses[-1] < 0.5 * losses[0]


def test_the_network_learns_to_pass():
    """Against a discriminator that stands still and with nothing else to heed."""
    net = small_net()
    learner = start(net, steps=40, pixel_weight=0, adversarial_weight=1, discriminator_norm="none")
    learner.discriminator_optimizer.schedule.base_lrs = [0.0]
    learner.discriminator_optimizer.optimiser.param_groups[0]["lr"] = 0.0
    before = copy_state(learner.discriminator)
    losses = [learner.step(batch())["adversarial"].item() for _ in range(40)]
    assert equal(before, copy_state(learner.discriminator))
    assert losses[-1] < losses[0] - 1e-3


def test_the_steps_of_the_two_touch_their_own_weights_only():
    net = small_net()
    learner = start(net, pixel_weight=0, adversarial_weight=0)
    before, against = copy_state(net), copy_state(learner.discriminator)
    learner.step(batch())
    assert equal(before, copy_state(net))
    assert not equal(against, copy_state(learner.discriminator))


def test_it_begins_with_the_pixel_loss_alone():
    """The first steps are those of the pixel objective, bit for bit, and the discriminator waits."""
    net, other = small_net(), small_net()
    learner = start(net, 10, pixel_only=0.5)
    pixel = Objective.members["pixel"]().start(other, 1e-2, 10)
    before = copy_state(learner.discriminator)
    for seed in range(5):
        assert list(learner.step(batch(seed))) == ["loss", "pixel"]
        pixel.step(batch(seed))
    assert equal(copy_state(net), copy_state(other)) and equal(before, copy_state(learner.discriminator))
    assert "discriminator" in learner.step(batch(5))
    assert not equal(before, copy_state(learner.discriminator))


def test_nothing_is_learnt_from_a_batch_without_valid_pixels():
    net = small_net()
    before = copy_state(net)
    start(net).step(batch(valid=torch.zeros(3, 2, 16, 16, dtype=torch.bool)))
    assert equal(before, copy_state(net))


@pytest.mark.parametrize("options", [*VARIANTS, {"pixel_only": 0.5}], ids=str)
@pytest.mark.parametrize("stop", [2, 7])
def test_training_resumes_exactly(options, stop):
    """Stopped after a step, written to a file, and taken up by a learner that began with other random numbers."""
    net = small_net()
    learner = start(net, 10, **options)
    for seed in range(10):
        if seed == stop:
            file = io.BytesIO()
            torch.save({"learner": learner.state(), "net": net.state_dict()}, file)
        losses = learner.step(batch(seed))

    file.seek(0)
    saved = torch.load(file, weights_only=True)
    resumed_net = small_net()
    torch.manual_seed(99)
    resumed = Adversarial(**{**TINY, **options}).start(resumed_net, 1e-2, 10)
    resumed_net.load_state_dict(saved["net"])
    resumed.load_state(saved["learner"])
    for seed in range(stop, 10):
        again = resumed.step(batch(seed))
    assert equal(copy_state(net), copy_state(resumed_net))
    assert equal(copy_state(learner.discriminator), copy_state(resumed.discriminator))
    assert equal(losses, again)


def test_the_pixel_objective_resumes_exactly_too():
    nets = small_net(), small_net()
    learners = [Objective.members["pixel"]().start(net, 1e-2, 10) for net in nets]
    for seed in range(4):
        learners[0].step(batch(seed))
    nets[1].load_state_dict(copy_state(nets[0]))
    learners[1].load_state(learners[0].state())
    for seed in range(4, 10):
        for learner in learners:
            learner.step(batch(seed))
    assert equal(copy_state(nets[0]), copy_state(nets[1]))


# The job


def test_all_losses_of_every_epoch_are_logged_and_the_last_weights_kept(make_tileset, tmp_path):
    objective = {"id": "adversarial", "discriminator_feats": 2, "pixel_only": 0.5}
    torch.manual_seed(5)
    expected = torch.rand(3)
    torch.manual_seed(5)
    steps, _ = train(make_tileset(), tmp_path / "a.srpk", epochs=4, objective=objective)
    assert torch.equal(torch.rand(3), expected)
    epochs = [line for line in log_lines(steps) if line.startswith("Epoch ")]
    assert [all(f"{name} " in line for name in ("loss", "pixel")) for line in epochs] == [True] * 4
    assert ["adversarial" in line and "discriminator" in line for line in epochs] == [
        False,
        False,
        True,
        True,
    ]
    info = ModelPackage.load(tmp_path / "a.srpk").info
    assert info.training["best_epoch"] == 4
    assert info.training["objective"]["id"] == "adversarial"
    assert set(info.training["losses"][3]) == {"loss", "pixel", "adversarial", "discriminator"}


def test_the_missions_srgan_is_edsr_fine_tuned(make_tileset, tmp_path):
    tileset = make_tileset()
    train(tileset, tmp_path / "edsr.srpk")
    objective = {"id": "adversarial", "discriminator_feats": 2, "pixel_only": 0}
    packages = []
    for name in ("one", "again"):
        out = tmp_path / f"{name}.srpk"
        steps, _ = train(tileset, out, objective=objective, pretrained=str(tmp_path / "edsr.srpk"))
        packages.append(ModelPackage.load(out))
    assert any("6 of 6 layers" in line for line in log_lines(steps))
    assert equal(
        *(package.net.body.state_dict() for package in packages)
    )  # the same seed, the same adversary
    start = ModelPackage.load(tmp_path / "edsr.srpk").net.body.state_dict()
    assert not equal(start, packages[0].net.body.state_dict())
