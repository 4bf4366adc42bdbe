"""What tiles are cut from: the rasters, and how the low-resolution side of each comes about."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import ExitStack
from dataclasses import replace
from typing import Annotated

from odc.geo.types import XY
from pydantic import Field

from ..degradations import Degradation
from ..errors import BadInput, NoOverlap
from ..progress import Log, Progress, part
from ..raster.pansharpen import PansharpeningMethod
from ..raster.warp.geometry import NO_SHIFT
from ..schema import Bands, Config, Extent, FolderIn, Numbers, RasterIn, TileScale, advanced
from ..stac.catalogue import PLANETARY_COMPUTER
from ..stac.clear_sky import OpenedScene, clear_sky
from ..stac.search import (
    ASSETS,
    DATE_RANGE,
    DEFAULT_ASSETS,
    MAX_CLOUD,
    MIN_COVER,
    NEAR_DATE,
    STAC_API,
    TIMEOUT,
    SearchOptions,
    offset_said,
)
from .alignment import alignment
from .harmonisation import Harmonising, harmony
from .input_rasters import rasters_in, refuse_unlike, refuse_unlike_sensors
from .log import harmonised, moved, sharpened
from .raster_source import Opener, PansharpenedFiles, RasterFile
from .scene import Scene, survey


class ExportInputs(Config):
    """The part of an export that says what is cut."""

    input: Annotated[RasterIn | None, Field(title="High-resolution raster")] = None
    """The raster to learn from: what super-resolution should give."""

    input_folder: Annotated[FolderIn | None, Field(title="Or: folder of high-resolution rasters")] = None
    """Instead of one raster: every raster in this folder is used and belongs as a whole to one of training, validation and
    test."""

    pan: Annotated[RasterIn | None, Field(title="Panchromatic raster (PAN)"), advanced] = None
    """A finer panchromatic raster of the same place: the high-resolution side is INPUT with its detail, made while tiles are
    cut. Its first band is used. Blank takes INPUT as it is."""

    pan_method: Annotated[
        PansharpeningMethod,
        Field(title="Pansharpening", json_schema_extra={"options": "pan_method_options", "advanced": True}),
    ] = PansharpeningMethod.members["rcs"]()
    """How PAN's detail is brought in."""

    input_lr: Annotated[RasterIn | None, Field(title="Low-resolution raster of the same place")] = None
    """The same place as another sensor sees it, in any coordinate reference system; it is brought onto the pixels of the
    high-resolution one. Blank makes the low-resolution side from the high-resolution one."""

    stac_collection: Annotated[str | None, Field(title="Or: collection of a STAC catalogue")] = None
    """Such as sentinel-2-l2a: the low-resolution side is the clearest scene of the place in DATE_RANGE, read over the
    internet as "Find satellite scene" does. Where it says that clouds or their shadows are, there are no tiles."""

    date_range: Annotated[str | None, DATE_RANGE] = None
    near_date: Annotated[str | None, NEAR_DATE, advanced] = None
    max_cloud: Annotated[float, MAX_CLOUD, advanced] = 20.0
    min_cover: Annotated[float, MIN_COVER, advanced] = 90.0
    assets: Annotated[str, ASSETS, advanced] = DEFAULT_ASSETS
    stac_api: Annotated[str, STAC_API, advanced] = PLANETARY_COMPUTER
    timeout: Annotated[float, TIMEOUT, advanced] = 30.0

    align: Annotated[bool, Field(title="Align the low-resolution raster"), advanced] = False
    """Compare the two rasters at many places, and move the low-resolution one by the fraction of a pixel by which it
    lies beside the other, if it clearly does."""

    harmonise: Annotated[
        Harmonising | None, Field(title="Harmonise with the low-resolution raster"), advanced
    ] = None
    """Bring the high-resolution raster to the radiometry of the low-resolution one, band by band, and to its type of
    pixels. linear: by a gain and an offset; histogram: by a curve. Blank leaves it as it is."""

    degradation: Annotated[
        Degradation, Field(title="Degradation", json_schema_extra={"options": "degradation_options"})
    ] = Degradation.members["bicubic"]()
    """How the low-resolution side is made from the high-resolution one, where there is no low-resolution raster."""

    scale: Annotated[TileScale, Field(title="Scale")] = 4
    """How many times finer the high-resolution pixels are: 4 turns 10 m into 2.5 m."""

    bands: Annotated[Bands | None, Field(title="Bands")] = None
    """Bands to learn, in this order. Blank takes all of them but a mask (alpha) band."""

    extent: Annotated[Extent | None, Field(title="Extent")] = None
    """Part of the raster to use. Blank takes all of it."""

    gain: Annotated[Numbers | None, Field(title="Gain"), advanced] = None
    """Pixel value × gain + offset = reflectance (or other physical value). One number, or one for each band.
    Blank: 1/255 for 8-bit, 0.0001 for 16-bit, 1 for floating-point rasters."""

    offset: Annotated[Numbers | None, Field(title="Offset"), advanced] = None
    """Added after the gain, in physical units. One number, or one for each band. Blank is 0."""

    @property
    def observed(self) -> bool:
        """Whether the low-resolution side is another raster, and not made from the high-resolution one."""
        return bool(self.input_lr or self.stac_collection)

    def refuse_sources(self) -> None:
        """Refuse what does not go together.

        Raises:
            BadInput: it does not.
        """
        if bool(self.input) == bool(self.input_folder):
            raise BadInput("Give either INPUT or INPUT_FOLDER: one of them, not both.")
        if self.input_folder and self.pan:
            raise BadInput(
                "PAN belongs to one raster: give INPUT instead of INPUT_FOLDER, or leave PAN blank."
            )
        if self.align and not self.observed:
            raise BadInput("ALIGN needs a second raster to move: give INPUT_LR, or leave ALIGN off.")
        if self.harmonise and not self.observed:
            raise BadInput("HARMONISE needs a second raster: give INPUT_LR, or leave HARMONISE blank.")
        if self.observed and self.degradation != type(self).model_fields["degradation"].default:
            raise BadInput(
                "DEGRADATION is for tiles whose low-resolution side is made from the high-resolution one: leave it out, or "
                "leave out INPUT_LR and STAC_COLLECTION."
            )
        self._refuse_search()

    def _refuse_search(self) -> None:
        if not self.stac_collection:
            if self.date_range:
                raise BadInput(
                    "DATE_RANGE is for finding a scene: say in which STAC_COLLECTION, such as {example}, or leave it out.",
                    example="sentinel-2-l2a",
                )
            return
        if self.input_lr:
            raise BadInput("Give either INPUT_LR or STAC_COLLECTION: one of them, not both.")
        if self.input_folder:
            raise BadInput(
                "STAC_COLLECTION finds a scene of one raster: give INPUT instead of INPUT_FOLDER, or leave it blank."
            )
        self._search().refuse_invalid()

    def _search(self) -> SearchOptions:
        """What scene to look for.

        Raises:
            BadInput: it is not said, or not so that it can be understood.
        """
        if not self.date_range:
            raise BadInput(
                "STAC_COLLECTION needs DATE_RANGE, the days of the scenes to choose from, such as {example}.",
                example="2021-05-01/2021-08-31",
            )
        return SearchOptions.model_validate(self.model_dump(include=set(SearchOptions.model_fields)))

    def survey(self, tile_size: int, files: ExitStack) -> Generator[Progress | Log, None, list[Scene]]:
        """The rasters to cut, all of one kind and large enough for a tile. A scene on the web stays open in `files`.

        Raises:
            BadInput: one cannot be read, they are not alike, or none is large enough.
            NoOverlap: none lies where it should.
            NetworkError: a scene on the web cannot be had.
        """
        paths = rasters_in(self.input_folder) if self.input_folder else [self.input or ""]
        scenes: list[Scene] = []
        small: list[Scene] = []
        elsewhere: list[NoOverlap] = []
        for path in paths:
            yield Progress(0, "Looking at {path}", path=path)
            try:
                hr, lr = yield from self._opened(path, files)
                scene = self._surveyed(hr, lr)
                if self.pan:
                    yield sharpened(scene, self.pan, self.pan_method)
                if self.align:
                    scene = yield from self._aligned(scene)
                if self.harmonise:
                    curve = yield from part(harmony(scene, self.harmonise), 0, 0)
                    yield harmonised(scene, curve)
                    scene = replace(scene, to_lr=curve)
            except NoOverlap as error:
                elsewhere.append(error)
                continue
            (scenes if min(scene.region.width, scene.region.height) >= tile_size else small).append(scene)
        if not scenes:
            raise _too_small(small, tile_size) if small else elsewhere[0]
        if elsewhere:
            yield Log("{count} rasters of the folder lie elsewhere and are skipped.", count=len(elsewhere))
        if small:
            yield Log(
                "{count} rasters of the folder are smaller than TILE_SIZE and are skipped, such as {path}.",
                count=len(small),
                path=small[0].path,
            )
        refuse_unlike(scenes)
        scenes = [replace(scene, degrading=self._fitted(scene)) for scene in scenes]
        refuse_unlike_sensors(scenes)
        return scenes

    def _fitted(self, scene: Scene) -> Degradation:
        return self.degradation.fitted(scene.format.descriptions, scene.format.dtype)

    def _opened(
        self, path: str, files: ExitStack
    ) -> Generator[Progress | Log, None, tuple[Opener, Opener | None]]:
        """What both sides are read from."""
        hr: Opener = RasterFile(path, self.bands)
        if self.pan:
            pair = PansharpenedFiles(path, self.pan, self.pan_method, self.bands)
            hr = yield from part(pair.surveyed(self._surveyed(pair).region), 0, 0)
        if self.stac_collection:
            return hr, (yield from self._found(self._surveyed(hr), files))
        return hr, RasterFile(self.input_lr, self.bands) if self.input_lr else None

    def _found(self, scene: Scene, files: ExitStack) -> Generator[Progress | Log, None, Opener]:
        """The satellite scene of the place that is cut."""
        crs = scene.format.crs
        if crs is None:
            raise BadInput(
                "{path} has no coordinate reference system, so that nobody knows where it lies: assign one.",
                path=scene.path,
            )
        place = scene.box[scene.region.toslices()].boundingbox.bbox
        search = self._search()
        found = yield from part(search.find(Extent(bounds=place, crs=crs.to_wkt())), 0, 0)
        yield from offset_said(found.best)
        clear = files.enter_context(clear_sky(found.best.item, search.names, self.timeout))
        if not clear.sees_clouds:
            yield Log("{scene} does not say where its clouds are: look at the tiles.", scene=clear.name)
        return OpenedScene(clear)

    def _surveyed(self, hr: Opener, lr: Opener | None = None, shift: XY[float] = NO_SHIFT) -> Scene:
        return survey(
            hr,
            scale=self.scale,
            extent=self.extent,
            lr=lr,
            shift=shift,
            to_lr=self.harmonise is not None,
        )

    def _aligned(self, scene: Scene) -> Generator[Progress | Log, None, Scene]:
        """The scene with its low-resolution raster where its high-resolution one says that it should be."""
        found = yield from part(alignment(scene), 0, 0)
        yield moved(scene, found)
        best = self._surveyed(scene.hr, scene.lr, found.shift) if found.significant else scene
        return replace(best, alignment=found)


def _too_small(scenes: list[Scene], tile_size: int) -> BadInput:
    largest = max(scenes, key=lambda scene: min(scene.region.width, scene.region.height))
    return BadInput(
        "{path} has {width} × {height} pixels to cut tiles from, which is less than one tile of {tile_size} × "
        "{tile_size}: use a smaller TILE_SIZE or a larger area.",
        path=largest.path,
        width=largest.region.width,
        height=largest.region.height,
        tile_size=tile_size,
    )
