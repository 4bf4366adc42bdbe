"""The items that jobs yield: `Progress`, the share of the work that is done, and `Log`, a line for the log."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Sequence
from typing import TypeVar

from .redaction import redact_values

T = TypeVar("T")


class Progress:
    """The fraction of the work that is done, in [0, 1], and a template and values of what is being done."""

    def __init__(self, fraction: float, text: str = "", /, **values: object) -> None:
        self.fraction, self.text, self.values = fraction, text, _redact(values)


class Log:
    """A line for the log: a template that can be translated, and its values."""

    def __init__(self, text: str, /, **values: object) -> None:
        self.text, self.values = text, _redact(values)


class Advice(Log):
    """A line that names parameters of the job, which a job that runs it as a part may lack: see `without_foreign_advice`."""

    def __init__(self, parameters: Sequence[str], text: str, /, **values: object) -> None:
        """Take the names of the job's fields that the line names in capitals, and the template with its values."""
        super().__init__(text, **values)
        self.parameters = parameters


def _redact(values: dict[str, object]) -> dict[str, object]:
    return {name: redact_values(value) for name, value in values.items()}


def run_part(
    work: Generator[Progress | Log, None, T], start: float, end: float
) -> Generator[Progress | Log, None, T]:
    """Run a generator as a part of a longer one: its fractions 0 to 1 become `start` to `end`. Returns its result."""

    def place(step: Progress | Log) -> Progress | Log:
        if isinstance(step, Log):
            return step
        return Progress(start + (end - start) * step.fraction, step.text, **step.values)

    return _map_steps(work, place)


def filter_log(
    work: Generator[Progress | Log, None, T], is_wanted: Callable[[Log], bool]
) -> Generator[Progress | Log, None, T]:
    """Run a generator without the lines of its log that are not wanted. Returns its result."""
    return _map_steps(work, lambda step: step if isinstance(step, Progress) or is_wanted(step) else None)


def without_foreign_advice(
    work: Generator[Progress | Log, None, T], parameters: Collection[str]
) -> Generator[Progress | Log, None, T]:
    """Run a job's generator as a part of another job, without advice on parameters that the other job lacks.

    What a line finds and what it advises are lines of their own wherever a job can be a part of another, so that only
    the advice is left out.

    Args:
        work: What `run` of the inner job returns.
        parameters: Names of the outer job's fields.
    """
    return filter_log(
        work, lambda line: not isinstance(line, Advice) or all(name in parameters for name in line.parameters)
    )


def _map_steps(
    work: Generator[Progress | Log, None, T], change: Callable[[Progress | Log], Progress | Log | None]
) -> Generator[Progress | Log, None, T]:
    """Run a generator with each step changed, or left out where the change is None. Returns its result."""
    try:
        while True:
            try:
                step = change(next(work))
            except StopIteration as finished:
                result: T = finished.value
                return result
            if step is not None:
                yield step
    finally:
        work.close()


def run_to_end(work: Generator[object, None, T]) -> T:
    """Run a generator to its end and return its result; what it yields is dropped."""
    while True:
        try:
            next(work)
        except StopIteration as finished:
            result: T = finished.value
            return result
