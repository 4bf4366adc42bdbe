"""The training loop: epochs of random patches, each followed by validation; the best weights are kept."""

from __future__ import annotations

import math
import time
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import torch

from ..backbones import DiffusionNet, SrNet
from ..datasets.augmentation import Augmentation
from ..datasets.patches import Patches
from ..datasets.tile_cache import TileCache
from ..datasets.tileset import TilePair, TileSet
from ..errors import SrError
from ..evaluation.tile_scores import Upscale, bicubic_upscale, check_fits
from ..host_memory import memory_budget
from ..i18n import format_number, join_numbers
from ..inference.predictor import build_net_predictor
from ..metrics.metric_format import loss_name
from ..objectives import Batch
from ..progress import Log, Progress
from .autotune import TunedSettings, autotune, to_batch
from .batch_prefetching import load_batches
from .distributed import ProcessGroup
from .learning_curve_forecast import log_forecast
from .options import TrainingOptions
from .patch_size_choice import require_patch_size
from .random_seed import seeded
from .step_time import plan_training
from .tensorboard import TensorBoardLog
from .time_budget import TimeBudget
from .training_checkpoints import Checkpointing
from .training_state import Epoch, TrainingState
from .validation import MAX_TILES, MIN_TILES, Validation

PROGRESS_INTERVAL = 0.25
"""Seconds between two yields of progress, at which a training can be cancelled."""

CHECK_INTERVAL = 16
"""Steps between two checks that the loss is finite: a check waits for the device."""

VALIDATION_STEPS = 5
"""Steps of the sampler in validation, enough to see whether a diffusion network learns."""


def fit(
    net: SrNet | DiffusionNet,
    tileset: TileSet,
    options: TrainingOptions,
    checkpointing: Checkpointing | None = None,
    processes: ProcessGroup | None = None,
    log_folder: Path | None = None,
) -> Generator[Progress | Log, None, TrainingState]:
    """Train `net` in place, leave it with its best weights, and return how it went.

    The same options on the same device give the same weights, also over several runs, each of which continues from the
    checkpoint of the one before. Of several processes all come to the same weights, and only what the first yields is
    for the user.

    Args:
        net: The network, on its device.
        tileset: The tiles that it is trained and validated with.
        options: Options of the training; `net` was built from their backbone, and `tileset` opened from their tiles.
        checkpointing: Saves the training, and has what it continues from; None: neither.
        processes: The processes of the training; None: this one alone.
        log_folder: Where events for TensorBoard are written; None: nowhere.

    Raises:
        InputError: The tile set lacks training or validation tiles, its tiles are smaller than a patch, a patch is
            smaller than what the net pools into one pixel, or the net is for other bands or another scale, or for
            several scales of which the tile set has only one.
        SrError: The loss is no longer finite.
    """
    processes = processes or ProcessGroup.join(net.device.type)
    check_fits(net, tileset)
    require_patch_size(net, options.patch_side)
    tiles = TileCache(tileset, memory_budget() // processes.local_count)
    patches = _cut_patches(tiles, net, options, processes)
    sampling = options.objective.sampling
    if not sampling:
        options.objective.require_regression(net)
    model = build_net_predictor(net, sampling and sampling.quick(VALIDATION_STEPS))
    validation = Validation(tiles, MIN_TILES if sampling else MAX_TILES, processes)
    state = yield from start(net, patches, options, checkpointing, processes, validation, model.upscale)
    size, plan = state.tuned.batch_size, state.tuned.plan
    patches.check_batch_size(size)
    per_epoch = plan.per_epoch if plan else patches.n_batches(size)
    if plan:
        validation = replace(validation, most=plan.tiles)

    bicubic = bicubic_upscale(net.scale, net.bands)
    state.bicubic = yield from validation.measure_psnr(bicubic, Progress(0, "Preparing"))
    yield from _log_data(patches, per_epoch, size, validation, state.bicubic)
    if plan:
        state.start_clock()
    if checkpointing:
        checkpointing.begin(state)
        processes.require_same(state.epoch * per_epoch + state.step)
    folder = log_folder if processes.is_leader else None
    epochs = _count_epochs(state, options)
    with closing(TensorBoardLog(folder, tileset, validation.names, epochs, state.epoch * per_epoch)) as board:
        while not state.is_over(options.epochs) and not state.is_stale(options.patience):
            with closing(load_batches(patches, processes, size, state.epoch, state.step)) as batches:
                yield from train_epoch(state, batches, per_epoch, options, processes, checkpointing)
            net.set_scale(patches.own)
            net.eval()
            with state.learner.ema_weights():
                epoch = yield from _validate(state, validation, model.upscale, options, processes)
                state.complete_epoch(epoch, options.best_epoch_by)
                yield from board.log_epoch(state, per_epoch, model)
            yield Log(
                "Epoch {epoch}: {losses}, validation PSNR {psnr:.2f} dB",
                epoch=state.epoch,
                losses=join_numbers(
                    f"{loss_name(name)} {format_number(loss, '.4f')}" for name, loss in epoch.losses.items()
                ),
                psnr=epoch.psnr,
            )
    yield from _log_end(state, options)
    net.body.load_state_dict(state.weights)
    return state


def start(
    net: SrNet | DiffusionNet,
    patches: Patches,
    options: TrainingOptions,
    checkpointing: Checkpointing | None,
    processes: ProcessGroup,
    validation: Validation,
    upscale: Upscale,
) -> Generator[Progress | Log, None, TrainingState]:
    """Return the state before the first step.

    Finds batch size and learning rate if they are not given, and how much the time of the training holds if it has one.
    """
    if processes.is_leader:
        yield from options.objective.fetch()
    processes.fabric.barrier()
    yield from options.objective.fetch()  # which by now is here, unless each computer has its own disk
    resumed = checkpointing.resumed if checkpointing else None
    before = TunedSettings.model_validate(resumed.state["found"]) if resumed else None
    tuned = yield from autotune(net, patches, options, processes, before)
    fabric = processes.with_precision(tuned.precision or "32-true").fabric
    if not before:
        tuned = yield from plan_training(net, patches, options, tuned, processes, validation, upscale)
    plan = tuned.plan
    steps = plan.steps if plan else options.epochs * patches.n_batches(tuned.batch_size)
    budget = TimeBudget(plan) if plan else None
    bands = patches.tiles.tileset.info.bands
    # Weights beside the net's begin at random: by this run's seed, and no other random numbers change.
    with seeded(options.seed):
        learner = options.objective.start(
            net, tuned.learning_rate, steps, bands, options, fabric, budget.share if budget else None
        )
    return TrainingState(net, learner, options.seed, tuned, budget)


def _cut_patches(
    tiles: TileCache, net: SrNet | DiffusionNet, options: TrainingOptions, processes: ProcessGroup
) -> Patches:
    """Return the training patches that this process learns from."""
    info = tiles.tileset.info
    augmentation = Augmentation(
        info.statistics.std, options.jitter, options.cutblur, info.guide.std if info.guide else ()
    )
    return Patches(
        tiles, options.patch_side, options.seed, net.backbone.shared_scales(net.scale), augmentation,
        processes.rank, processes.count,
    )  # fmt: skip


def _log_data(
    patches: Patches, per_epoch: int, size: int, validation: Validation, bicubic: float
) -> Generator[Log, None, None]:
    yield Log(
        "{tiles} training tiles: {patches} patches in {steps} steps per epoch. "
        "Bicubic reaches {psnr:.2f} dB on {watched} validation tiles.",
        tiles=len(patches.names),
        patches=min(len(patches), per_epoch * size),
        steps=per_epoch,
        psnr=bicubic,
        watched=len(validation.names),
    )
    if len(patches.scales) > 1:
        yield Log(
            "Each step uses one of the scales {scales} at random; metrics are for the tiles' own scale, "
            "{scale}.",
            scales=", ".join(map(str, patches.scales)),
            scale=patches.own,
        )


def train_epoch(
    state: TrainingState,
    batches: Iterable[Batch],
    steps: int,
    options: TrainingOptions,
    processes: ProcessGroup,
    checkpointing: Checkpointing | None = None,
) -> Generator[Progress | Log, None, None]:
    """Make the remaining steps of the current epoch, whose `steps` include those already made, or those that time allows.

    Raises:
        SrError: The loss is no longer finite.
    """
    net, shown = state.net.train(), time.monotonic()
    for batch in batches:
        if state.ends_epoch(steps):
            break
        net.set_scale(batch.scale)
        state.learn(batch._replace(weight=processes.weight(batch.valid)))
        if state.budget:
            state.budget.used = processes.from_leader(state.seconds)
        # Between two checks each of several processes knows only its own losses, with which no other could continue.
        check = state.step % CHECK_INTERVAL == 0 or state.ends_epoch(steps)
        state.between_steps = processes.count == 1 and not check
        if check:
            state.losses.totals = processes.means(state.losses.totals)
            if not state.losses.finite():
                raise SrError(
                    "The loss is no longer a finite number in epoch {epoch}: use a smaller LEARNING_RATE than {rate}.",
                    epoch=state.epoch + 1,
                    rate=state.tuned.learning_rate,
                )
            state.between_steps = True
        if state.between_steps:
            if time.monotonic() - shown > PROGRESS_INTERVAL:
                yield _progress(state, options, state.step / steps)
                shown = time.monotonic()
            if checkpointing and processes.is_leader:
                yield from checkpointing.write_when_due()
    processes.average_buffers(net)


def _validate(
    state: TrainingState,
    validation: Validation,
    upscale: Upscale,
    options: TrainingOptions,
    processes: ProcessGroup,
) -> Generator[Progress, None, Epoch]:
    """Return the figures of the current epoch, with the weights that the net has now."""

    def loss_of(patches: TilePair, number: int) -> float:
        with torch.no_grad():
            return float(state.learner.loss(to_batch(patches, state.net.device), number))

    scores = yield from validation.measure(upscale, loss_of, options.patch_side, _progress(state, options, 1))
    if state.budget:
        state.budget.end_validation(processes.from_leader(state.seconds))
    return Epoch(
        losses=state.losses.means(),
        psnr=scores.psnr,
        ssim=scores.ssim,
        val_loss=scores.loss,
        learning_rate=state.learner.optimizer.learning_rate,
        seconds=state.budget and state.budget.used,
        validation_seconds=state.budget and state.budget.validation,
    )


def _log_end(state: TrainingState, options: TrainingOptions) -> Iterator[Log]:
    """Log why the training ends before its last epoch, or what more time would bring."""
    if not state.is_over(options.epochs):
        yield Log(
            "No improvement in {monitor} for {count} epochs: the training ends here, with the weights of epoch "
            "{best}.",
            count=options.patience,
            monitor=options.best_epoch_by,
            best=state.best + 1,
        )
    elif state.budget and options.best_epoch_by == "psnr":
        yield log_forecast(
            [epoch.seconds or math.nan for epoch in state.history], [epoch.psnr for epoch in state.history]
        )


def _count_epochs(state: TrainingState, options: TrainingOptions) -> int:
    """Return the number of epochs that the training has, or is expected to have in its time."""
    plan = state.tuned.plan
    return -(-plan.steps // plan.per_epoch) if plan else options.epochs


def _progress(state: TrainingState, options: TrainingOptions, share: float) -> Progress:
    """Return the progress of the training when `share` of the current epoch is done."""
    if state.budget:
        plan = state.budget.plan
        return Progress(
            state.budget.share(),
            "Epoch {epoch}, {done} of {minutes:g} minutes",
            epoch=state.epoch + 1,
            done=int(state.budget.used / 60),
            minutes=plan.seconds / 60,
        )
    done = (state.epoch + share) / options.epochs
    return Progress(done, "Epoch {epoch} of {epochs}", epoch=state.epoch + 1, epochs=options.epochs)
