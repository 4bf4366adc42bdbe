"""What a job was asked to do, as the log of a run shows it to people."""

from __future__ import annotations

import json

from .layers.extent import crs_label
from .parameters import kind


def summarise_job(job, schema):
    """Return the values of a job that are not its defaults as JSON, coordinate reference systems by name.

    Args:
        job: the job as the engine gets it.
        schema: its schema.
    """
    shown = {}
    for name, value in job.items():
        spec = schema["properties"].get(name, {})
        if _is_default(value, spec.get("default")):
            continue
        if value and spec and kind(spec) == "crs":
            value = crs_label(value)
        elif value and spec and kind(spec) == "extent":
            value = {**value, "crs": value["crs"] and crs_label(value["crs"])}
        shown[name] = value
    return json.dumps(shown, ensure_ascii=False)


def _is_default(value, default):
    """Return whether a value is the default; that of a choice without options is the member's id."""
    return value == default or (isinstance(default, dict) and value == {"id": default.get("id")})
