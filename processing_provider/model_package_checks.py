"""Checks a model package before QGIS shows or uses its description: checksums, sizes, depth, types."""

from __future__ import annotations

import hashlib
import json
import math
import zipfile

SUMS = "SHA256SUMS"
"""The file with the checksums of the others; older packages have none."""
MOST_BYTES = 16 * 2**20
"""Most bytes of a package's file that is read in QGIS."""
MOST_DEPTH = 32
"""Lists and objects in each other."""
MOST_BANDS = 4096
LEAST, MOST = 1e-37, 3e38
"""Magnitudes that single-precision numbers can tell from 0 and from infinity."""
SCALES = range(1, 65)
RATIOS = (1, 2, 3, 4, 6)
"""Possible ratios of a guide: its pixels along the side of a pixel of the raster."""


def read_entry(archive, name):
    """Return a file of a package.

    Raises:
        ValueError: it is too large, compressed, or not the one that the package was made with.
    """
    entry = archive.getinfo(name)
    # What is stored is never larger than the file.
    if entry.compress_type != zipfile.ZIP_STORED or entry.file_size > MOST_BYTES:
        raise ValueError(name)
    data = archive.read(name)
    if name != SUMS and SUMS in archive.namelist():
        lines = read_entry(archive, SUMS).decode("utf-8").splitlines()
        if f"{hashlib.sha256(data).hexdigest()}  {name}" not in lines:
            raise ValueError(name)
    return data


def parse_json(data):
    """Return what JSON says.

    Raises:
        ValueError: it is none, or too deep, or has half a character, which nothing can show.
    """
    values = json.loads(data)
    json.dumps(values, ensure_ascii=False).encode("utf-8")
    level, depth = [values], 0
    while level:
        level = [child for value in level for child in _children(value)]
        depth += 1
        if depth > MOST_DEPTH:
            raise ValueError("too deep")
    return values


def _children(value):
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def check_info(info):
    """Check what schema.json says, as far as it says it: packages of other versions may say less.

    Raises:
        ValueError, KeyError, TypeError: something is of a kind that no package has.
    """
    _require(isinstance(info["scale"], int) and info["scale"] in SCALES)
    _require(isinstance(info["backbone"], dict) and isinstance(info["backbone"]["id"], str))
    bands = info["bands"]
    _require(isinstance(bands, list) and 0 < len(bands) <= MOST_BANDS)
    _require(all(isinstance(band, str) for band in bands))
    radiometry = info.get("radiometry") or {}
    for numbers in (info.get("mean"), info.get("std"), radiometry.get("gain"), radiometry.get("offset")):
        if numbers is not None:
            _require(isinstance(numbers, list) and len(numbers) == len(bands))
            _require(all(_is_number(number) and abs(number) < MOST for number in numbers))
    _require(all(number > LEAST for number in info.get("std") or ()))
    _require(all(radiometry.get("gain") or ()))
    outputs, guide = info.get("outputs"), info.get("guide")
    if outputs is not None:
        _require(isinstance(outputs, list) and outputs)
        _require(all(isinstance(place, int) and 0 <= place < len(bands) for place in outputs))
    if guide is not None:
        _require(isinstance(guide, dict) and guide["ratio"] in RATIOS)
        _require(isinstance(guide["bands"], list) and all(isinstance(band, str) for band in guide["bands"]))
        _require(0 < len(guide["bands"]) <= MOST_BANDS)
    for name in ("data", "metrics", "training", "versions"):
        _require(isinstance(info.get(name) or {}, dict))
    data, metrics = info.get("data") or {}, info.get("metrics") or {}
    _require(all(isinstance(metrics.get(side) or {}, dict) for side in ("model", "bicubic")))
    _require(isinstance(data.get("sources") or [], list))
    _require(all(_is_number(data.get(name) or 0) for name in ("n_sources", "ground_resolution")))
    _require(all(isinstance(info.get(name) or "", str) for name in ("dtype", "licence", "created")))


def _is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def _require(holds):
    if not holds:
        raise ValueError("no value of a package")
