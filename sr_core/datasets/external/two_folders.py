"""Each side in a folder of its own: lr and hr, low and high, input and target, or any other two."""

from __future__ import annotations

from ...errors import InputError
from . import Listing, PairLayout, PairListing
from ._pair_file_names import NamedImage, match_pairs, parse_path, strip_side_word


class TwoFolders(PairLayout):
    """Two folders of images."""

    def find(self, listing: Listing) -> PairListing | None:
        images = [parse_path(path) for path in listing.images]
        sides = sorted({image.side for image in images if image.side})
        if len(sides) > 2:
            raise InputError(
                "{folder} has images in more than two folders, and which two are the sides of pairs is not clear: "
                "leave two, such as lr and hr, and move the others elsewhere.",
                folder=listing.folder,
            )
        if len(sides) < 2:
            images = [_use_folder_as_side(image) for image in images if image.side or "/" in image.stem]
            sides = sorted({image.side for image in images})
            if len(sides) != 2 or all(_has_both_sides(images, side) for side in sides):
                return None
        return match_pairs((sides[0], sides[1]), images)


def _use_folder_as_side(image: NamedImage) -> NamedImage:
    """Return the image with its folder as its side, if it has no side yet."""
    folder, _, name = image.stem.rpartition("/")
    return image if image.side else image._replace(side=folder, stem=name)


def _has_both_sides(images: list[NamedImage], side: str) -> bool:
    """Return whether a folder seems to hold both images of pairs, whose names tell the sides."""
    return len({strip_side_word(image.stem)[0] for image in images if image.side == side}) > 1
