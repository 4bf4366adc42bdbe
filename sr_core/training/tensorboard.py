"""Writes a training's curves and pictures of a few validation tiles as events for TensorBoard."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ..datasets.tileset import TileSet
from ..errors import OutputError
from ..evaluation.tile_pictures import render_tile
from ..inference.predictor import Predictor
from ..progress import Log
from .training_state import TrainingState

if TYPE_CHECKING:
    from torch.utils.tensorboard import SummaryWriter

TILES = 3
"""Number of validation tiles that are shown as pictures."""

MOST_PICTURES = 20
"""Largest number of epochs after which pictures are written, evenly spread; the first and the last epoch come on top."""

GAP = 4
"""White pixels between the pictures LR, SR and HR of a tile."""


class TensorBoardLog:
    """Events of one training run, in a folder.

    A run that continues after an interruption adds events to the same folder; TensorBoard then ignores events of the
    interrupted run after `first_step`.

    Args:
        folder: Folder of the events; None: no events are written.
        tileset: The tile set of the training.
        names: Names of the tile set's validation tiles.
        epochs: Number of epochs of the training.
        first_step: The step from which the run continues; 0 for a new run.
    """

    def __init__(
        self, folder: Path | None, tileset: TileSet, names: Sequence[str], epochs: int, first_step: int
    ) -> None:
        self.tileset, self.epochs = tileset, epochs
        self.names = [names[i] for i in np.linspace(0, len(names) - 1, min(TILES, len(names))).astype(int)]
        self.writer: SummaryWriter | None = None
        if folder:
            from torch.utils.tensorboard import SummaryWriter  # takes seconds to import, and few ask for it

            self.writer = SummaryWriter(folder, purge_step=first_step + 1)
        self.since, self.step = time.monotonic(), first_step

    def log_epoch(self, state: TrainingState, per_epoch: int, predictor: Predictor) -> Iterator[Log]:
        """Write the events of the latest epoch; if writing fails, log it and write no more events.

        Args:
            state: State of the training, whose history ends with the latest epoch.
            per_epoch: Steps of an epoch.
            predictor: The network with the weights of the latest epoch.
        """
        if not self.writer:
            return
        step, epoch = state.epoch * per_epoch, state.history[-1]
        pace = (step - self.step) / max(time.monotonic() - self.since, 1e-9)
        scalars = {
            **{f"training/{name}": loss for name, loss in epoch.losses.items()},
            "validation/loss": epoch.val_loss,
            "validation/psnr": epoch.psnr,
            **({} if epoch.ssim is None else {"validation/ssim": epoch.ssim}),
            "pace/learning_rate": epoch.learning_rate,
            "pace/steps_per_second": pace,
        }
        try:
            for name, value in scalars.items():
                self.writer.add_scalar(name, value, step)
            if self._shows_pictures(state.epoch):
                for name in self.names:
                    self.writer.add_image(
                        f"LR | SR | HR/{name}", self._row(predictor, name), step, dataformats="HWC"
                    )
            self.writer.flush()
        except OSError as error:
            self.close()
            yield Log(
                "TensorBoard's folder can no longer be written to ({reason}); the training continues without "
                "it.",
                reason=error.strerror or str(error),
            )
        self.since, self.step = time.monotonic(), step

    def _shows_pictures(self, epoch: int) -> bool:
        return epoch in (1, self.epochs) or epoch % -(-self.epochs // MOST_PICTURES) == 0

    def _row(self, predictor: Predictor, name: str) -> NDArray[np.uint8]:
        """Return the pictures LR, SR and HR of a tile, enlarged to one size and side by side (H, W, 3)."""
        shown = render_tile(predictor, self.tileset, "val", name)
        large = np.repeat(np.repeat(shown.lr, predictor.scale, axis=0), predictor.scale, axis=1)
        gap = np.full((large.shape[0], GAP, 3), 255, np.uint8)
        return np.concatenate((large, gap, shown.sr, gap, shown.hr), axis=1)

    def close(self) -> None:
        """Close the file of events."""
        if self.writer:
            writer, self.writer = self.writer, None
            writer.close()


def require_writable(folder: str | Path) -> None:
    """Create TensorBoard's folder if it does not exist.

    Raises:
        OutputError: Nothing can be written to the folder.
    """
    folder = Path(folder)
    reason: str | None = "read-only"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK | os.X_OK):
            return
    except OSError as error:
        reason = error.strerror
    raise OutputError(
        "TensorBoard's folder {folder} cannot be written to ({reason}): choose another TENSORBOARD.",
        folder=folder,
        reason=reason,
    )
