"""Runs of a job on rasters of several pixel grids, one for each grid, and their results on a grid that the user states."""

from __future__ import annotations

import shutil
from collections.abc import Generator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, Any, NamedTuple, Protocol, Self, TypeVar

import numpy as np
import rasterio
from pydantic import Field

from ..atomic_write import atomic_write, followed
from ..block_processing.block_executor import BlocksFailed
from ..block_processing.block_folder import RunPart, blocks_folder, lock_folder
from ..block_processing.block_ledger import LEDGER
from ..block_processing.block_run import check_outputs, stays_in_blocks
from ..block_processing.scene_folder_vrt import SceneGroup
from ..block_processing.warped_mosaic import TargetGrid, write_warped_mosaic
from ..errors import InputError, NoOverlapError
from ..object_store import is_object
from ..parameter_types import Crs, Extent, advanced
from ..progress import Advice, Log, Progress, run_part
from ..raster.cog import copy_as_cog
from ..raster.raster_reader import open_raster
from ..raster.sidecars import sidecars
from ..schema import Config
from ..stac.sas_auth import renew_signature
from ._raster_folder_input import mosaic_group

MAPS = ("output_uncertainty", "output_error", "output_consistency")
"""Fields of results that belong to the pixels of OUTPUT."""
OUTPUTS = ("output", *MAPS)
TARGET_FIELDS = ("target_crs", "target_resolution")
NATIVE = "native"
"""Name of the result of a single raster on its own grid, beside that on the target grid."""
COMPUTED = 0.95
"""Where in the progress the results on their own grids are computed; one file on the target grid follows."""


class OnTargetGrid(Config):
    """The pixel grid on which a result is wanted."""

    target_crs: Annotated[Crs | None, Field(title="Target CRS"), advanced] = None
    """Coordinate reference system of OUTPUT. The raster is super-resolved on its own grid, and the result is warped to
    this one by cubic convolution. Blank: the raster's own."""

    target_resolution: Annotated[
        float | None, Field(title="Target pixel size (units of the target CRS)", gt=0), advanced
    ] = None
    """Width and height of OUTPUT's pixels, whose edges lie at multiples of it. Blank: those of the result before it is
    warped."""

    @property
    def target_grid(self) -> TargetGrid | None:
        """The grid; None: that of the input.

        Raises:
            InputError: The parameters name none.
        """
        if self.target_crs is not None:
            return TargetGrid.of(self.target_crs, self.target_resolution)
        if self.target_resolution is not None:
            raise InputError("TARGET_RESOLUTION is a size in TARGET_CRS: set that too, or leave it blank.")
        return None


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


ResultT = TypeVar("ResultT", bound=ResultOnGrid)
ComputedResultT = TypeVar("ComputedResultT", bound=ResultOnGrid, covariant=True)


class JobOnGrid(Protocol[ComputedResultT]):
    """A job that computes a raster in blocks, on the raster's own grid or on a target grid."""

    @property
    def input(self) -> str | None:
        """The raster, or a folder of rasters; None: a search finds it."""

    @property
    def output(self) -> str:
        """The result."""

    @property
    def extent(self) -> Extent | None:
        """Part of the raster."""

    @property
    def part(self) -> str | None:
        """Part of the run, such as 2/8; None: all of it."""

    @property
    def target_grid(self) -> TargetGrid | None:
        """Grid of the result; None: that of the raster."""

    @classmethod
    def build(cls, values: dict[str, Any]) -> Self:
        """Return a job from its JSON values."""

    def dump(self) -> dict[str, Any]:
        """Return its JSON values."""

    def run(self) -> Generator[Progress | Log, None, ComputedResultT]:
        """Do the work."""


class GridRun(NamedTuple):
    """The run of a job on the rasters of one pixel grid."""

    name: str
    group: SceneGroup | None
    """Rasters of a folder; None: the job's own input."""
    output: str

    @property
    def pixels(self) -> int:
        """Number of low-resolution pixels, which its time depends on."""
        return sum(rows * cols for _, _, _, (rows, cols), _ in self.group.scenes) if self.group else 1


def run_on_grids(
    job: JobOnGrid[ResultT], groups: Sequence[SceneGroup]
) -> Generator[Progress | Log, None, ResultT]:
    """Run a job on each pixel grid of its input, and warp the results to its target grid, if it has one.

    Args:
        job: The job.
        groups: Rasters of the folder that its input is, by pixel grid; none where that is no folder.

    Returns:
        The job's result: of the mosaic on the target grid, or of the largest of several results.

    Raises:
        SrError: As the job raises; if blocks of one grid have failed, those of the others are computed before.
    """
    grid = job.target_grid
    runs = _plan_runs(job, groups, grid)
    with ExitStack() as locks:
        if grid:
            _require_warpable(job, groups, grid)
            part = RunPart.of(job.part) if job.part else RunPart()
            locks.enter_context(lock_folder(blocks_folder(job.output), part))
        else:
            yield Log(
                "The rasters in {folder} lie on {count} pixel grids, so that there are as many results: {names}.",
                folder=job.input,
                count=len(runs),
                names=", ".join(Path(run.output).name for run in runs),
            )
            yield Advice(("target_crs",), "For one mosaic of them, set TARGET_CRS.")
        results, failures = yield from run_part(_run_each(job, runs), 0, COMPUTED if grid else 1)
        paths = {run.name: Path(run.output) for run in runs if run.name in results or run.name in failures}
        there = {name: path for name, path in paths.items() if path.exists()}
        is_wanted = stays_in_blocks(job.output) if failures else len(there) == len(paths)
        size: dict[str, int] = {}
        if grid and there and is_wanted:
            size = yield from run_part(_join_grids(job.output, there, grid), COMPUTED, 1)
    for failure in failures.values():
        raise failure
    largest = max(results.values(), key=lambda result: result.width * result.height)
    return largest.model_copy(update=size)


def _plan_runs(
    job: JobOnGrid[ResultT], groups: Sequence[SceneGroup], grid: TargetGrid | None
) -> list[GridRun]:
    """Return the runs, whose results lie beside that of the job, or among the parts of a single file on a target grid."""
    target = followed(job.output)
    names: list[tuple[str, SceneGroup | None]] = [(group.name, group) for group in groups]
    names = names or [(NATIVE, None)]
    if grid and not stays_in_blocks(target):
        folder = blocks_folder(target)
        return [GridRun(name, group, str(folder / f"{name}.vrt")) for name, group in names]
    return [GridRun(name, group, _with_name(str(target), name)) for name, group in names]


def _with_name(path: str, name: str) -> str:
    return str(Path(path).with_stem(f"{Path(path).stem}_{name}"))


def _require_warpable(job: JobOnGrid[ResultT], groups: Sequence[SceneGroup], grid: TargetGrid) -> None:
    """Require that a job's result can be warped, before it is computed.

    Raises:
        InputError: It cannot.
    """
    check_outputs([job.output], RunPart.of(job.part) if job.part else RunPart())
    if maps := [name.upper() for name in MAPS if getattr(job, name)]:
        raise InputError(
            "{maps} belong to the pixels of a result that is not warped: leave TARGET_CRS blank, or leave them out.",
            maps=", ".join(maps),
        )
    if is_object(job.output):
        raise InputError(
            "With TARGET_CRS, OUTPUT must be on a disk: choose another, or leave TARGET_CRS blank."
        )
    for group in groups:
        first = group.scenes[0]
        grid.pixel_size(first.crs, first.affine, first.path.name)
    if job.input and not groups:
        with open_raster(renew_signature(job.input)) as raster:
            grid.pixel_size(raster.crs, raster.box.affine, raster.name)


def _run_each(
    job: JobOnGrid[ResultT], runs: Sequence[GridRun]
) -> Generator[Progress | Log, None, tuple[dict[str, ResultT], dict[str, BlocksFailed]]]:
    """Run a job on each grid; return the results, and the errors of those of which blocks failed, by name.

    Raises:
        SrError: As the job raises.
    """
    if len(runs) > 1 and job.extent and job.extent.crs is None:
        raise InputError(
            "EXTENT has no coordinate reference system, and the rasters in {folder} have several: give it one.",
            folder=job.input,
        )
    results: dict[str, ResultT] = {}
    failures: dict[str, BlocksFailed] = {}
    outside: NoOverlapError | None = None
    total, done = sum(run.pixels for run in runs), 0
    for run in runs:
        start, done = done, done + run.pixels
        values = {**job.dump(), "target_crs": None, "target_resolution": None, "output": run.output}
        values |= {name: _with_name(values[name], run.name) for name in MAPS if values.get(name)}
        if run.group:
            values["input"] = mosaic_group(run.group, run.output)
            yield Log(
                "{name}: {count} rasters, whose result is {output}.",
                name=run.name,
                count=len(run.group.scenes),
                output=run.output,
            )
        del values["id"]
        try:
            working = job.build(values).run()
            results[run.name] = yield from run_part(working, start / total, done / total)
        except BlocksFailed as error:
            failures[run.name] = error
        except NoOverlapError as error:
            if not job.extent or len(runs) == 1:
                raise
            outside = error
            folder = blocks_folder(run.output)
            if not (folder / LEDGER).exists():
                shutil.rmtree(folder, ignore_errors=True)
            yield Log("No raster of {name} lies in EXTENT.", name=run.name)
    if outside and not (results or failures):
        raise outside
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
    if not stays:
        with rasterio.open(vrt) as mosaic:
            size = mosaic.width * mosaic.height * sum(np.dtype(dtype).itemsize for dtype in mosaic.dtypes)
        with atomic_write(target, sidecars) as path:
            yield from (Progress(share, text) for share in copy_as_cog(vrt, path, target, size))
        shutil.rmtree(folder, ignore_errors=True)
    return {"width": box.shape.x, "height": box.shape.y}
