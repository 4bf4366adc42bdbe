"""How a training goes about it: steps, weights that are kept, patches, and who looks on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from pydantic import Field

from ..errors import BadInput
from ..objectives import Monitor
from ..optim.optimisation import Optimisation
from ..optim.optimisers import Optimiser
from ..optim.schedules import LearningRateSchedule
from ..schema import Config, FolderOut, advanced
from .tensorboard import require_writable


class TrainingOptions(Config):
    """The part of a training that says how it goes about it; whoever leaves it alone gets what suits most."""

    freeze: Annotated[float | None, Field(title="Frozen blocks", gt=0, le=1024), advanced] = None
    """With a model to start from: so many of the network's first blocks, or below 1 such a share of them, stay as they
    are there. For few tiles of other land. Blank: all learn."""

    optimiser: Annotated[
        Optimiser,
        Field(title="Optimiser", json_schema_extra={"options": "optimiser_options", "advanced": True}),
    ] = Optimiser.members["adam"]()
    """How a step follows from the gradients."""

    learning_rate_schedule: Annotated[
        LearningRateSchedule,
        Field(
            title="Learning-rate schedule",
            json_schema_extra={"options": "learning_rate_schedule_options", "advanced": True},
        ),
    ] = LearningRateSchedule.members["cosine"]()
    """How the learning rate goes over the training."""

    clip_norm: Annotated[float | None, Field(title="Longest gradient", gt=0), advanced] = None
    """A gradient that is longer is shortened to this, so that one odd batch does not undo what was learnt. Blank: never;
    1 is usual for diffusion and adversarial training."""

    ema: Annotated[
        float | None, Field(title="Decay of the average of weights (EMA)", ge=0, lt=1), advanced
    ] = None
    """Not the last weights are measured and kept but a running average of them, of which each step keeps this share: 0.999
    suits trainings of some thousand steps. Blank: only with the denoising objective, which says how much."""

    monitor: Annotated[Monitor | None, Field(title="Best epoch by"), advanced] = None
    """The model has the weights of the epoch that was best by this, on validation tiles: psnr, ssim, or the objective's
    own loss. Blank: psnr for the pixel objective, the loss for denoising and perceptual, and simply the last epoch for
    adversarial."""

    patience: Annotated[int | None, Field(title="Patience (epochs)", ge=1), advanced] = None
    """The training ends when for so many epochs none was better. Blank: it goes on to the last."""

    jitter: Annotated[float, Field(title="Brightness jitter", ge=0, le=0.9), advanced] = 0.0
    """How far the brightness of patches is changed by chance, both resolutions alike: × 1 ± this, and ± this many standard
    deviations of each band. 0.1 or 0.2 helps where images of other days or sensors are to be sharpened. 0: not."""

    cutblur: Annotated[float, Field(title="CutBlur", ge=0, le=1), advanced] = 0.0
    """Share of the patches whose input is made as sharp as it gets in one rectangle, or everywhere else (Yoo et al. 2020):
    it teaches where to sharpen, for images that are sharper than the tiles' low-resolution side. 0: none."""

    tensorboard: Annotated[FolderOut | None, Field(title="TensorBoard folder"), advanced] = None
    """Curves, and pictures of some validation tiles, are written below this folder while the training goes on; look at it
    with: tensorboard --logdir FOLDER. Every model has a folder of its own there, named like its file. Blank: none."""

    def refuse_ways(self, pretrained: str | None) -> None:
        """Refuse what cannot be done, before anything is begun.

        Raises:
            BadInput: there is nothing to freeze.
            OutputError: the folder for TensorBoard cannot be written to.
        """
        if self.freeze is not None and not pretrained:
            raise BadInput(
                "FREEZE keeps blocks as they are in another model, and there is none: name it in PRETRAINED, or leave "
                "FREEZE blank."
            )
        if self.freeze is not None and self.freeze > 1 and self.freeze != int(self.freeze):
            raise BadInput(
                "FREEZE is {asked}, which is neither a share nor a number of blocks: use a whole number, or one below 1.",
                asked=self.freeze,
            )
        if self.tensorboard:
            require_writable(self.tensorboard)

    def board(self, output: str) -> Path | None:
        """Where what TensorBoard shows of the model `output` is written."""
        return Path(self.tensorboard) / Path(output).stem if self.tensorboard else None

    def ways(self) -> dict[str, Any]:
        """The settings of a training that follow from this."""
        return {
            "optimisation": Optimisation(
                optimiser=self.optimiser,
                schedule=self.learning_rate_schedule,
                clip_norm=self.clip_norm,
                ema=self.ema,
            ),
            "monitor": self.monitor,
            "patience": self.patience,
            "jitter": self.jitter,
            "cutblur": self.cutblur,
        }
