"""One network over more pixels than fit at once: the trunk in large tiles, the memory-hungry tail in small pieces."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np
import torch
from jaxtyping import Float
from numpy.typing import NDArray
from rasterio.windows import Window
from torch import Tensor

from ..errors import SrError
from ..raster.tiling import tiles

TRUNK_BYTES = 2**29
"""Memory for the trunk's features. The trunk sees far, so its tiles waste a wide halo: the larger the better."""
LARGEST = 1024
"""Side of the largest tile: of a small network the pixels themselves, several copies of them, are the larger part."""
TAIL_BYTES = 2**27
"""Memory for the tail, which sees hardly further than a pixel: small pieces waste next to nothing."""


class Net(Protocol):
    """What inference needs to know of a network; `SrNet` and `OnnxNet` are such."""

    scale: int
    bands: int

    @property
    def device(self) -> torch.device: ...
    @property
    def multiple_of(self) -> int: ...
    @property
    def halo(self) -> int: ...
    @property
    def tail_halo(self) -> int: ...
    @property
    def trunk_activation_floats(self) -> int: ...
    @property
    def tail_activation_floats(self) -> int: ...
    def trunk(self, lr: Float[Tensor, "b c h w"], /) -> Float[Tensor, "b f h w"]: ...
    def tail(
        self, features: Float[Tensor, "b f h w"], lr: Float[Tensor, "b c h w"], /
    ) -> Float[Tensor, "b c H W"]: ...


def pieces(
    net: Net, lr: Float[Tensor, "b c h w"], kept: Sequence[tuple[slice, slice]]
) -> Iterator[tuple[int, Window, NDArray[np.float32]]]:
    """The results for the `kept` rows and columns of each image, in physical units, piece by piece.

    Yields the image's number, the piece's place in that image (low-resolution pixels) and its pixels (c, H, W).
    """
    with torch.inference_mode():
        features = net.trunk(lr)
    for number, (rows, cols) in enumerate(kept):
        image = slice(number, number + 1)
        for place, sr in tail_pieces(net, features[image], lr[image], Window.from_slices(rows, cols)):
            pixels: NDArray[np.float32] = sr[0].float().cpu().numpy()
            yield number, place, pixels


def tail_pieces(
    net: Net, features: Float[Tensor, "b f h w"], lr: Float[Tensor, "b c h w"], kept: Window
) -> Iterator[tuple[Window, Float[Tensor, "b c H W"]]]:
    """What the tail makes of the `kept` window (low-resolution pixels): a piece's place, and its pixels."""
    side = _side(net.tail_activation_floats, net.tail_halo, TAIL_BYTES)
    for piece in tiles(kept, (lr.shape[-2], lr.shape[-1]), side, net.tail_halo):
        outer = (..., *piece.outer.toslices())
        with torch.inference_mode():
            sr = net.tail(features[outer], lr[outer])
            part = sr[(..., *piece.inner_in_outer(net.scale))]
        yield piece.inner, part


def tile_size(net: Net) -> int:
    """The side of the largest tile (low-resolution pixels, without its halo) whose trunk fits `TRUNK_BYTES`."""
    return min(_side(net.trunk_activation_floats, net.halo, TRUNK_BYTES, net.multiple_of), LARGEST)


def upscaled(net: Net, lr: NDArray[np.float32]) -> NDArray[np.float32]:
    """An image (c, h, w) that is in memory, super-resolved to (c, h × scale, w × scale); physical units."""
    bands, height, width = lr.shape
    result = np.empty((bands, height * net.scale, width * net.scale), np.float32)
    image = torch.from_numpy(lr)[None].to(net.device, memory_format=torch.channels_last)
    whole = Window(0, 0, width, height)
    for tile in tiles(whole, (height, width), tile_size(net), net.halo, net.multiple_of):
        part = image[(..., *tile.outer.toslices())].contiguous(memory_format=torch.channels_last)
        for _, place, pixels in pieces(net, part, [tile.inner_in_outer()]):
            top = (tile.outer.row_off + place.row_off) * net.scale
            left = (tile.outer.col_off + place.col_off) * net.scale
            result[:, top : top + pixels.shape[1], left : left + pixels.shape[2]] = pixels
    return result


def require_finite(physical: NDArray[np.float32], place: Window, scale: int) -> None:
    """Refuse a result (c, H, W) that is no number: as a pixel it would pass for nodata, or for black.

    Raises:
        SrError: it is not finite somewhere; `place` is where it lies in the raster.
    """
    wrong = np.argwhere(~np.isfinite(physical).all(axis=0))
    if len(wrong):
        row, col = wrong[0] // scale
        raise SrError(
            "The model gives no finite numbers at row {row}, column {col} of the raster: either pixels near "
            "there are nodata that the raster does not declare, or the model's training went astray.",
            row=int(place.row_off + row),
            col=int(place.col_off + col),
        )


def _side(floats: int, halo: int, budget: int, multiple_of: int = 1) -> int:
    """Side of a square that takes `budget` bytes with its halo and what `tiles` adds to begin at multiples.

    Of a network that sees too far for that, the halo: then at most nine tenths of the work is wasted.
    """
    return max(math.isqrt(budget // (4 * floats)) - 2 * (halo + multiple_of - 1), halo, 16)
