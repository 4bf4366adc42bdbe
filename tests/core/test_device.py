"""Which processor computes."""

from __future__ import annotations

import pytest
import torch

from sr_core import device
from sr_core.backbones import Backbone
from sr_core.errors import InputError
from sr_core.verify import verify


@pytest.mark.parametrize(
    ("cuda", "mps", "best"), [(True, True, "cuda"), (False, True, "mps"), (False, False, "cpu")]
)
def test_auto_takes_the_fastest_there_is(monkeypatch, cuda, mps, best):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: cuda)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: mps)
    assert device.resolve("auto").type == best
    assert device.resolve("cpu").type == "cpu"


@pytest.mark.parametrize("kind", ["cuda", "xpu"])
def test_a_number_chooses_among_several_cards(monkeypatch, kind):
    monkeypatch.setattr(getattr(torch, kind), "is_available", lambda: True)
    monkeypatch.setattr(getattr(torch, kind), "device_count", lambda: 2)
    assert device.resolve(kind) == torch.device(kind)
    assert device.resolve(f"{kind}:1") == torch.device(kind, 1)
    with pytest.raises(InputError, match=rf"no {kind}:2 device"):
        device.resolve(f"{kind}:2")


def test_auto_takes_intels_card_where_there_is_no_other(monkeypatch):
    monkeypatch.setattr(torch.xpu, "is_available", lambda: True)
    assert device.resolve("auto").type == "xpu"


@pytest.mark.parametrize("asked", ["cuda", "mps", "xpu", "cuda:0"])
def test_a_card_that_is_not_there_is_refused(monkeypatch, asked):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    with pytest.raises(InputError, match=rf'no {asked} device .*: set DEVICE to "auto" or "cpu"'):
        device.resolve(asked)


def test_a_prepared_net_computes_the_same():
    net = Backbone.members["edsr"](n_feats=8, n_blocks=1, global_skip="none").net(
        2, 2, (0.5,) * 2, (0.2,) * 2
    )
    lr = torch.rand(1, 2, 8, 8)
    with torch.no_grad():
        before = net(lr)
        prepared = device.prepare(net, torch.device("cpu"))
        torch.testing.assert_close(prepared(lr.to(memory_format=torch.channels_last)), before)
    kernels = [weights for weights in prepared.parameters() if weights.ndim == 4]
    assert all(weights.is_contiguous(memory_format=torch.channels_last) for weights in kernels)


def test_a_device_that_computes_wrongly_is_found_out(monkeypatch):
    monkeypatch.setattr(torch.nn.functional, "conv2d", lambda image, kernel, padding: torch.zeros(1, 5, 8, 8))
    with pytest.raises(RuntimeError, match=r"gave 0\.0 where 27 is right"):
        verify("cpu")


def test_only_training_has_a_card_add_up_in_one_order():
    with device.deterministic():
        assert torch.backends.cudnn.deterministic
    assert not torch.backends.cudnn.deterministic
