"""The U-Net of ArcGIS' SuperResolution: fastai's DynamicUnet over a ResNet of torchvision."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from torch import Tensor

from ..errors import InputError
from ._weight_layout import PublishedNetwork, WeightLayout, Weights, map_blocks

IMAGENET = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
"""Mean and standard deviation of the colours of ImageNet, where 1 is white."""
ENTRY = "entry"
"""Name of the layer ahead of all others of the file, which it does not have."""
DECODER = 4
"""Number of the first block of the decoder; ahead of it are encoder, normalisation, activation and two convolutions."""
BLOCK = {
    **{f"layers.{3 * i}": f"conv{i + 1}" for i in range(3)},
    **{f"layers.{3 * i + 1}": f"bn{i + 1}" for i in range(3)},
    "shortcut.0": "downsample.0",
    "shortcut.1": "downsample.1",
}
"""Layers of a block of the encoder, by our names; a third convolution is that of a bottleneck."""
UP = {"enlarge.0": "shuf.conv.0", "norm": "bn", "convs.0": "conv1.0", "convs.2": "conv2.0"}
"""Layers of a block of the decoder, by our names."""
ATTENTION = {"query": "key", "key": "query", "value": "value"}
"""Layers of its attention, by our names: in the file, weights are normalised over what is called queries there."""


class ArcgisUnet(WeightLayout):
    """U-Net of ArcGIS' SuperResolution (fastai's DynamicUnet over a ResNet)."""

    signature: ClassVar = ("layers.0.0", "layers.0.4.0.conv1")

    def fits(self, weights: Weights) -> bool:
        return super().fits(weights) and {"layers.3.0.0.weight_v", "layers.4.shuf.conv.0.weight_v"} <= set(
            weights.tensors
        )

    def read(self, weights: Weights, scale: int | None) -> PublishedNetwork:
        if scale is None:
            raise InputError("The weights do not tell the scale: set SCALE.")
        n_stages = weights.count("layers.0.{}.0.conv1", DECODER)
        stages = [weights.count(f"layers.0.{DECODER + i}.{{}}.conv1") for i in range(n_stages)]
        attended = [name for name in weights.tensors if name.endswith(".conv2.2.gamma")]
        bands = weights.inputs("layers.0.0")
        layers = {
            "trunk.entry": ENTRY,
            "trunk.first.0": "layers.0.0",
            "trunk.first.1": "layers.0.1",
            "trunk.middle.0": "layers.1",
            "trunk.middle.2": "layers.3.0.0",
            "trunk.middle.4": "layers.3.1.0",
        }
        for i, count in enumerate(stages):
            layers |= map_blocks(f"trunk.stages.{i}", f"layers.0.{DECODER + i}", count, BLOCK)
            up = f"layers.{DECODER + i}"
            layers |= {f"trunk.ups.{i}.{ours}": f"{up}.{theirs}" for ours, theirs in UP.items()}
            layers |= {
                f"trunk.ups.{i}.attention.{ours}": f"{up}.conv2.2.{theirs}"
                for ours, theirs in {**ATTENTION, "out": "out"}.items()
            }
        head = DECODER + n_stages  # the number after it is a concatenation
        layers |= {
            "trunk.enlarge.0": f"layers.{head}.conv.0",
            "trunk.residual.0": f"layers.{head + 2}.layers.0.0",
            "trunk.residual.2": f"layers.{head + 2}.layers.1.0",
            "trunk.last": f"layers.{head + 3}.0",
        }
        colours = bands == len(IMAGENET[0])
        return PublishedNetwork(
            backbone="resnet_unet",
            options={
                "n_feats": weights.outputs("layers.0.0"),
                "stages": stages,
                "bottleneck": "layers.0.4.0.conv3" in weights.layers,
                "attention": bool(attended),
                "global_skip": "none",
            },
            published_options={"window_size": 256} if attended else {},
            scale=scale,
            bands=bands,
            layers=layers,
            gain=1 / 255 if colours else 1.0,
            mean=tuple(255 * value for value in IMAGENET[0]) if colours else (),
            std=tuple(255 * value for value in IMAGENET[1]) if colours else 1.0,
            absent={f"{ENTRY}.weight": 1.0, f"{ENTRY}.bias": 0.0},
            tensors=_fold(weights.tensors, attended),
        )


def _fold(tensors: Mapping[str, Tensor], gammas: list[str]) -> dict[str, Tensor]:
    """Return the tensors with each normalised weight as the one that it stands for.

    Length and direction of a kernel are apart (Salimans and Kingma 2016, equation 2), or a kernel is divided by its largest
    singular value (Miyato et al. 2018, equation 8), of which the file has the singular vectors.

    Args:
        tensors: Those of the file.
        gammas: Names of the factors of attention.
    """
    folded = dict(tensors)
    for name in tensors:
        layer, _, kind = name.rpartition(".")
        if kind == "weight_g" and f"{layer}.weight_v" in folded:
            if tensors[name].shape != (*tensors[f"{layer}.weight_v"].shape[:1], 1, 1, 1):
                continue  # damaged: nothing then corresponds to it
            length, direction = folded.pop(name).double(), folded.pop(f"{layer}.weight_v").double()
            norm = direction.flatten(1).norm(dim=1).view(-1, *(1,) * (direction.dim() - 1))
            folded[f"{layer}.weight"] = (direction / norm * length).float()
        elif kind == "weight_orig" and {f"{layer}.weight_u", f"{layer}.weight_v"} <= folded.keys():
            sides = [tuple(tensors[f"{layer}.weight_{side}"].shape) for side in "uv"]
            if sides != [(side,) for side in tensors[name].shape[:2]] or tensors[name].shape[2:] != (1,):
                continue
            whole = folded.pop(name).double()
            left, right = (folded.pop(f"{layer}.weight_{side}").double() for side in "uv")
            folded[f"{layer}.weight"] = (whole / (left @ whole.flatten(1) @ right))[..., None].float()
    for name in gammas:
        gamma = folded.pop(name)
        layer = name.removesuffix("gamma")
        width = folded[f"{layer}value.weight"].shape[0] if f"{layer}value.weight" in folded else 1
        folded[f"{layer}out.weight"] = gamma.flatten()[:1].repeat(width)[:, None, None, None]
    return folded
