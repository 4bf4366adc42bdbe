"""The page of documentation behind an error, which every error shown to a user ends with."""

from __future__ import annotations

from functools import cache
from html import escape

from qgis.core import QgsProcessingUtils
from qgis.PyQt.QtCore import QObject, QUrl, pyqtSlot
from qgis.PyQt.QtGui import QDesktopServices

from .help_page_addresses import DOCS, page_url
from .markdown_html import anchor
from .translation import tr, tr_error

ENTRIES = "troubleshooting"
"""The page whose entries quote errors."""
SCHEME = "finer-docs"
"""Of links to pages: QGIS shows a file that is linked to in its log in the file manager."""


def find_page(error):
    """Return the page about a `FinerError`, with an anchor: the entry that quotes its sentence, else the page of its kind."""
    return quoted_sentences().get(error.text, error.page)


@cache
def quoted_sentences():
    """Return the templates of errors that the entries of the page quote -> page and anchor of the entry."""
    try:
        lines = (DOCS / f"{ENTRIES}.md").read_text(encoding="utf-8").splitlines()
    except OSError:  # it has not come along; kinds have their pages online
        return {}
    found, entry = {}, ENTRIES
    for line in lines:
        if line.startswith("#"):
            entry = f"{ENTRIES}#{anchor(line.lstrip('#'))}"
        elif line.startswith("**") and line.endswith("**"):
            found[line.strip("*")] = entry
    return found


def link(page):
    """Return a link to a page, as rich text for QGIS' window, where the plugin's menu opens it."""
    return f'<a href="{SCHEME}:{page}">{escape(tr("What to do"))}</a>'


def sentence_with_link(error):
    """Return the sentence of a `FinerError` with its link, as rich text."""
    return with_link(tr_error(error), find_page(error))


def with_link(sentence, page):
    """Return a sentence with the link to a page, as rich text."""
    # A message box takes for plain text what has an end of line before its first tag.
    lines = escape(sentence, quote=False).replace("\n", "<br>")
    return f"{lines}<br>{link(page)}"


def with_address(error):
    """Return the sentence of a `FinerError` with the address of its page in a second line, as plain text."""
    return _with_address(tr_error(error), find_page(error))


def collect_pages(feedback):
    """Have the errors of a run leave their pages in `feedback.error_pages`, for a window that shows the link itself."""
    feedback.error_pages = []


def share_pages(feedback, outer):
    """Have the errors of a part of a run leave their pages where those of the whole run do."""
    if hasattr(outer, "error_pages"):
        feedback.error_pages = outer.error_pages


def report(sentence, page, feedback):
    """Return an error's text for a run's log: with the page's address, unless a window shows the link."""
    if hasattr(feedback, "error_pages"):
        feedback.error_pages.append(page)
        return sentence
    return _with_address(sentence, page)


class LinkOpener(QObject):
    """Opens the pages of links, wherever in QGIS they are pressed, until `stop` is called."""

    def __init__(self, parent=None):
        super().__init__(parent)
        QDesktopServices.setUrlHandler(SCHEME, self, "open_link")

    @pyqtSlot(QUrl)
    def open_link(self, url):
        """Open the page of a link."""
        page = url.path() + (f"#{url.fragment()}" if url.hasFragment() else "")
        QDesktopServices.openUrl(QUrl(page_url(page, QgsProcessingUtils.tempFolder())))

    @staticmethod
    def stop():
        """Open links no more."""
        QDesktopServices.unsetUrlHandler(SCHEME)


def _with_address(sentence, page):
    address = page_url(page, QgsProcessingUtils.tempFolder())
    return f"{sentence}\n{tr('What to do: {address}', address=address)}"
