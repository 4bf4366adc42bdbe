"""The networks, one file each: a file here is a backbone everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Self

from ..errors import BadInput
from ..schema import Choice
from ._diffusion_net import DiffusionNet
from ._net import SrNet, bicubic, bilinear, require_served

__all__ = ["Backbone", "DiffusionNet", "SrNet", "bicubic", "bilinear", "require_served"]


class Backbone(Choice):
    """The config of a network; `net` builds it."""

    scales: ClassVar[tuple[int, ...]] = (2, 3, 4, 8)
    """The scales this network can do."""

    def require(self, scale: int) -> None:
        """Refuse a scale that this network cannot do.

        Raises:
            BadInput: its upsampler cannot do this scale.
        """
        if scale not in self.scales:
            raise BadInput(
                "{backbone} cannot do scale {scale}: it can do {known}.",
                backbone=self.id,
                scale=scale,
                known=", ".join(map(str, self.scales)),
            )

    def served(self, scale: int) -> tuple[int, ...]:
        """The scales that the weights of a net for `scale` serve: that one, or all that were learnt together."""
        return (scale,)

    def for_patches(self, side: int) -> Self:
        """This config where it is learnt from patches of `side` high-resolution pixels.

        Raises:
            BadInput: it cannot be learnt from such.
        """
        return self

    def net(
        self, bands: int, scale: int, mean: Sequence[float], std: Sequence[float]
    ) -> SrNet | DiffusionNet:
        """The network, freshly initialised; `mean` and `std` are per band, in physical units.

        Raises:
            BadInput: it cannot do this scale.
        """
        raise NotImplementedError


Backbone.discover(__name__, __path__)
