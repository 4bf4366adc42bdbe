"""A layer and an extent, as QGIS knows them, become something that the engine can open.

Local rasters go by their path. Everything else that QGIS can show (XYZ, WMS, WCS, virtual rasters, databases, formats
that only QGIS' GDAL reads) is written to a temporary GeoTIFF first, pixel by pixel of a grid aligned to the source's.
"""

from __future__ import annotations

import math
import os
import re
from html import escape
from itertools import zip_longest
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsDataProvider,
    QgsProviderRegistry,
    QgsRasterBandStats,
    QgsRasterBlockFeedback,
    QgsRasterFileWriter,
    QgsRasterInterface,
    QgsRasterLayer,
    QgsRasterPipe,
    QgsRectangle,
    QgsReferencedRectangle,
)
from qgis.PyQt.QtCore import Qt

from ..errors import FinerError
from ..translation import tr
from . import block_copy
from .remote_reads import PAUSES, Losses, has_holes, paused

NOT_LOCAL = re.compile(
    r"/vsi(mem|curl|s3|gs|az|adls|oss|swift|webhdfs|hdfs)|^(MEM:|PG:|[a-z]{2,}://)", re.IGNORECASE
)
"""GDAL names that mean something in QGIS' process or to its network settings only."""

NOT_IN_ENGINE = re.compile(r"HDF4_|\.(ecw|sid|hdf|heic|heif|avif|fits)$", re.IGNORECASE)
"""Formats that QGIS' GDAL may read and the engine's does not."""

IN_A_VRT = re.compile(r"<Source(?:Filename|Dataset)\b[^>]*>\s*([^<]+?)\s*<")
"""What a VRT file is made of."""

MOST_PIXELS = 2**30
"""Fetched of an online layer at most: 32768 × 32768, which is 16384 tiles of 256."""

PICTURES = (Qgis.DataType.ARGB32, Qgis.DataType.ARGB32_Premultiplied)
"""Types of what is shown as it comes, in colours and opacity, and holds no numbers."""

NO_PIXELS = "{layer} gave no pixels for this extent: check that it shows in the map there, and try again."

FOUR_NUMBERS = re.compile(r"\s*[-+.\deE]+(\s*,\s*[-+.\deE]+){3}\s*")
"""An extent written without its CRS in brackets."""


class LayerSource:
    """The pixels of one raster layer, on their way to the engine.

    Raises:
        FinerError: the layer has no pixel size of its own and `extent` or `resolution` is missing, or there is
            nothing of it within the extent.
    """

    def __init__(self, key, layer, extent=None, resolution=None):
        """`extent` is a `QgsRectangle` in the layer's CRS; `resolution` is in its map units."""
        self.name, self.crs = layer.name(), layer.crs()
        self.path = local_path(layer)
        self.pixel_size, self._descriptions = layer.rasterUnitsPerPixelX(), band_descriptions(layer)
        self._layer, self._provider, self._source = layer, None, layer.source()
        if not self.path:
            self._pictures = layer.dataProvider().dataType(1) in PICTURES
            sized = layer.dataProvider().capabilities() & QgsRasterInterface.Capability.Size
            self._grid = _grid(key, layer, extent, None if sized else resolution)
            self.pixel_size = self._grid[0].width() / self._grid[1]

    def detach(self):
        """Let go of the layer, which belongs to the main thread."""
        if not self.path:
            self._provider = _opened_again(self._layer)
        self._layer = None

    def write(self, path, feedback):
        """Write the pixels to a GeoTIFF. A cancelled writing returns early.

        Raises:
            FinerError: the source gave no pixels, or left some out.
        """
        feedback.pushInfo(tr("{layer} is read through QGIS: {columns} × {rows} pixels", **self._size()))
        feedback.setProgressText(tr("Reading {layer}", layer=self.name))
        losses = Losses(pictures=self._pictures)
        for pause in (*PAUSES, None):
            with losses:
                fine = self._written(path, losses, feedback)
            if feedback.isCanceled():
                return
            # Or what is missing of a picture lies beside the extent.
            if not losses or (self._pictures and not has_holes(path)):
                break
            if pause is None:
                raise FinerError(
                    "{missing} parts of {layer} did not come from the server ({reason}): try again later, or set EXTENT to "
                    "where the layer has data.",
                    missing=len(losses),
                    layer=self.name,
                    reason=losses.reason,
                )
            feedback.pushInfo(
                tr(
                    "{missing} parts did not come ({reason}): asking again",
                    missing=len(losses),
                    reason=losses.reason,
                )
            )
            paused(pause, feedback.isCanceled)
            if not self._provider.isValid():
                self._provider = self._provider.clone()  # since that one would not try to open its file again
        if fine:
            _describe_bands(
                path, self._descriptions, [] if self._pictures else block_copy.nodata_values(self._provider)
            )
        if not fine or _is_empty(path, self._pictures):
            raise FinerError(NO_PIXELS, layer=self.name)

    def _written(self, path, losses, feedback):
        """Write the pixels once; whether that could be done."""
        writer = QgsRasterFileWriter(path)
        writer.setOutputFormat("GTiff")
        # QGIS 3.44 has renamed it.
        set_options = getattr(writer, "setCreationOptions", None) or writer.setCreateOptions
        colours = [] if self._pictures else block_copy.colours(self._provider)
        set_options(["TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1", "BIGTIFF=IF_SAFER", *colours])
        if not self._pictures:
            whose = {"name": self.name, "source": self._source}
            copy = block_copy.Copy(self._provider, self._grid, self.crs, losses=losses, **whose)
            return copy.write(writer, feedback)
        extent, columns, rows = self._grid
        pipe = QgsRasterPipe()
        pipe.set(self._provider.clone())  # the pipe takes it, and it may be asked again
        block = QgsRasterBlockFeedback()
        # Direct, since this thread has no event loop that could deliver a queued call.
        feedback.canceled.connect(block.cancel, Qt.ConnectionType.DirectConnection)
        block.progressChanged.connect(feedback.setProgress, Qt.ConnectionType.DirectConnection)
        try:
            context = QgsCoordinateTransformContext()
            outcome = writer.writeRaster(pipe, columns, rows, extent, self.crs, context, block)
            return outcome == QgsRasterFileWriter.NoError
        finally:
            feedback.canceled.disconnect(block.cancel)

    def _size(self):
        return {"layer": self.name, "columns": self._grid[1], "rows": self._grid[2]}


def _opened_again(layer):
    """A provider of the layer's pixels for another thread.

    Raises:
        FinerError: what a virtual raster is made of can no longer be read.
    """
    provider = layer.dataProvider()
    if provider.name() != "virtualraster":
        return provider.clone()
    # Of an input that cannot be read any more, a copy has what was in memory before, and says that it is valid.
    anew = QgsProviderRegistry.instance().createProvider(
        provider.name(), layer.source(), QgsDataProvider.ProviderOptions()
    )
    if not anew.isValid():
        raise FinerError(NO_PIXELS, layer=layer.name())
    anew.setUserNoDataValue(1, provider.userNoDataValues(1))
    return anew


def local_path(layer):
    """The name under which GDAL in another process opens the layer; nothing if it could not."""
    source = layer.source()
    if layer.providerType() != "gdal" or NOT_LOCAL.search(source) or NOT_IN_ENGINE.search(source):
        return None
    if source.lstrip().startswith("<") or _is_mosaic_of_others(source):
        return None
    if has_own_crs(layer) and layer.crs().isValid():
        return None  # the file would lie elsewhere
    parts = QgsProviderRegistry.instance().decodeUri("gdal", source)
    if parts.get("openOptions") or "authcfg" in source:
        return None  # the engine would see other pixels than the map, or none
    return os.path.abspath(source) if os.path.exists(source) else source


def _is_mosaic_of_others(source):
    """Whether it is a VRT file of rasters that the engine cannot open."""
    if not source.lower().endswith(".vrt") or not os.path.isfile(source):
        return False
    names = IN_A_VRT.findall(Path(source).read_text("utf-8", "replace"))
    return any(NOT_LOCAL.search(name) or NOT_IN_ENGINE.search(name) for name in names)


def has_own_crs(layer):
    """Whether the user gave the layer another CRS than its file has."""
    return layer.dataProvider().crs() != layer.crs()


def band_descriptions(layer):
    """Names of the bands without the `Band 1: ` that QGIS puts before them; blank where a band has none."""
    return [layer.bandName(band).partition(": ")[2] for band in range(1, layer.bandCount() + 1)]


def extent_value(asked, key, layer=None):
    """A schema extent: bounds in the CRS they were given in, for the engine transforms them without loss.

    Without a CRS it is in the raster's own. So it is, too, where the layer's CRS is not its file's, or is none: then the
    bounds are brought into the layer's CRS here, in which the engine gets its pixels.
    """
    rectangle, crs = asked.read("Extent", key), asked.read("ExtentCrs", key)
    if layer and (has_own_crs(layer) or not layer.crs().isValid()):
        rectangle, crs = extent_in(asked, key, layer), None
    elif _has_no_crs(asked.raw(key), asked.read("String", key)) or not crs.isValid():
        crs = None
    bounds = [rectangle.xMinimum(), rectangle.yMinimum(), rectangle.xMaximum(), rectangle.yMaximum()]
    wkt = crs and crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)
    return {"bounds": bounds, "crs": wkt}


def extent_in(asked, key, layer):
    """The extent in the CRS of a layer."""
    return asked.algorithm.parameterAsExtent(asked.parameters, key, asked.context, layer.crs())


def _has_no_crs(value, text):
    """Whether an extent is bare numbers. QGIS calls them the project's, yet its own algorithms take the layer's."""
    if isinstance(value, QgsRectangle):
        return not isinstance(value, QgsReferencedRectangle)
    return FOUR_NUMBERS.fullmatch(text) is not None


def _grid(key, layer, extent, resolution):
    """Rectangle, columns and rows to read: whole pixels of the layer that touch the extent."""
    provider = layer.dataProvider()
    whole = provider.extent()
    if provider.capabilities() & QgsRasterInterface.Capability.Size:
        left, top = whole.xMinimum(), whole.yMaximum()
        across, down = whole.width() / provider.xSize(), whole.height() / provider.ySize()
        limits = (0, provider.xSize(), 0, provider.ySize())
    elif not extent or not resolution:
        raise FinerError(
            "{layer} ({name}) has no pixel size of its own: set EXTENT to the part to fetch and {resolution} to the "
            "pixel size.",
            layer=layer.name(),
            name=key,
            resolution="RESOLUTION",
        )
    else:
        left, top, across, down = 0.0, 0.0, resolution, resolution
        limits = (
            math.floor(whole.xMinimum() / across),
            math.ceil(whole.xMaximum() / across),
            math.floor(-whole.yMaximum() / down),
            math.ceil(-whole.yMinimum() / down),
        )
    wanted = extent or whole
    first = max(limits[0], _floor((wanted.xMinimum() - left) / across))
    last = min(limits[1], _ceil((wanted.xMaximum() - left) / across))
    upper = max(limits[2], _floor((top - wanted.yMaximum()) / down))
    lower = min(limits[3], _ceil((top - wanted.yMinimum()) / down))
    columns, rows = last - first, lower - upper
    if columns < 1 or rows < 1:
        raise FinerError("EXTENT does not touch {layer} ({name}).", layer=layer.name(), name=key)
    if resolution and columns * rows > MOST_PIXELS:
        raise FinerError(
            "{layer} ({name}) would be {columns} × {rows} pixels: set a smaller EXTENT or a larger {resolution}.",
            layer=layer.name(),
            name=key,
            columns=columns,
            rows=rows,
            resolution="RESOLUTION",
        )
    rectangle = QgsRectangle(
        left + first * across, top - lower * down, left + last * across, top - upper * down
    )
    return rectangle, columns, rows


def _floor(position):
    return math.floor(position + 1e-6)  # an edge on the grid, but for rounding, adds no pixel


def _ceil(position):
    return math.ceil(position - 1e-6)


def _describe_bands(path, descriptions, nodata):
    """Give a raster the band names that QGIS does not write, by which the engine knows the bands a model wants.

    And each band its own value for no data, of which a GeoTIFF itself holds one for all.
    """
    bands = "".join(
        f'<PAMRasterBand band="{band}">'
        + (f"<Description>{escape(text)}</Description>" if text else "")
        + (f"<NoDataValue>{value!r}</NoDataValue>" if value is not None else "")
        + "</PAMRasterBand>"
        for band, (text, value) in enumerate(zip_longest(descriptions, nodata), 1)
    )
    Path(path + ".aux.xml").write_text(f"<PAMDataset>{bands}</PAMDataset>", encoding="utf-8")


def _is_empty(path, picture):
    """Whether there is nothing in a raster: a server that fails leaves a picture that is transparent everywhere."""
    layer = QgsRasterLayer(path, "")
    provider = layer.dataProvider()
    if picture:
        if provider.bandCount() != 4:
            return False
        opacity = provider.bandStatistics(4, QgsRasterBandStats.Stats.Max, provider.extent(), 250_000)
        return opacity.maximumValue == 0
    return not any(_has_data(provider, band) for band in range(1, provider.bandCount() + 1))


def _has_data(provider, band):
    """Whether a band holds a number; every pixel is looked at if none is in a sample."""
    extent = provider.extent()
    counts = (
        provider.bandStatistics(band, QgsRasterBandStats.Stats.All, extent, size).elementCount
        for size in (250_000, 0)
    )
    return any(counts)
