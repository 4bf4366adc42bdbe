"""What samplers, samples and consistency make of one diffusion model: figures on NAIP beside bicubic and EDSR.

Run by `script/bench samplers --model SR3.srpk`, after `script/bench networks --only edsr`. The table of docs/networks.md
is made from benchmarks/results/samplers.json by --write.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks._comparison_picture import strip
from benchmarks._fine_detail import detail
from benchmarks._in_process_job import run_printing
from benchmarks._naip_tiles import NAIP, tile_sets
from benchmarks._result_tables import ONLY, RESULTS, ROOT, WORK, Results, machine, table, write
from sr_core.datasets.tileset import TileSet
from sr_core.device import resolve
from sr_core.evaluation.tile_scores import compare, summarize, upscale_tile
from sr_core.inference.predictor import Predictor, PredictorOptions, build_predictor
from sr_core.package.srpk import ModelPackage
from sr_core.partial_override import Override

EVERY = 5
WAVES = (4, 8)
"""Wavelengths in pixels of the result between which energy and agreement of detail are told."""


class SamplerSettings(NamedTuple):
    """How the model is sampled."""

    sampler: str
    n_timestep: int
    samples: int = 1
    consistency: bool = True


WAYS = {
    "DPM-Solver++, 15 steps": SamplerSettings("dpm_solver", 15),
    "the same without consistency": SamplerSettings("dpm_solver", 15, consistency=False),
    "DPM-Solver++, 5 steps": SamplerSettings("dpm_solver", 5),
    "DDIM, 50 steps": SamplerSettings("ddim", 50),
    "DDPM, 100 steps": SamplerSettings("ddpm", 100),
    "DPM-Solver++, 15 steps, mean of 8 samples": SamplerSettings("dpm_solver", 15, samples=8),
}
SHOWN = {"claremont_2020_63_00000_00000": (60, 60), "claremont_2020_80_00000_00000": (60, 60)}
"""Tiles in the picture, and the corner (row, column) that is cut from each."""
PICTURED = {
    "SR3, DPM 15": "DPM-Solver++, 15 steps",
    "SR3, mean of 8": "DPM-Solver++, 15 steps, mean of 8 samples",
}


def every_nth_tile(tileset: TileSet, n: int = EVERY) -> TileSet:
    """Return every `n`th of the test tiles: of a diffusion model, the others take too long on a processor."""
    splits = tileset.info.splits | {"test": tileset.names("test")[::n]}
    return TileSet(tileset.folder, tileset.info.model_copy(update={"splits": splits}))


def build_sampled_predictor(package: ModelPackage, settings: SamplerSettings) -> Predictor:
    """Return a predictor that samples a diffusion model as the settings say."""
    return build_predictor(
        package,
        PredictorOptions(samples=settings.samples),
        sampler=Override(id=settings.sampler, n_timestep=settings.n_timestep),
        consistency="on" if settings.consistency else "off",
    )


def score_model(model: Predictor, tileset: TileSet) -> dict[str, Any]:
    """Return figures on the test tiles, and the seconds of processor time for a million pixels of the result."""
    found = summarize("test", run_printing(compare(model, tileset, "test")))
    pairs = [tileset.read("test", name) for name in tileset.names("test")]
    inner = (..., slice(model.scale, -model.scale), slice(model.scale, -model.scale))
    began = time.process_time()
    images = [(upscale_tile(model.upscale, tileset, pair)[inner], pair.hr[inner]) for pair in pairs]
    took = time.process_time() - began
    energy, agreement = detail(images, *WAVES)
    return {
        "model": found.model.model_dump() | {"energy": energy, "agreement": agreement},
        "bicubic": found.bicubic.model_dump(),
        "seconds_per_mpx": took / sum(pair.hr[0].size for pair in pairs) * 1e6,
    }


COLUMNS = {
    "psnr": ("PSNR (dB)", 2), "ssim": ("SSIM", 4), "sam": ("SAM (°)", 2), "ergas": ("ERGAS", 2),
    "energy": ("energy at 4–8 px", 2), "agreement": ("agreement at 4–8 px", 2),
}  # fmt: skip


def content(entries: Mapping[str, Any]) -> str:
    """Return what --write puts into the document."""
    told = {name: entry for name, entry in entries.items() if name != "of"}
    bicubic = next(iter(told.values()))["bicubic"]
    rows = [("bicubic", *_row(bicubic), "–")] + [
        (name, *_row(entry["model"]), f"{entry['seconds_per_mpx']:.1f}") for name, entry in told.items()
    ]
    header = ("", *(title for title, _ in COLUMNS.values()), "s/Mpx")
    return "\n\n".join([table(header, rows), entries["of"]])


def _row(scores: Mapping[str, float]) -> tuple[str, ...]:
    return tuple(
        f"{scores[name]:.{digits}f}" if name in scores else "–" for name, (_, digits) in COLUMNS.items()
    )


def describe_model(package: ModelPackage) -> str:
    """Return which model this was, in a sentence."""
    info, training = package.info, package.info.training
    options = ", ".join(
        f"{k}={v}".replace(" ", "")
        for k, v in info.backbone.model_dump().items()
        if k in ("inner_channel", "norm_groups", "channel_mults", "attn_res", "res_blocks")
    )
    return (
        f"SR3 (`{options}`, {sum(p.numel() for p in package.net.parameters()):,} parameters), learnt from "  # type: ignore[union-attr]
        f"{training['n_train']} tiles in {training['epochs']} epochs of patches of {training['patch_size']} × "
        f"{training['patch_size']} low-resolution pixels, {training['seconds'] / 60:.0f} minutes; measured on every "
        "fifth of the 60 tiles of the other town; "
        f"{machine(package.net.device)}."
    )


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--model", type=Path, required=True, help="a diffusion model trained on NAIP")
    options.add_argument("--edsr", type=Path, default=WORK / "networks" / "edsr.srpk")
    options.add_argument("--device", default="auto")
    options.add_argument("--only", nargs="*", choices=WAYS, default=list(WAYS), help=ONLY)
    options.add_argument("--naip", type=Path, default=NAIP, help="folder with the rasters: train/ and val/")
    options.add_argument("--results", type=Path, default=RESULTS / "samplers.json")
    options.add_argument("--write", action="store_true", help="put the table into docs/networks.md")
    options.add_argument("--picture", action="store_true", help="make docs/images/samplers.png")
    settings = options.parse_args()
    results, held_out = Results(settings.results), every_nth_tile(TileSet.open(tile_sets(settings.naip)[1]))
    package = ModelPackage.load(settings.model, resolve(settings.device))
    edsr = build_predictor(ModelPackage.load(settings.edsr, resolve(settings.device)))
    if settings.only:
        results.keep("of", describe_model(package))
        results.keep("EDSR, pixel objective", score_model(edsr, held_out))
    for name in settings.only:
        print(f"\n{name}", flush=True)
        results.keep(name, score_model(build_sampled_predictor(package, WAYS[name]), held_out))
    print("\n" + content(results.entries))
    if settings.write:
        write("samplers", content(results.entries))
    if settings.picture:
        models = {
            "EDSR": edsr,
            **{title: build_sampled_predictor(package, WAYS[way]) for title, way in PICTURED.items()},
        }
        strip(models, held_out, SHOWN, ROOT / "docs" / "images" / "samplers.png")
