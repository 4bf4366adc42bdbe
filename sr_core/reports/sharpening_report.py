"""The report of sharpened bands: a model beside bicubic resampling and pansharpening, one scale coarser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..datasets.summary import DataSummary
from ..datasets.tileset import TileSet
from ..evaluation.guide_substitution import GuideSubstitution
from ..evaluation.pictures import SIDE, crop_middle, encode_png, stretch_alike
from ..evaluation.tile_scores import bicubic_upscale, choose_examples, upscale_tile
from ..i18n import say
from ..metrics.comparison import Comparison
from ..metrics.metric_format import metrics_table
from ..package.card import band_names, bands_table, sections
from .charts import learning_charts
from .evaluation_report import EvaluatedModel
from .page import Strip, render_page


@dataclass(frozen=True)
class Sharpened:
    """A model that sharpens bands, measured on tiles whose truth is known."""

    model: EvaluatedModel
    tileset: TileSet
    substitution: GuideSubstitution | None = None
    """Pansharpening of the same tiles; none where the guide is not as fine as the result."""
    pansharpened: Comparison | None = None
    """Its figures."""


def render_sharpening_report(measured: Sharpened) -> str:
    """Return the page."""
    info, model = measured.tileset.info, measured.model
    columns = [(model.name, model.found)]
    partners: dict[str, str] = {}
    if measured.pansharpened and measured.substitution and info.guide:
        columns.append((say("Pansharpening"), measured.pansharpened))
        fine = band_names(info.guide.bands)
        if len(fine) > 1:
            partners = {
                band: fine[place]
                for band, place in zip(band_names(info.bands), measured.substitution.partners, strict=True)
            }
    size = DataSummary.of(measured.tileset).ground_resolution
    return render_page(
        "sharpening_report.html",
        info=info,
        coarser=size and f"{size:.3g} → {size / info.scale:.3g}",
        tiles=model.found.tiles,
        metrics=metrics_table(columns),
        bands=[(name, bands_table(found.bands)) for name, found in columns if len(found.bands) > 1],
        partners=partners,
        examples=list(_examples(measured)),
        learning=learning_charts({model.name: model.package.info.training}),
        facts_of=[(section.heading, section.facts) for section in sections(model.package.info)],
    )


def _examples(measured: Sharpened) -> Iterator[tuple[str, Strip]]:
    """Yield the worst, median and best tile of the model, as all see it, with a heading."""
    tileset, model = measured.tileset, measured.model
    scale, bands = tileset.info.scale, len(tileset.info.bands)
    ways = {say("Bicubic"): bicubic_upscale(scale, bands)}
    if measured.substitution:
        ways[say("Pansharpening")] = measured.substitution.upscale
    ways[model.name] = model.predictor.upscale
    for what, tile in choose_examples(model.scores):
        pair = tileset.read("test", tile.name)
        results = [upscale_tile(way, tileset, pair) for way in ways.values()]
        images = crop_middle(stretch_alike(tileset, pair, [pair.lr, *results, pair.hr]), scale, SIDE)
        titles = [say("Low resolution"), *ways, say("Truth")]
        yield (
            f"{what}: {tile.name}",
            [(encode_png(image), title) for image, title in zip(images, titles, strict=True)],
        )
