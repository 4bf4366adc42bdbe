"""Makes the zip that QGIS' plugin manager installs, the same bytes from the same commit every time."""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import translations

ROOT = Path(__file__).resolve().parents[1]
FOLDER = "finer"
"""The one folder in the zip: the plugin's name for Python."""

LIMIT = 25_000_000  # bytes that plugins.qgis.org takes

FILES = ("__init__.py", "plugin.py", "metadata.txt", "icon.svg", "LICENSE")
ROOMS = {
    "processing_provider": {".py", ".svg", ".model3"},
    "sr_core": {".py", ".json", ".txt", ".html", ".md"},  # templates
    "models": {".srpk", ".md", ".json", ".jpg"},
    "docs": {".md", ".html", ".css", ".png", ".svg"},
    "i18n": {".ts"},  # which the engine reads; what QGIS reads is compiled from it
}
"""Folders that are shipped, and the kinds of files in them that are."""

REQUIRED = (
    "name", "qgisMinimumVersion", "description", "about", "version", "author", "email", "repository", "tracker",
    "homepage", "license", "changelog", "icon",
)  # fmt: skip
VERSIONS_TOLD = 3  # of the changelog, in the plugin manager


def list_shipped() -> list[str]:
    """The files of the plugin by their paths from the root: what git knows and users need."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z"]
    known = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603
    return sorted(path for path in known.split("\0") if path and _is_shipped(Path(path)))


def _is_shipped(path: Path) -> bool:
    return str(path) in FILES or path.suffix in ROOMS.get(path.parts[0], ())


def metadata() -> str:
    """metadata.txt with what changed, from CHANGELOG.md."""
    text = (ROOT / "metadata.txt").read_text(encoding="utf-8")
    lines = changelog((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), read(text)["version"])
    # ConfigParser, which QGIS and plugins.qgis.org read it with, takes % for the beginning of a reference.
    return (
        text.rstrip("\n")
        + "\nchangelog="
        + "\n".join(lines).replace("%", "%%").replace("\n", "\n    ")
        + "\n"
    )


def read(text: str) -> dict[str, str]:
    """The keys of a metadata.txt, as QGIS reads it."""
    parser = configparser.ConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(text)
    return dict(parser["general"])


def changelog(text: str, version: str) -> list[str]:
    """The newest versions of a changelog in plain lines, blank ones left out, since they would end the value."""
    sections = re.split(r"^## ", text, flags=re.MULTILINE)[1 : 1 + VERSIONS_TOLD]
    lines = []
    for line in "".join(sections).replace("[Unreleased]", version).splitlines():
        line = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", line)  # a link's text
        line = re.sub(r"(?<!\w)[*_]{1,2}(\S[^*]*?)[*_]{1,2}(?!\w)|`([^`]*)`", lambda m: m[1] or m[2], line)
        if line.strip() and not re.match(r"\[[^]]*\]: ", line):
            lines.append(line.removeprefix("### "))
    return lines


def problems(told: dict[str, str]) -> list[str]:
    """What plugins.qgis.org, or a user's QGIS, would not take in the metadata."""
    wrong = [f"{key} is missing" for key in REQUIRED if not told.get(key, "").strip()]
    if not re.fullmatch(r"\d+\.\d+(\.\d+)?", told.get("version", "")):
        wrong.append("version is not like 1.2.3")
    for key in ("qgisMinimumVersion", "qgisMaximumVersion"):
        if not re.fullmatch(r"\d+\.\d+", told.get(key, "")):
            wrong.append(f"{key} is not like 3.22")
    wrong += [f"{key} is no https address" for key in ("homepage", "tracker", "repository")
              if not told.get(key, "").startswith("https://")]  # fmt: skip
    if told.get("hasProcessingProvider") != "yes":
        wrong.append("hasProcessingProvider is not yes, so that qgis_process would not load it")
    if re.search(r"<\w", told.get("about", "") + told.get("description", "")):
        wrong.append("about or description has HTML")
    return wrong


def pack(target: Path) -> None:
    """Write the zip: sorted, dated by the last commit, with the translations compiled."""
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    when = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603
    date = time.gmtime(int(when))[:6]
    contents = {path: (ROOT / path).read_bytes() for path in list_shipped()}
    contents["metadata.txt"] = metadata().encode()
    with tempfile.TemporaryDirectory() as folder:
        translations.release(Path(folder))
        contents |= {f"i18n/{file.name}": file.read_bytes() for file in Path(folder).iterdir()}

    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, data in sorted(contents.items()):
            entry = zipfile.ZipInfo(f"{FOLDER}/{path}", date)
            entry.compress_type, entry.create_system, entry.external_attr = (
                zipfile.ZIP_DEFLATED,
                3,
                0o100644 << 16,
            )
            archive.writestr(entry, data, compresslevel=9)


def main() -> None:
    """Write the zip, or say what plugins.qgis.org would refuse."""
    told = read(metadata())
    if wrong := problems(told):
        sys.exit("metadata.txt: " + "; ".join(wrong))
    target = Path(sys.argv[1]) if sys.argv[1:] else ROOT / "build" / f"{FOLDER}-{told['version']}.zip"
    pack(target)
    size = target.stat().st_size
    if size > LIMIT:
        sys.exit(f"{target} has {size / 1e6:.1f} MB, and plugins.qgis.org takes {LIMIT / 1e6:.0f}")
    print(f"{target} ({size / 1e6:.1f} MB)")


if __name__ == "__main__":
    main()
