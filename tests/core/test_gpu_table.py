"""The table of script/gpu says what is so: counted work, measured peaks, shares, too little memory, and what had no time."""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from torch import nn

from benchmarks import (
    _device_measurement,
    _gpu_correctness_rows,
    _gpu_measurement,
    _gpu_speed_rows,
    _gpu_training_rows,
    diffusion_speed,
    gpu,
)
from benchmarks._gpu_measurement import BANDS, FULL, QUICK, SCALE, RowSettings
from benchmarks._subprocess_rows import at_most

CPU = torch.device("cpu")
ROOT = Path(__file__).parents[2]
FEATURES, BLOCKS = 8, 2
TINY = {"id": "edsr", "n_feats": FEATURES, "n_blocks": BLOCKS}
TINY_FLOP = 2 * 9 * (
    BANDS * FEATURES  # head
    + (2 * BLOCKS + 1) * FEATURES**2  # blocks, and the convolution after them
    + 4 * FEATURES**2 * (1 + 4)  # two upsamplers by 2, the second on four times the pixels
    + SCALE**2 * FEATURES * BANDS  # last
)  # fmt: skip
"""Of a low-resolution pixel: two for each weight of each convolution."""


def asked():
    return RowSettings(CPU, True, 60)


def slowed(monkeypatch, seconds):
    """Let all that is timed take so many seconds, whatever it does."""

    def constant_seconds(device, work):
        work()
        return seconds

    for module in (_device_measurement, _gpu_measurement, _gpu_speed_rows, _gpu_training_rows):
        monkeypatch.setattr(module, "time_work", constant_seconds)


def test_work_is_that_of_the_closed_form():
    net = _gpu_measurement.build_net_on(TINY, CPU)
    assert _gpu_measurement.flops_per_pixel(net) == TINY_FLOP
    assert _gpu_measurement.flops_per_pixel(net, 48) == TINY_FLOP


def test_no_layer_of_a_measured_net_is_idle():
    """An untrained net ends in zeros, and then right and wrong give the same result."""
    net = _gpu_measurement.build_net_on(TINY, CPU)
    assert all(parameter.any() for parameter in net.parameters() if parameter.ndim > 1)


def test_the_peak_is_that_of_a_product(monkeypatch):
    slowed(monkeypatch, 0.25)
    assert _device_measurement.peak_flops(CPU, 64) == 2 * 64**3 / 0.25
    assert _gpu_measurement.peaks(CPU, 64) == dict.fromkeys(
        ("float32", "TF32", "half precision"), 2 * 64**3 / 0.25
    )


def test_the_peak_is_measured_in_the_arithmetic_that_it_is_of(monkeypatch):
    seen = []

    def record_arithmetic(device, side, dtype):
        seen.append((dtype, torch.get_float32_matmul_precision(), torch.backends.cudnn.allow_tf32))
        return 1.0

    before = torch.get_float32_matmul_precision(), torch.backends.cudnn.allow_tf32
    monkeypatch.setattr(_gpu_measurement, "peak_flops", record_arithmetic)
    _gpu_measurement.peaks(CPU, 8)
    assert seen == [
        (torch.float32, "highest", False),
        (torch.float32, "high", True),
        (torch.bfloat16, "high", True),
    ]
    assert (torch.get_float32_matmul_precision(), torch.backends.cudnn.allow_tf32) == before


def test_copies_are_read_and_written(monkeypatch):
    slowed(monkeypatch, 0.5)
    assert _gpu_measurement.copy_rate(CPU, 1000) == 2 * 4 * 1000 / 0.5


def test_shares_are_work_over_time_over_the_peak(monkeypatch):
    slowed(monkeypatch, 0.5)
    found = {each.what: each for each in _gpu_speed_rows.convolutional_row(asked(), TINY)}
    peak, side = 2 * QUICK.matmul**3 / 0.5, QUICK.image
    assert found["work"].numbers["flop"] == TINY_FLOP
    whole = found[f"Finer, image of {side}² in memory"].numbers
    assert whole["flops"] == pytest.approx(TINY_FLOP * side**2 / 0.5)
    assert whole["share"] == pytest.approx(TINY_FLOP * side**2 / 0.5 / peak)
    assert whole["seconds"] == pytest.approx(0.5 / (side * SCALE) ** 2 * 1e6)
    alone = [each.numbers["share"] for what, each in found.items() if what.startswith("net alone")]
    assert alone == [pytest.approx(TINY_FLOP * QUICK.tile**2 / 0.5 / peak)] * 3


def test_a_share_in_words():
    found = _gpu_speed_rows._share("net", 2.0, 4 * 10**6, 3e14, 6e14, "TF32")
    assert found.found == "0.5 s/HR Mpx, 300 TFLOP/s, 50% of the peak in TF32"


def test_a_training_step_is_three_times_the_work(monkeypatch):
    slowed(monkeypatch, 2.0)
    net, highest = _gpu_measurement.build_net_on(TINY, CPU), {"TF32": 1e6, "half precision": 1e9}
    *found, ratio = _gpu_training_rows._steps(asked(), "EDSR", net, "pixel", 1e3, highest)
    rate = QUICK.batch * QUICK.steps / 2
    assert [each.numbers["samples"] for each in found] == [rate, rate]
    assert [each.numbers["share"] for each in found] == [3 * 1e3 * rate / 1e6] * 2
    assert [each.right for each in found] == [True, True]
    assert ratio.numbers["ratio"] == 1


def test_the_type_that_a_step_computes_in_is_seen():
    net = nn.Sequential(nn.Conv2d(1, 1, 1))

    def step():
        with torch.autocast("cpu", torch.bfloat16):
            net(torch.zeros(1, 1, 2, 2))

    assert _gpu_training_rows._dtype(net, step) == torch.bfloat16
    assert _gpu_training_rows._dtype(net, lambda: net(torch.zeros(1, 1, 2, 2))) == torch.float32


@pytest.mark.parametrize("wrong", [math.nan, math.inf, 0.2])
def test_what_is_off_or_no_number_is_not_right(wrong):
    right, found = torch.tensor([0.0, 2.0]), torch.tensor([0.0, 2.0])
    assert _gpu_measurement.farthest(found, right) == 0
    found[1] += wrong
    assert at_most("it", _gpu_measurement.farthest(found, right), 0.05).right is False
    assert at_most("it", _gpu_measurement.error(found, right), 0.05).right is False
    assert (
        _gpu_correctness_rows._agreement(
            "it", dict.fromkeys(_gpu_correctness_rows.CLOSE, _gpu_measurement.farthest(found, right))
        ).right
        is False
    )


def test_differences_are_shares():
    right = torch.tensor([-1.0, 1.0, 1.0, 1.0])
    assert _gpu_measurement.farthest(right + torch.tensor([0, 0.5, 0, 0]), right) == 0.25
    assert _gpu_measurement.error(right + torch.tensor([0, 0.5, 0, 0]), right) == 0.25


def test_a_network_that_the_device_gets_wrong_is_named(monkeypatch):
    plain = _gpu_correctness_rows.with_arithmetic
    monkeypatch.setattr(
        _gpu_correctness_rows,
        "with_arithmetic",
        lambda device, name, work: plain(device, name, work) * (1.01 if name == "TF32" else 1),
    )
    monkeypatch.setattr(
        _gpu_correctness_rows,
        "Backbone",
        type("Few", (), {"members": {"edsr": _gpu_correctness_rows.Backbone.members["edsr"]}}),
    )
    found = list(_gpu_correctness_rows.agreement_row(asked()))
    assert [each.what for each in found] == ["edsr, small", "SR3, the noise found"]
    assert [each.right for each in found] == [False, False]


def test_a_canvas_fits_into_a_third_of_the_memory():
    per_pixel = 4 * 7 * 3 * SCALE**2
    assert _gpu_measurement.canvas_side(3 * 640**2 * per_pixel, 2048, 64) == 640
    assert _gpu_measurement.canvas_side(3 * 640**2 * per_pixel - 3, 2048, 64) == 576
    assert _gpu_measurement.canvas_side(1e15, 2048, 64) == 2048
    assert _gpu_measurement.canvas_side(1, 2048, 64) == 64


def test_a_square_that_there_is_time_for():
    assert _gpu_measurement.affordable_side(flop=1e6, highest=4e12, most=10) == math.isqrt(10**7)


@pytest.mark.parametrize(("fast", "half"), [(torch.float16, torch.float16), (torch.float32, torch.bfloat16)])
def test_half_precision_is_what_the_device_is_fast_at(fast, half, monkeypatch):
    monkeypatch.setattr(_gpu_measurement, "fast_dtype", lambda device: fast)
    assert _gpu_measurement.half(CPU) == half


def test_a_diffusion_net_is_compiled_and_measured(monkeypatch):
    compiled = []
    monkeypatch.setattr(torch, "compile", lambda net, **_: compiled.append(net) or net)
    given = {"image_size": 16, "batch_size": 2, "steps": 1, "side": 8, "matmul": 64, "device": "cpu"}
    found = diffusion_speed.measure("16", "DPM-15", argparse.Namespace(**given, compile=True))
    assert len(compiled) == 1
    assert len(found.notes) == 1 and found.notes[0].startswith("Compiling the network for CPU")
    assert found.share == pytest.approx(found.work / found.seconds / found.peak)
    (left_out,) = _gpu_speed_rows.diffusion_row(asked(), 0, "DPM-15", True)
    assert left_out.right is None


def test_tests_are_counted_and_failures_named(tmp_path, monkeypatch):
    (tmp_path / "tests" / "gpu").mkdir(parents=True)
    (tmp_path / "tests" / "gpu" / "test_it.py").write_text(
        "import pytest\ndef test_a(): pass\ndef test_b(): assert 0\n@pytest.mark.skip\ndef test_c(): pass\n"
    )
    monkeypatch.setattr(_gpu_correctness_rows, "ROOT", tmp_path)
    failure, counted = _gpu_correctness_rows.tests_row(asked())
    assert (failure.what, failure.right) == ("test_it.py::test_b", False)
    assert (counted.found, counted.right) == ("1 passed, 1 failed, 1 skipped", False)


def test_tests_that_all_skip_prove_nothing(tmp_path, monkeypatch):
    (tmp_path / "tests" / "gpu").mkdir(parents=True)
    (tmp_path / "tests" / "gpu" / "test_it.py").write_text(
        "import pytest\n@pytest.mark.skip\ndef test_c(): pass\n"
    )
    monkeypatch.setattr(_gpu_correctness_rows, "ROOT", tmp_path)
    (counted,) = _gpu_correctness_rows.tests_row(asked())
    assert (counted.found, counted.right) == ("1 skipped", None)


def test_the_wanted_table_is_there_whole():
    """What issue 15 asks of it."""
    titles = [row.title for row in gpu.list_rows(FULL).values()]
    for needed in ("EDSR baseline ×4", "RRDB-23 ×4", "SR3-48, DPM-15", "SR3-48, DDIM-200", "SR3-64, DPM-15",
                   "SR3-64, DDIM-200", "A training step", "Too little memory", "Memory, EDSR", "The CPU's results"):  # fmt: skip
        assert needed in titles
    assert gpu.parse_arguments([]).budget <= 8 * 60
    small = [row.title for row in gpu.list_rows(QUICK).values()]
    assert "RRDB-23 ×4, small" in small and "SR3-16, DPM-15" in small


def test_the_command_writes_the_table(tmp_path):
    command = [
        sys.executable,
        ROOT / "benchmarks" / "gpu.py",
        "--device",
        "cpu",
        "--quick",
        "--only",
        "device",
    ]
    done = subprocess.run(
        [*command, "--out", tmp_path],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"},
    )
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "gpu.md").read_text()
    assert page in done.stdout
    assert "with small sizes: only a trial" in page and "| device | CPU: 1 threads |" in page
    kept = json.loads((tmp_path / "gpu.json").read_text())["device"]
    assert {"device", "versions"} <= {finding["what"] for finding in kept["findings"]}


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a card")
def test_without_a_card_it_says_so(tmp_path):
    command = [sys.executable, ROOT / "benchmarks" / "gpu.py", "--out", tmp_path]
    done = subprocess.run(command, capture_output=True, text=True, env={"PYTHONPATH": str(ROOT)})
    assert done.returncode == 1
    assert done.stderr.startswith("script/gpu: There is no cuda device that the SR engine can use here")
