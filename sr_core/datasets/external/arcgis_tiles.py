"""What ArcGIS' "Export Training Data For Deep Learning" writes as Export Tiles, of two rasters."""

from __future__ import annotations

import json
import re
from pathlib import Path, PurePosixPath

from ...errors import BadInput
from . import SUFFIXES, ImagePair, Listing, PairLayout, PairListing
from ._names import paired, told

FIRST, OTHERS = "images", ("images2", "labels")
"""Folders of the two sides. Which holds the finer one depends on who exported: documentation and code of ArcGIS
disagree."""

MAP = "map.txt"
_PATHS = re.compile(rf"(\S.*?(?:{'|'.join(map(re.escape, SUFFIXES))}))(?=\s|$)", re.IGNORECASE)


class ArcgisTiles(PairLayout):
    """ArcGIS Export Tiles"""

    def find(self, listing: Listing) -> PairListing | None:
        folders = {path.parts[0].casefold(): path.parts[0] for path in listing.images if len(path.parts) == 2}
        if FIRST not in folders or not (
            (listing.folder / MAP).is_file() or _model_definition(listing.folder)
        ):
            return None
        other = next((name for name in OTHERS if name in folders), None)
        if other is None:
            raise BadInput(
                "{folder} is an ArcGIS export of one raster only: make pairs of it with "
                '"Export SR training tiles", its folder {images} being INPUT_FOLDER.',
                folder=listing.folder,
                images=folders[FIRST],
            )
        names = (folders[FIRST], folders[other])
        sides = tuple([path for path in listing.images if path.parts[0] == name] for name in names)
        by_name = paired(names, (list(map(told, sides[0])), list(map(told, sides[1]))))
        by_map = _mapped(listing.folder, names, (sides[0], sides[1]))
        return (by_map or by_name)._replace(bands=_band_names(listing.folder))


def _mapped(
    folder: Path, names: tuple[str, str], sides: tuple[list[PurePosixPath], list[PurePosixPath]]
) -> PairListing | None:
    """The pairs as map.txt lists them, a line for each; none if it does not list any that is there."""
    try:
        lines = (folder / MAP).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    there = [{str(path).casefold(): path for path in side} for side in sides]
    couples: dict[str, ImagePair] = {}
    alone: dict[PurePosixPath, None] = {}
    for line in lines:
        paths = [path.replace("\\", "/") for path in _PATHS.findall(line)]
        wanted = [[p for p in paths if p.casefold().startswith(f"{name.casefold()}/")] for name in names]
        if not all(wanted):
            continue
        first, second = (side.get(found[0].casefold()) for side, found in zip(there, wanted, strict=True))
        if first and second:
            couples[first.stem] = ImagePair(first.stem, None, (first, second))
        else:
            alone.update(dict.fromkeys(path for path in (first, second) if path))
    if not couples:
        return None
    coupled = {path for couple in couples.values() for path in couple.files}
    # An image that map.txt does not list has no other half that anyone knows of.
    alone.update(dict.fromkeys(path for side in sides for path in side if path not in coupled))
    return PairListing(names, tuple(couples.values()), tuple(alone))


def _model_definition(folder: Path) -> Path | None:
    return next((path for path in sorted(folder.glob("*.emd")) if path.is_file()), None)


def _band_names(folder: Path) -> tuple[str, ...]:
    """As the .emd file has them, or none: it is a help and no more."""
    path = _model_definition(folder)
    try:
        values = json.loads(path.read_text(encoding="utf-8-sig")) if path else {}
        names = values["InputRastersProps"]["BandNames"]
        return tuple(map(str, names)) if isinstance(names, list) else ()
    except (OSError, ValueError, KeyError, TypeError):
        return ()
