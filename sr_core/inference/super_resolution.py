"""Opens a raster for a model, and super-resolves the window that a job asks for, or a block of it."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from rasterio.windows import Window

from ..i18n import format_number
from ..package.info import PackageInfo
from ..package.srpk import ModelPackage
from ..parameter_types import Extent
from ..progress import Advice, Log, Progress, run_part
from ..raster.cog import CogWriter, cog_writer
from ..raster.exif_orientation import log_turn
from ..raster.float32_precision import subtract_middle
from ..raster.ground_resolution import are_far, ground_resolution
from ..raster.guided_raster import Guided
from ..raster.pixel_windows import find_window
from ..raster.profile import RasterProfile
from ..raster.radiometry import Radiometry
from ..raster.raster_reader import Raster, open_raster
from ..raster.source import Source
from ..raster.tiling import zoom_slices
from ..raster.undeclared_nodata import warn_of_undeclared_nodata
from ..stac.sas_auth import renew_signature
from .backends.half_precision_choice import TAG
from .band_matching import match_bands
from .effective_halo import measure_if_worth
from .far_value_centring import warn_of_far_values
from .guide_matching import match_guide
from .model_loading import LoadedModel, ModelRequest
from .predictor import Predictor
from .radiometry_matching import match_radiometry, radiometry_log, warn_of_unlike_values
from .result_profile import build_result_profile, build_spread_profile

COMPUTING, COMPARING = 0.93, 0.96
"""Where in the progress computing ends, and where comparing the result with what it was made from; compression and
overviews follow."""

FAR_PIXELS = (
    "The model was trained on pixels of {trained} m and those of {path} are {here} m: expect worse results than "
    "its metrics say."
)


@dataclass(frozen=True)
class RasterRequest:
    """A raster, with the bands, extent and nodata that a job's parameters ask for."""

    path: str
    bands: Sequence[int] | None = None
    nodata: Sequence[float] | None = None
    guide: str | None = None
    guide_bands: Sequence[int] | None = None
    extent: Extent | None = None
    gain: Sequence[float] | None = None
    offset: Sequence[float] | None = None

    def open(
        self, request: ModelRequest, model: LoadedModel, files: ExitStack, *, measures: bool = True
    ) -> Generator[Progress | Log, None, SuperResolution]:
        """Open the raster and match a model to it, as `open_super_resolution` does."""
        return open_super_resolution(self, request, model, files, measures=measures)


@dataclass(frozen=True)
class SuperResolution:
    """A model and an open raster whose bands match it."""

    raster: Raster
    """The raster, with the bands that the model wants."""
    source: Source
    """The raster's bands, followed by the channels of a guide if the model takes one."""
    radiometry: Radiometry
    """From pixel values of the source to physical units."""
    window: Window
    """Window of the raster that is super-resolved."""
    package: ModelPackage
    predictor: Predictor
    profile: RasterProfile
    """Profile of the result for the window."""

    def profiles(self, window: Window, *, spread: bool) -> list[RasterProfile]:
        """Return the profiles of the results for a part of the window: of the raster, and with `spread` of the uncertainty."""
        inside = Window(
            window.col_off - self.window.col_off,
            window.row_off - self.window.row_off,
            window.width,
            window.height,
        )
        fine = Window.from_slices(*zoom_slices(inside, self.predictor.scale))
        part = self.profile if window == self.window else self.profile.crop(fine)
        return [part, build_spread_profile(part)] if spread else [part]

    def write(
        self, paths: Sequence[str], files: ExitStack
    ) -> Generator[Progress | Log, None, tuple[float | None, list[Path]]]:
        """Super-resolve the window, and write the files that users get.

        Args:
            paths: The raster, and perhaps the uncertainty.
            files: Puts the files in their places, or removes them after a failure.

        Returns:
            What `finish` returns, and the files as they are until `files` is closed.

        Raises:
            SrError: as `Predictor.run`.
            OutputError: a result cannot be written.
        """
        profiles = self.profiles(self.window, spread=len(paths) > 1)
        writers = [
            files.enter_context(cog_writer(path, profile))
            for path, profile in zip(paths, profiles, strict=True)
        ]
        yield from self.compute(writers)
        if writers[0].is_empty:
            yield Advice(
                ("extent", "nodata"),
                "Warning: {path} has no valid pixel there, or the guide has none, so that the result has "
                "no data anywhere: check EXTENT and NODATA.",
                path=self.raster.name,
            )
        residual = yield from self.finish(writers)
        return residual, [writer.raw for writer in writers]

    def compute(
        self, writers: Sequence[CogWriter], window: Window | None = None
    ) -> Generator[Progress | Log, None, None]:
        """Compute the window, or a block of it, and write its pixels; then call `finish` with the same.

        Args:
            writers: Writers of the results, in the order of `profiles`.
            window: The block, cut at the predictor's `cuts`; all of the window without.

        Raises:
            SrError: as `Predictor.run`.
        """
        first, predictor = writers[0], self.predictor
        block = window or self.window
        computing = predictor.run(self.source, self.radiometry, block, *writers, whole=self.window)
        yield from run_part(computing, 0, COMPUTING)
        if TAG in first.profile.tags and TAG not in predictor.tags:
            first.note(**{TAG: "exact"})

    def finish(
        self, writers: Sequence[CogWriter], window: Window | None = None
    ) -> Generator[Progress | Log, None, float | None]:
        """Compare what was computed with the raster, and make the files of it that users get.

        Returns:
            How far the result is from the raster, in percent, where it is held to it.

        Raises:
            OutputError: a result cannot be written.
        """
        residual = yield from self._measure_residual(writers, window or self.window)
        for number, writer in enumerate(writers):
            for share in writer.finish():
                yield Progress(
                    COMPARING + (1 - COMPARING) * (number + share) / len(writers),
                    "Compressing and building overviews",
                )
        return residual

    def _measure_residual(
        self, writers: Sequence[CogWriter], window: Window
    ) -> Generator[Progress | Log, None, float | None]:
        """Return how far a block of the result is from the raster, and note it in the files, where it is held to it."""
        residual = None
        if self.predictor.consistency:
            from .consistency_residual import measure_residual

            writers[0].close()
            places = self.package.info.result_places
            given, meaning = self.raster.choose(places), self.radiometry.choose(places)
            share = yield from run_part(
                measure_residual(writers[0].raw, given, meaning, window, self.predictor.consistency),
                COMPUTING,
                COMPARING,
            )
            residual = None if share is None else 100 * share
        if residual is not None:
            yield Log(
                "Degraded again, the result differs from the raster by {percent:.2f} %.", percent=residual
            )
            for writer in writers:
                writer.close()
                writer.note(FINER_RESIDUAL=f"{residual:.4g} %")
        return residual


def open_super_resolution(
    asked: RasterRequest,
    request: ModelRequest,
    model: LoadedModel,
    files: ExitStack,
    *,
    measures: bool = True,
) -> Generator[Progress | Log, None, SuperResolution]:
    """Open a raster and match a model to it.

    Args:
        asked: The raster.
        request: The request by which the model was loaded.
        model: The model.
        files: Closes the files.
        measures: Whether it is measured how far pixels matter, where nobody knows and that is worth it.

    Raises:
        SrError: Raster and model do not fit each other.
    """
    package, far, predictor, _ = model
    path = renew_signature(asked.path)
    whole = files.enter_context(open_raster(path, asked.bands, nodata=asked.nodata))
    if whole.palette:
        yield whole.palette.log()
    yield from log_turn(whole.dataset)
    raster, radiometry = yield from _match(whole, package.info, asked)
    source: Raster | Guided = raster
    if asked.guide and package.info.guide:
        guide = renew_signature(asked.guide)
        source, meaning = yield from match_guide(
            raster, guide, asked.guide_bands, package.info.guide, asked.nodata, files
        )
        radiometry = radiometry.followed_by(meaning)
    radiometry = subtract_middle(radiometry, far) if far else radiometry
    window = find_window(asked.extent, raster)
    if measures:
        yield from warn_of_undeclared_nodata(raster, window)
        yield from warn_of_far_values(source, window, radiometry)
        if not far:  # whose values were compared with their middle
            yield from warn_of_unlike_values(
                raster, window, radiometry.choose(range(len(raster.bands))), package.info
            )
    if measures and not request.options.exact:
        unmeasured, shape = package, tuple(raster.box.shape)
        measuring = measure_if_worth(package, request.path, predictor, window, shape, request.options)
        package = yield from run_part(measuring, 0, 0)
        predictor = predictor if package is unmeasured else request.build(package)
    profile = build_result_profile(source, window, package, predictor)
    return SuperResolution(raster, source, radiometry, window, package, predictor, profile)


def _match(
    whole: Raster, info: PackageInfo, asked: RasterRequest
) -> Generator[Log, None, tuple[Raster, Radiometry]]:
    """Return the raster with the bands that the model wants, and the radiometry of its pixel values."""
    raster = yield from match_bands(whole, info.bands, by_name=not asked.bands)
    trained = info.data.intended_resolution(info.scale) if info.data else None
    here = ground_resolution(raster.profile)
    if trained and here and are_far(trained, here):
        yield Log(
            FAR_PIXELS,
            trained=format_number(trained, ".3g"),
            path=raster.name,
            here=format_number(here, ".3g"),
        )
    radiometry = match_radiometry(raster, info, asked.gain, asked.offset)
    yield from radiometry_log(raster, info, radiometry, asked.gain, asked.offset)
    return raster, radiometry
