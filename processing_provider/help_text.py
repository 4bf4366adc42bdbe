"""The right-hand panel of a job's dialog."""

from __future__ import annotations

from html import escape

from .options import options_of
from .parameters import files_out, kind, members
from .translation import tr


def help_html(schema):
    """What a job does, what its parameters mean and what it hands back, as HTML."""
    written = files_out(schema)
    asked = {name: spec for name, spec in schema["properties"].items() if name not in written}
    parts = [f"<p>{paragraph}</p>" for paragraph in paragraphs(schema["description"])]
    parts.append(f"<h3>{tr('Parameters')}</h3>")
    for spec in asked.values():
        parts.append(_entry(spec))
        if kind(spec) == "choice":
            parts.extend(_member(name, member) for name, member in members(spec).items())
    parts.append(f"<h3>{tr('Results')}</h3>")
    parts.extend(_entry(spec) for spec in (*written.values(), *schema["result"].values()))
    return "".join(parts)  # no line breaks: QGIS makes a paragraph of each


def paragraphs(description):
    """Paragraphs of a docstring, translated and ready for HTML, each without its line breaks."""
    return [escape(" ".join(part.split()), quote=False) for part in tr(description).split("\n\n")]


def _entry(spec):
    return f"<p><b>{_html(spec['title'])}</b><br>{_html(spec['description'])}</p>"


def _member(name, member):
    rows = "".join(
        f"<li><code>{option}={spec.get('default')}</code> {_html(spec['description'])}</li>"
        for option, spec in options_of(member).items()
    )
    return f"<p><i>{name}</i>: {_html(member['title'])}. {' '.join(paragraphs(member['description']))}</p><ul>{rows}</ul>"


def _html(text):
    return escape(tr(text), quote=False)
