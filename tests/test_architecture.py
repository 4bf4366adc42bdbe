"""Holds the code to DESIGN's arrows: who may import whom, and what shipped code may not contain."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MOST_LINES = 330
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "base", "common", "manager", "misc"}
DIALOGS = {"job_dialog.py", "menu.py"}
"""Which may build upon the dialogs of QGIS' own plugin for Processing; qgis_process has none of them."""
WITHOUT_TORCH = {"raster", "degradations", "datasets", "stac", "export"}
WITHOUT_RASTERIO = {"backbones", "objectives", "optim", "diffusion"}
ORDER = [
    {"raster", "degradations", "backbones", "objectives", "optim", "diffusion"},
    {"datasets", "stac", "export", "package", "training", "inference", "evaluation", "reports", "importing"},
    {"jobs"},
]
"""Rooms of sr_core from the ground up: none imports one that stands higher."""


@dataclass(frozen=True)
class Module:
    """A Python file, by its path from the root."""

    path: str
    source: str

    @property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @property
    def room(self) -> str:
        """`raster` for `sr_core/raster/io.py`; empty for a file that stands in no room."""
        parts = Path(self.path).parts
        return parts[1] if parts[0] == "sr_core" and len(parts) > 2 else ""

    @property
    def plugin_half(self) -> bool:
        return self.path in {"__init__.py", "plugin.py"} or self.path.startswith("processing_provider/")

    def imports(self) -> Iterator[str]:
        """Dotted names of all that is imported; relative ones as if the root were on the path."""
        package = Path(self.path).parent.parts
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                above = package[: len(package) - node.level + 1] if node.level else ()
                origin = ".".join((*above, *filter(None, [node.module])))
                # `from . import a` imports the module a, `from .a import b` perhaps the module a.b.
                yield from (f"{origin}.{alias.name}".lstrip(".") for alias in node.names)

    def absolute_imports(self) -> Iterator[str]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level:
                yield node.module or ""


def files() -> list[Path]:
    """Python files of the project; not those that tools and builds put into its folder."""
    rooms = [p for p in ROOT.iterdir() if p.is_dir() and p.name[0] != "." and p.name not in {"build", "dist"}]
    return [*ROOT.glob("*.py"), *(path for room in rooms for path in room.rglob("*.py"))]


@cache
def project() -> dict[str, Module]:
    """All Python files by path."""
    paths = {str(path.relative_to(ROOT)): path for path in files()}
    return {name: Module(name, path.read_text(encoding="utf-8")) for name, path in sorted(paths.items())}


def shipped(module: Module) -> bool:
    return module.plugin_half or module.path.startswith("sr_core/")


def reached(module: Module) -> dict[str, str]:
    """Top-level names that importing `module` brings in, through all of sr_core, and the file that does so."""
    found: dict[str, str] = {}
    waiting, seen = [module], set()
    while waiting:
        current = waiting.pop()
        seen.add(current.path)
        for name in current.imports():
            found.setdefault(name.split(".")[0], current.path)
            parts = name.split(".")
            for end in range(1, len(parts) + 1):  # importing a.b.c runs a, a.b and a.b.c
                stem = "/".join(parts[:end])
                near = (project().get(f"{stem}.py"), project().get(f"{stem}/__init__.py"))
                waiting += [m for m in near if m and m.path not in seen and m.path.startswith("sr_core/")]
    return found


# Each rule looks at one module and yields what is wrong with it.
def core_runs_without_qgis(module: Module) -> Iterator[str]:
    banned = {"qgis", "PyQt5", "PyQt6", "osgeo", "processing", "processing_provider", "plugin", "torchvision"}
    if module.path.startswith("sr_core/"):
        yield from (f"imports {name}" for name in module.imports() if name.split(".")[0] in banned)


def plugin_half_knows_stdlib_and_qgis(module: Module) -> Iterator[str]:
    if module.plugin_half:
        known = (sys.stdlib_module_names | {"qgis"}) - {"tomllib"}  # which is younger than Python 3.9
        if Path(module.path).name in DIALOGS:
            known |= {"processing"}
        strange = {name for name in module.absolute_imports() if name.split(".")[0] not in known}
        strange |= {name for name in module.imports() if name.split(".")[0] == "sr_core"}
        yield from (f"imports {name}" for name in sorted(strange))


def plugin_half_is_python_3_9(module: Module) -> Iterator[str]:
    if module.plugin_half:
        try:
            ast.parse(module.source, feature_version=(3, 9))
        except SyntaxError as error:
            yield f"line {error.lineno}: {error.msg}"
        annotated = any(
            getattr(n, "annotation", None) or getattr(n, "returns", None) for n in ast.walk(module.tree)
        )
        if annotated and "from __future__ import annotations" not in module.source:
            yield "has no `from __future__ import annotations`, without which 3.9 rejects `int | None`"


def pixels_without_torch(module: Module) -> Iterator[str]:
    through = reached(module).get("torch") if module.room in WITHOUT_TORCH else None
    if through:
        yield f"imports torch through {through}"


def nets_without_rasterio(module: Module) -> Iterator[str]:
    through = reached(module).get("rasterio") if module.room in WITHOUT_RASTERIO else None
    if through:
        yield f"imports rasterio through {through}"


def diffusion_knows_numbers_only(module: Module) -> Iterator[str]:
    if module.room == "diffusion":
        near = ("sr_core.diffusion", "sr_core.errors", "sr_core.override", "sr_core.schema")
        others = (n for n in module.imports() if n.startswith("sr_core.") and not n.startswith(near))
        yield from (f"imports {name}" for name in others)


def rooms_look_down_only(module: Module) -> Iterator[str]:
    height = {room: level for level, rooms in enumerate(ORDER) for room in rooms}
    if module.path.startswith("sr_core/") and module.path != "sr_core/__main__.py":
        # A module that stands in no room may serve any, so it must not look at jobs.
        own = height.get(module.room, len(ORDER) - 2)
        for name in module.imports():
            parts = name.split(".")
            if parts[0] == "sr_core" and len(parts) > 1 and height.get(parts[1], 0) > own:
                yield f"imports {name}, which stands above it"


def security_scan(module: Module) -> Iterator[str]:
    """What the scan of plugins.qgis.org blocks, and what can run code from a file."""
    banned = {"pickle", "cPickle", "dill", "shelve", "marshal", "random", "joblib", "telnetlib", "ftplib"}
    if not shipped(module):
        return
    yield from (f"imports {name}" for name in module.absolute_imports() if name.split(".")[0] in banned)
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Assert):
            yield f"line {node.lineno}: assert"
        if isinstance(node, ast.ExceptHandler):
            broad = node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"}
            if broad and all(isinstance(n, ast.Pass | ast.Continue) for n in node.body):
                yield f"line {node.lineno}: an exception of any kind passes unseen"
        if isinstance(node, ast.Call):
            called, options = ast.unparse(node.func), {k.arg: ast.unparse(k.value) for k in node.keywords}
            if called in {"eval", "exec", "os.system", "os.popen", "tempfile.mktemp"}:
                yield f"line {node.lineno}: {called}"
            if called.endswith((".extractall", "hub.load", "hashlib.md5", "hashlib.sha1")):
                yield f"line {node.lineno}: {called}"
            if called == "torch.load" and options.get("weights_only") != "True":
                yield f"line {node.lineno}: torch.load without weights_only=True"
            if options.get("shell") not in {None, "False"}:
                yield f"line {node.lineno}: shell=True"


def names_say_something(module: Module) -> Iterator[str]:
    path = Path(module.path)
    for part in (*path.parent.parts, path.stem):
        if part.strip("_") in EMPTY_NAMES:
            yield f"{part!r} says nothing about what lives there"
    if module.path.startswith("tests/") and path.name == "__init__.py":
        yield "tests are no package"


def files_are_short(module: Module) -> Iterator[str]:
    lines = len(module.source.splitlines())
    if lines > MOST_LINES:
        yield f"{lines} lines: it holds two things"


def docstring_says_what_lives_here(module: Module) -> Iterator[str]:
    told = shipped(module) or module.path.startswith("script/")
    if told and not (ast.get_docstring(module.tree) or "").strip():
        yield "has no docstring"


def options_live_where_they_act(module: Module) -> Iterator[str]:
    """What a network can be told is named in its own room, and where published networks are read: all others read
    the schema."""
    if not shipped(module) or module.room in {"backbones", "importing"}:
        return
    nodes = list(ast.walk(module.tree))
    named = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    named |= {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    for other in project().values():
        if other.room == "backbones" and not Path(other.path).stem.startswith("_"):
            # A single letter names an option of a paper and much else besides.
            options = {name for name in declared(other) if len(name) > 1}
            yield from (f"names {o}, an option of {other.path}" for o in sorted(options & named))


def declared(module: Module) -> set[str]:
    """Names of the annotated options of a module's classes."""
    names = set()
    for owner in (node for node in module.tree.body if isinstance(node, ast.ClassDef)):
        for field in owner.body:
            if isinstance(field, ast.AnnAssign) and ast.unparse(field.annotation).startswith("Annotated["):
                names.add(ast.unparse(field.target))
    return names


Rule = Callable[[Module], Iterator[str]]
PLANTED: list[tuple[Rule, str, str]] = [
    (core_runs_without_qgis, "sr_core/device.py", "import qgis.core"),
    (core_runs_without_qgis, "sr_core/jobs/x.py", "from torchvision import models"),
    (core_runs_without_qgis, "sr_core/jobs/x.py", "from ...processing_provider import engine"),
    (plugin_half_knows_stdlib_and_qgis, "plugin.py", "import numpy as np"),
    (plugin_half_knows_stdlib_and_qgis, "processing_provider/x.py", "from osgeo import gdal"),
    (plugin_half_knows_stdlib_and_qgis, "processing_provider/x.py", "from processing.gui import wrappers"),
    (plugin_half_knows_stdlib_and_qgis, "processing_provider/engine/x.py", "from ...sr_core import errors"),
    (plugin_half_knows_stdlib_and_qgis, "processing_provider/x.py", "from PyQt5.QtCore import Qt"),
    (plugin_half_is_python_3_9, "plugin.py", "from __future__ import annotations\nmatch 1:\n    case 1: ..."),
    (plugin_half_is_python_3_9, "processing_provider/x.py", "def f(n: int | None): ..."),
    (pixels_without_torch, "sr_core/raster/x.py", "def f():\n    import torch.nn"),
    (pixels_without_torch, "sr_core/datasets/x.py", "from ..device import resolve"),
    (nets_without_rasterio, "sr_core/backbones/x.py", "from rasterio import windows"),
    (nets_without_rasterio, "sr_core/objectives/x.py", "from ..raster.io import Raster"),
    (nets_without_rasterio, "sr_core/diffusion/samplers/x.py", "import rasterio"),
    (diffusion_knows_numbers_only, "sr_core/diffusion/samplers/x.py", "from ...raster import tiling"),
    (diffusion_knows_numbers_only, "sr_core/diffusion/x.py", "from ..inference.tiled import Tiled"),
    (rooms_look_down_only, "sr_core/raster/x.py", "from ..datasets import lr_origin"),
    (rooms_look_down_only, "sr_core/inference/x.py", "from ..jobs import Job"),
    (rooms_look_down_only, "sr_core/x.py", "from .jobs import Job"),
    (security_scan, "sr_core/x.py", "import pickle"),
    (security_scan, "sr_core/x.py", "from random import choice"),
    (security_scan, "plugin.py", "assert True"),
    (security_scan, "plugin.py", "try: f()\nexcept Exception: pass"),
    (security_scan, "sr_core/x.py", "torch.load(path)"),
    (security_scan, "processing_provider/x.py", "subprocess.run(c, shell=True)"),
    (security_scan, "sr_core/x.py", "tarfile.open(p).extractall()"),
    (names_say_something, "sr_core/backbones/_base.py", ""),
    (names_say_something, "processing_provider/utils/x.py", ""),
    (names_say_something, "tests/core/__init__.py", ""),
    (files_are_short, "tests/core/test_x.py", "x = 1\n" * (MOST_LINES + 1)),
    (docstring_says_what_lives_here, "script/x.py", "x = 1"),
    (options_live_where_they_act, "sr_core/jobs/x.py", "print(net.n_blocks)"),
]
RULES = list(dict.fromkeys(rule for rule, _, _ in PLANTED))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_project_keeps_the_rule(rule: Rule) -> None:
    wrong = [f"{module.path}: {what}" for module in project().values() for what in rule(module)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("rule", "path", "source"), PLANTED)
def test_the_rule_sees_a_breach(rule: Rule, path: str, source: str) -> None:
    assert list(rule(Module(path, source)))


def test_the_rules_look_at_the_whole_project() -> None:
    assert {"plugin.py", "sr_core/__main__.py", "tests/test_architecture.py"} <= set(project())
    assert {m.room for m in project().values()} >= {
        "raster",
        "datasets",
        "backbones",
        "objectives",
        "diffusion",
        "jobs",
    }
