"""What tiles are cut from: the rasters, and how the low-resolution side of each comes about."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from typing import Annotated

from pydantic import Field

from ..data.align import alignment
from ..data.degradations import Degradation
from ..data.harmonise import Harmonising, harmony
from ..data.scene import Scene, survey
from ..data.source import rasters_in, refuse_unlike, refuse_unlike_sensors
from ..errors import BadInput, NoOverlap
from ..progress import Log, Progress, part
from ..schema import Bands, Config, Extent, FolderIn, Numbers, RasterIn, TileScale, advanced
from ._export_log import harmonised, moved


class Sources(Config):
    """The part of an export that says what is cut."""

    input: Annotated[RasterIn | None, Field(title="High-resolution raster")] = None
    """The raster to learn from: what super-resolution should give. Leave blank to use a folder instead."""

    input_folder: Annotated[FolderIn | None, Field(title="Or: folder of high-resolution rasters")] = None
    """Every raster in this folder is used and belongs as a whole to one of training, validation and test."""

    input_lr: Annotated[RasterIn | None, Field(title="Low-resolution raster of the same place")] = None
    """The same place as another sensor sees it. Blank makes the low-resolution side from the high-resolution one."""

    align: Annotated[bool, Field(title="Align the low-resolution raster"), advanced] = False
    """Compare the two rasters at many places, and move the low-resolution one by the fraction of a pixel by which it
    lies beside the other, if it clearly does."""

    harmonise: Annotated[
        Harmonising | None, Field(title="Harmonise with the low-resolution raster"), advanced
    ] = None
    """Bring the high-resolution raster to the radiometry of the low-resolution one, band by band. linear: by a gain and an
    offset; histogram: by a curve. Blank leaves it as it is."""

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

    def refuse_sources(self) -> None:
        """Refuse what does not go together.

        Raises:
            BadInput: it does not.
        """
        if bool(self.input) == bool(self.input_folder):
            raise BadInput("Give either INPUT or INPUT_FOLDER: one of them, not both.")
        if self.align and not self.input_lr:
            raise BadInput("ALIGN needs a second raster to move: give INPUT_LR, or leave ALIGN off.")
        if self.harmonise and not self.input_lr:
            raise BadInput("HARMONISE needs a second raster: give INPUT_LR, or leave HARMONISE blank.")
        if self.input_lr and self.degradation != type(self).model_fields["degradation"].default:
            raise BadInput(
                "DEGRADATION is for tiles without INPUT_LR, whose low-resolution side is made from the high-resolution "
                "one: leave one of them out."
            )

    def survey(self, tile_size: int) -> Generator[Progress | Log, None, list[Scene]]:
        """The rasters to cut, all of one kind and large enough for a tile.

        Raises:
            BadInput: one cannot be read, they are not alike, or none is large enough.
            NoOverlap: none lies where it should.
        """
        paths = rasters_in(self.input_folder) if self.input_folder else [self.input or ""]
        scenes: list[Scene] = []
        small: list[Scene] = []
        elsewhere: list[NoOverlap] = []
        for path in paths:
            yield Progress(0, "Looking at {path}", path=path)
            try:
                scene = self._surveyed(path)
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

    def _surveyed(self, path: str, beside: tuple[float, float] = (0, 0)) -> Scene:
        return survey(
            path,
            scale=self.scale,
            bands=self.bands,
            extent=self.extent,
            lr_path=self.input_lr or None,
            beside=beside,
        )

    def _aligned(self, scene: Scene) -> Generator[Progress | Log, None, Scene]:
        """The scene with its low-resolution raster where its high-resolution one says that it should be."""
        found = yield from part(alignment(scene), 0, 0)
        yield moved(scene, found)
        return replace(
            self._surveyed(scene.path, found.shift) if found.significant else scene, alignment=found
        )


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
