"""Keeps how long runs took on this computer, to estimate the time of the next run."""

from __future__ import annotations

import json
import time
import zlib

from qgis.core import QgsSettings

from ..engine import user_settings
from ..layers.provenance import sampler_options

SETTING = "finer/pace"
SHORTEST = 3  # seconds: shorter runs do not tell how long longer ones take
MOST = 50  # kinds of work that are remembered, the latest
OPTIONS = ("device", "scale", "tile_size", "batch_size", "consistency", "exact", "precision", "threads")
"""Values of a job that its time depends on."""
LEAST = 16_384  # pixels of a short run's result: smaller ones take no longer

_short_runs = {}  # since QGIS was started: their time is a rough guide, which no later session should rely on


class RunTimer:
    """Measures the time of one run, from its first progress to its end."""

    def __init__(self):
        self.started = {}
        """The worker's `started` event."""
        self._launched, self._began = None, None

    def watch(self, events):
        """Yield the events of the worker, and note when it starts to work."""
        for event in events:
            if event["event"] == "started":
                self.started, self._launched = event, time.monotonic()
            elif event["event"] == "progress" and self._began is None:
                self._began = time.monotonic()  # torch is loaded
            yield event

    def record(self, key, amount):
        """Remember how long this amount of work took, under its `work_key`."""
        now, device = time.monotonic(), self.started.get("device_name") or ""
        seconds = now - self._began if self._began is not None else 0
        if seconds < SHORTEST or amount <= 0:
            if (
                self._launched is not None and amount >= LEAST
            ):  # its first progress may be its only tile's end
                _short_runs[key] = [(now - self._launched) / amount, device]
            return
        timings = _read()
        timings.pop(key, None)
        timings[key] = [seconds / amount, device]
        QgsSettings().setValue(SETTING, json.dumps(dict(list(timings.items())[-MOST:])))


def estimate(key, amount):
    """Return `(seconds, device)` for an amount of work, as measured last; None if its kind never ran here."""
    try:
        per_unit, device = _read()[key]
        return per_unit * amount, device
    except (KeyError, TypeError, ValueError):
        return None


def estimate_by_short_run(key, amount):
    """Return `(seconds, device)` as the last short run of this session suggests; None if there was none.

    It includes the loading of the model, so that a run of any length rather takes less.
    """
    if key not in _short_runs:
        return None
    per_unit, device = _short_runs[key]
    return per_unit * amount, device


def work_key(model, values):
    """Return a name for the work of a model with a job's values: its time is proportional to the pixels of the result."""
    options = {name: values.get(name) for name in OPTIONS}
    if model.is_diffusion:
        options.update(samples=values.get("samples"), sampler=sampler_options(values))
    options = {name: value for name, value in options.items() if value not in (None, "", {})}
    text = json.dumps([model.info["backbone"], model.scale, len(model.bands), options], sort_keys=True)
    return f"{zlib.crc32(text.encode()):08x}"


def _read():
    try:
        timings = json.loads(user_settings.read(SETTING, "{}"))
    except ValueError:
        return {}
    return timings if isinstance(timings, dict) else {}
