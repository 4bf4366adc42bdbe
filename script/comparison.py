"""Makes one picture of a model's work, LR | bicubic | SR | HR, from test tiles that show different kinds of land.

PYTHONPATH=. python script/comparison.py MODEL.srpk TILES OUT.png [ROWS]
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import numpy as np

from sr_core.atomic_write import atomic_write
from sr_core.datasets.tileset import TileSet
from sr_core.device import resolve
from sr_core.errors import SrError
from sr_core.evaluation.pictures import comparison_picture
from sr_core.inference.predictor import build_predictor
from sr_core.package.srpk import ModelPackage


def main(model: str, tiles: str, out: str, rows: str = "3") -> None:
    package, tileset = ModelPackage.load(model, resolve("auto")), TileSet.open(tiles)
    with atomic_write(out) as file:
        comparison_picture(build_predictor(package), tileset, "test", varied(tileset, int(rows)), file)


def varied(tileset: TileSet, count: int) -> Sequence[str]:
    """Names of test tiles, the one with most detail first, others from further and further down the order."""
    names = tileset.require("test")
    detail = [float(np.abs(np.diff(tileset.read("test", name).hr)).mean()) for name in names]
    ranked = sorted(zip(detail, names, strict=True), reverse=True)
    # Not the plainest third: there is nothing to see.
    places = np.linspace(0, (len(ranked) - 1) * 2 / 3, min(count, len(ranked)))
    return [ranked[round(place)][1] for place in places]


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except SrError as error:
        sys.exit(str(error))
