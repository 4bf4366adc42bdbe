"""How a diffusion net is asked: how many tiles at once, and compiled where that is worth it."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from sr_core.inference import batched_denoiser
from sr_core.inference.batched_denoiser import CPU_PIXELS, BatchedDenoiser, tile_bytes

from ..support.tensor_memory import PeakMemory
from ..support.tiny_backbones import diffusion_forms, label, tiny

SIDE = 16


@pytest.fixture(scope="module")
def net():
    torch.manual_seed(0)
    made = tiny("sr3").net(2, 2, (0.5,) * 2, (0.25,) * 2).eval().requires_grad_(False)
    for parameter in made.parameters():
        torch.nn.init.normal_(parameter, std=0.1)
    return made


def places(count):
    """Tiles of a canvas of one row."""
    return [(0, slice(0, SIDE), slice(at, at + SIDE)) for at in range(count)]


def asked(model, count=5):
    """The noise in some tiles, and how many came at once."""
    generator = torch.Generator().manual_seed(0)
    x_t = torch.randn(1, 2, SIDE, SIDE + count, generator=generator)
    condition = torch.randn(2, SIDE, SIDE + count, generator=generator)
    found = list(model(x_t, condition, 0.5, places(count)))
    assert [tile for part, _ in found for tile in part] == places(count)
    return torch.cat([eps for _, eps in found]), [len(part) for part, _ in found]


@pytest.fixture
def compiler(monkeypatch):
    """torch.compile without the C++ that takes a minute: it traces, guards and calls, and counts sizes of batches."""
    sizes, compile = [], torch.compile

    def traced(net, *, mode, dynamic):
        assert mode == "reduce-overhead"
        made = compile(net, backend="eager", dynamic=dynamic)
        made.register_forward_pre_hook(lambda _, question: sizes.append(len(question[0])))
        return made

    monkeypatch.setattr(torch, "compile", traced)
    monkeypatch.setattr(batched_denoiser, "COMPILE_ABOVE", 0)
    return sizes


def said(model):
    return [line.text.format(**line.values) for line in model.log]


# How many tiles at once


def test_parts_are_of_even_size(net):
    assert asked(BatchedDenoiser(net, 4), 9)[1] == [3, 3, 3]
    assert asked(BatchedDenoiser(net, 4), 5)[1] == [3, 2]
    assert asked(BatchedDenoiser(net, 64), 5)[1] == [5]


def test_a_processor_gets_no_more_pixels_at_once_than_it_is_fast_with(net):
    for side in (16, 64, 128, 512):
        chosen = BatchedDenoiser.of(net, side, None)
        assert chosen.batch_size == max(1, CPU_PIXELS // side**2)
        assert not chosen.compiles
    assert BatchedDenoiser.of(net, 512, 7).batch_size == 7


def test_tiles_at_once_fit_into_the_memory(net, monkeypatch):
    monkeypatch.setattr(batched_denoiser, "spare_memory", lambda device: 3 * tile_bytes(net, SIDE) + 1)
    assert BatchedDenoiser.of(net, SIDE, None).batch_size == 3
    monkeypatch.setattr(batched_denoiser, "spare_memory", lambda device: 0)
    assert BatchedDenoiser.of(net, SIDE, None).batch_size == 1


@pytest.mark.parametrize("batch_size", [1, 8])
def test_what_a_tile_takes_is_about_what_is_said(batch_size):
    side = 64
    made = tiny("sr3", inner_channel=32, image_size=side).net(4, 2, (0,) * 4, (1,) * 4).eval()
    x_t, condition = torch.randn(1, 4, side, 2 * side), torch.randn(4, side, 2 * side)
    tiles = [(0, slice(0, side), slice(at, at + side)) for at in range(batch_size)]
    with PeakMemory([*made.parameters(), *made.buffers(), x_t, condition]) as memory:
        for _ in BatchedDenoiser(made, batch_size)(x_t, condition, 0.5, tiles):
            pass
    assert memory.peak / 1.3 < batch_size * tile_bytes(made, side) < memory.peak * 1.3


# Compiling


def test_a_compiled_net_gives_the_same_in_batches_of_one_size(net, compiler):
    plain, model = BatchedDenoiser(net, 4), BatchedDenoiser(net, 4, compiles=True, tiles_left=10**6)
    for _ in range(4):
        found, sizes = asked(model)
        torch.testing.assert_close(found, asked(plain)[0])
        assert sizes == [3, 2]
    # Two calls to get warm and one that is timed: five are left of eight, of three tiles and of two.
    assert compiler == [3] * 5
    assert model.tiles_left == 10**6 - 20
    assert said(model) == [
        "Compiling the network for CPU: 1 threads: this takes a minute or two and makes this run faster."
    ]


def test_what_was_found_outlasts_the_next_call(net, compiler):
    """A graph that was recorded writes to the same memory each time."""
    model = BatchedDenoiser(net, 1, compiles=True)
    memory = torch.empty(1, 2, SIDE, SIDE)
    model._compiled = lambda *question: memory.copy_(net(*question))
    torch.testing.assert_close(asked(model)[0], asked(BatchedDenoiser(net, 1))[0])


def test_little_work_is_not_worth_compiling(net, compiler, monkeypatch):
    monkeypatch.setattr(batched_denoiser, "COMPILE_ABOVE", 300)
    model = BatchedDenoiser(net, 1, compiles=True, tiles_left=20)
    for _ in range(4):
        asked(model)
    assert not compiler
    assert not model.log


def test_nobody_compiles_who_may_not(net, compiler):
    model = BatchedDenoiser(net, 1, tiles_left=10**9)
    for _ in range(4):
        asked(model)
    assert not compiler


@pytest.mark.parametrize("late", [0, 2], ids=["at once", "later"])
def test_where_compiling_fails_the_net_goes_on_and_says_so_once(net, monkeypatch, late):
    calls = []

    def broken(net, **_):
        def fails(*question):
            calls.append(question)
            if len(calls) > late:
                raise ValueError("Cannot find a working triton.\nSet TORCH_LOGS for more.")
            return net(*question)

        return fails

    monkeypatch.setattr(torch, "compile", broken)
    monkeypatch.setattr(batched_denoiser, "COMPILE_ABOVE", 0)
    model = BatchedDenoiser(net, 4, compiles=True, tiles_left=10**6)
    for _ in range(4):
        torch.testing.assert_close(asked(model)[0], asked(BatchedDenoiser(net, 4))[0])
    assert len(calls) == late + 1
    assert said(model)[1:] == [
        "The network cannot be compiled here and runs uncompiled (ValueError: Cannot find a working triton.)."
    ]


def test_too_little_memory_for_the_compiled_net_goes_on_with_the_plain_one_and_halves(net, monkeypatch):
    def tight(net, **_):
        def fails(*question):
            raise torch.OutOfMemoryError("there is no more")

        return fails

    monkeypatch.setattr(torch, "compile", tight)
    monkeypatch.setattr(batched_denoiser, "COMPILE_ABOVE", 0)
    model = BatchedDenoiser(net, 4, compiles=True, tiles_left=10**6)
    asked(model, 12)
    most = 1

    class Tight:
        device = net.device

        def __call__(self, x_t, *others):
            if len(x_t) > most:
                raise torch.OutOfMemoryError("there is no more")
            return net(x_t, *others)

    model.net = Tight()
    found, sizes = asked(model)
    torch.testing.assert_close(found, asked(BatchedDenoiser(net, 1))[0])
    assert sizes == [1] * 5
    assert said(model)[2:] == [
        "Memory ran out: continuing with 2 tiles at once.",
        "Memory ran out: continuing with 1 tiles at once.",
    ]


def test_the_question_is_in_the_memory_order_that_convolutions_are_fast_in(net):
    seen = []

    class Watched:
        device = net.device

        def __call__(self, *question):
            seen.extend(question[:2])
            return net(*question)

    asked(BatchedDenoiser(Watched(), 4))
    assert all(each.is_contiguous(memory_format=torch.channels_last) for each in seen)


@pytest.mark.parametrize("backbone", diffusion_forms(), ids=label)
def test_every_net_can_be_traced_whole(backbone):
    """Without a break: what is compiled in one piece is recorded as one graph."""
    made = backbone.net(2, 2, (0,) * 2, (1,) * 2).eval().requires_grad_(False)
    generator = torch.Generator().manual_seed(0)
    for parameter in made.parameters():
        torch.nn.init.normal_(parameter, std=0.1, generator=generator)
    x_t, condition = torch.randn(2, 3, 2, SIDE, SIDE, generator=generator)
    levels = torch.full((3,), 0.5)
    with torch.inference_mode():
        whole = torch.compile(made, backend="eager", fullgraph=True, dynamic=False)
        np.testing.assert_allclose(
            whole(x_t, condition, levels), made(x_t, condition, levels), atol=1e-5, rtol=1e-4
        )
