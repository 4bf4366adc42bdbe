"""Downloads a model of the catalogue, checks it and adds it to the model library; what was begun is gone on with."""

from __future__ import annotations

import errno
import hashlib
import shutil
import time
from contextlib import closing, suppress
from pathlib import Path

from .. import model_file, model_library
from ..engine import light_engine_limits, locate, user_settings, worker
from ..engine.event_constructors import log, progress
from ..errors import FinerError
from ..temporary_space import FULL
from ..translation import format_number
from .transfer import receive

KEPT = 30 * 86400
"""Seconds after which a download that nobody has gone on with is deleted."""
EXCESS = 2
"""A file that is this many times as large as the catalogue says is another one."""
IMPORTING = 0.6
"""Where in the progress the import begins."""
PIECE = 2**20


def get_model(entry, is_cancelled):
    """Add a model of the catalogue to the library; yield events, the last of them `done` with the path of the model.

    Raises:
        FinerError: it could not be downloaded, is another file than the catalogue says, or cannot be imported.
        Cancelled: the user cancelled; what was downloaded is kept.
    """
    yield from _describe(entry)
    path = find_in_library(entry)
    if path:
        yield log("The model is in your library already: {path}", path=path)
    else:
        if not entry.is_package:
            _require_engine()
        file = yield from download(entry, is_cancelled)
        path = yield from _add_to_library(entry, file, is_cancelled)
        shutil.rmtree(file.parent, ignore_errors=True)
        yield log("The model is in your library: {path}", path=path)
    yield {"event": "done", "result": {"OUTPUT": str(path), "NAME": Path(path).stem}}


def find_in_library(entry):
    """Return the path of the model that was made of the entry's very file; None if there is none."""
    for name, path in model_library.list_models().items():
        with suppress(FinerError, OSError):  # a file that is no model
            if entry.is_package:
                if name.casefold().startswith(entry.id.casefold()) and _checksum(path) == entry.sha256:
                    return path
            elif model_file.read(path).imported_sha256 == entry.sha256:
                return path
    return None


def download(entry, is_cancelled):
    """Download the file of an entry and check it; yield events and return its path.

    It grows under another name in a folder of its own, from which a run that follows goes on.

    Raises:
        FinerError: it could not be downloaded, or is another file than the catalogue says.
        Cancelled: the user cancelled.
    """
    downloads = user_settings.home() / "downloads"
    folder = downloads / entry.sha256[:16]
    path, part = folder / (entry.id + entry.suffix), folder / (entry.id + ".part")
    try:
        _delete_old(downloads, folder)
        folder.mkdir(parents=True, exist_ok=True)
        if path.exists() and _checksum(path) == entry.sha256:
            return path
        was_begun = part.exists() and part.stat().st_size > 0
        yield from _fill(part, entry, is_cancelled)
        if was_begun and _checksum(part) != entry.sha256:
            part.unlink()
            yield log("The earlier partial download is of another file: the download starts again.")
            yield from _fill(part, entry, is_cancelled)
        if _checksum(part) != entry.sha256:
            part.unlink()
            raise FinerError(
                "{address} is not the file that the catalogue describes (its SHA-256 differs), and the "
                "downloaded copy was deleted. Tell the catalogue's maintainer.",
                address=entry.url,
            )
        part.replace(path)
    except OSError as error:
        if error.errno in FULL:
            shutil.rmtree(folder, ignore_errors=True)
            raise FinerError(
                "There is not enough disk space for {size} MB in {folder}: delete files on its disk, or set "
                "another folder of Finer's files in its settings.",
                size=format_number(entry.size / 1e6, ".1f"),
                folder=downloads,
            ) from None
        raise FinerError(
            "The folder {folder} cannot be written to ({reason}): set another folder of Finer's files in its settings.",
            folder=downloads,
            reason=error.strerror or errno.errorcode.get(error.errno, error),
        ) from None
    return path


def _fill(part, entry, is_cancelled):
    """Receive what is missing of a file."""
    with (
        part.open("ab") as file,
        closing(receive(entry.url, is_cancelled, file.tell(), lambda: file.truncate(0))) as pieces,
    ):
        for piece in pieces:
            file.write(piece)
            length = file.tell()
            if length > EXCESS * entry.size + PIECE:
                file.truncate(0)
                raise FinerError(
                    "{address} is far larger than the catalogue says, so it is not the file described. Tell the "
                    "catalogue's maintainer.",
                    address=entry.url,
                )
            yield progress(
                IMPORTING * min(1, length / entry.size),
                "Downloading {name}: {done} of {size} MB",
                name=entry.id,
                done=format_number(length / 1e6, ".1f"),
                size=format_number(entry.size / 1e6, ".1f"),
            )


def _add_to_library(entry, file, is_cancelled):
    """Return the path of the model package in the library that was made of a downloaded file."""
    yield progress(IMPORTING, "Adding {name} to the model library", name=entry.id)
    try:
        if entry.is_package:
            return model_library.add(file)
        target = model_library.free_path(entry.id)
        for event in worker.run_job(entry.import_job(file, target), is_cancelled):
            if event["event"] == "progress":
                yield {**event, "fraction": IMPORTING + (1 - IMPORTING) * event["fraction"]}
            elif event["event"] != "done":
                yield event
        return target
    except OSError as error:
        raise FinerError(
            "The model library {folder} cannot be written to ({reason}): set another in the settings of Finer.",
            folder=user_settings.library_folder(),
            reason=error.strerror or error,
        ) from None


def _require_engine():
    """Require an engine that imports models, before anything is downloaded for it.

    Raises:
        FinerError: there is none, or it is the light one.
    """
    locate.find_engine_python()
    lack = light_engine_limits.describe_lack({"complete_engine": True})
    if lack:
        raise FinerError("{reason}", reason=lack)


def _describe(entry):
    """Log whose model it is and under which licence, before anything is downloaded."""
    yield log("{name}, by {authors}", name=entry.name, authors=entry.authors)
    yield log("Licence: {licence}", licence=entry.licence)
    if entry.is_non_commercial:
        yield log("This licence does not allow commercial use.")


def _delete_old(downloads, own):
    for folder in downloads.glob("*") if downloads.is_dir() else ():
        with suppress(OSError):
            if folder != own and time.time() - folder.stat().st_mtime > KEPT:
                shutil.rmtree(folder, ignore_errors=True)


def _checksum(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while piece := file.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()
