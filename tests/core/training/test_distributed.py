"""Several processes that share a training: the same curve as one alone, and how it ends when one dies."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sr_core.jobs import Job
from sr_core.package.srpk import ModelPackage
from sr_core.training import checkpoint_file

from ..support.small_trainings import run_to_end
from .test_resume import KINDS, asked

ROOT = Path(__file__).parents[3]
TOLERANCE = 2e-4
"""Of losses and dB, relative: gradients are added up in another order, and Adam's first steps take only their signs."""
WAIT = 200  # seconds; two processes import torch on two busy cores


def torchrun(folder, job, count=2):
    """`count` processes under way on the job."""
    (folder / "job.json").write_text(json.dumps({"job": "train_model", **job}))
    env = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1", "GLOO_SOCKET_IFNAME": "lo"}
    return subprocess.Popen(
        [sys.executable, "-m", "torch.distributed.run", "--standalone", f"--nproc-per-node={count}", "-m", "sr_core",
         "run", "job.json"],
        cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
        start_new_session=True,
    )  # fmt: skip


def events(text):
    return [json.loads(line) for line in text.splitlines() if line.startswith('{"event"')]


@pytest.mark.parametrize("kind", ["scales", "denoising"])
def test_two_processes_learn_as_one_does_from_the_same_batches(make_tileset, tmp_path, kind):
    tileset = make_tileset(train=5, nodata=0, gap=(slice(None), slice(8, 20), slice(3, 30)))
    values = KINDS[kind] | {"batch_size": 5, "checkpoint_every": 5}
    run_to_end(Job.load({"id": "train_model", **asked(tileset, tmp_path / "one.srpk", **values)}).run())
    work = torchrun(tmp_path, asked(tileset, tmp_path / "two.srpk", **values))
    output, _ = work.communicate(timeout=WAIT)
    assert work.returncode == 0, output
    names = [event["event"] for event in events(output)]
    assert names.count("started") == names.count("done") == 1  # only the first process speaks
    one, two = (ModelPackage.load(tmp_path / f"{name}.srpk") for name in ("one", "two"))
    for figure in ("loss", "val_psnr"):
        assert two.info.training[figure] == pytest.approx(one.info.training[figure], rel=TOLERANCE)
    assert two.info.metrics.model.psnr == pytest.approx(one.info.metrics.model.psnr, rel=TOLERANCE)
    assert sorted(path.name for path in tmp_path.glob("*.*")) == ["job.json", "one.srpk", "two.srpk"]


def children(pid):
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def test_a_process_that_dies_ends_the_run_with_one_sentence_and_a_checkpoint(make_tileset, tmp_path):
    tileset, out = make_tileset(train=8), tmp_path / "m.srpk"
    values = asked(tileset, out, epochs=30, batch_size=8)
    work = torchrun(tmp_path, values)
    output = ""
    while '"Epoch {epoch} of' not in output:
        output += work.stdout.readline() or pytest.fail(output)
    (first,) = [event["pid"] for event in events(output) if event["event"] == "started"]
    (other,) = set(children(work.pid)) - {first}
    os.kill(other, signal.SIGKILL)
    began = time.monotonic()
    output += work.communicate(timeout=WAIT)[0]
    assert work.returncode != 0
    assert time.monotonic() - began < 60
    last = [event for event in events(output) if event["event"] in ("failed", "cancelled")]
    assert [event["event"] for event in last] == ["failed"], output
    assert last[0]["text"].format(**last[0]["values"]) == (
        "One of the 2 processes of this training has ended or cannot be reached any more, so the others stop: its own "
        "log says why."
    )
    kept = Path(f"{out}.checkpoint")
    assert f'"path": "{kept}"' in output.rpartition("The training is saved to ")[2]
    history = checkpoint_file.read(kept).state["history"]
    run_to_end(Job.load({"id": "train_model", **values, "resume": str(kept)}).run())  # by one process alone
    whole = ModelPackage.load(out).info.training["losses"]
    assert whole[: len(history)] == [epoch["losses"] for epoch in history] and len(whole) == 30
