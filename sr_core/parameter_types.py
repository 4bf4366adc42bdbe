"""Types of a job's parameters: what each is in the dialog, and what its value may be."""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BeforeValidator, ConfigDict, Field, JsonValue, PlainSerializer, WrapValidator
from pydantic.fields import FieldInfo

from .object_store import vsi_path
from .raster_path import dump_path, read_path
from .schema import Config

ENDINGS = {
    "raster-out": (".tif", ".tiff"),
    "mosaic-out": (".tif", ".tiff", ".vrt"),
    "srpk-out": (".srpk",),
    "html-out": (".html", ".htm"),
}
"""Endings that the name of a result may have, by the schema's format; one file format is written for each."""


def _widget(format: str, **extra: Any) -> Any:
    """Return the annotation that tells the dialog which widget a value wants."""
    endings: dict[str, Any] = {"endings": list(ENDINGS[format])} if format in ENDINGS else {}
    return Field(json_schema_extra={"format": format, **endings, **extra})


def widget_format(field: FieldInfo) -> str:
    """Return the format of a field in the schema, "" where it has none; the schema itself takes long to make."""
    inner = [part for part in get_args(field.annotation) if get_origin(part) is Annotated]
    for each in (field, *(about for part in inner for about in part.__metadata__)):
        extra = each.json_schema_extra if isinstance(each, FieldInfo) else None
        if isinstance(extra, dict) and "format" in extra:
            return str(extra["format"])
    return ""


RasterIn = Annotated[
    str, WrapValidator(read_path), PlainSerializer(dump_path, when_used="json"), _widget("raster-in")
]
"""A path, perhaps a `RasterPath`, which says more."""
FolderIn = Annotated[str, _widget("folder-in")]
ProductIn = Annotated[str, _widget("product-in")]
"""A product of a satellite: its folder, archive or metadata, or what GDAL calls a layer of it."""
PolygonsIn = Annotated[str, _widget("polygons-in")]
"""A GeoJSON file; in QGIS any layer of polygons."""
FolderOut = Annotated[str, _widget("folder-out")]
WeightsIn = Annotated[str, _widget("weights-in")]
PackageIn = Annotated[str, _widget("srpk-in")]
PackagesIn = Annotated[tuple[str, ...], _widget("srpks-in")]
CheckpointIn = Annotated[str, _widget("checkpoint-in")]
PackageOut = Annotated[str, _widget("srpk-out")]
PackageCopyOut = Annotated[str, _widget("srpk-out", offered=False)]
"""A package that the dialog makes only if it is told to."""
HtmlOut = Annotated[str, _widget("html-out")]
InStore = BeforeValidator(lambda value: vsi_path(value) if isinstance(value, str) else value)
"""Names of objects as GDAL has them."""
RasterOut = Annotated[str, InStore, _widget("raster-out", like="input", bands="bands")]
"""A raster shown with the stretch and band order of the layer in `like`."""
MosaicOut = Annotated[str, InStore, _widget("mosaic-out", like="input", bands="bands")]
"""The same, as one file or as a VRT of many."""
RasterInTrueColour = Annotated[str, InStore, _widget("raster-out", shows="true colour")]
"""A raster made from no layer, whose bands B04, B03 and B02 are shown."""
MosaicInTrueColour = Annotated[str, InStore, _widget("mosaic-out", shows="true colour")]
"""The same, as one file or as a VRT of many."""
RasterToo = Annotated[str, InStore, _widget("raster-out", offered=True)]
"""An optional raster that the dialog makes unless it is told not to, in QGIS' own style."""
RasterOfSpread = Annotated[str, InStore, _widget("mosaic-out", like="input", shows="spread")]
"""A raster of standard deviations of the result of `like`, shown with a colour ramp."""
RasterOfErrors = Annotated[str, InStore, _widget("raster-out", like="input", shows="error")]
"""A raster of half-widths of intervals around the result of `like`, shown with a colour ramp and their coverage."""
RasterOfDifferences = Annotated[str, InStore, _widget("raster-out", like="input", shows="difference")]
"""A raster of signed differences from that of `like`, shown with a ramp that diverges from zero."""
Bands = Annotated[tuple[Annotated[int, Field(ge=1)], ...], _widget("bands", raster="input")]
GuideBands = Annotated[tuple[Annotated[int, Field(ge=1)], ...], _widget("bands", raster="guide")]
Crs = Annotated[str, _widget("crs")]
"""A coordinate reference system: a code, such as EPSG:3035, or WKT."""
Options = Annotated[dict[str, JsonValue], _widget("options")]
"""Options of a network that only the job finds out, written as "name=value, name=value"."""
Numbers = Annotated[tuple[float, ...], _widget("numbers")]
Device = Literal["auto", "cpu", "cuda", "cuda:0", "cuda:1", "cuda:2", "cuda:3", "mps"]
"""Of a job that trains; a number chooses among several cards."""
PredictionDevice = Literal[
    "auto", "cpu", "cuda", "cuda:0", "cuda:1", "cuda:2", "cuda:3", "mps", "xpu", "xpu:0", "xpu:1", "xpu:2", "xpu:3",
    "vulkan", "vulkan:0", "vulkan:1", "vulkan:2", "vulkan:3",
]  # fmt: skip
"""Of a job that computes models and trains none."""
Scale = Literal[1, 2, 3, 4, 8]
"""Scale of a model; 1 restores an image at the same size."""
TileScale = Literal[2, 3, 4, 8]
"""Scale of a tile set; at 1 both resolutions would be the same."""

advanced = Field(json_schema_extra={"advanced": True})
"""Folded away in the dialog."""
of_diffusion = Field(json_schema_extra={"needs": "diffusion"})
"""Greyed out in the dialog unless the chosen model is a diffusion model."""
of_guided = Field(json_schema_extra={"needs": "guide"})
"""Greyed out in the dialog unless the chosen model takes a guide."""
of_several_scales = Field(json_schema_extra={"needs": "several scales"})
"""Greyed out in the dialog unless the chosen model does several scales."""


def used_with(**values: tuple[str | None, ...]) -> Any:
    """Return the annotation of a field that has no use unless other fields have certain values.

    The dialog greys it out then, and does not send it.

    Args:
        values: By the name of the other field, the values with which this one is used; None is a blank field.
    """
    return Field(json_schema_extra={"used_with": {name: [*known] for name, known in values.items()}})


Threads = Annotated[
    int | None,
    Field(
        title="Processor cores",
        ge=0,
        le=1024,
        description="Number of processor cores to use; fewer leave more for other programs. Results do not "
        "change, except for the last digits of trainings. 0 or blank: all cores that the system "
        "gives the run.",
    ),
    advanced,
]
"""Of all jobs that compute: `cpu_threads.on_limited_cores` gives it its meaning."""


class Extent(Config):
    """A rectangle on the map."""

    model_config = ConfigDict(json_schema_extra={"format": "extent"})

    bounds: tuple[float, float, float, float]
    """West, south, east, north, in units of the coordinate reference system."""

    crs: str | None = None
    """Coordinate reference system as WKT; none means the raster's own."""
