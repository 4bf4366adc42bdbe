"""Builds an environment: creates it, installs the right torch, then the rest, and reports progress."""

from __future__ import annotations

import os
import re
import shutil
from typing import NamedTuple

from ..errors import FinerError
from . import environment_variables, failures, installers, interpreters, locate, packages, user_settings
from .child_process import ChildProcess, read_output, watched_command
from .event_constructors import debug, log, progress, warning

FETCHED_PYTHON = "3.12"  # what uv fetches where the computer has none
TORCH_PACKAGES = {"cpu": 10, "cuda": 30}
"""Number of packages that torch consists of, about: progress is measured by them."""
PACKAGE = re.compile(r"\s*(Collecting|Processing|Requirement already satisfied:|\+) ")
"""Start of the line that pip or uv writes for each package."""


def find_installer(python, is_cancelled):
    """Find what to build with: yield events, and return uv where the user has it, else pip, with its Python.

    Raises:
        FinerError: there is no Python to build on.
    """
    uv = installers.find_uv()
    base = interpreters.find_interpreter(python, needs_venv=not uv)
    if base:
        return installers.Uv(uv, base) if uv else installers.Pip(base)
    if not uv:
        raise interpreters.no_interpreter_error()
    yield log(
        "No Python for the engine was found on this computer: uv downloads Python {version}.",
        version=FETCHED_PYTHON,
    )
    fetcher = installers.Uv(uv, None)
    yield from _run(
        [uv, "python", "install", FETCHED_PYTHON], fetcher.environment(), is_cancelled, FETCHED_PYTHON
    )
    found = read_output(
        [uv, "python", "find", "--no-project", "--managed-python", FETCHED_PYTHON], fetcher.environment()
    )
    base = interpreters.probe((found or "").strip())
    if not base:
        raise interpreters.no_interpreter_error()
    return installers.Uv(uv, base)


def name_new_place(folder, target):
    """Have the programs of an environment (tensorboard, dask, activate, ...) name the folder that it is moved to afterwards.

    Those of Windows are no text and stay: there `python -m` starts a program.

    Args:
        folder: where the environment is.
        target: where it will be.
    """
    for program in locate.interpreter_path(folder).parent.iterdir():
        content = b"" if program.is_symlink() or not program.is_file() else program.read_bytes()
        if os.fsencode(folder) in content and b"\0" not in content:
            program.write_bytes(content.replace(os.fsencode(folder), os.fsencode(target)))


class InstallStep(NamedTuple):
    """A part of the installation: its share of the progress bar, from `begin` to `end`, and its number of packages."""

    text: str
    begin: float
    end: float
    packages: int


class EnvironmentBuilder:
    """Builds one environment in a folder that does not exist yet, from `wheels` or the user's own indexes."""

    def __init__(self, folder, installer, wheels, is_cancelled):
        self.folder, self.installer, self.wheels = folder, installer, wheels
        self.is_cancelled = is_cancelled
        self.temporary = folder / "tmp"

    def build(self, profile, parts, cluster=False):
        """Build the environment for a profile, cpu or cuda, with the parts of an engine, light or complete; yield events.

        Args:
            profile: cpu or cuda.
            parts: light or complete.
            cluster: whether it is also for clusters.

        Raises:
            FinerError: it could not be done.
        """
        yield log("Using {python} and {installer}.", python=self.installer.base, installer=self.installer)
        yield progress(0.01, "Creating the environment")
        yield from self._run(self.installer.create(self.folder))
        self.temporary.mkdir()
        if parts == packages.LIGHT:
            yield from self._install_light(cluster)
        else:
            yield from self._install_complete(profile, cluster)
        shutil.rmtree(self.temporary)

    def _install_light(self, cluster):
        pins = packages.pins(packages.LIGHT, cluster)
        step = InstallStep("Installing the packages that run models", 0.1, 0.9, len(pins))
        # All that is needed is pinned: without what packages ask for beside it, a third less is downloaded.
        yield from self._install(step, "--no-deps", "-r", self._write("requirements.txt", pins))

    def _install_complete(self, profile, cluster):
        yield from self._install_torch(profile)
        rest = InstallStep("Installing the other packages", 0.6, 0.9, len(packages.pins(cluster=cluster)))
        pins = self._write("requirements.txt", packages.pins_for(profile, cluster))
        yield from self._install(rest, "-r", pins, "-c", self._write("torch.txt", [self._read_torch_pin()]))

    def _install_torch(self, profile):
        """Try the sources of the torch build in turn; the last error is the one to show."""
        step = InstallStep("Installing torch, the largest part", 0.05, 0.6, TORCH_PACKAGES[profile])
        sources = packages.torch_sources(profile, is_offline=bool(self.wheels))
        for source in sources:
            if source.is_last_resort:
                yield warning(
                    "A CPU build ({build}) was found neither in your own package indexes and folders nor at "
                    "{index}. Installing the build that your own indexes and folders offer: if it is a CUDA build, it is several "
                    "gigabytes larger.",
                    build=sources[0].requirement,
                    index=packages.TORCH_INDEX,
                )
            elif source.index:
                yield log(
                    "{build} is not there: trying {index} as well.",
                    build=source.requirement,
                    index=source.index,
                )
            try:
                others = self._write(
                    "others.txt", (pin for pin in packages.pins() if pin != packages.torch_pin())
                )
                # Only the others: beside a pin of torch, pip takes a missing build for a contradiction.
                yield from self._install(step, source.requirement, "-c", others, index=source.index)
                return
            except failures.InstallerError as error:
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

    def _write(self, name, lines):
        """Write a requirements or constraints file; return its path."""
        path = self.temporary / name
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    def _read_torch_pin(self):
        """Return the pin of the build of torch that is installed."""
        ask = "from importlib.metadata import version; print(version('torch'))"
        build = read_output(
            [locate.interpreter_path(self.folder), "-I", "-c", ask], environment_variables.for_installer()
        )
        return f"torch=={build}"

    def _install(self, step, *arguments, index=""):
        command = self.installer.install(self.folder, *arguments, index=index, wheels=self.wheels)
        yield progress(step.begin, step.text)
        n_begun = 0
        for event in self._run(command, index):
            yield event
            if PACKAGE.match(event["line"]):
                n_begun += 1
                done = min(1, n_begun / step.packages)
                yield progress(step.begin + (step.end - step.begin) * done, step.text)

    def _run(self, command, index=""):
        variables = self.installer.environment(index)
        if os.name == "posix" and self.temporary.is_dir():
            # In many systems /tmp is in memory, and too small for torch.
            variables.setdefault("TMPDIR", str(self.temporary))
        version = ".".join(map(str, self.installer.base.version))
        return _run(watched_command(self.installer.base.path, command), variables, self.is_cancelled, version)


def _run(command, variables, is_cancelled, version):
    """Run an installer for a Python version, in a folder without projects of the user's; yield what it prints.

    Raises:
        InstallerError: it failed.
    """
    output, home = [], user_settings.home()
    with ChildProcess(command, variables, home) as child:
        for _, line in child.lines(is_cancelled):
            output.append(line)
            yield debug(line)
        code = child.code
    if code != 0:
        raise failures.explain_installer_exit(code, output, home, version)
