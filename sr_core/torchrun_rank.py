"""Tells which process this one is among those that torchrun started, before torch is imported."""

from __future__ import annotations

import os


def world_size() -> int:
    """Return the number of processes that torchrun has started together; 1 without torchrun."""
    return int(os.environ["WORLD_SIZE"]) if "TORCHELASTIC_RUN_ID" in os.environ else 1


def is_follower() -> bool:
    """Return whether this process leaves files and log to another."""
    return world_size() > 1 and os.environ["RANK"] != "0"
