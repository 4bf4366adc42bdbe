"""The models that come with Finer, made by its own jobs: export, train, evaluate.

Run by `script/bench train_starter_models`. Each step is left out where its result is there, and a training that was stopped
goes on, so that the same line brings all up to date. MODEL... names those to make; --minutes is what each training
takes. Work lies below build/benchmarks/starter; a finished model is copied into models/ by --install.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from benchmarks._dead_leaves import write_dead_leaves
from benchmarks._edge_ripple import measure_edge_ripple
from benchmarks._in_process_job import run, run_printing
from benchmarks._naip_tiles import DATA, NAIP
from benchmarks._result_tables import RESULTS, ROOT, WORK, Results, table, write
from benchmarks._starter_model_recipes import (
    CARN,
    DEGRADATIONS,
    FIRST,
    FIRST_COMMIT,
    RECIPES,
    SENTINEL2,
    Recipe,
)
from benchmarks._training_images import CHIP, COLOURS, prepare_images, prepare_scenes
from benchmarks.real_image_degradation import measure_displacement
from sr_core.backbones._blocks import equalize_subpixels_, find_subpixel_convs, zero_init
from sr_core.datasets.tileset import TileSet
from sr_core.evaluation.tile_scores import upscale_tile
from sr_core.inference.predictor import Predictor, build_predictor
from sr_core.package.srpk import ModelPackage
from sr_core.training.final_evaluation import evaluate_final

PLACE = WORK / "starter"
MODELS = ROOT / "models"
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


def export(
    name: str,
    images: Path,
    split: tuple[int, int, int],
    degradation: Any,
    bands: Sequence[str] = COLOURS,
    scale: int = 4,
    side: int = 256,
) -> Path:
    """Return the folder of a tile set, exported unless it is there."""
    folder = PLACE / "tiles" / name
    if not (folder / "tileset.json").exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        run(
            "export_tiles",
            input_folder=str(images),
            scale=scale,
            bands=list(range(1, len(bands) + 1)),
            tile_size=side,
            stride=side,
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


def export_for(name: str, recipe: Recipe) -> Path:
    """Return the tiles that a model learns from, with test tiles of land that it does not see."""
    if name == SENTINEL2:
        scenes = prepare_scenes(PLACE / "images" / "sentinel2")
        return export("sentinel2", scenes, (85, 5, 10), DEGRADATIONS["sentinel2"], recipe.bands, 2, CHIP // 2)
    train_images = prepare_images((NAIP / "train", NAIP / "more"), PLACE / "images" / "train")
    if recipe.dead_leaves:
        train_images = add_dead_leaves(train_images, recipe.dead_leaves)
    test_images = prepare_images((NAIP / "val",), PLACE / "images" / "test")
    kind = name_tiles(f"{len(recipe.bands)}_{recipe.clean:g}", recipe.scale)
    degradation = {**DEGRADATIONS["naip"], "clean": recipe.clean}
    synthetic = f"_{recipe.dead_leaves}" if recipe.dead_leaves else ""
    how = (degradation, recipe.bands, recipe.scale)
    tiles = export(f"train_{kind}{synthetic}", train_images, (97, 3, 0), *how)
    test = export(f"test_{kind}", test_images, (0, 0, 100), *how)
    add_test_tiles(tiles, test)
    return tiles


def name_tiles(kind: str, scale: int) -> str:
    """Return the name of a tile set of aerial images, in which ×4 goes without saying."""
    return kind if scale == 4 else f"{kind}_x{scale}"


def add_dead_leaves(images: Path, count: int) -> Path:
    """Return a folder of the same images and synthetic ones, which come first and so are not validated on."""
    target = images.with_name(f"{images.name}_{count}")
    if not target.exists():
        unfinished = target.with_name(target.name + "_unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        shutil.copytree(images, unfinished)
        write_dead_leaves(unfinished, sorted(images.glob("*.tif")), count)
        unfinished.rename(target)
    return target


def train(name: str, recipe: Recipe, minutes: float) -> Path:
    """Return the file of a model, trained unless it is there."""
    output = PLACE / f"{name}.srpk"
    if output.exists():
        return output
    tiles = export_for(name, recipe)
    start = start_of(recipe.start) if recipe.start else None
    if start and recipe.start_share:
        trained = output.with_stem(f"{name}_trained")
        if not trained.exists():
            train_from(start, recipe, tiles, minutes, trained)
        average(start, trained, recipe.start_share, tiles, output)
        return output
    train_from(zero_tail(start) if start and recipe.has_new_tail else start, recipe, tiles, minutes, output)
    if recipe.pixel_size:
        set_pixel_size(output, recipe.pixel_size)
    return output


def train_from(start: Path | None, recipe: Recipe, tiles: Path, minutes: float, output: Path) -> None:
    """Train a model, from the weights of another if there is one."""
    fields = {
        "tiles": str(tiles),
        "backbone": recipe.backbone,
        **({"pretrained": str(start)} if start else {}),
        "licence": recipe.licence,
        **recipe.training,
        "resume": "auto",
        "output": str(output),
        "output_html": str(output.with_suffix(".html")),
    }
    run("train_model", **fields, minutes=minutes)


def average(start: Path, trained: Path, start_share: float, tiles: Path, output: Path) -> None:
    """Write the model whose weights are the mean of those that training started and ended with, measured anew."""
    package = ModelPackage.load(trained)
    first = ModelPackage.load(start, scale=package.info.scale)
    assert package.torch_net and first.torch_net
    before, after = first.torch_net.state_dict(), package.torch_net.state_dict()
    package.torch_net.load_state_dict({key: before[key].lerp(after[key], 1 - start_share) for key in after})
    record = {**package.info.training, "start_share": start_share}
    measuring = evaluate_final(package, output.stem, TileSet.open(tiles), record)
    run_printing(measuring).package.save(output)


def start_of(name: str) -> Path:
    """Return the file of a model that another one starts from."""
    if name == CARN:
        return import_carn()
    if name == FIRST:
        return restore_first()
    return (MODELS if RECIPES[name].is_shipped else PLACE) / f"{name}.srpk"


def restore_first() -> Path:
    """Return the file of the first RGBN model, taken from the repository's history unless it is there."""
    output = PLACE / f"{FIRST}.srpk"
    if not output.exists():
        command = ["git", "show", f"{FIRST_COMMIT}:models/naip_0.6m_rgbn_x4_edsr.srpk"]
        output.write_bytes(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
    return output


def import_carn() -> Path:
    """Return the file of CARN-M by its authors, imported unless it is there."""
    output = PLACE / f"{CARN}.srpk"
    if not output.exists():
        run("import_model", input=str(WEIGHTS / "carn_m.pth"), bands="Red,Green,Blue", output=str(output))
    return output


def zero_tail(path: Path) -> Path:
    """Return a copy of a model whose results are those of bicubic resampling, as the last layer of its tail is zero.

    What feeds its pixel shuffles loses its pattern on flat fields, to which no later weight has adapted then.
    """
    package = ModelPackage.load(path)
    assert package.torch_net
    tail = package.torch_net.body["tail"]
    for layer, factor in find_subpixel_convs(tail):
        equalize_subpixels_(layer, factor)
    zero_init([layer for layer in tail.modules() if isinstance(layer, torch.nn.Conv2d)][-1])
    copy = PLACE / f"{path.stem}_without_tail.srpk"
    package.save(copy)
    return copy


def set_pixel_size(path: Path, metres: float) -> None:
    """Let a package say for which pixels it is: dialogs compare them with those of a layer."""
    package = ModelPackage.load(path)
    assert package.info.data
    data = package.info.data.model_copy(update={"ground_resolution": metres})
    replace(package, info=package.info.model_copy(update={"data": data})).save(path)


def judge(results: Results, names: Sequence[str]) -> None:
    """Measure the models that are there, or those of some names, on the same tiles that none of them has seen."""
    subjects = [
        (FIRST, COLOURS, 4, start_of(FIRST)),
        *((CARN, COLOURS[:3], scale, start_of(CARN)) for scale in (4, 2)),
        *(
            (name, recipe.bands, recipe.scale, PLACE / f"{name}.srpk")
            for name, recipe in RECIPES.items()
            if name != SENTINEL2
        ),
    ]
    claremont = prepare_images((NAIP / "val",), PLACE / "images" / "test")
    for name, bands, scale, path in subjects:
        sets = [(f"{kind}_{len(bands)}", claremont, how) for kind, how in LOW_RESOLUTION.items()]
        if len(bands) == 3:
            sets += [(place, folder, LOW_RESOLUTION["bicubic"]) for place, folder in ELSEWHERE.items()]
        for kind, images, how in sets if path.exists() and (not names or name in names) else ():
            place = name_tiles(kind, scale)
            digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
            if results.entries.get(f"{name} on {place}", {}).get("sha256") == digest:
                continue
            tiles = export(place, images, (0, 0, 100), how, bands, scale)
            page = str(PLACE / f"{name}_{place}.html")
            found = run("evaluate_model", model=str(path), tiles=str(tiles), output_html=page)
            predictor = build_predictor(ModelPackage.load(path, scale=scale))
            measured = {
                "displacement": measure_displacements(predictor, tiles),
                "edge_ripple": measure_edge_ripple(predictor, len(bands)),
            }
            results.keep(f"{name} on {place}", {"sha256": digest, **found.model_dump(), **measured})


def measure_displacements(predictor: Predictor, tiles: Path) -> tuple[float, float]:
    """Return how far a model's results lie from the truth on average, in pixels of the result, down and right."""
    tileset, shifts = TileSet.open(tiles), []
    for tile in tileset.names("test")[::4]:
        pair = tileset.read("test", tile)
        result = upscale_tile(predictor.upscale, tileset, pair)
        shifts.append(measure_displacement(result.astype(np.float64), pair.hr.astype(np.float64)))
    down, right = np.mean(shifts, axis=0)
    return float(down), float(right)


def content(entries: Mapping[str, Any]) -> str:
    """Return what --write puts into the document: PSNR and its gain over bicubic of each model on each set of tiles."""
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
                f"{entry['edge_ripple']:.1%}",
            )
        )
    header = (
        "model",
        "tiles",
        "PSNR (dB)",
        "bicubic",
        "gain",
        "SSIM",
        "pattern (of 255)",
        "ripple beside edges",
    )
    return table(header, sorted(rows, key=lambda row: (row[1], row[0])))


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("models", nargs="*", choices=(*RECIPES, []))
    options.add_argument("--minutes", type=float, default=45)
    options.add_argument("--install", action="store_true", help="copy what is finished into models/")
    options.add_argument(
        "--judge", action="store_true", help="train nothing, measure MODEL..., or all that is there"
    )
    options.add_argument("--write", action="store_true", help="put the table into docs/models.md")
    settings = options.parse_args()
    PLACE.mkdir(parents=True, exist_ok=True)
    results = Results(RESULTS / "starter_models.json")
    if settings.judge:
        judge(results, settings.models)
        print("\n" + content(results.entries))
    if settings.write:
        write("starter_models", content(results.entries), DOCUMENT)
    for name in () if settings.judge or settings.write else settings.models or RECIPES:
        made = train(name, RECIPES[name], settings.minutes)
        if settings.install and RECIPES[name].is_shipped:
            shutil.copy(made, MODELS / made.name)
