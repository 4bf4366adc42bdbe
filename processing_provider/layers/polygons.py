"""A layer of polygons, as QGIS knows it, becomes a GeoJSON file that the engine can read.

Whatever QGIS can show goes this way: memory layers, databases, layers with a filter, selected features.
"""

from __future__ import annotations

import json

from qgis.core import QgsCoordinateReferenceSystem, QgsFeatureRequest, QgsProcessingFeatureSource, QgsWkbTypes

from ..errors import FinerError

FULL = 17
"""Digits after the point: as many as a coordinate in degrees can have."""


class PolygonLayer:
    """The polygons of one layer, on their way to the engine.

    Raises:
        FinerError: it is a layer of something else.
    """

    def __init__(self, key, source):
        """`source` is a `QgsProcessingFeatureSource`."""
        kinds = QgsWkbTypes.GeometryType
        # Of an unknown kind are layers that hold several: the engine takes the polygons among them.
        if QgsWkbTypes.geometryType(source.wkbType()) not in (kinds.PolygonGeometry, kinds.UnknownGeometry):
            raise FinerError(
                "{name} must be a layer of polygons, which {layer} is not.",
                name=key,
                layer=source.sourceName(),
            )
        self._source = source

    def write(self, path, feedback):
        """Write them in the layer's own CRS, with all their digits. A cancelled writing returns early."""
        source, crs = self._source, self._source.sourceCrs()
        # By WKT, which GeoJSON's readers do not expect but the engine does: not every CRS has a number.
        wkt = crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED) if crs.isValid() else None
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
