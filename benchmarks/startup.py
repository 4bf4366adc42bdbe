"""A small job: how long it takes alone and beside busy programs, and what each job imports before it begins.

Run by `script/bench startup`. Rows of the first table are measured in turn, so that whatever else the machine does slows all
alike; each run is a process of its own, as QGIS starts it. The tables of docs/performance.md are made from
benchmarks/results/startup.json by --write.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

import torch

from benchmarks._classify_pixels_run import classify, raster
from benchmarks._result_tables import ONLY, RESULTS, ROOT, Results, machine, table, write
from sr_core.jobs import Job

DOCUMENT = ROOT / "docs" / "performance.md"
MODEL = ROOT / "models" / "naip_0.6m_rgbn_x4_edsr.srpk"
SIDE, BANDS = 256, 4
BUSY = 2
"""Programs beside it that never wait."""

WAITING = {
    "sleep": ["-m", "sr_core"],
    "spin": ["-c", "import sys; from sr_core.command_line import main; sys.exit(main())"],
}
"""How the engine is started, by how threads wait: as the engine sets it, and as the libraries do by themselves."""

SHOWN = {
    "torch": ("torch", "torchgen", "jaxtyping", "safetensors"),
    "rasterio": ("rasterio", "affine", "attr", "click", "certifi"),
    "odc-geo": ("odc", "pyproj", "shapely", "cachetools"),
    "numpy": ("numpy",),
    "pydantic": ("pydantic", "pydantic_core", "annotated_types", "typing_inspection", "typing_extensions"),
    "onnxruntime": ("onnxruntime",),
    "Finer": ("sr_core",),
}
"""By column, the packages whose modules count there."""


@contextmanager
def busy_programs(count: int) -> Iterator[None]:
    """Keep so many processor cores busy within the block."""
    programs = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(count)]
    try:
        yield
    finally:
        for program in programs:
            program.kill()
            program.wait()


def small_job(rounds: int) -> dict[str, dict[str, dict[str, float]]]:
    """Medians of wall and processor seconds and the most memory, by how threads wait and what runs beside it."""
    runs: dict[tuple[str, int], list[Any]] = {
        (waiting, busy): [] for waiting in WAITING for busy in (0, BUSY)
    }
    with tempfile.TemporaryDirectory() as scratch:
        source = raster(Path(scratch) / "lr.tif", SIDE, BANDS)
        for _ in range(rounds):
            for (waiting, busy), found in runs.items():
                with busy_programs(busy):
                    found.append(classify(Path(scratch), source, MODEL, "cpu", WAITING[waiting]))
    measured: dict[str, dict[str, dict[str, float]]] = {}
    for (waiting, busy), found in runs.items():
        medians = {name: median(getattr(run, name) for run in found) for name in ("wall", "cpu", "peak")}
        measured.setdefault(waiting, {})["beside" if busy else "alone"] = medians
    return measured


def imports(job: str) -> dict[str, float]:
    """Return seconds that a job's imports take, by column, as `python -X importtime` tells; the least of three runs of each."""
    code = f"from sr_core.jobs import Job; job = Job.members[{job!r}]"
    if job == "classify_pixels":  # which imports it when it computes
        code += "; import torch, sr_core.backbones.edsr, safetensors.torch"
    columns = {package: column for column, packages in SHOWN.items() for package in packages}
    runs = []
    for _ in range(3):
        done = subprocess.run(
            [sys.executable, "-X", "importtime", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        )  # fmt: skip
        spent: Counter[str] = Counter()
        for microseconds, name in re.findall(
            r"^import time:\s+(\d+) \|\s+\d+ \|\s+(\S+)$", done.stderr, re.M
        ):
            spent[columns.get(name.partition(".")[0], "others")] += int(microseconds)
        runs.append(spent)
    best = min(runs, key=lambda spent: sum(spent.values()))
    return {column: best[column] / 1e6 for column in (*SHOWN, "others")}


def content(entries: Mapping[str, Any]) -> str:
    """Return what --write puts into the document."""
    rows = []
    for waiting, says in (
        ("sleep", "sleep (as Finer sets it)"),
        ("spin", "spin (as libraries do by themselves)"),
    ):
        alone, beside = (entries["small job"][waiting][when] for when in ("alone", "beside"))
        rows.append(
            (
                says, *(f"{each['wall']:.1f}" for each in (alone, beside)), f"{beside['wall'] / alone['wall']:.1f}",
                *(f"{each['cpu']:.1f}" for each in (alone, beside)), f"{alone['peak'] / 1e6:.0f}",
            )
        )  # fmt: skip
    header = (
        "threads that wait", "seconds alone", "beside two busy programs", "ratio", "processor seconds alone",
        "beside them", "memory (MB)",
    )  # fmt: skip
    columns = (*SHOWN, "others")
    parts = [
        (
            f"`{job}`",
            *(f"{1000 * found[column]:.0f}" for column in columns),
            f"{1000 * sum(found.values()):.0f}",
        )
        for job, found in entries["imports"].items()
    ]
    return "\n\n".join(
        [
            table(header, rows),
            entries["of"],
            table(("imports (ms)", *columns, "all"), parts),
            entries["imports of"],
        ]
    )


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    measurements = ("small job", "imports")
    options.add_argument("--only", nargs="*", choices=measurements, default=measurements, help=ONLY)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--beside", default="", help="what else the machine was doing, for the note")
    options.add_argument("--write", action="store_true", help="put the tables into docs/performance.md")
    settings = options.parse_args()
    results = Results(RESULTS / "startup.json")
    here = machine(torch.device("cpu")) + (settings.beside and f", {settings.beside}")
    if "small job" in settings.only:
        results.keep("small job", small_job(settings.rounds))
        results.keep(
            "of",
            f"The starter model on a raster of {SIDE}² pixels in {BANDS} bands, in a process of its own, medians of "
            f"{settings.rounds} runs; {here}.",
        )
    if "imports" in settings.only:
        results.keep("imports", {job: imports(job) for job in Job.members})
        results.keep(
            "imports of",
            "`python -X importtime`, the fastest of three runs, up to where a job has checked its options; for "
            f"`classify_pixels` with what it computes a network of torch with. {here}.",
        )
    if not {*measurements} <= results.entries.keys():
        sys.exit("The other measurement is still to be made.")
    print(content(results.entries))
    if settings.write:
        write("startup", content(results.entries), DOCUMENT)
