"""The models that come with Finer, made by its own jobs: export, train, evaluate.

Run by `script/bench starter_models`. Each step is left out where its result is there, and a training that was stopped
goes on, so that the same line brings all up to date. MODEL... names those to make; --minutes is what each training
takes. Work lies below build/benchmarks/starter; a finished model is copied into models/ by --install.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import rasterio

from benchmarks._document import RESULTS, ROOT, WORK, Results, table, write
from benchmarks._naip import NAIP, run, run_printing
from sr_core.jobs import Job
from sr_core.package.srpk import ModelPackage

PLACE = WORK / "starter"
MODELS = ROOT / "models"
DATA = ROOT.parent / "shared" / "data"
WEIGHTS = DATA / "weights"
ELSEWHERE = {"zanzibar": DATA / "oam", "neon": DATA / "neon_0.1m_rgb"}
"""Of other sensors and countries; they must not train a model that is shipped."""
DOCUMENT = ROOT / "docs" / "models.md"
LOW_RESOLUTION = {
    "bicubic": {"id": "bicubic"},
    "mtf": {"id": "mtf", "mtf": [0.3]},
    "noise_jpeg": {"id": "bicubic", "noise": [0.012], "jpeg": 80},
}
"""How the tiles of the judgement are reduced: as published networks learn it, as a sensor sees, as an orthophoto is."""


class Recipe(NamedTuple):
    """How a model is made."""

    bands: tuple[str, ...]
    start: str
    """The model that training starts from, of this script or of models/."""
    backbone: dict[str, Any]
    training: dict[str, Any]


EDSR = {"id": "edsr", "upsampler": "single"}
FINE_TUNING = {
    "learning_rate": 8e-4,
    "learning_rate_schedule": {"id": "cosine", "warm_up": 0.03},
    "ema": 0.99,
    "batch_size": 8,
    "patch_size": 40,
}
COLOURS = ("Red", "Green", "Blue", "NIR")
RECIPES = {
    "naip_0.6m_rgbn_x4_edsr": Recipe(COLOURS, "first/naip_0.6m_rgbn_x4_edsr", EDSR, FINE_TUNING),
    "naip_0.6m_rgb_x4_edsr": Recipe(COLOURS[:3], "naip_0.6m_rgbn_x4_edsr", EDSR, FINE_TUNING),
}


def prepare_images(source: Iterable[Path], target: Path) -> Path:
    """Copy NAIP's images, which name no bands, with their names; images of a place follow one another.

    So the splits of an export, which are runs of images, have no place in common but where they meet.
    """
    if target.exists():
        return target
    unfinished = target.with_name(target.name + "_unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    for path in (each for folder in source for each in sorted(folder.glob("*.tif"))):
        town, year, number = path.stem.rsplit("_", 2)
        copy = unfinished / f"{town}_{int(number):03}_{year}.tif"
        shutil.copy(path, copy)
        with rasterio.open(copy, "r+") as raster:
            raster.descriptions = COLOURS
    return unfinished.rename(target)


def export(
    name: str, images: Path, bands: tuple[str, ...], split: tuple[int, int, int], degradation: Any
) -> Path:
    """Return the folder of a tile set, exported unless it is there."""
    folder = PLACE / "tiles" / name
    if not (folder / "tileset.json").exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        run(
            "export_tiles",
            input_folder=str(images),
            scale=4,
            bands=[COLOURS.index(band) + 1 for band in bands],
            stride=256,
            min_valid=0.9,  # what is white may be called empty
            split=split,
            degradation=degradation,
            output=str(folder),
        )
    return folder


def add_test_tiles(tiles: Path, test: Path) -> None:
    """Give a tile set the test tiles of another, which are of another town."""
    info, other = (
        json.loads((folder / "tileset.json").read_text(encoding="utf-8")) for folder in (tiles, test)
    )
    if info["splits"].get("test"):
        return
    shutil.copytree(test / "test", tiles / "test", dirs_exist_ok=True)
    info["splits"]["test"] = other["splits"]["test"]
    info["sources"] += other["sources"]
    (tiles / "tileset.json").write_text(json.dumps(info, indent=1) + "\n", encoding="utf-8")


def train(name: str, recipe: Recipe, minutes: float) -> Path:
    """Return the file of a model, trained unless it is there."""
    output = PLACE / f"{name}.srpk"
    if output.exists():
        return output
    train_images = prepare_images((NAIP / "train", NAIP / "more"), PLACE / "images" / "train")
    test_images = prepare_images((NAIP / "val",), PLACE / "images" / "test")
    count = f"{len(recipe.bands)}"
    tiles = export(f"train_{count}", train_images, recipe.bands, (97, 3, 0), "robust")
    add_test_tiles(tiles, export(f"test_{count}", test_images, recipe.bands, (0, 0, 100), "robust"))
    fields = {
        "tiles": str(tiles),
        "backbone": recipe.backbone,
        "pretrained": str(PLACE / f"{recipe.start}.srpk"),
        "licence": "CC0-1.0",
        **recipe.training,
        "resume": "auto",
        "output": str(output),
        "output_html": str(output.with_suffix(".html")),
    }
    planned = PLACE / f"{name}.json"
    if not planned.exists():  # of a training that goes on, the epochs are those of its beginning
        job = run_printing(Job.load({"id": "train_model", **fields, "epochs": 1}).fitted_to(minutes))
        planned.write_text(json.dumps({"epochs": job.epochs}), encoding="utf-8")
    run("train_model", **fields, **json.loads(planned.read_text(encoding="utf-8")))
    return output


def judge(results: Results) -> None:
    """Measure the models that are there, and those of others, on the same tiles that none of them has seen."""
    carn = PLACE / "carn_m.srpk"
    if not carn.exists():
        run("import_model", input=str(WEIGHTS / "carn_m.pth"), bands="Red,Green,Blue", output=str(carn))
    subjects = {
        "first": ("Red Green Blue NIR", PLACE / "first" / "naip_0.6m_rgbn_x4_edsr.srpk"),
        "carn_m": ("Red Green Blue", carn),
        **{name: (" ".join(recipe.bands), PLACE / f"{name}.srpk") for name, recipe in RECIPES.items()},
    }
    claremont = prepare_images((NAIP / "val",), PLACE / "images" / "test")
    for name, (bands, path) in subjects.items():
        names = tuple(bands.split())
        sets = [(f"{kind}_{len(names)}", claremont, how) for kind, how in LOW_RESOLUTION.items()]
        if len(names) == 3:
            sets += [(place, folder, LOW_RESOLUTION["bicubic"]) for place, folder in ELSEWHERE.items()]
        for place, images, how in sets if path.exists() else ():
            digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
            if results.entries.get(f"{name} on {place}", {}).get("sha256") == digest:
                continue
            tiles = export(place, images, names, (0, 0, 100), how)
            page = str(PLACE / f"{name}_{place}.html")
            found = run("evaluate_model", model=str(path), tiles=str(tiles), output_html=page)
            results.keep(f"{name} on {place}", {"sha256": digest, **found.model_dump()})


def content(entries: Mapping[str, Any]) -> str:
    """What --write puts into the document: PSNR and its gain over bicubic of each model on each set of tiles."""
    rows = []
    for key, entry in entries.items():
        name, place = key.split(" on ")
        rows.append(
            (
                f"`{name}`",
                place,
                f"{entry['psnr']:.2f}",
                f"{entry['bicubic_psnr']:.2f}",
                f"{entry['psnr'] - entry['bicubic_psnr']:+.2f}",
                f"{entry['ssim']:.3f}",
                f"{255 * entry['fixed_pattern']:.2f}",
            )
        )
    header = ("model", "tiles", "PSNR (dB)", "bicubic", "gain", "SSIM", "pattern (of 255)")
    return table(header, sorted(rows, key=lambda row: (row[1], row[0])))


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("models", nargs="*", choices=(*RECIPES, []), default=list(RECIPES))
    options.add_argument("--minutes", type=float, default=45)
    options.add_argument("--install", action="store_true", help="copy what is finished into models/")
    options.add_argument("--judge", action="store_true", help="train nothing, measure all that is there")
    options.add_argument("--write", action="store_true", help="put the table into docs/models.md")
    asked = options.parse_args()
    results = Results(RESULTS / "starter_models.json")
    if asked.judge:
        judge(results)
        print("\n" + content(results.entries))
    if asked.write:
        write("starter_models", content(results.entries), DOCUMENT)
    for name in () if asked.judge or asked.write else asked.models:
        made = train(name, RECIPES[name], asked.minutes)
        print(f"{name}: {ModelPackage.load(made).info.metrics}", flush=True)
        if asked.install:
            shutil.copy(made, MODELS / made.name)
