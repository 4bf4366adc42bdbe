"""Both sides in one folder, distinguished by a word that begins or ends the name: a_lr.tif and a_hr.tif."""

from __future__ import annotations

from . import Listing, PairLayout, PairListing
from ._pair_file_names import match_pairs, parse_path, strip_side_word


class TwoSidesInOneFolder(PairLayout):
    """Images named in pairs."""

    def find(self, listing: Listing) -> PairListing | None:
        images = [
            image._replace(side=strip_side_word(image.stem)[0]) for image in map(parse_path, listing.images)
        ]
        sides = sorted({image.side for image in images})
        if len(sides) > 2 and sides[0] == "":
            sides = sides[1:]  # images without such a word are something else, such as previews
        return match_pairs((sides[0], sides[1]), images) if len(sides) == 2 else None
