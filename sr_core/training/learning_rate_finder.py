"""The learning-rate range test (Smith 2017): how large steps may be, found out before the training by trying."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from itertools import pairwise
from typing import Literal

import torch

from ..backbones import DiffusionNet, SrNet
from ..objectives import Batch, Objective
from ..optim.optimisation import Optimisation
from ..optim.schedules._sweep import Sweep
from ..progress import Log, Progress
from ..schema import Config

LOWEST, HIGHEST = 1e-6, 1.0
"""Learning rates between which all useful ones of Adam lie."""

STEPS = 96
"""Of a sweep: sixteen for each power of ten."""

BATCHES = 8
"""That the sweep goes through again and again. What a batch loses is told in units of what it lost the first time, at
learning rates that change nothing: so it does not matter that some patches are harder than others."""

SMOOTH = 0.85
"""Share of the running mean of losses that a step keeps."""

DIVERGED = 1.25
"""Times the least loss so far at which the sweep ends, once it has passed its first round."""

RISE, BELOW = 1.01, 5.0
"""Times its least at which the loss rises again, and how many times smaller than there the learning rate is: of 3, 5, 10
and 30 that did best on NAIP (docs/training.md)."""

FALL = 0.99
"""What the loss must have fallen to for its fall to say anything."""

FALLBACK = 1e-4
"""The learning rate of most papers, which suits wide networks too."""


class RangeTest(Config):
    """What a sweep of learning rates came to."""

    rates: tuple[float, ...]
    """Of each step, rising."""
    losses: tuple[float, ...]
    """Smoothed; 1 is a batch's loss before anything is learnt."""
    chosen: float
    """Learning rate to train with."""
    by: Literal["rise", "fall", "nothing"]
    """What decided: where the loss rises again, where it falls fastest as it never rises, or nothing, as it does
    neither."""


def find_learning_rate(
    net: SrNet | DiffusionNet,
    objective: Objective,
    batches: Iterable[Batch],
    bands: Sequence[str],
    optimisation: Optimisation,
    seed: int,
) -> Generator[Progress | Log, None, RangeTest]:
    """Train a copy of `net` for some steps at rising learning rates; net and random numbers stay as they are.

    `batches` are those gone through again and again; the first `BATCHES` of them are.
    """
    rates = [LOWEST * (HIGHEST / LOWEST) ** (step / (STEPS - 1)) for step in range(STEPS)]
    trial = deepcopy(net).train()
    cycle = [batch for batch, _ in zip(batches, range(BATCHES), strict=False)]
    with _chance(net, seed):
        learner = objective.at_first().start(
            trial,
            HIGHEST,
            STEPS,
            bands,
            optimisation.model_copy(update={"schedule": Sweep(lowest=LOWEST / HIGHEST), "ema": 0.0}),
        )
    first: list[float] = []
    mean, losses = 0.0, list[float]()
    for step in range(STEPS):
        batch = cycle[step % len(cycle)]
        trial.serve(batch.hr.shape[-1] // batch.lr.shape[-1])
        # What is drawn by chance is the same whenever a batch comes, or it would be taken for a rise or a fall.
        with _chance(net, seed + step % len(cycle)):
            with torch.no_grad():
                loss = float(learner.loss(batch, step % len(cycle)))
            learner.step(batch)
        if step < len(cycle):
            first.append(max(loss, 1e-12))
        mean = SMOOTH * mean + (1 - SMOOTH) * loss / first[step % len(cycle)]
        found = mean / (1 - SMOOTH ** (step + 1))
        if not math.isfinite(found):
            found = math.inf
        losses.append(found)
        if step >= len(cycle) and found > DIVERGED * min(losses):
            break
        yield Progress(0, "Looking for a learning rate")
    test = judged(rates[: len(losses)], losses)
    yield _said(test)
    return test


def judged(rates: Sequence[float], losses: Sequence[float]) -> RangeTest:
    """What smoothed losses at rising learning rates suggest: a fifth of the rate at which they rise again, or where
    they fall fastest if they never do."""
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


@contextmanager
def _chance(net: SrNet | DiffusionNet, seed: int) -> Iterator[None]:
    """Meanwhile torch's random numbers are those of `seed`."""
    with torch.random.fork_rng(devices=[net.device] if net.device.type == "cuda" else []):
        torch.manual_seed(seed)
        yield


def _said(test: RangeTest) -> Log:
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
            return Log(
                "Learning rate {rate:.2g}: in a trial the loss neither fell nor rose clearly, so this is the usual one; "
                "set LEARNING_RATE if the loss does not fall.",
                rate=test.chosen,
            )
