"""Writes a VRT of many rasters of the same kind, which every GDAL opens: blocks of a result, or scenes that it is made from."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from xml.etree import ElementTree  # nosec B405: reads what GDAL has just written

import numpy as np
import rasterio
import rasterio.shutil
from odc.geo.geobox import GeoBox
from rasterio.crs import CRS
from rasterio.enums import MaskFlags
from rasterio.windows import Window

from ..raster.raster_reader import GDAL_OPTIONS

SOURCES = "Sources"
"""Name of the element that stands for the sources of a band until they are written."""

IMAGERY = "IMAGERY"
"""GDAL's domain of a band's wavelengths."""

OF_A_PART = ("FINER_BLOCK", "FINER_RESIDUAL")
"""Tags that say something of one block only."""


def write_vrt(
    path: Path,
    folder: Path,
    files: Sequence[Path],
    places: Sequence[Window],
    box: GeoBox,
    overlap: bool = False,
    like: Path | None = None,
    crs: CRS | None = None,
    gaps: bool = False,
) -> None:
    """Write a VRT: GDAL's own for the first raster, with the sources of all.

    Args:
        path: File to write.
        folder: Folder in which it will lie: paths of its sources are relative to it.
        files: Rasters with the same bands, data type and nodata.
        places: Where each lies in the whole, in its pixels.
        box: Grid of the whole.
        overlap: Whether rasters may cover others, with their valid pixels; later ones lie above.
        like: Raster that is no VRT and has the same bands; the first one if that is none.
        crs: Coordinate reference system of the whole, if that is not the one of `like`.
        gaps: Whether there are gaps between the rasters, which get nodata or a mask where they have neither.
    """
    with rasterio.Env(**GDAL_OPTIONS), rasterio.open(like or files[0]) as first:
        rasterio.shutil.copy(first, path, driver="VRT")
        nodata, masked = first.nodata, MaskFlags.per_dataset in first.mask_flag_enums[0]
        imagery = [first.tags(band, ns=IMAGERY) for band in first.indexes]
    tree = ElementTree.parse(path)  # noqa: S314  # nosec B314: what GDAL has just written
    root = tree.getroot()
    height, width = box.shape
    root.set("rasterXSize", str(width))
    root.set("rasterYSize", str(height))
    if (transform := root.find("GeoTransform")) is not None:
        transform.text = ", ".join(f"{value:.16e}" for value in box.affine.to_gdal())
    metadata = root.find("Metadata")
    for entry in [] if metadata is None else metadata.findall("MDI"):
        if entry.get("key") in OF_A_PART and metadata is not None:
            metadata.remove(entry)
    for band, tags in zip(root.findall("VRTRasterBand"), imagery, strict=True):
        _add_metadata(band, tags)
    if crs:
        (srs,) = root.findall("SRS")
        srs.attrib.clear()  # whose order of axes is that of another system
        srs.text = crs.to_wkt()
    if gaps and not masked:
        if nodata is None and np.dtype(first.dtypes[0]).kind == "f":
            nodata = math.nan
            for band in root.findall("VRTRasterBand"):
                ElementTree.SubElement(band, "NoDataValue").text = "nan"
        elif nodata is None:
            masked = True
            ElementTree.SubElement(root, "MaskBand").append(mask_band(root))
    of_mask = {band for mask in root.iter("MaskBand") for band in mask.iter("VRTRasterBand")}
    templates = []
    for band in root.iter("VRTRasterBand"):
        (template,) = band.findall("SimpleSource")
        band.remove(template)
        if overlap:
            _show_valid(template, 0 if band in of_mask else nodata, masked)
        ElementTree.SubElement(band, SOURCES)
        templates.append(template)
    ElementTree.indent(tree)
    # One by one: a tree of all sources would take gigabytes for those of a continent.
    between = re.split(rf"[ ]*<{SOURCES} />\n", ElementTree.tostring(root, encoding="unicode"))
    with path.open("w", encoding="utf-8") as stream:
        stream.write(between[0])
        for template, after in zip(templates, between[1:], strict=True):
            for file, place in zip(files, places, strict=True):
                source = _source(template, os.path.relpath(file, folder), place)
                stream.write(f"    {ElementTree.tostring(source, encoding='unicode').strip()}\n")
            stream.write(after)


def mask_band(root: ElementTree.Element) -> ElementTree.Element:
    """Return a band of a VRT that is the mask of the raster that its first band is made from."""
    band = ElementTree.Element("VRTRasterBand", dataType="Byte")
    source = deepcopy(next(root.iter("SimpleSource")))
    for part in list(source):
        if part.tag == "SourceBand":
            part.text = "mask,1"
        elif part.tag == "SourceProperties":  # of another data type
            source.remove(part)
    band.append(source)
    return band


def _add_metadata(band: ElementTree.Element, tags: Mapping[str, str]) -> None:
    """Add the wavelengths of a band, which GDAL does not copy."""
    if tags and band.find(f"Metadata[@domain='{IMAGERY}']") is None:
        metadata = ElementTree.Element("Metadata", domain=IMAGERY)
        for name, text in tags.items():
            ElementTree.SubElement(metadata, "MDI", key=name).text = text
        band.insert(0, metadata)


def _show_valid(source: ElementTree.Element, nodata: float | None, masked: bool) -> None:
    """Let a source leave what lies below it where it is not valid."""
    if nodata is not None:
        source.tag = "ComplexSource"
        ElementTree.SubElement(source, "NODATA").text = f"{nodata:.17g}"
    elif masked:
        source.tag = "ComplexSource"
        ElementTree.SubElement(source, "UseMaskBand").text = "true"


def _source(template: ElementTree.Element, name: str, place: Window) -> ElementTree.Element:
    """Return the part of a band that a raster is."""
    source = ElementTree.fromstring(ElementTree.tostring(template))  # noqa: S314  # nosec B314: our own
    file, about = source.find("SourceFilename"), source.find("SourceProperties")
    if file is not None:
        file.set("relativeToVRT", "1")
        file.text = name
    if about is not None:
        about.set("RasterXSize", str(place.width))
        about.set("RasterYSize", str(place.height))
    corners = {"SrcRect": (0, 0), "DstRect": (place.col_off, place.row_off)}
    for kind, (x, y) in corners.items():
        rectangle = source.find(kind)
        if rectangle is not None:
            values = {"xOff": x, "yOff": y, "xSize": place.width, "ySize": place.height}
            rectangle.attrib.update({name: str(value) for name, value in values.items()})
    return source
