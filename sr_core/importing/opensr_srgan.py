"""Generators of opensr-srgan beside its SRResNet: those that can be imported, and those that are refused by name."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from ..errors import InputError
from ._srresnet import SrresnetNames, read_srresnet
from ._weight_layout import PublishedNetwork, WeightLayout, Weights

RES_SCALE = 0.2
"""By which what a block adds is multiplied; the program has no setting for it."""
OTHERS = {
    "stochastic_gan": ("head.0", "body.0.conv1", "body.0.noise_mlp.0"),
    "rcab": ("head.0", "body.0.conv1", "body.0.se.1"),
    "lka": ("head.0", "body.0.conv1", "body.0.lka.dw5"),
    "rrdb": ("head.0", "body.0.db1.c1"),
    "esrgan": ("conv_first", "body.0.db1.c1", "conv_hr"),
}
"""Layers by which the other generators are known, by what its configuration calls them."""


class OpensrSrgan(WeightLayout):
    """Generator of opensr-srgan with blocks of type res, an SRResNet without normalisation."""

    signature: ClassVar = ("head.0", "body.0.body.0", "body.0.body.2", "body_tail", "upsampler.0", "tail")

    def fits(self, weights: Weights) -> bool:
        return super().fits(weights) or _find_other(weights) is not None

    def read(self, weights: Weights, scale: int | None) -> PublishedNetwork:
        other = _find_other(weights)
        if other is not None:
            raise InputError(
                "These are the weights of opensr-srgan's generator of type {type}, and only the types standard and res can be "
                "imported: export it to ONNX and import that.",
                type=other,
            )
        steps = weights.existing("upsampler.0", "upsampler.3", "upsampler.6")
        network = read_srresnet(
            weights,
            SrresnetNames(
                first="head.0",
                first_activation="head.1",
                block=("body.{}.body.0", "", "body.{}.body.1", "body.{}.body.2", ""),
                after="body_tail",
                after_norm="",
                steps=steps,
                step_activations=[f"upsampler.{3 * i + 2}" for i in range(len(steps))],
                last="tail",
            ),
            scale,
        )
        # Multiplying a block's last layer is multiplying what it adds.
        last = {
            f"body.{i}.body.2.{kind}"
            for i in range(weights.count("body.{}.body.2"))
            for kind in ("weight", "bias")
        }
        return replace(
            network,
            tensors={
                name: tensor.float() * RES_SCALE if name in last and tensor.is_floating_point() else tensor
                for name, tensor in weights.tensors.items()
            },
        )


def _find_other(weights: Weights) -> str | None:
    """Return the type of a generator of opensr-srgan that cannot be imported; None if it is no such."""
    known = {name.removesuffix(".weight") for name in weights.tensors}
    return next((name for name, layers in OTHERS.items() if known.issuperset(layers)), None)
