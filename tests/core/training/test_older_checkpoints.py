"""Checkpoints of earlier versions, which wrote the options of a training in other forms."""

from __future__ import annotations

import pytest

from sr_core.errors import InputError
from sr_core.jobs import Job
from sr_core.progress import Log
from sr_core.training import checkpoint_file

from ..support.small_trainings import SMALL, log_lines, run_to_end

SR3 = {
    "id": "sr3",
    "inner_channel": 4,
    "norm_groups": 2,
    "channel_mults": [1, 2],
    "attn_res": [],
    "res_blocks": 1,
}
COSINE = {"id": "denoising", "schedule": "cosine", "n_timestep": 20}


def test_options_of_another_schedule_are_no_difference(make_tileset, tmp_path):
    """They kept linear_start and linear_end as they were given, though a cosine schedule has no use for them."""
    tileset, out = make_tileset(train=2, val=1, test=1), tmp_path / "m.srpk"

    def job(resume=None, **objective):
        values = {**SMALL, "backbone": SR3, "objective": {**COSINE, **objective}, "patch_size": 8, "device": "cpu",
                  "tiles": str(tileset.folder), "output": str(out), "checkpoint_every": 1e-9}  # fmt: skip
        return Job.load({"id": "train_model", **values, "resume": resume}).run()

    work, kept = job(), tmp_path / "m.srpk.checkpoint"
    next(step for step in work if isinstance(step, Log) and step.values.get("epoch") == 1)
    work.close()
    checkpoint = checkpoint_file.read(kept)
    older = {**checkpoint.asked, "OBJECTIVE": {**checkpoint.asked["OBJECTIVE"], "linear_start": 3e-4}}
    older = checkpoint.model_copy(update={"asked": older})
    for asked_again in ({}, {"linear_start": 3e-4}, {"linear_start": 2e-4}):
        checkpoint_file.write(kept, older)
        assert "Continuing from" in "\n".join(log_lines(run_to_end(job(str(kept), **asked_again))[0]))
        out.unlink()
    checkpoint_file.write(kept, older)
    with pytest.raises(InputError, match="n_timestep of OBJECTIVE is 30 and was 20"):
        run_to_end(job(str(kept), n_timestep=30))
