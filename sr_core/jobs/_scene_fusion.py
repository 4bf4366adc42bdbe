"""A Sentinel-2 scene that is staged, the model that learns from it, and how that brings its bands to 10 m."""

from __future__ import annotations

import json
import shutil
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from .. import __version__
from ..block_processing.block_ledger import LEDGER
from ..degradations import Degradation
from ..device import resolve, vulkan_card
from ..errors import InputError, incomplete_engine
from ..host_memory import held_memory, return_freed_memory
from ..inference.band_fusion import FusionRequest, TaggedRequest, require_fusion
from ..inference.model_loading import ModelRequest
from ..inference.predictor import PredictorOptions
from ..inference.super_resolution import RasterRequest
from ..package.srpk import ModelPackage, read_info
from ..parameter_types import Device
from ..progress import Log, Progress
from ..sentinel2.bands import ATMOSPHERE, RESOLUTIONS, TEN_BANDS
from ..torch_build import torch_version
from . import Job
from ._sentinel2_scene_options import Sentinel2Scene

BLUR = Degradation.load({"id": "mtf", "sensor": "sentinel2_msi"})
"""Degradation that makes both sides coarser to learn from."""

LEARNT_MODEL = "learnt_from_this_scene.srpk"

SCALE = 2
"""Scale of the model: from 20 to 10 m."""

TILE_SIZE = 192
"""Pixels of 20 m along a side that are fused at once: with both inputs and the correction, larger ones take more than 1 GB."""

MOST_MEMORY = 9 * 10**8
"""Bytes that the process may hold, besides what it reads and writes, so that it stays within 1 GB."""

TILE_MEMORY = 400 * 2**20
"""Most bytes for the networks' work on all tiles at once. Cores that this leaves without a tile of their own compute the layers
together."""

FINE, COARSE = (tuple(band for band in TEN_BANDS if RESOLUTIONS[band] == metres) for metres in (10, 20))

DETAIL: dict[str, str] = {"B01": "B02", "B09": "B08"}
"""A band of 60 m -> that of 10 m whose wavelengths are the nearest, and which gives it detail."""

EXAMPLES = {2: "sentinel2_10m_rgbn_x2_edsr", 4: "sen2srlite_rgbn_x4"}
"""Scale -> a model for Sentinel-2 that everybody can get: one that comes with Finer, or in its catalogue."""


@dataclass(frozen=True)
class PreparedScene:
    """All that the bands of 10 m are made from."""

    scene: Sentinel2Scene
    model: str
    """Path of the model that gives the bands of 20 m at 10 m."""
    folder: Path
    """Folder for what is made from the bands on the way."""

    @property
    def tags(self) -> dict[str, str]:
        """Tags of the result."""
        return {
            "FINER_VERSION": __version__,
            "FINER_SCENE": self.scene.name,
            "FINER_SCENE_TIME": self.scene.time,
            "FINER_MODEL": Path(self.model).name,
        }

    def fusion(self, device: str) -> tuple[RasterRequest, ModelRequest]:
        """Return the bands that become one raster of 10 m, and the model that sharpens some of them.

        Args:
            device: Device, as a job's DEVICE.
        """
        fine, coarse, *sixty = self.scene.groups
        raster = FusionRequest(
            str(coarse.path),
            guide=str(fine.path),
            window=coarse.place,
            names=[*TEN_BANDS, *(ATMOSPHERE if sixty else ())],
            coarsest=str(sixty[0].path) if sixty else None,
            detail=DETAIL,
            tags=self.tags,
        )
        options = PredictorOptions(tile_size=TILE_SIZE, memory=tile_memory(), vulkan=vulkan_card(device))
        held: Literal["on"] | None = "on" if _can_be_held(self.model) else None
        return raster, ModelRequest(self.model, SCALE, device, options, consistency=held)

    def second_model(
        self, model: str, scale: int, device: str, ten: Path
    ) -> tuple[RasterRequest, ModelRequest]:
        """Return the raster of 10 m, and the model that makes finer pixels of it.

        Args:
            model: Path of the model.
            scale: Its scale.
            device: Device, as a job's DEVICE.
            ten: Path of the raster.
        """
        options = PredictorOptions(memory=tile_memory(), vulkan=vulkan_card(device))
        return TaggedRequest(str(ten), tags=self.tags), ModelRequest(model, scale, device, options)


def tile_memory() -> int:
    """Return the bytes for the networks' work on all tiles at once: less where learning has left little of `MOST_MEMORY`."""
    return_freed_memory()
    held = held_memory()
    return TILE_MEMORY if held is None else max(0, min(TILE_MEMORY, MOST_MEMORY - held))


def learn_from_scene(
    scene: Sentinel2Scene, folder: Path, outer: type[Job], minutes: float, device: str
) -> Generator[Progress | Log, None, None]:
    """Write into a folder a model that has learnt from a scene, as `LEARNT_MODEL`.

    Args:
        scene: The scene.
        folder: The folder.
        outer: The job that the user runs, whose parameters the log may name.
        minutes: How long the network learns.
        device: Where it learns, as a job's DEVICE.

    Raises:
        IncompleteEngine: PyTorch is not installed.
        InputError: The place is too small, or has too many gaps.
    """
    from ._fusion_training import TILES, FusionTask, learn_fusion  # and torch

    fine, coarse, *_ = scene.groups
    task = FusionTask(str(coarse.path), str(fine.path), degradation=BLUR)
    own = device if device in get_args(Device) else "auto"  # vulkan computes models only
    yield from learn_fusion(task, folder / LEARNT_MODEL, folder, outer, minutes=minutes, device=own)
    shutil.rmtree(folder / TILES)


def require_scene_of_blocks(scene: Sentinel2Scene, folder: Path, bands: str) -> None:
    """Require that the blocks that are there were made from a scene, which a search may not find again.

    Args:
        scene: The scene that is staged.
        folder: Folder of the blocks.
        bands: Name of the folder in it with the staged scene, which is removed where it is another one.

    Raises:
        InputError: They were made from another scene.
    """
    try:
        made = json.loads((folder / LEDGER).read_text(encoding="utf-8"))["settings"]
    except FileNotFoundError:
        return
    if (made["input"], made["time"]) != (scene.name, scene.time):
        shutil.rmtree(folder / bands, ignore_errors=True)
        raise InputError(
            "The blocks in {folder} were made from {theirs}, and the search now finds {scene}: delete the folder to "
            "start again, or choose another OUTPUT.",
            folder=folder,
            theirs=made["input"],
            scene=scene.name,
        )


def require_first_model(path: str | None, device: str) -> None:
    """Require a model that gives the bands of 20 m at 10 m, or an engine that can learn one.

    Args:
        path: The model; None where one is to be learnt.
        device: Where it is computed, as a job's DEVICE.

    Raises:
        InputError: It does something else.
        IncompleteEngine: One is to be learnt, and PyTorch is not installed.
    """
    if path:
        require_fusion(ModelPackage.load(path, resolve(device)), COARSE, SCALE)
    elif torch_version() is None:
        raise incomplete_engine()


def check_second_model(path: str | None, device: str, scale: int, resolution: str) -> None:
    """Require a model without a guide that makes pixels of 10 m finer, or none where they stay as they are.

    Args:
        path: The model; None where none is given.
        device: Where it is computed, as a job's DEVICE.
        scale: How many times finer; 1 leaves them.
        resolution: The size that pixels get by that, in metres.

    Raises:
        InputError: It is another model, it is missing, or there is one too many.
    """
    if scale == 1:
        if path:
            raise InputError(
                "SR_MODEL is for pixels of less than 10 m: set RESOLUTION to 5 or 2.5, or leave it blank."
            )
        return
    if not path:
        raise InputError(
            "RESOLUTION {resolution} m needs an SR model of scale {scale} for Sentinel-2 at 10 m: name "
            'one in SR_MODEL, such as {example}, which comes with Finer or by "Get SR model", or set '
            "RESOLUTION to 10.",
            resolution=resolution,
            scale=scale,
            example=EXAMPLES[scale],
        )
    model = ModelPackage.load(path, resolve(device), scale)
    if model.net.scale != scale or model.info.guide:
        raise InputError(
            "{model} is not a model for RESOLUTION {resolution} m, which needs one of scale {scale} "
            "without a guide: choose another SR_MODEL.",
            model=model.name,
            resolution=resolution,
            scale=scale,
        )


def _can_be_held(model: str) -> bool:
    """Whether results can be made such that they degrade to the product's own bands; not by the light engine."""
    if torch_version() is None:
        return False
    from ..inference.back_projection import Consistency

    return Consistency.of(read_info(model)[0].degradation, SCALE) is not None
