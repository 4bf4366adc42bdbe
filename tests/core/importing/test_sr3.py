"""SR3 as others have trained it tells the noise that the original tells."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from sr_core.diffusion.schedules import NoiseSchedule
from sr_core.errors import InputError
from sr_core.importing._noise_schedule import find_noise_schedule
from sr_core.jobs import Job
from sr_core.package.srpk import ModelPackage

from ..support import published_networks
from ..support.published_networks import Original
from ..support.small_trainings import log_lines, run_to_end

USUAL = {"norm_groups": 4}
"""What the tests' networks have, and published ones have not."""


def question(bands=3, side=16):
    random = torch.Generator().manual_seed(1)
    lr = torch.rand(2, bands, side // 4, side // 4, generator=random)
    return lr, torch.randn(2, bands, side, side, generator=random), torch.tensor([0.9, 0.2])


def original(bands=3, side=16, **how):
    """A published network with made-up weights, what it is asked, and what it tells."""
    made, (lr, x_t, level) = Original(), question(bands, side)
    condition = torch.nn.functional.interpolate(lr, scale_factor=4, mode="bicubic", align_corners=False)
    return made.weights, (lr, x_t, level), published_networks.sr3(made, 2 * condition - 1, x_t, level, **how)


def imported(tmp_path, weights, **parameters):
    torch.save(weights, tmp_path / "I1000000_E1000_gen.pth")
    values = {
        "id": "import_model",
        "input": str(tmp_path / "I1000000_E1000_gen.pth"),
        "output": str(tmp_path / "imported.srpk"),
        "scale": 4,
        "backbone_options": USUAL,
        **parameters,
    }
    steps, result = run_to_end(Job.load(values).run())
    return ModelPackage.load(tmp_path / "imported.srpk"), steps, result


def assert_same(package, asked, eps):
    """To float precision: of the result's spread, as every number has gone through all layers."""
    lr, x_t, level = asked
    with torch.no_grad():
        found = package.net(x_t, package.net.condition(lr), level)
    assert (found - eps).abs().max() <= 5e-6 * (eps.max() - eps.min())


def refusal(tmp_path, weights, **parameters):
    with pytest.raises(InputError) as caught:
        imported(tmp_path, weights, **parameters)
    assert not (tmp_path / "imported.srpk").exists()
    return str(caught.value)


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ({}, {"channel_mults": (1, 2, 2), "attn_res": (16,), "image_size": 64, "res_blocks": 1}),
        ({"attended": ()}, {"attn_res": (), "image_size": 64}),
        ({"attended": (0,), "mults": (1, 1)}, {"attn_res": (16,), "image_size": 16}),
        ({"attended": (1, 2)}, {"attn_res": (16, 8), "image_size": 32}),
        ({"mults": (1, 3, 2, 4), "blocks": 2, "side": 24}, {"channel_mults": (1, 3, 2, 4), "res_blocks": 2}),
        ({"mults": (2,), "attended": ()}, {"channel_mults": (2,), "image_size": 16}),
    ],
    ids=lambda value: "-".join(map(str, value)) or "default",
)
def test_an_imported_sr3_tells_what_the_original_tells(tmp_path, how, expected):
    weights, asked, eps = original(**how)
    package, _, result = imported(tmp_path, weights)
    assert (package.info.backbone.id, result.model_scale, result.n_bands) == ("sr3", 4, 3)
    assert {name: getattr(package.info.backbone, name) for name in expected} == expected
    assert_same(package, asked, eps)


@pytest.mark.parametrize("bands", [1, 5])
def test_any_number_of_bands(tmp_path, bands):
    weights, asked, eps = original(bands)
    package, _, _ = imported(tmp_path, weights, bands=", ".join(f"B{i}" for i in range(bands)))
    assert_same(package, asked, eps)


def test_it_makes_images_of_0_to_1_and_keeps_estimates_within_them(tmp_path):
    weights, (lr, x_t, _), _ = original()
    package, _, _ = imported(tmp_path, weights)
    condition = package.net.condition(lr)
    assert (package.info.mean, package.info.std) == ((0.5,) * 3, (0.5,) * 3)
    assert package.info.backbone.clip == 1
    torch.testing.assert_close(package.net.physical(x_t, condition), x_t / 2 + 0.5)
    torch.testing.assert_close(package.net.x_0(x_t / 2 + 0.5, condition), x_t)


def test_gain_says_what_its_numbers_mean(tmp_path):
    weights, (lr, x_t, level), eps = original()
    package, _, _ = imported(tmp_path, weights, gain=[0.5], offset=[0.1])
    assert_same(package, (lr * 0.5 + 0.1, x_t, level), eps)


def test_what_weights_do_not_say_is_taken_as_published_and_that_is_said(tmp_path):
    weights, asked, eps = original(inner=64, groups=32, mults=(1, 1))
    package, steps, _ = imported(tmp_path, weights, backbone_options={})
    for said in ("norm_groups: 32", "image_size: 32", "clip: 1.0"):
        assert any(f"do not contain {said} is assumed, as in published" in line for line in log_lines(steps))
    assert_same(package, asked, eps)
    assert not any("preset" in line for line in log_lines(steps))


@pytest.mark.parametrize("scale", [2, 3, 4, 8])
def test_the_usual_image_size_suits_every_scale(tmp_path, scale):
    weights, _, _ = original(mults=(1, 1, 2, 2), attended=(3,))
    backbone = imported(tmp_path, weights, scale=scale)[0].info.backbone
    assert backbone.image_size == {3: 144}.get(scale, 128)
    assert (backbone.attn_res, backbone.attention_levels) == ((backbone.image_size // 8,), {3})


@pytest.mark.parametrize("attn_res", [{}, {"attn_res": 32}, {"attn_res": [32]}])
def test_where_it_attends_is_read_from_the_weights_for_any_image_size(tmp_path, attn_res):
    weights, asked, eps = original()
    package, _, _ = imported(tmp_path, weights, backbone_options={**USUAL, "image_size": 128, **attn_res})
    assert (package.info.backbone.image_size, package.info.backbone.attn_res) == (128, (32,))
    assert_same(package, asked, eps)


def with_diffusion(weights, betas):
    """What the repository saves beside the layers, of which all but the betas follows from them."""
    alpha_bar = torch.cumprod(1 - betas, 0)
    before = torch.cat([torch.ones(1, dtype=betas.dtype), alpha_bar[:-1]])
    variance = betas * (1 - before) / (1 - alpha_bar)
    buffers = {
        "betas": betas,
        "alphas_cumprod": alpha_bar,
        "alphas_cumprod_prev": before,
        "sqrt_alphas_cumprod": alpha_bar.sqrt(),
        "sqrt_one_minus_alphas_cumprod": (1 - alpha_bar).sqrt(),
        "log_one_minus_alphas_cumprod": (1 - alpha_bar).log(),
        "sqrt_recip_alphas_cumprod": (1 / alpha_bar).sqrt(),
        "sqrt_recipm1_alphas_cumprod": (1 / alpha_bar - 1).sqrt(),
        "posterior_variance": variance,
        "posterior_log_variance_clipped": variance.clamp(min=1e-20).log(),
        "posterior_mean_coef1": betas * before.sqrt() / (1 - alpha_bar),
        "posterior_mean_coef2": (1 - before) * (1 - betas).sqrt() / (1 - alpha_bar),
    }
    return {**{name: value.float() for name, value in buffers.items()}, **weights}


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda w: w,
        lambda w: with_diffusion(w, torch.linspace(1e-6, 1e-2, 50, dtype=torch.double)),
        lambda w: {f"module.{k}": v for k, v in with_diffusion(w, torch.full((9,), 0.1)).items()},
        lambda w: {name.removeprefix("denoise_fn."): value for name, value in w.items()},
    ],
    ids=["layers", "with the diffusion", "DataParallel", "the network alone"],
)
def test_whatever_is_saved_with_it(tmp_path, wrapped):
    weights, asked, eps = original()
    package, _, _ = imported(tmp_path, wrapped(weights))
    assert_same(package, asked, eps)


def linear(start, end, count):
    return np.linspace(start, end, count)


def cosine(count):
    alpha_bar = np.cos((np.arange(count + 1) / count + 0.008) / 1.008 * np.pi / 2) ** 2
    return (1 - alpha_bar[1:] / alpha_bar[:-1]).clip(max=0.999)


ENDS = {"linear_start": 1e-6, "linear_end": 1e-2}
PUBLISHED = {"id": "linear", "n_timestep": 2000, **ENDS}
SCHEDULES = [
    (linear(1e-6, 1e-2, 2000), {"id": "linear", "n_timestep": 2000, **ENDS}),
    (np.r_[linear(1e-6, 1e-2, 10), [1e-2] * 90], {"id": "warmup10", "n_timestep": 100, **ENDS}),
    (np.r_[linear(1e-6, 1e-2, 50), [1e-2] * 50], {"id": "warmup50", "n_timestep": 100, **ENDS}),
    (np.full(100, 2e-2), {"id": "const", "n_timestep": 100, "linear_end": 2e-2}),
    (1 / np.linspace(100, 1, 100), {"id": "jsd", "n_timestep": 100}),
    (cosine(1000), {"id": "cosine", "n_timestep": 1000}),
    (linear(1e-3, 0.1, 100) ** 2, {"id": "quad", "n_timestep": 100, **ENDS}),
    (linear(1e-2, 0.2, 100) ** 3, None),
]


@pytest.mark.parametrize(("betas", "schedule"), SCHEDULES, ids=lambda value: str(value)[:30])
def test_the_noise_schedule_is_read_from_the_betas(tmp_path, betas, schedule):
    stored = torch.from_numpy(betas).float()
    found = find_noise_schedule(stored)
    assert (found and found.dump()) == schedule
    if schedule:
        np.testing.assert_allclose(found.betas(), betas.clip(max=0.999), rtol=1e-4)
    package, steps, _ = imported(tmp_path, with_diffusion(original()[0], stored))
    trained = package.sampling.noise_schedule
    assert trained == (found or NoiseSchedule.load(PUBLISHED))
    assert package.sampling.sampler.n_timestep <= trained.n_timestep
    assert len(package.sampling.steps()) == package.sampling.sampler.n_timestep
    assert any("do not contain schedule" in line for line in log_lines(steps)) == (found is None)


@pytest.mark.parametrize(
    ("parameters", "says"),
    [
        ({"scale": None}, "The weights do not tell the scale: set SCALE."),
        ({"scale": 1}, "sr3 does not support scale 1: it supports 2, 3, 4, 8."),
        (
            {"backbone_options": {"inner_channel": 9}},
            "BACKBONE_OPTIONS sets inner_channel = 9, but the weights have 8",
        ),
        (
            {"backbone_options": {**USUAL, "attn_res": 8}},
            "BACKBONE_OPTIONS sets attn_res = 8, but the weights have [16]",
        ),
        ({"backbone_options": {"norm_groups": 3}}, "norm_groups=3 does not divide the 8 channels of level 1"),
        (
            {"scale": 3, "backbone_options": {**USUAL, "image_size": 64}},
            "image_size=64 is not a multiple of the scale, which is 3: choose one that is.",
        ),
        ({"backbone_options": {**USUAL, "image_size": 30}}, "Images of 30 pixels cannot be halved 2 times"),
        ({"backbone_options": {"image_size": "x"}}, "image_size does not fit"),
    ],
)
def test_contradictions_get_one_sentence(tmp_path, parameters, says):
    assert says in refusal(tmp_path, original()[0], **parameters)


def test_a_variant_is_refused_and_never_half_imported(tmp_path):
    weights, _, _ = original()
    for name in ("mid.1.attn.qkv.weight", "ups.0.second_conv.weight", "extra"):
        assert f"nothing corresponds to denoise_fn.{name}" in refusal(
            tmp_path, {**weights, f"denoise_fn.{name}": torch.zeros(3)}
        )
    less = {name: value for name, value in weights.items() if not name.startswith("denoise_fn.mid.1")}
    assert "there is no denoise_fn.mid.1" in refusal(tmp_path, less)
    unconditional = {**weights, "denoise_fn.downs.0.weight": torch.zeros(8, 3, 3, 3)}
    assert refusal(tmp_path, unconditional).startswith("This SR3 takes 3 bands and produces 3, and only one")


# How it is sampled


def test_without_one_it_is_the_published_one_or_what_the_user_says(tmp_path):
    weights, _, _ = original()
    package, steps, _ = imported(tmp_path, weights)
    assert package.sampling.noise_schedule.dump() == {
        "id": "linear", "n_timestep": 2000, "linear_start": 1e-6, "linear_end": 1e-2,
    }  # fmt: skip
    assert any(
        "do not contain n_timestep: 2000 is assumed, as in published" in line for line in log_lines(steps)
    )
    said = {**USUAL, "schedule": "cosine", "n_timestep": 50}
    package, steps, _ = imported(tmp_path, weights, backbone_options=said)
    assert package.sampling.noise_schedule.dump() == {"id": "cosine", "n_timestep": 50}
    assert not any("n_timestep" in line for line in log_lines(steps))


def test_a_schedule_that_contradicts_the_file_is_refused(tmp_path):
    weights, _, _ = original()
    said = refusal(
        tmp_path,
        with_diffusion(weights, torch.linspace(1e-4, 0.1, 100)),
        backbone_options={**USUAL, "n_timestep": 50},
    )
    assert said == "BACKBONE_OPTIONS sets n_timestep, but the file contains its noise schedule: leave it out."
