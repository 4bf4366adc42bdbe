"""Reads pickled weights without running what else is in the file: other objects become empty stand-ins."""

from __future__ import annotations

import pickletools  # nosec B403: tells what is in a pickle, and runs nothing
import re
import zipfile
from collections import OrderedDict
from pathlib import Path
from typing import Any, Self

import torch

UNKNOWN = re.compile(r"GLOBAL (\S+) was not an allowed global")
"""How torch names the class or function that it will not use."""
AT_MOST = 200
"""Classes beside the weights: more are no settings of a training."""
PROGRAMS = frozenset(
    {
        *("_io", "asyncio", "builtins", "code", "codeop", "commands", "ctypes", "importlib", "io", "marshal"),
        *("multiprocessing", "nt", "operator", "os", "pickle", "platform", "posix", "pty", "runpy", "shutil"),
        *("signal", "socket", "subprocess", "sys", "tempfile", "threading", "types", "urllib", "webbrowser"),
    }
)
"""Modules whose functions a file of weights has no reason to name."""
HARMLESS = frozenset(
    {
        *("types.SimpleNamespace", "builtins.object", "builtins.range", "builtins.slice", "builtins.list"),
        *(
            "builtins.tuple",
            "builtins.dict",
            "builtins.set",
            "builtins.frozenset",
            "builtins.bool",
            "builtins.int",
        ),
        *("builtins.float", "builtins.complex", "builtins.str", "builtins.bytes", "builtins.bytearray"),
    }
)
"""What they have that is only data."""


class Inert:
    """Stands for an object beside the weights: a setting, a number, a path. It keeps nothing of it."""

    def __new__(cls, *_: object, **__: object) -> Self:
        return object.__new__(cls)

    def __init__(self, *_: object, **__: object) -> None:
        pass

    def __setstate__(self, _: object) -> None:
        """Forget the object's attributes."""


class ForeignProgramError(Exception):
    """A file names functions that would have to be run to read it."""


def load_inert(path: Path) -> tuple[object, bool]:
    """Return what torch.save has written, and whether anything in it became a stand-in.

    Nothing that the file names is imported or called: torch's own reader of weights only knows tensors and
    containers, and gets stand-ins for all else.

    Raises:
        ForeignProgramError: the file names what no settings of a training would.
        Exception: torch cannot read the file.
    """
    stand_ins: list[Any] = []
    while True:
        try:
            # A file and not its name, whose ending torch would heed.
            with path.open("rb") as file, torch.serialization.safe_globals(stand_ins):
                return torch.load(file, map_location="cpu", weights_only=True), bool(stand_ins)
        except Exception as error:  # torch's own class for it is not public
            found = UNKNOWN.search(str(error))
            if found is None:
                if ("weights_only" in str(error) or "Unsupported" in str(error)) and _is_pickle(path):
                    raise ForeignProgramError from None
                raise
            name = _full_name(found[1])
            if len(stand_ins) >= AT_MOST or (name.partition(".")[0] in PROGRAMS and name not in HARMLESS):
                raise ForeignProgramError from None
            stand_ins.append((_stand_in(name), name))


def _is_pickle(path: Path) -> bool:
    """Return whether a file is a pickle, or an archive that holds one, from beginning to end; it is only looked at."""
    with path.open("rb") as file:
        if zipfile.is_zipfile(file):
            return True
        file.seek(0)
        try:
            for _ in pickletools.genops(file):
                pass
        except Exception:  # what is no pickle can be wrong in any way
            return False
    return True


def _stand_in(name: str) -> object:
    """Return what is made in place of a class: of kinds of dict and list, which torch fills itself, one of Python's."""
    if name.lower().endswith("dict"):
        return type("Inert", (), {"__new__": lambda *_, **__: OrderedDict()})
    if name.lower().endswith("list"):
        return type("Inert", (), {"__new__": lambda *_, **__: []})
    return type("Inert", (Inert,), {})


def _full_name(name: str) -> str:
    """Return the name with its module, which torch leaves out of that of a built-in."""
    return name if "." in name else f"builtins.{name}"
