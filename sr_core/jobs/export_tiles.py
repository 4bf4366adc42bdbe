"""Cuts rasters into pairs of low- and high-resolution tiles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import Field

from ..atomic_write import atomic_write
from ..block_processing.block_executor import Executor
from ..block_processing.dask_workers import dask_executor
from ..datasets.splits import SPLITS
from ..datasets.tileset import TileSet
from ..datasets.tileset_info import OWNED
from ..datasets.tileset_pair_agreement import check_pairs
from ..errors import InputError
from ..i18n import format_number, join_numbers, say
from ..parameter_types import FolderOut, HtmlOut, Threads
from ..progress import run_part
from ..resumable_output import restore_target, unfinished_folder
from ..schema import Config
from ..tile_export.export_fingerprint import fingerprint
from ..tile_export.format_options import FormatOptions
from ..tile_export.input_raster_list import check_output
from ..tile_export.log_messages import describe_export, describe_left_out, no_tile_left, warn_of_overlaps
from ..tile_export.options import FilterOptions, InputOptions, TilingOptions
from ..tile_export.resumable_tile_cutting import cut_missing_tiles
from ..tile_export.scene import Scene
from ..tile_export.scene_assembly import survey_rasters
from ..tile_export.tile_layout import assign_splits, lay_out_tiles
from ..tile_export.tile_selection import limit_tiles
from ..tile_export.tileset_radiometry import decide_radiometry
from ..tile_export.tileset_writer import write_tileset
from ..tile_export.value_checks import warn_of_odd_values
from . import Answer, Job, Log, Progress, Question
from ._worker_fields import Scheduler, Workers, takes_dask

WITH_LR = ("align", "harmonise", "max_difference")
"""Fields for a low-resolution side that another sensor saw."""

SCENE = (
    "stac_collection",
    "date_range",
    "near_date",
    "max_cloud",
    "min_cover",
    "assets",
    "stac_api",
    "timeout",
)


OF_NO_TILE = {"output", "output_html", "threads", "workers", "scheduler"}
"""Fields that change no tile."""


class ExportTiles(
    FormatOptions, FilterOptions, TilingOptions, InputOptions, Job
):  # the dialog shows the last one's fields first
    """Export SR training tiles.

    Cuts a high-resolution raster into pairs of low- and high-resolution tiles for "Train SR model".

    Training, validation and test tiles lie in different blocks of land, so that no pixel is in two of them.
    """

    complete_engine: ClassVar = True
    tags: ClassVar = (
        "super-resolution", "training data", "patches", "chips", "samples", "tiles", "deep learning", "dataset",
    )  # fmt: skip

    replaces: ClassVar = {"output": OWNED}

    questions: ClassVar = (
        Question(
            "What are the tiles cut from?",
            (
                Answer("One raster", ("input", "pan", "pan_method", "guide", *SCENE), ("input",)),
                Answer("All rasters in a folder", ("input_folder",), ("input_folder",)),
            ),
        ),
        Question(
            "Where does the low-resolution side come from?",
            (
                Answer("It is made from the high-resolution raster", ("degradation", "wald")),
                Answer("A second raster of the same place", ("input_lr", *WITH_LR), ("input_lr",)),
                Answer(
                    "The clearest satellite scene of the place, from a STAC catalogue",
                    (*SCENE, *WITH_LR),
                    ("stac_collection", "date_range"),
                    {"stac_collection": "sentinel-2-l2a"},
                ),
            ),
        ),
        Question(
            "Does the network get a second raster (guide)?",
            (
                Answer("No"),
                Answer("Yes: finer bands, or another date", ("guide", "guide_bands", "wald"), ("guide",)),
            ),
        ),
    )

    class Result(Config):
        """Tile counts."""

        n_train: Annotated[int, Field(title="Training tiles")]
        """Number of pairs used for training."""
        n_val: Annotated[int, Field(title="Validation tiles")]
        """Number of pairs used for validation during training."""
        n_test: Annotated[int, Field(title="Test tiles")]
        """Number of pairs reserved for the final test."""

    threads: Threads = None

    workers: Workers = None
    """Number of processes on this computer that cut tiles; its processor cores and memory are divided among them. Needs
    Dask, an optional part of the SR engine. The tiles are the same. Blank: this process only."""

    scheduler: Scheduler = None
    """Address of a Dask scheduler, such as tcp://10.0.0.1:8786, whose workers cut the tiles on other computers. All
    must have the same SR engine and see the rasters and OUTPUT under the same paths."""

    output: Annotated[FolderOut, Field(title="Tile set")]
    """Folder for the tiles and tileset.json. A tile set that is already there is replaced."""

    output_html: Annotated[HtmlOut | None, Field(title="Contact sheet")] = None
    """Page with pairs, histograms, a map of the tiles, and what was left out. Blank writes none."""

    def run(self) -> Generator[Progress | Log, None, Result]:
        with ExitStack() as files:
            execute = files.enter_context(self._open_executor())
            self.check_inputs()
            self.check_tiling(self.scale)
            self.check_filters()
            restore_target(self.output, OWNED)
            check_output(self.output, self.input_folder, self.input, self.input_lr, self.pan, self.guide)
            scenes = yield from survey_rasters(self, self.tile_size, files)
            self.check_format(scenes[0].format, len(scenes[0].bands), self.min_valid)
            if guide := scenes[0].guide:
                self.check_format(guide.format, len(guide.radiometry.gain), self.min_valid)
            yield from warn_of_odd_values(scenes)
            radiometry = yield from decide_radiometry(scenes, self.gain, self.offset)
            scenes = [
                replace(scene.with_files(self.format, self.space == "map"), radiometry=radiometry)
                for scene in scenes
            ]
            tileset = yield from self._export(scenes, execute)
        counts = {f"n_{split}": len(tileset.info.splits[split]) for split in SPLITS}
        yield Log("{n_train} training, {n_val} validation and {n_test} test tiles.", **counts)
        return self.Result(**counts)

    @contextmanager
    def _open_executor(self) -> Iterator[Executor | None]:
        """Yield what cuts tiles in other processes; None: this one does.

        Raises:
            InputError: Other processes cannot read what tiles are cut from.
            SrError: The engine lacks Dask.
        """
        if not takes_dask(self.workers, self.scheduler):
            yield None
            return
        if self.stac_collection:
            raise InputError(
                "Other processes cannot read the scene that STAC_COLLECTION finds: leave WORKERS and SCHEDULER blank, or get "
                'the scene by "Find satellite scene" and name it in INPUT_LR.'
            )
        with dask_executor(self.workers, self.scheduler) as executor:
            yield executor

    def _export(
        self, scenes: list[Scene], execute: Executor | None
    ) -> Generator[Progress | Log, None, TileSet]:
        """Cut the tiles of scenes whose files are open."""
        assign = partial(assign_splits, percentages=self.split, whole=bool(self.input_folder))
        blocks = yield from lay_out_tiles(scenes, self, whole=bool(self.input_folder))
        blocks = yield from limit_tiles(blocks, self)
        # Too few blocks are refused before any work.
        assign(blocks, {i: len(block.tiles) for i, block in enumerate(blocks)})
        yield from describe_export(scenes, blocks)
        settings = self.model_dump(mode="json", exclude=OF_NO_TILE)
        made_from = fingerprint(settings, (path for scene in scenes for path in scene.paths))
        with ExitStack() as results:
            sheet = results.enter_context(atomic_write(self.output_html)) if self.output_html else None
            place = results.enter_context(unfinished_folder(self.output, OWNED))
            tiles = yield from cut_missing_tiles(blocks, place, self, made_from, execute)
            left_out = Counter(tile.outcome for tile in tiles if isinstance(tile.outcome, str))
            yield from describe_left_out(left_out, len(tiles))
            n_kept = Counter(tile.block for tile in tiles if tile.moments)
            if not n_kept:
                raise no_tile_left(left_out)
            splits = assign(blocks, n_kept)
            if self.input_folder:
                yield from warn_of_overlaps([blocks[i].scene for i in splits], list(splits.values()))
            lengths = {"tile_size": self.tile_size, "stride": self.stride}
            tileset = write_tileset(place, tiles, splits, scenes, start_index=self.start_index, **lengths)
            if scenes[0].lr_path:
                yield from run_part(check_pairs(tileset), 1, 1)
            if sheet:
                yield Progress(1, "Writing the contact sheet")
                from ..reports.contact_sheet import (  # and matplotlib, slow to import
                    Export,
                    render_contact_sheet,
                )

                shares = join_numbers(map(format_number, self.split))
                settings = {say("Training, validation, test (%)"): say("asked for {shares}", shares=shares)}
                export = Export(tileset, blocks, tiles, splits)
                sheet.write_text(
                    render_contact_sheet(export, Path(self.output).name, settings), encoding="utf-8"
                )
        return tileset
