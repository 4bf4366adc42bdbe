"""Builds an environment: makes it, gets the right torch first, then the rest; says how far it is."""

from __future__ import annotations

import os
import re
import shutil
from typing import NamedTuple

from ..errors import FinerError
from . import environment, failures, interpreters, locate, packages, settings
from .events import debug, log, progress, warning
from .process import Child, answer, leashed

MANAGED = "3.12"  # the Python that uv fetches where the computer has none
WITH_TORCH = {"cpu": 10, "cuda": 30}
"""How many packages torch consists of, about: they tell how far its installation is."""
PACKAGE = re.compile(r"\s*(Collecting|Processing|Requirement already satisfied:|\+) ")
"""How a line of pip or uv begins that there is one of for each package."""


def find_installer(python, is_cancelled):
    """Yield events; return what to build with: uv where the user has it, else pip.

    Raises:
        FinerError: there is no Python to build on.
        Cancelled: the user stopped it.
    """
    uv = packages.find_uv()
    base = interpreters.find(python, needs_venv=not uv)
    if base:
        return packages.Uv(uv, base) if uv else packages.Pip(base)
    if not uv:
        raise interpreters.none_found()
    yield log(
        "No Python for the engine was found on this computer: uv fetches Python {version}.", version=MANAGED
    )
    fetcher = packages.Uv(uv, None)
    yield from _run([uv, "python", "install", MANAGED], fetcher.environment(), is_cancelled, MANAGED)
    found = answer([uv, "python", "find", "--no-project", "--managed-python", MANAGED], fetcher.environment())
    base = interpreters.probe((found or "").strip())
    if not base:
        raise interpreters.none_found()
    return packages.Uv(uv, base)


class InstallStep(NamedTuple):
    """A part of the way: from which fraction to which, and how many packages it has, about."""

    text: str
    begin: float
    end: float
    packages: int


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
        yield log(
            "Building on {python} with {installer}.", python=self.installer.base, installer=self.installer
        )
        yield progress(0.01, "Creating the environment")
        yield from self._run(self.installer.create(self.folder))
        self.temporary.mkdir()
        yield from self._install_torch(profile)
        rest = InstallStep("Installing the other packages", 0.6, 0.9, len(packages.pins()))
        yield from self._install(rest, "-r", self._pins(profile), "-c", self._torch_as_it_is())
        shutil.rmtree(self.temporary)

    def _install_torch(self, profile):
        """Try the sources of the build that is needed in turn; the last error is the one to show."""
        step = InstallStep("Installing torch, the largest part", 0.05, 0.6, WITH_TORCH[profile])
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
                yield log(
                    "{build} is not there: asking {index} too.",
                    build=attempt.requirement,
                    index=attempt.index,
                )
            try:
                yield from self._install(step, attempt.requirement, "-c", self._others(), index=attempt.index)
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

    def _pins(self, profile):
        """A requirements file with all that a profile needs."""
        path = self.temporary / "requirements.txt"
        path.write_text("\n".join(packages.pins_for(profile)), encoding="utf-8")
        return path

    def _others(self):
        """A constraints file with all pins but torch's: beside that, pip takes a missing build for a contradiction."""
        path = self.temporary / "others.txt"
        others = (pin for pin in packages.pins() if pin != packages.torch_pin())
        path.write_text("\n".join(others), encoding="utf-8")
        return path

    def _torch_as_it_is(self):
        """A constraints file that keeps the build of torch that is installed."""
        ask = "from importlib.metadata import version; print(version('torch'))"
        build = answer([locate.python_of(self.folder), "-I", "-c", ask], environment.for_installer())
        path = self.temporary / "torch.txt"
        path.write_text(f"torch=={build}", encoding="utf-8")
        return path

    def _install(self, step, *arguments, index=""):
        command = self.installer.install(self.folder, *arguments, index=index, wheels=self.wheels)
        yield progress(step.begin, step.text)
        begun = 0
        for event in self._run(command, index):
            yield event
            if PACKAGE.match(event["line"]):
                begun += 1
                done = min(1, begun / step.packages)
                yield progress(step.begin + (step.end - step.begin) * done, step.text)

    def _run(self, command, index=""):
        variables = self.installer.environment(index)
        if os.name == "posix" and self.temporary.is_dir():
            # Many a /tmp is memory, and too small for torch.
            variables.setdefault("TMPDIR", str(self.temporary))
        version = ".".join(map(str, self.installer.base.version))
        return _run(leashed(self.installer.base.path, command), variables, self.is_cancelled, version)


def _run(command, variables, is_cancelled, version):
    """Yield what an installer for this version of Python prints. It runs where no project of the user's lies about.

    Raises:
        InstallerFailed: it did not do what it should.
    """
    written, home = [], settings.home()
    with Child(command, variables, home) as child:
        for _, line in child.lines(is_cancelled):
            written.append(line)
            yield debug(line)
        code = child.code
    if code != 0:
        raise failures.of_installer(code, written, home, version)
