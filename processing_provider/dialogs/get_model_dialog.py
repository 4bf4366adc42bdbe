"""The dialog of "Get SR model": a list of the catalogue's models, and the card of the chosen model with its licence."""

from __future__ import annotations

from processing.gui.ParametersPanel import ParametersPanel
from qgis.PyQt.QtWidgets import QMenu, QToolButton

from ..model_catalogue import sources
from ..translation import tr
from .job_dialog import JobDialog
from .model_card_widget import ModelCard


class GetModelPanel(ParametersPanel):
    """The parameters, with a list of the catalogue's models and the card of the chosen model, which shows its licence."""

    model, on_model_changed = None, None
    """Read and set by `JobDialog`; always None here, where no model is on this computer yet."""

    def initWidgets(self):
        super().initWidgets()
        self.card, button, menu = ModelCard(self), QToolButton(self), QMenu(self)
        button.setObjectName("finer_catalogue")
        button.setText(tr("Catalogue"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        for entry in sources.list_known_entries():
            action = menu.addAction(f"{entry.name} ({entry.licence})")
            action.setToolTip(tr(entry.purpose))
            action.triggered.connect(lambda _=False, name=entry.id: self._choose(name))
        wrapper = self.wrappers["MODEL"]
        widget = wrapper.wrappedWidget()
        layout = widget.parentWidget().layout()
        for position, shown in enumerate((button, self.card), layout.indexOf(widget) + 1):
            layout.insertWidget(position, shown)
        wrapper.widgetValueHasChanged.connect(lambda *_: self._show_chosen())

    def _choose(self, name):
        self.wrappers["MODEL"].setParameterValue(name, self.processing_context)

    def _show_chosen(self):
        name = str(self.wrappers["MODEL"].parameterValue() or "").strip().casefold()
        chosen = [entry for entry in sources.list_known_entries() if entry.id.casefold() == name]
        self.card.setVisible(bool(chosen))
        if chosen:
            self.card.show_entry(chosen[0])


class GetModelDialog(JobDialog):
    """The dialog. Where the engine that imports downloads is missing, it says so and offers a button that installs it."""

    def getParametersPanel(self, alg, parent):
        return GetModelPanel(parent, alg, self.in_place, self.active_layer)
