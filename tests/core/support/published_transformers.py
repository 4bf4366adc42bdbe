"""Transformers as others have published them, pixel by pixel: slow, and without any of the ways in which ours is fast."""

from __future__ import annotations

import itertools

import torch
from torch.nn import functional as F

from .published_layers import MEAN

GROUPS, DEPTH, HEADS = 2, 3, 2


def window_attention(o, name, x, window, shift):
    """Every pixel among those that share its window; windows begin `shift` pixels late, so that the first are smaller."""
    height, width, feats = x.shape
    q, k, v = o.linear(f"{name}.qkv", x, 3 * feats).chunk(3, -1)
    table = f"{name}.relative_position_bias_table"
    if table not in o.weights:
        o.weights[table] = torch.randn((2 * window - 1) ** 2, HEADS, generator=o.random)
    out, part = torch.empty_like(x), feats // HEADS
    starts = [
        [max(0, start) for start in range(shift - window if shift else 0, length, window)]
        for length in (height, width)
    ]
    ends = [[*each[1:], length] for each, length in zip(starts, (height, width), strict=True)]
    for (top, bottom), (left, right) in itertools.product(*map(zip, starts, ends)):
        places = list(itertools.product(range(top, bottom), range(left, right)))
        rows, cols = (torch.tensor(axis) for axis in zip(*places, strict=True))
        number = (rows[:, None] - rows + window - 1) * (2 * window - 1) + cols[:, None] - cols + window - 1
        for head in range(HEADS):
            own = slice(head * part, (head + 1) * part)
            scores = (q[rows, cols, own] * part**-0.5) @ k[rows, cols, own].T
            scores = (scores + o.weights[table][number, head]).softmax(-1)
            out[rows, cols, own] = scores @ v[rows, cols, own]
    return o.linear(f"{name}.proj", out, feats)


def swinir(o, x, scale, feats=8, window=4, kind="pixelshuffle", three=False):
    height, width = x.shape[-2:]
    x = F.pad(x - MEAN, (0, -width % window, 0, -height % window), mode="reflect")

    def end(name, y):  # height, width, channels
        y = y.permute(2, 0, 1)[None]
        if three:
            y = F.leaky_relu(o.conv(f"{name}.0", y, feats // 4), 0.2)
            y = o.conv(f"{name}.4", F.leaky_relu(o.conv(f"{name}.2", y, feats // 4, 1), 0.2), feats)
        else:
            y = o.conv(name, y, feats)
        return y[0].permute(1, 2, 0)

    first = o.conv("conv_first", x, feats)
    deep = o.layer_norm("patch_embed.norm", first[0].permute(1, 2, 0))
    for group in range(GROUPS):
        before = deep
        for block in range(DEPTH):
            name, shift = f"layers.{group}.residual_group.blocks.{block}", window // 2 * (block % 2)
            seen = o.layer_norm(f"{name}.norm1", deep)
            deep = deep + window_attention(o, f"{name}.attn", seen, window, shift)
            hidden = F.gelu(o.linear(f"{name}.mlp.fc1", o.layer_norm(f"{name}.norm2", deep), 2 * feats))
            deep = deep + o.linear(f"{name}.mlp.fc2", hidden, feats)
            o.weights[f"{name}.attn.relative_position_index"] = torch.zeros(window**2, window**2).long()
            if shift:
                o.weights[f"{name}.attn_mask"] = torch.zeros(4, window**2, window**2)
        deep = before + end(f"layers.{group}.conv", deep)
    y = end("conv_after_body", o.layer_norm("norm", deep)).permute(2, 0, 1)[None] + first
    if kind == "pixelshuffledirect":
        y = F.pixel_shuffle(o.conv("upsample.0", y, 3 * scale**2), scale)
    else:
        y = F.leaky_relu(o.conv("conv_before_upsample.0", y, 64), 0.01)
        if kind == "pixelshuffle":
            y = o.shuffled("upsample", y, 64, scale)
        else:
            for step in range(1, {2: 1, 4: 2}[scale] + 1):
                y = F.interpolate(y, scale_factor=2, mode="nearest")
                y = F.leaky_relu(o.conv(f"conv_up{step}", y, 64), 0.2)
            y = F.leaky_relu(o.conv("conv_hr", y, 64), 0.2)
        y = o.conv("conv_last", y, 3)
    return (y + MEAN)[..., : height * scale, : width * scale]
