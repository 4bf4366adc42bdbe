"""Fields of a job that several processes can share."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ..parameter_types import advanced

Workers = Annotated[int | None, Field(title="Processes", ge=1, le=1024), advanced]

Scheduler = Annotated[str | None, Field(title="Dask scheduler"), advanced]

BlockSize = Annotated[
    int | None,
    Field(
        title="Block size (pixels of the result)",
        ge=256,
        le=65536,
        description="Width and height, about, of the blocks in which a large result is computed, each kept when done: the same run "
        "goes on from there if it was stopped. Blank: 4096 for a VRT and for several processes, else no blocks.",
    ),
    advanced,
]

Part = Annotated[
    str | None,
    Field(
        title="Part of the run",
        pattern=r"^\d{1,6}/\d{1,6}$",
        description="2/8 computes every eighth block, beginning with the second. Runs of all parts write one result, at the same "
        "time or one after the other, without knowing of each other. OUTPUT must be a VRT. Blank computes all blocks.",
    ),
    advanced,
]


def takes_dask(workers: int | None, scheduler: str | None) -> bool:
    """Return whether a job asks for other processes than this one."""
    return bool(scheduler) or (workers or 1) > 1
