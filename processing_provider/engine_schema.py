"""Reads sr_core/schema.json, in which the engine publishes its jobs, the facts on a model's card and what secrets look like."""

from __future__ import annotations

import json
from functools import lru_cache
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
