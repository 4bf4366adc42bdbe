"""Choosing tiles so that smooth land and land full of detail have as many tiles each."""

from __future__ import annotations

import os
import threading
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ..progress import Log, Progress
from ..raster.radiometry import Radiometry
from .filters import Selection, spread, texture, thinned
from .tile_writer import MOST_THREADS, SourceBlock

CLASSES = 10
"""Of texture, each spanning the same ratio."""

CANDIDATES = 10
"""Tiles that are looked at for each one that is wanted: more would find no other classes, and take longer."""


def balanced(
    lands: Sequence[SourceBlock], most: int, radiometry: Radiometry, wanted: Selection, seed: int
) -> Generator[Progress | Log, None, list[SourceBlock]]:
    """The same blocks with `most` tiles in all, or fewer if no more are as `wanted` (of their HR side): as many from each
    class of texture, or all of it where it has fewer. Within a class they are spread over the land.
    """
    blocks = thinned([land.block for land in lands], most * CANDIDATES, seed)
    lands = [replace(land, block=block) for land, block in zip(lands, blocks, strict=True)]
    measured: list[NDArray[np.float64]] = []
    for done, found in enumerate(_measured(lands, radiometry, wanted), 1):
        measured.append(found)
        yield Progress(0, "Measuring the texture of block {done} of {total}", done=done, total=len(lands))
    kept = evenly(np.concatenate(measured), most, seed)
    result, first = [], 0
    for land in lands:
        tiles = tuple(t for number, t in enumerate(land.block.tiles, start=first) if number in kept)
        first += len(land.block.tiles)
        result.append(replace(land, block=replace(land.block, tiles=tiles)))
    return result


def _measured(
    lands: Sequence[SourceBlock], radiometry: Radiometry, wanted: Selection
) -> Iterator[NDArray[np.float64]]:
    """Texture of each tile, block by block; NaN where the tile is not as wanted."""
    stop = threading.Event()

    def measure(land: SourceBlock) -> NDArray[np.float64]:
        found = np.full(len(land.block.tiles), np.nan)
        with land.scene.open() as scene:
            for i, tile in enumerate(land.block.tiles):
                if stop.is_set():
                    break
                pixels, valid = scene.hr.read(tile)
                whole: NDArray[np.bool_] = np.logical_and.reduce(valid, axis=0)
                if whole.any() and whole.mean() >= wanted.min_valid:
                    found[i] = texture(pixels, whole, radiometry)
        found[found < wanted.min_texture] = np.nan
        return found

    pool = ThreadPoolExecutor(min(MOST_THREADS, os.cpu_count() or 1))
    try:
        yield from pool.map(measure, lands)
    finally:
        stop.set()
        pool.shutdown(cancel_futures=True)


def evenly(measured: NDArray[np.float64], most: int, seed: int) -> set[int]:
    """Indices of `most` values, or of all that there are (NaN is none), evenly from classes that are even in logarithm."""
    there = np.flatnonzero(~np.isnan(measured))
    if len(there) <= most:
        return set(there.tolist())
    classes = classes_of(measured[there])
    kept: set[int] = set()
    left, members = most, sorted((there[classes == c] for c in range(CLASSES)), key=len)
    for i, mine in enumerate(members):  # the smallest class first: what it lacks is shared by the others
        share = min(len(mine), left // (CLASSES - i))
        kept.update(mine[spread(len(mine), share, seed)].tolist())
        left -= share
    return kept


def classes_of(textures: NDArray[np.float64]) -> NDArray[np.int_]:
    """The class of each texture, from 0 for the smoothest; each class spans the same ratio."""
    logs = np.log(np.maximum(textures, 1e-9))
    low, high = np.percentile(logs, (1, 99))  # one odd tile shall not stretch all classes
    found: NDArray[np.int_] = np.clip((logs - low) / max(high - low, 1e-9) * CLASSES, 0, CLASSES - 1).astype(
        int
    )
    return found
