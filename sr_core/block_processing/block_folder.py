"""The folder of the blocks of a result: their files, the ledger of their settings, failures, and locks of the runs.

NAME.blocks/
  ledger.json            settings of all blocks; what was settled by the first run and holds for all later ones
  r0003/c0012.tif        a block
  r0003/c0013.empty      a block without data
  failed.json            blocks that failed in the last run, with the reason
  ledger.lock            held while the ledger, or the mosaic of a folder of scenes, is read and written
  lock                   held by the run that writes here; lock-2-of-8 by a part of one
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import rasterio

from ..atomic_write import followed, not_writable, require_folder
from ..errors import InputError, OutputError
from ..file_lock import is_held, take_lock
from ..object_store import create_object, is_object, list_objects
from ..resumable_output import unfinished_path
from ..staging_folders import LOCK, sweep
from .block_executor import FAILED, write_failures
from .block_grid import Block

TAG = "FINER_BLOCK_SETTINGS"
"""Tag of a block's file: the digest of the settings by which the block was computed."""
EMPTY = ".empty"
"""How the name ends of what stands for a block without data."""
MOSAIC = ".vrt"
"""How the name of a result ends that stays in blocks."""


@dataclass(frozen=True)
class RunPart:
    """The share of the blocks that one of several runs computes, all of which write the same result."""

    number: int = 1
    """From 1."""
    count: int = 1

    def choose(self, blocks: Iterable[Block]) -> list[Block]:
        """Return its blocks: every so many of them, so that land and sea are shared out evenly."""
        return [block for place, block in enumerate(blocks) if place % self.count == self.number - 1]

    @property
    def lock(self) -> str:
        """Return the name of its lock."""
        return LOCK if self.count == 1 else f"{LOCK}-{self.number}-of-{self.count}"

    @classmethod
    def of(cls, text: str) -> RunPart:
        """Return the part that a text such as 2/8 names.

        Raises:
            InputError: It names none.
        """
        found = re.fullmatch(r"(\d{1,6})/(\d{1,6})", text)
        part = cls(*map(int, found.groups())) if found else cls(0)
        if not 1 <= part.number <= part.count:
            raise InputError(
                "PART={text} is not a part: write 1/8 for the first of eight, up to 8/8.", text=text
            )
        return part


WHOLE = RunPart()


def blocks_folder(target: str | Path) -> Path:
    """Return the folder of the blocks of a result: beside a VRT, which is made of them; hidden until another is whole."""
    target = followed(target)
    return target.with_suffix(".blocks") if target.suffix.lower() == MOSAIC else unfinished_path(target)


class BlockFolder:
    """The blocks of one result, in a folder of their own."""

    def __init__(self, path: Path, digest: str) -> None:
        """Take a folder.

        Args:
            path: The folder; it need not exist.
            digest: Digest of the settings that its blocks are made with.
        """
        self.path, self.digest = path, digest

    @property
    def _root(self) -> Path:
        # In a store all that is known of an object without opening it is its name.
        return self.path / self.digest[:12] if is_object(self.path) else self.path

    def file(self, block: Block) -> Path:
        """Return the file of a block."""
        # A folder for each row: what looks through a folder when it writes there finds few names.
        return self._root / f"r{block.row:04d}" / f"c{block.col:04d}.tif"

    def done(self, blocks: Iterable[Block]) -> set[str]:
        """Return the names of the blocks that are there, made with these settings, or are known to have no data."""
        if is_object(self.path):
            there = list_objects(self._root)
            return {block.name for block in blocks if {self._key(block), self._key(block, EMPTY)} & there}
        return {block.name for block in blocks if self._is_done(block)}

    def has_all(self, blocks: Sequence[Block]) -> bool:
        """Return whether all blocks are done; the first one that is not answers that, without a look at the others."""
        if is_object(self.path):
            return len(self.done(blocks)) == len(blocks)
        return all(self._is_done(block) for block in blocks)

    def _is_done(self, block: Block) -> bool:
        return self._empty(block).exists() or self._has_file(block)

    def with_file(self, blocks: Iterable[Block]) -> list[Block]:
        """Return the blocks that have a file."""
        if is_object(self.path):
            there = list_objects(self._root)
            return [block for block in blocks if self._key(block) in there]
        return [block for block in blocks if self.file(block).exists()]

    def _key(self, block: Block, suffix: str = ".tif") -> str:
        return self.file(block).with_suffix(suffix).relative_to(self._root).as_posix()

    def _has_file(self, block: Block) -> bool:
        file = self.file(block)
        if not file.exists():
            return False
        with suppress(rasterio.errors.RasterioError), rasterio.open(file) as dataset:
            return bool(dataset.tags().get(TAG) == self.digest)
        return False

    def note_empty(self, block: Block) -> None:
        """Note that a block has no data."""
        if is_object(self.path):
            create_object(self._empty(block), b"")
            return
        self.prepare(block)
        self._empty(block).touch()

    def prepare(self, block: Block) -> None:
        """Make the folder that a block lies in.

        Raises:
            OutputError: It cannot be made.
        """
        folder = self.file(block).parent
        if is_object(folder):  # which stores do not have
            return
        try:
            folder.mkdir(exist_ok=True)
        except OSError as error:
            raise not_writable(self.path, error.strerror) from None

    def note_failures(self, failures: Mapping[str, str], part: RunPart) -> Path:
        """Write which blocks have failed and why, or remove what is noted of an earlier run; return the file.

        Args:
            failures: Reasons by the name of the block.
            part: Share of the blocks that this run computes.
        """
        file = self.path / (FAILED if part.count == 1 else f"failed-{part.number}-of-{part.count}.json")
        write_failures(file, failures)
        return file

    def sweep(self) -> None:
        """Remove what processes that were killed have left of their blocks."""
        if is_object(self.path):
            sweep(Path(tempfile.gettempdir()))
            return
        for row in self.path.glob("r*"):
            sweep(row)

    def _empty(self, block: Block) -> Path:
        return self.file(block).with_suffix(EMPTY)


@contextmanager
def lock_folder(path: Path, part: RunPart) -> Iterator[None]:
    """Hold the lock of a folder of blocks for the length of a `with` statement.

    Args:
        path: The folder, which is made; one in an object store is not locked.
        part: Share of the blocks that this run computes, which has a lock of its own.

    Raises:
        OutputError: The folder cannot be written to, or another run writes there.
    """
    if is_object(path):
        # Stores have no locks that end with their process, and need none: both of two runs would put the same blocks, and
        # with other settings the ledger refuses the second one.
        yield
        return
    require_folder(path)
    try:
        path.mkdir(exist_ok=True)
        own = take_lock(path / part.lock)
    except OSError as error:
        raise not_writable(path, error.strerror) from None
    if own is None:
        raise folder_in_use(path)
    try:
        # Both of two runs that begin at the same moment see each other; then neither goes on, which does no harm.
        if any(is_held(file) for file in path.glob(f"{LOCK}*") if not _is_friend(file.name, part)):
            raise folder_in_use(path)
        yield
    finally:
        os.close(own)


def folder_in_use(path: Path) -> OutputError:
    """Return the error for a folder in which another run writes blocks."""
    return OutputError(
        "Another run is writing blocks into {folder}: wait until it has finished, or choose another OUTPUT.",
        folder=path,
    )


def _is_friend(name: str, part: RunPart) -> bool:
    """Return whether a lock is that of this part, or of another part of the same run."""
    return name == part.lock or (part.count > 1 and name.endswith(f"-of-{part.count}"))
