"""Measures a model against bicubic on held-out tiles."""

from __future__ import annotations

from collections.abc import Generator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ..schema import Config, Device, FolderIn, HtmlOut, PackageIn, advanced
from . import Job, Log, Progress


class EvaluateModel(Job):
    """Evaluate SR model

    Compares a model with bicubic resampling on tiles whose high-resolution truth is known.

    Reports PSNR, SSIM, SAM and ERGAS, each the mean over tiles with the outermost pixels left out, and writes a page
    with the figures and pictures: low resolution, bicubic, super-resolved, truth.
    """

    tags: ClassVar = ("super-resolution", "accuracy", "quality", "PSNR", "SSIM", "SAM", "ERGAS", "report", "validate")

    class Result(Config):
        """Figures of model and bicubic"""

        psnr: Annotated[float, Field(title="PSNR of the model (dB)")]
        """Peak signal-to-noise ratio; higher is better."""
        ssim: Annotated[float, Field(title="SSIM of the model")]
        """Structural similarity; 1 is perfect."""
        sam: Annotated[float | None, Field(title="SAM of the model (°)")]
        """Spectral angle between result and truth; 0 is perfect. Needs two bands or more."""
        ergas: Annotated[float, Field(title="ERGAS of the model")]
        """Relative error over all bands (Wald 2000); 0 is perfect."""
        bicubic_psnr: Annotated[float, Field(title="PSNR of bicubic (dB)")]
        """The same for bicubic resampling."""
        bicubic_ssim: Annotated[float, Field(title="SSIM of bicubic")]
        """The same for bicubic resampling."""
        bicubic_sam: Annotated[float | None, Field(title="SAM of bicubic (°)")]
        """The same for bicubic resampling."""
        bicubic_ergas: Annotated[float, Field(title="ERGAS of bicubic")]
        """The same for bicubic resampling."""

    model: Annotated[PackageIn, Field(title="SR model")]
    """Model package (.srpk) to measure."""

    tiles: Annotated[FolderIn, Field(title="Tile set")]
    """Folder made by "Export SR training tiles"."""

    split: Annotated[Literal["train", "val", "test"], Field(title="Split")] = "test"
    """Which tiles to measure on. Only test tiles played no part in the training."""

    device: Annotated[Device, Field(title="Device"), advanced] = "auto"
    """Where to compute: auto takes a graphics card if there is one."""

    output_html: Annotated[HtmlOut, Field(title="Evaluation report")]
    """Self-contained page with figures and pictures."""

    def run(self) -> Generator[Progress | Log, None, Result]:
        raise NotImplementedError
