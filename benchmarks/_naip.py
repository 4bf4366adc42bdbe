"""The NAIP imagery as tile sets at scale 4, and jobs that run in this process."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any, TypeVar

from benchmarks._document import ROOT, WORK
from sr_core.jobs import Job, Log, Progress

NAIP = ROOT.parent / "shared" / "data" / "naip_0.6m_rgbn"
SCALE = 4
SPLITS = {"train": (86, 14, 0), "val": (0, 0, 100)}
"""Of the folder `train`, 14 % are watched while learning; all of `val`, which is another town, is kept aside."""

T = TypeVar("T")


def tile_sets(naip: Path, work: Path = WORK) -> tuple[Path, Path]:
    """Folders of the tiles to learn from and of those to be measured on; exported unless they are there."""
    for split, shares in SPLITS.items():
        if not (work / "tiles" / split / "tileset.json").exists():
            (work / "tiles").mkdir(parents=True, exist_ok=True)
            job = {"input_folder": str(naip / split), "scale": SCALE, "split": shares}
            run("export_tiles", **job, output=str(work / "tiles" / split))
    return work / "tiles" / "train", work / "tiles" / "val"


def run(job: str, **fields: Any) -> Any:
    """The result of a job; its log is printed."""
    return run_printing(Job.load({"id": job, **fields}).run())


def run_printing(work: Generator[Progress | Log, None, T] | Generator[Progress, None, T]) -> T:
    """What a generator of work comes to; its log is printed."""
    while True:
        try:
            step = next(work)
        except StopIteration as end:
            result: T = end.value
            return result
        if isinstance(step, Log):
            print(step.text.format(**step.values), flush=True)
