"""Fills the jinja2 templates of pages and cards in the reader's language."""

from __future__ import annotations

import base64
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from .i18n import language, say
from .redaction import redact

if TYPE_CHECKING:
    from jinja2 import Environment

HERE = Path(__file__).parent
FOLDERS = (HERE / "reports" / "templates", HERE / "package" / "templates")
"""Folders of the templates; script/strings.py finds their texts there."""


def render(name: str, /, **values: object) -> str:
    """Return the template `name`, filled in.

    Args:
        name: File name of the template. In `*.html`, values are escaped.
        values: What the template takes by name; besides, it has `say` and `language`, and the filter `base64`.
    """
    return environment().get_template(name).render(values)


@cache
def environment() -> Environment:
    """Return what all templates share."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

    shared = Environment(
        loader=FileSystemLoader(FOLDERS),
        autoescape=select_autoescape(),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_redact,
    )
    shared.globals.update(say=say, language=language)
    shared.filters["base64"] = _base64
    return shared


class _Encoded(str):
    """Data of a picture: long, and no text."""


def _base64(data: bytes) -> str:
    return _Encoded(base64.b64encode(data).decode())


def _redact(value: object) -> object:
    """Return what is written in place of an expression: texts without the secrets in them."""
    if isinstance(value, _Encoded) or not isinstance(value, str):
        return value
    shown = redact(value)
    return value if shown == value else type(value)(shown)  # safe HTML stays so
