"""The style of the plots in reports, and how they become files. It is the style of the pages, too."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ..i18n import localise_number

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_NOT_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""Characters that a label can have, and an SVG file cannot."""
INK, FAINT, RULE = "#222222", "#5f6368", "#dddddd"
"""Colours of text, of notes, and of lines between them."""

STYLE: dict[str, Any] = {
    "font.family": "sans-serif",
    "grid.color": RULE,
    "grid.linewidth": 0.7,
    "legend.frameon": False,
    "legend.fontsize": 9,
    "svg.fonttype": "none",
    "svg.hashsalt": "finer",
    "text.parse_math": False,  # a $ in the name of a band is a $
    "xtick.color": FAINT,
    "ytick.color": FAINT,
}


@contextmanager
def plot_style(changed: Mapping[str, Any] | None = None) -> Iterator[None]:
    """Draw in this style, with some of matplotlib's settings `changed`; also a decorator of functions that draw."""
    import matplotlib  # slow to import, and most jobs draw nothing

    with matplotlib.rc_context({**STYLE, **(changed or {})}):
        yield


@plot_style()
def svg(figure: Figure) -> bytes:
    """Return a plot as an SVG file, its numbers as people write them; the same plot gives the same bytes."""
    localise_ticks(figure)
    file = io.BytesIO()
    figure.savefig(file, format="svg", metadata={"Date": None})
    return _NOT_XML.sub(b"", file.getvalue())


def localise_ticks(figure: Figure) -> None:
    """Give the numbers along the axes of a finished plot the decimal sign of the language in use."""
    from matplotlib.ticker import Formatter, LogFormatter, ScalarFormatter  # slow to import

    class LocalTicks(Formatter):
        """The texts of another formatter, with local signs."""

        def __init__(self, plain: Formatter) -> None:
            self.plain = plain

        def __call__(self, x: float, pos: int | None = None) -> str:
            return localise_number(self.plain(x, pos))

        def set_axis(self, axis: Any) -> None:
            self.plain.set_axis(axis)

        def set_locs(self, locs: Any) -> None:
            self.plain.set_locs(locs)

        def get_offset(self) -> str:
            return localise_number(self.plain.get_offset())

    numbers = ScalarFormatter, LogFormatter
    for axis in (axis for axes in figure.axes for axis in (axes.xaxis, axes.yaxis)):
        if isinstance(major := axis.get_major_formatter(), numbers):
            axis.set_major_formatter(LocalTicks(major))
        if isinstance(minor := axis.get_minor_formatter(), numbers):
            axis.set_minor_formatter(LocalTicks(minor))
