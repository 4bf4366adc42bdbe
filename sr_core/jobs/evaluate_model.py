"""Measures a model against bicubic on held-out tiles."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import Field

from ..data.tileset import Split, TileSet
from ..device import resolve, used
from ..evaluation import compare, summary
from ..inference.ready import ready
from ..model_card import band_names, figures
from ..package import ModelPackage
from ..progress import part
from ..report import report
from ..schema import Config, Device, FolderIn, HtmlOut, PackageIn, advanced
from ..staging import staged
from . import Job, Log, Progress

OPENING = 0.05
"""Share of the work that is finding out about tiles that another program has laid out."""

MEASURING = 0.95
"""Share of the work that is measuring; the rest is the report."""


class EvaluateModel(Job):
    """Evaluate SR model

    Compares a model with bicubic resampling on tiles whose high-resolution truth is known.

    Reports PSNR, SSIM, SAM and ERGAS, each the mean over tiles with the outermost pixels left out, and writes a page
    with the figures and pictures: low resolution, bicubic, super-resolved, truth.
    """

    tags: ClassVar = (
        "super-resolution",
        "accuracy",
        "quality",
        "PSNR",
        "SSIM",
        "SAM",
        "ERGAS",
        "report",
        "validate",
    )

    class Result(Config):
        """Figures of model and bicubic"""

        psnr: Annotated[float, Field(title="PSNR of the model (dB)")]
        """Peak signal-to-noise ratio; higher is better."""
        ssim: Annotated[float | None, Field(title="SSIM of the model")]
        """Structural similarity; 1 is perfect."""
        sam: Annotated[float | None, Field(title="SAM of the model (°)")]
        """Spectral angle between result and truth; 0 is perfect. Needs two bands or more."""
        ergas: Annotated[float | None, Field(title="ERGAS of the model")]
        """Relative error over all bands (Wald 2000); 0 is perfect."""
        bicubic_psnr: Annotated[float, Field(title="PSNR of bicubic (dB)")]
        """PSNR of bicubic resampling on the same tiles."""
        bicubic_ssim: Annotated[float | None, Field(title="SSIM of bicubic")]
        """SSIM of bicubic resampling on the same tiles."""
        bicubic_sam: Annotated[float | None, Field(title="SAM of bicubic (°)")]
        """Spectral angle of bicubic resampling on the same tiles."""
        bicubic_ergas: Annotated[float | None, Field(title="ERGAS of bicubic")]
        """ERGAS of bicubic resampling on the same tiles."""

    model: Annotated[PackageIn, Field(title="SR model")]
    """Model package (.srpk) to measure."""

    tiles: Annotated[FolderIn, Field(title="Tile set")]
    """Folder made by "Export SR training tiles", by ArcGIS as Export Tiles (of two rasters), or any folder of image pairs
    under matching names: GeoTIFF, PNG or JPEG in two sub-folders such as lr and hr, or named _lr and _hr."""

    split: Annotated[Split, Field(title="Split")] = "test"
    """Which tiles to measure on. Only test tiles played no part in the training."""

    device: Annotated[Device, Field(title="Device"), advanced] = "auto"
    """Where to compute: auto takes a graphics card if there is one."""

    output_html: Annotated[HtmlOut, Field(title="Evaluation report")]
    """Self-contained page with figures and pictures."""

    def run(self) -> Generator[Progress | Log, None, Result]:
        device = resolve(self.device)
        package = ModelPackage.load(self.model, device)
        tileset = yield from part(TileSet.opening(self.tiles), 0, OPENING)
        tileset.require(self.split)
        if tileset.info.scale in package.info.scales:
            package.net.serve(tileset.info.scale)
        yield used(self.device, device, package.device)
        if package.info.bands != tileset.info.bands:
            yield Log(
                "The model was trained on the bands {model}, and the tiles have {tiles}: are they the same?",
                model=", ".join(band_names(package.info.bands)),
                tiles=", ".join(band_names(tileset.info.bands)),
            )
        with staged(self.output_html) as file:
            scores = yield from part(compare(ready(package), tileset, self.split), OPENING, MEASURING)
            yield Progress(MEASURING, "Writing the report")
            found = summary(self.split, scores)
            file.write_text(report(package, Path(self.model).name, tileset, found, scores), encoding="utf-8")
        yield Log("Model: PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}", **figures(found.model))
        yield Log("Bicubic: PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}", **figures(found.bicubic))
        return self.Result(
            **found.model.model_dump(),
            **{f"bicubic_{name}": value for name, value in found.bicubic.model_dump().items()},
        )
