"""The log of a job that runs as a part of another: without advice on parameters that the other one lacks."""

from __future__ import annotations

import re
from collections.abc import Generator
from typing import TypeVar

from ..progress import Log, Progress, filter_log
from . import Job

T = TypeVar("T")


def without_foreign_advice(
    work: Generator[Progress | Log, None, T], inner: type[Job], outer: type[Job]
) -> Generator[Progress | Log, None, T]:
    """Run a job's generator as a part of another job, without lines of the log that advise on parameters the other lacks.

    What a line finds and what it advises are lines of their own wherever a job can be a part of another, so that only
    the advice is left out. Parameters that are named with their algorithm, as in `CALIBRATE of "Evaluate SR model"`, stay.

    Args:
        work: What `run` of the inner job returns.
        inner: The job that runs.
        outer: The job that the user has asked for.
    """
    foreign = "|".join(name.upper() for name in inner.model_fields.keys() - outer.model_fields.keys())
    advice = re.compile(rf'\b(?:{foreign})\b(?! of ")')
    return (yield from filter_log(work, lambda line: not advice.search(line.text)))
