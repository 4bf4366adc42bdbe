"""STAC items that describe models with the Machine Learning Model extension (MLM 1.3.0), which catalogues are made of."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from ..i18n import english
from ..package.card import band_names
from ..package.info import PackageInfo, UnreadNetwork
from ..package.onnx_model import OnnxGraph
from ..raster.radiometry import Radiometry
from ..redaction import redact
from ..schema import schema_of

if TYPE_CHECKING:
    from pystac import Item

MLM = "https://stac-extensions.github.io/mlm/v1.3.0/schema.json"
RASTER = "https://stac-extensions.github.io/raster/v2.0.0/schema.json"
FILE = "https://stac-extensions.github.io/file/v2.1.0/schema.json"
ONNX_TYPE, PACKAGE_TYPE = "application/octet-stream; application=onnx", "application/zip"
MODEL_ROLE = "mlm:model"
"""Role by which an asset is the model."""
SHA256 = "1220"
"""How the multihash of a SHA-256 begins: its code, and its length of 32 bytes."""
INPUT, OUTPUT = "pixels", "super_resolved"
"""Names of what a network in ONNX takes and gives."""
SPDX = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")
"""An identifier of a licence (SPDX); anything else is words."""
TASKS = ["super-resolution"]
DIMENSIONS = ["batch", "channel", "height", "width"]


def describe_model(
    info: PackageInfo, name: str, scale: int, parameters: int, files: dict[str, int]
) -> dict[str, Any]:
    """Return the STAC item of a model in ONNX as JSON values.

    Args:
        info: Description of the model in its package.
        name: Of the model, which is the item's id.
        scale: How many times finer its result is.
        parameters: Number of its weights.
        files: Names of the files in ONNX -> their sizes in bytes; the first takes and gives pixel values.
    """
    from pystac import Asset

    about = {
        "mlm:total_parameters": parameters,
        "mlm:memory_size": next(iter(files.values())),
        "mlm:batch_size_suggestion": 1,
    }
    item = _make_item(info, name, scale, "ONNX", about)
    for place, file in enumerate(files):
        about_file = "pixel values" if not place else "pixel values / 255, for the QGIS plugin Deepness"
        asset = Asset(f"./{file}", title=f"Network in and out: {about_file}", media_type=ONNX_TYPE)
        asset.roles = [MODEL_ROLE]
        item.add_asset(file.partition(".")[0], asset)
    item.add_asset(
        "card", Asset("./README.md", title="Model card", media_type="text/markdown", roles=["metadata"])
    )
    return item.to_dict(include_self_link=False, transform_hrefs=False)


def describe_package(info: PackageInfo, path: str, scale: int, checksum: str) -> dict[str, Any]:
    """Return the STAC item of a model package as JSON values, for what is made by it.

    Args:
        info: Description of the model in its package.
        path: The package.
        scale: How many times finer its result is.
        checksum: SHA-256 of the package.
    """
    from pystac import Asset

    name = redact(PurePath(path).name)
    framework = "ONNX" if isinstance(info.backbone, OnnxGraph) else "PyTorch"
    with english():  # what travels is the same in every language
        item = _make_item(info, name.removesuffix(".srpk"), scale, framework, {})
    item.stac_extensions.append(FILE)
    about = {"file:checksum": SHA256 + checksum}
    item.add_asset("model", Asset(redact(path), name, None, PACKAGE_TYPE, [MODEL_ROLE], about))
    return item.to_dict(include_self_link=False, transform_hrefs=False)


def _make_item(info: PackageInfo, name: str, scale: int, framework: str, properties: dict[str, Any]) -> Item:
    """Return the item of a model, without assets."""
    from pystac import Item

    bands, network = list(band_names(info.bands)), info.backbone
    title = network.id
    if not isinstance(network, UnreadNetwork):
        title = schema_of(type(network))["title"].partition(":")[0]
    made = datetime.now(UTC)
    with suppress(ValueError):  # of a package by others, which may say it in words
        made = datetime.fromisoformat(info.created)
    about = [f"{title}, {scale} times finer, as {framework}."]
    if info.licence and not SPDX.fullmatch(info.licence):
        about.append(f"Licence: {info.licence}.")
    metres = info.data.intended_resolution(info.scale) if info.data else None
    metres = metres and round(metres, 6)  # those of degrees have many digits
    described = _describe_bands(bands, info.radiometry, info.dtype, metres)
    inputs = [_describe_input(INPUT, bands, metres)]
    if guide := info.guide:
        names, size = [f"guide: {band}" for band in band_names(guide.bands)], metres and metres / guide.ratio
        described += _describe_bands(names, guide.radiometry, guide.dtype, size)
        inputs.append(_describe_input("guide", names, size))
    return Item(
        id=name,
        geometry=None,
        bbox=None,
        datetime=made,
        stac_extensions=[MLM, RASTER],
        properties={
            "title": name,
            "description": " ".join(about),
            **({"license": _spdx(info.licence)} if info.licence else {}),
            **({"gsd": metres} if metres else {}),
            "bands": described,
            "mlm:name": mlm_name(name),
            "mlm:architecture": title,
            "mlm:tasks": TASKS,
            "mlm:framework": framework,
            "mlm:pretrained": True,
            **({"mlm:pretrained_source": info.data.folder} if info.data else {}),
            "mlm:hyperparameters": {"scale": scale, "network": network.id},
            "mlm:input": inputs,
            "mlm:output": [_describe_output([bands[place] for place in info.result_places], scale, metres)],
            **properties,
        },
    )


def _describe_bands(
    bands: list[str], radiometry: Radiometry, dtype: str | None, metres: float | None
) -> list[dict[str, Any]]:
    """Return what pixel values of the bands mean."""
    return [
        {
            "name": band,
            **({"data_type": dtype} if dtype else {}),
            "raster:scale": gain,
            "raster:offset": offset,
            **({"raster:spatial_resolution": metres} if metres else {}),
        }
        for band, gain, offset in zip(bands, radiometry.gain, radiometry.offset, strict=True)
    ]


def _describe_input(name: str, bands: list[str], metres: float | None) -> dict[str, Any]:
    about = "Pixel values as bands say; what they are normalised by is a part of the network"
    return {
        "name": name,
        "description": f"{about}. Pixels are {metres:g} m wide." if metres else f"{about}.",
        "bands": bands,
        "input": {"shape": [-1, len(bands), -1, -1], "dim_order": DIMENSIONS, "data_type": "float32"},
        "value_scaling": None,
        "resize_type": None,
        "pre_processing_function": None,
    }


def _describe_output(bands: list[str], scale: int, metres: float | None) -> dict[str, Any]:
    about = f"Pixel values of these bands, {scale} times as many along both sides"
    return {
        "name": OUTPUT,
        "description": f"{about}. Pixels are {metres / scale:g} m wide." if metres else f"{about}.",
        "tasks": TASKS,
        "bands": bands,
        "result": {"shape": [-1, len(bands), -1, -1], "dim_order": DIMENSIONS, "data_type": "float32"},
        "post_processing_function": None,
    }


def _spdx(licence: str) -> str:
    """Return the licence as STAC has it."""
    return licence if SPDX.fullmatch(licence) else "other"


def mlm_name(name: str) -> str:
    """Return a name as MLM has it: Latin letters, digits and a few signs between, a letter first."""
    plain = re.sub(r"[^A-Za-z0-9_.-]+", "-", name).strip("_.-")
    return plain if re.match(r"[A-Za-z][A-Za-z0-9_.-]+[A-Za-z0-9]$", plain) else f"model-{plain}".rstrip("-")
