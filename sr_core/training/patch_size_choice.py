"""Chooses the size of training patches where the user leaves it blank, and checks that a network can learn from it."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

from ..backbones import DiffusionNet, SrNet
from ..datasets.tileset import TileSet
from ..errors import InputError, SrError
from ..progress import Advice, Log
from .options import PATCH_SIZE, TrainingOptions

T = TypeVar("T", bound=TrainingOptions)


def settle_patch_size(options: T, tileset: TileSet) -> Generator[Log, None, T]:
    """Return the options with a patch size: the given one, or the usual one as far as tiles and network allow it.

    Args:
        options: Options of the training.
        tileset: Tile set of the training.
    """
    if options.patch_size is not None:
        return options
    side = min(map(tileset.side, options.backbone.shared_scales(tileset.info.scale)))
    size = PATCH_SIZE if side >= PATCH_SIZE else _largest(options, tileset.info.scale, side)
    if size < PATCH_SIZE:
        yield Advice(
            ("patch_size",),
            "PATCH_SIZE is blank: patches are {size} pixels wide instead of {usual}, because low-resolution "
            "tiles are only {side} wide.",
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


def require_patch_size(net: SrNet | DiffusionNet, size: int) -> None:
    """Require patches that a net can learn from.

    Args:
        net: The network.
        size: Side of the patches (low-resolution pixels).

    Raises:
        InputError: The patches are smaller than the area that the net pools into one pixel.
    """
    if isinstance(net, SrNet) and size < net.multiple_of:
        raise InputError(
            "PATCH_SIZE is {size}, but the network reduces {least} × {least} low-resolution pixels to one: use a "
            "PATCH_SIZE of at least {least}, or a shallower network.",
            size=size,
            least=net.multiple_of,
        )
