"""Checks that the values of a tileset.json that another run wrote agree with each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from ..raster.radiometry import Radiometry
from ..raster.raster_reader import DTYPES
from .statistics import BandStatistics

MOST_SIDE = 2**16
"""Pixels along the side of a tile; more fit no memory."""


class _Info(Protocol):
    """A `TileSetInfo`."""

    @property
    def bands(self) -> tuple[str, ...]: ...
    @property
    def dtype(self) -> str: ...
    @property
    def scale(self) -> int: ...
    @property
    def tile_size(self) -> int: ...
    @property
    def stride(self) -> int: ...
    @property
    def radiometry(self) -> Radiometry: ...
    @property
    def statistics(self) -> BandStatistics: ...
    @property
    def splits(self) -> Mapping[Any, Sequence[str]]: ...


def require_coherent(info: _Info) -> None:
    """Refuse numbers of values that differ from that of the bands, sizes that no tile has, and names that are no names.

    Raises:
        ValueError: something of that kind.
    """
    statistics = info.statistics
    parts = (info.radiometry.gain, statistics.mean, statistics.std, statistics.minimum, statistics.maximum)
    if not info.bands or {len(part) for part in parts} != {len(info.bands)}:
        raise ValueError("bands, radiometry and statistics differ in length")
    if min(statistics.std) < 0:
        raise ValueError("a standard deviation below 0")
    if info.dtype not in DTYPES:
        raise ValueError("dtype")
    if (
        not (1 <= info.scale <= info.tile_size <= MOST_SIDE and info.stride >= 1)
        or info.tile_size % info.scale
    ):
        raise ValueError("scale, tile_size or stride")
    _require_names(info.splits)


def _require_names(splits: Mapping[Any, Sequence[str]]) -> None:
    """Require that names are those of files in the folder, and of one split each."""
    names = [name for split in splits.values() for name in split]
    if len(set(names)) < len(names):
        raise ValueError("a tile is in two splits")
    if wrong := [name for name in names if not name or set(name) & set("/\\:\0") or name.startswith("..")]:
        raise ValueError(f"{wrong[0]!r} is no name of a tile")
