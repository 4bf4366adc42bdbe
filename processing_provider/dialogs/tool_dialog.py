"""Processing's own dialog, in whose log an error ends with a link to the page that says what to do."""

from __future__ import annotations

from processing.gui.AlgorithmDialog import AlgorithmDialog
from qgis.PyQt.QtCore import QEvent, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QTextBrowser, QTextEdit

from .. import error_help_links


class ToolDialog(AlgorithmDialog):
    """The dialog of an algorithm of Finer's."""

    def __init__(self, alg, in_place=False, parent=None):
        super().__init__(alg, in_place, parent)
        alg.shows_links = True  # in the message box with what its check refuses
        self._log = self.findChild(QTextEdit, "txtLog")
        if self._log is not None and not isinstance(
            self._log, QTextBrowser
        ):  # QGIS 3.22, whose log opens no links
            self._log.viewport().installEventFilter(self)

    def createFeedback(self):
        feedback = super().createFeedback()
        error_help_links.collect_pages(feedback)
        return feedback

    def finish(self, successful, result, context, feedback, in_place=False):
        super().finish(successful, result, context, feedback, in_place)
        for page in feedback.error_pages[-1:]:  # that of the error which ended the run
            self.setInfo(error_help_links.link(page), escapeHtml=False)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.MouseButtonRelease and watched is self._log.viewport():
            url = QUrl(self._log.anchorAt(event.pos()))
            if url.scheme() == error_help_links.SCHEME:
                QDesktopServices.openUrl(url)
        return super().eventFilter(watched, event)
