"""The options that decide the result of a training."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from ..backbones import Backbone
from ..errors import OptionError
from ..objectives import Monitor, Objective
from ..optim.optimisation import Optimisation
from ..parameter_types import FolderIn, FolderOut, PackageIn, advanced

PATCH_SIZE = 32
"""Width of patches (low-resolution pixels) where nothing else is asked for and tiles are large enough."""


class TrainingOptions(Optimisation):
    """All that the result of a training depends on, and where TensorBoard shows it.

    The training job inherits these fields, and the training loop reads them: an option declared here is in the dialog,
    in the checkpoint and in the model's record without further code.
    """

    tiles: Annotated[FolderIn, Field(title="Tile set")]
    """Folder written by "Export SR training tiles", or by ArcGIS' Export Tiles from two rasters, or any folder of image
    pairs with matching names, such as lr/a.tif and hr/a.tif, or a_lr.png and a_hr.png."""

    backbone: Annotated[
        Backbone, Field(title="Network", json_schema_extra={"options": "backbone_options"})
    ] = Backbone.members["edsr"]()
    """edsr suits most cases; compact and span are the fastest; carn does scales 2, 3 and 4 at once; rdn and rrdn have
    the best metrics on a large card; sr3 (diffusion) produces one of the possible detailed results."""

    size: Annotated[
        Literal["auto", "small", "medium", "paper"] | None, Field(title="Size of the network")
    ] = None
    """small is for computers without a graphics card; medium for a card, or a night on a processor; paper as published,
    for thousands of tiles and a large card; auto the largest that computer, tiles and MINUTES allow. BACKBONE_OPTIONS
    take precedence. Blank: the network's defaults."""

    objective: Annotated[
        Objective, Field(title="Objective", json_schema_extra={"options": "objective_options"})
    ] = Objective.members["pixel"]()
    """The training objective: denoising or flow for the diffusion networks sr3 and sr3_uvit, one of the others for all
    other networks."""

    pretrained: Annotated[PackageIn | None, Field(title="Start from model")] = None
    """Model package (.srpk) of the same network to start from: to continue its training, or to adapt it to other land,
    another scale or another objective."""

    epochs: Annotated[int, Field(title="Epochs", ge=1, le=100_000)] = 100
    """Number of passes over all training tiles. Ignored if MINUTES is set."""

    minutes: Annotated[float | None, Field(title="Minutes", gt=0, le=100_000)] = None
    """Training time, instead of EPOCHS: the learning-rate schedule follows the clock. Opening the tiles, trials before
    and the metrics at the end take additional time. If PSNR selects the weights, the log estimates the gain from twice
    the time. Blank: EPOCHS decides."""

    batch_size: Annotated[int, Field(title="Batch size (patches)", ge=0, le=1024)] = 8
    """Patches per step. A larger batch gives steadier gradients, needs more memory, and makes fewer steps per epoch; use
    16 or more on a graphics card. 0 finds the largest batch that fits."""

    learning_rate: Annotated[float | None, Field(title="Learning rate", gt=0, le=1)] = None
    """The largest learning rate of the training. Small networks tolerate 0.001, wide ones (256 features) 0.0001. Blank
    finds it by a short trial, as the log reports."""

    monitor: Annotated[Monitor | None, Field(title="Best epoch by"), advanced] = None
    """The model gets the weights of the epoch that is best by this on validation tiles: psnr, ssim, or the objective's
    own loss. Blank: psnr for the pixel objective, the loss for denoising, flow and perceptual, the last epoch for
    adversarial."""

    patience: Annotated[int | None, Field(title="Patience (epochs)", ge=1), advanced] = None
    """The training ends after this many epochs without a better one. Blank: it goes on to the last."""

    jitter: Annotated[float, Field(title="Brightness jitter", ge=0, le=0.9), advanced] = 0.0
    """How far the brightness of patches is changed at random, both resolutions alike: × 1 ± this, and ± this many standard
    deviations of each band. 0.1 or 0.2 helps with images of other days or sensors. 0: no change."""

    cutblur: Annotated[float, Field(title="CutBlur", ge=0, le=1), advanced] = 0.0
    """Share of the patches whose input is made sharp in one rectangle, or everywhere outside it (Yoo et al. 2020): it
    teaches where to sharpen, for images that are sharper than the tiles' low-resolution side. 0: none."""

    tensorboard: Annotated[FolderOut | None, Field(title="TensorBoard folder"), advanced] = None
    """Curves, and pictures of some validation tiles, are written below this folder during the training; view them with:
    tensorboard --logdir FOLDER. Every model has its own folder there, named like its file. Blank: none."""

    patch_size: Annotated[
        int | None, Field(title="Patch size (low-resolution pixels)", ge=8, le=1024), advanced
    ] = None
    """Width and height of the random patches cut from the tiles; at most the size of a low-resolution tile. Blank: 32, or
    less where tiles are smaller, as the log says."""

    seed: Annotated[int, Field(title="Seed", ge=0, le=2**31 - 1), advanced] = 0
    """The same seed on the same device gives the same model, unless MINUTES ends the training."""

    @model_validator(mode="before")
    @classmethod
    def _forget_epochs(cls, values: Any) -> Any:
        """Leave out the epochs where the time decides, so that a checkpoint goes on whatever they are."""
        if isinstance(values, dict) and values.get("minutes") is not None:
            return {name: value for name, value in values.items() if name != "epochs"}
        return values

    @model_validator(mode="after")
    def _check_combinations(self) -> Self:
        if self.freeze is not None and not self.pretrained:
            raise OptionError(
                "FREEZE keeps the blocks of another model unchanged: set PRETRAINED to that model, or leave "
                "FREEZE blank."
            )
        if self.freeze is not None and self.freeze > 1 and self.freeze != int(self.freeze):
            raise OptionError(
                "FREEZE is {asked}, which is neither a share nor a number of blocks: use a whole number, or one below 1.",
                asked=self.freeze,
            )
        if self.patience is not None and not self.best_epoch_by:
            raise OptionError(
                "With the objective {objective} the weights of the last epoch are kept, so PATIENCE cannot be "
                "used: set MONITOR to psnr, ssim or loss, or leave PATIENCE blank.",
                objective=self.objective.id,
            )
        return self

    @property
    def patch_side(self) -> int:
        """Width and height of patches (low-resolution pixels)."""
        return PATCH_SIZE if self.patch_size is None else self.patch_size

    @property
    def best_epoch_by(self) -> Monitor | None:
        """Metric that decides the best epoch; None: the last epoch is the best."""
        return self.monitor or self.objective.monitor
