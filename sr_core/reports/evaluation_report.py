"""The report of a measurement: models beside bicubic resampling on the tiles of a split, as one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ..datasets.summary import DataSummary
from ..datasets.tileset import Split, TilePair, TileSet, tiles_of
from ..evaluation.comparison import FEWEST, Comparison, Interval
from ..evaluation.metric_format import FIGURES, known
from ..evaluation.metrics import WINDOW
from ..evaluation.pictures import ADDED, SIDE, TITLES, added, middle, png, stretched_alike
from ..evaluation.tile_scores import TileScores, delivered, examples, with_bicubic
from ..i18n import say, together
from ..inference.predictor import Predictor, build_predictor
from ..package.srpk import ModelPackage
from .charts import gains
from .html import Markup, chart, facts, key, note, page, paragraph, section, strip, subheading, table
from .model_card import (
    ADDS,
    bands_table,
    data_facts,
    figures_table,
    hardware_facts,
    learning_charts,
    model_facts,
    settings_facts,
    summary_facts,
)

COLUMNS = 4
"""Of pictures; so a pixel of a tile of usual size is about one of the screen."""

DETAIL = 64
"""Side of what is shown enlarged (high-resolution pixels)."""


VERDICTS = (
    "{model} is {gain:.2f} dB worse than bicubic resampling on average{interval}, and better on {better} of {count} {tiles}.",
    "{model} is {gain:.2f} dB better than bicubic resampling on average{interval}, and better on {better} of {count} {tiles}.",
)
"""Whether a model gains."""

KINDS = {"improvement": "improvement", "omission": "omission", "hallucination": "hallucination"}
"""What the colours of what was added stand for."""


@dataclass(frozen=True)
class Subject:
    """A model that was measured."""

    name: str
    package: ModelPackage
    scores: Sequence[TileScores]
    found: Comparison

    @cached_property
    def predictor(self) -> Predictor:
        """The model as it is used by default."""
        return build_predictor(self.package)


def report(subjects: Sequence[Subject], tileset: TileSet, split: Split, measuring: dict[str, str]) -> str:
    """The page; it refers to nothing outside itself.

    `measuring` says on what and how long it was measured. The first subject is the one whose tiles are shown.
    """
    title = together([each.name for each in subjects])
    tiles = DataSummary.of(tileset)
    elsewhere = any(each.package.info.data != tiles for each in subjects)
    return page(
        say("{models}: super-resolution ×{scale}, measured", models=title, scale=tileset.info.scale),
        *(paragraph(_verdict(each, len(subjects) > 1)) for each in subjects),
        section(say("Figures"), _figures(subjects), note(_how(tileset, subjects[0].found))),
        section(
            say("Each tile"),
            chart(
                gains(
                    [each.name for each in subjects],
                    [[tile.gain for tile in each.scores] for each in subjects],
                ),
                say("Gain of every tile over bicubic resampling"),
            ),
        ),
        section(say("Pictures"), *_pictures(subjects, tileset, split)),
        section(say("Each band"), *_bands(subjects)),
        section(
            say("Learning"),
            *learning_charts({each.name: each.package.info.training for each in subjects}),
        ),
        section(
            say("Tiles measured on"),
            *([facts({**summary_facts(tiles), say("Folder"): str(tileset.folder)})] if elsewhere else []),
        ),
        *_about(subjects),
        section(say("Measured"), facts(measuring | _speed(subjects, tileset))),
    )


def _verdict(each: Subject, named: bool) -> str:
    found = each.found
    gain = found.model.psnr - found.bicubic.psnr
    sentences = [
        say(
            VERDICTS[gain >= 0],
            model=each.name if named else say("The model"),
            gain=abs(gain),
            interval=_sure(found.intervals.gain.get("psnr")),
            better=sum(tile.gain > 0 for tile in each.scores),
            count=found.tiles,
            tiles=tiles_of(found.split),
        )
    ]
    if (share := found.model.hallucination) is not None and found.model.improvement is not None:
        sentences.append(
            say(
                "Of the detail at stake it shows {right:.0%} rightly; {invented:.0%} is invented.",
                right=found.model.improvement,
                invented=share,
            )
        )
    return " ".join(sentences)


def _sure(ends: Interval | None) -> str:
    if ends is None:
        return ""
    low, high = ends
    if low <= 0 <= high:
        said = say("95 % interval {low:+.2f} to {high:+.2f} dB, so that may be chance", low=low, high=high)
    else:
        said = say("95 % interval {low:+.2f} to {high:+.2f} dB", low=low, high=high)
    return f" ({said})"


def _figures(subjects: Sequence[Subject]) -> Markup:
    """With intervals; of one model also the difference from bicubic."""
    if len(subjects) == 1:
        return figures_table(subjects[0].found, say("This model"))
    plain = subjects[0].found
    rows = []
    for field in known(plain.model, plain.bicubic):
        figure = FIGURES[field]
        sides = [(each.found.model, each.found.intervals.model) for each in subjects]
        cells = [
            f"{figure.text(getattr(scores, field))}\n{figure.interval(spans.get(field))}".strip()
            for scores, spans in (*sides, (plain.bicubic, plain.intervals.bicubic))
        ]
        rows.append((f"{figure.title} {'↑' if figure.more_is_better else '↓'}", *cells))
    return table(("", *(each.name for each in subjects), say("Bicubic")), rows)


def _how(tileset: TileSet, found: Comparison) -> str:
    sentences = [
        say(
            "Means over tiles, in physical units, of results rounded to the rasters' data type. The outermost {scale} pixels "
            "of each tile and pixels without data do not count. Below each mean, 95 % bootstrap intervals over tiles: "
            "between what chance in the choice of tiles may have moved it.",
            scale=tileset.info.scale,
        )
    ]
    if found.tiles < FEWEST:
        sentences.append(say("With fewer than {count} tiles there are no intervals.", count=FEWEST))
    sentences.append(
        say(
            "↑ higher is better, ↓ lower is better. PSNR (over all bands, for a range of {range:g}), SSIM (Gaussian window "
            "of {window} pixels, mean over bands), L1 (mean absolute error), L2 (mean squared error), SAM (mean spectral "
            "angle), ERGAS (relative error over all bands); improvement, omission and hallucination after Aybar et al. "
            "(2024): the share of the detail at stake that is shown rightly, is missing, or is invented.",
            range=tileset.info.data_range,
            window=WINDOW,
        )
    )
    return " ".join(sentences)


def _pictures(subjects: Sequence[Subject], tileset: TileSet, split: Split) -> list[Markup]:
    """The worst, median and best tile of the first subject, as everyone makes it."""
    shown = []
    for what, tile in examples(subjects[0].scores):
        pair = tileset.read(split, tile.name)
        shown += [subheading(f"{what}: {tile.name}"), _strip(subjects, tileset, pair, tile.name)]
    if tileset.info.tile_size > SIDE:
        stretch = say(
            "Pictures of a tile are stretched alike, by the darkest and the brightest 2 % of the truth; of larger tiles the "
            "middle {side} pixels are shown.",
            side=SIDE,
        )
    else:
        stretch = say(
            "Pictures of a tile are stretched alike, by the darkest and the brightest 2 % of the truth."
        )
    colours = {f"{say(KINDS[kind])} ": colour for kind, colour in ADDED.items()}
    return [*shown, note(f"{stretch} {say(ADDS)}"), key(colours)]


def _strip(subjects: Sequence[Subject], tileset: TileSet, pair: TilePair, name: str) -> Markup:
    scale = tileset.info.scale
    results = [delivered(each.predictor.upscale, tileset, pair) for each in subjects]
    bicubic = delivered(with_bicubic(scale), tileset, pair)
    tiles = [next(tile for tile in each.scores if tile.name == name) for each in subjects]
    several = len(subjects) > 1
    low, plain, made, truth = map(say, TITLES)
    texts = [
        low,
        f"{plain} {tiles[0].bicubic.whole.psnr:.2f} dB",
        *(
            f"{each.name if several else made} {tile.model.whole.psnr:.2f} dB"
            for each, tile in zip(subjects, tiles, strict=True)
        ),
        truth,
    ]
    images = stretched_alike(tileset, pair, [pair.lr, bicubic, *results, pair.hr])
    for each, sr in zip(subjects, results, strict=True):
        if (colours := added(pair, sr)) is not None:
            images.append(colours)
            texts.append(say("What {model} added", model=each.name) if several else say("What was added"))
    shown = middle(images, scale, SIDE)
    if not several and tileset.info.tile_size > DETAIL:
        shown += middle(images, scale, DETAIL)[1:4]
        texts += [say("{picture}, the middle", picture=title) for title in (plain, made, truth)]
    return strip([(png(image), text) for image, text in zip(shown, texts, strict=True)], COLUMNS)


def _bands(subjects: Sequence[Subject]) -> list[Markup]:
    tables = []
    for each in subjects:
        if len(each.found.bands) > 1:
            tables += [subheading(each.name)] if len(subjects) > 1 else []
            tables.append(bands_table(each.found.bands))
    return tables


def _about(subjects: Sequence[Subject]) -> list[Markup]:
    """What each model is and how it came about."""
    sections = []
    for each in subjects:
        info = each.package.info
        tables = (
            model_facts(info) | _parameters(each.package),
            data_facts(info),
            settings_facts(info),
            hardware_facts(info),
        )
        sections += [
            section(heading, facts(rows))
            for heading, rows in zip(_headings(each.name, len(subjects) > 1), tables, strict=True)
            if rows
        ]
    return sections


def _headings(model: str, named: bool) -> tuple[str, ...]:
    if not named:
        return say("Model"), say("Data that it learnt from"), say("Settings"), say("Hardware and time")
    return (
        say("Model {model}", model=model),
        say("Data that {model} learnt from", model=model),
        say("Settings of {model}", model=model),
        say("Hardware and time of {model}", model=model),
    )


def _parameters(package: ModelPackage) -> dict[str, str]:
    """How many there are; of a network in ONNX nobody has counted them."""
    net = package.torch_net
    return {say("Parameters"): f"{sum(each.numel() for each in net.parameters()):,}"} if net else {}


def _speed(subjects: Sequence[Subject], tileset: TileSet) -> dict[str, str]:
    """Of making results, without reading, writing or measuring them."""
    pixels = tileset.info.tile_size**2
    rows = {}
    for each in subjects:
        seconds = sum(tile.seconds for tile in each.scores)
        if seconds > 0:
            title = say("Speed of {model}", model=each.name) if len(subjects) > 1 else say("Speed")
            rows[title] = say(
                "{speed:.3g} million high-resolution pixels per second",
                speed=len(each.scores) * pixels / seconds / 1e6,
            )
    return rows
