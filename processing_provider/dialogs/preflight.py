"""A model checked against a layer before the run: its bands, what does not fit, and the size and time of the result."""

from __future__ import annotations

import math

from qgis.core import Qgis, QgsCsException, QgsDistanceArea, QgsPointXY, QgsUnitTypes

from ..engine_schema import far_pixels
from ..layers.band_matching import is_contradictory, match_bands, suggest_bands
from ..layers.band_names import band_names
from ..layers.declared_scaling import has_scale
from ..layers.layer_source import PICTURES
from ..layers.pixel_grid import has_pixel_size
from ..progress import format_duration
from ..translation import format_number, tr
from . import run_timings

METRES = QgsUnitTypes.decodeDistanceUnit("meters")[0]  # whose name differs between versions
MAP_SCALE = 0.01
"""How far a projection's scale may be from 1 where its metres are taken for metres on the ground, as in the engine."""
PICTURE = ("red", "green", "blue")
"""Bands of a picture from a map server; its opacity marks pixels without data."""
kinds = Qgis.DataType
PIXELS = {
    kinds.Byte: ("uint8", 1), kinds.UInt16: ("uint16", 2), kinds.Int16: ("int16", 2), kinds.UInt32: ("uint32", 4),
    kinds.Int32: ("int32", 4), kinds.Float32: ("float32", 4), kinds.Float64: ("float64", 8),
}  # fmt: skip
"""Pixel types, as models name them, and their bytes. That of online pictures is none of these."""


class Preflight:
    """A model together with the layer that it is to be used on.

    Args:
        model: a `model_file.Model`.
        layer: the raster layer.
        extent: the part of it to use, in its CRS; None for all of it.
        resolution: pixel size of a layer that has none of its own, in map units.
    """

    def __init__(self, model, layer, extent=None, resolution=None):
        self.model, self.layer = model, layer
        self.band_names = band_names(layer)
        self.dtype, self.pixel_bytes = PIXELS.get(layer.dataProvider().dataType(1), ("", 1))
        if has_scale(layer):
            self.dtype = ""  # QGIS shows physical values, and what a stored one is worth is known
        self.is_picture = layer.dataProvider().dataType(1) in PICTURES
        self.pixel_width = self.pixel_height = resolution
        self.is_bounded = extent is not None
        if has_pixel_size(layer):
            self.pixel_width, self.pixel_height = layer.rasterUnitsPerPixelX(), layer.rasterUnitsPerPixelY()
            self.is_bounded = True
        self.extent = extent.intersect(layer.extent()) if extent else layer.extent()

    def matching_bands(self):
        """Return the numbers of the layer's bands that the model wants, in its order; None if unknown, or a picture."""
        return None if self.is_picture else match_bands(self.model.bands, self.band_names)

    def warnings(self, chosen=None):
        """Yield sentences about what does not fit; `chosen` are the bands that the user has set."""
        yield from self._picture_warnings() if self.is_picture else self._band_warnings(chosen)
        trained, here = self.model.ground_resolution, self.pixel_metres()
        if trained and here and max(trained / here, here / trained) > far_pixels():
            yield tr(
                "The model was trained on pixels of {trained} m and the layer's are {here} m: expect worse "
                "results than its metrics say.",
                trained=format_number(trained, ".3g"),
                here=format_number(here, ".3g"),
            )
        if self.model.dtype and self.dtype and self.dtype != self.model.dtype:
            yield tr(
                "The model was trained on {trained} pixels and the layer's are {have}: set Gain so that pixel "
                "value × gain + offset is the physical value.",
                trained=self.model.dtype,
                have=self.dtype,
            )

    def result_size(self, scale):
        """Return columns and rows of the result; None if they are not known yet."""
        if not self.pixel_width or not self.is_bounded or self.extent.isEmpty():
            return None
        sides = (self.extent.width(), self.pixel_width), (self.extent.height(), self.pixel_height)
        columns, rows = (max(1, math.ceil(length / pixel - 1e-6)) * scale for length, pixel in sides)
        return columns, rows

    def forecast(self, values):
        """Return one line on the result of a run with these job values; an empty text if nothing is known yet."""
        scale = values.get("scale") or self.model.scale
        size = self.result_size(scale)
        if not size:
            return ""
        columns, rows = size
        metres = self.pixel_metres()
        parts = [tr("{columns} × {rows} pixels", columns=columns, rows=rows)]
        if metres:
            parts.append(tr("pixels of {size} m", size=format_number(metres / scale, ".3g")))
        if values.get("target_crs"):
            parts.append(tr("before it is warped to the target grid"))
        else:
            n_bytes = columns * rows * self.model.n_results * self.pixel_bytes
            parts.append(tr("at most {size} on the disk", size=format_bytes(n_bytes)))
        work = run_timings.work_key(self.model, values), columns * rows
        if measured := run_timings.estimate(*work):
            seconds, device = measured
            time = format_duration(seconds)
            parts.append(tr("about {time} on {device}, as when it last ran here", time=time, device=device))
        elif suggested := run_timings.estimate_by_short_run(*work):
            seconds, device = suggested
            time = format_duration(seconds)
            parts.append(
                tr("about {time} on {device}, estimated by a short test run", time=time, device=device)
            )
        return ", ".join(parts)

    def pixel_metres(self):
        """Return a pixel's width on the ground in the middle of the layer, as the engine's `pixel_metres` does.

        None without a CRS or a pixel size.
        """
        crs, nominal = self.layer.crs(), None
        if not crs.isValid() or not self.pixel_width:
            return None
        if not crs.isGeographic():
            nominal = self.pixel_width * QgsUnitTypes.fromUnitToUnitFactor(crs.mapUnits(), METRES)
        measure, middle = QgsDistanceArea(), self.extent.center()
        measure.setEllipsoid(_known_ellipsoid(crs))
        if not measure.willUseEllipsoid():  # an engineering CRS: QGIS would count its units as metres
            return nominal
        measure.setSourceCrs(crs, self.layer.transformContext())
        try:
            measured = measure.measureLine(middle, QgsPointXY(middle.x() + self.pixel_width, middle.y()))
        except QgsCsException:  # the middle lies outside the area of the projection
            measured = math.nan
        if nominal and (not 0 < measured < math.inf or abs(measured / nominal - 1) < MAP_SCALE):
            return nominal
        return measured if 0 < measured < math.inf else None

    def _picture_warnings(self):
        wanted = self.model.bands
        fits = not any(wanted) or match_bands(wanted, PICTURE) is not None
        if len(wanted) != len(PICTURE) or not fits:
            yield tr(
                "The model expects {wanted} bands ({names}), but this layer provides only a red, green and blue "
                "image: choose another model or layer.",
                **self._wanted(),
            )

    def _band_warnings(self, chosen):
        matching, n_bands = self.matching_bands(), len(self.band_names)
        suggested, missing = suggest_bands(self.model.bands, self.band_names)
        example = ",".join(map(str, suggested))
        if chosen and len(chosen) != len(self.model.bands):
            yield tr(
                "The model expects {wanted} bands ({names}), and {have} are chosen in Bands.",
                have=len(chosen),
                **self._wanted(),
            )
        elif chosen and matching and matching != chosen:
            yield tr(
                "By their names, the bands that the model expects are {fitting}, and {chosen} are chosen in "
                "Bands.",
                fitting=", ".join(map(str, matching)),
                chosen=", ".join(map(str, chosen)),
            )
        elif not chosen and matching is None and n_bands != len(self.model.bands) and missing:
            yield tr(
                "The model expects {wanted} bands ({names}) and the layer has {have}: choose another layer or model, "
                "or bands in this order in Bands, such as {example}, which gives it another band in place of {missing}.",
                have=n_bands,
                example=example,
                missing=", ".join(missing),
                **self._wanted(),
            )
        elif not chosen and matching is None and n_bands != len(self.model.bands):
            yield tr(
                "The model expects {wanted} bands ({names}) and the layer has {have}: choose them in Bands, in "
                "this order, such as {example}.",
                have=n_bands,
                example=example,
                **self._wanted(),
            )
        elif not chosen and matching is None and is_contradictory(self.model.bands, self.band_names):
            yield tr(
                "The model expects the bands {names} and the layer's are {found}: choose another layer or model, "
                "or, if their names are wrong, set Bands, such as {example}.",
                names=self._wanted()["names"],
                found=", ".join(name or "?" for name in self.band_names),
                example=example,
            )
        elif not chosen and matching is None and any(self.model.bands):
            yield tr(
                "The layer's band names do not tell whether the bands are {names}, in this order: check, or "
                "set Bands.",
                names=self._wanted()["names"],
            )

    def _wanted(self):
        bands = self.model.bands
        return {"wanted": len(bands), "names": ", ".join(name or "?" for name in bands)}


def _known_ellipsoid(crs):
    """Return the name of a CRS's ellipsoid, or WGS 84's for one that only has axes.

    QGIS 3.22 takes any two CRSs without a code for the same, and those axes make one: it would measure metres as degrees.
    """
    name = crs.ellipsoidAcronym()
    return "EPSG:7030" if name.startswith("PARAMETER") else name


def format_bytes(count):
    """Return a number of bytes as `154 kB`, `4.19 MB` or `12.3 GB`."""
    for unit in ("kB", "MB", "GB"):
        count /= 1000
        if count < 1000 or unit == "GB":
            return f"{format_number(count, '.3g')} {unit}"
    return ""
