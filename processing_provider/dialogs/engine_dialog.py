"""The dialog of an algorithm about the engine itself."""

from __future__ import annotations

from .tool_dialog import ToolDialog


class EngineDialog(ToolDialog):
    """The dialog of an algorithm about the engine, which needs no warning that there is none yet."""

    def __init__(self, alg, in_place=False, parent=None):
        super().__init__(alg, in_place, parent)
        self.messageBar().clearWidgets()
