"""Cuts rasters into pairs of low- and high-resolution tiles."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Generator
from contextlib import closing
from dataclasses import replace
from functools import reduce
from operator import add
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import Field

from ..data.align import alignment
from ..data.cutting import Land, Tile, cut_tiles, move_tiles
from ..data.degradations import Degradation
from ..data.degrade import Observed
from ..data.harmonise import Harmonising, harmony
from ..data.scene import Scene, survey
from ..data.selection import Reason, Selection, thinned
from ..data.source import (
    names_of,
    rasters_in,
    refuse_output,
    refuse_unlike,
    refuse_unlike_sensors,
    sources_of,
)
from ..data.split import assign, blocks_of, blocks_wanted
from ..data.statistics import data_range
from ..data.tileset import OWNED, SPLITS, Split, TileSet, TileSetInfo
from ..errors import BadInput, NoOverlap
from ..progress import part
from ..raster.radiometry import Radiometry
from ..schema import Bands, Config, Extent, FolderIn, FolderOut, Numbers, RasterIn, TileScale, advanced
from ..staging import staged_folder
from . import Job, Log, Progress
from ._export_log import described, harmonised, left_out, moved, none_left, shared


class ExportTiles(Job):
    """Export SR training tiles

    Cuts a high-resolution raster into pairs of low- and high-resolution tiles from which "Train SR model" learns.

    The low-resolution side is the raster itself, degraded as "Degradation" says, or a second raster of the same place.
    Tiles are divided into training, validation and test sets by blocks of land, so that
    no pixel is ever in two of them. The result is a folder of georeferenced GeoTIFF pairs and a tileset.json.
    """

    tags: ClassVar = (
        "super-resolution", "training data", "patches", "chips", "samples", "tiles", "deep learning", "dataset",
    )  # fmt: skip

    class Result(Config):
        """Tile counts"""

        n_train: Annotated[int, Field(title="Training tiles")]
        """Number of pairs to learn from."""
        n_val: Annotated[int, Field(title="Validation tiles")]
        """Number of pairs that training watches but does not learn from."""
        n_test: Annotated[int, Field(title="Test tiles")]
        """Number of pairs kept aside for the final figures."""

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

    tile_size: Annotated[int, Field(title="Tile size (high-resolution pixels)", ge=16, le=4096)] = 256
    """Width and height of a high-resolution tile. A multiple of the scale."""

    stride: Annotated[
        int, Field(title="Step from tile to tile (stride, high-resolution pixels)", ge=1, le=4096)
    ] = 128
    """Distance between neighbouring tiles; less than the tile size makes them overlap. A multiple of the scale."""

    bands: Annotated[Bands | None, Field(title="Bands")] = None
    """Bands to learn, in this order. Blank takes all of them but a mask (alpha) band."""

    extent: Annotated[Extent | None, Field(title="Extent")] = None
    """Part of the raster to use. Blank takes all of it."""

    split: Annotated[Numbers, Field(title="Training, validation, test (%)", min_length=3, max_length=3)] = (
        80,
        10,
        10,
    )
    """Percentages of the tiles to learn from, to watch while learning, and to keep aside for the final figures."""

    min_valid: Annotated[float, Field(title="Least share of valid pixels", ge=0, le=1), advanced] = 1.0
    """A tile with a smaller share of valid (not nodata) pixels is left out. 1 keeps only tiles without any gap."""

    min_texture: Annotated[float, Field(title="Least texture", ge=0), advanced] = 0.0
    """A tile is left out where no band of its high-resolution side has at least this standard deviation, in physical units
    such as reflectance: nothing is learnt from flat fields and water. 0 keeps all."""

    max_difference: Annotated[float | None, Field(title="Largest difference", gt=0), advanced] = None
    """With a low-resolution raster: a tile is left out where the two differ by more than this (root mean square, physical
    units, the worst band), as where the land has changed between them. Blank keeps all."""

    max_tiles: Annotated[int | None, Field(title="Most tiles", ge=3), advanced] = None
    """If there would be more tiles, one of every so many is cut. Blank cuts all."""

    gain: Annotated[Numbers | None, Field(title="Gain"), advanced] = None
    """Pixel value × gain + offset = reflectance (or other physical value). One number, or one for each band.
    Blank: 1/255 for 8-bit, 0.0001 for 16-bit, 1 for floating-point rasters."""

    offset: Annotated[Numbers | None, Field(title="Offset"), advanced] = None
    """Added after the gain, in physical units. One number, or one for each band. Blank is 0."""

    output: Annotated[FolderOut, Field(title="Tile set")]
    """Folder for the tile set. A tile set that is already there is replaced."""

    def run(self) -> Generator[Progress | Log, None, Result]:
        self._refuse_nonsense()
        refuse_output(self.output, self.input_folder, self.input, self.input_lr)
        scenes = yield from self._survey()
        form = scenes[0].format
        radiometry = Radiometry.of(form.dtype, len(scenes[0].bands), self.gain, self.offset)
        lands = self._divided(scenes)
        yield from described(scenes, radiometry, lands)
        with staged_folder(self.output, OWNED) as folder:
            uncut = folder / "uncut"
            kept = yield from self._cut(lands, uncut, radiometry)
            splits = self._assigned([lands[i] for i in kept], [len(found) for found in kept.values()])
            if self.input_folder:
                yield from shared([lands[i].scene for i in kept], splits)
            divided = list(zip(splits, kept.values(), strict=True))
            for split, tiles in divided:
                move_tiles(tiles, uncut, folder / split)
            shutil.rmtree(uncut)
            info = self._info(scenes, radiometry, divided)
            TileSet(folder, info).write_info()
        counts = {f"n_{split}": len(info.splits[split]) for split in SPLITS}
        yield Log("{n_train} training, {n_val} validation and {n_test} test tiles.", **counts)
        return self.Result(**counts)

    def _refuse_nonsense(self) -> None:
        if bool(self.input) == bool(self.input_folder):
            raise BadInput("Give either INPUT or INPUT_FOLDER: one of them, not both.")
        if self.align and not self.input_lr:
            raise BadInput("ALIGN needs a second raster to move: give INPUT_LR, or leave ALIGN off.")
        if self.harmonise and not self.input_lr:
            raise BadInput("HARMONISE needs a second raster: give INPUT_LR, or leave HARMONISE blank.")
        for name, value in (("TILE_SIZE", self.tile_size), ("STRIDE", self.stride)):
            if value % self.scale:
                lower = max(1, value // self.scale) * self.scale
                raise BadInput(
                    "{name} {value} is not a multiple of SCALE {scale}: use {lower} or {upper}.",
                    name=name,
                    value=value,
                    scale=self.scale,
                    lower=lower,
                    upper=lower + self.scale,
                )
        if self.input_lr and self.degradation != type(self).model_fields["degradation"].default:
            raise BadInput(
                "DEGRADATION is for tiles without INPUT_LR, whose low-resolution side is made from the high-resolution "
                "one: leave one of them out."
            )
        if min(self.split) < 0 or abs(sum(self.split) - 100) > 1e-6:
            raise BadInput(
                'SPLIT is {split}: give three percentages that add up to 100, such as "80,10,10".',
                split=", ".join(f"{share:g}" for share in self.split),
            )

    def _survey(self) -> Generator[Progress | Log, None, list[Scene]]:
        """The rasters to cut, all of one kind and large enough."""
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
            (scenes if min(scene.region.width, scene.region.height) >= self.tile_size else small).append(
                scene
            )
        if not scenes:
            raise self._too_small(small) if small else elsewhere[0]
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
        return self._surveyed(scene.path, found.shift) if found.significant else scene

    def _too_small(self, scenes: list[Scene]) -> BadInput:
        largest = max(scenes, key=lambda scene: min(scene.region.width, scene.region.height))
        return BadInput(
            "{path} has {width} × {height} pixels to cut tiles from, which is less than one tile of {tile_size} × "
            "{tile_size}: use a smaller TILE_SIZE or a larger area.",
            path=largest.path,
            width=largest.region.width,
            height=largest.region.height,
            tile_size=self.tile_size,
        )

    def _divided(self, scenes: list[Scene]) -> list[Land]:
        """The blocks to cut, enough of them for SPLIT."""
        wanted = 1 if self.input_folder else blocks_wanted(self.split)
        lands = [
            Land(scene, name, index, block)
            for index, (scene, name) in enumerate(zip(scenes, names_of(scenes), strict=True))
            for block in blocks_of(scene.region, wanted, tile_size=self.tile_size, stride=self.stride)
        ]
        if self.max_tiles:
            blocks = thinned([land.block for land in lands], self.max_tiles)
            lands = [replace(land, block=b) for land, b in zip(lands, blocks, strict=True) if b.tiles]
        self._assigned(lands, [len(land.block.tiles) for land in lands])  # refuses too few before any work
        return lands

    def _assigned(self, lands: list[Land], n_tiles: list[int]) -> list[Split]:
        """The split of each block; rasters of a folder lie in a row, so to speak."""
        places = [
            (0, land.index) if self.input_folder else (land.block.row, land.block.col) for land in lands
        ]
        return assign(places, n_tiles, self.split)

    def _cut(
        self, lands: list[Land], folder: Path, radiometry: Radiometry
    ) -> Generator[Progress | Log, None, dict[int, list[Tile]]]:
        """The tiles of each block that has any, written to `folder`."""
        total = sum(len(land.block.tiles) for land in lands)
        kept: dict[int, list[Tile]] = {}
        left: Counter[Reason] = Counter()
        wanted = Selection(self.min_valid, self.min_texture, self.max_difference if self.input_lr else None)
        with closing(cut_tiles(lands, folder, radiometry, wanted)) as tiles:
            for done, tile in enumerate(tiles, 1):
                if isinstance(tile.found, str):
                    left[tile.found] += 1
                else:
                    kept.setdefault(tile.land, []).append(tile)
                yield Progress(done / total, "Tile {done} of {total}", done=done, total=total)
        yield from left_out(left, total)
        if not kept:
            raise none_left(left)
        return kept

    def _info(
        self, scenes: list[Scene], radiometry: Radiometry, divided: list[tuple[Split, list[Tile]]]
    ) -> TileSetInfo:
        form = scenes[0].format
        learnt = [tiles for split, tiles in divided if split == "train"] or [tiles for _, tiles in divided]
        moments = (tile.moments for tiles in learnt for tile in tiles if tile.moments)
        statistics = reduce(add, moments).statistics()
        return TileSetInfo(
            bands=form.descriptions,
            dtype=form.dtype,
            nodata=form.nodata,
            scale=self.scale,
            tile_size=self.tile_size,
            stride=self.stride,
            radiometry=radiometry,
            data_range=data_range(form.dtype, radiometry, statistics),
            statistics=statistics,
            degradation=max(
                (scene.degradation for scene in scenes), key=lambda d: d == Observed(resampled=True)
            ),
            splits={
                split: tuple(tile.name for mine, tiles in divided if mine == split for tile in tiles)
                for split in SPLITS
            },
            sources=sources_of(scenes),
            lr_source=self.input_lr or None,
        )
