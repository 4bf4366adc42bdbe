"""Which files layers are read from: results must not take their place, nor they change while they are read.

The engine refuses too (sr_core/jobs/_output_overlap.py, _input_change_watch.py), but it sees neither the files of a layer that QGIS reads for it, nor those
that an earlier step of a workflow reads.
"""

from __future__ import annotations

import itertools
import os
import re
from contextlib import contextmanager, suppress
from pathlib import Path

from ..errors import FinerError
from ..model_library import resolve_model
from ..parameters import fields, files_out, kind
from .vrt_source_names import read_vrt, source_names

HANDLERS = re.compile(r"/vsi[a-z0-9_]+/", re.IGNORECASE)
COME_AND_GO = (".aux.xml", ".ovr")
"""Files that QGIS writes beside a raster that it shows, without a change of its pixels."""

BESIDE = ("", ".aux.xml", ".ovr", ".msk")


def refuse_overlap(asked, schema, results=None):
    """Refuse a result that is the file of an input, or of what an input is read from.

    Args:
        asked: the algorithm and the values of its parameters.
        schema: that of the job, or of a workflow's parameters; its `replaces` says what is replaced in output folders.
        results: keys of the results; None: those of the schema.

    Raises:
        FinerError: one is.
    """
    keys = [name.upper() for name in files_out(schema)] if results is None else list(results)
    outputs = {key: asked.read("FileOutput", key) for key in keys if asked.raw(key) is not None}
    for (key, path), (other, second) in itertools.combinations(outputs.items(), 2):
        if os.path.realpath(path) == os.path.realpath(second):
            raise FinerError(
                "{name} and {other} would be written to the same place, {output}: choose another name for one of them.",
                name=key,
                other=other,
                output=second,
            )
    taken = {key: path for key, path in outputs.items() if path and os.path.exists(path)}
    for source in _sources(asked, schema) if taken else ():
        read = files_of(source)
        for key, path in taken.items():
            entries = schema.get("replaces", {}).get(key.lower())
            if any(_replaces(path, file, entries) for file in read):
                raise FinerError(
                    "{name} {output} would replace the input {input}: choose another name.",
                    name=key,
                    output=path,
                    input=source,
                )


def _sources(asked, schema):
    """Yield what the inputs are read from, as QGIS names it."""
    for name, spec in schema["properties"].items():
        key, what = name.upper(), kind(spec)
        if not str(what).endswith("-in") or what == "folder-in" or asked.raw(key) is None:
            continue
        if what in ("raster-in", "polygons-in"):
            layer = asked.read("RasterLayer" if what == "raster-in" else "VectorLayer", key)
            if layer is not None:
                yield layer.source()
        elif name in fields(schema, "srpks-in"):
            yield from (resolve_model(path) for path in asked.read("FileList", key))
        else:
            yield resolve_model(asked.read("File", key)) if what == "srpk-in" else asked.read("File", key)


@contextmanager
def refuse_changes(source):
    """Refuse what was read in the block, if a file of its source has changed meanwhile.

    Raises:
        FinerError: one has.
    """
    before = {file: _state(file) for file in files_of(source) if not file.endswith(COME_AND_GO)}
    yield
    for file, state in before.items():
        if _state(file) != state:
            raise FinerError(
                "The input {path} was changed or removed while it was read: run again when nothing writes to it.",
                path=file,
            )


def _state(file):
    """Return size, time of change, and which file it is; None if it is gone."""
    try:
        found = os.stat(file)
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_dev, found.st_ino


def files_of(source):
    """Return the existing files that a source of QGIS or GDAL is read from, with links followed."""
    found, waiting, seen = set(), [source], set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        for file in _files_in(name):
            if file not in found:
                found.update(file + ending for ending in BESIDE)
                waiting.extend(_vrt_sources(file))
        if name.lstrip().startswith("<"):
            waiting.extend(_names_in(name, ""))
    return {file for file in found if os.path.isfile(file)}


def _files_in(name):
    """Yield the existing files that a name leads to or through."""
    if name.lstrip().startswith("<"):
        return
    name = name.partition("|")[0]
    texts = {name, *re.findall(r"[\"'{]([^\"'{}]+)[\"'}]", name), *name.split(":")}
    if ":" in name:
        texts.add(name.partition(":")[2])
        texts.add(name.partition(":")[2].rpartition(":")[0])
    for text in texts:
        inner = HANDLERS.sub("/", text) if HANDLERS.match(text) else text
        for start in (inner, re.sub(r"^/+", "/", inner), inner.lstrip("/")):
            path = re.sub(r"[{}]", "", start.partition("?")[0]).strip()
            with suppress(OSError, ValueError):
                while path and path != os.path.dirname(path) and not os.path.isdir(path):
                    if os.path.isfile(path):
                        yield os.path.realpath(path)
                        break
                    path = os.path.dirname(path.rstrip("/"))


def _vrt_sources(file):
    with suppress(OSError):
        yield from _names_in(read_vrt(file), os.path.dirname(file))


def _names_in(text, folder):
    for name in source_names(text):
        yield os.path.join(folder, name)  # the same, if it is absolute
        yield name


def _replaces(path, file, entries):
    """Whether a result is a file or holds it; of a folder in which only these entries are replaced, whether one does."""
    if os.path.isdir(path):
        inside = Path(os.path.realpath(path)) in Path(file).parents
        first = inside and Path(os.path.relpath(file, os.path.realpath(path))).parts[0]
        return inside and (entries is None or first in entries)
    with suppress(OSError):
        return os.path.samefile(path, file)
    return False
