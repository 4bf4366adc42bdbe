"""Networks whose trunk torch computes in half precision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from jaxtyping import Float
from torch import Tensor

from ...backbones import SrNet
from ...device import fast_dtype
from ...progress import Log
from .half_precision_choice import TAG, HalfPrecision

DTYPES: dict[HalfPrecision, torch.dtype] = {"bf16": torch.bfloat16, "fp16": torch.float16}


def card_half_precision(device: torch.device) -> HalfPrecision | None:
    """Return the half precision in which a graphics card computes; None where single precision is as fast."""
    if device.type == "cuda":
        fast = fast_dtype(device)
        return next((half for half, dtype in DTYPES.items() if dtype == fast), None)
    return "fp16" if device.type == "mps" else "bf16"


class AutocastNet:
    """A network of torch with its trunk in half precision (`TiledNet`); weights and normalisation stay in single."""

    def __init__(self, net: SrNet, half: HalfPrecision) -> None:
        """Take a network, on its device."""
        self.net, self.dtype = net, DTYPES[half]
        self.scale, self.bands, self.inputs = net.scale, net.bands, net.inputs
        self.outputs: Sequence[int] = net.outputs
        self.device = net.device
        self.halo, self.tail_halo, self.multiple_of = net.halo, net.tail_halo, net.multiple_of
        self.trunk_activation_floats = net.trunk_activation_floats
        self.tail_activation_floats = net.tail_activation_floats
        self.tags: Mapping[str, str] = {**net.tags, TAG: half}
        self.notes: list[Log] = net.notes

    def trunk(self, lr: Float[Tensor, "b c h w"]) -> Float[Tensor, "b f h w"]:
        """Return the features of low-resolution pixels given in physical units."""
        with torch.autocast(self.device.type, self.dtype):
            return self.net.trunk(lr).float()

    def tail(
        self, features: Float[Tensor, "b f h w"], lr: Float[Tensor, "b c h w"]
    ) -> Float[Tensor, "b c H W"]:
        """Return the result in physical units."""
        return self.net.tail(features, lr)
