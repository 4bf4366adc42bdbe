"""The NAIP imagery as tile sets at scale 4."""

from __future__ import annotations

from pathlib import Path

from benchmarks._in_process_job import run
from benchmarks._result_tables import ROOT, WORK

DATA = ROOT.parent / "shared" / "data"
NAIP = DATA / "naip_0.6m_rgbn"
SCALE = 4
SPLITS = {"train": (86, 14, 0), "val": (0, 0, 100)}
"""Of the folder `train`, 14 % are watched while learning; all of `val`, which is another town, is kept aside."""


def tile_sets(naip: Path, work: Path = WORK) -> tuple[Path, Path]:
    """Folders of the tiles to learn from and of those to be measured on; exported unless they are there."""
    for split, shares in SPLITS.items():
        if not (work / "tiles" / split / "tileset.json").exists():
            (work / "tiles").mkdir(parents=True, exist_ok=True)
            job = {"input_folder": str(naip / split), "scale": SCALE, "split": shares}
            run("export_tiles", **job, output=str(work / "tiles" / split))
    return work / "tiles" / "train", work / "tiles" / "val"
