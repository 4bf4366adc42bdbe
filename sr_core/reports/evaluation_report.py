"""The report of a measurement: models beside bicubic resampling on the tiles of a split, as one page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..datasets.data_summary import DataSummary
from ..datasets.splits import Split, split_label
from ..datasets.tileset import TilePair, TileSet
from ..evaluation.error_calibration import Reliability
from ..evaluation.error_pictures import TileErrorMapper, render_errors
from ..evaluation.tile_pictures import (
    CORRECTNESS_COLOURS,
    SIDE,
    crop_middle,
    encode_png,
    render_correctness,
    stretch_alike,
)
from ..evaluation.tile_scores import (
    TileScores,
    bicubic_upscale,
    choose_examples,
    median_tile,
    upscale_tile,
    upscale_with_spread,
)
from ..i18n import format_number, join_and, say
from ..inference.predictor import Predictor, build_predictor
from ..metrics.bicubic_comparison import FEWEST, Comparison
from ..metrics.metric_format import METRICS, fixed_pattern_note, metrics_table
from ..metrics.scores import WINDOW, Scores
from ..package.card import CAUTION, bands_table, sections, summary_facts
from ..package.error_table import DEFAULT
from ..package.srpk import ModelPackage
from ..raster.display_bands import display_bands
from .charts import learning_charts, plot_gains, reliability_diagram
from .page import Strip, render_page
from .plot_style import svg

DETAIL = 64
"""Side of what is shown enlarged (high-resolution pixels)."""


SHOWN_COVERAGES = (50, 80, 90, 95, 99)
"""In percent, in the table."""


class ReliabilitySection(NamedTuple):
    """How error maps hold on the tiles, for the page."""

    svg: bytes | None
    """None where too few tiles tell nothing."""
    table: tuple[list[str], list[list[str]]]
    crossed: bool
    """Whether a model was calibrated on these tiles, and each was tried with a table of others."""
    pictures: Sequence[tuple[str, Strip]]
    """Of each model, by its name, the error map of a tile beside its errors."""


@dataclass(frozen=True)
class EvaluatedModel:
    """A model that was measured."""

    name: str
    package: ModelPackage
    scores: Sequence[TileScores]
    found: Comparison
    reliability: Reliability | None = None
    """Whether its error map holds on the tiles; none where it has no such map."""
    calibrated: TileErrorMapper | None = None
    """What makes this map."""
    fitted: Predictor | None = None
    """The model as it was measured, on bands in the tiles' order; none: as it is used by default."""

    @cached_property
    def predictor(self) -> Predictor:
        """The model, ready to run on the tiles."""
        return self.fitted or build_predictor(self.package)


def render_report(
    subjects: Sequence[EvaluatedModel], tileset: TileSet, split: Split, measuring: Mapping[str, str]
) -> str:
    """Return the page of a measurement.

    Args:
        subjects: The models; tiles are chosen for the pictures by the scores of the first.
        tileset: What they were measured on.
        split: The part of it.
        measuring: Titles and values: on what it was measured and how long that took.
    """
    several = len(subjects) > 1
    tiles, info = DataSummary.of(tileset), tileset.info
    of_others = any(each.package.info.data != tiles for each in subjects)
    return render_page(
        "evaluation_report.html",
        several=several,
        info=info,
        models=join_and([each.name for each in subjects]),
        subjects=subjects,
        split_tiles=split_label(split),
        metrics=metrics_table(
            [(each.name if several else say("This model"), each.found) for each in subjects]
        ),
        pattern_note=fixed_pattern_note(each.found for each in subjects),
        fewest_tiles=FEWEST,
        ssim_window=WINDOW,
        gains=svg(plot_gains([(each.name, [tile.gain for tile in each.scores]) for each in subjects])),
        examples=list(_examples(subjects, tileset, split)),
        largest_picture=SIDE,
        caution=say(CAUTION),
        colours=CORRECTNESS_COLOURS,
        bands=[(each.name, bands_table(each.found.bands)) for each in subjects if len(each.found.bands) > 1],
        reliability=_reliability(subjects, tileset, split),
        learning=learning_charts({each.name: each.package.info.training for each in subjects}),
        tiles={**summary_facts(tiles, info.scale), say("Folder"): str(tileset.folder)} if of_others else {},
        facts_of=[_facts(each.package) for each in subjects],
        measuring={**measuring, **_speed_facts(subjects, info.tile_size)},
    )


def _reliability(
    subjects: Sequence[EvaluatedModel], tileset: TileSet, split: Split
) -> ReliabilitySection | None:
    """Return how the error maps of models hold on the tiles; None where no model has one."""
    several = len(subjects) > 1
    known = [
        (each.name if several else say("This model"), each.reliability)
        for each in subjects
        if each.reliability is not None
    ]
    pictures = list(_error_maps(subjects, tileset, split))
    if not known and not pictures:
        return None
    header = [
        *([say("Model")] if several else []),
        say("Stated coverage"),
        say("Reached"),
        say("Mean half-width"),
        say("One constant for all pixels"),
    ]
    rows = []
    for name, found in known:
        for stated in SHOWN_COVERAGES:
            if stated > found.stated[-1]:
                continue
            place = stated - int(found.stated[0])
            rows.append(
                [
                    *([name] if several else []),
                    f"{stated} %",
                    format_number(found.reached[place], ".1%"),
                    format_number(found.half_width[place].mean(), ".4g"),
                    format_number(found.constant[place].mean(), ".4g"),
                ]
            )
    crossed = any(found.crossed for _, found in known)
    diagram = svg(reliability_diagram(known)) if known else None
    return ReliabilitySection(diagram, (header, rows), crossed, pictures)


def _error_maps(
    subjects: Sequence[EvaluatedModel], tileset: TileSet, split: Split
) -> Iterator[tuple[str, Strip]]:
    """Yield for each model that has one its error map of the first one's median tile beside its errors there."""
    scale, bands = tileset.info.scale, tileset.info.bands
    name, shown = median_tile(subjects[0].scores).name, display_bands(bands)[0]
    pair = tileset.read(split, name)
    for each in subjects:
        if each.calibrated is None:
            continue
        upscaled = upscale_with_spread(each.predictor, tileset, pair)
        drawn = render_errors(each.calibrated, pair, upscaled, shown)
        if drawn is None:
            continue
        lr, sr = stretch_alike(tileset, pair, [pair.lr, upscaled.sr])
        _, *images = crop_middle([lr, sr, drawn.error, drawn.half_width], scale, SIDE)
        values = {"band": bands[shown] or shown + 1, "limit": format_number(drawn.limit, ".3g")}
        titles = (
            say("Super-resolved"),
            say("Error, band {band}: black 0, brightest {limit} or more", **values),
            say(
                "Error map at {stated} %, in the same colours: {within:.1%} of this tile lie within",
                stated=DEFAULT,
                within=drawn.within,
            ),
        )
        strip = [(encode_png(image), title) for image, title in zip(images, titles, strict=True)]
        yield (f"{each.name}: {name}" if len(subjects) > 1 else name), strip


def _examples(
    subjects: Sequence[EvaluatedModel], tileset: TileSet, split: Split
) -> Iterator[tuple[str, Strip]]:
    """Yield the worst, median and best tile of the first subject, as all of them super-resolve it, with a heading."""
    for what, tile in choose_examples(subjects[0].scores):
        pair = tileset.read(split, tile.name)
        yield f"{what}: {tile.name}", _pictures(subjects, tileset, pair, tile.name)


def _pictures(subjects: Sequence[EvaluatedModel], tileset: TileSet, pair: TilePair, name: str) -> Strip:
    scale, several = tileset.info.scale, len(subjects) > 1
    results = [upscale_tile(each.predictor.upscale, tileset, pair) for each in subjects]
    bicubic = upscale_tile(bicubic_upscale(scale, len(tileset.info.bands)), tileset, pair)
    tiles = [next(tile for tile in each.scores if tile.name == name) for each in subjects]
    plain, super_resolved, truth = say("Bicubic"), say("Super-resolved"), say("Truth")
    titles = [say("Low resolution"), _with_psnr(plain, tiles[0].bicubic.whole)]
    for each, tile in zip(subjects, tiles, strict=True):
        titles.append(_with_psnr(each.name if several else super_resolved, tile.model.whole))
    titles.append(truth)
    images = stretch_alike(tileset, pair, [pair.lr, bicubic, *results, pair.hr])
    for each, sr in zip(subjects, results, strict=True):
        if (colours := render_correctness(pair, sr)) is not None:
            images.append(colours)
            titles.append(say("Detail added by {model}", model=each.name) if several else say("Added detail"))
    shown = crop_middle(images, scale, SIDE)
    if not several and tileset.info.tile_size > DETAIL:
        shown += crop_middle(images, scale, DETAIL)[1:4]
        titles += [say("{picture}, the middle", picture=title) for title in (plain, super_resolved, truth)]
    return [(encode_png(image), title) for image, title in zip(shown, titles, strict=True)]


def _with_psnr(name: str, scores: Scores) -> str:
    return f"{name} {METRICS['psnr'].text(scores.psnr)} dB"


def _facts(package: ModelPackage) -> list[Mapping[str, str]]:
    """Return the facts of each section of a model's card, and the number of its parameters."""
    model, *others = (section.facts for section in sections(package.info))
    if package.torch_net is None:  # a network in ONNX, which does not tell
        return [model, *others]
    count = sum(weights.numel() for weights in package.torch_net.parameters())
    return [{**model, say("Parameters"): format_number(count, ",")}, *others]


def _speed_facts(subjects: Sequence[EvaluatedModel], tile_size: int) -> dict[str, str]:
    """Return the speed of super-resolving, without reading, writing or measuring."""
    facts = {}
    for each in subjects:
        seconds = sum(tile.seconds for tile in each.scores)
        if seconds > 0:
            title = say("Speed of {model}", model=each.name) if len(subjects) > 1 else say("Speed")
            facts[title] = say(
                "{speed:.3g} million high-resolution pixels per second",
                speed=len(each.scores) * tile_size**2 / seconds / 1e6,
            )
    return facts
