"""What a user left for the computer to find out before a training: batch size and learning rate."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence

from ..backbones import DiffusionNet, SrNet
from ..data.patches import Patches
from ..data.tileset import Pair
from ..objectives import Batch, Objective
from ..progress import Log, Progress
from ..schema import Config
from .batch_finder import find_batch_size
from .rate_finder import RangeTest, find_learning_rate
from .settings import Settings


class Found(Config):
    """What a training goes by, given or found."""

    batch_size: int
    learning_rate: float
    range_test: RangeTest | None = None
    """How the learning rate was found; none where it was given."""


def find(
    net: SrNet | DiffusionNet,
    objective: Objective,
    patches: Patches,
    settings: Settings,
    bands: Sequence[str],
    on_device: Callable[[Pair], Batch],
    before: Found | None = None,
) -> Generator[Progress | Log, None, Found]:
    """Batch size, and then the learning rate for it; `before` is what an interrupted training had found.

    Net and random numbers stay as they are.
    """
    if before:
        return before.model_copy(update={"learning_rate": settings.learning_rate or before.learning_rate})
    yield from objective.fetch()
    scale = net.scale

    def of_size(size: int) -> Batch:
        return on_device(next(patches.batches(size, 0)))

    size = settings.batch_size
    if not size:
        size = yield from find_batch_size(net, objective, of_size, len(patches), bands, settings.optimisation)
    if settings.learning_rate:
        return Found(batch_size=size, learning_rate=settings.learning_rate)

    def batches() -> Iterator[Batch]:
        return map(on_device, patches.batches(size, 0))

    test = yield from find_learning_rate(
        net, objective, batches(), bands, settings.optimisation, settings.seed
    )
    net.serve(scale)
    return Found(batch_size=size, learning_rate=test.chosen, range_test=test)
