"""SR3: the documented sizes, what a preset stands for, where it attends, and what it refuses."""

from __future__ import annotations

import pytest
import torch

from sr_core.backbones import Backbone
from sr_core.errors import InputError


def sr3(**options):
    return Backbone.load({"id": "sr3", "image_size": 256, **options})


def count(backbone, bands=3):
    with torch.device("meta"):
        net = backbone.net(bands, 4, (0,) * bands, (1,) * bands)
    return sum(parameter.numel() for parameter in net.parameters())


def expected(c, mults, blocks, attended, bands):
    """Parameters, added up from the paper's description: `attended` levels are counted from 0."""
    widths = [c * mult for mult in mults]

    def conv(inputs, outputs, kernel=3):
        return outputs * (inputs * kernel**2 + 1)

    def block(inputs, outputs):
        skip = conv(inputs, outputs, 1) if inputs != outputs else 0
        return (
            2 * inputs
            + conv(inputs, outputs)
            + outputs * (c + 1)
            + 2 * outputs
            + conv(outputs, outputs)
            + skip
        )

    def attention(width):
        return 2 * width + 3 * width**2 + conv(width, width, 1)

    total = 4 * c * (c + 1) + c * (4 * c + 1) + conv(2 * bands, c) + 2 * widths[0] + conv(widths[0], bands)
    total += 2 * block(widths[-1], widths[-1]) + attention(widths[-1])
    finer = [c, *widths[:-1]]
    for level, (before, width) in enumerate(zip(finer, widths, strict=True)):
        below = widths[level + 1] if level + 1 < len(widths) else width
        # Down: from the level before; up: from the level below, joined with each of what was kept, last first.
        total += block(before, width) + (blocks - 1) * block(width, width)
        total += (
            block(below + width, width)
            + (blocks - 1) * block(2 * width, width)
            + block(width + before, width)
        )
        total += (2 * blocks + 1) * attention(width) * (level in attended)
        total += 2 * conv(before, before) * (level > 0) + (conv(width, width) - conv(before, before)) * (
            level > 0
        )
    return total


@pytest.mark.parametrize("bands", [1, 3, 4])
@pytest.mark.parametrize(
    ("options", "size", "millions"),
    [
        ({}, (64, (1, 2, 4, 4, 8, 8), 3, {4}), 141.26),
        ({"preset": "medium"}, (48, (1, 2, 4, 4, 8, 8), 2, {5}), 60.29),
        ({"preset": "medium", "attn_res": 16}, (48, (1, 2, 4, 4, 8, 8), 2, {4}), 60.29),
        ({"preset": "small", "image_size": 128}, (32, (1, 2, 2, 2), 1, {3}), 1.44),
        ({"preset": "small", "attn_res": []}, (32, (1, 2, 2, 2), 1, set()), 1.39),
    ],
    ids=["large", "medium", "medium, attention at 16", "small", "small without attention"],
)
def test_it_has_the_documented_number_of_parameters(options, size, millions, bands):
    found = count(sr3(**options), bands)
    assert found == expected(*size, bands)
    assert bands != 3 or round(found / 1e6, 2) == millions


def test_the_defaults_are_the_documented_ones():
    values = Backbone.load("sr3").dump()
    documented = {
        "inner_channel": 64,
        "norm_groups": 32,
        "channel_mults": [1, 2, 4, 4, 8, 8],
        "attn_res": [16],
        "res_blocks": 3,
        "dropout": 0,
    }
    assert {name: values[name] for name in documented} == documented
    assert values == Backbone.load({"id": "sr3", "preset": "large"}).dump()


def test_a_preset_decides_what_is_not_given_and_is_spelt_out():
    made = Backbone.load({"id": "sr3", "preset": "small", "res_blocks": 2})
    assert (made.inner_channel, made.norm_groups, made.channel_mults, made.res_blocks) == (
        32,
        8,
        (1, 2, 2, 2),
        2,
    )
    dump = made.dump()
    assert "preset" not in dump and dump["inner_channel"] == 32
    assert Backbone.load(dump) == made
    assert made.adapt_to_patches(64) == Backbone.load({**dump, "image_size": 64})


@pytest.mark.parametrize(
    ("image_size", "attn_res", "levels"),
    [
        (256, 16, {4}),
        (128, 16, {3}),
        (128, [16, 8], {3, 4}),
        (96, 16, {3}),  # of 96, 48, 24, 12, 6, 3 the first that is no larger
        (160, 20, {3}),
        (32, 32, {0}),
        (512, 8, set()),
        (32, 64, set()),
        (256, [], set()),
    ],
)
def test_it_attends_where_the_side_is_as_asked(image_size, attn_res, levels):
    assert sr3(image_size=image_size, attn_res=attn_res).attention_levels == levels


def test_where_no_level_attends_no_image_size_is_needed():
    net = Backbone.load({"id": "sr3", "preset": "small", "attn_res": []}).net(3, 4, (0,) * 3, (1,) * 3)
    assert "downs.0.attention.qkv.weight" not in net.body["denoiser"].state_dict()
    with pytest.raises(InputError, match=r"^sr3 is built for images of one size: set image_size, .*\.$"):
        Backbone.load("sr3").net(3, 4, (0,) * 3, (1,) * 3)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (
            {"norm_groups": 24},
            "norm_groups=24 does not divide the 64 channels of level 1: choose one of 1, 2, 4, 8, 16, 32, 64.",
        ),
        (
            {"norm_groups": 12, "inner_channel": 6, "channel_mults": [2, 4]},
            "norm_groups=12 does not divide the 6 channels of level 1: choose one of 1, 2, 3, 6.",
        ),
        (
            {"image_size": 100},
            "Images of 100 pixels cannot be halved 5 times, as channel_mults wants: image_size, or PATCH_SIZE × "
            "scale where that is blank, must be a multiple of 32.",
        ),
        ({"preset": "huge"}, "preset does not fit: input should be 'large', 'medium' or 'small'."),
        ({"inner_channel": 33}, "inner_channel does not fit: input should be a multiple of 2."),
    ],
)
def test_what_does_not_go_together_gets_one_sentence(options, says):
    with pytest.raises(InputError) as caught:
        sr3(**options)
    assert str(caught.value) == says


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (
            {"num_heads": 7},
            "embed_dim=768 is not a multiple of num_heads=7: choose num_heads that divides it.",
        ),
        ({"depth": 4}, "depth=4 is even, and one block is in the middle: choose 3 or 5."),
        (
            {"image_size": 100},
            "Images of 100 pixels cannot be cut into squares of token_size=16: image_size, or PATCH_SIZE × scale "
            "where that is blank, must be a multiple of 16.",
        ),
    ],
)
def test_what_does_not_go_together_in_the_transformer_gets_one_sentence(options, says):
    with pytest.raises(InputError) as caught:
        Backbone.load({"id": "sr3_uvit", **options})
    assert str(caught.value) == says


@pytest.mark.parametrize("bands", [3, 4])
def test_the_transformer_has_as_many_parameters_as_its_description(bands):
    dim, depth, size, places = 768, 17, 16, (256 // 16) ** 2
    layer = 3 * dim**2 + dim * (dim + 1) + 4 * dim * (dim + 1) + dim * (4 * dim + 1) + 4 * dim
    told = 4 * dim * (dim + 1) + dim * (4 * dim + 1)
    streams = 2 * dim * (bands * size**2 + 1) + dim * (2 * places + 1)
    joins = depth // 2 * dim * (2 * dim + 1)
    ends = 2 * dim + bands * size**2 * (dim + 1) + bands * (9 * bands + 1)
    made = Backbone.load({"id": "sr3_uvit", "image_size": 256})
    assert count(made, bands) == depth * layer + told + streams + joins + ends


@pytest.mark.parametrize(("rescaled", "factor"), [(False, 1.0), (True, 0.5**0.5)])
def test_the_sum_of_input_and_residual_is_rescaled_if_asked(rescaled, factor):
    net = sr3(preset="small", image_size=16, skip_rescale=rescaled).denoiser(1, 1)
    block, x = net.middle[1], torch.randn(1, 64, 4, 4)
    torch.nn.init.ones_(block.second[3].bias)  # the residual is 1 everywhere
    with torch.no_grad():
        torch.testing.assert_close(block(x, torch.zeros(1, 32)), (x + 1) * factor)
        # Attention that finds nothing is a residual of 0.
        torch.testing.assert_close(net.middle[0].attention(x), x * factor)


def test_biggan_blocks_resample_input_and_features_alike():
    """Untrained, a block that halves the resolution takes the mean of four pixels, and one that doubles it repeats."""
    net = sr3(preset="small", image_size=16, resblock_type="biggan").denoiser(1, 1)
    half = next(layer for layer in net.downs if layer.way == "down")
    double = next(layer for layer in net.ups if layer.way == "up")
    x, level = torch.randn(1, 32, 8, 8), torch.zeros(1, 32)
    y = torch.randn(1, 64, 4, 4)
    with torch.no_grad():
        torch.testing.assert_close(half(x, level), x.unflatten(-1, (4, 2)).unflatten(2, (4, 2)).mean((3, 5)))
        torch.testing.assert_close(double(y, level), y.repeat_interleave(2, 2).repeat_interleave(2, 3))


def test_dropout_is_for_training_alone():
    net = sr3(preset="small", image_size=16, dropout=0.5).net(2, 2, (0,) * 2, (1,) * 2)
    for parameter in net.parameters():
        torch.nn.init.normal_(parameter, std=0.2)
    asked = torch.randn(1, 2, 16, 16), torch.randn(1, 2, 16, 16), torch.tensor([0.5])
    with torch.no_grad():
        assert not torch.equal(net.train()(*asked), net(*asked))
        assert torch.equal(net.eval()(*asked), net(*asked))


@pytest.mark.parametrize("name", ["sr3", "sr3_uvit"])
def test_levels_near_1_are_told_apart_in_half_precision(name):
    """Where the last details are made, levels differ by less than half precision can say."""
    net = Backbone.load({"id": name, "image_size": 256}).denoiser(1, 1).noise_level
    near = torch.tensor([0.9990, 0.9995])
    with torch.no_grad():
        apart = net(near).diff(dim=0).norm()
        with torch.autocast("cpu", torch.bfloat16):
            assert (net(near).diff(dim=0).norm() / apart - 1).abs() < 1e-5
