"""Tells what operating systems and file servers leave in folders and archives from what people keep there."""

from __future__ import annotations

from pathlib import Path, PurePath

SYSTEM_NAMES = frozenset(
    (
        "thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r",
        "__macosx", "@eadir", "#recycle", "$recycle.bin", "system volume information", "lost+found",
    )
)  # fmt: skip
"""Files and folders of Windows, macOS and network disks, in lower case; most others begin with a dot."""

APPLE_DOUBLE = (b"\x00\x05\x16\x07", b"\x00\x05\x16\x00")
"""First bytes of the files ._NAME in which macOS keeps attributes of NAME that a disk or an archive cannot store."""


def is_system_file(name: str) -> bool:
    """Whether a file or folder of this name is hidden or the system's own, and none of the user's data."""
    return name.startswith(".") or name.casefold() in SYSTEM_NAMES


def is_within_system_folder(path: PurePath) -> bool:
    """Whether a relative path, as members of archives have it, is that of such a file, or leads through such a folder."""
    return any(is_system_file(part) for part in path.parts)


def companion_of(path: str | Path) -> Path | None:
    """Return the file to which a ._NAME file of macOS belongs; None if `path` is no such file."""
    path = Path(path)
    if not path.name.startswith("._"):
        return None
    try:
        with path.open("rb") as file:
            head = file.read(4)
    except OSError:
        return None
    return path.with_name(path.name[2:]) if head in APPLE_DOUBLE else None
