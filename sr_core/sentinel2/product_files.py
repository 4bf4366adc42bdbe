"""Finds the files of a Sentinel-2 product, in a folder or a zip file, from any name that programs use for the product."""

from __future__ import annotations

import os
import re
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from ..errors import InputError
from ..os_metadata_files import is_within_system_folder

LAYER = re.compile(
    r"^SENTINEL2_(?:L1B|L1C|L2A)(?:_TILE)?:(?P<path>.+?)(?::[^:/\\]+m|:TCI|:PREVIEW)?(?::EPSG_\d+)?$"
)
"""Name of a layer of a product in QGIS and GDAL, such as
SENTINEL2_L2A:/vsizip/a.zip/a.SAFE/MTD_MSIL2A.xml:10m:EPSG_32633."""

IN_ZIP = re.compile(
    r"^/vsizip/(?:\{(?P<braced>[^}]+)\}|(?P<plain>.+?\.zip))(?:/(?P<inside>.*))?$", re.IGNORECASE
)
"""GDAL's name of a file inside a zip file."""

METADATA = re.compile(r"(?:MTD_MSIL(?:1C|2A)|S2[A-D]_\w{4}_MTD_SAFL(?:1C|2A)_.+)\.xml", re.IGNORECASE)
"""Name of a product's metadata file, in the compact format (since December 2016) and in the older one."""

OTHERS = (
    (re.compile(r"(^|/)S1[A-D]_", re.IGNORECASE), "Sentinel-1"),
    (re.compile(r"(^|/)S3[A-D]_|\.SEN3(/|$)", re.IGNORECASE), "Sentinel-3"),
    (re.compile(r"(^|/)S5P_", re.IGNORECASE), "Sentinel-5P"),
    (re.compile(r"(^|/)L[COTEM]0\d_|_MTL\.(txt|xml|json)$", re.IGNORECASE), "Landsat"),
    (re.compile(r"MSIL1B|MTD_SAFL1B", re.IGNORECASE), "Sentinel-2 Level-1B"),
)
"""Patterns of file names of products that are not supported, each with the name of that product."""

MOST_ABOVE = 6
"""Most folders between a band's file and the folder of its product."""

MOST_BYTES = 64 * 2**20
"""Most bytes of a metadata file; those of the largest products have a few megabytes."""


READING_FAILED = (
    OSError,
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)
"""Errors of reading a file or a member of an archive that is missing, damaged or encrypted."""


@dataclass(frozen=True)
class ProductFiles:
    """The place of one product's files, which are read by their paths in it."""

    given: str
    """Path or layer name by which the user chose the product."""
    root: str
    """Folder of the product; for a product in a zip file, the path of that folder inside the zip file."""
    metadata: str
    """Name of the product's metadata file in `root`."""
    archive: str | None = None
    """Path of the zip file that holds the product; None for a product in a folder."""
    granule: str | None = None
    """Folder name of the granule that the user chose; None if the whole product was chosen."""

    def read(self, name: str) -> bytes:
        """Return the content of the file with the path `name` in `root`.

        Raises:
            InputError: The file cannot be read, or is too large.
        """
        try:
            if self.archive:
                with zipfile.ZipFile(self.archive) as archive, archive.open(self.root + name) as stream:
                    content = stream.read(MOST_BYTES + 1)
            else:
                with Path(self.root, name).open("rb") as stream:
                    content = stream.read(MOST_BYTES + 1)
        except READING_FAILED as error:
            raise InputError(
                "{file} of {path} cannot be read ({reason}): download the product again.",
                file=name,
                path=self.given,
                reason=error,
            ) from None
        if len(content) > MOST_BYTES:
            raise InputError("{file} of {path} is too large for metadata.", file=name, path=self.given)
        return content

    @property
    def on_disk(self) -> list[str]:
        """Paths of the files that the product is read from: its zip file, or its metadata and images."""
        if self.archive:
            return [self.archive]
        return [str(Path(self.root, self.metadata)), *sorted(self.images.values())]

    @cached_property
    def images(self) -> dict[str, str]:
        """GDAL's path of each image, by the image's name without its ending."""
        if self.archive:
            names = [name for name in _members(self.archive) if name.startswith(self.root)]
            return {
                PurePosixPath(n).stem: f"/vsizip/{{{self.archive}}}/{n}"
                for n in names
                if n.lower().endswith(".jp2")
            }
        found = Path(self.root).rglob("*.[jJ][pP]2")
        return {path.stem: str(path) for path in found if not path.name.startswith("._")}


def find_product(given: str) -> ProductFiles:
    """Find the product that a path or a layer name belongs to.

    Args:
        given: The product's folder (.SAFE) or zip file, a file in either, or the name of one of its layers in QGIS.

    Raises:
        InputError: The file does not exist, or belongs to no product of Sentinel-2, or to several.
    """
    layer = LAYER.match(given)
    name = layer["path"] if layer else given
    if inside := IN_ZIP.match(name):
        return _in_archive(given, inside["braced"] or inside["plain"], inside["inside"] or "")
    path = Path(name)
    if not path.exists():
        raise InputError("{path} does not exist.", path=given)
    path = Path(os.path.abspath(path))
    if path.is_file() and (path.suffix.lower() == ".zip" or zipfile.is_zipfile(path)):
        return _in_archive(given, str(path), "")
    return _in_folders(given, path)


def _in_folders(given: str, path: Path) -> ProductFiles:
    if path.is_file() and METADATA.fullmatch(path.name):
        return ProductFiles(given, str(path.parent), path.name)
    places = ([] if path.is_file() else [path]) + list(path.parents[:MOST_ABOVE])
    for place in places:
        found = _metadata_in(place)
        if found or place.suffix.upper() == ".SAFE":
            break
    if not found and path.is_dir():  # a folder around the product's own
        below = (
            child for child in sorted(path.iterdir()) if child.is_dir() and not child.name.startswith(".")
        )
        found = [each for child in below for each in _metadata_in(child)]
    around = [path.name, *(() if path.is_file() else (each.name for each in _entries(path)))]
    chosen = _choose(given, [str(each) for each in found], [str(path), *around])
    parts = path.parts[len(Path(chosen).parent.parts) :]
    granule = parts[1] if len(parts) > 1 and parts[0].upper() == "GRANULE" else None
    return ProductFiles(given, str(Path(chosen).parent), Path(chosen).name, granule=granule)


def _in_archive(given: str, archive: str, inside: str) -> ProductFiles:
    names = _members(archive)
    found = [name for name in names if METADATA.fullmatch(PurePosixPath(name).name)]
    if inside:
        folders = {name: name.rpartition("/")[0] + "/" for name in found}
        found = [
            name
            for name in found
            if f"{inside}/".startswith(folders[name]) or name.startswith(f"{inside.rstrip('/')}/")
        ] or found
    chosen = _choose(given, found, [archive.replace("\\", "/"), *names])
    root, _, metadata = chosen.rpartition("/")
    root = root + "/" if root else ""
    parts = PurePosixPath(inside.removeprefix(root)).parts
    granule = parts[1] if len(parts) > 1 and parts[0].upper() == "GRANULE" else None
    return ProductFiles(given, root, metadata, os.path.abspath(archive), granule)


def _choose(given: str, found: list[str], around: Iterable[str]) -> str:
    """Return the metadata file of the one product found; raise InputError if there is none or several."""
    if len(found) == 1:
        return found[0]
    if found:
        names = sorted({PurePosixPath(Path(each).as_posix()).parent.name or each for each in found})
        raise InputError(
            "{path} holds {count} products of Sentinel-2 ({names}): choose one of them.",
            path=given,
            count=len(found),
            names=", ".join(names),
        )
    for pattern, satellite in OTHERS:
        if any(pattern.search(name) for name in around):
            raise InputError(
                "{path} is a product of {satellite}: choose one of Sentinel-2, of Level-1C or Level-2A.",
                path=given,
                satellite=satellite,
            )
    raise InputError(
        "{path} is not a product of Sentinel-2: choose a .SAFE folder, the zip file that was downloaded, or "
        "MTD_MSIL1C.xml or MTD_MSIL2A.xml in it.",
        path=given,
    )


def _metadata_in(folder: Path) -> list[Path]:
    return [each for each in _entries(folder) if METADATA.fullmatch(each.name)]


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _members(archive: str) -> list[str]:
    """Return the names of the files in a zip file, without files that operating systems add.

    Raises:
        InputError: The file does not exist, or is no zip file, or not whole.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            return [name for name in opened.namelist() if not is_within_system_folder(PurePosixPath(name))]
    except FileNotFoundError:
        raise InputError("{path} does not exist.", path=archive) from None
    except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise InputError(
            "{path} is not a complete zip file ({reason}): download the product again.",
            path=archive,
            reason=error,
        ) from None
