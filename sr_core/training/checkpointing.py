"""When a training is put away, where, and which other run may take it up."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from pydantic import JsonValue

from ..errors import BadInput, SrError
from ..i18n import say
from ..paths import home_folder
from ..progress import Log
from . import checkpoint_file
from .checkpoint_file import Checkpoint
from .state import TrainingState

SUFFIX = ".checkpoint"
AUTO = "auto"
"""In place of a checkpoint: the one that lies where this run would put its own, if there is one."""

MAY_CHANGE = ("LEARNING_RATE",)
"""What a run may be continued with, though it then is another: a smaller one is the way on after a loss that was no
longer a number."""


@dataclass
class Checkpointing:
    """Keeps the training of one run in a file while it goes on."""

    path: Path
    every: float
    """Seconds between two checkpoints; 0: none is made."""
    asked: Mapping[str, JsonValue]
    """What the result depends on, by the name under which users know it: the same again goes on to the same result."""
    made_with: Mapping[str, str]
    """Versions and device, on which its last digits may depend."""
    resumed: Checkpoint | None = None
    """What this run goes on from."""
    course: TrainingState | None = None
    """What is kept, once it has begun."""
    _due: float = field(default=0.0, init=False)
    _kept: bool = field(default=False, init=False)

    @classmethod
    def of(
        cls, output: str | Path, minutes: float, resume: str | None,
        asked: Mapping[str, JsonValue], made_with: Mapping[str, str],
    ) -> Checkpointing:  # fmt: skip
        """Of a run that writes `output` and goes on from the checkpoint `resume`, if one is named.

        Raises:
            BadInput: there is no such checkpoint, it is damaged, or of a training that was asked for otherwise.
        """
        path = place(output)
        if resume and resume != AUTO:
            path = Path(resume).absolute()
        resumed = None
        if resume and (resume != AUTO or path.exists()):
            resumed = checkpoint_file.read(path)
            _require_same(path, resumed.asked, asked)
        return cls(path, 60 * minutes, asked, made_with, resumed)

    def introduced(self) -> Iterator[Log]:
        """Where the run begins and what becomes of it should it be interrupted, in the log."""
        if self.resumed:
            yield from self._continued(self.resumed)
        elif self.path.exists():
            yield Log(
                "{path} is of an earlier run, which would go on with it as RESUME; this run begins anew and will replace it.",
                path=str(self.path),
            )
        if self.every:
            yield Log(
                "Every {minutes:g} minutes the training is kept in {path}: should it be interrupted, give that file as "
                "RESUME, and all else as now, to go on.",
                minutes=self.every / 60,
                path=str(self.path),
            )

    def _continued(self, resumed: Checkpoint) -> Iterator[Log]:
        state = resumed.state
        yield Log(
            "Going on from {path}: {epochs} epochs and {steps} steps are done.",
            path=str(self.path),
            epochs=len(state["history"]),
            steps=state["step"],
        )
        for name in MAY_CHANGE:
            if self.asked.get(name) != resumed.asked.get(name):
                yield Log(
                    "{name} was {before} and is {now} from here on: the result is not that of either from the beginning.",
                    name=name,
                    before=str(resumed.asked.get(name)),
                    now=str(self.asked.get(name)),
                )
        changed = [name for name, now in self.made_with.items() if resumed.made_with.get(name) != now]
        if changed:
            yield Log(
                "It was made with {before} and goes on with {now}: the result may differ in its last digits.",
                before=", ".join(f"{name} {resumed.made_with.get(name)}" for name in changed),
                now=", ".join(f"{name} {self.made_with[name]}" for name in changed),
            )

    def begin(self, course: TrainingState) -> None:
        """Keep this training from now on; it goes on where the resumed one was."""
        if self.resumed:
            course.load_state(self.resumed.state)
            self._kept = True
        self.resumed, self.course = None, course  # its tensors need not stay in memory
        self._due = time.monotonic() + self.every

    def when_due(self) -> Iterator[Log]:
        """Put the training away if it is time to; says if that was not possible."""
        if not self.every or not self.course or time.monotonic() < self._due:
            return
        try:
            self.write()
        except (OSError, SrError) as error:
            reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
            if self._kept:
                yield Log(
                    "The checkpoint could not be renewed ({reason}). {path} still holds an earlier one, whole; the training "
                    "goes on.",
                    reason=reason,
                    path=str(self.path),
                )
            else:
                yield Log(
                    "The checkpoint {path} could not be written ({reason}); the training goes on without.",
                    reason=reason,
                    path=str(self.path),
                )
        self._due = time.monotonic() + self.every

    def write(self) -> None:
        """Put the training away as it is.

        Raises:
            OSError, OutputError: the disk is full, or the folder cannot be written to.
        """
        # What is no longer a number is not worth keeping; the next look at the loss ends the run.
        if self.course and self.course.is_finite():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            checkpoint_file.write(
                self.path,
                Checkpoint(asked=dict(self.asked), made_with=dict(self.made_with), state=self.course.state()),
            )
            self._kept = True

    def interrupted(self) -> None:
        """Put the training away before its time, if it has learnt anything since and is between two steps."""
        if self.every and self.course and self.course.sound and (self.course.epoch or self.course.step):
            try:
                self.write()
            except (OSError, SrError):
                return  # an earlier one is still there, and the run ends for a reason of its own

    def consoled(self) -> Iterator[Log]:
        """What is left of a run that failed, in the log."""
        self.interrupted()
        if self._kept:
            yield Log(
                "The training is kept in {path}: give that file as RESUME, and all else as now, to go on from there.",
                path=str(self.path),
            )

    def discard(self) -> None:
        """Remove the checkpoint of a run that has come to its end."""
        if self._kept:
            self.path.unlink(missing_ok=True)


def place(output: str | Path) -> Path:
    """Where the checkpoint of a run lies that writes `output`: beside it, or with Finer's own files where QGIS would
    delete it together with a temporary output."""
    output = Path(output).absolute()
    # QGIS deletes its folder of temporary files, processing_ and six characters, when it closes, if it lives so long.
    if any(re.fullmatch(r"processing_\w{6}", part) for part in output.parent.parts):
        return home_folder() / "checkpoints" / f"train-{datetime.now():%Y-%m-%d-%H%M%S}{SUFFIX}"
    return output.with_name(output.name + SUFFIX)


def _require_same(path: Path, before: Mapping[str, JsonValue], now: Mapping[str, JsonValue]) -> None:
    """Refuse to go on with what was asked for otherwise.

    Raises:
        BadInput: it was; says in which respects.
    """
    names = dict.fromkeys([*now, *before])
    differences = [
        difference
        for name in names
        if name not in MAY_CHANGE
        for difference in _differences(name, before.get(name), now.get(name))
    ]
    if differences:
        raise BadInput(
            "{path} is of a training with other settings ({differences}): set them as they were, or leave RESUME blank "
            "to begin anew.",
            path=path,
            differences="; ".join(differences),
        )


def _differences(name: str, before: JsonValue, now: JsonValue) -> Iterator[str]:
    """In which respects two values differ; of the same choice with other options, in which options."""
    if before == now:
        return
    if isinstance(before, dict) and isinstance(now, dict):
        if before.get("id") == now.get("id"):
            for option in dict.fromkeys([*now, *before]):
                said = say("{option} of {name}", option=option, name=name)
                yield from _differences(said, before.get(option), now.get(option))
            return
        before, now = before.get("id"), now.get("id")
    yield say("{name} is {now} and was {before}", name=name, now=now, before=before)
