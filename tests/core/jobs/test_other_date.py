"""Another date of the low-resolution raster is a guide of equal pixels: through tiles, training and a result."""

from __future__ import annotations

import numpy as np
import rasterio
from affine import Affine

from sr_core.jobs import Job
from sr_core.package.srpk import read_info

from ..support.small_trainings import run_to_end

COARSE = Affine(20, 0, 500_000, 0, -20, 5_000_000)
SIDE = 64
NOISE = {"first": 400, "other": 100}
"""Standard deviation of each date, of land whose own is 600 and in which no pixel tells of its neighbours."""


def write_land(make_raster, seed):
    """Write land of 10 m and two noisy dates of 20 m; return their paths, the first date's pixels and what it would be without."""
    rng = np.random.default_rng(seed)
    land = 3000 + rng.normal(0, 600, (SIDE, SIDE))
    dates = {name: land + rng.normal(0, noise, land.shape) for name, noise in NOISE.items()}
    paths = {}
    for name, pixels in {"truth": land.repeat(2, 0).repeat(2, 1), **dates}.items():
        grid = COARSE * Affine.scale(SIDE / len(pixels))
        image = np.rint(pixels)[None].astype("uint16")
        paths[name] = str(make_raster(f"{name}{seed}.tif", image, transform=grid))
    return paths, dates["first"], land


def error(found, truth):
    return float(np.sqrt(np.square(found - truth).mean()))


def best_of_one_date(first, land):
    """Return the error of the best that is linear in one date: its neighbours tell nothing."""
    slope, offset = np.polyfit(first.ravel(), land.ravel(), 1)
    return error(slope * first + offset, land)


def test_two_dates_show_what_one_cannot(tmp_path, make_raster):
    learnt_from, *_ = write_land(make_raster, 0)
    paths, first, land = write_land(make_raster, 1)
    tiles, model = str(tmp_path / "tiles"), str(tmp_path / "m.srpk")
    export = {
        "id": "export_tiles", "input": learnt_from["truth"], "input_lr": learnt_from["first"], "guide": learnt_from["other"],
        "scale": 2, "tile_size": 32, "stride": 32, "split": [70, 15, 15], "output": tiles,
    }  # fmt: skip
    train = {
        "id": "train_model", "tiles": tiles, "backbone": {"id": "edsr", "n_feats": 8, "n_blocks": 1}, "epochs": 10,
        "batch_size": 4, "patch_size": 8, "learning_rate": 1e-2, "device": "cpu", "output": model,
    }  # fmt: skip
    for job in (export, train):
        run_to_end(Job.load(job).run())
    info, _ = read_info(model)
    assert info.guide.ratio == 1 and len(info.guide.bands) == 1
    errors = {}
    for guide in ("other", "first"):
        classify = {
            "id": "classify_pixels", "input": paths["first"], "guide": paths[guide], "model": model, "device": "cpu",
            "output": str(tmp_path / "out.tif"),
        }  # fmt: skip
        run_to_end(Job.load(classify).run())
        with rasterio.open(tmp_path / "out.tif") as result:
            means = result.read(1).reshape(SIDE, 2, SIDE, 2).mean((1, 3))
        errors[guide] = error(means, land)
    assert errors["other"] < 0.5 * best_of_one_date(first, land)
    assert errors["first"] > best_of_one_date(first, land)
