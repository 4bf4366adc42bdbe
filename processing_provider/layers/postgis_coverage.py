"""The parts of a PostGIS raster table that hold rasters: between them QGIS reads zeros, whatever its nodata value."""

from __future__ import annotations

from qgis.core import QgsDataSourceUri, QgsProviderRegistry

CORNERS = """select st_upperleftx({rast}), st_upperlefty({rast}), st_width({rast}), st_height({rast}) from {table}
where {rast} && st_makeenvelope({left!r}, {bottom!r}, {right!r}, {top!r}, st_srid({rast})) and {filter}"""


class PostgisCoverage:
    """The windows (left, top, right, bottom in pixels) of a grid for which the table of a layer's source has rasters.

    Raises:
        QgsException: the database does not answer.
    """

    def __init__(self, source, grid):
        extent, uri = grid.rectangle, QgsDataSourceUri(source)
        registry = QgsProviderRegistry.instance()
        connection = registry.providerMetadata("postgres").createConnection(uri.connectionInfo(False), {})
        query = CORNERS.format(
            rast='"' + uri.geometryColumn().replace('"', '""') + '"',
            table=uri.quotedTablename(),
            filter=f"({uri.sql() or True})",
            left=extent.xMinimum(),
            bottom=extent.yMinimum(),
            right=extent.xMaximum(),
            top=extent.yMaximum(),
        )
        self._windows = []
        for x, y, width, height in connection.executeSql(query):
            left = round((float(x) - extent.xMinimum()) / grid.pixel_width)
            top = round((extent.yMaximum() - float(y)) / grid.pixel_height)
            self._windows.append((left, top, left + int(width), top + int(height)))

    def covered_parts(self, window):
        """Return the parts of a window that lie in rasters; the window itself if there is no gap in it."""
        left, top, right, bottom = window
        parts, width = set(), right - left
        filled = bytearray(width * (bottom - top))
        for tile in self._windows:
            part = (max(left, tile[0]), max(top, tile[1]), min(right, tile[2]), min(bottom, tile[3]))
            if part[0] < part[2] and part[1] < part[3]:
                parts.add(part)
                for row in range(part[1] - top, part[3] - top):
                    begin, end = row * width + part[0] - left, row * width + part[2] - left
                    filled[begin:end] = b"\1" * (end - begin)
        return [window] if all(filled) else sorted(parts)
