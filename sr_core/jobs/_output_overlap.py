"""Refuses outputs that would replace an input, or another output."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from ..atomic_write import followed
from ..errors import InputError
from ..parameter_types import widget_format
from ..raster.input_files import files_of
from ..raster.sidecars import sidecars
from ..resumable_output import unfinished_path
from ..schema import Config

IN, OUT = "-in", "-out"
"""Endings of the schema's formats for inputs and outputs: raster-in, srpk-in, raster-out, html-out."""


class NamedFile(NamedTuple):
    """A path that a user gave, or that follows from one."""

    field: str
    format: str
    path: str


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
        inputs: Files and folders that the job reads.
        outputs: Files and folders that the job writes.
        replaces: by field of an output folder, the entries that are replaced in it; all, where it is not named.

    Raises:
        InputError: An output would replace one of these.
    """
    inputs, outputs = list(inputs), list(outputs)
    targets = [(output, _list_replaced(output, replaces)) for output in outputs]
    existing = [each for _, replaced in targets for each in replaced if os.path.exists(each)]
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


def _list_replaced(output: NamedFile, replaces: Mapping[str, tuple[str, ...]]) -> list[Path]:
    """Return the paths that an output replaces: a file and its sidecars, or entries of a folder."""
    target = followed(output.path)
    if output.format != "folder-out":
        beside = sidecars(target) if output.format in ("raster-out", "mosaic-out") else []
        return [real_path(each) for each in (target, *beside)]
    if output.field not in replaces:
        return [real_path(target)]
    if not replaces[output.field]:
        return []
    return [real_path(target / name) for name in replaces[output.field]] + [
        real_path(unfinished_path(target))
    ]


def _read_files(given: NamedFile, existing: Iterable[Path]) -> list[Path]:
    """Return what an input is read from: the files, and the name under which it was given where that is a link."""
    path = os.path.abspath(given.path)
    found = {real_path(Path(path)), Path(os.path.realpath(path))}
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


def real_path(path: Path) -> Path:
    """Return a path with the links of its folders followed, and not its own."""
    return Path(os.path.realpath(path.parent)) / path.name


def _covers(taken: Path, file: Path) -> bool:
    """Whether a file is replaced where `taken` is: it is the same, by whatever name, or lies in it."""
    if fold_case(file) == fold_case(taken) or fold_case(taken) in map(fold_case, file.parents):
        return True
    with suppress(OSError):
        return os.path.samefile(taken, file)
    return False


def fold_case(path: Path) -> str:
    """Return a path in the form in which the system compares names."""
    text = os.path.normcase(path)
    return text.casefold() if sys.platform == "darwin" else text


def _is_same_file(one: str, other: str) -> bool:
    """Whether two paths are those of one file, by whatever names."""
    with suppress(OSError, ValueError):
        return os.path.samefile(one, other)
    return _is_same_name(one, other)


def _is_same_name(one: str, other: str) -> bool:
    """Whether two paths are the same name in the same folder, and not a link to it."""
    return fold_case(real_path(Path(one).absolute())) == fold_case(real_path(Path(other).absolute()))
