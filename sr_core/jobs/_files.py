"""Which files a job reads and writes, by its schema: no result takes the place of what it is made from, or mixes two states."""

from __future__ import annotations

import functools
import os
import sys
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from ..atomic_write import followed, publish_if
from ..errors import InputChanged, InputError
from ..progress import Log, Progress
from ..raster.input_files import files_of
from ..raster.sidecars import RASTERS, sidecars
from ..resumable_output import unfinished_path
from ..schema import Config, widget_format
from ..staging_folders import unfinished_results

IN, OUT = "-in", "-out"
"""How the formats of the schema end: raster-in, srpk-in, raster-out, html-out."""

PIXELS = ("raster-in", "folder-in")
"""What is read for long."""

COME_AND_GO = (".aux.xml", ".ovr", ".qml", ".qmd")
"""Files that QGIS writes beside a raster that it shows, without a change of its pixels."""

ENDINGS = tuple(f".{ending}" for ending in RASTERS)

PAUSE, SHARE = 2.0, 50.0
"""Seconds, and how many times as long as it takes to look, until inputs are looked at again."""

Work = Generator[Progress | Log, None, Any]


class NamedFile(NamedTuple):
    """A path that a user gave, or that follows from one."""

    field: str
    format: str
    path: str


def guarded(run: Callable[[Any], Work]) -> Callable[[Any], Work]:
    """Return a job's `run` that refuses to replace an input, and ends when an input changes meanwhile.

    Raises:
        InputError: An output is an input, or another output.
        InputChanged: An input is not what it was at the beginning; no result is written.
    """

    @functools.wraps(run)
    def checked(job: Any) -> Work:
        inputs = [each for each in named_files(job) if each.format.endswith(IN)]
        outputs = [each for each in named_files(job) if each.format.endswith(OUT)]
        aside = [NamedFile("output", "file-out", path) for path in job.side_files()]
        refuse_overlap(inputs, [*outputs, *aside], job.replaces)
        yield from log_leftovers(outputs)
        written = [each.path for each in (*outputs, *aside)]
        state = FileState.of((each.path for each in inputs if each.format in PIXELS), written)
        with publish_if(state.require, *(each.path for each in outputs)):
            return (yield from _watched(run(job), state))

    return checked


def _watched(work: Work, state: FileState) -> Work:
    """Do the work, and end it when a file changes."""
    try:
        while True:
            try:
                step = next(work)
            except StopIteration as done:
                return done.value
            if isinstance(step, Progress) and state.is_due():
                try:
                    state.require()
                except InputChanged as error:
                    yield from _stopped(work, error)
            yield step
    finally:
        work.close()


def _stopped(work: Work, error: InputChanged) -> Work:
    """End the work with an error; yield what it logs before."""
    with suppress(StopIteration):
        yield work.throw(error)
        yield from work
    raise error


def named_files(config: Config, prefix: str = "") -> Iterator[NamedFile]:
    """Yield the files and folders that a user has named, by their formats in the schema."""
    formats = _formats(type(config))
    for name in type(config).model_fields:
        value = getattr(config, name)
        if isinstance(value, Config):
            yield from named_files(value, f"{prefix}{name}.")
        elif name in formats and value:
            for path in (value,) if isinstance(value, str) else value:
                yield NamedFile(prefix + name, formats[name], path)


@functools.cache
def _formats(config: type[Config]) -> Mapping[str, str]:
    found = {name: widget_format(field) for name, field in config.model_fields.items()}
    return {name: format for name, format in found.items() if format.endswith((IN, OUT))}


def refuse_overlap(
    inputs: Iterable[NamedFile], outputs: Iterable[NamedFile], replaces: Mapping[str, tuple[str, ...]]
) -> None:
    """Refuse an output that would replace an input or a file that it is read from, or another output.

    Args:
        inputs: what is read.
        outputs: what is written.
        replaces: by field of an output folder, the entries that are replaced in it; all, where it is not named.

    Raises:
        InputError: One would.
    """
    inputs, outputs = list(inputs), list(outputs)
    targets = [(output, _replaced(output, replaces)) for output in outputs]
    existing = [each for _, replaced in targets for each in replaced if each.exists()]
    for given in inputs if existing else ():
        read = _read_files(given, existing)
        for output, replaced in targets:
            if given.format == "checkpoint-in" and _is_same_name(given.path, output.path):
                continue  # a run that goes on renews its own checkpoint
            if any(_covers(each, file) for each in replaced for file in read):
                if _is_same_file(given.path, output.path):
                    raise InputError(
                        "The output {output} is also an input: choose another name.", output=output.path
                    )
                raise InputError(
                    "{name} {output} would replace the input {input}: choose another name.",
                    name=output.field.upper(),
                    output=output.path,
                    input=given.path,
                )
    for i, (first, mine) in enumerate(targets):
        for second, theirs in targets[i + 1 :]:
            if any(_covers(a, b) or _covers(b, a) for a in mine for b in theirs):
                raise InputError(
                    "{name} and {other} would be written to the same place, {output}: choose another name for one of them.",
                    name=first.field.upper(),
                    other=second.field.upper(),
                    output=second.path,
                )


def _replaced(output: NamedFile, replaces: Mapping[str, tuple[str, ...]]) -> list[Path]:
    """Return what an output takes the place of: a file and its sidecars, or entries of a folder."""
    target = followed(output.path)
    if output.format != "folder-out":
        beside = sidecars(target) if output.format == "raster-out" else []
        return [_real(each) for each in (target, *beside)]
    if output.field not in replaces:
        return [_real(target)]
    if not replaces[output.field]:
        return []
    return [_real(target / name) for name in replaces[output.field]] + [_real(unfinished_path(target))]


def _read_files(given: NamedFile, existing: Iterable[Path]) -> list[Path]:
    """Return what an input is read from: the files, and the name under which it was given where that is a link."""
    path = os.path.abspath(given.path)
    found = {_real(Path(path)), Path(os.path.realpath(path))}
    if given.format == "raster-in":
        found |= {Path(file) for file in files_of(given.path)} | set(sidecars(Path(path)))
    elif given.format == "folder-in" and os.path.isdir(path):
        sought = {(s.st_dev, s.st_ino) for s in (each.stat() for each in existing)}
        for folder, _, names in os.walk(path):
            for name in names:
                file = os.path.join(folder, name)
                if name.lower().endswith(".vrt"):
                    found |= {Path(source) for source in files_of(file)}
                with suppress(OSError):
                    status = os.stat(file)
                    if (status.st_dev, status.st_ino) in sought:
                        found.add(Path(os.path.realpath(file)))
    return [each for each in found if os.path.lexists(each)]


def _real(path: Path) -> Path:
    """Return a path with the links of its folders followed, and not its own."""
    return Path(os.path.realpath(path.parent)) / path.name


def _covers(taken: Path, file: Path) -> bool:
    """Whether a file is replaced where `taken` is: it is the same, by whatever name, or lies in it."""
    if _folded(file) == _folded(taken) or _folded(taken) in map(_folded, file.parents):
        return True
    with suppress(OSError):
        return os.path.samefile(taken, file)
    return False


def _folded(path: Path) -> str:
    """Return a path as the system compares it."""
    text = os.path.normcase(path)
    return text.casefold() if sys.platform == "darwin" else text


def _is_same_file(one: str, other: str) -> bool:
    """Whether two paths are those of one file, by whatever names."""
    with suppress(OSError, ValueError):
        return os.path.samefile(one, other)
    return _is_same_name(one, other)


def _is_same_name(one: str, other: str) -> bool:
    """Whether two paths are the same name in the same folder, and not a link to it."""
    return _folded(_real(Path(one).absolute())) == _folded(_real(Path(other).absolute()))


class FileState:
    """Files in the state that they were in: size, time of change, and which file it is."""

    def __init__(self, states: dict[str, tuple[int, ...] | None]) -> None:
        self._states, self._due = states, time.monotonic() + PAUSE

    @classmethod
    def of(cls, inputs: Iterable[str], written: Iterable[str] = ()) -> FileState:
        """Return the state of the rasters that inputs are, or that lie in them, with all that these are read from.

        Args:
            inputs: rasters and folders.
            written: files and folders that are no input though they lie among them.
        """
        files: set[str] = set()
        for path in inputs:
            rasters = list(_rasters_in(path)) if os.path.isdir(path) else [path]
            files.update(os.path.abspath(each) for each in rasters if os.path.isfile(each))
            for each in rasters:  # a tile has no other files, and there are many
                if each == path or each.lower().endswith(".vrt"):
                    files |= files_of(each)
        own = [_folded(_real(followed(path))) for path in written]
        return cls(
            {
                file: _state(file)
                for file in files
                if not file.endswith(COME_AND_GO) and _folded(_real(Path(file))) not in own
            }
        )

    def is_due(self) -> bool:
        """Whether it is time to look at the files again."""
        return time.monotonic() >= self._due

    def require(self) -> None:
        """Require that no file has changed.

        Raises:
            InputChanged: One has.
        """
        began = time.monotonic()
        for file, before in self._states.items():
            if _state(file) != before:
                raise InputChanged(
                    "The input {path} was changed or removed while it was read: run again when nothing writes to it.",
                    path=file,
                )
        now = time.monotonic()
        self._due = now + max(PAUSE, SHARE * (now - began))


def _rasters_in(folder: str) -> Iterator[str]:
    """Yield the rasters in a folder and those in it."""
    for place, folders, names in os.walk(folder):
        folders[:] = [each for each in folders if not each.startswith(".")]
        yield from (os.path.join(place, name) for name in names if name.lower().endswith(ENDINGS))


def _state(file: str) -> tuple[int, ...] | None:
    try:
        found = os.stat(file)
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_dev, found.st_ino


def log_leftovers(outputs: Iterable[NamedFile]) -> Iterator[Log]:
    """Log what runs that were stopped keep on the disk beside the outputs, and this run does not go on with."""
    mine = {unfinished_path(output.path) for output in outputs}
    for parent in sorted({path.parent for path in mine}):
        for folder, size in unfinished_results(parent):
            if folder not in mine:
                yield Log(
                    "{folder} holds {size:.0f} MB of a run that was stopped: the same run goes on from there; if you do not "
                    "want that, delete the folder.",
                    folder=str(folder),
                    size=size / 1e6,
                )
