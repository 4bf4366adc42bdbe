"""Networks as others have published them, one function each, named as the layout: the layers by their names in files of
weights, in the order in which they are computed. What is imported must give what these give."""

from __future__ import annotations

import torch
from torch.nn import functional as F

from . import published_omnisr, published_transformers, published_unet
from .published_layers import MEAN, Original, published
from .published_light_networks import (
    carn_pytorch,
    opensr_srgan,
    plksr,
    realesrgan_compact,
    realplksr,
    sen2sr_cnn,
    sen2sr_fusion,
    span,
)

__all__ = [
    "Original",
    "carn_pytorch",
    "opensr_srgan",
    "plksr",
    "realesrgan_compact",
    "realplksr",
    "sen2sr_cnn",
    "sen2sr_fusion",
    "span",
]


@published(2, 3, 4, white=255)
def edsr_pytorch_edsr(o, x, scale, feats=8, n_blocks=2, res_scale=1.0, range_=255):
    x = o.mean_shift("sub_mean", x, -1, range_)
    head = deep = o.conv("head.0", x, feats)
    for i in range(n_blocks):
        deep = o.res_block(deep, feats, f"body.{i}.body.0", f"body.{i}.body.2", res_scale)
    deep = o.conv(f"body.{n_blocks}", deep, feats) + head
    sr = o.conv("tail.1", o.shuffled("tail.0", deep, feats, scale), 3)
    return o.mean_shift("add_mean", sr, 1, range_)


@published(8, white=255, silent=(8,))
def arcgis_unet(o, x, scale, **how):
    mean, std = published_unet.IMAGENET
    enlarged = F.interpolate(x / 255, scale_factor=scale, mode="bilinear", align_corners=False)
    return (published_unet.arcgis_unet(o, (enlarged - mean) / std, **how) * std + mean) * 255


@published(2, 3, 4, white=255, silent=(2, 3, 4))
def edsr_pytorch_mdsr(o, x, scale, feats=8, n_blocks=2):
    x, results = o.mean_shift("sub_mean", x, -1, 255), {}
    head = o.conv("head.0", x, feats)
    for number, each in enumerate((2, 3, 4)):
        before = head
        for block in (0, 1):
            name = f"pre_process.{number}.{block}.body"
            before = o.res_block(before, feats, f"{name}.0", f"{name}.2", kernel=5)
        deep = before
        for i in range(n_blocks):
            deep = o.res_block(deep, feats, f"body.{i}.body.0", f"body.{i}.body.2")
        deep = o.conv(f"body.{n_blocks}", deep, feats) + before
        sr = o.conv("tail.0", o.shuffled(f"upsample.{number}", deep, feats, each), 3)
        results[each] = o.mean_shift("add_mean", sr, 1, 255)
    return results[scale]


@published(2, 3, 4)
def basicsr_edsr(o, x, scale, feats=8, n_blocks=2, res_scale=1.0):
    head = deep = o.conv("conv_first", (x - MEAN) * 255, feats)
    for i in range(n_blocks):
        deep = o.res_block(deep, feats, f"body.{i}.conv1", f"body.{i}.conv2", res_scale)
    deep = o.conv("conv_after_body", deep, feats) + head
    return o.conv("conv_last", o.shuffled("upsample", deep, feats, scale), 3) / 255 + MEAN


@published(2, 3, 4)
def basicsr_msrresnet(o, x, scale, feats=8, n_blocks=2, bands=3):
    def activation(x):
        return F.leaky_relu(x, 0.1)

    deep = activation(o.conv("conv_first", x, feats))
    for i in range(n_blocks):
        deep = o.res_block(deep, feats, f"body.{i}.conv1", f"body.{i}.conv2")
    for number, factor in enumerate({2: (2,), 3: (3,), 4: (2, 2)}[scale], start=1):
        deep = activation(F.pixel_shuffle(o.conv(f"upconv{number}", deep, feats * factor**2), factor))
    sr = o.conv("conv_last", activation(o.conv("conv_hr", deep, feats)), bands)
    return sr + F.interpolate(x, scale_factor=scale, mode="bilinear", align_corners=False)


def rdn(o, x, names, scale, feats, growth, upsampled, n_blocks=2, n_layers=3, bands=3):
    first, second, layer, fusion, all_fusion, last, up, output = names
    shallow = o.conv(first, x, feats)
    deep, blocks = o.conv(second, shallow, feats), []
    for i in range(n_blocks):
        seen = deep
        for j in range(n_layers):
            seen = torch.cat([seen, F.relu(o.conv(layer.format(i, j), seen, growth))], 1)
        deep = deep + o.conv(fusion.format(i), seen, feats, 1)
        blocks.append(deep)
    deep = o.conv(last, o.conv(all_fusion, torch.cat(blocks, 1), feats, 1), feats) + shallow
    deep = o.shuffled(up, deep, upsampled, scale)
    return o.conv(output.format(4 if scale == 4 else 2), deep, bands)


@published(2, 3, 4, white=255)
def edsr_pytorch_rdn(o, x, scale, feats=8, growth=4):
    names = (
        "SFENet1",
        "SFENet2",
        "RDBs.{}.convs.{}.conv.0",
        "RDBs.{}.LFF",
        "GFF.0",
        "GFF.1",
        "UPNet",
        "UPNet.{}",
    )
    return rdn(o, x, names, scale, feats, growth, upsampled=growth)


@published(2, 3, 4)
def rdn_pytorch(o, x, scale, feats=8, bands=3):
    names = ("sfe1", "sfe2", "rdbs.{}.layers.{}.conv", "rdbs.{}.lff", "gff.0", "gff.1", "upscale", "output")
    return rdn(o, x, names, scale, feats, growth=feats, upsampled=feats, bands=bands)


def rrdb(o, x, first, layer, after, steps, high, last, feats=8, growth=4, n_blocks=2, bands=3, factor=2):
    def activation(x):
        return F.leaky_relu(x, 0.2)

    shallow = deep = o.conv(first, x, feats)
    for i in range(n_blocks):
        inner = deep
        for j in (1, 2, 3):
            seen = inner
            for k in (1, 2, 3, 4):
                seen = torch.cat([seen, activation(o.conv(layer.format(i, j, k), seen, growth))], 1)
            inner = inner + 0.2 * o.conv(layer.format(i, j, 5), seen, feats)
        deep = deep + 0.2 * inner
    deep = shallow + o.conv(after, deep, feats)
    for step in steps:
        deep = activation(o.conv(step, F.interpolate(deep, scale_factor=factor, mode="nearest"), feats))
    return o.conv(last, activation(o.conv(high, deep, feats)), bands)


def srresnet(o, x, scale, first, block, after, step, last, feats, slope=None, bias=True, inner=True, bands=3):
    """With batch normalisation; its names hold {} for a number."""

    def activation(name, x):
        return F.leaky_relu(x, slope) if slope else o.prelu(name, x)

    long = deep = activation(first[1], o.conv(first[0], x, feats, 9, bias=bias))
    for i in (0, 1, 2):
        conv1, norm1, prelu, conv2, norm2 = (name.format(i) for name in block)
        y = activation(prelu, o.batch_norm(norm1, o.conv(conv1, deep, feats, bias=inner)))
        deep = deep + o.batch_norm(norm2, o.conv(conv2, y, feats, bias=inner))
    deep = long + o.batch_norm(after[1], o.conv(after[0], deep, feats, bias=inner))
    for i in range({2: 1, 4: 2, 8: 3}[scale]):
        up, prelu = (name.format(i) for name in step)
        deep = activation(prelu, F.pixel_shuffle(o.conv(up, deep, 4 * feats, bias=bias), 2))
    # Small, so that what bounds the result does not flatten it.
    o.layer(last, (bands, feats, 9, 9), 0.05 / (feats * 81) ** 0.5, bias=bias)
    return o.conv(last, deep, bands, 9, bias=bias)


@published(2, 4, 8)
def srgan_leftthomas(o, x, scale, feats=8):
    blocks = [f"block{{}}.{part}" for part in ("conv1", "bn1", "prelu", "conv2", "bn2")]

    class Shifted(str):
        def format(self, i):
            return str.format(self, i + 2)

    n = {2: 1, 4: 2, 8: 3}[scale]
    y = srresnet(
        o, x, scale, ("block1.0", "block1.1"), [Shifted(name) for name in blocks], ("block5.0", "block5.1"),
        ("block6.{}.conv", "block6.{}.prelu"), f"block6.{n}", feats,
    )  # fmt: skip
    return (torch.tanh(y) + 1) / 2


@published(2, 4)
def srgan_lornatang(o, x, scale, feats=8, conv="conv_block{}"):
    ends = [(f"{conv.format(i)}.0", f"{conv.format(i)}.1") for i in (1, 2)]
    block = [f"trunk.{{}}.rcb.{part}" for part in range(5)]
    step = ("upsampling.{}.upsample_block.0", "upsampling.{}.upsample_block.2")
    y = srresnet(o, x, scale, ends[0], block, ends[1], step, conv.format(3), feats, inner=False)
    return y.clamp(0, 1)


@published(4)
def srresnet_twtygqyy(o, x, scale, feats=8):
    block = [f"residual.{{}}.{part}" for part in ("conv1", "bn1", "relu", "conv2", "bn2")]

    class Step(str):
        def format(self, i):
            return f"upscale4x.{3 * i}"

    return srresnet(
        o, x, scale, ("conv_input", "relu"), block, ("conv_mid", "bn_mid"), (Step(), Step()), "conv_output", feats,
        slope=0.2, bias=False, inner=False,
    )  # fmt: skip


@published(2, 4, 8)
def srresnet_opensr(o, x, scale, feats=8, bands=3):
    parts = ("1.conv_block.0", "1.conv_block.1", "1.conv_block.2", "2.conv_block.0", "2.conv_block.1")
    ends = [(f"conv_block{i}.conv_block.0", f"conv_block{i}.conv_block.1") for i in (1, 2)]
    step = ("subpixel_convolutional_blocks.{}.conv", "subpixel_convolutional_blocks.{}.prelu")
    block = [f"residual_blocks.{{}}.conv_block{part}" for part in parts]
    last = "conv_block3.conv_block.0"
    return torch.tanh(srresnet(o, x, scale, ends[0], block, ends[1], step, last, feats, bands=bands))


@published(1, 2, 4, silent=(1, 2))
def basicsr_rrdb(o, x, scale, bands=3):
    """For scale 2 and 1 the pixels are gathered into channels first: what follows always makes 4 of 1."""
    names = (
        "conv_first",
        "body.{}.rdb{}.conv{}",
        "conv_body",
        ("conv_up1", "conv_up2"),
        "conv_hr",
        "conv_last",
    )
    return rrdb(o, F.pixel_unshuffle(x, 4 // scale), *names, bands=bands)


@published(2, 4, 8)
def esrgan(o, x, scale, bands=3):
    steps = ("upconv1", "upconv2", "upconv3")[: {2: 1, 4: 2, 8: 3}[scale]]
    names = ("conv_first", "RRDB_trunk.{}.RDB{}.conv{}", "trunk_conv", steps, "HRconv", "conv_last")
    return rrdb(o, x, *names, bands=bands)


@published(2, 3, 4, 8, silent=(2, 3))
def esrgan_old(o, x, scale, bands=3):
    """Layers are counted: upsampling, convolution and activation each; where there is only one step, by 2 or 3."""
    n = {2: 1, 3: 1, 4: 2, 8: 3}[scale]
    steps = [f"model.{3 * i + 3}" for i in range(n)]
    names = ("model.0", "model.1.sub.{}.RDB{}.conv{}.0", "model.1.sub.2", steps)
    ends = (f"model.{3 * n + 2}", f"model.{3 * n + 4}")
    return rrdb(o, x, *names, *ends, bands=bands, factor=3 if scale == 3 else 2)


@published(2, 3, 4)
def swinir(o, x, scale, **how):
    """An image whose sides are no multiples of the window's."""
    return published_transformers.swinir(o, x, scale, **how)


@published(4)
def dat(o, x, scale, **how):
    return published_transformers.dat(o, x, scale, **how)


@published(4)
def hat(o, x, scale, **how):
    return published_transformers.hat(o, x, scale, **how)


@published(2, 3, 4)
def omnisr(o, x, scale, **how):
    """Of so few pixels that windows must be filled up."""
    return published_omnisr.omnisr(o, x, scale, **how)


def sr3(o, condition, x_t, level, inner=8, groups=4, mults=(1, 2, 2), blocks=1, attended=(2,)):
    """The noise in `x_t`, both images being −1 to 1; `attended` are levels, the finest being 0."""
    root = "denoise_fn"

    def swish(x):
        return x * torch.sigmoid(x)

    def block(name, x, outputs, attention):
        h = o.conv(
            f"{name}.res_block.block1.block.3",
            swish(o.norm(f"{name}.res_block.block1.block.0", x, groups)),
            outputs,
        )
        h = h + o.linear(f"{name}.res_block.noise_func.noise_func.0", told, outputs)[:, :, None, None]
        h = o.conv(
            f"{name}.res_block.block2.block.3",
            swish(o.norm(f"{name}.res_block.block2.block.0", h, groups)),
            outputs,
        )
        h = h + (x if x.shape[1] == outputs else o.conv(f"{name}.res_block.res_conv", x, outputs, 1))
        if not attention:
            return h
        b, c, height, width = h.shape
        qkv = o.conv(f"{name}.attn.qkv", o.norm(f"{name}.attn.norm", h, groups), 3 * c, 1, bias=False)
        q, k, v = qkv.reshape(b, 3, c, height * width).unbind(1)
        weights = torch.einsum("bcn,bcm->bnm", q, k).div(c**0.5).softmax(-1)
        seen = torch.einsum("bnm,bcm->bcn", weights, v).reshape(b, c, height, width)
        return h + o.conv(f"{name}.attn.out", seen, c, 1)

    frequencies = torch.exp(-torch.arange(inner // 2) / (inner // 2) * torch.log(torch.tensor(1e4)))
    angles = level[:, None] * frequencies
    told = o.linear(f"{root}.noise_level_mlp.1", torch.cat([angles.sin(), angles.cos()], 1), 4 * inner)
    told = o.linear(f"{root}.noise_level_mlp.3", swish(told), inner)

    x = o.conv(f"{root}.downs.0", torch.cat([condition, x_t], 1), inner)
    kept, number = [x], 1
    for i, mult in enumerate(mults):
        for _ in range(blocks):
            x = block(f"{root}.downs.{number}", x, inner * mult, i in attended)
            kept, number = [*kept, x], number + 1
        if i < len(mults) - 1:
            x = o.conv(f"{root}.downs.{number}.conv", x, inner * mult, stride=2)
            kept, number = [*kept, x], number + 1
    x = block(f"{root}.mid.0", x, x.shape[1], True)
    x, number = block(f"{root}.mid.1", x, x.shape[1], False), 0
    for i, mult in reversed(list(enumerate(mults))):
        for _ in range(blocks + 1):
            x = block(f"{root}.ups.{number}", torch.cat([x, kept.pop()], 1), inner * mult, i in attended)
            number += 1
        if i:
            x = F.interpolate(x, scale_factor=2, mode="nearest")
            x, number = o.conv(f"{root}.ups.{number}.conv", x, inner * mult), number + 1
    x = swish(o.norm(f"{root}.final_conv.block.0", x, groups))
    return o.conv(f"{root}.final_conv.block.3", x, x_t.shape[1])
