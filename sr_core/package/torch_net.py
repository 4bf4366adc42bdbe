"""The network of a package as torch computes it: built as the package says, with the package's weights."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import torch
from safetensors import SafetensorError
from safetensors.torch import load as parse_weights

from ..errors import PackageError
from .info import PackageInfo

if TYPE_CHECKING:
    from ..backbones import DiffusionNet, SrNet


def load_torch_net(path: Path, weights: bytes, info: PackageInfo) -> SrNet | DiffusionNet:
    """Return the described net with its weights; they are compared before any memory is set aside for the net.

    Args:
        path: The package, for errors.
        weights: In the format of safetensors.
        info: What the package says of the net.

    Raises:
        PackageError: The weights are damaged, or not of this net.
    """
    with torch.device("meta"):
        net = info.net()
    try:
        given = parse_weights(weights)
    except (SafetensorError, ValueError, KeyError, RuntimeError):
        raise PackageError(
            "The weights in {path} cannot be read: copy or download it again.", path=path
        ) from None
    wanted = net.body.state_dict()
    for name in sorted(wanted.keys() | given.keys()):
        want, have = (_describe_tensor(tensors.get(name)) for tensors in (wanted, given))
        if want != have:
            raise PackageError(
                "The weights in {path} do not fit the network it describes ({name} is {have} instead of {want}).",
                path=path,
                name=name,
                have=have,
                want=want,
            )
        if have != "absent" and not bool(torch.isfinite(given[name]).all()):
            raise PackageError(
                "The weights in {path} are not all finite numbers ({name}): its training failed, or it is damaged; use "
                "another model.",
                path=path,
                name=name,
            )
    net.body.load_state_dict(given, assign=True)
    return net


def _describe_tensor(tensor: torch.Tensor | None) -> str:
    return "absent" if tensor is None else f"{str(tensor.dtype).removeprefix('torch.')} {tuple(tensor.shape)}"
