"""The training loop: epochs of random patches, watched by validation, ending with the best weights."""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ..backbones import DiffusionNet, SrNet
from ..data.cache import TileCache
from ..data.patches import Patches
from ..data.tileset import Pair, TileSet
from ..errors import BadInput, SrError
from ..evaluation import check_fits, with_bicubic, with_net
from ..inference.ready import usable
from ..objectives import Batch, Learner, Objective
from ..progress import Log, Progress
from ..schema import Config
from .validation import FEWEST, MOST, Validation

SHOWN_EVERY = 0.25
"""Seconds between two signs of progress; cancelling takes effect at such a moment."""

WATCHED = 5
"""Steps of a sampler that show whether a diffusion net learns."""

T = TypeVar("T")


class Settings(Config):
    """How long and on what to learn."""

    epochs: int
    batch_size: int
    learning_rate: float
    patch_size: int
    """Low-resolution pixels."""
    seed: int


class Epoch(Config):
    """What one epoch came to."""

    losses: dict[str, float]
    """Of the objective, by name; means over the steps that had them. The first is the headline."""
    psnr: float
    """On the watched validation tiles, in dB."""

    @property
    def loss(self) -> float:
        """The headline."""
        return next(iter(self.losses.values()))


@dataclass(frozen=True)
class Fitted:
    """The course of a training; the net itself has been left with its best weights."""

    best: int
    """Index of the epoch they are from: the one with the highest validation PSNR, or the last where the objective
    does not aim at PSNR."""
    epochs: tuple[Epoch, ...]
    bicubic: float
    """PSNR of bicubic resampling on the watched validation tiles, in dB."""


def fit(
    net: SrNet | DiffusionNet, tileset: TileSet, objective: Objective, settings: Settings
) -> Generator[Progress | Log, None, Fitted]:
    """Teach `net`, in place and on the device it is on; the same settings on the same device give the same weights.

    Raises:
        BadInput: the tile set lacks training or validation tiles, its tiles are smaller than a patch, a patch is
            smaller than what the net gathers into one pixel, or the net is for other bands or another scale, or
            learns several of which the tile set has but one.
        SrError: the loss is no longer finite.
    """
    check_fits(net, tileset)
    if isinstance(net, SrNet) and settings.patch_size < net.multiple_of:
        raise BadInput(
            "PATCH_SIZE is {size}, but the network gathers {least} × {least} low-resolution pixels into one and would "
            "learn what is not there: use a PATCH_SIZE of at least {least}, or a shallower network.",
            size=settings.patch_size,
            least=net.multiple_of,
        )
    tiles = TileCache(tileset)
    scale, scales = net.scale, net.backbone.served(net.scale)
    patches = Patches(tiles, settings.patch_size, settings.seed, scales)
    per_epoch = patches.n_batches(settings.batch_size)
    yield from objective.fetch()
    # What an objective brings along begins at random: by this run's seed, and nobody else's random numbers change.
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(settings.seed)
        learner = objective.start(
            net, settings.learning_rate, settings.epochs * per_epoch, tileset.info.bands
        )
    model = usable(net, objective.sampling and objective.sampling.quick(WATCHED))
    validation = Validation(tiles, MOST if model is net else FEWEST)

    bicubic = yield from validation.psnr(with_bicubic(scale), Progress(0, "Preparing"))
    yield Log(
        "{tiles} training tiles: {patches} patches in {steps} steps per epoch. "
        "Bicubic reaches {psnr:.2f} dB on {watched} validation tiles.",
        tiles=len(patches.names),
        patches=len(patches),
        steps=per_epoch,
        psnr=bicubic,
        watched=len(validation.names),
    )
    if len(scales) > 1:
        yield Log(
            "Each step is at one of the scales {scales} by chance; figures are of the tiles' own, {scale}.",
            scales=", ".join(map(str, scales)),
            scale=scale,
        )
    epochs: list[Epoch] = []
    best, weights = 0, _copied(net)
    for number in range(1, settings.epochs + 1):
        where = (number - 1, settings.epochs)
        losses = yield from _epoch(
            learner, net.train(), patches.batches(settings.batch_size), per_epoch, *where
        )
        net.serve(scale)
        if not all(map(math.isfinite, losses.values())):
            raise SrError(
                "The loss is no longer a finite number in epoch {epoch}: use a smaller LEARNING_RATE than {rate}.",
                epoch=number,
                rate=settings.learning_rate,
            )
        net.eval()
        with learner.at_its_best():
            psnr = yield from validation.psnr(with_net(model), _progress(number, *where))
            epochs.append(Epoch(losses=losses, psnr=psnr))
            if psnr >= epochs[best].psnr or objective.monitor != "psnr":
                best, weights = number - 1, _copied(net)
        yield Log(
            "Epoch {epoch}: {losses}, validation PSNR {psnr:.2f} dB",
            epoch=number,
            losses=", ".join(f"{name} {loss:.4f}" for name, loss in losses.items()),
            psnr=psnr,
        )
    net.body.load_state_dict(weights)
    return Fitted(best, tuple(epochs), bicubic)


def _epoch(
    learner: Learner, net: SrNet | DiffusionNet, batches: Iterable[Pair], steps: int, before: int, epochs: int
) -> Generator[Progress, None, dict[str, float]]:
    """Learn from every batch; the mean of each loss. Stops early once one is not finite."""
    totals: dict[str, Tensor] = {}
    counts: Counter[str] = Counter()
    shown = time.monotonic()
    for done, batch in enumerate(_ahead(batches), start=1):
        net.serve(batch.scale)
        losses = learner.step(_on_device(batch, net.mean.device))
        for name, loss in losses.items():
            totals[name] = totals[name] + loss if name in totals else loss
        counts.update(losses.keys())
        if time.monotonic() - shown > SHOWN_EVERY:
            if not all(torch.isfinite(total) for total in totals.values()):
                break
            yield _progress(before + done / steps, before, epochs)
            shown = time.monotonic()
    return {name: float(total) / counts[name] for name, total in totals.items()}


def _progress(done: float, before: int, epochs: int) -> Progress:
    """`done` of `epochs`, of which `before` are complete."""
    return Progress(done / epochs, "Epoch {epoch} of {epochs}", epoch=before + 1, epochs=epochs)


def _ahead(items: Iterable[T]) -> Iterator[T]:
    """The same items, each made while its predecessor is in use; in one thread, so in the same order."""
    iterator = iter(items)
    with ThreadPoolExecutor(1, "patches") as pool:
        coming = pool.submit(next, iterator, None)
        while (item := coming.result()) is not None:
            coming = pool.submit(next, iterator, None)
            yield item


def _on_device(pair: Pair, device: torch.device) -> Batch:
    lr, hr = (_laid_out(image, device) for image in (pair.lr, pair.hr))
    return Batch(lr, hr, torch.from_numpy(pair.valid).to(device))


def _laid_out(image: NDArray[np.float32], device: torch.device) -> Tensor:
    return torch.from_numpy(image).to(device, memory_format=torch.channels_last)


def _copied(net: SrNet | DiffusionNet) -> dict[str, Tensor]:
    return {name: value.detach().clone() for name, value in net.body.state_dict().items()}
