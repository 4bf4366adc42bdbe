"""The job that brings all bands of Sentinel-2 to 10 m, or finer."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from ..atomic_write import working_folder
from ..block_processing.block_executor import Executor
from ..block_processing.block_run import BlockRun
from ..block_processing.preparation import (
    LEARNT_FOLDER,
    hold_prepared,
    keep,
    note_done,
    prepare_blocks,
    read_done,
    remove_prepared,
)
from ..checksum import file_checksum
from ..device import device_log
from ..errors import InputError
from ..inference.model_loading import LoadedModel, ModelRequest
from ..inference.super_resolution import RasterRequest, SuperResolution
from ..parameter_types import (
    MosaicInTrueColour,
    PackageIn,
    PredictionDevice,
    RasterInTrueColour,
    Threads,
    advanced,
    used_with,
)
from ..progress import run_part, without_foreign_advice
from ..raster.cog import cog_writer, raw_writer
from ..raster.profile import RasterProfile
from ..raster.raster_reader import open_raster
from ..raster.true_colour import write_true_colour
from ..schema import Config
from ..sentinel2.bands import ATMOSPHERE
from ..sentinel2.product_files import find_product
from . import Answer, Job, Log, Progress, Question
from ._block_fields import BLOCK_FIELDS, BlockChoices, BlockScheduler, BlockSize, BlockWorkers, Part
from ._scene_fusion import (
    COARSE,
    FINE,
    LEARNT_MODEL,
    PreparedScene,
    check_second_model,
    learn_from_scene,
    require_first_model,
    require_scene_of_blocks,
)
from ._sentinel2_scene_options import SEARCH_FIELDS, SceneOptions, Sentinel2Scene

FINER: dict[str, int] = {"10": 1, "5": 2, "2.5": 4}
"""RESOLUTION -> how many times finer than 10 m that is."""

STAGED, LEARNT, FUSED, WRITTEN = 0.15, 0.6, 0.8, 0.97
"""Shares of the progress at which bands are read, the model has learnt, bands are fused, and all pixels are written."""

BANDS, TEN = "bands", "ten"
"""Names, in the folder of a run in blocks, of what it stages, and of the raster of 10 m."""

OF_NO_RESULT = {"device", "threads", "timeout", *BLOCK_FIELDS, "output", "output_rgb"}
"""Fields that change no block, or that the run in blocks settles."""


class SharpenSentinel2(SceneOptions, Job):
    """Sentinel-2: ten bands at 10 m, or finer.

    Brings the bands of 20 m (red edge, near infrared, short-wave infrared) to the pixels of those of 10 m, by a network
    that sees both. Without a model it is trained on the scene itself, at pixels twice as large, where the truth is
    known.

    The result has the bands B02 B03 B04 B05 B06 B07 B08 B8A B11 B12. Those of 10 m are the product's own pixels. All
    are reflectance × 10,000: the offset that products have since processing baseline 04.00 is subtracted.

    In place of a product, the clearest scene of a place can be used: it is found in a STAC catalogue by "Extent" and
    "Dates".
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
    """A model that gives the bands of 20 m at 10 m and has those of 10 m as its guide. Blank trains one on this scene."""

    minutes: Annotated[
        float, Field(title="Training time (minutes)", gt=0, le=1440), used_with(model=(None,))
    ] = 5
    """How long the network is trained. More helps a little; a graphics card gets further in the same time."""

    resolution: Annotated[Literal["10", "5", "2.5"], Field(title="Resolution (m)")] = "10"
    """Size of the result's pixels. 5 and 2.5 take a second model, in SR_MODEL, which is run over the bands of 10 m."""

    sr_model: Annotated[
        PackageIn | None, Field(title="SR model for less than 10 m"), used_with(resolution=("5", "2.5"))
    ] = None
    """Model package (.srpk) of scale 2 (5 m) or 4 (2.5 m) for bands of Sentinel-2 at 10 m. The result has its bands."""

    atmosphere: Annotated[bool, Field(title="B01 and B09 too"), advanced] = False
    """Add the bands of 60 m for aerosols and water vapour. No network learns them: they get the detail of B02 and B08 by
    ratio component substitution (rcs)."""

    device: Annotated[PredictionDevice, Field(title="Device"), advanced] = "auto"
    """Where to compute: auto takes an NVIDIA or Apple graphics card if PyTorch can use one; vulkan is any graphics card, for
    models and not to learn."""

    threads: Threads = None

    block_size: BlockSize = None

    workers: BlockWorkers = None

    scheduler: BlockScheduler = None

    part: Part = None

    output: Annotated[MosaicInTrueColour, Field(title="Sharpened bands")]
    """Cloud-optimised GeoTIFF (.tif). A name ending in .vrt writes a VRT of many GeoTIFFs, in a folder next to it, which also
    keeps copies of the bands and the trained model: the same run continues after it was stopped. At the end the copies are
    removed; the model stays."""

    output_rgb: Annotated[RasterInTrueColour | None, Field(title="Quicklook")] = None
    """The result's red, green and blue in 8 bits, stretched, for programs that do not display reflectance."""

    def side_files(self) -> tuple[str, ...]:
        return self._blocks.side_files()

    def libraries(self) -> tuple[str, ...]:
        return ("torch",)

    def run(self) -> Generator[Progress | Log, None, Result]:
        self.check_scene()
        self._check_models()
        self._blocks.check()
        with ExitStack() as files:
            if not self._blocks.are_asked_for:
                folder = files.enter_context(working_folder(self.output))
                prepared = yield from run_part(self._prepare(folder), 0, LEARNT)
                result = yield from self._sharpen(prepared, files)
            else:
                files.enter_context(hold_prepared(self.output, self._blocks.part))
                inputs = find_product(self.input).on_disk if self.input else ()
                asked = {**self._settings, "block_size": self._blocks.side}, inputs, self._blocks.part
                preparing = prepare_blocks(self.output, *asked, self._prepare_unless_done)
                done = yield from run_part(preparing, 0, LEARNT)
                if isinstance(done, self.Result):
                    yield Log("All blocks are there already.")
                    result = done
                    yield from self._write_quicklook(Path(self.output))
                else:
                    result = yield from self._sharpen_in_blocks(done, files)
        if not self.sr_model:
            yield Log(
                "In true colour the result looks like the product, whose visible bands have pixels of 10 m already: show B12, "
                "B11 and B8A as red, green and blue to see the difference."
            )
        return result

    @property
    def _blocks(self) -> BlockChoices:
        return BlockChoices.of(self, self.output)

    @property
    def _settings(self) -> dict[str, Any]:
        """JSON values of all that changes the result, with models by their checksums."""
        settings = self.model_dump(mode="json", exclude=OF_NO_RESULT)
        models = {"model": self.model, "sr_model": self.sr_model}
        return settings | {name: path and file_checksum(path) for name, path in models.items()}

    def _check_models(self) -> None:
        """Check the models, as far as they are given.

        Raises:
            InputError: One does not do what it is for, or is missing.
            IncompleteEngine: One is to be learnt, and PyTorch is not installed.
        """
        if self.sr_model and self._blocks.part.count > 1:
            raise InputError(
                "RESOLUTION {resolution} m needs all blocks of 10 m before its first block, and parts of a run do not wait "
                "for each other: set WORKERS or SCHEDULER instead of PART.",
                resolution=self.resolution,
            )
        check_second_model(self.sr_model, self.device, FINER[self.resolution], self.resolution)
        require_first_model(self.model, self.device)

    def _prepare_unless_done(self, folder: Path) -> Generator[Progress | Log, None, PreparedScene | Result]:
        """Return the result where all its blocks are there, or else what they are made from."""
        done = read_done(self.output)
        return self.Result.model_validate(done) if done else (yield from self._prepare(folder))

    def _prepare(self, folder: Path) -> Generator[Progress | Log, None, PreparedScene]:
        """Stage the bands in a folder, and learn from them where no model is given, unless that is there."""

        def stage(new: Path) -> Generator[Progress | Log, None, None]:
            groups = [FINE, COARSE, *([ATMOSPHERE] if self.atmosphere else [])]
            (yield from self.stage_scene(groups, new)).note(new)

        scene = Sentinel2Scene.read((yield from run_part(keep(folder, BANDS, stage), 0, STAGED / LEARNT)))
        require_scene_of_blocks(scene, folder, BANDS)
        if self.model:
            return PreparedScene(scene, self.model, folder)

        def learn(new: Path) -> Generator[Progress | Log, None, object]:
            return learn_from_scene(scene, new, type(self), self.minutes, self.device)

        learnt = yield from run_part(keep(folder, LEARNT_FOLDER, learn), STAGED / LEARNT, 1)
        return PreparedScene(scene, str(learnt / LEARNT_MODEL), folder)

    def _sharpen(self, prepared: PreparedScene, files: ExitStack) -> Generator[Progress | Log, None, Result]:
        """Compute the result as a whole."""
        raster, request = prepared.fusion(self.device)
        ready = yield from self._open(raster, request, request.load(), files)
        opened = (
            raw_writer(prepared.folder / "ten.tif", ready.profile)
            if self.sr_model
            else cog_writer(self.output, ready.profile)
        )
        writer, scene = files.enter_context(opened), prepared.scene
        yield from run_part(ready.compute([writer]), LEARNT, FUSED if self.sr_model else WRITTEN)
        writer.close()
        if writer.is_empty:
            raise InputError(
                "{scene} has no valid pixel there: choose another EXTENT or scene.", scene=scene.name
            )
        if self.sr_model:
            finer = FINER[self.resolution]
            raster, request = prepared.second_model(self.sr_model, finer, self.device, writer.raw)
            ready = yield from self._open(raster, request, request.load(), files)
            writer = files.enter_context(cog_writer(self.output, ready.profile))
            yield from run_part(ready.compute([writer]), FUSED, WRITTEN)
        del ready  # and its model, whose memory the overviews can have
        writer.close()
        yield from self._write_quicklook(writer.raw)
        for share in writer.finish():
            yield Progress(WRITTEN + (1 - WRITTEN) * share, "Compressing and building overviews")
        return self._describe(scene, writer.profile)

    def _sharpen_in_blocks(
        self, prepared: PreparedScene, files: ExitStack
    ) -> Generator[Progress | Log, None, Result]:
        """Compute the blocks that are missing; with a second model first all of those of 10 m, in a folder of their own."""
        ten, end = prepared.folder / f"{TEN}.vrt", FUSED if self.sr_model else WRITTEN
        executor = files.enter_context(self._blocks.open_executor(calls=2 if self.sr_model else 1))
        if not self.sr_model or read_done(str(ten)) is None:
            asked = str(ten) if self.sr_model else self.output, prepared.fusion(self.device)
            running = self._run_blocks(*asked, prepared, executor, files)
            profile, complete = yield from run_part(running, LEARNT, end)
        if self.sr_model:
            note_done(str(ten), {})  # so that another run does not write the mosaic that this one reads
            second = prepared.second_model(self.sr_model, FINER[self.resolution], self.device, ten)
            running = self._run_blocks(self.output, second, prepared, executor, files)
            profile, complete = yield from run_part(running, FUSED, WRITTEN)
        result = self._describe(prepared.scene, profile)
        if complete:
            yield from self._write_quicklook(Path(self.output))
            files.close()  # what is open on Windows cannot be removed
            note_done(self.output, result.model_dump(mode="json"))
            remove_prepared(self.output, BANDS, TEN)
        return result

    def _run_blocks(
        self,
        output: str,
        asked: tuple[RasterRequest, ModelRequest],
        prepared: PreparedScene,
        executor: Executor,
        files: ExitStack,
    ) -> Generator[Progress | Log, None, tuple[RasterProfile, bool]]:
        """Compute the blocks of a result that are missing; return its profile, and whether all blocks are there."""
        blocks, model, scene = self._blocks, asked[1].load(), prepared.scene
        ready = yield from self._open(*asked, model, files)
        settings = self._settings | {"input": scene.name, "time": scene.time}
        run = BlockRun([output], *asked, settings, blocks.side, blocks.part, inputs=())
        return ready.profile, (yield from run.run(ready, model, executor))

    def _open(
        self, raster: RasterRequest, request: ModelRequest, model: LoadedModel, files: ExitStack
    ) -> Generator[Progress | Log, None, SuperResolution]:
        """Open bands for a model."""
        card = model.predictor.tags.get("FINER_DEVICE")
        yield device_log(self.device, model.device, model.predictor.device, card)
        opening = raster.open(request, model, files, measures=False)
        return (yield from without_foreign_advice(opening, type(self).model_fields))

    def _write_quicklook(self, path: Path) -> Generator[Progress | Log, None, None]:
        if self.output_rgb:
            with open_raster(path) as raster:
                yield from run_part(write_true_colour(raster, self.output_rgb), WRITTEN, WRITTEN)

    def _describe(self, scene: Sentinel2Scene, profile: RasterProfile) -> Result:
        (height, width), bands = profile.box.shape, ", ".join(profile.descriptions)
        return self.Result(scene=scene.name, time=scene.time, bands=bands, width=width, height=height)
