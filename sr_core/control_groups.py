"""Control groups of Linux, by which containers and clusters limit what a process may use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def control_group_folders(root: Path, controller: str) -> Iterator[tuple[Path, int]]:
    """Yield the folders of this process' control groups and of those above them, each with its version (1 or 2).

    Args:
        root: Folder of the system's files.
        controller: What the groups limit, as version 1 calls it: memory or cpu.
    """
    mount = root / "sys" / "fs" / "cgroup"
    try:
        lines = (root / "proc" / "self" / "cgroup").read_text(encoding="utf-8").splitlines()
    except OSError:  # another system
        return
    for line in lines:
        _, controllers, own = line.split(":", 2)
        if not controllers:
            groups, version = mount, 2
        elif controller in controllers.split(","):
            groups, version = mount / controller, 1
        else:
            continue
        group = groups / own.lstrip("/")
        for each in (group, *group.parents):
            yield each, version
