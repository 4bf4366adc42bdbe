"""Convolutions in parts give what they gave as a whole."""

from __future__ import annotations

import numpy as np
import pytest

from sr_core.graphs.convolution_splitting import split_dense, split_wide
from sr_core.graphs.network_graph import Operation

from ..support.graph_runs import compute

RANDOM = np.random.default_rng(0)


def numbers(*shape):
    return RANDOM.normal(size=shape)


@pytest.mark.parametrize("biased", [True, False])
@pytest.mark.parametrize("size", [(7, 8), (1, 1), (2, 3)])
def test_a_wide_convolution_is_a_sum_of_narrow_ones(biased, size):
    weights = {"weight": numbers(20, 24, 5, 5), **({"bias": numbers(20)} if biased else {})}
    wide = Operation("conv", "a", ("x",), weights, {"padding": 2, "stride": 1})
    parts = split_wide([wide])
    assert parts[-1].name == "a" and sum(part.kind == "conv" for part in parts) == 4
    image = RANDOM.random((24, *size))
    np.testing.assert_allclose(compute(parts, x=image), compute([wide], x=image), atol=1e-10)


def test_one_that_is_little_work_stays():
    for shape, padding in (((4, 24, 5, 5), 2), ((24, 4, 5, 5), 2), ((24, 24, 3, 3), 1), ((24, 24, 7, 7), 3)):
        conv = Operation("conv", "a", ("x",), {"weight": numbers(*shape)}, {"padding": padding, "stride": 1})
        assert split_wide([conv]) == [conv]


def conv(name, before, inputs, outputs, side=3):
    weights = {"weight": numbers(outputs, inputs, side, side), "bias": numbers(outputs)}
    return Operation("conv", name, (before,), weights, {"padding": side // 2, "stride": 1})


def dense(width, growth, layers):
    """A block whose convolutions see all before them, nested as they are traced, and its channels by name."""
    operations, seen, count, channels = [], "x", width, {"x": width}
    for number in range(layers):
        operations.append(conv(f"n{number}", seen, count, growth))
        operations.append(Operation("concat", f"s{number}", (seen, f"n{number}")))
        seen, count = f"s{number}", count + growth
        channels |= {f"n{number}": growth, seen: count}
    operations.append(conv("fused", seen, count, width, 1))
    operations.append(Operation("add", "y", ("fused", "x"), {}, {"factor": 1}))
    return operations, channels


@pytest.mark.parametrize(("width", "growth"), [(64, 64), (64, 32), (48, 16), (100, 70), (30, 30)])
def test_a_dense_block_gives_what_it_gave_and_no_convolution_takes_many_channels(width, growth):
    operations, channels = dense(width, growth, 4)
    parts = split_dense(operations, channels)
    image = RANDOM.random((width, 6, 7))
    np.testing.assert_allclose(compute(parts, x=image), compute(operations, x=image), rtol=1e-9)
    most = max(part.weights["weight"].shape[1] for part in parts if part.kind == "conv")
    assert most <= max(64, width, growth)
    names = [part.name for part in parts]
    assert len(set(names)) == len(names) and names[-1] == "y"


def test_with_few_channels_it_stays():
    operations, channels = dense(8, 8, 4)
    assert split_dense(operations, channels) == operations


def test_what_others_need_of_a_concatenation_stays():
    operations, channels = dense(64, 64, 1)
    channels["z"] = 128
    operations[-1] = Operation("leaky_relu", "z", ("s0",), {}, {"slope": 0.1})
    operations += [conv("w", "z", 128, 64), Operation("add", "y", ("fused", "w"), {}, {"factor": 1})]
    parts = split_dense(operations, channels)
    image = RANDOM.random((64, 5, 5))
    np.testing.assert_allclose(compute(parts, x=image), compute(operations, x=image), rtol=1e-9)
