"""Small model packages, and changed copies of them."""

from __future__ import annotations

import io
import json
import zipfile

import torch

from sr_core.backbones import Backbone
from sr_core.jobs._scene_fusion import BLUR, COARSE, FINE
from sr_core.metrics.bicubic_comparison import Comparison
from sr_core.metrics.scores import Scores
from sr_core.package.info import PackageInfo
from sr_core.package.srpk import ModelPackage
from sr_core.raster.radiometry import Radiometry

FIGURES = Scores(psnr=25.64, ssim=0.7, sam=None, ergas=2.5)


def package_info(**changes):
    """Return the description of a small model, with changes."""
    values = {
        "backbone": Backbone.members["edsr"](n_feats=4, n_blocks=1),
        "scale": 2,
        "bands": ("red", ""),
        "dtype": "uint16",
        "nodata": 65535,
        "radiometry": Radiometry(gain=(1e-4, 2e-4), offset=(0, -0.1)),
        "mean": (0.1, 0.2),
        "std": (0.05, 1 / 3),
        "degradation": {"id": "bicubic"},
        "data_range": 1.0,
        "metrics": Comparison(split="test", tiles=3, model=FIGURES, bicubic=FIGURES),
        "training": {"epochs": 3, "loss": [0.3, 0.2, 0.1]},
        "versions": {"torch": "2"},
        "created": "2026-01-01T00:00:00+00:00",
    }
    return PackageInfo(**values | changes)


def make_package(seed=0, **changes):
    """Return a small model package with random weights, and changes of its description."""
    torch.manual_seed(seed)
    info = package_info(**changes)
    net = info.net()
    for weights in net.parameters():
        torch.nn.init.normal_(weights)
    return ModelPackage(info, net)


def fusion_package(bands=COARSE, guide=FINE, **changes):
    """Return a small model with random weights for bands of 20 m and a guide of 10 m."""
    count = len(bands)
    torch.manual_seed(0)
    reflects = {
        "radiometry": {"gain": (1e-4,) * len(guide), "offset": (0.0,) * len(guide)},
        "dtype": "uint16",
    }
    info = package_info(
        bands=bands, nodata=0, radiometry=Radiometry(gain=(1e-4,) * count, offset=(0,) * count), mean=(0.2,) * count,
        std=(0.1,) * count, metrics=None, degradation=BLUR.adapt_to_raster(bands, "uint16").dump(),
        guide={"bands": guide, "ratio": 2, "mean": (0.2,) * len(guide), "std": (0.1,) * len(guide), **reflects},
        **changes,
    )  # fmt: skip
    return ModelPackage(info, info.net())


def replace_files(whole, compression=zipfile.ZIP_STORED, sums=False, **changes):
    """Return a package with files replaced, or left out where the change is None; with the checksums of before or none."""
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    if not sums:
        content.pop("SHA256SUMS", None)
    names = {"schema": "schema.json", "weights": "weights.safetensors"}
    content |= {names[key]: value for key, value in changes.items()}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, data in content.items():
            if data is not None:
                archive.writestr(name, data)
    return file.getvalue()


def change_schema(whole, change):
    """Return a package whose schema.json is changed by a function."""
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        schema = json.loads(archive.read("schema.json"))
    change(schema)
    return replace_files(whole, schema=json.dumps(schema).encode())


def write_package(tmp_path, data):
    """Write a package into a file; return its path."""
    path = tmp_path / "x.srpk"
    path.write_bytes(data)
    return path
