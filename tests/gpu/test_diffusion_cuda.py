"""Diffusion on a graphics card: half precision, compiled, and with too little memory, it is what it is on the CPU."""

from __future__ import annotations

import copy

import pytest
import torch

from sr_core.backbones import Backbone
from sr_core.device import fast_dtype, prepare
from sr_core.inference import batched_denoiser
from sr_core.inference.batched_denoiser import BatchedDenoiser, tile_bytes

CARD = torch.device("cuda")
SIDE, BANDS = 64, 3
pytestmark = pytest.mark.skipif(not torch.cuda.is_available(), reason="needs an NVIDIA graphics card")


@pytest.fixture(scope="module")
def net():
    torch.manual_seed(0)
    backbone = Backbone.load({"id": "sr3", "preset": "small", "image_size": SIDE})
    made = backbone.net(BANDS, 2, (0.4,) * BANDS, (0.2,) * BANDS).eval().requires_grad_(False)
    for parameter in made.parameters():
        if parameter.ndim > 1:  # the rest scales and shifts what is normalised
            torch.nn.init.normal_(parameter, std=parameter[0].numel() ** -0.5)
    return made


def asked(model, device=CARD, count=9):
    """The noise in some tiles, on the CPU, and how many came at once."""
    generator = torch.Generator().manual_seed(0)
    x_t = torch.randn(1, BANDS, SIDE, SIDE + count, generator=generator).to(device)
    condition = torch.randn(BANDS, SIDE, SIDE + count, generator=generator).to(device)
    tiles = [(0, slice(0, SIDE), slice(at, at + SIDE)) for at in range(count)]
    found = list(model(x_t, condition, 0.5, tiles))
    return torch.cat([eps for _, eps in found]).cpu(), [len(part) for part, _ in found]


def error(found, right):
    """Root of the mean square, as a share of that of what is right."""
    return float((found - right).square().mean().sqrt() / right.square().mean().sqrt())


@pytest.fixture(scope="module")
def right(net):
    """In float32 on the CPU."""
    return asked(BatchedDenoiser(net, 4), torch.device("cpu"))[0]


@pytest.fixture(scope="module")
def on_card(net):
    return prepare(copy.deepcopy(net), CARD)


TOLERANCE = 0.03
"""bfloat16 has 8 bits of mantissa, and errors of some ten layers add up."""


def test_half_precision_is_close(on_card, right):
    assert error(asked(BatchedDenoiser(on_card, 4))[0], right) < TOLERANCE


def test_compiled_is_plain_but_for_rounding(on_card, right, monkeypatch):
    pytest.importorskip("triton")
    monkeypatch.setattr(batched_denoiser, "COMPILE_ABOVE", 0)
    model = BatchedDenoiser(on_card, 4, compiles=True, tiles_left=10**6)
    plain = asked(BatchedDenoiser(on_card, 4))[0]
    for _ in range(4):  # plain, compiled, recorded, replayed
        found, sizes = asked(model)
        assert sizes == [3, 3, 3]
        assert error(found, plain) < TOLERANCE
        assert error(found, right) < TOLERANCE
    assert asked(model, count=5)[1] == [3, 2]
    assert len(model.log) == 1, [line.text.format(**line.values) for line in model.log]


def test_what_was_found_outlasts_the_replay_of_a_graph(on_card, monkeypatch):
    pytest.importorskip("triton")
    monkeypatch.setattr(batched_denoiser, "COMPILE_ABOVE", 0)
    model = BatchedDenoiser(on_card, 1, compiles=True, tiles_left=10**6)
    for _ in range(3):
        asked(model)
    again, plain = asked(model)[0], asked(BatchedDenoiser(on_card, 1))[0]
    assert all(error(one, other) < TOLERANCE for one, other in zip(again, plain, strict=True))


def test_a_card_that_is_too_small_gets_fewer_tiles_at_once(on_card, right):
    torch.cuda.empty_cache()
    free, total = torch.cuda.mem_get_info(CARD)
    tiles = 64
    room = torch.cuda.memory_reserved(CARD) + 12 * tile_bytes(on_card, SIDE)
    if room > free:
        pytest.skip("the card is in use")
    torch.cuda.set_per_process_memory_fraction(room / total)
    try:
        model = BatchedDenoiser(on_card, 512)
        found, _ = asked(model, count=tiles)
    finally:
        torch.cuda.set_per_process_memory_fraction(1.0)
        torch.cuda.empty_cache()
    assert model.batch_size < tiles
    assert model.log[-1].text.startswith("Memory ran out")
    assert error(found, asked(BatchedDenoiser(on_card, 8), count=tiles)[0]) < TOLERANCE


def test_by_itself_it_takes_the_type_that_the_card_is_fast_at_and_may_compile(on_card):
    chosen = BatchedDenoiser.of(on_card, SIDE, None)
    assert chosen.compiles
    assert 1 <= chosen.batch_size <= batched_denoiser.MAX_TILES
    if torch.cuda.get_device_capability() >= (8, 0):
        assert fast_dtype(CARD) == torch.bfloat16
