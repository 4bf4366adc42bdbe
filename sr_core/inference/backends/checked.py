"""A graphics card is believed only when it is right: what it gives first is computed on the CPU, too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, cast

import numpy as np
from rasterio.windows import Window

from ...errors import SrError
from ...progress import Log
from ...raster.tiling import plan_tiles, zoom_slices
from ...vulkan import first_result
from ..memory_tiling import TiledNet, takes_arrays, without_gradients

if TYPE_CHECKING:
    from jaxtyping import Float
    from torch import Tensor

CRASHED = "The last run with Vulkan crashed: this one computes on the CPU. Update the graphics driver."

SIDE = 32
"""Low-resolution pixels that are compared, along each axis."""
DIFFERENCE = 1e-3
"""Of the range of what the CPU gives; a card that computes in single precision differs by a hundredth of that."""
FLAT = 1e-3
"""Of the largest value, below which a range is none: on water or in fog all pixels are alike."""
LEAST_TILE = 64
"""Side of the smallest part that a card is given when its memory does not suffice for more."""


class CheckedNet:
    """A network on a graphics card (`memory_tiling.TiledNet`), which goes on on the CPU where the card fails."""

    def __init__(self, card: TiledNet, cpu: Callable[[], TiledNet], name: str) -> None:
        """Take a network that is not believed yet.

        Args:
            card: The network on the card.
            cpu: Gives the network on the CPU.
            name: Of the card, for people.
        """
        self.net, self.cpu, self.name = card, cpu, name
        self.takes_arrays, self.is_checked = takes_arrays(card), False
        self.notes: list[Log] = []
        """What the user is to know, in the order in which it happened; whoever tells it takes it out."""
        self.scale, self.bands, self.device = card.scale, card.bands, card.device
        self.inputs, self.outputs = card.inputs, card.outputs
        self.halo, self.tail_halo, self.multiple_of = card.halo, card.tail_halo, card.multiple_of
        self.trunk_activation_floats = card.trunk_activation_floats
        self.tail_activation_floats = card.tail_activation_floats
        self.tags: Mapping[str, str] = getattr(card, "tags", {})

    def trunk(self, lr: Float[Tensor, "b c h w"]) -> Float[Tensor, "b f h w"]:
        """Return the features, of the first tile only if they are right."""
        if self.is_checked:
            return self._trunk(lr)
        with first_result():
            features = self._trunk(lr)
            fault = self._find_fault(lr, features)
        self.is_checked = True
        if fault:
            self._leave_card(fault)
            features = self.net.trunk(lr)
        return features

    def tail(
        self, features: Float[Tensor, "b f h w"], lr: Float[Tensor, "b c h w"]
    ) -> Float[Tensor, "b c H W"]:
        """Return the result in physical units."""

        def in_parts(side: int) -> Tensor:
            return self._in_parts(self.net.tail, side, self.tail_halo, 1, self.scale, features, lr)

        return self._as_far_as_it_goes(in_parts, max(lr.shape[-2:]))

    @classmethod
    def on_cpu(cls, net: TiledNet, note: Log) -> CheckedNet:
        """Return a network that computes on the CPU although a card was asked for, for a reason that `note` says."""
        found = cls(net, lambda: net, "")
        found.is_checked = True
        found.notes.append(note)
        return found

    @property
    def _is_on_cpu(self) -> bool:
        return self.name == ""

    def _trunk(self, lr: Tensor) -> Tensor:
        def in_parts(side: int) -> Tensor:
            return self._in_parts(self.net.trunk, side, self.halo, self.multiple_of, 1, lr)

        return self._as_far_as_it_goes(in_parts, max(lr.shape[-2:]))

    def _as_far_as_it_goes(self, in_parts: Callable[[int], Tensor], side: int) -> Tensor:
        """Return a result; where the card's memory does not suffice, in parts, and then on the CPU.

        Args:
            in_parts: gives it in parts of a side, on what computes now.
            side: of the whole.
        """
        part = side
        while not self._is_on_cpu:
            try:
                return in_parts(part)
            except SrError:
                part = -(-part // 2)
                if part < LEAST_TILE:
                    self._leave_card(self._lacks_memory())
        return in_parts(side)

    def _in_parts(
        self,
        compute: Callable[..., Tensor],
        side: int,
        halo: int,
        multiple_of: int,
        scale: int,
        *given: Tensor,
    ) -> Tensor:
        """Return what a part of the network makes of images, of which no more than `side` pixels are kept at once."""
        height, width = given[0].shape[-2:]
        if side >= max(height, width):
            return compute(*given)
        whole: Tensor | None = None
        for part in plan_tiles(Window(0, 0, width, height), (height, width), side, halo, multiple_of):
            found = compute(*(each[(..., *part.outer.toslices())] for each in given))
            if whole is None:
                size = (*found.shape[:2], height * scale, width * scale)
                whole = _empty_like(found, size)
            whole[(..., *zoom_slices(part.inner, scale))] = found[(..., *part.inner_in_outer(scale))]
        if whole is None:
            raise ValueError("an image without pixels")
        return whole

    def _find_fault(self, lr: Tensor, features: Tensor) -> Log | None:
        """Return what is wrong with the features of the first tile; none if nothing is."""
        if self._is_on_cpu:
            return None
        height, width = lr.shape[-2:]
        kept = [(side // 2 - SIDE // 2, side // 2 + SIDE // 2) for side in (height, width)]
        (top, bottom), (left, right) = (
            (max(0, low), min(side, high)) for (low, high), side in zip(kept, (height, width), strict=True)
        )
        (piece,) = plan_tiles(
            Window(left, top, right - left, bottom - top),
            (height, width),
            max(height, width),
            self.halo,
            self.multiple_of,
        )
        part = (slice(0, 1), slice(None), *piece.outer.toslices())
        inner = (..., *piece.inner_in_outer(self.scale))
        cpu = self.cpu()
        with without_gradients(self):
            right_one = np.asarray(cpu.tail(cpu.trunk(lr[part]), lr[part])[inner])
            try:
                found = np.asarray(self.net.tail(features[part], lr[part])[inner])
            except SrError:
                return self._lacks_memory()
        finite = np.isfinite(right_one)
        if (np.isfinite(found) != finite).any():
            return Log(
                "{card} gives a result that is not finite: the run goes on on the CPU. Update the card's driver.",
                card=self.name,
            )
        if not finite.any():
            return None
        off, spread = np.abs(found - right_one)[finite].max(), np.ptp(right_one[finite])
        if off > DIFFERENCE * max(spread, FLAT * np.abs(right_one[finite]).max()):
            return Log(
                "{card} gives another result than the CPU: the run goes on on the CPU. Update the card's driver.",
                card=self.name,
            )
        return None

    def _leave_card(self, note: Log) -> None:
        """Compute on the CPU from now on."""
        self.notes.append(note)
        self.net, self.name = self.cpu(), ""

    def _lacks_memory(self) -> Log:
        return Log("The memory of {card} does not suffice: the run goes on on the CPU.", card=self.name)


def _empty_like(found: Tensor, size: tuple[int, ...]) -> Tensor:
    """Return room for a result of another size than one that was found, which may be an array."""
    return (
        cast("Tensor", np.empty(size, np.float32)) if isinstance(found, np.ndarray) else found.new_empty(size)
    )
