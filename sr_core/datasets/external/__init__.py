"""Pairs of tiles made by other programs: one file for each layout of their folders."""

from __future__ import annotations

import os
from abc import abstractmethod
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from ...errors import InputError
from ...os_metadata_files import is_system_file
from ...schema import Choice
from ..splits import Split
from ..tileset_info import INFO

SUFFIXES = (".tif", ".tiff", ".png", ".jpg", ".jpeg")
"""Of images; where a tile is there in several formats, the first of these is taken."""

MAX_DEPTH = 3
"""Levels of subfolders that are searched."""


class Listing(NamedTuple):
    """The images in a folder."""

    folder: Path
    images: tuple[PurePosixPath, ...]
    """Relative to the folder, by name."""


class ImagePair(NamedTuple):
    """Two images of one place; which of them is LR, their pixel sizes tell."""

    name: str
    """Unique in the folder."""
    split: Split | None
    """The split that the folder assigns it to, if any."""
    files: tuple[PurePosixPath, PurePosixPath]
    """One of each side, in the same order for all pairs; relative to the folder."""


class PairListing(NamedTuple):
    """The pairs that a layout finds in a listing."""

    sides: tuple[str, str]
    """Names of the two sides in the folder."""
    pairs: tuple[ImagePair, ...]
    unpaired: tuple[PurePosixPath, ...]
    """Images of the two sides without a counterpart."""
    bands: tuple[str, ...] = ()
    """Names of the bands, if a file beside the images has them."""


class PairLayout(Choice):
    """A way to arrange pairs of tiles in a folder; the docstring's first line is its name for users."""

    @abstractmethod
    def find(self, listing: Listing) -> PairListing | None:
        """Return the pairs, or none if the folder has another layout.

        Raises:
            InputError: it has this layout, but is incomplete or ambiguous.
        """


def list_images(folder: Path) -> Listing:
    """List the images in a folder and its subfolders, except hidden ones and the system's own.

    Raises:
        InputError: a folder cannot be read.
    """

    def refuse(error: OSError) -> None:
        raise InputError(
            "The folder {folder} cannot be read ({reason}).", folder=error.filename, reason=error.strerror
        )

    def images() -> Iterator[PurePosixPath]:
        for place, folders, files in os.walk(folder, onerror=refuse, followlinks=True):
            within = PurePosixPath(Path(place).relative_to(folder).as_posix())
            deeper = len(within.parts) < MAX_DEPTH
            folders[:] = [name for name in folders if deeper and not is_system_file(name)]
            for name in files:
                if name.lower().endswith(SUFFIXES) and not is_system_file(name):
                    yield within / name

    return Listing(folder, tuple(sorted(images())))


def recognise(listing: Listing) -> tuple[PairLayout, PairListing]:
    """Return the layout of a folder and its pairs.

    Raises:
        InputError: there is no image, no layout matches, or most images have no counterpart.
    """
    if not listing.images:
        raise InputError(
            "There is no tile set in {folder} (no {info}, and no pairs of images in folders such as lr and hr): "
            'make one with "Export SR training tiles".',
            folder=listing.folder,
            info=INFO,
        )
    for member in PairLayout.members.values():
        layout = member()
        found = layout.find(listing)
        if found is None:
            continue
        if len(found.unpaired) > 2 * len(found.pairs):
            raise InputError(
                "{count} of {total} images of {folder} have no counterpart, such as {path}: give both images of "
                "a pair the same name.",
                count=len(found.unpaired),
                total=len(found.unpaired) + 2 * len(found.pairs),
                folder=listing.folder,
                path=found.unpaired[0],
            )
        return layout, found
    raise InputError(
        "There is no tile set in {folder} (no {info}), and its images, such as {path}, are not pairs: put the two "
        "images of a pair under one name into the folders lr and hr, or end their names in _lr and _hr.",
        folder=listing.folder,
        info=INFO,
        path=listing.images[0],
    )


PairLayout.discover(__name__, __path__, others=("cache", "folder_reader", "pair_headers"))
