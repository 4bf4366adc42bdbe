"""Trains a model on a tile set."""

from __future__ import annotations

import platform
from collections.abc import Generator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, ClassVar

import torch
from pydantic import Field

from .. import __version__
from ..atomic_write import atomic_write
from ..backbones import DiffusionNet, SrNet
from ..datasets.splits import split_label
from ..datasets.tileset import TileSet
from ..datasets.tileset_pair_agreement import check_pairs
from ..device import describe, deterministic, prepare, translate_description
from ..metrics.metric_format import SHARES, format_metrics
from ..package.info import PackageInfo
from ..package.srpk import ModelPackage
from ..parameter_types import CheckpointIn, Device, HtmlOut, PackageOut, Threads, advanced
from ..progress import run_part
from ..schema import Config
from ..training.distributed import ProcessGroup
from ..training.final_evaluation import FinalEvaluation, evaluate_final, training_record
from ..training.loop import fit
from ..training.network_size_choice import settle_size
from ..training.options import TrainingOptions
from ..training.patch_size_choice import settle_patch_size
from ..training.pretrained import keep_normalisation, load_pretrained
from ..training.random_seed import seeded
from ..training.tensorboard import require_writable
from ..training.training_checkpoints import Checkpointing, checkpoint_path, read_backbone
from ..training.validation import require_validation_tiles
from . import Job, Log, Progress

OPENING = 0.01
"""Fraction of the progress at which tiles from another program have been read."""

FITTING = 0.98
"""Fraction of the progress at which training ends; the rest is measuring the result."""


class TrainModel(TrainingOptions, Job):
    """Train SR model.

    Trains a super-resolution network on a tile set from "Export SR training tiles", or on pairs of images from
    elsewhere, and saves it as one .srpk file.

    The metrics at the end compare the model with bicubic resampling on tiles that were not used for training. For a
    first try set "Size of the network" to auto, and "Minutes" to the time that you have.
    """

    complete_engine: ClassVar = True
    tags: ClassVar = (
        "super-resolution",
        "deep learning",
        "neural network",
        "fit",
        "learn",
        "EDSR",
        "training",
    )

    replaces: ClassVar = {"tensorboard": ()}

    class Result(Config):
        """Figures on held-out tiles."""

        psnr: Annotated[float, Field(title="PSNR of the model (dB)")]
        """Peak signal-to-noise ratio on the test tiles, or on the validation tiles where there are no test tiles."""
        ssim: Annotated[float | None, Field(title="SSIM of the model")]
        """Structural similarity on the same tiles."""
        bicubic_psnr: Annotated[float, Field(title="PSNR of bicubic (dB)")]
        """What bicubic resampling reaches on the same tiles."""
        bicubic_ssim: Annotated[float | None, Field(title="SSIM of bicubic")]
        """What bicubic resampling reaches on the same tiles."""

    device: Annotated[Device, Field(title="Device"), advanced] = "auto"
    """Where to compute: auto takes an NVIDIA (cuda) or Apple (mps) graphics card if there is one. A number chooses among several
    cards, from 0."""

    threads: Threads = None

    licence: Annotated[str, Field(title="Licence", max_length=2000), advanced] = ""
    """Licence of the model, such as CC-BY-4.0, which is written into the package. Blank: the licence of the model that
    training started from, if it has one."""

    checkpoint_every: Annotated[
        float, Field(title="Minutes between checkpoints", ge=0, le=100_000), advanced
    ] = 5
    """How often the state of the training is saved to a file beside the model that ends in .checkpoint, from which RESUME
    continues after an interruption. It is removed when the model is saved. 0: never."""

    resume: Annotated[CheckpointIn | None, Field(title="Continue from checkpoint"), advanced] = None
    """Checkpoint of an interrupted training to continue from. All other settings must be unchanged, except the learning
    rate. In a job file also auto: OUTPUT.checkpoint if it exists, otherwise from the beginning."""

    output: Annotated[PackageOut, Field(title="SR model")]
    """The trained model package (.srpk)."""

    output_html: Annotated[HtmlOut | None, Field(title="Training report")] = None
    """Self-contained page with settings, learning curves, figures and pictures."""

    def side_files(self) -> tuple[str, ...]:
        return (str(checkpoint_path(self.output)),) if self.checkpoint_every else ()

    def run(self) -> Generator[Progress | Log, None, Result]:
        tileset = yield from run_part(TileSet.open_with_progress(self.tiles), 0, OPENING)
        if self.tensorboard:
            require_writable(self.tensorboard)
        # A step at one of several scales leaves out the layers of the others.
        several = len(self.backbone.shared_scales(tileset.info.scale)) > 1
        processes = ProcessGroup.join(self.device, idle_weights=several)
        try:
            with deterministic():
                before = read_backbone(self.output, self.resume) if self.size == "auto" else None
                job = yield from settle_size(
                    self, tileset, processes, lambda job: job._package_info(tileset).net(), before
                )
                job = yield from settle_patch_size(job, tileset)
                return (yield from job._train(tileset, processes))
        except Exception as error:
            if lost := processes.lost_process(error):
                raise lost from error
            raise
        finally:
            processes.leave()

    def _train(self, tileset: TileSet, processes: ProcessGroup) -> Generator[Progress | Log, None, Result]:
        device, output = processes.device, Path(self.output)
        yield Log("Training on {device}.", device=translate_description(describe(device)))
        if processes.count > 1:
            yield Log("{count} processes share every batch.", count=processes.count)
        require_validation_tiles(tileset)  # which also come after the trial of learning rates
        if processes.is_leader:
            yield from run_part(check_pairs(tileset), OPENING, OPENING)
        info, net = yield from self._build_net(tileset)
        prepare(net, device)
        checkpointing = Checkpointing.prepare(
            self, tileset, device, output, self.checkpoint_every, self.resume
        )
        log_folder = Path(self.tensorboard) / output.stem if self.tensorboard else None
        training = run_part(fit(net, tileset, self, checkpointing, processes, log_folder), OPENING, FITTING)
        if not processes.is_leader:
            state = yield from training
            psnr = state.history[state.best].psnr
            # The first process measures, saves and logs.
            return self.Result(psnr=psnr, ssim=None, bicubic_psnr=state.bicubic, bicubic_ssim=None)
        with ExitStack() as outputs:
            # Before the training, so that no hours are spent on what cannot be saved.
            page = outputs.enter_context(atomic_write(self.output_html)) if self.output_html else None
            with atomic_write(output) as file:
                try:
                    yield from checkpointing.log_start()
                    state = yield from training
                    processes.leave()  # the others have done their part
                    package = ModelPackage(info, net.eval(), self.objective.sampling)
                    record = training_record(self, tileset, device, state)
                    model = yield from run_part(
                        evaluate_final(package, output.stem, tileset, record), FITTING, 1
                    )
                    model.package.save(file)
                except GeneratorExit:  # cancelled
                    checkpointing.write_if_possible()
                    raise
                except Exception:
                    yield from checkpointing.log_failure()
                    raise
            checkpointing.discard()
            if page:
                page.write_text(model.page(tileset, device), encoding="utf-8")
        return (yield from self._report(model, state.best + 1))

    def _build_net(self, tileset: TileSet) -> Generator[Log, None, tuple[PackageInfo, SrNet | DiffusionNet]]:
        """Return the model's description, and its network with random weights or those of PRETRAINED."""
        info = self._package_info(tileset)
        given = ModelPackage.load(self.pretrained) if self.pretrained else None
        if given:
            info = keep_normalisation(given.info, info)
        # Weights begin at random: by this run's own seed, and no other random numbers change.
        with seeded(self.seed):
            net = info.net()
        if given:
            yield from load_pretrained(net, info, given, self.pretrained, self.freeze)
        licence = self.licence.strip() or (given.info.licence if given else "")
        return info.model_copy(update={"licence": licence}), net

    def _report(self, model: FinalEvaluation, epoch: int) -> Generator[Log, None, Result]:
        """Log the figures of the model, whose weights are those of an epoch (from 1), and return them."""
        found = model.subject.found
        yield Log(
            "On {count} {tiles}: PSNR {model:.2f} dB, bicubic {bicubic:.2f} dB. Weights of epoch {epoch}.",
            count=found.tiles,
            tiles=split_label(model.split),
            model=found.model.psnr,
            bicubic=found.bicubic.psnr,
            epoch=epoch,
        )
        if found.model.hallucination is not None:
            yield Log(SHARES, **format_metrics(found.model))
        return self.Result(
            psnr=found.model.psnr,
            ssim=found.model.ssim,
            bicubic_psnr=found.bicubic.psnr,
            bicubic_ssim=found.bicubic.ssim,
        )

    def _package_info(self, tileset: TileSet) -> PackageInfo:
        """Return the description of the model, as far as it is known before the training.

        Raises:
            InputError: The network cannot do the tiles' scale, or cannot learn from patches of this size.
        """
        info = tileset.info
        self.backbone.require(info.scale)
        return PackageInfo(
            backbone=self.backbone.adapt_to_patches(self.patch_side * info.scale),
            scale=info.scale,
            bands=info.bands,
            dtype=info.dtype,
            nodata=info.nodata,
            radiometry=info.radiometry,
            mean=info.statistics.mean,
            std=tuple(value if value > 0 else 1.0 for value in info.statistics.std),  # as the network has it
            degradation=info.model_dump(mode="json")["degradation"],
            guide=info.guide,
            # What was learnt one scale coarser is held to the bands that are there.
            consistency=self.objective.is_generative or info.wald,
            data_range=info.data_range,
            versions={"Finer": __version__, "Python": platform.python_version(), "torch": torch.__version__},
            created=datetime.now(UTC).isoformat(timespec="seconds"),
        )
