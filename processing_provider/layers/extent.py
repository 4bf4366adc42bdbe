"""Extents that the user sets, for the engine and in the CRS of a layer."""

from __future__ import annotations

import re

from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle, QgsReferencedRectangle

FOUR_NUMBERS = re.compile(r"\s*[-+.\deE]+(\s*,\s*[-+.\deE]+){3}\s*")
"""An extent written without its CRS in brackets."""

WEST_EAST = re.compile(r"\s*([-+]?\d+\.?\d*)\s*,\s*([-+]?\d+\.?\d*)\s*,")
"""The first two numbers of an extent."""


def read_extent(asked, key, layer=None):
    """Return an extent as a job's value: its bounds, and the WKT of the CRS they are in.

    The CRS is the one the extent was given in, since the engine transforms it without loss. It is None, for the raster's
    own, if the extent was given without one, or if the layer's CRS is not its file's or is not valid: then the bounds are
    in the layer's CRS, in which the engine gets the pixels.
    """
    rectangle, crs = asked.read("Extent", key), asked.read("ExtentCrs", key)
    if layer and (has_own_crs(layer) or not layer.crs().isValid()):
        rectangle, crs = read_extent_in_layer_crs(asked, key, layer), None
    elif _has_no_crs(asked.raw(key), asked.read("String", key)) or not crs.isValid():
        crs = None
    bounds = [rectangle.xMinimum(), rectangle.yMinimum(), rectangle.xMaximum(), rectangle.yMaximum()]
    if crs and not layer and crs.isGeographic() and _crosses_180(asked.read("String", key)):
        bounds[0], bounds[2] = bounds[2], bounds[0]  # QGIS has turned them round
    return {"bounds": bounds, "crs": crs and to_wkt(crs)}


def read_extent_in_layer_crs(asked, key, layer):
    """Return an extent as a `QgsRectangle` in the CRS of a layer."""
    return asked.algorithm.parameterAsExtent(asked.parameters, key, asked.context, layer.crs())


def has_own_crs(layer):
    """Return whether the user gave the layer another CRS than its file has."""
    return layer.dataProvider().crs() != layer.crs()


def to_wkt(crs):
    """Return the WKT 2 of a CRS, for the engine: not every CRS has a number."""
    return crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)


def crs_label(wkt):
    """Return a short text for a CRS given as WKT: its code, else its name, else its PROJ parameters."""
    crs = QgsCoordinateReferenceSystem.fromWkt(wkt)
    name = wkt.split('"')[1] if '"' in wkt else ""
    named = name if name.lower() not in ("", "unknown", "unnamed") else ""
    return crs.authid() or named or crs.toProj() or wkt


def _has_no_crs(value, text):
    """Return whether an extent is bare numbers. QGIS takes them for the project's CRS, its algorithms for the layer's."""
    if isinstance(value, QgsRectangle):
        return not isinstance(value, QgsReferencedRectangle)
    return FOUR_NUMBERS.fullmatch(text) is not None


def _crosses_180(text):
    """Return whether an extent in degrees is written with its west edge east of its east edge."""
    edges = WEST_EAST.match(text)
    return bool(edges) and float(edges[1]) > float(edges[2])
