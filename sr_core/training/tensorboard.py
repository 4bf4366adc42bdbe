"""What TensorBoard shows of a training: curves, and pictures of a few validation tiles."""

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
from ..evaluation.pictures import pictures
from ..inference.predictor import Predictor
from ..progress import Log
from .state import TrainingState

if TYPE_CHECKING:
    from torch.utils.tensorboard import SummaryWriter

TILES = 3
"""Whose pictures are shown."""

TIMES = 20
"""That they are shown in a training, at most; the first and the last epoch are among them."""

GAP = 4
"""White pixels between pictures."""


class TensorBoardLog:
    """Events of one run in a folder; without a folder there are none.

    A run that goes on after an interruption adds to what is there, and what the interrupted one had noted after
    `begun`, the step from which it goes on, is passed over.
    """

    def __init__(
        self, folder: Path | None, tileset: TileSet, names: Sequence[str], epochs: int, begun: int
    ) -> None:
        self.tileset, self.epochs = tileset, epochs
        self.names = [names[i] for i in np.linspace(0, len(names) - 1, min(TILES, len(names))).astype(int)]
        self.writer = _writer(folder, begun + 1) if folder else None
        self.since, self.step = time.monotonic(), begun

    def epoch(self, course: TrainingState, per_epoch: int, net: Predictor) -> Iterator[Log]:
        """Note the latest epoch, of so many steps, whose best weights `net` has now; says if that was not possible."""
        if not self.writer:
            return
        step, epoch = course.epoch * per_epoch, course.history[-1]
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
            if self._due(course.epoch):
                for name in self.names:
                    self.writer.add_image(
                        f"LR | SR | HR/{name}", self._row(net, name), step, dataformats="HWC"
                    )
            self.writer.flush()
        except OSError as error:
            self.close()
            yield Log(
                "TensorBoard's folder can no longer be written to ({reason}); the training goes on without.",
                reason=error.strerror or str(error),
            )
        self.since, self.step = time.monotonic(), step

    def _due(self, epoch: int) -> bool:
        return epoch in (1, self.epochs) or epoch % -(-self.epochs // TIMES) == 0

    def _row(self, net: Predictor, name: str) -> NDArray[np.uint8]:
        """LR | SR | HR of a tile, equally large, (H, W, 3)."""
        shown = pictures(net, self.tileset, "val", name)
        large = np.repeat(np.repeat(shown.lr, net.scale, axis=0), net.scale, axis=1)
        gap = np.full((large.shape[0], GAP, 3), 255, np.uint8)
        return np.concatenate((large, gap, shown.sr, gap, shown.hr), axis=1)

    def close(self) -> None:
        if self.writer:
            writer, self.writer = self.writer, None
            writer.close()


def require_writable(folder: str | Path) -> None:
    """Make the folder if it is not there.

    Raises:
        OutputError: nothing can be written to it.
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


def _writer(folder: Path, purge_step: int) -> SummaryWriter:
    from torch.utils.tensorboard import SummaryWriter  # takes seconds to import, and few ask for it

    return SummaryWriter(folder, purge_step=purge_step)
