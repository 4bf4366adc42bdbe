"""What a job's dialog says in its right-hand panel."""

from __future__ import annotations

import re
from html import escape

from qgis.PyQt.QtCore import QLocale

from .translation import tr


def with_labels(text, labels):
    """A text in which parameters are called as the dialog calls them.

    Texts call them by their ids, as qgis_process does. Where the label itself has the id, as "(PAN)", it is a word of the field.
    """
    for key, label in labels.items():
        if not re.search(rf"\b{key}\b", label):
            said = QLocale().quoteString(re.sub(r" \([^()]*\)", "", label))
            text = re.sub(rf"\b{key}\b(?!\.\w)", lambda _, said=said: said, text)
    return text


def help_lines(description, asked, handed_back):
    """Lines of rich text, each of which QGIS makes a paragraph: what a job does, asks for and hands back.

    Args:
        description: paragraphs of a docstring, as they are in the schema.
        asked: pairs of label and explanation of each parameter, in the user's language.
        handed_back: the same of each result.
    """
    lines = [escape(paragraph, quote=False) for paragraph in paragraphs(description)]
    for heading, entries in ((tr("Parameters"), asked), (tr("Results"), handed_back)):
        lines.append(f"<big><b>{escape(heading, quote=False)}</b></big>")
        lines.extend(entry(label, explanation) for label, explanation in entries)
    return "\n".join(lines)


def paragraphs(description):
    """Translated paragraphs of a docstring, each in one line."""
    return [" ".join(part.split()) for part in tr(description).split("\n\n")]


def entry(label, explanation):
    """A label and, below it, what it means; line breaks of the explanation are kept."""
    rows = escape(explanation, quote=False).split("\n")
    return f"<b>{escape(label, quote=False)}</b><br>{'<br>'.join(rows)}"
