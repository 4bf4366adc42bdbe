"""The steps of a workflow, and where the values of their parameters come from."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import NamedTuple

from .. import model_file
from ..engine_schema import job_properties
from ..errors import FinerError
from ..model_library import resolve_model
from ..option_text import options_of
from ..parameters import members


class UserValue(NamedTuple):
    """The value that the user has set under a key."""

    user_key: str

    def read(self, parameters, results):
        return parameters.get(self.user_key)


class StepResult(NamedTuple):
    """A result of an earlier step."""

    step: str
    key: str

    def read(self, parameters, results):
        return results.get(self.step, {}).get(self.key)


class FixedValue(NamedTuple):
    """A value that the workflow sets."""

    value: str

    def read(self, parameters, results):
        return self.value


class Scale(NamedTuple):
    """The scale that the user has set under a key, else that of the model under another key."""

    user_key: str
    model_key: str

    def read(self, parameters, results):
        return parameters.get(self.user_key) or model_scale(parameters.get(self.model_key))


class ModelDegradation(NamedTuple):
    """The degradation by which the low-resolution images of the model under a key were made: its id, or its options.

    None, for the job's own, where the package does not name one that the job has.
    """

    model_key: str
    is_options: bool = False

    def read(self, parameters, results):
        name, options = model_degradation(parameters.get(self.model_key))
        return options if self.is_options else name


class WorkflowStep(NamedTuple):
    """A job, and by key where the values of its parameters come from."""

    job: str
    values: dict

    def user_keys(self):
        """Return the keys of what the user sets for this step."""
        return {source.user_key for source in self.values.values() if hasattr(source, "user_key")}


def user_values(*keys):
    """Return the values that the user sets under the keys of the job's own parameters."""
    return {key: UserValue(key) for key in keys}


def model_scale(model):
    """Return the scale of a model (a path or a name) as a text; None if it cannot be read, which the engine explains."""
    with suppress(FinerError):
        return str(model_file.read(resolve_model(model)).scale) if model else None
    return None


def model_degradation(model):
    """Return the degradation that a model (a path or a name) was trained on, and its options as a text; Nones if not known."""
    stated = {}
    with suppress(FinerError):
        stated = model_file.read(resolve_model(model)).info.get("degradation") if model else {}
    known = members(job_properties("export_tiles").get("degradation", {"oneOf": ()}))
    if not isinstance(stated, dict) or stated.get("id") not in known:
        return None, None
    specs = options_of(known[stated["id"]])
    # A default that is stated would be refused where it does not fit, such as JPEG of a raster that is not of 8 bits.
    options = {
        name: stated[name]
        for name in specs
        if stated.get(name) != specs[name].get("default") and name in stated
    }
    if options.get("mtf") and "sensor" in options:
        del options["sensor"]  # whose MTFs these are: the job takes one of them
    return stated["id"], json.dumps(options)
