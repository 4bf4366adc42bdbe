"""Computes tiles of a network on ncnn, from and to torch tensors."""

from __future__ import annotations

import torch
from jaxtyping import Float
from torch import Tensor

from ...graphs.linear_tail import EVERYWHERE
from .ncnn_tiles_numpy import NcnnArrays


class NcnnNet(NcnnArrays):
    """A convolutional network on ncnn (`memory_tiling.TiledNet`): tensors in and out, on the CPU."""

    takes_arrays = False
    device = torch.device("cpu")

    def trunk(self, lr: Float[Tensor, "b c h w"]) -> Float[Tensor, "b f h w"]:  # type: ignore[override]
        """Return the features of low-resolution pixels given in physical units."""
        return torch.from_numpy(super().trunk(lr.numpy()))

    def tail(  # type: ignore[override]
        self, features: Float[Tensor, "b f h w"], lr: Float[Tensor, "b c h w"]
    ) -> Float[Tensor, "b c H W"]:
        """Return the result in physical units."""
        return self.tail_within(features, lr, EVERYWHERE)

    def tail_within(  # type: ignore[override]
        self,
        features: Float[Tensor, "b f h w"],
        lr: Float[Tensor, "b c h w"],
        kept: tuple[slice, slice],
    ) -> Float[Tensor, "b c H W"]:
        """Return a result that is right in the `kept` rows and columns of low-resolution pixels."""
        return torch.from_numpy(super().tail_within(features.numpy(), lr.numpy(), kept))
