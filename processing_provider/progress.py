"""The engine's events, shown in Processing's log and progress bar."""

from __future__ import annotations

import time

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from .translation import format_number, tr, tr_event

REPEAT_AFTER = 10  # seconds until a changed message of the same kind is logged again


class EventReporter:
    """Shows events, one at a time, through a `QgsProcessingFeedback`."""

    def __init__(self, feedback):
        self.feedback = feedback
        self._template, self._shown, self._shown_at = None, None, 0.0

    def __call__(self, event):
        name = event["event"]
        if name == "started":
            self._show_versions(**event)
        elif name == "progress":
            self.feedback.setProgress(100 * event["fraction"])
            self._show_progress_text(event)
        elif name == "log":
            self.feedback.pushInfo(tr_event(event))
        elif name == "warning":
            self.feedback.pushWarning(tr_event(event))
        elif name == "debug":
            self.feedback.pushDebugInfo(event["line"])

    def show_all(self, events):
        """Show the events of a generator; return the result of its `done` event."""
        result = {}
        for event in events:
            self(event)
            if event["event"] == "done":
                result = event["result"]
        return result

    def is_cancelled(self):
        """Return whether the user cancelled."""
        if QgsApplication.platform() == "qgis_process":
            # It learns of a Ctrl-C from Qt's events, and looks for them only when the progress bar moves.
            QCoreApplication.processEvents()
        return self.feedback.isCanceled()

    def _show_versions(self, **values):
        if not values.get("torch"):  # the light engine
            self.feedback.pushInfo(
                ", ".join(filter(None, [values.get("device_name"), f"Finer {values['finer']}"]))
            )
        elif values.get("device_name"):
            self.feedback.pushInfo(tr("{device_name}, torch {torch}, Finer {finer}", **values))
        else:  # a job that does not use a graphics card
            self.feedback.pushInfo(tr("Finer {finer}, torch {torch}", **values))

    def _show_progress_text(self, event):
        """Set the progress text; QGIS logs each of them, so not for every tile."""
        now, text = time.monotonic(), tr_event(event)
        left = format_time_left(event["eta"])
        shown = f"{text} — {left}" if text and left else text
        is_due = shown != self._shown and now - self._shown_at > REPEAT_AFTER
        if shown and (event["text"] != self._template or is_due):
            self._template, self._shown, self._shown_at = event["text"], shown, now
            self.feedback.setProgressText(shown)


def format_time_left(seconds):
    """Return `about 2 min left`; an empty text where the time is not known (None)."""
    return "" if seconds is None else tr("about {time} left", time=format_duration(seconds))


def format_duration(seconds):
    """Return a rounded time: `40 s`, `2 min`, `2.5 h`."""
    if seconds < 55:
        return tr("{n} s", n=max(5, 5 * round(seconds / 5)))
    if seconds < 5400:
        return tr("{n} min", n=round(seconds / 60))
    return tr("{n} h", n=format_number(seconds / 3600, ".1f"))
