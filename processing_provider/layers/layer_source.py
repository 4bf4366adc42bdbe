"""A raster layer as something that the engine can open.

Local rasters go by their path. All else that QGIS can show (XYZ, WMS, WCS, virtual rasters, databases, formats that only
QGIS' GDAL reads) is first written to a temporary GeoTIFF, in a grid aligned to the source's pixels.
"""

from __future__ import annotations

import os
import re
from html import escape
from itertools import zip_longest
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsCoordinateTransformContext,
    QgsDataProvider,
    QgsProviderRegistry,
    QgsRasterBlockFeedback,
    QgsRasterFileWriter,
    QgsRasterPipe,
)
from qgis.PyQt.QtCore import Qt

from ..errors import FinerError
from ..translation import tr
from . import block_copy
from .band_names import band_descriptions
from .extent import has_own_crs
from .failed_requests import RETRY_PAUSES, FailedReads, wait
from .gdal_read_settings import is_local_file, strict_reads
from .layer_nodata import layer_nodata
from .pixel_grid import align_grid
from .stored_values import band_elements, has_data, is_program_not_run, opacity_range, open_stored
from .vrt_source_names import read_vrt, source_names

NOT_LOCAL = re.compile(
    r"/vsi(mem|curl|s3|gs|az|adls|oss|swift|webhdfs|hdfs)|^(MEM:|PG:|[a-z]{2,}://)", re.IGNORECASE
)
"""GDAL names that work only in QGIS' process, or only with its network settings."""

NOT_IN_ENGINE = re.compile(r"HDF4_|\.(ecw|sid|hdf|heic|heif|avif|fits)$", re.IGNORECASE)
"""Formats that QGIS' GDAL may read and the engine's does not."""

PICTURES = (Qgis.DataType.ARGB32, Qgis.DataType.ARGB32_Premultiplied)
"""Pixel types of pictures: colours and opacity to be shown, no measured numbers."""

NO_PIXELS = "{layer} returned no pixels for this extent: check that it shows in the map there, and try again."


class LayerSource:
    """The pixels of one raster layer, on their way to the engine.

    Args:
        key: the parameter that the layer was given in, for errors.
        layer: the raster layer.
        extent: a `QgsRectangle` in its CRS; None for all of it.
        resolution: pixel size of a layer that has none of its own, in map units.

    Raises:
        FinerError: the layer has no pixel size of its own and `extent` or `resolution` is missing, or nothing of it
            is within the extent.
    """

    def __init__(self, key, layer, extent=None, resolution=None):
        self.name, self.crs = layer.name(), layer.crs()
        self.path = local_path(layer)
        """The name by which the engine opens it; None if it must be written first."""
        self._nodata = layer_nodata(layer.dataProvider()) if self.path else {}
        self.pixel_size, self._descriptions = layer.rasterUnitsPerPixelX(), band_descriptions(layer)
        self._layer, self._provider, self._source = layer, None, layer.source()
        self.origin = self._source
        """Source that QGIS reads the layer from."""
        self._stored = None
        if not self.path:
            self._is_picture = layer.dataProvider().dataType(1) in PICTURES
            self._grid = align_grid(key, layer, extent, resolution)
            self.pixel_size = self._grid.pixel_width

    def job_value(self):
        """Return what a job calls the raster: its path, with what the layer says of nodata beside the file."""
        return {"path": self.path, **self._nodata} if self._nodata else self.path

    @property
    def n_bytes(self):
        """Bytes that its pixels take at most, in the file that `write` makes."""
        _, columns, rows = self._grid
        provider = self._provider
        bands = range(1, provider.bandCount() + 1)
        return columns * rows * max(map(provider.dataTypeSize, bands), default=4) * max(4, len(bands))

    def detach(self):
        """Let go of the layer, which belongs to the main thread."""
        if not self.path:
            block_copy.provider_messages.connect()
            self._provider, self._stored = open_stored(self._layer, _reopen(self._layer))
            if self._stored and self._stored.is_palette:
                self._descriptions = []
        self._layer = None

    def write(self, path, feedback):
        """Write the pixels to a GeoTIFF; return early if cancelled.

        Raises:
            FinerError: the source gave no pixels, or not all of them.
        """
        _, columns, rows = self._grid
        size = {"layer": self.name, "columns": columns, "rows": rows}
        feedback.pushInfo(tr("{layer} is read through QGIS: {columns} × {rows} pixels", **size))
        feedback.setProgressText(tr("Reading {layer}", layer=self.name))
        failed = FailedReads(pictures=self._is_picture)
        is_file = is_local_file(self._source)
        for pause in (None,) if is_file else (*RETRY_PAUSES, None):
            with failed, strict_reads():
                is_written = self._write_once(path, failed, feedback)
            if feedback.isCanceled():
                return
            # What is missing of a picture may lie beside the extent.
            if not failed or (self._is_picture and opacity_range(path)[0] > 0):
                break
            missing = {"missing": len(failed), "reason": failed.reason}
            if is_file and is_program_not_run(self._source):
                raise FinerError(
                    "{path} is a VRT whose pixels are computed by code in the file, which GDAL does not run "
                    "here: save it as a GeoTIFF where it can be read, and use that.",
                    path=self._source,
                )
            if is_file:
                raise FinerError(
                    "The pixels of {path} cannot be read ({reason}): it is damaged or incomplete, or refers to a file "
                    "that is; copy or download it again.",
                    path=self._source,
                    reason=failed.reason,
                )
            if pause is None:
                raise FinerError(
                    "{missing} parts of {layer} could not be fetched from the server ({reason}): try again "
                    "later, or set EXTENT to where the layer has data.",
                    layer=self.name,
                    **missing,
                )
            feedback.pushInfo(tr("{missing} parts could not be fetched ({reason}): trying again", **missing))
            wait(pause, feedback.isCanceled)
            if not self._provider.isValid():
                self._provider = self._provider.clone()  # that one would not try to open its file again
        if is_written:
            nodata = [] if self._is_picture else block_copy.nodata_values(self._provider)
            _describe_bands(path, self._descriptions, nodata, self._stored)
        if not is_written or _is_empty(path, self._is_picture):
            raise FinerError(NO_PIXELS, layer=self.name)

    def _write_once(self, path, failed, feedback):
        """Write the pixels; return whether the file could be written."""
        writer = QgsRasterFileWriter(path)
        writer.setOutputFormat("GTiff")
        # QGIS 3.44 has renamed it.
        set_options = getattr(writer, "setCreationOptions", None) or writer.setCreateOptions
        colours = [] if self._is_picture else block_copy.colour_options(self._provider)
        if self._stored and self._stored.has_sign:
            colours.append("PIXELTYPE=SIGNEDBYTE")
        set_options(["TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1", "BIGTIFF=IF_SAFER", *colours])
        if self._is_picture:
            return self._write_picture(writer, feedback)
        whose = {"name": self.name, "source": self._source}
        return block_copy.BlockCopy(self._provider, self._grid, self.crs, failed, **whose).write(
            writer, feedback
        )

    def _write_picture(self, writer, feedback):
        """Have QGIS write all the pixels; return whether the file could be written."""
        pipe = QgsRasterPipe()
        pipe.set(self._provider.clone())  # the pipe takes it, and it may be needed again
        extent, columns, rows = self._grid
        halt, context = QgsRasterBlockFeedback(), QgsCoordinateTransformContext()
        halt.progressChanged.connect(feedback.setProgress, Qt.ConnectionType.DirectConnection)
        with block_copy.forward_cancel(feedback, halt):
            outcome = writer.writeRaster(pipe, columns, rows, extent, self.crs, context, halt)
        return outcome == QgsRasterFileWriter.NoError


def _reopen(layer):
    """Return a provider of the layer's pixels for another thread.

    Raises:
        FinerError: the inputs of a virtual raster can no longer be read.
    """
    provider = layer.dataProvider()
    if provider.name() != "virtualraster":
        return provider.clone()
    # With an input that cannot be read any more, a clone is valid and gives what was in memory before.
    options = QgsDataProvider.ProviderOptions()
    fresh = QgsProviderRegistry.instance().createProvider(provider.name(), layer.source(), options)
    if not fresh.isValid():
        raise FinerError(NO_PIXELS, layer=layer.name())
    fresh.setUserNoDataValue(1, provider.userNoDataValues(1))
    return fresh


def local_path(layer):
    """Return the name by which GDAL opens the layer in another process; None if it could not, or not in the same way."""
    source = layer.source()
    if layer.providerType() != "gdal" or NOT_LOCAL.search(source) or NOT_IN_ENGINE.search(source):
        return None
    if source.lstrip().startswith("<") or _is_vrt_of_others(source):
        return None
    if has_own_crs(layer) and layer.crs().isValid():
        return None  # the file would lie elsewhere
    parts = QgsProviderRegistry.instance().decodeUri("gdal", source)
    if parts.get("openOptions") or "authcfg" in source:
        return None  # the engine would see other pixels than the map, or none
    return os.path.abspath(source) if os.path.exists(source) else source


def _is_vrt_of_others(source):
    """Return whether it is a VRT file of rasters that the engine cannot open."""
    if not source.lower().endswith(".vrt") or not os.path.isfile(source):
        return False
    names = source_names(read_vrt(source))
    return any(NOT_LOCAL.search(name) or NOT_IN_ENGINE.search(name) for name in names)


def _describe_bands(path, descriptions, nodata, stored=None):
    """Write band names, by which the engine finds a model's bands, nodata values and scales beside a raster.

    QGIS does not write names, and a GeoTIFF itself has one nodata value for all bands.
    """
    if stored and stored.has_sign:
        nodata = [own if value is None else value for own, value in zip(stored.nodata, nodata)]
    known = len(stored.scales) if stored else 0  # QGIS may give a mask as a band more
    bands = "".join(
        f'<PAMRasterBand band="{band}">'
        + (f"<Description>{escape(text)}</Description>" if text else "")
        + (f"<NoDataValue>{value!r}</NoDataValue>" if value is not None else "")
        + (band_elements(stored, band) if band <= known else "")
        + "</PAMRasterBand>"
        for band, (text, value) in enumerate(zip_longest(descriptions, nodata), 1)
    )
    Path(path + ".aux.xml").write_text(f"<PAMDataset>{bands}</PAMDataset>", encoding="utf-8")


def _is_empty(path, is_picture):
    """Return whether a raster has no data: a server that fails leaves a picture that is transparent everywhere."""
    return opacity_range(path)[1] == 0 if is_picture else not has_data(path)
