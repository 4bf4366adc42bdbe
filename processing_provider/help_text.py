"""The text of the right-hand panel of a job's dialog."""

from __future__ import annotations

import re
from html import escape
from itertools import groupby

from qgis.PyQt.QtCore import QLocale

from .translation import tr


def with_labels(text, labels):
    """Return a text with the labels of parameters in place of their ids, which qgis_process shows.

    An id that its own label contains, such as "(PAN)", is a term and stays.
    """
    for key, label in labels.items():
        if not re.search(rf"\b{key}\b", label):
            quoted = QLocale().quoteString(re.sub(r" \([^()]*\)", "", label))
            text = re.sub(rf"\b{key}\b(?!\.\w)", lambda _, quoted=quoted: quoted, text)
    return text


TOOLTIPS = "Advanced parameters, options and list entries are explained in their tooltips."


def help_lines(description, asked, handed_back, by_tooltips=False):
    """Return lines of rich text, each of which QGIS makes a paragraph: what a job does, its parameters and results.

    Args:
        description: paragraphs of a docstring, as they are in the schema.
        asked: label and explanation of each parameter, in the user's language.
        handed_back: the same of each result. Neighbours with one explanation share it.
        by_tooltips: whether there are parameters that only tooltips explain.
    """
    lines = [escape(paragraph, quote=False) for paragraph in paragraphs(description)]
    for heading, entries in ((tr("Parameters"), asked), (tr("Results"), handed_back)):
        lines.append(f"<big><b>{escape(heading, quote=False)}</b></big>")
        for explanation, alike in groupby(entries, key=lambda each: each[1]):
            lines.append(entry(", ".join(label for label, _ in alike), explanation))
        if by_tooltips and entries is asked:
            lines.append(f"<i>{escape(tr(TOOLTIPS), quote=False)}</i>")
    return "\n".join(lines)


def paragraphs(description):
    """Return the translated paragraphs of a docstring, each in one line."""
    return [" ".join(part.split()) for part in tr(description).split("\n\n")]


def entry(label, explanation):
    """Return a label and, below it, its explanation, as rich text; line breaks are kept."""
    rows = escape(explanation, quote=False).split("\n")
    return f"<b>{escape(label, quote=False)}</b><br>{'<br>'.join(rows)}"
