"""Reading a folder of pairs made by another program: finding out what tileset.json would hold.

Nothing is copied, and nothing is written into the folder.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from pathlib import Path

from odc.geo.geobox import GeoBox
from rasterio.crs import CRS
from rasterio.errors import CRSError
from rasterio.warp import transform_bounds

from ...degradations import Degradation
from ...errors import InputError
from ...i18n import say
from ...progress import Log, Progress, run_part
from ...raster.band_scaling import distinct
from ...raster.float32_precision import middle_of_far, subtract_middle
from ...raster.radiometry import Radiometry
from ...schema import schema_of
from ..lr_origin import Observed, Origin, matches_degradation
from ..pair_agreement import compare_pairs, warn_of_mismatched_pairs
from ..splits import SHARES, SPLITS, Bounds, Split, Splits, count_overlaps, split_by_land, split_by_name
from ..statistics import BandStatistics, Moments, data_range
from ..tile_io import SideName, StoredTile, read_tile
from ..tileset_info import TileSetInfo
from . import ImagePair, PairLayout, PairListing, list_images, recognise
from .cache import FolderRecord, hash_state, load_record, save_record
from .pair_headers import CommonFormat, ImageHeader, find_common_format

HEADERS, MEASURED = 0.2, 0.6
"""Shares of the work that are done when headers, and training tiles, were read; the rest is comparing the two sides."""

N_COMPARED = 5
"""Pairs that are compared to find out how LR was made."""

TileFiles = dict[tuple[Split, SideName, str], Path]
"""Where each tile lies."""


def read_folder(folder: Path) -> Generator[Progress | Log, None, tuple[TileSetInfo, TileFiles]]:
    """Return what tileset.json would hold for a folder of pairs, and where its tiles lie.

    Raises:
        InputError: it holds no pairs, or they have too little in common.
    """
    layout, found = recognise(list_images(folder))
    yield from _describe_pairs(folder, layout, found)
    state = hash_state(folder, (file for pair in found.pairs for file in pair.files), found.bands)
    record = load_record(folder, state)
    if record is None:
        record = yield from _read_pairs(folder, found, state)
        save_record(folder, record)
    for text, values in record.log:
        yield Log(text, **{name: _side_label(value) for name, value in values.items()})
    return record.info, _locate_tiles(folder, found.pairs, record)


def _describe_pairs(folder: Path, layout: PairLayout, found: PairListing) -> Generator[Log]:
    yield Log(
        "{folder}: {layout} with {count} pairs in {first} and {second}.",
        folder=str(folder),
        layout=say(schema_of(type(layout))["title"]),
        count=len(found.pairs),
        first=_side_label(found.sides[0]),
        second=_side_label(found.sides[1]),
    )
    if found.unpaired:
        yield Log(
            "{count} images have no counterpart and are left out, such as {path}.",
            count=len(found.unpaired),
            path=str(found.unpaired[0]),
        )


def _side_label(value: str | int | float) -> str | int | float:
    """Return the name of a side; the side of all images without a side's word has none."""
    return say("others") if value == "" else value


def _locate_tiles(folder: Path, pairs: Sequence[ImagePair], record: FolderRecord) -> TileFiles:
    sides: tuple[SideName, SideName] = ("lr", "hr") if record.lr_first else ("hr", "lr")
    split_of = {name: split for split in SPLITS for name in record.info.splits[split]}
    return {
        (split_of[pair.name], side, pair.name): folder / file
        for pair in pairs
        if pair.name in split_of
        for side, file in zip(sides, pair.files, strict=True)
    }


def _read_pairs(
    folder: Path, found: PairListing, state: str
) -> Generator[Progress | Log, None, FolderRecord]:
    """Read headers and pixels, and return all that is worth caching."""
    headers: dict[str, tuple[ImageHeader, ImageHeader]] = {}
    for done, pair in enumerate(found.pairs):
        yield Progress(HEADERS * done / len(found.pairs), "Reading {path}", path=str(pair.files[0]))
        headers[pair.name] = ImageHeader.of(folder / pair.files[0]), ImageHeader.of(folder / pair.files[1])
    common = find_common_format(list(headers.values()), found.bands)
    bounds = _find_bounds({name: pair[common.lr_first] for name, pair in headers.items()})
    log = _describe_format(common, found)
    splits = _divide(found.pairs, bounds, log)
    measured = set(splits["train"] or [name for split in SPLITS for name in splits[split]])
    pairs = [pair if common.lr_first else pair[::-1] for name, pair in headers.items() if name in measured]
    radiometry = _bring_near_zero(common, pairs[0][1])
    gain, offset = distinct(radiometry.gain), distinct(radiometry.offset)
    log.append(Log("Pixel value × {gain} + {offset} = physical value.", gain=gain, offset=offset))
    statistics, bicubic = yield from _measure(folder, pairs, common, radiometry)
    degradation: Origin = Degradation.members["bicubic"]() if bicubic else Observed(resampled=False)
    if bicubic:
        log.append(Log("LR tiles are HR tiles reduced by antialiased bicubic resampling."))
    info = TileSetInfo(
        bands=common.bands,
        dtype=common.dtype,
        nodata=common.nodata,
        scale=common.scale,
        tile_size=common.side * common.scale,
        stride=common.side * common.scale,
        radiometry=radiometry,
        data_range=data_range(common.dtype, radiometry, statistics),
        statistics=statistics,
        degradation=degradation,
        splits=splits,
        sources=(),
    )
    log += yield from _compare_sides(found.pairs, headers, common)
    lines = tuple((line.text, {k: _plain(v) for k, v in line.values.items()}) for line in log)
    return FolderRecord(state=state, info=info, lr_first=common.lr_first, log=lines)


def _plain(value: object) -> str | int | float:
    return value if isinstance(value, int | float) else str(value)


def _describe_format(common: CommonFormat, found: PairListing) -> list[Log]:
    lr, hr = found.sides if common.lr_first else found.sides[::-1]
    log = [
        Log(
            "According to pixel size, {lr} is the low-resolution side and {hr} the high-resolution one: scale "
            "{scale}, HR tiles of {size} pixels, {bands} {dtype} bands.",
            lr=lr,
            hr=hr,
            scale=common.scale,
            size=common.side * common.scale,
            bands=len(common.bands),
            dtype=common.dtype,
        )
    ]
    if common.cropped:
        log.append(
            Log("Some tiles are not squares of this size: pixels beyond it, right and below, are not used.")
        )
    return log


def _divide(pairs: Sequence[ImagePair], bounds: Mapping[str, Bounds] | None, log: list[Log]) -> Splits:
    """Return the splits of the folder, or else splits by land or by name; append to `log` which."""
    splits: Splits = {split: tuple(pair.name for pair in pairs if pair.split == split) for split in SPLITS}
    if not any(splits.values()):
        return _divide_evenly([pair.name for pair in pairs], bounds, SHARES, log)
    log.append(Log("Tiles are divided into the splits of the folder."))
    if outside := len(pairs) - sum(map(len, splits.values())):
        log.append(Log("{count} pairs lie in none of its splits and are left out.", count=outside))
    if splits["train"] and not splits["val"]:
        log.append(Log("It has no validation tiles: a tenth of its training tiles are used for validation."))
        divided = _divide_evenly(splits["train"], bounds, (90, 10, 0), log)
        splits |= {"train": divided["train"], "val": divided["val"]}
    if bounds and (count := count_overlaps(bounds, splits)):
        log.append(
            Log(
                "Warning: {count} tiles show land that is in another split as well: metrics on them are too "
                "optimistic.",
                count=count,
            )
        )
    return splits


def _divide_evenly(
    names: Sequence[str], bounds: Mapping[str, Bounds] | None, shares: Sequence[float], log: list[Log]
) -> Splits:
    if bounds is None:
        log.append(
            Log(
                "Tiles have no georeference: they are divided by name, so that neighbours may be in different splits."
            )
        )
        return split_by_name(names, shares)
    splits, left_out = split_by_land({name: bounds[name] for name in names}, shares)
    log.append(Log("Tiles are divided by blocks of land: no pixel is in two splits."))
    if left_out:
        log.append(Log("{count} tiles across the borders of blocks are left out.", count=len(left_out)))
    return splits


def _find_bounds(hr: Mapping[str, ImageHeader]) -> dict[str, Bounds] | None:
    """Return the bounds of each tile, all in one reference system; none if any has no georeference."""
    several = len({image.crs for image in hr.values()}) > 1
    bounds: dict[str, Bounds] = {}
    for name, image in hr.items():
        if image.affine is None or (several and image.crs is None):
            return None
        box = GeoBox((image.height, image.width), image.affine, None).boundingbox.bbox
        try:
            crs = several and image.crs
            bounds[name] = transform_bounds(CRS.from_wkt(crs), CRS.from_epsg(4326), *box) if crs else box
        except CRSError:
            return None
    # All at one place: each tile counts from its own corner, as chips in pixel space do.
    return bounds if len(bounds) == 1 or len(set(bounds.values())) > 1 else None


def _measure(
    folder: Path, pairs: Sequence[Sequence[ImageHeader]], common: CommonFormat, radiometry: Radiometry
) -> Generator[Progress, None, tuple[BandStatistics, bool]]:
    """Return statistics of the HR side of pairs (LR, HR), and whether LR is HR after bicubic resampling."""
    moments: Moments | None = None
    bicubic: list[bool | None] = []
    for done, (lr, hr) in enumerate(pairs):
        yield Progress(
            HEADERS + (MEASURED - HEADERS) * done / len(pairs),
            "Measuring training tile {number} of {count}",
            number=done + 1,
            count=len(pairs),
        )
        hr_tile = _read_square(hr, common.side * common.scale, len(common.bands))
        if done < N_COMPARED:
            lr_tile = _read_square(lr, common.side, len(common.bands))
            degradation = Degradation.members["bicubic"]()
            bicubic.append(matches_degradation(degradation, hr_tile, lr_tile, common.scale, common.nodata))
        of_tile = Moments.of(radiometry.to_physical(hr_tile[0]), hr_tile[1])
        moments = moments + of_tile if moments else of_tile
    if moments is None or not moments.count.all():
        raise InputError(
            "The high-resolution training tiles of {folder} have a band without a valid pixel.", folder=folder
        )
    return moments.statistics(), True in bicubic and False not in bicubic


def _compare_sides(
    pairs: Sequence[ImagePair], headers: Mapping[str, tuple[ImageHeader, ImageHeader]], common: CommonFormat
) -> Generator[Progress | Log, None, list[Log]]:
    """Return a warning of the pairs whose sides do not show the same land, if there are any."""

    def read(name: str) -> tuple[StoredTile, StoredTile]:
        lr, hr = headers[name] if common.lr_first else headers[name][::-1]
        bands = len(common.bands)
        return _read_square(hr, common.side * common.scale, bands), _read_square(lr, common.side, bands)

    names = [pair.name for pair in pairs]
    agreements = yield from run_part(compare_pairs(names, read, common.scale), MEASURED, 1)
    return list(warn_of_mismatched_pairs(agreements))


def _bring_near_zero(common: CommonFormat, hr: ImageHeader) -> Radiometry:
    """Return the radiometry of the pairs; of values far from zero, as a tile shows it, one that brings them near it."""
    pixels, valid = _read_square(hr, common.side * common.scale, len(common.bands))
    middle = middle_of_far(pixels, valid, common.radiometry.gain)
    return subtract_middle(common.radiometry, middle) if middle else common.radiometry


def _read_square(image: ImageHeader, side: int, bands: int) -> StoredTile:
    pixels, valid = read_tile(image.path, bands)
    return pixels[:, :side, :side], valid[:, :side, :side]
