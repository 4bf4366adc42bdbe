"""A tile set at a glance: pairs, values, a map of the tiles, and how they were made, as one page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..datasets.histograms import BandHistogram, measure_histograms
from ..datasets.lr_origin import Observed, Origin
from ..datasets.splits import SPLITS, Split
from ..datasets.tileset import TileSet
from ..evaluation.tile_pictures import SIDE, crop_middle, encode_png, stretch_alike
from ..i18n import format_number, say
from ..package.card import band_names, describe_radiometry
from ..raster.ground_control import is_placed
from ..tile_export.land_blocks import SourceBlock
from ..tile_export.phase_correlation import Alignment
from ..tile_export.scene import Scene
from ..tile_export.threaded_tile_cutting import Tile
from .contact_sheet_plots import place_map, plot_histograms, plot_vectors, tile_map
from .page import Strip, render_page
from .plot_style import svg

PAIRS = 4
"""Pairs that are shown of each split."""
MEASURED = 40
"""Tiles of each split whose values are measured."""
PANELS = 9
"""Rasters, or reference systems, that have a map, and rasters with arrows."""

REASONS = {
    "gaps": "too few valid pixels (MIN_VALID)",
    "flat": "too little texture (MIN_TEXTURE)",
    "changed": "the two rasters differ too much (MAX_DIFFERENCE)",
}


@dataclass(frozen=True)
class Export:
    """The outcome of an export."""

    tileset: TileSet
    blocks: Sequence[SourceBlock]
    tiles: Sequence[Tile]
    """All, with those that were left out."""
    splits: Mapping[int, Split]
    """Split of each block of which a tile was kept, by the block's index."""


def render_contact_sheet(export: Export, name: str, settings: Mapping[str, str]) -> str:
    """Return the page of a tile set.

    Args:
        export: What it was made of.
        name: Of the tile set.
        settings: Titles and values of settings that tileset.json does not hold.
    """
    tileset, info = export.tileset, export.tileset.info
    counts = {split: len(info.splits[split]) for split in SPLITS}
    total = sum(counts.values())
    left_out = Counter[str](tile.outcome for tile in export.tiles if isinstance(tile.outcome, str))
    measured = [(split, name) for split in SPLITS for name in sample_evenly(tileset.names(split), MEASURED)]
    found = dict(zip(_number_duplicates(info.bands), measure_histograms(tileset, measured), strict=True))
    rasters = {block.name: block.scene for block in export.blocks}
    paths = [path for source in info.sources for path in source.paths]
    in_place = all(is_placed(scene.box.affine) for scene in rasters.values())
    one_map = len(rasters) > PANELS and in_place
    return render_page(
        "contact_sheet.html",
        name=name,
        count=total,
        counts=counts,
        left=left_out.total(),
        looked_at=len(export.tiles),
        pairs=list(_pairs(tileset)),
        histograms=svg(plot_histograms(found)),
        values=[_values(band, spread) for band, spread in found.items()],
        n_measured=len(measured),
        places=list(_place_maps(export)) if one_map else [],
        maps=[] if one_map else list(_tile_maps(export, rasters)),
        n_rasters=len(rasters),
        alignments=list(_alignments(rasters)),
        left_out=[
            (
                say(REASONS[reason]),
                format_number(count, ","),
                format_number(100 * count / len(export.tiles), ".1f") + " %",
            )
            for reason, count in left_out.most_common()
        ],
        info=info,
        sources=paths if len(paths) > 1 else [Path(paths[0]).name],
        degradation=_describe_origin(info.degradation),
        bands=band_names(info.bands),
        crs=sorted({_crs_name(source.crs) for source in info.sources}),
        physical_value=describe_radiometry(info.radiometry),
        settings=settings,
    )


def sample_evenly(names: Sequence[str], most: int) -> list[str]:
    """Return at most `most` of the names, evenly spread; always the same."""
    count = min(most, len(names))
    return [names[(2 * i + 1) * len(names) // (2 * count)] for i in range(count)]


def _pairs(tileset: TileSet) -> Iterator[tuple[Split, int, Strip]]:
    """Yield some pairs of each split that has any, and how many they are."""
    for split in SPLITS:
        names = tileset.names(split)
        if shown := sample_evenly(names, PAIRS):
            pictures = [picture for name in shown for picture in _pair(tileset, split, name)]
            yield split, len(shown), pictures


def _pair(tileset: TileSet, split: Split, name: str) -> Iterator[tuple[bytes, str]]:
    pair = tileset.read(split, name)
    lr, hr = crop_middle(stretch_alike(tileset, pair, [pair.lr, pair.hr]), pair.scale, SIDE)
    yield from ((encode_png(lr), name), (encode_png(hr), ""))


def _values(band: str, spread: BandHistogram) -> list[str]:
    """Return a row of the table of values."""
    (lr, hr), change = spread.mean, round(100 * (spread.mean[1] / (spread.mean[0] or 1) - 1), 1) + 0.0
    low, high, *stds = (format_number(value, ".4g") for value in (lr, hr, *spread.std))
    return [band, low, high, format_number(change, "+.1f") + " %", *stds]


def _number_duplicates(bands: Sequence[str]) -> list[str]:
    """Return names of the bands, no two alike."""
    names = band_names(tuple(bands))
    return [f"{name} ({i})" if names.count(name) > 1 else name for i, name in enumerate(names, start=1)]


def _tile_maps(export: Export, rasters: Mapping[str, Scene]) -> Iterator[tuple[bytes, str]]:
    """Yield the maps of some rasters, with their names."""
    left_out = {tile.name for tile in export.tiles if isinstance(tile.outcome, str)}
    for name in sample_evenly(list(rasters), PANELS):
        placed = [
            (tile, block.window, None if block.tile_name(tile) in left_out else export.splits[index])
            for index, block in enumerate(export.blocks)
            if block.name == name
            for tile in block.tiles
        ]
        yield tile_map(rasters[name], placed), name


def _place_maps(export: Export) -> Iterator[tuple[bytes, int, str]]:
    """Yield a map for each reference system, with the number of rasters on it; each raster is in one split."""
    by_crs = defaultdict[str, list[tuple[Scene, Split | None]]](list)
    for index, block in enumerate(export.blocks):
        crs = _crs_name(block.scene.format.crs and block.scene.format.crs.to_wkt())
        by_crs[crs].append((block.scene, export.splits.get(index)))
    for crs, rasters in list(by_crs.items())[:PANELS]:
        yield place_map(rasters), len(rasters), crs


def _alignments(rasters: Mapping[str, Scene]) -> Iterator[tuple[str, Alignment, bytes]]:
    """Yield how the low-resolution rasters of some rasters lay, with a plot of arrows."""
    aligned = {name: scene.alignment for name, scene in rasters.items() if scene.alignment}
    for name in sample_evenly(list(aligned), PANELS):
        if aligned[name].vectors:
            yield name, aligned[name], svg(plot_vectors(rasters[name].region, aligned[name]))


def _describe_origin(degradation: Origin) -> str:
    if isinstance(degradation, Observed):
        return say("observed, resampled") if degradation.resampled else say("observed")
    return degradation.description


def _crs_name(crs: str | None) -> str:
    """Return the name of a CRS: the first in its WKT."""
    return crs.split('"')[1] if crs and '"' in crs else say("none")
