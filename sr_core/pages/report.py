"""The report of a measurement: models beside bicubic resampling on the tiles of a split, as one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..comparison import FEWEST, Comparison, Interval
from ..data.summary import DataSummary
from ..data.tileset import Pair, Split, TileSet
from ..evaluation import TileScores, delivered, examples, with_bicubic, with_net
from ..figures import FIGURES, known
from ..inference.onnx import OnnxNet
from ..inference.ready import ready
from ..metrics import WINDOW
from ..package import ModelPackage
from ..pictures import ADDED, SIDE, TITLES, added, middle, png, stretched_alike
from .card_page import (
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
from .charts import gains
from .page import Markup, chart, facts, key, note, page, paragraph, section, strip, subheading, table

COLUMNS = 4
"""Of pictures; so a pixel of a tile of usual size is about one of the screen."""

DETAIL = 64
"""Side of what is shown enlarged (high-resolution pixels)."""


@dataclass(frozen=True)
class Subject:
    """A model that was measured."""

    name: str
    package: ModelPackage
    scores: Sequence[TileScores]
    found: Comparison


def report(subjects: Sequence[Subject], tileset: TileSet, split: Split, measuring: dict[str, str]) -> str:
    """The page; it refers to nothing outside itself.

    `measuring` says on what and how long it was measured. The first subject is the one whose tiles are shown.
    """
    title = " and ".join(each.name for each in subjects)
    tiles = DataSummary.of(tileset)
    others = any(each.package.info.data != tiles for each in subjects)
    return page(
        f"{title}: super-resolution ×{tileset.info.scale}, measured",
        *(paragraph(_verdict(each, len(subjects) > 1)) for each in subjects),
        section("Figures", _figures(subjects), note(_how(tileset, subjects[0].found))),
        section(
            "Each tile",
            chart(
                gains(
                    [each.name for each in subjects],
                    [[tile.gain for tile in each.scores] for each in subjects],
                ),
                "Gain of every tile over bicubic resampling",
            ),
        ),
        section("Pictures", *_pictures(subjects, tileset, split)),
        section("Each band", *_bands(subjects)),
        section("Learning", *learning_charts({each.name: each.package.info.training for each in subjects})),
        section(
            "Tiles measured on",
            *([facts({**summary_facts(tiles), "Folder": str(tileset.folder)})] if others else []),
        ),
        *_about(subjects),
        section("Measured", facts(measuring | _speed(subjects, tileset))),
    )


def _verdict(each: Subject, named: bool) -> str:
    found = each.found
    gain = found.model.psnr - found.bicubic.psnr
    better = sum(tile.gain > 0 for tile in each.scores)
    sentence = (
        f"{each.name if named else 'The model'} is {abs(gain):.2f} dB {'better' if gain >= 0 else 'worse'} than bicubic "
        f"resampling on average{_sure(found.intervals.gain.get('psnr'))}, and better on {better} of {found.tiles} "
        f"{found.split} tiles."
    )
    if (share := found.model.hallucination) is not None and found.model.improvement is not None:
        sentence += f" Of the detail at stake it shows {found.model.improvement:.0%} rightly; {share:.0%} is invented."
    return sentence


def _sure(ends: Interval | None) -> str:
    if ends is None:
        return ""
    if ends[0] <= 0 <= ends[1]:
        return f" (95 % interval {ends[0]:+.2f} to {ends[1]:+.2f} dB, so that may be chance)"
    return f" (95 % interval {ends[0]:+.2f} to {ends[1]:+.2f} dB)"


def _figures(subjects: Sequence[Subject]) -> Markup:
    """With intervals; of one model also the difference from bicubic."""
    if len(subjects) == 1:
        return figures_table(subjects[0].found, "This model")
    plain = subjects[0].found
    rows = []
    for field in known(plain.model, plain.bicubic):
        figure = FIGURES[field]
        sides = [(each.found.model, each.found.intervals.model) for each in subjects]
        cells = [
            f"{figure.text(getattr(scores, field))}\n{figure.interval(spans.get(field))}".strip()
            for scores, spans in (*sides, (plain.bicubic, plain.intervals.bicubic))
        ]
        rows.append((f"{figure.name} {'↑' if figure.more_is_better else '↓'}", *cells))
    return table(("", *(each.name for each in subjects), "Bicubic"), rows)


def _how(tileset: TileSet, found: Comparison) -> str:
    info = tileset.info
    few = f" With fewer than {FEWEST} tiles there are no intervals." if found.tiles < FEWEST else ""
    return (
        f"Means over tiles, in physical units, of results rounded to the rasters' data type. The outermost {info.scale} "
        "pixels of each tile and pixels without data do not count. Below each mean, 95 % bootstrap intervals over tiles: "
        f"between what chance in the choice of tiles may have moved it.{few} ↑ higher is better, ↓ lower is better. PSNR "
        f"(over all bands, for a range of {info.data_range:g}), SSIM (Gaussian window of {WINDOW} pixels, mean over "
        "bands), L1 (mean absolute error), L2 (mean squared error), SAM (mean spectral angle), ERGAS (relative error over "
        "all bands); improvement, omission and hallucination after Aybar et al. (2024): the share of the detail at stake "
        "that is shown rightly, is missing, or is invented."
    )


def _pictures(subjects: Sequence[Subject], tileset: TileSet, split: Split) -> list[Markup]:
    """The worst, median and best tile of the first subject, as everyone makes it."""
    shown = []
    for what, tile in examples(subjects[0].scores):
        pair = tileset.read(split, tile.name)
        shown += [subheading(f"{what}: {tile.name}"), _strip(subjects, tileset, pair, tile.name)]
    shown.append(
        note(
            "Pictures of a tile are stretched alike, by the darkest and the brightest 2 % of the truth"
            + (
                f"; of larger tiles the middle {SIDE} pixels are shown"
                if tileset.info.tile_size > SIDE
                else ""
            )
            + f". {ADDS}"
        )
    )
    return [*shown, key({f"{name} ": colour for name, colour in ADDED.items()})]


def _strip(subjects: Sequence[Subject], tileset: TileSet, pair: Pair, name: str) -> Markup:
    scale = tileset.info.scale
    results = [delivered(with_net(ready(each.package)), tileset, pair) for each in subjects]
    bicubic = delivered(with_bicubic(scale), tileset, pair)
    tiles = [next(tile for tile in each.scores if tile.name == name) for each in subjects]
    several = len(subjects) > 1
    texts = [
        TITLES[0],
        f"{TITLES[1]} {tiles[0].bicubic.whole.psnr:.2f} dB",
        *(
            f"{each.name if several else TITLES[2]} {tile.model.whole.psnr:.2f} dB"
            for each, tile in zip(subjects, tiles, strict=True)
        ),
        TITLES[3],
    ]
    images = stretched_alike(tileset, pair, [pair.lr, bicubic, *results, pair.hr])
    for each, sr in zip(subjects, results, strict=True):
        if (colours := added(pair, sr)) is not None:
            images.append(colours)
            texts.append(f"What {each.name} added" if several else "What was added")
    shown = middle(images, scale, SIDE)
    if not several and tileset.info.tile_size > DETAIL:
        shown += middle(images, scale, DETAIL)[1:4]
        texts += [f"{title}, the middle" for title in TITLES[1:]]
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
        info, of = each.package.info, f" {each.name}" if len(subjects) > 1 else ""
        sections += [
            section(f"Model{of}", facts(model_facts(info) | _parameters(each.package))),
            section(f"Data that {each.name if of else 'it'} learnt from", facts(data_facts(info))),
            section(
                f"Settings{' of' if of else ''}{of}",
                facts(rows) if (rows := settings_facts(info)) else Markup(""),
            ),
            section(
                f"Hardware and time{' of' if of else ''}{of}",
                facts(rows) if (rows := hardware_facts(info)) else Markup(""),
            ),
        ]
    return sections


def _parameters(package: ModelPackage) -> dict[str, str]:
    """How many there are; of a network in ONNX nobody has counted them."""
    if isinstance(package.net, OnnxNet):
        return {}
    return {"Parameters": f"{sum(weights.numel() for weights in package.net.parameters()):,}"}


def _speed(subjects: Sequence[Subject], tileset: TileSet) -> dict[str, str]:
    """Of making results, without reading, writing or measuring them."""
    pixels = tileset.info.tile_size**2
    rows = {}
    for each in subjects:
        seconds = sum(tile.seconds for tile in each.scores)
        if seconds > 0:
            name = f"Speed of {each.name}" if len(subjects) > 1 else "Speed"
            rows[name] = (
                f"{len(each.scores) * pixels / seconds / 1e6:.3g} million high-resolution pixels per second"
            )
    return rows
