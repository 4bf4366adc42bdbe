"""Verifies that an engine works: which packages it has, where they are, and a convolution that it really computes."""

from __future__ import annotations

import json
import os

from ..errors import FinerError
from . import environment_variables, failures, packages
from .child_process import ChildProcess, watched_command
from .event_constructors import debug

FACTS = (
    "python", "prefix", "base_prefix", "torch", "torch_file", "ncnn", "ncnn_file", "device", "device_name",
)  # fmt: skip
"""Facts that every engine reports; for torch and ncnn None where the engine lacks them."""


def verify_engine(python, device, is_cancelled):
    """Have an engine compute on a device; yield what it writes as events, and return its facts, `FACTS` and versions.

    Raises:
        FinerError: it does not work.
    """
    answers, log = [], []
    command = watched_command(python, [python, "-m", "sr_core", "verify", device])
    with ChildProcess(command, environment_variables.for_worker()) as child:
        for stream, line in child.lines(is_cancelled):
            (answers if stream == "out" else log).append(line)
            if stream == "err":
                yield debug(line)
        code = child.code
    try:
        facts = json.loads(answers[-1])
        if code == 0 and all(name in facts for name in FACTS):
            return facts
    except (IndexError, ValueError, TypeError):
        log += answers[-1:]
    raise failures.explain_worker_exit(code, log, python, has_started=False)


def check_isolation(facts, folder, plan):
    """Check that an environment with these facts uses its own packages, those that were planned.

    Raises:
        FinerError: packages are not where they were meant to go, or the wrong ones.
    """
    folder = _real(folder)
    package = "ncnn" if plan.parts == packages.LIGHT else "torch"
    if not facts[package]:
        raise FinerError(
            "The packages were installed and {package} is not among them: set the engine up on another PYTHON, or report "
            "the log.",
            package=package,
        )
    places = facts["prefix"], os.path.dirname(facts[f"{package}_file"])
    astray = [path for path in places if not (_real(path) + os.sep).startswith(folder + os.sep)]
    if astray or _real(facts["prefix"]) == _real(facts["base_prefix"]):
        raise FinerError(
            "The packages went to {path} instead of {folder}: remove what redirects them (target, prefix or user in "
            "pip's configuration) and run it again.",
            path=(astray or [facts["base_prefix"]])[0],
            folder=folder,
        )
    if plan.profile == "cuda" and not facts.get("cuda"):
        raise FinerError(
            "The indexes in pip's configuration supplied torch {torch}, which cannot use a graphics card: add an "
            'index that has a CUDA build, or set REQUIREMENTS to "cpu".',
            torch=facts["torch"],
        )


def _real(path):
    return os.path.normcase(os.path.realpath(path))
