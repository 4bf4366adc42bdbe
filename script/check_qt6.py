"""Checks that every name that QGIS' half of the plugin takes from Qt is in PyQt6: no Debian has a QGIS on Qt 6.

Run by a Python with PyQt6. PyQt6 has enums in their scope only (`Qt.ConnectionType.DirectConnection`): one that is used
without it is reported.
"""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MOVED = {"QAction", "QActionGroup", "QShortcut", "QUndoCommand", "QUndoStack", "QUndoGroup"}
"""Names that Qt 6 has in QtGui and qgis.PyQt also offers in QtWidgets."""


def dotted_names(tree: ast.AST) -> Iterator[tuple[int, list[str]]]:
    """Yield line and parts of each dotted name, such as `QLocale.Language.C`, in its longest form."""
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute) and id(node) not in inner:
            parts, at = [], node
            while isinstance(at, ast.Attribute):
                parts.append(at.attr)
                at = at.value
            if isinstance(at, ast.Name):
                yield node.lineno, [at.id, *reversed(parts)]


def qt_module(name: str, what: str) -> object:
    """Return the PyQt6 module behind `from qgis.PyQt.QtGui import QIcon`."""
    moved = name == "QtWidgets" and what in MOVED
    return importlib.import_module(f"PyQt6.{'QtGui' if moved else name}")


def missing_names(source: str) -> Iterator[str]:
    """Yield what a module takes from Qt that PyQt6 does not have, with its line."""
    tree, taken = ast.parse(source), {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt"):
            where = node.module.removeprefix("qgis.PyQt").lstrip(".")
            for alias in node.names:
                try:
                    found = (
                        qt_module(where, alias.name)
                        if where
                        else importlib.import_module(f"PyQt6.{alias.name}")
                    )
                    taken[alias.asname or alias.name] = getattr(found, alias.name) if where else found
                except (ImportError, AttributeError):
                    yield f"line {node.lineno}: PyQt6 has no {where}.{alias.name}"
        elif isinstance(node, ast.Attribute) and node.attr in ("exec_", "print_"):
            yield f"line {node.lineno}: PyQt6 has no {node.attr}"
    for line, (first, *rest) in dotted_names(tree):
        at = taken.get(first)
        for part in rest if first in taken else ():
            if not isinstance(at, type) and not hasattr(at, "__path__") and not hasattr(at, "__spec__"):
                break  # a value, of which only a run could tell
            if not hasattr(at, part):
                yield f"line {line}: PyQt6 has no {'.'.join([first, *rest])}"
                break
            at = getattr(at, part)


def count_enums(source: str) -> int:
    """Return how many names of enums a module takes from Qt: three parts or more, the second in capitals."""
    imported = {
        alias.asname or alias.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt")
        for alias in node.names
    }
    named = (parts for _, parts in dotted_names(ast.parse(source)) if parts[0] in imported and len(parts) > 2)
    return sum(parts[1][0].isupper() for parts in named)


def main() -> int:
    """Print what is missing; return whether anything is."""
    from PyQt6.QtCore import PYQT_VERSION_STR, QT_VERSION_STR

    files = [ROOT / "__init__.py", ROOT / "plugin.py", *sorted((ROOT / "processing_provider").rglob("*.py"))]
    sources = {path: path.read_text(encoding="utf-8") for path in files}
    found = [
        f"{path.relative_to(ROOT)}: {what}"
        for path, source in sources.items()
        for what in missing_names(source)
    ]
    count = sum(map(count_enums, sources.values()))
    verdict = f"**{len(found)} names are missing:** {'; '.join(found)}" if found else "every name is there"
    print(
        f"Qt 6 (PyQt {PYQT_VERSION_STR}, Qt {QT_VERSION_STR}, without QGIS): {len(files)} modules, {count} uses of "
        f"enums; {verdict}."
    )
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
