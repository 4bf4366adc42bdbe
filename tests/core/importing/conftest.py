"""Imports are tested without measuring how far pixels matter, which takes longest and has tests of its own."""

from __future__ import annotations

import pytest

from sr_core.jobs import import_model


@pytest.fixture(autouse=True)
def unmeasured(monkeypatch):
    """Let a package come as it is read; `tests/core/inference/test_effective_halo.py` measures some."""

    def leave(package):
        yield from ()
        return package

    monkeypatch.setattr(import_model, "measure_where_quick", leave)
