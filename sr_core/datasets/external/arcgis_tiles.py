"""The "Export Tiles" format of ArcGIS' "Export Training Data For Deep Learning", run on two rasters."""

from __future__ import annotations

import json
import re
from pathlib import Path, PurePosixPath

from ...errors import InputError
from ...os_metadata_files import is_system_file
from . import SUFFIXES, ImagePair, Listing, PairLayout, PairListing
from ._pair_file_names import NamedImage, match_pairs, parse_path

FIRST, OTHERS = "images", ("images2", "labels")
"""Folders of the two sides. Which of them is LR depends on the export: ArcGIS' documentation and code disagree."""

MAP = "map.txt"
_PATHS = re.compile(rf"(\S.*?(?:{'|'.join(map(re.escape, SUFFIXES))}))(?=\s|$)", re.IGNORECASE)


class ArcgisTiles(PairLayout):
    """ArcGIS Export Tiles."""

    def find(self, listing: Listing) -> PairListing | None:
        folders = {path.parts[0].casefold(): path.parts[0] for path in listing.images if len(path.parts) == 2}
        if FIRST not in folders or not (
            (listing.folder / MAP).is_file() or _model_definition(listing.folder)
        ):
            return None
        other = next((name for name in OTHERS if name in folders), None)
        if other is None:
            raise InputError(
                '{folder} is an ArcGIS export of a single raster: make pairs of it with "Export SR training '
                'tiles", with its folder {images} as INPUT_FOLDER.',
                folder=listing.folder,
                images=folders[FIRST],
            )
        names = (folders[FIRST], folders[other])
        sides = tuple([path for path in listing.images if path.parts[0] == name] for name in names)
        found = _read_map(listing.folder, names, (sides[0], sides[1]))
        found = found or match_pairs(names, [_name_image(path) for side in sides for path in side])
        return found._replace(bands=_band_names(listing.folder))


def _name_image(path: PurePosixPath) -> NamedImage:
    """Return an image whose side is the first folder on its path."""
    side, *rest = path.parts
    return parse_path(PurePosixPath(*rest))._replace(path=path, side=side)


def _read_map(
    folder: Path, names: tuple[str, str], sides: tuple[list[PurePosixPath], list[PurePosixPath]]
) -> PairListing | None:
    """Return the pairs that map.txt lists, one a line; none if it lists no images of both sides."""
    try:
        lines = (folder / MAP).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    existing = [{str(path).casefold(): path for path in side} for side in sides]
    pairs: dict[str, ImagePair] = {}
    unpaired: dict[PurePosixPath, None] = {}
    for line in lines:
        paths = [path.replace("\\", "/") for path in _PATHS.findall(line)]
        wanted = [[p for p in paths if p.casefold().startswith(f"{name.casefold()}/")] for name in names]
        if not all(wanted):
            continue
        first, second = (side.get(found[0].casefold()) for side, found in zip(existing, wanted, strict=True))
        if first and second:
            pairs[first.stem] = ImagePair(first.stem, None, (first, second))
        else:
            unpaired.update(dict.fromkeys(path for path in (first, second) if path))
    if not pairs:
        return None
    paired = {path for pair in pairs.values() for path in pair.files}
    # An image that map.txt does not list has no known counterpart.
    unpaired.update(dict.fromkeys(path for side in sides for path in side if path not in paired))
    return PairListing(names, tuple(pairs.values()), tuple(unpaired))


def _model_definition(folder: Path) -> Path | None:
    found = (
        path for path in sorted(folder.glob("*.emd")) if not is_system_file(path.name) and path.is_file()
    )
    return next(found, None)


def _band_names(folder: Path) -> tuple[str, ...]:
    """Return the bands' names in the .emd file, if they can be read."""
    path = _model_definition(folder)
    try:
        values = json.loads(path.read_text(encoding="utf-8-sig")) if path else {}
        names = values["InputRastersProps"]["BandNames"]
        return tuple(map(str, names)) if isinstance(names, list) else ()
    except (OSError, ValueError, KeyError, TypeError):
        return ()
