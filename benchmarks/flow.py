"""Flow beside denoising: what few steps make of the same network after the same training, on NAIP.

Run by `script/bench flow --write`: it trains both, and an EDSR for the mean, on one core in some minutes each. The table of
docs/diffusion.md is made from benchmarks/results/flow.json by --write.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks._in_process_job import run
from benchmarks._naip_tiles import NAIP, tile_sets
from benchmarks._result_tables import ONLY, RESULTS, ROOT, WORK, Results, machine, table, write
from benchmarks.samplers import SamplerSettings, build_sampled_predictor, every_nth_tile, score_model
from sr_core.backbones import Backbone
from sr_core.datasets.tileset import TileSet
from sr_core.device import resolve
from sr_core.inference.predictor import build_predictor
from sr_core.package.srpk import ModelPackage

DOCUMENT = ROOT / "docs" / "diffusion.md"
EVERY = 10
"""Which of the test tiles are measured: every tenth."""
LEARNING: dict[str, Any] = {"batch_size": 8, "patch_size": 16, "learning_rate": 1e-3, "seed": 1}
SR3 = {"id": "sr3", "preset": "small", "inner_channel": 16}
MODELS: dict[str, dict[str, Any]] = {
    "EDSR": {"backbone": {"id": "edsr", **Backbone.members["edsr"].sizes["small"]}, "objective": "pixel"},
    "denoising": {"backbone": SR3, "objective": "denoising"},
    "flow": {"backbone": SR3, "objective": "flow"},
}
"""What is trained, by its name."""
ROWS: dict[str, tuple[str, SamplerSettings | None]] = {
    "EDSR, pixel objective": ("EDSR", None),
    **{
        f"denoising, DPM-Solver++, {count} steps": ("denoising", SamplerSettings("dpm_solver", count))
        for count in (3, 5, 15)
    },
    "flow, Euler, 1 step": ("flow", SamplerSettings("euler", 1)),
    **{f"flow, Euler, {count} steps": ("flow", SamplerSettings("euler", count)) for count in (3, 5, 15)},
    **{
        f"flow, Heun, {count} steps ({2 * count - 1} evaluations)": ("flow", SamplerSettings("heun", count))
        for count in (2, 3, 8)
    },
}
"""The model of each row, and how it is sampled."""
COLUMNS = {
    "psnr": ("PSNR (dB)", "{:.2f}"), "ssim": ("SSIM", "{:.4f}"), "energy": ("energy at 4–8 px", "{:.2f}"),
    "agreement": ("agreement at 4–8 px", "{:.2f}"), "improvement": ("improvement", "{:.0%}"),
    "hallucination": ("hallucination", "{:.0%}"),
}  # fmt: skip


def train_model(name: str, settings: argparse.Namespace) -> ModelPackage:
    """Return a model, trained unless it is there."""
    package = WORK / "flow" / f"{name}_{settings.epochs}.srpk"
    if not package.exists():
        package.parent.mkdir(parents=True, exist_ok=True)
        learn = tile_sets(settings.naip)[0]
        run(
            "train_model", tiles=str(learn), epochs=settings.epochs, device=settings.device, output=str(package),
            **LEARNING, **MODELS[name],
        )  # fmt: skip
    return ModelPackage.load(package, resolve(settings.device))


def content(entries: Mapping[str, Any]) -> str:
    """Return what --write puts into the document."""
    told = {name: entries[name] for name in ROWS if name in entries}
    bicubic = next(iter(told.values()))["bicubic"]
    rows = [("bicubic", *_row(bicubic), "–")] + [
        (name, *_row(entry["model"]), f"{entry['seconds_per_mpx']:.1f}") for name, entry in told.items()
    ]
    header = ("", *(title for title, _ in COLUMNS.values()), "s/Mpx")
    return "\n\n".join([table(header, rows), entries["of"]])


def _row(scores: Mapping[str, float | None]) -> tuple[str, ...]:
    values = {name: scores.get(name) for name in COLUMNS}
    return tuple(
        "–" if values[name] is None else form.format(values[name]) for name, (_, form) in COLUMNS.items()
    )


def describe_trainings(packages: Mapping[str, ModelPackage], tiles: int) -> str:
    """Return in a sentence how the models were trained and measured."""
    net, training = packages["flow"].torch_net, packages["flow"].info.training
    assert net is not None
    return (
        f"SR3 (`preset=small, inner_channel=16`, {sum(p.numel() for p in net.parameters()):,} parameters), learnt from "
        f"{training['n_train']} tiles in {training['epochs']} epoch(s) of patches of {training['patch_size']} × "
        f"{training['patch_size']} low-resolution pixels, {LEARNING['batch_size']} in a step: {training['seconds'] / 60:.0f} minutes, by both "
        "objectives from the same initial weights and the same patches. EDSR is that of the table in networks.md, as long. "
        f"Measured on {tiles} tiles of the other town, with consistency; s/Mpx are processor seconds; "
        f"{machine(net.device)}."
    )


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--epochs", type=int, default=1, help="of each training")
    options.add_argument("--device", default="cpu")
    options.add_argument("--only", nargs="*", choices=ROWS, default=list(ROWS), help=ONLY)
    options.add_argument("--naip", type=Path, default=NAIP, help="folder with the rasters: train/ and val/")
    options.add_argument("--results", type=Path, default=RESULTS / "flow.json")
    options.add_argument("--write", action="store_true", help="put the table into docs/diffusion.md")
    settings = options.parse_args()
    results = Results(settings.results)
    if settings.only:
        packages = {name: train_model(name, settings) for name in MODELS}
        held_out = every_nth_tile(TileSet.open(tile_sets(settings.naip)[1]), EVERY)
        results.keep("of", describe_trainings(packages, len(held_out.names("test"))))
    for row in settings.only:
        print(f"\n{row}", flush=True)
        model, sampler = ROWS[row]
        package = packages[model]
        predictor = (
            build_sampled_predictor(package, sampler)
            if sampler
            else build_predictor(package, consistency="on")
        )
        results.keep(row, score_model(predictor, held_out))
    if results.entries:
        print("\n" + content(results.entries))
    if settings.write and results.entries:
        write("flow", content(results.entries), DOCUMENT)
