"""A part of a network whose first layer writes over what it is given does not crash ncnn, and its input stays as it was."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[4]

CODE = """
import sys
from itertools import product
from math import erf
import numpy as np
from sr_core.graphs.ncnn_format import IN_PLACE
from sr_core.graphs.network_graph import FEATURES, LR, Layer, NetworkGraph, WeightPart
from sr_core.inference.backends.ncnn_network import NcnnNetwork, ncnn_parts

NUMBERS = {"leaky_relu": {"slope": 0.5}, "clamp": {"low": -1.0, "high": 1.0}, "multiply": {"number": 2.0},
           "offset": {"number": 3.0}}
def sigmoid(x):
    return 1 / (1 + np.exp(-x))

WEIGHTS = {"affine": ("weight", "bias"), "prelu": ("weight",)}
RIGHT = {
    "leaky_relu": lambda x: np.where(x < 0, x / 2, x), "prelu": lambda x: np.where(x < 0, x * 3, x),
    "clamp": lambda x: x.clip(-1, 1), "tanh": np.tanh, "affine": lambda x: 3 * x + 3, "multiply": lambda x: 2 * x,
    "offset": lambda x: x + 3, "sigmoid": sigmoid, "silu": lambda x: x * sigmoid(x),
    "gelu": lambda x: x / 2 * (1 + np.vectorize(erf)(x / 2**0.5)), "mish": lambda x: x * np.tanh(np.log1p(np.exp(x))),
}
assert RIGHT.keys() == IN_PLACE

def layer(kind, name, given):
    parts = {role: WeightPart(name="three") for role in WEIGHTS.get(kind, ())}
    return Layer(kind=kind, name=name, inputs=(given,), weights=parts, numbers=NUMBERS.get(kind, {}))

for kind, shared in product(RIGHT, (False, True)):
    print(kind, shared, file=sys.stderr)
    trunk = (layer(kind, "t", LR),)
    if shared:
        trunk += (Layer(kind="add", name="sum", inputs=("t", LR), numbers={"factor": 1}),)
    graph = NetworkGraph(trunk=trunk, tail=(layer(kind, "u", FEATURES),), global_skip="none", scale=1, halo=0, tail_halo=0)
    network = NcnnNetwork(graph, ncnn_parts(graph, {"three": np.full(2, 3, np.float32)}, (0.0, 0.0), (1.0, 1.0)), 1)
    lr = np.linspace(-4, 4, 2 * 5 * 7, dtype=np.float32).reshape(2, 5, 7)
    given = lr.copy()
    features = network.features(given)
    right = RIGHT[kind](lr) + (lr if shared else 0)
    np.testing.assert_allclose(features, right, 1e-5, 1e-5)
    np.testing.assert_allclose(network.result(features, given), RIGHT[kind](right), 1e-5, 1e-5)
    np.testing.assert_array_equal(given, lr)
"""


def test_layers_in_place_alone_compute():
    done = subprocess.run([sys.executable, "-c", CODE], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
