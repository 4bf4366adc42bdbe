"""Maps that belong to a result, made from it when it is whole: how wrong it may be, and where it leaves the raster."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from ..package.error_table import SAMPLER_TAG, ErrorTable, require_error_table
from ..progress import Log, Progress, run_part
from ..raster.cog import CogWriter, cog_writer
from .consistency_map import choose_degradation, write_consistency_map
from .error_map import write_error_map
from .input_matching import build_spread_profile
from .model_request import LoadedModel
from .predictor import Predictor
from .super_resolution import SuperResolution

WRITTEN = 0.6
"""Where in the progress of a map its pixels are written."""

COVERAGE_TAG = "FINER_COVERAGE"
"""Of a raster of half-widths: percent of the pixels whose truth lies in their interval."""


@dataclass(frozen=True)
class ResultMaps:
    """The maps that a job asks for."""

    error: str | None
    """The raster of half-widths of intervals."""
    coverage: int
    """Percent of the pixels whose truth lies in their interval."""
    consistency: str | None
    """The raster of differences between the degraded result and the low-resolution raster."""

    def __bool__(self) -> bool:
        return bool(self.error or self.consistency)

    def require_known(self, model: LoadedModel) -> None:
        """Require that a model knows what the maps show.

        Raises:
            InputError: It does not.
        """
        if self.error:
            package, scale = model.package, model.predictor.scale
            require_error_table(package.error_tables, scale, self.coverage, package.name)

    def write(self, ready: SuperResolution, result: Path) -> Generator[Progress | Log, None, None]:
        """Write the maps, all of them or none.

        Args:
            ready: What the result was made by.
            result: A file that has the pixels of all of it, as `ready.profile` says what it is.

        Raises:
            OutputError: A raster cannot be written.
        """
        asked = [
            (path, make)
            for path, make in ((self.error, self._map_errors), (self.consistency, self._map_consistency))
            if path
        ]
        with ExitStack() as files:
            for number, (path, make) in enumerate(asked):
                mapping = make(ready, result, path, files)
                yield from run_part(mapping, number / len(asked), (number + 1) / len(asked))

    def _map_errors(
        self, ready: SuperResolution, result: Path, path: str, files: ExitStack
    ) -> Generator[Progress | Log, None, None]:
        """Write how far the values of the result may be off."""
        package, predictor = ready.package, ready.predictor
        table = require_error_table(package.error_tables, predictor.scale, self.coverage, package.name)
        yield from warn_of_other_conditions(table, predictor)
        places = package.info.result_places
        mean = [package.info.mean[place] for place in places]
        spread = build_spread_profile(ready.profile)
        profile = replace(spread, tags={**spread.tags, COVERAGE_TAG: f"{self.coverage} %"})
        writer = files.enter_context(cog_writer(path, profile))
        meaning, scale = ready.radiometry.choose(places), predictor.scale
        mapping = write_error_map(result, writer, table, meaning, mean, scale, self.coverage)
        yield from run_part(mapping, 0, WRITTEN)
        yield from _finish(writer)

    def _map_consistency(
        self, ready: SuperResolution, result: Path, path: str, files: ExitStack
    ) -> Generator[Progress | Log, None, None]:
        """Write where the result, degraded, leaves the raster."""
        info, scale = ready.package.info, ready.predictor.scale
        degradation = yield from choose_degradation(info.degradation, scale)
        given = ready.raster.choose(info.result_places)
        profile = build_spread_profile(replace(given.profile.crop(ready.window), tags=ready.profile.tags))
        writer = files.enter_context(cog_writer(path, profile))
        mapping = write_consistency_map(result, writer, given, ready.window, scale, degradation)
        yield from run_part(mapping, 0, WRITTEN)
        yield from _finish(writer)


def warn_of_other_conditions(table: ErrorTable, predictor: Predictor) -> Generator[Log, None, None]:
    """Say so where results come about otherwise than those that their errors were calibrated on."""
    sampler = predictor.tags.get(SAMPLER_TAG, "")
    if table.consistency != bool(predictor.consistency) or table.sampler != sampler:
        yield Log(
            "The errors of this model were calibrated on results with another CONSISTENCY or SAMPLER: OUTPUT_ERROR may be too "
            "small or too large."
        )


def _finish(writer: CogWriter) -> Generator[Progress, None, None]:
    for share in writer.finish():
        yield Progress(WRITTEN + (1 - WRITTEN) * share, "Compressing and building overviews")
