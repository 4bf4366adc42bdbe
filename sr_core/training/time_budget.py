"""How many epochs fit into a given time: so that the learning-rate schedule ends when the time does."""

from __future__ import annotations

import time
from collections.abc import Generator
from copy import deepcopy
from itertools import cycle, islice
from statistics import median

from ..backbones import DiffusionNet, SrNet
from ..datasets.patches import Patches
from ..progress import Log, Progress
from .autotune import to_batch
from .distributed import fabric_alone
from .options import TrainingOptions
from .rng import seeded
from .step_precision import choose_precision

WARM_UP, PROBED = 2, 40
"""Steps before the clock runs, as the first ones load and allocate; and steps that are timed at most."""
PROBE_SHARE, VALIDATION_SHARE = 0.05, 1 / 6
"""Share of the time that the probe takes at most; and what validation adds to an epoch at most (see `Validation`)."""


def count_epochs(
    net: SrNet | DiffusionNet, patches: Patches, options: TrainingOptions, seconds: float
) -> Generator[Progress | Log, None, int]:
    """Return the number of epochs that take about so many seconds on this computer, at least one.

    Net and random numbers stay as they are: a copy is trained for some steps, on the clock.

    Args:
        net: The network, on its device.
        patches: Training patches.
        options: Of the training; their batch size and learning rate are given.
        seconds: What training may take, without the final figures.
    """
    bands = patches.tiles.tileset.info.bands
    with seeded(options.seed, net.device):
        some = [to_batch(each, net.device) for each in islice(patches.batches(options.batch_size, 0), 4)]
        precision = yield from choose_precision(net, options, some, bands)
        fabric = None if precision == "32-true" else fabric_alone(net.device, precision)
        learner = options.objective.start(
            deepcopy(net).train(), options.learning_rate or 1e-4, WARM_UP + PROBED, bands, options, fabric
        )
        batches = cycle(some)
        for batch in islice(batches, WARM_UP):
            learner.step(batch)
        taken: list[float] = []
        for batch in islice(batches, PROBED):
            began = time.monotonic()
            losses = learner.step(batch)
            float(next(iter(losses.values())))  # waits for the device
            taken.append(time.monotonic() - began)
            yield Progress(0, "Measuring how fast this computer learns")
            if sum(taken) > PROBE_SHARE * seconds:
                break
    epoch = median(taken) * patches.n_batches(options.batch_size) * (1 + VALIDATION_SHARE)
    return max(1, int((seconds - sum(taken)) / epoch))
