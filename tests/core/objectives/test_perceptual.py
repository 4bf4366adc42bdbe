"""The perceptual objective: what VGG sees, how it is compared, and how the adversarial objective takes it in."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional

from sr_core.backbones import Backbone
from sr_core.errors import InputError
from sr_core.objectives import Batch, Objective
from sr_core.objectives._vgg import VGG, layer_names
from sr_core.objectives.perceptual import ContentLoss, gram_matrix
from sr_core.package.srpk import ModelPackage

from ..support.fake_vgg import CONVOLUTIONS, make_vgg_weights, write_vgg_weights
from ..support.small_trainings import log_lines, train

Perceptual, Adversarial = (Objective.members[name] for name in ("perceptual", "adversarial"))
SHALLOW = {"layers": ("relu1_2", "conv2_1"), "layer_weights": (3, 0.5)}


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("vgg")
    return {name: str(write_vgg_weights(folder, name)) for name in ("vgg16", "vgg19")}


def net_of(bands):
    torch.manual_seed(0)
    return Backbone.members["edsr"](n_feats=8, n_blocks=1).net(bands, 2, [0.5] * bands, [0.2] * bands)


def images(bands=3, n=2, side=16):
    random = torch.Generator().manual_seed(3)
    sr, hr = (torch.randn(n, bands, side, side, generator=random) for _ in range(2))
    return sr, hr, torch.ones(hr.shape, dtype=torch.bool)


def seen_by_hand(image):
    """relu1_2 and conv2_1 of VGG16, spelled out; `image` is in standard deviations from the mean of each band."""
    w = make_vgg_weights("vgg16")

    def conv(x, index):
        return functional.conv2d(x, w[f"features.{index}.weight"], w[f"features.{index}.bias"], padding=1)

    relu1_2 = conv(conv(image, 0).relu(), 2).relu()
    return relu1_2, conv(functional.max_pool2d(relu1_2, 2), 5)


# VGG


@pytest.mark.parametrize(("network", "weights"), [("vgg16", 14_714_688), ("vgg19", 20_024_384)])
def test_the_architecture_is_the_published_one(network, weights):
    with torch.device("meta"):
        net = VGG(network, layer_names(network))
    assert sum(p.numel() for p in net.parameters()) == weights
    given = {
        name: tensor.shape for name, tensor in make_vgg_weights(network).items() if "classifier" not in name
    }
    assert {name: tensor.shape for name, tensor in net.state_dict().items()} == given


@pytest.mark.parametrize(
    ("network", "layer", "index"),
    [("vgg16", "relu3_3", 15), ("vgg16", "relu4_3", 22), ("vgg16", "relu5_3", 29), ("vgg19", "conv5_4", 34)],
)
def test_layers_have_the_papers_names(network, layer, index):
    assert layer_names(network)[index] == layer
    assert layer_names(network)[-1] == "pool5" and len(CONVOLUTIONS[network]) == int(network[3:]) - 3


def test_a_photograph_is_normalised_as_vgg_learnt_it(files):
    """Given values from 0 to 1, the first convolution sees them less ImageNet's mean, over ImageNet's deviation."""
    content = ContentLoss(Perceptual(vgg_weights=files["vgg16"], **SHALLOW), net_of(3), ())
    photograph = torch.rand(1, 3, 16, 16)
    mean, std = ([[[v]] for v in values] for values in ((0.485, 0.456, 0.406), (0.229, 0.224, 0.225)))
    relu1_2, conv2_1 = seen_by_hand((photograph - torch.tensor(mean)) / torch.tensor(std))
    found = content.vgg(photograph)
    assert list(found) == ["relu1_2", "conv2_1"]
    assert torch.allclose(found["relu1_2"], relu1_2, atol=1e-5)
    assert torch.allclose(found["conv2_1"], conv2_1, atol=1e-5)


# Bands


@pytest.mark.parametrize(
    ("bands", "rgb", "shown"),
    [
        (("nir", "red", "green", "blue"), None, (1, 2, 3)),
        (("B02", "B03", "B04", "B08"), None, (2, 1, 0)),
        (("", "", "", ""), None, (0, 1, 2)),
        (("", ""), None, (0, 0, 0)),
        (("red", "green", "blue", "nir"), (4, 1, 2), (3, 0, 1)),
        (("pan",), (1, 1, 1), (0, 0, 0)),
    ],
)
def test_vgg_sees_the_bands_that_are_red_green_and_blue(bands, rgb, shown):
    assert Perceptual(rgb=rgb).rgb_indices(bands) == shown


def test_a_band_that_there_is_not_is_refused():
    with pytest.raises(InputError, match="rgb names band 4, and the tiles have 3: correct rgb"):
        Perceptual(rgb=(4, 3, 2)).rgb_indices(("a", "b", "c"))


def test_other_bands_do_not_reach_vgg(files):
    content = ContentLoss(Perceptual(vgg_weights=files["vgg16"], rgb=(4, 1, 2), **SHALLOW), net_of(4), ())
    sr, hr, valid = images(4)
    before = content.losses(sr, hr, valid)
    sr[:, 2] += 5
    after = content.losses(sr, hr, valid)
    assert torch.equal(before["features"], after["features"])
    assert after["pixel"] > before["pixel"]


# Losses


@pytest.mark.parametrize("criterion", ["l1", "l2"])
def test_the_losses_are_those_made_by_hand(files, criterion):
    config = Perceptual(
        vgg_weights=files["vgg16"], feature_criterion=criterion, gram_weight=7, pixel_weight=0.1,
        feature_weight=2, **SHALLOW,
    )  # fmt: skip
    sr, hr, valid = images()
    content = ContentLoss(config, net_of(3), ())
    found = content.losses(sr, hr, valid)

    def differ(a, b):
        return ((a - b).abs() if criterion == "l1" else (a - b) ** 2).mean()

    def matrix(x):
        return torch.einsum("nihw,njhw->nij", x, x) / (x.shape[1] * x.shape[2] * x.shape[3])

    pairs = list(zip(seen_by_hand(sr), seen_by_hand(hr), (3, 0.5), strict=True))
    features = sum(w * differ(a, b) for a, b, w in pairs)
    texture = sum(w**2 * differ(matrix(a), matrix(b)) for a, b, w in pairs)
    pixel = (sr - hr).abs().mean()
    expected = {"pixel": pixel, "features": features, "gram": texture}
    assert {name: value.item() for name, value in found.items()} == pytest.approx(
        {name: value.item() for name, value in expected.items()}, rel=1e-4
    )
    total = 0.1 * pixel + 2 * features + 7 * texture
    assert content.total(found).item() == pytest.approx(total.item(), rel=1e-4)


def test_the_gram_matrix_of_constant_features_and_of_a_shifted_texture():
    """Constant features a: G_ij = a_i a_j / f. A texture moved elsewhere is the same texture."""
    a = torch.tensor([1.0, -2.0, 3.0])
    constant = a.view(1, 3, 1, 1).expand(1, 3, 4, 5)
    assert torch.allclose(gram_matrix(constant)[0], a[:, None] * a / 3)
    texture = torch.rand(2, 3, 6, 6)
    assert torch.allclose(gram_matrix(texture), gram_matrix(texture.roll((2, 1), (2, 3))), atol=1e-6)


def test_gaps_are_not_looked_at(files):
    content = ContentLoss(Perceptual(vgg_weights=files["vgg16"], gram_weight=1, **SHALLOW), net_of(3), ())
    sr, hr, valid = images()
    valid[:, :, :8] = False
    garbage = torch.where(valid, sr, sr + 9)
    one, other = (content.losses(each, hr, valid) for each in (sr, garbage))
    assert one.keys() == {"pixel", "features", "gram"}
    assert all(torch.equal(value, other[name]) for name, value in one.items())


def test_only_the_network_learns(files):
    net = net_of(3)
    learner = Perceptual(vgg_weights=files["vgg16"], gram_weight=10, **SHALLOW).start(net, 1e-2, 30)
    vgg = {name: value.clone() for name, value in learner.content.vgg.state_dict().items()}
    random = torch.Generator().manual_seed(1)
    lr, hr = (torch.rand(2, 3, side, side, generator=random) for side in (8, 16))
    batch = Batch(lr, hr, torch.ones(hr.shape, dtype=torch.bool))
    losses = [learner.step(batch) for _ in range(30)]
    assert list(losses[0]) == ["loss", "pixel", "features", "gram"]
    assert losses[-1]["features"] < 0.95 * losses[0]["features"]
    assert all(torch.equal(value, vgg[name]) for name, value in learner.content.vgg.state_dict().items())


# Options


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (
            {"layers": ["relu3_4"], "layer_weights": [1]},
            r"vgg16 has no layer 'relu3_4': it has conv1_1, relu1_1,",
        ),
        ({"layers": ["pool3"], "layer_weights": [1]}, "vgg16 has no layer 'pool3'"),
        ({"layers": ["relu3_3"]}, "There are 1 layers and 3 layer_weights: give one weight for each layer"),
        ({"rgb": [3, 2]}, "rgb"),
    ],
)
def test_options_that_do_not_fit_are_refused(options, sentence):
    with pytest.raises(InputError, match=sentence):
        Objective.load({"id": "perceptual", **options})


def test_the_papers_recipes_can_be_written():
    esrgan = {"adversary": "relativistic", "feature_weight": 1}
    srgan = {"feature_weight": 0.006, "feature_criterion": "l2", "layers": ["relu5_4"], "pixel_weight": 0}
    for recipe in (esrgan, srgan):
        found = Objective.load({"id": "adversarial", **recipe})
        assert found.needs_vgg and found.vgg == "vgg19" and len(found.layers) == 1
    assert not Adversarial().needs_vgg


# The job


def test_a_training_with_features_and_texture(make_tileset, tmp_path, files):
    objective = {"id": "perceptual", "vgg_weights": files["vgg16"], "gram_weight": 5, **SHALLOW}
    steps, _ = train(make_tileset(train=2), tmp_path / "m.srpk", objective=objective)
    lines = [line for line in log_lines(steps) if line.startswith("Epoch")]
    assert len(lines) == 2
    assert all(f" {name} " in line for line in lines for name in ("loss", "pixel", "features", "gram"))
    assert ModelPackage.load(tmp_path / "m.srpk").info.training["best_epoch"] == 2


def test_the_adversary_and_features_together(make_tileset, tmp_path, files):
    objective = {
        "id": "adversarial", "adversary": "relativistic", "feature_weight": 1, "pixel_weight": 0.01,
        "discriminator_feats": 2, "pixel_only": 0.5, "vgg_weights": files["vgg19"],
    }  # fmt: skip
    steps, _ = train(make_tileset(train=2), tmp_path / "m.srpk", objective=objective)
    lines = [line for line in log_lines(steps) if line.startswith("Epoch")]
    assert "features" not in lines[0]
    assert all(f" {name} " in lines[1] for name in ("pixel", "features", "adversarial", "discriminator"))
