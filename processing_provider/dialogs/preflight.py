"""A model and a layer brought together before the run: which bands, whether they fit, and what will come out."""

from __future__ import annotations

import math

from qgis.core import Qgis, QgsDistanceArea, QgsPointXY, QgsRasterInterface, QgsUnitTypes

from ..layers.band_matching import matching
from ..layers.layer_source import PICTURES, band_descriptions
from ..progress import duration
from ..translation import tr
from . import run_timings

FAR = 1.5
"""Times coarser or finer than what it was trained on, from which a model is used for what it has not learnt."""
METRES = QgsUnitTypes.decodeDistanceUnit("meters")[0]  # whose name differs between versions
PICTURE = ("red", "green", "blue")
"""What a map server's picture consists of; its opacity marks what is no data."""
kinds = Qgis.DataType
PIXELS = {
    kinds.Byte: ("uint8", 1), kinds.UInt16: ("uint16", 2), kinds.Int16: ("int16", 2), kinds.UInt32: ("uint32", 4),
    kinds.Int32: ("int32", 4), kinds.Float32: ("float32", 4), kinds.Float64: ("float64", 8),
}  # fmt: skip
"""Types of pixels, as models call them, and their bytes. That of online pictures is none of these."""


class Preflight:
    """What is to be said of `model` used on `layer`, within `extent` (in the layer's CRS; None for all of it)."""

    def __init__(self, model, layer, extent=None, resolution=None):
        self.model, self.layer = model, layer
        self.found = band_names(layer)
        provider = layer.dataProvider()
        self.is_picture = provider.dataType(1) in PICTURES
        self.has_size = bool(provider.capabilities() & QgsRasterInterface.Capability.Size)
        self.pixel_size = layer.rasterUnitsPerPixelX() if self.has_size else resolution
        self.extent = extent.intersect(layer.extent()) if extent else layer.extent()
        self.is_bounded = self.has_size or extent is not None

    def bands(self):
        """Numbers of the layer's bands that the model wants, in its order; None if their names do not tell, or if it has
        one that is a picture."""
        return None if self.is_picture else matching(self.model.bands, self.found)

    def warnings(self, chosen=None):
        """Yield what does not fit, in sentences; `chosen` are the bands that the user has set."""
        wanted = len(self.model.bands)
        names = ", ".join(name or "?" for name in self.model.bands)
        if self.is_picture:
            if wanted != len(PICTURE) or (any(self.model.bands) and not self._takes_pictures()):
                yield tr(
                    "The model wants {wanted} bands ({names}), and all that comes of this layer is a picture of red, green "
                    "and blue: choose another model or layer.",
                    wanted=wanted,
                    names=names,
                )
        elif chosen:
            yield from self._of_chosen(chosen)
        elif self.bands() is None and len(self.found) != wanted:
            yield tr(
                "The model wants {wanted} bands ({names}) and the layer has {have}: choose them in Bands, in this order.",
                wanted=wanted,
                names=names,
                have=len(self.found),
            )
        elif self.bands() is None and any(self.model.bands):
            yield tr(
                "The layer's bands have no names that tell whether they are {names}, in this order: check, or set Bands.",
                names=names,
            )
        trained, here = self.model.ground_resolution, self.metres()
        if trained and here and max(trained / here, here / trained) > FAR:
            yield tr(
                "The model was trained on pixels of {trained} m and the layer's are {here} m: expect less than its "
                "figures say.",
                trained=f"{trained:.3g}",
                here=f"{here:.3g}",
            )
        have = self._pixels()[0]
        if self.model.dtype and have and have != self.model.dtype:
            yield tr(
                "The model was trained on {trained} pixels and the layer's are {have}: set Gain to what one step of a "
                "pixel value is worth.",
                trained=self.model.dtype,
                have=have,
            )

    def size(self, scale):
        """Columns and rows of the result; None where nobody can say yet."""
        if not self.pixel_size or not self.is_bounded or self.extent.isEmpty():
            return None
        across, down = (
            self.pixel_size,
            self.layer.rasterUnitsPerPixelY() if self.has_size else self.pixel_size,
        )
        columns, rows = (
            max(1, math.ceil(length / pixel - 1e-6)) * scale
            for length, pixel in ((self.extent.width(), across), (self.extent.height(), down))
        )
        return columns, rows

    def forecast(self, values):
        """What comes out of a run with these job values, in one line; empty where nobody can say yet."""
        scale = values.get("scale") or self.model.scale
        size = self.size(scale)
        if not size:
            return ""
        columns, rows = size
        disk = columns * rows * len(self.model.bands) * self._pixels()[1]
        parts = [
            tr("{columns} × {rows} pixels", columns=columns, rows=rows),
            tr("at most {size} on the disk", size=size_text(disk)),
        ]
        if self.pixel_size:
            parts.insert(1, self._pixel_text(scale))
        time = run_timings.expected(run_timings.work_of(self.model, values), columns * rows)
        if time:
            parts.append(
                tr(
                    "about {time} on {device}, as when it last ran here",
                    time=duration(time[0]),
                    device=time[1],
                )
            )
        return ", ".join(filter(None, parts))

    def metres(self):
        """A pixel's width on the ground in the middle of the layer; None without a CRS or a pixel size."""
        crs = self.layer.crs()
        if not crs.isValid() or not self.pixel_size:
            return None
        if not crs.isGeographic():
            return self.pixel_size * QgsUnitTypes.fromUnitToUnitFactor(crs.mapUnits(), METRES)
        measure, middle = QgsDistanceArea(), self.extent.center()
        measure.setEllipsoid("EPSG:7030")
        measure.setSourceCrs(crs, self.layer.transformContext())
        return measure.measureLine(middle, QgsPointXY(middle.x() + self.pixel_size, middle.y()))

    def _pixel_text(self, scale):
        here = self.metres()
        return tr("pixels of {size} m", size=f"{here / scale:.3g}") if here else ""

    def _pixels(self):
        """Type of the layer's pixels and its bytes; no type for an online picture."""
        return PIXELS.get(self.layer.dataProvider().dataType(1), ("", 1))

    def _takes_pictures(self):
        return matching(self.model.bands, PICTURE) == [1, 2, 3]

    def _of_chosen(self, chosen):
        wanted = self.model.bands
        if len(chosen) != len(wanted):
            yield tr(
                "The model wants {wanted} bands ({names}), and {have} are chosen in Bands.",
                wanted=len(wanted),
                names=", ".join(name or "?" for name in wanted),
                have=len(chosen),
            )
            return
        fitting = self.bands()
        if fitting and fitting != chosen:
            yield tr(
                "By their names, the bands that the model wants are {fitting}, and {chosen} are chosen in Bands.",
                fitting=", ".join(map(str, fitting)),
                chosen=", ".join(map(str, chosen)),
            )


COLOURS = {3: "red", 4: "green", 5: "blue"}
"""Numbers of `QgsRaster.ColorInterpretation` that name a colour."""


def band_names(layer):
    """Descriptions of a layer's bands; for one that has none, its colour, if the file says that."""
    provider = layer.dataProvider()
    named = []
    for band, text in enumerate(band_descriptions(layer), 1):
        kind = provider.colorInterpretation(band)
        named.append(text or COLOURS.get(getattr(kind, "value", kind), ""))
    return named


def size_text(count):
    """A number of bytes as people say it."""
    for unit in ("kB", "MB", "GB"):
        count /= 1000
        if count < 1000 or unit == "GB":
            return f"{count:.3g} {unit}"
    return ""
