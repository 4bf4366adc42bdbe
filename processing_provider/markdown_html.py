"""Converts Markdown to HTML that a browser shows."""

from __future__ import annotations

import re
from html import unescape

from qgis.PyQt.QtGui import QTextDocument

STYLE = (
    "body{max-width:52em;margin:2em auto;padding:0 1em;font-family:sans-serif;line-height:1.5}"
    "img{max-width:100%}td,th{padding:.2em .6em}pre{background:#f4f4f4;padding:.6em;overflow:auto}"
)


def to_html(markdown, title, folder, online):
    """Return a Markdown page of documentation as HTML, with links to the other pages beside it.

    Args:
        markdown: The page.
        title: Of the page, after the product's name.
        folder: Where its pictures are.
        online: Address of what is outside the folder.
    """
    document = QTextDocument()
    document.setMarkdown(markdown)
    body = re.search(r"<body[^>]*>(.*)</body>", document.toHtml(), re.DOTALL).group(1)
    body = re.sub(r' style="([^"]*)"', _plain_style, body)
    body = re.sub(r"<(h[1-6])([^>]*)>(.*?)</h", _with_anchor, body, flags=re.DOTALL)
    body = re.sub(r'(<a href=")([\w-]+)\.md(#[^"]*)?"', r'\1\2.html\3"', body)
    body = re.sub(r'(<a href=")(?:\.\./)([^"]+)"', rf'\1{online}/\2"', body)
    body = re.sub(
        r'(<img src=")(?![a-z]+:)([^"]+)"', lambda match: f'{match[1]}{folder.as_uri()}/{match[2]}"', body
    )
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>Finer: {title}</title>'
        f"<style>{STYLE}</style></head><body>{body}</body></html>"
    )


def anchor(heading):
    """Return the anchor of a heading, as GitHub and other viewers of Markdown name it."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def _with_anchor(match):
    """Return the beginning of a heading of HTML with an id."""
    kind, attributes, content = match.groups()
    text = unescape(re.sub(r"<[^>]*>", "", content))
    return f'<{kind} id="{anchor(text)}"{attributes}>{content}</h'


def _plain_style(match):
    """Keep bold, italic and monospaced of a style that Qt writes: margins and sizes are those of `STYLE`."""
    kept = re.findall(r"font-weight:[6-9]00|font-style:italic|font-family:[^;]*[Mm]ono[^;]*", match.group(1))
    return f' style="{";".join(kept)}"' if kept else ""
