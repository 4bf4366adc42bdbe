"""Sentinel-2's bands of 20 m at 10 m: errors one scale coarser beside cubic and pansharpening; time and memory of the job.

Run by `script/bench sentinel2`. The errors are those of real scenes made twice as coarse by the MTF of their bands: what is
learnt from 80 to 40 m is applied from 40 to 20 m, where the bands as they are are the truth, to the scene that it was
learnt from and to the other one. Time and memory are those of a product that is a part of T33UUB laid side by side, of
`--sides` pixels of 10 m, in a process of its own as QGIS starts it, which learns from the product for `--learn` minutes.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import torch
from affine import Affine
from numpy.typing import NDArray
from rasterio.windows import Window

from benchmarks._classify_pixels_run import watch
from benchmarks._naip_tiles import DATA
from benchmarks._result_tables import ONLY, RESULTS, ROOT, Results, machine, table, write
from sr_core.backbones import bicubic
from sr_core.evaluation.pansharpening_baseline import PansharpeningBaseline
from sr_core.inference.band_fusion import FusionRequest
from sr_core.inference.model_loading import LoadedModel, ModelRequest
from sr_core.inference.predictor import DEFAULT, build_predictor
from sr_core.jobs._fusion_training import FusionTask, learn_fusion
from sr_core.jobs._scene_fusion import BLUR, COARSE, FINE, SCALE
from sr_core.jobs.sharpen_sentinel2 import SharpenSentinel2
from sr_core.package.srpk import ModelPackage
from sr_core.progress import run_to_end
from sr_core.raster.cog import raw_writer
from sr_core.raster.local_band_copies import StagedBands
from sr_core.raster.raster_reader import open_raster
from sr_core.raster.space_to_depth import fold
from sr_core.sentinel2.bands import RESOLUTIONS
from tests.core.support.sentinel2_products import write_product

DOCUMENT = ROOT / "docs" / "sentinel-2.md"
SCENE_FOLDER = DATA / "sentinel2"
FILES = ("s2_l1c_T33UUB_10m_B04_B03_B02_B08.tif", "s2_l1c_T33UUB_20m_B05_B06_B07_B8A_B11_B12.tif")
ABERYSTWYTH = "s2_20210527_aberystwyth_10band_x1000.tif"
WAYS = ("cubic", "pansharpening", "learnt from another scene", "learnt from this scene")
EDGE = 8
"""Pixels at the edge that do not count, where the scene ends for all."""


Bands = Mapping[str, NDArray[np.uint16]]
"""Of a scene by name, each in its resolution, reflectance × 10,000."""


def read_t33uub(data: Path) -> Bands:
    """Return the bands of a part of a granule as its product has them."""
    found = {}
    for file in FILES:
        with rasterio.open(data / file) as dataset:
            found |= dict(zip(dataset.descriptions, dataset.read(), strict=True))
    return found


def read_aberystwyth(data: Path) -> Bands:
    """Return the bands of a scene whose bands of 20 m had been resampled to 10 m: they are averaged back."""
    with rasterio.open(data / ABERYSTWYTH) as dataset:
        height, width = (side // 4 * 4 for side in dataset.shape)
        pixels = 10 * dataset.read()[:, :height, :width]
        found = dict(zip(dataset.descriptions, pixels, strict=True))
    return {band: block_mean(each, RESOLUTIONS[band] // 10) for band, each in found.items()}


SCENES: dict[str, Callable[[Path], Bands]] = {"T33UUB": read_t33uub, "Aberystwyth": read_aberystwyth}


class CoarserScene:
    """A scene made twice as coarse, and its bands as they are, the truth."""

    def __init__(self, bands: Bands, folder: Path) -> None:
        """Write the coarser bands into a folder."""
        self.folder = folder
        folder.mkdir()
        self.truth = np.stack([bands[band] for band in COARSE]).astype(np.float32)
        fine = np.stack([bands[band] for band in FINE])
        self.coarse, self.lr = degrade(self.truth, COARSE, 2 * RESOLUTIONS["B05"], folder / "coarse.tif")
        self.fine, self.guide = degrade(fine, FINE, 2 * RESOLUTIONS["B02"], folder / "fine.tif")

    def learn(self, minutes: float) -> ModelPackage:
        """Return a model that has learnt from it."""
        task = FusionTask(str(self.coarse.path), str(self.fine.path), degradation=BLUR)
        run_to_end(
            learn_fusion(task, self.folder / "learnt.srpk", self.folder, SharpenSentinel2, minutes=minutes)
        )
        return ModelPackage.load(self.folder / "learnt.srpk")

    def score(self, own: ModelPackage, other: ModelPackage) -> dict[str, Any]:
        """Return RMSE of each band (reflectance × 10,000), and of all RMSE, ERGAS and residual, by the way they came about."""
        results = {"cubic": bicubic(torch.from_numpy(self.lr)[None], SCALE)[0].numpy()}
        inputs = np.concatenate([self.lr, fold(self.guide, SCALE)])
        each = [
            PansharpeningBaseline(SCALE, len(COARSE), len(inputs), (place,) * len(COARSE)).upscale(inputs)
            for place in range(len(FINE))
        ]
        best = np.argmin([rmse(result, self.truth) for result in each], axis=0)
        results["pansharpening"] = np.stack([each[place][band] for band, place in enumerate(best)])
        for way, package in ((WAYS[2], other), (WAYS[3], own)):
            results[way] = self.fuse(package)
        return {way: score_result(results[way], self.truth, self.lr) for way in WAYS}

    def fuse(self, package: ModelPackage) -> NDArray[np.float32]:
        """Return what a model makes of it, as the job does."""
        path, guide = str(self.coarse.path), str(self.fine.path)
        bands = FusionRequest(path, guide=guide, window=self.coarse.place, names=COARSE)
        predictor = build_predictor(package, consistency="on")
        model = LoadedModel(package, None, predictor, predictor.device)
        with ExitStack() as files:
            ready = run_to_end(bands.open(ModelRequest(package.name, SCALE, "cpu", DEFAULT), model, files))
            with raw_writer(self.folder / "fused.tif", ready.profile) as writer:
                run_to_end(ready.compute([writer]))
            with rasterio.open(writer.raw) as dataset:
                return dataset.read().astype(np.float32)


def degrade(
    pixels: NDArray[Any], bands: tuple[str, ...], resolution: int, path: Path
) -> tuple[StagedBands, NDArray[np.float32]]:
    """Write bands made twice as coarse; return the file and its pixels."""
    fitted = BLUR.adapt_to_raster(bands, "uint16")
    coarse, _ = fitted.downsample(pixels, np.ones(pixels.shape, bool), SCALE)
    stored = np.rint(coarse).astype("uint16")
    height, width = stored.shape[1:]
    grid = Affine(resolution, 0, 300_000, 0, -resolution, 6_000_000)
    profile = {"driver": "GTiff", "dtype": "uint16", "crs": "EPSG:32633", "transform": grid, "nodata": 0}
    with rasterio.open(path, "w", height=height, width=width, count=len(stored), **profile) as dataset:
        dataset.write(stored)
        dataset.descriptions = bands
        dataset.scales = (1e-4,) * len(bands)
    with open_raster(path) as raster:
        staged = StagedBands(path, raster.profile, Window(0, 0, width, height))
    return staged, stored.astype(np.float32)


def rmse(result: NDArray[Any], truth: NDArray[Any]) -> NDArray[np.float64]:
    """Return the RMSE of each band, without the edge."""
    inner = (slice(None), slice(EDGE, -EDGE), slice(EDGE, -EDGE))
    return np.sqrt(np.square(result[inner] - truth[inner], dtype=np.float64).mean(axis=(1, 2)))


def score_result(result: NDArray[Any], truth: NDArray[Any], lr: NDArray[Any]) -> dict[str, Any]:
    """Return the figures of a result: RMSE, ERGAS (Wald 2000), and how far it is from its input when it is degraded again (%)."""
    each, means = rmse(result, truth), truth.mean(axis=(1, 2), dtype=np.float64)
    back, _ = BLUR.adapt_to_raster(COARSE, "uint16").downsample(result, np.ones(result.shape, bool), SCALE)
    inner = (slice(None), slice(EDGE, -EDGE), slice(EDGE, -EDGE))
    residual = np.sqrt(np.square(back - lr, dtype=np.float64)[inner].mean()) / lr[inner].std()
    return {
        "bands": dict(zip(COARSE, each.tolist(), strict=True)),
        "rmse": float(np.sqrt(np.square(each).mean())),
        "ergas": float(100 / SCALE * np.sqrt(np.square(each / means).mean())),
        "residual": float(100 * residual),
    }


def measure_job(data: Path, side: int, minutes: float, folder: Path) -> dict[str, float]:
    """Return seconds and most memory (bytes) of the job on a product of `side` pixels of 10 m, start-up included."""
    real = dict(read_t33uub(data))
    real |= {
        "B01": block_mean(real["B02"], 6),
        "B09": block_mean(real["B8A"], 3),
        "B10": block_mean(real["B12"], 3),
    }
    tiled = {}
    for band, pixels in real.items():
        length = side * 10 // RESOLUTIONS[band]
        times = -(-length // len(pixels))
        tiled[band] = np.tile(pixels, (times, times))[:length, :length]
    product = write_product(folder, "1C", baseline="05.09", pixels=tiled, leave_out=["TCI"], block=1024)
    job = {
        "job": "sharpen_sentinel2",
        "input": str(product),
        "minutes": minutes,
        "output": str(folder / "out.tif"),
    }
    (folder / "job.json").write_text(json.dumps(job))
    done = watch([sys.executable, "-m", "sr_core", "run", str(folder / "job.json")], folder / "log")
    return {"seconds": done.wall, "cpu": done.cpu, "peak": done.peak}


def block_mean(pixels: NDArray[Any], times: int) -> NDArray[np.uint16]:
    """Return a band at `times` larger pixels."""
    height, width = (side // times for side in pixels.shape)
    return np.rint(pixels.reshape(height, times, width, times).mean(axis=(1, 3))).astype("uint16")


def content(entries: Mapping[str, Any]) -> str:
    """Return what --write puts into the document."""
    rows = [
        (
            scene,
            way,
            *(f"{found[way]['bands'][band]:.0f}" for band in COARSE),
            f"{found[way]['rmse']:.0f}",
            f"{found[way]['ergas']:.2f}",
            f"{found[way]['residual']:.2f}",
        )
        for scene, found in entries["errors"].items()
        for way in WAYS
    ]
    header = ("scene", "", *COARSE, "all bands", "ERGAS", "residual (%)")
    times = [
        (
            f"{side} × {side}",
            f"{one['seconds'] / 60:.1f}",
            f"{one['cpu'] / 60:.1f}",
            f"{one['peak'] / 1e6:.0f}",
        )
        for side, one in entries.get("time", {}).items()
    ]
    columns = ("pixels of 10 m", "minutes", "processor minutes", "memory (MB)")
    return "\n\n".join([table(header, rows), entries["of"], table(columns, times)])


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--only", nargs="*", choices=("errors", "time"), default=("errors", "time"), help=ONLY
    )
    options.add_argument("--data", type=Path, default=SCENE_FOLDER, help="folder with the real bands")
    options.add_argument("--minutes", type=float, default=5.0, help="how long the model learns")
    options.add_argument(
        "--sides", type=int, nargs="*", default=(2040, 10980), help="of products that are timed"
    )
    options.add_argument("--learn", type=float, default=1.0, help="minutes of learning of the timed job")
    options.add_argument("--results", type=Path, default=RESULTS / "sentinel2.json")
    options.add_argument("--write", action="store_true", help="put the table into docs/sentinel-2.md")
    settings = options.parse_args()
    results = Results(settings.results)
    with tempfile.TemporaryDirectory() as place:
        if "errors" in settings.only:
            scenes = {
                name: CoarserScene(read(settings.data), Path(place) / name) for name, read in SCENES.items()
            }
            models = {name: scene.learn(settings.minutes) for name, scene in scenes.items()}
            results.keep(
                "errors",
                {
                    name: scene.score(
                        models[name], *(model for each, model in models.items() if each != name)
                    )
                    for name, scene in scenes.items()
                },
            )
            results.keep("of", f"{settings.minutes:g} minutes of learning; {machine(torch.device('cpu'))}.")
        if "time" in settings.only:
            for side in settings.sides:
                times = {
                    **results.entries.get("time", {}),
                    str(side): measure_job(settings.data, side, settings.learn, Path(place)),
                }
                results.keep("time", times)
    if settings.write:
        write("figures", content(results.entries), DOCUMENT)
