"""Builds an environment: makes it, gets the right torch first, then the rest; says how far it is."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from ..errors import FinerError
from . import environment, failures, interpreters, locate, packages
from .events import debug, log, progress, warning
from .process import Child, answer

LEASH = Path(__file__).with_name("leash.py")
MANAGED = "3.12"  # the Python that uv fetches where the computer has none
WITH_TORCH = {"cpu": 10, "cuda": 30}
"""How many packages torch consists of, about: they tell how far its installation is."""
NEWS = re.compile(r"^\s*(Collecting|Downloading|\+) ")
"""Lines of pip and uv that there are about two of for each package."""


def find_installer(python, is_cancelled):
    """Yield events; return what to build with: uv where the user has it, else pip.

    Raises:
        FinerError: there is no Python to build on.
        Cancelled: the user stopped it.
    """
    uv = shutil.which("uv")
    base = interpreters.find(python, needs_venv=not uv)
    if base:
        return packages.Uv(uv, base) if uv else packages.Pip(base)
    if not uv:
        raise interpreters.none_found()
    yield log("No Python for the engine was found on this computer: uv fetches Python {version}.", version=MANAGED)
    fetcher = packages.Uv(uv, None)
    yield from _run([uv, "python", "install", MANAGED], fetcher.environment(), is_cancelled)
    found = answer([uv, "python", "find", "--no-project", "--managed-python", MANAGED], fetcher.environment())
    base = interpreters.probe((found or "").strip())
    if not base:
        raise interpreters.none_found()
    return packages.Uv(uv, base)


class Builder:
    """Makes one environment in an empty place.

    Raises:
        FinerError: it could not be done.
        Cancelled: the user stopped it.
    """

    def __init__(self, folder, installer, wheels, is_cancelled):
        self.folder, self.installer, self.wheels = folder, installer, wheels
        self.is_cancelled = is_cancelled
        self.temporary = folder / "tmp"

    def build(self, profile):
        """Yield events until the environment has everything the engine needs."""
        yield log("Building on {python} with {installer}.", python=self.installer.base, installer=self.installer)
        yield progress(0.01, "Creating the environment")
        yield from self._run(self.installer.create(self.folder))
        self.temporary.mkdir()
        yield progress(0.05, "Installing torch, the largest part")
        yield from self._install_torch(profile)
        yield progress(0.6, "Installing the other packages")
        keep = self._constraint()
        yield from self._install("-r", packages.REQUIREMENTS, "-c", keep, span=(0.6, 0.9), expected=len(packages.pins()))
        shutil.rmtree(self.temporary)

    def _install_torch(self, profile):
        """Try the sources of the build that is needed in turn; the last error is the one to show."""
        attempts = packages.torch_attempts(profile, is_offline=bool(self.wheels))
        for attempt in attempts:
            if attempt.is_last_resort:
                yield warning(
                    "A CPU build ({build}) was found neither in your own package indexes and folders nor at {index}. "
                    "Taking the build that they have: if it is a CUDA build, it is several gigabytes larger.",
                    build=attempts[0].requirement,
                    index=packages.TORCH_INDEX,
                )
            elif attempt.index:
                yield log("{build} is not there: asking {index} too.", build=attempt.requirement, index=attempt.index)
            try:
                yield from self._install(
                    attempt.requirement,
                    "-c",
                    packages.REQUIREMENTS,
                    index=attempt.index,
                    span=(0.05, 0.6),
                    expected=WITH_TORCH[profile],
                )
                return
            except failures.InstallerFailed as error:
                if not error.may_be_elsewhere():
                    raise
                failed = error
        if profile == "cuda":
            raise FinerError(
                "No CUDA build of torch was found ({reason}): add an index that has one to pip's configuration, or "
                'set REQUIREMENTS to "cpu".',
                reason=failed.values["line"],
            )
        raise failed

    def _constraint(self):
        """A file that keeps the build of torch that is installed."""
        ask = "from importlib.metadata import version; print(version('torch'))"
        build = answer([locate.python_of(self.folder), "-I", "-c", ask], environment.for_installer())
        path = self.temporary / "torch.txt"
        path.write_text(f"torch=={build}", encoding="utf-8")
        return path

    def _install(self, *arguments, index="", span, expected):
        """Install, counting packages: `span` is the part of the whole set-up that this is."""
        command = self.installer.install(self.folder, *arguments, index=index, wheels=self.wheels)
        news, (begin, end) = 0, span
        for event in self._run(command, index):
            yield event
            if NEWS.match(event["line"]):
                news += 1
                yield progress(begin + (end - begin) * min(1, news / (2 * expected)), "Installing packages")

    def _run(self, command, index=""):
        variables = self.installer.environment(index)
        if os.name == "posix" and self.temporary.is_dir():
            variables.setdefault("TMPDIR", str(self.temporary))  # many a /tmp is memory, and too small for torch
        base = self.installer.base
        return _run([base.path, "-I", LEASH, *command], variables, self.is_cancelled, folder=self.folder.parent, base=base)


def _run(command, variables, is_cancelled, folder=None, base=None):
    """Yield what an installer prints.

    Raises:
        InstallerFailed: it did not do what it should.
    """
    written = []
    with Child(command, variables, folder) as child:
        for _, line in child.lines(is_cancelled):
            written.append(line)
            yield debug(line)
        code = child.code
    if code != 0:
        raise failures.of_installer(code, written, folder, ".".join(map(str, base.version)) if base else MANAGED)
