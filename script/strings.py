"""Reads from the source every text that a user may be shown: what the translations have to know.

Texts are found where they are said: as the argument of `tr`, `say`, `Log`, `Advice` and `Progress`, and of the errors meant for
users, in the templates of pages, in the schema, and in the catalogue. An argument may be a literal, a choice between literals, or a name (or an
entry of a dictionary) whose literals stand in the project; in templates it is a literal.
"""

from __future__ import annotations

import ast
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]

SAY = {"tr": 0, "say": 0, "help_lines": 0, "paragraphs": 0, "Log": 0, "Advice": 1, "Progress": 1, "Metric": 0}
"""What shows a text, and which of its arguments that is. Errors, below, take it first."""

SAY_IN_QGIS = {"progress": 1, "log": 0, "warning": 0, "InstallStep": 0}
"""The events of a set-up; elsewhere these are names of other things."""

ERRORS = {"SrError", "FinerError", "OptionError"}
"""Errors meant for users; so are their children."""

LITERAL = r'"(?:[^"\\\n]|\\.)*"'
SAY_IN_TEMPLATE = re.compile(rf"\bsay\s*\(\s*((?:{LITERAL}\s*)+)?([,)])?", re.DOTALL)
"""A call in a template: its text, in one literal or several, and what ends it. Either is missing where it is no literal."""

FIELD = r"\{[^{}]*\}"
"""A value's place in a template."""


class Glued(Exception):
    """A text is put together before it is shown, so that no translation can know it."""


class Place(NamedTuple):
    """Where a name gets its value: an expression, or the element `index` of what it unpacks or goes through."""

    value: ast.expr
    index: int | None = None
    each: bool = False


class Module:
    """A file, and what its names stand for."""

    def __init__(self, path: Path, project: Project) -> None:
        self.path, self.project = path, project
        self.tree = ast.parse(path.read_text(encoding="utf-8"))

    @cached_property
    def names(self) -> dict[str, list[Place]]:
        """Return every value that a name is given anywhere in the file."""
        found: dict[str, list[Place]] = defaultdict(list)
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    _bind(target, node.value, found)
            elif isinstance(node, ast.AnnAssign) and node.value:
                _bind(node.target, node.value, found)
            elif isinstance(node, ast.For | ast.comprehension):
                _bind(node.target, node.iter, found, each=True)
        return found

    @cached_property
    def imported(self) -> dict[str, tuple[str, str]]:
        """Return the module (by the end of its path), and the name in it, that each name was imported from."""
        origins = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    origins[alias.asname or alias.name] = ((node.module or "").rpartition(".")[2], alias.name)
        return origins

    def texts(self) -> Iterator[str]:
        """Yield all that this file says.

        Raises:
            Glued: it puts a text together.
        """
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
                at = self.project.says(name, self.path)
                if at is not None and at < len(node.args):
                    try:
                        yield from self.strings(node.args[at])
                    except Glued as error:
                        raise Glued(f"{self.path.relative_to(ROOT)}:{node.lineno}: {error}") from None

    def strings(self, node: ast.expr) -> Iterator[str]:
        """Yield the literals that an expression may stand for; none of what comes from elsewhere."""
        match node:
            case ast.Constant(value=str(text)):
                yield text
            case ast.JoinedStr():
                raise Glued(
                    "a text that is translated cannot be an f-string: use {names} and hand the values on"
                )
            case ast.BinOp():
                raise Glued("a text that is translated cannot be glued together")
            case ast.IfExp():
                yield from self.strings(node.body)
                yield from self.strings(node.orelse)
            case ast.BoolOp():
                for value in node.values:
                    yield from self.strings(value)
            case ast.Name():
                for value, module in self.values(node):
                    yield from module.strings(value)
            case ast.Attribute(value=ast.Name(id=owner), attr=attr) if owner in self.imported:
                for module in self.project.modules_called(self.imported[owner][1]):
                    yield from module.strings(ast.Name(attr))
            case ast.Subscript():
                for value, module in self.parts(node.value):
                    yield from module.strings(value)

    def values(self, name: ast.Name) -> Iterator[tuple[ast.expr, Module]]:
        """Yield what a name stands for, here or where it was imported from."""
        if name.id in self.imported:
            origin, there = self.imported[name.id]
            for module in self.project.modules_called(origin):
                if there in module.names:
                    yield from module.values(ast.Name(there))
            return
        for place in self.names.get(name.id, ()):
            if place.index is None and not place.each:
                yield place.value, self
                continue
            wholes = self.parts(place.value) if place.each else self.same(place.value)
            for whole, module in wholes:
                if place.index is None:
                    yield whole, module
                elif isinstance(whole, ast.Tuple) and place.index < len(whole.elts):
                    yield whole.elts[place.index], module

    def same(self, node: ast.expr) -> Iterator[tuple[ast.expr, Module]]:
        """Yield an expression itself, or the entries that it may pick."""
        yield from self.parts(node.value) if isinstance(node, ast.Subscript) else [(node, self)]

    def parts(self, node: ast.expr) -> Iterator[tuple[ast.expr, Module]]:
        """Yield the entries of a literal list, tuple, set or dictionary, or of one that a name stands for."""
        match node:
            case ast.Dict():
                yield from ((value, self) for value in node.values)
            case ast.Tuple() | ast.List() | ast.Set():
                yield from ((value, self) for value in node.elts)
            case ast.Name():
                for value, module in self.values(node):
                    if not isinstance(value, ast.Name):
                        yield from module.parts(value)
            case ast.Call(func=ast.Attribute(value=owner, attr="items" | "values")):
                yield from self.parts(owner)


class Template:
    """A jinja2 template."""

    def __init__(self, path: Path) -> None:
        self.path, self.text = path, path.read_text(encoding="utf-8")

    def texts(self) -> Iterator[str]:
        """Yield all that this file says.

        Raises:
            Glued: it says something else than a literal.
        """
        without_comments = re.sub(
            r"\{#.*?#\}", lambda found: "\n" * found[0].count("\n"), self.text, flags=re.DOTALL
        )
        for call in SAY_IN_TEMPLATE.finditer(without_comments):
            if not all(call.groups()):
                line = without_comments.count("\n", 0, call.start()) + 1
                raise Glued(
                    f"{self.path.relative_to(ROOT)}:{line}: a template says literals in double quotes only"
                )
            yield ast.literal_eval(f"({call[1]})")


class Project:
    """All files whose texts may be shown."""

    def __init__(self) -> None:
        halves = [ROOT / "plugin.py", *(ROOT / "processing_provider").rglob("*.py")]
        paths = sorted(halves) + sorted((ROOT / "sr_core").rglob("*.py"))
        self.modules = [Module(path, self) for path in paths]
        folders = sorted((ROOT / "sr_core").rglob("templates"))
        self.templates = [Template(path) for folder in folders for path in sorted(folder.iterdir())]

    @cached_property
    def errors(self) -> set[str]:
        """Return the names of the errors meant for users."""
        parents = {
            node.name: {getattr(parent, "id", "") for parent in node.bases}
            for module in self.modules
            for node in ast.walk(module.tree)
            if isinstance(node, ast.ClassDef)
        }
        known = set(ERRORS)
        while found := {name for name, above in parents.items() if above & known} - known:
            known |= found
        return known

    def says(self, name: str, path: Path) -> int | None:
        """Return which argument of a call of this name is a text that is shown; None if it shows nothing."""
        if name in self.errors:
            return 0
        in_qgis = ROOT / "sr_core" not in path.parents
        return SAY.get(name, SAY_IN_QGIS.get(name) if in_qgis else None)

    def texts_of_classes(self) -> Iterator[str]:
        """Yield the names of families of choices, and of layouts of other programs' files, which are their docstrings."""
        for node in (node for module in self.modules for node in ast.walk(module.tree)):
            if isinstance(node, ast.ClassDef):
                parents = {getattr(parent, "id", "") for parent in node.bases}
                if "Choice" in parents:
                    yield re.sub(r"(?<=[a-z])(?=[A-Z])", " ", node.name).lower()  # as Choice.unknown does
                elif parents & {"PairLayout", "WeightLayout"}:
                    yield (ast.get_docstring(node) or "").partition("\n")[0].rstrip(".")

    def modules_called(self, name: str) -> Iterator[Module]:
        return (
            m for m in self.modules if name in (m.path.stem, m.path.parent.name * (m.path.stem == "__init__"))
        )


def _bind(
    target: ast.expr,
    value: ast.expr,
    found: dict[str, list[Place]],
    each: bool = False,
    index: int | None = None,
) -> None:
    if isinstance(target, ast.Name):
        found[target.id].append(Place(value, index, each))
    elif isinstance(target, ast.Tuple) and index is None:
        exact = isinstance(value, ast.Tuple) and not each and len(value.elts) == len(target.elts)
        for i, part in enumerate(target.elts):
            if exact:
                _bind(part, value.elts[i], found)
            else:
                _bind(part, value, found, each, i)


def of_schema(schema: dict[str, Any]) -> Iterator[str]:
    """Yield what the dialogs show of the published jobs and of everything that can be chosen in them."""
    for job in schema["jobs"].values():
        yield from _of_member(job)
        yield from job["tags"]
        for question in job["questions"]:
            yield from (question["title"], *(answer["title"] for answer in question["answers"]))
        for spec in job["result"].values():
            yield from (spec["title"], spec["description"])


def of_catalogue(catalogue: dict[str, Any]) -> Iterator[str]:
    """Yield what the plugin's own catalogue says of its models; their names are the same in every language."""
    for model in catalogue["models"]:
        yield from (model[word] for word in ("purpose", "note") if word in model)


def _of_member(member: dict[str, Any]) -> Iterator[str]:
    yield from (member[word] for word in ("title", "description") if word in member)
    for spec in member.get("properties", {}).values():
        yield from (spec[word] for word in ("title", "description", "blank") if word in spec)
        for chosen in spec.get("oneOf", ()):
            yield from _of_member(chosen)


def list_texts() -> list[str]:
    """Return every text that may be shown, in the order of the source; each once."""
    schema, catalogue = (
        json.loads((ROOT / place).read_text(encoding="utf-8"))
        for place in ("sr_core/schema.json", "models/catalogue.json")
    )
    project = Project()
    texts = [text for source in (*project.modules, *project.templates) for text in source.texts()]
    each_once = dict.fromkeys(
        [*texts, *project.texts_of_classes(), *of_schema(schema), *of_catalogue(catalogue)]
    )
    return list(filter(has_words, each_once))


def has_words(text: str) -> bool:
    """Return whether a text has words, or a number, of its own; "{reason}: {path}" is the same in every language."""
    return re.search(r"[^\W\d_]|\d[.,]\d", re.sub(FIELD, "", text)) is not None


def fields(text: str) -> list[str]:
    """Return the `{names}` of a template with their formats, sorted: a translation must have the same."""
    return sorted(re.findall(FIELD, text))
