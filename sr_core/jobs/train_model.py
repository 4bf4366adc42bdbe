"""Trains a model on a tile set."""

from __future__ import annotations

import platform
from collections.abc import Generator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, ClassVar

import torch
from pydantic import Field, JsonValue

from .. import __version__
from ..atomic_write import atomic_write
from ..backbones import Backbone
from ..datasets.tileset import TileSet, tiles_of
from ..device import describe, in_words, prepare, repeatable
from ..evaluation.metric_format import SHARES, figures
from ..objectives import Objective
from ..package.info import PackageInfo
from ..package.srpk import ModelPackage
from ..progress import part
from ..schema import CheckpointIn, Config, Device, FolderIn, HtmlOut, PackageIn, PackageOut, advanced
from ..training.checkpointing import Checkpointing
from ..training.distributed import ProcessGroup
from ..training.finalize import conclude
from ..training.loop import fit
from ..training.options import TrainingOptions
from ..training.pretrained import normalised_as, start_from
from ..training.settings import Settings
from ..training.state import Fitted
from . import Job, Log, Progress

OPENING = 0.01
"""Share of the work that is finding out about tiles that another program has laid out."""

FITTING = 0.98
"""Share of the work that is learning; the rest is measuring the result."""


NO_MATTER = ("id", "device", "checkpoint_every", "resume", "tensorboard", "output", "output_html", "licence")
"""What may be another when a training is continued: it changes nothing of the result, or only its last digits."""


class TrainModel(TrainingOptions, Job):
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

    batch_size: Annotated[int, Field(title="Batch size (patches)", ge=0, le=1024)] = 8
    """Patches per step. More is steadier, needs more memory, and makes fewer steps of an epoch. A graphics card is
    better used by 16 or more. 0 finds out how many fit."""

    learning_rate: Annotated[float | None, Field(title="Learning rate", gt=0, le=1)] = None
    """Size of the steps at its largest. Blank finds it out by a short trial, as the log says. Small networks bear 0.001,
    wide ones (256 features) 0.0001."""

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

    checkpoint_every: Annotated[float, Field(title="Minutes between checkpoints", ge=0), advanced] = 5
    """How often the state of the training is kept in a file beside the model that ends in .checkpoint, from which RESUME goes on
    after an interruption. It is removed when the model is saved. 0: never."""

    resume: Annotated[CheckpointIn | None, Field(title="Go on from checkpoint"), advanced] = None
    """The checkpoint of an interrupted training, with all other settings as they were: the result is that of a training
    without interruption. Only the learning rate may be another. In a job file also auto: from OUTPUT.checkpoint if it
    is there, else from the beginning."""

    output: Annotated[PackageOut, Field(title="SR model")]
    """The trained model package (.srpk)."""

    output_html: Annotated[HtmlOut | None, Field(title="Training report")] = None
    """Self-contained page with settings, learning curves, figures and pictures."""

    def run(self) -> Generator[Progress | Log, None, Result]:
        tileset = yield from part(TileSet.opening(self.tiles), 0, OPENING)
        self.refuse_ways(self.pretrained)
        # A step at one of several scales leaves out the layers of the others.
        processes = ProcessGroup.joined(
            self.device, idle_weights=len(self.backbone.served(tileset.info.scale)) > 1
        )
        try:
            with repeatable():
                return (yield from self._trained(tileset, processes))
        except Exception as error:
            if lost := processes.left(error):
                raise lost from error
            raise
        finally:
            processes.part()

    def _trained(self, tileset: TileSet, processes: ProcessGroup) -> Generator[Progress | Log, None, Result]:
        device = processes.device
        yield Log("Training on {device}.", device=in_words(describe(device)))
        if processes.count > 1:
            yield Log("{count} processes share every batch.", count=processes.count)
        untrained = self._untrained(tileset)
        given = ModelPackage.load(self.pretrained) if self.pretrained else None
        if given:
            untrained = normalised_as(given.info, untrained)
        # Weights begin at random: the seed is this run's own, and everyone else's random numbers stay as they were.
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(self.seed)
            net = untrained.net()
        if given:
            yield from start_from(net, untrained, given, self.pretrained, self.freeze)
        prepare(net, device)
        keeping = self._keeping(tileset, device)

        def learning() -> Generator[Progress | Log, None, Fitted]:
            return part(
                fit(
                    net,
                    tileset,
                    self.objective,
                    self._settings(),
                    keeping,
                    processes,
                    self.board(self.output),
                ),
                OPENING,
                FITTING,
            )

        if not processes.leads:
            fitted = yield from learning()
            last = fitted.epochs[fitted.best].psnr
            # The first process measures, saves and tells.
            return self.Result(psnr=last, ssim=None, bicubic_psnr=fitted.bicubic, bicubic_ssim=None)
        with ExitStack() as results:  # first of all, so that no hours are spent on what cannot be saved
            page = results.enter_context(atomic_write(self.output_html)) if self.output_html else None
            with atomic_write(self.output) as file:
                try:
                    yield from keeping.introduced()
                    fitted = yield from learning()
                    processes.part()  # the others have done their part
                    package = ModelPackage(untrained, net.eval(), self.objective.sampling)
                    licence = self.licence.strip() or (given.info.licence if given else "")
                    training = self._record(tileset, device, fitted)
                    name = Path(self.output).stem
                    concluded = yield from part(
                        conclude(package, name, tileset, licence, training), FITTING, 1
                    )
                    concluded.package.save(file)
                except GeneratorExit:  # cancelled
                    keeping.interrupted()
                    raise
                except Exception:
                    yield from keeping.consoled()
                    raise
            keeping.discard()
            if page:
                page.write_text(concluded.page(tileset, device), encoding="utf-8")
        found = concluded.subject.found
        yield Log(
            "On {count} {tiles}: PSNR {model:.2f} dB, bicubic {bicubic:.2f} dB. Weights of epoch {epoch}.",
            count=found.tiles,
            tiles=tiles_of(concluded.split),
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

    def _record(self, tileset: TileSet, device: torch.device, fitted: Fitted) -> dict[str, JsonValue]:
        """How the model came about, as its package tells it."""
        return {
            **self._settings().model_dump(mode="json"),
            **fitted.found.model_dump(mode="json", exclude={"range_test"}),
            **({"lr_find": test.model_dump(mode="json")} if (test := fitted.found.range_test) else {}),
            "freeze": self.freeze,
            "objective": self.objective.dump(),
            "pretrained": self.pretrained and Path(self.pretrained).name,
            "n_train": len(tileset.names("train")),
            "n_val": len(tileset.names("val")),
            "device": describe(device),
            "seconds": round(fitted.seconds),
            "best_epoch": fitted.best + 1,
            "loss": [epoch.loss for epoch in fitted.epochs],
            "losses": [dict(epoch.losses) for epoch in fitted.epochs],
            "val_psnr": [epoch.psnr for epoch in fitted.epochs],
            "val_ssim": [epoch.ssim for epoch in fitted.epochs],
            "val_loss": [epoch.val_loss for epoch in fitted.epochs],
            "learning_rates": [epoch.learning_rate for epoch in fitted.epochs],
            "val_psnr_bicubic": fitted.bicubic,
        }

    def _keeping(self, tileset: TileSet, device: torch.device) -> Checkpointing:
        """What keeps this training, and gives what it goes on from.

        Raises:
            BadInput: RESUME names no checkpoint, or one of a training with other settings.
        """
        asked = {name.upper(): value for name, value in self.dump().items() if name not in NO_MATTER}
        asked["PRETRAINED"] = self.pretrained and Path(self.pretrained).name
        asked["TILES"] = tileset.described()
        made_with = {"Finer": __version__, "torch": torch.__version__, "device": describe(device)}
        return Checkpointing.of(self.output, self.checkpoint_every, self.resume, asked, made_with)

    def _settings(self) -> Settings:
        return Settings(
            epochs=self.epochs,
            batch_size=self.batch_size,
            learning_rate=self.learning_rate,
            patch_size=self.patch_size,
            seed=self.seed,
            **self.ways(),
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
