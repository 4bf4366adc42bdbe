"""Reads the entries of a model catalogue, and checks each entry before it is shown or used."""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from ..engine_schema import job_properties
from ..errors import FinerError
from ..model_file import SUFFIX

FORMAT = 1
"""Highest format number of catalogues that this version reads."""
WEIGHTS = (".ckpt", ".onnx", ".pt", ".pth", ".safetensor", ".safetensors")
"""Endings of weight files, which are imported; a model package needs no import."""
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
"""An entry's id: the name of its model in the library, so a valid file name on every system."""
DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
"""Digest of a file, as container registries write it."""
LICENCE = re.compile(r"[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+)*")
"""A licence as an SPDX expression; a licence without an SPDX identifier is LicenseRef-NAME."""
TEXTS = ("name", "purpose", "authors")
"""Fields of an entry that are texts for people."""
MOST_TEXT = 300
"""Most characters of such a text."""
DERIVED = {"input", "output", "bands", "pixel_size", "licence"}
"""Fields of the job `import_model` that follow from other fields of an entry, so an entry may not set them."""
REQUIRED = {"id", "name", "purpose", "bands", "scales", "licence", "non_commercial", "authors", "size", "url", "digest"}  # fmt: skip
"""Fields that every entry has."""
OPTIONAL = {"pixel_size", "dtype", "homepage", "import", "preview", "note"}
"""Fields that an entry may have."""
DTYPES = ("uint8", "uint16", "int16", "uint32", "int32", "float32", "float64")


class CatalogueEntry:
    """A model that can be downloaded: its address, and its facts under the attribute names of `model_file.Model`."""

    def __init__(self, values, place):
        self.id, self.name, self.purpose = values["id"], values["name"], values["purpose"]
        self.bands = tuple(values["bands"])
        self.scales = tuple(values["scales"])
        self.ground_resolution = values.get("pixel_size")
        """Pixel size in metres of the rasters that the model is made for; None: any."""
        self.dtype = values.get("dtype")
        self.licence, self.is_non_commercial = values["licence"], values["non_commercial"]
        self.authors, self.homepage = values["authors"], values.get("homepage", "")
        self.note = values.get("note", "")
        self.size, self.sha256 = values["size"], values["digest"].partition(":")[2]
        self.url, self.preview = (
            place.resolve(values["url"]),
            values.get("preview") and place.resolve(values["preview"]),
        )
        self.import_options = values.get("import", {})
        self.suffix = _suffix(values["url"])

    @property
    def scale(self):
        """The scale at which the model is used by default."""
        return max(self.scales)

    @property
    def guide(self):
        """Bands and ratio of the guide, the second raster that the model takes; None if it takes one raster."""
        names = self.import_options.get("guide_bands")
        if not names:
            return None
        ratio = self.import_options.get("guide_ratio") or self.scale
        return {"bands": [name.strip() for name in names.split(",")], "ratio": ratio}

    @property
    def is_package(self):
        """Whether the file is a model package, which needs no import."""
        return self.suffix == SUFFIX

    def import_job(self, path, output):
        """Return the job that imports the downloaded file `path` as the model package `output`."""
        job = {"job": "import_model", "input": str(path), "bands": ", ".join(self.bands)}
        if self.ground_resolution:
            job["pixel_size"] = self.ground_resolution
        return {
            **job,
            "licence": f"{self.licence} ({self.authors})",
            **self.import_options,
            "output": str(output),
        }


def read_entries(data, place):
    """Return the entries of a catalogue.

    Args:
        data: Bytes of the catalogue's file.
        place: Where the catalogue was read from (`CataloguePlace`); relative addresses in it are resolved against that.

    Raises:
        FinerError: The data is no catalogue, or an entry lacks a field, or has a wrong or an unknown one.
    """
    try:
        values = json.loads(data)
        models, number = values["models"], values["format"]
        if not isinstance(models, list) or not isinstance(number, int):
            raise TypeError
    except (ValueError, KeyError, TypeError, RecursionError):
        raise FinerError(
            "{place} is not a catalogue of models: it must be JSON with format and models.", place=place
        ) from None
    if number > FORMAT:
        raise FinerError(
            "{place} is a catalogue for a newer version of Finer: update the plugin.", place=place
        )
    entries, names = [], set()
    for position, model in enumerate(models, 1):
        problem = find_problem(model)
        if not problem and model["id"].casefold() in names:
            problem = "id"
        if problem:
            called = model.get("id", position) if isinstance(model, dict) else position
            raise FinerError(
                "{place}: the entry {entry} has no valid {field}: correct the catalogue.",
                place=place,
                entry=called,
                field=problem,
            )
        names.add(model["id"].casefold())
        entries.append(CatalogueEntry(model, place))
    return entries


def find_problem(model):
    """Return the name of a field of an entry that is missing, wrong or unknown; None if the entry is valid."""
    if not isinstance(model, dict):
        return "id"
    wrong = sorted((REQUIRED - model.keys()) | (model.keys() - REQUIRED - OPTIONAL))
    if wrong:
        return wrong[0]
    return next(
        (name for name, holds in CHECKS.items() if name in model and not _holds(holds, model[name], model)),
        None,
    )


def _holds(check, value, model):
    try:
        return bool(check(value, model))
    except (ValueError, TypeError, AttributeError):
        return False


def _is_text(value, model):
    return isinstance(value, str) and 0 < len(value.strip()) <= MOST_TEXT and value.isprintable()


def _is_list(value, check, most):
    return isinstance(value, list) and 0 < len(value) <= most and all(check(each) for each in value)


def _is_count(value):
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _is_address(value, endings):
    parts = urlsplit(value)
    return (
        value.isprintable()
        and parts.scheme in ("", "http", "https", "file")
        and not parts.username
        and unquote(parts.path).lower().endswith(endings)
    )


def _are_import_options(value, model):
    known = job_properties("import_model").keys() - DERIVED
    return (
        isinstance(value, dict) and not value.keys() - known and isinstance(value.get("guide_bands", ""), str)
    )


def _suffix(url):
    return PurePosixPath(unquote(urlsplit(url).path)).suffix.lower()


CHECKS = {
    "id": lambda value, model: ID.fullmatch(value),
    **dict.fromkeys((*TEXTS, "note"), _is_text),
    "bands": lambda value, model: _is_list(
        value, lambda each: isinstance(each, str) and "," not in each, 4096
    ),
    "scales": lambda value, model: _is_list(value, lambda each: _is_count(each) and each <= 64, 8),
    "pixel_size": lambda value, model: not isinstance(value, bool) and 0 < value < 1e5,
    "dtype": lambda value, model: value in DTYPES,
    "licence": lambda value, model: LICENCE.fullmatch(value),
    "non_commercial": lambda value, model: isinstance(value, bool),
    "homepage": lambda value, model: urlsplit(value).scheme in ("http", "https"),
    "size": lambda value, model: _is_count(value),
    "url": lambda value, model: _is_address(value, (*WEIGHTS, SUFFIX)),
    "digest": lambda value, model: DIGEST.fullmatch(value),
    "import": _are_import_options,
    "preview": lambda value, model: _is_address(value, (".png", ".jpg", ".jpeg")),
}
"""Check of each field: called with the field's value and the entry, true if the value is valid."""
