"""Sharpens coarse bands to the pixels of finer bands of the same place, by a model that takes both."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import ExitStack
from pathlib import Path

from ..errors import InputError
from ..package.srpk import ModelPackage
from ..progress import Log, Progress
from ..raster.cog import raw_writer
from ..raster.local_band_copies import StagedBands
from ..raster.wavelengths import find_bands, labels
from .band_matching import match_bands
from .guide_matching import match_guide
from .predictor import Predictor
from .radiometry_matching import match_radiometry
from .result_profile import build_result_profile


def require_fusion(package: ModelPackage, coarse: Sequence[str], scale: int) -> None:
    """Require a model that takes a guide and gives all coarse bands at a scale.

    Raises:
        InputError: The model takes no guide, or lacks a band or the scale.
    """
    info = package.info
    given = [info.bands[place] for place in info.result_places]
    missing = [
        band
        for band, place in zip(coarse, find_bands(labels(coarse), labels(given)), strict=True)
        if place is None
    ]
    if info.guide is None or package.net.scale != scale or missing:
        raise InputError(
            "{model} does not produce {bands} at {scale} times finer pixels from a guide, which is needed here: "
            "choose a model that was trained for it, or leave MODEL blank to learn from the scene.",
            model=package.name,
            bands=", ".join(missing or coarse),
            scale=scale,
        )


def fuse_bands(
    package: ModelPackage, predictor: Predictor, coarse: StagedBands, fine: StagedBands, path: Path
) -> Generator[Progress | Log, None, Path]:
    """Sharpen coarse bands to the pixels of the fine bands, and write them; return the path of the file.

    Args:
        package: A model that `require_fusion` has accepted.
        predictor: The predictor of that model.
        coarse: The bands to sharpen.
        fine: The fine bands, which are the guide.
        path: a name in the folder that is written into.

    Raises:
        InputError: The bands do not fit the model.
    """
    guide = package.info.guide
    if guide is None:
        raise TypeError("a model without a guide")
    with coarse.open() as whole, ExitStack() as files:
        raster = yield from match_bands(whole, package.info.bands, by_name=True)
        guided, meaning = yield from match_guide(raster, str(fine.path), None, guide, None, files)
        radiometry = match_radiometry(raster, package.info, None, None).followed_by(meaning)
        with raw_writer(path, build_result_profile(guided, coarse.place, package, predictor)) as writer:
            yield from predictor.run(guided, radiometry, coarse.place, writer)
    return writer.raw
