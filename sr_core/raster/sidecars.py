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
"""Endings that follow the raster's whole name: a.tif.ovr."""

AFTER_STEM = (".aux", ".rrd", ".wld", ".rpb", "_rpc.txt", ".imd")
"""Endings that follow the name without its ending, so that the file may belong to another raster: a.wld belongs to a.png
as well as to a.tif."""

RASTERS = (
    "tif", "tiff", "gtiff", "png", "jpg", "jpeg", "jp2", "j2k", "img", "bmp", "gif", "webp", "vrt", "ecw", "sid", "bil",
    "bip", "bsq", "dat", "asc", "nc", "hdf", "h5", "ntf", "pix", "ers", "rst", "grd", "jxl",
)  # fmt: skip
"""Endings of rasters that such a file may belong to."""


def sidecars(raster: Path) -> list[Path]:
    """Return the files beside a raster that belong to it, whether it exists or not.

    Files that may as well belong to another raster, of the same name with another ending, are left out.
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
