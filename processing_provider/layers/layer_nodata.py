"""Reads the nodata values in a raster layer's properties, which QGIS keeps with the layer and not in the file."""

from __future__ import annotations

import math

from qgis.core import QgsRasterRange


def layer_nodata(provider):
    """Return what a layer's own nodata settings say, as the engine's `LayerNodata` without the path; {} if nothing."""
    bands = range(1, provider.bandCount() + 1)
    ranges = [
        [_to_stored_range(provider, band, each) for each in provider.userNoDataValues(band)] for band in bands
    ]
    unused = [
        band
        for band in bands
        if provider.sourceHasNoDataValue(band) and not provider.useSourceNoDataValue(band)
    ]
    return {"ranges": ranges, "unused": unused} if any(ranges) or unused else {}


def marking_value(ranges):
    """Return a value within the first of some ranges, a whole number if there is one, to mark pixels without data by."""
    low, high = (end if math.isfinite(end) else None for end in (ranges[0].min(), ranges[0].max()))
    if low is None:
        return high
    whole = math.ceil(low)
    return float(whole) if high is None or whole <= high else low


def _to_stored_range(provider, band, values):
    """Return the ends of a range as the file stores them, lowest first: QGIS compares values after the band's scale."""
    scale, offset = provider.bandScale(band) or 1.0, provider.bandOffset(band)
    ends = [
        _round_near((end - offset) / scale) if math.isfinite(end) else None
        for end in (values.min(), values.max())
    ]
    bounds = values.bounds()
    is_open = [
        bounds in (QgsRasterRange.IncludeMax, QgsRasterRange.Exclusive),
        bounds in (QgsRasterRange.IncludeMin, QgsRasterRange.Exclusive),
    ]
    if scale < 0:
        ends, is_open = ends[::-1], is_open[::-1]
    inwards = (math.inf, -math.inf)
    return [
        math.nextafter(end, to) if outside and end is not None else end
        for end, outside, to in zip(ends, is_open, inwards)
    ]


def _round_near(value):
    """Return the whole number that a value misses by no more than the arithmetic."""
    whole = round(value)
    return float(whole) if abs(value - whole) <= 1e-9 * max(1.0, abs(value)) else value
