"""Both sides in one folder, told apart by a word at the end or the beginning of the name: a_lr.tif and a_hr.tif."""

from __future__ import annotations

from . import Listing, PairLayout, PairListing
from ._names import marked, paired, told


class TwoNames(PairLayout):
    """Images named in pairs"""

    def find(self, listing: Listing) -> PairListing | None:
        halves = [half._replace(side=marked(half.stem)[0]) for half in map(told, listing.images)]
        sides = sorted({half.side for half in halves})
        if len(sides) > 2 and sides[0] == "":
            sides = sides[1:]  # what bears neither mark is something else, such as a preview
        if len(sides) != 2:
            return None
        a, b = sides
        return paired((a, b), ([h for h in halves if h.side == a], [h for h in halves if h.side == b]))
