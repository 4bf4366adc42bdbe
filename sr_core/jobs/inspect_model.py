"""Shows the card of a model."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import Field

from ..atomic_write import atomic_write
from ..i18n import english
from ..package.card import band_names, render_card
from ..package.srpk import read_info
from ..parameter_types import HtmlOut, PackageIn
from ..reports.model_card_page import render_card_page
from ..schema import Config
from . import Job, Log, Progress


class InspectModel(Job):
    """Inspect SR model.

    Shows the card of a model: its bands, training data, settings, licence and metrics.

    The network itself is not loaded, so this takes a moment even for large models.
    """

    complete_engine: ClassVar = True
    tags: ClassVar = ("super-resolution", "model card", "information", "licence", "metadata", "srpk", "show")

    class Result(Config):
        """What the card says."""

        scale: Annotated[int, Field(title="Scale")]
        """How many times finer the result is by default."""
        bands: Annotated[str, Field(title="Bands")]
        """Descriptions of the bands, in the order the model takes and gives them."""
        n_bands: Annotated[int, Field(title="Number of bands")]
        """How many bands it takes and gives."""
        backbone: Annotated[str, Field(title="Network")]
        """The network's id."""
        degradation: Annotated[str, Field(title="Degradation")]
        """How the low-resolution pixels of its training data were made."""
        licence: Annotated[str, Field(title="Licence")]
        """As stated by its author; blank if not stated."""
        created: Annotated[str, Field(title="Created")]
        """When, as an ISO 8601 time in UTC; blank where that is not known."""
        psnr: Annotated[float | None, Field(title="PSNR of the model (dB)")]
        """Peak signal-to-noise ratio on held-out tiles when it was trained."""
        bicubic_psnr: Annotated[float | None, Field(title="PSNR of bicubic (dB)")]
        """What bicubic resampling reached on the same tiles."""
        ssim: Annotated[float | None, Field(title="SSIM of the model")]
        """Structural similarity on the same tiles."""
        hallucination: Annotated[float | None, Field(title="Hallucination of the model")]
        """Share of the relevant detail that the model invented there."""

    model: Annotated[PackageIn, Field(title="SR model")]
    """Model package (.srpk) to show."""

    output_html: Annotated[HtmlOut | None, Field(title="Model card")] = None
    """Self-contained page with a picture, figures and learning curves."""

    def libraries(self) -> tuple[str, ...]:
        return ("torch",)

    def run(self) -> Generator[Progress | Log, None, Result]:
        info, thumbnail = read_info(self.model)
        if self.output_html:
            with atomic_write(self.output_html) as file:
                file.write_text(render_card_page(info, Path(self.model).name, thumbnail), encoding="utf-8")
        yield Progress(1)
        for line in filter(None, render_card(info).splitlines()):
            yield Log("{line}", line=line)
        found = info.metrics
        with english():  # results are the same in every language
            bands = ", ".join(band_names(info.bands))
        return self.Result(
            scale=info.scale,
            bands=bands,
            n_bands=len(info.bands),
            backbone=info.backbone.id,
            degradation=str(info.degradation.get("id", "unknown")),
            licence=info.licence,
            created=info.created,
            psnr=found.model.psnr if found else None,
            bicubic_psnr=found.bicubic.psnr if found else None,
            ssim=found.model.ssim if found else None,
            hallucination=found.model.hallucination if found else None,
        )
