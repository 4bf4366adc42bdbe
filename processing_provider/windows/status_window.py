"""The window that shows the status of the engine."""

from __future__ import annotations

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
)
from qgis.PyQt.QtWidgets import QApplication, QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout

from ..translation import tr


class StatusWindow(QDialog):
    """Runs the algorithm "SR engine status" in the background, and shows its result; `set_up()` opens the set-up."""

    def __init__(self, set_up, parent=None):
        super().__init__(parent)
        self.setWindowTitle(tr("State of the SR engine"))
        self.resize(640, 640)
        self.text, self.markdown = QTextBrowser(self), ""
        self.text.setPlainText(tr("Testing the engine with a real computation…"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._copy = buttons.addButton(tr("Copy for a report"), QDialogButtonBox.ButtonRole.ActionRole)
        self._copy.setEnabled(False)
        self._copy.clicked.connect(lambda: QApplication.clipboard().setText(self.markdown))
        set_up_button = buttons.addButton(tr("Set up…"), QDialogButtonBox.ButtonRole.ActionRole)
        set_up_button.clicked.connect(lambda: set_up())
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text)
        layout.addWidget(buttons)
        # The task needs them as long as it runs, which may be longer than this window is open.
        self._context, self._feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("finer:engine_status")
        self._task = QgsProcessingAlgRunnerTask(algorithm, {}, self._context, self._feedback)
        self._task.executed.connect(self._show_result)
        self.finished.connect(lambda _: self._feedback.cancel())
        QgsApplication.taskManager().addTask(self._task)

    def _show_result(self, is_fine, results):
        self.markdown = results.get("STATUS") if is_fine else self._feedback.textLog()
        self.text.setMarkdown(self.markdown)
        self._copy.setEnabled(True)
