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


def framed(o, x, scale, blocks, embed, feats, window=1, kind="pixelshuffle", three=False):
    """Groups of blocks between convolutions; `blocks(group, pixels)` makes features (h, w, c) of such."""
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
    deep = o.layer_norm(embed, first[0].permute(1, 2, 0))
    for group in range(GROUPS):
        deep = deep + end(f"layers.{group}.conv", blocks(group, deep))
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


def swinir(o, x, scale, feats=8, window=4, **how):
    def blocks(group, deep):
        for block in range(DEPTH):
            name, shift = f"layers.{group}.residual_group.blocks.{block}", window // 2 * (block % 2)
            seen = o.layer_norm(f"{name}.norm1", deep)
            deep = deep + window_attention(o, f"{name}.attn", seen, window, shift)
            deep = deep + mlp(o, name, deep)
            o.weights[f"{name}.attn.relative_position_index"] = torch.zeros(window**2, window**2).long()
            if shift:
                o.weights[f"{name}.attn_mask"] = torch.zeros(4, window**2, window**2)
        return deep

    return framed(o, x, scale, blocks, "patch_embed.norm", feats, window, **how)


def mlp(o, name, x):
    hidden = F.gelu(o.linear(f"{name}.mlp.fc1", o.layer_norm(f"{name}.norm2", x), 2 * x.shape[-1]))
    return o.linear(f"{name}.mlp.fc2", hidden, x.shape[-1])


def rectangles(length, side, shift):
    """Where windows begin and end that begin `shift` pixels late, so that the first are smaller."""
    starts = [max(0, start) for start in range(shift - side if shift else 0, length, side)]
    return list(itertools.pairwise([*starts, length]))


def dat(o, x, scale, feats=64, sides=(2, 4), bias=True, **how):
    def image(y):
        return y.permute(2, 0, 1)[None]

    def pixels(y):
        return y[0].permute(1, 2, 0)

    def linear(name, y, outputs):
        made = o.linear(name, y, outputs)
        if bias:
            return made
        return made - o.weights.pop(f"{name}.bias")

    def offset_bias(name, window):
        offsets = [(y, z) for y in range(1 - window[0], window[0]) for z in range(1 - window[1], window[1])]
        o.weights[f"{name}.rpe_biases"] = table = torch.tensor(offsets).float()
        side = window[0] * window[1]
        o.weights[f"{name}.relative_position_index"] = torch.zeros(side, side).long()
        made = o.linear(f"{name}.pos.pos_proj", table, feats // 2 // 4 // 4)
        for number, outputs in ((1, made.shape[1]), (2, made.shape[1]), (3, HEADS)):
            hidden = F.relu(o.layer_norm(f"{name}.pos.pos{number}.0", made))
            made = o.linear(f"{name}.pos.pos{number}.2", hidden, outputs)
        return dict(zip(offsets, made, strict=True))

    def rectangle_attention(name, q, k, v, window, shifted):
        added, out = offset_bias(name, window), torch.empty_like(q)
        part = q.shape[-1] // HEADS
        ways = [
            rectangles(length, side, side // 2 if shifted else 0)
            for length, side in zip(q.shape[:2], window, strict=True)
        ]
        for (top, bottom), (left, right) in itertools.product(*ways):
            places = list(itertools.product(range(top, bottom), range(left, right)))
            rows, cols = (torch.tensor(axis) for axis in zip(*places, strict=True))
            scores = torch.stack([torch.stack([added[y - r, z - c] for r, c in places]) for y, z in places])
            for head in range(HEADS):
                own = slice(head * part, (head + 1) * part)
                told = (q[rows, cols, own] * part**-0.5) @ k[rows, cols, own].T + scores[..., head]
                out[rows, cols, own] = told.softmax(-1) @ v[rows, cols, own]
        return out

    def weighing(name, first, y, hidden, outputs):
        y = F.gelu(o.batch_norm(f"{name}.{first + 1}", o.conv(f"{name}.{first}", y, hidden, 1)))
        return o.conv(f"{name}.{first + 3}", y, outputs, 1).sigmoid()

    def attention(name, y, group, block):
        height, width = y.shape[:2]
        qkv = linear(f"{name}.qkv", y, 3 * feats)
        near = o.conv(f"{name}.dwconv.0", image(qkv[..., 2 * feats :]), feats, groups=feats)
        near = F.gelu(o.batch_norm(f"{name}.dwconv.1", near))
        if block % 2:
            heads = 2 * HEADS
            q, k, v = (part.reshape(height * width, heads, -1) for part in qkv.chunk(3, -1))
            o.weights[f"{name}.temperature"] = torch.rand(heads, 1, 1, generator=o.random) + 0.5
            seen = torch.empty(height * width, heads, feats // heads)
            for head in range(heads):
                mine, others = (F.normalize(part[:, head], dim=0) for part in (q, k))
                scores = mine.T @ others * o.weights[f"{name}.temperature"][head]
                seen[:, head] = v[:, head] @ scores.softmax(-1).T
            seen = image(seen.reshape(height, width, feats))
        else:
            largest, half = max(sides), feats // 2
            wide = F.pad(qkv, (0, 0, 0, -width % largest, 0, -height % largest))
            halves = []
            for number, window in enumerate((sides, sides[::-1])):
                own = (wide[..., i * feats + number * half :][..., :half] for i in range(3))
                shifted = block % 4 == (0 if group % 2 else 2)
                halves.append(rectangle_attention(f"{name}.attns.{number}", *own, window, shifted))
                if shifted:
                    o.weights[f"{name}.attn_mask_{number}"] = torch.zeros(4, 8, 8)
            seen = image(torch.cat(halves, -1)[:height, :width])
        by_channel, by_pixel = (near, seen) if block % 2 == 0 else (seen, near)
        channels = weighing(
            f"{name}.channel_interaction", 1, by_channel.mean((2, 3), keepdim=True), feats // 8, feats
        )
        places = weighing(f"{name}.spatial_interaction", 0, by_pixel, feats // 16, 1)
        mixed = seen * channels + near * places if block % 2 == 0 else seen * places + near * channels
        return o.linear(f"{name}.proj", pixels(mixed), feats)

    def blocks(group, deep):
        for block in range(DEPTH):
            name = f"layers.{group}.blocks.{block}"
            deep = deep + attention(f"{name}.attn", o.layer_norm(f"{name}.norm1", deep), group, block)
            hidden = F.gelu(o.linear(f"{name}.ffn.fc1", o.layer_norm(f"{name}.norm2", deep), 2 * feats))
            kept, other = hidden.chunk(2, -1)
            other = image(o.layer_norm(f"{name}.ffn.sg.norm", other))
            gate = pixels(o.conv(f"{name}.ffn.sg.conv", other, feats, groups=feats))
            deep = deep + o.linear(f"{name}.ffn.fc2", kept * gate, feats)
        return deep

    return framed(o, x, scale, blocks, "before_RG.1", feats, **how)


def hat(o, x, scale, feats=8, window=4, outer=6, **how):
    rim = (outer - window) // 2

    def overlapping(name, x):
        height, width = x.shape[:2]
        q, k, v = o.linear(f"{name}.qkv", o.layer_norm(f"{name}.norm1", x), 3 * feats).chunk(3, -1)
        k, v = (F.pad(part, (0, 0, rim, rim, rim, rim)) for part in (k, v))
        span, part = window + outer - 1, feats // HEADS
        table = f"{name}.relative_position_bias_table"
        o.weights[table] = torch.randn(span**2, HEADS, generator=o.random)
        out = torch.empty_like(q)
        for top, left in itertools.product(range(0, height, window), range(0, width, window)):
            seen = (slice(top, top + outer), slice(left, left + outer))
            for y, z in itertools.product(range(window), repeat=2):
                place = top + y, left + z
                down, right = (torch.arange(outer) - at + window - outer + 1 for at in (y, z))
                number = (
                    down[:, None] * span + right[None]
                ).flatten()  # below 0 from the end, as Python counts
                for head in range(HEADS):
                    own = slice(head * part, (head + 1) * part)
                    keys, values = (each[(*seen, own)].reshape(-1, part) for each in (k, v))
                    scores = (keys @ q[(*place, own)]) * part**-0.5 + o.weights[table][number, head]
                    out[(*place, own)] = scores.softmax(-1) @ values
        x = x + o.linear(f"{name}.proj", out, feats)
        return x + mlp(o, name, x)

    def weighed(name, x):
        y = o.conv(f"{name}.0", x.permute(2, 0, 1)[None], 3)
        y = o.conv(f"{name}.2", F.gelu(y), feats)
        told = F.relu(o.conv(f"{name}.3.attention.1", y.mean((2, 3), keepdim=True), 2, 1))
        return (y * o.conv(f"{name}.3.attention.3", told, feats, 1).sigmoid())[0].permute(1, 2, 0)

    def blocks(group, deep):
        for block in range(DEPTH):
            name, shift = f"layers.{group}.residual_group.blocks.{block}", window // 2 * (block % 2)
            seen = o.layer_norm(f"{name}.norm1", deep)
            deep = deep + window_attention(o, f"{name}.attn", seen, window, shift)
            deep = deep + 0.01 * weighed(f"{name}.conv_block.cab", seen)
            deep = deep + mlp(o, name, deep)
        return overlapping(f"layers.{group}.residual_group.overlap_attn", deep)

    o.weights["relative_position_index_SA"] = torch.zeros(window**2, window**2).long()
    o.weights["relative_position_index_OCA"] = torch.zeros(window**2, outer**2).long()
    return framed(o, x, scale, blocks, "patch_embed.norm", feats, window, **how)
