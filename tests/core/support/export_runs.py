"""Running the export job with small tiles, for the tests of what it makes."""

from __future__ import annotations

import pytest
import rasterio
from affine import Affine

from sr_core.datasets.splits import SPLITS
from sr_core.datasets.tileset import TileSet
from sr_core.errors import InputError
from sr_core.jobs import Log
from sr_core.jobs.export_tiles import ExportTiles

SMALL = {"scale": 2, "tile_size": 16, "stride": 8}
GRID = Affine(10, 0, 500_000, 0, -10, 5_000_000)
ROTATED = Affine.translation(5e5, 5e6) * Affine.rotation(30) * Affine.scale(10, -10)


def run(tmp_path, input=None, output="tiles", **options):
    """Export with small tiles; returns the tile set, and what was said on the way."""
    if input is not None:
        options["input"] = str(input)
    job = ExportTiles.build({**SMALL, "output": str(tmp_path / output), **options})
    steps, work = [], job.run()
    try:
        while True:
            steps.append(next(work))
    except StopIteration as finished:
        counts = finished.value
    tiles = TileSet.open(tmp_path / output)
    assert counts.model_dump() == {f"n_{split}": len(tiles.names(split)) for split in SPLITS}
    assert not list(tmp_path.glob(".finer-*"))
    return tiles, steps


def logs(steps):
    return "\n".join(step.text.format(**step.values) for step in steps if isinstance(step, Log))


def everything(tiles):
    """(split, name, HR dataset, LR dataset) of every tile."""
    for split in SPLITS:
        for name in tiles.names(split):
            with (
                rasterio.open(tiles.path(split, "hr", name)) as hr,
                rasterio.open(tiles.path(split, "lr", name)) as lr,
            ):
                yield split, name, hr, lr


def offset(name):
    row, col = name.rsplit("_", 2)[1:]
    return int(row), int(col)


def refused(tmp_path, says, input=None, **options):
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(InputError, match=says) as error:
        run(tmp_path, input, **options)
    assert sorted(tmp_path.rglob("*")) == before
    assert "{" not in str(error.value) and str(error.value).count(". ") == 0  # one sentence
