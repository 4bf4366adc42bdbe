"""What script/gpu does on a graphics card alone, run on a processor that passes for one."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
import torch

from benchmarks import _gpu_device_row, _gpu_memory_rows, _gpu_speed_rows, _gpu_training_rows
from benchmarks._gpu_measurement import RowSettings
from sr_core.inference.diffusion import DiffusionPredictor

GB = 10**9


class Card(RowSettings):
    """Sizes of a trial, and all that is done on cards."""

    is_card = True


@pytest.fixture
def card(monkeypatch):
    found = SimpleNamespace(multi_processor_count=132, total_memory=2 * GB)
    for name, value in {
        "mem_get_info": (GB, 2 * GB),
        "get_device_properties": found,
        "get_device_capability": (9, 0),
    }.items():
        monkeypatch.setattr(torch.cuda, name, lambda *_, value=value: value)
    return Card(torch.device("cpu"), True, 60)


def test_the_card_is_described(card):
    found = {each.what: each for each in _gpu_device_row.device_row(card)}
    assert found["card"].found.startswith("compute capability 9.0, 132 multiprocessors, CUDA ")
    assert found["memory"].found == "1.0 of 2.0 GB free"
    assert found["memory"].numbers == {"free": GB}


def test_speed_is_held_to_what_was_aimed_at(card, monkeypatch):
    monkeypatch.setattr(_gpu_speed_rows, "TARGETS", {("16", "DPM-15"): (1e-9, 1e-9)})
    found = {each.what: each for each in _gpu_speed_rows.diffusion_row(card, 0, "DPM-15")}
    assert (found["speed"].right, found["share of the peak"].right) == (False, True)
    assert found["speed"].wanted == "≤ 1e-09 s"
    assert found["memory"].right in (True, False)


def test_a_slow_card_gets_less_to_do(card, monkeypatch):
    given = []

    class Enough(Exception):
        pass

    def measure(name, sampler, options):
        given.append(options.side)
        raise Enough

    monkeypatch.setattr(_gpu_speed_rows, "measure", measure)
    for peak in (1e9, 1e15):
        monkeypatch.setattr(_gpu_speed_rows, "peak_flops", lambda *_, peak=peak: peak)
        with pytest.raises(Enough):
            list(_gpu_speed_rows.diffusion_row(card, 0, "DPM-15"))
    assert given == [16, 48]  # a single tile, and all that is asked for


def test_memory_must_not_grow_with_the_image(card, monkeypatch):
    image = 4 * 4 * 64**2
    monkeypatch.setattr(_gpu_memory_rows, "start_memory_count", lambda device: 0)
    peaks = iter([100 + image, 150 + 4 * image])
    monkeypatch.setattr(_gpu_memory_rows, "peak_bytes", lambda device: next(peaks))
    first, second, grown, kept = _gpu_memory_rows.memory_row(card)
    assert (first.numbers["bytes"], second.numbers["bytes"]) == (100, 150)
    assert (grown.numbers["value"], grown.right, kept.right) == (1.5, False, True)


def test_too_little_memory_is_less_than_all_tiles_take(card, monkeypatch):
    """The sum that is left: room for a dozen tiles of the hundreds that are asked for at once."""
    spared = []

    class Enough(Exception):
        pass

    def little_memory(device, spare):
        spared.append(spare)
        raise Enough

    monkeypatch.setattr(_gpu_memory_rows, "little_memory", little_memory)
    monkeypatch.setattr(
        DiffusionPredictor, "upscale", lambda model, lr: lr
    )  # 25 s here, and no part of the sum
    with pytest.raises(Enough):
        list(_gpu_memory_rows.short_memory_row(card))
    net = _gpu_memory_rows.build_net_on(
        {"id": "sr3", "preset": "small", "image_size": 64}, torch.device("cpu"), 3
    )
    each = _gpu_memory_rows.tile_bytes(net, 64)
    assert 12 * each < spared[0] < 60 * each


def test_a_batch_that_does_not_fit_is_not_right(card, monkeypatch):
    net = _gpu_training_rows.build_net_on({"id": "edsr", "n_feats": 8, "n_blocks": 1}, torch.device("cpu"))
    (found,) = _gpu_training_rows._batch_that_fits(card, net)
    assert found.right is True

    finder = _gpu_training_rows.find_batch_size

    def optimistic(searched, *arguments):
        """A batch of which no step fits any more."""
        size = yield from finder(searched, *arguments)
        searched.register_forward_pre_hook(full)
        return size

    def full(*_):
        raise torch.OutOfMemoryError("there is no more")

    monkeypatch.setattr(_gpu_training_rows, "find_batch_size", optimistic)
    (found,) = _gpu_training_rows._batch_that_fits(card, net)
    assert found.right is False
