"""The frame of the pages that Finer writes: one HTML file that refers to nothing outside itself, its tables and pictures.

Functions return markup. Whatever they are given as text is escaped; what they are given as `Markup` is taken as it is.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from string import Template
from typing import TYPE_CHECKING, NewType

from ..i18n import language

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Markup = NewType("Markup", str)

INK, FAINT, RULE = "#222222", "#5f6368", "#dddddd"
"""Colours of text, of notes, and of lines between them; plots use them too."""

FRAME = Template(
    """<!doctype html>
<html lang="$language">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>$title</title>
<style>
  :root { color-scheme: light }
  body { font: 16px/1.5 system-ui, sans-serif; color: $ink; background: #fff; max-width: 66rem; margin: 2rem auto;
    padding: 0 1rem }
  h1 { font-size: 1.5rem; line-height: 1.25 } h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem }
  h3 { font-size: 1rem; margin: 1.2rem 0 .4rem }
  table { border-collapse: collapse } th, td { padding: .3rem .9rem .3rem 0; border-bottom: 1px solid $rule;
    text-align: left; vertical-align: top; overflow-wrap: anywhere }
  th { font-weight: 600; white-space: nowrap } .n { text-align: right; font-variant-numeric: tabular-nums }
  .wide { overflow-x: auto } .note, figcaption { color: $faint; font-size: .85rem }
  small { color: $faint; font-size: .78rem; white-space: nowrap }
  figure { margin: 0; min-width: 0 } img { display: block; width: 100% } .pixels img { image-rendering: pixelated }
  .strip { display: grid; grid-template-columns: repeat(var(--columns), minmax(0, 1fr)); gap: .5rem;
    margin-bottom: 1.2rem; align-items: start }
  .key { display: inline-block; width: .8em; height: .8em; margin: 0 .3em 0 .8em }
  @media (max-width: 40rem) { .strip { --columns: 2 !important } }
  @media print { body { max-width: none; margin: 0 } .strip, .chart, tr { break-inside: avoid }
    h2, h3 { break-after: avoid } .key, img { print-color-adjust: exact } }
  .chart { margin: .4rem 0 1rem; overflow-x: auto } .chart img { min-width: 34rem }
</style>
<h1>$title</h1>
$content
</html>
"""
)


def page(title: str, *parts: Markup) -> str:
    """A whole page."""
    said = {"language": escape(language()), "title": escape(title), "content": "\n".join(parts)}
    return FRAME.substitute(said, ink=INK, faint=FAINT, rule=RULE)


def section(heading: str, *parts: Markup) -> Markup:
    """A part of the page under a heading of its own; nothing where there are no parts."""
    return Markup("\n".join((f"<h2>{escape(heading)}</h2>", *parts))) if any(parts) else Markup("")


def subheading(text: str) -> Markup:
    return Markup(f"<h3>{escape(text)}</h3>")


def paragraph(text: str) -> Markup:
    return Markup(f"<p>{escape(text)}</p>")


def note(text: str) -> Markup:
    """What one may want to know besides."""
    return Markup(f'<p class="note">{escape(text)}</p>')


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Markup:
    """Figures: the first column says whose they are, all others are aligned to the right. What follows a line break is
    in small print."""

    def line(cells: Sequence[str], cell: str) -> str:
        first, *others = map(_in_two_sizes, cells)
        return f"<tr><th>{first}</th>" + "".join(f'<{cell} class="n">{o}</{cell}>' for o in others) + "</tr>"

    lines = [line(header, "th"), *(line(row, "td") for row in rows)]
    return Markup(f'<div class="wide"><table>{"".join(lines)}</table></div>')


def _in_two_sizes(text: str) -> str:
    large, _, small = map(escape, text.partition("\n"))
    return f"{large}<br><small>{small}</small>" if small else large


def facts(values: Mapping[str, str]) -> Markup:
    """What is so: a table of names and values, in words."""
    rows = (f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in values.items())
    return Markup(f'<div class="wide"><table>{"".join(rows)}</table></div>')


def image(data: bytes, alt: str, kind: str = "png") -> Markup:
    """A PNG (or other) file, inside the page."""
    held = base64.b64encode(data).decode()
    return Markup(f'<img alt="{escape(alt)}" src="data:image/{kind};base64,{held}">')


def strip(pictures: Iterable[tuple[bytes, str]], columns: int | None = None) -> Markup:
    """PNG pictures side by side with what they are called, pixels shown as squares; by default all in one row."""
    figures = [
        f"<figure>{image(data, title)}<figcaption>{escape(title)}</figcaption></figure>"
        for data, title in pictures
    ]
    grid = f"--columns: {columns or len(figures)}"
    return Markup(f'<div class="strip pixels" style="{grid}">{"".join(figures)}</div>')


def key(colours: Mapping[str, tuple[int, int, int]]) -> Markup:
    """What the colours of a picture stand for."""
    shown = (
        f'<span class="key" style="background: rgb{colour}"></span>{escape(name)}'
        for name, colour in colours.items()
    )
    return Markup(f'<p class="note">{"".join(shown)}</p>')


def chart(figure: Figure, alt: str) -> Markup:
    """A plot of matplotlib as a vector graphic; the same plot gives the same bytes."""
    import matplotlib

    file = io.BytesIO()
    with matplotlib.rc_context(
        {"svg.fonttype": "none", "svg.hashsalt": "finer", "font.family": "sans-serif"}
    ):
        figure.savefig(file, format="svg", metadata={"Date": None})
    return Markup(f'<div class="chart">{image(file.getvalue(), alt, "svg+xml")}</div>')
