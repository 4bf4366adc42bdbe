"""Reads rasters with a colour table as the colours that their values stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import uuid4

import numpy as np
import rasterio
import rasterio.shutil
from rasterio.enums import ColorInterp, MaskFlags

from ..errors import InputError
from ..progress import Log
from ..raster_path import LayerNodata
from .nodata_comparison import in_ranges

Colour = tuple[int, int, int, int]
"""Red, green, blue and opacity, 0 to 255."""

COLOURS = ("Red", "Green", "Blue")


@dataclass(frozen=True)
class Palette:
    """The colour table of a raster whose colours are read in place of its values."""

    path: str
    """Path of the raster itself; the dataset that is read is a view of the raster."""
    is_grey: bool
    """Whether all colours of the table are greys."""

    def log(self) -> Log:
        """Return a log line that says that colours are read."""
        return Log(
            "{path} has a colour table: the colours are read, as bands red, green and blue.", path=self.path
        )


@contextmanager
def expand_palette(
    dataset: rasterio.DatasetReader, layer: LayerNodata | None = None
) -> Iterator[tuple[rasterio.DatasetReader, Palette | None]]:
    """Open a raster with a colour table as one of red, green and blue, masked where it is transparent.

    A raster without a colour table is returned as it is.

    Args:
        dataset: the raster.
        layer: Values that mean no data, as the raster's layer in QGIS declares them.

    Raises:
        InputError: The raster has other bands beside the band with a colour table.
    """
    if ColorInterp.palette not in dataset.colorinterp:
        yield dataset, None
        return
    table = _table(dataset)
    others = dataset.colorinterp[1:]
    if table is None or others not in ((), (ColorInterp.alpha,)):
        raise InputError(
            "{path} has a colour table that cannot be read as colours: save it with its colours as bands.",
            path=dataset.name,
        )
    view = f"/vsimem/{uuid4()}.vrt"
    rasterio.shutil.copy(dataset, view, driver="VRT")
    try:
        with rasterio.open(_expand_colours(_text(view), dataset, table, layer)) as expanded:
            grey = all(red == green == blue for red, green, blue, _ in table.values())
            yield expanded, Palette(str(dataset.name), grey)
    finally:
        rasterio.shutil.delete(view, driver="VRT")


def _text(path: str) -> str:
    """Return the text of a virtual raster."""
    with rasterio.open(path) as dataset:
        return str(dataset.tags(ns="xml:VRT")["xml:VRT"])


def _table(dataset: rasterio.DatasetReader) -> dict[int, Colour] | None:
    try:
        return dict(dataset.colormap(1))
    except ValueError:  # only called a palette
        return None


def _expand_colours(
    view: str, dataset: rasterio.DatasetReader, table: dict[int, Colour], layer: LayerNodata | None
) -> str:
    """Return the text of a virtual raster with the bands of one with a colour table in colours.

    Args:
        view: Text of a virtual raster of the same bands.
        dataset: the raster.
        table: Colour table of the raster's first band.
        layer: Values that mean no data, as the raster's layer declares them.
    """
    view = re.sub(r"<MaskBand>.*</MaskBand>", "", view, flags=re.DOTALL)  # which becomes an alpha band
    first = view.index("<VRTRasterBand")
    head, tail = view[:first], view[view.rindex("</VRTRasterBand>") + len("</VRTRasterBand>") :]
    name = re.search(r"<SourceFilename.*?</SourceFilename>", view, re.DOTALL)
    if name is None:
        raise InputError("{path} is not a raster that GDAL can read.", path=dataset.name)
    source = f"{name.group()}<SourceBand>1</SourceBand>"
    bands = [
        _band(number, colour, f"{source}<ColorTableComponent>{number}</ColorTableComponent>")
        for number, colour in enumerate(COLOURS, 1)
    ]
    if dataset.count == 2:
        bands.append(_band(4, "Alpha", f"{name.group()}<SourceBand>2</SourceBand>"))
    else:
        flags = dataset.mask_flag_enums[0]
        nodata = dataset.nodatavals[0]
        is_unused = layer is not None and 1 in layer.unused
        ranges = layer.ranges[0] if layer and layer.ranges else ()
        # GDAL has the entry of the nodata value transparent, whatever the file's table says.
        opacity = {
            index: 255
            * ((is_unused if index == nodata else entry[3] > 0) and not in_ranges(np.array(index), ranges))
            for index, entry in sorted(table.items())
        }
        is_masked = MaskFlags.all_valid not in flags and not (is_unused and MaskFlags.nodata in flags)
        if is_masked or not all(opacity.values()):
            opaque = ",".join(f"{index}:{value}" for index, value in opacity.items())
            mask = "<UseMaskBand>true</UseMaskBand>" if is_masked else ""
            bands.append(_band(4, "Alpha", f"{source}<LUT>{opaque}</LUT>{mask}"))
    return f"{head}{''.join(bands)}{tail}"


def _band(number: int, colour: str, source: str) -> str:
    return (
        f'<VRTRasterBand dataType="Byte" band="{number}"><ColorInterp>{colour}</ColorInterp>'
        f"<ComplexSource>{source}</ComplexSource></VRTRasterBand>"
    )
