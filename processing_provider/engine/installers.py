"""The installers of packages: pip, and uv, which is faster."""

from __future__ import annotations

import shutil
from pathlib import Path

from . import environment_variables, locate, pip_settings


def find_uv():
    """Return the path of uv, the faster installer; None if the user does not have it."""
    return shutil.which("uv")


class Pip:
    """pip, the installer that every Python has."""

    def __init__(self, base):
        self.base = base

    def __str__(self):
        return "pip"

    def environment(self, index=""):
        """Return the variables that the commands need."""
        return environment_variables.for_installer()

    def create(self, folder):
        """Return the command that makes an empty environment."""
        return [self.base.path, "-I", "-m", "venv", folder]

    def install(self, folder, *arguments, index="", wheels=None):
        """Return the command that installs into the environment.

        Args:
            folder: the environment.
            arguments: requirements and options of `pip install`.
            index: an index to search beside the user's own.
            wheels: a folder to take all packages from, without any index.
        """
        command = [locate.interpreter_path(folder), "-I", "-X", "utf8", "-m", "pip", "install"]
        command += ["--no-input", "--no-user", "--no-warn-script-location", "--disable-pip-version-check"]
        command += ["--progress-bar", "off"]
        if index:
            # An index that a firewall blocks must not cost half an hour.
            command += ["--extra-index-url", index, "--retries", "1", "--timeout", "20"]
        return [*command, *_folder_only(wheels), "--only-binary", ":all:", *arguments]


class Uv:
    """uv, the faster installer, where the user has it."""

    def __init__(self, program, base):
        self.program, self.base = program, base

    def __str__(self):
        return "uv"

    def environment(self, index=""):
        """Return the variables that the commands need, with what pip is configured to do in uv's terms."""
        variables = environment_variables.for_installer()
        variables.update(pip_settings.to_uv_variables(pip_settings.read(variables), variables))
        if index:  # as an argument it would replace the user's own
            variables["UV_INDEX"] = " ".join(filter(None, [variables.get("UV_INDEX"), index]))
        return variables

    def create(self, folder):
        """Return the command that makes an empty environment."""
        return [self.program, "venv", "--no-project", "--python", self.base.path, folder]

    def install(self, folder, *arguments, index="", wheels=None):
        """Return the command that installs into the environment; arguments as those of `Pip.install`."""
        command = [self.program, "pip", "install", "--python", locate.interpreter_path(folder)]
        if (
            pip_settings.is_index_disabled(pip_settings.read(environment_variables.for_installer()))
            and not wheels
        ):
            command.append("--no-index")
        return [*command, *_folder_only(wheels), "--only-binary", ":all:", *arguments]


def _folder_only(wheels):
    return ["--no-index", "--find-links", str(Path(wheels))] if wheels else []
