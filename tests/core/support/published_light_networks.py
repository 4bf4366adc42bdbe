"""Small networks as others have published them, like those of `published_networks`."""

from __future__ import annotations

import torch
from torch.nn import functional as F

from .published_layers import MEAN, published


@published(2, 3, 4, silent=(2, 3, 4))
def carn_pytorch(o, x, scale, feats=16, mobile=True, several=True):
    """CARN-M (grouped convolutions, one residual block for all three of a cascading block), or CARN."""
    groups = 4 if mobile else 1
    results = {}

    def block(name, i, x):
        name = f"{name}.b{1 if mobile else i}.body"
        y = F.relu(o.conv(f"{name}.0", x, feats, groups=groups))
        y = o.conv(f"{name}.2", y, feats, groups=groups)
        if mobile:
            y = o.conv(f"{name}.4", F.relu(y), feats, 1)
        return F.relu(y + x)

    def cascade(name, x, unit):
        c1 = torch.cat([x, unit(1, x)], 1)
        o1 = F.relu(o.conv(f"{name}c1.body.0", c1, feats, 1))
        c2 = torch.cat([c1, unit(2, o1)], 1)
        o2 = F.relu(o.conv(f"{name}c2.body.0", c2, feats, 1))
        c3 = torch.cat([c2, unit(3, o2)], 1)
        return F.relu(o.conv(f"{name}c3.body.0", c3, feats, 1))

    def cascading_block(i, x):
        return cascade(f"b{i}.", x, lambda j, y: block(f"b{i}", j, y))

    deep = o.conv("entry", o.mean_shift("sub_mean.shifter", x, -1, 1), feats)
    deep = cascade("", deep, cascading_block)
    for each in (2, 3, 4) if several else (scale,):
        y, name = deep, f"upsample.up{each if several else ''}.body"
        for number, factor in enumerate({2: (2,), 3: (3,), 4: (2, 2)}[each]):
            y = F.pixel_shuffle(
                F.relu(o.conv(f"{name}.{3 * number}", y, feats * factor**2, groups=groups)), factor
            )
        results[each] = o.mean_shift("add_mean.shifter", o.conv("exit", y, 3), 1, 1)
    return results[scale]


@published(1, 2, 4)
def realesrgan_compact(o, x, scale, feats=8, n_blocks=3, bands=3, activation=None):
    y = x
    for i in range(n_blocks + 1):
        y = o.conv(f"body.{2 * i}", y, feats)
        if activation:
            y = activation(y)
        else:
            slope, _ = o.layer(f"body.{2 * i + 1}", (feats,), 0.1, centre=0.25, bias=False)
            y = F.prelu(y, slope)
    y = F.pixel_shuffle(o.conv(f"body.{2 * n_blocks + 2}", y, bands * scale**2), scale)
    return y + F.interpolate(x, scale_factor=scale, mode="nearest")


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


@published(2, 4)
def span(o, x, scale, feats=8, bands=3, normalised=True):
    if normalised:
        x = (x - MEAN) * 255
    else:
        o.weights["no_norm"] = torch.zeros(1)
    features = y = wide_conv(o, "conv_1", x, feats)
    results = []
    for i in range(1, 7):
        y, early = span_block(o, f"block_{i}", y)
        results.append(y)
    y = torch.cat([features, wide_conv(o, "conv_2", y, feats), results[0], early], 1)
    y = o.conv("upsampler.0", o.conv("conv_cat", y, feats, 1), bands * scale**2)
    return F.pixel_shuffle(y, scale)


@published(1, 2, 4)
def sen2sr_cnn(o, x, scale, feats=8, bands=3):
    features = wide_conv(o, "conv_1", x, feats)
    results = [span_block(o, f"blocks.{i}", features) for i in range(4)]
    last, early = results[-1]
    y = torch.cat([features, wide_conv(o, "conv_2", last, feats), results[0][0], early], 1)
    y = o.conv("upsampler.0", o.conv("conv_cat", y, feats, 1), bands * scale**2)
    return F.pixel_shuffle(y, scale)


def sen2sr_fusion(o, lr, guide, scale, feats=8):
    """SEN2SR's network for bands that finer ones sharpen, which works at their pixels."""
    enlarged = F.interpolate(lr, scale_factor=scale, mode="bilinear", align_corners=False)
    return sen2sr_cnn(o, torch.cat([enlarged, guide], 1), 1, feats, lr.shape[1])


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


@published(2, 4)
def plksr(o, x, scale, sides=(3, 3), **how):
    return plk(o, x, scale, "channe_mixer", sides, F.gelu, 1, **how)


@published(1, 2, 4)
def realplksr(o, x, scale, norm="group", **how):
    return plk(o, x, scale, "channel_mixer", (3, 3), F.mish, 2, norm=norm, **how)


@published(2, 4, 8)
def opensr_srgan(o, x, scale, feats=8, n_blocks=2, bands=3):
    """The generator with blocks of type res."""
    head = deep = o.prelu("head.1", o.conv("head.0", x, feats, 9))
    for i in range(n_blocks):
        y = o.prelu(f"body.{i}.body.1", o.conv(f"body.{i}.body.0", deep, feats))
        deep = deep + 0.2 * o.conv(f"body.{i}.body.2", y, feats)
    deep = head + o.conv("body_tail", deep, feats)
    for i in range({2: 1, 4: 2, 8: 3}[scale]):
        deep = F.pixel_shuffle(o.conv(f"upsampler.{3 * i}", deep, 4 * feats), 2)
        deep = o.prelu(f"upsampler.{3 * i + 2}", deep)
    return o.conv("tail", deep, bands, 9)
