"""The report of sharpened bands: a model beside bicubic resampling and pansharpening, measured one scale coarser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..datasets.data_summary import DataSummary
from ..datasets.tileset import TileSet
from ..evaluation.pansharpening_baseline import PansharpeningBaseline
from ..evaluation.tile_pictures import SIDE, crop_middle, encode_png, stretch_alike
from ..evaluation.tile_scores import bicubic_upscale, choose_examples, upscale_tile
from ..i18n import format_number, say
from ..metrics.bicubic_comparison import Comparison
from ..metrics.metric_format import fixed_pattern_note, metrics_table
from ..package.card import band_names, bands_table, sections
from .charts import learning_charts
from .evaluation_report import EvaluatedModel
from .page import Strip, render_page


@dataclass(frozen=True)
class SharpeningScores:
    """Scores of a model that sharpens bands, on tiles whose truth is known."""

    model: EvaluatedModel
    tileset: TileSet
    """The tiles on which the model was measured."""
    substitution: PansharpeningBaseline | None = None
    """Pansharpening of the same tiles; None where the guide's pixels are not as fine as those of the result."""
    pansharpened: Comparison | None = None
    """Metrics of that pansharpening; None without it."""


def render_sharpening_report(scores: SharpeningScores) -> str:
    """Return the report of a sharpening model as one HTML page."""
    info, model = scores.tileset.info, scores.model
    columns = [(model.name, model.found)]
    partners: dict[str, str] = {}
    if scores.pansharpened and scores.substitution and info.guide:
        columns.append((say("Pansharpening"), scores.pansharpened))
        fine = band_names(info.guide.bands)
        if len(fine) > 1:
            partners = {
                band: fine[place]
                for band, place in zip(band_names(info.bands), scores.substitution.partners, strict=True)
            }
    size = DataSummary.of(scores.tileset).ground_resolution
    return render_page(
        "sharpening_report.html",
        info=info,
        coarser=size and f"{format_number(size, '.3g')} → {format_number(size / info.scale, '.3g')}",
        tiles=model.found.tiles,
        metrics=metrics_table(columns),
        pattern_note=fixed_pattern_note(comparison for _, comparison in columns),
        bands=[
            (name, bands_table(comparison.bands)) for name, comparison in columns if len(comparison.bands) > 1
        ],
        partners=partners,
        examples=list(_examples(scores)),
        learning=learning_charts({model.name: model.package.info.training}),
        facts_of=[(section.heading, section.facts) for section in sections(model.package.info)],
    )


def _examples(scores: SharpeningScores) -> Iterator[tuple[str, Strip]]:
    """Yield a heading and the pictures of the model's worst, median and best tile, upscaled by every method."""
    tileset, model = scores.tileset, scores.model
    scale, bands = tileset.info.scale, len(tileset.info.bands)
    methods = {say("Bicubic"): bicubic_upscale(scale, bands)}
    if scores.substitution:
        methods[say("Pansharpening")] = scores.substitution.upscale
    methods[model.name] = model.predictor.upscale
    for label, tile in choose_examples(model.scores):
        pair = tileset.read("test", tile.name)
        results = [upscale_tile(upscale, tileset, pair) for upscale in methods.values()]
        images = crop_middle(stretch_alike(tileset, pair, [pair.lr, *results, pair.hr]), scale, SIDE)
        titles = [say("Low resolution"), *methods, say("Truth")]
        yield (
            f"{label}: {tile.name}",
            [(encode_png(image), title) for image, title in zip(images, titles, strict=True)],
        )
