"""The frame of pages: sound markup, nothing from outside, nothing that is taken for markup but is text."""

from __future__ import annotations

import base64
import re
import sys
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from matplotlib.figure import Figure

from sr_core.jinja_templates import FOLDERS, environment
from sr_core.reports.page import render_page
from sr_core.reports.plot_style import svg

sys.path.insert(0, str(Path(__file__).parents[3] / "script"))

import plugin_zip
import strings

EVIL = '<b>&"x"</b>'
ALL = "{% from 'macros.html' import chart, charts, facts, image, key, note, section, strip, table %}"


def rendered(source, **values):
    """A page of nothing but this."""
    return environment().from_string(ALL + source).render(values)


@pytest.fixture
def page(monkeypatch):
    """`page(title, content)` is a whole page."""
    source = "{% extends 'base.html' %}" + ALL + "{% block content %}{{ note(content) }}{% endblock %}"
    found = environment().from_string(source)
    monkeypatch.setattr("sr_core.reports.page.render", lambda name, **values: found.render(values))
    return lambda title, content: render_page("any.html", title=title, content=content)


def test_text_is_never_taken_for_markup(page):
    text = page(EVIL, EVIL) + rendered(
        "{% call section(t) %}{{ note(t) }}{{ facts({t: t}) }}{{ table((t, t), ((t, t),)) }}{{ strip([(data, t)]) }}"
        "{{ key({t: (1, 2, 3)}) }}{% endcall %}",
        t=EVIL,
        data=b"",
    )
    assert "<b>" not in text and text.count("&lt;b&gt;") == 14


@pytest.mark.parametrize("text", ["$title costs $5", "{{ title }} {% if %}", "100 % {x}"])
def test_a_dollar_is_a_dollar(page, text):
    assert text in page("t", text)


def test_a_section_without_parts_is_none():
    assert rendered("{% call section('empty') %}  \n{% endcall %}{{ facts({}) }}").strip() == ""


def test_what_follows_a_line_break_is_in_small_print():
    text = rendered("{{ table(('', 'b'), (('<i>', '1\\n<2'), ('j', '3'))) }}")
    assert '<tr><th>&lt;i&gt;</th><td class="n">1<br><small>&lt;2</small></td></tr>' in text
    assert '<tr><th></th><th class="n">b</th></tr>' in text and '<td class="n">3</td>' in text


def test_a_value_that_is_missing_is_noticed():
    with pytest.raises(UndefinedError):
        rendered("{{ note(missing) }}")


def test_a_chart_is_the_same_each_time_and_inside_the_page():
    def drawn():
        figure = Figure(figsize=(3, 2))
        figure.subplots().plot([0, 1], [2, 3], label="rising")
        return rendered("{{ chart(data, 'a line') }}", data=svg(figure))

    assert drawn() == drawn()
    (held,) = re.findall(r'src="data:image/svg\+xml;base64,([^"]+)"', drawn())
    assert b"<svg" in base64.b64decode(held)
    assert not re.search(r'(src|href)="https?:', drawn())


# The templates


def test_the_zip_has_every_template():
    templates = {path for folder in FOLDERS for path in folder.iterdir()}
    assert len(templates) > 6
    assert {plugin_zip.ROOT / path for path in plugin_zip.list_shipped()} >= templates


def test_every_template_is_sound():
    for folder in FOLDERS:
        for path in folder.iterdir():
            assert environment().get_template(path.name).filename == str(path)


@pytest.fixture
def template(tmp_path, monkeypatch):
    """`template(source)` is a file of it, as script/strings.py sees it."""

    def make(source):
        monkeypatch.setattr(strings, "ROOT", tmp_path)
        (tmp_path / "x.html").write_text(source)
        return strings.Template(tmp_path / "x.html")

    return make


def test_texts_of_templates_are_found(template):
    source = """
    {# say(not a text) #}
    {{ say("A line of {value}.", value=say("value")) }} {{ say( "In two "
      "parts \\"and\\" a break\\n" ) }} {{ say("One") if flag else say("Another") }} essay("no text") {{ hearsay("x") }}
    {% call section(say("Heading")) %}{% endcall %}
    """
    texts = ["A line of {value}.", "value", 'In two parts "and" a break\n', "One", "Another", "Heading"]
    assert list(template(source).texts()) == texts


@pytest.mark.parametrize(
    "source",
    ["say(title)", 'say("A" ~ name)', 'say("A" if flag else "B")', "say('single')", 'say("%s" % path)'],
)
def test_a_text_of_a_template_that_no_translation_can_know_is_refused(template, source):
    with pytest.raises(strings.Glued, match=r"^x\.html:2: "):
        list(template("\n{{ " + source + " }}").texts())


def test_jinja_reads_the_same_texts(monkeypatch):
    """What `script/strings.py` finds by a pattern is what jinja's own parser sees as arguments of `say`."""
    from jinja2 import nodes

    for found in strings.Project().templates:
        tree = environment().parse(found.path.read_text(encoding="utf-8"))
        calls = [call for call in tree.find_all(nodes.Call) if getattr(call.node, "name", "") == "say"]
        assert sorted(call.args[0].value for call in calls) == sorted(found.texts())
