"""Which widgets of a dialog are hidden, also within groups that users open: QGIS shows all that is in a group when it is opened."""

from __future__ import annotations

from qgis.gui import QgsCollapsibleGroupBoxBasic
from qgis.PyQt import sip


class FieldVisibility:
    """Shows and hides widgets, and keeps them so when the groups that they are in are opened and closed."""

    def __init__(self):
        self._is_shown, self._groups = {}, {}

    def show(self, widget, is_shown):
        """Show a widget, or hide it."""
        self._is_shown[widget] = is_shown
        parent = widget.parentWidget()
        if parent.inherits("QgsCollapsibleGroupBoxBasic") and parent not in self._groups:
            # Python may know the group as a plain QGroupBox.
            self._groups[parent] = group = sip.cast(parent, QgsCollapsibleGroupBoxBasic)
            group.collapsedStateChanged.connect(lambda *_: self._follow(parent))
        self._apply(widget)

    def _follow(self, parent):
        self._is_shown = {
            each: is_shown for each, is_shown in self._is_shown.items() if not sip.isdeleted(each)
        }
        for widget in self._is_shown:
            if widget.parentWidget() is parent:
                self._apply(widget)

    def _apply(self, widget):
        group = self._groups.get(widget.parentWidget())
        widget.setVisible(self._is_shown[widget] and not (group and group.isCollapsed()))
