"""Every network takes a guide: more channels in than bands out, with the halo that it says."""

from __future__ import annotations

import pytest
import torch

from ..support.tiny_backbones import forms, label

BANDS, INPUTS = 2, 2 + 4 * 1
SIDE = 48


@pytest.mark.parametrize("backbone", forms(), ids=label)
def test_a_network_gives_its_bands_from_more_channels(backbone):
    torch.manual_seed(0)
    scale = 1 if getattr(backbone, "unshuffle", 1) == 4 else 2
    net = backbone.net(BANDS, scale, (0.1,) * INPUTS, (0.2,) * INPUTS, 2).eval()
    for weights in net.parameters():
        torch.nn.init.normal_(weights, 0, 0.1)
    side = -(-SIDE // net.multiple_of) * net.multiple_of
    lr = torch.rand(1, INPUTS, side, side)
    with torch.inference_mode():
        whole = net(lr)
        assert whole.shape == (1, BANDS, side * scale, side * scale)
        lr[:, -1, side // 2, side // 2] += 1
        changed = (net(lr) != whole).any(1)[0].nonzero() // scale
    assert len(changed)
    assert not backbone.is_local or (changed - side // 2).abs().max() <= net.halo
