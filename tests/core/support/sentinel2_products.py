"""Small products of Sentinel-2, true to form: as ESA distributes them (L1C, L2A; compact, old names; zip), with few pixels.

Folders, names and elements of the metadata are those that GDAL's driver SENTINEL2 wants, which is the judge of it.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import rasterio
import rasterio.shutil
from affine import Affine

from sr_core.sentinel2.bands import RESOLUTIONS

CRS, EASTING, NORTHING = "EPSG:32633", 300_000, 6_000_000
TILE, SENSED, ORBIT = "T33UUB", "20220610T101031", "R022"
SIZE = 120
"""Pixels of 10 m along a side: a multiple of 6."""

LISTED = {
    "1C": {"": [*RESOLUTIONS, "TCI"]},
    "2A": {
        "R10m": ["AOT", "B02", "B03", "B04", "B08", "TCI", "WVP"],
        "R20m": [
            "AOT",
            "B01",
            "B02",
            "B03",
            "B04",
            "B05",
            "B06",
            "B07",
            "B8A",
            "B11",
            "B12",
            "SCL",
            "TCI",
            "WVP",
        ],
        "R60m": [
            "AOT",
            "B01",
            "B02",
            "B03",
            "B04",
            "B05",
            "B06",
            "B07",
            "B8A",
            "B09",
            "B11",
            "B12",
            "SCL",
            "TCI",
            "WVP",
        ],
    },
}
"""Level -> folder of images -> what lies in it."""


def reflectance(band, size=SIZE, seed=0):
    """Return synthetic reflectance × 10,000 of a band, (h, w), whose lower right corner has no data."""
    rng = np.random.default_rng([seed, *band.encode()])
    ratio = RESOLUTIONS[band] // 10
    length = size // ratio
    rows, cols = (np.mgrid[:length, :length] + 0.5) * ratio
    waves = 2000 + 900 * np.sin(rows / 11) * np.cos(cols / 7) + 400 * ((rows // 17 + cols // 23) % 2)
    pixels = np.rint(waves + rng.normal(0, 40, waves.shape)).astype("uint16")
    pixels[-length // 6 :, -length // 6 :] = 0
    return pixels


def classes_of(size=SIZE):
    """Return a scene classification at 20 m: vegetation, with a cloud and its shadow in known places."""
    classes = np.full((size // 2, size // 2), 4, "uint8")
    classes[4:9, 10:20] = 9
    classes[12:15, 10:20] = 3
    return classes


def write_product(
    folder, level="2A", *, baseline="04.00", offset=None, compact=True, pixels=None, classes=None, tiles=(TILE,), zipped=False,
    leave_out=(), quality=100, changes=(), block=64,
):  # fmt: skip
    """Write a product; return its .SAFE folder, or its zip file.

    Args:
        folder: that it is written into.
        level: 1C or 2A.
        baseline: processing baseline.
        offset: what is added to pixel values; none: 1000 since baseline 04.00.
        compact: whether it has the names of products since December 2016.
        pixels: band -> reflectance × 10,000 in its own resolution, (h, w); synthetic ones without.
        classes: scene classification at 20 m.
        tiles: those that it holds; one where it is compact.
        zipped: whether it becomes a zip file.
        leave_out: parts of the names of images that are not written.
        quality: of JPEG 2000; 100 is lossless.
        changes: pairs of texts in the metadata, and what takes their place.
        block: side of the blocks of images, 1024 in real ones.
    """
    declared = tuple(map(int, baseline.split("."))) >= (4, 0) if offset is None else offset != 0
    offset = (1000 if declared else 0) if offset is None else offset
    pixels = {band: reflectance(band) for band in RESOLUTIONS} if pixels is None else pixels
    size = len(pixels["B02"])
    classes = classes_of(size) if classes is None else classes
    product = product_name(level, baseline, compact)
    safe = Path(folder) / f"{product}.SAFE"
    granules = []
    for number, tile in enumerate(tiles):
        corner = EASTING + number * size * 10
        granule = Granule(level, baseline, compact, tile)
        granules.append(granule)
        for (sub, band), image in granule.images.items():
            known = band == "SCL" or band in pixels
            if not known or any(part in image for part in leave_out):
                continue
            resolution = int(sub[1:3]) if sub else RESOLUTIONS.get(band, 10)
            values = classes if band == "SCL" else pixels[band]
            if band != "SCL":
                values = np.where(values, values.astype(int) + offset, 0).clip(0, 65535).astype("uint16")
            ratio = resolution * len(values) // (size * 10)
            values = values[:: max(1, ratio), :: max(1, ratio)]
            if resolution * len(values) != size * 10:  # finer than it is measured: B01 at 20 m
                values = np.kron(values, np.ones((size * 10 // resolution // len(values),) * 2, values.dtype))
            write_image(safe / f"{image}.jp2", values, resolution, corner, quality, block)
        path = safe / granule.metadata
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(granule.xml(size, corner))
    text = product_xml(level, baseline, product, compact, granules, offset if declared else None)
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    (safe / metadata_name(level, compact)).write_text(text)
    (safe / "manifest.safe").write_text("<xfdu:XFDU/>")
    return zip_folder(safe) if zipped else safe


def zip_folder(safe):
    """Pack a product as its distributors do; return the zip file. The folder stays no longer."""
    path = safe.with_suffix(".zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(safe.rglob("*")):
            archive.write(file, file.relative_to(safe.parent).as_posix())
            if file.is_file():
                file.unlink()
    return path


def write_image(path, values, resolution, easting=EASTING, quality=100, block=64):
    """Write a band as JPEG 2000, with several blocks along a side."""
    path.parent.mkdir(parents=True, exist_ok=True)
    how = {
        "QUALITY": quality,
        "REVERSIBLE": "YES" if quality == 100 else "NO",
        "BLOCKXSIZE": block,
        "BLOCKYSIZE": block,
    }
    profile = {
        "count": 1,
        "dtype": values.dtype,
        "height": values.shape[0],
        "width": values.shape[1],
        "crs": CRS,
    }
    grid = Affine(resolution, 0, easting, 0, -resolution, NORTHING)
    with (
        rasterio.MemoryFile() as memory,
        memory.open(driver="GTiff", transform=grid, **profile) as dataset,
    ):
        dataset.write(values, 1)
        rasterio.shutil.copy(dataset, path, driver="JP2OpenJPEG", **how)


def product_name(level, baseline, compact):
    """Return the name of the product, without its ending."""
    if compact:
        return f"S2A_MSIL{level}_{SENSED}_N{baseline.replace('.', '')}_{ORBIT}_{TILE}_20220610T160000"
    whose = {"1C": "OPER", "2A": "USER"}[level]
    return f"S2A_{whose}_PRD_MSIL{level}_PDMC_20220610T160000_{ORBIT}_V{SENSED}_{SENSED}"


def metadata_name(level, compact):
    """Return the name of the product's metadata."""
    if compact:
        return f"MTD_MSIL{level}.xml"
    whose = {"1C": "OPER", "2A": "USER"}[level]
    return f"S2A_{whose}_MTD_SAFL{level}_PDMC_20220610T160000_{ORBIT}_V{SENSED}_{SENSED}.xml"


class Granule:
    """A tile of a product: how its files are called."""

    def __init__(self, level, baseline, compact, tile):
        self.level, self.compact, self.tile = level, compact, tile
        whose = "OPER" if compact or level == "1C" else "USER"
        stem = f"L{level}_TL_EPA__20220610T160000_A036000_{tile}"
        self.id = f"S2A_{whose}_MSI_{stem}_N{baseline}"
        self.folder = f"L{level}_{tile}_A036000_{SENSED}" if compact else self.id
        xml = "MTD_TL" if compact else f"S2A_{whose}_MTD_{stem}"
        self.metadata = f"GRANULE/{self.folder}/{xml}.xml"
        self.images = {}
        for sub, bands in LISTED[level].items():
            for band in bands:
                place = f"GRANULE/{self.folder}/IMG_DATA/{sub and sub + '/'}"
                ending = f"{band}{sub and '_' + sub[1:]}"
                name = f"{tile}_{SENSED}_{ending}" if compact else f"S2A_{whose}_MSI_{stem}_{ending}"
                if not compact and level == "2A" and band in ("SCL", "AOT", "WVP", "TCI"):
                    place = f"GRANULE/{self.folder}/IMG_DATA/{'' if band == 'SCL' else sub + '/'}"
                    name = f"S2A_{whose}_{band}_{stem}_{sub[1:]}"
                self.images[sub, band] = place + name

    def entries(self):
        """Return the images as the product's metadata list them."""
        listed = [name for (_, band), name in self.images.items() if self.compact or band != "TCI"]
        if self.compact:
            return "".join(f"<IMAGE_FILE>{name}</IMAGE_FILE>" for name in listed)
        entry = "IMAGE_ID" if self.level == "1C" else "IMAGE_ID_2A"
        return "".join(f"<{entry}>{name.rpartition('/')[2]}</{entry}>" for name in listed)

    def xml(self, size, easting):
        """Return the granule's own metadata."""
        sizes = "".join(
            f'<Size resolution="{r}"><NROWS>{size * 10 // r}</NROWS><NCOLS>{size * 10 // r}</NCOLS></Size>'
            f'<Geoposition resolution="{r}"><ULX>{easting}</ULX><ULY>{NORTHING}</ULY><XDIM>{r}</XDIM><YDIM>-{r}</YDIM></Geoposition>'
            for r in (10, 20, 60)
        )
        root = f"Level-{self.level}_Tile_ID"
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><n1:{root} xmlns:n1="https://psd-14.sentinel2.eo.esa.int/PSD/{root}.xsd">'
            f"<n1:General_Info><TILE_ID>{self.id}</TILE_ID></n1:General_Info><n1:Geometric_Info><Tile_Geocoding>"
            f"<HORIZONTAL_CS_NAME>WGS84 / UTM zone 33N</HORIZONTAL_CS_NAME><HORIZONTAL_CS_CODE>{CRS}</HORIZONTAL_CS_CODE>"
            f"{sizes}</Tile_Geocoding></n1:Geometric_Info></n1:{root}>"
        )


def product_xml(level, baseline, product, compact, granules, offset):
    """Return the metadata of a product."""
    is_2a, root = level == "2A", f"Level-{level}_User_Product"
    old_2a = "L2A_" if is_2a and not compact else ""
    listed = "".join(
        f'<Granule_List><{"Granule" if compact else "Granules"} datastripIdentifier="d" granuleIdentifier="{each.id}" '
        f'imageFormat="JPEG2000">{each.entries()}</{"Granule" if compact else "Granules"}></Granule_List>'
        for each in granules
    )
    uri = f"<PRODUCT_URI{'_2A' if old_2a else ''}>{product}.SAFE</PRODUCT_URI{'_2A' if old_2a else ''}>"
    physical = ["B8A" if band == "B8A" else f"B{int(band[1:])}" for band in RESOLUTIONS]
    names = "".join(f"<BAND_NAME>{band}</BAND_NAME>" for band in physical)
    options = (
        "<PRODUCT_FORMAT>SAFE_COMPACT</PRODUCT_FORMAT>" if compact else f"<Band_List>{names}</Band_List>"
    )
    special = "".join(
        f"<Special_Values><SPECIAL_VALUE_TEXT>{text}</SPECIAL_VALUE_TEXT><SPECIAL_VALUE_INDEX>{value}</SPECIAL_VALUE_INDEX>"
        "</Special_Values>"
        for text, value in (("NODATA", 0), ("SATURATED", 65535))
    )
    if not is_2a:
        scale = '<QUANTIFICATION_VALUE unit="none">10000</QUANTIFICATION_VALUE>'
    elif compact:
        scale = (
            '<QUANTIFICATION_VALUES_LIST><BOA_QUANTIFICATION_VALUE unit="none">10000</BOA_QUANTIFICATION_VALUE>'
            '<AOT_QUANTIFICATION_VALUE unit="none">1000.0</AOT_QUANTIFICATION_VALUE>'
            '<WVP_QUANTIFICATION_VALUE unit="cm">1000.0</WVP_QUANTIFICATION_VALUE></QUANTIFICATION_VALUES_LIST>'
        )
    else:
        scale = (
            '<L1C_L2A_Quantification_Values_List><L1C_TOA_QUANTIFICATION_VALUE unit="none">10000</L1C_TOA_QUANTIFICATION_VALUE>'
            '<L2A_BOA_QUANTIFICATION_VALUE unit="none">10000</L2A_BOA_QUANTIFICATION_VALUE></L1C_L2A_Quantification_Values_List>'
        )
    offsets, number = "", range(len(RESOLUTIONS))
    if offset is not None:
        name, around = (
            ("BOA_ADD_OFFSET", "BOA_ADD_OFFSET_VALUES_LIST")
            if is_2a
            else ("RADIO_ADD_OFFSET", "Radiometric_Offset_List")
        )
        each = "".join(f'<{name} band_id="{i}">{-offset}</{name}>' for i in number)
        offsets = f"<{around}>{each}</{around}>"
    spectral = "".join(
        f'<Spectral_Information bandId="{i}" physicalBand="{band}">'
        f"<RESOLUTION>{resolution}</RESOLUTION></Spectral_Information>"
        for i, (band, resolution) in enumerate(zip(physical, RESOLUTIONS.values(), strict=True))
    )
    characteristics = f"{old_2a}Product_Image_Characteristics"
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<n1:{root} '
        f'xmlns:n1="https://psd-14.sentinel2.eo.esa.int/PSD/User_Product_Level-{level}.xsd"><n1:General_Info>'
        f"<{old_2a}Product_Info><PRODUCT_START_TIME>2022-06-10T10:10:31.024Z</PRODUCT_START_TIME>{uri}"
        f"<PROCESSING_LEVEL>Level-{level}</PROCESSING_LEVEL><PRODUCT_TYPE>S2MSI{level}</PRODUCT_TYPE>"
        f"<PROCESSING_BASELINE>{baseline}</PROCESSING_BASELINE>"
        '<Datatake datatakeIdentifier="GS2A_20220610T101031_036000_N04.00"><SPACECRAFT_NAME>Sentinel-2A</SPACECRAFT_NAME>'
        "<DATATAKE_SENSING_START>2022-06-10T10:10:31.024Z</DATATAKE_SENSING_START></Datatake>"
        f"<Query_Options>{options}</Query_Options><{old_2a}Product_Organisation>{listed}</{old_2a}Product_Organisation>"
        f"</{old_2a}Product_Info><{characteristics}>{special}{scale}{offsets}"
        f"<Spectral_Information_List>{spectral}</Spectral_Information_List></{characteristics}></n1:General_Info></n1:{root}>\n"
    )
