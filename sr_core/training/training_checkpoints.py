"""Saves the state of a training to its checkpoint from time to time, and continues a training from a checkpoint."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import torch

from .. import __version__
from ..backbones import Backbone
from ..datasets.tileset import TileSet
from ..device import describe
from ..errors import SrError
from ..home_folder import home_folder
from ..progress import Advice, Log
from . import checkpoint_file
from .checkpoint_file import Checkpoint
from .options import TrainingOptions
from .resume_check import MAY_CHANGE, require_same_options, result_options, upgrade_options
from .training_state import TrainingState

SUFFIX = ".checkpoint"
AUTO = "auto"
"""Value of RESUME that means the checkpoint of this run's own output, if there is one."""


@dataclass
class Checkpointing:
    """Saves the training of one run to a file while it goes on."""

    path: Path
    every: float
    """Seconds between two checkpoints; 0: none is written."""
    header: Checkpoint
    """Options, versions and device, which a checkpoint of this run holds besides the state."""
    resumed: Checkpoint | None = None
    """Checkpoint that this run continues from; None for a new run."""
    source: Path | None = None
    """Path of that checkpoint: `path`, if the run renews its own checkpoint; any other file is only read."""
    state: TrainingState | None = None
    """State of the training, once it has begun."""
    _due: float = field(default=0.0, init=False)
    _written: bool = field(default=False, init=False)

    @classmethod
    def prepare(
        cls, options: TrainingOptions, tileset: TileSet, device: torch.device, output: str | Path,
        minutes: float, resume: str | None,
    ) -> Checkpointing:  # fmt: skip
        """Return the checkpointing of a run that writes the model `output`.

        It writes a checkpoint beside the output every so many `minutes` (0: never) and continues from `resume`: a
        checkpoint, which is only read unless it is the output's own, `AUTO`, or None for a new run.

        Raises:
            InputError: There is no such checkpoint, it is damaged, or of a training with other options.
        """
        path, source = checkpoint_path(output), find_checkpoint(output, resume)
        asked = result_options(options, tileset.fingerprint())
        resumed = None
        if source:
            resumed = checkpoint_file.read(source)
            resumed = resumed.model_copy(update={"asked": upgrade_options(resumed.asked)})
            require_same_options(source, resumed.asked, asked)
        made_with = {"Finer": __version__, "torch": torch.__version__, "device": describe(device)}
        header = Checkpoint(asked=asked, made_with=made_with, state={})
        return cls(path, 60 * minutes, header, resumed, source)

    def log_start(self) -> Iterator[Log]:
        """Log the epoch and step from which the run starts, and how to continue it after an interruption."""
        if self.resumed:
            yield from self._log_resumed(self.resumed)
            if self.source != self.path and self.path.exists() and self.every:
                yield Log("{path} is of an earlier run; this run will replace it.", path=str(self.path))
        elif self.path.exists():
            yield Advice(
                ("resume",),
                "{path} is of an earlier run, which could be continued with it as RESUME; this run starts from "
                "the beginning and will replace it.",
                path=str(self.path),
            )
        if self.every:
            yield Advice(
                ("resume",),
                "The training is saved to {path} every {minutes:g} minutes: if it is interrupted, set RESUME to "
                "that file and leave all other settings unchanged to continue.",
                minutes=self.every / 60,
                path=str(self.path),
            )

    def _log_resumed(self, resumed: Checkpoint) -> Iterator[Log]:
        state, before, now = resumed.state, resumed.asked, self.header.asked
        yield Log(
            "Continuing from {path}: {epochs} epochs and {steps} steps are done.",
            path=str(self.source),
            epochs=len(state["history"]),
            steps=state["step"],
        )
        for name in MAY_CHANGE:
            if now.get(name) != before.get(name):
                yield Log(
                    "{name} was {before} and is {now} from now on: the result differs from that of either "
                    "value throughout.",
                    name=name,
                    before=str(before.get(name)),
                    now=str(now.get(name)),
                )
        earlier, own = resumed.made_with, self.header.made_with
        if changed := [name for name in own if earlier.get(name) != own[name]]:
            yield Log(
                "It was made with {before} and continues with {now}: the result may differ in its last digits.",
                before=", ".join(f"{name} {earlier.get(name)}" for name in changed),
                now=", ".join(f"{name} {own[name]}" for name in changed),
            )

    def begin(self, state: TrainingState) -> None:
        """Save this training from now on, after setting it to where the resumed one was."""
        if self.resumed:
            state.load_state(self.resumed.state)
            self._written = self.source == self.path
        self.resumed, self.state = None, state  # the resumed tensors need not stay in memory
        self._due = time.monotonic() + self.every

    def write_when_due(self) -> Iterator[Log]:
        """Write a checkpoint if it is time to; log if that was not possible."""
        if not self.every or not self.state or time.monotonic() < self._due:
            return
        try:
            self.write()
        except (OSError, SrError) as error:
            reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
            if self._written:
                yield Log(
                    "The checkpoint could not be updated ({reason}). {path} still contains an earlier, complete "
                    "one; the training continues.",
                    reason=reason,
                    path=str(self.path),
                )
            else:
                yield Log(
                    "The checkpoint {path} could not be written ({reason}); the training continues without it.",
                    reason=reason,
                    path=str(self.path),
                )
        self._due = time.monotonic() + self.every

    def write(self) -> None:
        """Write a checkpoint of the training as it is now, unless its numbers are no longer finite.

        Raises:
            OutputError: The folder cannot be written to, or the disk is full.
        """
        # What is not finite is not worth keeping; the next check of the loss ends the run.
        if self.state and self.state.is_finite():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            checkpoint_file.write(self.path, self.header.model_copy(update={"state": self.state.state()}))
            self._written = True

    def write_if_possible(self) -> None:
        """Write a checkpoint before it is due, if anything was learnt and the training is between two steps."""
        state = self.state
        if self.every and state and state.between_steps and (state.epoch or state.step):
            try:
                self.write()
            except (OSError, SrError):
                return  # an earlier one is still there, and the run ends for another reason

    def log_failure(self) -> Iterator[Log]:
        """Save what is left of a run that failed, and log where."""
        self.write_if_possible()
        if self._written:
            yield Advice(
                ("resume",),
                "The training is saved to {path}: set RESUME to that file and leave all other settings "
                "unchanged to continue.",
                path=str(self.path),
            )

    def discard(self) -> None:
        """Remove the checkpoint of a run that is complete."""
        if self._written:
            self.path.unlink(missing_ok=True)


def find_checkpoint(output: str | Path, resume: str | None) -> Path | None:
    """Return the checkpoint that a run which writes `output` continues from; None for a new run."""
    path = checkpoint_path(output)
    if resume == AUTO or not resume:
        return path if resume and path.exists() else None
    source = Path(resume).absolute()
    is_own = source.parent.resolve() / source.name == path.parent.resolve() / path.name
    return path if is_own else source  # the same path, however it is written


def read_backbone(output: str | Path, resume: str | None) -> Backbone | None:
    """Return the network of the training that a run which writes `output` continues; None for a new run.

    Raises:
        InputError: There is no such checkpoint, or it is damaged.
    """
    source = find_checkpoint(output, resume)
    return Backbone.load(checkpoint_file.read(source).asked["BACKBONE"]) if source else None


def checkpoint_path(output: str | Path) -> Path:
    """Return where the checkpoint of a run lies that writes `output`.

    Beside it, or with Finer's own files where QGIS would delete it together with a temporary output.
    """
    output = Path(output).absolute()
    # QGIS deletes its folder of temporary files, processing_ and six characters, when it closes.
    if any(re.fullmatch(r"processing_\w{6}", part) for part in output.parent.parts):
        return home_folder() / "checkpoints" / f"train-{datetime.now():%Y-%m-%d-%H%M%S}{SUFFIX}"
    return output.with_name(output.name + SUFFIX)
