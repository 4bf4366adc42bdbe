"""Map canvases that show the same extent."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas, QgsMapToolPan


def create_canvas(parent):
    """Return a map canvas for a window, which is moved with the mouse."""
    canvas = QgsMapCanvas(parent)
    canvas.setCanvasColor(parent.palette().base().color())
    canvas.setMapTool(QgsMapToolPan(canvas))
    return canvas


def link_extents(canvases):
    """Have each of some canvases show the extent of the one that is moved."""
    is_moving = [False]

    def follow(moved):
        if is_moving[0]:
            return
        is_moving[0] = True
        try:
            for canvas in canvases:
                if canvas is not moved:
                    canvas.setExtent(moved.extent())
                    canvas.refresh()
        finally:
            is_moving[0] = False

    for canvas in canvases:
        canvas.extentsChanged.connect(lambda canvas=canvas: follow(canvas))
