"""Watches a net while it learns, at a bounded cost."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass

import numpy as np
import torch

from ..data.cache import TileCache
from ..errors import BadInput
from ..evaluation import Upscale, delivered
from ..metrics import psnr
from ..progress import Progress
from .processes import Processes

FEWEST, MOST = 4, 64
"""Tiles below which the figure says too little, and beyond which it would hardly change."""


@dataclass
class Validation:
    """PSNR on validation tiles, evenly chosen and few enough that watching takes little of the time.

    A validation tile costs a third of a training tile (nothing goes backwards), so half as many of them add a
    sixth to the time an epoch takes.

    Raises:
        BadInput: there is no validation tile.
    """

    tiles: TileCache
    most: int = MOST
    """Tiles at most: fewer of a net that takes long for each."""
    processes: Processes | None = None
    """They share the tiles."""

    def __post_init__(self) -> None:
        tileset = self.tiles.tileset
        names = tileset.names("val")
        if not names:
            raise BadInput(
                "The tile set {folder} has no validation tiles: export it again with a SPLIT such as 80,10,10.",
                folder=tileset.folder,
            )
        count = min(len(names), self.most, max(FEWEST, len(tileset.names("train")) // 2))
        self.names = tuple(names[i] for i in np.linspace(0, len(names) - 1, count).round().astype(int))

    def psnr(self, upscale: Upscale, progress: Progress) -> Generator[Progress, None, float]:
        """Mean PSNR in dB of what `upscale` makes of the tiles; yields `progress` after each, to be stopped there.

        Raises:
            BadInput: no tile has a valid pixel, or they are too small to be measured.
        """
        tileset, found = self.tiles.tileset, []
        for name in self.names[self._first :: self._step]:
            pair = self.tiles.read("val", name)
            figure = psnr(
                delivered(upscale, tileset, pair),
                pair.hr,
                pair.valid,
                scale=tileset.info.scale,
                data_range=tileset.info.data_range,
            )
            if figure is not None:
                found.append(figure)
            yield progress
        total, count = self._of_all(sum(found), len(found))
        if not count:
            raise BadInput("No validation tile in {folder} has a valid pixel.", folder=tileset.folder)
        return total / count

    @property
    def _first(self) -> int:
        return self.processes.rank if self.processes else 0

    @property
    def _step(self) -> int:
        return self.processes.count if self.processes else 1

    def _of_all(self, *values: float) -> Iterable[float]:
        """Sums over the processes."""
        if not self.processes:
            return values
        device = self.processes.device
        kind = torch.float32 if device.type == "mps" else torch.float64
        found: list[float] = self.processes.total(torch.tensor(values, dtype=kind, device=device)).tolist()
        return found
