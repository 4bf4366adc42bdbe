"""A model made ready for the tiles of a set: their bands, their guide and their pixel size."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from ..datasets.data_summary import tiles_ground_resolution
from ..datasets.tileset import TileSet
from ..errors import InputError
from ..evaluation.fixed_pattern import measure_fixed_pattern
from ..i18n import format_number
from ..inference.band_matching import ReorderedPredictor, match_tiles
from ..inference.guide_matching import describe_guide
from ..inference.predictor import Predictor, sample_count
from ..package.error_table import ErrorTable
from ..package.srpk import ModelPackage
from ..progress import Log, Progress
from ..raster.ground_resolution import are_far
from ..raster.space_to_depth import fold_places


@dataclass(frozen=True)
class ModelOnTiles:
    """A model that runs on the tiles of a set."""

    package: ModelPackage
    predictor: Predictor
    """The model on bands in the tiles' order."""
    order: tuple[int, ...]
    """Place, among the tiles' channels, of each channel of the model."""
    table: ErrorTable | None
    """How far its results at the tiles' scale may be off, as the package says."""

    @property
    def samples(self) -> int:
        """Of how many samples its results are the mean."""
        return sample_count(self.predictor)

    @property
    def band_places(self) -> tuple[int, ...]:
        """Places of the model's bands among those of the tiles."""
        return self.order[: len(self.package.info.bands)]

    def measure_fixed_pattern(self, tileset: TileSet) -> Generator[Progress, None, float | None]:
        """Return the pattern of flat fields, see `fixed_pattern.measure_fixed_pattern`; None for a diffusion model."""
        if self.package.sampling is not None:
            return None
        return (yield from measure_fixed_pattern(self.predictor, tileset))


def fit_to_tiles(
    package: ModelPackage, predictor: Predictor, tileset: TileSet
) -> Generator[Log, None, ModelOnTiles]:
    """Return a model with its bands in the tiles' order, and log what does not fit.

    Args:
        package: The model.
        predictor: The model, ready to run on bands in its own order.
        tileset: The tiles.

    Raises:
        InputError: The model takes other bands, or another guide, than the tiles have.
    """
    info, guide = package.info, tileset.info.guide
    order = yield from match_tiles(info.bands, tileset.info.bands, tileset.folder)
    if (info.guide and info.guide.ratio) != (guide and guide.ratio):
        raise InputError(
            "The model takes {model} and the tiles in {folder} have {tiles}: export tiles with the model's GUIDE, or choose "
            "another model.",
            model=describe_guide(info.guide),
            folder=tileset.folder,
            tiles=describe_guide(guide),
        )
    if info.guide and guide:
        places = yield from match_tiles(info.guide.bands, guide.bands, tileset.folder)
        order += fold_places(places, guide.ratio, len(tileset.info.bands))
    trained = info.data.ground_resolution if info.data else None
    here = tiles_ground_resolution(tileset)
    if trained and here and are_far(trained, here):
        yield Log(
            "The model was trained on pixels of {trained} m and those of the tiles are {here} m: expect worse "
            "results than its metrics say.",
            trained=format_number(trained, ".3g"),
            here=format_number(here, ".3g"),
        )
    fitted = predictor if order == tuple(sorted(order)) else ReorderedPredictor(predictor, order)
    return ModelOnTiles(package, fitted, order, package.error_tables.get(tileset.info.scale))
