"""Watches a net while it learns, at a bounded cost."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray

from ..datasets.tile_cache import TileCache
from ..datasets.tileset import TilePair
from ..errors import BadInput
from ..evaluation.metrics import psnr, score
from ..evaluation.tile_scores import Upscale, delivered
from ..progress import Progress
from .distributed import ProcessGroup

T = TypeVar("T", bound=np.generic)

FEWEST, MOST = 4, 64
"""Tiles below which the figure says too little, and beyond which it would hardly change."""


class Figures(NamedTuple):
    """Means over the watched tiles."""

    psnr: float
    """In dB."""
    ssim: float | None
    """None where no tile has a window without gaps."""
    loss: float
    """Of the objective."""


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
    processes: ProcessGroup | None = None
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
        tileset, found = self.tiles.tileset, list[float]()
        for _, name in self._own():
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
        return self._mean(found)

    def figures(
        self, upscale: Upscale, loss_of: Callable[[TilePair, int], float], size: int, progress: Progress
    ) -> Generator[Progress, None, Figures]:
        """All that epochs can be compared by; `loss_of` tells that of a tile's patches of `size` low-resolution
        pixels, and the number of the tile; yields `progress` after each tile, to be stopped there.

        Raises:
            BadInput: no tile has a valid pixel, or they are too small to be measured.
        """
        info = self.tiles.tileset.info
        scores, losses = [], list[float]()
        for number, name in self._own():
            pair = self.tiles.read("val", name)
            figure = score(
                delivered(upscale, self.tiles.tileset, pair),
                pair.hr,
                pair.valid,
                scale=info.scale,
                data_range=info.data_range,
            )
            if figure is not None:
                scores.append(figure)
                losses.append(loss_of(in_patches(pair, size), number))
            yield progress
        ssims = [each.ssim for each in scores if each.ssim is not None]
        return Figures(
            psnr=self._mean([each.psnr for each in scores]),
            ssim=self._mean_if_any(ssims),
            loss=self._mean(losses),
        )

    def _own(self) -> Iterable[tuple[int, str]]:
        """The tiles that this process measures, numbered."""
        first, step = (self.processes.rank, self.processes.count) if self.processes else (0, 1)
        return list(enumerate(self.names))[first::step]

    def _mean(self, found: list[float]) -> float:
        mean = self._mean_if_any(found)
        if mean is None:
            raise BadInput(
                "No validation tile in {folder} has a valid pixel.", folder=self.tiles.tileset.folder
            )
        return mean

    def _mean_if_any(self, found: list[float]) -> float | None:
        """The mean over what all processes have found."""
        total, count = self._of_all(sum(found), len(found))
        return total / count if count else None

    def _of_all(self, *values: float) -> Iterable[float]:
        """Sums over the processes."""
        if not self.processes:
            return values
        device = self.processes.device
        kind = torch.float32 if device.type == "mps" else torch.float64
        found: list[float] = self.processes.total(torch.tensor(values, dtype=kind, device=device)).tolist()
        return found


def in_patches(pair: TilePair, size: int) -> TilePair:
    """As many patches of `size` low-resolution pixels a side, (n, b, size, size), as fit beside each other in a tile."""
    count = pair.lr.shape[-1] // size
    places = [(row * size, col * size) for row in range(count) for col in range(count)]

    def cut(image: NDArray[T], factor: int) -> NDArray[T]:
        side = size * factor
        return np.stack(
            [
                image[:, top * factor : top * factor + side, left * factor : left * factor + side]
                for top, left in places
            ]
        )

    return TilePair(lr=cut(pair.lr, 1), hr=cut(pair.hr, pair.scale), valid=cut(pair.valid, pair.scale))
