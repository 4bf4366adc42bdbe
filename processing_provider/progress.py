"""The engine's events, shown in Processing's log and progress bar."""

from __future__ import annotations

import time

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from .translation import tr

SAY_AGAIN = 10  # seconds until a changed message of the same kind is worth a new line in the log


class Reporter:
    """Hands events on to a `QgsProcessingFeedback`, one at a time."""

    def __init__(self, feedback):
        self.feedback = feedback
        self._template, self._said, self._when = None, None, 0.0

    def __call__(self, event):
        name = event["event"]
        if name == "started":
            if event.get("device_name"):
                self.feedback.pushInfo(tr("{device_name}, torch {torch}, Finer {finer}", **_values(event)))
            else:  # a job that has no use for a graphics card
                self.feedback.pushInfo(tr("Finer {finer}, torch {torch}", **_values(event)))
        elif name == "progress":
            self.feedback.setProgress(100 * event["fraction"])
            self._say(event)
        elif name == "log":
            self.feedback.pushInfo(tr(event["text"], **event["values"]))
        elif name == "warning":
            self.feedback.pushWarning(tr(event["text"], **event["values"]))
        elif name == "debug":
            self.feedback.pushDebugInfo(event["line"])

    def is_cancelled(self):
        """Whether the user cancelled."""
        if QgsApplication.platform() == "qgis_process":
            # It learns of a Ctrl-C from Qt's events, and looks for them only when the progress bar moves.
            QCoreApplication.processEvents()
        return self.feedback.isCanceled()

    def _say(self, event):
        """Set the progress text; QGIS writes each into its log, so not at every tile."""
        now, said = time.monotonic(), tr(event["text"], **event["values"])
        left = time_left(event["eta"])
        shown = f"{said} — {left}" if said and left else said
        news = event["text"] != self._template or (shown != self._said and now - self._when > SAY_AGAIN)
        if shown and news:
            self._template, self._said, self._when = event["text"], shown, now
            self.feedback.setProgressText(shown)


def time_left(seconds):
    """`about 2 min left`; nothing if it is not known."""
    return "" if seconds is None else tr("about {time} left", time=duration(seconds))


def duration(seconds):
    """A time, roughly: `40 s`, `2 min`, `2.5 h`."""
    if seconds < 55:
        return tr("{n} s", n=max(5, 5 * round(seconds / 5)))
    if seconds < 5400:
        return tr("{n} min", n=round(seconds / 60))
    return tr("{n} h", n=f"{seconds / 3600:.1f}")


def _values(event):
    return {name: value for name, value in event.items() if name != "event"}
