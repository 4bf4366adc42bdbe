"""A graphics card in one table: the CPU's results, share of the peak, training, too little memory.

Run by `script/gpu`, which needs no QGIS and no network. Each row is measured in a process of its own, within a time of its
own and within that for all; one that is not measured, or not whole, is named.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from benchmarks._document import ROOT, Results
from benchmarks._gpu_rows import rows
from benchmarks._gpu_work import FULL, QUICK, RowSettings
from benchmarks._rows import Budget, Outcome, command_of, content, is_well, print_findings, summary
from sr_core.device import resolve
from sr_core.errors import SrError

SECONDS = 480
TRIAL = 4
"""Times as long for every row of a trial: it goes without a graphics card, and beside other work."""


def main(asked: argparse.Namespace) -> int:
    """Measure the rows, keep the table after each, and print it; return 1 if something is not as it should be."""
    folder: Path = asked.out
    folder.mkdir(parents=True, exist_ok=True)
    log, results = folder / "gpu.log", folder / "gpu.json"
    for old in (log, results):
        old.unlink(missing_ok=True)
    kept, outcomes, budget = Results(results), {}, Budget(asked.budget, asked.spent)
    patience = TRIAL if asked.quick else 1
    options = ["--device", asked.device, *(["--quick"] if asked.quick else [])]
    for name, row in rows(QUICK if asked.quick else FULL).items():
        if asked.only and name not in asked.only:
            continue
        row = row._replace(most=patience * row.most)
        print(f"{row.title} …", file=sys.stderr, flush=True)
        outcomes[row.title] = outcome = budget.run(row, command_of(name, *options), log)
        kept.keep(name, {"title": row.title, **outcome.dump()})
        (folder / "gpu.md").write_text(page(outcomes, asked, budget), encoding="utf-8")
    print((folder / "gpu.md").read_text(encoding="utf-8"))
    return 0 if is_well(outcomes) else 1


def page(outcomes: dict[str, Outcome], asked: argparse.Namespace, budget: Budget) -> str:
    """What is written and printed: the table, and under it what came of all of it."""
    what = f"script/gpu on {asked.device}{', with small sizes: only a trial' if asked.quick else ''}"
    took = f"{budget.seconds - budget.left():.0f} of at most {budget.seconds:.0f} s"
    return f"{what}; {took}.\n\n{content(outcomes)}\n\n{summary(outcomes)}\n"


def parse_arguments(arguments: list[str]) -> argparse.Namespace:
    """The options."""
    options = argparse.ArgumentParser(prog="script/gpu", description=__doc__)
    options.add_argument("--device", default="cuda")
    options.add_argument(
        "--quick", action="store_true", help="with small sizes, to try whether all of it runs"
    )
    options.add_argument("--only", nargs="*", choices=rows(), help="measure these rows")
    options.add_argument(
        "--budget", type=float, help=f"seconds for all of it; {SECONDS}, of a trial {TRIAL} times that"
    )
    options.add_argument("--spent", type=float, default=0, help=argparse.SUPPRESS)
    options.add_argument("--row", choices=rows(), help=argparse.SUPPRESS)
    options.add_argument("--seconds", type=float, default=SECONDS, help=argparse.SUPPRESS)
    out = Path(os.environ.get("OUT") or ROOT / "build" / "gpu")
    options.add_argument("--out", type=Path, default=out, help="folder of the results; $OUT, or build/gpu")
    asked = options.parse_args(arguments)
    if asked.budget is None:
        asked.budget = SECONDS * (TRIAL if asked.quick else 1)
    return asked


if __name__ == "__main__":
    asked = parse_arguments(sys.argv[1:])
    try:
        device = resolve(asked.device)
    except SrError as error:
        sys.exit(f"script/gpu: {error}")
    if asked.row:
        print_findings(
            rows(QUICK if asked.quick else FULL)[asked.row].work(
                RowSettings(device, asked.quick, asked.seconds)
            )
        )
    else:
        sys.exit(main(asked))
