"""`Backbone`: the config of a network, which users choose and which builds the net."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, Self

from pydantic import JsonValue

from ..errors import InputError
from ..schema import Choice

if TYPE_CHECKING:
    from torch import Tensor, nn


Size = Literal["small", "medium", "paper"]
"""Sizes that networks come in."""


class Backbone(Choice):
    """The config of a network; `net` builds it."""

    sizes: ClassVar[dict[Size, dict[str, JsonValue]]] = {}
    """Options of each size. small: some 0.2 million parameters, which a processor trains in minutes to hours; diffusion
    networks some millions. medium: for hours on a processor, or a graphics card. paper: as the paper has it."""

    scales: ClassVar[tuple[int, ...]] = (2, 3, 4, 8)
    """The scales this network can do."""

    def with_size(self, size: Size) -> Self:
        """Return this config with the options of a size, except those that were given.

        Raises:
            InputError: It does not say what sizes it has, or an option that was given does not go with the others.
        """
        if size not in self.sizes:
            raise InputError(
                "{backbone} has no size {size}: leave SIZE blank, and set its options in BACKBONE_OPTIONS.",
                backbone=self.id,
                size=size,
            )
        given = self.model_dump(mode="json", include=self.model_fields_set)
        return self.build({**self.sizes[size], **given})

    def require(self, scale: int) -> None:
        """Refuse a scale that this network cannot do.

        Raises:
            InputError: its upsampler cannot do this scale.
        """
        if scale not in self.scales:
            raise InputError(
                "{backbone} does not support scale {scale}: it supports {known}.",
                backbone=self.id,
                scale=scale,
                known=", ".join(map(str, self.scales)),
            )

    def shared_scales(self, scale: int) -> tuple[int, ...]:
        """Return the scales that share the weights of a net for `scale`: that one, or all that are learnt together."""
        return (scale,)

    def adapt_to_patches(self, side: int) -> Self:
        """Return this config for training on patches of `side` high-resolution pixels.

        Raises:
            InputError: it cannot be trained on them.
        """
        return self

    @abstractmethod
    def net(
        self, bands: int, scale: int, mean: Sequence[float], std: Sequence[float], guide_ratio: int = 1
    ) -> nn.Module:
        """Build the network, a `TrainableNet`, freshly initialised.

        Args:
            bands: Bands of its result, which are the first of its input.
            scale: How many times finer the result is.
            mean: Mean of each channel of its input, in physical units: of the bands, and of the guide's, folded, after
                them.
            std: Standard deviation of each channel of its input, in physical units.
            guide_ratio: Width of a low-resolution pixel in pixels of the guide.

        Raises:
            InputError: it cannot do this scale, or its options do not go together.
        """

    def convert_weights(self, other: Backbone, body: nn.ModuleDict, scale: int) -> dict[str, Tensor] | None:
        """Return the weights of a net by name, in the form in which a net of this config has them.

        Args:
            other: The net's own config.
            body: Its parts.
            scale: How many times finer its result is.

        Returns:
            None where weights cannot be brought from the form of `other` into that of this config.
        """
        return dict(body.state_dict()) if other == self else None

    def blocks(self, part: nn.Module) -> Sequence[nn.Module]:
        """Return the blocks that an image goes through one after another, which FREEZE counts.

        Args:
            part: What the body begins with: a trunk or a denoiser of this config.
        """
        return [layer for layer in part.children() if any(True for _ in layer.parameters())]


def require_known_scale(scale: int, known: Sequence[int]) -> None:
    """Refuse a scale that is none of those that a model's weights serve.

    Raises:
        InputError: it is none of them.
    """
    if scale not in known:
        raise InputError(
            "The model does not support scale {scale}: it supports {known}.",
            scale=scale,
            known=", ".join(map(str, known)),
        )
