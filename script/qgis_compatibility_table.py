"""Writes the results of script/matrix into the table of docs/compatibility.md."""

from __future__ import annotations

import json
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

from summarize_tests import Part

ROOT = Path(__file__).resolve().parents[1]
DOCUMENT = ROOT / "docs" / "compatibility.md"
BEGIN, END = "<!-- matrix -->", "<!-- /matrix -->"
SYSTEMS = {"bookworm": "Debian 12", "trixie": "Debian 13", "testing": "Debian testing"}
HEAD = "| system | QGIS | Qt | Python | GDAL | plugin | end to end | on |\n|---|---|---|---|---|---|---|---|"


def format_part(part: Part) -> str:
    """Return the results of a part of the tests as a cell of the table."""
    failed = f", **{len(part.failures)} failed**" if part.failures else ""
    skipped = f", {len(part.skips)} skipped" if part.skips else ""
    return f"{part.passed} passed{failed}{skipped}"


def format_row(release: str, reports: Path) -> str | None:
    """Return the line of a release; None if it was not tested."""
    failed, versions = reports / f"{release}.failed", reports / f"{release}.json"
    name, today = SYSTEMS[release], f"{datetime.now(UTC):%Y-%m-%d}"
    if failed.exists():
        return f"| {name} | **{failed.read_text().strip()}** | | | | | | {today} |"
    if not versions.exists():
        return None
    found = json.loads(versions.read_text())
    parts = [
        format_part(Part(part, part, 0 if path.exists() else 1, str(path)))
        for part in ("plugin", "end_to_end")
        for path in [reports / f"{release}.{part}.xml"]
    ]
    return (
        "| "
        + " | ".join([name, *(found[key] for key in ("QGIS", "Qt", "Python", "GDAL")), *parts, today])
        + " |"
    )


def update_table(text: str, reports: Path) -> str:
    """Return the document with the lines of the releases that were tested; others stay."""
    head, old, tail = re.split(f"{BEGIN}|{END}", text)
    known = {
        line.split(" | ")[0].removeprefix("| "): line
        for line in old.splitlines()
        if line.startswith("| Debian")
    }
    lines = [format_row(release, reports) or known.get(name) for release, name in SYSTEMS.items()]
    table = "\n".join([HEAD, *filter(None, lines)])
    qt6 = reports / "qt6.txt"
    qt6_line = qt6.read_text().strip() if qt6.exists() else old.strip().rpartition("\n")[2]
    return f"{head}{BEGIN}\n\n{table}\n\n{qt6_line}\n\n{END}{tail}"


def main() -> int:
    """Update the document, and print its table; return whether a test failed."""
    reports = Path(sys.argv[1])
    text = update_table(DOCUMENT.read_text(encoding="utf-8"), reports)
    DOCUMENT.write_text(text, encoding="utf-8")
    _, table, _ = re.split(f"{BEGIN}|{END}", text)
    print(table.strip())
    return "**" in table


if __name__ == "__main__":
    sys.exit(main())
