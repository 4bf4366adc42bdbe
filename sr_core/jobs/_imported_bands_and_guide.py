"""Adds to an imported model's description which bands its result has and which guide it takes."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from ..datasets.guide_info import GuideInfo
from ..errors import InputError
from ..package.card import band_names
from ..package.info import FORMAT, PackageInfo
from ..progress import Log
from ..raster.radiometry import Radiometry


def split_names(text: str | None) -> tuple[str, ...]:
    """Return the names in a text that separates them by commas."""
    return tuple(name.strip() for name in text.split(",")) if text else ()


def with_result_bands(
    info: PackageInfo, results: int, names: Sequence[str]
) -> Generator[Log, None, PackageInfo]:
    """Return a model's description with the bands of its result added.

    Args:
        info: The model's description.
        results: Number of bands of the model's result.
        names: Names of the result's bands, as the user gives them (RESULT_BANDS). Empty: the first `results` bands that
            the model takes.

    Raises:
        InputError: The number of names is not `results`, or a name is not one of the model's bands.
    """
    bands = info.bands
    places = tuple(bands.index(name) for name in names if name in bands) if names else tuple(range(results))
    if len(places) != results or len(names) not in (0, results):
        raise InputError(
            "RESULT_BANDS is {names}, and the model gives {count} of the bands {bands}: name as many of these.",
            names=", ".join(names),
            count=results,
            bands=", ".join(band_names(bands)),
        )
    if places == tuple(range(len(bands))):
        return info
    yield Log(
        "The model takes {count} bands and returns {bands}.",
        count=len(bands),
        bands=", ".join(band_names(tuple(bands[place] for place in places))),
    )
    return info.model_copy(update={"outputs": places, "format": FORMAT})


def with_guide(
    info: PackageInfo,
    guide_bands: int,
    guide_ratio: int,
    names: Sequence[str],
    ratio: int | None,
    radiometry: Radiometry,
) -> PackageInfo:
    """Return a model's description with the guide that it takes added.

    Args:
        info: The model's description.
        guide_bands: Number of bands of the network's guide; 0 for a model that takes one image.
        guide_ratio: Number of the guide's pixels along the side of one of the image.
        names: Names of the guide's bands, as the user gives them (GUIDE_BANDS); may be empty.
        ratio: Pixel size of the input over that of the guide, as the user gives it (GUIDE_RATIO).
        radiometry: From the network's numbers to physical values. Gain and offset of its first band hold for the guide.

    Raises:
        InputError: The names are not as many as the guide's bands, the ratio is another, or there is no guide.
    """
    if not guide_bands:
        if names or ratio:
            raise InputError("The model takes one image: leave GUIDE_BANDS and GUIDE_RATIO blank.")
        return info
    if ratio not in (None, guide_ratio):
        raise InputError(
            "GUIDE_RATIO is {asked}, and the guide of the network is {found} times as fine: leave GUIDE_RATIO blank.",
            asked=ratio,
            found=guide_ratio,
        )
    if names and len(names) != guide_bands:
        raise InputError(
            "GUIDE_BANDS has {given} names and the guide of the network has {bands} bands.",
            given=len(names),
            bands=guide_bands,
        )
    described = GuideInfo(
        bands=tuple(names) or ("",) * guide_bands,
        ratio=guide_ratio,
        dtype=None,
        radiometry=Radiometry.identity(guide_bands),
        mean=radiometry.offset[:1] * guide_bands,
        std=radiometry.gain[:1] * guide_bands,
    )
    return info.model_copy(update={"guide": described, "format": FORMAT})
