"""Fields of a job that several processes can share."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ..parameter_types import advanced

Workers = Annotated[int | None, Field(title="Processes", ge=1, le=1024), advanced]

Scheduler = Annotated[str | None, Field(title="Dask scheduler"), advanced]


def takes_dask(workers: int | None, scheduler: str | None) -> bool:
    """Return whether a job asks for other processes than this one."""
    return bool(scheduler) or (workers or 1) > 1
