"""Rows of a table, each measured in a process of its own and within a time: what one loses, the others keep."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks._result_tables import ROOT, table


class Finding(NamedTuple):
    """A line of the table."""

    what: str
    found: str
    wanted: str = ""
    """What it was to be, where that is known."""
    right: bool | None = None
    """Whether it is that; none where nothing is wanted."""
    numbers: Mapping[str, float] = {}
    """What `found` says, for programs."""


def at_most(what: str, value: float, limit: float, unit: str = "") -> Finding:
    """Return the finding about a number that must not be larger than a limit, and must be a number."""
    right = bool(value <= limit)  # not true of what is no number
    return Finding(what, f"{value:.2g}{unit}", f"≤ {limit:g}{unit}", right, {"value": value})


def at_least(what: str, value: float, limit: float, found: str, wanted: str) -> Finding:
    """Return the finding about a number that is to reach a limit; `found` and `wanted` say both in words."""
    return Finding(what, found, wanted, bool(value >= limit), {"value": value})


class Row(NamedTuple):
    """Something to measure."""

    title: str
    work: Callable[[Any], Iterator[Finding]]
    """Yields what it finds as it finds it."""
    most: float
    """Seconds after which it is ended."""
    least: float
    """Seconds without which it need not begin."""


@dataclass(frozen=True)
class Outcome:
    """What became of a row."""

    findings: Sequence[Finding]
    seconds: float
    ended: str = ""
    """Why it is not whole; nothing if it is."""
    failed: bool = False
    """Whether that is a fault, and not for want of time."""

    def dump(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return {
            "seconds": round(self.seconds, 1),
            "ended": self.ended,
            "failed": self.failed,
            "findings": [finding._asdict() for finding in self.findings],
        }


class Budget:
    """The time that all rows may take together (seconds)."""

    def __init__(self, seconds: float, spent: float = 0, clock: Callable[[], float] = time.monotonic) -> None:
        self.seconds, self._clock = seconds, clock
        self._began = clock() - spent

    def left(self) -> float:
        """Return the seconds that are left."""
        return self.seconds - (self._clock() - self._began)

    def run(self, row: Row, command: Sequence[str], log: Path) -> Outcome:
        """Measure a row in a process of its own.

        Args:
            row: What is measured, and how long it may take.
            command: What starts the process, which prints its findings as `print_findings` does.
            log: File to which all else that it prints is appended.
        """
        left = self.left()
        if left < row.least:
            why = f"left out: {max(0, left):.0f} s were left of {self.seconds:.0f}, and it needs {row.least:.0f}"
            return Outcome((), 0, why)
        limit = min(row.most, left)
        began = self._clock()
        findings, status, last = _run_to_limit([*command, "--seconds", f"{limit:.0f}"], limit, log)
        took = self._clock() - began
        if status is None:
            return Outcome(findings, took, f"ended after its {limit:.0f} s")
        if status:
            return Outcome(findings, took, f"failed: {last or f'status {status}'}", failed=True)
        return Outcome(findings, took)


def print_findings(findings: Iterable[Finding]) -> None:
    """Print findings for the process that started this one, each as soon as it is there."""
    for finding in findings:
        print(MARK + json.dumps(finding._asdict()), flush=True)


MARK = "finding: "
"""Begins a line that is a finding: libraries print lines of their own."""


def _run_to_limit(command: Sequence[str], limit: float, log: Path) -> tuple[list[Finding], int | None, str]:
    """Return what a process finds, its exit status (None if it was ended at the limit), and the last line of its log."""
    with log.open("a", encoding="utf-8") as said, log.with_suffix(".found").open("w+") as found:
        said.write(f"\n$ {' '.join(command)}\n")
        said.flush()
        process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=found, stderr=said, start_new_session=True
        )
        try:
            status: int | None = process.wait(limit)
        except subprocess.TimeoutExpired:
            status = None
        finally:
            _end(process)
        found.seek(0)
        lines, last = found.read().splitlines(), _last_line(log)
        said.writelines(f"{line}\n" for line in lines if not line.startswith(MARK))
    log.with_suffix(".found").unlink()
    return (
        [Finding(**json.loads(line.removeprefix(MARK))) for line in lines if line.startswith(MARK)],
        status,
        last,
    )


def _end(process: subprocess.Popen[Any]) -> None:
    """End a process and those that it started, which share its session."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _last_line(log: Path) -> str:
    """Return the last line that a process has logged: if it failed, the exception."""
    lines = [line.strip() for line in log.read_text(encoding="utf-8", errors="replace").splitlines()]
    last = next((line for line in reversed(lines) if line), "")
    return "" if last.startswith("$ ") else last[:300]


def content(outcomes: Mapping[str, Outcome]) -> str:
    """Return one table of all rows."""
    lines: list[tuple[str, ...]] = []
    for title, outcome in outcomes.items():
        took = f"{outcome.seconds:.0f} s" if outcome.seconds else ""
        ended = f"**{outcome.ended}**" if outcome.failed else outcome.ended
        lines.append((f"**{title}**", _cell(ended), "", "", took))
        lines += [
            (_cell(finding.what), _cell(finding.found), _cell(finding.wanted), _verdict(finding.right), "")
            for finding in outcome.findings
        ]
    return table(("", "found", "wanted", "", "time"), lines, align=":--")


def _verdict(right: bool | None) -> str:
    return "" if right is None else "yes" if right else "**no**"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def summary(outcomes: Mapping[str, Outcome]) -> str:
    """Return in a sentence how many results are as wanted."""
    verdicts = [
        each.right for outcome in outcomes.values() for each in outcome.findings if each.right is not None
    ]
    partly = [title for title, outcome in outcomes.items() if outcome.ended]
    said = f"{sum(verdicts)} of {len(verdicts)} results are as wanted."
    return f"{said} Not measured, or not whole: {', '.join(partly)}." if partly else said


def is_well(outcomes: Mapping[str, Outcome]) -> bool:
    """Return whether nothing failed and no result is wrong; rows that had no time count as neither."""
    return not any(
        outcome.failed or any(each.right is False for each in outcome.findings)
        for outcome in outcomes.values()
    )


def command_of(row: str, *options: str) -> list[str]:
    """Return the command that measures a row."""
    return [sys.executable, str(ROOT / "benchmarks" / "gpu.py"), *options, "--row", row]
