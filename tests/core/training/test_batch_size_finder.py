"""BATCH_SIZE 0: doubled until memory runs out, on a graphics card by trial and elsewhere by an estimate."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
import torch

from sr_core.backbones import Backbone
from sr_core.objectives import Batch, Objective
from sr_core.training import batch_size_finder
from sr_core.training.batch_size_finder import MAX_SIZE_ELSEWHERE, find_batch_size
from sr_core.training.options import TrainingOptions

from ..support.small_trainings import log_lines, run_to_end

CARD = torch.device("cuda")


def net_of():
    torch.manual_seed(0)
    return Backbone.load({"id": "edsr", "n_feats": 8, "n_blocks": 1}).net(2, 2, (0.5, 0.4), (0.2, 0.1))


def patches(count):
    hr = torch.rand(count, 2, 16, 16)
    return Batch(torch.rand(count, 2, 8, 8), hr, torch.ones(hr.shape, dtype=torch.bool))


def find(count=10_000, objective="pixel"):
    net = net_of()
    before = {name: value.clone() for name, value in net.state_dict().items()}
    torch.manual_seed(5)
    expected = torch.rand(1)
    torch.manual_seed(5)
    options = TrainingOptions(tiles="", objective=Objective.members[objective]())
    work = find_batch_size(net, options, patches, count, ())
    steps, size = run_to_end(work)
    assert torch.equal(torch.rand(1), expected)
    assert all(torch.equal(value, before[name]) for name, value in net.state_dict().items())
    return size, log_lines(steps)[-1]


def test_on_a_processor_it_is_bounded_by_what_brings_speed():
    size, line = find()
    assert size == MAX_SIZE_ELSEWHERE
    assert (
        line == "Batches of 16 patches: larger ones would fit, but would not make an epoch better or faster."
    )


@pytest.mark.parametrize(("count", "size"), [(10, 1), (40, 2), (100, 4), (255, 8)])
def test_few_patches_still_make_an_epoch_of_several_steps(count, size):
    assert find(count)[0] == size


def test_on_a_processor_it_is_bounded_by_memory(monkeypatch):
    """What one patch keeps is what its features are: so twice the memory takes twice the patches."""
    sizes = []
    for memory in (3 * 2**18, 3 * 2**19, 3 * 2**20):  # in the middle between two sizes
        monkeypatch.setattr(batch_size_finder, "spare_memory", lambda device, memory=memory: memory)
        size, line = find()
        sizes.append(size)
        if size < MAX_SIZE_ELSEWHERE:
            assert line == f"Batches of {size} patches: {2 * size} do not fit into memory."
    assert sizes[1] == 2 * sizes[0] and sizes[2] in (2 * sizes[1], MAX_SIZE_ELSEWHERE)


def test_an_adversary_that_comes_later_counts_from_the_first(monkeypatch):
    monkeypatch.setattr(batch_size_finder, "spare_memory", lambda device: 2**26)
    assert find(objective="adversarial")[0] < find()[0]


class Card:
    """Stands for a learner on a graphics card that a step of more than `most` patches does not fit."""

    def __init__(self, monkeypatch, most, reserved=lambda size: 0):
        self.tried, self.most = [], most
        for name in ("reset_peak_memory_stats", "empty_cache"):
            monkeypatch.setattr(torch.cuda, name, lambda *_: None)
        monkeypatch.setattr(torch.cuda, "get_device_properties", lambda _: SimpleNamespace(total_memory=1000))
        monkeypatch.setattr(torch.cuda, "max_memory_reserved", lambda _: reserved(self.tried[-1]))

    def step(self, size):
        self.tried.append(size)
        if size > self.most:
            raise torch.cuda.OutOfMemoryError("CUDA out of memory")


def test_on_a_graphics_card_it_is_the_last_before_memory_runs_out(monkeypatch):
    card = Card(monkeypatch, most=40)
    assert batch_size_finder._largest_by_trial(card, CARD, lambda size: size, 256) == 32
    assert card.tried == [2, 4, 8, 16, 32, 64]


def test_on_a_graphics_card_some_memory_is_left(monkeypatch):
    card = Card(monkeypatch, most=1000, reserved=lambda size: 30 * size)
    assert batch_size_finder._largest_by_trial(card, CARD, lambda size: size, 256) == 16


def test_on_a_graphics_card_there_is_a_most(monkeypatch):
    card = Card(monkeypatch, most=1000)
    assert batch_size_finder._largest_by_trial(card, CARD, lambda size: size, 64) == 64


def test_other_errors_of_a_graphics_card_are_not_hidden(monkeypatch):
    card = Card(monkeypatch, most=1000)
    monkeypatch.setattr(card, "step", lambda size: (_ for _ in ()).throw(RuntimeError("cuDNN")))
    with pytest.raises(RuntimeError, match="cuDNN"):
        batch_size_finder._largest_by_trial(card, CARD, lambda size: size, 64)
