"""Networks: the papers' sizes, their units, and the memory they state."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from sr_core.backbones import Backbone, bicubic, bilinear
from sr_core.backbones._blocks import LongSkip
from sr_core.backbones._receptive_field import ReceptiveField
from sr_core.errors import InputError

from ..support.tensor_memory import PeakMemory
from ..support.tiny_backbones import every_scale, tiny

EDSR = Backbone.members["edsr"]


@pytest.mark.parametrize(
    ("name", "options", "counts"),
    [
        ("edsr", {}, {2: 1_369_859, 3: 1_554_499, 4: 1_517_571}),
        (
            "edsr",
            {"n_feats": 256, "n_blocks": 32, "res_scale": 0.1},
            {2: 40_729_603, 3: 43_680_003, 4: 43_089_923},
        ),
        ("mdsr", {}, dict.fromkeys((2, 3, 4), 3_227_203)),
        ("mdsr", {"n_blocks": 80}, dict.fromkeys((2, 3, 4), 7_953_987)),
        ("rdn", {}, {2: 22_123_395, 3: 22_308_035, 4: 22_271_107}),
        ("rdn", {"C": 6, "D": 20, "upsampler": "nearest"}, {2: 16_347_635}),
        ("rdn", {"C": 3, "D": 10, "upsampler": "nearest"}, {2: 2_619_635}),
        ("rrdn", {}, {4: 16_697_987}),
        ("rrdn", {"unshuffle": 2}, {2: 16_703_171}),
        ("rrdn", {"unshuffle": 4}, {1: 16_723_907}),
        ("rrdn", {"n_feats": 32, "G": 32, "T": 10, "upsampler": "pixelshuffle"}, {4: 4_176_100}),
        ("srresnet", {"batch_norm": False}, {4: 1_517_571}),
        ("carn", {"efficient": True}, dict.fromkeys((2, 3, 4), 414_787)),
    ],
    ids=[
        "EDSR baseline",
        "EDSR",
        "MDSR baseline",
        "MDSR",
        "RDN",
        "RDN in ISR, large",
        "RDN in ISR, small",
        "RRDB-23",
        "RRDB-23 in BasicSR, x2",
        "RRDB-23 in BasicSR, x1",
        "RRDN in ISR",
        "MSRResNet",
        "CARN-M, as its authors' file has it",
    ],
)
def test_a_network_has_the_published_number_of_parameters(name, options, counts):
    backbone = Backbone.members[name](**options)
    with torch.device("meta"):
        nets = {scale: backbone.net(3, scale, (0,) * 3, (1,) * 3) for scale in counts}
    assert {scale: sum(p.numel() for p in each.parameters()) for scale, each in nets.items()} == counts


@pytest.mark.parametrize(
    ("kernel", "stride", "padding"), [(4, 2, 1), (3, 2, 1), (2, 2, 0), (6, 3, 2), (5, 2, 0)]
)
@pytest.mark.parametrize("pixel", [0, 1, 2, 5])
def test_reach_through_a_transposed_convolution(kernel, stride, padding, pixel):
    layer = torch.nn.ConvTranspose1d(1, 1, kernel, stride, padding).double()
    signal, origin = torch.zeros(1, 1, 40, dtype=torch.double, requires_grad=True), 20
    layer(signal)[0, 0, origin * stride + pixel].backward()
    touched = signal.grad[0, 0].nonzero().flatten() - origin
    assert ReceptiveField(pixel, pixel).transposed(kernel, stride, padding) == (touched.min(), touched.max())


@pytest.mark.parametrize("scale", [1, 2, 3, 4, 8])
@pytest.mark.parametrize("resampled", [bicubic, bilinear])
def test_resampling_shifts_nothing(resampled, scale):
    x = torch.rand(1, 2, 9, 12, dtype=torch.double)
    torch.testing.assert_close(resampled(x.flip(-1, -2), scale).flip(-1, -2), resampled(x, scale))
    if scale % 2:  # then a fine pixel has the same centre as its coarse one
        torch.testing.assert_close(resampled(x, scale)[..., scale // 2 :: scale, scale // 2 :: scale], x)


@pytest.mark.parametrize("resampled", [bicubic, bilinear])
def test_resampling_to_the_same_size_changes_nothing(resampled):
    x = torch.rand(1, 2, 9, 12)
    assert torch.equal(resampled(x, 1), x)


@pytest.mark.parametrize("scale", [2, 3, 4, 8])
def test_an_untrained_u_net_has_no_checkerboard(monkeypatch, scale):
    """On even ground, away from the edge, every pixel of its result is the same."""

    def unevenness(depth=2):
        torch.manual_seed(0)
        made = Backbone.load({"id": "unet", "n_feats": 6, "depth": depth, "global_skip": "none"})
        net = made.net(2, scale, (0.5,) * 2, (0.2,) * 2).double()
        halo = net.halo
        with torch.no_grad():
            sr = net(torch.full((1, 2, 2 * halo + 8, 2 * halo + 8), 0.7, dtype=torch.double))
        return np.ptp(
            sr[0, :, halo * scale : -halo * scale, halo * scale : -halo * scale].numpy(), (1, 2)
        ).max()

    assert unevenness() < 1e-12
    monkeypatch.setattr("sr_core.backbones.unet.icnr", lambda layer, factor: layer)
    assert unevenness() > 1e-3


@pytest.mark.parametrize(("name", "form"), [("unet", 1), ("rrdn", 3)])
def test_where_pixels_are_gathered_is_counted_from_the_first_row_and_column(name, form):
    net = tiny(name, form, global_skip="none").net(2, 2, (0.5,) * 2, (0.2,) * 2).double()
    step, halo = net.multiple_of, net.halo
    lr = torch.rand(1, 2, 2 * halo + 9, 2 * halo + 9, dtype=torch.double)

    def shifted(by):
        """How much a pixel's result changes when the image begins `by` pixels later."""
        at = 2 * (halo + step)
        with torch.no_grad():
            later = net(lr[..., by:, by:])[..., at - 2 * by, at - 2 * by]
            return float((net(lr)[..., at, at] - later).abs().max())

    assert step == 4
    assert shifted(step) < 1e-12 < 1e-9 < min(shifted(by) for by in (1, 2, 3))


@pytest.mark.parametrize(("scale", "unshuffle"), [(1, 4), (2, 2), (2, 4), (4, 1)])
def test_an_unshuffled_rrdn_computes_what_basicsr_does(scale, unshuffle):
    """RRDBNet's forward, written out: conv_first, body, conv_body, then ×2 steps, conv_hr and conv_last."""
    torch.manual_seed(0)
    options = {"n_feats": 6, "T": 2, "D": 2, "C": 2, "G": 4, "unshuffle": unshuffle, "global_skip": "none"}
    net = Backbone.members["rrdn"](**options).net(3, scale, (0.0,) * 3, (1.0,) * 3).double()
    first, *convs = (layer for layer in net.modules() if isinstance(layer, torch.nn.Conv2d))
    *steps, hr, last = convs[-(unshuffle * scale).bit_length() - 1 :]
    deep = next(layer for layer in net.modules() if isinstance(layer, LongSkip))
    lr = torch.rand(2, 3, 8, 12, dtype=torch.double)

    def activated(x):
        return torch.nn.functional.leaky_relu(x, 0.2)

    with torch.no_grad():
        x = deep(first(torch.nn.functional.pixel_unshuffle(lr, unshuffle)))
        assert len(steps) == 2 if unshuffle * scale == 4 else 3
        for step in steps:
            x = activated(step(x.repeat_interleave(2, -1).repeat_interleave(2, -2)))
        torch.testing.assert_close(net(lr), last(activated(hr(x))))


def test_unshuffling_needs_an_upsampler_in_steps():
    with pytest.raises(
        InputError, match=r"^unshuffle=2 needs upsampler=nearest, .*: leave out one of the two\.$"
    ):
        tiny("rrdn", 1, unshuffle=2)


def test_normalisation_makes_units_irrelevant():
    """The same scene in other units, with the statistics in those units, gives the same result in those units."""
    torch.manual_seed(0)
    body = EDSR(n_feats=4, n_blocks=1, global_skip="none")
    one = body.net(1, 2, (0.5,), (0.2,)).double()
    other = body.net(1, 2, (50.0 + 7,), (20.0,)).double()
    other.body.load_state_dict(one.body.state_dict())
    lr = torch.rand(1, 1, 8, 8, dtype=torch.double)
    with torch.no_grad():
        torch.testing.assert_close(other(lr * 100 + 7), one(lr) * 100 + 7, rtol=1e-5, atol=1e-4)


def test_a_band_that_never_varies_stays_finite():
    made = EDSR(n_feats=4, n_blocks=1).net(2, 2, (0.5, 0.3), (0.2, 0.0))
    assert made(torch.full((1, 2, 8, 8), 0.3)).isfinite().all()


@pytest.mark.parametrize(("backbone", "scale"), every_scale(n_feats=24))
def test_the_stated_memory_is_about_what_is_used(backbone, scale):
    made, side = backbone.net(4, scale, (0,) * 4, (1,) * 4).eval(), 48
    lr = torch.rand(1, 4, side, side)
    with torch.inference_mode():
        with PeakMemory() as of_trunk:
            features = made.trunk(lr)
        with PeakMemory() as of_tail:
            made.tail(features, lr)
    for memory, floats in (
        (of_trunk, made.trunk_activation_floats),
        (of_tail, made.tail_activation_floats),
    ):
        stated = floats * 4 * side**2
        assert stated / 1.6 < memory.peak < stated * 1.6
