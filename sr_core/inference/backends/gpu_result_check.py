"""Checks the first result of a network on a graphics card against the CPU's, and falls back on the CPU."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, cast

import numpy as np
from rasterio.windows import Window

from ...device import empty_cache
from ...errors import SrError
from ...host_memory import is_out_of_memory
from ...progress import Advice, Log
from ...raster.tiling import plan_tiles, zoom_slices
from ...vulkan import first_result
from ..memory_tiling import TiledNet, takes_arrays, to_array, without_gradients
from .half_precision_choice import HALF_DIFFERENCE, TAG

if TYPE_CHECKING:
    import torch
    from jaxtyping import Float
    from torch import Tensor

CRASHED = "The last run with Vulkan crashed: this one computes on the CPU. Update the graphics driver."

SIDE = 32
"""Side, in low-resolution pixels, of the part whose results are compared."""
DIFFERENCE = 1e-3
"""Largest difference between card and CPU, as a share of the range of the CPU's result. Cards that compute in single
precision differ by a hundredth of that."""
COARSE_DIFFERENCE = 2e-2
"""Largest difference, as a share of that range, for a card that multiplies with 10 bits of mantissa (TF32), as torch
lets NVIDIA's cards do in convolutions."""
FLAT = 1e-3
"""Least range, as a share of the largest value, that can be compared with: on water or in fog all pixels are alike."""
LEAST_TILE = 64
"""Side, in pixels, of the smallest part that a card is given when its memory does not suffice for more."""


def allowed_difference(card: TiledNet, usual: float = DIFFERENCE) -> float:
    """Return by how much of its range the result of a network on a card may differ: in half precision by more."""
    return HALF_DIFFERENCE if TAG in card.tags else usual


class CheckedNet:
    """A network on a graphics card (`memory_tiling.TiledNet`), which goes on on the CPU where the card fails.

    It takes pixels on the CPU, and gives results where they were computed.
    """

    def __init__(
        self,
        card: TiledNet,
        cpu: Callable[[], TiledNet],
        name: str,
        difference: float = DIFFERENCE,
        first_result: Callable[[], AbstractContextManager[None]] = first_result,
    ) -> None:
        """Wrap a network whose results are not checked yet.

        Args:
            card: The network on the card.
            cpu: Function that returns the network on the CPU.
            name: Name of the card, for the log.
            difference: Largest difference of the card's result, as a share of the range of the CPU's.
            first_result: Gives the context in which the card computes first: one that remembers that Vulkan's driver crashed.
        """
        self.first_result = first_result
        self.net, self.cpu, self.name, self.difference = card, cpu, name, difference
        self.takes_arrays, self.is_checked = takes_arrays(card), False
        self._sides: dict[str, int] = {}
        """Largest side for which the card's memory suffices, by part of the network; empty until memory did not suffice."""
        self.notes: list[Log] = []
        """Log lines for the user, in order; whoever logs them removes them."""
        self.scale, self.bands, self.device = card.scale, card.bands, _cpu(card)
        self.inputs, self.outputs = card.inputs, card.outputs
        self.halo, self.tail_halo, self.multiple_of = card.halo, card.tail_halo, card.multiple_of
        self.trunk_activation_floats = card.trunk_activation_floats
        self.tail_activation_floats = card.tail_activation_floats
        self.tags: dict[str, str] = dict(card.tags)

    def trunk(self, lr: Float[Tensor, "b c h w"]) -> Float[Tensor, "b f h w"]:
        """Return the features, of the first tile only if they are right."""
        if self.is_checked:
            return self._trunk(lr)
        with self.first_result():
            features = self._trunk(lr)
            if not self._is_on_cpu:
                if fault := self._find_fault(lr, features):
                    self._leave_card(self._half_fault() if self.tags.pop(TAG, None) else fault)
                if self._is_on_cpu:  # nothing of the card's stays
                    features = self._trunk(lr)
        self.is_checked = True
        return features

    def tail(
        self, features: Float[Tensor, "b f h w"], lr: Float[Tensor, "b c h w"]
    ) -> Float[Tensor, "b c H W"]:
        """Return the result in physical units."""

        def in_parts(side: int) -> Tensor:
            return self._in_parts(self.net.tail, side, self.tail_halo, 1, self.scale, features, lr)

        return self._as_far_as_it_goes("tail", in_parts, max(lr.shape[-2:]))

    def wrap(self, wrapped: Callable[[TiledNet], TiledNet]) -> CheckedNet:
        """Return what `wrapped` makes of the network, on the card and on the CPU, as checked as this."""
        found = CheckedNet(
            wrapped(self.net), lambda: wrapped(self.cpu()), self.name, self.difference, self.first_result
        )
        found.is_checked, found.notes = self.is_checked, self.notes
        found.tags = self.tags
        return found

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

        return self._as_far_as_it_goes("trunk", in_parts, max(lr.shape[-2:]))

    def _as_far_as_it_goes(self, name: str, in_parts: Callable[[int], Tensor], side: int) -> Tensor:
        """Return a result; where the card's memory does not suffice, in parts, and then on the CPU.

        Args:
            name: Name of the part of the network that computes the result.
            in_parts: Function that computes the result in parts of a given side, on the device in use.
            side: Side of the whole result.
        """
        while not self._is_on_cpu:
            part = min(side, self._sides.get(name, side))
            try:
                return in_parts(part)
            except (SrError, RuntimeError, MemoryError) as error:
                if not isinstance(error, SrError) and not is_out_of_memory(error):
                    raise
            self._sides[name] = -(-part // 2)
            if self._sides[name] < LEAST_TILE:
                self._leave_card(self._lacks_memory())
            else:  # only now, when the error does not hold its results any more
                empty_cache(self.net.device)
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
            return compute(*map(self._on_device, given))
        whole: Tensor | None = None
        for part in plan_tiles(Window(0, 0, width, height), (height, width), side, halo, multiple_of):
            found = compute(*(self._on_device(each[(..., *part.outer.toslices())]) for each in given))
            if whole is None:  # in the computer's memory: the card has too little for it
                size = (*found.shape[:2], height * scale, width * scale)
                whole = _empty_like(found, size)
            inner = found[(..., *part.inner_in_outer(scale))]
            whole[(..., *zoom_slices(part.inner, scale))] = inner if self.takes_arrays else inner.cpu()
        if whole is None:
            raise ValueError("an image without pixels")
        return whole

    def _find_fault(self, lr: Tensor, features: Tensor) -> Log | None:
        """Return what is wrong with the features of the first tile; none if nothing is."""
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
            right_one = to_array(cpu.tail(cpu.trunk(lr[part]), lr[part])[inner])
        found = to_array(self.tail(features[part], lr[part])[inner])
        if self._is_on_cpu:  # for lack of memory
            return None
        finite = np.isfinite(right_one)
        if (np.isfinite(found) != finite).any():
            return Log(
                "{card} gives a result that is not finite: the run continues on the CPU. Update the card's "
                "driver.",
                card=self.name,
            )
        if not finite.any():
            return None
        off, spread = np.abs(found - right_one)[finite].max(), np.ptp(right_one[finite])
        if off > self.difference * max(spread, FLAT * np.abs(right_one[finite]).max()):
            return Log(
                "{card} gives another result than the CPU: the run continues on the CPU. Update the card's "
                "driver.",
                card=self.name,
            )
        return None

    def _leave_card(self, note: Log) -> None:
        """Compute on the CPU from now on."""
        self.notes.append(note)
        self.net, self.name = self.cpu(), ""

    def _half_fault(self) -> Log:
        return Advice(
            ("precision",),
            "In half precision {card} gives another result than the CPU: the run continues on the CPU. Set "
            "PRECISION to exact.",
            card=self.name,
        )

    def _lacks_memory(self) -> Log:
        return Log("The memory of {card} is not sufficient: the run continues on the CPU.", card=self.name)

    def _on_device(self, given: Tensor) -> Tensor:
        """Return pixels or features as the network that computes now takes them."""
        if self.takes_arrays or given.device == self.net.device:
            return given
        import torch

        return given.to(self.net.device, memory_format=torch.channels_last)


def _cpu(net: TiledNet) -> torch.device:
    """Return the CPU as the device of a network on a card."""
    if net.device.type == "cpu":
        return net.device
    import torch

    return torch.device("cpu")


def _empty_like(found: Tensor, size: tuple[int, ...]) -> Tensor:
    """Return room in the computer's memory for a result of another size than one that was found, which may be an array."""
    if isinstance(found, np.ndarray):
        return cast("Tensor", np.empty(size, np.float32))
    return found.new_empty(size, device="cpu")
