"""Where the rasters of a PostGIS table lie: between them QGIS reads zeros, whatever the table's value for no data."""

from __future__ import annotations

from qgis.core import QgsDataSourceUri, QgsProviderRegistry

CORNERS = """select st_upperleftx({rast}), st_upperlefty({rast}), st_width({rast}), st_height({rast}) from {table}
where {rast} && st_makeenvelope({left!r}, {bottom!r}, {right!r}, {top!r}, st_srid({rast})) and {filter}"""


class Tiles:
    """The windows of a grid (rectangle, columns, rows) that a table has rasters for, as left, top, right, bottom."""

    def __init__(self, source, grid):
        """`source` is the layer's.

        Raises:
            QgsException: the database gives no answer.
        """
        extent, columns, rows = grid
        across, down = extent.width() / columns, extent.height() / rows
        uri = QgsDataSourceUri(source)
        registry = QgsProviderRegistry.instance()
        connection = registry.providerMetadata("postgres").createConnection(uri.connectionInfo(False), {})
        column = '"' + uri.geometryColumn().replace('"', '""') + '"'
        found = connection.executeSql(
            CORNERS.format(
                rast=column,
                table=uri.quotedTablename(),
                filter=f"({uri.sql() or True})",
                left=extent.xMinimum(),
                bottom=extent.yMinimum(),
                right=extent.xMaximum(),
                top=extent.yMaximum(),
            )
        )
        self._windows = []
        for x, y, width, height in found:
            left = round((float(x) - extent.xMinimum()) / across)
            top = round((extent.yMaximum() - float(y)) / down)
            self._windows.append((left, top, left + int(width), top + int(height)))

    def within(self, window):
        """The parts of a window that lie in rasters; the window itself if there is no gap in it."""
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
