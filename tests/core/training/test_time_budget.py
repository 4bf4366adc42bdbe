"""The number of epochs follows from how long a step takes here, and from the time that there is."""

from __future__ import annotations

import itertools

import pytest
import torch

from sr_core.datasets.patches import Patches
from sr_core.datasets.tile_cache import TileCache
from sr_core.training import time_budget
from sr_core.training.time_budget import VALIDATION_SHARE, count_epochs

from ..support.small_trainings import net_for, options_for, run_to_end


@pytest.fixture
def clock(monkeypatch):
    """Every look at the clock is a tenth of a second after the one before: so a step takes as long."""
    ticks = itertools.count()
    monkeypatch.setattr(time_budget.time, "monotonic", lambda: next(ticks) / 10)


@pytest.mark.parametrize("seconds", (60, 6, 0.01))
def test_as_many_epochs_as_fit(make_tileset, clock, seconds):
    tileset = make_tileset()
    net, options = net_for(tileset), options_for(tileset, patch_size=24)
    patches = Patches(TileCache(tileset), 24, 0)
    before = {name: value.clone() for name, value in net.state_dict().items()}
    state = torch.get_rng_state()
    _, epochs = run_to_end(count_epochs(net, patches, options, seconds))
    per_epoch = 0.1 * patches.n_batches(4) * (1 + VALIDATION_SHARE)
    assert epochs * per_epoch <= max(seconds, per_epoch)
    assert (epochs + 1) * per_epoch >= 0.94 * seconds - 0.2  # the rest is the probe
    assert torch.equal(torch.get_rng_state(), state)
    assert all(torch.equal(value, before[name]) for name, value in net.state_dict().items())
