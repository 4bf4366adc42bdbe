"""Small nets and whole trainings that several test files run."""

from __future__ import annotations

import torch

from sr_core.backbones import Backbone
from sr_core.jobs import Job
from sr_core.progress import Log
from sr_core.training.options import TrainingOptions

SMALL = {"epochs": 2, "batch_size": 4, "learning_rate": 3e-3, "patch_size": 12, "seed": 0}
NETWORK = {"id": "edsr", "n_feats": 8, "n_blocks": 1}


def run_to_end(work):
    """All that the work yielded, and what it returned."""
    steps = []
    while True:
        try:
            steps.append(next(work))
        except StopIteration as end:
            return steps, end.value


def log_lines(steps):
    """The log as a user reads it."""
    return [step.text.format(**step.values) for step in steps if isinstance(step, Log)]


def options_for(tileset, **values):
    """Options of a small training on these tiles."""
    return TrainingOptions(tiles=str(tileset.folder), **{**SMALL, **values})


def net_for(tileset, seed=0, **options):
    torch.manual_seed(seed)
    info = tileset.info
    backbone = Backbone.load({**NETWORK, **options})
    return backbone.net(len(info.bands), info.scale, info.statistics.mean, info.statistics.std)


def train(tileset, out, **parameters):
    """Run the training job on a small network; what it yielded and its result."""
    values = {**SMALL, "backbone": NETWORK, **parameters}
    return run_to_end(
        Job.load({"id": "train_model", "tiles": str(tileset.folder), "output": str(out), **values}).run()
    )
