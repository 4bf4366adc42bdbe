"""Cutting tiles: tiles a second and memory from 1k² to 8k² pixels and on NAIP, beside a plain loop of rasterio.

Run by `script/bench tile_export_speed`. Each run is a process of its own that measures itself, start-up taken off; the plain loop reads
and writes the same tiles with the same options, averages for the low-resolution side, and does nothing else. The table of
docs/training-data.md is made from benchmarks/results/tile_export_speed.json by --write.
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
from pathlib import Path
from typing import Any

import rasterio
import torch
from affine import Affine
from rasterio.enums import Resampling
from rasterio.windows import Window

from benchmarks._classify_pixels_run import raster
from benchmarks._naip_tiles import NAIP
from benchmarks._peak_memory import peak_memory
from benchmarks._result_tables import ONLY, RESULTS, ROOT, Results, machine, table, write
from sr_core.datasets.tile_io import TileFormat
from sr_core.jobs.export_tiles import ExportTiles
from sr_core.progress import run_to_end
from sr_core.raster.raster_reader import open_raster
from sr_core.tile_export import threaded_tile_cutting
from sr_core.tile_export.input_raster_list import list_rasters

DOCUMENT = ROOT / "docs" / "training-data.md"
SIDES = {"1k²": 1024, "4k²": 4096, "8k²": 8192}
SETS = (*SIDES, "NAIP")
BANDS, TILE, SCALE = 4, 256, 4
REPEATS = 2
WAYS = {"one": "one thread", "all": "all threads", "loop": "plain loop"}


def measure_export(way: str, source: Path) -> dict[str, float]:
    """Tiles a second, processor seconds for 1000 tiles, and most memory (bytes) of a process of its own: the best of
    several, as a machine that does something else besides makes all of them worse."""
    found: list[dict[str, float]] = []
    for _ in range(REPEATS):
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, __file__, "--run", way, str(source), folder]
            environment = {**os.environ, "PYTHONPATH": str(ROOT)}
            done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
        found.append(json.loads(done.stdout))
    best = {"tiles": max, "rate": max, "cpu": min, "peak": max}
    return {name: of(each[name] for each in found) for name, of in best.items()}


def run(way: str, source: str, folder: str) -> None:
    """Run the measured work, in a process of its own."""
    began, cpu = time.perf_counter(), time.process_time()
    if way == "loop":
        tiles = sum(1 for _ in copy_tiles(source, Path(folder)))
    else:
        if way == "one":
            threaded_tile_cutting.MAX_THREADS = 1
        kind = "input_folder" if Path(source).is_dir() else "input"
        job = {kind: source, "output": f"{folder}/tiles", "tile_size": TILE, "stride": TILE, "scale": SCALE}
        result = run_to_end(ExportTiles.build(job).run())
        tiles = sum(result.model_dump().values())
    wall, cpu = time.perf_counter() - began, time.process_time() - cpu
    print(
        json.dumps({"tiles": tiles, "rate": tiles / wall, "cpu": 1000 * cpu / tiles, "peak": peak_memory()})
    )


def copy_tiles(source: str, folder: Path) -> Iterator[None]:
    """Read and write every tile, as a script of ten lines would."""
    for path in list_rasters(source) if Path(source).is_dir() else [source]:
        with open_raster(path) as opened:
            dataset, options = opened.dataset, TileFormat.of(opened).creation_options(len(opened.bands))
            for top in range(0, dataset.height - TILE + 1, TILE):
                for left in range(0, dataset.width - TILE + 1, TILE):
                    window = Window(left, top, TILE, TILE)
                    place = dataset.window_transform(window)
                    for side, times in (("hr", 1), ("lr", SCALE)):
                        size = TILE // times
                        pixels = dataset.read(
                            opened.bands,
                            window=window,
                            out_shape=(len(opened.bands), size, size),
                            resampling=Resampling.average,
                        )
                        with rasterio.open(
                            folder / f"{Path(path).stem}_{top}_{left}_{side}.tif", "w", height=size, width=size,
                            transform=place * Affine.scale(times), **options,
                        ) as out:  # fmt: skip
                            out.write(pixels)
                    yield


def content(entries: Mapping[str, Any]) -> str:
    """Return what --write puts into the document."""
    rows = []
    for name, entry in entries.items():
        if name == "of":
            continue
        one, several, loop = (entry[way] for way in WAYS)
        rows.append(
            (
                f"{name}, {one['tiles']:.0f} rasters" if name == "NAIP" else name,
                f"{one['tiles']:.0f}",
                *(f"{each['rate']:.0f}" for each in (one, several, loop)),
                *(f"{each['cpu']:.1f}" for each in (one, loop)),
                f"{one['cpu'] / loop['cpu']:.1f}",
                *(f"{each['peak'] / 1e6:.0f}" for each in (several, loop)),
            )
        )
    header = (
        "raster", "tiles", "tiles/s, one thread", "all threads", "plain loop",
        "processor seconds for 1000 tiles", "of the loop", "ratio", "memory (MB)", "of the loop",
    )  # fmt: skip
    return "\n\n".join([table(header, rows), entries["of"]])


if __name__ == "__main__":
    if sys.argv[1:2] == ["--run"]:
        run(*sys.argv[2:])
        sys.exit()
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--only", nargs="*", choices=SETS, default=SETS, help=ONLY)
    options.add_argument("--naip", type=Path, default=NAIP, help="folder with the rasters: train/ and val/")
    options.add_argument("--results", type=Path, default=RESULTS / "tile_export_speed.json")
    options.add_argument("--write", action="store_true", help="put the table into docs/training-data.md")
    settings = options.parse_args()
    results = Results(settings.results)
    if settings.only:
        results.keep(
            "of",
            f"Tiles of {TILE} × {TILE} pixels and {BANDS} bands of 8 bits, side by side, scale {SCALE}; "
            f"{machine(torch.device('cpu'))}.",
        )
    with tempfile.TemporaryDirectory() as place:
        for name in settings.only:
            source = settings.naip / "train"
            if name in SIDES:
                source = raster(Path(place) / "scene.tif", SIDES[name], BANDS)
            results.keep(name, {way: measure_export(way, source) for way in WAYS})
            print(f"{name}: {results.entries[name]}", flush=True)
    print("\n" + content(results.entries))
    if settings.write:
        write("tile_export_speed", content(results.entries), DOCUMENT)
