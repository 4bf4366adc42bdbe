"""Reads sr_core/schema.json, in which the engine publishes its jobs, the facts on a model's card and what secrets look like."""

from __future__ import annotations

import json
import math
from functools import cache, lru_cache
from pathlib import Path

SCHEMA = Path(__file__).resolve().parent.parent / "sr_core" / "schema.json"


@lru_cache(maxsize=1)
def secret_patterns():
    """Return pairs of a pattern of what must not be shown and what stands in its place; none if they cannot be read."""
    try:
        return json.loads(SCHEMA.read_text(encoding="utf-8"))["secrets"]
    except (
        OSError,
        ValueError,
        KeyError,
        TypeError,
    ):  # the provider says so in QGIS' log, and has no algorithm
        return []


@lru_cache(maxsize=1)
def card():
    """Return titles of the facts on a model's card, and the metrics that it shows; none if they cannot be read."""
    try:
        return json.loads(SCHEMA.read_text(encoding="utf-8"))["card"]
    except (OSError, ValueError, KeyError, TypeError):  # the provider says so in QGIS' log
        return {"titles": {}, "metrics": {}, "no_licence": ""}


@lru_cache(maxsize=1)
def wavelengths():
    """Return what names of bands stand for, and how far centres may differ; no names if they cannot be read."""
    try:
        return json.loads(SCHEMA.read_text(encoding="utf-8"))["wavelengths"]
    except (OSError, ValueError, KeyError, TypeError):  # the provider says so in QGIS' log
        nothing = {"colours": {}, "synonyms": {}, "letters": {}, "sensors": {}}
        return {**nothing, "tolerance": 0, "tolerance_share": 0, "most_words": 1}


@lru_cache(maxsize=1)
def far_pixels():
    """Return the ratio of pixel sizes from which a model is used for what it has not learnt; endless if not known."""
    try:
        return float(json.loads(SCHEMA.read_text(encoding="utf-8"))["far_pixels"])
    except (OSError, ValueError, KeyError, TypeError):  # the provider says so in QGIS' log
        return math.inf


@cache
def job_properties(job):
    """Return the properties of a job by name; none if they cannot be read."""
    try:
        return json.loads(SCHEMA.read_text(encoding="utf-8"))["jobs"][job]["properties"]
    except (OSError, ValueError, KeyError, TypeError):  # the provider says so in QGIS' log
        return {}
