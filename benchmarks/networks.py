"""Every network with the same small budget on NAIP: size, speed, and figures on another town beside bicubic.

Run by `script/bench networks`. What is done already is skipped: a killed run goes on. The table of docs/networks.md
is made from benchmarks/results/networks.json by --write.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import torch

from benchmarks._in_process_job import run, run_printing
from benchmarks._naip_tiles import NAIP, tile_sets
from benchmarks._result_tables import ONLY, RESULTS, WORK, Results, machine, table, write
from sr_core.backbones import Backbone, SrNet
from sr_core.backbones._regression import RegressionBackbone
from sr_core.datasets.patches import Patches
from sr_core.datasets.tile_cache import TileCache
from sr_core.datasets.tileset import TileSet
from sr_core.device import prepare, resolve
from sr_core.evaluation.tile_scores import compare, summarize
from sr_core.inference.convolutional import ConvolutionalPredictor
from sr_core.inference.predictor import build_predictor
from sr_core.package.srpk import ModelPackage

BATCH, PATCH, RATE, SEED = 8, 32, 1e-3, 0
SIDES = {"small": 256, "paper": 128}
"""Low-resolution pixels a side of the image that speed is measured on; the papers' sizes take a minute of it."""


class Form(NamedTuple):
    """A network in two sizes."""

    backbone: str
    small: dict[str, Any]
    """About 0.2 million parameters, which a processor trains in some minutes."""
    paper: dict[str, Any]
    """The options that make it the paper's."""


def forms() -> dict[str, Form]:
    """Return every network that gives its result at once, by the name of its row."""
    found = {
        name: Form(name, member.sizes.get("small", {}), member.sizes.get("paper", {}))
        for name, member in Backbone.members.items()
        if issubclass(member, RegressionBackbone)
    }
    plain = {"batch_norm": False}
    without = Form("srresnet", {**found["srresnet"].small, **plain}, {**found["srresnet"].paper, **plain})
    return {**found, "srresnet, batch_norm=false": without}


def measure_network(
    name: str, form: Form, settings: argparse.Namespace, before: Mapping[str, Any]
) -> dict[str, Any]:
    """Train and score a network, and return its row; `before` if that was made with the same settings."""
    device = resolve(settings.device)
    learn, held_out = tile_sets(settings.naip)
    small, paper = (Backbone.load({"id": form.backbone, **options}) for options in (form.small, form.paper))
    per_epoch = Patches(TileCache(TileSet.open(learn)), PATCH, SEED).n_batches(BATCH)
    epochs = max(1, round(settings.steps / per_epoch))
    made = {
        "backbone": small.dump(),
        "paper": paper.dump(),
        "steps": epochs * per_epoch,
        "batch_size": BATCH,
        "patch_size": PATCH,
        "learning_rate": RATE,
        "seed": SEED,
        "device": device.type,
    }
    if before.get("made") == made:
        return dict(before)

    package = WORK / "networks" / f"{name}.srpk"
    package.parent.mkdir(parents=True, exist_ok=True)
    began = time.perf_counter()
    run(
        "train_model", tiles=str(learn), backbone=small.dump(), epochs=epochs, batch_size=BATCH,
        patch_size=PATCH, learning_rate=RATE, seed=SEED, device=device.type, output=str(package),
    )  # fmt: skip
    seconds = time.perf_counter() - began
    trained, tiles = ModelPackage.load(package, device), TileSet.open(held_out)
    found = summarize("test", run_printing(compare(build_predictor(trained), tiles, "test")))
    info = trained.info
    full = prepare(paper.net(len(info.bands), info.scale, info.mean, info.std), device)
    nets: dict[str, SrNet] = {"small": trained.net, "paper": full}  # type: ignore[dict-item]
    return {
        "made": made,
        "machine": machine(device),
        "training_seconds": round(seconds),
        "n_train": info.training["n_train"],
        "parameters": {size: sum(p.numel() for p in net.parameters()) for size, net in nets.items()},
        "halo": {size: net.halo for size, net in nets.items()},
        "seconds_per_mpx": {size: seconds_per_mpx(net.eval(), SIDES[size]) for size, net in nets.items()},
        "figures": found.model_dump(),
    }


def seconds_per_mpx(net: SrNet, side: int) -> float:
    """Return seconds that a million pixels of the result take, whole in memory; on a processor, of its own time and the
    best of several runs, as other programs work beside this one."""
    clock = time.process_time if net.device.type == "cpu" else time.perf_counter
    image = torch.rand(net.bands, side, side, generator=torch.Generator().manual_seed(0)).numpy()
    predictor = ConvolutionalPredictor(net)
    predictor.upscale(image[:, :32, :32].copy())
    taken: list[float] = []
    while not taken or (len(taken) < 3 and sum(taken) < 20):
        began = clock()
        predictor.upscale(image)
        taken.append(clock() - began)
    return min(taken) / (side * net.scale) ** 2 * 1e6


HEADER = (
    "network",
    "parameters",
    "s/Mpx",
    "PSNR (dB)",
    "SSIM",
    "SAM (°)",
    "ERGAS",
    "paper's size",
    "its s/Mpx",
)


def content(entries: Mapping[str, Mapping[str, Any]]) -> str:
    """Return what --write puts into the document."""
    rows = [_row(name, entry) for name, entry in entries.items()]
    bicubic = next(iter(entries.values()))["figures"]["bicubic"]
    first = ("bicubic", "–", "–", *_figures(bicubic), "–", "–")
    ways = {(_way(entry), entry["machine"]): entry for entry in entries.values()}
    notes = [
        f"Learnt from {entry['n_train']} tiles in {way}; measured on {entry['figures']['tiles']} tiles of another "
        f"town; {where}."
        for (way, where), entry in ways.items()
    ]
    options = [f"- {name}: `{_options(name, entry)}`" for name, entry in entries.items()]
    return "\n\n".join(
        [
            table(HEADER, [first, *rows]),
            *notes,
            "The small sizes, which are those of `SIZE=small`:",
            "\n".join(options),
        ]
    )


def _row(name: str, entry: Mapping[str, Any]) -> tuple[object, ...]:
    parameters, speed = entry["parameters"], entry["seconds_per_mpx"]
    return (
        name, f"{parameters['small']:,}", f"{speed['small']:.2f}", *_figures(entry["figures"]["model"]),
        f"{parameters['paper']:,}", f"{speed['paper']:.1f}",
    )  # fmt: skip


def _figures(scores: Mapping[str, float]) -> tuple[str, ...]:
    return tuple(f"{scores[name]:.{digits}f}" for name, digits in FIGURES.items())


FIGURES = {"psnr": 2, "ssim": 4, "sam": 2, "ergas": 2}


def _way(entry: Mapping[str, Any]) -> str:
    made = entry["made"]
    side = made["patch_size"]
    return (
        f"{made['steps']} steps of {made['batch_size']} patches of {side} × {side} low-resolution pixels "
        f"(pixel objective, L1, learning rate {made['learning_rate']}, seed {made['seed']})"
    )


def _options(name: str, entry: Mapping[str, Any]) -> str:
    """Return options as they are written in BACKBONE_OPTIONS."""
    given = forms()[name].small if name in forms() else entry["made"]["backbone"]
    return ", ".join(f"{option}={str(value).lower()}" for option, value in given.items()) or "the defaults"


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--steps", type=int, default=1000, help="steps of learning, to whole epochs")
    options.add_argument("--device", default="auto")
    options.add_argument("--only", nargs="*", choices=forms(), default=list(forms()), help=ONLY)
    options.add_argument("--naip", type=Path, default=NAIP, help="folder with the rasters: train/ and val/")
    options.add_argument("--results", type=Path, default=RESULTS / "networks.json")
    options.add_argument("--write", action="store_true", help="put the table into docs/networks.md")
    settings = options.parse_args()
    results = Results(settings.results)
    for name, form in forms().items():
        if name in settings.only:
            print(f"\n{name}", flush=True)
            results.keep(name, measure_network(name, form, settings, results.entries.get(name, {})))
    print("\n" + content(results.entries))
    if settings.write:
        write("networks", content(results.entries))
