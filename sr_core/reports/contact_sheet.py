"""A tile set at a glance: pairs, values, a map of the tiles, and how they came to be, as one page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..datasets.histograms import spreads
from ..datasets.lr_origin import Observed, Origin
from ..datasets.tileset import SPLITS, Split, TileSet
from ..evaluation.pictures import Picture, png, stretched_alike
from ..export.blocks import SourceBlock
from ..export.scene import Scene
from ..export.tile_writer import Tile
from ..i18n import say
from ..package.card import band_names
from .contact_sheet_plots import histograms, place_map, tile_map, vectors
from .html import Markup, chart, facts, image, note, page, paragraph, section, strip, subheading, table

PAIRS = 4
"""Pairs that are shown of each split."""
MEASURED = 40
"""Tiles of each split whose values are looked at."""
PANELS = 9
"""Rasters that have a map each, and those with arrows."""
WIDEST = 256
"""High-resolution pixels of a picture: of larger tiles the middle is shown."""

REASONS = {
    "gaps": "too few valid pixels (MIN_VALID)",
    "flat": "too little texture (MIN_TEXTURE)",
    "changed": "the two rasters differ too much (MAX_DIFFERENCE)",
}


SHOWN: dict[Split, str] = {
    "train": "Training: {shown} of {count:,}",
    "val": "Validation: {shown} of {count:,}",
    "test": "Test: {shown} of {count:,}",
}
LAY = (
    "{raster}: the low-resolution raster lay {x:+.2f} pixels across and {y:+.2f} down, ± {error:.2f}; {agreeing} of {pieces} "
    "places agree. It was left.",
    "{raster}: the low-resolution raster lay {x:+.2f} pixels across and {y:+.2f} down, ± {error:.2f}; {agreeing} of {pieces} "
    "places agree. It was moved back.",
)
"""Whether a raster was moved."""


@dataclass(frozen=True)
class Export:
    """What an export has come to."""

    tileset: TileSet
    lands: Sequence[SourceBlock]
    tiles: Sequence[Tile]
    """All that were looked at."""
    splits: Mapping[int, Split]
    """Of the lands that any tile was kept of, by their index."""


def contact_sheet(export: Export, name: str, settings: Mapping[str, str]) -> str:
    """The page for a tile set called `name`, made with these settings; it refers to nothing outside itself."""
    info = export.tileset.info
    counts = {split: len(info.splits[split]) for split in SPLITS}
    left = Counter[str](tile.outcome for tile in export.tiles if isinstance(tile.outcome, str))
    total = sum(counts.values())
    shares = say(
        "{train:,} for training ({train_share:.0f} %), {val:,} for validation ({val_share:.0f} %), {test:,} for test "
        "({test_share:.0f} %). {left:,} of {looked_at:,} tiles were left out.",
        **counts,
        **{f"{split}_share": 100 * count / total for split, count in counts.items()},
        left=left.total(),
        looked_at=len(export.tiles),
    )
    return page(
        say("{name}: {count:,} pairs of tiles, scale ×{scale}", name=name, count=total, scale=info.scale),
        paragraph(shares),
        section(say("Pairs"), *_pairs(export.tileset)),
        section(say("Values"), *_values(export.tileset)),
        section(say("Map"), *_maps(export)),
        section(say("Alignment"), *_alignment(export.lands)),
        section(say("Left out"), *_left_out(left, len(export.tiles))),
        section(say("Tile set"), facts({**_told(export), **settings})),
    )


def evenly(names: Sequence[str], most: int) -> list[str]:
    """No more than `most` of them, evenly spread; always the same."""
    count = min(most, len(names))
    return [names[(2 * i + 1) * len(names) // (2 * count)] for i in range(count)]


def _pairs(tileset: TileSet) -> Iterator[Markup]:
    for split in SPLITS:
        names = tileset.names(split)
        shown = evenly(names, PAIRS)
        if shown:
            yield subheading(say(SHOWN[split], shown=len(shown), count=len(names)))
            yield strip((each for name in shown for each in _pair(tileset, split, name)), columns=4)
    yield note(
        say(
            "Left the low-resolution side, right the high-resolution one; both are stretched alike, by the darkest and the "
            "brightest 2 % of the latter."
        )
    )


def _pair(tileset: TileSet, split: Split, name: str) -> Iterator[tuple[bytes, str]]:
    pair = tileset.read(split, name)
    lr, hr = stretched_alike(tileset, pair, [pair.lr, pair.hr])
    side = min(WIDEST // pair.scale, len(lr))
    yield png(_middle(lr, side)), name
    yield png(_middle(hr, side * pair.scale)), ""


def _middle(picture: Picture, side: int) -> Picture:
    start = (len(picture) - side) // 2
    return picture[start : start + side, start : start + side]


def _values(tileset: TileSet) -> Iterator[Markup]:
    chosen = [(split, name) for split in SPLITS for name in evenly(tileset.names(split), MEASURED)]
    found = dict(zip(_numbered(tileset.info.bands), spreads(tileset, chosen), strict=True))
    yield chart(histograms(found), say("Histograms of both sides, band by band"))
    rows = [
        (
            name,
            *(f"{value:.4g}" for value in (spread.mean[0], spread.mean[1])),
            f"{round(100 * (spread.mean[1] / (spread.mean[0] or 1) - 1), 1) + 0.0:+.1f} %",
            *(f"{value:.4g}" for value in (spread.std[0], spread.std[1])),
        )
        for name, spread in found.items()
    ]
    means, spreads_of = (say("Mean LR"), say("Mean HR")), (say("Spread LR"), say("Spread HR"))
    yield table(("", *means, say("HR to LR"), *spreads_of), rows)
    yield note(
        say(
            "From {count} tiles, evenly chosen, in physical units: shares of pixels by value, without the outermost half "
            "per cent; spread is the standard deviation. High resolution has more contrast and so a wider histogram; its "
            "middle should lie where that of low resolution does. If not, HARMONISE.",
            count=len(chosen),
        )
    )


def _numbered(bands: Sequence[str]) -> list[str]:
    """Names of the bands, no two alike."""
    names = band_names(tuple(bands))
    return [
        name if names.count(name) == 1 else f"{name} ({number})" for number, name in enumerate(names, start=1)
    ]


def _maps(export: Export) -> Iterator[Markup]:
    found = {tile.name: tile.outcome for tile in export.tiles}
    by_raster: dict[str, list[int]] = {}
    for index, land in enumerate(export.lands):
        by_raster.setdefault(land.name, []).append(index)
    if len(by_raster) > PANELS and not any(land.scene.box.affine.is_identity for land in export.lands):
        yield from _places(export)
        return
    pictures = []
    for name in evenly(list(by_raster), PANELS):
        placed = [
            (
                tile,
                export.lands[index].window,
                None
                if isinstance(found.get(export.lands[index].tile_name(tile)), str)
                else export.splits[index],
            )
            for index in by_raster[name]
            for tile in export.lands[index].tiles
        ]
        pictures.append((tile_map(export.lands[by_raster[name][0]].scene, placed), name))
    if len(by_raster) == 1:
        yield _map(pictures[0][0])
    else:
        yield strip(pictures, columns=min(3, len(pictures)))
        yield note(say("{shown} of {count} rasters.", shown=len(pictures), count=len(by_raster)))
    yield note(
        say(
            "White lines are blocks of land, each of which belongs to one split; tiles that overlap are painted as one."
        )
    )


def _places(export: Export) -> Iterator[Markup]:
    """Of rasters each of which is in one split: one map for each reference system."""
    by_crs: dict[str, list[tuple[Scene, Split | None]]] = {}
    for index, land in enumerate(export.lands):
        crs = _name(land.scene.format.crs and land.scene.format.crs.to_wkt())
        by_crs.setdefault(crs, []).append((land.scene, export.splits.get(index)))
    for crs, rasters in list(by_crs.items())[:PANELS]:
        yield _map(place_map(rasters))
        yield note(
            say(
                "{count:,} rasters in {crs}, each of which belongs to one split.", count=len(rasters), crs=crs
            )
        )


def _map(picture: bytes) -> Markup:
    return Markup(
        f'<div class="chart" style="max-width: 44rem">{image(picture, say("Map of the tiles"))}</div>'
    )


def _alignment(lands: Sequence[SourceBlock]) -> Iterator[Markup]:
    aligned = {land.name: land.scene for land in lands if land.scene.alignment}
    for name in evenly(list(aligned), PANELS):
        scene, found = aligned[name], aligned[name].alignment
        if found is None or not found.vectors:
            continue
        yield paragraph(
            say(
                LAY[found.significant],
                raster=name,
                x=found.shift.x,
                y=found.shift.y,
                error=found.error,
                agreeing=found.agreeing,
                pieces=found.pieces,
            )
        )
        arrows = chart(vectors(scene, found), say("Shifts, place by place"))
        yield Markup(f'<div style="max-width: 34rem">{arrows}</div>')
        yield note(say("Blue: the places that agree, whose median counts. Grey: all others."))


def _left_out(left: Counter[str], total: int) -> Iterator[Markup]:
    if left:
        yield table(
            (say("Why"), say("Tiles"), say("Share")),
            [
                (say(REASONS[reason]), f"{count:,}", f"{100 * count / total:.1f} %")
                for reason, count in left.most_common()
            ],
        )


def _told(export: Export) -> dict[str, str]:
    """What tileset.json says."""
    info = export.tileset.info
    paths = [path for source in info.sources for path in source.paths]
    crs = {source.crs for source in info.sources}
    many = say("{count} rasters, such as {path}", count=len(paths), path=paths[0])
    gain, offset = info.radiometry.gain, info.radiometry.offset
    alike = len(set(gain)) == len(set(offset)) == 1
    return {
        say("High resolution"): Path(paths[0]).name if len(paths) == 1 else many,
        say("Low resolution"): info.lr_source or say("made from the high-resolution side"),
        say("Degradation"): _origin(info.degradation),
        say("Bands"): ", ".join(band_names(info.bands)),
        say("Pixels"): info.dtype
        if info.nodata is None
        else say("{type}, no data: {value:g}", type=info.dtype, value=info.nodata),
        say("Reference system"): ", ".join(sorted(_name(each) for each in crs)),
        say("Tiles"): say(
            "{size} pixels wide and high, one every {stride}", size=info.tile_size, stride=info.stride
        ),
        say("Physical value"): say(
            "pixel × {gain} + {offset}" if alike else "pixel × {gain} + {offset} (band by band)",
            gain=_listed(gain),
            offset=_listed(offset),
        ),
    }


def _origin(degradation: Origin) -> str:
    if isinstance(degradation, Observed):
        return say("observed, resampled") if degradation.resampled else say("observed")
    return degradation.description


def _listed(values: tuple[float, ...]) -> str:
    return ", ".join(f"{value:.5g}" for value in (values[:1] if len(set(values)) == 1 else values))


def _name(crs: str | None) -> str:
    """What a CRS is called: the first name in its WKT."""
    return crs.split('"')[1] if crs and '"' in crs else say("none")
