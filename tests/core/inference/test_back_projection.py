"""Back-projection: what comes out degrades to what went in, by the least change, however it was cut."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from sr_core.backbones import Backbone, bicubic
from sr_core.datasets.lr_origin import Observed
from sr_core.degradations.bicubic import Bicubic
from sr_core.errors import InputError
from sr_core.inference import back_projection as module
from sr_core.inference.back_projection import GAIN, Consistency, ConsistentNet
from sr_core.inference.convolutional import ConvolutionalPredictor
from sr_core.inference.predictor import build_predictor
from sr_core.raster.downsampling import REACH, downsample

from ..conftest import textured_pixels
from ..support.network_runs import lively, run
from ..support.small_packages import make_package

scales = st.sampled_from((2, 3, 4, 8))
sides = st.integers(1, 19)
seeds = st.integers(0, 99)
WEIGHTS = {"id": "edsr", "n_feats": 8, "n_blocks": 2}


def known(scale):
    found = Consistency.of({"id": "bicubic"}, scale)
    assert found
    return found


def pair(scale, rows, cols, seed=0, bands=2):
    """A result and an input that have nothing to do with each other: the hardest case there is."""
    rng = np.random.default_rng(seed)
    shapes = ((1, bands, rows * scale, cols * scale), (1, bands, rows, cols))
    return tuple(torch.from_numpy(rng.random(shape, dtype=np.float32)) for shape in shapes)


def degraded(sr, scale):
    """By the function that makes the training data, which knows nothing of matrices."""
    pixels = sr[0].numpy()
    return torch.from_numpy(downsample(pixels, np.ones(pixels.shape, bool), scale)[0])[None]


def rmse(a, b=0.0):
    return float((a - b).square().mean().sqrt())


@given(scales, sides, sides, seeds)
def test_the_result_degrades_to_the_input_up_to_its_very_edge(scale, rows, cols, seed):
    sr, lr = pair(scale, rows, cols, seed)
    corrected = known(scale)(sr, lr)
    assert corrected.dtype == torch.float32 and corrected.shape == sr.shape
    assert (degraded(corrected, scale) - lr).abs().max() < 2e-6


@given(scales, sides, sides, seeds)
def test_the_residual_is_what_degrading_leaves(scale, rows, cols, seed):
    sr, lr = pair(scale, rows, cols, seed)
    assert (known(scale).residual(sr, lr) - (degraded(sr, scale) - lr)).abs().max() < 2e-6


@given(scales, sides, sides, seeds)
def test_what_is_consistent_stays_as_it_is(scale, rows, cols, seed):
    sr, lr = pair(scale, rows, cols, seed)
    consistent = known(scale)
    assert (consistent(sr, degraded(sr, scale)) - sr).abs().max() < 2e-6
    once = consistent(sr, lr)
    assert (consistent(once, lr) - once).abs().max() < 2e-6


def seen(scale, length):
    """How much of each pixel along an axis is seen, from the degradation of lines that hold one pixel each."""
    lines = np.eye(length * scale)[:, None, :].repeat(scale, axis=1)
    return scale * downsample(lines, np.ones(lines.shape, bool), scale)[0].sum((1, 2))


@settings(max_examples=40)
@given(scales, sides, sides, seeds)
def test_the_change_is_the_smallest(scale, rows, cols, seed):
    """It is orthogonal to all that degrades to nothing, so no part of it could be left out."""
    sr, lr = pair(scale, rows, cols, seed)
    consistent = known(scale)
    weights = torch.from_numpy(np.outer(seen(scale, rows), seen(scale, cols)))
    inner = (slice(2 * REACH * scale, -2 * REACH * scale),) * 2
    assert (
        weights.min() > 0 and ((weights[inner] - 1).abs() < 1e-6).all()
    )  # only at the edge are they unequal
    change = (consistent(sr, lr) - sr).double()
    unseen = consistent(sr.flip(-1), torch.zeros_like(lr)).double()
    assert degraded(unseen, scale).abs().max() < 2e-6 < unseen.abs().max()
    assert (weights * change * unseen).sum().abs() < 1e-5 * change.norm() * unseen.norm()


@settings(max_examples=20)
@given(st.sampled_from((2, 3, 4)), st.integers(1, 5), st.integers(1, 5), seeds)
def test_equals_the_pseudo_inverse_of_the_whole_degradation(scale, rows, cols, seed):
    """Both axes and their edges at once, as one matrix got from the degradation of every single pixel."""
    count = rows * cols * scale**2
    pixels = np.eye(count).reshape(count, rows * scale, cols * scale)
    whole = downsample(pixels, np.ones(pixels.shape, bool), scale)[0].reshape(count, -1).T.astype(float)
    sr, lr = pair(scale, rows, cols, seed, bands=1)
    x, y = sr.numpy().ravel(), lr.numpy().ravel()
    weights = np.sqrt(whole.sum(axis=0))
    expected = x + np.linalg.pinv(whole / weights) @ (y - whole @ x) / weights
    assert np.abs(known(scale)(sr, lr).numpy().ravel() - expected).max() < 1e-5


@given(scales, sides, sides, seeds)
def test_a_colour_wrong_throughout_is_mended_throughout(scale, rows, cols, seed):
    sr, _ = pair(scale, rows, cols, seed)
    assert (known(scale)(sr + 0.3, degraded(sr, scale)) - sr).abs().max() < 3e-6


@pytest.mark.parametrize("scale", (2, 3, 4, 8))
def test_every_tap_matters(scale):
    """A kernel with one weight wrong by 2 % of the largest leaves a residual that the tests above would see."""
    sr, lr = pair(scale, 30, 30)
    kernel = Bicubic().kernels(scale)[0]
    for tap in range(len(kernel)):
        wrong = kernel.copy()
        wrong[tap] += 0.02 * kernel.max()
        corrected = Consistency(wrong, scale)(sr, lr)
        assert (degraded(corrected, scale) - lr).abs().max() > 1e-3


@pytest.mark.parametrize("scale", (2, 3, 4, 8))
def test_the_halo_is_what_the_result_depends_on(scale):
    consistent = known(scale)
    assert consistent.reach == REACH and consistent.halo == 16
    sr, lr = pair(scale, 81, 1)
    before = consistent(sr, lr)
    for far, most in ((consistent.halo + 1, 2e-6), (consistent.halo // 2, np.inf)):
        changed = lr.clone()
        changed[..., : 40 - far + 1, :] += 1
        difference = (consistent(sr, changed) - before)[..., 40 * scale :, :].abs().max()
        assert difference < most
    assert difference > 2e-5  # half the halo would be too little


@pytest.mark.parametrize("scale", (2, 3, 4))
def test_blocks_do_not_show(monkeypatch, scale):
    sr, lr = pair(scale, 150, 61)
    consistent = known(scale)
    whole, residual = consistent(sr, lr), consistent.residual(sr, lr)
    monkeypatch.setattr(module, "BLOCK", 23)
    assert (consistent(sr, lr) - whole).abs().max() < 5e-6
    assert (consistent.residual(sr, lr) - residual).abs().max() < 2e-6
    consistent.halo = 4  # the test can fail: with less context the blocks show
    assert (consistent(sr, lr) - whole).abs().max() > 1e-3


@pytest.mark.parametrize("scale", (2, 3, 4))
def test_tiles_equal_the_whole_and_the_whole_is_consistent(make_raster, tmp_path, monkeypatch, scale):
    config = Backbone.load(WEIGHTS)
    plain = lively(config, 2, scale)
    net = ConsistentNet(plain, known(scale))
    path = make_raster(pixels=textured_pixels(2, 101, 85, "float32"))
    with rasterio.open(path) as source, torch.inference_mode():
        lr = torch.from_numpy(source.read())[None]
        whole = net.consistency(plain(lr), lr)
    spread = float(whole.max() - whole.min())
    assert (degraded(whole, scale) - lr).abs().max() < 1e-5 * spread
    # So small that the net's tail comes in pieces within the pieces that are corrected.
    monkeypatch.setattr("sr_core.inference.memory_tiling.TAIL_BYTES", 4 * net.tail_activation_floats * 70**2)
    for tile_size, batch_size in ((1000, 1), (45, 2), (24, 3)):
        tiled = run(path, tmp_path / "out.tif", net, tile_size=tile_size, batch_size=batch_size)
        assert np.abs(tiled - whole[0].numpy()).max() < 1e-5 * spread
    assert np.abs(ConvolutionalPredictor(net).upscale(lr[0].numpy()) - whole[0].numpy()).max() < 1e-5 * spread
    with monkeypatch.context() as patch:  # the test can fail: with less context the tiles show
        patch.setattr(net.consistency, "halo", 1)
        too_little = run(path, tmp_path / "out.tif", net, tile_size=16)
    assert np.abs(too_little - whole[0].numpy()).max() > 1e-4 * spread


def test_a_net_that_wants_whole_tiles_gets_them():
    net = lively(Backbone.load(WEIGHTS), 4, 4)
    consistent = ConsistentNet(net, known(4))
    assert consistent.tail_activation_floats == 3 * 4 * 16 < net.tail_activation_floats
    net.backbone = type("Whole", (), {"tail_activation_floats": lambda self, bands, scale: 1})()
    assert consistent.tail_activation_floats == 1


def test_gaps_do_no_harm_beyond_the_kernel(make_raster, tmp_path):
    """Past the kernel's reach from a gap the result degrades to the input, whatever the gap is filled with."""
    scale = 4
    pixels = textured_pixels(1, 60, 70, "float32")
    pixels[:, 20:33, 15:40] = np.nan
    path = make_raster(pixels=pixels, nodata=np.nan)
    net = ConsistentNet(lively(Backbone.load(WEIGHTS), 1, scale), known(scale))
    sr = run(path, tmp_path / "out.tif", net, tile_size=32)
    gap = np.isnan(pixels)
    assert (np.isnan(sr) == gap.repeat(scale, 1).repeat(scale, 2)).all()
    back, _ = downsample(sr, ~np.isnan(sr), scale)
    near = np.zeros(gap.shape, bool)
    near[:, 20 - REACH : 33 + REACH, 15 - REACH : 40 + REACH] = True
    spread = np.nanmax(sr) - np.nanmin(sr)
    assert np.abs(back - pixels)[~near].max() < 1e-5 * spread
    assert np.isfinite(back[~gap]).all()


def test_half_precision_around_it_takes_nothing_away():
    sr, lr = pair(4, 20, 20)
    with torch.autocast("cpu", torch.bfloat16):
        corrected = known(4)(sr, lr)
        assert known(4).residual(corrected, lr).abs().max() < 2e-6
    assert corrected.dtype == torch.float32
    half = sr.bfloat16()
    assert (degraded(known(4)(half, lr), 4) - lr).abs().max() < 2e-6


def test_it_can_be_learned_through_after_inference():
    """Matrices first made for inference serve training too."""
    module._matrices.cache_clear()
    sr, lr = pair(2, 9, 9)
    with torch.inference_mode():
        known(2)(sr, lr)
    sr = sr.clone().requires_grad_()
    known(2)(sr, lr).square().sum().backward()
    assert sr.grad is not None and sr.grad.abs().max() > 0


def gaussian(scale, mtf):
    """A sensor that leaves `mtf` of the finest detail of the low-resolution lattice, 8 of its pixels either side."""
    place = (np.arange(17 * scale) + 0.5) / scale - 8.5
    return np.exp(-0.5 * (place * np.pi) ** 2 / (-2 * np.log(mtf)))


@pytest.mark.parametrize("scale", (2, 4))
def test_a_mean_and_a_gentle_blur_are_undone(scale):
    sr, lr = pair(scale, 40, 33)
    area = Consistency(np.ones(scale), scale)
    corrected = area(sr, lr)
    assert area.reach == 0 and area.halo == 0
    blocks = corrected.unflatten(-1, (33, scale)).unflatten(-3, (40, scale)).mean((-3, -1))
    assert (blocks - lr).abs().max() < 2e-6
    blur = Consistency(gaussian(scale, 0.15), scale)
    assert rmse(blur.residual(blur(sr, lr), lr)) < 1e-5


@pytest.mark.parametrize("mtf", (0.1, 0.03, 0.005))
def test_a_strong_blur_is_undone_as_far_as_noise_allows(mtf):
    """The correction stays bounded, and what it leaves is the finest detail alone."""
    sr, lr = pair(4, 60, 60)
    blur = Consistency(gaussian(4, mtf), 4)
    assert blur.halo < 70
    once = blur(sr, lr)
    before, after = (rmse(blur.residual(x, lr)) for x in (sr, once))
    assert rmse(once - sr) < GAIN**2 * before
    assert 0.01 * before < after < before
    assert rmse(blur.residual(blur(once, lr), lr)) < after
    rows, cols = torch.meshgrid(torch.arange(60.0), torch.arange(60.0), indexing="ij")
    smooth = (3 + (rows / 5).sin() + (cols / 7).cos())[None, None]
    flat = torch.zeros_like(sr[:, :1])
    left = blur.residual(blur(flat, smooth), smooth)
    assert left.abs().max() < 0.02 and left[..., 20:-20, 20:-20].abs().max() < 2e-3
    assert (blur(flat, torch.ones_like(smooth)) - 1).abs().max() < 1e-4


def test_pixels_that_are_not_seen_do_not_change():
    sr, lr = pair(3, 9, 9)
    corrected = Consistency((0, 1, 0), 3)(sr, lr)
    assert (corrected[..., 1::3, 1::3] - lr).abs().max() < 2e-6
    corrected[..., 1::3, 1::3] = sr[..., 1::3, 1::3]
    assert (corrected == sr).all()


@pytest.mark.parametrize(
    "degradation",
    (Observed(resampled=True).model_dump(), {"id": "unknown"}, {}, {"id": "bicubic", "of_tomorrow": 1}),
)
def test_nothing_is_consistent_with_an_unknown_degradation(degradation):
    assert Consistency.of(degradation, 4) is None
    with pytest.raises(
        InputError, match=r"does not say how its low-resolution images were made.*CONSISTENCY"
    ):
        build_predictor(make_package(degradation=degradation), consistency="on")


def test_what_a_package_says_is_understood():
    assert Consistency.of(Bicubic().dump(), 3).scale == 3


def test_on_land_it_mends_blur_and_noise(shared_data):
    """LR made of real tiles as for training, rounding included; bicubic results, and noisy ones, brought back."""
    rng = np.random.default_rng(0)
    consistent = known(4)
    for path in sorted((shared_data / "naip_0.6m_rgbn" / "val").glob("*.tif"))[:4]:
        with rasterio.open(path) as source:
            hr = source.read()
        lr = torch.from_numpy(Bicubic().apply(hr, np.ones(hr.shape, bool), 4, None)[0].astype(np.float32))[
            None
        ]
        plain = bicubic(lr, 4)
        noisy = plain + torch.from_numpy(rng.normal(0, 10, plain.shape).astype(np.float32))
        for sr in (plain, noisy):
            corrected = consistent(sr, lr)
            assert rmse(degraded(sr, 4), lr) > 0.01 * float(lr.std())
            assert rmse(degraded(corrected, 4), lr) < 1e-4 * float(lr.std())
            delivered = corrected.round().clamp(0, 255)  # as it is written
            assert rmse(degraded(delivered, 4), lr) < 0.01 * float(lr.mean())
        truth = torch.from_numpy(hr.astype(np.float32))[None]
        assert rmse(consistent(plain, lr), truth) < rmse(plain, truth)
