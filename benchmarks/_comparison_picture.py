"""Parts of tiles side by side, pixel for pixel: low resolution, bicubic, what nets make of it, truth."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from PIL import Image

from sr_core.datasets.tileset import TileSet
from sr_core.evaluation.tile_pictures import Picture, render_tile
from sr_core.inference.predictor import Predictor

SIDE = 112
"""Pixels of the result that are cut from each tile."""
MAGNIFIED = 2
GAP, TITLE = 6, 22
"""Pixels between pictures, and above them."""


def strip(
    nets: Mapping[str, Predictor], tileset: TileSet, shown: Mapping[str, tuple[int, int]], out_png: Path
) -> None:
    """Write one row for each of the `shown` test tiles, from the given corner (row, column) on.

    256 colours, which a picture this small hardly needs more of, keep the file small.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    rows = []
    for name, corner in shown.items():
        each = [render_tile(net, tileset, "test", name) for net in nets.values()]
        columns = (each[0].lr, each[0].bicubic, *(found.sr for found in each), each[0].hr)
        rows.append([_cut(column, corner, each[0].hr.shape[0]) for column in columns])
    titles = ("Low resolution", "Bicubic", *nets, "Truth")
    side = SIDE * MAGNIFIED
    width, height = len(titles) * (side + GAP) - GAP, TITLE + len(rows) * (side + GAP) - GAP
    figure = Figure(figsize=(width / 100, height / 100), dpi=100)
    FigureCanvasAgg(figure)
    for number, row in enumerate(rows):
        for column, picture in enumerate(row):
            left, below = column * (side + GAP), (len(rows) - 1 - number) * (side + GAP)
            axes = figure.add_axes((left / width, below / height, side / width, side / height))
            axes.imshow(picture, interpolation="nearest")
            axes.set_axis_off()
            if number == 0:
                axes.set_title(titles[column], fontsize=10, pad=4)
    file = io.BytesIO()
    figure.savefig(file, format="png")
    Image.open(file).convert("RGB").quantize(256, dither=Image.Dither.NONE).save(out_png, optimize=True)


def _cut(picture: Picture, corner: tuple[int, int], size: int) -> Picture:
    """Return the part of a tile at whatever resolution, where the tile has `size` pixels at the highest."""
    fine = np.repeat(np.repeat(picture, size // picture.shape[0], axis=0), size // picture.shape[1], axis=1)
    row, col = corner
    return fine[row : row + SIDE, col : col + SIDE]
