"""A run in blocks: computes those that are missing, keeps those that are there, and joins them."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Generator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from .. import __version__
from ..atomic_write import atomic_write, followed
from ..checksum import file_checksum
from ..errors import InputError, OutputError
from ..exporting.mlm_item import describe_package
from ..inference.model_loading import LoadedModel, ModelRequest
from ..inference.super_resolution import RasterRequest, SuperResolution
from ..object_store import is_object
from ..progress import Log, Progress, run_part
from ..raster.cog import copy_as_cog
from ..raster.input_files import COME_AND_GO, files_of
from ..raster.pixel_windows import refuse_unwarped
from ..raster.profile import RasterProfile
from ..raster.sidecars import sidecars
from ..redaction import redact_values
from .block_computer import BlockComputer, SettledChoices
from .block_executor import Executor, log_failures, raise_failures
from .block_folder import MOSAIC, WHOLE, BlockFolder, RunPart, blocks_folder, lock_folder
from .block_grid import Block, grid_offset, plan_blocks
from .block_ledger import settle
from .block_mosaic import Mosaic

SIDE = 4096
"""Pixels of the result along a side of a block, about."""
COMPUTING = 0.95
"""Where in the progress the blocks are computed; putting them together follows."""


@dataclass(frozen=True)
class BlockRun:
    """A run in blocks, as a job asks for it."""

    outputs: Sequence[str]
    """The result, and perhaps how far samples differ."""
    raster: RasterRequest
    request: ModelRequest
    settings: Mapping[str, Any]
    """JSON values of all that changes a result."""
    side: int = SIDE
    """Side of a block, in pixels of the result."""
    part: RunPart = WHOLE
    inputs: Sequence[str] | None = None
    """Rasters whose files must not change between runs; None: the raster and its guide."""

    def run(
        self, ready: SuperResolution, model: LoadedModel, execute: Executor
    ) -> Generator[Progress | Log, None, bool]:
        """Compute the blocks that are missing, and put all together; return whether all are there.

        Args:
            ready: The super-resolution of the whole raster, with its predictor.
            model: The model, loaded.
            execute: Computes blocks: `run_here`, or what `dask_executor` yields.

        Raises:
            SrError: Blocks failed, others write there, or the blocks that are there were made with other settings.
        """
        refuse_unwarped(ready.raster)
        check_outputs(self.outputs, self.part)
        with ExitStack() as locks:
            paths = [blocks_folder(output) for output in self.outputs]
            for path in paths:
                locks.enter_context(lock_folder(path, self.part))
            return (yield from self._run(ready, model, execute, paths))

    def _run(
        self, ready: SuperResolution, model: LoadedModel, execute: Executor, paths: Sequence[Path]
    ) -> Generator[Progress | Log, None, bool]:
        settings = self._all_settings(ready)
        found = [settle(path, settings, asdict(SettledChoices.of(ready))) for path in paths]
        settled = SettledChoices(**found[0])
        text = json.dumps([settings, asdict(settled)], sort_keys=True)
        digest = hashlib.sha256(text.encode()).hexdigest()[:32]
        folders = [BlockFolder(path, digest) for path in paths]
        computer = BlockComputer(self.raster, self.request, settled, folders, _tags(settings))
        here = settled.apply(model._replace(package=ready.package), self.request)
        vars(computer)["model"] = here
        predictor, shape = here.predictor, tuple(ready.raster.box.shape)
        side = max(1, self.side // predictor.scale)
        offset = grid_offset(ready.raster.box.affine)
        blocks = plan_blocks(ready.window, predictor.cuts(ready.window, shape), side, offset)
        computer.pattern = blocks[0].name
        own = self.part.choose(blocks)
        done = [folder.done(own) for folder in folders]
        missing = [block for block in own if not all(block.name in each for each in done)]
        yield Log(
            "{total} blocks, of which {there} are there and {missing} are computed now.",
            total=len(own),
            there=len(own) - len(missing),
            missing=len(missing),
        )
        failures = yield from run_part(execute(computer, missing), 0, COMPUTING)
        for folder in folders:
            folder.sweep()
        notes = [folder.note_failures(failures, self.part) for folder in folders]
        yield from log_failures(failures)
        if self.part.count > 1 and not all(folder.has_all(blocks) for folder in folders):
            yield Log("This part is done; the part that finishes last joins all blocks.")
            raise_failures(failures, len(own), notes[0])
            return False
        if not failures and not all(folder.has_all(blocks) for folder in folders):
            raise OutputError(
                "Blocks that were computed cannot be seen in {folder}: let all computers see it under this path, and run again.",
                folder=folders[0].path,
            )
        profiles = ready.profiles(ready.window, spread=len(folders) > 1)
        for number, (output, folder, profile) in enumerate(zip(self.outputs, folders, profiles, strict=True)):
            start = COMPUTING + (1 - COMPUTING) * number / len(folders)
            end = start + (1 - COMPUTING) / len(folders)
            if stays_in_blocks(output) or not failures:
                joining = _join(followed(output), folder, blocks, profile, ready, computer)
                yield from run_part(joining, start, end)
        raise_failures(failures, len(own), notes[0])
        return True

    def _all_settings(self, ready: SuperResolution) -> dict[str, Any]:
        inputs = (self.raster.path, self.raster.guide) if self.inputs is None else self.inputs
        settings = {
            **self.settings,
            "version": __version__,
            "block_size": self.side,
            "model": file_checksum(self.request.path),
            "input_files": [state_of_files(path) for path in inputs if path],
            "grid": [list(ready.raster.box.affine)[:6], list(ready.raster.box.shape)],
        }
        # Signatures in addresses change while a run lasts, and are nobody's business.
        return {name: redact_values(value) for name, value in settings.items()}


def _join(
    target: Path,
    folder: BlockFolder,
    blocks: Sequence[Block],
    profile: RasterProfile,
    ready: SuperResolution,
    computer: BlockComputer,
) -> Generator[Progress, None, None]:
    """Put the blocks together: as a VRT that is made of them, or as one COG in which they are left behind."""
    scale, text = computer.model.predictor.scale, "Joining the blocks"
    stays = stays_in_blocks(target)
    mosaic = Mosaic(target if stays else folder.path / "blocks.vrt", folder, blocks, profile)
    if not mosaic.there:  # all have failed
        return
    if stays:
        about = computer.request.path, scale, computer.tags["FINER_MODEL_SHA256"]
        model = describe_package(ready.package.info, *about)
        yield from (Progress(share, text) for share in mosaic.write(ready.window, scale, model))
        return
    mosaic.write_vrt(ready.window, scale)
    with atomic_write(target, sidecars) as path:
        yield from (
            Progress(share, text) for share in copy_as_cog(mosaic.target, path, target, profile.bytes)
        )
    shutil.rmtree(folder.path, ignore_errors=True)


def check_outputs(outputs: Sequence[str], part: RunPart) -> None:
    """Check that results can be computed in blocks.

    Args:
        outputs: The results.
        part: Share of the blocks that a run computes.

    Raises:
        InputError: They would have to be a VRT.
    """
    if part.count > 1 and not all(stays_in_blocks(output) for output in outputs):
        raise InputError("Parts of a run share the blocks of a VRT: let OUTPUT end in .vrt.")
    if any(is_object(output) and not stays_in_blocks(output) for output in outputs):
        raise InputError("In s3:// blocks are not joined into one file: let OUTPUT end in .vrt.")


def stays_in_blocks(output: str | Path) -> bool:
    """Return whether a result's path names a VRT, whose blocks are kept as files of their own."""
    return str(output).lower().endswith(MOSAIC)


def state_of_files(path: str) -> list[int | str] | None:
    """Return size and time of change of the files that a raster is read from; None of what has none, such as an address.

    The times are in seconds: machines that share a folder may see fractions of it rounded each in its own way.
    """
    files = [os.stat(file) for file in files_of(path) if not file.endswith(COME_AND_GO)]
    states = sorted((file.st_size, int(file.st_mtime)) for file in files)
    if len(states) > 1:  # of which there may be thousands, and each block says what it was made from
        return [len(states), hashlib.sha256(repr(states).encode()).hexdigest()[:16]]
    return list(states[0]) if states else None


def _tags(settings: Mapping[str, Any]) -> dict[str, str]:
    """Return what each block says of what it was made from."""
    return {
        "FINER_INPUT": str(settings["input"]),
        "FINER_MODEL_SHA256": settings["model"],
        "FINER_SETTINGS": json.dumps(settings, sort_keys=True),
    }
