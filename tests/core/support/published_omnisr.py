"""OmniSR as others have published it, by its layers' names: for each two pixels that see each other it says why they do."""

from __future__ import annotations

import itertools

import torch
from torch.nn import functional as F


def omnisr(o, x, scale, feats=8, window=8, heads=4, groups=2, depth=2, position=True, bias=True, bands=3):
    """Pixels see each other that share a window, or that are at the same place of parts of the image."""
    height, width = x.shape[-2:]
    x = F.pad(x, (0, -width % window, 0, -height % window))
    high, wide = x.shape[-2] // window, x.shape[-1] // window

    def groups_of(across, among_channels):
        """Rows and columns of the pixels that see each other, and their places among each other."""
        places = list(itertools.product(range(window), repeat=2))
        parts = list(itertools.product(range(high), range(wide)))
        if not across:
            return [[(a * window + i, b * window + j) for i, j in places] for a, b in parts]
        if among_channels:
            return [[(a * window + i, b * window + j) for a, b in parts] for i, j in places]
        return [[(i * high + a, j * wide + b) for i, j in places] for a, b in parts]

    def plain(name, y, outputs, kernel=1, groups=1):
        inputs = y.shape[1] // groups
        shape, spread = (outputs, inputs, kernel, kernel), 0.5 / (inputs * kernel**2) ** 0.5
        return F.conv2d(y, *o.layer(name, shape, spread, bias=False), padding=kernel // 2, groups=groups)

    def linear(name, y, outputs):
        return F.linear(y, o.layer(name, (outputs, y.shape[-1]), 0.5 / y.shape[-1] ** 0.5, bias=False)[0])

    def channel_norm(name, y):
        weight, shift = o.layer(name, (feats,), 0.2, centre=1.0)
        apart = y - y.mean(1, keepdim=True)
        spread = (apart.square().mean(1, keepdim=True) + 1e-6).sqrt()
        return apart / spread * weight.view(1, -1, 1, 1) + shift.view(1, -1, 1, 1)

    def pixel_attention(name, y, across):
        pixels = o.layer_norm(f"{name}.norm", y[0].permute(1, 2, 0))
        q, k, v = linear(f"{name}.fn.to_qkv", pixels, 3 * feats).chunk(3, -1)
        table = (
            o.layer(f"{name}.fn.rel_pos_bias", ((2 * window - 1) ** 2, heads), 0.5, bias=False)[0]
            if position
            else None
        )
        seen, part = torch.empty_like(q), feats // heads
        row, col = (
            torch.tensor(axis) for axis in zip(*itertools.product(range(window), repeat=2), strict=True)
        )
        number = (row[:, None] - row + window - 1) * (2 * window - 1) + col[:, None] - col + window - 1
        for places in groups_of(across, False):
            rows, cols = (torch.tensor(axis) for axis in zip(*places, strict=True))
            for head in range(heads):
                own = slice(head * part, (head + 1) * part)
                scores = (q[rows, cols, own] * part**-0.5) @ k[rows, cols, own].T
                scores = scores if table is None else scores + table[number, head]
                seen[rows, cols, own] = scores.softmax(-1) @ v[rows, cols, own]
        return y + linear(f"{name}.fn.to_out.0", seen, feats).permute(2, 0, 1)[None]

    def channel_attention(name, y, across):
        made = plain(f"{name}.fn.qkv", channel_norm(f"{name}.norm", y), 3 * feats)
        made = plain(f"{name}.fn.qkv_dwconv", made, 3 * feats, 3, 3 * feats)
        if f"{name}.fn.temperature" not in o.weights:
            o.weights[f"{name}.fn.temperature"] = torch.rand(heads, 1, 1, generator=o.random) + 0.5
        q, k, v = made[0].chunk(3, 0)
        seen, part = torch.empty_like(q), feats // heads
        for places in groups_of(across, True):
            rows, cols = (torch.tensor(axis) for axis in zip(*places, strict=True))
            for head in range(heads):
                own = torch.arange(head * part, (head + 1) * part)[:, None]
                mine, others = (F.normalize(each[own, rows, cols], dim=1) for each in (q, k))
                scores = mine @ others.T * o.weights[f"{name}.fn.temperature"][head]
                seen[own, rows, cols] = scores.softmax(-1) @ v[own, rows, cols]
        return y + plain(f"{name}.fn.project_out", seen[None], feats)

    def feed_forward(name, y):
        hidden = plain(f"{name}.fn.project_in", channel_norm(f"{name}.norm", y), 2 * feats)
        gate, kept = plain(f"{name}.fn.dwconv", hidden, 2 * feats, 3, 2 * feats).chunk(2, 1)
        return y + plain(f"{name}.fn.project_out", F.gelu(gate) * kept, feats)

    def local(name, y):
        hidden = F.gelu(o.conv(f"{name}.0", y, feats, 1))
        hidden = F.gelu(o.conv(f"{name}.2", hidden, feats, groups=feats))
        told = F.silu(linear(f"{name}.4.gate.1", hidden.mean((2, 3)), feats // 4))
        told = linear(f"{name}.4.gate.3", told, feats).sigmoid()
        return y + o.conv(f"{name}.5", hidden * told[..., None, None], feats, 1)

    def gate(name, y):
        squeezed = o.conv(f"{name}.conv1", y, 16, 1)
        weights = o.layer(f"{name}.conv2", (16, 16, 3, 3), 0.1)
        pooled = F.max_pool2d(F.conv2d(squeezed, *weights, stride=2), 7, stride=3)
        around = F.interpolate(o.conv(f"{name}.conv3", pooled, 16), y.shape[-2:], mode="bilinear")
        return (
            y
            * o.conv(f"{name}.conv4", around + o.conv(f"{name}.conv_f", squeezed, 16, 1), feats, 1).sigmoid()
        )

    shallow = deep = o.conv("input", x, feats, bias=bias)
    for group in range(groups):
        before = deep
        for block in range(depth):
            name = f"residual_layer.{group}.residual_layer.{block}.layer"
            deep = local(f"{name}.0.fn", deep)
            for first, across in ((2, False), (8, True)):
                deep = feed_forward(f"{name}.{first + 2}", pixel_attention(f"{name}.{first}", deep, across))
                deep = feed_forward(
                    f"{name}.{first + 4}", channel_attention(f"{name}.{first + 3}", deep, across)
                )
        end = f"residual_layer.{group}.residual_layer.{depth}"
        deep = gate(f"residual_layer.{group}.esa", before + o.conv(end, deep, feats, 1, bias=bias))
    made = o.conv("up.0", o.conv("output", deep, feats, bias=bias) + shallow, bands * scale**2, bias=bias)
    return F.pixel_shuffle(made, scale)[..., : height * scale, : width * scale]
