"""Plans the runs of a job on rasters of several pixel grids, or for a target grid, and checks them before anything is written."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, NamedTuple, Protocol, Self

from odc.geo.geobox import GeoBox
from pydantic import Field
from rasterio.crs import CRS
from rasterio.errors import CRSError
from rasterio.windows import Window

from ..atomic_write import followed
from ..block_processing.block_folder import RunPart, blocks_folder
from ..block_processing.block_ledger import LEDGER, made_otherwise
from ..block_processing.block_run import check_outputs, stays_in_blocks
from ..block_processing.scene_folder_vrt import SceneGroup
from ..block_processing.target_grid import TargetGrid
from ..errors import InputError, NoOverlapError
from ..object_store import is_object
from ..parameter_types import Crs, Extent, advanced
from ..progress import Log
from ..raster.pixel_windows import find_grid_window, find_window, refuse_unwarped
from ..raster.raster_reader import open_raster
from ..schema import Config
from ..stac.sas_auth import renew_signature
from ._block_fields import BlockChoices, JobInBlocks

MAPS = ("output_uncertainty", "output_error", "output_consistency")
"""Fields of results that belong to the pixels of OUTPUT."""
TARGET_FIELDS = ("target_crs", "target_resolution")
OF_NO_BLOCK = ("output", *MAPS, *TARGET_FIELDS)
"""Fields that change no pixel of a result on its own grid."""
NATIVE = "native"
"""Name of the result of a single raster on its own grid, beside that on the target grid."""
METRE = 1.0
"""Metres in the unit of a coordinate reference system that is measured in metres."""
PLACES = 100
"""Pixels along the sides of a grid for which it is tried out whether a place can be warped."""


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
    def results(self) -> dict[str, str]:
        """Paths of the results that the job is asked for, by its fields."""
        return {field: path for field in ("output", *MAPS) if (path := getattr(self, field, None))}

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


class JobOnGrid(JobInBlocks, Protocol):
    """A job that computes a raster in blocks, on the raster's own grid or on a target grid."""

    @property
    def input(self) -> str | None:
        """The raster, or a folder of rasters; None: a search finds it."""

    @property
    def output(self) -> str:
        """The result."""

    @property
    def results(self) -> dict[str, str]:
        """The result and its maps, by their fields."""

    @property
    def extent(self) -> Extent | None:
        """Part of the raster."""

    @property
    def bands(self) -> Sequence[int] | None:
        """Bands of the raster."""

    @property
    def target_grid(self) -> TargetGrid | None:
        """Grid of the result; None: that of the raster."""

    @classmethod
    def build(cls, values: dict[str, Any]) -> Self:
        """Return a job from its JSON values."""

    def dump(self) -> dict[str, Any]:
        """Return its JSON values."""


class GridRun(NamedTuple):
    """The run of a job on the rasters of one pixel grid."""

    name: str
    group: SceneGroup | None
    """Rasters of a folder; None: the job's own input."""
    results: dict[str, str]
    """Paths by the field of the result."""

    @property
    def output(self) -> str:
        """The result on the grid."""
        return self.results["output"]

    @property
    def pixels(self) -> int:
        """Number of low-resolution pixels, which its time depends on."""
        return sum(rows * cols for _, _, _, (rows, cols), _ in self.group.scenes) if self.group else 1


class _Place(NamedTuple):
    """The part of a raster that is super-resolved."""

    name: str
    crs: CRS | None
    box: GeoBox


def plan_runs(job: JobOnGrid, groups: Sequence[SceneGroup]) -> list[GridRun]:
    """Return the runs of a job, one for each pixel grid; none for a job with one grid that is that of its result.

    Their results lie beside that of the job, or among the parts of a single file on a target grid.

    Args:
        job: The job.
        groups: Rasters of the folder that its input is, by pixel grid; none where that is no folder.

    Raises:
        InputError: The parameters of the target grid name none.
    """
    if not (job.target_grid or len(groups) > 1):
        return []
    names: list[tuple[str, SceneGroup | None]] = [(group.name, group) for group in groups]
    asked = job.results
    runs = []
    for name, group in names or [(NATIVE, None)]:
        results = {field: _with_name(path, name) for field, path in asked.items()}
        if job.target_grid and not stays_in_blocks(job.output):
            results["output"] = str(blocks_folder(job.output) / f"{name}.vrt")
        runs.append(GridRun(name, group, results))
    return runs


def _with_name(path: str, name: str) -> str:
    """Return the path of a result with the name of a grid, beside the file that the path leads to."""
    target = Path(path) if is_object(path) else followed(path)
    named = target.with_stem(f"{target.stem}_{name}")
    return named.as_posix() if is_object(path) else str(named)


def list_side_files(job: JobOnGrid, runs: Sequence[GridRun], outputs: Sequence[str]) -> tuple[str, ...]:
    """Return the files that a job writes or removes besides the results that its fields name.

    Args:
        job: The job.
        runs: Its runs (`plan_runs`).
        outputs: Its results that can lie in blocks.
    """
    own = BlockChoices.of(job, *outputs).side_files()
    if not runs:
        return own
    hidden = blocks_folder(job.output)
    results = [path for run in runs for path in run.results.values() if hidden not in Path(path).parents]
    beside = BlockChoices.of(job, *results).side_files()
    return (*own, *results, *beside) if job.target_grid else (*results, *beside)


def choose_runs(job: JobOnGrid, runs: Sequence[GridRun]) -> Generator[Log, None, list[GridRun]]:
    """Check the runs of a job, as far as that needs no model, and return those whose rasters lie in EXTENT.

    Args:
        job: The job.
        runs: Its runs (`plan_runs`).

    Raises:
        InputError: A raster cannot be super-resolved, or its result not be warped.
        NoOverlapError: No raster lies in EXTENT.
    """
    grid = job.target_grid
    if runs:
        check_outputs([job.output], RunPart.of(job.part) if job.part else RunPart())
    if grid:
        _require_warped_output(job)
        if not job.input:
            _require_search(job.extent, grid)
    systems = [run.group.scenes[0].crs for run in runs if run.group]
    if job.extent and job.extent.crs is None and any(crs != systems[0] for crs in systems):
        raise InputError(
            "EXTENT has no coordinate reference system, and the rasters in {folder} have several: give it one.",
            folder=job.input,
        )
    chosen: list[GridRun] = []
    outside: list[GridRun] = []
    for run in runs:
        places = list(_find_places(job, run.group))
        if grid:
            for place in places:
                grid.require_fit(place.box, place.crs, place.name)
        (chosen if places or not job.input else outside).append(run)
    if runs and not chosen:
        raise NoOverlapError("No raster in {folder} lies in EXTENT.", folder=job.input)
    for run in outside:
        yield Log("No raster of {name} lies in EXTENT.", name=run.name)
    return chosen


def _require_warped_output(job: JobOnGrid) -> None:
    """Require that what a job writes can be on a target grid.

    Raises:
        InputError: It cannot.
    """
    if maps := [name.upper() for name in MAPS if getattr(job, name)]:
        raise InputError(
            "{maps} belong to the pixels of a result that is not warped: leave TARGET_CRS blank, or leave them out.",
            maps=", ".join(maps),
        )
    if is_object(job.output):
        raise InputError(
            "With TARGET_CRS, OUTPUT must be on a disk: choose another, or leave TARGET_CRS blank."
        )
    folder = blocks_folder(job.output)
    if (
        folder / LEDGER
    ).exists():  # its blocks, and what lies beside OUTPUT, are of a result that is not warped
        raise made_otherwise(folder, ["target_crs"])


def _require_search(extent: Extent | None, grid: TargetGrid) -> None:
    """Require that a scene in EXTENT can be warped to a grid, whatever scene a search finds.

    Raises:
        InputError: It cannot.
    """
    if grid.resolution is None and grid.crs.units_factor[1] != METRE:
        raise InputError(
            "The pixel size of the scene that DATE_RANGE finds is not known in units of TARGET_CRS ({unit}): set "
            "TARGET_RESOLUTION.",
            unit=grid.crs.units_factor[0],
        )
    if extent and extent.crs:
        try:
            crs = CRS.from_user_input(extent.crs)
        except CRSError:  # as the search says
            return
        west, south, east, north = extent.bounds
        if west > east and crs.is_geographic:  # across the antimeridian
            east += 360
        box = GeoBox.from_bbox((west, south, east, north), shape=(PLACES, PLACES))
        grid.require_inside(box, crs, "EXTENT")


def _find_places(job: JobOnGrid, group: SceneGroup | None) -> Iterator[_Place]:
    """Yield the parts of rasters that lie in EXTENT: of a group, or of the raster that is the job's input.

    Raises:
        InputError: A raster cannot be opened, or related to EXTENT.
        NoOverlapError: The raster that is the job's input does not lie in EXTENT.
    """
    for scene in group.scenes if group else ():
        box = GeoBox(scene.shape, scene.affine, None)
        window = find_grid_window(job.extent, box, scene.crs, scene.path.name)
        if window:
            yield _Place(scene.path.name, scene.crs, _crop(box, window))
    if job.input and not group:
        with open_raster(renew_signature(job.input), job.bands) as raster:
            refuse_unwarped(raster)
            yield _Place(raster.name, raster.crs, _crop(raster.box, find_window(job.extent, raster)))


def _crop(box: GeoBox, window: Window) -> GeoBox:
    corner = box.affine.translation(window.col_off, window.row_off)
    return GeoBox((int(window.height), int(window.width)), box.affine * corner, None)
