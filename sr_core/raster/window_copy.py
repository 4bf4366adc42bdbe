"""Copies a window of a source as it is, block by block."""

from __future__ import annotations

from collections.abc import Generator, Iterator

from rasterio.windows import Window

from ..progress import Log, Progress
from .cog import CogWriter
from .pixel_windows import relative_to
from .source import Source

BLOCK = 1024
"""Side in pixels of the blocks that are read at once; so blocks of files, of 256 to 1024 pixels, are read only once."""


def copy_window(source: Source, window: Window, writer: CogWriter) -> Generator[Progress | Log, None, bool]:
    """Write a window of a source; return whether any of its pixels is valid."""
    blocks, any_valid = list(blocks_of(window)), False
    for done, block in enumerate(blocks):
        yield Progress(done / len(blocks), "Block {done} of {total}", done=done + 1, total=len(blocks))
        pixels, valid = source.read(block)
        any_valid = any_valid or bool(valid.any())
        writer.write(pixels, valid, relative_to(window, block))
    return any_valid


def blocks_of(window: Window) -> Iterator[Window]:
    """Divide a window into blocks that begin at multiples of `BLOCK`, as the blocks of the files do."""
    bottom, right = window.row_off + window.height, window.col_off + window.width
    for row in range(window.row_off // BLOCK * BLOCK, bottom, BLOCK):
        for col in range(window.col_off // BLOCK * BLOCK, right, BLOCK):
            top, left = max(row, window.row_off), max(col, window.col_off)
            yield Window(left, top, min(col + BLOCK, right) - left, min(row + BLOCK, bottom) - top)
