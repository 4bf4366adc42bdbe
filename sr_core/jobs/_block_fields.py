"""Fields of a job whose result can be computed in blocks, and what they choose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Protocol

from pydantic import Field

from ..block_processing.block_executor import Executor, run_here
from ..block_processing.block_folder import WHOLE, RunPart
from ..block_processing.block_run import SIDE, check_outputs, stays_in_blocks
from ..block_processing.dask_connection import require_dask
from ..block_processing.dask_workers import dask_executor
from ..block_processing.stac_collection import collection_paths
from ..block_processing.tile_index import index_path
from ..parameter_types import advanced
from ._worker_fields import Scheduler, Workers, takes_dask

BlockSize = Annotated[
    int | None,
    Field(
        title="Block size (pixels of the result)",
        ge=256,
        le=65536,
        description="Approximate width and height of the blocks in which a large result is computed. Finished blocks are kept: "
        "the same run continues if it was stopped. Blank: 4096 for a VRT and for several processes, otherwise no blocks.",
    ),
    advanced,
]

BlockWorkers = Annotated[
    Workers,
    Field(
        description="Number of processes on this computer that compute blocks; its processor cores, memory and graphics cards "
        "are divided among them. Needs Dask, an optional part of the SR engine. Blank: this process only.",
    ),
]

BlockScheduler = Annotated[
    Scheduler,
    Field(
        description="Address of a Dask scheduler, such as tcp://10.0.0.1:8786, whose workers compute the blocks on other "
        "computers. All must have the same SR engine and see the same files under the same paths.",
    ),
]

Part = Annotated[
    str | None,
    Field(
        title="Part of the run",
        pattern=r"^\d{1,6}/\d{1,6}$",
        description="2/8 computes every eighth block, starting with the second. Runs of all parts write one result, at the "
        "same time or one after another, independently of each other. OUTPUT must be a VRT. Blank computes all blocks.",
    ),
    advanced,
]

BLOCK_FIELDS = ("block_size", "workers", "scheduler", "part")


class JobInBlocks(Protocol):
    """A job with these fields."""

    @property
    def block_size(self) -> int | None:
        """Side of a block, in pixels of the result; None: the default."""

    @property
    def workers(self) -> int | None:
        """Processes of this computer; None: this one."""

    @property
    def scheduler(self) -> str | None:
        """Address of a Dask scheduler; None: none."""

    @property
    def part(self) -> str | None:
        """Part of the run, such as 2/8; None: all of it."""


@dataclass(frozen=True)
class BlockChoices:
    """How a job computes its results in blocks, if it does."""

    outputs: Sequence[str]
    block_size: int | None
    workers: int | None
    scheduler: str | None
    part_text: str | None

    @classmethod
    def of(cls, job: JobInBlocks, *outputs: str) -> BlockChoices:
        """Return what the fields of a job choose for its results."""
        return cls(outputs, job.block_size, job.workers, job.scheduler, job.part)

    @property
    def are_asked_for(self) -> bool:
        """Whether results are computed in blocks."""
        asked = self.block_size or self.part_text or takes_dask(self.workers, self.scheduler)
        return bool(asked) or any(stays_in_blocks(output) for output in self.outputs)

    def check(self) -> None:
        """Check, before anything is prepared, that the blocks can be computed so.

        Raises:
            SrError: They cannot.
        """
        if self.are_asked_for:
            check_outputs(self.outputs, self.part)
            if takes_dask(self.workers, self.scheduler):
                require_dask()

    @contextmanager
    def open_executor(self, calls: int = 1) -> Iterator[Executor]:
        """Yield what computes the blocks, and end the workers that it has started.

        Args:
            calls: Number of results that it computes, one after the other.

        Raises:
            SrError: The engine lacks Dask.
        """
        if takes_dask(self.workers, self.scheduler):
            with dask_executor(self.workers, self.scheduler, calls) as executor:
                yield executor
        else:
            yield run_here

    @property
    def side(self) -> int:
        """Side of a block, in pixels of the result, about."""
        return self.block_size or SIDE

    @property
    def part(self) -> RunPart:
        """The share of the blocks that is computed.

        Raises:
            InputError: PART names none.
        """
        return RunPart.of(self.part_text) if self.part_text else WHOLE

    def side_files(self) -> tuple[str, ...]:
        """Return the files that are written beside results that stay in blocks."""
        mosaics = [Path(output) for output in self.outputs if stays_in_blocks(output)]
        return tuple(str(path) for each in mosaics for path in (index_path(each), *collection_paths(each)))
