"""Blocks of published networks that several of them share."""

from __future__ import annotations

import torch
from torch.nn import functional as F


def wide_conv(o, name, x, outputs):
    """SPAN's Conv3XC: padded ahead of all, 1 × 1 to twice the channels, 3 × 3, 1 × 1, and 1 × 1 beside them."""
    inputs = x.shape[1]
    # Small, so that numbers do not grow from block to block, each of which multiplies them with themselves.
    o.layer(f"{name}.conv.2", (outputs, 2 * outputs, 1, 1), 0.3 / (2 * outputs) ** 0.5)
    o.layer(f"{name}.sk", (outputs, inputs, 1, 1), 0.3 / inputs**0.5)
    y = o.conv(f"{name}.conv.0", F.pad(x, (1, 1, 1, 1)), 2 * inputs, 1)
    weight, bias = o.layer(f"{name}.conv.1", (2 * outputs, 2 * inputs, 3, 3), 1.4 / (18 * inputs) ** 0.5)
    y = o.conv(f"{name}.conv.2", F.conv2d(y, weight, bias), outputs, 1)
    o.layer(f"{name}.eval_conv", (outputs, inputs, 3, 3), 1)  # out of date, and never read
    return y + o.conv(f"{name}.sk", x, outputs, 1)


def span_block(o, name, x):
    early = F.silu(wide_conv(o, f"{name}.c1_r", x, x.shape[1]))
    y = wide_conv(o, f"{name}.c3_r", F.silu(wide_conv(o, f"{name}.c2_r", early, x.shape[1])), x.shape[1])
    return (y + x) * (torch.sigmoid(y) - 0.5), early


def plk(o, x, scale, mixer, sides, activation, gap, feats=8, split=4, kernel=5, ea=True, norm=None):
    y = o.conv("feats.0", x, feats)
    for i in (1, 2, 3):
        before, name = y, f"feats.{i}"
        if norm == "layer":
            weight, bias = o.layer(f"{name}.layer_norm", (feats,), 0.2, centre=1.0)
            centred = y - y.mean(1, keepdim=True)
            y = centred / (centred.square().mean(1, keepdim=True) + 1e-6).sqrt()
            y = y * weight.view(1, -1, 1, 1) + bias.view(1, -1, 1, 1)
        y = activation(o.conv(f"{name}.{mixer}.0", y, 2 * feats, sides[0]))
        y = o.conv(f"{name}.{mixer}.2", y, feats, sides[1])
        y = torch.cat([o.conv(f"{name}.lk.conv", y[:, :split], split, kernel), y[:, split:]], 1)
        if ea:
            y = y * torch.sigmoid(o.conv(f"{name}.attn.f.0", y, feats))
        y = o.conv(f"{name}.refine", y, feats, 1)
        if norm == "group":
            y = o.norm(f"{name}.norm", y, 4)
        y = y + before
    y = o.conv(f"feats.{3 + gap}", y, 3 * scale**2) + x.repeat_interleave(scale**2, 1)
    return F.pixel_shuffle(y, scale)
