"""What every backbone promises that is asked many times: whoever adds such a file to `backbones/` is held to it."""

from __future__ import annotations

import pytest
import torch

from sr_core.backbones import Backbone
from sr_core.diffusion.samplers import Sampler
from sr_core.diffusion.sampling_configs import Sampling
from sr_core.diffusion.schedules import NoiseSchedule
from sr_core.errors import InputError
from sr_core.package.info import PackageInfo
from sr_core.package.srpk import ModelPackage
from sr_core.raster.radiometry import Radiometry

from ..support.tensor_memory import PeakMemory
from ..support.tiny_backbones import diffusion_forms, label

FORMS = pytest.mark.parametrize("backbone", diffusion_forms(), ids=label)
BANDS = pytest.mark.parametrize("bands", [1, 5])
SAMPLING = Sampling.members["denoising"](
    noise_schedule=NoiseSchedule.load("cosine"), sampler=Sampler.load("ddim")
)
STEPS = 100
"""Of learning one batch by heart, at the most."""


def lively(backbone, bands=2, scale=2):
    """In double precision, with weights that make every layer matter."""
    torch.manual_seed(0)
    net = backbone.net(bands, scale, (0.5,) * bands, (0.25,) * bands).double()
    for parameter in net.parameters():
        torch.nn.init.normal_(parameter, std=0.3)
    return net.eval()


def asked(bands=2, batch=3, height=16, width=16, seed=1):
    """A noisy image, a condition and a level, which differ within the batch."""
    random = torch.Generator().manual_seed(seed)
    x_t, condition = torch.randn(2, batch, bands, height, width, generator=random, dtype=torch.double)
    return x_t, condition, torch.linspace(0.05, 0.999, batch, dtype=torch.double)


@FORMS
@BANDS
def test_the_noise_has_the_size_of_the_image_whatever_multiple_that_is(backbone, bands):
    net, step = lively(backbone, bands), backbone.multiple_of()
    for height, width in ((16, 16), (step, 3 * step), (5 * step, 16)):
        with torch.no_grad():
            eps = net(*asked(bands, 2, height, width))
        assert eps.shape == (2, bands, height, width)
        assert eps.isfinite().all() and eps.std() > 0


@FORMS
def test_an_untrained_net_says_that_there_is_no_noise(backbone):
    net = backbone.net(2, 2, (0.5,) * 2, (0.25,) * 2).double().train()
    with torch.no_grad():
        assert not net(*asked()).any()


@FORMS
def test_what_it_is_asked_matters(backbone):
    """Another image, condition or level gives another result."""
    net, (x_t, condition, level) = lively(backbone), asked()
    with torch.no_grad():
        eps = net(x_t, condition, level)
        for other in ((-x_t, condition, level), (x_t, -condition, level), (x_t, condition, 1 - level)):
            assert (net(*other) - eps).abs().max() > 1e-4 * eps.std()


@FORMS
def test_an_image_gets_the_same_alone_and_in_company(backbone):
    net, whole = lively(backbone), asked(batch=3)
    with torch.no_grad():
        together = net(*whole)
        alone = torch.cat([net(*(part[i : i + 1] for part in whole)) for i in range(3)])
    torch.testing.assert_close(alone, together, rtol=0, atol=1e-12 * float(together.abs().max()))


@FORMS
@BANDS
@pytest.mark.parametrize("skip", ["bicubic", "none"])
def test_a_package_comes_back_to_the_bit(tmp_path, backbone, bands, skip):
    info = PackageInfo(
        backbone=Backbone.load({**backbone.dump(), "global_skip": skip}),
        scale=2,
        bands=tuple(f"band {i}" for i in range(bands)),
        dtype="uint8",
        radiometry=Radiometry.default("uint8", bands),
        mean=(0.4,) * bands,
        std=(0.2,) * bands,
        degradation={"id": "bicubic"},
        data_range=1,
    )
    made = ModelPackage(info, info.net(), SAMPLING)
    for value in made.net.body.state_dict().values():  # buffers as well
        if value.is_floating_point():
            torch.nn.init.uniform_(value, 0.1, 0.4)
    made.net.eval().to(memory_format=torch.channels_last)
    made.save(tmp_path / "m.srpk")
    again = ModelPackage.load(tmp_path / "m.srpk")
    assert (again.info, again.sampling) == (info, SAMPLING)
    before, after = made.net.body.state_dict(), again.net.body.state_dict()
    assert list(before) == list(after)
    assert all(torch.equal(value, before[key]) for key, value in after.items())
    question = [part.float() for part in asked(bands)]
    with torch.no_grad():
        assert torch.equal(again.net(*question), made.net(*question))


@FORMS
def test_a_dump_makes_the_same_config_again(backbone):
    again = Backbone.load(backbone.dump())
    assert again == backbone and again.dump() == backbone.dump()


class Learnt(Exception):
    """Half of the noise is told: enough to stop."""


@FORMS
@BANDS
def test_it_overfits_one_batch(backbone, bands):
    torch.manual_seed(0)
    net = backbone.net(bands, 2, (0.5,) * bands, (0.25,) * bands).double().train()
    x_0, eps, level = asked(bands, batch=2)
    column = level[:, None, None, None]
    x_t = column * x_0 + (1 - column**2).sqrt() * eps
    # Newton-like steps with a line search, in double precision: no learning rate suits all these networks.
    learner = torch.optim.LBFGS(
        net.parameters(), max_iter=STEPS, tolerance_grad=0, tolerance_change=0, line_search_fn="strong_wolfe"
    )
    losses = []

    def closure():
        learner.zero_grad()
        loss = (net(x_t, 0.5 * x_0, level) - eps).square().mean()
        loss.backward()
        losses.append(float(loss.detach()))
        if losses[-1] < 0.5 * losses[0]:
            raise Learnt
        return loss

    with pytest.raises(Learnt):
        learner.step(closure)
    assert all(weights.grad is not None for weights in net.parameters())


@FORMS
def test_what_is_exported_computes_the_same(backbone):
    net, question = lively(backbone), asked()
    exported = torch.export.export(net, question, strict=False).module()
    with torch.no_grad():
        torch.testing.assert_close(exported(*question), net(*question))


@FORMS
def test_the_image_size_is_that_of_the_patches_unless_it_is_set(backbone):
    blank = Backbone.load({**backbone.dump(), "image_size": None})
    step = backbone.multiple_of()
    assert blank.adapt_to_patches(9 * step).image_size == 9 * step
    assert backbone.adapt_to_patches(9 * step) == backbone
    for each in (blank, backbone):
        with pytest.raises(
            InputError, match=rf"^Images of {9 * step + 1} pixels .* must be a multiple of {step}\.$"
        ):
            each.adapt_to_patches(9 * step + 1)


@pytest.mark.parametrize(
    "backbone",
    [
        Backbone.load({"id": "sr3", "preset": "small", "image_size": 64}),
        Backbone.load({"id": "sr3", "preset": "small", "image_size": 64, "resblock_type": "biggan"}),
        Backbone.load(
            {"id": "sr3", "preset": "small", "image_size": 64, "channel_mults": [1, 4], "res_blocks": 3}
        ),
        Backbone.load({"id": "sr3", "inner_channel": 16, "norm_groups": 8, "image_size": 64}),
        Backbone.load(
            {
                "id": "sr3_uvit",
                "image_size": 64,
                "embed_dim": 192,
                "depth": 5,
                "num_heads": 6,
                "token_size": 4,
            }
        ),
        Backbone.load(
            {"id": "sr3_uvit", "image_size": 64, "embed_dim": 96, "depth": 9, "mlp_ratio": 1, "token_size": 4}
        ),
    ],
    ids=label,
)
def test_the_stated_memory_is_about_what_is_used(backbone):
    net, side = backbone.net(3, 4, (0,) * 3, (1,) * 3).eval(), 64
    question = [part.float() for part in asked(3, 2, side, side)]
    with torch.inference_mode(), PeakMemory(net.parameters()) as memory:
        net(*question)
    stated = backbone.activation_floats() * 4 * 2 * side**2
    assert stated / 1.6 < memory.peak < stated * 1.6
