"""QGIS' half of the plugin takes nothing from Qt that Qt 6 does not have."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "script"))
pytest.importorskip("PyQt6.QtGui")

import check_qt6  # noqa: E402

FILES = [ROOT / "plugin.py", *sorted((ROOT / "processing_provider").rglob("*.py"))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_name_is_in_pyqt6(path):
    assert list(check_qt6.missing_names(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("source", "missing"),
    [
        (
            "from qgis.PyQt.QtCore import Qt\nx = Qt.DirectConnection",
            "line 2: PyQt6 has no Qt.DirectConnection",
        ),
        (
            "from qgis.PyQt.QtGui import QImage as I\nx = I.Format_RGB32",
            "line 2: PyQt6 has no I.Format_RGB32",
        ),
        ("from qgis.PyQt.QtWidgets import QDesktopWidget", "line 1: PyQt6 has no QtWidgets.QDesktopWidget"),
        ("dialog.exec_()", "line 1: PyQt6 has no exec_"),
    ],
)
def test_what_qt_6_does_not_have_is_noticed(source, missing):
    assert list(check_qt6.missing_names(source)) == [missing]


def test_what_qt_6_has_is_not_complained_of():
    scoped = "from qgis.PyQt.QtCore import Qt\nx = Qt.ConnectionType.DirectConnection\ny = Qt.ItemDataRole.UserRole + 1"
    moved = "from qgis.PyQt.QtWidgets import QAction, QWidget\nQAction.trigger"
    assert [*check_qt6.missing_names(scoped), *check_qt6.missing_names(moved)] == []
    assert check_qt6.count_enums(scoped) == 2
