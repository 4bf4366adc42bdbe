"""Reads the values that a file stores, where QGIS gives other values: physical ones for stored ones, indices of colours, bytes without sign.

The one place that asks GDAL itself, as QGIS does not tell the stored type of a band that has a scale, nor its unit, nor why
GDAL could not compute the pixels of a VRT; and as objects of QGIS that another thread makes and drops, only to look at a
file that was written, can end QGIS (PyQt looks for their slots by address).
"""

from __future__ import annotations

import re
import warnings
from html import escape
from typing import NamedTuple

from osgeo import gdal
from qgis.core import QgsDataProvider, QgsProviderRegistry, QgsRasterRange

from ..errors import FinerError
from .vrt_source_names import read_vrt

COLOURS = ("Red", "Green", "Blue")

NOT_RUN = re.compile(
    r"python code needs to be executed|pixel function '.*' not registered|GDAL_VRT_ENABLE_PYTHON", re.I
)
"""Pattern of GDAL's message about a program in a VRT that it does not run."""

UNREADABLE = "{layer} has values with a scale or a colour table that cannot be read through QGIS: save it as a GeoTIFF, and use that."


class StoredBands(NamedTuple):
    """Properties of a raster's bands as its file stores them."""

    scales: list
    offsets: list
    units: list
    nodata: list
    """Nodata value of each band of signed bytes, which QGIS takes for unsigned ones; None for other bands."""
    has_sign: bool = False
    """Whether bytes have one and GDAL is too old to have a type for them."""
    is_palette: bool = False


def open_stored(layer, provider):
    """Return a provider of the values that a layer's file stores, and what its bands are; None of other layers.

    Args:
        layer: the raster layer.
        provider: of its pixels, for another thread.

    Raises:
        FinerError: its values have a scale or a colour table and cannot be had in another way.
    """
    if provider.name() != "gdal":
        return provider, None
    changes = any(
        (provider.bandScale(band), provider.bandOffset(band)) != (1.0, 0.0) or provider.colorTable(band)
        for band in range(1, provider.bandCount() + 1)
    )
    name, options = _gdal_name(layer)
    dataset = _open(name, options)
    if dataset is None:
        if changes:
            raise FinerError(UNREADABLE, layer=layer.name())
        return provider, None
    stored = _describe(dataset)
    if not changes:
        return provider, stored
    if stored.is_palette and dataset.RasterCount > 1:
        raise FinerError(UNREADABLE, layer=layer.name())
    source = _source(name, options)
    bands = _colours(dataset, source) if stored.is_palette else _plain(dataset, source)
    fresh = QgsProviderRegistry.instance().createProvider(
        "gdal", _head(dataset) + bands + "</VRTDataset>", QgsDataProvider.ProviderOptions()
    )
    if fresh is None or not fresh.isValid():
        raise FinerError(UNREADABLE, layer=layer.name())
    if not stored.is_palette:
        _copy_nodata(provider, fresh, stored)
    return fresh, stored


def _gdal_name(layer):
    """Return the name by which GDAL opens a layer, and its options."""
    source = layer.source()
    if source.lstrip().startswith("<"):
        return source, []
    parts = QgsProviderRegistry.instance().decodeUri("gdal", source)
    expanded = layer.dataProvider().dataSourceUri(True) if "authcfg" in source else source
    options = list(parts.get("openOptions") or [])
    return (parts["path"] if options and not parts.get("layerName") else expanded), options


def _open(name, options):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # newer ones want to be told whether to raise exceptions
            return gdal.OpenEx(name, gdal.OF_RASTER | gdal.OF_READONLY, open_options=options)
    except RuntimeError:  # where GDAL's exceptions are on
        return None


def _describe(dataset):
    bands = [dataset.GetRasterBand(number) for number in range(1, dataset.RasterCount + 1)]
    has_sign = all(_has_sign(band) for band in bands)
    return StoredBands(
        scales=[_or(band.GetScale(), 1.0) for band in bands],
        offsets=[_or(band.GetOffset(), 0.0) for band in bands],
        units=[band.GetUnitType() or "" for band in bands],
        nodata=[band.GetNoDataValue() if has_sign else None for band in bands],
        has_sign=has_sign,
        is_palette=_is_palette(bands[0]),
    )


def _or(value, otherwise):
    return otherwise if value is None else value


def _has_sign(band):
    return band.GetMetadataItem("PIXELTYPE", "IMAGE_STRUCTURE") == "SIGNEDBYTE"


def _is_palette(band):
    return band.GetColorInterpretation() == gdal.GCI_PaletteIndex and band.GetColorTable() is not None


def _source(name, options):
    """Return the beginning of a source of a virtual raster."""
    given = "".join(
        '<OOI key="{}">{}</OOI>'.format(*map(escape, option.partition("=")[::2])) for option in options
    )
    opening = f"<OpenOptions>{given}</OpenOptions>" if given else ""
    return f'<SourceFilename relativeToVRT="0">{escape(name)}</SourceFilename>{opening}'


def _head(dataset):
    """Return the text of a virtual raster up to its bands: size, place and ground control points."""
    copy = gdal.GetDriverByName("VRT").CreateCopy("", dataset)
    text = copy.GetMetadata("xml:VRT")[0]
    return text[: text.index("<VRTRasterBand")]


def _plain(dataset, source):
    """Return the bands of a virtual raster as they are stored."""
    bands = []
    for number in range(1, dataset.RasterCount + 1):
        band = dataset.GetRasterBand(number)
        nodata = band.GetNoDataValue()
        parts = [
            f"<Description>{escape(band.GetDescription())}</Description>",
            f"<NoDataValue>{nodata!r}</NoDataValue>" if nodata is not None else "",
            f"<ColorInterp>{gdal.GetColorInterpretationName(band.GetColorInterpretation())}</ColorInterp>",
            f"<SimpleSource>{source}<SourceBand>{number}</SourceBand></SimpleSource>",
        ]
        kind = gdal.GetDataTypeName(band.DataType)
        bands.append(f'<VRTRasterBand dataType="{kind}" band="{number}">{"".join(parts)}</VRTRasterBand>')
    flags = dataset.GetRasterBand(1).GetMaskFlags()
    if flags & gdal.GMF_PER_DATASET and not flags & gdal.GMF_ALPHA:
        mask = f"<SimpleSource>{source}<SourceBand>mask,1</SourceBand></SimpleSource>"
        bands.append(f'<MaskBand><VRTRasterBand dataType="Byte">{mask}</VRTRasterBand></MaskBand>')
    return "".join(bands)


def _colours(dataset, source):
    """Return the colours of a raster with a colour table as bands of a virtual raster, and their opacity if need be."""
    band = dataset.GetRasterBand(1)
    table, nodata = band.GetColorTable(), band.GetNoDataValue()
    source = f"{source}<SourceBand>1</SourceBand>"
    bands = [
        _colour(number, colour, f"{source}<ColorTableComponent>{number}</ColorTableComponent>")
        for number, colour in enumerate(COLOURS, 1)
    ]
    opaque = [table.GetColorEntry(index)[3] > 0 and index != nodata for index in range(table.GetCount())]
    if not all(opaque) or not band.GetMaskFlags() & gdal.GMF_ALL_VALID:
        values = ",".join(f"{index}:{255 * is_opaque}" for index, is_opaque in enumerate(opaque))
        bands.append(_colour(4, "Alpha", f"{source}<LUT>{values}</LUT><UseMaskBand>true</UseMaskBand>"))
    return "".join(bands)


def _colour(number, colour, source):
    return (
        f'<VRTRasterBand dataType="Byte" band="{number}"><ColorInterp>{colour}</ColorInterp>'
        f"<ComplexSource>{source}</ComplexSource></VRTRasterBand>"
    )


def _copy_nodata(shown, fresh, stored):
    """Take over what the user has said of values for no data, from values that QGIS shows to stored ones."""
    for band, (scale, offset) in enumerate(zip(stored.scales, stored.offsets), 1):
        fresh.setUseSourceNoDataValue(band, shown.useSourceNoDataValue(band))
        ranges = [
            QgsRasterRange(*sorted((_store(each.min(), scale, offset), _store(each.max(), scale, offset))))
            for each in shown.userNoDataValues(band)
        ]
        fresh.setUserNoDataValue(band, ranges)


def _store(value, scale, offset):
    stored = (value - offset) / scale
    whole = round(stored) if abs(stored) < 2**53 else stored
    return float(whole) if abs(stored - whole) < 1e-3 else stored


def band_elements(stored, band):
    """Return a band's unit, scale and offset as GDAL keeps them beside a raster."""
    if stored is None or stored.is_palette:
        return ""
    scale, offset, unit = (values[band - 1] for values in (stored.scales, stored.offsets, stored.units))
    declared = "" if (scale, offset) == (1.0, 0.0) else f"<Offset>{offset!r}</Offset><Scale>{scale!r}</Scale>"
    return (f"<UnitType>{escape(unit)}</UnitType>" if unit else "") + declared


def is_program_not_run(source):
    """Return whether a program in a VRT file makes its pixels, which GDAL does not run."""
    if not source.lower().endswith(".vrt") or "<PixelFunction" not in read_vrt(source):
        return False
    gdal.ErrorReset()
    try:
        dataset = gdal.Open(source)
        if dataset:
            dataset.ReadRaster(0, 0, 1, 1)
        reason = gdal.GetLastErrorMsg()
    except RuntimeError as error:  # where another plugin has asked for exceptions
        reason = str(error)
    return bool(NOT_RUN.search(reason))


def has_data(path):
    """Return whether any band of a raster file has a value in any pixel; a sample of pixels is looked at first."""
    dataset = _open(path, [])
    if dataset is None:
        return False
    bands = [dataset.GetRasterBand(number) for number in range(1, dataset.RasterCount + 1)]
    return any(_value_range(band, is_sample) for is_sample in (True, False) for band in bands)


def opacity_range(path):
    """Return the least and the greatest opacity in a picture's file, 0 to 255.

    They are 0 and 255 for what is no picture with opacity.
    """
    dataset = _open(path, [])
    if dataset is None or dataset.RasterCount != 4:
        return 0, 255
    return _value_range(dataset.GetRasterBand(4), False) or (0, 255)


def _value_range(band, is_sample):
    """Return the least and the greatest value of a band; None if no pixel has data."""
    gdal.ErrorReset()
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        found = band.ComputeRasterMinMax(is_sample)
    except RuntimeError:  # where GDAL's exceptions are on
        return None
    finally:
        gdal.PopErrorHandler()
    return None if gdal.GetLastErrorType() >= gdal.CE_Failure else found
