"""The summary of a run of many rasters: what became of each, as a table and as text."""

from __future__ import annotations

import csv
import itertools
import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from ..errors import FinerError
from ..progress import format_duration
from ..translation import tr, tr_error

DONE, FAILED, NOT_RUN = "done", "failed", "not run"
COLUMNS = "raster", "state", "seconds", "result", "width", "height", "reason", "page"
"""Of the table; other programs read their names, which are the same in every language."""


class SummaryRow(NamedTuple):
    """What became of a raster."""

    raster: str
    state: str
    """DONE, FAILED or NOT_RUN."""
    seconds: float | None = None
    result: str = ""
    width: int | None = None
    height: int | None = None
    reason: str = ""
    """Why it failed: one sentence."""
    page: str = ""
    """Page of docs/ that says what to do."""


class RunSummary:
    """The rows of a run, in a file that is whole at any time.

    Args:
        path: the CSV file.
        rows: a list of `SummaryRow`, which the run changes.
    """

    def __init__(self, path, rows):
        self.path, self.rows = Path(path), rows

    def count(self, state):
        """Return how many rasters are in a state."""
        return sum(row.state == state for row in self.rows)

    def write(self):
        """Write the table; the one of before stays until this one is whole.

        Raises:
            FinerError: the folder cannot be written to.
        """
        staged = self.path.with_name(f".finer-{os.getpid()}-{self.path.name}")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            # With a byte-order mark, without which Excel takes UTF-8 for the code page of Windows.
            with open(staged, "w", encoding="utf-8-sig", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(COLUMNS)
                for row in self.rows:
                    writer.writerow(["" if value is None else value for value in self._cells(row)])
            os.replace(staged, self.path)
        except OSError as error:
            with suppress(OSError):
                staged.unlink()
            raise FinerError(
                "The summary {path} cannot be written ({reason}): close what uses it, or choose another OUTPUT.",
                path=self.path,
                reason=error.strerror,
            ) from None

    def write_again(self, feedback):
        """Write the table during a run, which goes on where a program that shows the table keeps it from being replaced."""
        try:
            self.write()
        except FinerError as error:
            feedback.pushWarning(tr_error(error))

    def write_last(self):
        """Write the table of a run that has ended, beside the one of before where that cannot be replaced.

        Raises:
            FinerError: the folder cannot be written to.
        """
        try:
            self.write()
        except FinerError:
            self.path = next(path for path in self._other_paths() if not path.exists())
            self.write()

    def _other_paths(self):
        return (self.path.with_name(f"{self.path.stem}_{number}.csv") for number in itertools.count(2))

    def text(self):
        """Return the summary for a log: how many are done, and what became of the others."""
        lines = [
            tr(
                "Summary of {count} rasters: {done} done, {failed} failed, {left} not run.",
                count=len(self.rows),
                done=self.count(DONE),
                failed=self.count(FAILED),
                left=self.count(NOT_RUN),
            )
        ]
        for row in self.rows:
            if row.state == DONE:
                lines.append(f"✓ {row.raster} → {row.result} ({format_duration(row.seconds)})")
            elif row.state == FAILED:
                lines.append(f"✗ {row.raster}: {row.reason}")
        lines.append(tr("The table: {path}", path=self.path))
        return "\n".join(lines)

    def refuse_if_all_failed(self):
        """Raise why there is no result at all.

        Raises:
            FinerError: all rasters have failed.
        """
        if self.count(DONE) or not self.rows:
            return
        first = next(row for row in self.rows if row.state == FAILED)
        error = FinerError(
            "None of the {count} rasters could be super-resolved. {raster}: {reason} The reasons for all are "
            "in {path}.",
            count=len(self.rows),
            raster=first.raster,
            reason=first.reason,
            path=self.path,
        )
        error.page = first.page
        raise error

    @staticmethod
    def _cells(row):
        seconds = None if row.seconds is None else round(row.seconds, 1)
        return row._replace(seconds=seconds)
