"""The training loop: epochs of random patches, watched by validation, ending with the best weights."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterable
from contextlib import closing
from pathlib import Path

import torch

from ..backbones import DiffusionNet, SrNet
from ..datasets.augmentation import Augmentation
from ..datasets.patches import Patches
from ..datasets.tile_cache import TileCache
from ..datasets.tileset import TilePair, TileSet
from ..errors import BadInput, SrError
from ..evaluation.metric_format import loss_name
from ..evaluation.tile_scores import Upscale, check_fits, with_bicubic
from ..inference.predictor import build_net_predictor
from ..memory import room
from ..objectives import Batch, Monitor, Objective
from ..progress import Log, Progress
from .autotune import TunedSettings, as_batch, find
from .checkpointing import Checkpointing
from .dataloader import loaded
from .distributed import ProcessGroup
from .settings import Settings
from .state import Epoch, Fitted, TrainingState
from .tensorboard import TensorBoardLog
from .validation import FEWEST, MOST, Validation

SHOWN_EVERY = 0.25
"""Seconds between two signs of progress; cancelling takes effect at such a moment."""

LOOKED_EVERY = 16
"""Steps between two looks at whether the loss is still a number: a look waits for the device."""

WATCHED = 5
"""Steps of a sampler that show whether a diffusion net learns."""


def fit(
    net: SrNet | DiffusionNet,
    tileset: TileSet,
    objective: Objective,
    settings: Settings,
    keeping: Checkpointing | None = None,
    processes: ProcessGroup | None = None,
    board: Path | None = None,
) -> Generator[Progress | Log, None, Fitted]:
    """Teach `net`, in place and on the device it is on; the same settings on the same device give the same weights,
    also in several runs, each of which goes on from what `keeping` has of the one before. Of several `processes`, every
    one comes to the same weights; what they yield is for the first to say. TensorBoard can look at it in the folder
    `board`.

    Raises:
        BadInput: the tile set lacks training or validation tiles, its tiles are smaller than a patch, a patch is
            smaller than what the net gathers into one pixel, or the net is for other bands or another scale, or
            learns several of which the tile set has but one.
        SrError: the loss is no longer finite.
    """
    processes = processes or ProcessGroup.joined(net.device.type)
    check_fits(net, tileset)
    _check_patch_size(net, settings)
    monitor = _monitored(objective, settings)
    tiles = TileCache(tileset, room() // processes.here)
    augmentation = Augmentation(tileset.info.statistics.std, settings.jitter, settings.cutblur)
    patches = Patches(
        tiles, settings.patch_size, settings.seed, net.backbone.served(net.scale), augmentation,
        processes.rank, processes.count,
    )  # fmt: skip
    course = yield from begun(net, patches, objective, settings, keeping, processes)
    patches.check_shares(course.found.batch_size)
    per_epoch = patches.n_batches(course.found.batch_size)
    model = build_net_predictor(net, objective.sampling and objective.sampling.quick(WATCHED))
    validation = Validation(tiles, FEWEST if objective.sampling else MOST, processes)

    bicubic = yield from validation.psnr(with_bicubic(net.scale), Progress(0, "Preparing"))
    yield from _introduced(patches, per_epoch, validation, bicubic)
    if keeping:
        keeping.begin(course)
        processes.require_same(course.epoch * per_epoch + course.step)
    folder = board if processes.leads else None
    with closing(
        TensorBoardLog(folder, tileset, validation.names, settings.epochs, course.epoch * per_epoch)
    ) as shown:
        while course.epoch < settings.epochs and not course.is_stale(settings.patience):
            with closing(
                loaded(patches, processes, course.found.batch_size, course.epoch, course.step)
            ) as batches:
                yield from learn(course, batches, per_epoch, settings, processes, keeping)
            course.net.serve(patches.own)
            course.net.eval()
            with course.learner.ema_weights():
                epoch = yield from _watched(course, validation, model.upscale, settings)
                course.complete(epoch, best=course.is_best(epoch, monitor))
                yield from shown.epoch(course, per_epoch, model)
            yield Log(
                "Epoch {epoch}: {losses}, validation PSNR {psnr:.2f} dB",
                epoch=course.epoch,
                losses=", ".join(f"{loss_name(name)} {loss:.4f}" for name, loss in epoch.losses.items()),
                psnr=epoch.psnr,
            )
    if course.epoch < settings.epochs:
        yield Log(
            "For {count} epochs none was better by {monitor}: the training ends here, with the weights of epoch {best}.",
            count=settings.patience,
            monitor=monitor,
            best=course.best + 1,
        )
    course.finish()
    return Fitted(course.best, tuple(course.history), bicubic, course.found, course.seconds)


def _monitored(objective: Objective, settings: Settings) -> Monitor | None:
    """What tells the best epoch."""
    monitor = settings.monitor or objective.monitor
    if settings.patience is not None and monitor is None:
        raise BadInput(
            "The last epoch is the best where the objective is {objective}, so PATIENCE has nothing to wait for: set "
            "MONITOR to psnr, ssim or loss, or leave PATIENCE blank.",
            objective=objective.id,
        )
    return monitor


def _check_patch_size(net: SrNet | DiffusionNet, settings: Settings) -> None:
    if isinstance(net, SrNet) and settings.patch_size < net.multiple_of:
        raise BadInput(
            "PATCH_SIZE is {size}, but the network gathers {least} × {least} low-resolution pixels into one and would "
            "learn what is not there: use a PATCH_SIZE of at least {least}, or a shallower network.",
            size=settings.patch_size,
            least=net.multiple_of,
        )


def begun(
    net: SrNet | DiffusionNet,
    patches: Patches,
    objective: Objective,
    settings: Settings,
    keeping: Checkpointing | None,
    processes: ProcessGroup,
) -> Generator[Progress | Log, None, TrainingState]:
    """The course before its first step."""
    if processes.leads:
        yield from objective.fetch()
    processes.wait()
    yield from objective.fetch()  # which by now is here, unless each computer has a disk of its own
    resumed = keeping.resumed if keeping else None
    before = TunedSettings.model_validate(resumed.state["found"]) if resumed else None
    found = yield from find(net, objective, patches, settings, processes, before)
    steps = settings.epochs * patches.n_batches(found.batch_size)
    bands = patches.tiles.tileset.info.bands
    # What an objective brings along begins at random: by this run's seed, and nobody else's random numbers change.
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(settings.seed)
        learner = objective.start(
            net, found.learning_rate, steps, bands, settings.optimisation, processes.fabric
        )
    return TrainingState(net, learner, settings.seed, found)


def _introduced(
    patches: Patches, per_epoch: int, validation: Validation, bicubic: float
) -> Generator[Log, None, None]:
    """What is learnt from, in the log."""
    yield Log(
        "{tiles} training tiles: {patches} patches in {steps} steps per epoch. "
        "Bicubic reaches {psnr:.2f} dB on {watched} validation tiles.",
        tiles=len(patches.names),
        patches=len(patches),
        steps=per_epoch,
        psnr=bicubic,
        watched=len(validation.names),
    )
    if len(patches.scales) > 1:
        yield Log(
            "Each step is at one of the scales {scales} by chance; figures are of the tiles' own, {scale}.",
            scales=", ".join(map(str, patches.scales)),
            scale=patches.own,
        )


def learn(
    course: TrainingState,
    batches: Iterable[Batch],
    steps: int,
    settings: Settings,
    processes: ProcessGroup,
    keeping: Checkpointing | None = None,
) -> Generator[Progress | Log, None, None]:
    """What is not yet made of the `steps` of the present epoch, from `batches` on the device."""
    net, shown = course.net.train(), time.monotonic()
    for batch in batches:
        net.serve(batch.scale)
        course.learn(batch._replace(weight=processes.weight(batch.valid)))
        looked = course.step % LOOKED_EVERY == 0 or course.step == steps
        # Between two looks each of several processes knows its own losses only, which no other could go on with.
        course.sound = processes.count == 1
        if looked:
            course.losses.totals = processes.means(course.losses.totals)
            _check_finite(course)
            course.sound = True
        if course.sound:
            if time.monotonic() - shown > SHOWN_EVERY:
                yield _progress(course, settings, course.step / steps)
                shown = time.monotonic()
            if keeping and processes.leads:
                yield from keeping.when_due()
    processes.agree(net)


def _watched(
    course: TrainingState, validation: Validation, upscale: Upscale, settings: Settings
) -> Generator[Progress, None, Epoch]:
    """What the epoch that has been learnt came to, with the weights that the net has now."""

    def loss_of(patches: TilePair, number: int) -> float:
        with torch.no_grad():
            return float(course.learner.loss(as_batch(patches, course.net.device), number))

    figures = yield from validation.figures(
        upscale, loss_of, settings.patch_size, _progress(course, settings, 1)
    )
    return Epoch(
        losses=course.losses.found(),
        psnr=figures.psnr,
        ssim=figures.ssim,
        val_loss=figures.loss,
        learning_rate=course.learner.descent.learning_rate,
    )


def _check_finite(course: TrainingState) -> None:
    if not course.losses.finite():
        course.sound = False
        raise SrError(
            "The loss is no longer a finite number in epoch {epoch}: use a smaller LEARNING_RATE than {rate}.",
            epoch=course.epoch + 1,
            rate=course.found.learning_rate,
        )


def _progress(course: TrainingState, settings: Settings, share: float) -> Progress:
    """How far the training is when `share` of the present epoch is done."""
    done = (course.epoch + share) / settings.epochs
    return Progress(done, "Epoch {epoch} of {epochs}", epoch=course.epoch + 1, epochs=settings.epochs)
