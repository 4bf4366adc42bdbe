"""The pages of docs/ behind the Help buttons, which are in the plugin's folder and so open offline."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication

from .markdown_html import to_html

DOCS = Path(__file__).resolve().parent.parent / "docs"
ONLINE = "https://github.com/finer-sr/finer"
PAGES = {
    "export_tiles": "training-data",
    "find_scene": "training-data",
    "pansharpen": "training-data",
    "sharpen_bands": "training-data",
    "train_model": "training",
    "get_model": "catalogue",
    "import_model": "import",
    "export_model": "export",
    "evaluate_model": "report",
    "inspect_model": "report",
    "sharpen_sentinel2": "sentinel-2",
    "train_from_one_image": "workflows",
    "super_resolve_and_evaluate": "workflows",
    "super_resolve_rasters": "workflows",
}
"""Algorithm -> its page; others have the default page."""
DEFAULT_PAGE = "quick-start"


def page_name(algorithm):
    """Return the name of the page of docs/ about an algorithm."""
    page = PAGES.get(algorithm, DEFAULT_PAGE)
    return page if (DOCS / f"{page}.md").is_file() else DEFAULT_PAGE


def page_url(page, folder):
    """Return the address of a page as HTML, which is written into `folder`; online if it is not in the plugin's folder.

    A browser shows Markdown as plain text, or asks what to open it with. The page may be followed by # and an anchor.
    """
    name, sign, anchor = page.partition("#")
    online = f"{ONLINE}/blob/main/docs/{name}.md{sign}{anchor}"
    if not (DOCS / f"{name}.md").is_file() or QgsApplication.platform() == "qgis_process":
        return online
    target = Path(folder) / "finer-help"
    try:
        target.mkdir(exist_ok=True)
        for source in DOCS.glob("[!.]*.md"):  # all, since they refer to each other
            page_file = target / f"{source.stem}.html"
            if not page_file.exists() or page_file.stat().st_mtime < source.stat().st_mtime:
                html = to_html(source.read_text(encoding="utf-8"), source.stem, DOCS, f"{ONLINE}/blob/main")
                page_file.write_text(html, encoding="utf-8")
    except OSError:
        return online
    return (target.absolute() / f"{name}.html").as_uri() + sign + anchor
