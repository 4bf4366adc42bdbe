"""One run of an algorithm in the background, for a window that stays usable."""

from __future__ import annotations

from html import escape
from typing import ClassVar

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt.QtCore import QTimer

from .. import error_help_links


class ProblemFeedback(QgsProcessingFeedback):
    """Keeps the sentence with which a run failed, for a message."""

    def __init__(self):
        super().__init__(False)
        self.problem = ""
        error_help_links.collect_pages(self)

    def reportError(self, error, *_):
        self.problem = error


class BackgroundRun:
    """A run that has been started; all calls, also those that it makes, are in the main thread.

    Args:
        algorithm: id of the algorithm.
        values: its parameters.
        tell_end: called at the end with the results, or None, and the sentence that says why there are none, with a link, as
            rich text; that is empty where the run was cancelled.
        tell_progress: called with percent done, from time to time.
    """

    _running: ClassVar = set()  # QGIS keeps no reference to what its task needs

    def __init__(self, algorithm, values, tell_end, tell_progress=None):
        self._tell_end = tell_end
        self._algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm)
        self._context, self._feedback = QgsProcessingContext(), ProblemFeedback()
        self._context.setProject(QgsProject.instance())
        self._task = QgsProcessingAlgRunnerTask(self._algorithm, values, self._context, self._feedback)
        self._heard = []
        self._running.add(self)
        if self._task.isCanceled():  # its parameters were refused, and QGIS would never run it
            QTimer.singleShot(0, lambda: self._tell(None, self._problem()))
            return
        if tell_progress:
            self._hear(self._feedback.progressChanged, tell_progress)
        self._hear(self._task.executed, self._end)
        self._hear(self._task.taskTerminated, self._end)  # all that is heard of a task which never began
        QgsApplication.taskManager().addTask(self._task)

    def cancel(self):
        """Stop the run."""
        if self in self._running:
            self._feedback.cancel()
            self._task.cancel()

    def abandon(self):
        """Stop the run, and tell nobody of its end."""
        self._tell_end = None
        self.cancel()

    def _hear(self, signal, slot):
        signal.connect(slot)
        self._heard.append((signal, slot))

    def _end(self, is_fine=False, results=None):
        if not self._heard:
            return
        # So that Qt has deleted these slots before another run begins. PyQt finds slots by their object's address: where
        # the next run's thread made an object there, both threads would delete them.
        for signal, slot in self._heard:
            signal.disconnect(slot)
        self._heard = []
        problem = "" if is_fine or self._feedback.isCanceled() else self._problem()
        QTimer.singleShot(0, lambda: self._tell(results if is_fine else None, problem))

    def _problem(self):
        pages, sentence = self._feedback.error_pages, self._feedback.problem
        return error_help_links.with_link(sentence, pages[-1]) if pages else escape(sentence, quote=False)

    def _tell(self, results, problem):
        self._running.discard(self)
        tell_end, self._tell_end = self._tell_end, None
        if tell_end:
            tell_end(results, problem)
