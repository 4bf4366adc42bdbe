"""Which models fit a layer: by its bands, its pixel type and its pixel size, as packages and catalogue entries state theirs."""

from __future__ import annotations

import math
from contextlib import suppress
from typing import NamedTuple

from .. import model_file, model_library
from ..catalogue import sources
from ..engine_schema import far_pixels
from ..errors import FinerError
from ..layers.band_matching import is_contradictory, match_bands
from ..layers.band_names import has_opacity
from .preflight import PICTURE, Preflight


class Fit(NamedTuple):
    """How well a model fits a layer; the greater, the better."""

    is_near: bool
    """Whether the layer's pixels are about as large as those that it was trained on."""
    is_same_type: bool
    """Whether their types are known to be the same."""
    is_certain: bool
    """Whether the bands are known to be those that it wants, rather than as many."""
    n_bands: int
    """How many of the layer's bands it uses."""
    closeness: float
    """Minus the ratio of the larger pixels to the smaller ones; minus infinity where one is not known."""


class Proposal(NamedTuple):
    """What to use on a layer."""

    path: str | None
    """Path of the best of the models on this computer; None if none fits."""
    fit: Fit | None
    entries: list
    """Entries of the catalogue that fit better, the best first."""


def propose_model(layer):
    """Return the model for a layer, and what the catalogue has that fits it better."""
    best, best_fit = None, None
    for path in model_library.list_models().values():
        with suppress(FinerError):  # a file that is no model
            fit = measure_fit(model_file.read(path), layer)
            if fit and (best_fit is None or fit > best_fit):
                best, best_fit = str(path), fit
    if best_fit and best_fit.is_near:
        return Proposal(best, best_fit, [])
    fits = [(measure_fit(entry, layer), entry) for entry in sources.list_known_entries()]
    better = [pair for pair in fits if pair[0] and (best_fit is None or pair[0].is_near)]
    return Proposal(
        best, best_fit, [entry for _, entry in sorted(better, key=lambda pair: pair[0], reverse=True)]
    )


def measure_fit(model, layer):
    """Return how well a model, or an entry of the catalogue, fits a layer; None if it does not."""
    preflight = Preflight(model, layer)
    certain = _are_bands_certain(preflight)
    here_type = "uint8" if preflight.is_picture else preflight.dtype
    if model.guide or certain is None or (model.dtype and here_type and model.dtype != here_type):
        return None
    trained, here = model.ground_resolution, preflight.pixel_metres()
    ratio = max(trained / here, here / trained) if trained and here else math.inf
    return Fit(
        ratio <= far_pixels(),
        bool(model.dtype) and model.dtype == here_type,
        certain,
        len(model.bands),
        -ratio,
    )


def _are_bands_certain(preflight):
    """Return whether the layer's bands are known to be those that a model wants, or could be; None if they are not."""
    wanted, found = preflight.model.bands, preflight.band_names
    if preflight.is_picture:
        return True if len(wanted) == len(PICTURE) and match_bands(wanted, PICTURE) else None
    if preflight.matching_bands() is not None:
        return True
    is_all = len(wanted) == len(found) and not has_opacity(preflight.layer)
    return False if is_all and not is_contradictory(wanted, found) else None
