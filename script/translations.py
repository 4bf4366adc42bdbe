"""Updates i18n/finer_*.ts, in Qt Linguist's format, to the texts in the source; takes and compiles translations."""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from xml.sax.saxutils import escape

import strings

I18N = strings.ROOT / "i18n"
LANGUAGES = {"de": "German", "fr": "French", "es": "Spanish"}
CONTEXT = "finer"
"""The context that processing_provider/translation.py asks in."""

LRELEASE = (
    "lrelease",
    "/usr/lib/qt6/bin/lrelease",
    "/usr/lib/qt5/bin/lrelease",
    "lrelease-qt5",
    "lrelease-qt6",
)


def path_of(language: str) -> Path:
    """Return the .ts file of a language."""
    return I18N / f"{CONTEXT}_{language}.ts"


def read(path: Path) -> dict[str, str]:
    """Return source text -> translation of a .ts file; the translation is empty where there is none yet."""
    if not path.exists():
        return {}
    found = {}
    for message in ElementTree.parse(path).getroot().iter("message"):  # noqa: S314  # a file of this repository
        translation = message.find("translation")
        done = translation is not None and translation.get("type") is None
        found[message.findtext("source", "")] = (translation.text or "") if done else ""
    return found


def format_ts(language: str, translations: dict[str, str]) -> str:
    """Return the content of a .ts file; texts without a translation are marked unfinished, and Qt shows them in English."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for source, translation in translations.items():
        kind = "" if translation else ' type="unfinished"'
        lines += [
            "    <message>",
            f"        <source>{escape(source)}</source>",
            f"        <translation{kind}>{escape(translation)}</translation>",
            "    </message>",
        ]
    return "\n".join([*lines, "</context>", "</TS>", ""])


def find_problem(source: str, translation: str) -> str:
    """Return what is wrong with a translation; empty if it fits."""
    if strings.fields(source) != strings.fields(translation):
        return f"has {strings.fields(translation)} where the source has {strings.fields(source)}"
    if source.count("\n\n") != translation.count("\n\n"):
        return "has another number of paragraphs than the source"
    if translation != translation.strip() and source == source.strip():
        return "begins or ends with a space"
    return ""


def update() -> None:
    """Update every language: add new texts, drop those that are gone, keep the rest."""
    I18N.mkdir(exist_ok=True)
    for language in LANGUAGES:
        known = read(path_of(language))
        now = {source: known.get(source, "") for source in strings.list_texts()}
        path_of(language).write_text(format_ts(language, now), encoding="utf-8")
        new, gone = len(now.keys() - known.keys()), len(known.keys() - now.keys())
        left = sum(not translation for translation in now.values())
        print(f"{path_of(language).name}: {len(now)} texts, {left} to translate ({new} new, {gone} gone)")


def missing(language: str) -> dict[str, str]:
    """Return the texts that are not translated yet, each with an empty translation."""
    return {source: "" for source, translation in read(path_of(language)).items() if not translation}


def take(language: str, given: dict[str, str]) -> int:
    """Put translations into a .ts file; print those that do not fit, and return their number."""
    known, refused = read(path_of(language)), 0
    for source, translation in given.items():
        if not translation:
            continue
        problem = "is no text of Finer" if source not in known else find_problem(source, translation)
        if problem:
            refused += 1
            print(f"not taken, since it {problem}: {source[:100]!r}", file=sys.stderr)
        else:
            known[source] = translation
    path_of(language).write_text(format_ts(language, known), encoding="utf-8")
    left = sum(not translation for translation in known.values())
    print(f"{path_of(language).name}: {left} to translate")
    return refused


def lrelease() -> str | None:
    """Return the path of Qt's compiler of translations; None if it is not installed."""
    return next((found for found in map(shutil.which, LRELEASE) if found), None)


def release(folder: Path) -> None:
    """Compile every .ts file into a .qm file in `folder`, the format that Qt reads."""
    program = lrelease()
    if program is None:
        sys.exit("lrelease is not there: install qttools5-dev-tools (or qt6-l10n-tools)")
    folder.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        target = folder / f"{CONTEXT}_{language}.qm"
        command = [program, "-silent", "-compress", path_of(language), "-qm", target]
        subprocess.run(command, check=True)  # noqa: S603  # Qt's own tool on files of this repository


def main() -> None:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(prog="script/translate", description=__doc__)
    parser.add_argument(
        "--missing", metavar="LANGUAGE", choices=LANGUAGES, help="print what is to be translated, as JSON"
    )
    parser.add_argument(
        "--take", nargs=2, metavar=("LANGUAGE", "FILE"), help="take translations from such a JSON file"
    )
    parser.add_argument("--release", metavar="FOLDER", type=Path, help="make the .qm files there")
    asked = parser.parse_args()
    if asked.missing:
        json.dump(missing(asked.missing), sys.stdout, indent=1, ensure_ascii=False)
        print()
    elif asked.take:
        language, file = asked.take
        sys.exit(take(language, json.loads(Path(file).read_text(encoding="utf-8"))) > 0)
    elif asked.release:
        release(asked.release)
    else:
        update()


if __name__ == "__main__":
    main()
