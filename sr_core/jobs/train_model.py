"""Trains a model on a tile set."""

from __future__ import annotations

from collections.abc import Generator
from typing import Annotated, ClassVar

from pydantic import Field

from ..backbones import Backbone
from ..schema import Config, Device, FolderIn, PackageOut, advanced
from . import Job, Log, Progress


class TrainModel(Job):
    """Train SR model

    Trains a super-resolution network on a tile set from "Export SR training tiles" and saves it as one .srpk file.

    The log shows loss and validation PSNR of every epoch. The figures at the end compare the model with bicubic
    resampling on tiles it has not learnt from. On a computer without a graphics card, begin with the small network
    that BACKBONE_OPTIONS "n_feats=32, n_blocks=8" gives.
    """

    tags: ClassVar = ("super-resolution", "deep learning", "neural network", "fit", "learn", "EDSR", "training")

    class Result(Config):
        """Figures on held-out tiles"""

        psnr: Annotated[float, Field(title="PSNR of the model (dB)")]
        """Peak signal-to-noise ratio on the test tiles, or on the validation tiles where there are no test tiles."""
        ssim: Annotated[float, Field(title="SSIM of the model")]
        """Structural similarity on the same tiles."""
        bicubic_psnr: Annotated[float, Field(title="PSNR of bicubic (dB)")]
        """What bicubic resampling reaches on the same tiles."""
        bicubic_ssim: Annotated[float, Field(title="SSIM of bicubic")]
        """What bicubic resampling reaches on the same tiles."""

    tiles: Annotated[FolderIn, Field(title="Tile set")]
    """Folder made by "Export SR training tiles"."""

    backbone: Annotated[Backbone, Field(title="Network", json_schema_extra={"options": "backbone_options"})] = (
        Backbone.members["edsr"]()
    )
    """The network to train."""

    epochs: Annotated[int, Field(title="Epochs", ge=1, le=100_000)] = 100
    """How often all training tiles are gone through."""

    batch_size: Annotated[int, Field(title="Batch size (patches)", ge=1, le=1024)] = 16
    """Patches per step. More is steadier and needs more memory."""

    learning_rate: Annotated[float, Field(title="Learning rate", gt=0, le=1)] = 5e-4
    """Size of the first steps (Adam); it falls to zero along a cosine."""

    patch_size: Annotated[int, Field(title="Patch size (low-resolution pixels)", ge=8, le=1024), advanced] = 48
    """Width and height of the random patches cut from the tiles; at most the size of a low-resolution tile."""

    seed: Annotated[int, Field(title="Seed", ge=0, le=2**31 - 1), advanced] = 0
    """The same seed on the same device trains the same model again."""

    device: Annotated[Device, Field(title="Device"), advanced] = "auto"
    """Where to compute: auto takes a graphics card if there is one."""

    output: Annotated[PackageOut, Field(title="SR model")]
    """The trained model package (.srpk)."""

    def run(self) -> Generator[Progress | Log, None, Result]:
        raise NotImplementedError
