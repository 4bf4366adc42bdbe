"""How large the patches are that a network learns from, where the user leaves it open."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

from ..datasets.tileset import TileSet
from ..errors import SrError
from ..progress import Log
from .options import PATCH_SIZE, TrainingOptions

T = TypeVar("T", bound=TrainingOptions)


def settle_patch_size(options: T, tileset: TileSet) -> Generator[Log, None, T]:
    """Return the options with a patch size: their own, or as large as is usual, or as the tiles and the network allow.

    Args:
        options: Of the training.
        tileset: What is trained on.
    """
    if options.patch_size is not None:
        return options
    side = min(map(tileset.side, options.backbone.shared_scales(tileset.info.scale)))
    size = PATCH_SIZE if side >= PATCH_SIZE else _largest(options, tileset.info.scale, side)
    if size < PATCH_SIZE:
        yield Log(
            "PATCH_SIZE was left blank: patches are {size} pixels wide, and not {usual} as usual, for low-resolution tiles "
            "are no wider than {side}.",
            size=size,
            usual=PATCH_SIZE,
            side=side,
        )
    return options.model_copy(update={"patch_size": size})


def _largest(options: TrainingOptions, scale: int, side: int) -> int:
    """Return the largest patch that tiles have and the network can learn from; the tile where there is none."""
    for size in range(side, 0, -1):
        try:
            options.backbone.adapt_to_patches(size * scale)
        except SrError:
            continue
        return size
    return max(side, 1)  # the network says what it needs
