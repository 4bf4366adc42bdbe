"""Maps that belong to a result, made from it when it is whole: how wrong it may be, and where it leaves the raster."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from ..atomic_write import working_folder
from ..errors import InputError
from ..package.error_table import SAMPLER_TAG, ErrorTable, require_error_table
from ..package.srpk import ModelPackage
from ..progress import Advice, Log, Progress, run_part
from ..raster.cog import CogWriter, cog_writer
from .consistency_map import choose_degradation, write_consistency_map
from .error_map import write_error_map
from .model_loading import LoadedModel
from .predictor import Predictor, sample_count
from .result_profile import build_spread_profile
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

    def take_spread(self, model: LoadedModel) -> bool:
        """Return whether the maps are made from the spread of a model's samples, too.

        Raises:
            InputError: The model does not know what the maps show.
        """
        return bool(self.error) and self._find_table(model.package, model.predictor).samples > 1

    def open_spread(self, files: ExitStack, *, in_blocks: bool) -> str:
        """Return the file in which the spread is kept until the maps are made.

        Args:
            files: Removes the file.
            in_blocks: Whether the result is computed in blocks, with which a stopped run goes on.

        Raises:
            InputError: The run could not go on, as the spread of its blocks would be gone.
        """
        if in_blocks:
            raise InputError(
                "When computing in blocks, OUTPUT_ERROR of this model needs OUTPUT_UNCERTAINTY: set that too."
            )
        return str(files.enter_context(working_folder(self.error or "")) / "spread.tif")

    def write(
        self, ready: SuperResolution, result: Path, spread: Path | None = None
    ) -> Generator[Progress | Log, None, None]:
        """Write the maps, all of them or none.

        Args:
            ready: What the result was made by.
            result: A file that has the pixels of all of it, as `ready.profile` says what it is.
            spread: The same of the standard deviation of its samples, in units of its pixels.

        Raises:
            OutputError: A raster cannot be written.
        """
        with ExitStack() as files:
            works = []
            if self.error:
                works.append(self._map_errors(ready, result, spread, self.error, files))
            if self.consistency:
                works.append(self._map_consistency(ready, result, self.consistency, files))
            for number, work in enumerate(works):
                yield from run_part(work, number / len(works), (number + 1) / len(works))

    def _find_table(self, package: ModelPackage, predictor: Predictor) -> ErrorTable:
        samples = sample_count(predictor)
        return require_error_table(
            package.error_tables, predictor.scale, self.coverage, package.name, samples
        )

    def _map_errors(
        self, ready: SuperResolution, result: Path, spread: Path | None, path: str, files: ExitStack
    ) -> Generator[Progress | Log, None, None]:
        """Write how far the values of the result may be off."""
        package, predictor = ready.package, ready.predictor
        table = self._find_table(package, predictor)
        yield from warn_of_other_conditions(table, predictor)
        places = package.info.result_places
        mean = [package.info.mean[place] for place in places]
        own = build_spread_profile(ready.profile)
        profile = replace(own, tags={**own.tags, COVERAGE_TAG: f"{self.coverage} %"})
        writer = files.enter_context(cog_writer(path, profile))
        meaning, scale = ready.radiometry.choose(places), predictor.scale
        known = spread if table.samples > 1 else None
        mapping = write_error_map(result, writer, table, meaning, mean, scale, self.coverage, known)
        yield from run_part(mapping, 0, WRITTEN)
        yield from _finish(writer)

    def _map_consistency(
        self, ready: SuperResolution, result: Path, path: str, files: ExitStack
    ) -> Generator[Progress | Log, None, None]:
        """Write where the result, degraded, leaves the raster."""
        info, scale = ready.package.info, ready.predictor.scale
        degradation = yield from choose_degradation(info.degradation, scale)
        given = ready.raster.choose(info.result_places)
        own = replace(given.profile.crop(ready.window), tags=ready.profile.tags)
        profile = build_spread_profile(own, signed=True)
        writer = files.enter_context(cog_writer(path, profile))
        mapping = write_consistency_map(result, writer, given, ready.window, scale, degradation)
        yield from run_part(mapping, 0, WRITTEN)
        yield from _finish(writer)


def warn_of_other_conditions(table: ErrorTable, predictor: Predictor) -> Generator[Log, None, None]:
    """Say so where results come about otherwise than those that their errors were calibrated on."""
    sampler = predictor.tags.get(SAMPLER_TAG, "")
    alike = table.sampler == sampler and table.samples == sample_count(predictor)
    if table.consistency != bool(predictor.consistency) or not alike:
        yield Advice(
            ("consistency", "sampler", "samples", "output_error"),
            "The errors of this model were calibrated on results with another CONSISTENCY, SAMPLER or SAMPLES: OUTPUT_ERROR may "
            "be too small or too large.",
        )


def _finish(writer: CogWriter) -> Generator[Progress, None, None]:
    for share in writer.finish():
        yield Progress(WRITTEN + (1 - WRITTEN) * share, "Compressing and building overviews")
