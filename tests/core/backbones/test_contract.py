"""What every backbone promises, at each of its scales: whoever adds a file to `backbones/` is held to it."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
import torch
from rasterio.windows import Window

from sr_core.backbones import Backbone, bicubic, bilinear, nearest
from sr_core.errors import InputError
from sr_core.package.info import PackageInfo
from sr_core.package.srpk import ModelPackage
from sr_core.raster.radiometry import Radiometry

from ..conftest import synthetic_land, textured_pixels
from ..support.network_runs import lively, run
from ..support.tiny_backbones import (
    every_form_or_scale,
    every_network,
    every_scale,
    is_local,
    label,
    tiny,
)

STEPS = 100
"""Of learning one batch by heart, at the most."""
SKIPS = {"bicubic": bicubic, "bilinear": bilinear, "nearest": nearest}


def with_skips(first, *others, which=lambda backbone: True):
    """All forms at all scales with the first global skip; with the others each network, and at all scales the one whose
    tail sees least, so that what the skip sees shows."""
    cases = every_scale(which=which, global_skip=first)
    for skip in others:
        least = every_scale(which=lambda backbone: backbone.id == "compact", global_skip=skip)
        more = {case.id: case for case in (*least, *every_network(which=which, global_skip=skip))}
        cases += more.values()
    return pytest.mark.parametrize(("backbone", "scale"), cases)


def in_bands(cases):
    """These cases in five bands, and each network in one."""
    return pytest.mark.parametrize(
        ("backbone", "scale", "bands"),
        [
            pytest.param(*case.values, bands, id=f"{case.id}-{bands}")
            for bands, each in ((5, cases), (1, every_network()))
            for case in each
        ],
    )


# A skip would hide how far a tail that sees less does see.
WITHOUT_AND_WITH_SKIP = with_skips("none", "bicubic", "bilinear")


def exact(backbone, scale, bands=2):
    """In double precision, with weights through which every path shows."""
    made = backbone.net(bands, scale, (0.5,) * bands, (0.25,) * bands).double().eval()
    with torch.no_grad():
        for seed, parameter in enumerate(made.parameters()):
            parameter.copy_(torch.from_numpy(np.random.default_rng(seed).normal(0, 0.3, parameter.shape)))
    return made


@WITHOUT_AND_WITH_SKIP
def test_the_result_has_scale_times_the_pixels_in_the_same_bands(backbone, scale):
    for bands, sizes in ((1, [(1, 1)]), (5, [(1, 1), (9, 12), (7, 5)])):
        made = exact(backbone, scale, bands)
        for height, width in sizes:
            with torch.no_grad():
                sr = made(torch.rand(2, bands, height, width, dtype=torch.double))
            assert sr.shape == (2, bands, height * scale, width * scale)
            assert sr.isfinite().all()


@with_skips(*SKIPS)
def test_an_untrained_net_is_its_global_skip(backbone, scale):
    made, lr = backbone.net(3, scale, (0.5,) * 3, (0.2,) * 3), torch.rand(2, 3, 9, 7)
    with torch.no_grad():
        assert torch.equal(made.train()(lr), SKIPS[backbone.global_skip](lr, scale))


@with_skips("none", "bicubic", "bilinear", which=is_local)
def test_a_pixel_changes_the_result_as_far_as_the_halo_and_no_further(backbone, scale):
    made = exact(backbone, scale)
    halo = made.halo
    centre, places = halo + 3, made.multiple_of
    lr = torch.from_numpy(np.random.default_rng(0).random((1, 2, 2 * centre + places, 2 * centre + places)))
    with torch.no_grad():
        before = made(lr)
    farthest = 0
    # What a skip adds to the reach is the same at every place.
    for place in range(places if backbone.global_skip == "none" else min(places, 4)):
        touched = lr.clone()
        touched[..., centre + place, centre + place] += 100
        with torch.no_grad():
            changed = (before != made(touched))[0].any(dim=0).nonzero().div(scale, rounding_mode="floor")
        farthest = max(farthest, int((changed - centre - place).abs().max()))
    assert farthest == halo


@WITHOUT_AND_WITH_SKIP
def test_a_features_pixel_changes_the_result_as_far_as_the_tail_halo_and_no_further(backbone, scale):
    made = exact(backbone, scale)
    halo = made.tail_halo
    centre = halo + 3
    lr = torch.from_numpy(np.random.default_rng(0).random((1, 2, 2 * centre + 1, 2 * centre + 1)))
    features = torch.rand_like(made.trunk(lr))
    other_features, other_lr = features.clone(), lr.clone()
    other_features[..., centre, centre] += 100
    other_lr[..., centre, centre] += 100
    with torch.no_grad():
        changed = made.tail(features, lr) != made.tail(other_features, other_lr)
    distance = changed[0].any(dim=0).nonzero().div(scale, rounding_mode="floor") - centre
    assert distance.abs().max() == halo


@in_bands(every_form_or_scale(which=is_local))
def test_tiled_equals_whole(make_raster, tmp_path, backbone, scale, bands):
    net = lively(backbone, bands, scale)
    path = make_raster(pixels=textured_pixels(bands, 41, 36, "float32"))
    with rasterio.open(path) as source, torch.inference_mode():
        whole = net(torch.from_numpy(source.read())[None])[0].numpy()
    spread = whole.max() - whole.min()
    tiled = run(path, tmp_path / "out.tif", net, tile_size=15, batch_size=2)
    assert np.abs(tiled - whole).max() <= 1e-4 * spread
    # From within the raster to its lower right corner, in tiles much smaller than what the network sees.
    part = run(path, tmp_path / "part.tif", net, window=Window(21, 29, 15, 12), tile_size=5, batch_size=5)
    expected = whole[:, 29 * scale :, 21 * scale :]
    assert np.abs(part - expected).max() <= 1e-4 * spread


@in_bands(every_scale(global_skip="none"))
def test_a_package_comes_back_to_the_bit(tmp_path, backbone, scale, bands):
    info = PackageInfo(
        backbone=backbone,
        scale=scale,
        bands=tuple(f"band {i}" for i in range(bands)),
        dtype="uint8",
        radiometry=Radiometry.default("uint8", bands),
        mean=(0.4,) * bands,
        std=(0.2,) * bands,
        degradation={"id": "bicubic"},
        data_range=1,
    )
    made = ModelPackage(info, info.net())
    for value in made.net.body.state_dict().values():  # buffers as well
        if value.is_floating_point():
            torch.nn.init.uniform_(value, 0.1, 0.4)
    made.net.eval().to(memory_format=torch.channels_last)
    made.save(tmp_path / "m.srpk")
    again = ModelPackage.load(tmp_path / "m.srpk")
    assert again.info == info
    before, after = made.net.body.state_dict(), again.net.body.state_dict()
    assert list(before) == list(after)
    assert all(torch.equal(value, before[key]) for key, value in after.items())
    lr = torch.rand(1, bands, 9, 7)
    with torch.no_grad():
        assert torch.equal(again.net(lr), made.net(lr))
    assert not again.net.training and not any(weights.requires_grad for weights in again.net.parameters())


class Learnt(Exception):
    """Half of what bicubic resampling lacks: enough to stop."""


@in_bands(every_form_or_scale())
def test_it_overfits_one_batch(backbone, scale, bands):
    """What bicubic resampling lacks can be learnt by heart: here, that land is twice as rough as it shows."""
    torch.manual_seed(0)
    net = backbone.net(bands, scale, (0.5,) * bands, (0.15,) * bands).double().train()
    lr = torch.from_numpy(np.stack([synthetic_land(bands, 8, "float32", seed) for seed in (0, 1)])).double()
    smooth = bicubic(lr, scale)
    hr = smooth + (smooth - smooth.mean((-1, -2), keepdim=True))
    # Newton-like steps with a line search, in double precision: no learning rate suits all these networks.
    learner = torch.optim.LBFGS(
        net.parameters(), max_iter=STEPS, tolerance_grad=0, tolerance_change=0, line_search_fn="strong_wolfe"
    )
    losses = []

    def closure():
        learner.zero_grad()
        loss = (net(lr) - hr).square().mean()
        loss.backward()
        losses.append(float(loss.detach()))
        if losses[-1] < 0.5 * losses[0]:
            raise Learnt
        return loss

    with pytest.raises(Learnt):
        learner.step(closure)
    for each in backbone.shared_scales(scale):  # weights of other scales have no part in this one
        net.set_scale(each)
        net(lr).square().mean().backward()
    assert all(weights.grad is not None for weights in net.parameters())


@pytest.mark.parametrize(("backbone", "scale"), every_form_or_scale())
def test_what_is_exported_computes_the_same(backbone, scale):
    net, lr = lively(backbone, 3, scale), torch.rand(1, 3, 11, 9)
    exported = torch.export.export(net, (lr,), strict=False).module()
    with torch.no_grad():
        torch.testing.assert_close(exported(lr), net(lr), rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("backbone", [case.values[0] for case in every_network()], ids=label)
def test_onnx_runtime_computes_the_same(tmp_path, backbone):
    """By PyTorch's newer exporter; tests of `write_onnx` try every form by the other, which is the one in use."""
    pytest.importorskip("onnxscript", reason="exporting to ONNX needs onnxscript")
    runtime = pytest.importorskip("onnxruntime", reason="running ONNX needs onnxruntime")
    net, lr = lively(backbone, 3, 2), torch.rand(1, 3, 11, 9)
    torch.onnx.export(net, (lr,), tmp_path / "net.onnx", dynamo=True, verbose=False)
    session = runtime.InferenceSession(tmp_path / "net.onnx", providers=["CPUExecutionProvider"])
    (sr,) = session.run(None, {session.get_inputs()[0].name: lr.numpy()})
    with torch.no_grad():
        torch.testing.assert_close(torch.from_numpy(sr), net(lr), rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("name", list(Backbone.members))
def test_a_scale_it_cannot_do_is_refused_in_one_sentence(name):
    backbone = tiny(name)
    for scale in {1, 2, 3, 4, 5, 8, 16} - set(backbone.scales):
        with pytest.raises(
            InputError, match=f"^{name} does not support scale {scale}: it supports [12348, ]+\\.$"
        ):
            backbone.net(3, scale, (0,) * 3, (1,) * 3)
