"""Writes a picture that compares LR, bicubic, SR and HR of test tiles that show different kinds of land.

PYTHONPATH=. python script/comparison_picture.py MODEL.srpk TILES OUT.png [ROWS]
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from matplotlib.figure import Figure

from sr_core.atomic_write import atomic_write
from sr_core.datasets.tileset import TileSet
from sr_core.device import resolve
from sr_core.errors import SrError
from sr_core.evaluation.tile_pictures import render_tile
from sr_core.i18n import say
from sr_core.inference.predictor import Predictor, build_predictor
from sr_core.package.srpk import ModelPackage

TITLES = ("Low resolution", "Bicubic", "Super-resolved", "Truth")


def main(model: str, tiles: str, out: str, rows: str = "3") -> None:
    """Write the picture of a model on the test tiles of a tile set, one row for each tile."""
    package, tileset = ModelPackage.load(model, resolve("auto")), TileSet.open(tiles)
    with atomic_write(out) as file:
        write_comparison(build_predictor(package), tileset, choose_tiles(tileset, int(rows)), file)


def write_comparison(predictor: Predictor, tileset: TileSet, names: Sequence[str], out_png: Path) -> None:
    """Write LR | bicubic | SR | HR of the named test tiles, a row for each, as one PNG file."""
    figure = Figure(figsize=(12, 3 * len(names) + 0.3), dpi=100, layout="constrained")
    grid = figure.subplots(len(names), 4, squeeze=False)
    for axes, title in zip(grid[0], TITLES, strict=True):
        axes.set_title(say(title), fontsize=11)
    for row, name in zip(grid, names, strict=True):
        for axes, picture in zip(row, render_tile(predictor, tileset, "test", name), strict=True):
            axes.imshow(picture, interpolation="nearest")
            axes.set_axis_off()
    figure.savefig(out_png)


def choose_tiles(tileset: TileSet, count: int) -> Sequence[str]:
    """Return the names of test tiles with different amounts of detail, the most detailed first."""
    names = tileset.require("test")
    detail = [float(np.abs(np.diff(tileset.read("test", name).hr)).mean()) for name in names]
    ranked = sorted(zip(detail, names, strict=True), reverse=True)
    # Without the third that has least detail: there is nothing to see.
    places = np.linspace(0, (len(ranked) - 1) * 2 / 3, min(count, len(ranked)))
    return [ranked[round(place)][1] for place in places]


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except SrError as error:
        sys.exit(str(error))
