"""Loads VGG's trained weights: downloaded once from their official address, or from a file that the user names."""

from __future__ import annotations

import hashlib
import urllib.request
from collections.abc import Iterator, Mapping
from http.client import HTTPException
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from ..atomic_write import atomic_write
from ..errors import InputError, OutputError, SrError
from ..home_folder import home_folder
from ..progress import Progress
from ._vgg import VGG, Network, layer_names

ADDRESS = "https://download.pytorch.org/models/"
FILES: dict[Network, str] = {"vgg16": "vgg16-397923af.pth", "vgg19": "vgg19-dcbb9e9d.pth"}
"""Names of the official files; the hyphen is followed by the beginning of their SHA-256."""

CHUNK = 2**20
TIMEOUT = 30
"""Seconds of silence after which the address counts as out of reach."""


def cache_path(network: Network) -> Path:
    """Return where the official file is kept once downloaded."""
    return home_folder() / "weights" / FILES[network]


def fetch(network: Network) -> Iterator[Progress]:
    """Download the official file unless it is on this computer.

    Raises:
        InputError: Its address cannot be reached.
        SrError: The downloaded file is another one.
        OutputError: It cannot be written.
    """
    target = cache_path(network)
    if target.is_file():
        return
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with atomic_write(target) as file, file.open("wb") as stream:
            checksum = hashlib.sha256()
            for chunk, done, size in _download(ADDRESS + target.name):
                stream.write(chunk)
                checksum.update(chunk)
                yield Progress(
                    0,
                    "Downloading {name}: {done} of {size} MB",
                    name=target.name,
                    done=done // 10**6,
                    size=size // 10**6,
                )
            if not checksum.hexdigest().startswith(target.stem.rpartition("-")[2]):
                raise SrError(
                    "What came from {url} is not VGG's weights (their checksum differs): try again, or download "
                    "the file elsewhere and name it in OBJECTIVE_OPTIONS as vgg_weights=FILE.",
                    url=ADDRESS + target.name,
                )
    except (OSError, OutputError) as error:
        raise OutputError(
            "VGG's weights cannot be kept in {folder} ({reason}): name another folder in the environment variable "
            "FINER_HOME, or a file with them in OBJECTIVE_OPTIONS as vgg_weights=FILE.",
            folder=target.parent,
            reason=error.strerror if isinstance(error, OSError) else error.values["reason"],
        ) from None


def load(network: Network, layers: tuple[str, ...], file: str | None) -> VGG:
    """Return the network, as deep as `layers` need, with trained weights.

    Args:
        network: Which of the two.
        layers: Those whose features are wanted.
        file: A file of weights as torchvision has them; None: the downloaded one.

    Raises:
        InputError: There is no such file, or it holds something else.
    """
    path = Path(file) if file else cache_path(network)
    if not path.is_file():
        if file:
            raise InputError("There is no file {path}: correct vgg_weights in OBJECTIVE_OPTIONS.", path=path)
        raise _unreachable(ADDRESS + path.name, "not downloaded yet")
    given = _read(path, network)
    with torch.device("meta"):
        whole = VGG(network, layer_names(network)).state_dict()
        net = VGG(network, layers)
    features = {name: tensor for name, tensor in given.items() if name.startswith("features.")}
    for name in sorted(whole.keys() | features.keys()):
        want, have = (_shape(tensors.get(name)) for tensors in (whole, features))
        if want != have:
            raise _not_vgg(path, network, f"{name} is {have} instead of {want}")
    taken = {name: features[name].float().contiguous() for name in net.state_dict()}
    net.load_state_dict(taken, assign=True)
    net.requires_grad_(False)
    return net


def _download(url: str) -> Iterator[tuple[bytes, int, int]]:
    """Yield the parts of a file on the internet, each with the number of bytes so far and in all."""
    done = 0
    try:
        # The address is ours and fixed; urllib heeds the user's proxies and certificates.
        with urllib.request.urlopen(url, timeout=TIMEOUT) as response:  # noqa: S310 # nosec B310
            size = int(response.headers.get("Content-Length", 0))
            while chunk := response.read(CHUNK):
                done += len(chunk)
                yield chunk, done, max(size, done)
    except (OSError, HTTPException, ValueError) as error:
        raise _unreachable(url, str(error) or type(error).__name__) from None


def _unreachable(url: str, reason: str) -> InputError:
    return InputError(
        "VGG's trained weights are not on this computer and could not be fetched from {url} ({reason}): connect to "
        "the internet and run again, or download that file elsewhere and name it in OBJECTIVE_OPTIONS as "
        "vgg_weights=FILE.",
        url=url,
        reason=reason,
    )


def _read(path: Path, network: Network) -> Mapping[str, Tensor]:
    try:
        if path.suffix == ".safetensors":
            return load_file(path)
        given = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:  # a file that is no weights can be wrong in any way; its first words say how
        raise _not_vgg(path, network, type(error).__name__) from None
    if not isinstance(given, Mapping) or not all(isinstance(tensor, Tensor) for tensor in given.values()):
        raise _not_vgg(path, network, "it contains no state_dict")
    return given


def _not_vgg(path: Path, network: Network, reason: str) -> InputError:
    return InputError(
        "{path} does not hold the weights of {network} ({reason}): download {url} and name that file in "
        "OBJECTIVE_OPTIONS as vgg_weights=FILE.",
        path=path,
        network=network,
        reason=reason,
        url=ADDRESS + FILES[network],
    )


def _shape(tensor: Tensor | None) -> str:
    return "absent" if tensor is None else str(tuple(tensor.shape))
