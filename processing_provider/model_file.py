"""Reads the description of a model package (.srpk) without the engine."""

from __future__ import annotations

import os
import re
import zipfile
import zlib
from functools import lru_cache
from pathlib import Path

from .errors import FinerError
from .model_package_checks import check_info, parse_json, read_entry

SUFFIX = ".srpk"
FORMAT = 3
"""Highest format number of packages that this version reads."""
DAMAGED = (
    OSError,
    ValueError,
    KeyError,
    TypeError,
    RuntimeError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    AttributeError,
)
"""Errors that reading a damaged package, or another file, can raise."""


class Model:
    """A model's description. What a package of another version leaves out is None or empty."""

    def __init__(self, path, info, sampling, title, thumbnail, is_light=False):
        self.path, self.name = str(path), Path(path).stem
        self.info, self.sampling, self.thumbnail = info, sampling, thumbnail
        self.is_light = is_light
        """Whether the model can be computed without PyTorch."""
        self.scale = int(info["scale"])
        self.scales = tuple(map(int, re.findall(r"×(\d+)", title))) or (self.scale,)
        """All that it can do: the first line of its card names them."""
        self.network = re.sub(r"(,?\s*×\d+)+$", "", title.lstrip("# ")) or info["backbone"]["id"]
        self.bands = tuple(str(band) for band in info["bands"])
        self.guide = info.get("guide") or None
        """Description of the guide, the second raster that the model takes; None if it takes one raster."""
        self.n_results = len(info.get("outputs") or self.bands)
        """Bands that it gives."""

    @property
    def is_diffusion(self):
        """Whether the model is a diffusion model, whose results are sampled step by step."""
        return bool(self.sampling)

    @property
    def dtype(self):
        """Pixel type of the rasters it was trained on."""
        return self.info.get("dtype")

    @property
    def licence(self):
        return str(self.info.get("licence") or "")

    @property
    def imported_sha256(self):
        """SHA-256 of the file that it was imported from; empty for one that was trained here."""
        training = self.info.get("training")
        return str(training.get("imported_sha256") or "") if isinstance(training, dict) else ""

    @property
    def ground_resolution(self):
        """Metres a pixel of the rasters it is for; None where the package does not say."""
        value = self._data.get("ground_resolution")
        if not isinstance(value, (int, float)) or value <= 0:
            return None
        # It may have learnt one scale coarser.
        return float(value) / self.scale if self._data.get("wald") else float(value)

    @property
    def sources(self):
        """Names of some rasters it was trained on, and how many more there are: "a.tif, b.tif + 3"."""
        names = [str(name) for name in self._data.get("sources") or ()]
        more = int(self._data.get("n_sources") or 0) - len(names[:2])
        return ", ".join(names[:2]) + (f" + {more}" if names and more > 0 else "")

    @property
    def metrics(self):
        """Metrics of the model, and of bicubic resampling, on the same tiles: two dictionaries by the metric's name."""
        metrics = self.info.get("metrics") or {}
        sides = (metrics.get(side) or {} for side in ("model", "bicubic"))
        return tuple(
            {name: value for name, value in side.items() if isinstance(value, (int, float))} for side in sides
        )

    @property
    def _data(self):
        data = self.info.get("data")
        return data if isinstance(data, dict) else {}


def read(path):
    """The model in a file.

    Raises:
        FinerError: there is none that this version can read.
    """
    path = os.path.abspath(path)
    try:
        state = os.stat(path)
    except OSError:
        raise FinerError("There is no file {path}: choose a model package (.srpk).", path=path) from None
    return _read(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=64)
def _read(path, changed, size):
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            info = parse_json(read_entry(archive, "schema.json"))
            sampling = parse_json(read_entry(archive, "sampling.json")) if "sampling.json" in names else {}
            card = read_entry(archive, "README.md").decode("utf-8") if "README.md" in names else ""
            picture = read_entry(archive, "thumbnail.png") if "thumbnail.png" in names else None
        number = info["format"]
        if number <= FORMAT:
            check_info(info)
            return Model(path, info, sampling, card.partition("\n")[0], picture, "graphs.json" in names)
    except DAMAGED:
        raise FinerError(
            "{path} is not a model package (.srpk), or only a part of one: choose another file, or copy it again.",
            path=path,
        ) from None
    raise FinerError(
        "{path} was made by a newer version of Finer (package format {format}, this version reads {known}): "
        "update the plugin.",
        path=path,
        format=number,
        known=FORMAT,
    )
