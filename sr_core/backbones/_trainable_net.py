"""`TrainableNet`: the torch module that a `Backbone` builds, in physical units and with blocks that can be frozen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Self

import torch
from torch import Tensor, nn

from ..errors import InputError
from ._backbone import Backbone, require_known_scale
from ._blocks import PerScale, equalize_subpixels_, find_subpixel_convs, has_equal_subpixels


class TrainableNet(nn.Module):
    """A network in physical units, for one number of bands and one scale at a time, whose first blocks may be frozen.

    What it is given, called `lr` everywhere, are `inputs` channels: the low-resolution `bands` that it gives at high
    resolution, and perhaps a guide after them, folded onto their pixels (`raster.space_to_depth.fold`). Only the body has
    weights; mean and std are per channel and belong to the package, not to its weights.

    Raises:
        InputError: the backbone cannot do this scale.
    """

    backbone: Backbone
    body: nn.ModuleDict
    """Parts of the net by name, in the order in which they compute."""
    mean: Tensor
    """Mean of each input channel, (1, c, 1, 1)."""
    std: Tensor
    """Standard deviation of each input channel, (1, c, 1, 1)."""
    frozen: tuple[nn.Module, ...] = ()
    """Modules that do not learn and work as in prediction."""

    def __init__(
        self, backbone: Backbone, bands: int, scale: int, mean: Sequence[float], std: Sequence[float]
    ) -> None:
        super().__init__()
        backbone.require(scale)
        self.backbone, self.bands, self.inputs, self.scale = backbone, bands, len(mean), scale
        # A band that never varies has nothing to learn from; dividing by 1 keeps it finite.
        spread = [value if value > 0 else 1.0 for value in std]
        # An explicit device: a package's net is built on the meta device before its weights are trusted.
        for name, values in (("mean", mean), ("std", spread)):
            column = torch.tensor(values, dtype=torch.float32, device="cpu").view(1, -1, 1, 1)
            self.register_buffer(name, column, persistent=False)

    @property
    def outputs(self) -> range:
        """Places, among the channels of its input, of the bands that it gives."""
        return range(self.bands)

    @property
    def result_mean(self) -> Tensor:
        """Mean of each band of its result, (1, b, 1, 1)."""
        return self.mean[:, : self.bands]

    @property
    def result_std(self) -> Tensor:
        """Standard deviation of each band of its result, (1, b, 1, 1)."""
        return self.std[:, : self.bands]

    @property
    def device(self) -> torch.device:
        """Where it computes."""
        return self.mean.device

    def set_scale(self, scale: int) -> None:
        """Give results at `scale` from now on, with the weights that are there.

        Raises:
            InputError: they do not serve this scale.
        """
        require_known_scale(scale, self.backbone.shared_scales(self.scale))
        for module in self.body.modules():
            if isinstance(module, PerScale):
                module.scale = scale
        self.scale = scale

    def blocks(self) -> Sequence[nn.Module]:
        """Return the blocks of the body's first part, in the order in which an image goes through them."""
        return self.backbone.blocks(next(iter(self.body.values())))

    def keep_equal_subpixels(self) -> Callable[[], None]:
        """Return what is to be called after each step, for layers that draw no pattern on flat fields to stay so.

        They are those that feed a pixel shuffle and have this property now, as a tail that begins at zero. A model that
        has learnt without it relies on its pattern elsewhere: there, taking it off shows on roofs until much more is learnt.
        """
        layers = [
            (layer, factor)
            for layer, factor in find_subpixel_convs(self.body)
            if layer.weight.requires_grad and has_equal_subpixels(layer, factor)
        ]

        def keep() -> None:
            for layer, factor in layers:
                equalize_subpixels_(layer, factor)

        return keep

    def freeze(self, amount: float) -> tuple[int, int]:
        """Keep the first blocks, and what comes before them, as they are.

        Args:
            amount: Below 1 a share of the blocks, at least one of them; from 1 on their number.

        Returns:
            How many of how many blocks are frozen.

        Raises:
            InputError: it has fewer blocks.
        """
        blocks = self.blocks()
        count = max(1, round(amount * len(blocks))) if amount < 1 else round(amount)
        if count > len(blocks):
            raise InputError(
                "FREEZE is {asked}, but the network has only {count} blocks: use at most {count}, or a share such as "
                "0.5.",
                asked=count,
                count=len(blocks),
            )
        last, modules = blocks[count - 1], list(self.modules())
        until = modules[: modules.index(last) + len(list(last.modules()))]
        wholes = [module for module in until if any(part is last for part in module.modules())]
        self.frozen = (*(module for module in until if module not in wholes), last)
        for module in self.frozen:
            module.requires_grad_(False).eval()
        for module in wholes:  # weights of a whole are used from its beginning
            for weight in module.parameters(recurse=False):
                weight.requires_grad_(False)
        return count, len(blocks)

    def train(self, mode: bool = True) -> Self:
        """Switch to training as usual, but frozen modules keep their running averages and drop nothing out."""
        super().train(mode)
        for module in self.frozen:
            module.eval()
        return self
