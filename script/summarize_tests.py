"""Summarizes what script/test ran: parts, failures, and skips with their reasons; exits with 1 if anything failed."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path


class Part:
    """The results of one part of the tests: the number that passed, the failures, and the reasons of skips; where it crashed."""

    def __init__(self, part: str, name: str, status: int, report: str) -> None:
        self.name = part if report != "-" else f"{part}: {name}"
        self.failures: list[str] = []
        self.skips: list[str] = []
        self.crash: list[str] = []
        self.passed = 0
        if report == "-":
            self.passed = int(status == 0)
        elif Path(report).exists():
            self._read(ElementTree.parse(report).getroot())  # noqa: S314  # pytest wrote it a moment ago
        if status != 0 and not self.failures:
            self.failures = [
                f"{self.name} ended with status {status}" + (" (no test was found)" if status == 5 else "")
            ]
            self.crash = _python_stacks(Path(report).with_suffix(".err"))

    def _read(self, report: ElementTree.Element) -> None:
        for case in report.iter("testcase"):
            skip = case.find("skipped")
            if case.find("failure") is not None or case.find("error") is not None:
                self.failures.append(f"{case.get('file') or case.get('classname')}: {case.get('name')}")
            elif skip is not None:
                self.skips.append(skip.get("message") or "no reason given")
            else:
                self.passed += 1

    def line(self) -> str:
        """Return the part's line of the summary."""
        verdict = "FAILED" if self.failures else "passed"
        return f"  {self.name:<18} {verdict}   " + format_counts(
            self.passed, len(self.failures), len(self.skips)
        )


def _python_stacks(errors: Path) -> list[str]:
    """Return what Python's fault handler wrote of each thread before a crash, without pytest's own calls."""
    lines = errors.read_text(encoding="utf-8", errors="replace").splitlines() if errors.exists() else []
    start = next((number for number, line in enumerate(lines) if "Fatal Python error" in line), len(lines))
    return [line for line in lines[start:] if "site-packages" not in line and line.strip()][:60]


def format_counts(passed: int, failed: int, skipped: int) -> str:
    """Return the three numbers with their names."""
    return f"{passed} passed, {failed} failed, {skipped} skipped"


def main() -> int:
    """Print the summary of the file that script/test names; return 1 if anything failed, else 0."""
    rows = [line.split("\t") for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    parts = [Part(part, name, int(status), report) for part, name, status, report in rows]
    print("\nSummary", *(part.line() for part in parts), sep="\n")
    if skips := Counter((reason, part.name) for part in parts for reason in part.skips):
        print("\nSkipped", *(f"  {n} × {part}: {reason}" for (reason, part), n in skips.items()), sep="\n")
    if failures := [failure for part in parts for failure in part.failures]:
        print("\nFailed", *(f"  {failure}" for failure in failures), sep="\n")
    for line in (line for part in parts for line in part.crash):
        print(line)
    passed, skipped = sum(part.passed for part in parts), sum(len(part.skips) for part in parts)
    print(f"\n{format_counts(passed, len(failures), skipped)}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
