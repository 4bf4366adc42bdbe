"""The learning-rate range test (Smith 2017), a short trial before the training."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterable, Sequence
from copy import deepcopy
from itertools import pairwise
from typing import Literal

import torch

from ..backbones import DiffusionNet, SrNet
from ..objectives import Batch
from ..progress import Advice, Log, Progress
from ..schema import Config
from ._learning_rate_sweep import Sweep
from .options import TrainingOptions
from .random_seed import seeded

LOWEST, HIGHEST = 1e-6, 1.0
"""Learning rates between which all useful ones of Adam lie."""

STEPS = 96
"""Steps of a sweep: sixteen for each power of ten."""

BATCHES = 8
"""Batches that a sweep repeats. A batch's loss is divided by its loss of the first round, at learning rates that change
nothing, so that it does not matter that some patches are harder than others."""

SMOOTH = 0.85
"""Share of the running mean of losses that each step keeps."""

DIVERGED = 1.25
"""A sweep ends when the loss is this many times its minimum so far, after the first round."""

RISE, BELOW = 1.01, 5.0
"""The loss rises again where it is `RISE` times its minimum; the learning rate there is divided by `BELOW`: of 3, 5, 10
and 30 that did best on NAIP (docs/training.md)."""

FALL = 0.99
"""A loss that never gets below this has not fallen."""

FALLBACK = 1e-4
"""The learning rate of most papers, which suits wide networks too."""


class RangeTest(Config):
    """The result of a sweep of learning rates; checkpoints and model packages hold it."""

    rates: tuple[float, ...]
    """Learning rate of each step, rising."""
    losses: tuple[float, ...]
    """Smoothed loss of each step; 1 is a batch's loss before anything is learnt."""
    chosen: float
    """The learning rate to train with."""
    by: Literal["rise", "fall", "nothing"]
    """What decided: the point where the loss rises again, the one where it falls fastest if it never rises, or nothing if
    it does neither."""


def find_learning_rate(
    net: SrNet | DiffusionNet, options: TrainingOptions, batches: Iterable[Batch], bands: Sequence[str]
) -> Generator[Progress | Log, None, RangeTest]:
    """Train a copy of `net` for some steps at rising learning rates, and choose one.

    The steps repeat the first `BATCHES` of `batches`. Net and random numbers stay as they are.
    """
    rates = [LOWEST * (HIGHEST / LOWEST) ** (step / (STEPS - 1)) for step in range(STEPS)]
    trial = deepcopy(net).train()
    cycle = [batch for batch, _ in zip(batches, range(BATCHES), strict=False)]
    sweep = options.model_copy(update={"learning_rate_schedule": Sweep(lowest=LOWEST / HIGHEST), "ema": 0.0})
    with seeded(options.seed, net.device):
        learner = options.objective.initial_objective().start(trial, HIGHEST, STEPS, bands, sweep)
    first: list[float] = []
    mean, losses = 0.0, list[float]()
    for step in range(STEPS):
        number = step % len(cycle)
        batch = cycle[number]
        trial.set_scale(batch.scale)
        # A batch gets the same random numbers in every round, or their effect would pass for a rise or a fall.
        with seeded(options.seed + number, net.device):
            with torch.no_grad():
                loss = float(learner.loss(batch, number))
            learner.step(batch)
        if step < len(cycle):
            first.append(max(loss, 1e-12))
        mean = SMOOTH * mean + (1 - SMOOTH) * loss / first[number]
        smoothed = mean / (1 - SMOOTH ** (step + 1))
        if not math.isfinite(smoothed):
            smoothed = math.inf
        losses.append(smoothed)
        if step >= len(cycle) and smoothed > DIVERGED * min(losses):
            break
        yield Progress(0, "Looking for a learning rate")
    test = choose_learning_rate(rates[: len(losses)], losses)
    yield _log_line(test)
    return test


def choose_learning_rate(rates: Sequence[float], losses: Sequence[float]) -> RangeTest:
    """Return a fifth of the learning rate at which the loss rises again, or the one where it falls fastest if it never does.

    `losses` are smoothed, one for each of the rising `rates`, and infinite where the loss was not finite.
    """
    least, rise = math.inf, None
    for rate, loss in zip(rates, losses, strict=True):
        least = min(least, loss)
        if loss > RISE * least:
            rise = rate
            break
    slopes = [after - before for before, after in pairwise(losses)]
    by: Literal["rise", "fall", "nothing"]
    if rise is not None and rise / BELOW >= rates[0]:
        chosen, by = rise / BELOW, "rise"
    elif rise is None and least < FALL:
        chosen, by = rates[slopes.index(min(slopes))], "fall"
    else:
        chosen, by = FALLBACK, "nothing"
    finite = [loss for loss in losses if math.isfinite(loss)]
    return RangeTest(
        rates=tuple(rates[: len(finite)]), losses=tuple(finite), chosen=float(f"{chosen:.2g}"), by=by
    )


def _log_line(test: RangeTest) -> Log:
    match test.by:
        case "rise":
            return Log(
                "Learning rate {rate:.2g}: in a trial the loss rose again at {rise:.2g}, of which this is a fifth.",
                rate=test.chosen,
                rise=test.chosen * BELOW,
            )
        case "fall":
            return Log("Learning rate {rate:.2g}: in a trial the loss fell fastest there.", rate=test.chosen)
        case "nothing":
            return Advice(
                ("learning_rate",),
                "Learning rate {rate:.2g}: in a trial the loss neither fell nor rose clearly, so this is the usual one; "
                "set LEARNING_RATE if the loss does not fall.",
                rate=test.chosen,
            )
