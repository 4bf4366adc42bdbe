"""What a run in blocks prepares from the whole scene before its blocks, such as a model that it learns, kept in their folder.

NAME.blocks/
  preparation.json       settings of the run, and what it is made from
  preparation.lock       held while a run prepares
  in-use, in-use-2-of-8  held by a run, or a part of one, that reads what was prepared
  bands/, learnt/        what was prepared: each whole, or not there
  done.json              what a run returned that had all blocks
"""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from .. import __version__
from ..atomic_write import atomic_write, not_writable, require_folder, staging_folder
from ..errors import InputChanged, InputError, OutputError
from ..file_lock import is_held, take_lock
from ..object_store import is_object
from ..progress import Log, Progress
from ..redaction import redact_values
from ..staging_folders import sweep
from .block_folder import WHOLE, RunPart, blocks_folder, folder_in_use, lock_folder
from .block_ledger import LEDGER, made_otherwise, settle
from .block_run import state_of_files, stays_in_blocks

PREPARATION, PREPARATION_LOCK, IN_USE = "preparation.json", "preparation.lock", "in-use"
DONE, BLOCKS = "done.json", "r*/c*.*"
"""Name of the file that says that all blocks are there, and pattern of theirs."""

LEARNT_FOLDER = "learnt"
"""Name under which a model that was learnt from the scene is kept, with what it was learnt from."""

WAIT = 1.0
"""Seconds until a part of a run looks again whether another part has prepared."""

T = TypeVar("T")
Work = Generator[Progress | Log, None, T]


def prepare_blocks(
    output: str,
    settings: Mapping[str, Any],
    inputs: Sequence[str],
    part: RunPart,
    prepare: Callable[[Path], Work[T]],
) -> Work[T]:
    """Prepare in the folder of a result's blocks, once for all runs that go on with them.

    Args:
        output: The result.
        settings: JSON values of all that changes what is prepared, or the blocks.
        inputs: Rasters and models whose files must not change between runs.
        part: Share of the blocks that this run computes; other parts wait until one has prepared.
        prepare: Does the work in that folder, by `keep`.

    Returns:
        What `prepare` returns.

    Raises:
        InputError: The folder was made with other settings.
        OutputError: It cannot be written to, lies in an object store, or another run prepares there.
    """
    path = blocks_folder(output)
    if is_object(path):
        raise OutputError(
            "In s3:// a run in blocks cannot keep what it prepares from the scene: choose an OUTPUT on a disk."
        )
    require_folder(path)
    try:
        path.mkdir(exist_ok=True)
        while (lock := take_lock(path / PREPARATION_LOCK)) is None:
            if part.count == 1:
                raise folder_in_use(path)
            yield Progress(0, "Waiting for another part of the run")
            time.sleep(WAIT)
    except OSError as error:
        raise not_writable(path, error.strerror) from None
    try:
        if (path / LEDGER).exists() and not (path / PREPARATION).exists():  # blocks by a model that was given
            raise made_otherwise(path, ["model"])
        if not (path / LEDGER).exists() and not any(each.is_dir() for each in path.iterdir()):
            (path / PREPARATION).unlink(missing_ok=True)  # of a run that came to nothing
        made_from = {"version": __version__, "input_files": [state_of_files(each) for each in inputs]}
        settle(
            path,
            {name: redact_values(value) for name, value in {**settings, **made_from}.items()},
            {},
            PREPARATION,
        )
        sweep(path)
        before = set(path.iterdir())
        try:
            return (yield from prepare(path))
        except (InputError, InputChanged):
            # The same run would end so again, and what it has made must not stand in the way of another.
            for made in set(path.iterdir()) - before:
                if made.is_dir():
                    shutil.rmtree(made, ignore_errors=True)
            raise
    finally:
        os.close(lock)


@contextmanager
def hold_prepared(output: str, part: RunPart) -> Iterator[None]:
    """Keep other runs from removing what is prepared, from before it is until the end of a `with` statement.

    Args:
        output: The result.
        part: Share of the blocks that this run computes.

    Raises:
        OutputError: The folder cannot be written to, or another run of this part is at work.
    """
    path = blocks_folder(output)
    if is_object(path):  # as `prepare_blocks` says
        yield
        return
    require_folder(path)
    try:
        path.mkdir(exist_ok=True)
        lock = take_lock(path / (IN_USE if part.count == 1 else f"{IN_USE}-{part.number}-of-{part.count}"))
    except OSError as error:
        raise not_writable(path, error.strerror) from None
    if lock is None:
        raise folder_in_use(path)
    try:
        yield
    finally:
        os.close(lock)


def keep(folder: Path, name: str, make: Callable[[Path], Work[object]]) -> Work[Path]:
    """Return a folder in another one, made unless it is there: whole, or not at all.

    Args:
        folder: The folder that it is kept in.
        name: Its name.
        make: Fills the empty folder that it is given, and leaves no file in it open.
    """
    kept = folder / name
    if not kept.exists():
        with staging_folder(kept) as aside:
            new = aside / name
            new.mkdir()
            yield from make(new)
            for file in filter(Path.is_file, new.rglob("*")):
                with file.open("rb+") as content:
                    os.fsync(content.fileno())  # else the new name may reach the disk before the content does
            try:
                os.rename(new, kept)
            except OSError:
                if (
                    not kept.exists()
                ):  # else another part was faster, where the disk has no locks: all take its
                    raise
    return kept


def remove_prepared(output: str, *names: str) -> None:
    """Remove what is not needed once all blocks are there, unless another run, or part of it, is at work: then that does it.

    Args:
        output: The result; of one in a single file, nothing is needed.
        names: What `keep` has made, or lies in that, or files that begin with such a name and a dot.
    """
    path = blocks_folder(output)
    if not path.exists():
        return
    if not stays_in_blocks(output):  # Windows and NFS have kept what was open when the blocks were joined
        shutil.rmtree(path, ignore_errors=True)
        return
    with suppress(OutputError, OSError), lock_folder(path, WHOLE):
        lock = take_lock(path / PREPARATION_LOCK)
        if lock is None:
            return
        try:
            if any(is_held(file) for file in path.glob(f"{IN_USE}*")):
                return
            for name in names:
                for found in (path / name, *path.glob(f"{name}.*")):
                    if found.is_dir():
                        shutil.rmtree(found, ignore_errors=True)
                    else:
                        found.unlink(missing_ok=True)
        finally:
            os.close(lock)


def note_done(output: str, result: Mapping[str, Any]) -> None:
    """Note that all blocks of a result are there; not for one in a single file, of which nothing says what it was made from.

    Args:
        output: The result.
        result: JSON values that `read_done` returns.
    """
    path = blocks_folder(output)
    if stays_in_blocks(output) and path.exists():
        files = sorted(each.relative_to(path).as_posix() for each in path.glob(BLOCKS))
        with atomic_write(path / DONE) as new:
            new.write_text(json.dumps({"files": files, "result": dict(result)}), encoding="utf-8")


def read_done(output: str) -> dict[str, Any] | None:
    """Return what `note_done` has noted, None where it has not, or a file of the result is not there."""
    if not stays_in_blocks(output):
        return None
    path = blocks_folder(output)
    try:
        noted = json.loads((path / DONE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    there = {each.relative_to(path).as_posix() for each in path.glob(BLOCKS)}
    whole = Path(output).exists() and there.issuperset(noted["files"])
    return dict(noted["result"]) if whole else None
