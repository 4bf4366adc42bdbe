"""What an adversary does to EDSR on NAIP: sharper pictures, lower PSNR, and how much of the detail is true.

Run by `script/bench adversarial` after `script/bench networks --only edsr`, or with --start MODEL.srpk. The tables of
docs/networks.md are made from benchmarks/results/adversarial.json by --write.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
import torch

from benchmarks._comparison_picture import strip
from benchmarks._fine_detail import detail
from benchmarks._in_process_job import run, run_printing
from benchmarks._naip_tiles import NAIP, SCALE, tile_sets
from benchmarks._result_tables import ONLY, RESULTS, ROOT, WORK, Results, machine, table, write
from sr_core.datasets.patches import Patches
from sr_core.datasets.tile_cache import TileCache
from sr_core.datasets.tileset import TileSet
from sr_core.device import resolve
from sr_core.evaluation.tile_scores import Upscale, bicubic_upscale, compare, summarize, upscale_tile
from sr_core.inference.predictor import Predictor, build_predictor
from sr_core.objectives import Batch, Learner, Objective
from sr_core.package.srpk import ModelPackage

BATCH, PATCH, SEED = 10, 32, 0
WAVES = {"4–8": (4, 8), "2–4": (2, 4)}
"""Wavelengths in pixels of the result. At scale 4, an axis of the low-resolution image holds none below 8."""
ALL = {
    "adversary": "relativistic",
    "pixel_only": 0,
    "discriminator_norm": "spectral",
    "discriminator_feats": 32,
}
"""Options of every run; the discriminator has half of the paper's width, for the processor's sake."""
RUNS = {f"pixel_weight={weight}": {**ALL, "pixel_weight": weight} for weight in (1, 0.05, 0.01)}
"""From the pixel loss and the adversary pulling alike to ESRGAN's weight, which counts on a feature loss beside it."""
PARTS = 8
"""Rows of the table of losses."""
SHOWN = {"claremont_2020_63_00000_00000": (60, 60), "claremont_2020_80_00000_00000": (60, 60)}
"""Tiles in the picture, and the corner (row, column) that is cut from each."""
PICTURED = ("pixel_weight=1", "pixel_weight=0.01")


@contextmanager
def record_losses(objective: type[Objective]) -> Iterator[list[dict[str, float]]]:
    """Yield a list that collects the losses of every step of `objective`: jobs tell the means of epochs only."""
    steps: list[dict[str, float]] = []
    start = objective.start

    def start_recording(*args: Any) -> Learner:
        learner = start(*args)
        step = learner.step

        def record_step(batch: Batch) -> dict[str, torch.Tensor]:
            losses = step(batch)
            steps.append({name: float(loss) for name, loss in losses.items()})
            return losses

        learner.step = record_step  # type: ignore[method-assign]
        return learner

    with patch.object(objective, "start", start_recording):
        yield steps


def figures(tileset: TileSet, upscale: Upscale) -> dict[str, float]:
    """Energy and agreement of detail on the test tiles, without the border that other figures leave out too."""
    inner = (..., slice(SCALE, -SCALE), slice(SCALE, -SCALE))
    pairs = [tileset.read("test", name) for name in tileset.names("test")]
    images = [(upscale_tile(upscale, tileset, pair)[inner], pair.hr[inner]) for pair in pairs]
    found = {}
    for name, (finest, coarsest) in WAVES.items():
        found[f"energy {name}"], found[f"agreement {name}"] = detail(images, finest, coarsest)
    return found


def score_model(tileset: TileSet, model: Predictor) -> dict[str, Any]:
    """Return all figures of a model, and those of bicubic resampling."""
    found = summarize("test", run_printing(compare(model, tileset, "test")))
    return {
        "model": found.model.model_dump() | figures(tileset, model.upscale),
        "bicubic": found.bicubic.model_dump() | figures(tileset, bicubic_upscale(model.scale)),
    }


def build_uncorrected_predictor(package: ModelPackage) -> Predictor:
    """Return the model without correction of its results."""
    return build_predictor(package, consistency="off")


def settings(arguments: argparse.Namespace, name: str, learn: Path) -> dict[str, Any]:
    """Return the fields of the training job that a run is told apart by."""
    per_epoch = Patches(TileCache(TileSet.open(learn)), PATCH, SEED).n_batches(BATCH)
    return {
        "objective": {"id": "adversarial", **RUNS[name]},
        "epochs": max(1, round(arguments.steps / per_epoch)),
        "batch_size": BATCH,
        "patch_size": PATCH,
        "learning_rate": arguments.learning_rate,
        "seed": SEED,
        "device": resolve(arguments.device).type,
    }


def fine_tune(
    start: Path, name: str, learn: Path, held_out: TileSet, fields: dict[str, Any]
) -> dict[str, Any]:
    """Run the training job with the adversarial objective once, and return its figures."""
    package, given = _package(name), ModelPackage.load(start).info
    package.parent.mkdir(parents=True, exist_ok=True)
    with record_losses(Objective.members["adversarial"]) as steps:
        run(
            "train_model", tiles=str(learn), backbone=given.backbone.dump(), pretrained=str(start), output=str(package),
            **fields,
        )  # fmt: skip
    model = build_uncorrected_predictor(ModelPackage.load(package, fields["device"]))
    return {
        "fields": fields,
        "start": given.created,
        "machine": machine(model.device),
        **summarize_losses(steps),
        **score_model(held_out, model),
    }


def summarize_losses(steps: Sequence[Mapping[str, float]]) -> dict[str, Any]:
    """Number of steps, whether all losses were finite, and their means over `PARTS` parts of equal length."""
    losses = {name: np.array([each[name] for each in steps]) for name in steps[0] if name != "loss"}
    return {
        "steps": len(steps),
        "finite": bool(all(np.isfinite(values).all() for values in losses.values())),
        "losses": {
            name: [float(part.mean()) for part in np.array_split(values, PARTS)]
            for name, values in losses.items()
        },
    }


def _package(name: str) -> Path:
    return WORK / "adversarial" / f"{name}.srpk"


COLUMNS = {
    "psnr": ("PSNR (dB)", 2), "ssim": ("SSIM", 4), "sam": ("SAM (°)", 2), "ergas": ("ERGAS", 2),
    **{f"energy {waves}": (f"energy at {waves} px", 2) for waves in WAVES},
    **{f"agreement {waves}": (f"agreement at {waves} px", 2) for waves in WAVES},
}  # fmt: skip


def content(entries: Mapping[str, Any]) -> str:
    """Return what --write puts into the document."""
    rows = {"bicubic": entries["start"]["bicubic"], "EDSR, pixel objective": entries["start"]["model"]}
    runs = {name: entry for name, entry in entries.items() if name != "start"}
    rows |= {f"EDSR → {name}": entry["model"] for name, entry in runs.items()}
    header = ("", *(title for title, _ in COLUMNS.values()))
    lines = [
        (name, *(f"{found[column]:.{digits}f}" for column, (_, digits) in COLUMNS.items()))
        for name, found in rows.items()
    ]
    return "\n\n".join(
        [
            table(header, lines),
            *(_describe_run(name, entry, entries["start"]) for name, entry in runs.items()),
        ]
    )


def _describe_run(name: str, entry: Mapping[str, Any], start: Mapping[str, Any]) -> str:
    """Return how a run went: its settings, its losses on the way."""
    fields, losses = entry["fields"], entry["losses"]
    objective = ", ".join(f"{k}={v}" for k, v in fields["objective"].items() if k != "id")
    ends = np.cumsum([0, *map(len, np.array_split(np.arange(entry["steps"]), PARTS))])
    rows = [
        (f"{begin + 1}–{end}", *(f"{losses[loss][number]:.3f}" for loss in losses))
        for number, (begin, end) in enumerate(pairwise(ends))
    ]
    return (
        f'**{name}**: `OBJECTIVE=adversarial OBJECTIVE_OPTIONS="{objective}" '
        f"LEARNING_RATE={fields['learning_rate']:g} BATCH_SIZE={fields['batch_size']} "
        f"PATCH_SIZE={fields['patch_size']} EPOCHS={fields['epochs']}`, {entry['steps']} steps; "
        f"{'all losses were finite' if entry['finite'] else 'some losses were NOT finite'}; "
        f"PSNR {entry['model']['psnr'] - start['model']['psnr']:+.2f} dB; {entry['machine']}. "
        f"Means over the steps:\n\n{table(('steps', *losses), rows)}"
    )


def picture(start: Path, names: Sequence[str], held_out: TileSet) -> None:
    """Write the picture of the document: results of the start and of the runs for some tiles."""
    packages = {"EDSR": start, **{f"EDSR → {name}": _package(name) for name in names}}
    nets = {
        title: build_uncorrected_predictor(ModelPackage.load(package)) for title, package in packages.items()
    }
    strip(nets, held_out, SHOWN, ROOT / "docs" / "images" / "networks_gan.png")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--steps", type=int, default=200, help="steps of learning, to whole epochs")
    options.add_argument("--learning-rate", type=float, default=1e-4)
    options.add_argument("--device", default="auto")
    options.add_argument("--only", nargs="*", choices=RUNS, default=list(RUNS), help=ONLY)
    options.add_argument(
        "--start", type=Path, default=WORK / "networks" / "edsr.srpk", help="EDSR to start from"
    )
    options.add_argument("--naip", type=Path, default=NAIP, help="folder with the rasters: train/ and val/")
    options.add_argument("--results", type=Path, default=RESULTS / "adversarial.json")
    options.add_argument("--write", action="store_true", help="put the tables into docs/networks.md")
    options.add_argument("--picture", action="store_true", help="make docs/images/networks_gan.png")
    arguments = options.parse_args()
    results = Results(arguments.results)
    for name in arguments.only:
        learn, folder = tile_sets(arguments.naip)
        fields, held_out = settings(arguments, name, learn), TileSet.open(folder)
        start, before = ModelPackage.load(arguments.start, fields["device"]), results.entries.get(name, {})
        if (before.get("fields"), before.get("start")) != (fields, start.info.created):
            print(f"\n{name}", flush=True)
            results.keep("start", score_model(held_out, build_uncorrected_predictor(start)))
            results.keep(name, fine_tune(arguments.start, name, learn, held_out, fields))
    print("\n" + content(results.entries))
    if arguments.write:
        write("adversarial", content(results.entries))
    if arguments.picture:
        picture(arguments.start, PICTURED, TileSet.open(tile_sets(arguments.naip)[1]))
