"""The events of a set-up, in the same shape as the worker's."""

from __future__ import annotations


def progress(fraction, text, **values):
    """How far it is, in [0, 1], and what it is doing."""
    return {"event": "progress", "fraction": fraction, "text": text, "values": values, "eta": None}


def log(text, **values):
    """A sentence for the log."""
    return {"event": "log", "text": text, "values": values}


def warning(text, **values):
    """A sentence for the log that the user should see."""
    return {"event": "warning", "text": text, "values": values}


def debug(line):
    """A line that a child wrote, as it is."""
    return {"event": "debug", "line": line}
