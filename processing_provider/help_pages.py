"""The pages of docs/ behind the Help buttons, which are in the plugin's folder and so open offline."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QTextDocument

DOCS = Path(__file__).resolve().parent.parent / "docs"
ONLINE = "https://github.com/finer-sr/finer"
PAGES = {
    "export_tiles": "training-data",
    "find_scene": "training-data",
    "pansharpen": "training-data",
    "train_model": "training",
    "import_model": "import",
    "evaluate_model": "report",
    "inspect_model": "report",
    "sharpen_sentinel2": "sentinel-2",
    "train_from_one_image": "workflows",
    "super_resolve_and_evaluate": "workflows",
}
"""Algorithm -> its page; others have the default page."""
DEFAULT_PAGE = "quick-start"
STYLE = (
    "body{max-width:52em;margin:2em auto;padding:0 1em;font-family:sans-serif;line-height:1.5}"
    "img{max-width:100%}td,th{padding:.2em .6em}pre{background:#f4f4f4;padding:.6em;overflow:auto}"
)


def page_name(algorithm):
    """Return the name of the page of docs/ about an algorithm."""
    page = PAGES.get(algorithm, DEFAULT_PAGE)
    return page if (DOCS / f"{page}.md").is_file() else DEFAULT_PAGE


def page_url(page, folder):
    """Return the address of a page as HTML, which is written into `folder`; online if it is not in the plugin's folder.

    A browser shows Markdown as plain text, or asks what to open it with.
    """
    if not (DOCS / f"{page}.md").is_file() or QgsApplication.platform() == "qgis_process":
        return f"{ONLINE}/blob/main/docs/{page}.md"
    target = Path(folder) / "finer-help"
    try:
        target.mkdir(exist_ok=True)
        for source in DOCS.glob("[!.]*.md"):  # all, since they refer to each other
            page_file = target / f"{source.stem}.html"
            if not page_file.exists() or page_file.stat().st_mtime < source.stat().st_mtime:
                page_file.write_text(
                    to_html(source.read_text(encoding="utf-8"), source.stem), encoding="utf-8"
                )
    except OSError:
        return f"{ONLINE}/blob/main/docs/{page}.md"
    return (target.absolute() / f"{page}.html").as_uri()


def to_html(markdown, title):
    """Return a Markdown page as HTML with pictures from docs/ and links to the other pages beside it."""
    document = QTextDocument()
    document.setMarkdown(markdown)
    body = re.search(r"<body[^>]*>(.*)</body>", document.toHtml(), re.DOTALL).group(1)
    body = re.sub(r' style="([^"]*)"', _plain_style, body)
    body = re.sub(r'(<a href=")([\w-]+)\.md(#[^"]*)?"', r'\1\2.html"', body)
    body = re.sub(r'(<a href=")(?:\.\./)([^"]+)"', rf'\1{ONLINE}/blob/main/\2"', body)
    body = re.sub(
        r'(<img src=")(?![a-z]+:)([^"]+)"', lambda match: f'{match[1]}{DOCS.as_uri()}/{match[2]}"', body
    )
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>Finer: {title}</title>'
        f"<style>{STYLE}</style></head><body>{body}</body></html>"
    )


def _plain_style(match):
    """Keep bold, italic and monospaced of a style that Qt writes: margins and sizes are those of `STYLE`."""
    kept = re.findall(r"font-weight:[6-9]00|font-style:italic|font-family:[^;]*[Mm]ono[^;]*", match.group(1))
    return f' style="{";".join(kept)}"' if kept else ""
