"""Constructors of the events of a set-up, a download and the worker's supervision, in the form of the worker's own."""

from __future__ import annotations

from ..redaction import redact


def progress(fraction, text, **values):
    """Return an event that says how much is done, in [0, 1], and what is going on."""
    return {"event": "progress", "fraction": fraction, "text": text, "values": values, "eta": None}


def log(text, **values):
    """Return an event with a sentence for the log."""
    return {"event": "log", "text": text, "values": values}


def warning(text, **values):
    """Return an event with a sentence for the log that the user should notice."""
    return {"event": "warning", "text": text, "values": values}


def debug(line):
    """Return an event with a line that a child process wrote, without secrets."""
    return {"event": "debug", "line": redact(line)}
