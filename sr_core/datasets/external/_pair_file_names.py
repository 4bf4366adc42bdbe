"""Reading names of files and folders: the split, the side, and which two images are a pair."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from ..splits import Split
from . import SUFFIXES, ImagePair, PairListing

SPLIT_WORDS: dict[str, Split] = {
    "train": "train",
    "training": "train",
    "val": "val",
    "valid": "val",
    "validation": "val",
    "test": "test",
    "testing": "test",
}
SIDE_WORDS = frozenset(
    (
        *("lr", "low", "lowres", "lores", "coarse", "input", "inputs", "source", "x2", "x3", "x4", "x8"),
        *("hr", "high", "highres", "hires", "fine", "target", "targets", "gt", "truth", "reference"),
        *("l8", "lc08", "landsat", "landsat8", "s2", "sentinel", "sentinel2"),
    )
)
"""Usual names of the sides of a pair. None of them decides which side is LR."""

_SEPARATOR = re.compile(r"[\W_]+")
_WITH_SIDE_WORD = (
    re.compile(r"(?P<rest>.+?)[\W_]+(?P<word>[^\W_]+)"),
    re.compile(r"(?P<word>[^\W_]+)[\W_]+(?P<rest>.+)"),
    re.compile(r"(?P<rest>.*\d)(?P<word>[xX][2348])"),  # 0001x4, as in DIV2K
)


class NamedImage(NamedTuple):
    """An image, and what its path tells."""

    path: PurePosixPath
    split: Split | None
    side: str
    """Name of its side according to the folders it is in; "" if they do not tell."""
    stem: str
    """The rest of the path, without suffix, which distinguishes it from others of its side."""


def parse_path(path: PurePosixPath) -> NamedImage:
    """Return what the folders on a path tell."""
    split: Split | None = None
    sides, others = [], []
    for part in path.parts[:-1]:
        words = [word for word in _SEPARATOR.split(part.casefold()) if word]
        split_words = [word for word in words if word in SPLIT_WORDS]
        side_words = SIDE_WORDS.intersection(words)
        # "test" is a split, "test site" is not, but DIV2K_train_HR names both split and side.
        if split is None and split_words and (len(words) == 1 or side_words):
            split = SPLIT_WORDS[split_words[0]]
            words.remove(split_words[0])
        if side_words:
            sides.append(" ".join(words))
        elif words or not split_words:
            others.append(part)
    return NamedImage(path, split, "/".join(sides), "/".join([*others, path.stem]))


def strip_side_word(stem: str) -> tuple[str, str]:
    """Return the side's word that a stem ends or else begins with, in lower case ("" if none), and the rest."""
    place, slash, name = stem.rpartition("/")
    for pattern in _WITH_SIDE_WORD:
        found = pattern.fullmatch(name)
        if found and found["word"].casefold() in SIDE_WORDS:
            return found["word"].casefold(), f"{place}{slash}{found['rest']}"
    return "", stem


def match_pairs(names: tuple[str, str], images: Sequence[NamedImage]) -> PairListing:
    """Pair the images of two sides by name.

    Names are compared as they are, without case, and without case and the word for the side; the comparison that
    gives the most pairs counts.

    Args:
        names: Of the two sides.
        images: Of both sides; those of other sides are ignored.
    """
    sides = [[image for image in images if image.side == name] for name in names]

    def pair_by(key: Callable[[str], str]) -> tuple[list[ImagePair], list[PurePosixPath]]:
        first, second = (_by_key(side, key) for side in sides)
        pairs = [
            ImagePair("/".join(filter(None, key)), image.split, (image.path, second[key].path))
            for key, image in first.items()
            if key in second
        ]
        unpaired = [image.path for here, other in ((first, second), (second, first))
                    for key, image in here.items() if key not in other]  # fmt: skip
        return pairs, unpaired

    keys: tuple[Callable[[str], str], ...] = (
        str,
        str.casefold,
        lambda stem: strip_side_word(stem)[1].casefold(),
    )
    pairs, unpaired = max(map(pair_by, keys), key=lambda found: len(found[0]))
    return PairListing(names, tuple(pairs), tuple(unpaired))


def _by_key(side: Sequence[NamedImage], key: Callable[[str], str]) -> dict[tuple[str, str], NamedImage]:
    """Return the images of a side by split and key; of several formats, the first of `SUFFIXES`."""
    found: dict[tuple[str, str], NamedImage] = {}
    for image in sorted(side, key=lambda each: SUFFIXES.index(each.path.suffix.lower())):
        found.setdefault((image.split or "", key(image.stem)), image)
    return dict(sorted(found.items()))
