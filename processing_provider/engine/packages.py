"""What is installed into the engine, from where, and by which installer."""

from __future__ import annotations

import hashlib
import re
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

from ..errors import FinerError
from . import environment, locate, pip_settings
from .process import answer

REQUIREMENTS = environment.ROOT / "sr_core" / "requirements.txt"
TORCH_INDEX = "https://download.pytorch.org/whl/"
PROFILES = ("auto", "cpu", "cuda")


class Attempt(NamedTuple):
    """One way to get torch: what to ask for, and an index to ask beside the user's own."""

    requirement: str
    index: str = ""
    is_last_resort: bool = False


def pins():
    """The lines of the requirements file that name a package."""
    lines = (line.partition("#")[0].strip() for line in REQUIREMENTS.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line]


def pins_for(profile):
    """The same, with the builds of a profile where they are packages of their own."""
    if profile != "cuda":
        return pins()
    return [re.sub("^onnxruntime==", "onnxruntime-gpu==", pin) for pin in pins()]


def torch_pin():
    """The line that pins torch; which build of it depends on the computer."""
    return next(pin for pin in pins() if pin.startswith("torch=="))


def digest():
    """What tells one list of pins from another, whatever its comments and line ends."""
    return hashlib.sha256("\n".join(pins()).encode()).hexdigest()


def resolve(profile):
    """The profile, cpu or cuda, that `auto` means on this computer.

    Raises:
        FinerError: there is no such profile, or none for this system.
    """
    if profile not in PROFILES:
        raise FinerError("REQUIREMENTS must be one of {known}.", known=", ".join(PROFILES))
    if sys.platform == "darwin":
        if profile == "cuda":
            raise FinerError(
                'There is no CUDA for macOS: set REQUIREMENTS to "auto", which also uses Apple\'s GPU.'
            )
        return "cpu"
    return profile if profile != "auto" else "cuda" if graphics_cards() else "cpu"


def find_uv():
    """Path of uv, the faster installer; none if the user does not have it."""
    return shutil.which("uv")


def graphics_cards():
    """Names of the NVIDIA graphics cards that the driver knows."""
    program = shutil.which("nvidia-smi") or "/usr/lib/wsl/lib/nvidia-smi"  # there under Windows' Linux
    said = answer([program, "-L"], environment.for_installer()) or ""
    return re.findall(r"^GPU \d+: (.+?)(?: \(UUID.*)?$", said, re.MULTILINE)


def torch_attempts(profile, is_offline):
    """The ways to get the build of torch that a profile needs, the best first."""
    pin = torch_pin()
    windows = sys.platform == "win32"
    if sys.platform == "darwin" or (windows and profile == "cpu"):
        return [Attempt(pin)]  # the build on PyPI
    if profile == "cuda" and not windows:
        # PyPI's is a CUDA build; the user's own indexes and folders may hold a CPU build too.
        return [Attempt(f"{pin},!={pin.partition('==')[2]}+cpu")]
    build = "cu130" if profile == "cuda" else "cpu"
    attempts = [Attempt(f"{pin}+{build}"), Attempt(f"{pin}+{build}", TORCH_INDEX + build)]
    if is_offline:
        del attempts[1]
    if profile == "cpu":
        attempts.append(Attempt(pin, is_last_resort=True))
    return attempts


class Pip:
    """The installer that comes with every Python."""

    def __init__(self, base):
        self.base = base

    def __str__(self):
        return "pip"

    def environment(self, index=""):
        return environment.for_installer()

    def create(self, folder):
        """Command that makes an empty environment."""
        return [self.base.path, "-I", "-m", "venv", folder]

    def install(self, folder, *arguments, index="", wheels=None):
        """Command that installs into the environment, from the user's indexes, one more, or a folder only."""
        command = [locate.python_of(folder), "-I", "-X", "utf8", "-m", "pip", "install"]
        command += ["--no-input", "--no-user", "--no-warn-script-location", "--disable-pip-version-check"]
        command += ["--progress-bar", "off"]
        if index:
            # An index that a firewall swallows shall not cost half an hour.
            command += ["--extra-index-url", index, "--retries", "1", "--timeout", "20"]
        return [*command, *_folder_only(wheels), "--only-binary", ":all:", *arguments]


class Uv:
    """The fast installer, where the user has it."""

    def __init__(self, program, base):
        self.program, self.base = program, base

    def __str__(self):
        return "uv"

    def environment(self, index=""):
        variables = environment.for_installer()
        variables.update(pip_settings.in_uv_words(pip_settings.read(variables), variables))
        if index:  # as an argument it would replace the user's own
            variables["UV_INDEX"] = " ".join(filter(None, [variables.get("UV_INDEX"), index]))
        return variables

    def create(self, folder):
        """Command that makes an empty environment."""
        return [self.program, "venv", "--no-project", "--python", self.base.path, folder]

    def install(self, folder, *arguments, index="", wheels=None):
        """Command that installs into the environment, from the user's indexes, one more, or a folder only."""
        command = [self.program, "pip", "install", "--python", locate.python_of(folder)]
        if pip_settings.without_index(pip_settings.read(environment.for_installer())) and not wheels:
            command.append("--no-index")
        return [*command, *_folder_only(wheels), "--only-binary", ":all:", *arguments]


def _folder_only(wheels):
    return ["--no-index", "--find-links", str(Path(wheels))] if wheels else []
