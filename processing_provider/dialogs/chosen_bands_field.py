"""The field beside the button for bands, which QGIS keeps grey: which bands are chosen, and whether there is a raster to choose from."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtWidgets import QLineEdit, QToolButton

from ..layers.band_names import band_names
from ..translation import tr


class ChosenBandsField(QObject):
    """Shows a parameter's bands by their names; grey while no raster is chosen, and only then.

    Args:
        wrapper: the wrapper of the parameter.
        read: returns the raster's layer, or None, and the numbers of the chosen bands.
        blank: what no choice stands for.
    """

    def __init__(self, wrapper, read, blank):
        super().__init__(wrapper)
        self._read, self._blank = read, blank
        widget = wrapper.wrappedWidget()
        self._field, self._button = widget.findChild(QLineEdit), widget.findChild(QToolButton)
        self._field.setReadOnly(True)
        self._field.installEventFilter(self)
        self._tooltip = widget.toolTip()

    def refresh(self):
        """Update the field to the chosen raster and bands."""
        layer, bands = self._read()
        for each in (self._field, self._button):
            each.setEnabled(layer is not None)
        names = dict(enumerate(band_names(layer), 1)) if layer else {}
        if layer is None:
            self._field.setPlaceholderText(tr("No raster is chosen"))
        else:
            self._field.setPlaceholderText(self._blank)
        text = ", ".join(self._describe(band, names) if layer else str(band) for band in bands)
        self._field.setText(text)
        self._field.setCursorPosition(0)
        self._field.setToolTip("\n".join(filter(None, (text, self._tooltip))))

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.MouseButtonRelease and self._field.isEnabled():
            self._button.click()
        return super().eventFilter(watched, event)

    @staticmethod
    def _describe(band, names):
        if band not in names:
            return tr("{band} (the raster has no such band)", band=band)
        return f"{band} {names[band]}".strip()
