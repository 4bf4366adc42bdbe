"""Runs jobs in this process, and prints their log."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, TypeVar

from sr_core.jobs import Job, Log, Progress

T = TypeVar("T")


def run(job: str, **fields: Any) -> Any:
    """Run a job, print its log, and return its result."""
    return run_printing(Job.load({"id": job, **fields}).run())


def run_printing(work: Generator[Progress | Log, None, T] | Generator[Progress, None, T]) -> T:
    """Run a generator of work, print its log, and return its result."""
    while True:
        try:
            step = next(work)
        except StopIteration as end:
            result: T = end.value
            return result
        if isinstance(step, Log):
            print(step.text.format(**step.values), flush=True)
