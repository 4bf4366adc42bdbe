"""Pairs of tiles that other programs have made: one file for each way in which they are laid out in a folder."""

from __future__ import annotations

import os
from abc import abstractmethod
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from ...errors import BadInput
from ...schema import Choice
from ..tileset import INFO, Split

SUFFIXES = (".tif", ".tiff", ".png", ".jpg", ".jpeg")
"""Of images that are looked at; where one tile is there in several, the first of these is taken."""

DEEPEST = 3
"""Folders within folders that are looked into."""


class Listing(NamedTuple):
    """The images of a folder; what else lies about is nobody's business."""

    folder: Path
    images: tuple[PurePosixPath, ...]
    """Relative to the folder, by name."""


class ImagePair(NamedTuple):
    """Two images of one place; which of them is the finer one, their pixels tell."""

    name: str
    """Unlike that of any other couple."""
    split: Split | None
    """Where the folder says it."""
    files: tuple[PurePosixPath, PurePosixPath]
    """One of each side, the sides in the same order for all couples; relative to the folder."""


class PairListing(NamedTuple):
    """What a layout makes of a listing."""

    sides: tuple[str, str]
    """What the folder calls the two sides."""
    couples: tuple[ImagePair, ...]
    alone: tuple[PurePosixPath, ...]
    """Images of the two sides that lack their other half; some may not exist, where only a list tells of them."""
    bands: tuple[str, ...] = ()
    """Names of the bands, where something beside the images tells."""


class PairLayout(Choice):
    """A way to lay out pairs of tiles; the first line of the docstring is what users know it by."""

    @abstractmethod
    def find(self, listing: Listing) -> PairListing | None:
        """The pairs, or none if the folder is not laid out so.

        Raises:
            BadInput: it is, but not clearly.
        """
        raise NotImplementedError


def listed(folder: Path) -> Listing:
    """The images of a folder and of those in it; hidden ones are left alone.

    Raises:
        BadInput: it may not be read.
    """

    def refuse(error: OSError) -> None:
        raise BadInput(
            "The folder {folder} cannot be read ({reason}).", folder=error.filename, reason=error.strerror
        )

    def images() -> Iterator[PurePosixPath]:
        for place, folders, files in os.walk(folder, onerror=refuse, followlinks=True):
            within = PurePosixPath(Path(place).relative_to(folder).as_posix())
            deeper = len(within.parts) < DEEPEST
            folders[:] = [name for name in folders if deeper and not name.startswith(".")]
            for name in files:
                if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                    yield within / name

    return Listing(folder, tuple(sorted(images())))


def recognised(listing: Listing) -> tuple[PairLayout, PairListing]:
    """The layout of a folder, and its pairs.

    Raises:
        BadInput: there is no image, no layout fits, or most images lack their other half.
    """
    if not listing.images:
        raise BadInput(
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
        if len(found.alone) > 2 * len(found.couples):
            raise BadInput(
                "{count} of {total} images of {folder} lack their other half, such as {path}: give both images of a "
                "pair the same name.",
                count=len(found.alone),
                total=len(found.alone) + 2 * len(found.couples),
                folder=listing.folder,
                path=found.alone[0],
            )
        return layout, found
    raise BadInput(
        "There is no tile set in {folder} (no {info}), and its images, such as {path}, are not pairs: put the two "
        "images of a pair under one name into the folders lr and hr, or end their names in _lr and _hr.",
        folder=listing.folder,
        info=INFO,
        path=listing.images[0],
    )


PairLayout.discover(__name__, __path__)
