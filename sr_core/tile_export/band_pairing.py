"""Pairing of a low-resolution raster's bands with those of the high-resolution one, by their names."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace

from ..errors import InputError
from ..progress import Log
from ..raster.wavelengths import contradictions, find_bands, labels
from .source_opener import RasterFile, SourceOpener


def pair_bands(hr: SourceOpener, lr: RasterFile) -> Generator[Log, None, RasterFile]:
    """Return LR with its bands in the order of HR's, by their names; as it is where these do not say it.

    Where BANDS is set, it says which bands of both rasters are taken.

    Raises:
        InputError: by their names, the bands are others.
    """
    with hr.open() as fine, replace(lr, nodata=None).open() as coarse:  # NODATA is that of the pairs
        want, found = labels(fine.profile.descriptions), labels(coarse.profile.descriptions)
        indices = coarse.bands
    names = {
        "hr": hr.path,
        "hr_names": ", ".join(each.name or "?" for each in want),
        "lr": lr.path,
        "lr_names": ", ".join(each.name or "?" for each in found),
    }
    if lr.bands is None:
        places = [place for place in find_bands(want, found) if place is not None]
        if len(places) == len(want) == len(set(places)):
            bands = tuple(indices[place] for place in places)
            if bands != indices:
                yield Log(
                    "Bands {bands} of {lr} are those that {hr} names.",
                    bands=", ".join(map(str, bands)),
                    lr=lr.path,
                    hr=hr.path,
                )
            return replace(lr, bands=bands)
    if len(want) != len(found) or not contradictions(want, found):
        return lr  # another number is refused where the grids are compared
    if lr.bands is None:
        raise InputError(
            "The bands of {hr} are {hr_names} and those of {lr} are {lr_names}: choose rasters of the same bands, or, if "
            "the names are wrong, set BANDS to the bands of both.",
            **names,
        )
    yield Log(
        "The bands of {hr} are {hr_names} and those of {lr} are {lr_names}: they are paired because BANDS says so.",
        **names,
    )
    return lr


def refuse_other_assets(path: str, bands: Sequence[str], assets: Sequence[str]) -> None:
    """Refuse assets of a satellite scene that, by their names, see something else than the raster's bands.

    Args:
        path: of the raster, for the message.
        bands: names of the raster's bands.
        assets: names of the scene's assets, in the order in which they are read.

    Raises:
        InputError: there are as many of both, and they are others or in another order.
    """
    want, found = labels(bands), labels(assets)
    if len(want) == len(found) and contradictions(want, found):
        raise InputError(
            "The bands of {path} are {bands} and ASSETS are {assets}: set ASSETS to the corresponding ones, in "
            "the order of the bands, or choose BANDS in the order of ASSETS.",
            path=path,
            bands=", ".join(name or "?" for name in bands),
            assets=", ".join(assets),
        )
