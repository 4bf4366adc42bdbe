"""Settles the size of the network: the one that is asked for, or the largest that computer, tiles and time allow."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TypeVar, get_args

import torch

from ..backbones import Backbone, DiffusionNet, Size, SrNet
from ..datasets.patches import Patches
from ..datasets.tile_cache import TileCache
from ..datasets.tileset import TileSet
from ..device import prepare
from ..errors import InputError
from ..package.srpk import read_info
from ..progress import Advice, Log, Progress, run_to_end
from .distributed import ProcessGroup
from .options import TrainingOptions
from .patch_size_choice import require_patch_size, settle_patch_size
from .random_seed import seeded
from .step_time import measure_step

T = TypeVar("T", bound=TrainingOptions)

SIZES: tuple[Size, ...] = get_args(Size)

LEAST_STEPS: dict[Size, int] = {"small": 0, "medium": 5_000, "paper": 50_000}
LEAST_PATCHES: dict[Size, int] = {"small": 0, "medium": 1_000, "paper": 5_000}
"""Steps that a training must have time for, and patches that a pass over its tiles must have, for a size to be better than the
one below."""

LIKELY = 4
"""How many times less time a larger network may take than its weights tell; what would be too slow even then is not
measured."""

BATCH, LONGEST = 8, 3.0
"""Patches in a step that is measured where BATCH_SIZE is still to be found; and seconds of measuring."""


def settle_size(
    options: T,
    tileset: TileSet,
    processes: ProcessGroup,
    build: Callable[[T], SrNet | DiffusionNet],
    before: Backbone | None = None,
) -> Generator[Progress | Log, None, T]:
    """Return the options with the network's own options for the size that was asked for.

    Args:
        options: Options of the training.
        tileset: Tile set of the training.
        processes: The processes of the training, of which the first decides.
        build: Returns the network of options.
        before: Network of the training that is gone on with; it is taken where the size was left to Finer.

    Raises:
        InputError: The network does not say its sizes, or a patch does not suit it.
    """
    if options.size is None:
        return options
    if options.size != "auto":
        return options.model_copy(update={"backbone": options.backbone.with_size(options.size)})
    if before is None and options.pretrained:
        given = read_info(options.pretrained)[0].backbone
        before = given if isinstance(given, type(options.backbone)) else None
    if before:
        asked = options.backbone
        if before.id != asked.id:
            return options  # which is refused where the training goes on
        set_by_user = asked.model_dump(mode="json", include=asked.model_fields_set)
        backbone = asked.build({**before.model_dump(mode="json"), **set_by_user})
        return options.model_copy(update={"backbone": backbone})
    number = 0.0
    if processes.is_leader:
        number = float(SIZES.index((yield from choose_size(options, tileset, processes, build))))
    chosen = SIZES[round(processes.from_leader(number))]
    return options.model_copy(update={"backbone": options.backbone.with_size(chosen)})


def choose_size(
    options: T, tileset: TileSet, processes: ProcessGroup, build: Callable[[T], SrNet | DiffusionNet]
) -> Generator[Progress | Log, None, Size]:
    """Return the largest size for which there are enough tiles, and time for enough steps; arguments as above.

    Where EPOCHS are counted, time does not matter, but a processor gets the small size.
    """
    chosen, steps, chosen_weights, patches = SIZES[0], 0.0, 0, 0
    if options.minutes is not None:
        yield from options.objective.fetch()  # steps are measured
    for size in SIZES:
        try:
            sized = options.model_copy(update={"backbone": options.backbone.with_size(size)})
            # What this logs is logged when the size is settled.
            job = run_to_end(settle_patch_size(sized, tileset))
            weights = _count_weights(build, job)
        except InputError:
            if size == SIZES[0]:
                raise
            break  # what was given, or the tiles, do not suit larger ones
        scales = job.backbone.shared_scales(tileset.info.scale)
        sample = Patches(TileCache(tileset), job.patch_side, job.seed, scales)
        patches, batch = len(sample), job.batch_size or BATCH
        if patches < LEAST_PATCHES[size]:
            break
        if job.minutes is None:
            steps = 0 if processes.device.type == "cpu" else job.epochs * sample.n_batches(batch)
        elif steps and LIKELY * steps * chosen_weights / weights < LEAST_STEPS[size]:
            break
        else:
            with seeded(job.seed):
                net = build(job)
            try:
                prepare(net, processes.device)
                share = -(-batch // processes.count)
                steps = 60 * job.minutes / (yield from measure_step(net, sample, job, share, longest=LONGEST))
            except torch.OutOfMemoryError:
                break
        if steps < LEAST_STEPS[size]:
            break
        chosen, chosen_weights = size, weights
    if options.minutes is None:
        yield Advice(
            ("size",),
            "SIZE is auto: the network is {size}, for {patches} patches in the training tiles and this device.",
            size=chosen,
            patches=patches,
        )
    else:
        yield Advice(
            ("size",),
            "SIZE is auto: the network is {size}, for {patches} patches in the training tiles and {minutes:g} minutes here.",
            size=chosen,
            patches=patches,
            minutes=options.minutes,
        )
    return chosen


def _count_weights(build: Callable[[T], SrNet | DiffusionNet], options: T) -> int:
    """Return the number of weights of a network, for which no memory is taken.

    Raises:
        InputError: A patch does not suit it.
    """
    with torch.device("meta"):
        net = build(options)
    require_patch_size(net, options.patch_side)
    return sum(value.numel() for value in net.body.parameters())
