"""The frame of pages: sound markup, nothing from outside, nothing that is taken for markup but is text."""

from __future__ import annotations

import base64
import re

from matplotlib.figure import Figure

from sr_core.reports.html import chart, facts, note, page, paragraph, section, strip, subheading, table

EVIL = '<b>&"x"</b>'


def test_text_is_never_taken_for_markup():
    parts = [
        section(EVIL, paragraph(EVIL), note(EVIL), subheading(EVIL)),
        section("s", table([EVIL, EVIL], [[EVIL, EVIL]]), facts({EVIL: EVIL}), strip([(b"", EVIL)])),
    ]
    text = page(EVIL, *parts)
    assert "<b>" not in text and text.count("&lt;b&gt;") == 14


def test_a_dollar_is_a_dollar():
    assert "$title costs $5" in page("t", paragraph("$title costs $5"))


def test_a_section_without_parts_is_none():
    assert section("empty") == "" and section("empty", section("e")) == ""


def test_a_chart_is_the_same_each_time_and_inside_the_page():
    def drawn():
        figure = Figure(figsize=(3, 2))
        figure.subplots().plot([0, 1], [2, 3], label="rising")
        return chart(figure, "a line")

    assert drawn() == drawn()
    (held,) = re.findall(r'src="data:image/svg\+xml;base64,([^"]+)"', page("t", drawn()))
    assert b"<svg" in base64.b64decode(held)
    assert not re.search(r'(src|href)="https?:', page("t", drawn()))
