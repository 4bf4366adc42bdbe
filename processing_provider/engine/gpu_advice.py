"""Advice to a user whose graphics card is not used."""

from __future__ import annotations

from . import packages
from .event_constructors import warning


def advise_on_unused_gpu(facts):
    """Yield warning events that say how to use the graphics card; none where it is used or there is none.

    Args:
        facts: of the engine: `device`, `torch`, and `cuda` (the CUDA version of a torch that has one).
    """
    if facts.get("device") != "cpu" or not packages.graphics_cards():
        return
    if not facts.get("torch"):
        yield warning(
            "There is a graphics card, which the light SR engine uses with DEVICE set to vulkan; PyTorch uses it too: run "
            '"Set up SR engine" with PARTS set to complete.'
        )
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
