"""What a generator of work yields while it works: how far it is, and lines for the log."""

from __future__ import annotations


class Progress:
    """How far a job is: `fraction` in [0, 1], and a translatable sentence about what it is doing."""

    def __init__(self, fraction: float, text: str = "", /, **values: object) -> None:
        self.fraction, self.text, self.values = fraction, text, values


class Log:
    """A line for the log: a translatable template and its values."""

    def __init__(self, text: str, /, **values: object) -> None:
        self.text, self.values = text, values
