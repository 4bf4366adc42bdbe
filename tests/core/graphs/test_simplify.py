"""What is linear behind a convolution goes into it, and the results stay."""

from __future__ import annotations

import numpy as np
import pytest

from sr_core.graphs.network_graph import Operation
from sr_core.graphs.simplify import simplify

from ..support.graph_runs import compute

RANDOM = np.random.default_rng(0)


def numbers(*shape):
    return RANDOM.normal(size=shape)


CONV = Operation(
    "conv", "a", ("x",), {"weight": numbers(4, 3, 3, 3), "bias": numbers(4)}, {"padding": 1, "stride": 1}
)
BARE = Operation("conv", "a", ("x",), {"weight": numbers(4, 3, 3, 3)}, {"padding": 1, "stride": 1})
TRANSPOSED = Operation(  # which loses pixels at the ends, so that it stays one
    "transposed_conv",
    "a",
    ("x",),
    {"weight": numbers(3, 4, 3, 3), "bias": numbers(4)},
    {"padding": 1, "stride": 2},
)
NORM = Operation(
    "normalize",
    "b",
    ("a",),
    {"weight": numbers(4), "bias": numbers(4), "mean": numbers(4), "var": RANDOM.random(4)},
    {"eps": 1e-5},
)
AFFINE = Operation("affine", "b", ("a",), {"weight": numbers(4), "bias": numbers(4)})
TIMES = Operation("multiply", "b", ("a",), {}, {"number": 0.1})
PLUS = Operation("offset", "b", ("a",), {}, {"number": 0.3})


def check(operations, kinds):
    image = RANDOM.random((3, 7, 8))
    simple = simplify(operations)
    assert [operation.kind for operation in simple] == kinds
    assert simple[-1].name == operations[-1].name
    np.testing.assert_allclose(compute(simple, x=image), compute(operations, x=image), atol=1e-10)


@pytest.mark.parametrize("before", [CONV, BARE, TRANSPOSED])
@pytest.mark.parametrize("after", [NORM, AFFINE, TIMES, PLUS])
def test_what_is_linear_goes_into_the_convolution_before_it(before, after):
    check([before, after], [before.kind])


def test_several_go_one_after_another():
    again = Operation("normalize", "c", ("b",), NORM.weights, NORM.numbers)
    check([CONV, TIMES, again], ["conv"])


def test_where_the_result_before_is_needed_as_well_it_stays():
    total = Operation("add", "c", ("b", "a"), {}, {"factor": 1})
    check([CONV, PLUS, total], ["conv", "offset", "add"])


def test_a_factor_goes_into_the_addition_behind_it():
    relu = Operation("leaky_relu", "r", ("a",), {}, {"slope": 0.2})
    times = Operation("multiply", "m", ("r",), {}, {"number": 0.2})
    for inputs in (("a", "m"), ("m", "a")):
        check(
            [CONV, relu, times, Operation("add", "c", inputs, {}, {"factor": 1})],
            ["conv", "leaky_relu", "add"],
        )


def test_a_factor_that_others_need_stays():
    relu = Operation("leaky_relu", "r", ("a",), {}, {"slope": 0.2})
    times = Operation("multiply", "m", ("r",), {}, {"number": 0.2})
    first = Operation("add", "c", ("a", "m"), {}, {"factor": 1})
    second = Operation("add", "d", ("c", "m"), {}, {"factor": 1})
    check([CONV, relu, times, first, second], ["conv", "leaky_relu", "multiply", "add", "add"])


def test_one_slope_for_all_channels_is_that_of_a_leaky_relu():
    check([CONV, Operation("prelu", "p", ("a",), {"weight": np.array([0.25])})], ["conv", "leaky_relu"])
    check([CONV, Operation("prelu", "p", ("a",), {"weight": numbers(4)})], ["conv", "prelu"])


@pytest.mark.parametrize(("stride", "padding"), [(2, 0), (2, 1), (2, 2), (3, 1), (4, 2), (1, 1)])
@pytest.mark.parametrize("biased", [True, False])
def test_a_transposed_convolution_is_a_convolution_and_a_shuffle(stride, padding, biased):
    side = stride + 2 * padding
    weights = {"weight": numbers(3, 4, side, side), **({"bias": numbers(4)} if biased else {})}
    check(
        [Operation("transposed_conv", "a", ("x",), weights, {"padding": padding, "stride": stride})],
        ["conv", "shuffle"],
    )


def test_an_activation_goes_before_a_shuffle():
    shuffle = Operation("shuffle", "s", ("a",), {}, {"factor": 2})
    relu = Operation("leaky_relu", "r", ("s",), {}, {"slope": 0.2})
    check([CONV, shuffle, relu], ["conv", "leaky_relu", "shuffle"])
    total = Operation("add", "t", ("r", "s"), {}, {"factor": 1})
    check([CONV, shuffle, relu, total], ["conv", "shuffle", "leaky_relu", "add"])
