"""Values of Processing parameters as the JSON values of a job: the reverse of `parameters.py`."""

from __future__ import annotations

import errno
import os
from typing import NamedTuple

from qgis.core import QgsMapLayer, QgsProcessingUtils
from qgis.PyQt.QtCore import QVariant

from .errors import ParameterError
from .layers.extent import to_wkt
from .model_library import resolve_model
from .number_parsing import read_number, read_numbers, read_whole_number, split_list
from .option_text import ANY, parse_options
from .parameters import fields, files_out, kind, members, rasters_out


class GivenParameters(NamedTuple):
    """An algorithm's parameters, and the values that a user gave for them."""

    algorithm: object
    parameters: dict
    context: object

    def read(self, what, key):
        """Return `QgsProcessingAlgorithm.parameterAs...` of a key."""
        return getattr(self.algorithm, "parameterAs" + what)(self.parameters, key, self.context)

    def raw(self, key):
        """Return what was given for a key, else its default; None where both are blank."""
        value = self.parameters.get(key)
        if value is None:
            value = self.algorithm.parameterDefinition(key).defaultValue()
        blank = value in ("", []) or (isinstance(value, QVariant) and value.isNull())
        return None if blank else value


def with_texts_for_enums(schema, parameters):
    """Return the parameters with `SCALE: 4` or `RESOLUTION: 2.5` of a script as the text that QGIS wants of an enumeration."""
    numbers = {name.upper() for name in fields(schema, "enum")}
    return {
        key: f"{value:g}" if key in numbers and isinstance(value, (int, float)) else value
        for key, value in parameters.items()
    }


def job_values(asked, schema):
    """Return the JSON values of a job, except its rasters, extent and results. What is blank is left out.

    Raises:
        FinerError: a value cannot be read, or contradicts another.
    """
    values = {}
    for name, spec in schema["properties"].items():
        keys = [name.upper(), *([spec["options"].upper()] if "options" in spec else ())]
        if kind(spec) not in READERS or all(asked.raw(key) is None for key in keys):
            continue
        value, choice = READERS[kind(spec)](asked, name.upper(), spec), spec.get("option_of")
        inside = values.setdefault(choice, {}) if choice else values
        if inside.setdefault(name, value) != value:
            raise ParameterError(
                "{name} is {value}, and {other} in {place}: leave one of them out.",
                name=name.upper(),
                value=value,
                other=inside[name],
                place=schema["properties"][choice]["options"].upper(),
            )
    return values


def check_numbers(asked, schema):
    """Refuse a number out of its bounds, and text that is no number, with a sentence.

    QGIS only says that the first is incorrect, and takes some of the second for 0.

    Raises:
        FinerError: a number is out of its bounds, or is none.
    """
    for name, spec in schema["properties"].items():
        raw, key = asked.raw(name.upper()) if kind(spec) in ("integer", "number") else None, name.upper()
        if isinstance(raw, (int, float, str)):
            read = read_whole_number if kind(spec) == "integer" else read_number
            number = read(key, str(raw))
            low, high = (spec.get(bound) for bound in ("minimum", "maximum"))
            if low is not None and number < low:
                raise ParameterError("{name} must be {low:g} or more.", name=key, low=low)
            if high is not None and number > high:
                raise ParameterError("{name} must be {high:g} or less.", name=key, high=high)


def check_destinations(asked, schema):
    """Refuse a result whose name is that of another format, or whose folder is missing or cannot be written to.

    Layers are read, and earlier steps of a workflow done, before the engine could.

    Raises:
        FinerError: it is one of these.
    """
    for name, spec in files_out(schema).items():
        if asked.raw(name.upper()) is None or not schema.get("replaces", {}).get(name, True):
            continue  # that folder is made, and those that it lies in
        path = asked.read("FileOutput", name.upper())
        endings = spec.get("endings", [""])
        if not path.lower().endswith(tuple(endings)):
            raise ParameterError(
                "{name} must end in {suffix}: {path}", name=name.upper(), suffix=endings[0], path=path
            )
        target = os.path.realpath(path) if os.path.islink(path) else os.path.abspath(path)
        folder = os.path.dirname(target)
        if not os.path.isdir(folder):
            raise ParameterError(
                "The folder {folder} does not exist: create it or choose another OUTPUT.", folder=folder
            )
        if not os.access(folder, os.W_OK):
            raise ParameterError(
                "The folder {folder} cannot be written to ({reason}): choose another OUTPUT.",
                folder=folder,
                reason=os.strerror(errno.EACCES),
            )


def destinations(asked, schema):
    """Return the paths of the results to write; rasters among them are noted in the context for loading."""
    rasters = rasters_out(schema)
    return {
        name: asked.read("OutputLayer" if name in rasters else "FileOutput", name.upper())
        for name, spec in files_out(schema).items()
        if asked.raw(name.upper()) is not None
    }


def _as(what):
    """Return a reader that calls `QgsProcessingAlgorithm.parameterAs...`."""
    return lambda asked, key, spec: asked.read(what, key)


def _model(asked, key, spec):
    return resolve_model(asked.read("File", key))


def _models(asked, key, spec):
    return [resolve_model(path) for path in asked.read("FileList", key)]


def _product(asked, key, spec):
    """Return a product's path, or what QGIS reads a layer of it from."""
    raw = asked.raw(key)
    layer = raw if isinstance(raw, QgsMapLayer) else None
    if layer is None:  # the id or the name of a layer
        layer = QgsProcessingUtils.mapLayerFromString(asked.read("String", key), asked.context, False)
    return layer.source() if layer else asked.read("File", key)


def _options(asked, key, spec):
    return parse_options(key, asked.read("String", key))


def _enum(asked, key, spec):
    return _one_of(spec["enum"], asked, key)


def _choice(asked, key, spec):
    options_key, known, chosen = spec["options"].upper(), members(spec), {}
    if asked.raw(key) is not None:  # blank leaves it to the model
        chosen = {"id": _one_of(list(known), asked, key)}
    options = parse_options(options_key, asked.read("String", options_key), known.get(chosen.get("id"), ANY))
    default = spec.get("default", {})
    if "id" in chosen and default.get("id") == chosen["id"]:
        # A member's own defaults are not said: SIZE leaves alone what was given.
        own = known[chosen["id"]]["properties"]
        usual = {
            option: value
            for option, value in default.items()
            if option != "id" and own[option].get("default") != value
        }
        options = {**usual, **options}
    return {**chosen, **options}


def _one_of(values, asked, key):
    """Return the value that was given: QGIS would silently take the default for one that is not in the list."""
    raw = asked.raw(key)
    text = str(raw) if isinstance(raw, int) else asked.read("String", key)
    for value in values:
        if str(value) == text:
            return value
    raise ParameterError(
        "{name} must be one of {known}.", name=key, known=", ".join(str(value) for value in values)
    )


def _crs(asked, key, spec):
    crs = asked.read("Crs", key)
    if not crs.isValid():
        raise ParameterError(
            "{name} is {crs}, which is no coordinate reference system: give one such as EPSG:3035.",
            name=key,
            crs=asked.raw(key),
        )
    return to_wkt(crs)


def _bands(asked, key, spec):
    raw = asked.raw(key)
    if not isinstance(raw, str):
        return asked.read("Ints", key)
    if not all(word.isdigit() for word in split_list(raw)):
        raise ParameterError("{name} must be band numbers, such as {example}.", name=key, example="4,3,2")
    return [int(word) for word in split_list(raw)]


def _numbers(asked, key, spec):
    numbers = read_numbers(key, asked.read("String", key), spec)
    if not spec.get("minItems", 1) <= len(numbers) <= spec.get("maxItems", len(numbers)):
        example = ",".join(f"{number:g}" for number in spec.get("default", (1, 0.5)))
        raise ParameterError(
            "{name} must be numbers separated by commas, such as {example}.", name=key, example=example
        )
    return [int(number) if number.is_integer() else number for number in numbers]


READERS = {
    "folder-in": _as("File"),
    "srpk-in": _model,
    "srpks-in": _models,
    "weights-in": _as("File"),
    "checkpoint-in": _as("File"),
    "product-in": _product,
    "crs": _crs,
    "bands": _bands,
    "numbers": _numbers,
    "options": _options,
    "choice": _choice,
    "enum": _enum,
    "integer": _as("Int"),
    "number": _as("Double"),
    "boolean": _as("Boolean"),
    "string": _as("String"),
}
"""Kind of a property -> its value. Rasters and extents are read in `layers/layer_source.py`, results by `destinations`."""
