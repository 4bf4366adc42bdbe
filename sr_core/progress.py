"""What a generator of work yields while it works: how far it is, and lines for the log."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")


class Progress:
    """How far a job is: `fraction` in [0, 1], and a translatable sentence about what it is doing."""

    def __init__(self, fraction: float, text: str = "", /, **values: object) -> None:
        self.fraction, self.text, self.values = fraction, text, values


class Log:
    """A line for the log: a translatable template and its values."""

    def __init__(self, text: str, /, **values: object) -> None:
        self.text, self.values = text, values


def part(
    work: Generator[Progress | Log, None, T], start: float, end: float
) -> Generator[Progress | Log, None, T]:
    """`work` as a part of something larger: its fractions 0 to 1 become `start` to `end`."""
    try:
        while True:
            try:
                step = next(work)
            except StopIteration as finished:
                result: T = finished.value
                return result
            if isinstance(step, Progress):
                step = Progress(start + (end - start) * step.fraction, step.text, **step.values)
            yield step
    finally:
        work.close()


def outcome(work: Generator[object, None, T]) -> T:
    """What a generator of work comes to, where nobody looks at how far it is."""
    while True:
        try:
            next(work)
        except StopIteration as finished:
            result: T = finished.value
            return result
