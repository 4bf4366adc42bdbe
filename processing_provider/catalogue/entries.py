"""What a catalogue says of its models: one entry each, checked before anything of it is shown or used."""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from ..engine_schema import job_properties
from ..errors import FinerError
from ..model_file import SUFFIX

FORMAT = 1
"""Of the newest catalogues that this version reads."""
WEIGHTS = (".onnx", ".pt", ".pth", ".safetensor", ".safetensors")
"""Endings of files that are imported; a model package is taken as it is."""
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
"""The name of the model in the library, and so of a file on every system."""
DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
"""Of a file, as container registries write it."""
LICENCE = re.compile(r"[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+)*")
"""An SPDX expression; one of one's own is LicenseRef-NAME."""
TEXTS = ("name", "purpose", "authors")
MOST_TEXT = 300
GIVEN = {"input", "output", "bands", "pixel_size", "licence"}
"""Fields of the import that follow from the rest of an entry."""
REQUIRED = {"id", "name", "purpose", "bands", "scales", "licence", "non_commercial", "authors", "size", "url", "digest"}  # fmt: skip
OPTIONAL = {"pixel_size", "dtype", "homepage", "import", "preview", "note"}
DTYPES = ("uint8", "uint16", "int16", "uint32", "int32", "float32", "float64")


class CatalogueEntry:
    """A model that can be downloaded: its facts under the names that models of the library have, and where it is."""

    guide = None

    def __init__(self, values, place):
        self.id, self.name, self.purpose = values["id"], values["name"], values["purpose"]
        self.bands = tuple(values["bands"])
        self.scales = tuple(values["scales"])
        self.ground_resolution = values.get("pixel_size")
        """Metres a pixel of the rasters that it is for; None where any will do."""
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
        """The scale at which it is used where nobody says otherwise."""
        return max(self.scales)

    @property
    def is_package(self):
        """Whether it is a model package, which needs no import."""
        return self.suffix == SUFFIX

    def import_job(self, path, output):
        """Return the job that makes a model package of the downloaded file at `path`."""
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
        data: the file's bytes.
        place: where it came from (`CataloguePlace`), against which the addresses in it are resolved.

    Raises:
        FinerError: it is no catalogue, or an entry lacks something or has something that no entry has.
    """
    try:
        values = json.loads(data)
        models, number = values["models"], values["format"]
        if not isinstance(models, list) or not isinstance(number, int):
            raise TypeError
    except (ValueError, KeyError, TypeError, RecursionError):
        raise FinerError(
            "{place} is no catalogue of models: it must be JSON with format and models.", place=place
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
                "{place}: the entry {entry} has no valid {field}: mend the catalogue.",
                place=place,
                entry=called,
                field=problem,
            )
        names.add(model["id"].casefold())
        entries.append(CatalogueEntry(model, place))
    return entries


def find_problem(model):
    """Return the field of an entry that is missing, wrong or unknown; None where there is none."""
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
    return isinstance(value, dict) and not value.keys() - (job_properties("import_model").keys() - GIVEN)


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
"""What must hold of each field, given its value and the entry."""
