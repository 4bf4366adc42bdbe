"""Writes a model for other programs: in ONNX, with a STAC item that describes it."""

from __future__ import annotations

import json
from collections.abc import Generator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from ..errors import InputError
from ..i18n import english
from ..package.card import band_names, render_card
from ..parameter_types import FolderOut, PackageIn, Scale, advanced, of_several_scales
from ..resumable_output import restore_target, unfinished_folder
from ..schema import Config
from . import Job, Log, Progress

if TYPE_CHECKING:
    from ..backbones import SrNet
    from ..package.info import PackageInfo

NETWORK, DEEPNESS, ITEM, CARD = "model.onnx", "deepness.onnx", "item.json", "README.md"
OWNED = (ITEM, NETWORK, DEEPNESS, CARD)


class ExportModel(Job):
    """Export SR model.

    Writes a model for other programs: its network in ONNX, and a STAC item that describes it.

    The folder contains model.onnx, which takes and gives pixel values of rasters like those that the model was trained
    on, in images of any size (ONNX Runtime and whatever reads ONNX); deepness.onnx, the same network in the form that
    the QGIS plugin Deepness expects; item.json, a STAC item with the Machine Learning Model extension (MLM), for
    catalogues; and README.md, the model card. Each network is computed by ONNX Runtime and compared with the model
    before it is written. Diffusion models, models with a guide, and models that are in ONNX already cannot be exported.
    """

    complete_engine: ClassVar = True
    tags: ClassVar = (
        "super-resolution", "ONNX", "Deepness", "STAC", "MLM", "export", "share", "publish", "convert",
    )  # fmt: skip

    replaces: ClassVar = {"output": OWNED}

    class Result(Config):
        """What was written."""

        largest_difference: Annotated[float, Field(title="Largest difference")]
        """Largest difference between the results of ONNX Runtime and the model, as a share of their range."""

    model: Annotated[PackageIn, Field(title="SR model")]
    """Model package (.srpk) to export."""

    scale: Annotated[Scale | None, Field(title="Scale"), of_several_scales, advanced] = None
    """How many times finer the result is, for models with several scales. Blank: the model's own scale."""

    tile_size: Annotated[int, Field(title="Tile size in Deepness", ge=16, le=4096), advanced] = 512
    """Width and height of the images that Deepness passes to deepness.onnx, in low-resolution pixels. Deepness joins
    results without overlap: larger tiles have fewer seams but need more memory."""

    output: Annotated[FolderOut, Field(title="Folder")]
    """Folder for the files. Those of the same names are replaced."""

    def libraries(self) -> tuple[str, ...]:
        return ("torch",)

    def run(self) -> Generator[Progress | Log, None, Result]:
        from ..backbones import SrNet
        from ..package.srpk import ModelPackage

        restore_target(self.output, OWNED)
        yield Progress(0, "Reading {name}", name=Path(self.model).name)
        package = ModelPackage.load(self.model, scale=self.scale)
        info, net = package.info, package.net
        if not isinstance(net, SrNet) or info.guide:
            raise InputError(
                "{model} cannot be exported: it is a diffusion model, takes a guide, or is in ONNX already (then rename a copy of "
                "it to .zip and take model.onnx out). Choose a model that gives its result at once from one image.",
                model=package.name,
            )
        networks, difference = yield from self._convert(info, net)
        files = networks | self._describe(info, net, networks)
        with unfinished_folder(self.output, OWNED) as place:
            (place / "new").mkdir(exist_ok=True)
            for name, data in files.items():
                (place / "new" / name).write_bytes(data)
        yield Progress(1)
        if info.consistency:
            yield Log(
                "The exported network does not enforce consistency with the raster, as this model does here "
                "(CONSISTENCY)."
            )
        yield Log(
            "In Deepness load {name}, set the upscaling factor to {scale}, leave the output scaling at 255, and set the overlap "
            "of tiles to 0: Deepness joins super-resolved tiles without one, so that seams are possible.",
            name=DEEPNESS,
            scale=net.scale,
        )
        return self.Result(largest_difference=difference)

    def _convert(
        self, info: PackageInfo, net: SrNet
    ) -> Generator[Progress, None, tuple[dict[str, bytes], float]]:
        """Return the networks in ONNX by the names of their files, and how far their results are off the model's at most."""
        from ..exporting.deepness import WHITE, deepness_metadata
        from ..exporting.onnx_network import (
            PixelNet,
            measure_difference,
            with_fixed_size,
            with_metadata,
            write_onnx,
        )

        files, difference = {}, 0.0
        for number, (name, white) in enumerate(((NETWORK, 1.0), (DEEPNESS, WHITE))):
            yield Progress(0.1 + 0.4 * number, "Writing {name}", name=name)
            pixel_net = PixelNet(net, info.radiometry, white)
            files[name] = write_onnx(pixel_net)
            difference = max(difference, measure_difference(pixel_net, files[name]))
        with english():  # what travels is the same in every language
            bands = band_names(info.bands)
        metres = info.data.intended_resolution(info.scale) if info.data else None
        files[DEEPNESS] = with_metadata(
            with_fixed_size(files[DEEPNESS], len(bands), self.tile_size, net.scale),
            deepness_metadata(bands, net.scale, self.tile_size, metres),
        )
        return files, difference

    def _describe(self, info: PackageInfo, net: SrNet, networks: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return the STAC item and the model card by the names of their files."""
        from ..exporting.mlm_item import describe_model

        n_weights = sum(weights.numel() for weights in net.parameters())
        sizes = {name: len(data) for name, data in networks.items()}
        with english():
            item = describe_model(info, Path(self.model).stem, net.scale, n_weights, sizes)
            card = render_card(info)
        return {ITEM: json.dumps(item, indent=1).encode(), CARD: card.encode()}
