"""A linear end of a network is one convolution and one shuffle, to the last pixel of the image."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sr_core.graphs.linear_tail import EVERYWHERE, fold_linear_end
from sr_core.graphs.network_graph import Operation

from ..support.graph_runs import compute


def conv(name, before, inputs, outputs, side=3, random=np.random.default_rng(0), **numbers):
    weights = {
        "weight": random.normal(size=(outputs, inputs, side, side)),
        "bias": random.normal(size=outputs),
    }
    return Operation("conv", name, (before,), weights, {"padding": side // 2, "stride": 1, **numbers})


def chain_of(steps, channels, seed=0):
    """Return operations for steps such as ("conv", 3), ("shuffle", 2), from "x" of so many channels, and the scale."""
    operations, before, scale = [], "x", 1
    random = np.random.default_rng(seed)
    for number, (kind, value) in enumerate(steps):
        name = f"y{number}"
        if kind == "shuffle":
            operations.append(conv(f"c{number}", before, channels, channels * value**2, random=random))
            before, scale = f"c{number}", scale * value
            operations.append(Operation("shuffle", name, (before,), {}, {"factor": value}))
        elif kind == "nearest":
            scale *= value
            operations.append(Operation("nearest", name, (before,), {}, {"factor": value}))
        elif kind == "affine":
            weights = {"weight": random.normal(size=channels), "bias": random.normal(size=channels)}
            operations.append(Operation("affine", name, (before,), weights))
        elif kind == "conv":
            operations.append(conv(name, before, channels, channels, value, random=random))
        else:
            operations.append(Operation(kind, name, (before,), {}, {"number": value}))
        before = name
    return operations, scale


def fold_anyway(operations, scale):
    """Fold even where that is more work."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sr_core.graphs.linear_tail.GAIN", 1e9)
        return fold_linear_end(operations, scale)


STEPS = st.one_of(
    st.tuples(st.just("conv"), st.sampled_from([1, 3, 5])),
    st.tuples(st.just("shuffle"), st.sampled_from([2, 3])),
    st.tuples(st.just("nearest"), st.just(2)),
    st.tuples(st.sampled_from(["multiply", "offset"]), st.floats(-2, 2)),
    st.tuples(st.just("affine"), st.just(0)),
)


def total_scale(steps):
    """Of some steps: how many times finer their result is."""
    return math.prod(value for kind, value in steps if kind in ("shuffle", "nearest"))


@settings(max_examples=150, deadline=None)
@given(
    steps=st.lists(STEPS, min_size=1, max_size=4).filter(lambda steps: total_scale(steps) <= 9),
    channels=st.integers(1, 3),
    size=st.tuples(st.integers(1, 9), st.integers(1, 9)),
    seed=st.integers(0, 10**6),
)
def test_any_chain_gives_what_it_gave_at_every_pixel_of_an_image_of_any_size(steps, channels, size, seed):
    operations, scale = chain_of([("conv", 3), *steps, ("conv", 3)], channels, seed)
    folded, edges, before = fold_anyway(operations, scale)
    assert [operation.kind for operation in folded] == ["conv", "shuffle"] and before == "x"
    image = np.random.default_rng(seed).random((channels, *size))
    want, have = (compute(each, x=image) for each in (operations, folded))
    inside = (slice(None), *(slice(scale * edges.reach, scale * (side - edges.reach)) for side in size))
    np.testing.assert_allclose(have[inside], want[inside], atol=1e-5 * np.abs(want).max())
    # Float32 is exact to what is taken off, which in an image of a pixel or two may be much more than what is left.
    largest = max(np.abs(want).max(), np.abs(have).max())
    edges.correct_(have, image.astype(np.float32), EVERYWHERE)
    np.testing.assert_allclose(have, want, atol=1e-5 * largest)


@pytest.mark.parametrize("kept", [(0, 12, 0, 12), (3, 9, 3, 9), (0, 4, 5, 12), (11, 12, 0, 1)])
def test_of_a_part_no_more_is_corrected_than_is_used(kept):
    operations, scale = chain_of([("conv", 3), ("shuffle", 2), ("conv", 3)], 3)
    folded, edges, _ = fold_anyway(operations, scale)
    image = np.random.default_rng(0).random((3, 12, 12)).astype(np.float32)
    raw, whole, part = (compute(folded, x=image) for _ in range(3))
    rows, cols = slice(*kept[:2]), slice(*kept[2:])
    edges.correct_(whole, image, EVERYWHERE)
    edges.correct_(part, image, (rows, cols))
    used = (slice(None), *(slice(scale * at.start, scale * at.stop) for at in (rows, cols)))
    np.testing.assert_array_equal(part[used], whole[used])
    assert kept != (3, 9, 3, 9) or (np.array_equal(part, raw) and not np.array_equal(raw, whole))


def test_the_outermost_pixels_do_differ():
    """Without what is added there, the fold is wrong at the image's edge and nowhere else: by hand on one channel.

    Two blurs [1 1 1] after another are [1 2 3 2 1], but the second one finds nothing outside the image.
    """
    blur = np.ones((1, 1, 1, 3))
    ones = [
        Operation(
            "conv",
            name,
            (before,),
            {"weight": blur * np.array([0, 1, 0]).reshape(3, 1)},
            {"padding": 1, "stride": 1},
        )
        for name, before in (("y", "x"), ("z", "y"))
    ]
    folded, edges, _ = fold_anyway(ones, 1)
    assert folded[0].weights["weight"][0, 0, 2].tolist() == [1, 2, 3, 2, 1] and edges.reach == 1
    image = np.ones((1, 1, 6), np.float32)
    result = compute(folded, x=image)
    assert result[0, 0].tolist() == [6, 8, 9, 9, 8, 6]
    edges.correct_(result, image, EVERYWHERE)
    assert result[0, 0].tolist() == [5, 8, 9, 9, 8, 5]


def test_a_tail_with_activations_is_folded_behind_the_last():
    relu = Operation("leaky_relu", "r", ("y0",), {}, {"slope": 0})
    end, _ = chain_of([("shuffle", 2)], 8)
    last = conv("last", "y0", 8, 1)
    first = conv("y0", "x", 8, 8)
    end = [
        Operation(
            o.kind,
            o.name + "e",
            tuple({"x": "r", "y0": "y0e", "c0": "c0e"}[i] for i in o.inputs),
            o.weights,
            o.numbers,
        )
        for o in [*end, last]
    ]
    operations = [first, relu, *end]
    folded, edges, before = fold_linear_end(operations, 2)
    assert [o.kind for o in folded] == ["conv", "leaky_relu", "conv", "shuffle"] and before == "r"
    image = np.random.default_rng(1).random((8, 6, 5))
    have = compute(folded, x=image)
    edges.correct_(have, compute(operations[:2], x=image).astype(np.float32), EVERYWHERE)
    np.testing.assert_allclose(have, compute(operations, x=image), atol=1e-4)


@pytest.mark.parametrize("kind", ["tanh", "leaky_relu"])
def test_what_ends_in_an_activation_stays(kind):
    operations, scale = chain_of([("conv", 3), ("shuffle", 2)], 3)
    operations.append(Operation(kind, "end", (operations[-1].name,), {}, {"slope": 0.1}))
    assert fold_linear_end(operations, scale) == (operations, None, "")


def test_what_would_be_more_work_stays():
    """ISR's RRDN goes straight to the bands: then the last convolution is next to no work, and a fold is wider."""
    first = conv("c", "x", 64, 4 * 16)
    shuffle = Operation("shuffle", "y", ("c",), {}, {"factor": 4})
    operations, scale = [first, shuffle, conv("z", "y", 4, 4)], 4
    assert fold_linear_end(operations, scale) == (operations, None, "")
