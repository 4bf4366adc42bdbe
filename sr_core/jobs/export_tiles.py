"""Cuts rasters into pairs of low- and high-resolution tiles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator
from contextlib import ExitStack
from functools import reduce
from operator import add
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import Field

from ..atomic_write import atomic_write
from ..datasets.lr_origin import Observed
from ..datasets.statistics import data_range
from ..datasets.tileset import OWNED, SPLITS, Split, TileSet, TileSetInfo
from ..export.fingerprint import made_from
from ..export.input_rasters import refuse_output, sources_of
from ..export.inputs import ExportInputs
from ..export.log import described, left_out, none_left, shared
from ..export.output_format import OutputFormat
from ..export.resume import cut
from ..export.scene import Scene
from ..export.tile_filters import TileFilters
from ..export.tile_grid import TileGrid
from ..export.tile_writer import SourceBlock, Tile, move_tiles
from ..i18n import say
from ..raster.radiometry import Radiometry
from ..resumable_output import mend, unfinished_folder
from ..schema import Config, FolderOut, HtmlOut
from . import Job, Log, Progress


class ExportTiles(
    OutputFormat, TileFilters, TileGrid, ExportInputs, Job
):  # the dialog shows the last one's fields first
    """Export SR training tiles

    Cuts a high-resolution raster into pairs of low- and high-resolution tiles from which "Train SR model" learns.

    The low-resolution side is the raster itself, degraded as "Degradation" says, a second raster of the same place, or the
    clearest satellite scene of it. The high-resolution side can be pansharpened on the way.
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

    output: Annotated[FolderOut, Field(title="Tile set")]
    """Folder for the tile set. A tile set that is already there is replaced."""

    output_html: Annotated[HtmlOut | None, Field(title="Contact sheet")] = None
    """Page that shows the tile set: pairs, histograms, a map of the tiles, and what was left out. Blank writes none."""

    def run(self) -> Generator[Progress | Log, None, Result]:
        with ExitStack() as files:
            return (yield from self._exported(files))

    def _exported(self, files: ExitStack) -> Generator[Progress | Log, None, Result]:
        """Do it; `files` are kept open meanwhile."""
        self.refuse_sources()
        self.refuse_layout(self.scale)
        self.refuse_wishes()
        mend(self.output, OWNED)
        refuse_output(self.output, self.input_folder, self.input, self.input_lr, self.pan)
        scenes = yield from self.survey(self.tile_size, files)
        self.refuse_files(scenes, self.min_valid)
        scenes = self.written(scenes)
        form = scenes[0].format
        radiometry = Radiometry.of(form.dtype, len(scenes[0].bands), self.gain, self.offset)
        whole = bool(self.input_folder)
        lands = yield from self.divided(scenes, whole)
        lands = yield from self.fewer(lands, radiometry)
        self.assigned(
            lands, [len(land.block.tiles) for land in lands], whole
        )  # refuses too few before any work
        yield from described(scenes, radiometry, lands)
        head = made_from(self.model_dump(mode="json", exclude={"output", "output_html"}), _rasters(scenes))
        with ExitStack() as results:
            sheet = results.enter_context(atomic_write(self.output_html)) if self.output_html else None
            place = results.enter_context(unfinished_folder(self.output, OWNED))
            wanted = self.selection(self.observed)
            tiles = yield from cut(lands, place, radiometry, wanted, form, head)
            left = Counter(tile.found for tile in tiles if isinstance(tile.found, str))
            yield from left_out(left, len(tiles))
            kept: dict[int, list[Tile]] = {}
            for tile in tiles:
                if tile.moments:
                    kept.setdefault(tile.land, []).append(tile)
            if not kept:
                raise none_left(left)
            splits = self.assigned([lands[i] for i in kept], [len(found) for found in kept.values()], whole)
            if whole:
                yield from shared([lands[i].scene for i in kept], splits)
            divided = list(zip(splits, kept.values(), strict=True))
            named = self.named(divided)
            for (split, found), (_, final) in zip(divided, named, strict=True):
                move_tiles(found, [tile.name for tile in final], place / "uncut", place / "new" / split, form)
            info = self._info(scenes, radiometry, named)
            tileset = TileSet(place / "new", info)
            tileset.write_info()
            if sheet:
                yield Progress(1, "Writing the contact sheet")
                self._write_sheet(sheet, tileset, lands, tiles, dict(zip(kept, splits, strict=True)))
        counts = {f"n_{split}": len(info.splits[split]) for split in SPLITS}
        yield Log("{n_train} training, {n_val} validation and {n_test} test tiles.", **counts)
        return self.Result(**counts)

    def _write_sheet(
        self,
        file: Path,
        tileset: TileSet,
        lands: list[SourceBlock],
        tiles: list[Tile],
        splits: dict[int, Split],
    ) -> None:
        from ..reports.contact_sheet import Export, contact_sheet  # and matplotlib, which is slow to import

        export = Export(tileset, lands, tiles, splits)
        split = ", ".join(f"{share:g}" for share in self.split)
        settings = {say("Training, validation, test (%)"): say("asked for {shares}", shares=split)}
        file.write_text(contact_sheet(export, Path(self.output).name, settings), encoding="utf-8")

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
            file_format=self.format,
            nodata=form.nodata if self.format == "tiff" else None,
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
            lr_source=scenes[0].lr_path,
        )


def _rasters(scenes: list[Scene]) -> list[str]:
    return [path for scene in scenes for side in (scene.hr, scene.lr) if side for path in side.paths]
