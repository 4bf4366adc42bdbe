"""A job imports nothing that it does not use: start-up is most of the time that a small one takes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import rasterio

from sr_core.jobs import Job

from .support.small_packages import make_package

ROOT = Path(__file__).parents[2]

DRAWING = {"matplotlib", "PIL", "jinja2"}
CATALOGUES = {"pystac", "pystac_client", "planetary_computer", "requests", "urllib3"}
MEASURING = {"torchmetrics", "lightning_fabric", "lightning_utilities", "tensorboard", "scipy", "pandas"}
NETWORKS = {"torch", "jaxtyping", "safetensors", "onnxruntime", "ncnn", "openvino"}
HEAVY = DRAWING | CATALOGUES | MEASURING | NETWORKS

NEEDED = {
    "classify_pixels": set(),
    "evaluate_model": {"torch", "jaxtyping"},
    "export_model": set(),
    "export_tiles": set(),
    "find_scene": set(),
    "import_model": {"torch", "jaxtyping", "safetensors", "onnxruntime"},
    "inspect_model": set(),
    "pansharpen": set(),
    "sharpen_bands": {"torch", "jaxtyping", "safetensors"},
    "sharpen_sentinel2": set(),
    "train_model": {"torch", "jaxtyping", "safetensors"},
}
"""What a job may import before it begins: what it says of itself, and what checks its options."""

IMPORTED = """
import json, sys
sys.path.insert(0, sys.argv[1])
sys.modules["dask"] = None  # of an engine with CLUSTER, where odc-geo imports it
{}
print(json.dumps(sorted({{name.partition(".")[0] for name in sys.modules}})))
"""


def imported(code, *arguments):
    """Return the packages that a new process has imported after this code."""
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-c", IMPORTED.format(code), str(ROOT), *map(str, arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


EACH = """
import json, os, sys
sys.path.insert(0, sys.argv[1])
sys.modules["dask"] = None
from sr_core.jobs import Job
for name in json.loads(sys.argv[2]):
    child = os.fork()
    if not child:
        Job.members[name]
        print(json.dumps([name, sorted({each.partition(".")[0] for each in sys.modules})]), flush=True)
        os._exit(0)
    os.waitpid(child, 0)
"""
"""Forks a new process for each job, so that none finds what another has imported."""


@pytest.fixture(scope="module")
def imported_by():
    """Name of each job -> the packages that a process has imported which has only that."""
    command = [sys.executable, "-c", EACH, str(ROOT), json.dumps(list(NEEDED))]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {name: set(found) for name, found in map(json.loads, done.stdout.splitlines())}


def test_every_job_is_looked_at():
    assert set(NEEDED) == set(Job.members) - {"test_threads"}


@pytest.mark.parametrize("job", NEEDED)
def test_a_job_imports_nothing_heavy_but_what_it_needs(job, imported_by):
    assert imported_by[job] & HEAVY <= NEEDED[job]


def test_the_engine_starts_without_any_job():
    found = imported("import sr_core.command_line")
    assert not found & HEAVY
    modules = "print(json.dumps([name for name in sys.modules if name.startswith('sr_core.jobs.')]))"
    command = [sys.executable, "-c", f"import json, sys; import sr_core.command_line; {modules}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert not [name for name in json.loads(done.stdout) if not name.startswith("sr_core.jobs._")]


@pytest.mark.parametrize(
    "request_",
    [
        {"id": "classify_pixels", "input": "a.tif", "model": "m.srpk", "output": "b.tif", "device": "cpu",
         "sampler": "ddim", "eta": 0.5, "schedule": "cosine", "bands": [3, 2, 1], "threads": 2},
        {"id": "pansharpen", "input": "a.tif", "pan": "p.tif", "output": "b.tif", "method": "brovey"},
        {"id": "export_tiles", "input": "a.tif", "output": "tiles", "degradation": {"id": "mtf"}},
    ],
    ids=lambda request_: request_["id"],
)  # fmt: skip
def test_options_are_checked_without_torch(request_):
    code = "from sr_core.jobs import Job; Job.load(json.loads(sys.argv[2]))"
    assert not imported(code, json.dumps(request_)) & (HEAVY - NEEDED[request_["id"]])


def test_reading_a_package_needs_torch_only_for_its_network(tmp_path):
    make_package().save(tmp_path / "m.srpk")
    code = """
from sr_core.package.srpk import read_info
info, _ = read_info(sys.argv[2], networks=False)
assert (info.scale, info.bands, info.backbone.id) == (2, ("red", ""), "edsr")
"""
    assert not imported(code, tmp_path / "m.srpk") & HEAVY


def test_the_tile_loop_and_the_predictors_are_imported_without_torch():
    code = "import sr_core.inference.predictor, sr_core.inference.convolutional, sr_core.device"
    assert not imported(code) & HEAVY


RUN = """
from importlib import import_module
from sr_core.jobs import Job
from sr_core.progress import run_to_end
job = Job.load(json.loads(sys.argv[2]))
for name in job.libraries(): import_module(name)
before = "torch" in sys.modules
run_to_end(job.run())
assert before == ("torch" in sys.modules)
"""


@pytest.fixture
def classify(tmp_path, make_raster, monkeypatch):
    """`classify(device, ...)` runs the job in a new process; what it imported, and its pixels."""
    monkeypatch.setenv("FINER_HOME", str(tmp_path / "home"))
    make_package().save(tmp_path / "m.srpk")
    job = {"id": "classify_pixels", "input": str(make_raster()), "model": str(tmp_path / "m.srpk"),
           "output": str(tmp_path / "sr.tif")}  # fmt: skip

    def run(**options):
        found = imported(RUN, json.dumps({**job, **options})) & HEAVY
        with rasterio.open(tmp_path / "sr.tif") as result:
            return found, result.read()

    return run


def set_times(tmp_path, **seconds):
    """Change what the measurement, which was made, has found."""
    kept = tmp_path / "home" / "backends.json"
    (key,) = json.loads(kept.read_bytes())
    kept.write_text(json.dumps({key: seconds}))


def test_where_ncnn_was_found_faster_a_result_is_made_without_torch(classify, tmp_path):
    found, first = classify(device="cpu")
    assert "torch" in found and found <= {"torch", "jaxtyping", "safetensors", "ncnn"}
    set_times(tmp_path, torch=2.0, ncnn=1.0)
    results = []
    for options in ({"device": "cpu"}, {"device": "cpu", "threads": 1, "consistency": "off"}):
        found, pixels = classify(**options)
        assert found == {"safetensors", "ncnn"}
        results.append(pixels)
    assert np.array_equal(*results)
    # The first is PyTorch's, if that was faster just now: where random weights run to the ends of the range, rounding grows.
    assert (np.abs(results[0].astype(float) - first) > 1).mean() < 1e-3
    set_times(tmp_path, torch=1.0, ncnn=2.0)
    assert "torch" in classify(device="cpu")[0]


def test_torch_is_imported_for_what_only_it_does(classify, tmp_path):
    classify(device="cpu")
    set_times(tmp_path, torch=2.0, ncnn=1.0)
    assert "torch" in classify(device="cpu", consistency="on")[0]


ARRAYS = """
from rasterio.windows import Window
from sr_core.inference.predictor import build_net_predictor
from sr_core.progress import run_to_end
from sr_core.raster.cog import cog_writer
from sr_core.raster.raster_reader import open_raster
from sr_core.raster.radiometry import Radiometry

class Nearest:
    takes_arrays, device, scale, bands, tags, notes = True, None, 2, 2, {}, []
    inputs, outputs = 2, range(2)
    multiple_of, halo, tail_halo, trunk_activation_floats, tail_activation_floats = 1, 3, 1, 4, 64
    def trunk(self, lr): return lr
    def tail(self, features, lr): return features.repeat(2, -1).repeat(2, -2)

predictor = build_net_predictor(Nearest())
with open_raster(sys.argv[2]) as raster:
    window = Window(0, 0, *raster.box.shape[::-1])
    with cog_writer(sys.argv[3], raster.profile.zoom(2)) as writer:
        run_to_end(predictor.run(raster, Radiometry.default(raster.dtype, 2), window, writer))
        list(writer.finish())
"""


def test_a_network_of_arrays_runs_over_a_raster_without_torch(make_raster, tmp_path):
    assert not imported(ARRAYS, make_raster(), tmp_path / "sr.tif") & HEAVY
    assert (tmp_path / "sr.tif").exists()


@pytest.mark.parametrize("job", ["classify_pixels", "inspect_model"])
def test_torch_is_imported_before_a_thread_listens(job, tmp_path, make_raster):
    """Beside that thread it hangs on Windows."""
    make_package().save(tmp_path / "m.srpk")
    request_ = {"id": job, "model": str(tmp_path / "m.srpk")}
    if job == "classify_pixels":
        request_ |= {"input": str(make_raster()), "output": str(tmp_path / "sr.tif"), "device": "cpu"}
    imported(RUN, json.dumps(request_))
