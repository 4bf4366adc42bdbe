"""Trains a model on a tile set."""

from __future__ import annotations

import platform
import time
from collections.abc import Generator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, ClassVar

import torch
from pydantic import Field

from .. import __version__
from ..backbones import Backbone
from ..data.tileset import TileSet
from ..device import describe, prepare, resolve
from ..figures import SHARES, figures
from ..objectives import Objective
from ..package import ModelPackage, PackageInfo
from ..progress import part
from ..schema import Config, Device, FolderIn, HtmlOut, PackageIn, PackageOut, advanced
from ..staging import staged
from ..training.conclusion import conclude
from ..training.loop import Settings, fit
from ..training.pretrained import normalised_as, start_from
from . import Job, Log, Progress

OPENING = 0.02
"""Share of the work that is finding out about tiles that another program has laid out."""

FITTING = 0.98
"""Share of the work that is learning; the rest is measuring the result."""


class TrainModel(Job):
    """Train SR model

    Trains a super-resolution network on a tile set from "Export SR training tiles", or on pairs of images from
    elsewhere, and saves it as one .srpk file.

    The log shows loss and validation PSNR of every epoch. The figures at the end compare the model with bicubic
    resampling on tiles it has not learnt from. On a computer without a graphics card, begin with a small
    network: write "n_feats=32, n_blocks=8" under "Network: options".
    """

    tags: ClassVar = (
        "super-resolution",
        "deep learning",
        "neural network",
        "fit",
        "learn",
        "EDSR",
        "training",
    )

    class Result(Config):
        """Figures on held-out tiles"""

        psnr: Annotated[float, Field(title="PSNR of the model (dB)")]
        """Peak signal-to-noise ratio on the test tiles, or on the validation tiles where there are no test tiles."""
        ssim: Annotated[float | None, Field(title="SSIM of the model")]
        """Structural similarity on the same tiles."""
        bicubic_psnr: Annotated[float, Field(title="PSNR of bicubic (dB)")]
        """What bicubic resampling reaches on the same tiles."""
        bicubic_ssim: Annotated[float | None, Field(title="SSIM of bicubic")]
        """What bicubic resampling reaches on the same tiles."""

    tiles: Annotated[FolderIn, Field(title="Tile set")]
    """Folder made by "Export SR training tiles", by ArcGIS as Export Tiles (of two rasters), or any folder of image pairs
    under matching names: GeoTIFF, PNG or JPEG in two sub-folders such as lr and hr, or named _lr and _hr."""

    backbone: Annotated[
        Backbone, Field(title="Network", json_schema_extra={"options": "backbone_options"})
    ] = Backbone.members["edsr"]()
    """The network to train."""

    objective: Annotated[
        Objective, Field(title="Objective", json_schema_extra={"options": "objective_options"})
    ] = Objective.members["pixel"]()
    """What the network is taught to get right: denoising for the diffusion networks sr3 and sr3_uvit, one of the others
    for all other networks."""

    pretrained: Annotated[PackageIn | None, Field(title="Start from model")] = None
    """A model package (.srpk) of the same network whose weights training starts from, as far as they fit: to go on
    with a model, to adapt it to other land, to go from scale 2 to 3 or 4, or from the pixel objective to another."""

    epochs: Annotated[int, Field(title="Epochs", ge=1, le=100_000)] = 100
    """How often all training tiles are gone through."""

    batch_size: Annotated[int, Field(title="Batch size (patches)", ge=1, le=1024)] = 8
    """Patches per step. More is steadier, needs more memory, and makes fewer steps of an epoch. A graphics card is
    better used by 16 or more."""

    learning_rate: Annotated[float, Field(title="Learning rate", gt=0, le=1)] = 1e-3
    """Size of the first steps (Adam); it falls to zero along a cosine. Wide networks (256 features) need a smaller
    one, such as 0.0001."""

    patch_size: Annotated[int, Field(title="Patch size (low-resolution pixels)", ge=8, le=1024), advanced] = (
        32
    )
    """Width and height of the random patches cut from the tiles; at most the size of a low-resolution tile."""

    seed: Annotated[int, Field(title="Seed", ge=0, le=2**31 - 1), advanced] = 0
    """The same seed on the same device trains the same model again."""

    device: Annotated[Device, Field(title="Device"), advanced] = "auto"
    """Where to compute: auto takes a graphics card if there is one."""

    licence: Annotated[str, Field(title="Licence", max_length=2000), advanced] = ""
    """Under which the model may be used and passed on, such as CC-BY-4.0: it is written into the package. Blank means
    the licence of the model that training started from, where that has one."""

    output: Annotated[PackageOut, Field(title="SR model")]
    """The trained model package (.srpk)."""

    output_html: Annotated[HtmlOut | None, Field(title="Training report")] = None
    """Self-contained page with settings, learning curves, figures and pictures."""

    def run(self) -> Generator[Progress | Log, None, Result]:
        tileset = yield from part(TileSet.opening(self.tiles), 0, OPENING)
        device = resolve(self.device)
        yield Log("Training on {device}.", device=describe(device))
        untrained = self._untrained(tileset)
        given = ModelPackage.load(self.pretrained) if self.pretrained else None
        if given:
            untrained = normalised_as(given.info, untrained)
        # Weights begin at random: the seed is this run's own, and everyone else's random numbers stay as they were.
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(self.seed)
            net = untrained.net()
        if given:
            yield from start_from(net, untrained, given, self.pretrained)
        prepare(net, device)
        # The fastest ways in which a graphics card adds up gradients differ from run to run.
        torch.backends.cudnn.deterministic = True

        with ExitStack() as results:  # first of all, so that no hours are spent on what cannot be saved
            page = results.enter_context(staged(self.output_html)) if self.output_html else None
            with staged(self.output) as file:
                began = time.monotonic()
                fitted = yield from part(
                    fit(net, tileset, self.objective, self._settings()), OPENING, FITTING
                )
                package = ModelPackage(untrained, net.eval(), self.objective.sampling)
                licence = self.licence.strip() or (given.info.licence if given else "")
                training = {
                    **self._settings().model_dump(),
                    "objective": self.objective.dump(),
                    "pretrained": self.pretrained and Path(self.pretrained).name,
                    "n_train": len(tileset.names("train")),
                    "n_val": len(tileset.names("val")),
                    "device": describe(device),
                    "seconds": round(time.monotonic() - began),
                    "best_epoch": fitted.best + 1,
                    "loss": [epoch.loss for epoch in fitted.epochs],
                    "losses": [epoch.losses for epoch in fitted.epochs],
                    "val_psnr": [epoch.psnr for epoch in fitted.epochs],
                    "val_psnr_bicubic": fitted.bicubic,
                }
                name = Path(self.output).stem
                concluded = yield from part(conclude(package, name, tileset, licence, training), FITTING, 1)
                concluded.package.save(file)
            if page:
                page.write_text(concluded.page(tileset, device), encoding="utf-8")
        found = concluded.subject.found
        yield Log(
            "On {tiles} {split} tiles: PSNR {model:.2f} dB, bicubic {bicubic:.2f} dB. Weights of epoch {epoch}.",
            tiles=found.tiles,
            split=concluded.split,
            model=found.model.psnr,
            bicubic=found.bicubic.psnr,
            epoch=fitted.best + 1,
        )
        if found.model.hallucination is not None:
            yield Log(SHARES, **figures(found.model))
        return self.Result(
            psnr=found.model.psnr,
            ssim=found.model.ssim,
            bicubic_psnr=found.bicubic.psnr,
            bicubic_ssim=found.bicubic.ssim,
        )

    def _settings(self) -> Settings:
        return Settings(
            epochs=self.epochs,
            batch_size=self.batch_size,
            learning_rate=self.learning_rate,
            patch_size=self.patch_size,
            seed=self.seed,
        )

    def _untrained(self, tileset: TileSet) -> PackageInfo:
        """What the model will be, as far as that is known before it is trained.

        Raises:
            BadInput: the network cannot do the tiles' scale, or not learn from patches of this size.
        """
        info = tileset.info
        self.backbone.require(info.scale)
        return PackageInfo(
            backbone=self.backbone.for_patches(self.patch_size * info.scale),
            scale=info.scale,
            bands=info.bands,
            dtype=info.dtype,
            nodata=info.nodata,
            radiometry=info.radiometry,
            mean=info.statistics.mean,
            std=info.statistics.std,
            degradation=info.model_dump(mode="json")["degradation"],
            consistency=self.objective.invents,
            data_range=info.data_range,
            versions={"Finer": __version__, "Python": platform.python_version(), "torch": torch.__version__},
            created=datetime.now(UTC).isoformat(timespec="seconds"),
        )
