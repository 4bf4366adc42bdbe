"""A STAC item that describes a model with the Machine Learning Model extension (MLM 1.3.0), which catalogues are made of."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from ..package.card import band_names
from ..package.info import PackageInfo
from ..schema import schema_of
from .onnx_network import INPUT, OUTPUT

MLM = "https://stac-extensions.github.io/mlm/v1.3.0/schema.json"
RASTER = "https://stac-extensions.github.io/raster/v2.0.0/schema.json"
ONNX_TYPE = "application/octet-stream; application=onnx"
SPDX = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")
"""An identifier of a licence (SPDX); anything else is words."""
TASKS = ["super-resolution"]
DIMENSIONS = ["batch", "channel", "height", "width"]


def describe_model(
    info: PackageInfo, name: str, scale: int, parameters: int, files: dict[str, int]
) -> dict[str, Any]:
    """Return the STAC item of a model as JSON values.

    Args:
        info: Description of the model in its package.
        name: Of the model, which is the item's id.
        scale: How many times finer its result is.
        parameters: Number of its weights.
        files: Names of the files in ONNX -> their sizes in bytes; the first takes and gives pixel values.
    """
    from pystac import Asset, Item

    bands = list(band_names(info.bands))
    title = schema_of(type(info.backbone))["title"].partition(":")[0]
    made = datetime.fromisoformat(info.created) if info.created else datetime.now(UTC)
    about = [f"{title}, {scale} times finer, as ONNX."]
    if info.licence and not SPDX.fullmatch(info.licence):
        about.append(f"Licence: {info.licence}.")
    metres = info.data.intended_resolution(info.scale) if info.data else None
    metres = metres and round(metres, 6)  # those of degrees have many digits
    item = Item(
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
            "bands": _describe_bands(info, bands, metres),
            "mlm:name": _mlm_name(name),
            "mlm:architecture": title,
            "mlm:tasks": TASKS,
            "mlm:framework": "ONNX",
            "mlm:total_parameters": parameters,
            "mlm:memory_size": next(iter(files.values())),
            "mlm:batch_size_suggestion": 1,
            "mlm:pretrained": True,
            **({"mlm:pretrained_source": info.data.folder} if info.data else {}),
            "mlm:hyperparameters": {"scale": scale, "network": info.backbone.id},
            "mlm:input": [_describe_input(bands, metres)],
            "mlm:output": [_describe_output(bands, scale, metres)],
        },
    )
    for place, file in enumerate(files):
        about_file = "pixel values" if not place else "pixel values / 255, for the QGIS plugin Deepness"
        asset = Asset(f"./{file}", title=f"Network in and out: {about_file}", media_type=ONNX_TYPE)
        asset.roles = ["mlm:model"]
        item.add_asset(file.partition(".")[0], asset)
    item.add_asset(
        "card", Asset("./README.md", title="Model card", media_type="text/markdown", roles=["metadata"])
    )
    return item.to_dict(include_self_link=False, transform_hrefs=False)


def _describe_bands(info: PackageInfo, bands: list[str], metres: float | None) -> list[dict[str, Any]]:
    """Return what pixel values of the bands mean."""
    return [
        {
            "name": band,
            **({"data_type": info.dtype} if info.dtype else {}),
            "raster:scale": gain,
            "raster:offset": offset,
            **({"raster:spatial_resolution": metres} if metres else {}),
        }
        for band, gain, offset in zip(bands, info.radiometry.gain, info.radiometry.offset, strict=True)
    ]


def _describe_input(bands: list[str], metres: float | None) -> dict[str, Any]:
    about = "Pixel values as bands say; what they are normalised by is a part of the network"
    return {
        "name": INPUT,
        "description": f"{about}. Pixels are {metres:g} m wide." if metres else f"{about}.",
        "bands": bands,
        "input": {"shape": [-1, len(bands), -1, -1], "dim_order": DIMENSIONS, "data_type": "float32"},
        "value_scaling": None,
        "resize_type": None,
        "pre_processing_function": None,
    }


def _describe_output(bands: list[str], scale: int, metres: float | None) -> dict[str, Any]:
    about = f"Pixel values of the same bands, {scale} times as many along both sides"
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


def _mlm_name(name: str) -> str:
    """Return a name as MLM has it: Latin letters, digits and a few signs between, a letter first."""
    plain = re.sub(r"[^A-Za-z0-9_.-]+", "-", name).strip("_.-")
    return plain if re.match(r"[A-Za-z][A-Za-z0-9_.-]+[A-Za-z0-9]$", plain) else f"model-{plain}".rstrip("-")
