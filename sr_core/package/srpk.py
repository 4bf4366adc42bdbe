"""The .srpk model package: everything needed to use a trained model, in one zip that runs no code when read.

schema.json          the card: what the model is, learnt from, may be used for, and reaches (`PackageInfo`)
thumbnail.png        a held-out tile, low resolution and result side by side; not in every package
README.md            the card for people, as Markdown
sampling.json        how a diffusion network makes images, or {}
weights.safetensors  the weights; or model.onnx, the network and its weights

Entries are stored, not compressed, so that zipfile and json are all that is needed to show the card: the plugin's
half does so. Absent keys of schema.json mean that it is not known; keys are added, never renamed.
"""

from __future__ import annotations

import json
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Self, TypeVar, cast

import torch
from pydantic import ConfigDict, Field, JsonValue, ValidationError, model_validator
from safetensors import SafetensorError
from safetensors.torch import load as parse_weights
from safetensors.torch import save as pack_weights

from ..atomic_write import atomic_write
from ..backbones import Backbone, DiffusionNet, SrNet
from ..datasets.summary import DataSummary
from ..device import prepare
from ..diffusion.sampling import Sampling
from ..errors import BadPackage, SrError
from ..evaluation.comparison import Comparison
from ..i18n import english
from ..inference.onnx import OnnxGraph, OnnxNet
from ..raster.radiometry import Radiometry
from ..schema import Config, Scale
from .card import model_card

T = TypeVar("T", bound=Config)

FORMAT = 2
"""Raised when an older Finer could no longer make sense of a package. 2: data, licence, intervals and thumbnail."""

SCHEMA, WEIGHTS, SAMPLING, CARD = "schema.json", "weights.safetensors", "sampling.json", "README.md"
ONNX = "model.onnx"
"""In place of the weights, where the network is a graph for ONNX Runtime."""
THUMBNAIL = "thumbnail.png"
_CORRUPT = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    KeyError,
    RuntimeError,
)
"""What reading a damaged zip can raise; NotImplementedError and UnicodeDecodeError are among their children."""


class PackageInfo(Config):
    """What a model is and how it came about: the package's schema.json."""

    model_config = ConfigDict(ser_json_inf_nan="strings")

    format: Annotated[int, Field(ge=1, le=FORMAT)] = FORMAT
    """Version of the package format."""
    backbone: Annotated[OnnxGraph | Backbone, Field(union_mode="left_to_right")]
    """The network and its options; or what is known of one that comes as ONNX."""
    scale: Scale
    """How many times finer the result is where nobody says otherwise."""
    bands: Annotated[tuple[str, ...], Field(min_length=1)]
    """Descriptions of the bands, in the order the model takes and gives them."""
    dtype: str | None
    """Data type of the rasters it was trained on; none where that is not known."""
    nodata: Annotated[float | None, Field(allow_inf_nan=True)] = None
    """Nodata value of the rasters it was trained on."""
    radiometry: Radiometry
    """From their pixel values to the physical units the model works in."""
    mean: tuple[float, ...]
    """Mean of each band over the training pixels, in physical units."""
    std: tuple[float, ...]
    """Standard deviation of each band over the training pixels, in physical units."""
    degradation: dict[str, JsonValue]
    """How the low-resolution side of the training tiles came about, as tileset.json says it."""
    consistency: bool = False
    """Whether results are held to the low-resolution image where nobody says otherwise."""
    data_range: Annotated[float, Field(gt=0)]
    """The range in physical units that PSNR and SSIM are stated for."""
    licence: str = ""
    """Under which it may be used and passed on, in its maker's words; "" where that is not stated."""
    data: DataSummary | None = None
    """What it was trained on; none where that is not known."""
    metrics: Comparison | None = None
    """How it did on held-out tiles when it was trained."""
    training: dict[str, JsonValue] = Field(default_factory=dict)
    """How it was trained: settings, number of tiles, loss and validation PSNR along the way."""
    versions: dict[str, str] = Field(default_factory=dict)
    """Versions of the software it was trained with."""
    created: str = ""
    """When, as an ISO 8601 time in UTC."""

    @model_validator(mode="after")
    def _coherent(self) -> Self:
        if len({len(self.bands), len(self.mean), len(self.std), len(self.radiometry.gain)}) > 1:
            raise ValueError("bands, mean, std and radiometry differ in length")
        if self.scale not in self.backbone.scales:
            raise ValueError(f"{self.backbone.id} cannot do scale {self.scale}")
        return self

    @property
    def scales(self) -> tuple[int, ...]:
        """What the model can do: `scale`, at which its figures were measured, and what its weights serve besides."""
        return self.backbone.served(self.scale)

    def net(self) -> SrNet | DiffusionNet:
        """The network it describes, freshly initialised.

        Raises:
            TypeError: it is a graph for ONNX Runtime, which has no other form.
        """
        if isinstance(self.backbone, OnnxGraph):
            raise TypeError("a network in ONNX cannot be initialised")
        net = self.backbone.net(len(self.bands), self.scale, self.mean, self.std)
        return cast(SrNet | DiffusionNet, net)


@dataclass(frozen=True)
class ModelPackage:
    """A trained model: what it is, and the net itself."""

    info: PackageInfo
    net: SrNet | DiffusionNet | OnnxNet
    sampling: Sampling | None = None
    """How a diffusion net makes images, where nobody says otherwise; it has one, and no other net has."""
    thumbnail: bytes | None = None
    """A PNG: a held-out tile at low resolution and what the model makes of it."""

    @property
    def device(self) -> torch.device:
        """Where it computes."""
        return self.net.runs_on if isinstance(self.net, OnnxNet) else self.net.device

    def save(self, path: str | Path) -> None:
        """Write the package whole or not at all; the same content gives the same bytes.

        Raises:
            OutputError: the folder is missing or cannot be written to.
        """
        with english():  # wherever it is read
            told = model_card(self.info)
        content = {
            SCHEMA: self.info.model_dump_json(indent=1).encode(),
            SAMPLING: self.sampling.model_dump_json(indent=1).encode() if self.sampling else b"{}",
            CARD: told.encode(),
            **({THUMBNAIL: self.thumbnail} if self.thumbnail else {}),
            **self._network(),
        }
        with atomic_write(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            for name, data in content.items():
                archive.writestr(zipfile.ZipInfo(name), data)

    @classmethod
    def load(cls, path: str | Path, device: torch.device | str = "cpu", scale: int | None = None) -> Self:
        """The package at `path`, its net ready to predict on `device`, at `scale` or else at the package's own.

        Raises:
            BadPackage: it is no package, damaged, from a newer version, or its parts do not fit each other.
            BadInput: the model cannot do this scale.
        """
        path, device = Path(path), torch.device(device)
        info, thumbnail = card(path)
        net: SrNet | DiffusionNet | OnnxNet
        sampling: Sampling | None = None
        if isinstance(info.backbone, OnnxGraph):
            net = OnnxNet(info.backbone, _read(path, ONNX), info.mean, info.std, device)
        else:
            net = _filled(path, info, _read(path, WEIGHTS))
            prepare(net.requires_grad_(False).eval(), device)
        if isinstance(net, DiffusionNet):
            sampling = _described(path, SAMPLING, _read(path, SAMPLING), Sampling)
        if scale is not None:
            net.serve(scale)
        return cls(info, net, sampling, thumbnail)

    def _network(self) -> dict[str, bytes]:
        """The file that holds the network, by name."""
        if isinstance(self.net, OnnxNet):
            return {ONNX: self.net.model}
        weights = self.net.body.state_dict()
        return {
            WEIGHTS: pack_weights(
                {name: value.detach().cpu().contiguous() for name, value in weights.items()}
            )
        }


def card(path: str | Path) -> tuple[PackageInfo, bytes | None]:
    """What a package says of itself, and its thumbnail where it has one; the network is not looked at.

    Raises:
        BadPackage: it is no package, damaged, or from a newer version.
    """
    path = Path(path)
    info = _info(path, _read(path, SCHEMA))
    with zipfile.ZipFile(path) as archive:
        illustrated = THUMBNAIL in archive.namelist()
    return info, _read(path, THUMBNAIL) if illustrated else None


def _read(path: Path, name: str) -> bytes:
    """A file of the zip, checked against its checksum."""
    if not path.is_file():
        raise BadPackage("There is no file {path}: choose a model package (.srpk).", path=path)
    try:
        archive = zipfile.ZipFile(path)
    except _CORRUPT:
        raise BadPackage(
            "{path} is not a model package (.srpk), or only a part of one: choose another file, or copy it again.",
            path=path,
        ) from None
    with archive:
        if name not in archive.namelist():
            raise BadPackage(
                "{path} is a zip file, but not a model package (.srpk): it holds no {name}.",
                path=path,
                name=name,
            )
        try:
            # Stored, not compressed: what is read is never larger than the file.
            if archive.getinfo(name).compress_type != zipfile.ZIP_STORED:
                raise zipfile.BadZipFile
            return archive.read(name)
        except _CORRUPT:
            raise BadPackage("{path} is damaged: copy or download it again.", path=path) from None


def _info(path: Path, described: bytes) -> PackageInfo:
    try:
        format = json.loads(described)["format"]
    except (ValueError, TypeError, KeyError, RecursionError):
        format = None  # `_described` says what is wrong
    if isinstance(format, int) and format > FORMAT:
        raise BadPackage(
            "{path} was made by a newer version of Finer (package format {format}, this version reads {known}): "
            "update the plugin.",
            path=path,
            format=format,
            known=FORMAT,
        )
    return _described(path, SCHEMA, described, PackageInfo)


def _described(path: Path, name: str, text: bytes, config: type[T]) -> T:
    """The config in the file `name` of a package."""
    try:
        return config.model_validate(json.loads(text))
    except ValidationError as error:
        first = error.errors()[0]
        reason = f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    except SrError as error:  # a network or an option of it that is unknown here
        reason = str(error)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        reason = f"{type(error).__name__} in {name}"
    raise BadPackage(
        "{path} does not describe a model that this version knows ({reason}).", path=path, reason=reason
    )


def _filled(path: Path, info: PackageInfo, weights: bytes) -> SrNet | DiffusionNet:
    """The described net with the weights in it; they are compared before any memory is set aside for the net."""
    with torch.device("meta"):
        net = info.net()
    try:
        given = parse_weights(weights)
    except (SafetensorError, ValueError, KeyError, RuntimeError):
        raise BadPackage(
            "The weights in {path} cannot be read: copy or download it again.", path=path
        ) from None
    wanted = net.body.state_dict()
    for name in sorted(wanted.keys() | given.keys()):
        want, have = (_kind(tensors.get(name)) for tensors in (wanted, given))
        if want != have:
            raise BadPackage(
                "The weights in {path} do not fit the network it describes ({name} is {have} instead of {want}).",
                path=path,
                name=name,
                have=have,
                want=want,
            )
    net.body.load_state_dict(given, assign=True)
    return net


def _kind(tensor: torch.Tensor | None) -> str:
    return "absent" if tensor is None else f"{str(tensor.dtype).removeprefix('torch.')} {tuple(tensor.shape)}"
