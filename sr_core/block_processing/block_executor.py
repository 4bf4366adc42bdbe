"""Execution of a run's blocks: what computes them, each several times if need be, and which have failed."""

from __future__ import annotations

import json
from collections.abc import Generator, Mapping, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from ..atomic_write import atomic_write
from ..errors import InputChanged, OutputError, SrError
from ..object_store import delete_object, is_object
from ..progress import Log, Progress, filter_log, run_part
from ..redaction import redact

ATTEMPTS = 3
"""Times that a block is tried."""

FAILED = "failed.json"
"""Name of the file that lists blocks that have failed."""


class NamedBlock(Protocol):
    """A part of a result that is computed by itself."""

    @property
    def name(self) -> str:
        """Name of the block in messages and names of tasks; unique in its run."""


BlockT = TypeVar("BlockT", bound=NamedBlock)
ComputedT = TypeVar("ComputedT", bound=NamedBlock, contravariant=True)

Failures = dict[str, str]
"""Reasons by the names of blocks."""
Work = Generator[Progress | Log, None, Failures]


class BlocksFailed(SrError):
    """Blocks could not be computed; the others are there, and the same run tries those again."""


class Computer(Protocol[ComputedT]):
    """Computes blocks one after the other, and keeps each when it is done; travels to other processes."""

    @property
    def run_id(self) -> str:
        """Identifier of the run among others on the same cluster."""

    @property
    def uses_cards(self) -> bool:
        """Whether a graphics card makes it faster."""

    def choose_card(self, number: int) -> None:
        """Take one of several graphics cards of this computer, in turn."""

    def compute(self, block: ComputedT) -> Generator[Progress | Log, None, object]:
        """Compute a block and write its files.

        Raises:
            SrError: It cannot be computed, or not be written.
        """


class Executor(Protocol):
    """Computes blocks and returns which failed."""

    def __call__(self, computer: Computer[BlockT], blocks: Sequence[BlockT]) -> Work:
        """Compute blocks, those that fail `ATTEMPTS` times."""


def run_here(computer: Computer[BlockT], blocks: Sequence[BlockT]) -> Work:
    """Compute blocks one after the other in this process."""
    failures: Failures = {}
    logged: set[tuple[str, str]] = set()

    def is_new(line: Log) -> bool:
        known = len(logged)
        logged.add((line.text, repr(line.values)))
        return len(logged) > known

    for done, block in enumerate(blocks):
        for attempt in range(1, ATTEMPTS + 1):
            try:
                computing = filter_log(computer.compute(block), is_new)
                yield from run_part(computing, done / len(blocks), (done + 1) / len(blocks))
                break
            except (OutputError, InputChanged):  # which end any other block too
                raise
            except Exception as error:
                if attempt == ATTEMPTS:
                    failures[block.name] = redact(f"{error}" or type(error).__name__)
    return failures


def log_failures(failures: Mapping[str, str]) -> Generator[Log, None, None]:
    """Yield a line for each block that has failed."""
    for block, why in failures.items():
        yield Log("Block {block}: {reason}", block=block, reason=why)


def write_failures(file: Path, failures: Mapping[str, str]) -> None:
    """Write why blocks have failed, or remove what is noted of an earlier run where none has.

    Args:
        file: The file.
        failures: Reasons by the name of the block.
    """
    if failures:
        with atomic_write(file) as new:
            new.write_text(json.dumps(failures, indent=1), encoding="utf-8")
    elif is_object(file):
        delete_object(file)
    else:
        file.unlink(missing_ok=True)


def raise_failures(failures: Mapping[str, str], total: int, file: Path) -> None:
    """Raise what has failed, if anything has.

    Args:
        failures: Reasons by the names of blocks.
        total: Number of blocks of the run.
        file: Lists them.

    Raises:
        BlocksFailed: Something has.
    """
    if failures:
        name, reason = next(iter(failures.items()))
        raise BlocksFailed(
            "{count} of {total} blocks could not be computed. Block {name}: {reason} All are listed in {file}; "
            "the same run tries them again.",
            count=len(failures),
            total=total,
            name=name,
            reason=reason.rstrip(".") + ".",
            file=file,
        )
