"""The path of a raster, with what a layer of QGIS says of its nodata beyond the file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel, ConfigDict

Range = tuple[float | None, float | None]
"""Lowest and highest of values that mean no data, both included; None where there is no end."""


class LayerNodata(BaseModel):
    """Nodata values that the properties of a layer in QGIS declare."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    path: str
    ranges: tuple[tuple[Range, ...], ...] = ()
    """For each band of the file: values, as stored, that mean no data beside the one that the file declares."""
    unused: tuple[int, ...] = ()
    """Indices from 1 of bands whose own nodata value counts as data."""


class RasterPath(str):
    """A path that knows the nodata of its layer."""

    layer: LayerNodata

    @classmethod
    def of(cls, layer: LayerNodata) -> RasterPath:
        """Return the path of a layer."""
        made = cls(layer.path)
        made.layer = layer
        return made


def read_path(value: Any, handler: Callable[[Any], str]) -> str:
    """Return a path from a job's JSON: a text, or an object that says the layer's nodata too."""
    if isinstance(value, RasterPath):
        return value
    return RasterPath.of(LayerNodata.model_validate(value)) if isinstance(value, dict) else handler(value)


def dump_path(path: str) -> Any:
    """Return the JSON value that `read_path` takes."""
    return path.layer.model_dump(mode="json") if isinstance(path, RasterPath) else path
