"""The dialog of a job: Processing's own; where the engine cannot be run, a message and a button that sets it up."""

from __future__ import annotations

from qgis.core import Qgis
from qgis.PyQt.QtWidgets import QPushButton

from ..engine import light_engine_limits, locate
from ..translation import tr
from .job_parameters_panel import JobPanel
from .tool_dialog import ToolDialog


class JobDialog(ToolDialog):
    """Processing's dialog of a job, with a message where the engine cannot be run."""

    def getParametersPanel(self, alg, parent):
        return JobPanel(parent, alg, self.in_place, self.active_layer)

    def __init__(self, alg, in_place=False, parent=None):
        super().__init__(alg, in_place, parent)
        self.mainWidget().on_model_changed = self._show_engine_problem
        self._show_engine_problem(self.mainWidget().model)

    def _show_engine_problem(self, model):
        """Say why the engine cannot be run, or lacks what the tool or the model needs, beside a button that sets it up."""
        self.messageBar().clearWidgets()  # Processing has shown the provider's warning, which has no button
        lack = light_engine_limits.describe_lack(self.algorithm().schema, model)
        problem = locate.describe_problem() or lack
        if problem:
            button = QPushButton(tr("Set up now"))
            button.setObjectName("finer_set_up")
            button.clicked.connect(lambda: self._set_up({"PARTS": "complete"} if lack else {}, model))
            item = self.messageBar().createMessage(problem)
            item.layout().addWidget(button)
            self.messageBar().pushWidget(item, Qgis.MessageLevel.Warning)

    def _set_up(self, values, model):
        from processing import execAlgorithmDialog  # which imports all of Processing's dialogs

        execAlgorithmDialog("finer:setup_engine", values)
        self._show_engine_problem(model)
