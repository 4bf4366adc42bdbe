"""What is said of the bands of an ONNX model beside those that it takes: of its result's, and of its guide's."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from ..datasets.guide_info import GuideInfo
from ..errors import InputError
from ..package.card import band_names
from ..package.info import FORMAT, PackageInfo
from ..package.onnx_model import OnnxGuide
from ..progress import Log
from ..raster.radiometry import Radiometry


def split_names(text: str | None) -> tuple[str, ...]:
    """Return the names in a text with commas between."""
    return tuple(name.strip() for name in text.split(",")) if text else ()


def with_result_bands(
    info: PackageInfo, results: int, names: Sequence[str]
) -> Generator[Log, None, PackageInfo]:
    """Return a description that says which of its bands a model gives.

    Args:
        info: The description.
        results: How many the model gives.
        names: Those that the user names (RESULT_BANDS); without any, all, or the first.

    Raises:
        InputError: They are not so many, or none of the model's.
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
        "Of the {count} bands that the model takes it gives {bands}.",
        count=len(bands),
        bands=", ".join(band_names(tuple(bands[place] for place in places))),
    )
    return info.model_copy(update={"outputs": places, "format": FORMAT})


def with_guide(
    info: PackageInfo, guide: OnnxGuide | None, names: Sequence[str], ratio: int | None, numbers: Radiometry
) -> PackageInfo:
    """Return a description that says which guide a model takes.

    Args:
        info: The description.
        guide: What was found out; none of a model that takes one image.
        names: Of the guide's bands, as the user names them (GUIDE_BANDS), or none.
        ratio: What the user says of its pixels (GUIDE_RATIO).
        numbers: From the network's numbers to physical values, of which the first band's are the guide's too.

    Raises:
        InputError: The names are not as many as the guide's bands, or there is no guide.
    """
    if guide is None:
        if names or ratio:
            raise InputError("The model takes one image: leave GUIDE_BANDS and GUIDE_RATIO blank.")
        return info
    if names and len(names) != guide.bands:
        raise InputError(
            "GUIDE_BANDS has {given} names and the guide of the network has {bands} bands.",
            given=len(names),
            bands=guide.bands,
        )
    described = GuideInfo(
        bands=tuple(names) or ("",) * guide.bands,
        ratio=guide.ratio,
        dtype=None,
        radiometry=Radiometry.identity(guide.bands),
        mean=numbers.offset[:1] * guide.bands,
        std=numbers.gain[:1] * guide.bands,
    )
    return info.model_copy(update={"guide": described, "format": FORMAT})
