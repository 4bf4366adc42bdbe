"""Every network is a list of layers with weights of its own, or is refused."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn

from sr_core.backbones import SrNet
from sr_core.graphs.network_graph import NetworkGraph, bind
from sr_core.package.fx_graph_tracing import UntraceableError, trace

from ..support.graph_runs import compute
from ..support.network_runs import lively
from ..support.tiny_backbones import every_scale, forms, has_graph, label, tiny


def weights_of(net):
    return {name: value.numpy() for name, value in net.body.state_dict().items()}


@pytest.mark.parametrize(("backbone", "scale"), every_scale(which=has_graph))
def test_the_layers_do_what_the_network_does(backbone, scale):
    net = lively(backbone, 2, scale)
    graph = NetworkGraph.model_validate_json(trace(net).model_dump_json())
    assert (graph.scale, graph.halo, graph.tail_halo) == (scale, net.halo, net.tail_halo)
    side = 3 * net.multiple_of  # whole groups: what continues others is done around the layers
    lr = torch.rand(1, 2, side, side, dtype=torch.float64)
    net = net.double()
    with torch.inference_mode():
        features = net.body["trunk"](lr)
        detail = net.body["tail"](features)
    weights = weights_of(net)
    np.testing.assert_allclose(
        compute(bind(graph.trunk, weights), lr=lr[0]), features[0], rtol=1e-9, atol=1e-9
    )
    np.testing.assert_allclose(
        compute(bind(graph.tail, weights), features=features[0]), detail[0], rtol=1e-9, atol=1e-9
    )


@pytest.mark.parametrize("backbone", [each for each in forms() if not has_graph(each)], ids=label)
def test_a_network_that_only_torch_can_compute_is_refused(backbone):
    with pytest.raises(UntraceableError, match="has a layer that only PyTorch can compute"):
        trace(lively(backbone, 3, 2))


def test_tracing_leaves_the_network_as_it_was():
    net = lively(tiny("rdn"), 2, 2)
    before = {name: value.clone() for name, value in net.state_dict().items()}
    names = set(vars(net.body["trunk"]))
    trace(net)
    assert set(vars(net.body["trunk"])) == names
    assert net.state_dict().keys() == before.keys()


def test_the_trunk_of_a_network_that_gathers_pixels_says_so():
    assert trace(lively(tiny("unet", 1), 2, 2)).multiple_of == 4


@pytest.mark.parametrize(
    "layer",
    [
        nn.Conv2d(8, 8, 3, padding=1, padding_mode="reflect"),
        nn.Conv2d(8, 8, 3, padding=2, dilation=2),
        nn.Conv2d(8, 8, (3, 1), padding=(1, 0)),
        nn.Conv2d(8, 8, 3, padding="same"),
        nn.ConvTranspose2d(8, 8, 3, output_padding=1, stride=2),
        nn.Upsample(scale_factor=2, mode="bicubic"),
        nn.GELU("tanh"),
        nn.Softplus(),
        nn.InstanceNorm2d(8),
        nn.BatchNorm2d(8, affine=False),
    ],
)
def test_a_layer_that_graphs_do_not_know_is_refused(layer):
    net = lively(tiny("edsr", n_feats=8), 2, 2)
    assert isinstance(net, SrNet)
    net.body["tail"].insert(0, layer)
    with pytest.raises(UntraceableError, match="has a layer that only PyTorch can compute"):
        trace(net)


class Attention(nn.Module):
    """Something that depends on all of the image."""

    def forward(self, x):
        return x * x.mean((2, 3), keepdim=True)


class Cropping(nn.Module):
    def forward(self, x):
        return x[..., 1:, :]


class Sized(nn.Module):
    def forward(self, x):
        return x * x.shape[-1]


@pytest.mark.parametrize("layer", [Attention(), Cropping(), Sized()])
@pytest.mark.parametrize("part", ["trunk", "tail"])
def test_so_is_code_that_is_no_layer(layer, part):
    net = lively(tiny("edsr", n_feats=8), 2, 2)
    net.body[part].insert(1, layer)
    with pytest.raises(UntraceableError):
        trace(net)


class Deciding(nn.Module):
    def forward(self, x):
        return x if x.sum() > 0 else -x


def test_so_is_a_network_that_decides_by_the_image():
    net = lively(tiny("edsr", n_feats=8), 2, 2)
    net.body["trunk"].insert(1, Deciding())
    with pytest.raises(UntraceableError):
        trace(net)
