"""Opening a folder of pairs that another program has made: finding out all that tileset.json would say.

Nothing is copied, and nothing is written into the folder.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from pathlib import Path

from rasterio.crs import CRS
from rasterio.errors import CRSError
from rasterio.warp import transform_bounds

from ...degradations import Degradation
from ...errors import BadInput
from ...i18n import say
from ...progress import Log, Progress
from ...raster.radiometry import Radiometry
from ...schema import schema_of
from ..lr_origin import Observed, Origin, made_by
from ..splits import SHARES, Bounds, Splits, by_land, by_name, sharing
from ..statistics import BandStatistics, Moments, data_range
from ..tile_io import read_tile
from ..tileset import SPLITS, Side, SideName, Split, TileSetInfo
from . import ImagePair, PairLayout, PairListing, listed, recognised
from .cache import Record, keep, recalled, state
from .pair_headers import Agreed, PairHeader, agreed

HEADERS = 0.3
"""Share of the work that is reading headers; the rest is reading training tiles."""

SEEN = 5
"""Pairs that are looked at to tell how LR was made."""

Files = dict[tuple[Split, SideName, str], Path]
"""Where each tile lies."""


def opened(folder: Path) -> Generator[Progress | Log, None, tuple[TileSetInfo, Files]]:
    """What tileset.json would say of a folder, and where its tiles lie.

    Raises:
        BadInput: it holds no pairs, or ones that have not enough in common.
    """
    layout, found = recognised(listed(folder))
    yield from _described(folder, layout, found)
    now = state(folder, (file for couple in found.couples for file in couple.files), found.bands)
    record = recalled(folder, now)
    if record is None:
        record = yield from _read(folder, found, now)
        keep(folder, record)
    for text, values in record.log:
        yield Log(text, **{name: _side(value) for name, value in values.items()})
    return record.info, _files(folder, found.couples, record)


def _described(folder: Path, layout: PairLayout, found: PairListing) -> Generator[Log]:
    yield Log(
        "{folder}: {layout} with {count} pairs in {first} and {second}.",
        folder=str(folder),
        layout=say(schema_of(type(layout))["title"]),
        count=len(found.couples),
        first=_side(found.sides[0]),
        second=_side(found.sides[1]),
    )
    if found.alone:
        yield Log(
            "{count} images lack their other half and are left out, such as {path}.",
            count=len(found.alone),
            path=str(found.alone[0]),
        )


def _side(value: str | int | float) -> str | int | float:
    """What names a side of the pairs: nothing does where it is all the other images."""
    return say("others") if value == "" else value


def _files(folder: Path, couples: Sequence[ImagePair], record: Record) -> Files:
    ways: tuple[SideName, SideName] = ("lr", "hr") if record.lr_first else ("hr", "lr")
    split_of = {name: split for split in SPLITS for name in record.info.splits[split]}
    return {
        (split_of[couple.name], side, couple.name): folder / file
        for couple in couples
        if couple.name in split_of
        for side, file in zip(ways, couple.files, strict=True)
    }


def _read(folder: Path, found: PairListing, now: str) -> Generator[Progress, None, Record]:
    """All that is worth remembering, from headers and pixels."""
    halves: dict[str, tuple[PairHeader, PairHeader]] = {}
    for done, couple in enumerate(found.couples):
        yield Progress(HEADERS * done / len(found.couples), "Looking at {path}", path=str(couple.files[0]))
        halves[couple.name] = PairHeader.of(folder / couple.files[0]), PairHeader.of(folder / couple.files[1])
    common = agreed(list(halves.values()), found.bands)
    fine = {name: pair[common.lr_first] for name, pair in halves.items()}
    log = _what_they_are(common, found)
    splits = _divided(found.couples, _placed(fine), log)
    radiometry = Radiometry.default(common.dtype, len(common.bands))
    log.append(Log("Pixel value × {gain:.6g} = physical value.", gain=radiometry.gain[0]))
    learnt = set(splits["train"] or [name for split in SPLITS for name in splits[split]])
    tiles = {name: pair if common.lr_first else pair[::-1] for name, pair in halves.items() if name in learnt}
    statistics, bicubic = yield from _measured(folder, tiles, common, radiometry)
    degradation: Origin = Degradation.members["bicubic"]() if bicubic else Observed(resampled=False)
    if bicubic:
        log.append(Log("LR tiles are HR ones after antialiased bicubic resampling."))
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
    said = tuple((line.text, {k: _plain(v) for k, v in line.values.items()}) for line in log)
    return Record(state=now, info=info, lr_first=common.lr_first, log=said)


def _plain(value: object) -> str | int | float:
    return value if isinstance(value, int | float) else str(value)


def _what_they_are(common: Agreed, found: PairListing) -> list[Log]:
    lr, hr = found.sides if common.lr_first else found.sides[::-1]
    log = [
        Log(
            "By the size of its pixels, {lr} is the low-resolution side and {hr} the high-resolution one: scale "
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
            Log("Tiles are not all squares of this size: what is beyond it, right and below, is not used.")
        )
    return log


def _divided(couples: Sequence[ImagePair], bounds: Mapping[str, Bounds] | None, log: list[Log]) -> Splits:
    """The splits of the folder, or else by land, or else by name; `log` is told which."""
    splits: Splits = {
        split: tuple(couple.name for couple in couples if couple.split == split) for split in SPLITS
    }
    if not any(splits.values()):
        return _apart([couple.name for couple in couples], bounds, SHARES, log)
    log.append(Log("Tiles are divided as the folder does it."))
    if outside := len(couples) - sum(map(len, splits.values())):
        log.append(Log("{count} pairs lie in none of its splits and are left out.", count=outside))
    if splits["train"] and not splits["val"]:
        log.append(Log("It has no validation tiles: a tenth of its training tiles become such."))
        divided = _apart(splits["train"], bounds, (90, 10, 0), log)
        splits |= {"train": divided["train"], "val": divided["val"]}
    if bounds and (count := sharing(bounds, splits)):
        log.append(
            Log(
                "Careful: {count} tiles show land that is in another split as well: figures on them are too good.",
                count=count,
            )
        )
    return splits


def _apart(
    names: Sequence[str], bounds: Mapping[str, Bounds] | None, shares: Sequence[float], log: list[Log]
) -> Splits:
    if bounds is None:
        log.append(
            Log(
                "Tiles do not say where they lie: they are divided by name, so that neighbours may be in different "
                "splits."
            )
        )
        return by_name(names, shares)
    splits, left_out = by_land({name: bounds[name] for name in names}, shares)
    log.append(Log("Tiles are divided by blocks of land: no pixel is in two splits."))
    if left_out:
        log.append(
            Log("{count} tiles across the borders of blocks are left out for it.", count=len(left_out))
        )
    return splits


def _placed(fine: Mapping[str, PairHeader]) -> dict[str, Bounds] | None:
    """Where each tile lies, all in one reference system; none if they do not say."""
    several = len({half.crs for half in fine.values()}) > 1
    bounds: dict[str, Bounds] = {}
    for name, half in fine.items():
        if half.affine is None or (several and half.crs is None):
            return None
        corners = [half.affine * (col, row) for col in (0, half.width) for row in (0, half.height)]
        x, y = zip(*corners, strict=True)
        box = min(x), min(y), max(x), max(y)
        try:
            crs = several and half.crs
            bounds[name] = transform_bounds(CRS.from_wkt(crs), CRS.from_epsg(4326), *box) if crs else box
        except CRSError:
            return None
    # All at one place: each tile counts from its own corner, as chips in pixel space do.
    return bounds if len(bounds) == 1 or len(set(bounds.values())) > 1 else None


def _measured(
    folder: Path, tiles: Mapping[str, Sequence[PairHeader]], common: Agreed, radiometry: Radiometry
) -> Generator[Progress, None, tuple[BandStatistics, bool]]:
    """Statistics of the HR side of (lr, hr) tiles, and whether LR is HR after bicubic resampling."""
    moments: Moments | None = None
    told: list[bool | None] = []
    for done, (lr, hr) in enumerate(tiles.values()):
        yield Progress(
            HEADERS + (1 - HEADERS) * done / len(tiles),
            "Measuring training tile {number} of {count}",
            number=done + 1,
            count=len(tiles),
        )
        fine = _tile(hr, common.side * common.scale, len(common.bands))
        if done < SEEN:
            told.append(
                made_by(
                    Degradation.members["bicubic"](),
                    fine,
                    _tile(lr, common.side, len(common.bands)),
                    common.scale,
                    common.nodata,
                )
            )
        these = Moments.of(radiometry.to_physical(fine[0]), fine[1])
        moments = moments + these if moments else these
    if moments is None or not moments.count.all():
        raise BadInput(
            "The high-resolution training tiles of {folder} have a band without a valid pixel.", folder=folder
        )
    return moments.statistics(), True in told and False not in told


def _tile(half: PairHeader, side: int, bands: int) -> Side:
    pixels, valid = read_tile(half.path, bands)
    return pixels[:, :side, :side], valid[:, :side, :side]
