"""Guards the files of a job, which follow from its schema, before and while it runs."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ..atomic_write import publish_if
from ..progress import Log
from ..resumable_output import unfinished_path
from ..staging_folders import unfinished_results
from ._input_change_watch import FileState, Work, watch_inputs
from ._output_checks import require_outputs
from ._output_overlap import IN, OUT, NamedFile, named_files, refuse_overlap

PIXELS = ("raster-in", "folder-in", "product-in")
"""Formats of inputs that a job reads over a long time."""


def guard_files(run: Callable[[Any], Work]) -> Callable[[Any], Work]:
    """Return a job's `run` that refuses outputs before it begins, and ends when an input changes meanwhile.

    Raises:
        InputError: An output is an input, or another output, or has a name of another format.
        OutputError: An output cannot be written.
        InputChanged: An input is not what it was at the beginning; no result is written.
    """

    @functools.wraps(run)
    def checked(job: Any) -> Work:
        inputs = [each for each in named_files(job) if each.format.endswith(IN)]
        outputs = [each for each in named_files(job) if each.format.endswith(OUT)]
        aside = [NamedFile("output", "file-out", path) for path in job.side_files()]
        refuse_overlap(inputs, [*outputs, *aside], job.replaces)
        require_outputs([*outputs, *aside], job.replaces)
        yield from log_leftovers(outputs)
        written = [each.path for each in (*outputs, *aside)]
        state = FileState.of((each for each in inputs if each.format in PIXELS), written)
        with publish_if(state.require, *written):
            return (yield from watch_inputs(run(job), state))

    return checked


def log_leftovers(outputs: Iterable[NamedFile]) -> Iterator[Log]:
    """Log files that stopped runs left beside the outputs, and that this run does not continue."""
    mine = {unfinished_path(output.path) for output in outputs}
    for parent in sorted({path.parent for path in mine}):
        for folder, size in unfinished_results(parent):
            if folder not in mine:
                yield Log(
                    "{folder} holds {size:.0f} MB of a run that was stopped: the same run continues from there; "
                    "if you do not want that, delete the folder.",
                    folder=str(folder),
                    size=size / 1e6,
                )
