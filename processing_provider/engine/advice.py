"""What a user can do when the CPU computes though there is a graphics card."""

from __future__ import annotations

from . import packages
from .events import warning


def on_idle_card(facts):
    """Yield what to do, as events; nothing where a graphics card computes or there is none.

    Args:
        facts: of the engine: `device`, `torch`, and `cuda`, which is the CUDA version of a torch that has one.
    """
    if facts.get("device") != "cpu" or not packages.graphics_cards():
        return
    if facts.get("cuda"):
        yield warning(
            "There is a graphics card, but torch {torch} cannot use it: update the NVIDIA driver.",
            torch=facts["torch"],
        )
    else:
        yield warning(
            'There is a graphics card, but torch {torch} is a CPU build: run "Set up SR engine" with REQUIREMENTS set '
            "to cuda.",
            torch=facts["torch"],
        )
