"""Each side in a folder of its own: lr and hr, low and high, input and target, or any other two."""

from __future__ import annotations

from ...errors import BadInput
from . import Listing, PairLayout, PairListing
from ._names import NamedSide, marked, paired, told


class TwoFolders(PairLayout):
    """Two folders of images"""

    def find(self, listing: Listing) -> PairListing | None:
        halves = list(map(told, listing.images))
        named = [half for half in halves if half.side]
        sides = sorted({half.side for half in named})
        if len(sides) > 2:
            raise BadInput(
                "{folder} has images in more than two folders, and which two are the sides of pairs is not clear: "
                "leave two, such as lr and hr, and move the others elsewhere.",
                folder=listing.folder,
            )
        if len(sides) < 2:
            named = [_by_folder(half) for half in halves if half.side or "/" in half.stem]
            sides = sorted({half.side for half in named})
            if len(sides) != 2 or all(_has_both(named, side) for side in sides):
                return None
        a, b = sides
        return paired((a, b), ([h for h in named if h.side == a], [h for h in named if h.side == b]))


def _by_folder(half: NamedSide) -> NamedSide:
    """The folder that an image is in, whatever it is called, is its side."""
    place, _, name = half.stem.rpartition("/")
    return half if half.side else half._replace(side=place, stem=name)


def _has_both(halves: list[NamedSide], side: str) -> bool:
    """Whether a folder seems to hold both images of pairs, their names telling the sides."""
    return len({marked(half.stem)[0] for half in halves if half.side == side}) > 1
