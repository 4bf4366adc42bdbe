"""Measures a graphics card in one table: agreement with the CPU, share of the peak, training, work in too little memory.

Run by `script/gpu`, which needs no QGIS and no network. Each row is measured in a process of its own, within its time limit
and within the limit for all rows; the page names rows that were not measured, or not to their end.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from benchmarks._gpu_correctness_rows import agreement_row, tests_row
from benchmarks._gpu_device_row import device_row
from benchmarks._gpu_measurement import EDSR, FULL, QUICK, RowSettings, Sizes
from benchmarks._gpu_memory_rows import memory_row, short_memory_row
from benchmarks._gpu_speed_rows import convolutional_row, diffusion_row, job_row
from benchmarks._gpu_training_rows import training_row
from benchmarks._result_tables import ROOT, Results
from benchmarks._subprocess_rows import (
    Budget,
    Outcome,
    Row,
    command_of,
    content,
    is_well,
    print_findings,
    summary,
)
from sr_core.device import resolve
from sr_core.errors import SrError

SECONDS = 480
"""Time limit of all rows together."""
TRIAL = 4
"""Factor of all time limits in a trial with small sizes, which runs without a graphics card and beside other work."""


def list_rows(sizes: Sizes = FULL) -> dict[str, Row]:
    """Return all rows by name, the most important first."""
    small = "" if sizes is FULL else ", small"
    found = {
        "device": Row("The device", device_row, 60, 10),
        "agreement": Row("The CPU's results", agreement_row, 90, 15),
        "tests": Row("Tests", tests_row, 180, 30),
        "short": Row("Too little memory", short_memory_row, 60, 15),
        "edsr": Row("EDSR baseline ×4", lambda settings: convolutional_row(settings, EDSR), 60, 15),
        "rrdb": Row(f"RRDB-23 ×4{small}", lambda settings: convolutional_row(settings, sizes.rrdb), 60, 15),
    }
    for which, size in enumerate(("sr3", "sr3-large")):
        for sampler in ("DPM-15", "DDIM-200"):
            found[f"{size}-{sampler}"] = Row(
                f"SR3-{sizes.diffusion[which]}, {sampler}",
                lambda settings, which=which, sampler=sampler: diffusion_row(settings, which, sampler),
                70, 20,
            )  # fmt: skip
    return found | {
        "training": Row("A training step", training_row, 60, 20),
        "memory": Row(f"Memory, EDSR{small}", memory_row, 40, 15),
        "job": Row(f"The whole job, EDSR{small}", job_row, 60, 25),
        "edsr-paper": Row(f"EDSR of the paper ×4{small}", lambda settings: convolutional_row(settings, sizes.edsr), 60, 15),
        "sr3-compiled": Row(
            f"SR3-{sizes.diffusion[0]}, DPM-15, compiled", lambda settings: diffusion_row(settings, 0, "DPM-15", True),
            150, 60,
        ),
    }  # fmt: skip


def main(settings: argparse.Namespace) -> int:
    """Measure the rows, write the table after each row, and print it at the end; return 1 if a finding is not as wanted."""
    folder: Path = settings.out
    folder.mkdir(parents=True, exist_ok=True)
    log, results = folder / "gpu.log", folder / "gpu.json"
    for old in (log, results):
        old.unlink(missing_ok=True)
    kept, outcomes, budget = Results(results), {}, Budget(settings.budget, settings.spent)
    patience = TRIAL if settings.quick else 1
    options = ["--device", settings.device, *(["--quick"] if settings.quick else [])]
    for name, row in list_rows(QUICK if settings.quick else FULL).items():
        if settings.only and name not in settings.only:
            continue
        row = row._replace(most=patience * row.most)
        print(f"{row.title} …", file=sys.stderr, flush=True)
        outcomes[row.title] = outcome = budget.run(row, command_of(name, *options), log)
        kept.keep(name, {"title": row.title, **outcome.dump()})
        (folder / "gpu.md").write_text(page(outcomes, settings, budget), encoding="utf-8")
    print((folder / "gpu.md").read_text(encoding="utf-8"))
    return 0 if is_well(outcomes) else 1


def page(outcomes: dict[str, Outcome], settings: argparse.Namespace, budget: Budget) -> str:
    """Return the page: how it was measured, the table of findings, and a summary."""
    what = f"script/gpu on {settings.device}{', with small sizes: only a trial' if settings.quick else ''}"
    took = f"{budget.seconds - budget.left():.0f} of at most {budget.seconds:.0f} s"
    return f"{what}; {took}.\n\n{content(outcomes)}\n\n{summary(outcomes)}\n"


def parse_arguments(arguments: list[str]) -> argparse.Namespace:
    """Return the options of `script/gpu`, read from its arguments."""
    options = argparse.ArgumentParser(prog="script/gpu", description=__doc__)
    options.add_argument("--device", default="cuda")
    options.add_argument(
        "--quick", action="store_true", help="with small sizes, to try whether all of it runs"
    )
    options.add_argument("--only", nargs="*", choices=list_rows(), help="measure these rows")
    options.add_argument(
        "--budget", type=float, help=f"seconds for all of it; {SECONDS}, of a trial {TRIAL} times that"
    )
    options.add_argument("--spent", type=float, default=0, help=argparse.SUPPRESS)
    options.add_argument("--row", choices=list_rows(), help=argparse.SUPPRESS)
    options.add_argument("--seconds", type=float, default=SECONDS, help=argparse.SUPPRESS)
    out = Path(os.environ.get("OUT") or ROOT / "build" / "gpu")
    options.add_argument("--out", type=Path, default=out, help="folder of the results; $OUT, or build/gpu")
    settings = options.parse_args(arguments)
    if settings.budget is None:
        settings.budget = SECONDS * (TRIAL if settings.quick else 1)
    return settings


if __name__ == "__main__":
    settings = parse_arguments(sys.argv[1:])
    try:
        device = resolve(settings.device)
    except SrError as error:
        sys.exit(f"script/gpu: {error}")
    if settings.row:
        print_findings(
            list_rows(QUICK if settings.quick else FULL)[settings.row].work(
                RowSettings(device, settings.quick, settings.seconds)
            )
        )
    else:
        sys.exit(main(settings))
