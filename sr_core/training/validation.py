"""Measures a net on validation tiles during the training, at a bounded cost."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray

from ..datasets.tile_cache import TileCache
from ..datasets.tileset import TilePair, TileSet
from ..errors import InputError
from ..evaluation.tile_scores import Upscale, upscale_tile
from ..metrics.scores import psnr, score
from ..progress import Progress
from .distributed import ProcessGroup

T = TypeVar("T", bound=np.generic)

MIN_TILES, MAX_TILES = 4, 64
"""Fewer tiles make an unreliable figure, and more would hardly change it."""


class ValidationScores(NamedTuple):
    """Means over the validation tiles."""

    psnr: float
    """In dB."""
    ssim: float | None
    """None where no tile has a window without gaps."""
    loss: float
    """Of the objective."""


def require_validation_tiles(tileset: TileSet) -> None:
    """Require tiles for validation.

    Raises:
        InputError: There are none.
    """
    if not tileset.names("val"):
        raise InputError(
            "The tile set {folder} has no validation tiles: export it again with a SPLIT such as 80,10,10.",
            folder=tileset.folder,
        )


@dataclass
class Validation:
    """Validation tiles, evenly chosen and few enough that measuring takes little of the time.

    A validation tile costs a third of a training tile (there is no backward pass), so half as many of them add a sixth
    to the time of an epoch.

    Raises:
        InputError: There is no validation tile.
    """

    tiles: TileCache
    most: int = MAX_TILES
    """Maximum number of tiles."""
    processes: ProcessGroup | None = None
    """They share the tiles."""

    def __post_init__(self) -> None:
        tileset = self.tiles.tileset
        require_validation_tiles(tileset)
        names = tileset.names("val")
        count = min(len(names), self.most, max(MIN_TILES, len(tileset.names("train")) // 2))
        self.names = tuple(names[i] for i in np.linspace(0, len(names) - 1, count).round().astype(int))

    def measure_psnr(self, upscale: Upscale, progress: Progress) -> Generator[Progress, None, float]:
        """Return the mean PSNR in dB; yield `progress` after each tile, where measuring can be stopped.

        Raises:
            InputError: No tile has a valid pixel, or they are too small to be measured.
        """
        info, found = self.tiles.tileset.info, list[float]()
        for _, pair, sr in self._results(upscale):
            figure = psnr(sr, pair.hr, pair.valid, scale=info.scale, data_range=info.data_range)
            if figure is not None:
                found.append(figure)
            yield progress
        return self._mean(found)

    def measure(
        self, upscale: Upscale, loss_of: Callable[[TilePair, int], float], size: int, progress: Progress
    ) -> Generator[Progress, None, ValidationScores]:
        """Return the figures by which epochs can be compared.

        Args:
            upscale: The model, as a function of arrays.
            loss_of: Returns the objective's loss of a tile's patches, given these and the number of the tile.
            size: Side of the patches, in low-resolution pixels.
            progress: Yielded after each tile, where measuring can be stopped.

        Raises:
            InputError: No tile has a valid pixel, or they are too small to be measured.
        """
        info = self.tiles.tileset.info
        scores, losses = [], list[float]()
        for number, pair, sr in self._results(upscale):
            figure = score(sr, pair.hr, pair.valid, scale=info.scale, data_range=info.data_range)
            if figure is not None:
                scores.append(figure)
                losses.append(loss_of(split_into_patches(pair, size), number))
            yield progress
        ssims = [each.ssim for each in scores if each.ssim is not None]
        return ValidationScores(
            psnr=self._mean([each.psnr for each in scores]),
            ssim=self._mean_if_any(ssims),
            loss=self._mean(losses),
        )

    def _results(self, upscale: Upscale) -> Iterator[tuple[int, TilePair, NDArray[np.float32]]]:
        """Yield number, truth and result of each tile that this process measures."""
        first, step = (self.processes.rank, self.processes.count) if self.processes else (0, 1)
        for number in range(first, len(self.names), step):
            pair = self.tiles.read("val", self.names[number])
            yield number, pair, upscale_tile(upscale, self.tiles.tileset, pair)

    def _mean(self, found: list[float]) -> float:
        mean = self._mean_if_any(found)
        if mean is None:
            raise InputError(
                "No validation tile in {folder} has a valid pixel.", folder=self.tiles.tileset.folder
            )
        return mean

    def _mean_if_any(self, found: list[float]) -> float | None:
        """Return the mean over what all processes have found."""
        total, count = sum(found), float(len(found))
        if self.processes:
            device = self.processes.device
            kind = torch.float32 if device.type == "mps" else torch.float64
            sums = self.processes.total(torch.tensor((total, count), dtype=kind, device=device))
            total, count = sums.tolist()
        return total / count if count else None


def split_into_patches(pair: TilePair, size: int) -> TilePair:
    """Return the patches of `size` low-resolution pixels a side that fit beside each other in a tile.

    Returns:
        `lr` (n, inputs, size, size), the guide folded into it, and `hr` and `valid` (n, bands, size × scale, size × scale).
    """
    count = pair.lr.shape[-1] // size

    def cut(image: NDArray[T], factor: int) -> NDArray[T]:
        side = size * factor
        whole = image[:, : count * side, : count * side].reshape(-1, count, side, count, side)
        return whole.transpose(1, 3, 0, 2, 4).reshape(count**2, -1, side, side)

    return TilePair(lr=cut(pair.inputs, 1), hr=cut(pair.hr, pair.scale), valid=cut(pair.valid, pair.scale))
