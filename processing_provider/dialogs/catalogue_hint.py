"""A line that says what the catalogue has for a layer, where the models of this computer do not fit it or fit it worse."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy

from ..translation import tr


class CatalogueHint(QLabel):
    """Hidden where the proposed model fits; its link calls a function that shows the catalogue."""

    def __init__(self, show_catalogue, parent=None):
        super().__init__(parent)
        self.setObjectName("finer_proposal_hint")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.linkActivated.connect(lambda _: show_catalogue())
        self.hide()

    def show_proposal(self, proposal, layer):
        """Say what fits a layer: the catalogue's entries, if the proposed model does not."""
        names = "; ".join(entry.name for entry in proposal.entries)
        if proposal.path and names:
            text = tr("The catalogue has what fits {layer} better: {names}.", names=names, layer=layer.name())
        elif names:
            text = tr(
                "No model on this computer fits {layer}. The catalogue has: {names}.",
                names=names,
                layer=layer.name(),
            )
        elif not proposal.path:
            text = tr(
                "No model on this computer or in the catalogue fits {layer}: choose one anyway, or train one.",
                layer=layer.name(),
            )
        else:
            self.hide()
            return
        link = tr("Show the catalogue")
        self.setText(f'{escape(text)} <a href="catalogue">{escape(link)}</a>')
        self.show()
