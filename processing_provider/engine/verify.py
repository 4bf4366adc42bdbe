"""Has the engine prove that it works: what it is, where it lies, and a convolution that it really computes."""

from __future__ import annotations

import json
import os

from ..errors import FinerError
from . import environment, failures
from .events import debug
from .process import Child, leashed

FACTS = ("python", "prefix", "base_prefix", "torch", "torch_file", "device", "device_name")


def verified(python, device, is_cancelled):
    """Yield what the engine writes while it proves itself, as events; return its facts.

    Raises:
        FinerError: it cannot do the work.
        Cancelled: the user stopped it.
    """
    answers, log = [], []
    command = leashed(python, [python, "-m", "sr_core", "verify", device])
    with Child(command, environment.for_worker()) as child:
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
    raise failures.of_worker(code, log, python, has_started=False)


def check_own(facts, folder, profile):
    """Refuse an environment that is not truly its own, or whose torch is not the build that was asked for.

    Raises:
        FinerError: packages are not where they were meant to go.
    """
    folder = _real(folder)
    places = {"prefix": facts["prefix"], "torch_file": os.path.dirname(facts["torch_file"])}
    astray = [
        facts[name] for name, path in places.items() if not (_real(path) + os.sep).startswith(folder + os.sep)
    ]
    if astray or _real(facts["prefix"]) == _real(facts["base_prefix"]):
        raise FinerError(
            "The packages went to {path} instead of {folder}: remove what redirects them (target, prefix or user in "
            "pip's configuration) and run it again.",
            path=(astray or [facts["base_prefix"]])[0],
            folder=folder,
        )
    if profile == "cuda" and not facts.get("cuda"):
        raise FinerError(
            "The indexes in pip's configuration gave torch {torch}, which cannot use a graphics card: add an index "
            'that has a CUDA build, or set REQUIREMENTS to "cpu".',
            torch=facts["torch"],
        )


def _real(path):
    return os.path.normcase(os.path.realpath(path))
