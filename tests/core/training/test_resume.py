"""A training that is interrupted and continues to the result of an uninterrupted one."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import torch

from sr_core.errors import InputError, OutputError, SrError
from sr_core.jobs import Job
from sr_core.objectives.pixel import Pixel
from sr_core.package.srpk import ModelPackage
from sr_core.progress import Log
from sr_core.training import checkpoint_file, loop, training_checkpoints

from ..support.small_trainings import NETWORK, SMALL, log_lines, run_to_end

ROOT = Path(__file__).parents[3]
OFTEN = 1e-9
"""Minutes between checkpoints that make one after every step."""

SR3 = {
    "id": "sr3",
    "inner_channel": 4,
    "norm_groups": 2,
    "channel_mults": [1, 2],
    "attn_res": [],
    "res_blocks": 1,
}
NOISE = {"id": "denoising", "n_timestep": 20, "linear_end": 0.5, "ema_decay": 0.9}
KINDS = {
    "pixel": {},
    "norms": {"backbone": {"id": "srresnet", "n_feats": 4, "n_blocks": 1}},
    "scales": {"backbone": {"id": "mdsr", "n_feats": 4, "n_blocks": 1}, "patch_size": 8},
    "adversarial": {
        "objective": {"id": "adversarial", "discriminator_feats": 2, "pixel_only": 0.4, "r1_weight": 1.0}
    },
    "spectral": {
        "objective": {"id": "adversarial", "discriminator_feats": 2, "pixel_only": 0, "discriminator_norm": "spectral",
                      "adversary": "relativistic"}
    },
    "denoising": {"backbone": SR3, "objective": NOISE, "patch_size": 8},
    "flow": {"backbone": SR3, "objective": {"id": "flow", "ema_decay": 0.9}, "patch_size": 8},
    "dropout": {"backbone": {**SR3, "dropout": 0.3}, "objective": NOISE, "patch_size": 8},
}  # fmt: skip


def asked(tileset, out, **values):
    return {"tiles": str(tileset.folder), "output": str(out), "backbone": NETWORK, **SMALL, "epochs": 3,
            "checkpoint_every": OFTEN, "device": "cpu", **values}  # fmt: skip


def job(tileset, out, **values):
    return Job.load({"id": "train_model", **asked(tileset, out, **values)})


def same(one, other):
    """Whether two models and their figures are equal to the bit."""
    a, b = (ModelPackage.load(path) for path in (one, other))
    weights = [package.net.body.state_dict() for package in (a, b)]
    untimed = [{k: v for k, v in p.info.training.items() if k != "seconds"} for p in (a, b)]
    return (
        a.info.metrics == b.info.metrics
        and untimed[0] == untimed[1]
        and all(torch.equal(value, weights[1][name]) for name, value in weights[0].items())
    )


@pytest.fixture
def progress_after_every_step(monkeypatch):
    """A run can be cut off wherever it yields progress."""
    monkeypatch.setattr(loop, "PROGRESS_INTERVAL", -1)


# The others learn by these objectives too, with more to be kept.
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("pixel", "denoising")])
def test_a_run_cut_off_anywhere_goes_on_to_the_same_result(
    make_tileset, tmp_path, progress_after_every_step, kind
):
    """Cut off in two ways in turn: by cancelling, and as by a power cut, when only the last checkpoint is left."""
    tileset = make_tileset(train=5)
    steps, _ = run_to_end(job(tileset, tmp_path / "whole.srpk", **KINDS[kind]).run())
    assert not (tmp_path / "whole.srpk.checkpoint").exists()
    random.seed(kind)
    out, left = tmp_path / "cut.srpk", tmp_path / "cut.srpk.checkpoint"
    runs, cancelled = 0, False
    while not out.exists():
        runs += 1
        work = job(tileset, out, **KINDS[kind], resume="auto").run()
        try:
            for _ in range(random.randint(8, len(steps) * 2 // 3)):
                next(work)
        except StopIteration:
            break
        copy = left.read_bytes() if left.exists() else None
        work.close()
        cancelled = not cancelled
        if not cancelled and copy:
            left.write_bytes(copy)
    assert runs > 2
    assert same(tmp_path / "whole.srpk", out)
    assert sorted(path.name for path in tmp_path.glob("*.*")) == ["cut.srpk", "whole.srpk"]


def test_a_run_killed_at_any_moment_goes_on_to_the_same_result(make_tileset, tmp_path):
    tileset = make_tileset(train=4)
    values = KINDS["adversarial"] | {"epochs": 16}
    run_to_end(job(tileset, tmp_path / "whole.srpk", **values).run())
    out = tmp_path / "cut.srpk"
    request = json.dumps({"job": "train_model", **asked(tileset, out, **values), "resume": "auto"})
    (tmp_path / "job.json").write_text(request)
    env = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": str(torch.get_num_threads())}
    random.seed(0)
    kills = 0
    while not out.exists():
        worker = subprocess.Popen(
            [sys.executable, "-m", "sr_core", "run", "job.json"],
            cwd=tmp_path, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
        )  # fmt: skip
        output = ""
        while '"Epoch {epoch} of' not in output and '"done"' not in output:
            output += worker.stdout.readline() or pytest.fail(output)
        assert ('"Continuing from {path}' in output) == (kills > 0)
        if kills < 2:
            time.sleep(random.uniform(0, 0.1))
            worker.send_signal(signal.SIGKILL)
            kills += 1
        worker.communicate()
    assert kills == 2
    assert same(tmp_path / "whole.srpk", out)


def test_an_interrupted_run_says_what_goes_on_with_it(make_tileset, tmp_path, progress_after_every_step):
    tileset, out = make_tileset(), tmp_path / "m.srpk"
    work = job(tileset, out, checkpoint_every=5).run()
    said = (
        f"The training is saved to {out}.checkpoint every 5 minutes: if it is interrupted, set RESUME to that file and "
        "leave all other settings unchanged to continue."
    )
    steps = []
    while said not in log_lines(steps):
        steps.append(next(work))
    for _ in range(5):  # into the training
        next(work)
    assert not Path(f"{out}.checkpoint").exists()
    work.close()
    steps, _ = run_to_end(job(tileset, out, resume=f"{out}.checkpoint").run())
    assert any(
        line.startswith(f"Continuing from {out}.checkpoint: 0 epochs and ") for line in log_lines(steps)
    )


def interrupted(tileset, out, epochs=1, **values):
    """The checkpoint of a run that was cancelled after so many epochs."""
    work = job(tileset, out, **values).run()
    for step in work:
        if isinstance(step, Log) and step.values.get("epoch") == epochs:
            break
    work.close()
    return Path(f"{out}.checkpoint")


@pytest.mark.parametrize(
    ("other", "differences"),
    [
        ({"epochs": 4}, "EPOCHS is 4 and was 3"),
        ({"seed": 1, "batch_size": 3}, "BATCH_SIZE is 3 and was 4; SEED is 1 and was 0"),
        ({"backbone": {**NETWORK, "n_feats": 4}}, "n_feats of BACKBONE is 4 and was 8"),
        ({"backbone": "rdn"}, "BACKBONE is rdn and was edsr"),
        ({"objective": {"id": "pixel", "criterion": "l2"}}, "criterion of OBJECTIVE is l2 and was l1"),
    ],
)
def test_going_on_with_other_settings_is_refused_and_the_difference_named(
    make_tileset, tmp_path, other, differences
):
    tileset = make_tileset()
    kept = interrupted(tileset, tmp_path / "m.srpk")
    before = kept.read_bytes()
    with pytest.raises(InputError) as error:
        run_to_end(job(tileset, tmp_path / "m.srpk", resume=str(kept), **other).run())
    assert str(error.value) == (
        f"{kept} is of a training with other settings ({differences}): set them as they were, or leave RESUME blank to start "
        "again."
    )
    assert kept.read_bytes() == before


def test_going_on_with_other_tiles_is_refused_and_with_the_same_elsewhere_it_is_not(make_tileset, tmp_path):
    tileset = make_tileset()
    kept = interrupted(tileset, tmp_path / "m.srpk")
    with pytest.raises(InputError, match=r"TILES is 5 \+ 2 tiles \(\w+\) and was 6 \+ 2 tiles \(\w+\)\)"):
        run_to_end(job(make_tileset("other", train=5), tmp_path / "m.srpk", resume=str(kept)).run())
    shutil.move(tileset.folder, tmp_path / "moved")
    values = asked(tileset, tmp_path / "m.srpk", resume=str(kept)) | {"tiles": str(tmp_path / "moved")}
    run_to_end(Job.load({"id": "train_model", **values}).run())


def test_a_checkpoint_from_before_an_option_existed_goes_on_at_its_default(make_tileset, tmp_path):
    tileset, out = make_tileset(), tmp_path / "m.srpk"
    kept = interrupted(tileset, out)
    checkpoint = checkpoint_file.read(kept)
    older = {name: value for name, value in checkpoint.asked.items() if name != "CUTBLUR"}
    older["OBJECTIVE"] = {"id": "pixel"}
    checkpoint_file.write(kept, checkpoint.model_copy(update={"asked": older}))
    with pytest.raises(InputError, match=r"other settings \(CUTBLUR is 0.5 and was 0.0\)"):
        run_to_end(job(tileset, out, resume=str(kept), cutblur=0.5).run())
    run_to_end(job(tileset, out, resume=str(kept)).run())
    run_to_end(job(tileset, tmp_path / "whole.srpk").run())
    assert same(tmp_path / "whole.srpk", out)


def test_the_learning_rate_alone_may_be_another(make_tileset, tmp_path):
    tileset, out = make_tileset(), tmp_path / "m.srpk"
    kept = interrupted(tileset, out)
    state = checkpoint_file.read(kept).state
    steps, _ = run_to_end(job(tileset, out, resume=str(kept), learning_rate=1e-30).run())
    assert (
        "LEARNING_RATE was 0.003 and is 1e-30 from now on: the result differs from that of either value throughout."
        in (log_lines(steps))
    )
    trained = ModelPackage.load(out).net.body.state_dict()  # nothing was learnt with it any more
    assert all(torch.equal(value, trained[name]) for name, value in state["net"].items())


def test_a_run_that_diverges_keeps_the_last_good_checkpoint(
    make_tileset, tmp_path, progress_after_every_step, monkeypatch
):
    tileset, out = make_tileset(train=12), tmp_path / "m.srpk"
    kept = interrupted(tileset, out)
    with monkeypatch.context() as patched:
        patched.setattr(Pixel, "distance", lambda self, sr, hr, valid: (sr - hr).abs().mean() * float("nan"))
        work, steps = job(tileset, out, resume=str(kept)).run(), []
        with pytest.raises(
            SrError, match=r"no longer a finite number in epoch 2: use a smaller LEARNING_RATE"
        ):
            while True:
                steps.append(next(work))
    assert (
        f"The training is saved to {kept}: set RESUME to that file and leave all other settings unchanged to continue."
        in (log_lines(steps))
    )
    assert all(value.isfinite().all() for value in checkpoint_file.read(kept).state["net"].values())
    run_to_end(job(tileset, out, resume=str(kept), learning_rate=1e-4).run())
    assert out.exists() and not kept.exists()


def test_a_full_disk_keeps_the_last_whole_checkpoint_and_the_training_goes_on(
    make_tileset, tmp_path, monkeypatch
):
    tileset, out = make_tileset(), tmp_path / "m.srpk"
    kept, writing = Path(f"{out}.checkpoint"), checkpoint_file.write
    written = []

    def full(path, state):
        if written:
            raise OSError(28, "No space left on device")
        written.append(writing(path, state))

    monkeypatch.setattr(training_checkpoints.checkpoint_file, "write", full)
    work = job(tileset, out).run()
    said = (
        f"The checkpoint could not be updated (No space left on device). {kept} still contains an earlier, complete "
        "one; the training continues."
    )
    steps = []
    while said not in log_lines(steps):
        steps.append(next(work))
    assert checkpoint_file.read(kept).state["step"] == 1
    run_to_end(work)
    assert out.exists() and not kept.exists()


def test_a_result_that_cannot_be_saved_is_not_lost(make_tileset, tmp_path, monkeypatch):
    tileset, out = make_tileset(), tmp_path / "m.srpk"

    def full(self, path):
        raise OSError(28, "No space left on device", str(path))

    with monkeypatch.context() as patched:
        patched.setattr(ModelPackage, "save", full)
        work, steps = job(tileset, out, checkpoint_every=5).run(), []
        with pytest.raises(OutputError, match="No space left"):
            while True:
                steps.append(next(work))
    assert f"The training is saved to {out}.checkpoint" in log_lines(steps)[-1]
    steps, _ = run_to_end(job(tileset, out, resume=f"{out}.checkpoint").run())
    assert not any(line.startswith("Epoch") for line in log_lines(steps))  # nothing was left to learn
    run_to_end(job(tileset, tmp_path / "whole.srpk").run())
    assert same(tmp_path / "whole.srpk", out)


def test_an_earlier_runs_checkpoint_is_pointed_out(make_tileset, tmp_path):
    tileset, out = make_tileset(), tmp_path / "m.srpk"
    kept = interrupted(tileset, out)
    steps, _ = run_to_end(job(tileset, out).run())
    assert (
        f"{kept} is of an earlier run, which could be continued with it as RESUME; this run starts from the beginning and will replace it."
    ) in log_lines(steps)


def test_without_checkpoints_nothing_is_left(make_tileset, tmp_path, progress_after_every_step):
    work = job(make_tileset(), tmp_path / "m.srpk", checkpoint_every=0).run()
    for _ in range(12):
        next(work)
    work.close()
    assert [path.name for path in tmp_path.iterdir()] == ["tiles"]


def test_the_checkpoint_of_a_temporary_result_outlives_qgis(tmp_path, monkeypatch):
    monkeypatch.setenv("FINER_HOME", str(tmp_path / "home"))
    path = training_checkpoints.checkpoint_path(tmp_path / "processing_aBc123" / "0f" / "OUTPUT.srpk")
    assert path.parent == tmp_path / "home" / "checkpoints" and path.suffix == ".checkpoint"
    assert training_checkpoints.checkpoint_path(tmp_path / "m.srpk") == tmp_path / "m.srpk.checkpoint"
