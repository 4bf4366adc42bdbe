"""The pages that Finer writes: one HTML file each, which refers to nothing outside itself."""

from __future__ import annotations

from collections.abc import Sequence

from ..jinja_templates import render
from .plot_style import FAINT, INK, RULE

Strip = Sequence[tuple[bytes, str]]
"""Pictures side by side: PNG files with their titles."""


def render_page(template: str, /, **values: object) -> str:
    """Return a page: a template that extends base.html, filled in with these values, in the style of the plots."""
    return render(template, ink=INK, faint=FAINT, rule=RULE, **values)
