"""Makes a model package of a network that somebody else has trained."""

from __future__ import annotations

import platform
from collections.abc import Generator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, ClassVar

import numpy as np
import torch
from pydantic import Field, JsonValue

from .. import __version__
from ..backbones import Backbone, DiffusionBackbone, SrNet
from ..checksum import file_checksum
from ..datasets.data_summary import DataSummary
from ..diffusion.samplers import Sampler
from ..diffusion.sampling_configs import Sampling
from ..diffusion.schedules import NoiseSchedule
from ..errors import InputError
from ..i18n import say
from ..importing import (
    ESRI_ENDINGS,
    EsriModel,
    PublishedNetwork,
    WantedGuide,
    build_backbone,
    detect_layout,
    examine_onnx,
    find_weights,
    open_esri_model,
    read_onnx,
    rename_weights,
    require_scale,
)
from ..inference.effective_halo import measure_where_quick
from ..inference.onnx_session import open_session
from ..inference.onnx_trial_run import require_bounded
from ..package.card import band_names
from ..package.info import PackageInfo
from ..package.onnx_model import OnnxGraph, OnnxModel
from ..package.srpk import ModelPackage
from ..parameter_types import Numbers, Options, PackageOut, Scale, WeightsIn, advanced
from ..progress import run_part
from ..raster.radiometry import Radiometry
from ..schema import Config
from . import Job, Log, Progress
from ._imported_bands_and_guide import split_names, with_guide, with_result_bands

CPU = torch.device("cpu")
RGB = ("Red", "Green", "Blue")
MEASURING = 0.2
"""Share of the progress at which the measuring of the effective halo begins, which takes longest."""
PUBLISHED = {"schedule": "linear", "n_timestep": 2000, "linear_start": 1e-6, "linear_end": 1e-2}
"""The noise schedule of the published diffusion networks, for files that do not tell theirs."""


class ImportModel(Job):
    """Import SR model.

    Creates a model package (.srpk) from a network trained elsewhere, for "Classify pixels with SR model".

    The file holds either the weights of a supported network, in one of the layouts in which they are published
    (EDSR-PyTorch, BasicSR, ESRGAN and Real-ESRGAN, SRResNet, Compact, CARN-pytorch, RDN-pytorch, SPAN, PLKSR and
    RealPLKSR, SwinIR, DAT, HAT, OmniSR, the networks of SEN2SRLite, SR3 as the repository
    Image-Super-Resolution-via-Iterative-Refinement saves it, and SR3 and U-Net of ArcGIS in a deep learning package), or
    any super-resolution network in ONNX. The package computes what the original network computes. The file does not
    state what the weights were trained on: check the bands and their units.
    """

    complete_engine: ClassVar = True
    tags: ClassVar = (
        "super-resolution", "import", "convert", "ONNX", "PyTorch", "pth", "safetensors", "ESRGAN", "Real-ESRGAN",
        "EDSR", "SR3", "weights",
    )  # fmt: skip

    class Result(Config):
        """What was found in the file."""

        layout: Annotated[str, Field(title="Layout")]
        """The layout of the weights that was recognised."""
        model_scale: Annotated[int, Field(title="Scale of the model")]
        """How many times finer its result is."""
        n_bands: Annotated[int, Field(title="Bands of the model")]
        """How many bands it takes and returns."""

    input: Annotated[WeightsIn, Field(title="Weights or ONNX model")]
    """Weights of a network (.pth, .pt, .ckpt, .safetensors), a network in ONNX (.onnx), or a SuperResolution model of ArcGIS
    (.dlpk, or .emd beside its weights), SR3 or U-Net. Nothing in the file is run as a program."""

    bands: Annotated[str | None, Field(title="Names of the bands")] = None
    """In the order of the network's inputs, separated by commas: "B04, B03, B02, B08". A raster whose bands have these
    names is then read in this order. Blank uses Red, Green, Blue for three."""

    gain: Annotated[Numbers | None, Field(title="Gain of the network's numbers")] = None
    """Number that the network takes × gain + offset = physical value, where 1 is white or full reflectance: 0.0001 if
    it expects reflectance × 10,000. Blank: what is usual for the layout, or 1 for ONNX. One number, or one for each
    band."""

    offset: Annotated[Numbers | None, Field(title="Offset of the network's numbers")] = None
    """Added after the gain, in physical units. One number, or one for each band. Blank is 0."""

    scale: Annotated[Scale | None, Field(title="Scale"), advanced] = None
    """How many times finer the result is. Blank: detected; needed only if the file does not state it."""

    backbone_options: Annotated[Options | None, Field(title="Network: options"), advanced] = None
    """Network options that the weights do not contain, such as "res_scale=0.1". Blank uses the usual values of
    published networks."""

    output_name: Annotated[str | None, Field(title="ONNX model: name of the output"), advanced] = None
    """The output of the ONNX model that is its result. Blank uses the one whose shape is that of a result; needed only
    if there are several."""

    result_bands: Annotated[str | None, Field(title="ONNX model: bands of the result"), advanced] = None
    """Which of BANDS an ONNX model returns, in its order, separated by commas. Blank: all, or the first ones if it
    returns fewer."""

    guide_bands: Annotated[str | None, Field(title="Names of the guide's bands"), advanced] = None
    """For a network that takes two images: names of the bands of the finer one, in its order, separated by commas."""

    guide_ratio: Annotated[
        int | None, Field(title="ONNX model: ratio of the guide", ge=1, le=6), advanced
    ] = None
    """For such a model: how many pixels of the finer image lie along one pixel of the other. Blank: detected; needed
    only if the model accepts several."""

    pixel_size: Annotated[
        float | None, Field(title="Pixel size of its rasters (m)", gt=0, le=1e5), advanced
    ] = None
    """Width on the ground of a pixel of the rasters that the model is for, before super-resolution: 10 for Sentinel-2's
    fine bands. Dialogs then propose the model for such layers, and warn about others. Blank: unknown."""

    licence: Annotated[str, Field(title="Licence", max_length=2000), advanced] = ""
    """Licence of the model, such as Apache-2.0, which is written into the package. Blank: not stated."""

    output: Annotated[PackageOut, Field(title="SR model")]
    """The model package (.srpk)."""

    def run(self) -> Generator[Progress | Log, None, Result]:
        path = Path(self.input)
        yield Progress(0, "Reading {name}", name=path.name)
        ending = path.suffix.lower()
        if ending in ESRI_ENDINGS:
            package = yield from self._import_esri(path)
        elif ending == ".onnx":
            package = yield from self._import_onnx(path)
        else:
            package = yield from self._import_weights(path)
        package = yield from run_part(measure_where_quick(package), MEASURING, 1)
        package.save(self.output)
        info = package.info
        layout = str(info.training["layout"])
        yield Log(
            "{layout}: scale {scale}, {count} bands ({bands}).",
            layout=say(layout),
            scale=info.scale,
            count=len(info.bands),
            bands=", ".join(band_names(info.bands)),
        )
        return self.Result(layout=layout, model_scale=info.scale, n_bands=len(info.bands))

    def _import_esri(self, path: Path) -> Generator[Log, None, ModelPackage]:
        with open_esri_model(path) as (model, weights):
            package = yield from self._import_weights(weights, model)
        yield model.note
        return package

    def _import_weights(
        self, path: Path, esri: EsriModel | None = None
    ) -> Generator[Log, None, ModelPackage]:
        if asked := [name for name in ("output_name", "result_bands") if getattr(self, name)]:
            raise InputError(
                "{parameter} is for models in ONNX, and {path} is none: leave it blank.",
                parameter=asked[0].upper(),
                path=path,
            )
        layout, weights = detect_layout(find_weights(path))
        network = layout.read(weights, self.scale or (esri.scale if esri else None))
        if esri:
            require_scale(esri.scale, self.scale)
            network = esri.complete(network, weights)
        options = dict(self.backbone_options or {})
        sampling = self._sampling(network, options)
        backbone = build_backbone(network, options)
        backbone.require(network.scale)
        published = network.published_options
        if sampling and not network.noise_schedule:
            published = {**published, **PUBLISHED}
        guessed = {n: value for n, value in published.items() if n not in (self.backbone_options or {})}
        for name, value in guessed.items():
            yield Log(
                "The weights do not contain {name}: {value} is assumed, as in published networks; if that is "
                "wrong, set it in BACKBONE_OPTIONS.",
                name=name,
                value=value,
            )
        radiometry = self._radiometry(network.bands, network.gain)
        mean = np.array(network.mean or (0.0,) * network.bands)
        info = self._describe(
            Path(self.input),
            esri.title if esri else layout.title,
            backbone=backbone,
            scale=network.scale,
            mean=tuple(radiometry.to_physical(mean[:, None, None]).ravel().tolist()),
            std=tuple((np.array(network.std) * radiometry.gain).tolist()),
            guessed=guessed,
            held_to=network.held_to,
        )
        shape, names = (network.guide_bands, network.scale), split_names(self.guide_bands)
        info = with_guide(info, *shape, names, self.guide_ratio, radiometry)
        with torch.device("meta"):
            net = info.net()
        net.body.load_state_dict(rename_weights(network, weights, net.body.state_dict()), assign=True)
        if isinstance(net, SrNet) and not net.backbone.is_local:
            yield self._log_seams(net.halo)
        return ModelPackage(info, net.requires_grad_(False).eval(), sampling)

    def _sampling(self, network: PublishedNetwork, options: dict[str, JsonValue]) -> Sampling | None:
        """Return how a diffusion network is sampled, by the schedule that the file or the user tells.

        Args:
            network: What was read.
            options: The user's; those of the schedule are taken out.

        Raises:
            InputError: the user contradicts the file, or there is no such schedule.
        """
        if not issubclass(Backbone.members[network.backbone], DiffusionBackbone):
            return None
        given = {name: options.pop(name) for name in PUBLISHED if name in options}
        if network.noise_schedule and given:
            raise InputError(
                "BACKBONE_OPTIONS sets {name}, but the file contains its noise schedule: leave it out.",
                name=next(iter(given)),
            )
        told = network.noise_schedule or {**PUBLISHED, **given}
        member = NoiseSchedule.load({"id": told.get("id", told.get("schedule"))})
        values = {name: told[name] for name in type(member).model_fields if name in told}
        told = {"noise_schedule": type(member).build(values), "sampler": Sampler.members["dpm_solver"]()}
        return Sampling.members["denoising"].build(told).with_overrides()

    def _import_onnx(self, path: Path) -> Generator[Log | Progress, None, ModelPackage]:
        if self.backbone_options:
            raise InputError("A network in ONNX has no options: leave BACKBONE_OPTIONS blank.")
        model = read_onnx(path)
        yield Progress(0.1, "Running {name} to determine its properties", name=path.name)
        require_bounded(model, output=self.output_name or None)
        guide_names = split_names(self.guide_bands)
        graph, results = examine_onnx(
            open_session(model, CPU),
            len(split_names(self.bands)) or None,
            self.output_name or None,
            WantedGuide(len(guide_names) or None, self.guide_ratio),
        )
        if self.scale not in (None, graph.scale):
            raise InputError(
                "SCALE is {asked}, and the model's result is {found} times as large: leave SCALE blank.",
                asked=self.scale,
                found=graph.scale,
            )
        if graph.sees_all:
            yield self._log_seams(graph.halo)
        radiometry = self._radiometry(graph.bands, 1.0)
        info = self._describe(
            path, "ONNX", backbone=graph, scale=graph.scale, mean=radiometry.offset, std=radiometry.gain
        )
        info = yield from with_result_bands(info, results, split_names(self.result_bands))
        shape = (graph.form.guide.bands, graph.form.guide.ratio) if graph.form.guide else (0, 1)
        info = with_guide(info, *shape, guide_names, self.guide_ratio, radiometry)
        return ModelPackage(info, OnnxModel(graph, model, CPU))

    def _log_seams(self, halo: int) -> Log:
        """Return what to say of a network that nothing bounds in how far it sees."""
        return Log(
            "The network's receptive field exceeds {halo} pixels: tiles are computed with a margin of that size, "
            "and faint seams are possible. A larger TILE_SIZE makes them fewer.",
            halo=halo,
        )

    def _radiometry(self, bands: int, usual_gain: float) -> Radiometry:
        """Return the conversion of the network's input to physical values."""
        return Radiometry.of("float32", bands, self.gain or (usual_gain,), self.offset)

    def _describe(
        self,
        path: Path,
        layout: str,
        *,
        backbone: Backbone | OnnxGraph,
        scale: int,
        mean: tuple[float, ...],
        std: tuple[float, ...],
        guessed: Mapping[str, JsonValue] | None = None,
        held_to: str | None = None,
    ) -> PackageInfo:
        """Return the package's description, with all that is not known of a foreign model left open.

        Raises:
            InputError: the names of bands are not as many as the network's bands.
        """
        bands = len(mean)
        names = split_names(self.bands) or (RGB if bands == len(RGB) else ("",) * bands)
        if len(names) != bands:
            raise InputError(
                "BANDS has {given} names and the network takes {bands} bands.", given=len(names), bands=bands
            )
        return PackageInfo(
            backbone=backbone,
            scale=scale,
            bands=names,
            dtype=None,
            radiometry=Radiometry.identity(bands),
            mean=mean,
            std=std,
            degradation={"id": held_to or "unknown"},
            consistency=held_to is not None,
            data_range=1,
            licence=self.licence.strip(),
            data=DataSummary(ground_resolution=self.pixel_size) if self.pixel_size else None,
            training={
                "imported": path.name,
                "imported_sha256": file_checksum(path),
                "layout": layout,
                **({"guessed": dict(guessed)} if guessed else {}),
            },
            versions={"Finer": __version__, "Python": platform.python_version(), "torch": torch.__version__},
            created=datetime.now(UTC).isoformat(timespec="seconds"),
        )
