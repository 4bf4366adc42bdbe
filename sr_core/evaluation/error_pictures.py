"""The error map of a tile whose truth is known, as a picture beside the errors that were really made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ..datasets.tileset import TilePair
from ..package.error_table import DEFAULT, ErrorTable, Values, feature_radius, measure_features
from .tile_pictures import Picture
from .tile_scores import UpscaledTile

BRIGHTEST = 0.98
"""Share of the errors and half-widths of a tile that lie below the brightest colour."""
NO_DATA = 232
"""Grey of what is not known."""


class ErrorPictures(NamedTuple):
    """Errors of one band of a tile and its error map, in the same colours."""

    error: Picture
    half_width: Picture
    limit: float
    """Error, or half-width, of the brightest colour, in physical units."""
    within: float
    """Share of the band's pixels whose truth lies within the error map, from 0 to 1."""


@dataclass(frozen=True)
class TileErrorMapper:
    """What makes the error map of a model on tiles."""

    table: ErrorTable
    mean: Sequence[float]
    """Of the model, of each band."""
    order: Sequence[int]
    """For each band of the model its place among those of the tiles."""

    def half_widths(self, pair: TilePair, upscaled: UpscaledTile) -> Values | None:
        """Return the error map of a tile (b, h, w) in the order of its bands, in physical units, for a coverage of `DEFAULT` %.

        None where it is made from how samples differ, and there are not several.
        """
        order, takes_spread = list(self.order), self.table.samples > 1
        if takes_spread and upscaled.spread is None:
            return None
        spread = upscaled.spread[order] if takes_spread and upscaled.spread is not None else None
        radius = feature_radius(pair.scale)
        found = measure_features(upscaled.sr[order], pair.valid[order], radius, spread)
        brightness = found.brightness - np.array(self.mean)[:, None, None]
        widths = np.empty(upscaled.sr.shape)
        widths[order] = self.table.half_widths(found._replace(brightness=brightness), DEFAULT)
        return widths


def render_errors(
    calibrated: TileErrorMapper, pair: TilePair, upscaled: UpscaledTile, band: int
) -> ErrorPictures | None:
    """Return the errors of a band of a tile and its error map as pictures; None where it has no error map."""
    from matplotlib import colormaps  # slow to import, and few jobs draw

    widths = calibrated.half_widths(pair, upscaled)
    known = pair.valid[band]
    if widths is None or not known.any():
        return None
    error = np.abs(upscaled.sr[band].astype(np.float64) - pair.hr[band])
    both = (error, widths[band])
    limit = max(float(np.quantile(values[known], BRIGHTEST)) for values in both) or 1.0
    colours = colormaps["magma"]
    error_picture, half_width = (
        np.where(known[..., None], colours(values / limit, bytes=True)[..., :3], np.uint8(NO_DATA))
        for values in both
    )
    within = float((error <= widths[band])[known].mean())
    return ErrorPictures(error_picture, half_width, limit, within)
