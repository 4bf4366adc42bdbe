"""Models of ArcGIS' SuperResolution: an Esri model definition (.emd) beside its weights, or both in a package (.dlpk).

The definition is JSON, whose keys arcgis.learn writes; the weights are what fastai saves (.pth), of which nothing is run.
"""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ..errors import InputError
from ..limited_json import parse_json
from ._weight_layout import PublishedNetwork, Weights

ENDINGS = (".dlpk", ".emd")
SCHEDULE = {"schedule": "linear", "n_timestep": 1000, "linear_start": 1e-6, "linear_end": 1e-2}
"""The noise schedule of arcgis.learn where a definition does not say another."""
NORM_GROUPS = 32
"""Number of groups of channels that are normalised together."""
BYTE = 255.0
"""Largest statistic by which pixels are taken to have 8 bits; with larger ones they are reflectance × 10,000."""

Column = NDArray[np.float64]


@dataclass(frozen=True)
class EsriModel:
    """What a definition says of an SR3 network."""

    scale: int
    image_size: int
    options: dict[str, Any]
    """As arcgis.learn was given them, by SR3's own names."""
    ranges: tuple[tuple[Column, Column], tuple[Column, Column]] | None
    """Least and largest pixel values of each band, of the low-resolution and of the high-resolution images; none where
    the network takes 8-bit pixels as 0 to 1."""

    def complete(self, network: PublishedNetwork, weights: Weights) -> PublishedNetwork:
        """Return a network with what the definition says of it.

        Raises:
            InputError: It is no SR3, or the definition is one of other bands.
        """
        if network.backbone != "sr3":
            raise _not_sr3(network.backbone)
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

    def _normalise(
        self,
        network: PublishedNetwork,
        weights: Weights,
        ranges: tuple[tuple[Column, Column], tuple[Column, Column]],
    ) -> PublishedNetwork:
        """Return a network whose input and result have the range of the high-resolution images.

        It took each side as −1 to 1 over a range of its own; that of the low-resolution side goes into the first layer.
        """
        (mean, half), (hr_mean, hr_half) = (((low + high) / 2, (high - low) / 2) for low, high in ranges)
        if len(mean) != network.bands or not all((each > 0).all() for each in (half, hr_half)):
            raise InputError(
                "The statistics in the model definition do not fit the weights, which are of {bands} bands: export the model "
                "from ArcGIS again.",
                bands=network.bands,
            )
        first = network.layers["denoiser.first"]
        tensors: dict[str, Tensor] = {**weights.tensors}
        tensors |= _fold_condition(
            tensors, first, torch.as_tensor(hr_half / half), torch.as_tensor((hr_mean - mean) / half)
        )
        top = max(float(high.max()) for _, high in ranges)
        return replace(
            network,
            gain=1 / BYTE if top <= BYTE else 1e-4,
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


@contextmanager
def open_esri_model(path: Path) -> Iterator[tuple[EsriModel, Path]]:
    """Yield what a definition says, and the file of its weights, which is there within the block.

    Args:
        path: A .dlpk or an .emd file.

    Raises:
        InputError: it is none, of another kind of model, or its weights are missing.
    """
    with tempfile.TemporaryDirectory(prefix="finer-") as folder:
        if path.suffix.lower() == ".emd":
            definition = _parse(path, path.read_bytes() if path.is_file() else b"")
            weights = path.parent / _weights_name(path, definition)
            if not weights.is_file():
                raise _no_weights(path, weights.name)
        else:
            definition, weights = _unpack(path, Path(folder))
        yield _read(path, definition), weights


def _unpack(path: Path, folder: Path) -> tuple[dict[str, Any], Path]:
    """Return the definition in a package, and where its weights were unpacked to."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if name.lower().endswith(".emd")]
            definition = _parse(path, archive.read(names[0]) if len(names) == 1 else b"")
            wanted = _weights_name(path, definition)
            inside = [
                name for name in archive.namelist() if name.replace("\\", "/").rpartition("/")[2] == wanted
            ]
            if not inside:
                raise _no_weights(path, wanted)
            with archive.open(inside[0]) as source, (folder / "weights.pth").open("wb") as target:
                shutil.copyfileobj(source, target)
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError):
        raise _unreadable(path) from None
    return definition, folder / "weights.pth"


def _parse(path: Path, text: bytes) -> dict[str, Any]:
    try:
        definition = parse_json(text)
    except ValueError:
        raise _unreadable(path) from None
    if not isinstance(definition, dict):
        raise _unreadable(path)
    return definition


def _weights_name(path: Path, definition: dict[str, Any]) -> str:
    """Return the name of the file of weights, which lies beside the definition; folders of its maker's computer are left out."""
    name = str(definition.get("ModelFile", "")).replace("\\", "/").rpartition("/")[2]
    if not name:
        raise _unreadable(path)
    return name


def _read(path: Path, definition: dict[str, Any]) -> EsriModel:
    """Return what a definition says.

    Raises:
        InputError: it is of another model than SR3 of SuperResolution, or lacks what it should say.
    """
    kind = str(definition.get("ModelType", definition.get("ModelName", "")))
    if kind != "SuperResolution":
        raise InputError(
            "{path} is a model of another kind ({kind}), and only SuperResolution can be imported.",
            path=path,
            kind=kind,
        )
    network = str(definition.get("ModelArch", "UNet"))
    if network != "SR3":
        raise _not_sr3(network)
    try:
        ranges = None
        if definition.get("is_multispec"):
            sides = (definition["image_stats"], definition.get("image_stats2") or definition["image_stats"])
            coarse, fine = (
                (np.array(side["band_min_values"], float), np.array(side["band_max_values"], float))
                for side in sides
            )
            ranges = (coarse, fine)
        return EsriModel(
            int(definition["downsample_factor"]),
            int(definition["ImageHeight"]),
            dict(definition.get("Kwargs") or {}),
            ranges,
        )
    except (KeyError, TypeError, ValueError):
        raise _unreadable(path) from None


def _not_sr3(network: str) -> InputError:
    return InputError(
        "Of ArcGIS' SuperResolution models only those with the SR3 network can be imported, and this one is {network}, "
        "whose layers its file names by fastai's numbers alone: train one with SR3, or export it to ONNX and import that.",
        network=network,
    )


def _no_weights(path: Path, name: str) -> InputError:
    return InputError(
        "{path} lacks the file of weights that it names, {name}: copy it again.", path=path, name=name
    )


def _unreadable(path: Path) -> InputError:
    return InputError(
        "{path} is not a model of ArcGIS (.dlpk, or .emd beside its weights), or a damaged one: copy it again.",
        path=path,
    )
