"""A package holds what computes its network where torch is not installed."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest
import torch

from sr_core.graphs.network_graph import GRAPHS, parse_graphs
from sr_core.package.fx_graph_tracing import trace
from sr_core.package.srpk import ModelPackage

from ..support.small_packages import make_package
from ..support.tiny_backbones import tiny

ROOT = Path(__file__).parents[3]
WITHOUT_TORCH = """
import json, sys, zipfile
sys.modules["torch"] = None  # importing it fails
import numpy as np
from safetensors.numpy import load
from sr_core.graphs.network_graph import parse_graphs
from sr_core.inference.backends.ncnn_network import NcnnNetwork, ncnn_parts

package, scale, given, made = sys.argv[1:]
with zipfile.ZipFile(package) as archive:
    graph = parse_graphs(archive.read("graphs.json"))[int(scale)]
    info, weights = json.loads(archive.read("schema.json")), load(archive.read("weights.safetensors"))
network, lr = NcnnNetwork(graph, ncnn_parts(graph, weights, info["mean"], info["std"]), 1), np.load(given)
np.save(made, network.result(network.features(lr), lr))
"""


def graphs_in(path):
    with zipfile.ZipFile(path) as archive:
        return parse_graphs(archive.read(GRAPHS)) if GRAPHS in archive.namelist() else {}


@pytest.mark.parametrize("name", ["edsr", "rdn", "unet", "otbtf_srresnet"])
def test_its_network_is_computed_without_torch(tmp_path, name):
    package = make_package(backbone=tiny(name))
    package.net.eval()
    package.save(tmp_path / "m.srpk")
    lr = np.random.default_rng(0).random((2, 18, 13), dtype=np.float32)
    np.save(tmp_path / "lr.npy", lr)
    subprocess.run(
        [sys.executable, "-c", WITHOUT_TORCH, tmp_path / "m.srpk", "2", tmp_path / "lr.npy", tmp_path / "sr.npy"],
        check=True, cwd=ROOT, timeout=120,
    )  # fmt: skip
    with torch.inference_mode():
        want = package.net(torch.from_numpy(lr)[None])[0].numpy()
    assert np.abs(np.load(tmp_path / "sr.npy") - want).max() <= 1e-5 * np.ptp(want)


def test_a_network_of_several_scales_has_a_graph_for_each(tmp_path):
    package = make_package(backbone=tiny("mdsr"))
    package.save(tmp_path / "m.srpk")
    graphs = graphs_in(tmp_path / "m.srpk")
    assert {scale: graph.scale for scale, graph in graphs.items()} == {2: 2, 3: 3, 4: 4}
    assert package.net.scale == 2
    package.net.set_scale(4)
    assert graphs[4] == trace(package.net)


def test_one_that_only_torch_can_compute_has_none(tmp_path):
    package = make_package()
    package.net.body["tail"].append(torch.nn.Softsign())
    package.save(tmp_path / "m.srpk")
    assert graphs_in(tmp_path / "m.srpk") == {}


def test_older_packages_without_it_read_on(tmp_path):
    make_package().save(tmp_path / "new.srpk")
    with zipfile.ZipFile(tmp_path / "new.srpk") as new, zipfile.ZipFile(tmp_path / "old.srpk", "w") as old:
        for name in ("schema.json", "sampling.json", "README.md", "weights.safetensors"):
            old.writestr(zipfile.ZipInfo(name), new.read(name))
    package = ModelPackage.load(tmp_path / "old.srpk")
    package.save(tmp_path / "again.srpk")
    assert graphs_in(tmp_path / "again.srpk") == graphs_in(tmp_path / "new.srpk")


def test_what_says_nothing_unusual_is_not_written(tmp_path):
    make_package().save(tmp_path / "m.srpk")
    with zipfile.ZipFile(tmp_path / "m.srpk") as archive:
        first = json.loads(archive.read(GRAPHS))["2"]["trunk"][0]
    assert first.keys() == {"kind", "name", "inputs", "weights", "numbers"}
    assert first["weights"] == {"weight": {"name": "trunk.0.weight"}, "bias": {"name": "trunk.0.bias"}}
