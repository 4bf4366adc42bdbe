"""The .srpk model package: everything needed to use a trained model, in one zip that runs no code when read.

schema.json          the card: what the model is, learnt from, may be used for, and reaches (`PackageInfo`)
thumbnail.png        a held-out tile, low resolution and result side by side; not in every package
README.md            the card for people, as Markdown
sampling.json        how a diffusion network makes images, or {}
weights.safetensors  the weights; or model.onnx, the network and its weights
graphs.json          the network layer by layer, at each of its scales, for programs that compute it without torch; not in
                     older packages, nor where only torch can
error_table.json     how far results may be off, for each scale; only where that was calibrated
SHA256SUMS           checksums of all of these; not in packages made before there were any

Entries are stored, not compressed, so that zipfile and json are all that is needed to show the card: the plugin's
half does so. Absent keys of schema.json mean that it is not known; keys are added, never renamed.
"""

from __future__ import annotations

import json
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from pydantic import ValidationError

from ..atomic_write import atomic_write
from ..device import prepare
from ..diffusion.sampling_configs import Sampling
from ..errors import IncompleteEngine, PackageError, SrError
from ..graphs.network_graph import GRAPHS, NetworkGraph, pack_graphs, parse_graphs
from ..i18n import english
from ..limited_json import parse_json
from ..redaction import redact_model
from ..schema import Config
from ..torch_build import torch_version
from .checksums import SUMS, format_sums, matches
from .error_table import ERRORS, ErrorTables, pack_error_tables, parse_error_tables
from .info import FORMAT, WITHOUT_NETWORKS, PackageInfo
from .numpy_model import ArrayModel, load_array_model
from .onnx_model import OnnxGraph, OnnxModel

if TYPE_CHECKING:
    import torch

    from ..backbones import DiffusionNet, SrNet

T = TypeVar("T", bound=Config)

SCHEMA, WEIGHTS, SAMPLING, CARD = "schema.json", "weights.safetensors", "sampling.json", "README.md"
ONNX = "model.onnx"
"""In place of the weights, where the network is a graph for ONNX Runtime."""
THUMBNAIL = "thumbnail.png"
_MOST_BYTES = {
    SCHEMA: 16 * 2**20,
    SAMPLING: 2**20,
    CARD: 2**20,
    SUMS: 2**16,
    THUMBNAIL: 16 * 2**20,
    GRAPHS: 16 * 2**20,
    ERRORS: 64 * 2**20,
}
"""Most bytes of each file of a package's description; the network may have any size."""
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


@dataclass(frozen=True)
class ModelPackage:
    """A trained model: what it is, and the net itself."""

    info: PackageInfo
    net: SrNet | DiffusionNet | OnnxModel | ArrayModel
    sampling: Sampling | None = None
    """How a diffusion net makes images, where nobody says otherwise; it has one, and no other net has."""
    thumbnail: bytes | None = None
    """A PNG: a held-out tile at low resolution and what the model makes of it."""
    name: str = ""
    """Name of the file that the package was read from."""
    graphs: Mapping[int, NetworkGraph] = field(default_factory=dict)
    """Graphs of a convolutional torch network by scale, as far as the file has them."""
    error_tables: ErrorTables = field(default_factory=dict)
    """Tables of how far results may be off, by scale, as far as that was calibrated."""

    @property
    def torch_net(self) -> SrNet | DiffusionNet | None:
        """The network, if it is one of torch; others have no layers to train or to count."""
        return None if isinstance(self.net, OnnxModel | ArrayModel) else self.net

    def save(self, path: str | Path) -> None:
        """Write the package whole or not at all; the same content gives the same bytes.

        Raises:
            OutputError: the folder is missing or cannot be written to.
        """
        from .card import render_card  # with templates, which only packages that are written need

        info = redact_model(self.info)
        with english():  # wherever it is read
            readme = render_card(info)
        content = {
            SCHEMA: info.model_dump_json(indent=1).encode(),
            SAMPLING: json.dumps(self.sampling.dump() if self.sampling else {}, indent=1).encode(),
            CARD: readme.encode(),
            **({THUMBNAIL: self.thumbnail} if self.thumbnail else {}),
            **self._network(),
            **({ERRORS: pack_error_tables(self.error_tables)} if self.error_tables else {}),
        }
        _write(path, content)

    @classmethod
    def load(cls, path: str | Path, device: torch.device | str = "cpu", scale: int | None = None) -> Self:
        """Read the package at `path`.

        Args:
            path: A .srpk file.
            device: Where its net is to predict.
            scale: How many times finer the result is to be; the package's own without.

        Raises:
            PackageError: it is no package, damaged, from a newer version, or its parts do not fit each other.
            InputError: the model cannot do this scale.
            IncompleteEngine: its network takes torch, which is not installed.
        """
        if torch_version() is None:
            return cls.load_arrays(path, scale)
        import torch

        from ..backbones import DiffusionNet
        from .torch_net import load_torch_net

        path, device = Path(path), torch.device(device)
        info, thumbnail = read_info(path)
        net: SrNet | DiffusionNet | OnnxModel
        sampling: Sampling | None = None
        if isinstance(info.backbone, OnnxGraph):
            net = OnnxModel(info.backbone, _read(path, ONNX), device)
        else:
            net = load_torch_net(path, _read(path, WEIGHTS), info)
            prepare(net.requires_grad_(False).eval(), device)
        if isinstance(net, DiffusionNet):
            sampling = _parse(path, SAMPLING, _read(path, SAMPLING), Sampling)  # type: ignore[type-abstract]
        if scale is not None:
            net.set_scale(scale)
        return cls(info, net, sampling, thumbnail, path.name, _read_graphs(path), _read_error_tables(path))

    @classmethod
    def load_arrays(cls, path: str | Path, scale: int | None = None) -> Self:
        """Read the package at `path` without torch, its network as an `ArrayModel`.

        Raises:
            PackageError, InputError: as `load`.
            IncompleteEngine: only torch computes its network.
        """
        path = Path(path)
        info, thumbnail = read_info(path, networks=False)
        if isinstance(info.backbone, OnnxGraph) or not _holds(path, GRAPHS):
            raise IncompleteEngine(
                "The network of {model} is computed by PyTorch, which the light SR engine does not have: run "
                '"Set up SR engine" with PARTS set to complete, or choose another model.',
                model=path.name,
            )
        files = _read(path, WEIGHTS), _read(path, GRAPHS)
        net = load_array_model(path, *files, info.scale, len(info.input_mean), len(info.bands))
        if scale is not None:
            net.set_scale(scale)
        return cls(info, net, None, thumbnail, path.name, error_tables=_read_error_tables(path))

    def _network(self) -> dict[str, bytes]:
        """Return the files that hold the network, by name."""
        if isinstance(self.net, OnnxModel):
            return {ONNX: self.net.file}
        if isinstance(self.net, ArrayModel):
            raise TypeError("a network that was read without torch is not written again")
        from safetensors.torch import save as pack_weights

        weights = self.net.body.state_dict()
        files = {WEIGHTS: pack_weights({name: value.cpu().contiguous() for name, value in weights.items()})}
        from ..backbones import SrNet

        graphs = {}
        if isinstance(self.net, SrNet):
            from .fx_graph_tracing import trace_scales  # which takes longer to import than packages to read

            graphs = trace_scales(self.net)
        if graphs and len(packed := pack_graphs(graphs)) <= _MOST_BYTES[GRAPHS]:
            files[GRAPHS] = packed
        return files


def read_info(path: str | Path, *, networks: bool = True) -> tuple[PackageInfo, bytes | None]:
    """Return what a package says of itself, and its thumbnail where it has one; the network's weights are not read.

    Args:
        path: A .srpk file.
        networks: Whether the options of its network are read, for which torch is imported; if not, a network of torch
            is an `UnreadNetwork`.

    Raises:
        PackageError: it is no package, damaged, or from a newer version.
    """
    path = Path(path)
    info = _parse_info(path, _read(path, SCHEMA), None if networks else WITHOUT_NETWORKS)
    return info, _read(path, THUMBNAIL) if _holds(path, THUMBNAIL) else None


def _holds(path: Path, name: str) -> bool:
    """Return whether a package, which was read before, has a file of this name."""
    with zipfile.ZipFile(path) as archive:
        return name in archive.namelist()


def _read_graphs(path: Path) -> dict[int, NetworkGraph]:
    """Return the graphs of a package that was read before; none where they are of a newer version."""
    try:
        return parse_graphs(_read(path, GRAPHS)) if _holds(path, GRAPHS) else {}
    except ValueError:
        return {}


def _read_error_tables(path: Path) -> ErrorTables:
    """Return the error tables of a package that was read before; none where they are of a newer version."""
    try:
        return parse_error_tables(_read(path, ERRORS)) if _holds(path, ERRORS) else {}
    except ValueError:
        return {}


def _write(path: str | Path, content: Mapping[str, bytes]) -> None:
    """Write a package of these files and their checksums, whole or not at all."""
    with atomic_write(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, data in {**content, SUMS: format_sums(content)}.items():
            archive.writestr(zipfile.ZipInfo(name), data)


def copy_with_error_tables(source: str | Path, target: str | Path, tables: ErrorTables) -> None:
    """Copy a package, all its other files as they are, with these error tables in place of its own.

    Raises:
        PackageError: It is damaged.
        OutputError: The folder is missing or cannot be written to.
    """
    source = Path(source)
    _read(source, SCHEMA)
    with zipfile.ZipFile(source) as archive:
        names = [name for name in archive.namelist() if name not in (SUMS, ERRORS)]
    _write(target, {**{name: _read(source, name) for name in names}, ERRORS: pack_error_tables(tables)})


def _read(path: Path, name: str) -> bytes:
    """Return a file of the zip, checked against its checksum."""
    if not path.is_file():
        raise PackageError("There is no file {path}: choose a model package (.srpk).", path=path)
    try:
        archive = zipfile.ZipFile(path)
    except _CORRUPT:
        raise PackageError(
            "{path} is not a model package (.srpk), or only a part of one: choose another file, or copy it again.",
            path=path,
        ) from None
    with archive:
        if name not in archive.namelist():
            raise PackageError(
                "{path} is a zip file, but not a model package (.srpk): it holds no {name}.",
                path=path,
                name=name,
            )
        try:
            # Stored, not compressed: what is read is never larger than the file.
            entry = archive.getinfo(name)
            if entry.compress_type != zipfile.ZIP_STORED or entry.file_size > _MOST_BYTES.get(
                name, path.stat().st_size
            ):
                raise zipfile.BadZipFile
            data = archive.read(name)
            sums = archive.read(SUMS) if SUMS in archive.namelist() else None
        except _CORRUPT:
            raise PackageError("{path} is damaged: copy or download it again.", path=path) from None
        if sums is not None and not matches(sums, name, data):
            raise PackageError(
                "{path} is damaged, or was changed after it was made ({name} does not match its checksum): copy or "
                "download it again.",
                path=path,
                name=name,
            )
        return data


def _parse_info(path: Path, text: bytes, context: str | None) -> PackageInfo:
    try:
        format = parse_json(text)["format"]
    except (ValueError, TypeError, KeyError, RecursionError):
        format = None  # `_parse` says what is wrong
    if isinstance(format, int) and format > FORMAT:
        raise PackageError(
            "{path} was made by a newer version of Finer (package format {format}, this version reads {known}): "
            "update the plugin.",
            path=path,
            format=format,
            known=FORMAT,
        )
    return _parse(path, SCHEMA, text, PackageInfo, context)


def _parse(path: Path, name: str, text: bytes, config: type[T], context: str | None = None) -> T:
    """Return the config that is the `text` of the file `name` of a package."""
    try:
        return config.model_validate(parse_json(text), context=context)
    except ValidationError as error:
        first = error.errors()[0]
        reason = f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    except SrError as error:  # a network or an option of it that is unknown here
        reason = str(error)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        reason = f"{type(error).__name__} in {name}"
    raise PackageError(
        "{path} does not describe a model that this version knows ({reason}).", path=path, reason=reason
    )
