"""How long runs took on this computer, from which the time of the next one is estimated."""

from __future__ import annotations

import json
import time
import zlib

from qgis.core import QgsSettings

SETTING = "finer/pace"
SHORTEST = 3  # seconds: what took less says little of what takes long
MOST = 50  # kinds of work that are remembered, the latest


class RunTimer:
    """Measures the time of one run, from its first progress to its end."""

    def __init__(self):
        self._began, self._device = None, ""

    def see(self, event):
        """Take note of an event of the worker."""
        if event["event"] == "started":
            self._device = event.get("device_name") or ""
        elif event["event"] == "progress" and self._began is None:
            self._began = time.monotonic()  # loading torch is over

    def note(self, work, amount):
        """Store how long this amount of work took."""
        seconds = time.monotonic() - self._began if self._began is not None else 0
        if seconds < SHORTEST or amount <= 0:
            return
        known = _known()
        known.pop(work, None)
        known[work] = [seconds / amount, self._device]
        QgsSettings().setValue(SETTING, json.dumps(dict(list(known.items())[-MOST:])))


def expected(work, amount):
    """Return `(seconds, device)` for an amount of work, as last time; None if it never ran here."""
    try:
        per_unit, device = _known()[work]
        return per_unit * amount, device
    except (KeyError, TypeError, ValueError):
        return None


def work_of(model, values):
    """Return a key for the work of a model with these values; for one key, time is proportional to the result's pixels."""
    told = {name: values.get(name) for name in ("device", "scale", "tile_size", "batch_size", "consistency")}
    if model.is_diffusion:
        sampler = values.get("sampler")  # of a job with its options; of a dialog they stand beside it
        asked = sampler if isinstance(sampler, dict) else {**values, "id": sampler}
        told.update(
            sampler=asked.get("id"), n_timestep=asked.get("n_timestep"), samples=values.get("samples")
        )
    told = {name: value for name, value in told.items() if value not in (None, "")}
    text = json.dumps([model.info["backbone"], model.scale, len(model.bands), told], sort_keys=True)
    return f"{zlib.crc32(text.encode()):08x}"


def _known():
    try:
        known = json.loads(QgsSettings().value(SETTING, "{}", type=str))
    except ValueError:
        return {}
    return known if isinstance(known, dict) else {}
