"""Finds the files beside a raster that GDAL reads as part of it: statistics and place, masks, overviews, world files."""

from __future__ import annotations

import os
from pathlib import Path

AFTER_NAME = (
    ".aux.xml",
    ".aux",
    ".msk",
    ".msk.aux.xml",
    ".ovr",
    ".ovr.aux.xml",
    ".msk.ovr",
    ".ovr.msk",
    ".ovr.ovr",
)
"""What follows the whole name: a.tif.ovr."""

AFTER_STEM = (".aux", ".rrd", ".wld", ".rpb", "_rpc.txt", ".imd")
"""What follows the name without its ending, and so may be another raster's: a.wld is that of a.png as well as of a.tif."""

RASTERS = (
    "tif", "tiff", "gtiff", "png", "jpg", "jpeg", "jp2", "j2k", "img", "bmp", "gif", "webp", "vrt", "ecw", "sid", "bil",
    "bip", "bsq", "dat", "asc", "nc", "hdf", "h5", "ntf", "pix", "ers", "rst", "grd", "jxl",
)  # fmt: skip
"""Endings of what such a file may belong to."""


def sidecars(raster: Path) -> list[Path]:
    """Return the files beside a raster that belong to it, whether it exists or not.

    What is as much another raster's, of the same name but for its ending, is not among them.
    """
    try:
        there = [entry.name for entry in os.scandir(raster.parent) if entry.name.startswith(raster.stem)]
    except OSError:
        return []
    stem, endings = raster.stem.lower(), {f".{ending}" for ending in RASTERS}
    others = {each.lower() for each in there if Path(each).stem.lower() == stem} - {raster.name.lower()}
    others = {each for each in others if os.path.splitext(each)[1] in endings}
    wanted = _own(raster.name.lower())
    for other in others:
        wanted -= _own(other)
    if not others:
        wanted |= {stem + after for after in AFTER_STEM}
    return [raster.with_name(each) for each in there if each.lower() in wanted]


def _own(name: str) -> set[str]:
    """Return the names, in small letters, of the files that belong to the raster of a name."""
    stem, ending = os.path.splitext(name)
    own = {name + after for after in AFTER_NAME}
    if len(ending) > 2:
        own |= {f"{stem}{ending}w", f"{stem}.{ending[1]}{ending[-1]}w"}
    return own
