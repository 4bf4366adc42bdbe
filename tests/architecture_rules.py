"""Rules of the architecture: who may import whom, what things are called, and what shipped code may not contain."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).parents[1]
MOST_LINES = 330
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "base", "common", "manager", "misc"}
DIALOGS = {"dependent_parameters_panel.py", "get_model_dialog.py", "job_dialog.py", "menu.py", "tool_dialog.py"}  # fmt: skip
"""Files that may use the dialogs of QGIS' own plugin for Processing, which qgis_process has not."""
GDAL = ("stored_values.py",)
"""Files that may ask the GDAL of QGIS, which has its Python module too, for what QGIS does not tell of a band."""
WITHOUT_TORCH = {"raster", "degradations", "datasets", "stac", "sentinel2", "tile_export", "graphs"}
WITHOUT_RASTERIO = {"backbones", "objectives", "optim", "diffusion"}
ORDER = [
    {"raster", "degradations", "graphs"},
    {"backbones", "objectives", "optim", "diffusion", "metrics"},
    {"datasets", "package", "stac", "sentinel2"},
    {
        "tile_export", "training", "inference", "evaluation", "reports", "importing", "exporting", "block_processing",
    },
    {"jobs"},
]  # fmt: skip
"""Rooms of sr_core from the bottom up: none imports one of a higher level."""
OLD_NAMES = {
    "descent", "course", "keeping", "finding", "processes", "board", "conclusion", "ways", "chance", "canvas", "sampled",
    "pieces", "ready", "fitting", "halves", "foreign", "opening", "openers", "dividing", "split", "turning", "lattice",
    "cutting", "inputs", "record", "signature", "web", "wishes", "staging", "unfinished", "home", "figures", "leash",
    "waiting", "pace", "outlook", "sentences", "online", "stamp", "chains", "pages",
}  # fmt: skip
"""What modules were called before they had the names of the field."""


@dataclass(frozen=True)
class Module:
    """A Python file, by its path from the root."""

    path: str
    source: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        return list(ast.walk(self.tree))

    @property
    def room(self) -> str:
        """`raster` for `sr_core/raster/raster_reader.py`; empty for a file in no room."""
        parts = Path(self.path).parts
        return parts[1] if parts[0] == "sr_core" and len(parts) > 2 else ""

    @property
    def plugin_half(self) -> bool:
        return self.path in {"__init__.py", "plugin.py"} or self.path.startswith("processing_provider/")

    @cached_property
    def imports(self) -> list[str]:
        """The dotted names of all that is imported, relative ones as from the root."""
        package, names = Path(self.path).parent.parts, []
        for node in self.nodes:
            if isinstance(node, ast.Import):
                names += (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                above = package[: len(package) - node.level + 1] if node.level else ()
                origin = ".".join((*above, *filter(None, [node.module])))
                # `from . import a` imports the module a, `from .a import b` perhaps the module a.b.
                names += (f"{origin}.{alias.name}".lstrip(".") for alias in node.names)
        return names

    def absolute_imports(self) -> Iterator[str]:
        for node in self.nodes:
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level:
                yield node.module or ""


def files() -> list[Path]:
    """Return the Python files of the project, not those that tools and builds put into its folder."""
    rooms = [p for p in ROOT.iterdir() if p.is_dir() and p.name[0] != "." and p.name not in {"build", "dist"}]
    return [*ROOT.glob("*.py"), *(path for room in rooms for path in room.rglob("*.py"))]


@cache
def project() -> dict[str, Module]:
    """Return all Python files by path."""
    paths = {str(path.relative_to(ROOT)): path for path in files()}
    return {name: Module(name, path.read_text(encoding="utf-8")) for name, path in sorted(paths.items())}


def shipped(module: Module) -> bool:
    return module.plugin_half or module.path.startswith("sr_core/")


def file_of(name: str) -> str | None:
    """Return the path of a module or package of the project; None for other names."""
    stem = name.replace(".", "/")
    return next((path for path in (f"{stem}.py", f"{stem}/__init__.py") if path in project()), None)


def imported_files(module: Module) -> Iterator[str]:
    """Yield the paths of the shipped modules that a module imports itself, anywhere in it."""
    for name in module.imports:
        path = file_of(name) or file_of(name.rpartition(".")[0])
        if path and path != module.path and shipped(project()[path]):
            yield path


@cache
def import_graph() -> dict[str, list[str]]:
    return {path: list(imported_files(module)) for path, module in project().items() if shipped(module)}


@cache
def homes_of_classes() -> dict[str, set[str]]:
    """Return the name of each top-level class of the shipped code -> the files that define one."""
    homes: dict[str, set[str]] = {}
    for module in filter(shipped, project().values()):
        for name in classes(module):
            homes.setdefault(name, set()).add(module.path)
    return homes


def classes(module: Module) -> list[str]:
    return [node.name for node in module.tree.body if isinstance(node, ast.ClassDef)]


def reached(module: Module) -> dict[str, str]:
    """Return the top-level names that importing a module brings in, through all of sr_core, and the file that does so."""
    found: dict[str, str] = {}
    waiting, seen = [module], set()
    while waiting:
        current = waiting.pop()
        seen.add(current.path)
        for name in current.imports:
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
        yield from (f"imports {name}" for name in module.imports if name.split(".")[0] in banned)


def plugin_half_knows_stdlib_and_qgis(module: Module) -> Iterator[str]:
    if module.plugin_half:
        known = (sys.stdlib_module_names | {"qgis"}) - {"tomllib"}  # which is younger than Python 3.9
        if Path(module.path).name in DIALOGS:
            known |= {"processing"}
        if Path(module.path).name in GDAL:
            known |= {"osgeo"}
        strange = {name for name in module.absolute_imports() if name.split(".")[0] not in known}
        strange |= {name for name in module.imports if name.split(".")[0] == "sr_core"}
        yield from (f"imports {name}" for name in sorted(strange))


def plugin_half_is_python_3_9(module: Module) -> Iterator[str]:
    if module.plugin_half:
        try:
            ast.parse(module.source, feature_version=(3, 9))
        except SyntaxError as error:
            yield f"line {error.lineno}: {error.msg}"
        annotated = any(getattr(n, "annotation", None) or getattr(n, "returns", None) for n in module.nodes)
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
        near = (
            "sr_core.diffusion", "sr_core.errors", "sr_core.partial_override", "sr_core.parameter_types", "sr_core.schema",
        )  # fmt: skip
        others = (n for n in module.imports if n.startswith("sr_core.") and not n.startswith(near))
        yield from (f"imports {name}" for name in others)


def rooms_import_down_only(module: Module) -> Iterator[str]:
    levels = {room: level for level, rooms in enumerate(ORDER) for room in rooms}
    if module.room and module.room not in levels:
        yield f"is in the room {module.room}, which has no place in the order"
    elif module.path.startswith("sr_core/") and module.path not in {
        "sr_core/__main__.py",
        "sr_core/command_line.py",
    }:
        # A module in no room may be used by any, so it must not import jobs.
        own = levels.get(module.room, len(ORDER) - 2)
        for name in module.imports:
            parts = name.split(".")
            if parts[0] == "sr_core" and len(parts) > 1 and levels.get(parts[1], 0) > own:
                yield f"imports {name}, which is above it"


def no_import_circles(module: Module) -> Iterator[str]:
    """No module imports itself through others, be it within functions or for type checking."""
    if not shipped(module):
        return
    came_from: dict[str, str] = dict.fromkeys(imported_files(module), module.path)
    waiting = list(came_from)
    while waiting:
        current = waiting.pop()
        for path in import_graph()[current]:
            if path == module.path:
                chain = [current]
                while came_from[chain[-1]] != module.path:
                    chain.append(came_from[chain[-1]])
                yield f"imports itself through {' → '.join(reversed(chain))}"
                return
            if path not in came_from:
                came_from[path] = current
                waiting.append(path)


def class_names_are_unique(module: Module) -> Iterator[str]:
    for name in classes(module) if shipped(module) else ():
        others = homes_of_classes().get(name, set()) - {module.path}
        yield from (f"defines {name}, as {other} does" for other in sorted(others))


def private_modules_stay_in_their_package(module: Module) -> Iterator[str]:
    for name in module.imports if shipped(module) else ():
        for end in range(1, name.count(".") + 2):
            part = ".".join(name.split(".")[:end])
            path = file_of(part)
            is_private = part.rpartition(".")[2].startswith("_") and not part.endswith("__")
            if path and is_private and Path(path).parent != Path(module.path).parent:
                yield f"imports {part}, which is private to {Path(path).parent}"


def security_scan(module: Module) -> Iterator[str]:
    """Nothing that the scan of plugins.qgis.org blocks, or that runs code from a file."""
    banned = {"pickle", "cPickle", "dill", "shelve", "marshal", "random", "joblib", "telnetlib", "ftplib"}
    if not shipped(module):
        return
    yield from (f"imports {name}" for name in module.absolute_imports() if name.split(".")[0] in banned)
    for node in module.nodes:
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
            yield f"{part!r} does not say what is in it"
        if shipped(module) and part.strip("_") in OLD_NAMES:
            yield f"{part!r} is not a name of the field"
    if module.path.startswith("tests/") and path.name == "__init__.py":
        yield "tests are no package"


def files_are_short(module: Module) -> Iterator[str]:
    lines = len(module.source.splitlines())
    if lines > MOST_LINES:
        yield f"{lines} lines: it holds two things"


def modules_have_docstrings(module: Module) -> Iterator[str]:
    is_ours = shipped(module) or module.path.startswith("script/")
    if is_ours and not (ast.get_docstring(module.tree) or "").strip():
        yield "has no docstring"


def options_live_where_they_act(module: Module) -> Iterator[str]:
    """Options of networks are named in their room and where published networks are read; others read the schema."""
    if not shipped(module) or module.room in {"backbones", "importing"}:
        return
    named = {node.attr for node in module.nodes if isinstance(node, ast.Attribute)}
    named |= {
        node.value for node in module.nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    for other in project().values():
        if other.room == "backbones" and not Path(other.path).stem.startswith("_"):
            # A single letter names an option of a paper and much else besides.
            options = {name for name in declared(other) if len(name) > 1}
            yield from (f"names {o}, an option of {other.path}" for o in sorted(options & named))


@cache
def declared(module: Module) -> set[str]:
    """Return the names of the annotated options of a module's classes."""
    names = set()
    for owner in (node for node in module.tree.body if isinstance(node, ast.ClassDef)):
        for field in owner.body:
            if isinstance(field, ast.AnnAssign) and ast.unparse(field.annotation).startswith("Annotated["):
                names.add(ast.unparse(field.target))
    return names
