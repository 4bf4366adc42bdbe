"""Choosing at most MAX_TILES tiles: evenly over the land, or balanced by texture."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import count
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from ..cpu_threads import core_count
from ..errors import InputError
from ..progress import Log, Progress
from .land_blocks import LandBlock, SourceBlock
from .options import FilterOptions
from .threaded_tile_cutting import MAX_THREADS
from .tile_filters import measure_texture

Block = TypeVar("Block", bound=LandBlock)

CLASSES = 10
"""Number of classes of texture, each spanning the same ratio."""

CANDIDATES = 10
"""Tiles that are measured for each one that is wanted: more would find no other classes, and take longer."""


def limit_tiles(
    blocks: Sequence[SourceBlock], options: FilterOptions
) -> Generator[Progress | Log, None, list[SourceBlock]]:
    """Return the blocks with at most MAX_TILES tiles in all, and at least one in each.

    Raises:
        InputError: with BALANCE, if no tile is left.
    """
    limit = options.max_tiles
    if not limit or sum(len(block.tiles) for block in blocks) <= limit:
        return list(blocks)
    if options.balance:
        blocks = yield from _balance(blocks, limit, options)
    else:
        blocks = thin(blocks, limit, options.seed)
    if not (blocks := [block for block in blocks if block.tiles]):
        raise InputError(
            "No tile has enough valid pixels and texture: use a smaller MIN_VALID or MIN_TEXTURE."
        )
    return blocks


def thin(blocks: Sequence[Block], limit: int, seed: int) -> list[Block]:
    """Return the same blocks with at most `limit` tiles in all, spread over them."""
    total = sum(len(block.tiles) for block in blocks)
    return _select_tiles(blocks, set(sample_evenly(total, min(limit, total), seed)))


def sample_evenly(total: int, wanted: int, seed: int) -> list[int]:
    """Return `wanted` of the indices below `total`, one at random from each of so many stretches.

    They are the same for the same seed. Every fifth tile of rows of ten would always be of the same two columns.
    """
    ends = [number * total // wanted for number in range(wanted + 1)] if wanted else []
    places = np.random.default_rng(seed).random(wanted)
    return [
        first + int((last - first) * place)
        for first, last, place in zip(ends, ends[1:], places, strict=False)
    ]


def sample_balanced(textures: NDArray[np.float64], wanted: int, seed: int) -> set[int]:
    """Return the indices of `wanted` textures, equally many of each class as far as there are; NaN are left out."""
    known = np.flatnonzero(~np.isnan(textures))
    if len(known) <= wanted:
        return set(known.tolist())
    classes = classify_textures(textures[known])
    kept: set[int] = set()
    left, members = wanted, sorted((known[classes == c] for c in range(CLASSES)), key=len)
    for i, mine in enumerate(members):  # the smallest class first: what it lacks is shared by the others
        share = min(len(mine), left // (CLASSES - i))
        kept.update(mine[sample_evenly(len(mine), share, seed)].tolist())
        left -= share
    return kept


def classify_textures(textures: NDArray[np.float64]) -> NDArray[np.int_]:
    """Return the class of each texture, from 0 for the smoothest; each class spans the same ratio."""
    logs = np.log(np.maximum(textures, 1e-9))
    low, high = np.percentile(logs, (1, 99))  # one outlier must not stretch all classes
    scaled = (logs - low) / max(high - low, 1e-9) * CLASSES
    classes: NDArray[np.int_] = np.clip(scaled, 0, CLASSES - 1).astype(int)
    return classes


def _select_tiles(blocks: Sequence[Block], kept: set[int]) -> list[Block]:
    """Return the blocks with those tiles whose numbers, counted through all blocks, are in `kept`."""
    numbers = count()
    return [
        replace(block, tiles=tuple(tile for tile in block.tiles if next(numbers) in kept)) for block in blocks
    ]


def _balance(
    blocks: Sequence[SourceBlock], limit: int, options: FilterOptions
) -> Generator[Progress, None, list[SourceBlock]]:
    """Return the same blocks with at most `limit` tiles in all, as many of each class of texture.

    Tiles whose HR side would be left out are not chosen. Within a class tiles are spread over the land.
    """
    blocks = thin(blocks, limit * CANDIDATES, options.seed)
    textures: list[NDArray[np.float64]] = []
    for done, of_block in enumerate(_measure_textures(blocks, options), 1):
        textures.append(of_block)
        yield Progress(0, "Measuring the texture of block {done} of {total}", done=done, total=len(blocks))
    return _select_tiles(blocks, sample_balanced(np.concatenate(textures), limit, options.seed))


def _measure_textures(blocks: Sequence[SourceBlock], options: FilterOptions) -> Iterator[NDArray[np.float64]]:
    """Yield the textures of each block's tiles; NaN where a tile would be left out."""
    stop = threading.Event()

    def measure(block: SourceBlock) -> NDArray[np.float64]:
        textures = np.full(len(block.tiles), np.nan)
        with block.scene.open() as scene:
            for i, tile in enumerate(block.tiles):
                if stop.is_set():
                    break
                pixels, valid = scene.hr.read(tile)
                whole: NDArray[np.bool_] = np.logical_and.reduce(valid, axis=0)
                if whole.any() and whole.mean() >= options.min_valid:
                    textures[i] = measure_texture(pixels, whole, block.scene.radiometry)
        textures[textures < options.min_texture] = np.nan
        return textures

    pool = ThreadPoolExecutor(min(MAX_THREADS, core_count()))
    try:
        yield from pool.map(measure, blocks)
    finally:
        stop.set()
        pool.shutdown(cancel_futures=True)
