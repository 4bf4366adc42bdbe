"""What a model definition of ArcGIS' SuperResolution says of each of its networks, and how that goes into ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ..backbones.resnet_unet import COARSEST
from ..errors import InputError
from ..progress import Log
from ._weight_layout import PublishedNetwork, Weights
from .arcgis_unet import ENTRY

SCHEDULE = {"schedule": "linear", "n_timestep": 1000, "linear_start": 1e-6, "linear_end": 1e-2}
"""The noise schedule of arcgis.learn where a definition does not say another."""
NORM_GROUPS = 8
"""Number of groups of channels that are normalised together, where a definition does not say another. arcgis.learn's own help
says 32, its networks were made with 8."""
BYTE = 255.0
"""Largest statistic by which pixels are taken to have 8 bits; with larger ones they are reflectance × 10,000."""

Column = NDArray[np.float64]
Sides = tuple[tuple[Column, Column], tuple[Column, Column]]
"""Two statistics of each band, of the low-resolution and of the high-resolution images."""


@dataclass(frozen=True)
class EsriSr3:
    """What a definition says of an SR3 network."""

    title: ClassVar = "ArcGIS SuperResolution (SR3)"
    note: ClassVar = Log(
        "ArcGIS applies an unsharp mask to the network's output, which is not part of the weights and is not "
        "imported: results here are the network's own. The file does not state how ArcGIS enlarges the image "
        "before the network: here it is bicubic."
    )
    """What is not taken over."""

    scale: int
    image_size: int
    options: dict[str, Any]
    """As arcgis.learn was given them, by SR3's own names."""
    ranges: Sides | None
    """Least and largest pixel values of each band, of the low-resolution and of the high-resolution images; none where
    the network takes 8-bit pixels as 0 to 1."""

    def complete(self, network: PublishedNetwork, weights: Weights) -> PublishedNetwork:
        """Return a network with what the definition says of it.

        Raises:
            InputError: It is no SR3, or the definition is of other bands.
        """
        _require_network(network, "sr3")
        told = {"norm_groups": self.options.get("norm_groups", NORM_GROUPS), "image_size": self.image_size}
        schedule = {name: self.options.get(name, value) for name, value in SCHEDULE.items()}
        left = {name: value for name, value in network.published_options.items() if name not in told}
        network = replace(
            network,
            options={**network.options, **told},
            published_options=left,
            noise_schedule=network.noise_schedule or schedule,
        )
        return network if self.ranges is None else self._normalise(network, weights, self.ranges)

    def _normalise(self, network: PublishedNetwork, weights: Weights, ranges: Sides) -> PublishedNetwork:
        """Return a network whose input and result have the range of the high-resolution images.

        It took each side as −1 to 1 over a range of its own; that of the low-resolution side goes into the first layer.
        """
        (mean, half), (hr_mean, hr_half) = (((low + high) / 2, (high - low) / 2) for low, high in ranges)
        _require_statistics(network.bands, mean, half, hr_half)
        first = network.layers["denoiser.first"]
        tensors: dict[str, Tensor] = {**weights.tensors}
        tensors |= _fold_condition(
            tensors, first, torch.as_tensor(hr_half / half), torch.as_tensor((hr_mean - mean) / half)
        )
        return replace(
            network,
            gain=_gain(high for _, high in ranges),
            mean=tuple(hr_mean.tolist()),
            std=tuple(hr_half.tolist()),
            tensors=tensors,
        )


def _fold_condition(
    tensors: Mapping[str, Tensor], layer: str, factor: Tensor, shift: Tensor
) -> dict[str, Tensor]:
    """Return weights and bias of a layer that is given c where it was given factor × c + shift in its first bands.

    Outside the image it was given zeros, and still is: the outermost pixels are off by what the shift made there.

    Args:
        tensors: Tensors of the file.
        layer: Name of the convolution.
        factor: Factor of each of the first bands of the convolution's input.
        shift: Shift of each of these bands.
    """
    weight, bias = (tensors[f"{layer}.{kind}"].double() for kind in ("weight", "bias"))
    shown = weight[:, : len(factor)]
    scaled = torch.cat((shown * factor[:, None, None], weight[:, len(factor) :]), dim=1)
    moved = bias + (shown.sum((2, 3)) * shift).sum(1)
    return {f"{layer}.weight": scaled.float(), f"{layer}.bias": moved.float()}


@dataclass(frozen=True)
class EsriUnet:
    """What a definition says of a U-Net over a ResNet."""

    title: ClassVar = "ArcGIS SuperResolution (U-Net)"
    note: ClassVar = Log(
        "The file does not state how ArcGIS enlarges the image before the network: here it is bilinear, as in "
        "its training."
    )
    """What is not taken over."""

    scale: int
    image_size: int
    statistics: Sides | None
    """Mean and standard deviation of each band, of the low-resolution and of the high-resolution images; none where the network
    takes 8-bit colours by the statistics of ImageNet."""

    def complete(self, network: PublishedNetwork, weights: Weights) -> PublishedNetwork:
        """Return a network with what the definition says of it.

        Raises:
            InputError: It is no U-Net, or the definition is of other bands.
        """
        _require_network(network, "resnet_unet")
        window = -(-self.image_size // COARSEST) * COARSEST
        network = replace(network, options={**network.options, "window_size": window}, published_options={})
        if self.statistics is None:
            _require_statistics(network.bands, np.ones(3), np.ones(3), np.ones(3))
            return network
        (mean, std), (hr_mean, hr_std) = self.statistics
        _require_statistics(network.bands, mean, std, hr_std)
        # It takes each side in standard deviations about a mean of its own: ours, which has the high-resolution side's, enters
        # by a layer that brings its units to those of the low-resolution side.
        entry = {
            f"{ENTRY}.weight": torch.as_tensor(hr_std / std)[:, None, None, None],
            f"{ENTRY}.bias": torch.as_tensor((hr_mean - mean) / std),
        }
        return replace(
            network,
            gain=_gain(mean + std for mean, std in self.statistics),
            mean=tuple(hr_mean.tolist()),
            std=tuple(hr_std.tolist()),
            tensors={**(network.tensors or {}), **entry},
        )


EsriModel = EsriSr3 | EsriUnet


def _require_network(network: PublishedNetwork, backbone: str) -> None:
    if network.backbone != backbone:
        raise InputError(
            "The model definition is of another network than its weights: export the model from ArcGIS again."
        )


def _require_statistics(bands: int, mean: Column, *spreads: Column) -> None:
    """Refuse statistics of another number of bands, or of bands that never vary.

    Raises:
        InputError: They do not fit.
    """
    if any(len(each) != bands for each in (mean, *spreads)) or not all((each > 0).all() for each in spreads):
        raise InputError(
            "The statistics in the model definition do not fit the weights, which are of {bands} bands: export the model "
            "from ArcGIS again.",
            bands=bands,
        )


def _gain(tops: Iterable[Column]) -> float:
    """Return the physical value of a pixel value of 1, by the largest that the images of each side have."""
    return 1 / BYTE if max(float(top.max()) for top in tops) <= BYTE else 1e-4


def other_network(network: str) -> InputError:
    """Return what is said of a network that cannot be imported."""
    return InputError(
        "Only ArcGIS SuperResolution models with the networks SR3 and U-Net can be imported, and this one is "
        "{network}: train one with SR3 or a ResNet, or export it to ONNX and import that.",
        network=network,
    )
