"""Measures how long a training's steps and validations take on this computer."""

from __future__ import annotations

import time
from collections.abc import Generator
from contextlib import suppress
from copy import deepcopy
from dataclasses import replace
from itertools import cycle, islice
from statistics import median

from ..backbones import DiffusionNet, SrNet
from ..datasets.patches import Patches
from ..errors import InputError
from ..evaluation.tile_scores import Upscale
from ..package.card import duration
from ..progress import Log, Progress
from .autotune import TunedSettings, to_batch
from .distributed import ProcessGroup, StepPrecision, fabric_alone
from .options import TrainingOptions
from .precision_choice import choose_precision
from .random_seed import seeded
from .time_budget import plan_time
from .validation import Validation

WARM_UP, PROBED = 2, 40
"""Steps before the clock runs, as the first ones load and allocate; and steps that are timed at most."""

PROBE_SHARE = 0.05
"""Share of the training's time after which no further step is timed."""

LONGEST, SHORTEST = 10.0, 1e-4
"""Seconds after which no further step is timed; and that anything takes at least, as clocks may not see less."""


def plan_training(
    net: SrNet | DiffusionNet,
    patches: Patches,
    options: TrainingOptions,
    tuned: TunedSettings,
    processes: ProcessGroup,
    validation: Validation,
    upscale: Upscale,
) -> Generator[Progress | Log, None, TunedSettings]:
    """Return the settings with a plan of the training's time, if it has one, and log how much is expected to fit.

    Where epochs are counted, and SIZE is given, log how long they are expected to take. The first of several processes
    measures for all.

    Args:
        net: The network, on its device.
        patches: Training patches of this process.
        options: Of the training.
        tuned: Batch size and precision.
        processes: The processes of the training.
        validation: Validation tiles.
        upscale: The network, as a function of arrays.
    """
    if options.minutes is None and not options.size:
        return tuned
    step = tile = 0.0
    if processes.is_leader:
        alone, share = replace(patches, process=0, processes=1), -(-tuned.batch_size // processes.count)
        limit = min(LONGEST, PROBE_SHARE * 60 * options.minutes) if options.minutes else LONGEST
        step = yield from measure_step(net, alone, options, share, tuned.precision, limit)
        tile = yield from measure_validation_tile(net, upscale, validation, options.seed)
        tile /= processes.count
    step, tile = processes.from_leader(step), processes.from_leader(tile)
    per_pass = patches.n_batches(tuned.batch_size)
    if options.minutes is None:
        yield Log(
            "A step takes {step} here: {epochs} epochs will take about {time}.",
            step=duration(step),
            epochs=options.epochs,
            time=duration(options.epochs * (per_pass * step + len(validation.names) * tile)),
        )
        return tuned
    plan = plan_time(60 * options.minutes, step, tile, per_pass, len(validation.names))
    seen = plan.steps * patches.per_tile / per_pass
    yield Log(
        "A step takes {step} here: {minutes:g} minutes are about {steps} steps, which use every tile {times} "
        "times.",
        step=duration(step),
        minutes=options.minutes,
        steps=plan.steps,
        times=round(seen) if seen >= 10 else round(seen, 1),
    )
    return tuned.model_copy(update={"plan": plan})


def measure_step(
    net: SrNet | DiffusionNet,
    patches: Patches,
    options: TrainingOptions,
    batch_size: int,
    precision: StepPrecision | None = None,
    longest: float = LONGEST,
) -> Generator[Progress | Log, None, float]:
    """Return the seconds that a step takes: the median of some.

    Net and random numbers stay as they are: a copy is trained, on the clock.

    Args:
        net: The network, on its device.
        patches: Training patches.
        options: Of the training.
        batch_size: Patches in a step of this process.
        precision: Precision of the steps; None: the faster one, which is found first.
        longest: Seconds after which no further step is timed.
    """
    bands = patches.tiles.tileset.info.bands
    with seeded(options.seed, net.device):
        some = [to_batch(each, net.device) for each in islice(patches.batches(batch_size, 0), 4)]
        precision = precision or (yield from choose_precision(net, options, some, bands))
        fabric = None if precision == "32-true" else fabric_alone(net.device, precision)
        trial = deepcopy(net).train()
        # Told of few steps, an adversarial training is past those that learn by pixels alone, which are cheaper.
        learner = options.objective.start(
            trial, options.learning_rate or 1e-4, WARM_UP, bands, options, fabric
        )
        taken: list[float] = []
        for number, batch in enumerate(islice(cycle(some), WARM_UP + PROBED)):
            trial.set_scale(batch.scale)
            began = time.monotonic()
            losses = learner.step(batch)
            float(next(iter(losses.values())))  # waits for the device
            taken.append(time.monotonic() - began)
            yield Progress(0, "Measuring the training speed of this computer")
            if number >= WARM_UP and sum(taken) > longest:
                break
    return max(median(taken[WARM_UP:]), SHORTEST)


def measure_validation_tile(
    net: SrNet | DiffusionNet, upscale: Upscale, validation: Validation, seed: int
) -> Generator[Progress, None, float]:
    """Return the seconds that a validation tile of `net` takes this process.

    Net and random numbers stay as they are.

    Args:
        net: The network, on its device.
        upscale: The network, as a function of arrays.
        validation: Validation tiles, which may be shared by several processes.
        seed: Of random numbers that are drawn meanwhile.
    """
    net.eval()
    alone = replace(validation, most=1, processes=None)
    with seeded(seed, net.device):
        began = time.monotonic()
        with suppress(InputError):  # a tile without a valid pixel takes as long
            yield from alone.measure_psnr(
                upscale, Progress(0, "Measuring the training speed of this computer")
            )
        # The loss of its patches takes another forward pass.
        return 2 * max(time.monotonic() - began, SHORTEST)
