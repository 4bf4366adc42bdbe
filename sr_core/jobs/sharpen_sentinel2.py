"""The job that brings all bands of Sentinel-2 to 10 m, or finer."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field

from .. import __version__
from ..atomic_write import followed, staging_folder
from ..degradations import Degradation
from ..device import device_log, resolve, vulkan_card
from ..errors import InputError, incomplete_engine
from ..inference.band_fusion import fuse_bands, require_fusion
from ..inference.band_matching import match_bands
from ..inference.predictor import Predictor, PredictorOptions, build_predictor
from ..inference.radiometry_matching import match_radiometry
from ..inference.result_profile import build_result_profile
from ..package.srpk import ModelPackage
from ..parameter_types import Device, PackageIn, PredictionDevice, RasterInTrueColour, Threads, advanced
from ..progress import run_part
from ..raster.band_scaling import BandScaling
from ..raster.band_stack import BandStack
from ..raster.cog import CogWriter, cog_writer, raw_writer
from ..raster.local_band_copies import StagedBands
from ..raster.pansharpen import PansharpeningMethod
from ..raster.pansharpened_raster import open_pansharpened
from ..raster.raster_reader import open_raster
from ..raster.source import Source
from ..raster.true_colour import write_true_colour
from ..raster.wavelengths import wavelength_of
from ..raster.window_copy import copy_window
from ..schema import Config
from ..sentinel2.bands import ATMOSPHERE, RESOLUTIONS, TEN_BANDS
from ..torch_build import torch_version
from . import Answer, Job, Log, Progress, Question
from ._sentinel2_scene_options import SEARCH_FIELDS, SceneOptions, Sentinel2Scene

BLUR = Degradation.load({"id": "mtf", "sensor": "sentinel2_msi"})
"""Degradation that makes both sides coarser to learn from."""

LEARNT_MODEL = "learnt_from_this_scene.srpk"

SCALE = 2
"""Scale of the model: from 20 to 10 m."""

TILE_SIZE = 192
"""Pixels of 20 m along a side that are fused at once: with both inputs and the correction, larger ones take more than 1 GB."""

MEMORY = 400 * 2**20
"""Bytes for the networks' work on all tiles at once: with twice as much, a granule takes more than 1 GB. Cores that this
leaves without a tile of their own compute the layers together."""

FINE, COARSE = (tuple(band for band in TEN_BANDS if RESOLUTIONS[band] == metres) for metres in (10, 20))

DETAIL: dict[str, str] = {"B01": "B02", "B09": "B08"}
"""A band of 60 m -> that of 10 m whose wavelengths are the nearest, and which gives it detail."""

FINER: dict[str, int] = {"10": 1, "5": 2, "2.5": 4}
"""RESOLUTION -> how many times finer than 10 m that is."""

EXAMPLES = {2: "sentinel2_10m_rgbn_x2_edsr", 4: "sen2srlite_rgbn_x4"}
"""Scale -> a model for Sentinel-2 that everybody can get: one that comes with Finer, or in its catalogue."""

STAGED, LEARNT, FUSED, WRITTEN = 0.15, 0.6, 0.8, 0.97
"""Shares of the progress at which bands are read, the model has learnt, bands are fused, and all pixels are written."""


class SharpenSentinel2(SceneOptions, Job):
    """Sentinel-2: ten bands at 10 m, or finer.

    Brings the bands of 20 m (red edge, near infrared, short-wave infrared) to the pixels of those of 10 m, by a network
    that sees both. Without a model it is trained on the scene itself, at pixels twice as large, where the truth is
    known.

    The result has the bands B02 B03 B04 B05 B06 B07 B08 B8A B11 B12. Those of 10 m are the product's own pixels. All
    are reflectance × 10,000: the offset that products have since processing baseline 04.00 is subtracted.
    """

    tags: ClassVar = (
        "super-resolution", "Sentinel-2", "sharpen", "fusion", "pansharpen", "20 m", "10 m", "SWIR", "red edge", "L1C", "L2A",
        "SAFE", "Copernicus", "download", "satellite", "scene", "enhance",
    )  # fmt: skip

    questions: ClassVar = (
        Question(
            "Where does the scene come from?",
            (
                Answer("A product on this computer", ("input",), ("input",)),
                Answer(
                    "The clearest scene of a place, from a STAC catalogue",
                    SEARCH_FIELDS,
                    ("date_range", "extent"),
                ),
            ),
        ),
    )

    class Result(Config):
        """What was made of which scene."""

        scene: Annotated[str, Field(title="Scene")]
        """Name of the product."""
        time: Annotated[str, Field(title="Time")]
        """When it was taken."""
        bands: Annotated[str, Field(title="Bands")]
        """Bands of the result, separated by commas."""
        width: Annotated[int, Field(title="Width (pixels)")]
        """Columns of the result."""
        height: Annotated[int, Field(title="Height (pixels)")]
        """Rows of the result."""

    model: Annotated[PackageIn | None, Field(title="Fusion model")] = None
    """A model that gives the bands of 20 m at 10 m and has those of 10 m as its guide. Blank learns one from this scene."""

    minutes: Annotated[float, Field(title="Training time (minutes)", gt=0, le=1440)] = 5
    """How long the network is trained. More helps a little; a graphics card gets further in the same time."""

    resolution: Annotated[Literal["10", "5", "2.5"], Field(title="Resolution (m)")] = "10"
    """Size of the result's pixels. 5 and 2.5 take a second model, in SR_MODEL, which is run over the bands of 10 m."""

    sr_model: Annotated[PackageIn | None, Field(title="SR model for less than 10 m")] = None
    """Model package (.srpk) of scale 2 (5 m) or 4 (2.5 m) for bands of Sentinel-2 at 10 m. The result has its bands."""

    atmosphere: Annotated[bool, Field(title="B01 and B09 too"), advanced] = False
    """Add the bands of 60 m for aerosols and water vapour. No network learns them: they get the detail of B02 and B08 by
    ratio component substitution (rcs)."""

    device: Annotated[PredictionDevice, Field(title="Device"), advanced] = "auto"
    """Where to compute: auto takes an NVIDIA or Apple graphics card if PyTorch can use one; vulkan is any graphics card, for
    models and not to learn."""

    threads: Threads = None

    output: Annotated[RasterInTrueColour, Field(title="Sharpened bands")]
    """Cloud-optimised GeoTIFF."""

    output_rgb: Annotated[RasterInTrueColour | None, Field(title="Quicklook")] = None
    """The result's red, green and blue in 8 bits, stretched, for programs that do not display reflectance."""

    def libraries(self) -> tuple[str, ...]:
        return ("torch",)

    def run(self) -> Generator[Progress | Log, None, Result]:
        self.check_scene()
        sharper, fusion = self._check_models()
        if fusion is None and torch_version() is None:
            raise incomplete_engine()
        with staging_folder(followed(self.output)) as folder:
            groups = [FINE, COARSE, *([ATMOSPHERE] if self.atmosphere else [])]
            scene = yield from run_part(self.stage_scene(groups, folder), 0, STAGED)
            if fusion is None:
                fusion = yield from run_part(self._learn(scene, folder), STAGED, LEARNT)
            with ExitStack() as files:
                result = yield from self._make(scene, fusion, sharper, folder, files)
                del fusion  # whose memory the overviews can have
                if self.output_rgb:
                    result.close()
                    with open_raster(result.raw) as raster:
                        yield from run_part(write_true_colour(raster, self.output_rgb), WRITTEN, WRITTEN)
                for share in result.finish():
                    yield Progress(WRITTEN + (1 - WRITTEN) * share, "Compressing and building overviews")
        if sharper is None:
            yield Log(
                "In true colour the result looks like the product, whose visible bands have pixels of 10 m already: show B12, "
                "B11 and B8A as red, green and blue to see the difference."
            )
        height, width = result.profile.box.shape
        bands = ", ".join(result.profile.descriptions)
        return self.Result(scene=scene.name, time=scene.time, bands=bands, width=width, height=height)

    def _check_models(self) -> tuple[ModelPackage | None, ModelPackage | None]:
        """Return the model for less than 10 m and that for 10 m, as far as they are given.

        Raises:
            InputError: one does not do what it is for, or is missing.
        """
        device = resolve(self.device)
        finer, sharper = FINER[self.resolution], None
        if finer == 1 and self.sr_model:
            raise InputError(
                "SR_MODEL is for pixels of less than 10 m: set RESOLUTION to 5 or 2.5, or leave it blank."
            )
        if finer > 1:
            if not self.sr_model:
                raise InputError(
                    "RESOLUTION {resolution} m needs an SR model of scale {scale} for Sentinel-2 at 10 m: name "
                    'one in SR_MODEL, such as {example}, which comes with Finer or by "Get SR model", or set '
                    "RESOLUTION to 10.",
                    resolution=self.resolution,
                    scale=finer,
                    example=EXAMPLES[finer],
                )
            sharper = ModelPackage.load(self.sr_model, device, finer)
            if sharper.net.scale != finer or sharper.info.guide:
                raise InputError(
                    "{model} is not a model for RESOLUTION {resolution} m, which needs one of scale {scale} "
                    "without a guide: choose another SR_MODEL.",
                    model=sharper.name,
                    resolution=self.resolution,
                    scale=finer,
                )
        fusion = ModelPackage.load(self.model, device) if self.model else None
        if fusion:
            require_fusion(fusion, COARSE, SCALE)
        return sharper, fusion

    def _learn(self, scene: Sentinel2Scene, folder: Path) -> Generator[Progress | Log, None, ModelPackage]:
        """Return a model that has learnt from the scene.

        Raises:
            IncompleteEngine: PyTorch is not installed.
            InputError: the place is too small, or has too many gaps.
        """
        from ._fusion_training import FusionTask, learn_fusion  # and torch

        fine, coarse, *_ = scene.groups
        task = FusionTask(str(coarse.path), str(fine.path), degradation=BLUR)
        device = self.device if self.device in get_args(Device) else "auto"  # vulkan computes models only
        yield from learn_fusion(
            task, folder / LEARNT_MODEL, folder, type(self), minutes=self.minutes, device=device
        )
        return ModelPackage.load(folder / LEARNT_MODEL, resolve(self.device))

    def _make(
        self,
        scene: Sentinel2Scene,
        fusion: ModelPackage,
        sharper: ModelPackage | None,
        folder: Path,
        files: ExitStack,
    ) -> Generator[Progress | Log, None, CogWriter]:
        """Return the result with all its pixels; `files` keeps open what it is made from."""
        middle = FUSED if sharper else WRITTEN
        place = scene.groups[0].place
        stack = yield from run_part(self._stack_bands(scene, fusion, folder, files), LEARNT, FUSED)
        profile = stack.profile.crop(place)
        tags = {
            "FINER_VERSION": __version__,
            "FINER_SCENE": scene.name,
            "FINER_SCENE_TIME": scene.time,
            "FINER_MODEL": fusion.name,
        }
        usual = BandScaling((1e-4,) * profile.count, (0.0,) * profile.count, ("",) * profile.count)
        centres = tuple(map(wavelength_of, profile.descriptions))
        profile = replace(profile, tags=tags, scaling=profile.scaling or usual, wavelengths=centres)
        opened = raw_writer(folder / "ten.tif", profile) if sharper else cog_writer(self.output, profile)
        writer = files.enter_context(opened)
        any_valid = yield from run_part(copy_window(stack, place, writer), FUSED, middle)
        writer.close()
        if not any_valid:
            raise InputError(
                "{scene} has no valid pixel there: choose another EXTENT or scene.", scene=scene.name
            )
        if sharper:
            writer = yield from run_part(self._super_resolve(sharper, writer, files), middle, WRITTEN)
        return writer

    def _stack_bands(
        self, scene: Sentinel2Scene, fusion: ModelPackage, folder: Path, files: ExitStack
    ) -> Generator[Progress | Log, None, BandStack]:
        """Return all bands on the pixels of those of 10 m."""
        fine, coarse, *sixty = scene.groups
        held = _can_be_held(fusion)
        predictor = yield from self._predictor(fusion, TILE_SIZE, consistency="on" if held else None)
        fused = yield from fuse_bands(fusion, predictor, coarse, fine, folder / "fused.tif")
        corner = fine.place.col_off, fine.place.row_off
        parts: list[tuple[Source, tuple[int, int]]] = [
            (files.enter_context(fine.open()), (0, 0)),
            (files.enter_context(open_raster(fused)), corner),
            *((source, (0, 0)) for each in sixty for source in _with_detail(each, fine, files)),
        ]
        return BandStack(parts, fine.profile, [*TEN_BANDS, *(ATMOSPHERE if sixty else ())])

    def _super_resolve(
        self, package: ModelPackage, ten: CogWriter, files: ExitStack
    ) -> Generator[Progress | Log, None, CogWriter]:
        """Return the result of the model for less than 10 m over the bands of 10 m."""
        predictor = yield from self._predictor(package)
        whole = files.enter_context(open_raster(ten.raw))
        raster = yield from match_bands(whole, package.info.bands, by_name=True)
        radiometry = match_radiometry(raster, package.info, None, None)
        profile = build_result_profile(raster, raster.region, package, predictor)
        centres = tuple(map(wavelength_of, profile.descriptions))
        profile = replace(profile, tags={**ten.profile.tags, **profile.tags}, wavelengths=centres)
        writer = files.enter_context(cog_writer(self.output, profile))
        yield from predictor.run(raster, radiometry, raster.region, writer)
        return writer

    def _predictor(
        self, package: ModelPackage, tile_size: int | None = None, consistency: Literal["on"] | None = None
    ) -> Generator[Log, None, Predictor]:
        """Return a model as this job asks for it."""
        options = PredictorOptions(tile_size, memory=MEMORY, vulkan=vulkan_card(self.device))
        predictor = build_predictor(package, options, consistency=consistency)
        yield device_log(
            self.device, resolve(self.device), predictor.device, predictor.tags.get("FINER_DEVICE")
        )
        return predictor


def _can_be_held(fusion: ModelPackage) -> bool:
    """Whether results can be made such that they degrade to the product's own bands; not by the light engine."""
    if torch_version() is None:
        return False
    from ..inference.back_projection import Consistency

    return Consistency.of(fusion.info.degradation, SCALE) is not None


def _with_detail(coarse: StagedBands, fine: StagedBands, files: ExitStack) -> Generator[Source, None, None]:
    """Yield the bands of 60 m on the pixels of 10 m, each with the detail of its neighbour there."""
    method = PansharpeningMethod.members["rcs"]()
    for place, band in enumerate(coarse.profile.descriptions):
        xs = files.enter_context(coarse.open()).choose([place])
        pan = files.enter_context(fine.open()).choose([fine.profile.descriptions.index(DETAIL[band])])
        yield files.enter_context(open_pansharpened(xs, pan, method))
