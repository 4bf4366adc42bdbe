"""Trains a model, from one scene, that gives the scene's coarse bands the detail of its fine ones (Wald et al. 1997)."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path

from ..backbones.edsr import EDSR
from ..datasets.tileset import TileSet
from ..degradations import Degradation
from ..errors import InputError, TooFewTilesError
from ..parameter_types import Extent
from ..progress import Log, Progress, filter_log, run_part, without_foreign_advice
from ..raster.guided_raster import measure_ratio
from ..raster.pixel_windows import find_window
from ..raster.raster_reader import open_raster
from . import Job
from .export_tiles import ExportTiles
from .train_model import TrainModel

LEARNING_RATE, BATCH = 1e-3, 8
SIDES = (16, 32)
"""Sides of tiles and patches (low-resolution pixels): the larger where the scene has room for `ACROSS` of them."""
ACROSS = 10
MOST_TILES = 600
"""Most tiles: with more, an epoch would take longer than a training of minutes."""
SPLIT = (75, 10, 15)
ENOUGH = 2
"""Sides of a tile along the smallest square that is sure to have tiles of each kind."""
TILES = "tiles"
"""Name of the tile set."""
EXPORTED = 0.1
"""Share of the progress of learning at which tiles are cut."""


@dataclass(frozen=True)
class FusionTask:
    """Two rasters of one scene; the coarser one gets the detail of the finer one."""

    input: str
    """Path of the raster of coarse bands."""
    guide: str
    """Path of the raster of fine bands; 2, 3, 4 or 6 of its pixels lie along the side of a coarse pixel."""
    bands: tuple[int, ...] | None = None
    """Bands of the coarse raster, from 1; None: all."""
    guide_bands: tuple[int, ...] | None = None
    """Bands of the fine raster, from 1; None: all."""
    nodata: tuple[float, ...] | None = None
    """Values that mean no data beside what the files say."""
    extent: Extent | None = None
    """Part to learn from; None: all that both rasters cover."""
    degradation: Degradation = field(default_factory=Degradation.members["mtf"])
    """Degradation that makes both rasters coarser: the blur of their sensor."""
    scale: int | None = None
    """Scale of the result; None: the result is as fine as the guide."""

    def measure(self) -> tuple[int, int]:
        """Return the scale, and the side of tiles in low-resolution pixels.

        Raises:
            InputError: The guide's pixels do not fit, or no network does that scale.
        """
        with (
            open_raster(self.input, self.bands, nodata=self.nodata) as coarse,
            open_raster(self.guide, self.guide_bands) as fine,
        ):
            ratio = measure_ratio(coarse, fine)
            window = find_window(self.extent, coarse)
        scale = self.scale or ratio
        if scale not in (2, 3, 4, 8):
            raise InputError(
                "The pixels of {guide} are {ratio} times as fine as those of {path}, but sharpening needs 2, 3 or "
                "4 times: choose another GUIDE, or resample it.",
                guide=self.guide,
                ratio=ratio,
                path=self.input,
            )
        small, large = SIDES
        roomy = min(window.height, window.width) >= ACROSS * large * scale
        return scale, large if roomy else small


def learn_fusion(
    task: FusionTask,
    model: Path,
    folder: Path,
    outer: type[Job],
    *,
    minutes: float,
    device: str = "auto",
    seed: int = 0,
) -> Generator[Progress | Log, None, TileSet]:
    """Learn from a scene itself to give its coarse bands the detail of its fine ones, and write the model.

    Both rasters are made coarser by the scale, so that the coarse bands as they are can be the truth: what is learnt there,
    one scale coarser, is then applied to the rasters as they are (Wald et al. 1997; Lanaras et al. 2018). The model is
    an ordinary package, which "Classify pixels with SR model" takes with the same INPUT and GUIDE.

    Args:
        task: The rasters. Anything that GDAL opens will do, such as a VRT of bands.
        model: The .srpk file to write.
        folder: For the tiles, which lie in it afterwards as the tile set "tiles".
        outer: The job that the user runs, whose parameters the log may name.
        minutes: How long the network learns; the learning-rate schedule ends with them.
        device: Where it learns: auto, cpu, cuda or mps.
        seed: Another one begins with other weights.

    Returns:
        The tiles, on whose test split the model was measured.

    Raises:
        InputError: The rasters do not fit together, or are too small to learn from.
    """
    tileset = yield from run_part(cut_wald_tiles(task, folder), 0, EXPORTED)
    side = tileset.info.tile_size // tileset.info.scale
    training = TrainModel(
        tiles=str(tileset.folder),
        backbone=EDSR.build(EDSR.fusion),
        patch_size=side,
        batch_size=BATCH,
        learning_rate=LEARNING_RATE,
        seed=seed,
        device=device,
        minutes=minutes,
        checkpoint_every=0,
        output=str(model),
    )
    yield from run_part(without_foreign_advice(training.run(), outer.model_fields), EXPORTED, 1)
    return tileset


def cut_wald_tiles(task: FusionTask, folder: Path) -> Generator[Progress | Log, None, TileSet]:
    """Cut tiles of two rasters that are both made coarser, so that the coarse bands as they are can be the truth.

    Args:
        task: The rasters.
        folder: In which the tiles lie afterwards as the tile set "tiles".

    Raises:
        InputError: The rasters do not fit together, or are too small.
    """
    scale, side = task.measure()
    tiles = folder / TILES
    export = ExportTiles(
        input=task.input,
        guide=task.guide,
        wald=True,
        bands=task.bands,
        guide_bands=task.guide_bands,
        nodata=task.nodata,
        extent=task.extent,
        degradation=task.degradation,
        scale=scale,
        tile_size=side * scale,
        stride=side // 4 * scale,
        max_tiles=MOST_TILES,
        split=SPLIT,
        output=str(tiles),
    )
    try:
        yield from filter_log(export.run(), lambda line: False)  # it would name temporary files
    except TooFewTilesError:
        raise InputError(
            "The scene is too small to train a network on: use a larger part, with at least {side} × {side} "
            "pixels of the coarse bands with data in both rasters, or set MODEL to a trained model.",
            side=ENOUGH * side * scale,
        ) from None
    return TileSet.open(tiles)
