"""Ranks models and catalogue entries by how well they fit a layer: by bands, pixel type and pixel size."""

from __future__ import annotations

import math
from contextlib import suppress
from enum import Enum
from typing import NamedTuple

from . import model_file, model_library
from .dialogs.preflight import PICTURE, Preflight
from .engine_schema import far_pixels
from .errors import FinerError
from .layers.band_matching import is_contradictory, match_bands
from .layers.band_names import has_opacity
from .model_catalogue import sources


class BandMatch(Enum):
    """Whether a layer has the bands that a model wants."""

    KNOWN = "known"
    """The names of the layer's bands say so."""
    POSSIBLE = "possible"
    """The layer has as many bands, and no name contradicts."""
    NONE = "none"
    """The layer lacks bands that the model wants."""


class Fit(NamedTuple):
    """How well a model fits a layer; the greater, the better."""

    is_near: bool
    """Whether the layer's pixels are about as large as those that the model was trained on."""
    is_same_type: bool
    """Whether layer and model are known to have the same pixel type."""
    has_known_bands: bool
    """Whether the layer is known to have the bands that the model wants; otherwise only their number is the same."""
    n_bands: int
    """How many of the layer's bands the model uses."""
    closeness: float
    """Minus the ratio of the larger pixel size to the smaller one; minus infinity where a pixel size is not known."""


class Proposal(NamedTuple):
    """The best model for a layer, and the catalogue's entries that fit better."""

    path: str | None
    """Path of the model on this computer that fits best; None if none fits."""
    fit: Fit | None
    """How well that model fits; None if none fits."""
    entries: list
    """Entries of the catalogue that fit better than that model, the best first."""


def rank_models(layer, scale=None):
    """Return pairs of `Fit` and `Model` of the models on this computer that fit a layer, the best first.

    Args:
        layer: the raster layer.
        scale: what the models must be able to do; None: any.
    """
    fits = []
    for path in model_library.list_models().values():
        with suppress(FinerError):  # a file that is no model
            model = model_file.read(path)
            if scale in (None, *model.scales):
                fits.append((measure_fit(model, layer), model))
    return sorted((pair for pair in fits if pair[0]), key=lambda pair: pair[0], reverse=True)


def propose_model(layer, scale=None):
    """Return the model on this computer that fits a layer best, and the catalogue's entries that fit it better.

    Args:
        layer: the raster layer.
        scale: what the models must be able to do; None: any.
    """
    best_fit, model = next(iter(rank_models(layer, scale)), (None, None))
    best = model and model.path
    if best_fit and best_fit.is_near:
        return Proposal(best, best_fit, [])
    known = [entry for entry in sources.list_known_entries() if scale in (None, *entry.scales)]
    fits = [(measure_fit(entry, layer), entry) for entry in known]
    better = [pair for pair in fits if pair[0] and (best_fit is None or pair[0].is_near)]
    return Proposal(
        best, best_fit, [entry for _, entry in sorted(better, key=lambda pair: pair[0], reverse=True)]
    )


def measure_fit(model, layer):
    """Return how well a model, or an entry of the catalogue, fits a layer; None if it cannot be used on it."""
    preflight = Preflight(model, layer)
    bands = _match_layer_bands(preflight)
    here_type = "uint8" if preflight.is_picture else preflight.dtype
    if model.guide or bands is BandMatch.NONE or (model.dtype and here_type and model.dtype != here_type):
        return None
    trained, here = model.ground_resolution, preflight.pixel_metres()
    ratio = max(trained / here, here / trained) if trained and here else math.inf
    return Fit(
        ratio <= far_pixels(),
        bool(model.dtype) and model.dtype == here_type,
        bands is BandMatch.KNOWN,
        len(model.bands),
        -ratio,
    )


def _match_layer_bands(preflight):
    """Return whether a layer has the bands that a model wants, as far as band names and their number tell."""
    wanted, found = preflight.model.bands, preflight.band_names
    if preflight.is_picture:
        matches = len(wanted) == len(PICTURE) and match_bands(wanted, PICTURE)
        return BandMatch.KNOWN if matches else BandMatch.NONE
    if preflight.matching_bands() is not None:
        return BandMatch.KNOWN
    is_all = len(wanted) == len(found) and not has_opacity(preflight.layer)
    return BandMatch.POSSIBLE if is_all and not is_contradictory(wanted, found) else BandMatch.NONE
