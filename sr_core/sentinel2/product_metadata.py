"""What the metadata of a product say: level, processing baseline, offsets, special values, granules and their images."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from xml.etree import ElementTree  # nosec B405: parses no entities, see `_parse`

from ..errors import InputError
from .bands import RESOLUTIONS, band_name
from .product_files import ProductFiles
from .radiometric_offset import SINCE
from .scene_classification import CLASSES

IMAGE = re.compile(r"_(?P<band>B\d\d|B8A|SCL)(?:_(?P<resolution>\d\d)m)?$")
"""How the name of an image ends: T33UUB_20220610T101031_B05_20m, and in Level-1C S2A_..._T33UUB_B05."""

OLD_CLASSES = re.compile(r"_SCL_L2A_.*_(?P<resolution>\d\d)m$")
"""The scene classification of products before December 2016: S2A_USER_SCL_L2A_TL_..._T33UUB_20m."""

TILE = re.compile(r"_(T\d\d[A-Z]{3})(?=_|$)")

BASELINE = re.compile(r"(\d{1,2})\.(\d{1,2})")

IMAGE_ENTRIES = ("IMAGE_FILE", "IMAGE_FILE_2A", "IMAGE_ID", "IMAGE_ID_2A")
QUANTIFICATIONS = ("BOA_QUANTIFICATION_VALUE", "L2A_BOA_QUANTIFICATION_VALUE", "QUANTIFICATION_VALUE")
OFFSETS = ("BOA_ADD_OFFSET", "RADIO_ADD_OFFSET")


@dataclass(frozen=True)
class Granule:
    """A tile of a product: 110 × 110 km."""

    name: str
    tile: str
    """Tile of the grid that the granule covers, such as T33UUB; the granule's name where it does not contain the tile."""
    images: Mapping[tuple[str, int], str]
    """(band, metres per pixel) -> name of the image, without folder and ending."""

    def image(self, band: str) -> tuple[str, int] | None:
        """Return the image that has a band as it was measured, and its metres per pixel; None where there is none."""
        resolution = RESOLUTIONS.get(band, 20)
        found = self.images.get((band, resolution))
        return None if found is None else (found, resolution)


@dataclass(frozen=True)
class ProductMetadata:
    """What a product says of itself."""

    name: str
    level: str
    """1C: reflectance at the top of the atmosphere; 2A: at the ground."""
    baseline: str
    """Version of ESA's processor, such as 05.09; "" where it is not said."""
    satellite: str
    time: str
    quantification: float
    """Pixel value of reflectance 1, beside the offset."""
    offsets: Mapping[str, int]
    """Band -> what is to be subtracted from its pixel values."""
    special: tuple[int, ...]
    """Pixel values without data: those of no data and of saturated pixels."""
    granules: Sequence[Granule]


def read_metadata(files: ProductFiles) -> ProductMetadata:
    """Return what the metadata of a product say.

    Raises:
        InputError: they are not those of Level-1C or Level-2A, are damaged, or do not say what pixel values mean.
    """
    root = _parse(files)
    level = re.match(r"(?:\{.*\})?Level-(1C|2A)_User_Product$", root.tag)
    granules = [_granule(each) for each in _all(root, "Granule", "Granules")]
    if not level or not granules:
        raise InputError(
            "{file} of {path} is not the metadata of a product of Level-1C or Level-2A: download the product again.",
            file=files.metadata,
            path=files.given,
        )
    baseline = _text(root, "PROCESSING_BASELINE")
    folder = PurePath(files.root).name if files.root else PurePath(files.archive or "").stem
    name = _text(root, "PRODUCT_URI", "PRODUCT_URI_2A", "PRODUCT_URI_1C") or folder
    return ProductMetadata(
        name=re.sub(r"\.SAFE$", "", name, flags=re.IGNORECASE),
        level=level[1],
        baseline=baseline,
        satellite=_text(root, "SPACECRAFT_NAME") or "Sentinel-2",
        time=_text(root, "DATATAKE_SENSING_START", "PRODUCT_START_TIME"),
        quantification=_quantification(root, files),
        offsets=_offsets(root, files, baseline),
        special=_special_values(root),
        granules=granules,
    )


def _parse(files: ProductFiles) -> ElementTree.Element:
    text = files.read(files.metadata)
    try:
        if b"<!ENTITY" in text:
            raise ElementTree.ParseError("it defines entities")
        return ElementTree.fromstring(text)  # noqa: S314  # nosec B314: without entities
    except ElementTree.ParseError as error:
        raise InputError(
            "{file} of {path} cannot be read ({reason}): download the product again.",
            file=files.metadata,
            path=files.given,
            reason=error,
        ) from None


def _all(root: ElementTree.Element, *names: str) -> Iterator[ElementTree.Element]:
    return (each for each in root.iter() if each.tag.rpartition("}")[2] in names)


def _text(root: ElementTree.Element, *names: str) -> str:
    """Return the text of the first element of the first of these names that there is; "" where there is none."""
    found = ((each.text or "").strip() for name in names for each in _all(root, name))
    return next(found, "")


def _granule(element: ElementTree.Element) -> Granule:
    name = element.get("granuleIdentifier", "")
    images: dict[tuple[str, int], str] = {}
    for entry in _all(element, *IMAGE_ENTRIES):
        path = (entry.text or "").strip().replace("\\", "/")
        image = re.sub(r"\.jp2$", "", path.rpartition("/")[2], flags=re.IGNORECASE)
        if found := IMAGE.search(image):
            own = RESOLUTIONS.get(found["band"], 20)
            images[found["band"], int(found["resolution"] or own)] = image
        elif found := OLD_CLASSES.search(image):
            images[CLASSES, int(found["resolution"])] = image
    tile = TILE.search(name) or next(filter(None, map(TILE.search, images.values())), None)
    if not tile and (start := re.match(r"(T\d\d[A-Z]{3})_", next(iter(images.values()), ""))):
        tile = start
    return Granule(name, tile[1] if tile else name, images)


def _quantification(root: ElementTree.Element, files: ProductFiles) -> float:
    text = _text(root, *QUANTIFICATIONS)
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < float("inf"):
        raise InputError(
            "{file} of {path} does not say what pixel values mean (no quantification value): download the product again.",
            file=files.metadata,
            path=files.given,
        )
    return value


def _offsets(root: ElementTree.Element, files: ProductFiles, baseline: str) -> dict[str, int]:
    """Return what is to be subtracted from each band: as the product declares it, or 0 before there was an offset."""
    declared = list(_all(root, *OFFSETS))
    version = BASELINE.fullmatch(baseline)
    if not declared:
        if version and (int(version[1]), int(version[2])) < SINCE:
            return dict.fromkeys(RESOLUTIONS, 0)
        raise InputError(
            "{path} has the processing baseline {baseline} and does not say which offset its pixel values have, as all do "
            "since 04.00: download the product again.",
            path=files.given,
            baseline=baseline or "?",
        )
    bands = {
        each.get("bandId", ""): band_name(each.get("physicalBand", ""))
        for each in _all(root, "Spectral_Information")
    } or {str(number): band for number, band in enumerate(RESOLUTIONS)}
    try:
        found = {bands.get(each.get("band_id", ""), ""): -round(float(each.text or "")) for each in declared}
    except ValueError:
        found = {}
    missing = [band for band in RESOLUTIONS if band not in found and band != "B10"]
    if missing:
        raise InputError(
            "{file} of {path} does not say the offset of {bands}: download the product again.",
            file=files.metadata,
            path=files.given,
            bands=", ".join(missing),
        )
    return found


def _special_values(root: ElementTree.Element) -> tuple[int, ...]:
    texts = [_text(each, "SPECIAL_VALUE_INDEX") for each in _all(root, "Special_Values")]
    return tuple(sorted({int(text) for text in texts if text.isdigit()} | {0}))
