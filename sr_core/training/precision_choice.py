"""Choice between float32 and bfloat16 for a training on this computer, by a few timed steps in each, whose times are kept."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Generator, Sequence
from copy import deepcopy

import torch

from ..backbones import DiffusionNet, SrNet
from ..device import describe, fast_dtype
from ..hardware import describe_hardware, may_be_fast_at_bfloat16
from ..measurement_file import MeasurementFile
from ..objectives import Batch
from ..progress import Log, Progress
from ..schema import Config
from .distributed import StepPrecision, fabric_alone
from .options import TrainingOptions
from .random_seed import seeded

FASTER = 0.9
"""Share of float32's time up to which bfloat16 is used; a smaller gain could be chance."""
WARM_UP, PROBED = 2, 5
"""Steps before the clock runs, as the first ones load and allocate; and steps that are timed."""


class StepTimes(Config):
    """Seconds that a training step takes, in each precision."""

    float32: float
    bfloat16: float

    @property
    def chosen(self) -> StepPrecision:
        """The precision to train in."""
        return "bf16-mixed" if self.bfloat16 <= FASTER * self.float32 else "32-true"


KEPT: MeasurementFile[StepTimes] = MeasurementFile("training_precisions.json", StepTimes)


def may_be_faster(device: torch.device) -> bool:
    """Return whether a device may be faster in bfloat16, as far as it tells; where not, nothing is measured."""
    if device.type == "cpu":
        return may_be_fast_at_bfloat16()
    return fast_dtype(device) is torch.bfloat16


def precision_of_older(device: torch.device) -> StepPrecision:
    """Return the precision of trainings whose checkpoints do not say it: they took it from the device alone."""
    return "bf16-mixed" if fast_dtype(device) is torch.bfloat16 else "32-true"


def choose_precision(
    net: SrNet | DiffusionNet, options: TrainingOptions, batches: Sequence[Batch], bands: Sequence[str]
) -> Generator[Progress | Log, None, StepPrecision]:
    """Return the precision in which steps are faster; weights and optimiser are in float32 in both.

    Net and random numbers stay as they are: copies are trained.

    Args:
        net: The network to train, on its device.
        options: Objective and optimisation of the training.
        batches: Some batches, of the size that one process is trained with.
        bands: Descriptions of the net's bands.
    """
    if not may_be_faster(net.device):
        return "32-true"
    key = _key(net, options, batches[0])
    times = KEPT.load().get(key)
    if not times:
        yield Progress(0, "Measuring which precision trains faster on this computer")
        try:
            times = measure_steps(net, options, batches, bands)
        except (
            torch.OutOfMemoryError
        ):  # bfloat16 needs less; where it does not suffice either, the training says so
            return "bf16-mixed"
        KEPT.add(key, times)
    if times.chosen == "bf16-mixed":
        yield Log(
            "Training in bfloat16: a step takes {share:.0f} % of its time in float32; weights stay in float32.",
            share=100 * times.bfloat16 / times.float32,
        )
    return times.chosen


def measure_steps(
    net: SrNet | DiffusionNet, options: TrainingOptions, batches: Sequence[Batch], bands: Sequence[str]
) -> StepTimes:
    """Return the time of a step in each precision: the least of some, made by turns."""
    precisions: tuple[StepPrecision, ...] = ("32-true", "bf16-mixed")
    steps = WARM_UP + PROBED
    taken: dict[str, list[float]] = {precision: [] for precision in precisions}
    with seeded(options.seed, net.device):
        learners = {
            precision: options.objective.start(
                deepcopy(net).train(), 1e-6, steps, bands, options, fabric_alone(net.device, precision)
            )
            for precision in precisions
        }
        for number in range(steps):
            batch = batches[number % len(batches)]
            for precision, learner in learners.items():
                learner.net.set_scale(batch.scale)
                began = time.monotonic()
                losses = learner.step(batch)
                float(next(iter(losses.values())))  # waits for the device
                if number >= WARM_UP:
                    taken[precision].append(time.monotonic() - began)
    return StepTimes(float32=min(taken["32-true"]), bfloat16=min(taken["bf16-mixed"]))


def _key(net: SrNet | DiffusionNet, options: TrainingOptions, batch: Batch) -> str:
    """Return the key under which a measurement is kept."""
    device = describe_hardware()["processor"] if net.device.type == "cpu" else describe(net.device)
    network = (net.backbone.model_dump(mode="json"), options.objective.model_dump(mode="json"))
    described = (torch.__version__, device, network, tuple(batch.lr.shape), batch.scale)
    return hashlib.sha256(json.dumps(described).encode()).hexdigest()[:32]
