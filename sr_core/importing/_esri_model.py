"""Models of ArcGIS' SuperResolution: an Esri model definition (.emd) beside its weights, or both in a package (.dlpk).

The definition is JSON, whose keys arcgis.learn writes; the weights are what fastai saves (.pth), of which nothing is run.
"""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import InputError
from ..limited_json import parse_json
from ._esri_networks import EsriModel, EsriSr3, EsriUnet, Sides, other_network

ENDINGS = (".dlpk", ".emd")


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
        InputError: it is of another model than SR3 or U-Net of SuperResolution, or lacks what it should say.
    """
    kind = str(definition.get("ModelType", definition.get("ModelName", "")))
    if kind != "SuperResolution":
        raise InputError(
            "{path} is a model of another kind ({kind}), and only SuperResolution can be imported.",
            path=path,
            kind=kind,
        )
    network = str(definition.get("ModelArch", "UNet"))
    if network not in ("SR3", "UNet"):
        raise other_network(network)
    try:
        scale, side = int(definition["downsample_factor"]), int(definition["ImageHeight"])
        sides = None
        if definition.get("is_multispec"):
            sides = (definition["image_stats"], definition.get("image_stats2") or definition["image_stats"])
        if network == "UNet":
            return EsriUnet(scale, side, _columns(sides, (0, 1)))
        ranges = _columns(sides, ("band_min_values", "band_max_values"))
        return EsriSr3(scale, side, dict(definition.get("Kwargs") or {}), ranges)
    except (KeyError, IndexError, TypeError, ValueError):
        raise _unreadable(path) from None


def _columns(sides: tuple[Any, Any] | None, names: tuple[Any, Any]) -> Sides | None:
    """Return two statistics of each side, by their names or places in it."""
    if sides is None:
        return None
    coarse, fine = ((np.array(side[names[0]], float), np.array(side[names[1]], float)) for side in sides)
    if any(each.ndim != 1 for each in (*coarse, *fine)):
        raise ValueError("statistics that are not those of each band")
    return coarse, fine


def _no_weights(path: Path, name: str) -> InputError:
    return InputError(
        "{path} refers to the weights file {name}, which is missing: copy the model again, with that file.",
        path=path,
        name=name,
    )


def _unreadable(path: Path) -> InputError:
    return InputError(
        "{path} is not a model of ArcGIS (.dlpk, or .emd beside its weights), or a damaged one: copy it again.",
        path=path,
    )
