"""Every convolutional network gives on ncnn what it gives on torch."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from sr_core.backbones import Backbone
from sr_core.inference.backends.ncnn_tiles_torch import NcnnNet
from sr_core.inference.convolutional import ConvolutionalPredictor
from sr_core.inference.memory_tiling import TRUNK_BYTES, TileMemory
from sr_core.package.fx_graph_tracing import trace

from ...conftest import textured_pixels
from ...support.network_runs import lively, run
from ...support.tiny_backbones import every_scale, has_graph, tiny

EXACT = 1e-5
"""Of the range of the result."""


def on_ncnn(net, **options):
    weights = {name: value.numpy() for name, value in net.body.state_dict().items()}
    flat = (net.mean.flatten().tolist(), net.std.flatten().tolist())
    return NcnnNet(trace(net), weights, *flat, **options)


def check(net, *images):
    """The results are torch's, at every pixel."""
    ported = on_ncnn(net)
    for lr in images:
        with torch.inference_mode():
            want, have = net(lr), ported.tail(ported.trunk(lr), lr)
        assert want.shape == have.shape
        assert float((have - want).abs().max() / (want.max() - want.min())) <= EXACT


@pytest.mark.parametrize(("backbone", "scale"), every_scale(which=has_graph))
def test_every_network_gives_what_it_gives_on_torch_whatever_the_size(backbone, scale):
    random = torch.Generator().manual_seed(1)
    sizes = ((19, 26), (1, 1), (3, 2))
    check(lively(backbone, 3, scale), *(torch.rand(1, 3, *size, generator=random) for size in sizes))


@pytest.mark.parametrize("skip", ["bicubic", "bilinear", "nearest", "none"])
@pytest.mark.parametrize(("bands", "scale"), [(4, 2), (4, 3), (4, 4), (4, 8), (1, 3), (16, 2)])
def test_so_do_all_numbers_of_bands_and_global_skips(bands, skip, scale):
    net = lively(
        Backbone.load({"id": "edsr", "n_feats": 24, "n_blocks": 1, "global_skip": skip}), bands, scale
    )
    check(net, torch.rand(2, bands, 12, 9))


@pytest.mark.parametrize("activation", ["clamp", "tanh", "tanh01"])
def test_so_do_activations_at_the_end(activation):
    net = lively(tiny("srresnet", output_activation=activation), 3, 2)
    check(net, torch.rand(1, 3, 14, 11))


def test_running_averages_of_batch_normalisation_count():
    net = lively(tiny("srresnet", n_feats=16), 3, 2)
    for module in net.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.running_mean.normal_()
            module.running_var.uniform_(0.5, 2)
    check(net, torch.rand(1, 3, 14, 11))


@pytest.mark.parametrize("size", [(21, 16), (1, 2)])
def test_wide_convolutions_of_many_channels_are_computed_in_parts(size):
    net = lively(Backbone.load({"id": "mdsr", "n_feats": 24, "n_blocks": 1}), 2, 2)
    for parameter in net.parameters():
        parameter.data *= 0.3
    check(net, torch.rand(1, 2, *size))


@pytest.mark.parametrize(
    "options",
    [
        {"id": "rdn", "n_feats": 40, "G": 36, "D": 2, "C": 3},
        {"id": "rrdn", "n_feats": 48, "G": 20, "T": 1, "D": 2, "C": 3},
        {"id": "unet", "n_feats": 36, "depth": 1},
    ],
    ids=lambda options: options["id"],
)
def test_so_are_dense_ones(options):
    net = lively(Backbone.load(options), 2, 2)
    for parameter in net.parameters():
        parameter.data *= 0.3
    check(net, torch.rand(1, 2, 14, 17))


def test_each_scale_of_a_network_of_several_has_its_graph():
    net = lively(tiny("mdsr"), 2, 2)
    for scale in (4, 3, 2):
        net.set_scale(scale)
        check(net, torch.rand(1, 2, 9, 10))


def test_bands_have_their_own_mean_and_spread():
    torch.manual_seed(0)
    net = tiny("edsr").net(3, 2, (0.1, 2000.0, -3.0), (0.2, 500.0, 0.0)).eval()
    for parameter in net.parameters():
        torch.nn.init.normal_(parameter, std=0.15)
    lr = torch.rand(1, 3, 9, 9) * net.std + net.mean
    for band in range(3):
        ported = on_ncnn(net)
        with torch.inference_mode():
            want, have = net(lr)[0, band], ported.tail(ported.trunk(lr), lr)[0, band]
        assert float((have - want).abs().max() / (want.max() - want.min())) <= EXACT


@pytest.mark.parametrize("name", ["edsr", "unet", "rdn"])
def test_neither_seam_nor_tile_size_shows(make_raster, tmp_path, name):
    net = lively(tiny(name), 3, 2)
    pixels = textured_pixels(3, 53, 61, "float32")
    with torch.inference_mode():
        whole = net(torch.from_numpy(pixels)[None])[0].numpy()
    path = make_raster(pixels=pixels)
    for tile_size in (1000, 16):
        tiled = run(path, tmp_path / "out.tif", on_ncnn(net), tile_size=tile_size)
        assert np.abs(tiled - whole).max() <= EXACT * np.ptp(whole)


def test_results_do_not_depend_on_threads():
    net = lively(tiny("edsr"), 3, 4)
    lr = textured_pixels(3, 40, 40, "float32")
    one, two = (ConvolutionalPredictor(on_ncnn(net, threads=count)).upscale(lr) for count in (1, 2))
    np.testing.assert_allclose(one, two, atol=1e-6)


@pytest.mark.parametrize(
    ("side", "batch", "margin"), [(64, 1, 0), (64, 3, 0), (64, 1, 9), (None, 1, 0), (None, 1, 9)]
)
def test_tiles_at_once_take_no_more_than_the_memory_and_all_threads(side, batch, margin):
    net = lively(tiny("edsr"), 3, 2)
    alone = on_ncnn(net, threads=1)
    if side:
        tile = 4 * alone.trunk_activation_floats * (side + 2 * (alone.halo + margin)) ** 2
    else:
        tile = TRUNK_BYTES if margin else alone.trunk_bytes
    for tiles in (1, 3, 100):
        memory = TileMemory(tiles * batch * tile + 1, side, batch, margin)
        ported = on_ncnn(net, threads=12, memory=memory)
        assert ported.tiles_at_once == min(tiles, 12)
        assert ported.network._trunk.net.opt.num_threads == 12 // ported.tiles_at_once
    assert on_ncnn(net, threads=12, memory=TileMemory(1, side, batch, margin)).tiles_at_once == 1
