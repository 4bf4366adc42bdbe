"""Radiometry of a tile set: as the user gives it, as its rasters declare it, or as is usual for their type of pixels."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence

import numpy as np
from rasterio.windows import Window

from ..datasets.tile_io import TileFormat
from ..errors import InputError
from ..progress import Log
from ..raster.band_scaling import declared_radiometry, declared_scaling_log, distinct
from ..raster.float32_precision import WIDE, middle_of_far, subtract_middle
from ..raster.radiometry import Radiometry
from .scene import Scene

SAMPLE = 512
"""Side in pixels of what is read to find out how far from zero values are."""


def decide_radiometry(
    scenes: Sequence[Scene], gain: Sequence[float] | None, offset: Sequence[float] | None
) -> Generator[Log, None, Radiometry]:
    """Return the radiometry of all tiles.

    Args:
        scenes: Scenes from which tiles are cut.
        gain: The user's gain; None: the scale that the rasters declare.
        offset: The user's offset; None: the offset that the rasters declare.

    Raises:
        InputError: The rasters declare different scalings, or an invalid one.
    """
    form, bands = scenes[0].format, len(scenes[0].bands)
    usual = Radiometry.default(form.dtype, bands)
    found: list[tuple[str, Radiometry]] = []
    for path, side in _find_declaring(scenes):
        found.append((path, declared_radiometry(path, side.scaling, usual, gain, offset)))
    for path, other in found[1:]:
        first_path, first = found[0]
        if not _alike(first, other):
            raise InputError(
                "{path} declares pixel value × {gain} + {offset} and {other} × {other_gain} + {other_offset}: set GAIN and "
                "OFFSET for both, or HARMONISE if one is the low-resolution raster.",
                path=first_path,
                gain=distinct(first.gain),
                offset=distinct(first.offset),
                other=path,
                other_gain=distinct(other.gain),
                other_offset=distinct(other.offset),
            )
    if found:
        path, declared = found[0]
        radiometry = Radiometry.of(form.dtype, bands, gain or declared.gain, offset or declared.offset)
        if not (gain and offset):
            yield declared_scaling_log(path, radiometry, gain, offset)
            yield from _log_assumed(scenes, path, _alike(radiometry, usual))
        return radiometry
    radiometry = Radiometry.of(form.dtype, bands, gain, offset)
    if not offset and (middle := _far_from_zero(scenes[0], radiometry)):
        radiometry = subtract_middle(radiometry, middle)
        yield Log(
            "Values are so far from zero that a network would lose their differences by rounding: {offset} is "
            "added to them (OFFSET).",
            offset=distinct(radiometry.offset),
        )
    return radiometry


def _log_assumed(scenes: Sequence[Scene], declaring: str, is_usual: bool) -> Iterator[Log]:
    """Say of which raster it is only assumed that it is stored as another one declares."""
    silent = [path for path, form in _sides(scenes) if not (form.scaling and any(form.scaling.declared))]
    if silent and not is_usual:
        yield Log(
            "Warning: {path} declares no scale and offset, and those of {other} are taken for it: if it is "
            "stored otherwise, set HARMONISE, or convert it.",
            path=silent[0],
            other=declaring,
        )


def _find_declaring(scenes: Sequence[Scene]) -> Iterator[tuple[str, TileFormat]]:
    """Yield the rasters whose files declare a scale or an offset."""
    for path, form in _sides(scenes):
        if form.scaling and any(form.scaling.declared):
            yield path, form


def _sides(scenes: Sequence[Scene]) -> Iterator[tuple[str, TileFormat]]:
    """Yield the rasters whose values tiles get; not those that are brought to another's radiometry."""
    for scene in scenes:
        sides = [] if scene.harmonise else [(scene.path, scene.format)]
        if scene.lr_path:
            sides.append((scene.lr_path, scene.lr_format))
        yield from sides


def _alike(one: Radiometry, other: Radiometry) -> bool:
    return bool(np.allclose(one.gain, other.gain, 1e-5, 0) and np.allclose(one.offset, other.offset, 1e-5))


def _far_from_zero(scene: Scene, radiometry: Radiometry) -> tuple[float, ...] | None:
    """Return the middle of the values in the middle of a scene, if they are far from zero."""
    if scene.format.dtype not in WIDE:
        return None
    with scene.open() as opened:
        source, region = opened.hr, scene.region
        if scene.harmonise and opened.lr:  # whose radiometry tiles get
            source, region = opened.lr, opened.lr.region
        width, height = min(SAMPLE, region.width), min(SAMPLE, region.height)
        left, top = (
            region.col_off + (region.width - width) // 2,
            region.row_off + (region.height - height) // 2,
        )
        sample = source.read(Window(left, top, width, height))
    return middle_of_far(*sample, radiometry.gain)
