"""A layer of polygons as a GeoJSON file that the engine can read.

All that QGIS can show is written: memory layers, databases, layers with a filter, selected features.
"""

from __future__ import annotations

import json

from qgis.core import QgsFeatureRequest, QgsProcessingFeatureSource, QgsWkbTypes

from ..errors import ParameterError
from .extent import to_wkt

FULL = 17
"""Digits after the decimal point: as many as a coordinate in degrees can have."""


class PolygonLayer:
    """The polygons of one layer, on their way to the engine.

    Args:
        key: the parameter that the layer was given in, for errors.
        source: a `QgsProcessingFeatureSource`.

    Raises:
        FinerError: it is a layer of something else.
    """

    def __init__(self, key, source):
        kinds = QgsWkbTypes.GeometryType
        # A layer with several kinds of geometries is of an unknown kind: the engine takes the polygons among them.
        if QgsWkbTypes.geometryType(source.wkbType()) not in (kinds.PolygonGeometry, kinds.UnknownGeometry):
            raise ParameterError(
                "{name} must be a layer of polygons, which {layer} is not.",
                name=key,
                layer=source.sourceName(),
            )
        self._source = source

    def write(self, path, feedback):
        """Write the polygons in the layer's own CRS, with all their digits; return early if cancelled."""
        source, crs = self._source, self._source.sourceCrs()
        wkt = to_wkt(crs) if crs.isValid() else None  # which the engine expects in a GeoJSON file
        head = {
            "type": "FeatureCollection",
            "name": source.sourceName(),
            "crs": wkt and {"type": "name", "properties": {"name": wkt}},
        }
        with open(path, "w", encoding="utf-8") as file:
            file.write(json.dumps(head)[:-1] + ', "features": [')
            between = ""
            skip = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks  # the engine repairs them
            for feature in source.getFeatures(QgsFeatureRequest().setNoAttributes(), skip):
                if feedback.isCanceled():
                    return
                if feature.hasGeometry():
                    shape = feature.geometry().asJson(FULL)
                    file.write(f'{between}\n{{"type": "Feature", "properties": null, "geometry": {shape}}}')
                    between = ","
            file.write("\n]}\n")
