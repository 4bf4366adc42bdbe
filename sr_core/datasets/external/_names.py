"""What the names of files and folders say: the split, the side, and which two images belong together."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from ..tileset import Split
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
"""What people call the sides of a pair. None of these words decides which side is the finer one."""

_SEPARATOR = re.compile(r"[\W_]+")
_MARKED = (
    re.compile(r"(?P<rest>.+?)[\W_]+(?P<word>[^\W_]+)"),
    re.compile(r"(?P<word>[^\W_]+)[\W_]+(?P<rest>.+)"),
    re.compile(r"(?P<rest>.*\d)(?P<word>[xX][2348])"),  # 0001x4, as DIV2K has it
)


class NamedSide(NamedTuple):
    """An image, and what its path says."""

    path: PurePosixPath
    split: Split | None
    side: str
    """What the folders that it is in call its side; "" where they say nothing."""
    stem: str
    """The rest of the path, without suffix: what tells it from the others of its side."""


def told(path: PurePosixPath) -> NamedSide:
    """What the folders on a path say."""
    split: Split | None = None
    sides, others = [], []
    for part in path.parts[:-1]:
        words = [word for word in _SEPARATOR.split(part.casefold()) if word]
        about_split = [word for word in words if word in SPLIT_WORDS]
        about_side = SIDE_WORDS.intersection(words)
        # "test" is a split; a place called "test site" is none, but DIV2K_train_HR tells both split and side.
        if split is None and about_split and (len(words) == 1 or about_side):
            split = SPLIT_WORDS[about_split[0]]
            words.remove(about_split[0])
        if about_side:
            sides.append(" ".join(words))
        elif words or not about_split:
            others.append(part)
    return NamedSide(path, split, "/".join(sides), "/".join([*others, path.stem]))


def marked(stem: str) -> tuple[str, str]:
    """The word for the side that a stem ends or else begins with, in small letters, and the stem without it."""
    place, slash, name = stem.rpartition("/")
    for pattern in _MARKED:
        found = pattern.fullmatch(name)
        if found and found["word"].casefold() in SIDE_WORDS:
            return found["word"].casefold(), f"{place}{slash}{found['rest']}"
    return "", stem


def paired(names: tuple[str, str], sides: tuple[Sequence[NamedSide], Sequence[NamedSide]]) -> PairListing:
    """The images of two sides that belong together: those of the same name, or else whose names differ only in
    capitals, or in the word for the side. The way of comparing that pairs the most is taken."""

    def bare(stem: str) -> str:
        return marked(stem)[1].casefold()

    def pairs_by(same: Callable[[str], str]) -> tuple[list[ImagePair], list[PurePosixPath]]:
        first, second = (_by_name(side, same) for side in sides)
        couples = [
            ImagePair("/".join(filter(None, key)), half.split, (half.path, second[key].path))
            for key, half in first.items()
            if key in second
        ]
        alone = [half.path for here, there in ((first, second), (second, first)) for key, half in here.items()
                 if key not in there]  # fmt: skip
        return couples, alone

    ways: tuple[Callable[[str], str], ...] = (str, str.casefold, bare)
    couples, alone = max((pairs_by(same) for same in ways), key=lambda pairs: len(pairs[0]))
    return PairListing(names, tuple(couples), tuple(alone))


def _by_name(side: Sequence[NamedSide], same: Callable[[str], str]) -> dict[tuple[str, str], NamedSide]:
    """The images of a side; where one is there in several formats, in the first of `SUFFIXES`."""
    found: dict[tuple[str, str], NamedSide] = {}
    for half in sorted(side, key=lambda half: SUFFIXES.index(half.path.suffix.lower())):
        found.setdefault((half.split or "", same(half.stem)), half)
    return dict(sorted(found.items()))
