"""Brings all bands of a scene to the pixels of its fine ones, tile by tile, by a model that takes both."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window

from ..errors import InputError
from ..package.srpk import ModelPackage
from ..progress import Log, Progress
from ..raster.band_scaling import BandScaling
from ..raster.band_stack import BandStack
from ..raster.cog import CogWriter
from ..raster.pansharpen import PansharpeningMethod
from ..raster.pansharpened_raster import Pansharpened, open_pansharpened
from ..raster.profile import RasterProfile
from ..raster.raster_reader import Raster, open_raster
from ..raster.source import Source
from ..raster.tiling import zoom_slices
from ..raster.wavelengths import find_bands, labels, wavelength_of
from .band_matching import match_bands
from .guide_matching import match_guide
from .model_loading import LoadedModel, ModelRequest
from .radiometry_matching import match_radiometry
from .result_profile import build_result_profile
from .super_resolution import RasterRequest, SuperResolution


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


@dataclass(frozen=True, kw_only=True)
class FusionRequest(RasterRequest):
    """Staged bands of one place: coarse ones, which a model sharpens with the fine ones as its guide, and even coarser ones."""

    window: Window
    """The place, in pixels of the coarse bands, without the margin around it."""
    names: Sequence[str]
    """Bands of the result, in order."""
    coarsest: str | None = None
    """Path of the even coarser bands, which get the detail of fine ones by ratio component substitution (rcs)."""
    detail: Mapping[str, str] = field(default_factory=dict)
    """Name of each of those bands -> that of the fine band whose detail it gets."""
    tags: Mapping[str, str] = field(default_factory=dict)
    """Tags of the result."""

    def open(
        self, request: ModelRequest, model: LoadedModel, files: ExitStack, *, measures: bool = True
    ) -> Generator[Progress | Log, None, SceneFusion]:
        """Open the bands and match a model to them; nothing is measured, and `require_fusion` has accepted the model.

        Raises:
            SrError: Bands and model do not fit each other.
        """
        package, predictor = model.package, model.predictor
        if package.info.guide is None or self.guide is None:
            raise TypeError("a model without a guide")
        whole = files.enter_context(open_raster(self.path))
        raster = yield from match_bands(whole, package.info.bands, by_name=True)
        guided, meaning = yield from match_guide(raster, self.guide, None, package.info.guide, None, files)
        radiometry = match_radiometry(raster, package.info, None, None).followed_by(meaning)
        fine = files.enter_context(open_raster(self.guide))
        fused = FusedTile(raster.name, build_result_profile(guided, raster.region, package, predictor))
        parts: list[Source] = [fine, fused, *self._open_coarsest(fine, files)]
        stack = BandStack([(part, (0, 0)) for part in parts], fine.profile, self.names)
        place = Window.from_slices(*zoom_slices(self.window, predictor.scale))
        profile = stack.profile.crop(place)
        usual = BandScaling((1e-4,) * profile.count, (0.0,) * profile.count, ("",) * profile.count)
        profile = replace(
            profile,
            tags=self.tags,
            scaling=profile.scaling or usual,
            wavelengths=tuple(map(wavelength_of, profile.descriptions)),
        )
        opened = (raster, guided, radiometry, self.window, package, predictor, profile)
        return SceneFusion(*opened, stack, fused)

    def _open_coarsest(self, fine: Raster, files: ExitStack) -> list[Pansharpened]:
        """Open the coarsest bands on the pixels of the fine ones, each with the detail of its neighbour there."""
        if not self.coarsest:
            return []
        raster = files.enter_context(open_raster(self.coarsest))
        method, names = PansharpeningMethod.members["rcs"](), fine.profile.descriptions
        return [
            files.enter_context(
                open_pansharpened(
                    raster.choose([place]), fine.choose([names.index(self.detail[band])]), method
                )
            )
            for place, band in enumerate(raster.profile.descriptions)
        ]


@dataclass(frozen=True, kw_only=True)
class TaggedRequest(RasterRequest):
    """A raster of named bands, with tags that its result has, too."""

    tags: Mapping[str, str]

    def open(
        self, request: ModelRequest, model: LoadedModel, files: ExitStack, *, measures: bool = True
    ) -> Generator[Progress | Log, None, SuperResolution]:
        """Open the raster and match a model to it; see `open_super_resolution`."""
        ready = yield from super().open(request, model, files, measures=measures)
        profile = ready.profile
        centres = tuple(map(wavelength_of, profile.descriptions))
        return replace(
            ready, profile=replace(profile, tags={**self.tags, **profile.tags}, wavelengths=centres)
        )


@dataclass
class FusedTile(Source):
    """The tile that a model has sharpened last, as a source on the grid of the fine bands."""

    title: str
    """Name for messages."""
    placed: RasterProfile
    tile: tuple[NDArray[np.generic], NDArray[np.bool_]] | None = None
    """Pixels (b, h, w), and which of them are valid."""

    @property
    def name(self) -> str:
        return self.title

    @property
    def profile(self) -> RasterProfile:
        return self.placed

    def read(self, window: Window) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """Return the tile, which is that of the window.

        Raises:
            TypeError: There is none of that size.
        """
        if self.tile is None or self.tile[0].shape[1:] != (window.height, window.width):
            raise TypeError("another window than that of the tile")
        return self.tile


@dataclass(frozen=True)
class SceneFusion(SuperResolution):
    """A model and open bands of a scene, which become one raster."""

    stack: BandStack
    """All bands on the pixels of the fine ones; of the sharpened ones it has the last tile."""
    fused: FusedTile

    def compute(
        self, writers: Sequence[CogWriter], window: Window | None = None
    ) -> Generator[Progress | Log, None, None]:
        """Compute the place, or a block of it; see `SuperResolution.compute`."""
        (writer,), block = writers, window or self.window
        corner = Window.from_slices(*zoom_slices(block, self.predictor.scale))
        stacked = StackedWriter(writer, self.stack, self.fused, corner)
        yield from self.predictor.run(self.source, self.radiometry, block, stacked, whole=self.window)

    def _measure_residual(
        self, writers: Sequence[CogWriter], window: Window
    ) -> Generator[Progress | Log, None, float | None]:
        """Measure nothing: the files have other bands, too."""
        return None
        yield


@dataclass(frozen=True)
class StackedWriter:
    """Takes tiles of sharpened bands, and writes them with the other bands there."""

    writer: CogWriter
    stack: BandStack
    fused: FusedTile
    place: Window
    """Window of the grid of the fine bands that is written."""

    @property
    def profile(self) -> RasterProfile:
        """Profile of the sharpened bands."""
        return self.fused.placed

    def write(self, pixels: NDArray[np.generic], valid: NDArray[np.bool_], window: Window) -> None:
        """Store a tile; see `CogWriter.write`. The other bands are read in the thread that writes."""
        self.fused.tile = pixels, valid
        moved = Window(
            window.col_off + self.place.col_off,
            window.row_off + self.place.row_off,
            window.width,
            window.height,
        )
        self.writer.write(*self.stack.read(moved), window)
