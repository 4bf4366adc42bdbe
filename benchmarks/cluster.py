"""Blocks on several processes: seconds and memory beside one process, and what a scheduler takes for a block.

Run by `script/bench cluster`, in an engine with CLUSTER. The first table runs `classify_pixels` as QGIS starts it: in one process
without blocks and with them, and by workers on this computer. The second one has two workers that compute nothing, so that
what is left is the scheduler's work and memory for so many blocks. Its rows are kept in benchmarks/results/cluster.json as they
come, so that a run may be stopped; docs/cluster.md is made from that by --write.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import torch
from rasterio.windows import Window

from benchmarks._classify_pixels_run import model, raster
from benchmarks._peak_memory import peak_memory
from benchmarks._result_tables import RESULTS, ROOT, Results, machine, table, write
from sr_core.block_processing.block_grid import Block
from sr_core.block_processing.dask_workers import connect, run_on_workers

BANDS, SCALE = 3, 4
NETWORK = {"id": "edsr", "n_feats": 32, "n_blocks": 8}
WAYS: dict[str, tuple[str, list[str]]] = {
    "one process, one file": ("sr.tif", []),
    "one process, blocks": ("sr.vrt", []),
    "1 worker": ("sr.vrt", ["--workers", "1"]),
    "2 workers": ("sr.vrt", ["--workers", "2"]),
}
ROWS = 10
"""Rows of the second table, one for each of as many parts of the blocks that are scheduled."""
DOCUMENT = ROOT / "docs" / "cluster.md"
HEADS = (
    "blocks done", "ms for each since the last row", "processor ms of client and scheduler", "their memory, MB",
    "of two workers and their parents, MB",
)  # fmt: skip


class ClusterRun(NamedTuple):
    """Wall and processor seconds of all processes together, and the most memory that each has held, added up (bytes)."""

    wall: float
    cpu: float
    peak: int


def measure_run(source: Path, package: Path, way: str) -> ClusterRun:
    """Run the job in one of the `WAYS`."""
    output, options = WAYS[way]
    with tempfile.TemporaryDirectory(dir=source.parent) as folder:
        job = {
            "job": "classify_pixels",
            "input": str(source),
            "model": str(package),
            "output": f"{folder}/{output}",
        }
        path = Path(folder) / "job.json"
        path.write_text(json.dumps({**job, "device": "cpu"}))
        command = [sys.executable, "-m", "sr_core", "run", str(path), *options]
        began, peaks, ended = time.perf_counter(), dict[int, int](), 0
        with (Path(folder) / "log").open("w") as log:
            process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
            while not ended:
                peaks |= {
                    each: max(peaks.get(each, 0), peak_memory(each)) for each in list_processes(process.pid)
                }
                time.sleep(0.05)
                ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        if status:
            sys.exit((Path(folder) / "log").read_text())
        return ClusterRun(time.perf_counter() - began, usage.ru_utime + usage.ru_stime, sum(peaks.values()))


def list_processes(process: int) -> Iterator[int]:
    """Yield a process and all that it has started, directly or not."""
    yield process
    for thread in Path(f"/proc/{process}/task").glob("*/children"):  # of the one that has started them
        with suppress(OSError):
            for child in thread.read_text(encoding="ascii").split():
                yield from list_processes(int(child))


@dataclass
class NullComputer:
    """Computes nothing, at once."""

    run_id: str = "null"
    uses_cards: bool = False

    def choose_card(self, number: int) -> None:
        return

    def compute(self, block: Block) -> Iterator[None]:
        return
        yield


class ScheduledBlocks(NamedTuple):
    """What a part of the blocks took that compute nothing, and the memory (bytes) that processes hold after it."""

    count: int
    """Blocks done since the beginning."""
    wall: float
    cpu: float
    """Of client and scheduler, which are one process."""
    memory: int
    workers: int
    """Memory of both workers and what has started them."""


def measure_scheduler(count: int, rows: int) -> Iterator[ScheduledBlocks]:
    """Yield what each of as many parts of so many blocks takes."""
    side = int(count**0.5) + 1
    blocks = [Block(number // side, number % side, Window(0, 0, 1, 1)) for number in range(count)]
    with connect(2, None) as (client, share):
        began, cpu, parts = time.perf_counter(), time.process_time(), 1
        for step in run_on_workers(client, NullComputer(), blocks, share):
            if step.fraction * rows >= parts:
                own, *others = map(resident_memory, list_processes(os.getpid()))
                done, parts = round(step.fraction * count), parts + 1
                yield ScheduledBlocks(
                    done, time.perf_counter() - began, time.process_time() - cpu, own, sum(others)
                )
                began, cpu = time.perf_counter(), time.process_time()


def resident_memory(process: int) -> int:
    """Return the memory (bytes) that a process holds now."""
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def content(entries: Mapping[str, Any]) -> str:
    """Return what --write puts into the document."""
    rows, last = [], 0
    kept = entries["rows"]
    step = -(-len(kept) // ROWS)
    for parts in (kept[first : first + step] for first in range(0, len(kept), step)):
        count, _, _, memory, workers = parts[-1]
        wall, cpu = (1e3 * sum(part[column] for part in parts) / (count - last) for column in (1, 2))
        rows.append((count, f"{wall:.1f}", f"{cpu:.2f}", f"{memory / 1e6:.1f}", f"{workers / 1e6:.1f}"))
        last = count
    done = "all of them" if last >= entries["asked"] else f"stopped after {last}"
    return f"{table(HEADS, rows)}\n\n{entries['asked']} blocks, {done}; {entries['of']}."


def main() -> None:
    """Measure, and print tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--side", type=int, default=4000, help="pixels of the low-resolution raster along a side"
    )
    parser.add_argument(
        "--blocks", type=int, default=100_000, help="blocks that are scheduled; 0 leaves that out"
    )
    parser.add_argument(
        "--ways", nargs="*", default=list(WAYS), choices=list(WAYS), help="rows of the first table"
    )
    parser.add_argument(
        "--rows", type=int, default=ROWS, help=f"rows that are kept of the second table; {ROWS} are printed"
    )
    parser.add_argument("--beside", default="", help="what else the machine was doing, for the note")
    parser.add_argument(
        "--write",
        action="store_true",
        help="put the second table into docs/cluster.md; with --blocks 0, as it was kept",
    )
    settings = parser.parse_args()
    print(machine(torch.device("cpu")))
    if settings.ways:
        with tempfile.TemporaryDirectory() as folder:
            source = raster(Path(folder) / "in.tif", settings.side, BANDS)
            package = model(Path(folder) / "m.srpk", NETWORK, BANDS, SCALE)
            rows = []
            for way in settings.ways:
                run = measure_run(source, package, way)
                pixels = settings.side**2 * SCALE**2 / 1e6
                rows.append(
                    (
                        way,
                        f"{run.wall:.1f}",
                        f"{run.cpu:.1f}",
                        f"{pixels / run.wall:.2f}",
                        f"{run.peak / 1e6:.0f}",
                    )
                )
                print(rows[-1], flush=True)
        print(
            table(
                ("", "seconds", "processor seconds", "megapixels of the result a second", "memory, MB"), rows
            )
        )
    results = Results(RESULTS / "cluster.json")
    if settings.blocks:
        here = machine(torch.device("cpu")) + (settings.beside and f", {settings.beside}")
        kept = {"asked": settings.blocks, "of": here, "rows": []}
        for part in measure_scheduler(settings.blocks, settings.rows):
            kept["rows"].append(list(part))
            results.keep("scheduler", kept)
            print(part, flush=True)
        print(content(kept))
    if settings.write:
        write("scheduler", content(results.entries["scheduler"]), DOCUMENT)


if __name__ == "__main__":
    main()
