"""Matches a guide to the model that takes it: its bands, its pixel size, and what its pixel values mean."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import ExitStack

from ..datasets.guide_info import GuideInfo
from ..errors import InputError
from ..i18n import say
from ..package.info import PackageInfo
from ..progress import Log
from ..raster.band_scaling import declared_radiometry
from ..raster.guided_raster import Guided, open_guided
from ..raster.radiometry import Radiometry
from ..raster.raster_reader import Raster, open_raster
from ..raster.undeclared_nodata import warn_of_undeclared_nodata
from ..raster.wavelengths import contradictions, find_bands, labels, read_labels


def describe_guide(guide: GuideInfo | None) -> str:
    """Return number of bands and pixel size of a guide as a translated phrase, to be used in errors."""
    if guide is None:
        return say("no guide")
    return say(
        "a guide of {count} bands at {ratio} times finer pixels", count=len(guide.bands), ratio=guide.ratio
    )


def require_guide(info: PackageInfo, guide: str | None, model: str) -> None:
    """Require a guide for a model that takes a guide, and no guide for any other model.

    Args:
        info: The model's description.
        guide: Path of the guide; None without a guide.
        model: The model's name, for the error.

    Raises:
        InputError: The model takes a guide and there is none, or there is a guide and the model takes none.
    """
    if info.guide and not guide:
        raise InputError(
            "{model} takes a second raster of the same place, with pixels {ratio} times as fine as the input's and the bands "
            "{bands}: name it in GUIDE.",
            model=model,
            ratio=info.guide.ratio,
            bands=", ".join(name or "?" for name in info.guide.bands),
        )
    if guide and not info.guide:
        raise InputError(
            "{model} takes one raster and has no use for a guide: leave GUIDE blank, or choose a model with a guide.",
            model=model,
        )


def match_guide(
    lr: Raster,
    path: str,
    bands: Sequence[int] | None,
    wanted: GuideInfo,
    nodata: Sequence[float] | None,
    files: ExitStack,
) -> Generator[Log, None, tuple[Guided, Radiometry]]:
    """Open a guide for a raster; return the two as one source, and the radiometry of the guide's channels.

    Args:
        lr: The raster, with the bands that the model wants.
        path: Path of the guide.
        bands: Indices from 1 of the guide's bands, in the order that the model wants; None: bands are found by their names.
        wanted: The guide that the model was trained with.
        nodata: Values that mean no data, beside what files say. A single value holds for the guide as well.
        files: The exit stack that closes the guide.

    Raises:
        InputError: The guide's bands, pixel size or pixel type do not fit the model.
        NoOverlapError: The guide does not overlap the raster.
    """
    common = nodata if nodata and len(nodata) == 1 else None
    guide = files.enter_context(open_raster(path, bands, nodata=common))
    if not bands or len(bands) != len(wanted.bands):
        guide = _with_bands(guide, wanted)
    guided = files.enter_context(open_guided(lr, guide))
    if guided.ratio != wanted.ratio:
        raise InputError(
            "The model takes a guide whose pixels are {wanted} times as fine as those of the raster, and those of {guide} are "
            "{found} times as fine as those of {path}: choose another GUIDE or model.",
            wanted=wanted.ratio,
            guide=path,
            found=guided.ratio,
            path=lr.name,
        )
    if not guided.guide.is_aligned:
        yield Log("The guide {guide} is resampled onto the pixels of {path}.", guide=path, path=lr.name)
    yield from warn_of_undeclared_nodata(guide, guide.region)
    return guided, _match_radiometry(guide, wanted)


def _with_bands(guide: Raster, wanted: GuideInfo) -> Raster:
    """Return a guide with the bands that a model wants, found by name; where bands have no names, all in their order."""
    want, found = labels(wanted.bands), read_labels(guide.dataset, guide.bands)
    places = [place for place in find_bands(want, found) if place is not None]
    if len(places) == len(want) == len(set(places)):
        return guide.choose(places)
    if len(want) != len(found) or contradictions(want, found):
        raise InputError(
            "The model expects a guide of the bands {wanted}, and those of {guide} are {found}: choose them in "
            "GUIDE_BANDS, in this order, or another GUIDE.",
            wanted=", ".join(each.name or "?" for each in want),
            guide=guide.name,
            found=", ".join(each.name or "?" for each in found),
        )
    return guide


def _match_radiometry(guide: Raster, wanted: GuideInfo) -> Radiometry:
    """Return the radiometry of the folded guide's channels: the one that its file declares, or the one of the training."""
    scaling = guide.profile.scaling
    if wanted.dtype is not None and guide.dtype != wanted.dtype and not (scaling and all(scaling.declared)):
        raise InputError(
            "The model was trained with a guide of {trained} pixels and {guide} has {dtype} pixels and does not say what they "
            "mean: convert it to {trained}.",
            trained=wanted.dtype,
            guide=guide.name,
            dtype=guide.dtype,
        )
    usual = wanted.radiometry
    if wanted.dtype is None:
        usual = Radiometry.default(guide.dtype, len(guide.bands))
    own = declared_radiometry(guide.name, scaling, usual)
    return wanted.model_copy(update={"radiometry": own}).folded_radiometry
