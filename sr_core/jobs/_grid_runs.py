"""Runs of a job on rasters of several pixel grids, one for each grid, and their results on a grid that the user states."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Protocol, Self, TypeVar

import numpy as np
import rasterio

from ..atomic_write import atomic_write, followed
from ..block_processing.block_executor import BlocksFailed
from ..block_processing.block_folder import RunPart, blocks_folder, lock_folder
from ..block_processing.block_run import stays_in_blocks
from ..block_processing.stac_collection import collection_paths
from ..block_processing.target_grid import TargetGrid
from ..block_processing.tile_index import index_path
from ..block_processing.warped_mosaic import write_warped_mosaic
from ..progress import Advice, Log, Progress, run_part
from ..raster.cog import copy_as_cog
from ..raster.sidecars import sidecars
from ._grid_run_plan import TARGET_FIELDS, GridRun, JobOnGrid

COMPUTED = 0.95
"""Where in the progress the results on their own grids are computed; one file on the target grid follows."""


class ResultOnGrid(Protocol):
    """Size of a result."""

    @property
    def width(self) -> int:
        """Columns."""

    @property
    def height(self) -> int:
        """Rows."""

    def model_copy(self, *, update: Mapping[str, Any] | None = None) -> Self:
        """Return a copy with other values."""


JobT = TypeVar("JobT", bound=JobOnGrid)
ResultT = TypeVar("ResultT", bound=ResultOnGrid)

Compute = Callable[[JobT, GridRun], Generator[Progress | Log, None, ResultT]]
"""Super-resolves the rasters of a run as a job asks for."""


def run_on_grids(
    job: JobT, runs: Sequence[GridRun], compute: Compute[JobT, ResultT]
) -> Generator[Progress | Log, None, ResultT]:
    """Run a job on each pixel grid of its input, and warp the results to its target grid, if it has one.

    Args:
        job: The job.
        runs: Its runs (`choose_runs`).
        compute: Computes one of them.

    Returns:
        The job's result: of the mosaic on the target grid, or of the largest of several results.

    Raises:
        SrError: As `compute` raises; if blocks of one grid have failed, those of the others are computed before.
    """
    grid = job.target_grid
    with ExitStack() as locks:
        if grid:
            part = RunPart.of(job.part) if job.part else RunPart()
            locks.enter_context(lock_folder(blocks_folder(job.output), part))
        elif len(runs) > 1:
            yield Log(
                "The rasters in {folder} lie on {count} pixel grids, so that there are as many results: {names}.",
                folder=job.input,
                count=len(runs),
                names=", ".join(Path(run.output).name for run in runs),
            )
            yield Advice(("target_crs",), "For one mosaic of them, set TARGET_CRS.")
        computing = _run_each(job, runs, compute)
        results, failures = yield from run_part(computing, 0, COMPUTED if grid else 1)
        there = {run.name: Path(run.output) for run in runs if Path(run.output).exists()}
        is_wanted = stays_in_blocks(job.output) if failures else len(there) == len(runs)
        size: dict[str, int] = {}
        if grid and there and is_wanted:
            size = yield from run_part(_join_grids(job.output, there, grid), COMPUTED, 1)
    for failure in failures:
        raise failure
    largest = max(results, key=lambda result: result.width * result.height)
    return largest.model_copy(update=size)


def _run_each(
    job: JobT, runs: Sequence[GridRun], compute: Compute[JobT, ResultT]
) -> Generator[Progress | Log, None, tuple[list[ResultT], list[BlocksFailed]]]:
    """Run a job on each grid; return the results, and the errors of those of which blocks failed.

    Raises:
        SrError: As `compute` raises, other than for blocks that failed.
    """
    results: list[ResultT] = []
    failures: list[BlocksFailed] = []
    total, done = sum(run.pixels for run in runs), 0
    for run in runs:
        start, done = done, done + run.pixels
        if run.group:
            yield Log(
                "{name}: {count} rasters, whose result is {output}.",
                name=run.name,
                count=len(run.group.scenes),
                output=run.output,
            )
        values = {**job.dump(), **dict.fromkeys(TARGET_FIELDS), **run.results}
        del values["id"]
        working = compute(job.build(values), run)
        try:
            results.append((yield from run_part(working, start / total, done / total)))
        except BlocksFailed as error:
            failures.append(error)
    return results, failures


def _join_grids(
    output: str, results: dict[str, Path], grid: TargetGrid
) -> Generator[Progress | Log, None, dict[str, int]]:
    """Write the mosaic of results on the target grid; return its width and height.

    Args:
        output: The mosaic: a VRT, which warps them where it is read, or one COG, in which they are left behind.
        results: VRTs of blocks by the names of their grids.
        grid: The target grid.
    """
    target, folder, text = followed(output), blocks_folder(output), "Warping to the target grid"
    stays = stays_in_blocks(target)
    vrt = target if stays else folder / "mosaic.vrt"
    yield Progress(0, text)
    box = write_warped_mosaic(vrt, folder, results, grid)
    if stays:  # which show a result that was there without a target grid
        for stale in (index_path(target), *collection_paths(target)):
            stale.unlink(missing_ok=True)
    if not stays:
        with rasterio.open(vrt) as mosaic:
            size = mosaic.width * mosaic.height * sum(np.dtype(dtype).itemsize for dtype in mosaic.dtypes)
        with atomic_write(target, sidecars) as path:
            yield from (Progress(share, text) for share in copy_as_cog(vrt, path, target, size))
        shutil.rmtree(folder, ignore_errors=True)
    return {"width": box.shape.x, "height": box.shape.y}
