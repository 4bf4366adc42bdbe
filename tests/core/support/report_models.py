"""Models that report on something, for the tests of reports, pictures and cards."""

from __future__ import annotations

import torch

from sr_core.evaluation.tile_scores import TileScores
from sr_core.metrics.scores import Scores, TileMeasurement
from sr_core.package.info import PackageInfo
from sr_core.package.srpk import ModelPackage

HISTORY = {
    "epochs": 7,
    "objective": {"id": "pixel", "criterion": "l1"},
    "loss": [1, 0.5],
    "losses": [{"loss": 1}, {"loss": 0.5}],
    "val_psnr": [20, 21.5],
    "val_psnr_bicubic": 20.5,
    "best_epoch": 2,
    "seconds": 75,
    "device": "CPU: 1 threads",
    "hardware": {"processor": "Abacus 9"},
    "patience": 5,
    "lr_find": {"rates": [1e-4, 1e-3, 1e-2], "losses": [1, 0.4, 3], "chosen": 7e-4},
}
"""Of a training, as a package tells it."""


def package_for(tileset, **changes):
    info = tileset.info
    made = PackageInfo.model_validate(
        {
            "backbone": {"id": "edsr", "n_feats": 4, "n_blocks": 1},
            "scale": info.scale,
            "bands": info.bands,
            "dtype": info.dtype,
            "radiometry": info.radiometry,
            "mean": info.statistics.mean,
            "std": info.statistics.std,
            "degradation": info.degradation.dump(),
            "data_range": info.data_range,
            **changes,
        }
    )
    torch.manual_seed(0)
    net = made.net()
    with torch.no_grad():
        for weights in net.parameters():
            weights.normal_(0, 0.03)
    return ModelPackage(made, net.eval())


def tile(name, gain):
    plain = Scores(psnr=20, ssim=0.5, sam=1, ergas=2)
    better = plain.model_copy(update={"psnr": 20 + gain})
    return TileScores(name, TileMeasurement(better, (better,) * 3), TileMeasurement(plain, (plain,) * 3))
