"""Computes a network over more pixels than fit at once: the trunk in large tiles, the memory-hungry tail in small pieces."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeGuard

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window

from ..errors import SrError
from ..progress import Log
from ..raster.tiling import plan_tiles

if TYPE_CHECKING:
    import torch
    from jaxtyping import Float
    from torch import Tensor

TRUNK_BYTES = 2**29
"""Bytes for the trunk's features. The trunk sees far, so each tile wastes a wide halo: large tiles waste less."""
MAX_TILE = 1024
"""Side of the largest tile: of a small network the pixels themselves, several copies of them, are the larger part."""
TAIL_BYTES = 2**27
"""Bytes for the tail, which sees hardly further than a pixel: small pieces waste next to nothing. A net may ask for less,
as its `tail_bytes`."""


@dataclass(frozen=True)
class TileMemory:
    """The tiles that a network will be given, and the memory for those that are computed at once."""

    total: int = 2**30
    """Most bytes for the trunks of all tiles that are computed at once."""
    tile_size: int | None = None
    """Side of a tile in low-resolution pixels, without its halo; None: chosen by the network's need of memory."""
    batch_size: int = 1
    """Tiles whose trunks are computed together."""
    margin: int = 0
    """Low-resolution pixels that are read on each side of a tile beside the network's own halo, for `ConsistentNet`."""

    def most_tiles(self, threads: int, floats: int, halo: int, chosen: int) -> int:
        """Return how many tiles may be computed at once, each by a thread of its own: at least 1.

        Args:
            threads: Number of threads.
            floats: Floats that the trunk holds for each low-resolution pixel.
            halo: Most low-resolution pixels that the network itself is given on each side of a tile.
            chosen: Bytes for which the side of a tile is chosen where it is not given.
        """
        if self.tile_size:
            chosen = 4 * floats * (self.tile_size + 2 * (halo + self.margin)) ** 2
        elif self.margin:  # `ConsistentNet` asks for no less than the most
            chosen = TRUNK_BYTES
        return max(1, min(threads, self.total // (self.batch_size * chosen)))


ONE_AT_A_TIME = TileMemory(total=0)
"""For a network that is given one tile at a time, as after a graphics card has failed: all threads share its layers."""


class TiledNet(Protocol):
    """A network that can be computed in tiles, sr = tail(trunk(lr), lr) in physical units.

    `SrNet`, which says what each of these is, `OnnxNet` and `ConsistentNet` are such. One that has `takes_arrays = True`
    takes and gives numpy's float32 arrays in place of tensors, so that torch is not imported for it.
    """

    scale: int
    bands: int
    """Number of bands of the result."""
    inputs: int
    """Number of input channels: the bands, and after them those of a folded guide if the network takes a guide."""

    @property
    def outputs(self) -> Sequence[int]:
        """Return the places, among the input channels, of the bands of the result."""

    @property
    def device(self) -> torch.device:
        """Return the device on which the network computes."""

    @property
    def tags(self) -> Mapping[str, str]:
        """Return tags for result files that say how the results were computed."""

    @property
    def notes(self) -> list[Log]:
        """Return log lines for the user, in order; whoever logs them removes them from the list."""

    @property
    def multiple_of(self) -> int:
        """Return the number of which the first row and column of a tile must be multiples."""

    @property
    def halo(self) -> int:
        """Return how many low-resolution pixels around a pixel its result depends on."""

    @property
    def tail_halo(self) -> int:
        """Return how many pixels of the features, around a pixel, the tail's result depends on."""

    @property
    def trunk_activation_floats(self) -> int:
        """Return how many floats the trunk holds for each low-resolution pixel."""

    @property
    def tail_activation_floats(self) -> int:
        """Return how many floats the tail holds for each low-resolution pixel."""

    def trunk(self, lr: Float[Tensor, "b c h w"], /) -> Float[Tensor, "b f h w"]:
        """Compute the features of low-resolution images in physical units."""

    def tail(
        self, features: Float[Tensor, "b f h w"], lr: Float[Tensor, "b c h w"], /
    ) -> Float[Tensor, "b c H W"]:
        """Compute the results in physical units from features and low-resolution images."""


def takes_arrays(net: object) -> TypeGuard[TiledNet]:
    """Whether a network computes with numpy's arrays in place of torch's tensors."""
    return bool(getattr(net, "takes_arrays", False))


def predict_pieces(
    net: TiledNet, lr: NDArray[np.float32], kept: Sequence[tuple[slice, slice]]
) -> Iterator[tuple[int, Window, NDArray[np.float32]]]:
    """Super-resolve the `kept` rows and columns of each tile in `lr` (b, c, h, w), in physical units, piece by piece.

    Yields:
        The tile's number, the piece's place in that tile (low-resolution pixels) and its pixels (c, H, W).
    """
    given = to_device(net, lr)
    with without_gradients(net):
        features = net.trunk(given)
    for number, (rows, cols) in enumerate(kept):
        image = slice(number, number + 1)
        for place, sr in predict_tail(net, features[image], given[image], Window.from_slices(rows, cols)):
            yield number, place, to_array(sr[0])


def predict_tail(
    net: TiledNet, features: Float[Tensor, "b f h w"], lr: Float[Tensor, "b c h w"], kept: Window
) -> Iterator[tuple[Window, Float[Tensor, "b c H W"]]]:
    """Compute the tail for the `kept` low-resolution pixels, piece by piece: a piece's place in `lr`, and its result."""
    budget = min(getattr(net, "tail_bytes", TAIL_BYTES), TAIL_BYTES)
    side = _side(net.tail_activation_floats, net.tail_halo, budget)
    within = getattr(net, "tail_within", None)  # of a net that need not compute the rest of a piece rightly
    for piece in plan_tiles(kept, (lr.shape[-2], lr.shape[-1]), side, net.tail_halo):
        outer = (..., *piece.outer.toslices())
        given = features[outer], lr[outer]
        with without_gradients(net):
            sr = within(*given, piece.inner_in_outer()) if within else net.tail(*given)
            part = sr[(..., *piece.inner_in_outer(net.scale))]
        yield piece.inner, part


def without_gradients(net: TiledNet) -> AbstractContextManager[object]:
    """Return the context in which a network predicts."""
    if takes_arrays(net):
        return nullcontext()
    import torch

    return torch.inference_mode()


def to_device(net: TiledNet, lr: NDArray[np.float32]) -> Any:
    """Return images as the network takes them: on its device, in the memory format that it is fast in."""
    if takes_arrays(net):
        return lr
    import torch

    return torch.from_numpy(lr).to(net.device, memory_format=torch.channels_last)


def tiles_at_once(net: TiledNet) -> int:
    """Return how many tiles are best computed at once, each in a thread of its own: a net's `tiles_at_once`, or 1."""
    return getattr(net, "tiles_at_once", 1)


def to_array(sr: Any) -> NDArray[np.float32]:
    """Return a result, a tensor or an array, as an array."""
    found: NDArray[np.float32] = sr if isinstance(sr, np.ndarray) else sr.float().cpu().numpy()
    return found


def choose_tile_size(net: TiledNet) -> int:
    """Return the side of the largest tile (low-resolution pixels, no halo) whose trunk fits `TRUNK_BYTES`.

    A net may ask for less, as its `trunk_bytes`.
    """
    budget = min(getattr(net, "trunk_bytes", TRUNK_BYTES), TRUNK_BYTES)
    return min(_side(net.trunk_activation_floats, net.halo, budget, net.multiple_of), MAX_TILE)


def require_finite(physical: NDArray[np.float32], place: Window, scale: int) -> None:
    """Refuse a result (c, H, W) that is no number: as a pixel it would pass for nodata, or for black.

    Raises:
        SrError: it is not finite somewhere; `place` is where it lies in the raster, in low-resolution pixels.
    """
    wrong = np.argwhere(~np.isfinite(physical).all(axis=0))
    if len(wrong):
        row, col = wrong[0] // scale
        raise SrError(
            "The model produces values that are not finite at row {row}, column {col} of the raster: either "
            "nearby pixels are nodata that the raster does not declare, or the model's training diverged.",
            row=int(place.row_off + row),
            col=int(place.col_off + col),
        )


def _side(floats: int, halo: int, budget: int, multiple_of: int = 1) -> int:
    """Return the side of a square that takes `budget` bytes with its halo and what `plan_tiles` adds to begin at multiples.

    For a network that sees too far for that it is the halo: then at most nine tenths of the work is wasted.
    """
    return max(math.isqrt(budget // (4 * floats)) - 2 * (halo + multiple_of - 1), halo, 16)
