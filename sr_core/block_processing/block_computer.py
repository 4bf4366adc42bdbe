"""Computation of single blocks: `BlockComputer`, which travels to other processes, and the choices that all share."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Self

from ..errors import SrError
from ..inference.convolutional import ConvolutionalPredictor
from ..inference.effective_halo import with_effective_halo
from ..inference.model_loading import LoadedModel, ModelRequest
from ..inference.super_resolution import RasterRequest, SuperResolution
from ..progress import Log, Progress, filter_log, run_to_end
from ..raster.cog import cog_writer
from ..stac.sas_auth import forget_signature
from ..torch_build import can_use_graphics_card
from .block_folder import TAG, BlockFolder
from .block_grid import Block

if TYPE_CHECKING:
    from ..inference.backends.choice_with_torch import BackendName

BACKEND = "FINER_BACKEND"


class NoData(Exception):
    """A block has no valid pixel: unwinds what was begun for its file."""


@dataclass(frozen=True)
class SettledChoices:
    """The choices that a run makes once, so that all of its blocks are computed alike, on any computer."""

    tile_size: int
    halo: int | None
    """Effective halo of the model (low-resolution pixels); None where it was not measured."""
    backend: str
    """Name of the backend on the CPU, as in the tag `BACKEND`; "" for torch."""

    @classmethod
    def of(cls, ready: SuperResolution) -> Self:
        """Return the choices that were made for a run on this computer."""
        predictor, info = ready.predictor, ready.package.info
        halo = info.effective_halo.get(predictor.scale)
        return cls(predictor.tile_size, halo, predictor.tags.get(BACKEND, ""))

    def apply(self, model: LoadedModel, request: ModelRequest) -> LoadedModel:
        """Return a model that is run with these choices.

        Args:
            model: The model as it was loaded.
            request: The options of the run, whose tile size and backend are replaced.

        Raises:
            SrError: This computer lacks the backend.
        """
        backend: BackendName = "ncnn" if self.backend.startswith("ncnn") else "torch"
        options = replace(request.options, tile_size=self.tile_size, backend=backend)
        package = with_effective_halo(model.package, self.halo)
        predictor = replace(request, options=options).build(package)
        here = predictor.tags.get(BACKEND, "")
        if (
            isinstance(predictor, ConvolutionalPredictor)
            and predictor.device.type == "cpu"
            and here != self.backend
        ):
            raise SrError(
                "The blocks are computed by {theirs} and this computer has {here}: give all computers the same SR engine.",
                theirs=self.backend or "torch",
                here=here or "torch",
            )
        return model._replace(package=package, predictor=predictor)


@dataclass
class BlockComputer:
    """Computes blocks one after the other, with the model loaded once; travels to other processes before that."""

    raster: RasterRequest
    request: ModelRequest
    settled: SettledChoices
    folders: Sequence[BlockFolder]
    """Folders of the blocks of the result, and with uncertainty those of its standard deviation."""
    tags: Mapping[str, str] = field(default_factory=dict)
    """Tags that the files of all blocks get."""
    pattern: str = ""
    """Name of the block that is written even without data: a result is put together after the pattern of a file."""

    uses_cards: ClassVar[bool] = True

    @property
    def run_id(self) -> str:
        """Return the identifier of this run among others on the same cluster."""
        text = " ".join(f"{folder.path} {folder.digest}" for folder in self.folders)
        return hashlib.sha256(text.encode()).hexdigest()[:12]

    def choose_card(self, number: int) -> None:
        """Take one of several graphics cards of this computer, in turn, where the job leaves that open."""
        if self.request.device in ("auto", "cuda") and can_use_graphics_card():
            import torch

            cards = torch.cuda.device_count()
            if cards > 1:
                self.request = replace(self.request, device=f"cuda:{number % cards}")

    @cached_property
    def model(self) -> LoadedModel:
        """Load the model.

        Raises:
            SrError: It cannot be read, or cannot be computed here.
        """
        arrays = self.request.load_arrays() if self.settled.backend else None
        return self.settled.apply(arrays or self.request.load(), self.request)

    def compute(self, block: Block) -> Generator[Progress | Log, None, bool]:
        """Compute a block and write its files, or note that it has no data; return whether it has data.

        Raises:
            SrError: It cannot be computed, or not be written.
        """
        try:
            with ExitStack() as files:
                yield from self._write(block, files)
        except NoData:
            for folder in self.folders:
                folder.note_empty(block)
            return False
        except Exception:  # perhaps for want of a good signature, whatever the time that is written in it
            forget_signature(self.raster.path)
            forget_signature(self.raster.guide)
            raise
        return True

    def _write(self, block: Block, files: ExitStack) -> Generator[Progress | Log, None, None]:
        """Compute a block and write its files.

        Raises:
            NoData: It has none, and need not be written.
        """
        # Its log is that of the whole raster, which the run has opened before.
        ready = run_to_end(self.raster.open(self.request, self.model, files, measures=False))
        profiles = ready.profiles(block.window, spread=len(self.folders) > 1)
        writers = []
        for folder, profile in zip(self.folders, profiles, strict=True):
            folder.prepare(block)
            tags = {**profile.tags, **self.tags, "FINER_BLOCK": block.name, TAG: folder.digest}
            writers.append(files.enter_context(cog_writer(folder.file(block), replace(profile, tags=tags))))
        yield from ready.compute(writers, block.window)
        # In a VRT what is not there reads as nodata or masked, where the result has one of these.
        shows_gaps = all(profile.nodata is not None or profile.has_mask for profile in profiles)
        if writers[0].is_empty and shows_gaps and block.name != self.pattern:
            raise NoData
        # How far a block is from the raster stands in its tags.
        yield from filter_log(ready.finish(writers, block.window), lambda line: False)

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in vars(self).items() if name != "model"}
