"""Copies the bands of an extent to plain files, as a network reads often, and JPEG 2000 and the web are slow to read."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from odc.geo.types import xy_
from rasterio.windows import Window

from ..errors import InputError, NoOverlapError
from ..parameter_types import Extent
from ..progress import Log, Progress, run_part
from .cog import raw_writer
from .pixel_windows import find_window, intersect, pad, relative_to
from .profile import SAME_GRID, RasterProfile
from .raster_reader import Raster, open_raster
from .source import Source
from .window_copy import copy_window

MARGIN = 24
"""Margin, in pixels of the coarsest bands, that is copied around the extent, so that its edge is no image edge."""

EDGE = 2
"""Largest difference between bands in width or height, in pixels of the coarsest bands; scenes that are put together
across two UTM zones have such differences."""


@dataclass(frozen=True)
class StagedBands:
    """Bands of one resolution, for an extent and the margin around it."""

    path: Path
    profile: RasterProfile
    place: Window
    """Window of the extent itself, without the margin."""

    @contextmanager
    def open(self) -> Iterator[Raster]:
        """Open the file."""
        with open_raster(self.path) as raster:
            yield raster


def stage_bands(
    groups: Sequence[Source], extent: Extent | None, folder: Path
) -> Generator[Progress | Log, None, list[StagedBands]]:
    """Copy the pixels of a place from sources whose grids divide each other, such as those of 10, 20 and 60 m.

    Args:
        groups: The sources.
        extent: The extent, which is widened to whole pixels of the coarsest source; None: all pixels.
        folder: Folder that the files are written into.

    Raises:
        InputError: The grids do not divide each other, or no pixel is valid.
        NoOverlapError: The extent does not overlap the sources.
    """
    coarsest = max(groups, key=lambda each: abs(float(each.box.affine.a)))
    common = coarsest.region
    for group in groups:
        common = _shared_window(group, coarsest, common)
    place = intersect(find_window(extent, coarsest), common)
    if place is None:  # in the pixels at the edge that not all of them have
        raise NoOverlapError("EXTENT and {path} do not overlap.", path=coarsest.name)
    around = intersect(pad(place, xy_(MARGIN, MARGIN)), common)
    staged, any_valid = [], False
    for number, group in enumerate(groups):
        own = pixels_on(group, coarsest, around)
        profile = group.profile.crop(own)
        with raw_writer(folder / f"bands_{number}.tif", profile) as writer:
            begin, end = number / len(groups), (number + 1) / len(groups)
            any_valid |= yield from run_part(copy_window(group, own, writer), begin, end)
        staged.append(StagedBands(writer.raw, profile, relative_to(own, pixels_on(group, coarsest, place))))
    if not any_valid:
        raise InputError(
            "{scene} has no valid pixel there: choose another EXTENT or scene.", scene=coarsest.name
        )
    return staged


def pixels_on(fine: Source, coarse: Source, window: Window) -> Window:
    """Return the pixels of a source that a window of a coarser one covers.

    Raises:
        InputError: The window does not cover whole pixels.
    """
    there = ~fine.box.affine * coarse.box.affine
    ratio, col, row = (round(number) for number in (there.a, there.c, there.f))
    nested = type(there)(ratio, 0, col, 0, ratio, row)
    if fine.crs != coarse.crs or not there.almost_equals(nested, SAME_GRID * max(fine.box.shape)):
        raise _misaligned(fine, coarse)
    return Window(
        window.col_off * ratio + col,
        window.row_off * ratio + row,
        window.width * ratio,
        window.height * ratio,
    )


def _shared_window(fine: Source, coarse: Source, window: Window) -> Window:
    """Return the pixels of a window of the coarser source that the finer one has whole: all, or all but at the edge.

    Raises:
        InputError: the finer one lies elsewhere.
    """
    one = pixels_on(fine, coarse, Window(0, 0, 1, 1))
    height, width = fine.box.shape
    left, top = -(one.col_off // one.width), -(one.row_off // one.height)
    right, bottom = (width - one.col_off) // one.width, (height - one.row_off) // one.height
    shared = intersect(window, Window(left, top, max(0, right - left), max(0, bottom - top)))
    if shared is None or max(window.width - shared.width, window.height - shared.height) > EDGE:
        raise _misaligned(fine, coarse)
    return shared


def _misaligned(fine: Source, coarse: Source) -> InputError:
    return InputError(
        "The bands {fine} and {coarse} of {path} are not aligned, unlike those of one scene: download the "
        "product again.",
        fine=", ".join(fine.profile.descriptions),
        coarse=", ".join(coarse.profile.descriptions),
        path=fine.name,
    )
