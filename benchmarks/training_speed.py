"""How busy training keeps the device: samples a second, beside the same steps on batches that are on it already.

Run by `script/bench training_speed`. Each case is a process of its own. It makes some steps on batches that are made while it learns,
then as many on batches from the device's memory, and so on in turn, so that whatever else the machine does slows both alike;
the ratio of the two is how much of its time the device is used. The table of docs/training.md is made from
benchmarks/results/training_speed.json by --write.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from contextlib import closing
from itertools import islice
from statistics import median
from typing import Any

from benchmarks._in_process_job import run_printing
from benchmarks._naip_tiles import NAIP, tile_sets
from benchmarks._peak_memory import peak_memory
from benchmarks._result_tables import ONLY, RESULTS, ROOT, Results, machine, table, write
from sr_core.backbones import Backbone
from sr_core.datasets.patches import Patches
from sr_core.datasets.tile_cache import TileCache
from sr_core.datasets.tileset import TileSet
from sr_core.device import prepare
from sr_core.evaluation.tile_scores import bicubic_upscale
from sr_core.host_memory import memory_budget
from sr_core.objectives import Batch
from sr_core.training import loop
from sr_core.training.batch_prefetching import load_batches
from sr_core.training.distributed import ProcessGroup
from sr_core.training.options import TrainingOptions
from sr_core.training.training_state import RunningMeans
from sr_core.training.validation import Validation

DOCUMENT = ROOT / "docs" / "training.md"
NETS = {"small": {"n_feats": 32, "n_blocks": 8}, "baseline": {"n_feats": 64, "n_blocks": 16}}
TILES = {"kept": "in memory", "read": "read each time"}
CASES = tuple(f"{net}, {tiles}" for net in NETS for tiles in TILES)
ROUNDS = 5


def measure_case(case: str, settings: Mapping[str, Any]) -> dict[str, float]:
    """Measure a case in a process of its own, and return what it found."""
    command = [sys.executable, __file__, "--run", case, json.dumps({**settings, "began": time.time()})]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def run(case: str, settings: Mapping[str, Any]) -> None:
    """Run the measured work, in a process of its own."""
    name, kept = case.split(", ")
    size, steps = settings["batch_size"], settings["steps"]
    tileset = TileSet.open(settings["tiles"])
    statistics = tileset.info.statistics
    processes = ProcessGroup.join(settings["device"])
    net = Backbone.load({"id": "edsr", **NETS[name]}).net(
        len(tileset.info.bands), tileset.info.scale, statistics.mean, statistics.std
    )
    prepare(net, processes.device)
    options = TrainingOptions(
        tiles=settings["tiles"],
        epochs=1,
        batch_size=size,
        learning_rate=1e-4,
        patch_size=settings["patch_size"],
    )
    tiles = TileCache(tileset, memory_budget() if kept == "kept" else 0)
    patches = Patches(tiles, options.patch_size, options.seed)
    upscale = bicubic_upscale(net.scale, net.bands)
    state = run_printing(
        loop.start(net, patches, options, None, processes, Validation(patches.tiles), upscale)
    )

    def seconds(batches: Iterable[Batch], count: int) -> float:
        """Return the seconds of `count` steps, as the training makes them."""
        began = time.perf_counter()
        run_printing(loop.train_epoch(state, islice(batches, count), count, options, processes))
        state.losses.finite()  # waits for the device
        state.step, state.losses = 0, RunningMeans()
        return time.perf_counter() - began

    with closing(load_batches(patches, processes, size, 0)) as batches:
        seconds(batches, 1)
        start = time.time() - settings["began"]
        there = list(islice(batches, steps))
    if kept == "kept":
        for tile in patches.names:
            tiles.read("train", tile, patches.own)
    pairs = []
    for epoch in range(1, ROUNDS + 1):
        with closing(load_batches(patches, processes, size, epoch)) as batches:
            pairs.append((seconds(batches, steps), seconds(there, steps)))
    rates = [size * steps / median(each) for each in zip(*pairs, strict=True)]
    used = median(without / with_loading for with_loading, without in pairs)
    found = {"rate": rates[0], "bound": rates[1], "used": used, "start": start, "peak": peak_memory()}
    print(json.dumps(found))


def content(entries: Mapping[str, Any]) -> str:
    """Return what --write puts into the document."""
    rows = []
    for case in CASES:
        name, kept = case.split(", ")
        entry = entries[case]
        options = ", ".join(f"{key}={value}" for key, value in NETS[name].items())
        rows.append(
            (
                f"`{options}`",
                TILES[kept],
                *(f"{entry[which]:.1f}" for which in ("rate", "bound")),
                f"{entry['used']:.0%}",
                f"{entry['start']:.0f}",
                f"{entry['peak'] / 1e6:.0f}",
            )
        )
    header = (
        "EDSR", "tiles", "samples/s", "batches on the device already", "device used", "start (s)", "memory (MB)",
    )  # fmt: skip
    return "\n\n".join([table(header, rows), entries["of"]])


if __name__ == "__main__":
    if sys.argv[1:2] == ["--run"]:
        run(sys.argv[2], json.loads(sys.argv[3]))
        sys.exit()
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--only", nargs="*", choices=CASES, default=CASES, help=ONLY)
    options.add_argument("--device", default="auto")
    options.add_argument("--batch_size", type=int, default=8)
    options.add_argument("--patch_size", type=int, default=32)
    options.add_argument("--steps", type=int, default=16, help=f"of a round, of which there are {ROUNDS}")
    options.add_argument("--beside", default="", help="what else the machine was doing, for the note")
    options.add_argument("--write", action="store_true", help="put the table into docs/training.md")
    settings = options.parse_args()
    results = Results(RESULTS / "training_speed.json")
    if settings.only:
        tiles, _ = tile_sets(NAIP)
        device = ProcessGroup.join(settings.device).device
        results.keep(
            "of",
            f"NAIP tiles of 256 pixels and 4 bands at scale 4, batches of {settings.batch_size} patches of "
            f"{settings.patch_size} pixels, medians of {ROUNDS} rounds of {settings.steps} steps; {machine(device)}"
            f"{settings.beside and ', ' + settings.beside}. The start is from nothing to the end of the first step.",
        )
        for case in settings.only:
            same = {key: getattr(settings, key) for key in ("device", "batch_size", "patch_size", "steps")}
            results.keep(case, measure_case(case, {**same, "tiles": str(tiles)}))
            print(f"{case}: {results.entries[case]}", flush=True)
    print("\n" + content(results.entries))
    if settings.write:
        write("training_speed", content(results.entries), DOCUMENT)
