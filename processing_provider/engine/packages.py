"""Lists the packages that are installed into the engine, and where torch comes from."""

from __future__ import annotations

import hashlib
import re
import shutil
import sys
from typing import NamedTuple

from ..errors import FinerError
from . import environment_variables
from .child_process import read_output

REQUIREMENTS = environment_variables.ROOT / "sr_core" / "requirements.txt"
"""The packages of the complete engine; those of the light one are in a file that it names."""
CLUSTER = "requirements-cluster.txt"
"""Beside it: what either engine has besides for clusters, where the user wants it."""
TORCH_INDEX = "https://download.pytorch.org/whl/"
PROFILES = ("auto", "cpu", "cuda")
PARTS = ("auto", "light", "complete")
LIGHT, COMPLETE = PARTS[1:]


class TorchSource(NamedTuple):
    """A place to get torch from: the requirement to install, and an index to search beside the user's own."""

    requirement: str
    index: str = ""
    is_last_resort: bool = False


def pins(parts=COMPLETE, cluster=False):
    """Return the lines of the requirements files that name a package.

    Args:
        parts: of the complete engine, or of the light one.
        cluster: whether it is also for clusters.
    """
    own, others = [], []
    if cluster:
        known = pins(parts)
        return known + [line for line in _lines(REQUIREMENTS.with_name(CLUSTER)) if line not in known]
    for line in _lines(REQUIREMENTS):
        if line.startswith("-r "):
            others += _lines(REQUIREMENTS.with_name(line[3:].strip()))
        else:
            own.append(line)
    return others if parts == LIGHT else own + others


def _lines(path):
    """Return the lines of a file without comments, and without those that are empty then."""
    lines = (line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line]


def pins_for(profile, cluster=False):
    """Return those of the complete engine with the builds for a profile, where these are packages of their own."""
    if profile != "cuda":
        return pins(cluster=cluster)
    return [re.sub("^onnxruntime==", "onnxruntime-gpu==", pin) for pin in pins(cluster=cluster)]


def torch_pin():
    """Return the line that pins torch; which build of it is installed depends on the computer."""
    return next(pin for pin in pins() if pin.startswith("torch=="))


def pins_digest(parts=COMPLETE, cluster=False):
    """Return a hash of the pins that does not depend on comments and line ends."""
    return hashlib.sha256("\n".join(pins(parts, cluster)).encode()).hexdigest()


def resolve_profile(profile):
    """Return the profile, cpu or cuda, that is installed on this computer for one of `PROFILES`.

    Raises:
        FinerError: there is no such profile, or not for this system.
    """
    if profile not in PROFILES:
        raise FinerError("REQUIREMENTS must be one of {known}.", known=", ".join(PROFILES))
    if sys.platform == "darwin":
        if profile == "cuda":
            raise FinerError(
                'CUDA is not available on macOS: set REQUIREMENTS to "auto", which also uses Apple\'s GPU.'
            )
        return "cpu"
    return profile if profile != "auto" else "cuda" if graphics_cards() else "cpu"


def graphics_cards():
    """Return the names of the NVIDIA graphics cards that the driver knows."""
    program = shutil.which("nvidia-smi") or "/usr/lib/wsl/lib/nvidia-smi"  # its place in Linux on Windows
    output = read_output([program, "-L"], environment_variables.for_installer()) or ""
    return re.findall(r"^GPU \d+: (.+?)(?: \(UUID.*)?$", output, re.MULTILINE)


def torch_sources(profile, is_offline):
    """Return where to get the build of torch that a profile needs, the best source first."""
    pin = torch_pin()
    windows = sys.platform == "win32"
    if sys.platform == "darwin" or (windows and profile == "cpu"):
        return [TorchSource(pin)]  # PyPI has this build
    if profile == "cuda" and not windows:
        # PyPI's is a CUDA build; the user's own indexes and folders may hold a CPU build too.
        return [TorchSource(f"{pin},!={pin.partition('==')[2]}+cpu")]
    build = "cu130" if profile == "cuda" else "cpu"
    sources = [TorchSource(f"{pin}+{build}"), TorchSource(f"{pin}+{build}", TORCH_INDEX + build)]
    if is_offline:
        del sources[1]
    if profile == "cpu":
        sources.append(TorchSource(pin, is_last_resort=True))
    return sources
